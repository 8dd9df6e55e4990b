"""What both screens can draw of a file that somebody brought, before any of it is kept: see `shared.py`."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.conversation import Role


@dataclass(frozen=True, slots=True)
class SharedClosedFile:
    """Somebody brought a file. Nothing of it is shown until somebody chooses to look."""


@dataclass(frozen=True, slots=True)
class SharedFileReading:
    """A file, or a conversation in it, is being read. `fraction` is 0 to 1; `found` counts conversations.

    `number` counts from 1 which of `total` files it is; both are 0 for one conversation.
    """

    fraction: float
    found: int
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class SharedLeftOut:
    """What of a file is not among what can be chosen: why, by its code, how many, and some of their titles."""

    why: str
    count: int
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedUnread:
    """One of several files that can't be read: which one, counting from 1, and why, by its code."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class SharedListed:
    """One conversation of a list. `row` counts from 0 in the whole list."""

    row: int
    title: str
    time: datetime | None
    model: str
    turns: int
    alternatives: int


@dataclass(frozen=True, slots=True)
class SharedArchive:
    """A list of conversations to choose from. What it holds is asked for row by row: see `SharedListed`.

    `shown` of `total` hold the `words` that are searched for, so far while it is `searching`. `row` is the one that
    was opened last. `problem` is why that can't be read, by its code; empty if nothing stands in the way.
    """

    total: int
    shown: int
    words: str
    searching: bool
    row: int
    left_out: tuple[SharedLeftOut, ...] = ()
    unread: tuple[SharedUnread, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SharedWording:
    """What the AI answered in the place of another answer."""

    text: str
    time: datetime | None
    model: str


@dataclass(frozen=True, slots=True)
class SharedSaid:
    """One turn of a conversation. `number` counts from 0. An `answer` can be chosen; who says it is `role`."""

    number: int
    role: Role
    text: str
    time: datetime | None
    model: str
    others: tuple[SharedWording, ...]
    answer: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """A picture that turns were read from: RGB, eight bits each, line by line."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class SharedChat:
    """A part of one conversation, and what of it is chosen.

    `part` counts from 0 to `parts`; of pictures each is one part, with its `picture`. `chosen` counts the answers
    that come of what is chosen, of `answers`. `listed` tells that there is a list to go back to.
    """

    title: str
    turns: tuple[SharedSaid, ...]
    part: int
    parts: int
    total: int
    answers: int
    chosen: int
    all_chosen: bool
    listed: bool
    left_out: tuple[SharedLeftOut, ...] = ()
    unread: tuple[SharedUnread, ...] = ()
    picture: SharedPicture | None = None
