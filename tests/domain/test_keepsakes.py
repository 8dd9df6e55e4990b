"""What is taken away from sessions, as the fold of its changes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.changes import AddTakeAway, Change, SaveDraft, SetNextStep, SetPage, SetTakeAway
from app.domain.keepsakes import Keepsakes, NextStep, PagePlan, TakeAway
from app.domain.record import keepsakes_after

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
REST = TakeAway("rest", "session-1", "Rest helps.", "statement", NOW)
WALK = TakeAway("walk", "session-1", "Walks too.", None, NOW)
TALK = TakeAway("talk", "session-2", "And talking.", None, NOW)
STEP = NextStep("Sleep early", "voice", date(2026, 12, 1))


def folded(*changes: Change) -> Keepsakes:
    keepsakes = Keepsakes()
    for change in changes:
        keepsakes = keepsakes_after(keepsakes, change)
    return keepsakes


ALL = (AddTakeAway(REST), AddTakeAway(TALK), AddTakeAway(WALK))


def test_a_session_keeps_its_own_oldest_first() -> None:
    keepsakes = folded(*ALL)
    assert keepsakes.take_aways == (REST, TALK, WALK)
    assert keepsakes.of_session("session-1") == (REST, WALK)
    assert keepsakes.of_session("session-2") == (TALK,)
    assert keepsakes.of_session("unknown") == ()


def test_a_take_away_that_reads_differently_stays_in_its_place() -> None:
    reworded = replace(REST, text="Resting helps.")
    assert folded(*ALL, SetTakeAway(REST, reworded)).take_aways == (reworded, TALK, WALK)


def test_a_take_away_that_was_taken_back_is_kept_but_not_shown() -> None:
    gone = replace(REST, withdrawn=True)
    keepsakes = folded(*ALL, SetTakeAway(REST, gone))
    assert keepsakes.take_aways == (gone, TALK, WALK)
    assert keepsakes.of_session("session-1") == (WALK,)
    assert keepsakes_after(keepsakes, SetTakeAway(gone, REST)) == folded(*ALL)


def test_a_session_without_a_next_step_has_an_empty_one() -> None:
    assert folded(*ALL).next_step("session-1") == NextStep()


def test_next_steps_are_told_by_session_and_the_last_one_holds() -> None:
    keepsakes = folded(
        SetNextStep("session-1", NextStep(), NextStep("Sleep")),
        SetNextStep("session-2", NextStep(), NextStep("Walk")),
        SetNextStep("session-1", NextStep("Sleep"), STEP),
    )
    assert keepsakes.next_steps == {"session-1": STEP, "session-2": NextStep("Walk")}
    assert keepsakes.next_step("session-1") == STEP


def test_an_empty_next_step_is_none() -> None:
    assert folded(SetNextStep("session-1", NextStep(), STEP), SetNextStep("session-1", STEP, NextStep())) == (
        Keepsakes()
    )


@pytest.mark.parametrize("part", [NextStep("Rest"), NextStep(owner_id="voice"), NextStep(due=STEP.due)])
def test_a_next_step_of_which_only_one_part_is_set_is_kept(part: NextStep) -> None:
    assert folded(SetNextStep("session-1", NextStep(), part)).next_steps == {"session-1": part}


@pytest.mark.parametrize(
    "change",
    [
        SaveDraft("question", "What"),
        SetPage("session-1", PagePlan(), PagePlan(name="Maya")),
        SetTakeAway(replace(REST, id="unknown"), replace(REST, id="unknown", text="x")),
    ],
    ids=lambda change: type(change).__name__,
)
def test_a_change_of_something_else_changes_nothing(change: Change) -> None:
    assert folded(*ALL, change) == folded(*ALL)
