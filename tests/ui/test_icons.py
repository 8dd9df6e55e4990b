import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

import app.ui
from app.errors import BugError
from app.paths import resources_folder
from app.ui.icons import Icons
from app.ui.tokens import DARK, LIGHT, Colours

FOLDER = resources_folder() / "icons"
NAMES = sorted(file.stem for file in FOLDER.glob("*.svg"))
CODE = Path(next(iter(app.ui.__path__)))


def drawn(image: QImage) -> set[str]:
    """The colours of all pixels that are wholly there."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(x, y) for x, y in points)
    return {colour.name() for colour in colours if colour.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_bundled_icon_draws_in_the_asked_colour_and_no_other(qtbot: QtBot, name: str) -> None:
    image = Icons(LIGHT, FOLDER).pixmap(name, 48, "danger").toImage()

    assert drawn(image) == {QColor(f"#{LIGHT.danger}").name()}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_an_icon_takes_the_colour_of_its_theme(qtbot: QtBot, colours: Colours) -> None:
    image = Icons(colours, FOLDER).icon("lock", "client").pixmap(QSize(48, 48)).toImage()

    assert drawn(image) == {QColor(f"#{colours.client}").name()}


@pytest.mark.parametrize("dpr", [1.0, 1.5, 2.0, 3.0])
def test_a_pixmap_has_the_screens_own_pixels(qtbot: QtBot, dpr: float) -> None:
    pixmap = Icons(LIGHT, FOLDER).pixmap("check", 20, dpr=dpr)

    assert pixmap.width() == round(20 * dpr)
    assert pixmap.devicePixelRatio() == dpr
    assert pixmap.deviceIndependentSize().width() == pytest.approx(20)


def test_a_filled_bookmark_covers_what_an_empty_one_leaves_free(qtbot: QtBot) -> None:
    icons = Icons(LIGHT, FOLDER)

    empty = icons.icon("bookmark", "client").pixmap(QSize(48, 48)).toImage()
    filled = icons.icon("bookmark", "client", filled=True).pixmap(QSize(48, 48)).toImage()

    assert empty.pixelColor(24, 18).alpha() == 0
    assert filled.pixelColor(24, 18) == QColor(f"#{LIGHT.client}")


def test_a_name_that_is_not_bundled_is_our_fault(qtbot: QtBot) -> None:
    icons = Icons(LIGHT, FOLDER)

    with pytest.raises(BugError):
        icons.pixmap("sparkles", 20)
    with pytest.raises(BugError):
        icons.known("sparkles")


def test_every_icon_that_the_code_names_is_bundled() -> None:
    """Icons are named as the first words of a call on `icons`."""
    asked = set()
    for file in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Attribute)
                and node.func.value.attr == "icons"
            ):
                asked |= {
                    a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
                }
    colours = set(LIGHT.__slots__)

    assert asked
    assert asked - colours <= set(NAMES)


def test_the_licence_lies_beside_the_icons() -> None:
    assert "ISC License" in (FOLDER / "LICENSE").read_text(encoding="utf-8")
