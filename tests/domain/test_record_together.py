"""What a session says of reading together: revealing, joining and dividing, rounds, and lenses."""

from datetime import timedelta

import pytest

from app.domain.answer import AnswerState, AskedAgain, AskedDifferently, PhrasingKind, Request, ThroughLens
from app.domain.changes import (
    AddAnswer,
    AddExploration,
    AddStatement,
    Change,
    SetRevealed,
    Withdrawable,
)
from app.domain.mark import Fit, Mark
from app.domain.record import SessionRecord

from .small_session import (
    NOW,
    TEXT,
    WHOLE,
    answer,
    by_hand,
    exploration,
    folded,
    marked,
    statements,
    withdrawn,
)

FIRST, SECOND = statements()


# Revealing


def revealed(after_s: float) -> SetRevealed:
    """Revealed so many seconds after marks began."""
    return SetRevealed("answer-1", NOW + timedelta(seconds=after_s), before=None)


MARKS = (
    marked(FIRST.id, Mark(Fit.FITS), number=1),
    marked(FIRST.id, Mark(Fit.NOT_SURE), voice="other", number=2),
    marked(FIRST.id, Mark(Fit.PARTLY), number=3),
    marked(SECOND.id, Mark(Fit.DOES_NOT_FIT), number=4),
    marked(FIRST.id, Mark(), number=5),
)


@pytest.mark.parametrize(
    ("after_s", "first", "first_of_other", "second"),
    [
        (0, Mark(), Mark(), Mark()),
        (1, Mark(Fit.FITS), Mark(), Mark()),
        (2.5, Mark(Fit.FITS), Mark(Fit.NOT_SURE), Mark()),
        (3, Mark(Fit.PARTLY), Mark(Fit.NOT_SURE), Mark()),
        (4.5, Mark(Fit.PARTLY), Mark(Fit.NOT_SURE), Mark(Fit.DOES_NOT_FIT)),
        (5, Mark(), Mark(Fit.NOT_SURE), Mark(Fit.DOES_NOT_FIT)),
    ],
)
def test_marks_when_revealed_are_those_that_held_at_that_moment(
    after_s: float, first: Mark, first_of_other: Mark, second: Mark
) -> None:
    record = folded(*WHOLE, *MARKS, revealed(after_s))
    assert record.mark_when_revealed(FIRST.id, "voice") == first
    assert record.mark_when_revealed(FIRST.id, "other") == first_of_other
    assert record.mark_when_revealed(SECOND.id, "voice") == second
    assert record.mark(FIRST.id, "voice") == Mark()


def test_a_mark_that_is_changed_after_the_reveal_changes_the_present_one_alone() -> None:
    record = folded(*WHOLE, MARKS[0], revealed(2), MARKS[2])
    assert record.mark_when_revealed(FIRST.id, "voice") == Mark(Fit.FITS)
    assert record.mark(FIRST.id, "voice") == Mark(Fit.PARTLY)


def test_while_covered_the_present_mark_is_given() -> None:
    before = folded(*WHOLE, *MARKS[:3])
    covered_again = folded(
        *WHOLE, MARKS[0], revealed(1), SetRevealed("answer-1", None, before=NOW), *MARKS[1:3]
    )
    for record in (before, covered_again):
        assert record.mark_when_revealed(FIRST.id, "voice") == Mark(Fit.PARTLY)
        assert record.mark_when_revealed(SECOND.id, "voice") == Mark()


def test_one_answer_is_revealed_and_the_others_stay_covered() -> None:
    other = answer(2, text=TEXT, state=AnswerState.WHOLE)
    record = folded(*WHOLE, AddAnswer(other, statements(2)), revealed(1))
    assert [a.revealed_at for a in record.answers] == [NOW + timedelta(seconds=1), None]


def test_revealed_and_covered_again_it_is_as_before() -> None:
    record = folded(*WHOLE, revealed(1), SetRevealed("answer-1", None, before=NOW))
    assert record == folded(*WHOLE)


# Joining and dividing


JOINED = by_hand("joined", 0, 22)
JOIN = (
    AddStatement(JOINED),
    withdrawn(Withdrawable.STATEMENT, FIRST.id),
    withdrawn(Withdrawable.STATEMENT, SECOND.id),
)
DIVIDE = (
    AddStatement(by_hand("b", 12, 17)),
    AddStatement(by_hand("c", 17, 22)),
    withdrawn(Withdrawable.STATEMENT, SECOND.id),
)


def spans(record: SessionRecord) -> list[tuple[int, int]]:
    return [(s.start, s.end) for s in record.statements_of("answer-1")]


def test_a_joined_statement_takes_the_place_of_both() -> None:
    record = folded(*WHOLE, *JOIN)
    assert record.statements_of("answer-1") == (JOINED,)
    assert record.statement(JOINED.id) == JOINED
    assert (record.statement(FIRST.id), record.statement(SECOND.id)) == (None, None)
    assert {s.id for s in record.statements} == {FIRST.id, SECOND.id, JOINED.id}


def test_divided_statements_stand_where_the_whole_one_stood() -> None:
    assert spans(folded(*WHOLE, *DIVIDE)) == [(0, 11), (12, 17), (17, 22)]


