"""The way through an answer: bring, read and mark, reveal, look further, take away."""

from enum import StrEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.domain.changes import View
from app.ui.theme import Theme
from app.ui.tokens import SPACE_4, SPACE_24
from app.ui.widgets.buttons import Button


class StepName(StrEnum):
    """The five steps."""

    BRING = "bring"
    READ = "read"
    REVEAL = "reveal"
    FURTHER = "further"
    TAKE = "take"


STEP_OF_VIEW = {
    View.PICK: StepName.BRING,
    View.READ: StepName.READ,
    View.REVEALED: StepName.REVEAL,
    View.AGAIN: StepName.FURTHER,
    View.DIFFERENTLY: StepName.FURTHER,
    View.LENS: StepName.FURTHER,
    View.CARDS: StepName.FURTHER,
    View.WORDS: StepName.FURTHER,
    View.KEEP: StepName.TAKE,
    View.PAGE: StepName.TAKE,
}


class StepButton(Button):
    """One step: its number, or a check once it is done, and its words. Narrow, the number or the check alone."""

    kind = "tab"

    def __init__(self, theme: Theme, number: int, name: str) -> None:
        self._number = number
        self._name = name
        super().__init__(theme, name)
        self.setCheckable(True)
        self.setFont(theme.font("label", self.weight))
        self.show_step(done=False, narrow=False)

    def show_step(self, *, done: bool, narrow: bool) -> None:
        """Show whether it is done, and with its words or without."""
        self.set_icon_name("check" if done else None)
        if done:
            self.set_words(self._name)
        else:
            self.set_words(str(self._number) if narrow else f"{self._number}  {self._name}")
        self.set_words_shown(not (done and narrow))
        self.set_hint(self._name if narrow and not done else "")
        self.setAccessibleName(self.tr("Step {number}: {name}").format(number=self._number, name=self._name))

    def nextCheckState(self) -> None:
        """Which step it is, is what the place says, not what was clicked."""

    def _least_height(self) -> int:
        return self.theme.px(34)


class Stepper(QWidget):
    """Shows where somebody is, and asks to go elsewhere."""

    asked = Signal(str)
    """The name of a step."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._done: frozenset[StepName] = frozenset()
        self.setAccessibleName(self.tr("Steps of looking at an answer"))
        names = {
            StepName.BRING: self.tr("Bring"),
            StepName.READ: self.tr("Read and mark"),
            StepName.REVEAL: self.tr("Reveal"),
            StepName.FURTHER: self.tr("Look further"),
            StepName.TAKE: self.tr("Take away"),
        }
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.px(SPACE_4))
        self.buttons: dict[StepName, StepButton] = {}
        for number, (name, words) in enumerate(names.items(), start=1):
            if number > 1:
                arrow = QLabel()
                size = theme.px(16)
                arrow.setPixmap(theme.icons.pixmap("chevron-right", size, "text3", self.devicePixelRatioF()))
                self._row.addWidget(arrow)
            button = StepButton(theme, number, words)
            button.clicked.connect(lambda _checked, name=name: self.asked.emit(name))
            self._row.addWidget(button)
            self.buttons[name] = button
        self._row.addStretch(1)
        self.set_low(False)

    def set_low(self, low: bool) -> None:
        """Take less height where the window has little."""
        side, above, below = (
            self._theme.px(length) for length in ((SPACE_24, 6, 4) if low else (SPACE_24, 8, 8))
        )
        self._row.setContentsMargins(side, above, side, below)

    def show_steps(
        self, current: StepName | None, done: frozenset[StepName], reasons: dict[StepName, str]
    ) -> None:
        """Show where somebody is, what is done, and why a step cannot be taken now. The crisis lines are no step."""
        self._done = done
        for name, button in self.buttons.items():
            button.setChecked(name is current)
            reason = reasons.get(name, "")
            button.set_available(not reason, reason)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Narrow: what has no room loses its words."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All words, or those of the current step alone."""
        for narrow in (False, True):
            for name, button in self.buttons.items():
                done = name in self._done and not button.isChecked()
                button.show_step(done=done, narrow=narrow and not button.isChecked())
            if self._row.sizeHint().width() <= self.width():
                return
