"""What is kept of an answer that somebody brought."""

from datetime import UTC, datetime

import pytest

from app.controllers.bringing import BroughtAnswer, kept_of
from app.domain.answer import AnswerState, AsAsked, AskedAgain, Brought, Exploration
from app.domain.changes import AddAnswer, AddExploration
from app.domain.client import Client, Session
from app.domain.conversation import Said
from app.domain.record import SessionRecord
from app.errors import ErrorCode, KnownError
from app.explore.statements import SPLITTER

from .parts import new_ids

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
THEN = datetime(2025, 2, 1, 22, 30, tzinfo=UTC)
RECORD = SessionRecord(Client("maya", "Maya", NOW, ()), Session("session", "maya", 1, NOW))


def _kept(brought: BroughtAnswer) -> tuple[Exploration, list[AddAnswer]]:
    """The exploration, and the answers to it in their order."""
    first, *rest = kept_of(brought, RECORD, new_ids("b"), NOW)
    assert isinstance(first, AddExploration)
    answers = [change for change in rest if isinstance(change, AddAnswer)]
    assert len(answers) == len(rest)
    return first.exploration, answers


def test_it_is_whole_with_its_origin_and_its_statements() -> None:
    brought = BroughtAnswer(" Why? ", "Rest helps. It takes time.", " ChatGPT ", "5", " her sister ", THEN)
    exploration, (answer,) = _kept(brought)
    assert (exploration.question, exploration.session_id) == ("Why?", "session")
    assert answer.answer.exploration_id == exploration.id
    assert answer.answer.state is AnswerState.WHOLE
    assert answer.answer.origin == Brought("her sister", "ChatGPT", "5", NOW, THEN)
    assert [answer.answer.text[s.start : s.end] for s in answer.statements] == [
        "Rest helps.",
        "It takes time.",
    ]
    assert {(s.answer_id, s.splitter) for s in answer.statements} == {(answer.answer.id, SPLITTER)}
    assert len({s.id for s in answer.statements}) == 2


def test_what_the_ai_answered_in_its_place_stands_beside_it_as_one_round() -> None:
    others = (Said("It is not.", THEN, "4"), Said("  "), Said("Perhaps."))
    exploration, answers = _kept(BroughtAnswer("Is it?", "It is.", "ChatGPT", "5", "", None, others))
    assert [(a.answer.text, a.answer.position) for a in answers] == [
        ("It is.", 0),
        ("It is.", 1),
        ("It is not.", 2),
        ("Perhaps.", 3),
    ]
    assert {a.answer.exploration_id for a in answers} == {exploration.id}
    assert answers[0].answer.request == AsAsked()
    (round_id,) = {a.answer.request.round_id for a in answers[1:] if isinstance(a.answer.request, AskedAgain)}
    assert round_id not in {exploration.id, *(a.answer.id for a in answers)}
    assert [a.answer.origin for a in answers] == [
        Brought("Maya", "ChatGPT", "5", NOW),
        Brought("Maya", "ChatGPT", "5", NOW),
        Brought("Maya", "ChatGPT", "4", NOW, THEN),
        Brought("Maya", "ChatGPT", "", NOW),
    ]
    assert all(a.statements for a in answers)


def test_what_turns_letters_around_is_seen_in_what_is_kept() -> None:
    brought = BroughtAnswer("Why \u202enot?", "Rest\u200b helps.", "", "")
    exploration, answer = kept_of(brought, RECORD, new_ids("b"), NOW)
    assert isinstance(exploration, AddExploration)
    assert isinstance(answer, AddAnswer)
    assert (exploration.exploration.question, answer.answer.text) == ("Why \ufffdnot?", "Rest\ufffd helps.")


@pytest.mark.parametrize("nothing", ["", "  ", "\x00\x07"])
def test_what_is_not_known_stays_empty_and_the_client_brought_it(nothing: str) -> None:
    exploration, (answer,) = _kept(BroughtAnswer(nothing, "Rest.", nothing, nothing, nothing))
    assert exploration.question == ""
    assert answer.answer.origin == Brought("Maya", "", "", NOW)


@pytest.mark.parametrize(
    ("brought", "code"),
    [
        (BroughtAnswer("", " ", "", ""), ErrorCode.ANSWER_EMPTY),
        (BroughtAnswer("", "a" * 200_001, "", ""), ErrorCode.ANSWER_TOO_LONG),
        (BroughtAnswer("q" * 8_001, "a", "", ""), ErrorCode.QUESTION_TOO_LONG),
        (BroughtAnswer("", "a", "s" * 61, ""), ErrorCode.NAME_TOO_LONG),
        (BroughtAnswer("", "a", "", "", "w" * 61), ErrorCode.NAME_TOO_LONG),
        (BroughtAnswer("", "a", "", "", alternatives=(Said("a" * 200_001),)), ErrorCode.ANSWER_TOO_LONG),
    ],
    ids=["empty", "long answer", "long question", "long service", "long name", "long other"],
)
def test_what_cannot_be_kept_is_refused(brought: BroughtAnswer, code: ErrorCode) -> None:
    with pytest.raises(KnownError) as refused:
        kept_of(brought, RECORD, new_ids("b"), NOW)
    assert refused.value.code is code
