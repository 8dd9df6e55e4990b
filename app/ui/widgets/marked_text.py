"""A text to read with parts of it underlined. Shape and thickness of the line say what, never its colour alone."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextLayout, QTextLine
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme
from app.ui.tokens import LINE_HEIGHT
from app.ui.widgets.paragraphs import Paragraphs
from app.ui.widgets.reading_text import ReadingText

DOTTED, SOLID, THICK = 1, 2, 3
"""How an underline looks; 0 is none."""

_LAST_NARROW = 0xFFFF
_BACKWARDS = {"R", "AL"}
_WORD = re.compile(r"\S+")
_WORDS = re.compile(r"\S(?:.*\S)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Underlined:
    """The span `text[start:end]` in code points, and how its line looks: 0 to 3. Spans do not overlap."""

    start: int
    end: int
    weight: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a span lies on one line: its number among the spans, from `left` to `right`, and the baseline's `y`."""

    span: int
    left: float
    right: float
    y: float


def paint_underline(painter: QPainter, line: QLineF, weight: int, em: float, theme: Theme) -> None:
    """Draw one underline: dots, a line, or a thick line. `em` is the size of the letters above, in pixels."""
    if weight <= 0:
        return
    thin = max(1.5, em * 0.06)
    pen = QPen(theme.colour("ai"), thin * (2.6 if weight >= THICK else 1.0))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if weight == DOTTED:
        pen.setDashPattern([1.4, 1.8])
    painter.setPen(pen)
    painter.drawLine(line)


