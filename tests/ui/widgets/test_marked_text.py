import re

import pytest
from PySide6.QtCore import QLineF, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets.marked_text import (
    DOTTED,
    SOLID,
    THICK,
    LineSample,
    MarkedText,
    Underlined,
    paint_underline,
)
from app.ui.widgets.word_text import WordText

_TEXTS = {
    "plain": "One two three.\n\nA new paragraph here.",
    "emoji": "Rain 😀 falls 👩\u200d👩\u200d👧 here, and 🌧 it stays wet.",
    "curly": "It isn’t “loud”; it rests.",
    "both ways": "First שלום עולם then مرحبا again.",
    "one long word": "a" * 300 + " end",
    "empty lines": "\n\nAfter.\n",
}


def words_of(text: str, weight: int = SOLID) -> list[Underlined]:
    return [Underlined(*match.span(), weight) for match in re.finditer(r"[\w’]+", text)]


def made(qtbot: QtBot, widget: MarkedText, text: str, width: int = 320) -> None:
    qtbot.addWidget(widget)
    widget.set_text(text)
    widget.resize(width, widget.heightForWidth(width))


def dark_rows(image: QImage, line: QLineF) -> int:
    """How many rows of pixels a line covers in its middle, where anything is drawn at all."""
    xs = range(round(line.x1()) + 2, round(line.x2()) - 2)
    return max(sum(image.pixelColor(x, y).alpha() > 100 for y in range(image.height())) for x in xs)


def gaps(image: QImage, y: int) -> int:
    row = [image.pixelColor(x, y).alpha() > 100 for x in range(10, image.width() - 10)]
    return sum(1 for x in range(1, len(row)) if row[x - 1] and not row[x])


@pytest.mark.parametrize("text", _TEXTS.values(), ids=_TEXTS)
def test_the_letter_at_a_words_stretch_belongs_to_the_word(qtbot: QtBot, theme: Theme, text: str) -> None:
    widget = WordText(theme)
    made(qtbot, widget, text)
    widget.set_spans(words_of(text))

    stretches = widget.stretches()

    assert {stretch.span for stretch in stretches} == set(range(len(widget.spans)))
    for stretch in stretches:
        assert 0 <= stretch.left < stretch.right <= widget.text_width() + 1
        middle = QPointF((stretch.left + stretch.right) / 2, stretch.y - 2)
        assert widget.word_at(middle) == stretch.span


def test_a_span_over_several_lines_has_a_stretch_on_each(qtbot: QtBot, theme: Theme) -> None:
    text = "word " * 40
    widget = MarkedText(theme)
    made(qtbot, widget, text)
    widget.set_spans([Underlined(0, len(text), SOLID)])

    heights = {stretch.y for stretch in widget.stretches()}

    assert len(heights) == len(widget.stretches()) > 1


def test_a_stretch_follows_the_width(qtbot: QtBot, theme: Theme) -> None:
    text = "word " * 40
    widget = MarkedText(theme)
    made(qtbot, widget, text)
    widget.set_spans([Underlined(0, len(text), SOLID)])
    narrow = len(widget.stretches())

    widget.resize(640, 400)

    assert len(widget.stretches()) < narrow


def test_the_weights_differ_in_shape_and_thickness(theme: Theme) -> None:
    images = {}
    line = QLineF(5, 20, 195, 20)
    for weight in range(4):
        image = QImage(200, 40, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_underline(painter, line, weight, 40, theme)
        painter.end()
        images[weight] = image

    assert dark_rows(images[0], line) == 0
    assert gaps(images[DOTTED], 20) > 5
    assert gaps(images[SOLID], 20) == 0
    assert dark_rows(images[THICK], line) >= 2 * dark_rows(images[SOLID], line) > 0


def test_an_underline_is_drawn_below_its_word_and_no_other(qtbot: QtBot, theme: Theme) -> None:
    text = "nnnn nnnn"
    widget = MarkedText(theme)
    made(qtbot, widget, text)
    bare = widget.grab().toImage()
    widget.set_spans([Underlined(5, 9, THICK)])
    marked = widget.grab().toImage()

    (stretch,) = widget.stretches()
    changed = {
        (x, y)
        for x in range(bare.width())
        for y in range(bare.height())
        if bare.pixelColor(x, y) != marked.pixelColor(x, y)
    }

    assert changed
    assert min(x for x, _ in changed) >= int(stretch.left) - 1
    assert max(x for x, _ in changed) <= int(stretch.right) + 1
    assert min(y for _, y in changed) >= int(stretch.y)


def test_a_text_that_goes_on_is_added_to_and_another_replaces_it(qtbot: QtBot, theme: Theme) -> None:
    widget = MarkedText(theme)
    made(qtbot, widget, "")

    for text in ("Rain", "Rain falls", "Rain falls.\nIt is wet.", "Other"):
        widget.show_text(text)
        assert widget.whole_text() == text


def test_a_sample_of_a_line_is_drawn(qtbot: QtBot, theme: Theme) -> None:
    sample = LineSample(theme, THICK)
    qtbot.addWidget(sample)
    image = sample.grab().toImage()

    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    assert theme.colour("ai").name() in colours


@pytest.fixture
def words(qtbot: QtBot, theme: Theme) -> WordText:
    text = "You are lonely now"
    widget = WordText(theme)
    made(qtbot, widget, text)
    spans = words_of(text, 0)
    spans[2] = Underlined(spans[2].start, spans[2].end, THICK)
    widget.show_words(text, spans)
    widget.show()
    return widget


def test_arrows_go_from_word_to_word_and_to_the_next_that_is_underlined(words: WordText) -> None:
    met: list[int] = []
    words.word_chosen.connect(met.append)

    keys = "Right Right Down Down End Right Up Home Left"
    for name in keys.split():
        QTest.keyClick(words, getattr(Qt.Key, f"Key_{name}"))

    # From the last underlined word Down leads nowhere.
    assert met == [0, 1, 2, 3, 3, 2, 0, 0]


def test_a_click_chooses_the_word_under_it(words: WordText) -> None:
    for number in range(4):
        point = words.word_rect(number).center()
        QTest.mouseClick(words, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        assert words.chosen == number


def test_a_click_beside_the_text_chooses_the_nearest_in_its_line(words: WordText) -> None:
    point = QPoint(words.width() - 1, words.word_rect(3).center().y())

    QTest.mouseClick(words, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)

    assert words.chosen == 3


def test_nothing_is_chosen_until_somebody_chooses(words: WordText) -> None:
    words.setFocus(Qt.FocusReason.TabFocusReason)
    assert words.chosen is None

    QTest.keyClick(words, Qt.Key.Key_Right)
    assert words.chosen == 0


def test_the_chosen_word_has_an_edge(words: WordText, theme: Theme) -> None:
    bare = words.grab().toImage()
    words.choose(0)
    chosen = words.grab().toImage()
    edge = words.word_rect(0)

    assert chosen.pixelColor(edge.center().x(), edge.top() + 1) != bare.pixelColor(
        edge.center().x(), edge.top() + 1
    )


def test_a_text_without_words_has_none_to_choose(qtbot: QtBot, theme: Theme) -> None:
    widget = WordText(theme)
    made(qtbot, widget, "")
    widget.show()

    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QTest.keyClick(widget, Qt.Key.Key_Right)
    widget.choose(0)

    assert widget.chosen is None


def test_another_text_takes_the_choice_back(words: WordText) -> None:
    words.choose(2)

    words.show_words("Rain falls", words_of("Rain falls"))

    assert words.chosen is None
