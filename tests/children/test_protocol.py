"""Lines that are what was agreed go over unchanged; everything else is refused, without a word of its content."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.children.protocol import (
    Items,
    Lines,
    ProtocolError,
    Range,
    Refusal,
    Text,
    Within,
    decode,
    encode,
)


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    name: Annotated[str, Text(10, min_chars=1)]
    colour: Colour
    points: Annotated[tuple[Annotated[Point, Within(x=Range(0, 9), y=Range(-1.0, 1.0))], ...], Items(3)]
    note: Annotated[str, Text(100)] | None
    is_done: bool


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


KINDS: tuple[type[Drawing | Nothing], ...] = (Drawing, Nothing)
GOOD = {
    "type": "drawing",
    "name": "rain",
    "colour": "blue",
    "points": [{"x": 1, "y": 0.5}],
    "note": None,
    "is_done": True,
}


def line(**changes: object) -> bytes:
    return json.dumps({**GOOD, **changes}).encode()


def refusal(untrusted_line: bytes) -> Refusal:
    with pytest.raises(ProtocolError) as caught:
        decode(untrusted_line, KINDS)
    assert str(caught.value) == caught.value.code.value
    assert caught.value.__context__ is None
    return caught.value.code


def test_a_good_line_becomes_its_message() -> None:
    assert decode(line(), KINDS) == Drawing("rain", Colour.BLUE, (Point(1, 0.5),), None, True)


def test_a_message_without_fields_is_its_type_alone() -> None:
    assert encode(Nothing(), max_bytes=100) == b'{"type":"nothing"}\n'
    assert decode(b'{"type":"nothing"}', KINDS) == Nothing()


def test_a_whole_number_may_stand_for_a_fraction() -> None:
    drawing = decode(line(points=[{"x": 1, "y": 1}]), KINDS)
    assert isinstance(drawing, Drawing)
    assert drawing.points == (Point(1, 1.0),)


@given(
    name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=10),
    colour=st.sampled_from(Colour),
    points=st.lists(st.builds(Point, st.integers(0, 9), st.floats(-1, 1)), max_size=3),
    note=st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=100),
    is_done=st.booleans(),
)
def test_what_is_written_is_read_back(
    name: str, colour: Colour, points: list[Point], note: str | None, is_done: bool
) -> None:
    drawing = Drawing(name, colour, tuple(points), note, is_done)
    written = encode(drawing, max_bytes=10_000)
    assert written.count(b"\n") == 1
    assert decode(written, KINDS) == drawing


@pytest.mark.parametrize(
    ("untrusted_line", "code"),
    [
        (b"", Refusal.NOT_JSON),
        (b"{", Refusal.NOT_JSON),
        (b"[" * 100_000, Refusal.NOT_JSON),
        (b"\xff\xfe", Refusal.NOT_UTF8),
        (b'{"type":"nothing"} {"type":"nothing"}', Refusal.NOT_JSON),
        (b"[]", Refusal.WRONG_TYPE),
        (b"null", Refusal.WRONG_TYPE),
        (b"{}", Refusal.UNKNOWN_TYPE),
        (b'{"type":"Nothing"}', Refusal.UNKNOWN_TYPE),
        (b'{"type":["nothing"]}', Refusal.UNKNOWN_TYPE),
        (b'{"type":"nothing","type":"nothing"}', Refusal.DUPLICATE_KEY),
        (b'{"type":"nothing","more":1}', Refusal.UNKNOWN_FIELD),
        (b'{"type":"drawing"}', Refusal.MISSING_FIELD),
        (line(points=[{"x": 1, "y": 0, "x2": 1}]), Refusal.UNKNOWN_FIELD),
        (line(points=[{"x": 1}]), Refusal.MISSING_FIELD),
        (line(points=[[1, 0]]), Refusal.WRONG_TYPE),
        (line(points=None), Refusal.WRONG_TYPE),
        (line(points=[{"x": 1, "y": 0}] * 4), Refusal.OUT_OF_RANGE),
        (line(points=[{"x": 10, "y": 0}]), Refusal.OUT_OF_RANGE),
        (line(points=[{"x": 1.0, "y": 0}]), Refusal.WRONG_TYPE),
        (line(points=[{"x": True, "y": 0}]), Refusal.WRONG_TYPE),
        (line(points=[{"x": 1, "y": "0"}]), Refusal.WRONG_TYPE),
        (line(points=[{"x": 1, "y": float("nan")}]), Refusal.NOT_JSON),
        (line(points=[{"x": 1, "y": float("inf")}]), Refusal.NOT_JSON),
        (line(points=[{"x": 1, "y": 10**400}]), Refusal.OUT_OF_RANGE),
        (line().replace(b"0.5", b"1e999"), Refusal.OUT_OF_RANGE),
        (line().replace(b'"x": 1', b'"x": ' + b"1" * 5_000), Refusal.NOT_JSON),
        (line(name=""), Refusal.OUT_OF_RANGE),
        (line(name="x" * 11), Refusal.OUT_OF_RANGE),
        (line(name=7), Refusal.WRONG_TYPE),
        (line(name=None), Refusal.WRONG_TYPE),
        (line(name="\ud800"), Refusal.NOT_UTF8),
        (line(colour="green"), Refusal.OUT_OF_RANGE),
        (line(colour=1), Refusal.WRONG_TYPE),
        (line(is_done=1), Refusal.WRONG_TYPE),
        (line(note=[]), Refusal.WRONG_TYPE),
    ],
)
def test_a_line_that_was_not_agreed_is_refused(untrusted_line: bytes, code: Refusal) -> None:
    assert refusal(untrusted_line) is code


@given(st.binary(max_size=200))
def test_random_bytes_are_refused_and_nothing_else_happens(untrusted_line: bytes) -> None:
    refusal(untrusted_line)


def test_a_message_longer_than_allowed_is_not_written() -> None:
    with pytest.raises(ProtocolError, match="line_too_long"):
        encode(Drawing("rain", Colour.RED, (), "x" * 100, True), max_bytes=100)


def test_a_lone_surrogate_is_not_written_and_does_not_travel_in_the_refusal() -> None:
    with pytest.raises(ProtocolError, match="not_utf8") as caught:
        encode(Drawing("\ud800", Colour.RED, (), None, True), max_bytes=1_000)
    assert caught.value.__context__ is None


@given(st.lists(st.binary(max_size=20).filter(lambda part: b"\n" not in part), max_size=8), st.integers(1, 9))
def test_lines_come_out_the_same_however_the_stream_is_cut(parts: list[bytes], step: int) -> None:
    stream = b"".join(part + b"\n" for part in parts)
    lines = Lines(100)
    found = [
        found for start in range(0, len(stream), step) for found in lines.feed(stream[start : start + step])
    ]
    assert found == parts


def test_a_line_up_to_its_bound_passes() -> None:
    assert list(Lines(10).feed(b"123456789\n")) == [b"123456789"]


@pytest.mark.parametrize("stream", [b"1234567890\n", b"1234567890", b"ok\n1234567890"])
def test_a_line_past_its_bound_is_refused_even_before_it_ends(stream: bytes) -> None:
    with pytest.raises(ProtocolError, match="line_too_long"):
        list(Lines(10).feed(stream))
