"""What may be said between the program and the engine child. The program imports this and nothing else of the engine.

| to the engine | from the engine |
|---|---|
| `hello {v}` | `ready {v, isolation, confinement}` |
| `load {path, context_tokens}` | `loading {fraction}`, `loaded {context_tokens, threads}` |
| `ask {id, answers: [{messages, seed}], settings, want_chances}` | `reading {id, fraction}`, `piece {…}` |
| `cancel {id, answer}` | `done {id, answer, reason, counts}` |
| `count {id, text}`, `shutdown {}` | `counted {id, tokens}`, `errorsaid {id, code}` |

`piece {id, answer, seq, text, kind, chances: null or [{chars, logprob, others: [{text, logprob}]}]}`
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, get_args

from app.children.protocol import (
    MAX_LINE_FROM_CHILD_BYTES,
    MAX_LINE_TO_CHILD_BYTES,
    PROTOCOL_VERSION,
    Confinement,
    Isolation,
    Items,
    Range,
    Text,
    Within,
    decode,
    encode,
)
from app.domain.answer import Settings

MAX_ANSWERS = 8
"""Answers that one request may ask for."""
MAX_TOKENS = 32_768
MAX_CONTEXT_TOKENS = 262_144
MAX_PIECE_CHARS = 4_096
MAX_MESSAGE_CHARS = 200_000
MAX_OTHERS = 5
MAX_OTHER_CHARS = 64
LEAST_LIKELY_OTHER = 0.02
"""What else could have been said is told if the model gave it at least this probability."""

_Id = Annotated[str, Text(64, min_chars=1)]
_Version = Annotated[int, Range(PROTOCOL_VERSION, PROTOCOL_VERSION)]
_Fraction = Annotated[float, Range(0.0, 1.0)]
_AnswerIndex = Annotated[int, Range(0, MAX_ANSWERS - 1)]
_TokenCount = Annotated[int, Range(0, 4_000_000)]
_Logprob = Annotated[float, Range(-1e6, 0.0)]


class Role(StrEnum):
    """Who speaks in a message to the model."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


class PieceKind(StrEnum):
    """Whether a piece belongs to the answer, or to what the model says to itself first."""

    SAID = "said"
    THOUGHT = "thought"


class DoneReason(StrEnum):
    """Why an answer ended."""

    STOP = "stop"
    """The model ended it."""
    LENGTH = "length"
    """It reached the length that was asked for, or the end of the context."""
    CANCELLED = "cancelled"


class EngineFault(StrEnum):
    """What the engine can say went wrong."""

    BUSY = "busy"
    NOT_LOADED = "not_loaded"
    LOAD_FAILED = "load_failed"
    OVER_CONTEXT = "over_context"
    """The question leaves no room for an answer."""
    NO_WALLS = "no_walls"
    """What should stand around the child does not. It reads nothing, and ends after saying so."""
    BAD_COMMAND = "bad_command"
    """A command was not what was agreed. The child ends after saying so."""


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of what the model is shown. `text` is people's text: nothing in it is taken as a control token."""

    role: Role
    text: Annotated[str, Text(MAX_MESSAGE_CHARS)]


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    """One answer that is wanted: its own messages and its own seed."""

    messages: Annotated[tuple[Message, ...], Items(64, least=1)]
    seed: Annotated[int, Range(0, 2**32 - 2)]


@dataclass(frozen=True, slots=True)
class Hello:
    """The first word to the engine."""

    v: _Version


@dataclass(frozen=True, slots=True)
class Load:
    """Load the model: from the descriptor that the child was started with if `path` is None, else from there."""

    path: Annotated[str, Text(4_096, min_chars=1)] | None
    context_tokens: Annotated[int, Range(256, MAX_CONTEXT_TOKENS)]


@dataclass(frozen=True, slots=True)
class Ask:
    """Answer, as often as `answers` says. All answers of one request share the context.

    With `want_chances`, each piece of what is said carries how likely its words were to this model.

    The same request gives the same text again on the same machine and as many threads, whatever was asked in between
    (`app/engine/kept.py`). Elsewhere, with another number of answers in the request, or after one of them was
    stopped, sums are rounded otherwise, and the same seed may choose another word.
    """

    id: _Id
    answers: Annotated[tuple[AnswerRequest, ...], Items(MAX_ANSWERS, least=1)]
    settings: Annotated[
        Settings,
        Within(
            temperature=Range(0.0, 5.0),
            top_k=Range(1, 1_000),
            top_p=Range(0.0, 1.0),
            max_tokens=Range(1, MAX_TOKENS),
            context_tokens=Range(256, MAX_CONTEXT_TOKENS),
        ),
    ]
    want_chances: bool = False


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop one answer of a request, or all of them. Unknown ids are ignored: the answer may just have ended."""

    id: _Id
    answer: _AnswerIndex | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many tokens a person's text takes."""

    id: _Id
    text: Annotated[str, Text(MAX_MESSAGE_CHARS)]


