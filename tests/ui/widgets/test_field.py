import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets.field import PassphraseField, TextArea, TextField


def test_tab_leaves_a_text_area(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = TextArea(theme, "One"), TextArea(theme, "Two")
    column.addWidget(first)
    column.addWidget(second)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    first.setFocus()

    QTest.keyClick(first.input, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is second.input
    assert first.text() == ""


def test_an_area_grows_with_its_text_within_bounds(qtbot: QtBot, theme: Theme) -> None:
    area = TextArea(theme, "Note", lines=2, most_lines=5)
    qtbot.addWidget(area)
    area.resize(400, 400)
    area.show()
    heights = []
    for lines in (1, 4, 5, 40):
        area.set_text("\n".join("line" for _ in range(lines)))
        heights.append(area.input.height())

    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_a_passphrase_is_covered_until_the_eye_asks(qtbot: QtBot, theme: Theme) -> None:
    field = PassphraseField(theme, "Passphrase")
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.input, "a long passphrase")
    assert field.input.echoMode() is QLineEdit.EchoMode.Password

    QTest.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.input.echoMode() is QLineEdit.EchoMode.Normal
    QTest.keyClick(field.eye, Qt.Key.Key_Space)

    assert field.input.echoMode() is QLineEdit.EchoMode.Password
    assert field.passphrase() == "a long passphrase"


@pytest.mark.parametrize("shown", [False, True])
def test_no_keyboard_learns_a_passphrase(qtbot: QtBot, theme: Theme, shown: bool) -> None:
    field = PassphraseField(theme, "Passphrase")
    qtbot.addWidget(field)
    field.eye.setChecked(shown)

    hints = field.input.inputMethodHints()

    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText
    assert hints & Qt.InputMethodHint.ImhNoAutoUppercase


def test_a_shown_passphrase_is_covered_when_its_screen_goes_or_it_is_cleared(
    qtbot: QtBot, theme: Theme
) -> None:
    field = PassphraseField(theme, "Passphrase")
    qtbot.addWidget(field)
    field.show()
    field.eye.setChecked(True)
    field.hide()
    assert field.input.echoMode() is QLineEdit.EchoMode.Password

    field.input.setText("typed")
    field.eye.setChecked(True)
    field.clear()

    assert field.passphrase() == ""
    assert field.input.echoMode() is QLineEdit.EchoMode.Password


def test_a_screen_reader_hears_the_fields_name_and_its_sentence_but_no_passphrase(
    qtbot: QtBot, theme: Theme
) -> None:
    field = PassphraseField(theme, "Passphrase")
    qtbot.addWidget(field)
    field.input.setText("secret words")
    field.set_sentence("That passphrase didn't open it. Try again.", "danger")
    line = QAccessible.queryAccessibleInterface(field.input)
    eye = QAccessible.queryAccessibleInterface(field.eye)

    assert line.text(QAccessible.Text.Name) == "Passphrase"
    assert line.text(QAccessible.Text.Description) == "That passphrase didn't open it. Try again."
    assert "secret" not in line.text(QAccessible.Text.Value)
    assert eye.text(QAccessible.Text.Name) == "Show the passphrase"
    field.eye.setChecked(True)
    assert eye.text(QAccessible.Text.Name) == "Cover the passphrase"


def test_the_text_of_a_passphrase_never_lies_under_the_eye(qtbot: QtBot, theme: Theme) -> None:
    field = PassphraseField(theme, "Passphrase")
    qtbot.addWidget(field)
    field.resize(400, field.sizeHint().height())
    field.show()

    margins = field.input.textMargins()

    assert field.input.width() - margins.right() <= field.eye.x()
    assert field.input.rect().contains(field.eye.geometry())


def test_enter_in_a_field_is_told(qtbot: QtBot, theme: Theme) -> None:
    for field in (TextField(theme, "Name"), PassphraseField(theme, "Passphrase")):
        qtbot.addWidget(field)
        with qtbot.waitSignals([field.changed, field.entered]):
            QTest.keyClicks(field.input, "Maya")
            QTest.keyClick(field.input, Qt.Key.Key_Return)


def test_a_field_takes_no_more_than_its_length(qtbot: QtBot, theme: Theme) -> None:
    field = TextField(theme, "Name", max_length=5)
    qtbot.addWidget(field)

    QTest.keyClicks(field.input, "abcdefgh")

    assert field.text() == "abcde"


def test_a_hidden_label_stays_the_fields_name(qtbot: QtBot, theme: Theme) -> None:
    area = TextArea(theme, "Your note", label_shown=False)
    qtbot.addWidget(area)

    assert area.caption.isHidden()
    assert area.input.accessibleName() == "Your note"


def test_a_sentence_can_be_said_and_taken_back(qtbot: QtBot, theme: Theme) -> None:
    field = TextField(theme, "Name")
    qtbot.addWidget(field)

    field.set_sentence("There is a client of that name.", "danger")
    assert not field.sentence.isHidden()
    assert field.input.property("wrong") is True
    field.set_sentence("")

    assert field.sentence.isHidden()
    assert field.input.property("wrong") is False
    assert field.input.accessibleDescription() == ""
