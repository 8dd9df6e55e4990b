import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets.field import PassphraseField, TextArea, TextField
from app.ui.widgets.plain_paste import text_of, text_of_html

PAGE = (
    "<html><head><title>t</title><style>p { color: red }</style></head><body><p>One &amp; two<br>three</p>"
    '<ul><li>a</li><li>b</li></ul><img src="http://nowhere.invalid/x.png" alt="x">'
    "<script>alert(1)</script><p>It   is\n <b>bold</b>.</p></body></html>"
)
WORDS = "One & two\nthree\n\na\n\nb\n\nIt is bold."


def mime(*, text: str | None = None, html: str | None = None, urls: list[str] | None = None) -> QMimeData:
    data = QMimeData()
    if html is not None:
        data.setHtml(html)
    if text is not None:
        data.setText(text)
    if urls is not None:
        data.setUrls([QUrl(url) for url in urls])
    return data


def test_a_page_becomes_its_words() -> None:
    assert text_of_html(PAGE) == WORDS


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>unclosed <b>tags", "unclosed tags"),
        ("<pre>kept\n    as typed</pre>", "kept\nas typed"),
        ("<script>never closed", ""),
        ("a &lt;b&gt; &#128578;", "a <b> 🙂"),
        ("<!-- a comment -->seen<!DOCTYPE x>", "seen"),
        ("</div></p>left over", "left over"),
        ("", ""),
    ],
)
def test_odd_markup_still_gives_its_words(html: str, words: str) -> None:
    assert text_of_html(html) == words


def test_text_that_came_along_is_preferred_to_the_page() -> None:
    assert text_of(mime(text="as text", html=PAGE)) == "as text"
    assert text_of(mime(html=PAGE)) == WORDS
    assert text_of(mime(text="<b>typed</b>")) == "<b>typed</b>"


def test_dropped_files_leave_no_trace(qtbot: QtBot, theme: Theme) -> None:
    area = TextArea(theme, "Answer")
    qtbot.addWidget(area)
    files = mime(text="file:///home/someone/a.txt", urls=["file:///home/someone/a.txt"])

    assert not area.input.canInsertFromMimeData(files)
    area.input.insertFromMimeData(files)

    assert area.text() == ""


@pytest.mark.parametrize(
    ("data", "shown"), [(mime(html=PAGE), WORDS), (mime(text="<i>x</i>", html="<i>x</i>"), "<i>x</i>")]
)
def test_pasted_markup_becomes_plain_text(qtbot: QtBot, theme: Theme, data: QMimeData, shown: str) -> None:
    area = TextArea(theme, "Answer")
    qtbot.addWidget(area)

    area.input.insertFromMimeData(data)

    assert area.text() == shown
    assert area.input.document().toRawText() == shown.replace("\n", "\u2029")


def test_pasting_replaces_the_selection_and_can_be_undone(qtbot: QtBot, theme: Theme) -> None:
    area = TextArea(theme, "Answer")
    qtbot.addWidget(area)
    area.set_text("before")
    area.input.selectAll()

    area.input.insertFromMimeData(mime(html="<p>after</p>"))
    assert area.text() == "after"
    area.input.undo()

    assert area.text() == "before"


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
