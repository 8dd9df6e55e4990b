"""Where the engine stands, what it has loaded, and how long it may be silent."""

from dataclasses import dataclass
from enum import Enum, auto


class EngineState(Enum):
    """Where the engine stands."""

    OFF = auto()
    STARTING = auto()
    LOADING = auto()
    READY = auto()
    ANSWERING = auto()
    STOPPING = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """The model that answers now. `context_tokens` is what question and answers share."""

    name: str
    sha256: str
    context_tokens: int
    threads: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the engine may be silent, in milliseconds, before it is ended."""

    start_ms: int = 60_000
    load_ms: int = 180_000
    whole_load_ms: int = 1_800_000
    """From the first word to the last, however often it says how far it has come."""
    request_ms: int = 120_000
    cancel_ms: int = 3_000
    terminate_ms: int = 1_000
    stop_ms: int = 1_000
