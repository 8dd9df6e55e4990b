"""A deflated part of a source, read from any place without being held whole.

Deflate can only be read from its beginning. So the state of reading is remembered every few megabytes, the longer the
part the more of them, and reading goes on from the nearest one before the place.
"""

import zlib
from typing import Any, NamedTuple

from app.bring.faults import Fault, ReadingError
from app.bring.source import Source

STEP_BYTES = 256 * 1024
"""As much comes out at once."""
STEP_IN_BYTES = 32 * 1024
"""As much goes in at once: a state that is remembered holds what of it is still waiting."""
REMEMBERED_EVERY_BYTES = 2 * 1024 * 1024
MOST_REMEMBERED = 64
"""Of one part: each takes about 70 KB."""
MOST_AWAKE = 8
"""As many parts remember anything at once."""
MOST_RATIO = 300
"""JSON of chats deflates to a tenth, sometimes to a fiftieth; what is made to fill a memory, to a thousandth."""
FREE_BYTES = 8 * 1024 * 1024
"""As much may always come out, whatever went in."""


class _State(NamedTuple):
    read_in: int
    came_out: int
    inflating: Any
    """Of zlib, which has no name for it."""


class Awake:
    """The parts that were read last. Those that were not for long forget where they were: archives hold thousands."""

    def __init__(self) -> None:
        self._parts: dict[Inflated, None] = {}

    def wake(self, part: "Inflated") -> None:
        """Note that a part is read."""
        self._parts.pop(part, None)
        self._parts[part] = None
        if len(self._parts) > MOST_AWAKE:
            oldest = next(iter(self._parts))
            del self._parts[oldest]
            oldest.rest()


class Inflated:
    """The bytes that come out of a deflated part of a source.

    Args:
        source: Where it lies.
        start: Where it begins.
        packed: How many bytes of the source it takes.
        size: How many come out, as the archive says. Never believed: no more are read, and fewer are a fault.
        name: What it is called.
        awake: Those that are read beside it.
    """

    def __init__(self, source: Source, start: int, packed: int, size: int, name: str, awake: Awake) -> None:
        self._source = source
        self._start = start
        self._packed = packed
        self.size = size
        self.name = name
        self._awake = awake
        self.rest()

    def rest(self) -> None:
        """Forget everything but where the part lies."""
        self._remembered: list[_State] = []
        self._distance = REMEMBERED_EVERY_BYTES
        self._inflating: Any = None
        self._read_in = self._came_out = 0
        self._held = b""
        """The last bytes that came out: those before `_came_out`."""

    def read_at(self, offset: int, count: int) -> bytes:
        """As `Source`.

        Raises:
            ReadingError: BROKEN, EXPANDS, or as the source.
        """
        end = min(offset + count, self.size)
        if offset < 0 or offset >= end:
            return b""
        self._awake.wake(self)
        self._go_near(offset)
        parts = []
        while offset < end:
            if offset < self._came_out:
                begin = len(self._held) - (self._came_out - offset)
                part = self._held[begin : begin + end - offset]
                parts.append(part)
                offset += len(part)
            else:
                self._step()
        return b"".join(parts)

    def _go_near(self, offset: int) -> None:
        """Go on from where reading is, or from what is remembered if that is nearer, or from the beginning."""
        before = [state for state in self._remembered if state.came_out <= offset]
        nearest = before[-1] if before else None
        is_ahead = nearest is not None and nearest.came_out > self._came_out
        if self._inflating is not None and self._came_out - len(self._held) <= offset and not is_ahead:
            return
        self._held = b""
        if nearest is None:
            self._read_in = self._came_out = 0
            self._inflating = zlib.decompressobj(-zlib.MAX_WBITS)
        else:
            self._read_in, self._came_out = nearest.read_in, nearest.came_out
            self._inflating = nearest.inflating.copy()

    def _step(self) -> None:
        """Let at most one step's worth come out."""
        waiting = self._inflating.unconsumed_tail
        if not waiting:
            more = min(STEP_IN_BYTES, self._packed - self._read_in)
            waiting = self._source.read_at(self._start + self._read_in, more)
            self._read_in += len(waiting)
        try:
            came = self._inflating.decompress(waiting, STEP_BYTES)
        except zlib.error:
            raise ReadingError(Fault.BROKEN) from None
        if not came and (self._inflating.eof or not waiting):
            # It said that there was more.
            raise ReadingError(Fault.BROKEN)
        self._came_out += len(came)
        self._held = came or self._held
        if self._came_out > max(FREE_BYTES, MOST_RATIO * self._read_in):
            raise ReadingError(Fault.EXPANDS)
        self._remember()

    def _remember(self) -> None:
        last = self._remembered[-1].came_out if self._remembered else 0
        if self._came_out - last < self._distance:
            return
        self._remembered.append(_State(self._read_in, self._came_out, self._inflating.copy()))
        if len(self._remembered) > MOST_REMEMBERED:
            self._remembered = self._remembered[1::2]
            self._distance *= 2


class Stored:
    """A part of a source that lies there as it is.

    Args:
        source: Where it lies.
        start: Where it begins.
        size: How long it is.
        name: What it is called.
    """

    def __init__(self, source: Source, start: int, size: int, name: str) -> None:
        self._source = source
        self._start = start
        self.size = size
        self.name = name

    def read_at(self, offset: int, count: int) -> bytes:
        """As `Source`."""
        if offset < 0:
            return b""
        return self._source.read_at(self._start + offset, max(0, min(count, self.size - offset)))
