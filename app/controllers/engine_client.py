"""Owns the engine child: starts it, speaks with it, distrusts it, and starts it again when it fails."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.catalogue.verified import VerifiedModel
from app.children.protocol import ProtocolError
from app.controllers.engine_hearing import Hearing
from app.controllers.engine_run import EngineRun
from app.controllers.engine_state import EngineState, Limits, LoadedModel
from app.engine.messages import MAX_MESSAGE_CHARS, Ask, Counts, Done, DoneReason, Piece, Reading
from app.errors import BugError, ErrorCode, KnownError

__all__ = ["EngineClient", "EngineState", "Limits", "LoadedModel", "without_promise"]

MOST_FAILURES = 2
"""How many children may end unasked, one after the other, before no other is started. That a model loaded does not
count: an answer has to come to its end in between."""


class EngineClient(QObject):
    """The engine as the window sees it. Every method returns at once, except `stop`."""

    state_changed = Signal(object)
    """EngineState."""
    load_progressed = Signal(float)
    """0 to 1."""
    prefill_progressed = Signal(str, float)
    """Request id, 0 to 1: how much of the question has been read."""
    piece_arrived = Signal(object)
    """app.engine.messages.Piece."""
    answer_finished = Signal(object)
    """app.engine.messages.Done."""
    request_failed = Signal(str, object)
    """Request id, ErrorCode. What had arrived stays with the receiver; nothing more comes for that request.
    ENGINE_GAVE_UP where the engine is not started again by itself."""
    failed = Signal(object)
    """ErrorCode: the engine is not available until `restart`."""

    def __init__(
        self,
        command: Sequence[str],
        model: VerifiedModel,
        context_tokens: int,
        parent: QObject | None = None,
        *,
        working_folder: Path | None = None,
        limits: Limits | None = None,
    ) -> None:
        """Take what it needs; nothing starts yet.

        Args:
            command: Program and arguments that start the child, such as `(sys.executable, "-m", "app.engine")`.
            model: The checked model file.
            context_tokens: What question and answers share.
            parent: Qt parent.
            working_folder: Where the child starts; from source, the folder that holds `app`.
            limits: How long the engine may be silent.
        """
        super().__init__(parent)
        self._command = tuple(command)
        self._model = model
        self._context_tokens = context_tokens
        self._working_folder = working_folder
        self._limits = limits or Limits()
        self._state = EngineState.OFF
        self._loaded: LoadedModel | None = None
        self._run: EngineRun | None = None
        self._hearing: Hearing | None = None
        self._stopping_early: set[int] = set()
        self._failures = 0
        self._deaths = 0

    @property
    def state(self) -> EngineState:
        """Where the engine stands."""
        return self._state

    @property
    def loaded(self) -> LoadedModel | None:
        """The model that answers, or None while there is none."""
        return self._loaded

    @property
    def killed_twice(self) -> bool:
        """Whether two children in a row ended unasked with this model, and no answer came to its end in between.

        Why a child ended is not told apart: a crash, a lack of memory, a time limit, words that cannot be.
        """
        return self._deaths >= MOST_FAILURES

    def start(self) -> None:
        """Start the child and load the model. Does nothing unless OFF or FAILED."""
        if self._state in {EngineState.OFF, EngineState.FAILED}:
            self._forget_failures()
            self._launch()

    def ask(self, request: Ask) -> None:
        """Ask. While the model is still loading, the question waits for it.

        `request_failed` comes at once with ENGINE_NOT_STARTED if the engine is OFF, STOPPING or FAILED, and with
        QUESTION_TOO_LONG if no engine could take that much.

        Raises:
            BugError: Another request is still being answered, or this one is not what may be asked.
        """
        if self._hearing is not None:
            raise BugError("one request at a time")
        if self._state in {EngineState.OFF, EngineState.STOPPING, EngineState.FAILED}:
            self.request_failed.emit(request.id, ErrorCode.ENGINE_NOT_STARTED)
            return
        if _chars(request) > MAX_MESSAGE_CHARS:
            self.request_failed.emit(request.id, ErrorCode.QUESTION_TOO_LONG)
            return
        self._hearing = Hearing(request)
        if self._state is EngineState.READY:
            self._put_question()

    def cancel(self, request_id: str, answer: int | None = None) -> None:
        """Stop one answer of a request, or all: each ends with `answer_finished` as cancelled.

        A request or an answer that has ended already is left alone. An engine that does not obey in time is
        ended, and the request fails with ENGINE_SILENT.
        """
        hearing = self._hearing
        if hearing is None or hearing.ask.id != request_id:
            return
        meant = hearing.open_answers if answer is None else hearing.open_answers & {answer}
        if not meant:
            return
        if self._run is not None and self._state is EngineState.ANSWERING:
            self._run.cancel(meant)
            return
        self._stopping_early |= meant
        if self._stopping_early >= hearing.open_answers:
            self._end_as_cancelled()

    def restart(self) -> None:
        """End the child if there is one, forget past failures, and start again. A request ends as cancelled."""
        self.stop()
        self.start()

    def stop(self) -> None:
        """End the child. A request ends as cancelled. Waits, usually for milliseconds, at most for two seconds."""
        if self._state is EngineState.OFF:
            return
        self._set_state(EngineState.STOPPING)
        self._loaded = None
        if self._run is not None:
            self._run.end_now()
            self._drop_run()
        self._end_as_cancelled()
        self._set_state(EngineState.OFF)

    def _launch(self) -> None:
        self._drop_run()
        run = EngineRun(self, self._model, self._context_tokens, self._limits)
        run.greeted.connect(self._on_greeted)
        run.loading_progressed.connect(self.load_progressed)
        run.model_loaded.connect(self._on_loaded)
        run.load_refused.connect(self._on_load_refused)
        run.heard.connect(self._on_heard)
        run.question_refused.connect(self._on_question_refused)
        run.broken_off.connect(self._on_broken_off)
        run.ended.connect(self._on_ended)
        self._run = run
        self._set_state(EngineState.STARTING)
        try:
            run.start(self._command, self._working_folder)
        except KnownError as error:
            self._drop_run()
            self._give_up(error.code)

    def _drop_run(self) -> None:
        if self._run is not None:
            self._run.disconnect(self)
            self._run.dispose()
        self._run = None

    def _put_question(self) -> None:
        if self._hearing is None or self._run is None:
            return
        try:
            self._run.ask(self._hearing)
        except ProtocolError as error:
            self._forget_request()
            raise BugError(f"a request that may not be asked: {error.code}") from None
        if self._stopping_early:
            self._run.cancel(self._stopping_early)
        self._set_state(EngineState.ANSWERING)

    def _on_greeted(self) -> None:
        self._set_state(EngineState.LOADING)

    def _on_loaded(self, context_tokens: int, threads: int) -> None:
        self._loaded = LoadedModel(self._model.name, self._model.sha256, context_tokens, threads)
        self._set_state(EngineState.READY)
        # Whoever heard that it is ready may have asked already: then it is answering by now.
        if self._state is EngineState.READY:
            self._put_question()

    def _on_load_refused(self) -> None:
        self._give_up(ErrorCode.MODEL_LOAD_FAILED)

    def _on_heard(self, message: Reading | Piece | Done) -> None:
        match message:
            case Reading(request_id, fraction):
                self.prefill_progressed.emit(request_id, fraction)
            case Piece():
                self.piece_arrived.emit(message)
            case Done():
                self._forget_failures()
                if self._hearing is not None and not self._hearing.open_answers:
                    self._forget_request()
                    self._set_state(EngineState.READY)
                self.answer_finished.emit(message)

    def _on_question_refused(self) -> None:
        self._forget_failures()
        self._lose_request(EngineState.READY, ErrorCode.QUESTION_OVER_CONTEXT)

    def _on_broken_off(self, code: ErrorCode) -> None:
        self._loaded = None
        is_last = self._failures + 1 >= MOST_FAILURES
        self._lose_request(EngineState.STARTING, without_promise(code) if is_last else code)

    def _on_ended(self, code: ErrorCode) -> None:
        """The child is gone, of itself or because it was ended."""
        self._loaded = None
        had_model = self._run is not None and self._run.has_model
        self._drop_run()
        if self._state is EngineState.FAILED:
            return
        self._failures += 1
        self._deaths += had_model
        if self._failures >= MOST_FAILURES:
            self._give_up(code)
            return
        self._lose_request(EngineState.STARTING, code)
        # Whoever heard of it may have stopped or started the engine already.
        if self._state is EngineState.STARTING and self._run is None:
            self._launch()

    def _give_up(self, code: ErrorCode) -> None:
        if self._run is not None:
            self._run.put_down()
        self._lose_request(EngineState.FAILED, without_promise(code))
        self.failed.emit(code)

    def _lose_request(self, state: EngineState, code: ErrorCode) -> None:
        """Reach a state in which the request under way has no answer to come. One that still waits for the model
        goes on waiting, unless there will be none."""
        hearing = self._hearing
        is_lost = self._state is EngineState.ANSWERING or state is EngineState.FAILED
        if hearing is None or not is_lost:
            self._set_state(state)
            return
        self._forget_request()
        self._set_state(state)
        self.request_failed.emit(hearing.ask.id, code)

    def _end_as_cancelled(self) -> None:
        hearing = self._hearing
        if hearing is None:
            return
        self._forget_request()
        for answer in sorted(hearing.open_answers):
            self.answer_finished.emit(Done(hearing.ask.id, answer, DoneReason.CANCELLED, Counts(0, 0)))

    def _forget_failures(self) -> None:
        self._failures = self._deaths = 0

    def _forget_request(self) -> None:
        self._hearing = None
        self._stopping_early = set()

    def _set_state(self, state: EngineState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)


def without_promise(code: ErrorCode) -> ErrorCode:
    """Return what is said of a fault after which the engine is not started again by itself."""
    again_and_again = {ErrorCode.ENGINE_DIED, ErrorCode.ENGINE_SILENT, ErrorCode.ENGINE_GARBLED}
    return ErrorCode.ENGINE_GAVE_UP if code in again_and_again else code


def _chars(request: Ask) -> int:
    return sum(len(message.text) for answer in request.answers for message in answer.messages)
