"""Owns the engine child: starts it, speaks with it, distrusts it, and starts it again when it fails."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.catalogue.verified import VerifiedModel
from app.children.protocol import PROTOCOL_VERSION, ProtocolError
from app.controllers.engine_hearing import Hearing, UntrueError
from app.controllers.engine_process import EngineProcess, passes_descriptors
from app.controllers.engine_state import EngineState, Limits, LoadedModel
from app.engine.messages import (
    MAX_MESSAGE_CHARS,
    Ask,
    Cancel,
    Counts,
    Done,
    DoneReason,
    EngineFault,
    ErrorSaid,
    FromEngine,
    Hello,
    Load,
    Loaded,
    Loading,
    Piece,
    Reading,
    Ready,
    ToEngine,
)
from app.errors import BugError, ErrorCode, KnownError

__all__ = ["EngineClient", "EngineState", "Limits", "LoadedModel"]


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
    """Request id, ErrorCode. What had arrived stays with the receiver; nothing more comes for that request."""
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
        self._process: EngineProcess | None = None
        self._hearing: Hearing | None = None
        self._is_asked = False
        self._stopping: set[int] = set()
        self._load_fraction = 0.0
        self._failures = 0
        self._fault = ErrorCode.ENGINE_NOT_STARTED
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._on_silence)
        self._cancel_patience = QTimer(self, singleShot=True, interval=self._limits.cancel_ms)
        self._cancel_patience.timeout.connect(self._on_silence)

    @property
    def state(self) -> EngineState:
        """Where the engine stands."""
        return self._state

    @property
    def loaded(self) -> LoadedModel | None:
        """The model that answers, or None while there is none."""
        return self._loaded

    def start(self) -> None:
        """Start the child and load the model. Does nothing unless OFF or FAILED."""
        if self._state in {EngineState.OFF, EngineState.FAILED}:
            self._failures = 0
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
        if not self._is_asked:
            self._stopping |= meant
            if self._stopping >= hearing.open_answers:
                self._end_as_cancelled()
            return
        self._say(Cancel(request_id, answer))
        self._stopping |= meant
        if not self._cancel_patience.isActive():
            self._cancel_patience.start()

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
        self._patience.stop()
        if self._process is not None:
            self._process.end_now(self._limits.stop_ms)
            self._drop_process()
        self._end_as_cancelled()
        self._set_state(EngineState.OFF)

    def _launch(self) -> None:
        self._fault = ErrorCode.ENGINE_NOT_STARTED
        self._load_fraction = 0.0
        self._drop_process()
        process = EngineProcess(self, self._limits.terminate_ms)
        process.heard.connect(self._on_heard)
        process.garbled.connect(self._on_garbled)
        process.ended.connect(self._on_ended)
        self._process = process
        self._set_state(EngineState.STARTING)
        try:
            process.start(self._command, self._model, self._working_folder)
        except KnownError as error:
            self._drop_process()
            self._give_up(error.code)
            return
        self._patience.start(self._limits.start_ms)
        self._say(Hello(PROTOCOL_VERSION))

    def _say(self, message: ToEngine) -> None:
        if self._process is not None:
            self._process.say(message)

    def _put_question(self) -> None:
        hearing = self._hearing
        if hearing is None:
            return
        try:
            self._say(hearing.ask)
        except ProtocolError as error:
            self._hearing = None
            raise BugError(f"a request that may not be asked: {error.code}") from None
        self._is_asked = True
        for answer in sorted(self._stopping):
            self._say(Cancel(hearing.ask.id, answer))
            self._cancel_patience.start()
        self._set_state(EngineState.ANSWERING)
        self._patience.start(self._limits.request_ms)

    def _on_heard(self, untrusted_message: FromEngine) -> None:
        try:
            self._believe(untrusted_message)
        except UntrueError:
            self._on_garbled()

    def _believe(self, untrusted_message: FromEngine) -> None:
        match self._state, untrusted_message:
            case EngineState.STARTING, Ready():
                self._load()
            case EngineState.LOADING, Loading(fraction) if fraction > self._load_fraction:
                self._load_fraction = fraction
                self._patience.start(self._limits.load_ms)
                self.load_progressed.emit(fraction)
            case EngineState.LOADING, Loaded(context_tokens, threads) if (
                context_tokens <= self._context_tokens
            ):
                self._on_loaded(context_tokens, threads)
            case EngineState.LOADING, ErrorSaid(None, EngineFault.LOAD_FAILED):
                self._give_up(ErrorCode.MODEL_LOAD_FAILED)
            case EngineState.ANSWERING, Reading() | Piece() | Done() as message:
                self._on_answering(message)
            case EngineState.ANSWERING, ErrorSaid(str(request_id), EngineFault.OVER_CONTEXT):
                self._on_refused(request_id)
            case _:
                raise UntrueError

    def _load(self) -> None:
        path = None if passes_descriptors() else str(self._model.path)
        self._fault = ErrorCode.ENGINE_DIED
        self._set_state(EngineState.LOADING)
        self._patience.start(self._limits.load_ms)
        self._say(Load(path, self._context_tokens))

    def _on_loaded(self, context_tokens: int, threads: int) -> None:
        self._failures = 0
        self._patience.stop()
        self._loaded = LoadedModel(self._model.name, self._model.sha256, context_tokens, threads)
        self._set_state(EngineState.READY)
        # Whoever heard that it is ready may have asked already.
        if self._hearing is not None and not self._is_asked:
            self._put_question()

    def _on_answering(self, message: Reading | Piece | Done) -> None:
        hearing = self._hearing
        if hearing is None:
            raise UntrueError
        hearing.take(message)
        self._patience.start(self._limits.request_ms)
        match message:
            case Reading(request_id, fraction):
                self.prefill_progressed.emit(request_id, fraction)
            case Piece():
                self.piece_arrived.emit(message)
            case Done(_, answer):
                self._failures = 0
                self._stopping.discard(answer)
                if not self._stopping:
                    self._cancel_patience.stop()
                if not hearing.open_answers:
                    self._forget_request()
                    self._patience.stop()
                    self._set_state(EngineState.READY)
                self.answer_finished.emit(message)

    def _on_refused(self, request_id: str) -> None:
        if self._hearing is None or self._hearing.ask.id != request_id:
            raise UntrueError
        self._forget_request()
        self._patience.stop()
        self._set_state(EngineState.READY)
        self.request_failed.emit(request_id, ErrorCode.QUESTION_OVER_CONTEXT)

    def _on_garbled(self) -> None:
        self._break_off(ErrorCode.ENGINE_GARBLED, gently=False)

    def _on_silence(self) -> None:
        self._break_off(ErrorCode.ENGINE_SILENT, gently=True)

    def _break_off(self, code: ErrorCode, *, gently: bool) -> None:
        """Have done with a child that cannot be trusted or does not answer; `_on_ended` goes on from there."""
        self._fault = code
        self._loaded = None
        self._patience.stop()
        if self._process is not None:
            self._process.put_down(gently=gently)
        self._set_state(EngineState.STARTING)
        self._fail_request(code)

    def _on_ended(self) -> None:
        """The child is gone, of itself or because it was ended."""
        code = self._fault
        self._loaded = None
        self._patience.stop()
        self._drop_process()
        if self._state is EngineState.FAILED:
            return
        self._failures += 1
        if self._failures >= 2:
            self._give_up(code)
            return
        self._set_state(EngineState.STARTING)
        self._fail_request(code)
        if self._state is EngineState.STARTING and self._process is None:
            self._launch()

    def _give_up(self, code: ErrorCode) -> None:
        self._patience.stop()
        if self._process is not None:
            self._process.put_down(gently=False)
        self._set_state(EngineState.FAILED)
        self._fail_request(code)
        self.failed.emit(code)

    def _drop_process(self) -> None:
        if self._process is not None:
            self._process.ended.disconnect(self._on_ended)
            self._process.dispose()
        self._process = None

    def _fail_request(self, code: ErrorCode) -> None:
        hearing = self._hearing
        if hearing is not None and (self._is_asked or self._state is EngineState.FAILED):
            self._forget_request()
            self.request_failed.emit(hearing.ask.id, code)

    def _end_as_cancelled(self) -> None:
        hearing = self._hearing
        if hearing is None:
            return
        self._forget_request()
        for answer in sorted(hearing.open_answers):
            self.answer_finished.emit(Done(hearing.ask.id, answer, DoneReason.CANCELLED, Counts(0, 0)))

    def _forget_request(self) -> None:
        self._hearing = None
        self._is_asked = False
        self._stopping.clear()
        self._cancel_patience.stop()

    def _set_state(self, state: EngineState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)


def _chars(request: Ask) -> int:
    return sum(len(message.text) for answer in request.answers for message in answer.messages)
