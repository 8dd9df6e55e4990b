"""Finding where a broken JSON record ends, so that those behind it are read."""

import json
import re
from typing import Any

MOST_OPEN = 16 * 1024 * 1024
"""Brackets whose kind is remembered. Those deeper within are only counted."""
FIELD_MAX_CHARS = 100
_OPENING = {"}": "{", "]": "["}
_WHITE = r"[ \t\r\n]*+"
_FIRST_VALUE = r"(?:\"[^\"\\]{0,400}+(?:\\.[^\"\\]{0,400}+){0,40}+\"|[^\"\\,\[\]{}]{0,40}+)"


class Brackets:
    """The brackets that are open. One that closes another kind than the last closes all that stand within its own."""

    def __init__(self) -> None:
        self._open = bytearray()
        self._counts = {"{": 0, "[": 0}
        self._beyond = 0

    def __bool__(self) -> bool:
        """Whether any is open."""
        return bool(self._open)

    def take(self, mark: str) -> None:
        """Open or close one. What closes nothing does nothing."""
        if mark in self._counts:
            if len(self._open) >= MOST_OPEN:
                self._beyond += 1
            else:
                self._open.append(ord(mark))
                self._counts[mark] += 1
        elif self._beyond:
            self._beyond -= 1
        elif self._counts[_OPENING[mark]]:
            closed = ""
            while closed != _OPENING[mark]:
                closed = chr(self._open.pop())
                self._counts[closed] -= 1


def next_of_its_kind(record: Any) -> re.Pattern[str] | None:
    """Return what leads from one record to another with the same first two fields; None if it has no two.

    By it the next record is found where brackets or quotation marks no longer match.
    """
    if not isinstance(record, dict) or len(record) < 2:
        return None
    if any(len(name) > FIELD_MAX_CHARS for name in list(record)[:2]):
        return None
    first, second = [re.escape(json.dumps(name, ensure_ascii=False)) for name in list(record)[:2]]
    fields = rf"{first}{_WHITE}:{_WHITE}{_FIRST_VALUE}{_WHITE},{_WHITE}{second}{_WHITE}:"
    return re.compile(rf",{_WHITE}(?=\{{{_WHITE}{fields})", re.DOTALL)
