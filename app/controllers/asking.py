"""Asking the local model: one question at a time, its answer kept as it arrives."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.controllers.engine_client import EngineClient, EngineState
from app.controllers.local_model import LocalModel
from app.controllers.permission import Action, Permission
from app.controllers.room import Room
from app.domain.answer import Answer, AnswerState, Exploration, MadeHere, Settings
from app.domain.changes import (
    AddAnswer,
    AddExploration,
    Change,
    FinishAnswer,
    GrowAnswer,
    SetWithdrawn,
    Withdrawable,
)
from app.domain.text import checked_question, plain
from app.engine.messages import AnswerRequest, Ask, Done, DoneReason, Message, Piece, PieceKind, Role
from app.errors import ErrorCode, KnownError

PAINT_MS = 33
KEEP_MS = 500
QUESTION_FIELD = "question"
"""The field of a session in which its next question is drafted."""

_ENDS = {
    DoneReason.STOP: AnswerState.WHOLE,
    DoneReason.LENGTH: AnswerState.CUT,
    DoneReason.CANCELLED: AnswerState.STOPPED,
}


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the model is told before the question. `version` is kept with every answer it led to."""

    version: str
    system: str


@dataclass(slots=True)
class _Arriving:
    """The answer on its way: `text` is all that has come, of which `shown` characters have been announced."""

    request_id: str
    answer_id: str
    text: str = ""
    shown: int = 0


