"""What is kept of an answer that somebody brought."""

from datetime import UTC, datetime

import pytest

from app.controllers.bringing import BroughtAnswer, kept_of
from app.domain.answer import AnswerState, Brought
from app.domain.client import Client, Session
from app.domain.record import SessionRecord
from app.errors import ErrorCode, KnownError
from app.explore.statements import SPLITTER

from .parts import new_ids

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
RECORD = SessionRecord(Client("maya", "Maya", NOW, ()), Session("session", "maya", 1, NOW))


def test_it_is_whole_with_its_origin_and_its_statements() -> None:
    brought = BroughtAnswer(" Why? ", "Rest helps. It takes time.", " ChatGPT ", "5", " her sister ")
    exploration, answer = kept_of(brought, RECORD, new_ids("b"), NOW)
    assert (exploration.exploration.question, exploration.exploration.session_id) == ("Why?", "session")
    assert answer.answer.exploration_id == exploration.exploration.id
    assert answer.answer.state is AnswerState.WHOLE
    assert answer.answer.origin == Brought("her sister", "ChatGPT", "5", NOW)
    assert [answer.answer.text[s.start : s.end] for s in answer.statements] == [
        "Rest helps.",
        "It takes time.",
    ]
    assert {(s.answer_id, s.splitter) for s in answer.statements} == {(answer.answer.id, SPLITTER)}
    assert len({s.id for s in answer.statements}) == 2


@pytest.mark.parametrize("nothing", ["", "  ", "\x00\x07"])
def test_what_is_not_known_stays_empty_and_the_client_brought_it(nothing: str) -> None:
    exploration, answer = kept_of(
        BroughtAnswer(nothing, "Rest.", nothing, nothing, nothing), RECORD, new_ids("b"), NOW
    )
    assert exploration.exploration.question == ""
    assert answer.answer.origin == Brought("Maya", "", "", NOW)


@pytest.mark.parametrize(
    ("brought", "code"),
    [
        (BroughtAnswer("", " ", "", ""), ErrorCode.ANSWER_EMPTY),
        (BroughtAnswer("", "a" * 200_001, "", ""), ErrorCode.ANSWER_TOO_LONG),
        (BroughtAnswer("q" * 8_001, "a", "", ""), ErrorCode.QUESTION_TOO_LONG),
        (BroughtAnswer("", "a", "s" * 61, ""), ErrorCode.NAME_TOO_LONG),
        (BroughtAnswer("", "a", "", "", "w" * 61), ErrorCode.NAME_TOO_LONG),
    ],
    ids=["empty", "long answer", "long question", "long service", "long name"],
)
def test_what_cannot_be_kept_is_refused(brought: BroughtAnswer, code: ErrorCode) -> None:
    with pytest.raises(KnownError) as refused:
        kept_of(brought, RECORD, new_ids("b"), NOW)
    assert refused.value.code is code
