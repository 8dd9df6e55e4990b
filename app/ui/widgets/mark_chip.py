"""A mark as a result. Fill, tint, outline and dashes tell the fits apart without any colour."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.domain.mark import Fit, Mark
from app.ui.theme import BOLD, MEDIUM, Theme
from app.ui.tokens import MARK_AT_DESK, RADIUS_MARK
from app.ui.widgets.fit_look import fit_words, mark_words, paint_glyph
from app.ui.widgets.plain_tooltip import plain_tooltip


class MarkChip(QLabel):
    """What a voice marked, or that it marked something which stays covered, or nothing.

    Compact: a square with the sign, as at the desk, and a small bookmark beside it when it matters. Worded: a
    bar with sign and words, as on the shared screen; what matters stands below it, see `MattersTag`.
    """

    def __init__(
        self, theme: Theme, kind: str, name: str, *, compact: bool = True, parent: QWidget | None = None
    ) -> None:
        """`kind` is the voice's, `name` how it is called; both show in the accessible name."""
        super().__init__(parent)
        self._theme = theme
        self._kind = str(kind)
        self._name = name
        self._compact = compact
        self._mark = Mark()
        self._covered = False
        horizontal = QSizePolicy.Policy.Fixed if compact else QSizePolicy.Policy.Minimum
        self.setSizePolicy(horizontal, QSizePolicy.Policy.Fixed)
        self.show_mark(Mark())

    def show_mark(self, mark: Mark) -> None:
        """Show a mark. One with nothing chosen leaves the place empty."""
        self._mark, self._covered = mark, False
        self._say(mark_words(self._name, mark))

    def show_covered(self) -> None:
        """Show that something is marked, and not what."""
        self._mark, self._covered = Mark(), True
        self._say(QCoreApplication.translate("MarkChip", "{name}: marked, covered").format(name=self._name))

    def _say(self, words: str) -> None:
        self.setAccessibleName(words)
        shows = self._covered or self._mark.fit is not None or self._mark.matters
        self.setToolTip(plain_tooltip(words) if self._compact and shows else "")
        self.updateGeometry()
        self.update()

    # Sizes

    def _height(self) -> int:
        return self._theme.px(MARK_AT_DESK) if self._compact else round(self._theme.size("label") * 1.86)

    def _bookmark(self) -> int:
        return round(self._height() * 0.5)

    def sizeHint(self) -> QSize:
        """Compact, the square and the bookmark's place on either side of it; worded, room for the longest fit."""
        height = self._height()
        if self._compact:
            return QSize(height + 2 * self._bookmark(), height)
        metrics = QFontMetrics(self._theme.font("label", BOLD))
        words = max(metrics.horizontalAdvance(fit_words(fit)) for fit in Fit)
        return QSize(round(height * 1.06 + words + height * 0.7), height)

    def minimumSizeHint(self) -> QSize:
        """The same: words are never cut."""
        return self.sizeHint()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square or the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        height = float(self._height())
        if self._compact:
            cell = QRectF((self.width() - height) / 2, 0, height, height)
            self._paint_square(painter, cell)
            if self._mark.matters:
                size = self._bookmark()
                x = cell.left() - size if mirrored else cell.right()
                place = QRectF(x, cell.top(), size, size)
                self._theme.icons.paint(painter, place, "bookmark", self._kind, filled=True)
        else:
            self._paint_bar(painter, QRectF(0, 0, self.width(), height), mirrored)

    def _paint_square(self, painter: QPainter, cell: QRectF) -> None:
        fit = self._mark.fit
        glyph = cell.adjusted(*(cell.width() * share for share in (0.22, 0.22, -0.22, -0.22)))
        if self._covered:
            self._paint_ground(painter, cell, f"{self._kind}_bg", max(1.0, cell.height() / 26))
            self._theme.icons.paint(painter, glyph, "eye-off", self._kind)
        elif fit is Fit.FITS:
            self._paint_ground(painter, cell, self._kind, 0)
            paint_glyph(painter, glyph, fit, "onink", self._theme)
        elif fit is not None:
            ground = f"{self._kind}_bg" if fit is Fit.PARTLY else "surface"
            self._paint_ground(painter, cell, ground, cell.height() / 15, dashed=fit is Fit.NOT_SURE)
            paint_glyph(painter, glyph, fit, self._kind, self._theme)

    def _paint_bar(self, painter: QPainter, bar: QRectF, mirrored: bool) -> None:
        fit = self._mark.fit
        if fit is None and not self._covered:
            return
        edge = max(2.0, bar.height() / 26)
        filled = fit is Fit.FITS
        ground = self._kind if filled else "surface"
        if fit is Fit.PARTLY or self._covered:
            ground = f"{self._kind}_bg"
        self._paint_ground(painter, bar, ground, 0 if filled else edge, dashed=fit is Fit.NOT_SURE)
        cell = QRectF(bar.left(), bar.top(), bar.height() * 1.06, bar.height())
        if mirrored:
            cell.moveRight(bar.right())
        if fit is Fit.PARTLY:
            self._paint_cell(painter, bar, cell)
        size = bar.height() * 0.5
        glyph = QRectF(0, 0, size, size)
        glyph.moveCenter(cell.center())
        if fit is None:
            self._theme.icons.paint(painter, glyph, "eye-off", self._kind)
            words = QCoreApplication.translate("MarkChip", "covered")
        else:
            paint_glyph(
                painter, glyph, fit, "onink" if filled or fit is Fit.PARTLY else self._kind, self._theme
            )
            words = fit_words(fit)
        painter.setFont(self._theme.font("label", BOLD))
        painter.setPen(self._theme.colour("onink" if filled else self._kind))
        gap = bar.height() * (0.24 if fit is Fit.PARTLY else 0.12)
        place = (
            bar.adjusted(0, 0, -cell.width() - gap, 0)
            if mirrored
            else bar.adjusted(cell.width() + gap, 0, 0, 0)
        )
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, ground: str, edge: float, *, dashed: bool = False
    ) -> None:
        pen = QPen(self._theme.colour(self._kind), edge) if edge else QPen(Qt.PenStyle.NoPen)
        if dashed:
            pen.setDashPattern([3.2, 2.2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(self._theme.colour(ground))
        radius = rect.height() * RADIUS_MARK
        painter.drawRoundedRect(rect.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), radius, radius)

    def _paint_cell(self, painter: QPainter, bar: QRectF, cell: QRectF) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(bar, bar.height() * RADIUS_MARK, bar.height() * RADIUS_MARK)
        part = QPainterPath()
        part.addRect(cell)
        painter.fillPath(outline.intersected(part), self._theme.colour(self._kind))


class MattersTag(QLabel):
    """Below a worded chip: a filled bookmark and the words. Empty, it keeps its height, so rows stay in line."""

    def __init__(self, theme: Theme, kind: str, *, shown: bool, parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate("MattersTag", "matters to me") if shown else ""
        super().__init__(words, parent)
        self._theme = theme
        self._kind = str(kind)
        self.setFont(theme.font("small", MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Bookmark, gap and words."""
        em = self.font().pixelSize()
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(round(em * 1.5 + words) + 1 if words else 0, round(em * 1.5))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both."""
        if not self.text():
            return
        painter = QPainter(self)
        em = float(self.font().pixelSize())
        rect = QRectF(self.rect())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        y = (self.height() - em) / 2
        x = rect.right() - em * 1.2 if mirrored else em * 0.2
        self._theme.icons.paint(painter, QRectF(x, y, em, em), "bookmark", self._kind, filled=True)
        painter.setPen(self._theme.colour(self._kind))
        place = rect.adjusted(0, 0, -em * 1.45, 0) if mirrored else rect.adjusted(em * 1.45, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, self.text())
