"""One run of the engine child: its start, its lines, its end."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from app.catalogue.verified import VerifiedModel
from app.children.protocol import MAX_LINE_FROM_CHILD_BYTES, Lines, ProtocolError
from app.engine.messages import Shutdown, ToEngine, read_from_engine, write_to_engine
from app.errors import ErrorCode, KnownError

# What a Python and its native libraries need to start. Nothing else of the program's environment goes over.
_PASSED_VARIABLES = (
    "HOME",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "LD_LIBRARY_PATH",
    "PATH",
    "SYSTEMROOT",
    "TEMP",
    "TMP",
    "TMPDIR",
    "USERPROFILE",
    "WINDIR",
)


class EngineProcess(QObject):
    """One child from its start to its end. Its standard error goes nowhere: it may hold what was said."""

    heard = Signal(object)
    """app.engine.messages.FromEngine: well-formed, not yet believed."""
    garbled = Signal()
    """It said something that is not the protocol. Nothing more is heard of it."""
    ended = Signal()
    """It is gone, or never came to be. Nothing more comes."""

    def __init__(self, parent: QObject, terminate_ms: int) -> None:
        """Make it; `terminate_ms` is how long it has to end when asked, before it is killed."""
        super().__init__(parent)
        self._lines = Lines(MAX_LINE_FROM_CHILD_BYTES)
        self._is_heard = True
        self._has_ended = False
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.setProcessEnvironment(_child_environment())
        self._process.readyReadStandardOutput.connect(self._on_ready_read)
        self._process.finished.connect(self._on_end)
        self._process.errorOccurred.connect(self._on_error)
        self._kill_timer = QTimer(self, singleShot=True, interval=terminate_ms)
        self._kill_timer.timeout.connect(self._process.kill)

    def start(self, command: Sequence[str], model: VerifiedModel, working_folder: Path | None) -> None:
        """Start the child.

        On POSIX systems it inherits the open model file as a descriptor and never learns the path; on Windows
        the path goes over in `load`.

        Raises:
            KnownError: MODEL_MISSING, MODEL_UNREADABLE, or MODEL_CHECKSUM if the file is no longer the one that
                was checked.
        """
        if working_folder is not None:
            self._process.setWorkingDirectory(str(working_folder))
        program, *arguments = command
        with _opened(model) as descriptor:
            if passes_descriptors():
                arguments += ["--model-fd", str(descriptor), "--parent-pid", str(os.getpid())]
                os.set_inheritable(descriptor, True)
            # Forks before it returns, so that the descriptor can be closed here straight away.
            self._process.start(program, arguments)

    def say(self, message: ToEngine) -> None:
        """Send a message, without waiting. Lost if the child is gone.

        Raises:
            ProtocolError: The child would not take it.
        """
        line = write_to_engine(message)
        if self._is_running():
            self._process.write(line)

    def put_down(self, *, gently: bool) -> None:
        """End the child and hear no more of it; `ended` follows. Gently: it is asked first, and killed if need be."""
        self._is_heard = False
        if gently:
            self._process.terminate()
            self._kill_timer.start()
        else:
            self._process.kill()

    def dispose(self) -> None:
        """End the child if it still runs, then go. Nothing is heard of it any more."""
        self._is_heard = False
        if self._is_running():
            self._process.finished.connect(self.deleteLater)
            self._process.kill()
        else:
            self.deleteLater()

    def end_now(self, wait_ms: int) -> None:
        """End the child and wait for it, at most about twice `wait_ms`. No signal follows."""
        self._is_heard = False
        self.blockSignals(True)
        if not self._is_running():
            return
        self.say(Shutdown())
        if not self._process.waitForFinished(wait_ms):
            self._process.kill()
            self._process.waitForFinished(wait_ms)

    def _is_running(self) -> bool:
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def _on_ready_read(self) -> None:
        received = bytes(self._process.readAllStandardOutput().data())
        try:
            for line in self._lines.feed(received):
                # Whoever hears a line may decide that it was the last one.
                if not self._is_heard:
                    return
                self.heard.emit(read_from_engine(line))
        except ProtocolError:
            if self._is_heard:
                self._is_heard = False
                self.garbled.emit()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._on_end()

    def _on_end(self) -> None:
        self._kill_timer.stop()
        if not self._has_ended:
            self._has_ended = True
            self.ended.emit()


def passes_descriptors() -> bool:
    """Tell whether a child inherits descriptors by number here."""
    return os.name == "posix"


def _child_environment() -> QProcessEnvironment:
    environment = QProcessEnvironment()
    for name in _PASSED_VARIABLES:
        if name in os.environ:
            environment.insert(name, os.environ[name])
    environment.insert("GGML_NO_BACKTRACE", "1")
    environment.insert("PYTHONUTF8", "1")
    return environment


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
