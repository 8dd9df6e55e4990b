"""The records of a JSON file, one after the other: files of gigabytes are never held whole.

Exports of chats are an array of records at the top, or `{"conversations": [...]}` with or without other fields before
it, or one record alone, or any of these one after the other. Each is decoded by itself: one which is broken leaves
the others as they are.
"""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.json_beginning import Begin, begin_of, begins_as_json
from app.bring.passing_over import Brackets, next_of_its_kind
from app.bring.recoding import head_in_utf8, in_utf8
from app.bring.source import Source

STEP_BYTES = 256 * 1024
MOST_RECORD_BYTES = 8 * 1024 * 1024
"""Decoded, a record takes several times this: thirty times if it is made to."""
MOST_RECORDS = 1_000_000

_GAP = re.compile(r"[\s,]*+")
_TOKEN = re.compile(r"[^\s,\[\]{}\"]*+")
_SCALAR = (
    r"(?:-?+(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+|true|false|null|NaN|-?+Infinity)"
    r"(?=[\s,\[\]{}\"])"
)
# One after the other, what begins no record: each of them would cost as much as one.
_STRAYS = re.compile(rf"(?:[\s,]*+(?:\}}|(?!{_SCALAR})[^\s,\[\]{{}}\"]++(?=[\s,\[\]{{}}\"])))*+")
_TO_MARK = re.compile(r"[^\"\[\]{}]*+")
_IN_TEXT = re.compile(r"[^\"\\]*+(?:\\.[^\"\\]*+)*+", re.DOTALL)
_MAY_GO_ON_CHARS = 16
"""A fault so near to the end of what was read may be that a word, a number or an escape is cut."""
_HEAD_CHARS = 16 * 1024
"""Of a record that can't be decoded: what it is and what it is called stand before what was said."""
_MOST_BEHIND_CHARS = 1024
"""What tells of a fault counts the lines from the beginning of all that is held."""