class LineSample(QWidget):
    """A short piece of an underline, for a legend in words."""

    def __init__(self, theme: Theme, weight: int) -> None:
        super().__init__()
        self._theme = theme
        self._weight = weight
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Two letters wide, one high."""
        em = self._theme.size("small")
        return QSize(round(em * 2.2), em)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        y = self.height() * 0.75
        line = QLineF(0, y, self.width(), y)
        paint_underline(QPainter(self), line, self._weight, self._theme.size("body"), self._theme)


class MarkedParagraphs(Paragraphs):
    """Paragraphs that know where a span of the text is drawn, and which letter stands at a point.

    The text has line feeds for line ends and no lone surrogates, as `app.domain.text.plain` leaves it.
    """

    def stretches(self, spans: Sequence[Underlined], width: float) -> list[Stretch]:
        """Return where the spans lie when the lines break at `width` pixels, in the order of the spans.

        A span that goes over several lines, or among letters that run both ways, has several stretches.
        """
        self.lay_out(width)
        blocks = self._blocks()
        starts = [block.start for block in blocks]
        found: list[Stretch] = []
        for number, span in enumerate(spans):
            index = max(0, bisect_right(starts, span.start) - 1)
            while index < len(blocks) and starts[index] < span.end:
                found += blocks[index].stretches(number, span)
                index += 1
        return found

    def code_point_at(self, point: QPointF, width: float) -> int:
        """Return the number of the letter at a point, or of the nearest in its line."""
        self.lay_out(width)
        blocks = self._blocks()
        above = [block for block in blocks if block.layout.lineAt(0).y() <= point.y()]
        return (above or blocks)[-1 if above else 0].code_point_at(point)

    def lay_out(self, width: float) -> None:
        """Break the lines at `width` pixels, unless they are."""
        extent = self.extent(width)
        if self._broken_at != extent.width:
            self._break(extent.width)

    def draw_within(self, painter: QPainter, left: float, width: float, clip: QRectF) -> None:
        """Draw as `draw` does, but only the lines that `clip` touches: a long text is drawn while it scrolls."""
        self.lay_out(width)
        for layout in self._layouts:
            last = layout.lineAt(layout.lineCount() - 1)
            if layout.lineAt(0).y() <= clip.bottom() and last.y() + last.height() >= clip.top():
                layout.draw(painter, QPointF(left, 0.0), [], clip)

    def _blocks(self) -> list["_Block"]:
        blocks = []
        start = 0
        for layout in self._layouts:
            blocks.append(_Block.of(layout, start))
            start += len(layout.text()) + 1
        return blocks


class MarkedText(ReadingText):
    """A reading text with underlined spans, its lines not evened out, since it may grow."""

    def __init__(self, theme: Theme, text: str = "", *, role: str = "read") -> None:
        super().__init__(theme, "", role=role, balanced=False)
        self._marked = MarkedParagraphs(self.font(), self._em * LINE_HEIGHT, balanced=False)
        self._paragraphs = self._marked
        self._spans: tuple[Underlined, ...] = ()
        self._stretches: tuple[float, list[Stretch]] | None = None
        self.set_text(text)

    @property
    def spans(self) -> tuple[Underlined, ...]:
        """What is underlined."""
        return self._spans

    def set_spans(self, spans: Sequence[Underlined]) -> None:
        """Underline these spans of the text."""
        if tuple(spans) != self._spans:
            self._spans = tuple(spans)
            self._stretches = None
            self.update()

    def show_text(self, text: str) -> None:
        """Show this text; if it goes on from the one that is shown, only add what is new."""
        shown = self.whole_text()
        if text != shown:
            if shown and text.startswith(shown):
                self.append(text[len(shown) :])
            else:
                self.set_text(text)

    def _on_text_changed(self) -> None:
        self._stretches = None
        super()._on_text_changed()

    def text_width(self) -> float:
        """The width at which the lines break, in pixels."""
        return float(min(self.width(), self.measure()))

    def text_left(self) -> float:
        """Where the lines begin."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() - self.text_width() if mirrored else 0.0

    def stretches(self) -> list[Stretch]:
        """Where the spans lie now, from `text_left` on."""
        width = self.text_width()
        if self._stretches is None or self._stretches[0] != width:
            self._stretches = (width, self._marked.stretches(self._spans, width))
        return self._stretches[1]

    def stretches_of(self, number: int) -> list[Stretch]:
        """Where one of the spans lies now."""
        found = self.stretches()
        first = bisect_left(found, number, key=lambda stretch: stretch.span)
        return list(takewhile(lambda stretch: stretch.span == number, found[first:]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Underlines first, so that the letters stay whole, then the lines that are in view."""
        painter = QPainter(self)
        left = self.text_left()
        clip = QRectF(event.rect()).adjusted(0.0, -self._em, 0.0, self._em)
        for stretch in self.stretches():
            if clip.top() <= stretch.y <= clip.bottom() + self._em:
                self._paint_stretch(painter, stretch, left)
        painter.setPen(self._theme.colour(self._tone))
        self._marked.draw_within(painter, left, self.text_width(), clip.translated(-left, 0.0))

    def _paint_stretch(self, painter: QPainter, stretch: Stretch, left: float) -> None:
        y = stretch.y + self._em * 0.2
        line = QLineF(left + stretch.left, y, left + stretch.right, y)
        paint_underline(painter, line, self._spans[stretch.span].weight, self._em, self._theme)


@dataclass(frozen=True, slots=True)
class _Block:
    """One paragraph: where it starts in the text, and its letters as Qt counts them, in UTF-16 units.

    `wide` are the places of the letters that take two units.
    """

    layout: QTextLayout
    start: int
    units: str
    wide: list[int]
    runs_both_ways: bool

    @staticmethod
    def of(layout: QTextLayout, start: int) -> "_Block":
        """Read a paragraph that begins at a code point of the text."""
        text = layout.text()
        wide = [] if text.isascii() else [n for n, letter in enumerate(text) if ord(letter) > _LAST_NARROW]
        units = (
            "".join(letter * 2 if ord(letter) > _LAST_NARROW else letter for letter in text) if wide else text
        )
        ways = text.isascii() or not any(unicodedata.bidirectional(letter) in _BACKWARDS for letter in text)
        return _Block(layout, start, units, wide, not ways)

    def stretches(self, number: int, span: Underlined) -> list[Stretch]:
        """Return where the part of a span lies that is in this paragraph."""
        start, end = self._unit(span.start), self._unit(span.end)
        if start >= end:
            return []
        found = []
        for index in range(self.layout.lineForTextPosition(start).lineNumber(), self.layout.lineCount()):
            line = self.layout.lineAt(index)
            begin = line.textStart()
            if begin >= end:
                break
            for one, other in self._parts(max(start, begin), min(end, begin + line.textLength())):
                left, right = self._edges(line, one, other)
                found.append(Stretch(number, left, right, line.y() + line.ascent()))
        return found

    def code_point_at(self, point: QPointF) -> int:
        """Return the number of the letter of the text that is nearest to a point in this paragraph."""
        lines = [self.layout.lineAt(index) for index in range(self.layout.lineCount())]
        line = next((line for line in reversed(lines) if line.y() <= point.y()), lines[0])
        unit = line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
        before = sum(1 for place, index in enumerate(self.wide) if index + place < unit)
        return self.start + unit - before

    def _edges(self, line: QTextLine, start: int, end: int) -> tuple[float, float]:
        if self.runs_both_ways:
            # Where the way turns, a cursor has two places; the signs that are drawn have one.
            boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
            if boxes:
                return min(box.left() for box in boxes), max(box.right() for box in boxes)
        edges = (_x(line, start, QTextLine.Edge.Leading), _x(line, end - 1, QTextLine.Edge.Trailing))
        return min(edges), max(edges)

    def _unit(self, code_point: int) -> int:
        inside = code_point - self.start
        return min(len(self.units), max(0, inside) + bisect_left(self.wide, inside))

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return a stretch without the white space around it; word by word where letters run both ways."""
        pattern = _WORD if self.runs_both_ways else _WORDS
        return [match.span() for match in pattern.finditer(self.units, start, end)]


def _x(line: QTextLine, unit: int, edge: QTextLine.Edge) -> float:
    # The stubs say a number; what comes back is the number and the unit that it is for.
    found: Any = line.cursorToX(unit, edge)
    return float(found[0])
