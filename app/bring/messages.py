"""What may be said between the program and a reader. The program imports this and nothing else of `app.bring`.

| to the reader | from the reader |
|---|---|
| `hello {v}` | `ready {v, isolation, confinement}` |
| `open {path}` | `progress {fraction}`, `found {…}`, `omitted {…}`, then `listed {kind}` |
| `show {number}` | perhaps `picture {…}`, `pixels {…}`; `part {…}`, `omitted {…}`, then `shown {number}` |
| `search {id, words}` | `match {id, number}`, `progress {fraction}`, then `searched {id}` |
| `cancel {}`, `shutdown {}` | `failed {fault}` in place of the last word |

One file for each reader, and one thing at a time. Numbers count conversations from 0, as they were found.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, get_args

from app.bring.faults import Fault, Skipped
from app.children.protocol import (
    MAX_LINE_FROM_CHILD_BYTES,
    MAX_LINE_TO_CHILD_BYTES,
    PROTOCOL_VERSION,
    Confinement,
    Isolation,
    Range,
    Text,
    decode,
    encode,
)
from app.domain.conversation import (
    MAX_ALTERNATIVES,
    MAX_TURNS,
    MODEL_MAX_CHARS,
    TITLE_MAX_CHARS,
    Role,
)

__all__ = ["Fault", "Skipped"]
MAX_CONVERSATIONS = 200_000
MAX_OMITTED = 10_000 + len(Skipped)
"""Told one by one, and of the rest how many for each reason."""
MAX_PART_CHARS = 32_000
MAX_SEARCH_CHARS = 200
MAX_PIXELS_CHARS = 200_000
MOST_PICTURE_WIDTH, MOST_PICTURE_HEIGHT = 1_000, 4_000
_LAST_SECOND = 4_102_444_800.0
"""Of the year 2099."""

_Version = Annotated[int, Range(PROTOCOL_VERSION, PROTOCOL_VERSION)]
_Kind = Annotated[str, Text(40)]
_Number = Annotated[int, Range(0, MAX_CONVERSATIONS - 1)]
_Fraction = Annotated[float, Range(0.0, 1.0)]
_Time = Annotated[float, Range(0.0, _LAST_SECOND)]
_Id = Annotated[int, Range(0, 1_000_000)]


@dataclass(frozen=True, slots=True)
class Hello:
    """The first word to a reader."""

    v: _Version


@dataclass(frozen=True, slots=True)
class Open:
    """List what is in the file: that of the descriptor which the reader was started with if `path` is None."""

    path: Annotated[str, Text(4_096, min_chars=1)] | None


@dataclass(frozen=True, slots=True)
class Show:
    """Read one conversation."""

    number: _Number


@dataclass(frozen=True, slots=True)
class Search:
    """Look for conversations in whose title or turns all the words are, whatever their case."""

    id: _Id
    words: Annotated[str, Text(MAX_SEARCH_CHARS, min_chars=1)]


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop what is being done."""


@dataclass(frozen=True, slots=True)
class Shutdown:
    """End."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The reader stands and says what holds around it."""

    v: _Version
    isolation: Isolation
    confinement: Confinement


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of the file has been gone through."""

    fraction: _Fraction


@dataclass(frozen=True, slots=True)
class Found:
    """One conversation. `time` is in seconds since 1970; `kind` is empty where it is that of the whole file."""

    number: _Number
    kind: _Kind
    title: Annotated[str, Text(TITLE_MAX_CHARS)]
    time: _Time | None
    model: Annotated[str, Text(MODEL_MAX_CHARS)]
    turns: Annotated[int, Range(0, MAX_TURNS)]
    alternatives: Annotated[int, Range(0, MAX_TURNS * MAX_ALTERNATIVES)]


@dataclass(frozen=True, slots=True)
class Omitted:
    """What was left out: of which conversation or file, why, and how many."""

    what: Annotated[str, Text(TITLE_MAX_CHARS)]
    why: Skipped
    count: Annotated[int, Range(1, 100_000_000)]


@dataclass(frozen=True, slots=True)
class Listed:
    """All conversations have been found."""

    kind: Annotated[str, Text(40, min_chars=1)]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what is said: of turn `turn`, in the wording that was shown last (0) or another. Those of one wording
    follow each other until `is_last`."""

    turn: Annotated[int, Range(0, MAX_TURNS - 1)]
    wording: Annotated[int, Range(0, MAX_ALTERNATIVES)]
    role: Role
    time: _Time | None
    model: Annotated[str, Text(MODEL_MAX_CHARS)]
    text: Annotated[str, Text(MAX_PART_CHARS)]
    is_last: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """What the text was read from, for people to compare: RGB, eight bits each, line by line, made smaller."""

    width: Annotated[int, Range(1, MOST_PICTURE_WIDTH)]
    height: Annotated[int, Range(1, MOST_PICTURE_HEIGHT)]


@dataclass(frozen=True, slots=True)
class Pixels:
    """A part of the picture's bytes, in base64. They follow each other."""

    base64: Annotated[str, Text(MAX_PIXELS_CHARS, min_chars=1)]


@dataclass(frozen=True, slots=True)
class Shown:
    """All of a conversation has been said."""

    number: _Number


@dataclass(frozen=True, slots=True)
class Match:
    """A conversation in which all the words are."""

    id: _Id
    number: _Number


@dataclass(frozen=True, slots=True)
class Searched:
    """All matches have been said."""

    id: _Id


@dataclass(frozen=True, slots=True)
class Cancelled:
    """What was being done was stopped."""


@dataclass(frozen=True, slots=True)
class Failed:
    """What was being done can't be done."""

    fault: Fault


ToReader = Hello | Open | Show | Search | Cancel | Shutdown
FromReader = (
    Ready
    | Progress
    | Found
    | Omitted
    | Listed
    | Part
    | Picture
    | Pixels
    | Shown
    | Match
    | Searched
    | Cancelled
    | Failed
)

_TO_READER: tuple[type[ToReader], ...] = get_args(ToReader)
_FROM_READER: tuple[type[FromReader], ...] = get_args(FromReader)


def write_to_reader(message: ToReader) -> bytes:
    """Return the line that says it. Raises ProtocolError if the reader would not take it."""
    line = encode(message, max_bytes=MAX_LINE_TO_CHILD_BYTES)
    read_to_reader(line)
    return line


def write_from_reader(message: FromReader) -> bytes:
    """Return the line that says it. Raises ProtocolError if it is longer than a child may say."""
    return encode(message, max_bytes=MAX_LINE_FROM_CHILD_BYTES)


def read_to_reader(untrusted_line: bytes) -> ToReader:
    """Return what the program said. Raises ProtocolError."""
    return decode(untrusted_line, _TO_READER)


def read_from_reader(untrusted_line: bytes) -> FromReader:
    """Return what the reader said. Raises ProtocolError; which numbers and orders hold is for the caller to check."""
    return decode(untrusted_line, _FROM_READER)


def seconds(time: datetime | None) -> float | None:
    """Return a time as it is written; None for one that nobody can have written at."""
    told = None if time is None else time.timestamp()
    return None if told is None or not 0.0 <= told <= _LAST_SECOND else told


def at_second(seconds_since_1970: float | None) -> datetime | None:
    """Return the time that was written."""
    return None if seconds_since_1970 is None else datetime.fromtimestamp(seconds_since_1970, UTC)
