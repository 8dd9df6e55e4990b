"""Which time it was asked: a small choice where there was more than one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.explorations import TabButton
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8


class RoundChoice(QWidget):
    """One button for each round of answers; not to be seen while there is only one round."""

    round_chosen = Signal(str)
    """Round id."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[str, ...], int] = ((), 0)
        self.tabs: list[TabButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(SPACE_8))
        self._row.addStretch(1)
        self.hide()

    def show_rounds(self, rounds: Sequence[str], number: int) -> None:
        """Show these rounds, of which the one of this number (from 1) is looked at."""
        if (tuple(rounds), number) == self._shown:
            return
        self._shown = (tuple(rounds), number)
        had_focus = any(tab.hasFocus() for tab in self.tabs)
        for old in self.tabs:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.tabs = []
        for each, round_id in enumerate(rounds, start=1):
            words = self.tr("Round {number}").format(number=each)
            tab = TabButton(self._theme, words, chosen=each == number)
            tab.clicked.connect(lambda _checked=False, one=round_id: self.round_chosen.emit(one))
            self.tabs.append(tab)
            self._row.insertWidget(each - 1, tab)
        if had_focus and self.tabs:
            self.tabs[number - 1].setFocus()
        self.setVisible(len(rounds) > 1)
