"""A session as the fold of its changes."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer import Answer, AnswerState, Brought, Exploration, Statement
from app.domain.changes import (
    AddAnswer,
    AddClient,
    AddExploration,
    AddSession,
    AppendMark,
    Change,
    FinishAnswer,
    GrowAnswer,
    Place,
    SaveDraft,
    SavePlace,
    SetTherapistName,
    SetWithdrawn,
    Withdrawable,
    WriteNote,
)
from app.domain.client import Client, Session, Voice, VoiceKind
from app.domain.mark import Fit, Mark, MarkEvent
from app.domain.record import SessionRecord

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
CLIENT = Client("client", "Maya", NOW, (Voice("voice", VoiceKind.CLIENT, "Maya", 0),))
SESSION = Session("session", "client", 1, NOW)
TEXT = "Rain falls. It is wet."


def exploration(number: int = 1, session: str = "session") -> Exploration:
    return Exploration(f"exploration-{number}", session, "What is rain?", NOW)


def answer(number: int = 1, of: int = 1, text: str = "", state: AnswerState = AnswerState.ARRIVING) -> Answer:
    origin = Brought("Maya", "", "", NOW)
    return Answer(f"answer-{number}", f"exploration-{of}", number - 1, text, state, origin, NOW)


def statements(of: int = 1) -> tuple[Statement, ...]:
    spans = ((0, 11), (12, 22))
    return tuple(
        Statement(f"statement-{of}-{position}", f"answer-{of}", position, *span, "rules-1")
        for position, span in enumerate(spans)
    )


def marked(statement: str, mark: Mark, voice: str = "voice", number: int = 1) -> AppendMark:
    at = NOW + timedelta(seconds=number)
    return AppendMark(MarkEvent(f"mark-{number}", statement, voice, mark, at), Mark())


def folded(*changes: Change) -> SessionRecord:
    record = SessionRecord(CLIENT, SESSION)
    for change in changes:
        record = record.applied(change)
    return record


WHOLE = (
    AddExploration(exploration()),
    AddAnswer(answer()),
    FinishAnswer("answer-1", TEXT, AnswerState.WHOLE, statements()),
)


def withdrawn(kind: Withdrawable, thing_id: str, is_gone: bool = True) -> SetWithdrawn:
    return SetWithdrawn(kind, thing_id, withdrawn=is_gone)


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
    record = folded(WriteNote("session", "", "tired"), WriteNote("session", "tired", "rested"))
    assert record.note == "rested"


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
        WriteNote("other", "", "tired"),
        withdrawn(Withdrawable.CLIENT, "other"),
        withdrawn(Withdrawable.SESSION, "other"),
        withdrawn(Withdrawable.EXPLORATION, "exploration-9"),
        withdrawn(Withdrawable.ANSWER, "answer-9"),
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
