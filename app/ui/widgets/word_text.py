"""A text whose words are underlined by weight, and of which one word at a time can be chosen."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from app.ui.theme import Theme
from app.ui.widgets.marked_text import MarkedText, Underlined


class WordText(MarkedText):
    """One text, not one control for each word, so that thousands of words open at once.

    A click or a touch chooses a word; Left and Right go from word to word, Up and Down to the next that is
    underlined, Home and End to the ends.
    """

    word_chosen = Signal(int)
    """The word's number, from 0."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.chosen: int | None = None
        """The number of the chosen word, from 0."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, text: str, words: Sequence[Underlined]) -> None:
        """Show a text with its words in reading order. The choice stays while the text does."""
        if text != self.whole_text():
            self.chosen = None
            self.set_text(text)
        self.set_spans(words)

    def choose(self, number: int) -> None:
        """Choose a word by its number, from 0; the nearest if there is none of that number."""
        if self.spans:
            self.chosen = max(0, min(len(self.spans) - 1, number))
            self.update()
            self.word_chosen.emit(self.chosen)

    def word_rect(self, number: int) -> QRect:
        """Where a word stands, with a little room around it."""
        boxes = [self._box(stretch.left, stretch.right, stretch.y) for stretch in self.stretches_of(number)]
        around = QRectF()
        for box in boxes:
            around = around.united(box)
        return around.toAlignedRect()

    def word_at(self, point: QPointF) -> int | None:
        """Return the number of the word at a point, or of the one before it in the line; None without words."""
        if not self.spans:
            return None
        inside = QPointF(point.x() - self.text_left(), point.y())
        letter = self._marked.code_point_at(inside, self.text_width())
        return max(0, bisect_right([word.start for word in self.spans], letter) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice. Keys with modifiers are the window's."""
        key = Qt.Key(event.key())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        forwards = Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right
        now = -1 if self.chosen is None else self.chosen
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.spans:
            event.ignore()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.choose(now + (1 if key == forwards else -1))
        elif key == Qt.Key.Key_Down:
            self._choose_first(range(now + 1, len(self.spans)))
        elif key == Qt.Key.Key_Up:
            self._choose_first(range(now - 1, -1, -1))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.choose(0 if key == Qt.Key.Key_Home else len(self.spans) - 1)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the word under the pointer."""
        number = self.word_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self.choose(number)
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chosen word on a ground with an edge, then the text with its underlines."""
        if self.chosen is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("ai"), 2.0))
            painter.setBrush(self._theme.colour("ai_bg"))
            for stretch in self.stretches_of(self.chosen):
                box = self._box(stretch.left, stretch.right, stretch.y)
                painter.drawRoundedRect(box, self._em * 0.2, self._em * 0.2)
            painter.end()
        super().paintEvent(event)

    def _choose_first(self, numbers: Sequence[int]) -> None:
        found = next((number for number in numbers if self.spans[number].weight > 0), None)
        if found is not None:
            self.choose(found)

    def _box(self, left: float, right: float, y: float) -> QRectF:
        em = self._em
        box = QRectF(self.text_left() + left - em * 0.12, y - em * 0.98, right - left + em * 0.24, em * 1.38)
        # At the text's edge there is no room beside the word.
        return box.intersected(QRectF(self.rect()).adjusted(1.0, 1.0, -1.0, -1.0))
