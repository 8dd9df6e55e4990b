"""The conversation with one engine child, from its greeting to its end. Nothing that it says is believed unseen."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from app.catalogue.verified import VerifiedModel
from app.children.protocol import PROTOCOL_VERSION
from app.controllers.child_process import ChildProcess, passes_descriptors
from app.controllers.engine_hearing import Hearing, UntrueError
from app.controllers.engine_state import EngineState, Limits
from app.engine.messages import (
    Cancel,
    Done,
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
    Shutdown,
    ToEngine,
    read_from_engine,
    write_to_engine,
)
from app.errors import ErrorCode, KnownError


class EngineRun(QObject):
    """One child: greeted, loaded, asked, and ended when it says what cannot be or says nothing for too long."""

    greeted = Signal()
    loading_progressed = Signal(float)
    """0 to 1."""
    model_loaded = Signal(int, int)
    """Context in tokens, and threads."""
    load_refused = Signal()
    """The file does not load. The child is of no more use."""
    heard = Signal(object)
    """Reading, Piece or Done of the request under way."""
    question_refused = Signal()
    """The question under way leaves no room for an answer."""
    broken_off = Signal(object)
    """ErrorCode: the child is being ended. `ended` follows."""
    ended = Signal(object)
    """ErrorCode: the child is gone."""

    def __init__(self, parent: QObject, model: VerifiedModel, context_tokens: int, limits: Limits) -> None:
        super().__init__(parent)
        self._model = model
        self._context_tokens = context_tokens
        self._limits = limits
        self._phase = EngineState.STARTING
        self._hearing: Hearing | None = None
        self._stopping: set[int] = set()
        self._load_fraction = 0.0
        self._fault = ErrorCode.ENGINE_NOT_STARTED
        self._process = ChildProcess(self, limits.terminate_ms, read_from_engine)
        self._process.heard.connect(self._on_heard)
        self._process.garbled.connect(self._on_garbled)
        self._process.ended.connect(self._on_ended)
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._on_silence)
        self._load_ends = QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever)
        self._cancel_patience = QTimer(self, singleShot=True, interval=limits.cancel_ms)
        self._cancel_patience.timeout.connect(self._on_silence)

    @property
    def has_model(self) -> bool:
        """Whether the child was told to load the model: from then on its end may be the file's doing."""
        return self._phase is not EngineState.STARTING

    def start(self, command: Sequence[str], working_folder: Path | None) -> None:
        """Start the child, greet it and have it load the model.

        Raises:
            KnownError: MODEL_MISSING, MODEL_UNREADABLE, or MODEL_CHECKSUM if the file is no longer the one that
                was checked.
        """
        with _opened(self._model) as descriptor:
            self._process.start(command, "--model-fd", descriptor, working_folder)
        self._patience.start(self._limits.start_ms)
        self._say(Hello(PROTOCOL_VERSION))

    def ask(self, hearing: Hearing) -> None:
        """Put a question to a loaded child that answers nothing else.

        Raises:
            ProtocolError: It is not what may be asked. Nothing was said.
        """
        self._say(hearing.ask)
        self._hearing = hearing
        self._phase = EngineState.ANSWERING
        self._patience.start(self._limits.request_ms)

    def cancel(self, answers: set[int]) -> None:
        """Stop these answers of the request under way. The child has `cancel_ms` to obey."""
        if self._hearing is None:
            return
        for answer in sorted(answers):
            self._say(Cancel(self._hearing.ask.id, answer))
        self._stopping |= answers
        if not self._cancel_patience.isActive():
            self._cancel_patience.start()

    def put_down(self) -> None:
        """Kill the child. `ended` follows."""
        self._rest()
        self._process.put_down(gently=False)

    def end_now(self) -> None:
        """End the child and wait for it, at most about twice `stop_ms`. No signal follows."""
        self._rest()
        self._process.end_now(write_to_engine(Shutdown()), self._limits.stop_ms)

    def dispose(self) -> None:
        """Go, as soon as the child is gone."""
        self._rest()
        self._process.destroyed.connect(self.deleteLater)
        self._process.dispose()

    def _say(self, message: ToEngine) -> None:
        self._process.say(write_to_engine(message))

    def _rest(self) -> None:
        self._patience.stop()
        self._cancel_patience.stop()
        self._stopping.clear()

    def _on_heard(self, untrusted_message: FromEngine) -> None:
        try:
            self._believe(untrusted_message)
        except UntrueError:
            self._on_garbled()

    def _believe(self, untrusted_message: FromEngine) -> None:
        match self._phase, untrusted_message:
            case EngineState.STARTING, Ready():
                self._load()
            case EngineState.STARTING, ErrorSaid(None, EngineFault.NO_WALLS):
                self._break_off(ErrorCode.ENGINE_NOT_WALLED, gently=True)
            case EngineState.LOADING, Loading(fraction) if fraction > self._load_fraction:
                self._load_fraction = fraction
                self._wait_for_load()
                self.loading_progressed.emit(fraction)
            case EngineState.LOADING, Loaded(context_tokens, threads) if (
                context_tokens <= self._context_tokens
            ):
                self._come_to_rest()
                self.model_loaded.emit(context_tokens, threads)
            case EngineState.LOADING, ErrorSaid(None, EngineFault.LOAD_FAILED):
                self.load_refused.emit()
            case EngineState.ANSWERING, Reading() | Piece() | Done() as message:
                self._take(message)
            case EngineState.ANSWERING, ErrorSaid(str(request_id), EngineFault.OVER_CONTEXT):
                self._take_refusal(request_id)
            case _:
                raise UntrueError

    def _load(self) -> None:
        self._fault = ErrorCode.ENGINE_DIED
        self._phase = EngineState.LOADING
        self._load_ends = QDeadlineTimer(self._limits.whole_load_ms)
        self._wait_for_load()
        path = None if passes_descriptors() else str(self._model.path)
        self._say(Load(path, self._context_tokens))
        self.greeted.emit()

    def _wait_for_load(self) -> None:
        self._patience.start(min(self._limits.load_ms, self._load_ends.remainingTime()))

    def _take(self, message: Reading | Piece | Done) -> None:
        hearing = self._hearing
        if hearing is None:
            raise UntrueError
        hearing.take(message)
        self._patience.start(self._limits.request_ms)
        if isinstance(message, Done):
            self._stopping.discard(message.answer)
            if not self._stopping:
                self._cancel_patience.stop()
            if not hearing.open_answers:
                self._come_to_rest()
        self.heard.emit(message)

    def _take_refusal(self, request_id: str) -> None:
        if self._hearing is None or self._hearing.ask.id != request_id:
            raise UntrueError
        self._come_to_rest()
        self.question_refused.emit()

    def _come_to_rest(self) -> None:
        self._rest()
        self._hearing = None
        self._phase = EngineState.READY

    def _on_garbled(self) -> None:
        self._break_off(ErrorCode.ENGINE_GARBLED, gently=False)

    def _on_silence(self) -> None:
        self._break_off(ErrorCode.ENGINE_SILENT, gently=True)

    def _break_off(self, code: ErrorCode, *, gently: bool) -> None:
        self._fault = code
        self._rest()
        self._process.put_down(gently=gently)
        self.broken_off.emit(code)

    def _on_ended(self) -> None:
        self._rest()
        self.ended.emit(self._fault)


@contextmanager
def _opened(model: VerifiedModel) -> Iterator[int]:
    try:
        descriptor = os.open(model.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise KnownError(ErrorCode.MODEL_MISSING) from None
    except OSError:
        raise KnownError(ErrorCode.MODEL_UNREADABLE) from None
    try:
        status = os.fstat(descriptor)
        if (status.st_size, status.st_mtime_ns) != (model.size_bytes, model.modified_ns):
            raise KnownError(ErrorCode.MODEL_CHECKSUM)
        yield descriptor
    finally:
        os.close(descriptor)
