"""What a format is. Each lies in a file of its own in `app/bring/formats/` and is found there by itself.

A format tells by a file's shape, never by its name, whether the file is its own; lists the conversations in it
without holding them; and reads one of them. A new one is one new file there: `CONTRIBUTING.md` shows how.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Protocol, runtime_checkable

from app.bring.faults import Skipped
from app.bring.messages import MAX_OMITTED
from app.bring.source import Source
from app.domain.conversation import TITLE_MAX_CHARS, Conversation, Preview
from app.domain.text import one_line

MOST_OMITTED = MAX_OMITTED - len(Skipped)
"""Noted one by one. A file can be made of millions of broken records."""


class Rank(IntEnum):
    """In which order formats are asked: the first that knows a file reads it."""

    SHAPE = 0
    """By marks that nothing else has."""
    CONTAINER = 1
    """By what is within, if nothing claimed the whole."""
    TEXT = 2
    """By being text with marks that any text may have."""
    ANY_TEXT = 3
    """By being text at all."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One conversation as it is listed: `turns` counts those that would be read, `alternatives` what stands beside.

    `place` is where its format finds it again; nobody else looks at it. `kind` is that of the file in an archive that
    it stands in; empty where it is the kind of the whole.
    """

    title: str
    time: datetime | None
    model: str
    turns: int
    alternatives: int
    place: object
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Omitted:
    """What was left out: the title of a conversation, or the name of a file in an archive; why; and how many."""

    what: str
    why: Skipped
    count: int = 1


def _nobody_hears(_fraction: float) -> None:
    """Where nobody waits."""


@dataclass(slots=True)
class Report:
    """What was left out of a file, in the order in which it was met.

    Attributes:
        omitted: As far as there is room.
        beyond: How many more there are, by the reason.
        goes_on: Called with how much is done, by formats that work for long on what they have read. May raise what
            stops them.
    """

    omitted: list[Omitted] = field(default_factory=list)
    beyond: dict[Skipped, int] = field(default_factory=dict)
    goes_on: Callable[[float], None] = _nobody_hears

    def leave_out(self, what: str, why: Skipped, count: int = 1) -> None:
        """Note it. `what` is people's text."""
        if count and len(self.omitted) >= MOST_OMITTED:
            self.beyond[why] = self.beyond.get(why, 0) + count
        elif count:
            self.omitted.append(Omitted(one_line(what, TITLE_MAX_CHARS), why, count))


class Opened(Protocol):
    """A file that a format has recognised.

    Attributes:
        kind: The format's.
        is_chat: Whether it holds conversations that say who speaks, as exports do. Of an archive, only such files
            are read.
    """

    kind: str
    is_chat: bool

    def conversations(self, report: Report) -> Iterator[Listed]:
        """Yield the conversations, and report what is left out.

        Raises:
            ReadingError: Nothing more can be read.
        """
        ...

    def conversation(self, listed: Listed, report: Report) -> Conversation:
        """Return one of them, and report what of it is left out.

        Raises:
            ReadingError: It can't be read.
        """
        ...


@runtime_checkable
class Pictured(Protocol):
    """A recognised file that is looked at beside its text. Not every file is."""

    def preview(self) -> Preview | None:
        """Return the picture once a conversation has been read from it."""
        ...


@runtime_checkable
class NeedsPreparing(Protocol):
    """A format that has more to load than its imports. Not every format has."""

    def prepare(self, head: bytes) -> None:
        """Load it if a file that begins with `head` is one of its own. Behind the walls nothing can be loaded."""
        ...


class Format(Protocol):
    """One kind of file.

    Attributes:
        kind: Its name, for people who read reports.
        rank: When it is asked.
    """

    kind: str
    rank: Rank

    def opened(self, source: Source) -> Opened | None:
        """Return the file as this format reads it; None if it is none of its own.

        Raises:
            ReadingError: It is, and can't be read.
        """
        ...
