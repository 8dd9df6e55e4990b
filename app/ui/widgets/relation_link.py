"""How two neighbouring marks stand to each other: drawn as a line between them, and said in words below it."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.domain.mark import Relation
from app.ui.theme import MEDIUM, Theme


def relation_words(relation: Relation) -> str:
    """Return the relation in the words of the chosen language."""
    return {
        Relation.SAME: QCoreApplication.translate("Relation", "Same view"),
        Relation.CLOSE: QCoreApplication.translate("Relation", "Close"),
        Relation.TWO_VIEWS: QCoreApplication.translate("Relation", "Two views"),
        Relation.OPEN: QCoreApplication.translate("Relation", "Still open"),
    }[relation]


class RelationLink(QLabel):
    """Same view = double line; close = single; two views = broken, with end stops; still open = dotted.

    Where one of the two has not marked, the place stays empty. The line runs at the middle of the marks beside it.
    """

    def __init__(
        self, theme: Theme, relation: Relation | None, mark_height: int, parent: QWidget | None = None
    ) -> None:
        """`mark_height` is that of the chips that it joins, in pixels."""
        super().__init__(parent)
        self._theme = theme
        self._relation = relation
        self._mark_height = mark_height
        self.setFont(theme.font("small", MEDIUM))
        self.setAccessibleName("" if relation is None else relation_words(relation))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the longest of the words, so that every row is alike."""
        metrics = QFontMetrics(self.font())
        words = max(metrics.horizontalAdvance(relation_words(relation)) for relation in Relation)
        em = self.font().pixelSize()
        return QSize(round(words + em * 0.6), round(self._mark_height + em * 1.5))

    def minimumSizeHint(self) -> QSize:
        """The same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and the word."""
        if self._relation is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = max(2.0, self._mark_height * 0.055)
        pen = QPen(self._theme.colour("text2"), line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        middle, width = self._mark_height / 2, float(self.width())
        match self._relation:
            case Relation.SAME:
                for y in (middle - line * 1.5, middle + line * 1.5):
                    painter.drawLine(QPointF(0, y), QPointF(width, y))
            case Relation.CLOSE:
                painter.drawLine(QPointF(0, middle), QPointF(width, middle))
            case Relation.TWO_VIEWS:
                self._draw_broken(painter, middle, width)
            case Relation.OPEN:
                pen.setDashPattern([1.6, 1.6])
                painter.setPen(pen)
                painter.drawLine(QPointF(0, middle), QPointF(width, middle))
        painter.setPen(self._theme.colour("text2"))
        below = QRectF(0, self._mark_height, width, self.height() - self._mark_height)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, relation_words(self._relation))

    def _draw_broken(self, painter: QPainter, middle: float, width: float) -> None:
        stop = self._mark_height * 0.16
        for start, end in ((0.0, width * 0.31), (width, width * 0.69)):
            painter.drawLine(QPointF(start, middle), QPointF(end, middle))
            painter.drawLine(QPointF(end, middle - stop), QPointF(end, middle + stop))
