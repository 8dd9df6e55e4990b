"""Language and look, put on the whole program at once."""

from pathlib import Path

from PySide6.QtCore import QLocale, QSize, QTranslator
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from app.controllers.settings import Distance, Language, LookSettings
from app.errors import BugError
from app.ui.distance import Sizing, screen_pixels_per_inch, sizing
from app.ui.fonts import load_fonts
from app.ui.theme import Theme, apply
from app.ui.tokens import PRESETS, PresetName

_PRESETS = {Distance.SIDE_BY_SIDE: PresetName.SIDE, Distance.ACROSS_THE_ROOM: PresetName.ROOM}


class Dress:
    """Puts on what the settings say. Windows are built anew afterwards, so nothing has to change its words."""

    def __init__(self, app: QApplication, resources: Path, translator: QTranslator) -> None:
        self._app = app
        self._resources = resources
        self._translator = translator
        self._families = load_fonts(resources / "fonts").roles()

    def put_on(self, settings: LookSettings) -> Theme:
        """Switch language and colours, and return the theme for the desk.

        Raises:
            BugError: The translation that comes with the program can't be read.
        """
        self._app.removeTranslator(self._translator)
        if settings.language is not Language.ENGLISH:
            file = self._resources / "translations" / f"{settings.language.value}.qm"
            if not self._translator.load(str(file)):
                raise BugError("a translation is missing or damaged")
            self._app.installTranslator(self._translator)
        QLocale.setDefault(QLocale(settings.language.value))
        return apply(self._app, self._resources, settings.scheme.value, self._families, settings.scale)

    def take_off(self) -> None:
        """Leave the program's language as it was found: for whoever goes on after the window."""
        self._app.removeTranslator(self._translator)
        QLocale.setDefault(QLocale.system())

    @staticmethod
    def for_shared_screen(theme: Theme, settings: LookSettings, screen: QScreen, window: QSize) -> Theme:
        """Return the theme of the shared screen for the distance that was chosen.

        Args:
            theme: the desk's.
            settings: holds the distance.
            screen: the one that the shared screen stands on; see `app/ui/distance.py` for what it changes.
            window: the size of the window there, in logical pixels.
        """
        preset = PRESETS[_PRESETS[settings.distance]]
        return theme.at(preset, shared_sizing(settings, screen, window).factor)


def shared_sizing(settings: LookSettings, screen: QScreen, window: QSize) -> Sizing:
    """Return how the shared screen is sized for its reader, and what its letters reach."""
    preset = PRESETS[_PRESETS[settings.distance]]
    per_inch = screen_pixels_per_inch(screen)
    return sizing(preset, per_inch, window.width(), window.height(), settings.scale)
