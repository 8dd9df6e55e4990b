import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.errors import BugError
from app.ui.theme import Theme
from app.ui.tokens import ROOM
from app.ui.widgets.buttons import Button, PlainButton, PrimaryButton, QuietButton

KINDS: list[type[Button]] = [PrimaryButton, PlainButton, QuietButton]


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_is_pressed_by_mouse_and_by_space(qtbot: QtBot, theme: Theme, kind: type[Button]) -> None:
    button = kind(theme, "Unlock", "lock-open")
    qtbot.addWidget(button)
    button.show()

    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_reader_hears_role_and_words(qtbot: QtBot, theme: Theme, kind: type[Button]) -> None:
    button = kind(theme, "Notes & cues", hint="Ctrl+.")
    qtbot.addWidget(button)
    interface = QAccessible.queryAccessibleInterface(button)

    assert interface.role() == QAccessible.Role.PushButton
    assert interface.text(QAccessible.Text.Name) == "Notes & cues"
    assert interface.text(QAccessible.Text.Description) == "Ctrl+."


def test_an_ampersand_makes_no_shortcut(qtbot: QtBot, theme: Theme) -> None:
    button = PlainButton(theme, "Maya & Bo")
    qtbot.addWidget(button)

    assert button.shortcut().isEmpty()
    assert button.words() == "Maya & Bo"


def test_a_disabled_button_says_why_until_it_can_be_pressed(qtbot: QtBot, theme: Theme) -> None:
    button = PrimaryButton(theme, "Reveal")
    qtbot.addWidget(button)

    button.set_available(False, "Nothing is marked yet.")
    assert not button.isEnabled()
    assert button.toolTip() == "Nothing is marked yet."
    assert button.accessibleDescription() == "Nothing is marked yet."

    button.set_available(True)
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_an_icon_alone_keeps_the_words_for_tooltip_and_name(qtbot: QtBot, theme: Theme) -> None:
    button = QuietButton(theme, "Pause", "circle-stop")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()

    button.set_words_shown(False)

    assert button.sizeHint().width() < wide
    assert button.toolTip() == "Pause"
    assert button.accessibleName() == "Pause"


def test_without_an_icon_the_words_stay(qtbot: QtBot, theme: Theme) -> None:
    button = QuietButton(theme, "Pause")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()

    button.set_words_shown(False)

    assert button.sizeHint().width() == wide


def test_words_are_never_cut(qtbot: QtBot, theme: Theme) -> None:
    button = PrimaryButton(theme, "Tampilkan bersama", "presentation")
    qtbot.addWidget(button)

    assert button.minimumSizeHint() == button.sizeHint()
    assert button.sizeHint().width() > button.fontMetrics().horizontalAdvance("Tampilkan bersama")


def test_a_button_is_as_high_as_its_distance_asks(qtbot: QtBot, theme: Theme) -> None:
    near = PlainButton(theme, "Back")
    far = PlainButton(theme.at(ROOM), "Back")
    qtbot.addWidget(near)
    qtbot.addWidget(far)

    assert near.sizeHint().height() == theme.preset.button
    assert far.sizeHint().height() >= ROOM.button


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_paints_enabled_disabled_and_mirrored(
    qtbot: QtBot, theme: Theme, kind: type[Button]
) -> None:
    button = kind(theme, "Next", "chevron-right", icon_after=True)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    enabled = button.grab().toImage()

    button.setEnabled(False)
    disabled = button.grab().toImage()
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = button.grab().toImage()

    assert enabled != disabled
    assert mirrored != disabled


def test_an_icon_that_is_not_bundled_is_refused_at_once(qtbot: QtBot, theme: Theme) -> None:
    with pytest.raises(BugError):
        PlainButton(theme, "Ask", "sparkles")
