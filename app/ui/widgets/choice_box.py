"""One of a few, from a list that opens: the language, the look."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.theme import MEDIUM, Theme


class ChoiceBox(QComboBox):
    """A combo box in the program's look. A wheel that passes over it changes nothing."""

    def __init__(self, theme: Theme, accessible_name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(accessible_name)
        self.setFont(theme.font("body", MEDIUM))
        self.setMinimumHeight(theme.size("button"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls around it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's box, and an arrow that belongs to the other icons."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = round(self.font().pixelSize() * 1.05)
        space = self._theme.px(10)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = space if mirrored else self.width() - space - size
        place = QRectF(x, (self.height() - size) / 2, size, size)
        self._theme.icons.paint(painter, place, "chevron-down", "text2" if self.isEnabled() else "disabled")
