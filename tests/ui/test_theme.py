import re
from dataclasses import fields
from string import Template

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QStyle
from pytestqt.qtbot import QtBot

from app.paths import resources_folder
from app.ui.theme import Theme, apply, look_named, system_look
from app.ui.tokens import COLOURS, DARK, LIGHT, ROOM, SIDE, Colours, Look

RESOURCES = resources_folder()
TEMPLATE = (RESOURCES / "style.qss").read_text(encoding="utf-8")


@pytest.mark.parametrize("colours", COLOURS.values(), ids=list(COLOURS))
def test_the_sheet_has_no_token_left_open(qtbot: QtBot, colours: Colours) -> None:
    sheet = Theme(colours, RESOURCES).style_sheet()

    assert "$" not in sheet
    assert f"#{colours.canvas}" in sheet


def test_every_token_of_the_sheet_exists() -> None:
    known = {field.name for field in fields(LIGHT)} | {"radius_control", "radius_card"}

    assert set(Template(TEMPLATE).get_identifiers()) <= known


def test_no_colour_is_written_into_the_sheet() -> None:
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(", TEMPLATE) == []


@pytest.mark.parametrize("colours", COLOURS.values(), ids=list(COLOURS))
def test_qt_understands_the_sheet(qtbot: QtBot, colours: Colours) -> None:
    label = QLabel("words")
    label.setProperty("tone", "danger")
    qtbot.addWidget(label)

    # Qt says "Could not parse" as a warning, which fails the test.
    label.setStyleSheet(Theme(colours, RESOURCES).style_sheet())
    label.ensurePolished()

    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == f"#{colours.danger}"


def test_dressing_the_program_sets_style_palette_and_font(qtbot: QtBot, qapp: QApplication) -> None:
    theme = apply(qapp, RESOURCES, "dark")

    # Qt wraps the style in one that reads the sheet; both say the base's name.
    style: QStyle = qapp.style()
    assert style.name() in {"fusion", ""}
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == f"#{DARK.canvas}"
    assert qapp.font().pixelSize() == theme.preset.body
    assert f"#{DARK.canvas}" in qapp.styleSheet()


def test_the_placeholder_colour_is_set(qtbot: QtBot) -> None:
    palette = Theme(LIGHT, RESOURCES).palette()

    assert palette.color(QPalette.ColorRole.PlaceholderText).name().upper() == f"#{LIGHT.text3}"


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_a_named_scheme_is_taken(qtbot: QtBot, scheme: str) -> None:
    assert look_named(scheme) is Look(scheme)


@pytest.mark.parametrize("scheme", ["system", "", "mauve"])
def test_anything_else_is_what_the_system_asks_for(qtbot: QtBot, scheme: str) -> None:
    assert look_named(scheme) is system_look()


def test_a_dark_system_gets_the_dark_look(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    class Accessibility:
        contrast = Qt.ContrastPreference.NoPreference

        def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802
            return self.contrast

    class Hints:
        scheme = Qt.ColorScheme.Dark

        def accessibility(self) -> Accessibility:
            return Accessibility()

        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
            return self.scheme

    monkeypatch.setattr(QGuiApplication, "styleHints", staticmethod(Hints))
    assert system_look() is Look.DARK
    monkeypatch.setattr(Hints, "scheme", Qt.ColorScheme.Unknown)
    assert system_look() is Look.LIGHT
    monkeypatch.setattr(Accessibility, "contrast", Qt.ContrastPreference.HighContrast)
    assert system_look() is Look.CONTRAST


def test_another_distance_changes_sizes_and_keeps_the_look(qtbot: QtBot) -> None:
    near = Theme(DARK, RESOURCES)
    far = near.at(ROOM)

    assert far.colours is near.colours
    assert far.size("body") == ROOM.body
    assert far.font("body").pixelSize() == ROOM.body


def test_a_larger_scale_enlarges_type_and_lengths(qtbot: QtBot) -> None:
    theme = Theme(LIGHT, RESOURCES, SIDE, scale=1.5)

    assert theme.size("read") == round(SIDE.read * 1.5)
    assert theme.px(10) == 15
    assert theme.at(ROOM).scale == 1.5
