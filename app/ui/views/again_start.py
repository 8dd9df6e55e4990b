"""Before the same question is asked several times: what comes of it, and how often."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.asking import LEAST_TIMES, MOST_TIMES, USUAL_TIMES
from app.ui.theme import BOLD, Theme
from app.ui.tokens import SPACE_8, SPACE_16, SPACE_24
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.label import Hint, Label


class AgainStart(QWidget):
    """One calm sentence, and a number from 3 to 8 with a button on either side."""

    times_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.times = USUAL_TIMES
        """How often the question shall be asked."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_24))
        column.addStretch(2)
        sentence = Label(
            theme,
            self.tr(
                "The model on this computer answers the same question several times. "
                "Then you can look together at what stays and what changes."
            ),
            wraps=True,
        )
        sentence.setMaximumWidth(theme.size("body") * 34)
        column.addWidget(sentence)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_16))
        row.addWidget(Label(theme, self.tr("How often?"), weight=BOLD))
        row.addSpacing(theme.px(SPACE_8))
        self.fewer = PlainButton(theme, self.tr("Fewer times"), "minus")
        self.more = PlainButton(theme, self.tr("More times"), "plus")
        self.number = Label(theme, "", "title")
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setFixedWidth(theme.size("title") * 2)
        for button, by in ((self.fewer, -1), (self.more, 1)):
            button.set_words_shown(False)
            button.clicked.connect(lambda _checked=False, step=by: self._change(step))
        for part in (self.fewer, self.number, self.more):
            row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)
        self.reason = Hint(theme)
        column.addWidget(self.reason)
        column.addStretch(3)
        self._change(0)

    def show_reason(self, reason: str) -> None:
        """Say why nothing can be asked now; nothing if it can."""
        self.reason.setText(reason)

    def entry(self) -> QWidget:
        """Where the keyboard enters."""
        return self.more if self.more.isEnabled() else self.fewer

    def _change(self, by: int) -> None:
        self.times = max(LEAST_TIMES, min(MOST_TIMES, self.times + by))
        words = self.tr("{number} times").format(number=self.times)
        self.number.setText(str(self.times))
        self.number.setAccessibleName(words)
        # The button that has reached its end gives the keyboard to the other one.
        at_ends = ((self.fewer, self.times > LEAST_TIMES), (self.more, self.times < MOST_TIMES))
        for button, can in at_ends:
            if can:
                button.set_available(True)
        if not at_ends[0][1] and self.fewer.hasFocus():
            self.more.setFocus()
        if not at_ends[1][1] and self.more.hasFocus():
            self.fewer.setFocus()
        self.fewer.set_available(at_ends[0][1], self.tr("Three answers are the fewest that can be compared."))
        self.more.set_available(at_ends[1][1], self.tr("Eight answers are the most at once."))
        if by:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
            self.times_changed.emit()
