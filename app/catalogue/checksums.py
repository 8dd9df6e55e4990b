"""Remembers the checksums of model files, so that a file of several gigabytes is read through only once."""

import contextlib
import json
import os
import re
import tempfile
from pathlib import Path
from typing import Any

_FORMAT = 1
_MOST_FILES = 64
_SHA256 = re.compile(r"[0-9a-f]{64}")


class RememberedChecksums:
    """A small JSON file: path, length in bytes and time stamp of a file, and its SHA-256.

    It saves time and nothing else: what cannot be read from it is computed again, what cannot be written to it
    is computed next time. For a file whose length or time stamp changed nothing is remembered.
    """

    def __init__(self, path: Path) -> None:
        """Take where the file lies. Its folder is not made here: without one nothing is remembered."""
        self._path = path

    def recall(self, file: Path, size_bytes: int, modified_ns: int) -> str | None:
        """Return the SHA-256 of the file as it is now, in hex, or None if it is not known."""
        match self._read().get(str(file)):
            case [size, modified, str(sha256)] if (size, modified) == (size_bytes, modified_ns):
                return sha256 if _SHA256.fullmatch(sha256) else None
            case _:
                return None

    def remember(self, file: Path, size_bytes: int, modified_ns: int, sha256: str) -> None:
        """Keep a checksum. The oldest go when there are too many."""
        known = {key: value for key, value in self._read().items() if key != str(file)}
        known[str(file)] = [size_bytes, modified_ns, sha256]
        newest = dict(list(known.items())[-_MOST_FILES:])
        with contextlib.suppress(OSError):
            self._write(json.dumps({"v": _FORMAT, "files": newest}, indent=1))

    def _read(self) -> dict[str, Any]:
        try:
            untrusted = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        match untrusted:
            case {"v": 1, "files": dict(files)}:
                return files
            case _:
                return {}

    def _write(self, text: str) -> None:
        # Beside the file and owner-only, then put in its place in one step.
        descriptor, temporary = tempfile.mkstemp(dir=self._path.parent, prefix=self._path.name)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(self._path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
