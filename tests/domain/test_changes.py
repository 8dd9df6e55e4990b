"""Which changes become one: what is typed letter by letter."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from app.domain.changes import (
    AddTakeAway,
    Change,
    GrowAnswer,
    SetHidden,
    SetNextStep,
    SetPage,
    SetTakeAway,
    WriteWords,
    merged,
)
from app.domain.keepsakes import NextStep, PagePlan, TakeAway
from app.domain.written import InNote, InRemark, OnCard, Where

PLACES: tuple[Where, ...] = (
    InNote("s"),
    InRemark("statement", "voice"),
    OnCard("exploration", "welcome", 0),
)
NOTE, REMARK, CARD = PLACES
EMPTY = TakeAway("t", "s", "", None, datetime(2026, 11, 3, tzinfo=UTC))
SHORT, LONG = replace(EMPTY, text="re"), replace(EMPTY, text="rest")
GONE = replace(SHORT, withdrawn=True)
STEP, DATED = NextStep("rest"), NextStep("rest", "voice", date(2026, 12, 1))
PLAN, NAMED = PagePlan("answer"), PagePlan("answer", name="Maya")


@pytest.mark.parametrize(
    ("earlier", "later", "both"),
    [
        *(
            (WriteWords(where, "", "re"), WriteWords(where, "re", "rest"), WriteWords(where, "", "rest"))
            for where in PLACES
        ),
        (SetTakeAway(EMPTY, SHORT), SetTakeAway(SHORT, LONG), SetTakeAway(EMPTY, LONG)),
        (
            SetNextStep("s", NextStep(), NextStep("re")),
            SetNextStep("s", NextStep("re"), STEP),
            SetNextStep("s", NextStep(), STEP),
        ),
        (
            SetPage("s", PLAN, replace(PLAN, name="Ma")),
            SetPage("s", replace(PLAN, name="Ma"), NAMED),
            SetPage("s", PLAN, NAMED),
        ),
    ],
    ids=["note", "remark", "card", "take-away", "next step", "page"],
)
def test_what_is_typed_in_the_same_place_becomes_one_change_from_the_first_state_to_the_last(
    earlier: Change, later: Change, both: Change
) -> None:
    assert merged(earlier, later) == both


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        *((WriteWords(one, "", "a"), WriteWords(other, "", "b")) for one, other in pairwise(PLACES)),
        (WriteWords(NOTE, "", "a"), WriteWords(InNote("u"), "", "b")),
        (WriteWords(REMARK, "", "a"), WriteWords(InRemark("statement", "other"), "", "b")),
        (WriteWords(REMARK, "", "a"), WriteWords(InRemark("other", "voice"), "", "b")),
        (WriteWords(CARD, "", "a"), WriteWords(OnCard("exploration", "welcome", 1), "", "b")),
        (SetTakeAway(EMPTY, SHORT), SetTakeAway(replace(EMPTY, id="u"), replace(LONG, id="u"))),
        (SetNextStep("s", NextStep(), STEP), SetNextStep("u", NextStep(), STEP)),
        (SetNextStep("s", NextStep(), STEP), SetNextStep("s", STEP, DATED)),
        (SetNextStep("s", DATED, STEP), SetNextStep("s", STEP, NextStep())),
        (SetPage("s", PLAN, NAMED), SetPage("u", PLAN, NAMED)),
        (SetPage("s", PLAN, NAMED), SetPage("s", NAMED, replace(NAMED, statement_ids=("a",)))),
        (SetPage("s", PLAN, NAMED), SetPage("s", NAMED, replace(NAMED, approved="digest"))),
        (SetHidden("a", hidden=True), SetHidden("a", hidden=False)),
        (AddTakeAway(EMPTY), SetTakeAway(EMPTY, SHORT)),
        (SetPage("s", PagePlan(), PLAN), SetNextStep("s", NextStep(), STEP)),
        (GrowAnswer("a", "re"), GrowAnswer("a", "rest")),
    ],
)
def test_changes_of_different_things_or_kinds_stay_two(earlier: Change, later: Change) -> None:
    assert merged(earlier, later) is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (SetTakeAway(EMPTY, SHORT), SetTakeAway(SHORT, GONE)),
        (SetTakeAway(SHORT, GONE), SetTakeAway(GONE, SHORT)),
    ],
)
def test_taking_a_take_away_back_is_no_part_of_writing_it(earlier: Change, later: Change) -> None:
    assert merged(earlier, later) is None
