"""Taking values out of what a stranger's file holds."""

import math
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bring.faults import Skipped
from app.bring.format import Report
from app.bring.untrusted import bounded, fields, iso_time, items, merged, one_line, second, text
from app.domain.conversation import (
    MAX_ALTERNATIVES,
    MAX_TURNS,
    MODEL_MAX_CHARS,
    SAID_MAX_CHARS,
    TITLE_MAX_CHARS,
    Conversation,
    Role,
    Said,
    Turn,
)

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(anything)
def test_whatever_is_not_what_it_should_be_counts_as_missing(value: Any) -> None:
    assert fields(value) == (value if isinstance(value, dict) else {})
    assert items(value) == (value if isinstance(value, list) else [])
    assert text(value) == (value if isinstance(value, str) else "")
    assert len(one_line(value)) <= TITLE_MAX_CHARS
    assert "\n" not in one_line(value)
    for time in (second(value), iso_time(value)):
        # A message may carry both ends; what lies within a microsecond of one is rounded to it.
        assert time is None or (time.tzinfo is UTC and 0 <= time.timestamp() <= 4_102_444_800)


@pytest.mark.parametrize(
    "value",
    [0, -1, 4_102_444_800, 10**400, -(10**400), math.nan, math.inf, -math.inf, True, "1", None, [], 1e308],
)
def test_what_is_no_second_of_a_chat_is_no_time(value: object) -> None:
    assert second(value) is None


def test_seconds_are_times() -> None:
    assert second(NOON.timestamp()) == second(int(NOON.timestamp())) == NOON
    assert second(5e-324) == datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-23T12:00:00Z",
        "2026-11-23T12:00:00",
        "2026-11-23T13:00:00+01:00",
        " 2026-11-23 12:00:00.000000 ",
    ],
)
def test_texts_are_times(value: str) -> None:
    assert iso_time(value) == NOON


@pytest.mark.parametrize(
    "value",
    [
        "",
        "yesterday",
        "0001-01-01T00:00:00+23:00",
        "9999-12-31T23:59:59-23:00",
        "1969-01-01",
        "\ud800",
        "2" * 100_000,
        5,
    ],
)
def test_what_is_no_time_of_a_chat_is_none(value: object) -> None:
    assert iso_time(value) is None


def test_a_line_is_bounded_and_plain() -> None:
    assert one_line(" a\n b\0\t c ") == "a b c"
    assert len(one_line("x" * 10_000_000)) == TITLE_MAX_CHARS
    assert one_line("\ud83d") == "\ufffd"
    assert one_line("שלום\u200f \u200b") == "שלום\u200f \ufffd"


def test_a_conversation_within_bounds_stays_as_it_is() -> None:
    time = NOON.astimezone(timezone(timedelta(hours=7)))
    turns = (Turn(Role.USER, Said("a", time, "")), Turn(Role.ASSISTANT, Said("b", None, "m"), (Said("c"),)))
    report = Report()
    assert bounded(Conversation("t", turns, time), report) == Conversation("t", turns, time)
    assert report.omitted == []


@pytest.mark.parametrize(
    "turns",
    [
        (Turn(Role.USER, Said("x" * (SAID_MAX_CHARS + 1))),),
        (Turn(Role.USER, Said("x"), (Said("x" * (SAID_MAX_CHARS + 1)),)),),
        (Turn(Role.USER, Said("x"), (Said("y"),) * (MAX_ALTERNATIVES + 1)),),
        (Turn(Role.USER, Said("x")),) * (MAX_TURNS + 1),
    ],
)
def test_what_there_is_no_room_for_is_cut_and_told(turns: tuple[Turn, ...]) -> None:
    report = Report()
    found = bounded(Conversation("t", turns), report)
    assert len(found.turns) == min(len(turns), MAX_TURNS)
    assert len(found.turns[0].alternatives) == min(len(turns[0].alternatives), MAX_ALTERNATIVES)
    assert all(
        len(one.text) <= SAID_MAX_CHARS for one in (found.turns[0].shown, *found.turns[0].alternatives)
    )
    assert [(omitted.what, omitted.why) for omitted in report.omitted] == [("t", Skipped.CUT)]


