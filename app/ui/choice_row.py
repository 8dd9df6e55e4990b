"""One setting: its name, a few choices of which one holds, and perhaps a sentence below."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_12, SPACE_24
from app.ui.widgets.label import Caption, Hint

Choice = tuple[str, bool, Callable[[], None]]
"""Its words, whether it holds, and what chooses it."""


class ChoiceRow(QWidget):
    """A group of radio buttons in one row."""

    def __init__(self, theme: Theme, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(SPACE_8), 0, 0)
        column.setSpacing(theme.px(SPACE_12))
        column.addWidget(Caption(theme, title))
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_24))
        self._group = QButtonGroup(self)
        self.buttons: list[QRadioButton] = []
        for words, holds, choose in choices:
            button = QRadioButton(words)
            button.setFont(theme.font("body"))
            button.setMinimumHeight(theme.px(32))
            button.setAccessibleDescription(title)
            button.setChecked(holds)
            button.clicked.connect(lambda _checked, choose=choose: choose())
            self._group.addButton(button)
            self.buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.sentence = Hint(theme)
        self.sentence.hide()
        column.addWidget(self.sentence)

    def chosen(self) -> QRadioButton:
        """The button of the choice that holds."""
        return next(button for button in self.buttons if button.isChecked())

    def say(self, sentence: str) -> None:
        """Say something below the choices; nothing puts it away."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
