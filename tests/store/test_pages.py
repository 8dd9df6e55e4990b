"""The plan of a page to take home: what never was a plan is damage."""

import json

import pytest

from app.domain.keepsakes import PagePlan
from app.store.connection import Database
from app.store.repository import Repository

from .damaging import DEEP, assert_session_is_damaged, change
from .story import STORY_SESSION

PLAN = {"answer_id": "a", "statement_ids": ["s"], "marks_agreed": ["v"], "name": "", "approved": ""}


@pytest.mark.parametrize(
    "plan",
    [
        "",
        "not json",
        "[]",
        "{}",
        DEEP,
        json.dumps({**PLAN, "more": 1}),
        json.dumps({**PLAN, "answer_id": 1}),
        json.dumps({**PLAN, "statement_ids": "s"}),
        json.dumps({**PLAN, "statement_ids": None}),
        json.dumps({**PLAN, "statement_ids": [1]}),
        json.dumps({**PLAN, "statement_ids": [["s"]]}),
        json.dumps({**PLAN, "marks_agreed": {"v": True}}),
        json.dumps({**PLAN, "name": None}),
        json.dumps({**PLAN, "approved": True}),
        '{"name": "", ' + json.dumps(PLAN)[1:],
    ],
    ids=lambda plan: plan[:110],
)
def test_a_plan_of_a_page_that_means_nothing_is_damage(story: Database, plan: str) -> None:
    change(story, "UPDATE page SET plan = :plan", plan=plan)
    assert_session_is_damaged(story)


def test_the_plain_plan_that_these_tests_spoil_is_sound(story: Database) -> None:
    change(story, "UPDATE page SET plan = :plan", plan=json.dumps(PLAN))
    assert Repository(story).session_record(STORY_SESSION).page == PagePlan("a", ("s",), ("v",))
