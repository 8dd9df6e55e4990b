"""What a reader is given to read: a file, or bytes that were on the clipboard and never lie on a disk."""

import os
import stat
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

Source = Path | bytes


def takes_bytes() -> bool:
    """Tell whether bytes can be handed to a child here: Linux alone has files that lie in memory."""
    return sys.platform == "linux"


def open_source(source: Source) -> int | None:
    """Open an ordinary file, or bytes as one, to be read, and return its descriptor; None if it is none or can't be.

    May take long, or for ever, where a file lies on another computer that does not answer.
    """
    descriptor = _in_memory(source) if isinstance(source, bytes) else _on_disk(source)
    if descriptor is None or stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    return None


class Opening(QObject):
    """Opens one source on a thread of its own, which nobody waits for if it hangs."""

    opened = Signal(object)
    """The descriptor, which is the hearer's to close, or None."""

    def begin(self, source: Source) -> None:
        """Begin. `opened` follows, unless this is gone by then."""
        threading.Thread(target=self._open, args=(source,), name="opening", daemon=True).start()

    def _open(self, source: Source) -> None:
        descriptor = open_source(source)
        try:
            self.opened.emit(descriptor)
        except RuntimeError:
            # This is gone: nobody hears any more.
            if descriptor is not None:
                os.close(descriptor)


def _on_disk(path: Path) -> int | None:
    try:
        # A pipe would keep waiting for somebody to write.
        return os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError):
        return None


def _in_memory(content: bytes) -> int | None:
    if sys.platform != "linux":
        return None
    descriptor = os.memfd_create("pasted")
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
