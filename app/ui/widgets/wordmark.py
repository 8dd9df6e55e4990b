"""The program's sign: the three shapes, and its name in the book serif."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from app.ui.theme import MEDIUM, Theme
from app.ui.widgets.label import Label
from app.ui.widgets.voice_badge import AI, paint_badge

NAME = "Trialogue"
"""A name, the same in every language."""


class ThreeShapes(QLabel):
    """Circle, diamond and page, side by side."""

    def __init__(self, theme: Theme, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Three squares."""
        return QSize(3 * self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw all three."""
        painter = QPainter(self)
        for i, kind in enumerate(("client", "therapist", AI)):
            paint_badge(painter, QRectF(i * self._size, 0, self._size, self._size), kind, "", self._theme)


class Wordmark(QWidget):
    """The three shapes with the name: in one line, or `stacked` and large for a screen of its own."""

    def __init__(
        self, theme: Theme, *, stacked: bool = False, words: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(NAME)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        box = QBoxLayout(direction, self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(20 if stacked else 10))
        self.shapes = ThreeShapes(theme, theme.px(34 if stacked else 17))
        box.addWidget(self.shapes, 0, Qt.AlignmentFlag.AlignCenter)
        self.name = Label(theme, NAME)
        font = QFont(theme.families.wordmark)
        font.setPixelSize(theme.px(44 if stacked else 22))
        font.setWeight(MEDIUM)
        self.name.setFont(font)
        # Showing what has no parent yet would open it as a window of its own.
        if not words:
            self.name.hide()
        box.addWidget(
            self.name, 0 if stacked else 1, Qt.AlignmentFlag.AlignCenter if stacked else Qt.AlignmentFlag(0)
        )
