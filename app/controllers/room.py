"""The room: what people do in it. Clients and sessions, entering and leaving, answers brought, marks and notes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.controllers.bringing import BroughtAnswer, kept_of, statements_of
from app.controllers.history import History
from app.controllers.ledger import Ledger
from app.controllers.permission import Action, Gate
from app.controllers.saving import Saver
from app.domain.answer import Answer, AnswerState, AsAsked, Statement, ThroughLens
from app.domain.changes import (
    AddAnswer,
    AddClient,
    AddSession,
    AppendMark,
    Change,
    FinishAnswer,
    Place,
    Screen,
    SetTherapistName,
    Spot,
    View,
    WriteWords,
)
from app.domain.client import Client, Session, Voice, VoiceKind
from app.domain.mark import Fit, Mark, MarkEvent
from app.domain.record import SessionRecord, Workspace
from app.domain.text import NOTE_MAX_CHARS, checked_name, plain
from app.domain.written import InNote
from app.errors import BugError, ErrorCode, KnownError

ReadSession = Callable[[str, Callable[[SessionRecord], None], Callable[[ErrorCode], None]], None]


class Room(Ledger):
    """Clients, sessions, and the one session that is open.

    Args:
        read_session: reads one session off the window's thread and calls back on it, with the record or a code.
        workspace, saver, gate, new_id, now: see `Ledger`.
    """

    went_wrong = Signal(object)
    """ErrorCode: a session could not be read."""

    def __init__(
        self,
        workspace: Workspace,
        saver: Saver,
        read_session: ReadSession,
        gate: Gate,
        new_id: Callable[[], str],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(workspace, saver, gate, new_id, now, parent)
        self.read_session = read_session
        self._entries = 0
        self._entered_id: str | None = None

    # Clients and sessions

    def clients(self) -> tuple[Client, ...]:
        """Clients that were not taken back, in the order of their pseudonyms."""
        return self._roster.clients()

    def sessions_of(self, client_id: str) -> tuple[Session, ...]:
        """Sessions of a client that were not taken back, newest first."""
        return self._roster.sessions_of(client_id)

    def chosen_client(self) -> Client | None:
        """The client the therapist is looking at, or None."""
        return self._roster.client(self.place.client_id)

    def add_client(self, untrusted_name: str) -> Client:
        """Add a client under a pseudonym and choose it.

        Raises:
            KnownError: NAME_EMPTY, NAME_TOO_LONG, or NAME_TAKEN if a client has that pseudonym already.
        """
        name = checked_name(untrusted_name)
        self._roster.require_free(name)
        voices = (
            Voice(self._new_id(), VoiceKind.CLIENT, name, 0),
            Voice(self._new_id(), VoiceKind.THERAPIST, self.therapist_name, 1),
        )
        client = Client(self._new_id(), name, self._now(), voices)
        self._do((AddClient(client),))
        self.go(replace(self.place, client_id=client.id))
        return client

    def choose_client(self, client_id: str) -> None:
        """Look at a client's sessions."""
        self.go(replace(self.place, client_id=client_id))

    def set_therapist_name(self, untrusted_name: str) -> None:
        """Change what the therapist is called on the shared screen, in every session.

        Raises:
            KnownError: NAME_EMPTY or NAME_TOO_LONG.
        """
        name = checked_name(untrusted_name)
        if name != self.therapist_name:
            self._do((SetTherapistName(name, before=self.therapist_name),))

    # Entering

    def start_session(self, client_id: str) -> None:
        """Start a session with a client and enter it."""
        client = self._roster.client(client_id)
        if client is None:
            raise BugError("a session was started with a client that is not here")
        session = Session(self._new_id(), client_id, self._roster.next_number(client_id), self._now())
        step = (AddSession(session),)
        self._apply(step)
        self._entries += 1
        self._enter(
            SessionRecord(client, session), Place(Screen.SESSION, client_id, session.id), entered_by=step
        )

    def open_session(self, session_id: str) -> None:
        """Enter a session that was started before. It is read off the window's thread; `place_changed` follows.

        Of several that are on their way, only the one that was asked for last is entered; and none once the screen
        was turned to the client.
        """
        if self.record is not None and self.record.session.id == session_id:
            self._entries += 1
            self.go(replace(self.place, screen=Screen.SESSION))
            return
        session = self._roster.session(session_id)
        if session is None:
            raise BugError("a session was opened that is not here")
        client_id = session.client_id
        self._read(
            session_id,
            lambda record: Place(
                Screen.SESSION, client_id, session_id, Spot(answer_id=record.latest_answer_id())
            ),
            self.went_wrong.emit,
        )

    def return_to_place(self) -> None:
        """Go where the therapist was when the vault was closed; home if that session cannot be read.

        `place_changed` follows in any case, and `went_wrong` after it if something is in the way.
        """
        session = self._roster.session(self.place.session_id)
        if session is None:
            self.go(Place(Screen.HOME, self.place.client_id))
            return
        place = self.place
        if place.screen == Screen.TOGETHER and not self.gate.permission(Action.SHOW_TOGETHER).given:
            # Not to the desk: the client may be sitting there.
            place = replace(place, screen=Screen.HANDOVER)
        self._read(session.id, lambda _record: place, self._go_home_because)

    # Answers, marks and notes

    def bring(self, brought: BroughtAnswer) -> Answer:
        """Keep an answer that somebody brought, split into statements, and read it.

        Raises:
            KnownError: ANSWER_EMPTY, ANSWER_TOO_LONG, QUESTION_TOO_LONG or NAME_TOO_LONG.
        """
        (answer,) = self.bring_all((brought,))
        self.choose_answer(answer.id)
        return answer

    def bring_all(self, brought: Sequence[BroughtAnswer]) -> tuple[Answer, ...]:
        """Keep several answers that somebody brought, in one step, and return them without those that stand beside
        them. What is looked at stays.

        Raises:
            KnownError: as `bring`, if one of them can't be kept; then none is.
        """
        self.gate.require(Action.BRING_ANSWER)
        record, now = self._open_record(), self._now()
        changes = [change for one in brought for change in kept_of(one, record, self._new_id, now)]
        self._do(tuple(changes))
        added = [change.answer for change in changes if isinstance(change, AddAnswer)]
        return tuple(answer for answer in added if isinstance(answer.request, AsAsked))

    def statements_for(self, answer_id: str, text: str) -> tuple[Statement, ...]:
        """Return the text read as statements, with fresh ids."""
        return statements_of(answer_id, text, self._new_id)

    def set_fit(self, statement_id: str, voice_id: str, fit: Fit | None) -> None:
        """Mark how a statement sits with a voice; None takes the choice back."""
        self.set_mark(statement_id, voice_id, replace(self._present(statement_id, voice_id), fit=fit))

    def set_matters(self, statement_id: str, voice_id: str, matters: bool) -> None:
        """Mark that a statement matters to a voice, or no longer does."""
        self.set_mark(statement_id, voice_id, replace(self._present(statement_id, voice_id), matters=matters))

    def set_mark(self, statement_id: str, voice_id: str, mark: Mark) -> None:
        """Have a voice say this of a statement from now on, whole. Nothing happens if it says so already."""
        self.gate.require(Action.MARK)
        before = self._present(statement_id, voice_id)
        if mark != before:
            event = MarkEvent(self._new_id(), statement_id, voice_id, mark, self._now())
            self._do((AppendMark(event, before),))

    def write_note(self, untrusted_text: str) -> None:
        """Keep the private note of the open session as it now reads.

        Raises:
            KnownError: NOTE_TOO_LONG. The note that was kept before stays.
        """
        self.gate.require(Action.WRITE_NOTE)
        record = self._open_record()
        text = plain(untrusted_text)
        if len(text) > NOTE_MAX_CHARS:
            raise KnownError(ErrorCode.NOTE_TOO_LONG)
        if text != record.note:
            self._do((WriteWords(InNote(record.session.id), before=record.note, after=text),))

    # Inside

    def _read(
        self,
        session_id: str,
        place_in: Callable[[SessionRecord], Place],
        failed: Callable[[ErrorCode], None],
    ) -> None:
        self._entries += 1
        entry, asked_with_client = self._entries, self._with_client()

        def enter(record: SessionRecord) -> None:
            if entry != self._entries:
                return
            if self._with_client() and not asked_with_client:
                # The screen was turned or covered meanwhile: nothing leads from there straight to the desk.
                return
            self._enter(record, place_in(record))

        self.read_session(session_id, enter, failed)

    def _with_client(self) -> bool:
        """Whether the client may be looking at the screen."""
        return self.place.screen in {Screen.TOGETHER, Screen.HANDOVER}

    def _go_home_because(self, code: ErrorCode) -> None:
        self.go(Place(Screen.HOME, self.place.client_id))
        self.went_wrong.emit(code)

    def _enter(self, record: SessionRecord, place: Place, entered_by: tuple[Change, ...] = ()) -> None:
        if self._entered_id not in {None, record.session.id}:
            # What was done in another session stays done: undo must not reach where nobody is looking.
            self._history = History(self._new_id, self._now)
        self._entered_id = record.session.id
        if entered_by:
            self._history.did(entered_by)
        self.record = record
        for answer in record.answers:
            if answer.state is AnswerState.ARRIVING:
                self._end_interrupted(answer)
        self.place = place
        if place.spot.answer_id is None:
            self.go(place)
        elif self.chosen_answer() is None:
            self.choose_answer(self.record.latest_answer_id())
        elif self.chosen_statement() is None and (place.spot.statement_id or place.spot.view == View.READ):
            # What was chosen is gone, or nothing was yet: the first statement, in the view that stood there.
            first = next((s.id for s in self.record.statements_of(place.spot.answer_id)), None)
            self.go_to_spot(replace(place.spot, statement_id=first))
        else:
            self.go(place)

    def _end_interrupted(self, answer: Answer) -> None:
        """An answer that was arriving when the program ended: what had arrived is read as it is."""
        is_read = not isinstance(answer.request, ThroughLens)
        statements = self.statements_for(answer.id, answer.text) if is_read else ()
        self.record_progress(FinishAnswer(answer.id, answer.text, AnswerState.INTERRUPTED, statements))

    def _present(self, statement_id: str, voice_id: str) -> Mark:
        return self._open_record().mark(statement_id, voice_id)
