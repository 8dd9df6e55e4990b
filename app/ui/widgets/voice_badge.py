"""Who speaks: a circle for the client, a diamond for the therapist, a page for the AI. Shape first, colour second."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.theme import BOLD, Theme
from app.ui.tokens import INITIAL_FROM
from app.ui.widgets.label import ElidedLabel

AI = "ai"


def initial_of(name: str) -> str:
    """The first letter or digit of a name, large, or nothing."""
    return next((sign.upper()[:1] for sign in name if sign.isalnum()), "")


def paint_badge(painter: QPainter, rect: QRectF, kind: str, initial: str, theme: Theme) -> None:
    """Draw a voice's shape into a square. `kind` is `client`, `therapist` or `ai`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(kind))
    size = rect.width()
    if kind == AI:
        _paint_page(painter, rect, theme)
    elif kind == "therapist":
        painter.save()
        painter.translate(rect.center())
        painter.rotate(45)
        half = size * 0.375
        painter.drawRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), size * 0.09, size * 0.09)
        painter.restore()
    else:
        painter.drawEllipse(rect)
    if kind != AI and initial and size >= INITIAL_FROM:
        painter.setPen(theme.colour("onink"))
        share = 0.42 if kind == "therapist" else 0.5
        painter.setFont(theme.font(weight=BOLD, size=max(9, round(size * share))))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initial)
    painter.restore()


def _paint_page(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    size = rect.width()
    page = rect.adjusted(size * 0.06, size * 0.06, -size * 0.06, -size * 0.06)
    painter.drawRoundedRect(page, size * 0.14, size * 0.14)
    painter.setPen(
        QPen(theme.colour("onink"), max(1.4, size * 0.085), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    )
    left, right = page.left() + page.width() * 0.24, page.right() - page.width() * 0.22
    for share, end in ((0.31, right), (0.5, right), (0.69, left + (right - left) * 0.62)):
        y = page.top() + page.height() * share
        painter.drawLine(QPointF(left, y), QPointF(end, y))


class VoiceBadge(QLabel):
    """A voice's shape. Decoration beside a name: it has no accessible name unless one is given."""

    def __init__(
        self,
        theme: Theme,
        kind: str,
        name: str = "",
        size: int = 24,
        *,
        accessible_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = str(kind)
        self._initial = initial_of(name)
        self._size = size
        self.setFixedSize(size, size)
        self.setAccessibleName(accessible_name)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._kind, self._initial, self._theme)


class VoiceLabel(QWidget):
    """A badge and a name in the voice's colour, read as one."""

    def __init__(
        self,
        theme: Theme,
        kind: str,
        name: str,
        *,
        words: str = "",
        role: str = "label",
        badge: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`words` stand in the place of the name, for instance "Maya's turn"; the initial is the name's.

        They are cut at their end: where the end matters, a caller shortens a long name before it makes them.
        """
        super().__init__(parent)
        size = badge if badge is not None else round(theme.size(role) * (1.1 if role == "title" else 1.4))
        self.badge = VoiceBadge(theme, kind, name, size)
        self.label = ElidedLabel(theme, words or name, role, str(kind), weight=BOLD)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(size * 0.36))
        row.addWidget(self.badge)
        row.addWidget(self.label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
