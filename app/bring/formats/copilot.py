"""Microsoft Copilot: the activity history that its privacy page hands out.

Seen as one CSV file, with a byte-order mark and lines that end in CR LF, newest first, the answer before its question
with the same time, without a zone and without any ids:

    Conversation,Time,Author,Message
    "A title",2026-07-26T23:20:56,AI,"**An answer** …"
    "A title",2026-07-26T23:20:56,Human,"A question, over several lines"

Spreadsheets save it again with semicolons or tabs, and in UTF-16. What has one title is one conversation. The rows
are turned round, never sorted: times don't tell an answer from its question.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import takewhile

from app.bring.csv_rows import SEPARATORS, CsvRows
from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Listed, Rank, Report
from app.bring.json_records import Span
from app.bring.recoding import head_in_utf8, in_utf8
from app.bring.source import BytesSource, Source
from app.bring.untrusted import bounded, iso_time, merged, one_line
from app.domain.conversation import MAX_TURNS, SAID_MAX_CHARS, Conversation, Role, Said, Turn
from app.domain.text import plain

HEADER_BYTES = 4_096
TITLE_BYTES = 800
"""By which conversations are told apart."""
MOST_CONVERSATIONS = 50_000
MOST_CONVERSATION_BYTES = 8 * 1024 * 1024
MOST_SPANS = 200_000
"""In all conversations together: each is where rows of one stand without others between them."""

_COLUMNS = ("conversation", "time", "author", "message")
_ROLES = {
    **dict.fromkeys(("human", "user", "you", "me"), Role.USER),
    **dict.fromkeys(("ai", "assistant", "bot", "copilot", "microsoft copilot"), Role.ASSISTANT),
}
_NOBODY = frozenset({"", "system", "tool"})
"""Authors that are never the person, whatever the others are called."""
AUTHORS_LOOKED_AT_BYTES = 1024 * 1024
"""As far into the table as the person's own name is looked for."""


@dataclass(frozen=True, slots=True)
class _Header:
    separator: str
    end: int
    width: int
    places: tuple[int, ...]
    """Of the columns that are read."""

    @property
    def author(self) -> int:
        return self.places[_COLUMNS.index("author")]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table. `role` is None for one that is said by neither side."""

    key: bytes
    time: datetime | None
    role: Role | None
    text: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the rows of one conversation stand, and whether there are more of them than are read."""

    key: bytes
    spans: tuple[Span, ...]
    is_cut: bool


@dataclass(slots=True)
class _Found:
    """What is known of a conversation once some of its rows were met."""

    spans: list[Span] = field(default_factory=list)
    size: int = 0
    time: datetime | None = None
    turns: int = 0
    role: Role | None = None
    """Of the row that was met last, and how many letters that side has said since the other."""
    letters: int = 0
    hidden: int = 0
    is_known: bool = False
    """One of the two sides was met."""
    is_cut: bool = False
    is_shortened: bool = False
    """A turn is longer than what is kept of one."""

    def add(self, span: Span, line: _Line) -> None:
        if self.spans and self.spans[-1].end == span.start:
            self.spans[-1] = Span(self.spans[-1].start, span.end)
        else:
            self.spans.append(span)
        self.size += span.end - span.start
        if line.role is None:
            self.hidden += 1
            return
        self.is_known = True
        if line.time is not None and (self.time is None or line.time > self.time):
            self.time = line.time
        if not line.text:
            return
        if line.role is not self.role:
            self.role = line.role
            self.turns += 1
            self.letters = -2
        self.letters += len(line.text) + 2
        self.is_shortened |= self.letters > SAID_MAX_CHARS


class Copilot:
    """A table with the four columns, in any order."""

    kind = "copilot"
    rank = Rank.SHAPE

    def opened(self, source: Source) -> "CopilotOpened | None":
        """As `Format`."""
        header = _header(head_in_utf8(source)[:HEADER_BYTES])
        return CopilotOpened(in_utf8(source), header) if header else None