class Asking(QObject):
    """Sends a question to the engine and gathers what comes back.

    The first piece of an answer is announced at once and later ones about every 33 ms, so that a fast model
    never floods the window. What has come is kept in the vault about twice a second, and whole at the end.

    Args:
        room: where the answers belong.
        local_model: where the engine is.
        prompt: gives what the model is told first, in the language of now.
        settings: how it is asked.
        new_seed: gives a seed from 0 to 2**32 - 2.
    """

    answer_grew = Signal(str, str)
    """Answer id, and the text that was added."""
    answer_ended = Signal(str)
    """Answer id. Its statements are in the record."""
    reading_progressed = Signal(float)
    """How much of the question the model has read, 0 to 1."""
    state_changed = Signal()
    went_wrong = Signal(object)
    """ErrorCode. What had arrived is kept and marked."""

    def __init__(
        self,
        room: Room,
        local_model: LocalModel,
        prompt: Callable[[], Prompt],
        settings: Settings,
        new_seed: Callable[[], int],
        new_id: Callable[[], str],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._local_model = local_model
        self._prompt = prompt
        self._settings = settings
        self._new_seed = new_seed
        self._new_id = new_id
        self._now = now
        self._arriving: _Arriving | None = None
        self._engine: EngineClient | None = None
        self.fault: ErrorCode | None = None
        """What went wrong last, until the next question."""
        self._paint = QTimer(self, singleShot=True, interval=PAINT_MS)
        self._paint.timeout.connect(self._announce)
        self._keep = QTimer(self, interval=KEEP_MS)
        self._keep.timeout.connect(self._keep_so_far)
        room.record_changed.connect(self._leave_what_is_gone)
        room.place_changed.connect(self._leave_what_is_gone)

    @property
    def arriving_answer_id(self) -> str | None:
        """The answer that is on its way, or None."""
        return None if self._arriving is None else self._arriving.answer_id

    @property
    def arriving_text(self) -> str:
        """What has arrived of it."""
        return "" if self._arriving is None else self._arriving.text

    def permission(self) -> Permission:
        """Whether the model may be asked now."""
        return self._room.gate.permission(Action.ASK_MODEL)

    def ask(self, untrusted_question: str) -> None:
        """Ask a new question.

        Raises:
            KnownError: QUESTION_EMPTY, QUESTION_TOO_LONG, or what stands against the model at the moment. Nothing
                was changed then.
        """
        self._room.gate.require(Action.ASK_MODEL)
        question = checked_question(untrusted_question)
        engine = self._require_engine()
        record = self._room.record
        if record is None:
            return
        exploration = Exploration(self._new_id(), record.session.id, question, self._now())
        self._begin(engine, exploration, (AddExploration(exploration),))

    def ask_once_more(self, exploration_id: str) -> None:
        """Ask the same question again, with another seed. The earlier answers stay.

        Raises:
            KnownError: what stands against the model, or QUESTION_EMPTY if the answer was brought without one.
        """
        self._room.gate.require(Action.ASK_MODEL)
        engine = self._require_engine()
        record = self._room.record
        if record is None:
            return
        exploration = record.exploration(exploration_id)
        checked_question(exploration.question)
        self._begin(engine, exploration, ())

    def stop(self) -> None:
        """Stop the answer that is arriving. What has come is kept and marked as stopped."""
        if self._arriving is not None and self._engine is not None:
            self._engine.cancel(self._arriving.request_id)

    def put_fault_away(self) -> None:
        """Somebody has read what went wrong."""
        self.fault = None

    def abandon(self) -> None:
        """End the arriving answer at once, without waiting for the engine. What has come is kept."""
        if self._arriving is not None:
            self._finish(AnswerState.STOPPED)

    def _require_engine(self) -> EngineClient:
        if self._local_model.fault is not None:
            raise KnownError(self._local_model.fault)
        engine = self._local_model.engine
        if engine is None or engine.state in {EngineState.STARTING, EngineState.LOADING}:
            raise KnownError(ErrorCode.MODEL_LOADING)
        if self._arriving is not None or engine.state is EngineState.ANSWERING:
            raise KnownError(ErrorCode.ENGINE_BUSY)
        if engine.state is not EngineState.READY:
            raise KnownError(ErrorCode.ENGINE_NOT_STARTED)
        return engine

    def _begin(self, engine: EngineClient, exploration: Exploration, before: tuple[Change, ...]) -> None:
        loaded = engine.loaded
        record = self._room.record
        if loaded is None or record is None:
            return
        seed = self._new_seed()
        prompt = self._prompt()
        answer = Answer(
            id=self._new_id(),
            exploration_id=exploration.id,
            position=sum(a.exploration_id == exploration.id for a in record.answers),
            text="",
            state=AnswerState.ARRIVING,
            origin=MadeHere(
                model=loaded.name,
                model_sha256=loaded.sha256,
                settings=replace(self._settings, context_tokens=loaded.context_tokens),
                seed=seed,
                prompt_version=prompt.version,
                threads=loaded.threads,
            ),
            created_at=self._now(),
        )
        self.fault = None
        self._listen_to(engine)
        self._arriving = _Arriving(self._new_id(), answer.id)
        self._room.do_together((*before, AddAnswer(answer)))
        self._room.choose_answer(answer.id)
        messages = (Message(Role.SYSTEM, prompt.system), Message(Role.USER, exploration.question))
        self._keep.start()
        engine.ask(Ask(self._arriving.request_id, (AnswerRequest(messages, seed),), self._settings))
        self.state_changed.emit()

    def _listen_to(self, engine: EngineClient) -> None:
        if engine is self._engine:
            return
        self._engine = engine
        engine.piece_arrived.connect(self._on_piece)
        engine.answer_finished.connect(self._on_done)
        engine.request_failed.connect(self._on_request_failed)
        engine.prefill_progressed.connect(self._on_reading)

    def _on_reading(self, request_id: str, fraction: float) -> None:
        if self._is_ours(request_id):
            self.reading_progressed.emit(fraction)

    def _on_piece(self, piece: Piece) -> None:
        if self._arriving is None or not self._is_ours(piece.id) or piece.kind is not PieceKind.SAID:
            return
        self._arriving.text += plain(piece.text)
        if self._arriving.shown == 0:
            self._announce()
        elif not self._paint.isActive():
            self._paint.start()

    def _on_done(self, done: Done) -> None:
        if self._is_ours(done.id):
            self._finish(_ENDS[done.reason])

    def _on_request_failed(self, request_id: str, code: ErrorCode) -> None:
        if self._arriving is not None and self._is_ours(request_id):
            answer_id = self._arriving.answer_id
            self._finish(AnswerState.INTERRUPTED)
            if code is ErrorCode.QUESTION_OVER_CONTEXT:
                self._give_question_back(answer_id)
            self.fault = code
            self.went_wrong.emit(code)

    def _give_question_back(self, answer_id: str) -> None:
        """Put a question that is too long for the model back into its field, and take the empty answer away."""
        record = self._room.record
        answer = None if record is None else record.answer(answer_id)
        if record is None or answer is None:
            return
        field = self._room.draft_of_session(QUESTION_FIELD)
        if not self._room.draft(field):
            self._room.set_draft(field, record.exploration(answer.exploration_id).question)
        self._room.choose_answer(None)
        alone = len(record.shown_answers(answer.exploration_id)) == 1
        kind, thing_id = (
            (Withdrawable.EXPLORATION, answer.exploration_id) if alone else (Withdrawable.ANSWER, answer.id)
        )
        self._room.record_progress(SetWithdrawn(kind, thing_id, withdrawn=True))

    def _leave_what_is_gone(self) -> None:
        """An answer that was taken back, or whose session was left, while it was arriving."""
        record = self._room.record
        if self._arriving is None:
            return
        if record is None or record.answer(self._arriving.answer_id) is None:
            self.stop()
            self.abandon()

    def _announce(self) -> None:
        arriving = self._arriving
        if arriving is None or arriving.shown == len(arriving.text):
            return
        added = arriving.text[arriving.shown :]
        arriving.shown = len(arriving.text)
        self._paint.start()
        self.answer_grew.emit(arriving.answer_id, added)

    def _keep_so_far(self) -> None:
        if self._arriving is not None:
            self._room.record_progress(GrowAnswer(self._arriving.answer_id, self._arriving.text))

    def _finish(self, state: AnswerState) -> None:
        arriving = self._arriving
        if arriving is None:
            return
        self._paint.stop()
        self._keep.stop()
        self._arriving = None
        text = arriving.text.rstrip()
        statements = self._room.statements_for(arriving.answer_id, text)
        self._room.record_progress(FinishAnswer(arriving.answer_id, text, state, statements))
        if self._room.place.answer_id == arriving.answer_id:
            self._room.choose_answer(arriving.answer_id)
        self.answer_ended.emit(arriving.answer_id)
        self.state_changed.emit()

    def _is_ours(self, request_id: str) -> bool:
        return self._arriving is not None and self._arriving.request_id == request_id
