"""Where the keyboard is: a ring outside the control, drawn by one overlay in each window."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from app.ui.theme import Theme
from app.ui.tokens import FOCUS_GAP, FOCUS_WIDTH, RADIUS_CONTROL

_MOVES = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange}
)
_REACH = FOCUS_GAP + FOCUS_WIDTH


class FocusRing(QWidget):
    """Follows the focus within one window. Make one for each window; the window owns it.

    A control that was clicked shows no ring until a key is pressed on it; a field for text always shows one. Within
    a scrolled area only the part in view is ringed. A control may carry a property `ring_radius`, in pixels.
    """

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self._wanted = False
        self._offset = QPoint()
        self._ring_size = QSize()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())

    def target(self) -> QWidget | None:
        """The control that is ringed now, or None."""
        return self._target if self.isVisible() else None

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        window = self.parentWidget()
        if new is None or window is None or new is window or not window.isAncestorOf(new):
            return
        self._target = new
        clicked = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._wanted = not clicked or isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit)
        step: QWidget | None = new
        while step is not None and step is not window:
            step.installEventFilter(self)
            self._followed.append(step)
            step = step.parentWidget()
        new.destroyed.connect(self._on_target_gone)
        self._place()

    def _let_go(self) -> None:
        for widget in self._followed:
            if isValid(widget):
                widget.removeEventFilter(self)
        if self._target is not None and isValid(self._target):
            self._target.destroyed.disconnect(self._on_target_gone)
        self._followed = []
        self._target = None
        self.hide()

    def _on_target_gone(self) -> None:
        self._target = None
        self._followed = []
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along when the control or anything around it moves; show up when a key is pressed on it."""
        if event.type() in _MOVES:
            self._place()
        elif event.type() == QEvent.Type.KeyPress and watched is self._target and not self._wanted:
            self._wanted = True
            self._place()
        return False

    def _place(self) -> None:
        target, window = self._target, self.parentWidget()
        if target is None or window is None or not self._wanted or not target.isVisibleTo(window):
            self.hide()
            return
        inner = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        if inner.contains(window.rect()):
            # A screen that takes keys itself: there is nowhere else that the keyboard could be.
            self.hide()
            return
        ring = inner.adjusted(-_REACH, -_REACH, _REACH, _REACH)
        seen = ring
        for around in self._followed[1:]:
            area = around.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is around:
                view = QRect(around.mapTo(window, QPoint(0, 0)), around.size())
                if not view.contains(inner):
                    seen = seen.intersected(view)
        if seen.isEmpty():
            self.hide()
            return
        self._offset = ring.topLeft() - seen.topLeft()
        self._ring_size = ring.size()
        self.setGeometry(seen)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, or the part of it that is in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), FOCUS_WIDTH))
        radius = RADIUS_CONTROL
        if self._target is not None:
            radius = int(self._target.property("ring_radius") or RADIUS_CONTROL)
        half = FOCUS_WIDTH / 2
        ring = QRectF(QRect(self._offset, self._ring_size)).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(ring, radius + _REACH - half, radius + _REACH - half)
