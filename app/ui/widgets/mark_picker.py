"""Saying how a statement sits: a radio group of four, and the bookmark for what matters."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.mark import Fit
from app.ui.theme import BOLD, MEDIUM, Theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.mark_choice import MarkChoice

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class MarkPicker(QWidget):
    """Four choices of which one, or none, is chosen. One stop for Tab; arrows go from choice to choice.

    Arrows only move: each choosing is kept as an event, so passing over a choice must not be one. The cells stand
    in one row where they have room, else two by two, else one below the other.
    """

    fit_chosen = Signal(object)
    """Fit, or None when the chosen one was taken back. Only what a person did is told."""

    def __init__(
        self,
        theme: Theme,
        kind: str,
        accessible_name: str,
        *,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`kind` is the voice's (`client` or `therapist`); `accessible_name` the question that is answered."""
        super().__init__(parent)
        self._large = large
        self._fit: Fit | None = None
        self._space = theme.px(20 if large else 8)
        self.setAccessibleName(accessible_name)
        self.choices = tuple(MarkChoice(theme, kind, fit, large=large, parent=self) for fit in Fit)
        for choice in self.choices:
            choice.clicked.connect(lambda _checked, fit=choice.fit: self._on_clicked(fit))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._let_tab_reach(self.choices[0])

    def fit(self) -> Fit | None:
        """What is chosen now."""
        return self._fit

    def set_fit(self, fit: Fit | None) -> None:
        """Show a choice without telling anybody."""
        self._fit = fit
        for choice in self.choices:
            choice.show_chosen(choice.fit is fit)
        self._let_tab_reach(next((c for c in self.choices if c.fit is fit), self.choices[0]))

    def choose(self, fit: Fit) -> None:
        """What a click or the screen's keys 1 to 4 do: choose, or take back what was chosen."""
        self._on_clicked(fit)

    def _on_clicked(self, fit: Fit) -> None:
        self.set_fit(None if fit is self._fit else fit)
        self.fit_chosen.emit(self._fit)

    def _let_tab_reach(self, only: MarkChoice) -> None:
        self.setFocusProxy(only)
        for choice in self.choices:
            policy = Qt.FocusPolicy.StrongFocus if choice is only else Qt.FocusPolicy.ClickFocus
            choice.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go round the choices."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.key() not in (*_BACK, *_ON):
            event.ignore()
            return
        at = next((i for i, choice in enumerate(self.choices) if choice.hasFocus()), 0)
        step = 1 if event.key() in _ON else -1
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and event.key() in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
        ):
            step = -step
        target = self.choices[(at + step) % len(self.choices)]
        self._let_tab_reach(target)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    # Where the cells stand

    def _widths(self) -> list[int]:
        widths = [choice.sizeHint().width() for choice in self.choices]
        return [max(widths)] * len(widths) if self._large else widths

    def _columns(self, width: int) -> int:
        widths = self._widths()
        if sum(widths) + 3 * self._space <= width:
            return 4
        return 2 if 2 * max(widths) + self._space <= width else 1

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(sum(self._widths()) + 3 * self._space, self.choices[0].sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The widest cell alone."""
        return QSize(max(self._widths()), self.choices[0].sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """A narrow picker is a tall one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of one, two or four rows."""
        rows = len(self.choices) // self._columns(width)
        height = self.choices[0].sizeHint().height()
        return rows * height + (rows - 1) * self._space

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cells, mirrored where the language is."""
        super().resizeEvent(event)
        # A crowded layout may hand out less than the height for a width: cells are never cut.
        self.setMinimumHeight(self.heightForWidth(self.width()))
        columns = self._columns(self.width())
        height = self.choices[0].sizeHint().height()
        if columns == 4 and not self._large:
            widths = self._widths()
        else:
            most = (
                self.width() if self._large else max(self._widths()) * columns + self._space * (columns - 1)
            )
            widths = [(most - (columns - 1) * self._space) // columns] * len(self.choices)
        x = y = 0
        for i, choice in enumerate(self.choices):
            if i and i % columns == 0:
                x, y = 0, y + height + self._space
            at = x
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                at = self.width() - x - widths[i]
            choice.setGeometry(at, y, widths[i], height)
            x += widths[i] + self._space


class MattersToggle(Button):
    """A bookmark, filled when on. Its words are always there."""

    matters_changed = Signal(bool)
    """What a person did, not what `set_matters` showed."""

    def __init__(
        self, theme: Theme, kind: str, *, large: bool = False, parent: QWidget | None = None
    ) -> None:
        # The kind is read while the base sets itself up.
        self.kind = "plain" if large else "quiet"
        super().__init__(theme, "", "bookmark", parent=parent)
        self._voice = str(kind)
        self.setCheckable(True)
        self.set_words(self.tr("This matters to me") if large else self.tr("Matters"))
        self.toggled.connect(self._on_toggled)
        self.clicked.connect(self.matters_changed)

    def set_matters(self, matters: bool) -> None:
        """Show it without telling anybody."""
        self.setChecked(matters)

    def _on_toggled(self, on: bool) -> None:
        self.setFont(self.theme.font("body", BOLD if on else MEDIUM))
        self.update()

    def _ink_token(self) -> str:
        return self._voice if self.isChecked() and self.isEnabled() else super()._ink_token()

    def _icon_filled(self) -> bool:
        return self.isChecked()
