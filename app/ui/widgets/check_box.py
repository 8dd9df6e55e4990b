"""A box to tick, large enough to see and to meet."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.ui.theme import Theme


class CheckBox(QCheckBox):
    """A check box whose words wrap. Ticked, it is filled with ink; never told by colour alone."""

    def __init__(self, theme: Theme, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setFont(theme.font("body"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _box(self) -> int:
        return round(self.font().pixelSize() * 1.25)

    def _indent(self) -> int:
        return round(self._box() * 1.55)

    def _words_rect(self, width: int) -> QRectF:
        room = QRectF(0, 0, max(1, width - self._indent()), 1e6)
        return QRectF(self.fontMetrics().boundingRect(room.toRect(), Qt.TextFlag.TextWordWrap, self._words))

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the words, or of the box."""
        return max(round(self._words_rect(width).height()), self._box()) + 8

    def sizeHint(self) -> QSize:
        """All words in one line."""
        width = self._indent() + self.fontMetrics().horizontalAdvance(self._words) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The box and a few words."""
        return QSize(self._indent() + self.font().pixelSize() * 6, self._box() + 8)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt calls it by name
        """Box and words answer to the pointer."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, tick, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        size = float(self._box())
        line = (self.fontMetrics().height() - size) / 2
        box = QRectF(self.width() - size if mirrored else 0, 4 + max(0.0, line), size, size)
        ticked = self.isChecked()
        painter.setPen(QPen(self._theme.colour("ink" if ticked else "line2"), 1.5))
        painter.setBrush(self._theme.colour("ink" if ticked else "hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if ticked:
            inner = box.adjusted(size * 0.12, size * 0.12, -size * 0.12, -size * 0.12)
            self._theme.icons.paint(painter, inner, "check", "onink", stroke=3)
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "disabled"))
        indent = self._indent()
        words = QRectF(0 if mirrored else indent, 4, self.width() - indent, self.height() - 4)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), self._words)
