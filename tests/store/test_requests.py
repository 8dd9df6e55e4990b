"""What an answer was asked for: what never was a request is damage."""

import pytest

from app.store.connection import Database

from .damaging import DEEP, assert_session_is_damaged, change


@pytest.mark.parametrize(
    "request_text",
    [
        "",
        "not json",
        "null",
        "[]",
        "{}",
        DEEP,
        '{"kind": 3}',
        '{"kind": null}',
        '{"kind": "dreamt"}',
        '{"kind": "as_asked", "kind": "as_asked"}',
        '{"kind": "as_asked", "more": 1}',
        '{"kind": "again"}',
        '{"kind": "again", "round_id": 1}',
        '{"kind": "again", "round_id": null}',
        '{"kind": "again", "round_id": "r", "question": "Why?"}',
        '{"kind": "differently", "round_id": "r", "phrasing": "neutral"}',
        '{"kind": "differently", "round_id": "r", "phrasing": "shouting", "question": "Why?"}',
        '{"kind": "differently", "round_id": "r", "phrasing": 1, "question": "Why?"}',
        '{"kind": "differently", "round_id": "r", "phrasing": "neutral", "question": ["Why?"]}',
        '{"kind": "lens", "lens": "missing", "answer_id": "a"}',
        '{"kind": "lens", "lens": "missing", "answer_id": null, "statement_id": null}',
        '{"kind": "lens", "lens": "missing", "answer_id": "a", "statement_id": 1}',
        '{"kind": "lens", "lens": {}, "answer_id": "a", "statement_id": null}',
    ],
    ids=lambda request_text: request_text[:90],
)
def test_a_request_that_means_nothing_is_damage(story: Database, request_text: str) -> None:
    change(story, "UPDATE answer SET request = :request", request=request_text)
    assert_session_is_damaged(story)
