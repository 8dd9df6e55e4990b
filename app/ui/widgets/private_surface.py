"""What only the therapist sees, marked so that nobody mistakes it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import BOLD, Theme
from app.ui.tokens import HATCH_WIDTH, SPACE_8, SPACE_12, SPACE_16
from app.ui.widgets.label import Label

_HATCH_STEP = 7


class PrivateSurface(QFrame):
    """A ground of its own with a hatched edge, a lock and the words. Parts go into `body`.

    Buttons for the whole surface, as for hiding it, go into `head_actions`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "private")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Private to you"))
        column = QVBoxLayout(self)
        edge = theme.px(HATCH_WIDTH)
        column.setContentsMargins(edge + theme.px(18), theme.px(SPACE_12), theme.px(20), theme.px(SPACE_16))
        column.setSpacing(theme.px(SPACE_12))
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        lock = QLabel()
        size = theme.px(20)
        lock.setPixmap(theme.icons.pixmap("lock", size, "private", self.devicePixelRatioF()))
        head.addWidget(lock)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(theme, self.tr("Private to you"), "label", "private", weight=BOLD))
        words.addWidget(Label(theme, self.tr("Never on the shared screen"), "small", "text2"))
        head.addLayout(words, 1)
        self.head_actions = QHBoxLayout()
        self.head_actions.setSpacing(theme.px(SPACE_8))
        head.addLayout(self.head_actions)
        column.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(SPACE_8))
        column.addLayout(self.body, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hatch the edge where the reading begins."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._theme.px(HATCH_WIDTH)
        left = self.width() - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        edge = QRectF(left, 0, width, self.height())
        painter.setClipRect(edge)
        painter.setPen(QPen(self._theme.colour("private"), 2.2))
        y = -width
        while y < self.height() + width:
            painter.drawLine(left, y + width, left + width, y)
            y += _HATCH_STEP
