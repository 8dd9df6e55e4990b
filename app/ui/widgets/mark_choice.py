"""One of the four choices in the mark picker."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from app.domain.mark import Fit
from app.ui.theme import BOLD, MEDIUM, Theme
from app.ui.tokens import RADIUS_MARK
from app.ui.widgets.fit_look import fit_words, paint_glyph


class MarkChoice(QRadioButton):
    """A radio button as a cell: sign, words, ring. The picker decides what is chosen."""

    def __init__(self, theme: Theme, kind: str, fit: Fit, *, large: bool, parent: QWidget) -> None:
        super().__init__(fit_words(fit), parent)
        self.fit = fit
        self._theme = theme
        self._kind = str(kind)
        self._large = large
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(theme.font("label", MEDIUM))
        self.setProperty("ring_radius", round(self._cell_height() * RADIUS_MARK))

    def show_chosen(self, chosen: bool) -> None:
        """Show it as chosen or not."""
        # Only an exclusive button is a radio button to a screen reader, and none of those lets go by itself.
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)
        self.update()

    def _cell_height(self) -> int:
        least = self._theme.size("button")
        return round(least * 1.58) if self._large else round(least * 0.95)

    def _ring_size(self) -> float:
        return self.font().pixelSize() * (1.1 if self._large else 1.06)

    def _glyph_size(self) -> float:
        return self.font().pixelSize() * (1.2 if self._large else 1.3)

    def _edge_space(self) -> float:
        return self.font().pixelSize() * (0.95 if self._large else 0.68)

    def sizeHint(self) -> QSize:
        """Room for the words in bold, so that choosing moves nothing."""
        bold = QFontMetrics(self._theme.font("label", BOLD))
        words = bold.horizontalAdvance(self.text())
        em = self.font().pixelSize()
        width = 2 * self._edge_space() + self._glyph_size() + words + self._ring_size() + em * 1.0
        return QSize(round(width), self._cell_height())

    def minimumSizeHint(self) -> QSize:
        """The same: words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt calls it by name
        """The whole cell answers to the pointer."""
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is."""
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter choose; arrows are the picker's. Keys with modifiers are the screen's."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Edge, tint, sign, words, ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        thick = max(2.0, self.height() * (0.042 if self._large else 0.06))
        self._paint_cell(painter, thick if chosen else 1.0, chosen)
        token = self._kind if chosen else "text2"
        space, glyph, ring = self._edge_space(), self._glyph_size(), self._ring_size()
        middle = self.height() / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        glyph_x = self.width() - space - glyph if mirrored else space
        ring_x = space if mirrored else self.width() - space - ring
        paint_glyph(painter, QRectF(glyph_x, middle - glyph / 2, glyph, glyph), self.fit, token, self._theme)
        painter.setFont(self._theme.font("label", BOLD if chosen else MEDIUM))
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "disabled"))
        gap = self.font().pixelSize() * (0.5 if self._large else 0.42)
        words = QRectF(self.rect()).adjusted(space + glyph + gap, 0, -(space + ring), 0)
        if mirrored:
            words = QRectF(self.rect()).adjusted(space + ring, 0, -(space + glyph + gap), 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter, self.text())
        self._paint_ring(painter, QRectF(ring_x, middle - ring / 2, ring, ring), chosen)

    def _paint_cell(self, painter: QPainter, edge: float, chosen: bool) -> None:
        ground = f"{self._kind}_bg" if chosen else "raised"
        if not chosen and self.underMouse() and self.isEnabled():
            ground = "hover"
        painter.setBrush(self._theme.colour(ground))
        painter.setPen(QPen(self._theme.colour(self._kind if chosen else "line2"), edge))
        radius = self.height() * RADIUS_MARK
        inset = edge / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _paint_ring(self, painter: QPainter, rect: QRectF, chosen: bool) -> None:
        colour = self._theme.colour(self._kind if chosen else "line2")
        line = max(1.5, rect.width() * 0.1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, line))
        painter.drawEllipse(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(rect.center(), rect.width() * 0.24, rect.width() * 0.24)