def test_reading_order_is_the_order_of_the_spans_whatever_was_added_first() -> None:
    joined_last = AddStatement(by_hand("last", 12, 22))
    joined_first = AddStatement(by_hand("first", 0, 12))
    hand_made = folded(*WHOLE, *JOIN, withdrawn(Withdrawable.STATEMENT, JOINED.id), joined_last, joined_first)
    assert spans(hand_made) == [(0, 12), (12, 22)]
    assert [s.id for s in hand_made.statements_of("answer-1")] == ["first", "last"]


def test_marks_of_withdrawn_statements_are_kept_and_hold_again_when_these_are_back() -> None:
    marks = (marked(FIRST.id, Mark(Fit.FITS)), marked(JOINED.id, Mark(Fit.NOT_SURE), number=2))
    joined = folded(*WHOLE, marks[0], *JOIN, marks[1])
    assert joined.mark(JOINED.id, "voice") == Mark(Fit.NOT_SURE)
    back = joined.applied(withdrawn(Withdrawable.STATEMENT, FIRST.id, is_gone=False))
    assert back.mark(FIRST.id, "voice") == Mark(Fit.FITS)
    assert len(back.marks) == 2


# Rounds and lenses


AGAIN, AGAIN_LATER, DIFFERENTLY = "round-1", "round-2", "round-3"
ON_ANSWER = ThroughLens("missing", "answer-1", None)
ON_STATEMENT = ThroughLens("plain_words", "answer-1", FIRST.id)


def different(kind: PhrasingKind) -> AskedDifferently:
    return AskedDifferently(DIFFERENTLY, kind, "Is rain wet?")


ASKED: dict[int, Request] = {
    2: AskedAgain(AGAIN),
    3: ON_ANSWER,
    4: different(PhrasingKind.NEUTRAL),
    5: AskedAgain(AGAIN),
    6: AskedAgain(AGAIN_LATER),
    7: different(PhrasingKind.FRIEND),
    8: ON_STATEMENT,
    9: ThroughLens("missing", "answer-2", None),
}
MANY: tuple[Change, ...] = (
    *WHOLE,
    *(AddAnswer(answer(number, request=request)) for number, request in ASKED.items()),
)


def test_answers_to_the_question_are_all_but_what_was_said_through_a_lens() -> None:
    assert [a.id for a in folded(*MANY).shown_answers("exploration-1")] == [
        f"answer-{number}" for number in (1, 2, 4, 5, 6, 7)
    ]


def test_a_round_is_what_was_asked_for_at_once_in_the_order_of_asking() -> None:
    record = folded(*MANY)
    assert [a.id for a in record.round(AGAIN)] == ["answer-2", "answer-5"]
    assert [a.id for a in record.round(AGAIN_LATER)] == ["answer-6"]
    assert [a.id for a in record.round(DIFFERENTLY)] == ["answer-4", "answer-7"]
    assert record.round("unknown") == ()


def test_rounds_are_told_by_kind_and_exploration_oldest_first() -> None:
    elsewhere = answer(20, of=2, request=AskedAgain("round-9"))
    record = folded(*MANY, AddExploration(exploration(2)), AddAnswer(elsewhere))
    assert record.rounds("exploration-1", AskedAgain) == (AGAIN, AGAIN_LATER)
    assert record.rounds("exploration-1", AskedDifferently) == (DIFFERENTLY,)
    assert record.rounds("exploration-2", AskedAgain) == ("round-9",)
    assert record.rounds("exploration-2", AskedDifferently) == ()


def test_a_round_loses_what_is_withdrawn_and_is_gone_with_its_last_answer() -> None:
    record = folded(*MANY, withdrawn(Withdrawable.ANSWER, "answer-2"))
    assert [a.id for a in record.round(AGAIN)] == ["answer-5"]
    gone = record.applied(withdrawn(Withdrawable.ANSWER, "answer-5"))
    assert gone.round(AGAIN) == ()
    assert gone.rounds("exploration-1", AskedAgain) == (AGAIN_LATER,)


def test_what_was_said_through_lenses_is_told_by_the_answer_it_is_about() -> None:
    record = folded(*MANY)
    assert [a.id for a in record.through_lenses("answer-1")] == ["answer-3", "answer-8"]
    assert [a.id for a in record.through_lenses("answer-2")] == ["answer-9"]
    assert record.through_lenses("answer-4") == ()
    withdrawn_one = record.applied(withdrawn(Withdrawable.ANSWER, "answer-3"))
    assert [a.id for a in withdrawn_one.through_lenses("answer-1")] == ["answer-8"]


def test_the_latest_answer_is_never_one_through_a_lens() -> None:
    assert folded(*MANY).latest_answer_id() == "answer-7"
    only_lens = folded(AddExploration(exploration()), AddAnswer(answer(request=ON_ANSWER)))
    assert only_lens.latest_answer_id() is None


def test_an_answer_through_a_lens_is_found_by_its_id_like_any_other() -> None:
    found = folded(*MANY).answer("answer-3")
    assert found is not None
    assert found.request == ON_ANSWER
