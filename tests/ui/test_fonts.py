from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont
from pytestqt.qtbot import QtBot

from app.paths import resources_folder
from app.ui.fonts import READING_FAMILY, UI_FAMILY, Families, load_fonts

FOLDER = resources_folder() / "fonts"
FILES = sorted(FOLDER.glob("*.ttf"))


def test_every_bundled_font_loads(qtbot: QtBot) -> None:
    loaded = load_fonts(FOLDER)

    assert loaded.refused == ()
    assert {UI_FAMILY, READING_FAMILY} <= set(loaded.families)


@pytest.mark.parametrize(
    ("family", "weights"),
    [
        (UI_FAMILY, [QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold]),
        (READING_FAMILY, [QFont.Weight.Normal, QFont.Weight.Medium]),
    ],
)
def test_every_weight_in_use_is_a_drawn_one(qtbot: QtBot, family: str, weights: list[QFont.Weight]) -> None:
    load_fonts(FOLDER)

    found = {QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family)}

    assert {int(weight.value) for weight in weights} <= found


def test_a_role_gets_the_bundled_family(qtbot: QtBot) -> None:
    load_fonts(FOLDER)

    assert QFontInfo(QFont(Families().reading)).family() == READING_FAMILY
    assert QFontInfo(QFont(Families().ui)).family() == UI_FAMILY


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_fonts_draw_both_languages_and_their_quotes(qtbot: QtBot, file: Path) -> None:
    font = QRawFont(str(file), 20)

    assert all(font.supportsCharacter(ord(sign)) for sign in "AZaz09’“”…–›?éÉ")


def test_one_font_everywhere_leaves_the_wordmark_alone(qtbot: QtBot) -> None:
    families = load_fonts(FOLDER).roles(ui_everywhere=True)

    assert (families.ui, families.reading) == (UI_FAMILY, UI_FAMILY)
    assert families.wordmark == READING_FAMILY


def test_a_file_that_is_no_font_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font at all")

    loaded = load_fonts(tmp_path)

    assert loaded.families == ()
    assert loaded.refused == ("broken.ttf",)


def test_licences_lie_beside_the_fonts() -> None:
    for family in ("AtkinsonHyperlegibleNext", "Literata"):
        assert "SIL OPEN FONT LICENSE" in (FOLDER / f"LICENSE-{family}.txt").read_text(encoding="utf-8")