class Span(NamedTuple):
    """From which byte to which."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Record:
    """One record, and where it stands.

    Where it can't be decoded, `value` is None, `skipped` tells why, and `head` is what it begins with.
    """

    span: Span
    value: Any
    skipped: Skipped | None = None
    head: bytes = b""


class JsonRecords:
    """The records of a source that looks like JSON. Bytes that are no UTF-8 become one lone surrogate each.

    Args:
        source: The file.

    Raises:
        ReadingError: TOO_LARGE if it is in another encoding and too large to be held, or as the source.
    """

    def __init__(self, source: Source) -> None:
        self._source = in_utf8(source)

    def __iter__(self) -> Iterator[Record]:
        """Yield every record, in order.

        Raises:
            ReadingError: TOO_MANY, or as the source.
        """
        begin = begin_of(self._source)
        if begin is None:
            return
        text = _Text(self._source, begin)
        for _ in range(MOST_RECORDS):
            if not text.to_record():
                return
            yield text.record()
        raise ReadingError(Fault.TOO_MANY)

    def at(self, span: Span) -> Any:
        """Return one record again.

        Raises:
            ReadingError: As the source.
            ValueError: It is not what it was.
        """
        try:
            return _decoder().decode(_decoded(self._source.read_at(span.start, span.end - span.start)))
        except RecursionError:
            raise ValueError("nested too deep") from None


def looks_like_json(source: Source) -> bool:
    """Whether a source begins as JSON does that holds records."""
    return begins_as_json(head_in_utf8(source))


def is_empty_list(source: Source) -> bool:
    """Whether a source looks like JSON with a list of records in which there is none."""
    return looks_like_json(source) and next(iter(JsonRecords(source)), None) is None


def _decoder() -> json.JSONDecoder:
    # Control letters in a text are left to `plain`.
    return json.JSONDecoder(strict=False)


def _decoded(part: bytes) -> str:
    # One letter for each byte that is none, so that places in the text can be counted back into bytes.
    return part.decode("utf-8", "surrogateescape")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


class _Text:
    """A source as text, read on as it is needed."""

    def __init__(self, source: Source, begin: Begin) -> None:
        self._source = source
        self._in_array, self._in_object = begin.in_array, begin.in_object
        self._decode = _decoder().raw_decode
        self._bytes = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._read_to = begin.place
        self._text = ""
        self._place = 0
        self._offset = begin.place
        """Which byte stands at `_place`."""
        self._next: re.Pattern[str] | None = None
        self._found = 0
        """Where in `_text` the next record begins; behind its end if nowhere; not known if before `_place`."""

    def to_record(self) -> bool:
        """Go to where the next record begins. Whether there is any."""
        self._skip(_GAP)
        while self._next_is("]" if self._in_array else "["):
            self._go(self._place + 1)
            self._in_array = not self._in_array
            if self._in_object:
                self._in_object = False
                self._go_behind_object()
            self._skip(_GAP)
        return not self._at_end()

    def record(self) -> Record:
        """Return the record that begins here, and go behind it."""
        start = self._offset
        while True:
            if self._ends_in_token() and self._read_on_for_record():
                continue
            try:
                value, end = self._decode(self._text, self._place)
            except RecursionError:
                skipped = Skipped.TOO_DEEP
            except MemoryError:
                skipped = Skipped.TOO_LARGE
            except ValueError as error:
                skipped = Skipped.BROKEN
                if self._may_go_on(error):
                    if self._read_on_for_record():
                        continue
                    if len(self._text) - self._place > MOST_RECORD_BYTES:
                        skipped = Skipped.TOO_LARGE
            else:
                self._go(end)
                self._next = self._next or next_of_its_kind(value)
                return Record(Span(start, self._offset), value)
            head = self._text[self._place : self._place + _HEAD_CHARS]
            if head[0] in '{["':
                self._pass_over(Brackets())
            else:
                self._pass_over_token()
                self._skip(_STRAYS)
            self._hold_little()
            size = self._offset - start
            return Record(Span(start, self._offset), None, skipped, _encoded(head[:size])[:size])

    def _at_end(self) -> bool:
        return self._place >= len(self._text)

    def _next_is(self, letter: str) -> bool:
        return self._text.startswith(letter, self._place)

    def _skip(self, what: re.Pattern[str]) -> None:
        while True:
            match = what.match(self._text, self._place)
            self._go(match.end() if match else self._place)
            if not self._at_end() or not self._read_on():
                return

    def _go_behind_object(self) -> None:
        """Go behind the end of an object that began before."""
        self._next, self._found = None, 0
        brackets = Brackets()
        brackets.take("{")
        self._pass_over(brackets)

    def _ends_in_token(self) -> bool:
        """Whether what was read ends within a number or a word: 12 may go on as 123."""
        match = _TOKEN.match(self._text, self._place)
        return match is not None and match.end() == len(self._text)

    def _may_go_on(self, error: ValueError) -> bool:
        """Whether a fault may be that the record goes on in what was not read yet."""
        return isinstance(error, json.JSONDecodeError) and (
            error.msg.startswith("Unterminated") or error.pos >= len(self._text) - _MAY_GO_ON_CHARS
        )

    def _read_on_for_record(self) -> bool:
        # What is decoded anew each time doubles, so that all of it together is read about twice.
        held = len(self._text) - self._place
        room = MOST_RECORD_BYTES + 1 - held
        return room > 0 and self._read_on(min(max(STEP_BYTES, held), room))

    def _pass_over(self, brackets: Brackets) -> None:
        """Go behind what stands here: by its brackets, or to where the next record begins if they don't match."""
        in_text = False
        place, following = self._place, self._following()
        while True:
            match = (_IN_TEXT if in_text else _TO_MARK).match(self._text, place)
            place = match.end() if match else place
            if following is not None and place >= following:
                self._go(following)
                return
            mark = self._text[place : place + 1]
            # In a text, a backslash stops it only as the last letter that was read.
            if mark in {"", "\\"}:
                self._go(place)
                if not self._read_on():
                    self._go(len(self._text))
                    return
                place, following = self._place, self._following()
                continue
            place += 1
            if mark == '"':
                in_text = not in_text
            else:
                brackets.take(mark)
            if not in_text and not brackets:
                self._go(place)
                return

    def _pass_over_token(self) -> None:
        begin = self._offset
        while True:
            match = _TOKEN.match(self._text, self._place)
            self._go(match.end() if match else self._place)
            if not self._at_end():
                break
            if not self._read_on():
                return
        if self._offset == begin:
            # It closes what is not open.
            self._go(self._place + 1)

    def _following(self) -> int | None:
        """Return where the next record begins in what was read, as far as that can be told."""
        if self._next is None:
            return None
        if self._found <= self._place:
            match = self._next.search(self._text, self._place)
            # Where there is none, that is looked for once and not for each broken record.
            self._found = match.end() if match else len(self._text) + 1
        return self._found

    def _go(self, place: int) -> None:
        self._offset += len(_encoded(self._text[self._place : place]))
        self._place = place

    def _read_on(self, count: int | None = None) -> bool:
        """Add what follows, and forget what lies behind. Whether there was anything."""
        part = self._source.read_at(
            self._read_to, min(count or STEP_BYTES, self._source.size - self._read_to)
        )
        self._read_to += len(part)
        more = self._bytes.decode(part, final=self._read_to >= self._source.size)
        self._text = self._text[self._place :] + more
        self._place = self._found = 0
        return bool(part)

    def _hold_little(self) -> None:
        if len(self._text) - self._place > 2 * STEP_BYTES:
            # Read from here anew, in smaller steps.
            self._bytes.reset()
            self._read_to = self._offset
            self._text = ""
            self._place = self._found = 0
        elif self._place > _MOST_BEHIND_CHARS:
            self._text = self._text[self._place :]
            self._found = max(0, self._found - self._place)
            self._place = 0
