"""A session as the fold of its changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer import AnswerState, Chance
from app.domain.changes import (
    AddAnswer,
    AddClient,
    AddExploration,
    AddSession,
    AddStatement,
    AddTakeAway,
    Change,
    FinishAnswer,
    GrowAnswer,
    KeepChances,
    Place,
    ReturnCheck,
    SaveDraft,
    SavePlace,
    SetHidden,
    SetNextStep,
    SetPage,
    SetReturnCheck,
    SetRevealed,
    SetTakeAway,
    SetTherapistName,
    Withdrawable,
    WriteWords,
)
from app.domain.client import Client, Session
from app.domain.keepsakes import NextStep, PagePlan, TakeAway
from app.domain.mark import Fit, Mark
from app.domain.written import InNote, InRemark, OnCard, Where

from .small_session import (
    NOW,
    TEXT,
    WHOLE,
    answer,
    exploration,
    folded,
    marked,
    statements,
    withdrawn,
)

TAKE_AWAY = TakeAway("take-away", "session", "Rest helps.", "statement-1-0", NOW)
REMARK = InRemark("statement-1-0", "voice")
CARD = OnCard("exploration-1", "welcome", 1)


def test_an_answer_grows_and_ends_with_its_statements() -> None:
    growing = folded(*WHOLE[:2], GrowAnswer("answer-1", "Rain"))
    assert growing.answers == (answer(text="Rain"),)
    assert growing.statements_of("answer-1") == ()
    ended = growing.applied(WHOLE[2])
    assert ended.answers == (answer(text=TEXT, state=AnswerState.WHOLE),)
    assert ended.statements_of("answer-1") == statements()


def test_an_answer_that_is_brought_has_its_statements_at_once() -> None:
    brought = answer(text=TEXT, state=AnswerState.WHOLE)
    record = folded(AddExploration(exploration()), AddAnswer(brought, statements()))
    assert record.answers == (brought,)
    assert record.statements_of("answer-1") == statements()


def test_statements_are_given_in_reading_order_and_per_answer() -> None:
    record = folded(
        *WHOLE[:2],
        AddAnswer(answer(2)),
        FinishAnswer("answer-2", TEXT, AnswerState.WHOLE, statements(2)),
        FinishAnswer("answer-1", TEXT, AnswerState.WHOLE, tuple(reversed(statements()))),
    )
    assert record.statements_of("answer-1") == statements()
    assert record.statements_of("answer-2") == statements(2)
    assert record.statements_of("unknown") == ()


def test_the_present_mark_is_the_last_one_of_that_voice_on_that_statement() -> None:
    first, second = (s.id for s in statements())
    record = folded(
        *WHOLE,
        marked(first, Mark(Fit.FITS), number=1),
        marked(first, Mark(Fit.NOT_SURE), voice="other", number=2),
        marked(first, Mark(Fit.PARTLY, matters=True), number=3),
        marked(second, Mark(matters=True), number=4),
    )
    assert record.mark(first, "voice") == Mark(Fit.PARTLY, matters=True)
    assert record.mark(first, "other") == Mark(Fit.NOT_SURE)
    assert record.mark(second, "voice") == Mark(matters=True)
    assert record.mark(second, "other") == Mark()
    assert [event.id for event in record.marks] == ["mark-1", "mark-2", "mark-3", "mark-4"]


def test_the_note_is_the_last_that_was_written() -> None:
    record = folded(
        WriteWords(InNote("session"), "", "tired"), WriteWords(InNote("session"), "tired", "rested")
    )
    assert record.note == "rested"


@pytest.mark.parametrize("where", [InNote("session"), REMARK, CARD], ids=lambda where: type(where).__name__)
def test_words_are_the_last_that_were_written_there_and_empty_ones_are_none(where: Where) -> None:
    before = folded(*WHOLE)
    written = before.applied(WriteWords(where, "", "tired")).applied(WriteWords(where, "tired", "rested"))
    assert written.words == {where: "rested"}
    assert written.applied(WriteWords(where, "rested", "")) == before


def test_words_in_one_place_leave_those_in_every_other_as_they_are() -> None:
    places: list[Where] = [
        InNote("session"),
        REMARK,
        InRemark("statement-1-0", "other"),
        InRemark("statement-1-1", "voice"),
        CARD,
        OnCard("exploration-1", "welcome", 0),
        OnCard("exploration-1", "privacy", 1),
    ]
    record = folded(*WHOLE, *(WriteWords(where, "", str(n)) for n, where in enumerate(places)))
    assert record.words == {where: str(n) for n, where in enumerate(places)}
    assert record.note == "0"
    assert record.applied(WriteWords(places[1], "1", "")).words.keys() == {*places} - {places[1]}


def test_where_nothing_was_written_the_note_is_empty() -> None:
    assert folded(*WHOLE, WriteWords(REMARK, "", "tired")).note == ""


def test_chances_are_kept_by_answer_and_the_last_ones_hold() -> None:
    first, second, other = (Chance(22, -1.0),), (Chance(22, -2.0, (("It", -0.5),)),), (Chance(1, 0.0),)
    record = folded(
        *WHOLE,
        AddAnswer(answer(2)),
        KeepChances("answer-1", first),
        KeepChances("answer-2", other),
        KeepChances("answer-1", second),
    )
    assert record.chances == {"answer-1": second, "answer-2": other}


def test_the_page_is_planned_as_it_was_said_last() -> None:
    plan, approved = PagePlan("answer-1", ("statement-1-0",)), PagePlan("answer-1", (), approved="ab")
    record = folded(SetPage("session", PagePlan(), plan), SetPage("session", plan, approved))
    assert (folded().page, record.page) == (PagePlan(), approved)


def test_a_hidden_statement_is_hidden_alone_and_still_read() -> None:
    first, second = (s.id for s in statements())
    hidden = folded(*WHOLE, SetHidden(second, hidden=True))
    assert [(s.id, s.hidden) for s in hidden.statements_of("answer-1")] == [(first, False), (second, True)]
    assert hidden.applied(SetHidden(second, hidden=False)) == folded(*WHOLE)


def test_a_withdrawn_answer_is_neither_shown_nor_lost() -> None:
    gone = folded(*WHOLE, withdrawn(Withdrawable.ANSWER, "answer-1"))
    assert gone.answer("answer-1") is None
    assert gone.shown_answers("exploration-1") == ()
    assert [a.withdrawn for a in gone.answers] == [True]
    back = gone.applied(withdrawn(Withdrawable.ANSWER, "answer-1", is_gone=False))
    assert back == folded(*WHOLE)


def test_with_an_exploration_its_answers_go_and_come_back() -> None:
    gone = folded(*WHOLE, withdrawn(Withdrawable.EXPLORATION, "exploration-1"))
    assert gone.shown_explorations() == ()
    assert gone.answer("answer-1") is None
    assert gone.exploration("exploration-1").withdrawn
    back = gone.applied(withdrawn(Withdrawable.EXPLORATION, "exploration-1", is_gone=False))
    assert back == folded(*WHOLE)


def test_session_and_client_know_that_they_were_withdrawn() -> None:
    assert folded(withdrawn(Withdrawable.SESSION, "session")).session.withdrawn
    assert folded(withdrawn(Withdrawable.CLIENT, "client")).client.withdrawn


@pytest.mark.parametrize(
    "change",
    [
        AddClient(Client("other", "Budi", NOW, ())),
        AddSession(Session("other", "client", 2, NOW)),
        AddExploration(exploration(9, session="other")),
        AddAnswer(answer(9, of=9), ()),
        GrowAnswer("answer-9", "Rain"),
        FinishAnswer("answer-9", TEXT, AnswerState.WHOLE, statements(9)),
        marked("statement-9-0", Mark(Fit.FITS)),
        WriteWords(InNote("other"), "", "tired"),
        withdrawn(Withdrawable.CLIENT, "other"),
        withdrawn(Withdrawable.SESSION, "other"),
        withdrawn(Withdrawable.EXPLORATION, "exploration-9"),
        withdrawn(Withdrawable.ANSWER, "answer-9"),
        withdrawn(Withdrawable.STATEMENT, "statement-9-0"),
        KeepChances("answer-9", (Chance(1, -1.0),)),
        SetRevealed("answer-9", NOW, before=None),
        AddStatement(statements(9)[0]),
        SetHidden("statement-9-0", hidden=True),
        WriteWords(InRemark("statement-9-0", "voice"), "", "tired"),
        WriteWords(OnCard("exploration-9", "welcome", 0), "", "tired"),
        SetPage("other", PagePlan(), PagePlan(name="Maya")),
        AddTakeAway(TAKE_AWAY),
        SetTakeAway(TAKE_AWAY, TAKE_AWAY),
        SetNextStep("session", NextStep(), NextStep("Rest")),
        SetReturnCheck(ReturnCheck()),
        SaveDraft("question", "What"),
        SavePlace(Place()),
        SetTherapistName("Ibu Sari", before="Sari"),
    ],
    ids=lambda change: type(change).__name__,
)
def test_a_change_of_something_else_changes_nothing(change: Change) -> None:
    record = folded(*WHOLE)
    assert record.applied(change) == record


def test_an_unknown_exploration_is_said_to_be_unknown() -> None:
    with pytest.raises(KeyError):
        folded().exploration("exploration-1")
    assert folded().answer("answer-1") is None


@given(st.lists(st.tuples(st.integers(0, 1), st.sampled_from(["a", "b"]), st.sampled_from(Fit))))
def test_however_voices_mark_the_last_word_of_each_holds(said: list[tuple[int, str, Fit]]) -> None:
    ids = [s.id for s in statements()]
    record = folded(
        *WHOLE,
        *(
            marked(ids[place], Mark(fit), voice=voice, number=number)
            for number, (place, voice, fit) in enumerate(said)
        ),
    )
    last = {(ids[place], voice): Mark(fit) for place, voice, fit in said}
    for statement in ids:
        for voice in ("a", "b"):
            assert record.mark(statement, voice) == last.get((statement, voice), Mark())
    assert len(record.marks) == len(said)
