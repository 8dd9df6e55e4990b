"""Which model files are not started by themselves any more, because the engine's child died of them."""

import json
import re
from contextlib import suppress
from pathlib import Path

from app.store.files import remove_leftovers, write_atomically

_FORMAT = 1
_MOST_FILES = 64
_MOST_BYTES = 16_384
_SHA256 = re.compile(r"[0-9a-f]{64}")


class SetAside:
    """A small JSON file of SHA-256 checksums, oldest first. It names no path and nothing of a client.

    What cannot be read from it counts as nothing; what cannot be written to it is known until the program ends. One
    thread uses it.
    """

    def __init__(self, path: Path | None) -> None:
        """Take where the file lies, or None to remember nothing beyond this program's end. Nothing is read yet.

        Args:
            path: its folder is not made here.
        """
        self._path = path
        self._known: list[str] | None = None

    def has(self, sha256: str) -> bool:
        """Whether the file with this checksum is set aside."""
        return sha256 in self._checksums()

    def add(self, sha256: str) -> None:
        """Set a file aside. Of too many the oldest go."""
        self._keep([*(known for known in self._checksums() if known != sha256), sha256][-_MOST_FILES:])

    def remove(self, sha256: str) -> None:
        """Take a file back."""
        self._keep([known for known in self._checksums() if known != sha256])

    def _checksums(self) -> list[str]:
        if self._known is None:
            self._known = [] if self._path is None else _read(self._path)
        return self._known

    def _keep(self, checksums: list[str]) -> None:
        self._known = checksums
        if self._path is None:
            return
        content = json.dumps({"v": _FORMAT, "sha256": checksums}, indent=1)
        with suppress(OSError):
            remove_leftovers(self._path)
            write_atomically(self._path, content.encode())


def _read(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            held = file.read(_MOST_BYTES + 1)
        untrusted = json.loads(held) if len(held) <= _MOST_BYTES else None
    except (OSError, ValueError, RecursionError):
        return []
    match untrusted:
        case {"v": 1, "sha256": [*checksums]} if all(_is_sha256(one) for one in checksums):
            return checksums[-_MOST_FILES:]
        case _:
            return []


def _is_sha256(untrusted: object) -> bool:
    return isinstance(untrusted, str) and _SHA256.fullmatch(untrusted) is not None