@dataclass(frozen=True, slots=True)
class Shutdown:
    """End."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The child stands and says what holds around it."""

    v: _Version
    isolation: Isolation
    confinement: Confinement


@dataclass(frozen=True, slots=True)
class Loading:
    """How much of the model has been read."""

    fraction: _Fraction


@dataclass(frozen=True, slots=True)
class Loaded:
    """The model is there. `context_tokens` is what it got: at most what it was trained for."""

    context_tokens: Annotated[int, Range(1, MAX_CONTEXT_TOKENS)]
    threads: Annotated[int, Range(1, 1_024)]


@dataclass(frozen=True, slots=True)
class Reading:
    """How much of the question has been read."""

    id: _Id
    fraction: _Fraction


@dataclass(frozen=True, slots=True)
class Other:
    """What the model could have said in that place, with white space as it stands, and how likely it was."""

    text: Annotated[str, Text(MAX_OTHER_CHARS, min_chars=1)]
    logprob: _Logprob


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely the next letters of a piece were to this model, before temperature, top-k and top-p.

    `chars` letters came of one token, or of several where a letter's bytes were spread over them: `logprob`, a
    natural logarithm, is then their sum, and `others` are those of the first. White space that was dropped is not
    counted. `others` are the likeliest other tokens of at least LEAST_LIKELY_OTHER, at most MAX_OTHERS, in order;
    without those that end the answer or spell no whole letters.
    """

    chars: Annotated[int, Range(1, MAX_PIECE_CHARS)]
    logprob: _Logprob
    others: Annotated[tuple[Other, ...], Items(MAX_OTHERS)]


@dataclass(frozen=True, slots=True)
class Piece:
    """A few letters of an answer, whole characters always. `seq` counts from 0 within the answer, without gaps.

    `chances` add up to the length of `text`; None for a thought, and where they were not asked for.
    """

    id: _Id
    answer: _AnswerIndex
    seq: Annotated[int, Range(0, 2 * MAX_TOKENS)]
    text: Annotated[str, Text(MAX_PIECE_CHARS, min_chars=1)]
    kind: PieceKind
    chances: Annotated[tuple[Chance, ...], Items(MAX_PIECE_CHARS, least=1)] | None


@dataclass(frozen=True, slots=True)
class Counts:
    """Tokens of the question, and of the answer."""

    prompt_tokens: _TokenCount
    tokens: _TokenCount


@dataclass(frozen=True, slots=True)
class Done:
    """An answer ended. Nothing more comes for it."""

    id: _Id
    answer: _AnswerIndex
    reason: DoneReason
    counts: Counts


@dataclass(frozen=True, slots=True)
class Counted:
    """The answer to `Count`."""

    id: _Id
    tokens: _TokenCount


@dataclass(frozen=True, slots=True)
class ErrorSaid:
    """Something went wrong, with the request named by `id` if there is one."""

    id: _Id | None
    code: EngineFault


ToEngine = Hello | Load | Ask | Cancel | Count | Shutdown
FromEngine = Ready | Loading | Loaded | Reading | Piece | Done | Counted | ErrorSaid

_TO_ENGINE: tuple[type[ToEngine], ...] = get_args(ToEngine)
_FROM_ENGINE: tuple[type[FromEngine], ...] = get_args(FromEngine)


def write_to_engine(message: ToEngine) -> bytes:
    """Return the line that says it. Raises ProtocolError if the child would not take it."""
    line = encode(message, max_bytes=MAX_LINE_TO_CHILD_BYTES)
    read_to_engine(line)
    return line


def write_from_engine(message: FromEngine) -> bytes:
    """Return the line that says it. Raises ProtocolError if it is longer than a child may say."""
    return encode(message, max_bytes=MAX_LINE_FROM_CHILD_BYTES)


def read_to_engine(untrusted_line: bytes) -> ToEngine:
    """Return what the program said. Raises ProtocolError."""
    return decode(untrusted_line, _TO_ENGINE)


def read_from_engine(untrusted_line: bytes) -> FromEngine:
    """Return what the child said. Raises ProtocolError; which ids and orders hold is for the caller to check."""
    return decode(untrusted_line, _FROM_ENGINE)
