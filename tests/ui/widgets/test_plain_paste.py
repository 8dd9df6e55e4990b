import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QTextOption
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets.field import TextArea
from app.ui.widgets.paragraphs import ENDLESS_FROM
from app.ui.widgets.plain_paste import MOST_LETTERS, MOST_TOKENS, text_of

PAGE = (
    "<html><head><title>t</title><style>p { color: red }</style></head><body><p>One &amp; two<br>three</p>"
    '<ul><li>a</li><li>b</li></ul><img src="http://nowhere.invalid/x.png" alt="x">'
    "<script>alert(1)</script><p>It   is\n <b>bold</b>.</p></body></html>"
)
WORDS = "One & two\nthree\n\n- a\n- b\n\nIt is bold."


def mime(*, text: str | None = None, html: str | None = None, urls: list[str] | None = None) -> QMimeData:
    data = QMimeData()
    if html is not None:
        data.setHtml(html)
    if text is not None:
        data.setText(text)
    if urls is not None:
        data.setUrls([QUrl(url) for url in urls])
    return data


def test_a_page_is_read_up_to_a_bound() -> None:
    shown = text_of(mime(html="<p>word</p>" * MOST_TOKENS))

    assert shown.count("word") == pytest.approx(MOST_TOKENS / 3, abs=1)
    assert len(text_of(mime(html="<p>" + "w" * 2 * MOST_LETTERS))) == MOST_LETTERS - len("<p>")


def test_whether_it_can_be_pasted_is_told_without_reading_it(qtbot: QtBot, theme: Theme) -> None:
    class Page(QMimeData):
        def formats(self) -> list[str]:
            return ["text/html"]

        def hasFormat(self, mimetype: str) -> bool:  # noqa: N802 - Qt calls it by name
            return mimetype == "text/html"

        def retrieveData(self, _mimetype: str, _type: object) -> object:  # noqa: N802 - Qt calls it by name
            read.append(1)
            return PAGE

    read: list[int] = []
    page = Page()
    area = TextArea(theme, "Answer")
    qtbot.addWidget(area)

    assert area.input.canInsertFromMimeData(page)
    assert read == []
    area.input.insertFromMimeData(page)

    assert read == [1]
    assert area.text() == WORDS


def test_pasting_a_page_without_words_leaves_what_is_selected(qtbot: QtBot, theme: Theme) -> None:
    area = TextArea(theme, "Answer")
    qtbot.addWidget(area)
    area.set_text("before")
    area.input.selectAll()

    area.input.insertFromMimeData(mime(html='<img src="x.png">'))

    assert area.text() == "before"


def test_any_word_may_be_broken_while_one_is_endless(qtbot: QtBot, theme: Theme) -> None:
    between_words = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    anywhere = QTextOption.WrapMode.WrapAnywhere
    area = TextArea(theme, "Answer")
    qtbot.addWidget(area)
    modes = [area.input.wordWrapMode()]

    area.input.insertFromMimeData(mime(text="a" * ENDLESS_FROM))
    modes.append(area.input.wordWrapMode())
    QTest.keyClick(area.input, Qt.Key.Key_Space)
    modes.append(area.input.wordWrapMode())
    area.clear()
    modes.append(area.input.wordWrapMode())
    area.set_text("a" * ENDLESS_FROM)
    modes.append(area.input.wordWrapMode())
    area.set_text("a few words")
    modes.append(area.input.wordWrapMode())

    assert modes == [between_words, anywhere, anywhere, between_words, anywhere, between_words]


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
