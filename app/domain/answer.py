"""An exploration: a question, the answers to it, and the statements that an answer is read as."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Exploration:
    """One question looked at together. `question` is empty when a client brought an answer alone."""

    id: str
    session_id: str
    question: str
    created_at: datetime
    withdrawn: bool = False


class AnswerState(StrEnum):
    """How an answer came to its end."""

    ARRIVING = "arriving"
    WHOLE = "whole"
    CUT = "cut"
    """It reached the length that was asked for."""
    STOPPED = "stopped"
    """Somebody stopped it."""
    INTERRUPTED = "interrupted"
    """The engine or the program ended while it was arriving. What had arrived is kept."""


@dataclass(frozen=True, slots=True)
class Brought:
    """An answer that somebody carried into the room. `service` and `model` are as they named them, or empty.

    `said_at` is when the AI said it, where a file that was brought tells.
    """

    from_whom: str
    service: str
    model: str
    brought_at: datetime
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """How the model was asked. Lengths in tokens; `context_tokens` is what question and answer share."""

    temperature: float
    top_k: int
    top_p: float
    max_tokens: int
    context_tokens: int


@dataclass(frozen=True, slots=True)
class MadeHere:
    """An answer made by a model on this computer, with all that it takes to make it again.

    `model_sha256` is the checksum of the model file in hex. A cached prefix can still shift a text slightly.
    """

    model: str
    model_sha256: str
    settings: Settings
    seed: int
    prompt_version: str
    threads: int


class PhrasingKind(StrEnum):
    """How a question is worded when it is asked differently."""

    AS_ASKED = "as_asked"
    NEUTRAL = "neutral"
    OPPOSITE = "opposite"
    FRIEND = "friend"
    """The same claim as what a friend thinks."""
    CONTEXT = "context"
    """With what the AI did not know about the person."""


@dataclass(frozen=True, slots=True)
class AsAsked:
    """The exploration's question as it stands was asked; or the answer was brought."""


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """The same question, asked several times at once: those of one round bear the same `round_id`."""

    round_id: str


@dataclass(frozen=True, slots=True)
class AskedDifferently:
    """The question in other words, asked at once with those of the same `round_id`. `question` is what was sent."""

    round_id: str
    phrasing: PhrasingKind
    question: str


@dataclass(frozen=True, slots=True)
class ThroughLens:
    """Not an answer to the question: what the model said about an answer, or about one statement of it.

    `lens` is the stem of the lens's file under `resources/prompts/`. `shortened` says that the model was shown
    only the beginning of the answer, because all of it found no room.
    """

    lens: str
    answer_id: str
    statement_id: str | None
    shortened: bool = False


Request = AsAsked | AskedAgain | AskedDifferently | ThroughLens


@dataclass(frozen=True, slots=True)
class Answer:
    """What an AI said, as it was said. `position` counts from 0 within the exploration.

    `revealed_at` is when the voices' marks on it were shown to each other, or None while they are covered.
    """

    id: str
    exploration_id: str
    position: int
    text: str
    state: AnswerState
    origin: Brought | MadeHere
    created_at: datetime
    withdrawn: bool = False
    request: Request = AsAsked()
    revealed_at: datetime | None = None


BY_HAND = "by-hand"
"""The splitter of statements that a person joined or divided."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A span of an answer's stored text: `text[start:end]`, in code points.

    It carries the version of the splitter that found it, so that a better splitter adds statements and never
    moves those that already bear marks. Joined or divided by hand, new statements take the place of withdrawn
    ones; reading order is the order of the spans. One that is `hidden` is not drawn on the shared screen.
    """

    id: str
    answer_id: str
    position: int
    start: int
    end: int
    splitter: str
    hidden: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Chance:
    """How predictable one token of an answer was to the model that made it.

    Tokens follow each other in the answer's text, each spelling the next `chars` code points; 0 for a token that
    is only a part of a letter. `logprob` is the natural logarithm of its probability before sampling, and
    `others` are what the model might have said instead, likeliest first, with their logarithms.
    """

    chars: int
    logprob: float
    others: tuple[tuple[str, float], ...] = ()
