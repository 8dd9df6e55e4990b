"""The pages of the database and of its write-ahead log, read beside SQLite as they lie on the disk: still encrypted.

Of each page only the tail is of interest: SQLCipher ends every page with the initialisation vector under which it
was encrypted, fresh for each writing, and the HMAC-SHA512 over what is before it and the page's number. So the
tail names one writing of one page. Source: SQLCipher's design document, "Security Design".

Numbers of pages and of frames count from 1. The layout of the log is that of SQLite's file format, section 4.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

PAGE_BYTES = 4096
TAIL_BYTES = 80
NO_TAIL = bytes(TAIL_BYTES)
"""What stands where a page was never written: it lies past the end, or in a hole of the file."""

_LOG_HEADER_BYTES = 32
_FRAME_HEADER_BYTES = 24
_FRAME_BYTES = _FRAME_HEADER_BYTES + PAGE_BYTES
_SALTS = slice(16, 24)
_CHUNK = 256


class PagesOnDisk:
    """The database's file, open to be read beside SQLite.

    To close it drops every lock that this process holds on the file (POSIX). So it is opened when SQLite holds the
    lock, and closed when SQLite has let go.
    """

    def __init__(self, path: Path) -> None:
        """Open the file. Raises OSError."""
        self._path = path
        self._stream = FileIO(path, "r+")

    def check_place(self) -> None:
        """Raise OSError if the file is no longer where it was opened: what is written goes where nobody looks.

        Windows lets nobody move or remove a file that is open.
        """
        if os.name == "posix" and not os.path.samestat(self._path.stat(), os.fstat(self._stream.fileno())):
            raise OSError("another file is in the place of the database")

    def first_bytes(self, count: int) -> bytes:
        """Return how the file begins. Raises OSError."""
        self._stream.seek(0)
        return self._stream.read(count)

    def write_first_bytes(self, content: bytes) -> None:
        """Write how the file begins, and flush it. Raises OSError."""
        self._stream.seek(0)
        self._stream.write(content)
        os.fsync(self._stream.fileno())

    def size(self) -> int:
        """Return the file's length in bytes. Raises OSError."""
        return self._stream.seek(0, 2)

    def tail(self, page: int) -> bytes:
        """Return the tail of a page, or `NO_TAIL`. Raises OSError."""
        self._stream.seek(page * PAGE_BYTES - TAIL_BYTES)
        return self._stream.read(TAIL_BYTES).ljust(TAIL_BYTES, b"\0")

    def tails(self, first: int, last: int) -> Iterator[tuple[int, bytes]]:
        """Yield the numbers and tails of consecutive pages; `NO_TAIL` past the end. Raises OSError."""
        for start in range(first, last + 1, _CHUNK):
            count = min(_CHUNK, last + 1 - start)
            self._stream.seek((start - 1) * PAGE_BYTES)
            content = self._stream.read(count * PAGE_BYTES).ljust(count * PAGE_BYTES, b"\0")
            for index in range(count):
                end = (index + 1) * PAGE_BYTES
                yield start + index, content[end - TAIL_BYTES : end]

    def some(self, most: int) -> Iterator[bytes]:
        """Yield at most about so many pages, whole, evenly spread from the first to the last. Raises OSError."""
        count = self.size() // PAGE_BYTES
        for index in range(0, count, max(1, count // most)):
            self._stream.seek(index * PAGE_BYTES)
            yield self._stream.read(PAGE_BYTES)

    def content(self) -> Iterator[bytes]:
        """Yield the whole file in parts. Raises OSError."""
        self._stream.seek(0)
        while part := self._stream.read(_CHUNK * PAGE_BYTES):
            yield part

    def close(self) -> None:
        """Close the file. May be called twice."""
        self._stream.close()


@dataclass(frozen=True, slots=True)
class Frame:
    """One page in the log. `pages_after` is the database's length in pages if a transaction ends here, else 0."""

    page: int
    pages_after: int
    tail: bytes


def log_salts(path: Path) -> bytes:
    """Return what names the log's present run: eight bytes, fresh whenever it begins anew. Raises OSError."""
    with path.open("rb", buffering=0) as stream:
        return stream.read(_LOG_HEADER_BYTES)[_SALTS]


def log_frames(path: Path, first: int, last: int) -> Iterator[Frame]:
    """Yield consecutive frames of the log, whose being valid SQLite has vouched for. Raises OSError."""
    with path.open("rb") as stream:
        for number in range(first, last + 1):
            stream.seek(_LOG_HEADER_BYTES + (number - 1) * _FRAME_BYTES)
            content = stream.read(_FRAME_BYTES)
            if len(content) < _FRAME_BYTES:
                raise OSError("the log ends within a frame")
            page, pages_after = struct.unpack_from(">II", content)
            yield Frame(page, pages_after, content[-TAIL_BYTES:])
