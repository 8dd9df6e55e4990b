"""How every child starts: protocol moved aside, walls closed, and then a channel to speak through."""

import os
import signal
import threading
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.children.network_modules import refuse_network_modules
from app.children.protocol import MAX_LINE_TO_CHILD_BYTES, Isolation, Lines
from app.children.walls import close_walls

NICENESS = 5
"""The window and other programs come first. Measured: our own load at low priority does them no harm."""


@dataclass(frozen=True, slots=True)
class Channel:
    """The child's end of the conversation. `isolation` says what holds around the child."""

    input_descriptor: int
    output_descriptor: int
    isolation: Isolation
    _writing: threading.Lock = field(default_factory=threading.Lock)

    def lines(self) -> Iterator[bytes]:
        """Yield what the parent says, line by line, until the end of input.

        Raises:
            ProtocolError: A line was longer than a child may be sent.
        """
        lines = Lines(MAX_LINE_TO_CHILD_BYTES)
        while received := os.read(self.input_descriptor, 65_536):
            yield from lines.feed(received)

    def say(self, line: bytes) -> None:
        """Write one whole line. Any thread may.

        Raises:
            OSError: Nobody listens any more.
        """
        with self._writing:
            rest = memoryview(line)
            while rest:
                rest = rest[os.write(self.output_descriptor, rest) :]


def enter(*, kept: Collection[int] = (), parent_pid: int | None = None) -> Channel:
    """Make this process a child. To be called before any native library is loaded.

    Standard output becomes standard error from here on, so that whatever a native library prints cannot break a
    line of the protocol.

    Args:
        kept: Descriptors to keep beside the three standard ones.
        parent_pid: The process that this one must not outlive. If it is gone, this process ends at once.
    """
    # What ggml does on a fault otherwise: start a debugger.
    os.environ["GGML_NO_BACKTRACE"] = "1"
    # Ctrl+C in a terminal reaches the whole group; the parent decides when a child ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    spoken = os.dup(1)
    os.dup2(2, 1)
    _come_last()
    refuse_network_modules()
    isolation = close_walls(kept={spoken, *kept}, parent_pid=parent_pid)
    return Channel(0, spoken, isolation)


def _come_last() -> None:
    """Leave the processors to the window and other programs, and go before them when memory runs out (Linux)."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    # Before the walls: a process that can't be traced may not say this of itself.
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
