"""The foot of the shared screen: where it is too narrow for all words, the less needed ones give way to icons."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

from app.ui.theme import Theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Bar


class SharedFoot(Bar):
    """Buttons for moving at the left, and what goes on at the right, the primary one last.

    Words go from the left: what goes on, at the right end, keeps its words longest.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, at_foot=True)
        self._left: tuple[Button, ...] = ()
        self._right: tuple[Button, ...] = ()

    def fill(self, left: tuple[Button, ...], right: tuple[Button, ...]) -> None:
        """Put these in, in the place of what is there. A view may offer again what it took away, so that is kept."""
        for button in self.buttons:
            if button not in {*left, *right}:
                button.hide()
        while self.row.takeAt(0) is not None:
            pass
        self._left, self._right = left, right
        for button in left:
            self.row.addWidget(button)
        self.row.addStretch(1)
        for button in right:
            self.row.addWidget(button)
        for button in (*left, *right):
            button.setVisible(True)
        self.fit()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, from left to right."""
        return (*self._left, *self._right)

    def minimumSizeHint(self) -> QSize:
        """Narrow: what has no room becomes an icon, so the foot never widens the window."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Show as many words as there is room for; call it when a button has changed its words."""
        margins = self.row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        space = self.row.spacing()
        buttons = self.buttons
        widths = [(_width(button, words=True), _width(button, words=False)) for button in buttons]
        # One space more than there are gaps: the stretch between left and right has one too.
        needed = sum(wide + space for wide, _narrow in widths)
        for button, (wide, narrow) in zip(buttons, widths, strict=True):
            words_shown = needed <= room or narrow >= wide
            button.set_words_shown(words_shown)
            needed -= 0 if words_shown else wide - narrow


def _width(button: Button, *, words: bool) -> int:
    button.set_words_shown(words)
    return button.sizeHint().width()
