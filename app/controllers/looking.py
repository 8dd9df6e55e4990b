"""One side's look at the open session: the desk's or the shared screen's. Both do the same, each at its spot."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.controllers.asking import USUAL_TIMES, Asking
from app.controllers.cards import Cards
from app.controllers.exploring_pages import ExploringPages
from app.controllers.importing import Importing
from app.controllers.importing_pages import ImportingPages
from app.controllers.keeping import Keeping
from app.controllers.lines import Lines
from app.controllers.noticing import Noticing
from app.controllers.pages import AnswerPages, Side
from app.controllers.permission import Action, Permission
from app.controllers.prompt_set import PromptSet
from app.controllers.reading import Reading
from app.controllers.room import Room
from app.controllers.take_home import TakeHome
from app.domain.answer import Answer, Statement
from app.domain.changes import Spot, View
from app.domain.mark import Fit, Mark
from app.domain.shared import SharedNothing, SharedPage
from app.domain.shared_file import SharedListed
from app.explore.phrasings import Phrasing
from app.explore.statements import whole_so_far


class Looking(QObject):
    """What is looked at on one side, and what can be done there.

    Args:
        room: the open session.
        asking, reading, keeping, cards, take_home, lines, noticing, importing: what can be done with it.
        seen: what this side may see.
        exploring: the pages of looking further.
        prompts: lenses and cards in the language on screen.
    """

    page_changed = Signal()
    """The page is to be drawn anew. Not emitted for words that arrive: `text_grew` tells of those."""
    text_grew = Signal(str, str)
    """Answer id, and what was added to an answer that is on its way. At the desk alone: the shared screen draws its
    page anew with each statement that was looked through."""

    def __init__(
        self,
        room: Room,
        asking: Asking,
        reading: Reading,
        keeping: Keeping,
        cards: Cards,
        take_home: TakeHome,
        lines: Lines,
        noticing: Noticing,
        importing: Importing,
        seen: AnswerPages,
        exploring: ExploringPages,
        prompts: Callable[[], PromptSet],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._room = room
        self.asking = asking
        self.reading = reading
        self.keeping = keeping
        self.take_home = take_home
        self.lines = lines
        self.noticing = noticing
        self.importing = importing
        self.prompts = prompts
        self._cards = cards
        self._seen = seen
        self._exploring = exploring
        self._brought = ImportingPages(importing, seen.side)
        self._shown_whole: tuple[str, int] = ("", 0)
        self._before_lines = str(View.READ)
        room.record_changed.connect(self.page_changed)
        room.place_changed.connect(self.page_changed)
        asking.state_changed.connect(self.page_changed)
        noticing.changed.connect(self.page_changed)
        lines.changed.connect(self.page_changed)
        importing.changed.connect(self.page_changed)
        if seen.side is Side.DESK:
            # The shared screen follows what was looked through, and not what arrives.
            asking.answer_grew.connect(self._on_answer_grew)

    # Where

    @property
    def side(self) -> Side:
        """The desk or the shared screen."""
        return self._seen.side

    @property
    def spot(self) -> Spot:
        """What is looked at."""
        place = self._room.place
        return place.spot if self.side is Side.DESK else place.shared

    def go(self, spot: Spot) -> None:
        """Look at something else."""
        if spot != self.spot:
            place = self._room.place
            at_desk = self.side is Side.DESK
            self._room.go(replace(place, spot=spot) if at_desk else replace(place, shared=spot))

    def show(self, view: View) -> None:
        """Look at the same answer in another view."""
        self.go(replace(self.spot, view=view, part=0))

    def show_part(self, part: int) -> None:
        """Look at another part of what does not fit on one screen; counts from 0."""
        self.go(replace(self.spot, part=max(0, part)))

    def answer(self) -> Answer | None:
        """The answer that is looked at, or None."""
        return self._seen.answer(self.spot)

    def statement(self) -> Statement | None:
        """The statement that has the attention, or None."""
        return self._seen.statement(self.spot)

    def page(self) -> SharedPage:
        """Return what is seen now, made of nothing but shareable parts."""
        spot = self.spot
        if self._room.record is None:
            return SharedNothing()
        match spot.view:
            case View.REVEALED:
                return self._seen.revealed(spot)
            case View.AGAIN:
                return self._exploring.again(spot)
            case View.DIFFERENTLY:
                return self._exploring.differently(spot)
            case View.LENS:
                return self._exploring.lens(spot)
            case View.CARDS:
                return self._exploring.card(spot, self.prompts().card(spot.card).id)
            case View.WORDS:
                return self._exploring.words(spot)
            case View.KEEP:
                return self.keeping.page(self._seen, spot)
            case View.PAGE:
                return self.take_home.paper(spot)
            case View.LINES:
                return self.lines.page()
            case View.PICK:
                return self._brought.page(spot.part)
            case _:
                return self._seen.reading(spot)

    def toggle_lines(self) -> None:
        """Show the crisis lines, or go back to what was looked at before."""
        shown = self.spot.view == View.LINES
        if not shown:
            self._before_lines = self.spot.view
        self.go(replace(self.spot, view=self._before_lines if shown else View.LINES))

    # Reading and marking

    def marking_permission(self) -> Permission:
        """Whether marks may be made now."""
        return self._room.gate.permission(Action.MARK)

    def keeping_permission(self) -> Permission:
        """Whether something may be written down to keep."""
        return self._room.gate.permission(Action.KEEP)

    def taking_home_permission(self) -> Permission:
        """Whether the page may leave the vault."""
        return self._room.gate.permission(Action.TAKE_HOME)

    def step(self, by: int) -> None:
        """Move on by so many statements, forwards or back; stops at the ends."""
        answer, current = self.answer(), self.statement()
        if answer is None or current is None:
            return
        statements = self._seen.statements(answer)
        index = max(0, min(len(statements) - 1, statements.index(current) + by))
        self.choose_statement(statements[index].id)

    def choose_statement(self, statement_id: str) -> None:
        """Give a statement the attention."""
        self.go(replace(self.spot, statement_id=statement_id))

    def choose_fit(self, fit: Fit | None) -> None:
        """Mark the statement for the voice whose turn it is."""
        self._mark(lambda shown: replace(shown, fit=fit))

    def choose_matters(self, matters: bool) -> None:
        """Mark that the statement matters to the voice whose turn it is, or no longer does."""
        self._mark(lambda shown: replace(shown, matters=matters))

    def write_remark(self, untrusted_text: str) -> None:
        """Keep what the voice on turn writes about the statement. Raises KnownError OWN_WORDS_TOO_LONG."""
        current = self.statement()
        if current is not None:
            self.reading.write_remark(current.id, self._seen.voice_on_turn(self.spot).id, untrusted_text)

    def hand_on(self) -> None:
        """Give the turn to the next voice, from the first statement on."""
        answer = self.answer()
        statements = () if answer is None else self._seen.statements(answer)
        if statements:
            following = self._seen.voice_after(self._seen.voice_on_turn(self.spot))
            self.go(replace(self.spot, turn_voice_id=following.id, statement_id=statements[0].id))

    def reveal(self) -> None:
        """Lay all marks on the answer open, and look at them side by side."""
        answer = self.answer()
        if answer is not None:
            # In this order the page of marking gives way to the revealed one, and not to itself first.
            self.show(View.REVEALED)
            self.reading.reveal(answer.id)

    # Looking further

    def ask_once_more(self) -> None:
        """Ask the question of the answer again. Raises KnownError; see `Asking`."""
        answer = self.answer()
        if answer is not None:
            self.go(self.asking.ask_once_more(answer.exploration_id))

    def ask_again(self, times: int = USUAL_TIMES) -> None:
        """Ask the same question several times at once. Raises KnownError; see `Asking`."""
        answer = self.answer()
        if answer is not None:
            self._go_beside(self.asking.ask_again(answer.exploration_id, times))

    def phrasings(self, added: str = "") -> tuple[Phrasing, ...]:
        """Return the drafts of the question in other words; with what the AI did not know, if something is added.

        Empty for an answer that was brought without a question.
        """
        answer = self.answer()
        record = self._room.record
        question = (
            "" if record is None or answer is None else record.exploration(answer.exploration_id).question
        )
        if not question.strip():
            return ()
        templates = self.prompts().phrasings
        prepared = templates.prepared(question)
        return (*prepared, templates.with_context(question, added)) if added.strip() else prepared

    def ask_differently(self, phrasings: tuple[Phrasing, ...]) -> None:
        """Ask the question in several wordings at once. Raises KnownError; see `Asking`."""
        answer = self.answer()
        if answer is not None:
            self._go_beside(self.asking.ask_differently(answer.exploration_id, phrasings))

    def draft(self, field: str) -> str:
        """Return what was typed on this side into a field about the question, and not sent yet."""
        return "" if self._room.record is None else self._room.draft(self._draft_name(field))

    def set_draft(self, field: str, untrusted_text: str) -> None:
        """Keep what is typed on this side. The other side does not see it: it may not be meant for it."""
        if self._room.record is not None:
            self._room.set_draft(self._draft_name(field), untrusted_text)

    def look_through(self, lens_id: str, *, at_statement: bool) -> None:
        """Have the model say something about the answer, or about the statement. Raises KnownError."""
        answer, statement = self.answer(), self.statement()
        if answer is not None:
            about = statement.id if at_statement and statement is not None else None
            through = self.asking.look_through(lens_id, answer.id, about)
            # The statement stays chosen: the next lens may be for it alone.
            self.go(replace(self.spot, view=View.LENS, lens_id=through.lens_id))

    def write_on_card(self, card_id: str, question: int, untrusted_text: str) -> None:
        """Keep the client's words on one question of a card. Raises KnownError OWN_WORDS_TOO_LONG."""
        answer = self.answer()
        if answer is not None:
            self._cards.write(answer.exploration_id, card_id, question, untrusted_text)

    # Taking away

    def keep(self, untrusted_text: str) -> None:
        """Keep something, with the statement that was chosen and is shown. Raises KnownError; see `Keeping`."""
        shown = self.statement()
        led_to_it = shown is not None and shown.id == self.spot.statement_id
        self.keeping.add(untrusted_text, self.spot.statement_id if led_to_it else None)

    def set_next_step(self, untrusted_text: str, owner_id: str | None, due: date | None) -> None:
        """Keep what is agreed on until the next session. Raises KnownError OWN_WORDS_TOO_LONG."""
        self.keeping.set_next_step(untrusted_text, owner_id, due)

    # Bringing

    def listed(self, row: int) -> SharedListed:
        """Return one conversation of the list that a file holds. `row` as in `SharedListed`."""
        return self._brought.listed(row)

    def show_conversation(self, row: int) -> None:
        """Read one of those conversations, from its beginning."""
        self.show_part(0)
        self.importing.show(row)

    def keep_chosen(self) -> None:
        """Keep what was chosen of a conversation, and read the first of it. Raises KnownError; see `Importing`."""
        answers = self.importing.keep()
        record = self._room.record
        if not answers or record is None:
            return
        first = next((s.id for s in record.statements_of(answers[0].id)), None)
        spot = Spot(answer_id=answers[0].id, statement_id=first)
        place = self._room.place
        # Who looked through the file together goes on reading together.
        shared = spot if place.shared.view == View.PICK else place.shared
        self._room.go(replace(place, spot=spot, shared=shared))

    # Inside

    def _go_beside(self, spot: Spot) -> None:
        """Look at a round, and stay with the answer that it was asked from: the way back leads there."""
        self.go(replace(self.spot, view=spot.view, round_id=spot.round_id, part=0))

    def _draft_name(self, field: str) -> str:
        """For the question that is looked at; for the session while its answer is gone, by undo at the desk, say."""
        answer = self.answer()
        named = f"{self.side.value}.{field}"
        return self._room.draft_of_session(named) if answer is None else f"{answer.exploration_id}.{named}"

    def _mark(self, change: Callable[[Mark], Mark]) -> None:
        """Mark for the voice on turn, starting from what is shown and not from what may lie unseen at the desk."""
        answer, current = self.answer(), self.statement()
        if answer is None or current is None:
            return
        voice = self._seen.voice_on_turn(self.spot)
        shown = self._seen.shown_mark(answer, current.id, voice)
        mark = change(shown)
        self._seen.marked_here(current.id, voice.id, mark)
        self._room.set_mark(current.id, voice.id, mark)

    def _on_answer_grew(self, answer_id: str, added: str) -> None:
        self.text_grew.emit(answer_id, added)
        # Reading follows whole statements, not words.
        if self.spot.view == View.READ and self.spot.answer_id == answer_id:
            whole = (answer_id, len(whole_so_far(self.asking.text_of(answer_id))))
            if whole != self._shown_whole:
                self._shown_whole = whole
                self.page_changed.emit()
