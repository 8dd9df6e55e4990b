"""Rows that were never right are damage, whatever is wrong with them, and never a crash."""

import json

import pytest
from sqlalchemy import text

from app.domain.changes import Place, Spot
from app.store import rows
from app.store.connection import Database
from app.store.repository import Repository

from .damaging import DEEP, assert_session_is_damaged, assert_workspace_is_damaged, change

SPOT = {
    "view": "read",
    "answer_id": "a",
    "statement_id": "s",
    "turn_voice_id": "v",
    "round_id": "r",
    "lens_id": "l",
    "card": "welcome",
    "part": 0,
}
PLACE = {
    "screen": "home",
    "client_id": "c",
    "session_id": "s",
    "spot": SPOT,
    "shared": SPOT,
    "covered": False,
}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE answer SET state = 'sleeping'",
        "UPDATE answer SET text = 'short'",
        "UPDATE answer SET created_at = '2026-11-03'",
        "UPDATE answer SET created_at = '2026-11-03T09:00:00.000000+07:00'",
        "UPDATE answer SET origin = '{}'",
        "UPDATE answer SET origin = 'not json'",
        "UPDATE answer SET origin = json_set(origin, '$.kind', 'dreamt')",
        "UPDATE answer SET origin = json_set(origin, '$.seed', 1.5)",
        "UPDATE answer SET origin = json_set(origin, '$.settings.temperature', '0.7')",
        "UPDATE answer SET origin = json_set(origin, '$.settings.temperature', 1e999)",
        "UPDATE answer SET origin = json_set(origin, '$.more', 1)",
        "UPDATE answer SET origin = json_set(origin, '$.said_at', 3) WHERE origin ->> '$.kind' = 'brought'",
        "UPDATE answer SET origin = json_set(origin, '$.said_at', 'then') WHERE origin ->> '$.kind' = 'brought'",
        "UPDATE answer SET origin = json_remove(origin, '$.said_at') WHERE origin ->> '$.kind' = 'brought'",
        'UPDATE statement SET "end" = 100000',
        "UPDATE statement SET start = -1",
        'UPDATE statement SET start = "end"',
        "INSERT INTO mark_event SELECT 99, 'x', statement_id, voice_id, 'loves', 0, at FROM mark_event LIMIT 1",
        "UPDATE voice SET kind = 'ghost'",
        "UPDATE session SET started_at = 'yesterday'",
        "UPDATE answer SET revealed_at = ''",
        "UPDATE answer SET revealed_at = 'yesterday'",
        "UPDATE answer SET revealed_at = '2026-11-03'",
        "UPDATE answer SET revealed_at = '2026-11-03T09:00:00.000000'",
        "UPDATE answer SET revealed_at = '2026-11-03T09:00:00.000000+07:00'",
        "UPDATE answer SET withdrawn = 2",
        "UPDATE statement SET hidden = 2",
        "UPDATE statement SET withdrawn = -1",
        "UPDATE mark_event SET matters = 2",
    ],
)
def test_a_row_of_a_session_that_means_nothing_is_damage(story: Database, damage: str) -> None:
    if damage.startswith("UPDATE mark_event"):
        with story.begin() as connection:
            connection.execute(text("DROP TRIGGER mark_event_refuses_update"))
    change(story, damage.replace(":", "\\:"))
    assert_session_is_damaged(story)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE next_step SET due = ''",
        "UPDATE next_step SET due = 'soon'",
        "UPDATE next_step SET due = '2026-02-30'",
        "UPDATE next_step SET due = '2026-12-01T00:00:00.000000+00:00'",
        "UPDATE take_away SET created_at = 'yesterday'",
        "UPDATE take_away SET withdrawn = 2",
        "UPDATE session SET withdrawn = 2",
        "UPDATE client SET withdrawn = 2",
        "UPDATE voice SET kind = 'ghost'",
    ],
)
def test_a_row_of_the_workspace_that_means_nothing_is_damage(story: Database, damage: str) -> None:
    change(story, damage.replace(":", "\\:"))
    assert_workspace_is_damaged(story)


