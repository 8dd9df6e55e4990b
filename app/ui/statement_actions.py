"""What can be done with the statement that is open, besides marking it: quiet buttons below it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal

from app.controllers.practice import Desk
from app.domain.changes import View
from app.ui.sentences import reason_sentence
from app.ui.statement_model import StatementLine
from app.ui.theme import Theme
from app.ui.tokens import SPACE_4
from app.ui.views.flow import Flow
from app.ui.widgets.buttons import QuietButton


class SmallQuiet(QuietButton):
    """A quiet button for what is seldom wanted of one statement."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text)
        self.setFont(theme.font("label", self.weight))

    def _least_height(self) -> int:
        return self.theme.px(32)


class StatementActions(Flow):
    """Own words, joining, dividing, hiding, and looking closer. Each can be undone."""

    words_asked = Signal()
    """The therapist wants to write something about it."""
    division_asked = Signal()
    joined = Signal()
    """It was joined with the next one; another statement is open by now."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(theme.px(SPACE_4))
        self._desk = desk
        self._line: StatementLine | None = None
        self.add_words = SmallQuiet(theme, self.tr("Add your own words"))
        self.join = SmallQuiet(theme, self.tr("Join with the next"))
        self.divide = SmallQuiet(theme, self.tr("Divide…"))
        self.hide_or_show = SmallQuiet(theme, "")
        self.look = SmallQuiet(theme, self.tr("Look through a lens"))
        acts: tuple[tuple[SmallQuiet, Callable[[], None]], ...] = (
            (self.add_words, self.words_asked.emit),
            (self.join, self._join),
            (self.divide, self.division_asked.emit),
            (self.hide_or_show, self._hide_or_show),
            (self.look, self._look),
        )
        for button, act in acts:
            button.clicked.connect(act)
            self.add(button)

    def show_line(self, line: StatementLine) -> None:
        """Show what can be done with a statement now, and why not where it cannot."""
        self._line = line
        reading = self._desk.looking.reading
        closed = self._desk.looking.marking_permission().reason
        reason = "" if closed is None else reason_sentence(closed)
        alone = whole = reason
        if not reason and reading.follower(line.statement.id) is None:
            alone = self.tr("It cannot be joined with a next one.")
        if not reason and not reading.divisions(line.statement.id):
            whole = self.tr("It is too short to be divided.")
        self.join.set_available(not alone, alone)
        self.divide.set_available(not whole, whole)
        self.add_words.set_available(not reason, reason)
        words = self.tr("Hide from the shared screen")
        if line.statement.hidden:
            words = self.tr("Show it again on the shared screen")
        if self.hide_or_show.words() != words:
            self.hide_or_show.set_words(words)
            self._on_parts_changed()

    def _join(self) -> None:
        if self._line is not None:
            self._desk.looking.reading.join(self._line.statement.id)
            self.joined.emit()

    def _hide_or_show(self) -> None:
        if self._line is not None:
            statement = self._line.statement
            self._desk.looking.reading.set_hidden(statement.id, not statement.hidden)

    def _look(self) -> None:
        if self._line is not None:
            looking, statement_id = self._desk.looking, self._line.statement.id
            looking.go(replace(looking.spot, view=View.LENS, statement_id=statement_id, lens_id=None, part=0))
