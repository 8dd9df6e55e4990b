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
    """An answer that somebody carried into the room. `service` and `model` are as they named them, or empty."""

    from_whom: str
    service: str
    model: str
    brought_at: datetime


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


@dataclass(frozen=True, slots=True)
class Answer:
    """What an AI said, as it was said. `position` counts from 0 within the exploration."""

    id: str
    exploration_id: str
    position: int
    text: str
    state: AnswerState
    origin: Brought | MadeHere
    created_at: datetime
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A span of an answer's stored text: `text[start:end]`, in code points.

    It carries the version of the splitter that found it, so that a better splitter adds statements and never
    moves those that already bear marks.
    """

    id: str
    answer_id: str
    position: int
    start: int
    end: int
    splitter: str
