"""Asking the local model: a question, the same again, in other words, or what it says about an answer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.controllers.arriving import Arriving
from app.controllers.engine_client import EngineClient, EngineState
from app.controllers.local_model import LocalModel
from app.controllers.permission import Action, Permission
from app.controllers.prompt_set import PromptSet
from app.controllers.room import Room
from app.controllers.wanted import Wanted, as_question, through_lens
from app.domain.answer import (
    Answer,
    AnswerState,
    AsAsked,
    AskedAgain,
    AskedDifferently,
    Exploration,
    MadeHere,
    Settings,
    ThroughLens,
)
from app.domain.changes import (
    AddAnswer,
    AddExploration,
    Change,
    SetWithdrawn,
    Spot,
    View,
    Withdrawable,
)
from app.domain.record import SessionRecord
from app.domain.text import checked_question
from app.engine.messages import AnswerRequest, Ask
from app.errors import BugError, ErrorCode, KnownError
from app.explore.phrasings import Phrasing

QUESTION_FIELD = "question"
"""The field of a session in which its next question is drafted."""
_SEEDS = 2**32 - 1
LEAST_TIMES, USUAL_TIMES, MOST_TIMES = 3, 4, 8
"""How often the same question can be asked at once."""


class Asking(QObject):
    """Sends questions to the engine, one request at a time; `Arriving` gathers what comes back.

    Methods that ask return the spot from which the answer can be seen; whoever called goes there.

    Args:
        room: where the answers belong.
        local_model: where the engine is.
        prompts: gives what the model is told, in the language that it is asked in.
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
        prompts: Callable[[], PromptSet],
        settings: Settings,
        new_seed: Callable[[], int],
        new_id: Callable[[], str],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._local_model = local_model
        self._prompts = prompts
        self._settings = settings
        self._new_seed = new_seed
        self._new_id = new_id
        self._now = now
        self.fault: ErrorCode | None = None
        """What went wrong last, until the next question."""
        self._arriving = Arriving(room, self)
        self._arriving.answer_grew.connect(self.answer_grew)
        self._arriving.reading_progressed.connect(self.reading_progressed)
        self._arriving.answer_ended.connect(self._on_answer_ended)
        self._arriving.request_ended.connect(self.state_changed)
        self._arriving.request_failed.connect(self._on_request_failed)
        # Whether anything can be asked hangs on the engine too.
        local_model.state_changed.connect(self.state_changed)
        room.record_changed.connect(self._leave_what_is_gone)
        room.place_changed.connect(self._leave_what_is_gone)

    # What is on its way

    @property
    def arriving_ids(self) -> tuple[str, ...]:
        """The answers that are on their way, in the order in which they were asked for."""
        return self._arriving.ids

    @property
    def arriving_answer_id(self) -> str | None:
        """The first of them, or None."""
        return next(iter(self._arriving.ids), None)

    @property
    def arriving_text(self) -> str:
        """What has arrived of the first."""
        return self.text_of(self.arriving_answer_id or "")

    def text_of(self, answer_id: str) -> str:
        """What has arrived of an answer that is on its way; empty for any other."""
        return self._arriving.text_of(answer_id)

    def stop(self, answer_id: str | None = None) -> None:
        """Stop one answer that is arriving, or all. What has come is kept and marked as stopped."""
        self._arriving.stop(answer_id)

    def abandon(self) -> None:
        """End all arriving answers at once, without waiting for the engine. What has come is kept."""
        self._arriving.abandon()

    def put_fault_away(self) -> None:
        """Somebody has read what went wrong."""
        self.fault = None

    # Asking

    def permission(self) -> Permission:
        """Whether the model may be asked now."""
        return self._room.gate.permission(Action.ASK_MODEL)

    def obstacle(self) -> ErrorCode | None:
        """What stands against asking at the moment (the gate apart), or None."""
        try:
            self._require_engine()
        except KnownError as fault:
            return fault.code
        return None

    def ask(self, untrusted_question: str) -> Spot:
        """Ask a new question.

        Raises:
            KnownError: QUESTION_EMPTY, QUESTION_TOO_LONG, or what stands against the model at the moment. Nothing
                was changed then.
        """
        self._room.gate.require(Action.ASK_MODEL)
        question = checked_question(untrusted_question)
        engine = self._require_engine()
        exploration = Exploration(self._new_id(), self._record().session.id, question, self._now())
        wanted = as_question(self._prompts(), AsAsked(), question)
        (answer,) = self._begin(engine, exploration.id, (wanted,), (AddExploration(exploration),))
        return Spot(answer_id=answer.id)

    def ask_once_more(self, exploration_id: str) -> Spot:
        """Ask the same question again, with another seed. The earlier answers stay.

        Raises:
            KnownError: what stands against the model, or QUESTION_EMPTY if the answer was brought without one.
        """
        engine, question = self._ready_to_ask(exploration_id)
        (answer,) = self._begin(engine, exploration_id, (as_question(self._prompts(), AsAsked(), question),))
        return Spot(answer_id=answer.id)

    def ask_again(self, exploration_id: str, times: int = USUAL_TIMES) -> Spot:
        """Ask the same question several times at once, each with its own seed.

        Raises:
            KnownError: as `ask_once_more`.
            BugError: fewer than `LEAST_TIMES` or more than `MOST_TIMES`.
        """
        if not LEAST_TIMES <= times <= MOST_TIMES:
            raise BugError("a question was to be asked too few or too many times at once")
        engine, question = self._ready_to_ask(exploration_id)
        round_id = self._new_id()
        wanted = as_question(self._prompts(), AskedAgain(round_id), question)
        answers = self._begin(engine, exploration_id, (wanted,) * times)
        return Spot(View.AGAIN, answer_id=answers[0].id, round_id=round_id)

    def ask_differently(self, exploration_id: str, phrasings: Sequence[Phrasing]) -> Spot:
        """Ask the question in several wordings at once.

        Raises:
            KnownError: as `ask_once_more`; QUESTION_EMPTY or QUESTION_TOO_LONG of any of the wordings.
            BugError: there is no wording, or more than `MOST_TIMES`.
        """
        if not 1 <= len(phrasings) <= MOST_TIMES:
            raise BugError("a question was to be asked in no words, or in too many at once")
        engine, _question = self._ready_to_ask(exploration_id)
        round_id = self._new_id()
        asked = [(phrasing.kind, checked_question(phrasing.text)) for phrasing in phrasings]
        wanted = tuple(
            as_question(self._prompts(), AskedDifferently(round_id, kind, question), question)
            for kind, question in asked
        )
        answers = self._begin(engine, exploration_id, wanted)
        return Spot(View.DIFFERENTLY, answer_id=answers[0].id, round_id=round_id)

    def look_through(self, lens_id: str, answer_id: str, statement_id: str | None = None) -> Spot:
        """Have the model say something about an answer, or about one statement of it.

        Raises:
            KnownError: what stands against the model at the moment.
        """
        self._room.gate.require(Action.ASK_MODEL)
        engine = self._require_engine()
        loaded, record = engine.loaded, self._record()
        if loaded is None:
            raise BugError("an engine that is ready has no model")
        prompts = self._prompts()
        request = ThroughLens(lens_id, answer_id, statement_id)
        wanted = through_lens(prompts, record, request, loaded.context_tokens)
        exploration_id = record.exploration_of(answer_id).id
        max_tokens = prompts.lens(lens_id).max_tokens
        (through,) = self._begin(engine, exploration_id, (wanted,), max_tokens=max_tokens, want_chances=False)
        return Spot(View.LENS, answer_id, statement_id, lens_id=through.id)

    # Inside

    def _ready_to_ask(self, exploration_id: str) -> tuple[EngineClient, str]:
        self._room.gate.require(Action.ASK_MODEL)
        engine = self._require_engine()
        return engine, checked_question(self._record().exploration(exploration_id).question)

    def _record(self) -> SessionRecord:
        if self._room.record is None:
            raise BugError("the model was asked outside a session")
        return self._room.record

    def _require_engine(self) -> EngineClient:
        if self._local_model.fault is not None:
            raise KnownError(self._local_model.fault)
        engine = self._local_model.engine
        if engine is None or engine.state in {EngineState.STARTING, EngineState.LOADING}:
            raise KnownError(ErrorCode.MODEL_LOADING)
        if self.arriving_ids or engine.state is EngineState.ANSWERING:
            raise KnownError(ErrorCode.ENGINE_BUSY)
        if engine.state is not EngineState.READY:
            raise KnownError(ErrorCode.ENGINE_NOT_STARTED)
        return engine

    def _begin(
        self,
        engine: EngineClient,
        exploration_id: str,
        wanted: tuple[Wanted, ...],
        before: tuple[Change, ...] = (),
        max_tokens: int | None = None,
        want_chances: bool = True,
    ) -> tuple[Answer, ...]:
        loaded = engine.loaded
        if loaded is None:
            raise BugError("an engine that is ready has no model")
        settings = replace(
            self._settings,
            context_tokens=loaded.context_tokens,
            max_tokens=max_tokens or self._settings.max_tokens,
        )
        seeds = self._seeds(len(wanted))
        first = sum(a.exploration_id == exploration_id for a in self._record().answers)
        answers = tuple(
            Answer(
                id=self._new_id(),
                exploration_id=exploration_id,
                position=first + index,
                text="",
                state=AnswerState.ARRIVING,
                origin=MadeHere(
                    model=loaded.name,
                    model_sha256=loaded.sha256,
                    settings=settings,
                    seed=seed,
                    prompt_version=one.prompt_version,
                    threads=loaded.threads,
                ),
                created_at=self._now(),
                request=one.request,
            )
            for index, (one, seed) in enumerate(zip(wanted, seeds, strict=True))
        )
        self.fault = None
        ask = Ask(
            self._new_id(),
            tuple(AnswerRequest(one.messages, seed) for one, seed in zip(wanted, seeds, strict=True)),
            settings,
            want_chances,
        )
        self._room.do_together((*before, *(AddAnswer(answer) for answer in answers)))
        self._arriving.begin(engine, ask, answers)
        self.state_changed.emit()
        return answers

    def _seeds(self, count: int) -> tuple[int, ...]:
        """Different ones: answers with the same seed would be the same."""
        seeds: list[int] = []
        for _ in range(count):
            seed = self._new_seed()
            while seed in seeds:
                seed = (seed + 1) % _SEEDS
            seeds.append(seed)
        return tuple(seeds)

    def _on_answer_ended(self, answer_id: str) -> None:
        spot = self._room.place.spot
        if spot == Spot(answer_id=answer_id):
            self._room.choose_answer(answer_id)
        self.answer_ended.emit(answer_id)

    def _on_request_failed(self, code: ErrorCode, answer_ids: tuple[str, ...]) -> None:
        if code is ErrorCode.QUESTION_OVER_CONTEXT:
            self._take_back(answer_ids)
        self.fault = code
        self.went_wrong.emit(code)

    def _take_back(self, answer_ids: tuple[str, ...]) -> None:
        """Take away empty answers to what is too long for the model; a new question goes back into its field."""
        record = self._record()
        answers = [answer for answer in map(record.answer, answer_ids) if answer is not None]
        if not answers:
            return
        exploration_id = answers[0].exploration_id
        if {answer.id for answer in record.shown_answers(exploration_id)} == set(answer_ids):
            field = self._room.draft_of_session(QUESTION_FIELD)
            if not self._room.draft(field):
                self._room.set_draft(field, record.exploration(exploration_id).question)
            self._room.choose_answer(None)
            self._room.record_progress(SetWithdrawn(Withdrawable.EXPLORATION, exploration_id, withdrawn=True))
            return
        for answer in answers:
            self._room.record_progress(SetWithdrawn(Withdrawable.ANSWER, answer.id, withdrawn=True))

    def _leave_what_is_gone(self) -> None:
        """Answers that were taken back, or whose session was left, while they were arriving."""
        record = self._room.record
        if record is None:
            self.stop()
            self.abandon()
            return
        gone = [answer_id for answer_id in self.arriving_ids if record.answer(answer_id) is None]
        if len(gone) == len(self.arriving_ids) > 0:
            self.stop()
            self.abandon()
        else:
            for answer_id in gone:
                self.stop(answer_id)
