"""What crosses between the program and its children: UTF-8 JSON, one message a line, strict in both directions.

A message is a frozen dataclass. Its name on the wire is its class name in lower case, under the key `type`; its
fields stand beside it, all of them, always. Bounds stand next to the fields, as annotations:

    @dataclass(frozen=True, slots=True)
    class Piece:
        id: Annotated[str, Text(64)]
        seq: Annotated[int, Range(0, 1_000_000)]

Whatever is not exactly that is refused with a code: duplicate keys, NaN, an unknown type, field or version, a
wrong type, a number out of range. A refusal never carries content.
"""

import json
import math
import types
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, TypeVar

PROTOCOL_VERSION = 1
MAX_LINE_TO_CHILD_BYTES = 1024 * 1024
MAX_LINE_FROM_CHILD_BYTES = 256 * 1024

_T = TypeVar("_T")


class Refusal(StrEnum):
    """Why a line was refused."""

    LINE_TOO_LONG = "line_too_long"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    DUPLICATE_KEY = "duplicate_key"
    UNKNOWN_TYPE = "unknown_type"
    UNKNOWN_FIELD = "unknown_field"
    MISSING_FIELD = "missing_field"
    WRONG_TYPE = "wrong_type"
    OUT_OF_RANGE = "out_of_range"


class ProtocolError(Exception):
    """A line that is not what was agreed. Its text is the code alone."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(code.value)
        self.code = code


class WallState(StrEnum):
    """Whether a wall around a child stands."""

    HELD = "held"
    NOT_HERE = "not_here"
    BROKEN = "broken"
    """The system has it, and it does not hold."""


@dataclass(frozen=True, slots=True)
class Isolation:
    """What holds around a child, as it found by trying. A wall that is not named here is not claimed."""

    ends_with_parent: WallState
    """The system ends the child when its parent dies. End of input does so everywhere."""
    no_core_dump: WallState
    not_traceable: WallState
    """Other programs of the same user cannot read its memory."""
    no_new_privileges: WallState
    descriptors_closed: WallState
    """Nothing was inherited but the three standard descriptors and those that were named."""


class Outcome(StrEnum):
    """What came of trying a way out of a process."""

    DENIED = "denied"
    ALLOWED = "allowed"
    NOT_PROBED = "not probed"
    """There is no such way on this system, nothing here can try it, or the process needs it."""


@dataclass(frozen=True, slots=True)
class Probes:
    """What came of trying each way out of a process: to other computers, to this one's files, to other processes."""

    tcp: Outcome
    tcp6: Outcome
    udp: Outcome
    raw: Outcome
    """Packets made by hand."""
    netlink: Outcome
    packet: Outcome
    vsock: Outcome
    io_uring: Outcome
    """Calls that pass the filter of calls by."""
    unix: Outcome
    """Sockets within this computer."""
    read_file: Outcome
    """By its name. What is open stays open."""
    write_file: Outcome
    start_program: Outcome
    fork: Outcome
    signal_parent: Outcome
    read_parent: Outcome
    """Its memory."""


@dataclass(frozen=True, slots=True)
class Confinement:
    """What a child that reads what strangers made can't do any more, as it found by trying."""

    probes: Probes
    landlock: WallState
    """The second wall before files: the kernel's, beside the filter of system calls."""
    memory_bounded: WallState
    time_bounded: WallState


@dataclass(frozen=True, slots=True)
class Text:
    """Bounds of a text's length, in characters."""

    max_chars: int
    min_chars: int = 0


@dataclass(frozen=True, slots=True)
class Range:
    """Bounds of a number, both included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Items:
    """Bounds of a list's length."""

    most: int
    least: int = 0


class Within:
    """Bounds for the fields of a dataclass that carries none of its own."""

    def __init__(self, **bounds: Text | Range | Items) -> None:
        self.bounds = bounds


def encode(message: object, *, max_bytes: int) -> bytes:
    """Return a message as one line, with the line feed.

    Raises:
        ProtocolError: LINE_TOO_LONG above `max_bytes`; NOT_UTF8 if a text holds a lone surrogate.
    """
    line = None
    try:
        body = {"type": type(message).__name__.lower(), **_written(message)}
        line = json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode() + b"\n"
    except UnicodeEncodeError:
        pass  # raised below, so that the refusal does not hold the text through its context
    if line is None:
        raise ProtocolError(Refusal.NOT_UTF8)
    if len(line) > max_bytes:
        raise ProtocolError(Refusal.LINE_TOO_LONG)
    return line


def decode(untrusted_line: bytes, kinds: Sequence[type[_T]]) -> _T:
    """Return the message that a line spells.

    Args:
        untrusted_line: One line, with or without its line feed. `Lines` has bounded its length.
        kinds: The messages that may be said in this direction.

    Raises:
        ProtocolError: With the reason.
    """
    body = _parsed(untrusted_line)
    if not isinstance(body, dict):
        raise ProtocolError(Refusal.WRONG_TYPE)
    name = body.pop("type", None)
    for kind in kinds:
        if name == kind.__name__.lower():
            return typing.cast(_T, _read_fields(kind, body, {}))
    raise ProtocolError(Refusal.UNKNOWN_TYPE)


