"""Choosing one of several, and ticking what is wanted: cells large enough for a finger, with their words."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from app.ui.theme import BOLD, MEDIUM, Theme
from app.ui.tokens import RADIUS_CONTROL, SPACE_8
from app.ui.views.flow import Flow
from app.ui.widgets.plain_tooltip import plain_tooltip

_EDGE_SPACE = 0.6
"""Between edge and content, in letters' heights."""
_GAP = 0.5


def _dress(cell: QAbstractButton, theme: Theme, words: str) -> None:
    # An ampersand in somebody's name is no shortcut.
    cell.setText(words.replace("&", "&&"))
    cell.setAccessibleName(words)
    cell.setFont(theme.font("body", MEDIUM))
    cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    cell.setAttribute(Qt.WidgetAttribute.WA_Hover)
    cell.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


def _size(theme: Theme, words: str) -> QSize:
    bold = QFontMetrics(theme.font("body", BOLD))
    em = theme.size("body")
    width = bold.horizontalAdvance(words) + round(em * (2 * _EDGE_SPACE + _GAP + 1.1)) + 2
    return QSize(width, max(theme.size("button"), round(bold.height() * 1.3)))


def _least(theme: Theme, words: str) -> QSize:
    full = _size(theme, words)
    return QSize(min(full.width(), theme.size("body") * 8), full.height())


def _paint(cell: QAbstractButton, theme: Theme, words: str, *, is_round: bool) -> None:
    """Edge, sign and words. What is chosen differs by its edge, its filled sign and its bold words."""
    painter = QPainter(cell)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chosen, enabled = cell.isChecked(), cell.isEnabled()
    edge = 2.0 if chosen else 1.0
    painter.setBrush(theme.colour("hover" if cell.underMouse() and enabled else "raised"))
    ink = "ink" if enabled else "disabled"
    pen = QPen(theme.colour(ink if chosen else "line2"), edge)
    if not enabled:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRoundedRect(
        QRectF(cell.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), RADIUS_CONTROL, RADIUS_CONTROL
    )
    em = float(theme.size("body"))
    mirrored = cell.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = cell.width() - em * (_EDGE_SPACE + 1.1) if mirrored else em * _EDGE_SPACE
    sign = QRectF(x, (cell.height() - em * 1.1) / 2, em * 1.1, em * 1.1)
    if is_round:
        _paint_ring(painter, sign, theme, ink, chosen=chosen)
    else:
        paint_tick(painter, sign, theme, ink, ticked=chosen)
    taken = em * (_EDGE_SPACE + 1.1 + _GAP)
    room = QRectF(cell.rect()).adjusted(taken, 0, -em * _EDGE_SPACE, 0)
    if mirrored:
        room = QRectF(cell.rect()).adjusted(em * _EDGE_SPACE, 0, -taken, 0)
    font = theme.font("body", BOLD if chosen else MEDIUM)
    painter.setFont(font)
    painter.setPen(theme.colour("text" if enabled else "disabled"))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
    cell.setToolTip("" if shown == words else plain_tooltip(words))


def _paint_ring(painter: QPainter, rect: QRectF, theme: Theme, ink: str, *, chosen: bool) -> None:
    line = max(1.5, rect.width() * 0.1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour(ink if chosen else "line2"), line))
    painter.drawEllipse(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2))
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ink))
        painter.drawEllipse(rect.center(), rect.width() * 0.26, rect.width() * 0.26)


def paint_tick(painter: QPainter, rect: QRectF, theme: Theme, ink: str, *, ticked: bool) -> None:
    """Draw a box into a square: empty, or filled with `ink` and ticked."""
    line = max(1.5, rect.width() * 0.1)
    box = rect.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    painter.setPen(QPen(theme.colour(ink if ticked else "line2"), line))
    painter.setBrush(theme.colour(ink) if ticked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, rect.width() * 0.18, rect.width() * 0.18)
    if ticked:
        pen = QPen(theme.colour("onink"), max(1.8, rect.width() * 0.13))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = ((0.26, 0.52), (0.44, 0.7), (0.76, 0.32))
        painter.drawPolyline(
            [QPointF(rect.left() + rect.width() * u, rect.top() + rect.height() * v) for u, v in points]
        )


def _presses(cell: QAbstractButton, event: QKeyEvent) -> bool:
    """Press it by Enter, as the program's buttons are."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        cell.click()
        return True
    return False


class Option(QRadioButton):
    """One of several of which one holds. Those with the same parent belong together: arrows go round them."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.words = words
        _dress(self, theme, words)

    def sizeHint(self) -> QSize:
        """Room for the words in bold, so that choosing moves nothing."""
        return _size(self._theme, self.words)

    def minimumSizeHint(self) -> QSize:
        """A few letters: a long name gives way."""
        return _least(self._theme, self.words)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt calls it by name
        """The whole cell answers to the pointer."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does."""
        if not _presses(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Edge, ring, words."""
        _paint(self, self._theme, self.words, is_round=True)


class Tick(QCheckBox):
    """Something that is wanted or not."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.words = words
        _dress(self, theme, words)

    def sizeHint(self) -> QSize:
        """Room for the words in bold."""
        return _size(self._theme, self.words)

    def minimumSizeHint(self) -> QSize:
        """A few letters: a long name gives way."""
        return _least(self._theme, self.words)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt calls it by name
        """The whole cell answers to the pointer."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks, as Space does."""
        if not _presses(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Edge, box, words."""
        _paint(self, self._theme, self.words, is_round=False)


class Options(Flow):
    """A radio group. What a person chooses is told; what the page says is only shown."""

    chosen = Signal(str)
    """The key of what was chosen."""

    def __init__(self, theme: Theme, name: str, options: Sequence[tuple[str, str]]) -> None:
        """`name` is what a screen reader says of the group; `options` are keys with their words."""
        super().__init__(theme.px(SPACE_8))
        self.setAccessibleName(name)
        self.cells: dict[str, Option] = {}
        for key, words in options:
            cell = Option(theme, words)
            cell.setAccessibleDescription(name)
            cell.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            self.add(cell)
            self.cells[key] = cell

    def key(self) -> str:
        """The key of what is chosen now, or nothing."""
        return next((key for key, cell in self.cells.items() if cell.isChecked()), "")

    def show_chosen(self, key: str) -> None:
        """Show a choice without telling anybody."""
        self.cells[key].setChecked(True)

    def set_available(self, available: bool) -> None:
        """Let all of them be chosen, or none."""
        for cell in self.cells.values():
            cell.setEnabled(available)