def test_titles_and_models_are_bounded_lines() -> None:
    found = bounded(
        Conversation("t\n" * 1_000, (Turn(Role.USER, Said("a\0\r\nb", None, "m\n" * 1_000)),)), Report()
    )
    assert len(found.title) <= TITLE_MAX_CHARS
    assert "\n" not in found.title + found.turns[0].shown.model
    assert len(found.turns[0].shown.model) <= MODEL_MAX_CHARS
    assert found.turns[0].shown.text == "a\nb"


def test_what_is_empty_without_its_control_letters_is_left_out() -> None:
    empty = Said("\0 \x07")
    turns = (
        Turn(Role.USER, empty),
        Turn(Role.USER, Said("a"), (empty, Said("b"))),
        Turn(Role.ASSISTANT, empty, (Said("c"),)),
    )
    assert bounded(Conversation("", turns), Report()).turns == (
        Turn(Role.USER, Said("a"), (Said("b"),)),
        Turn(Role.ASSISTANT, Said("c")),
    )


def test_where_nothing_is_shown_the_newest_that_stands_beside_it_is() -> None:
    later = NOON + timedelta(hours=1)
    beside = (Said("a"), Said("b", later), Said("c", NOON), Said("\0"))
    (turn,) = bounded(Conversation("", (Turn(Role.ASSISTANT, Said("\0"), beside),)), Report()).turns
    assert (turn.shown.text, [one.text for one in turn.alternatives]) == ("b", ["a", "c"])
    (turn,) = bounded(
        Conversation("", (Turn(Role.ASSISTANT, Said(""), (Said("a"), Said("b"))),)), Report()
    ).turns
    assert (turn.shown.text, [one.text for one in turn.alternatives]) == ("b", ["a"])


def test_of_more_than_there_is_room_for_the_newest_is_kept() -> None:
    turns = tuple(Turn(Role.USER, Said(f"{at}")) for at in range(MAX_TURNS + 2))
    beside = tuple(Said(f"{at}") for at in range(MAX_ALTERNATIVES + 2))
    kept = bounded(Conversation("", turns), Report()).turns
    assert (kept[0].shown.text, kept[-1].shown.text) == ("2", f"{MAX_TURNS + 1}")
    (turn,) = bounded(Conversation("", (Turn(Role.USER, Said("x"), beside),)), Report()).turns
    assert (turn.alternatives[0].text, turn.alternatives[-1].text) == ("2", f"{MAX_ALTERNATIVES + 1}")


@pytest.mark.parametrize("time", [datetime(1969, 12, 31, tzinfo=UTC), datetime(2100, 1, 2, tzinfo=UTC)])
def test_a_time_that_is_none_of_a_chat_is_left_out_wherever_it_comes_from(time: datetime) -> None:
    turn = Turn(Role.USER, Said("a", time), (Said("b", time),))
    assert bounded(Conversation("", (turn,), time), Report()) == Conversation(
        "", (Turn(Role.USER, Said("a"), (Said("b"),)),)
    )


def test_what_one_side_says_in_several_messages_is_one_turn() -> None:
    later = NOON + timedelta(hours=1)
    turns = (
        Turn(Role.USER, Said("a", NOON)),
        Turn(Role.USER, Said(" ")),
        Turn(Role.USER, Said("b", later), (Said("c"),)),
        Turn(Role.ASSISTANT, Said(" "), ()),
        Turn(Role.USER, Said("d")),
        Turn(Role.ASSISTANT, Said(""), (Said("e"),)),
        Turn(Role.ASSISTANT, Said("f", None, "m")),
    )
    assert merged(turns) == (
        Turn(Role.USER, Said("a\n\nb\n\nd", later), (Said("c"),)),
        Turn(Role.ASSISTANT, Said("f", None, "m"), (Said("e"),)),
    )


def test_many_messages_of_one_side_are_put_together_at_once() -> None:
    (turn,) = merged([Turn(Role.USER, Said("x" * 100), (Said("y"),))] * 200_000)
    assert len(turn.shown.text) == 200_000 * 102 - 2
    assert len(turn.alternatives) == 200_000
