"""Plain text in lines of one fixed height. Knows no markup: nothing but letters can be drawn, and nothing loaded."""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

BALANCED_LINES_AT_MOST = 6
WIDTHS_REMEMBERED = 8
LETTERS_MEASURED = 240
"""A paragraph of more letters fills any line of 30 em."""
ENDLESS_FROM = 10_000
"""Letters in a row. For each line that it breaks between words, Qt reads on to the end of the word."""


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from the right."""
    directions = (unicodedata.bidirectional(sign) for sign in text)
    return next((way for way in directions if way in {"L", "R", "AL"}), "L") != "L"


def drawable(text: str) -> str:
    """The text as Qt can take it: a lone surrogate, which is no letter, becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def has_endless_word(text: str) -> bool:
    """Whether 10,000 letters or more stand without white space: a picture as letters, a minified page."""
    return len(text) >= ENDLESS_FROM and max(map(len, text.split()), default=0) >= ENDLESS_FROM


@dataclass(frozen=True, slots=True)
class Extent:
    """What a text takes when its lines break at `width`: the longest line and the height, in pixels; the lines."""

    width: float
    longest: float
    height: float
    lines: int


class Paragraphs:
    """Breaks a text into lines for a width, and draws it.

    Every line is `line_height` pixels high and its baseline is where the font's own would be, whatever fonts its
    letters fall back to. A word longer than a line is broken; beside one that is endless, every word may be.
    """

    def __init__(self, font: QFont, line_height: float, *, balanced: bool) -> None:
        """`balanced` evens out the lines of a short text that is one paragraph."""
        self._font = font
        self._line_height = line_height
        self._balanced = balanced
        metrics = QFontMetricsF(font)
        self._baseline = (line_height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        self._text = ""
        self._layouts: list[QTextLayout] = []
        self._broken_at: float | None = None
        self._extents: dict[float, Extent] = {}

    def text(self) -> str:
        """The text as it was given."""
        return self._text

    def set_text(self, text: str) -> None:
        """Take a new text. Line ends part paragraphs."""
        self._text = text
        self._layouts = [self._layout_of(part) for part in self._parts(text)]
        self._forget()

    def append(self, text: str) -> None:
        """Add to the end. Only the paragraph that grows is made anew."""
        self._text += text
        kept = self._layouts.pop().text() if self._layouts else ""
        self._layouts.extend(self._layout_of(part) for part in self._parts(kept + text))
        self._forget()

    def natural_width(self, most: float) -> float:
        """About the width of the longest paragraph in one line, at most `most` pixels. Breaks no lines."""
        metrics = QFontMetricsF(self._font)
        longest = 0.0
        for layout in self._layouts:
            text = layout.text()
            if len(text) > LETTERS_MEASURED:
                return most
            longest = max(longest, metrics.horizontalAdvance(text))
            if longest >= most:
                return most
        return longest

    def height_known(self) -> float:
        """The height at a width that was asked for, in pixels; before any, one line for each paragraph."""
        if self._extents:
            return next(reversed(self._extents.values())).height
        return len(self._layouts) * self._line_height

    def extent(self, width: float) -> Extent:
        """What the text takes within `width` pixels."""
        if width not in self._extents:
            if len(self._extents) >= WIDTHS_REMEMBERED:
                self._extents.clear()
            extent = self._break(width)
            if self._balanced and len(self._layouts) == 1 and 1 < extent.lines <= BALANCED_LINES_AT_MOST:
                extent = self._balance(extent)
            self._extents[width] = extent
        return self._extents[width]

    def draw(self, painter: QPainter, left: float, width: float) -> None:
        """Draw within `width` pixels from `left`, in the painter's pen. What runs from the right begins there."""
        extent = self.extent(width)
        if self._broken_at != extent.width:
            self._break(extent.width)
        slack = width - extent.width
        for layout in self._layouts:
            backwards = layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
            layout.draw(painter, QPointF(left + (slack if backwards else 0.0), 0.0))

    @staticmethod
    def _parts(text: str) -> list[str]:
        whole = drawable(text)
        for line_end in ("\r\n", "\r", "\u2028", "\u2029"):
            whole = whole.replace(line_end, "\n")
        return whole.split("\n")

    def _layout_of(self, text: str) -> QTextLayout:
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAnywhere
            if has_endless_word(text)
            else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        )
        backwards = runs_right_to_left(text)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight
        )
        option.setAlignment(Qt.AlignmentFlag.AlignRight if backwards else Qt.AlignmentFlag.AlignLeft)
        layout = QTextLayout(text, self._font)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        return layout

    def _forget(self) -> None:
        self._broken_at = None
        self._extents.clear()

    def _break(self, width: float) -> Extent:
        lines: list[QTextLine] = []
        longest = above = below = 0.0
        for layout in self._layouts:
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1.0, width))
                # A fallback font may stand higher or hang lower than the line: the edges leave it room.
                if not lines:
                    above = max(0.0, line.ascent() - self._baseline)
                below = max(0.0, self._baseline + line.descent() - self._line_height)
                longest = max(longest, line.naturalTextWidth())
                lines.append(line)
                line.setPosition(
                    QPointF(
                        0.0, above + (len(lines) - 1) * self._line_height + self._baseline - line.ascent()
                    )
                )
            layout.endLayout()
        self._broken_at = width
        return Extent(width, longest, above + len(lines) * self._line_height + below, len(lines))

    def _balance(self, extent: Extent) -> Extent:
        narrow, wide = extent.width / extent.lines, extent.width
        best = extent
        while wide - narrow > self._line_height / 8:
            middle = (narrow + wide) / 2
            tried = self._break(middle)
            if tried.lines <= extent.lines:
                best, wide = tried, middle
            else:
                narrow = middle
        return best
