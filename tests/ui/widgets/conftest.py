"""The theme that the widget tests share."""

import pytest
from PySide6.QtWidgets import QApplication

from app.paths import resources_folder
from app.ui.fonts import load_fonts
from app.ui.theme import Theme, apply


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    """The light look at the desk, with the bundled fonts."""
    fonts = load_fonts(resources_folder() / "fonts")
    return apply(qapp, resources_folder(), "light", fonts.roles())
