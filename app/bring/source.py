"""The bytes of the one file that a reader was handed, or of a file within it: to be read from any place."""

import io
import os
from typing import Protocol

from app.bring.faults import Fault, ReadingError

HEAD_BYTES = 65_536
"""What a kind is told by."""


class Source(Protocol):
    """Bytes that can be read from any place, as often as one likes.

    Attributes:
        size: How many there are.
        name: What it is called, for people to read. Nothing is told by it.
    """

    size: int
    name: str

    def read_at(self, offset: int, count: int) -> bytes:
        """Return `count` bytes from a place, fewer only at the end; none from a place that there is not.

        Raises:
            ReadingError: They can't be read.
        """
        ...


class FileSource:
    """An open file. Its descriptor is all that a reader has of the file system."""

    def __init__(self, descriptor: int, name: str = "") -> None:
        self._descriptor = descriptor
        self.name = name
        self._seen = self._look()
        self.size = self._seen[0]

    def read_at(self, offset: int, count: int) -> bytes:
        """As `Source`.

        Raises:
            ReadingError: UNREADABLE, or CHANGED if the file is no longer as long as it was.
        """
        parts = []
        count = min(count, self.size - offset)
        if offset < 0 or count <= 0:
            return b""
        try:
            os.lseek(self._descriptor, offset, os.SEEK_SET)
            while count:
                part = os.read(self._descriptor, count)
                if not part:
                    raise ReadingError(Fault.CHANGED)
                parts.append(part)
                count -= len(part)
        except OSError:
            raise ReadingError(Fault.UNREADABLE) from None
        return b"".join(parts)

    def ensure_unchanged(self) -> None:
        """Return if nobody wrote to the file since it was opened.

        Raises:
            ReadingError: CHANGED, or UNREADABLE.
        """
        if self._look() != self._seen:
            raise ReadingError(Fault.CHANGED)

    def _look(self) -> tuple[int, int]:
        try:
            status = os.fstat(self._descriptor)
        except OSError:
            raise ReadingError(Fault.UNREADABLE) from None
        return status.st_size, status.st_mtime_ns


class BytesSource:
    """Bytes in memory."""

    def __init__(self, held: bytes, name: str = "") -> None:
        self._held = held
        self.name = name
        self.size = len(held)

    def read_at(self, offset: int, count: int) -> bytes:
        """As `Source`."""
        return self._held[offset : max(offset, offset + count)] if offset >= 0 else b""


class SourceFile(io.RawIOBase):
    """A source as a file object, for libraries that want one.

    Args:
        source: Where the bytes come from.
    """

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._place = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place."""
        begin = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._source.size}[whence]
        self._place = max(0, begin + offset)
        return self._place

    def tell(self) -> int:
        """Return the place."""
        return self._place

    def readinto(self, buffer: object) -> int:
        """Fill a buffer as far as there is anything left.

        Raises:
            ReadingError: As the source.
        """
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # typeshed has no name for it before 3.12
        part = self._source.read_at(self._place, len(view))
        view[: len(part)] = part
        self._place += len(part)
        return len(part)


def whole(source: Source, most_bytes: int) -> bytes:
    """Return all bytes of a source.

    Raises:
        ReadingError: TOO_LARGE above `most_bytes`, or as the source.
    """
    if source.size > most_bytes:
        raise ReadingError(Fault.TOO_LARGE)
    return source.read_at(0, source.size)
