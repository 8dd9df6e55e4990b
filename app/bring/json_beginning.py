"""Where the records of a JSON file begin, and what the head of one tells that can't be decoded."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from app.bring.source import HEAD_BYTES, Source

MOST_BEFORE_BYTES = 256 * 1024
"""As far as the field with the conversations is looked for."""
_OPENING = re.compile(rb"\s*+([\[{])")
"""What JSON with records begins with."""
_FIELD = re.compile(rb"[\s,]*+(\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\")\s*+:\s*+", re.DOTALL)
_VALUE = re.compile(rb"\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\"|[^\s,\[\]{}\"]++", re.DOTALL)
# A text that is never closed takes all the rest: each mark in it would else be looked at to the end.
_BRACKET = re.compile(rb"\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\"?+|([\[{])|[\]}]", re.DOTALL)


class Begin(NamedTuple):
    """Where the first record is to be looked for, and what is open there: nothing, an array, or one in an object."""

    place: int
    in_array: bool
    in_object: bool


def begins_as_json(head: bytes) -> bool:
    """Whether a file with this head begins as JSON does that holds records."""
    return _opening(head) is not None


def begin_of(source: Source) -> Begin | None:
    """Return where the first record is to be looked for; None if the source is none that holds any."""
    match = _opening(source.read_at(0, HEAD_BYTES))
    if match is None:
        return None
    if match[1] == b"[":
        return Begin(match.end(), in_array=True, in_object=False)
    within = _array_within(source.read_at(0, MOST_BEFORE_BYTES), match.end())
    if within is None:
        return Begin(match.start(1), in_array=False, in_object=False)
    return Begin(within, in_array=True, in_object=True)


def fields_at_head(head: bytes) -> dict[str, str]:
    """Return the fields of an object by the bytes that it begins with, in so far as these tell them.

    What is no text, or goes on behind the head, counts as empty.
    """
    if not head.startswith(b"{"):
        return {}
    return {_text(name): _text(value) for name, _, value in _fields(head, 1)}


def _opening(head: bytes) -> re.Match[bytes] | None:
    return _OPENING.match(head, len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0)


def _array_within(head: bytes, place: int) -> int | None:
    """Return where the array of `conversations` begins in an object whose fields begin at a place."""
    for name, begin, _ in _fields(head, place):
        if name == b'"conversations"':
            return begin + 1 if head.startswith(b"[", begin) else None
    return None


def _fields(head: bytes, place: int) -> Iterator[tuple[bytes, int, bytes]]:
    """Yield each field's name as it stands there, where its value begins, and the value unless it has brackets."""
    while field := _FIELD.match(head, place):
        begin = field.end()
        value = _VALUE.match(head, begin)
        yield field[1], begin, value[0] if value else b""
        behind = value.end() if value else _behind_brackets(head, begin)
        if behind is None:
            return
        place = behind


def _behind_brackets(head: bytes, place: int) -> int | None:
    depth = 0
    for mark in _BRACKET.finditer(head, place):
        if mark[0].startswith(b'"'):
            continue
        depth += 1 if mark[1] else -1
        if depth <= 0:
            return mark.end()
    return None


def _text(value: bytes) -> str:
    if not value.startswith(b'"'):
        return ""
    try:
        return str(json.JSONDecoder(strict=False).decode(value.decode("utf-8", "replace")))
    except ValueError:
        return ""