def _without(fields: dict[str, object], name: str) -> dict[str, object]:
    return {key: value for key, value in fields.items() if key != name}


@pytest.mark.parametrize(
    "place",
    [
        "",
        "not json",
        "[]",
        "{}",
        DEEP,
        '{"screen": "home"}',
        '{"screen": "home", ' + json.dumps(PLACE)[1:],
        json.dumps({**PLACE, "screen": 3}),
        json.dumps({**PLACE, "client_id": 3}),
        json.dumps({**PLACE, "covered": 0}),
        json.dumps({**PLACE, "spot": None}),
        json.dumps({**PLACE, "spot": "read"}),
        json.dumps({**PLACE, "spot": {}}),
        json.dumps(_without(PLACE, "shared")),
        *(json.dumps({**PLACE, "shared": _without(SPOT, name)}) for name in SPOT),
        *(json.dumps({**PLACE, "spot": {**SPOT, name: ["a"]}}) for name in SPOT),
        json.dumps({**PLACE, "spot": {**SPOT, "view": None}}),
        json.dumps({**PLACE, "spot": {**SPOT, "part": None}}),
        json.dumps({**PLACE, "spot": {**SPOT, "part": 0.0}}),
        json.dumps({**PLACE, "spot": {**SPOT, "part": True}}),
        json.dumps({**PLACE, "spot": {**SPOT, "more": 1}}),
    ],
)
def test_a_place_that_means_nothing_is_damage(story: Database, place: str) -> None:
    change(story, "UPDATE workspace SET value = :place WHERE key = 'place'", place=place)
    assert_workspace_is_damaged(story)


@pytest.mark.parametrize(
    "check",
    [
        "",
        "not json",
        "[]",
        "{}",
        DEEP,
        '{"asks": "pin"}',
        '{"asks": "fingerprint", "pin_hash": ""}',
        '{"asks": null, "pin_hash": ""}',
        '{"asks": "pin", "pin_hash": 1234}',
        '{"asks": "pin", "pin_hash": null}',
        '{"asks": "nothing", "asks": "pin", "pin_hash": ""}',
        '{"asks": "nothing", "pin_hash": "", "more": 1}',
    ],
    ids=lambda check: check[:60],
)
def test_a_check_that_means_nothing_is_damage(story: Database, check: str) -> None:
    change(story, "UPDATE workspace SET value = :check WHERE key = 'return_check'", check=check)
    assert_workspace_is_damaged(story)


def test_the_plain_place_that_these_tests_spoil_is_sound(story: Database) -> None:
    change(story, "UPDATE workspace SET value = :place WHERE key = 'place'", place=json.dumps(PLACE))
    spot = Spot("read", "a", "s", "v", "r", "l", "welcome")
    assert Repository(story).workspace().place == Place("home", "c", "s", spot, spot)


@pytest.mark.parametrize(
    "clock",
    [
        "",
        "[]",
        "{}",
        DEEP,
        '{"seen_at": null}',
        '{"seen_at": "yesterday", "held_until": null}',
        '{"seen_at": 3, "held_until": null}',
        '{"seen_at": null, "held_until": null, "more": 1}',
    ],
    ids=lambda clock: clock[:60],
)
def test_a_clock_that_means_nothing_is_damage(story: Database, clock: str) -> None:
    change(story, "UPDATE workspace SET value = :clock WHERE key = 'clock'", clock=clock)
    assert_workspace_is_damaged(story)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE deletion SET kind = 'dream'",
        "UPDATE deletion SET deleted_at = 'yesterday'",
        "UPDATE deletion SET purged_at = 'yesterday'",
        "UPDATE deletion SET id = 'nothing' WHERE purged_at IS NULL",
    ],
)
def test_a_deletion_that_means_nothing_is_damage(story: Database, damage: str) -> None:
    change(story, damage)
    assert_workspace_is_damaged(story)


def test_a_text_that_runs_on_into_a_damaged_page_is_no_text() -> None:
    assert rows.whole("words\nand more") == "words\nand more"
    with pytest.raises(ValueError, match="damaged page"):
        rows.whole("words\0\0\0")