class CopilotOpened:
    """A recognised file."""

    is_chat = True

    def __init__(self, source: Source, header: _Header) -> None:
        self.kind = Copilot.kind
        self._source = source
        self._header = header
        self._roles = {**_ROLES, **dict.fromkeys(self._own_name(), Role.USER)}

    def conversations(self, report: Report) -> Iterator[Listed]:
        """As `Opened`.

        Raises:
            ReadingError: EMPTY if the table has no rows; BROKEN if none is said by a known side; TOO_MANY; or as the
                source.
        """
        conversations = self._found(report)
        if not any(found.is_known for found in conversations.values()):
            raise ReadingError(Fault.BROKEN if conversations or report.omitted else Fault.EMPTY)
        for key, found in conversations.items():
            title = _title(key)
            report.leave_out(title, Skipped.HIDDEN, found.hidden)
            if found.is_cut or found.is_shortened or found.turns > MAX_TURNS:
                report.leave_out(title, Skipped.CUT)
            elif not found.turns:
                report.leave_out(title, Skipped.EMPTY)
            if not found.turns:
                continue
            place = _Place(key, tuple(found.spans), found.is_cut)
            yield Listed(title, found.time, "", min(found.turns, MAX_TURNS), 0, place)

    def conversation(self, listed: Listed, report: Report) -> Conversation:
        """As `Opened`.

        Raises:
            ReadingError: CHANGED if other rows stand where they were, or as the source.
        """
        if not isinstance(listed.place, _Place):
            raise ReadingError(Fault.BROKEN)
        lines = [line for span in listed.place.spans for line in self._lines(span)]
        if any(line.key != listed.place.key for line in lines):
            raise ReadingError(Fault.CHANGED)
        said = [line for line in lines if line.role is not None]
        times = [line.time for line in said if line.time is not None]
        if not times or times[0] >= times[-1]:
            said.reverse()
        turns = [Turn(line.role, Said(line.text, line.time)) for line in said if line.role]
        title = _title(listed.place.key)
        own = Report()
        conversation = bounded(Conversation(title, merged(turns), max(times, default=None)), own)
        report.leave_out(title, Skipped.HIDDEN, len(lines) - len(said))
        if own.omitted or listed.place.is_cut:
            report.leave_out(title, Skipped.CUT)
        return conversation

    def _found(self, report: Report) -> dict[bytes, _Found]:
        """Return the conversations by what tells them apart, in the order in which they are met."""
        conversations: dict[bytes, _Found] = {}
        broken = spans = 0
        was_broken = False
        for row in CsvRows(self._source, self._header.end, self._header.separator):
            if row.fields == (b"",):
                continue
            line = self._line(row.fields)
            if line is None:
                # Behind a quotation mark that is not closed, every line of a message is one.
                broken += not was_broken
                was_broken = True
                continue
            was_broken = False
            found = conversations.setdefault(line.key, _Found())
            if len(conversations) > MOST_CONVERSATIONS:
                raise ReadingError(Fault.TOO_MANY)
            if (
                found.is_cut
                or spans >= MOST_SPANS
                or found.size + row.end - row.start > MOST_CONVERSATION_BYTES
            ):
                found.is_cut = True
                continue
            spans -= len(found.spans)
            found.add(Span(row.start, row.end), line)
            spans += len(found.spans)
        report.leave_out("", Skipped.BROKEN, broken)
        return conversations

    def _own_name(self) -> frozenset[str]:
        """Return who speaks with the AI if neither is called as usual: the one other author there is."""
        rows = CsvRows(self._source, self._header.end, self._header.separator)
        authors = {
            _name(row.fields[self._header.author])
            for row in takewhile(lambda row: row.end < AUTHORS_LOOKED_AT_BYTES, rows)
            if row.fields is not None and len(row.fields) == self._header.width
        }
        roles = {_ROLES.get(author) for author in authors}
        others = frozenset(authors - _ROLES.keys() - _NOBODY)
        return others if len(others) == 1 and roles == {Role.ASSISTANT, None} else frozenset()

    def _lines(self, span: Span) -> Iterator[_Line]:
        part = BytesSource(self._source.read_at(span.start, span.end - span.start))
        for row in CsvRows(part, separator=self._header.separator):
            line = self._line(row.fields)
            if line is None:
                raise ReadingError(Fault.CHANGED)
            yield line

    def _line(self, fields: tuple[bytes, ...] | None) -> _Line | None:
        """Return what a row says; None if it is no row of this table."""
        if fields is None or len(fields) != self._header.width:
            return None
        title, time, author, message = (fields[place] for place in self._header.places)
        role = self._roles.get(_name(author))
        text = plain(_decoded(message)).strip() if role else ""
        return _Line(title.strip()[:TITLE_BYTES], iso_time(_decoded(time[:TITLE_BYTES])), role, text)


def _header(head: bytes) -> _Header | None:
    start = len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0
    for separator in SEPARATORS:
        row = next(iter(CsvRows(BytesSource(head), start, separator)), None)
        if row is None or row.fields is None:
            continue
        names = [_decoded(name).strip().casefold() for name in row.fields]
        if all(name in names for name in _COLUMNS):
            return _Header(separator, row.end, len(names), tuple(map(names.index, _COLUMNS)))
    return None


def _decoded(part: bytes) -> str:
    return part.decode("utf-8", "replace")


def _name(author: bytes) -> str:
    return _decoded(author[:TITLE_BYTES]).strip().casefold()


def _title(key: bytes) -> str:
    return one_line(_decoded(key))


FORMAT = Copilot()
