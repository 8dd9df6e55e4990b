"""What somebody brings into the room: a conversation with an AI, or a text, before any of it is kept."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.text import ANSWER_MAX_CHARS

TITLE_MAX_CHARS = 200
MODEL_MAX_CHARS = 60
SAID_MAX_CHARS = ANSWER_MAX_CHARS
"""Of one turn: what can be kept. What is longer is cut, and the cut is told."""
MAX_TURNS = 5_000
MAX_ALTERNATIVES = 50


class Role(StrEnum):
    """Who says something in a conversation."""

    USER = "user"
    """The person who asks."""
    ASSISTANT = "assistant"
    """The AI."""
    UNKNOWN = "unknown"
    """A text that does not say who speaks."""


@dataclass(frozen=True, slots=True)
class Said:
    """One wording of a turn. `time` has a zone; `model` is empty where it is not known."""

    text: str
    time: datetime | None = None
    model: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side says at one point: what was shown last, and what stood in its place before or beside it.

    `alternatives` are, for the AI, answers that were made again; for the person, earlier or later wordings of what
    they asked. Oldest first.
    """

    role: Role
    shown: Said
    alternatives: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns in their order. `title` may be empty; `time` is when it was last gone on with, if that is known."""

    title: str
    turns: tuple[Turn, ...]
    time: datetime | None = None

    @property
    def model(self) -> str:
        """The model that answered last; empty if none is named."""
        return next((turn.shown.model for turn in reversed(self.turns) if turn.shown.model), "")

    @property
    def alternatives(self) -> int:
        """How many wordings stand beside those that are shown."""
        return sum(len(turn.alternatives) for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture for people to compare with what was read from it: RGB, eight bits each, line by line."""

    width: int
    height: int
    pixels: bytes