class Lines:
    """Cuts a stream of bytes into lines, and refuses to hold more than one line's worth."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._pending = bytearray()

    def feed(self, untrusted_bytes: bytes) -> Iterator[bytes]:
        """Yield the lines that are now whole, without their line feeds.

        Raises:
            ProtocolError: LINE_TOO_LONG, also for a line that has not ended yet.
        """
        self._pending += untrusted_bytes
        while (end := self._pending.find(b"\n")) >= 0:
            if end >= self._max_bytes:
                raise ProtocolError(Refusal.LINE_TOO_LONG)
            line = bytes(self._pending[:end])
            del self._pending[: end + 1]
            yield line
        if len(self._pending) >= self._max_bytes:
            raise ProtocolError(Refusal.LINE_TOO_LONG)


def _written(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _written(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    return value


def _parsed(untrusted_line: bytes) -> Any:
    refusal = Refusal.NOT_JSON
    try:
        body = json.loads(
            untrusted_line.decode("utf-8"), object_pairs_hook=_without_duplicates, parse_constant=_no_constant
        )
    except UnicodeDecodeError:
        refusal = Refusal.NOT_UTF8
    except ProtocolError as error:
        refusal = error.code
    except (ValueError, RecursionError):
        pass
    else:
        return body
    # Raised out here, so that the refusal does not hold the line through its context.
    raise ProtocolError(refusal)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    body = dict(pairs)
    if len(body) != len(pairs):
        raise ProtocolError(Refusal.DUPLICATE_KEY)
    return body


def _no_constant(_: str) -> None:
    raise ProtocolError(Refusal.NOT_JSON)


@cache
def _plan(kind: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(kind, include_extras=True)
    return {field.name: hints[field.name] for field in fields(kind)}


def _read_fields(kind: Any, untrusted: Any, bounds: dict[str, Any]) -> object:
    if type(untrusted) is not dict:
        raise ProtocolError(Refusal.WRONG_TYPE)
    plan = _plan(kind)
    if untrusted.keys() - plan.keys():
        raise ProtocolError(Refusal.UNKNOWN_FIELD)
    if plan.keys() - untrusted.keys():
        raise ProtocolError(Refusal.MISSING_FIELD)
    return kind(**{name: _read(hint, untrusted[name], bounds.get(name)) for name, hint in plan.items()})


def _read(hint: Any, untrusted: Any, bound: Any = None) -> Any:
    origin = typing.get_origin(hint)
    if origin is Annotated:
        return _read(hint.__origin__, untrusted, hint.__metadata__[0])
    if origin in (typing.Union, types.UnionType):
        (present,) = [choice for choice in typing.get_args(hint) if choice is not type(None)]
        return None if untrusted is None else _read(present, untrusted, bound)
    if origin is tuple:
        return _read_items(typing.get_args(hint)[0], untrusted, bound)
    if is_dataclass(hint):
        return _read_fields(hint, untrusted, bound.bounds if bound else {})
    return _read_value(hint, untrusted, bound)


def _read_items(hint: Any, untrusted: Any, bound: Items) -> tuple[Any, ...]:
    if type(untrusted) is not list:
        raise ProtocolError(Refusal.WRONG_TYPE)
    if not bound.least <= len(untrusted) <= bound.most:
        raise ProtocolError(Refusal.OUT_OF_RANGE)
    return tuple(_read(hint, item) for item in untrusted)


def _read_value(hint: Any, untrusted: Any, bound: Any) -> Any:
    if issubclass(hint, StrEnum):
        if type(untrusted) is not str:
            raise ProtocolError(Refusal.WRONG_TYPE)
        if untrusted not in tuple(hint):
            raise ProtocolError(Refusal.OUT_OF_RANGE)
        return hint(untrusted)
    if hint is float and type(untrusted) is int:
        untrusted = float(untrusted) if abs(untrusted) < 2**53 else math.inf
    if type(untrusted) is not hint:
        raise ProtocolError(Refusal.WRONG_TYPE)
    if hint is str:
        _check_text(untrusted, bound)
    elif hint is not bool and not bound.low <= untrusted <= bound.high:
        raise ProtocolError(Refusal.OUT_OF_RANGE)
    return untrusted


def _check_text(untrusted_text: str, bound: Text) -> None:
    if not bound.min_chars <= len(untrusted_text) <= bound.max_chars:
        raise ProtocolError(Refusal.OUT_OF_RANGE)
    if not _is_utf8(untrusted_text):
        # Raised here, so that the refusal does not hold the text through its context.
        raise ProtocolError(Refusal.NOT_UTF8)


def _is_utf8(untrusted_text: str) -> bool:
    """Whether a text has no half of a surrogate pair: JSON can spell one, UTF-8 can't."""
    try:
        untrusted_text.encode()
    except UnicodeEncodeError:
        return False
    return True
