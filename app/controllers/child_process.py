"""One run of a child: its start, its lines, its end."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from app.children.protocol import MAX_LINE_FROM_CHILD_BYTES, Lines, ProtocolError

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


class ChildProcess(QObject):
    """One child from its start to its end. Its standard error goes nowhere: it may hold what was said."""

    heard = Signal(object)
    """A message of the child's: well-formed, not yet believed."""
    garbled = Signal()
    """It said something that is not the protocol. Nothing more is heard of it."""
    ended = Signal()
    """It is gone, or never came to be. Nothing more comes."""

    def __init__(self, parent: QObject, terminate_ms: int, read_line: Callable[[bytes], object]) -> None:
        """Make it.

        Args:
            parent: Qt parent.
            terminate_ms: How long it has to end when asked, before it is killed.
            read_line: Returns the message that a line of the child's spells. Raises ProtocolError.
        """
        super().__init__(parent)
        self._read_line = read_line
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

    def start(
        self, command: Sequence[str], option: str, descriptor: int, working_folder: Path | None
    ) -> None:
        """Start the child.

        On POSIX systems it inherits the open file as a descriptor and never learns the path; on Windows the path goes
        over in a message.

        Args:
            command: Program and arguments.
            option: The name of the argument that the descriptor is told in.
            descriptor: An open file. It may be closed when this returns.
            working_folder: Where the child starts; None for here.
        """
        if working_folder is not None:
            self._process.setWorkingDirectory(str(working_folder))
        program, *arguments = command
        if passes_descriptors():
            arguments += [option, str(descriptor), "--parent-pid", str(os.getpid())]
            os.set_inheritable(descriptor, True)
        # Forks before it returns, so that the descriptor can be closed straight away.
        self._process.start(program, arguments)

    def say(self, line: bytes) -> None:
        """Send a line, without waiting. Lost if the child is gone."""
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

    def end_now(self, farewell: bytes, wait_ms: int) -> None:
        """End the child with a last line and wait for it, at most about twice `wait_ms`. No signal follows."""
        self._is_heard = False
        self.blockSignals(True)
        if not self._is_running():
            return
        self.say(farewell)
        if not self._process.waitForFinished(wait_ms):
            self._process.kill()
            self._process.waitForFinished(wait_ms)

    def _is_running(self) -> bool:
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def _on_ready_read(self) -> None:
        received = bytes(self._process.readAllStandardOutput().data())
        # What is said by a child that is being ended is not even held.
        if self._is_heard:
            self._take(received)

    def _take(self, received: bytes) -> None:
        try:
            for line in self._lines.feed(received):
                # Whoever hears a line may decide that it was the last one.
                if not self._is_heard:
                    return
                self.heard.emit(self._read_line(line))
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
