"""The room: who is here, the session that is open, and everything that people change in it.

One way in for every change: `_do` folds it into the record on screen, hands it to the saver, and remembers it
for undo. Views read from here and are told what changed.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.controllers.bringing import BroughtAnswer, kept_of, statements_of
from app.controllers.history import History
from app.controllers.permission import Action, Gate
from app.controllers.roster import Roster
from app.controllers.saving import Saver
from app.domain.answer import Answer, AnswerState, Statement
from app.domain.changes import (
    AddClient,
    AddSession,
    AppendMark,
    Change,
    FinishAnswer,
    Place,
    SaveDraft,
    SavePlace,
    Screen,
    SetTherapistName,
    SetWithdrawn,
    Withdrawable,
    WriteNote,
)
from app.domain.client import Client, Session, Voice, VoiceKind
from app.domain.mark import Fit, Mark, MarkEvent
from app.domain.record import SessionRecord, Workspace
from app.domain.text import (
    NOTE_MAX_CHARS,
    checked_name,
    plain,
)
from app.errors import BugError, ErrorCode, KnownError

ReadSession = Callable[[str, Callable[[SessionRecord], None], Callable[[ErrorCode], None]], None]


class Room(QObject):
    """Clients, sessions, and the one session that is open.

    Args:
        workspace: what the vault held when it was opened.
        saver: takes every change to the vault.
        read_session: reads one session off the window's thread and calls back on it, with the record or a code.
        gate: says what may be done now.
        new_id: gives a fresh id.
        now: gives the time, aware, in UTC.
    """

    workspace_changed = Signal()
    record_changed = Signal(object)
    """The changes that were just applied to the open session, in order."""
    place_changed = Signal()
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
        super().__init__(parent)
        self._saver = saver
        self._read_session = read_session
        self._new_id = new_id
        self._now = now
        self._history = History(new_id, now)
        self._roster = Roster(workspace.clients, workspace.sessions)
        self._drafts = dict(workspace.drafts)
        self.gate = gate
        self.therapist_name = workspace.therapist_name
        self.place = workspace.place
        self.record: SessionRecord | None = None
        self._entries = 0
        self._entered_id: str | None = None

    # What is here

    def clients(self) -> tuple[Client, ...]:
        """Clients that were not taken back, in the order of their pseudonyms."""
        return self._roster.clients()

    def sessions_of(self, client_id: str) -> tuple[Session, ...]:
        """Sessions of a client that were not taken back, newest first."""
        return self._roster.sessions_of(client_id)

    def chosen_client(self) -> Client | None:
        """The client the therapist is looking at, or None."""
        return self._roster.client(self.place.client_id)

    def chosen_answer(self) -> Answer | None:
        """The answer that is being read, or None."""
        if self.record is None or self.place.answer_id is None:
            return None
        return self.record.answer(self.place.answer_id)

    def chosen_statement(self) -> Statement | None:
        """The statement that has the attention, or None."""
        answer = self.chosen_answer()
        if self.record is None or answer is None:
            return None
        statements = self.record.statements_of(answer.id)
        return next((s for s in statements if s.id == self.place.statement_id), None)

    def voices(self) -> tuple[Voice, ...]:
        """The voices of the open session, in their order."""
        return () if self.record is None else self.record.client.voices

    def draft_of_session(self, field: str) -> str:
        """Return the name under which the open session keeps the draft of one of its fields."""
        return f"{self._open_record().session.id}.{field}"

    def draft(self, field: str) -> str:
        """Return the words that were typed into this field and not sent yet."""
        return self._drafts.get(field, "")

    # Clients and sessions

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

        Of several that are on their way, only the one that was asked for last is entered.
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
            lambda record: Place(Screen.SESSION, client_id, session_id, record.latest_answer_id()),
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

    def go(self, place: Place) -> None:
        """Move to a place, and remember it for the next unlocking."""
        self.place = place
        self._saver.save((SavePlace(place),))
        self.place_changed.emit()

    def show_screen(self, screen: str) -> None:
        """Turn to another screen without changing what is chosen."""
        self.go(replace(self.place, screen=screen))

    def set_therapist_name(self, untrusted_name: str) -> None:
        """Change what the therapist is called on the shared screen, in every session.

        Raises:
            KnownError: NAME_EMPTY or NAME_TOO_LONG.
        """
        name = checked_name(untrusted_name)
        if name != self.therapist_name:
            self._do((SetTherapistName(name, before=self.therapist_name),))

    # Explorations and answers

    def bring(self, brought: BroughtAnswer) -> Answer:
        """Keep an answer that somebody brought, split into statements, and read it.

        Raises:
            KnownError: ANSWER_EMPTY, ANSWER_TOO_LONG, QUESTION_TOO_LONG or NAME_TOO_LONG.
        """
        self.gate.require(Action.BRING_ANSWER)
        changes = kept_of(brought, self._open_record(), self._new_id, self._now())
        self._do(changes)
        answer = changes[1].answer
        self.choose_answer(answer.id)
        return answer

    def statements_for(self, answer_id: str, text: str) -> tuple[Statement, ...]:
        """Return the text read as statements, with fresh ids."""
        return statements_of(answer_id, text, self._new_id)

    def choose_answer(self, answer_id: str | None) -> None:
        """Read this answer; None leads to where a new one can be asked for or brought."""
        statements = () if self.record is None or answer_id is None else self.record.statements_of(answer_id)
        first = statements[0].id if statements else None
        self.go(replace(self.place, answer_id=answer_id, statement_id=first))

    def choose_statement(self, statement_id: str) -> None:
        """Give a statement the attention."""
        if statement_id != self.place.statement_id:
            self.go(replace(self.place, statement_id=statement_id))

    def do_together(self, changes: tuple[Change, ...]) -> None:
        """Apply changes as one step that undo takes back as one."""
        self._do(changes)

    def record_progress(self, change: Change) -> None:
        """Apply what happens by itself (an answer growing and ending), which undo does not touch."""
        self._apply((change,))

    # Marks and notes

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
            self._do((WriteNote(record.session.id, before=record.note, after=text),))

    def set_draft(self, field: str, untrusted_text: str) -> None:
        """Keep words that were typed and not sent, so that a crash does not lose them."""
        text = plain(untrusted_text)
        if text != self.draft(field):
            self._drafts[field] = text
            self._saver.save((SaveDraft(field, text),))

    # Undo and redo

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self._history.can_redo

    def undo(self) -> None:
        """Take the last step back, if it was made where the therapist is looking."""
        if self._in_view(self._history.next_undo):
            self._apply(self._history.undo())

    def redo(self) -> None:
        """Do the step again that was taken back last, if it was made where the therapist is looking."""
        if self._in_view(self._history.next_redo):
            self._apply(self._history.redo())

    def _in_view(self, step: tuple[Change, ...]) -> bool:
        about_people = (AddClient, AddSession, SetTherapistName)
        of_roster = all(
            isinstance(change, about_people)
            or (
                isinstance(change, SetWithdrawn)
                and change.kind in {Withdrawable.CLIENT, Withdrawable.SESSION}
            )
            for change in step
        )
        return of_roster or self.place.screen == Screen.SESSION

    # Inside

    def _do(self, changes: tuple[Change, ...]) -> None:
        self._history.did(changes)
        self._apply(changes)

    def _apply(self, changes: tuple[Change, ...]) -> None:
        if not changes:
            return
        self._saver.save(changes)
        for change in changes:
            self._roster.apply(change)
            if isinstance(change, SetTherapistName):
                self.therapist_name = change.name
            if self.record is not None:
                self.record = self.record.applied(change)
        self.workspace_changed.emit()
        self._leave_what_was_withdrawn(changes)
        self.record_changed.emit(changes)

    def _leave_what_was_withdrawn(self, changes: tuple[Change, ...]) -> None:
        if self.record is None or not any(isinstance(change, SetWithdrawn) for change in changes):
            return
        if self.record.session.withdrawn or self.record.client.withdrawn:
            client = self.place.client_id
            self.record = None
            self.go(Place(Screen.HOME, client))
            return
        if self.place.answer_id is not None and self.chosen_answer() is None:
            self.choose_answer(self.record.latest_answer_id())

    def _read(
        self,
        session_id: str,
        place_in: Callable[[SessionRecord], Place],
        failed: Callable[[ErrorCode], None],
    ) -> None:
        self._entries += 1
        entry = self._entries

        def enter(record: SessionRecord) -> None:
            if entry == self._entries:
                self._enter(record, place_in(record))

        self._read_session(session_id, enter, failed)

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
        if place.answer_id is None:
            self.go(place)
        elif self.chosen_answer() is None:
            self.choose_answer(self.record.latest_answer_id())
        elif self.chosen_statement() is None:
            self.choose_answer(place.answer_id)
        else:
            self.go(place)

    def _end_interrupted(self, answer: Answer) -> None:
        """An answer that was arriving when the program ended: what had arrived is read as it is."""
        statements = self.statements_for(answer.id, answer.text)
        self.record_progress(FinishAnswer(answer.id, answer.text, AnswerState.INTERRUPTED, statements))

    def _present(self, statement_id: str, voice_id: str) -> Mark:
        return self._open_record().mark(statement_id, voice_id)

    def _open_record(self) -> SessionRecord:
        if self.record is None:
            raise BugError("a session has to be open")
        return self.record
