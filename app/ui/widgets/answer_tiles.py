"""Small pages in a row, one for each answer: filled where that answer says it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.theme import Theme

_LEAST_TARGET = 24
"""Pixels that a finger or a pointer can meet, before enlarging."""


class AnswerTiles(QWidget):
    """Page *i* is answer *i* in every row. Pressing one asks to read that answer whole.

    One stop for Tab; Left, Right, Home and End go from page to page, Enter and Space press.
    """

    answer_pressed = Signal(int)
    """Number of the answer, from 1."""

    def __init__(self, theme: Theme, said_in: Sequence[bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.said_in = tuple(said_in)
        self.current = next((n for n, said in enumerate(self.said_in, start=1) if said), 1)
        """The number of the page that Enter presses."""
        self._shows_current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.words())
        self.setAccessibleDescription(self.tr("The arrow keys choose an answer, Enter reads it."))

    def words(self) -> str:
        """Which answers say it, for somebody who does not see the pages."""
        numbers = [str(number) for number, said in enumerate(self.said_in, start=1) if said]
        total = len(self.said_in)
        if len(numbers) == 1:
            return self.tr("said in answer {number} of {total}").format(number=numbers[0], total=total)
        listed = self.tr("{numbers} and {last}").format(numbers=", ".join(numbers[:-1]), last=numbers[-1])
        return self.tr("said in answers {numbers} of {total}").format(numbers=listed, total=total)

    def tile_words(self, number: int) -> str:
        """What one page means."""
        says = self.said_in[number - 1]
        words = self.tr("Answer {number} says it.") if says else self.tr("Answer {number} does not say it.")
        return words.format(number=number)

    def sizeHint(self) -> QSize:
        """A square target for each page."""
        target = self._target()
        return QSize(len(self.said_in) * target, round(target * 1.1))

    def minimumSizeHint(self) -> QSize:
        """The same: no page is cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter and Space press. Keys with modifiers are the window's."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        forwards = Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right
        backwards = Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left
        moves = {
            forwards: self.current + 1,
            backwards: self.current - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: len(self.said_in),
        }
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() in moves:
            self._shows_current = True
            self.update()
            self._move_to(moves[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.answer_pressed.emit(self.current)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that its release is ours."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the page under the pointer."""
        number = self.number_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number:
            self.current = number
            self.update()
            self.answer_pressed.emit(number)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which page Enter presses to somebody who comes by the keyboard."""
        super().focusInEvent(event)
        self._shows_current = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No page is chosen any more."""
        super().focusOutEvent(event)
        self._shows_current = False
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say what the page under the pointer means."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.number_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.tile_words(number) if number else "", self)
            return True
        return super().event(event)

    def number_at(self, point: QPointF) -> int:
        """Return the number of the answer whose page is there; 0 beside them."""
        if not self.rect().contains(point.toPoint()):
            return 0
        index = int(point.x() // self._target())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        number = len(self.said_in) - index if mirrored else index + 1
        return number if 1 <= number <= len(self.said_in) else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One page after the other; a dot in the current one while somebody uses the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        target = self._target()
        width, height = target * 0.76, target * 0.9
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for number, says in enumerate(self.said_in, start=1):
            box = self._box(number)
            top = box.top() + (box.height() - height) / 2
            # At the row's very edge, below the statement's first letter; the gap is behind it.
            x = box.right() - width if mirrored else box.left()
            page = QRectF(x, top, width, height).adjusted(1.0, 1.0, -1.0, -1.0)
            painter.setPen(QPen(self._theme.colour("ai" if says else "line2"), 1.5))
            painter.setBrush(self._theme.colour("ai" if says else "raised"))
            painter.drawRoundedRect(page, width * 0.16, width * 0.16)
            if number == self.current and self._shows_current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("onink" if says else "ai"))
                dot = target * 0.24
                painter.drawEllipse(page.center(), dot / 2, dot / 2)

    def _move_to(self, number: int) -> None:
        if 1 <= number <= len(self.said_in) and number != self.current:
            self.current = number
            self.update()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.tile_words(number)))

    def _target(self) -> int:
        return max(self._theme.px(_LEAST_TARGET), round(self._theme.size("body") * 1.4))

    def _box(self, number: int) -> QRectF:
        target = self._target()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = len(self.said_in) - number if mirrored else number - 1
        return QRectF(place * target, 0, target, self.height())
