"""One thing that is kept, to be worded differently or taken back."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.looking import Looking
from app.domain.shared import SharedTakeAway
from app.ui.sentences import reason_sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_4, SPACE_8
from app.ui.unverified import unverified_words
from app.ui.views.own_words import OwnWords
from app.ui.widgets.buttons import QuietButton
from app.ui.widgets.label import Hint
from app.ui.words import shortened

_LONGEST_STATEMENT = 120


class TakeAwayRow(QWidget):
    """The words in a field of their own, what led to them, and the button that takes them back."""

    taken_back = Signal(str)
    """The take-away's id."""

    def __init__(self, theme: Theme, looking: Looking, take_away: SharedTakeAway) -> None:
        super().__init__()
        self._id = take_away.id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_4))
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_8))
        self.words = OwnWords(
            theme,
            self.tr("Something that is kept"),
            looking,
            f"take_away.{take_away.id}",
            partial(looking.keeping.change, take_away.id),
            lines=1,
            label_shown=False,
        )
        row.addWidget(self.words, 1)
        self.back = QuietButton(theme, self.tr("Take back"), "undo-2")
        self.back.set_words_shown(False)
        self.back.clicked.connect(self._on_back)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.led_to_it = Hint(theme)
        column.addWidget(self.led_to_it)
        reason = looking.keeping_permission().reason
        if reason is not None:
            self.words.close_because(reason_sentence(reason))
            self.back.set_available(False, reason_sentence(reason))

    def show_take_away(self, take_away: SharedTakeAway) -> None:
        """Show what is kept."""
        self.words.show_kept(take_away.text)
        statement = shortened(take_away.statement.text, _LONGEST_STATEMENT)
        words = self.tr("AI text that led to it: “{statement}”").format(statement=statement)
        # The number may have been cut off; what it led to was said with it.
        unverified = f" ({unverified_words()})" if take_away.statement.unverified else ""
        self.led_to_it.setText(f"{words}{unverified}" if statement else "")
        self.led_to_it.setVisible(bool(statement))

    def _on_back(self) -> None:
        self.taken_back.emit(self._id)
