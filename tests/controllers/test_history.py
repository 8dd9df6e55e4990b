"""Undo and redo as two stacks of steps, each taken back by other changes."""

from datetime import datetime, timedelta

import pytest

from app.controllers.history import History
from app.domain.answer import Answer, AnswerState, Brought, Exploration
from app.domain.changes import (
    AddAnswer,
    AddClient,
    AddExploration,
    AddSession,
    AppendMark,
    Change,
    Place,
    SavePlace,
    SetTherapistName,
    SetWithdrawn,
    Withdrawable,
    WriteNote,
)
from app.domain.client import Client, Session
from app.domain.mark import Fit, Mark, MarkEvent
from app.errors import BugError

from .parts import new_ids, ticking

NOW: datetime = ticking()()
FITS = Mark(Fit.FITS)
PARTLY = Mark(Fit.PARTLY, matters=True)
CLIENT = Client("client", "Maya", NOW, ())
SESSION = Session("session", "client", 1, NOW)
EXPLORATION = Exploration("exploration", "session", "Why?", NOW)
ANSWER = Answer("answer", "exploration", 0, "", AnswerState.WHOLE, Brought("Maya", "", "", NOW), NOW)


@pytest.fixture
def history() -> History:
    return History(new_ids("undo"), ticking())


def a_mark(mark: Mark, before: Mark) -> AppendMark:
    return AppendMark(MarkEvent("mark", "statement", "voice", mark, NOW), before)


def a_note(before: str, after: str, session: str = "session") -> WriteNote:
    return WriteNote(session, before, after)


@pytest.mark.parametrize(
    ("change", "kind", "thing_id"),
    [
        (AddClient(CLIENT), Withdrawable.CLIENT, "client"),
        (AddSession(SESSION), Withdrawable.SESSION, "session"),
        (AddExploration(EXPLORATION), Withdrawable.EXPLORATION, "exploration"),
        (AddAnswer(ANSWER), Withdrawable.ANSWER, "answer"),
    ],
    ids=["client", "session", "exploration", "answer"],
)
def test_what_was_added_is_withdrawn_by_undo_and_brought_again_by_redo(
    history: History, change: Change, kind: Withdrawable, thing_id: str
) -> None:
    history.did((change,))
    for _ in range(2):
        assert history.undo() == (SetWithdrawn(kind, thing_id, withdrawn=True),)
        assert history.redo() == (SetWithdrawn(kind, thing_id, withdrawn=False),)


def test_a_mark_is_taken_back_and_set_again_by_marks_with_ids_and_times_of_their_own(
    history: History,
) -> None:
    history.did((a_mark(PARTLY, before=FITS),))
    steps = [history.undo(), history.redo(), history.undo()]
    changes = [change for step in steps for change in step]
    assert [(c.event.mark, c.before) for c in changes if isinstance(c, AppendMark)] == [
        (FITS, PARTLY),
        (PARTLY, FITS),
        (FITS, PARTLY),
    ]
    events = [c.event for c in changes if isinstance(c, AppendMark)]
    assert len({event.id for event in events} | {"mark"}) == 4
    assert events[0].at < events[1].at < events[2].at
    assert {(event.statement_id, event.voice_id) for event in events} == {("statement", "voice")}


def test_a_note_is_taken_back_and_written_again(history: History) -> None:
    history.did((a_note("", "tired"),))
    assert history.undo() == (a_note("tired", ""),)
    assert history.redo() == (a_note("", "tired"),)
    assert history.undo() == (a_note("tired", ""),)


def test_a_step_of_several_changes_is_taken_back_from_its_end_and_redone_from_its_beginning(
    history: History,
) -> None:
    history.did((AddExploration(EXPLORATION), AddAnswer(ANSWER)))
    gone = [type_of.kind for type_of in history.undo() if isinstance(type_of, SetWithdrawn)]
    assert gone == [Withdrawable.ANSWER, Withdrawable.EXPLORATION]
    back = [type_of.kind for type_of in history.redo() if isinstance(type_of, SetWithdrawn)]
    assert back == [Withdrawable.EXPLORATION, Withdrawable.ANSWER]


def test_notes_written_one_after_the_other_are_one_step(history: History) -> None:
    for before, after in (("", "t"), ("t", "ti"), ("ti", "tired")):
        history.did((a_note(before, after),))
    assert history.undo() == (a_note("tired", ""),)
    assert not history.can_undo


@pytest.mark.parametrize("between", [a_mark(FITS, Mark()), a_note("", "x", session="other")])
def test_notes_with_something_between_them_are_steps_of_their_own(history: History, between: Change) -> None:
    for change in (a_note("", "first"), between, a_note("first", "second")):
        history.did((change,))
    assert history.undo() == (a_note("second", "first"),)
    history.undo()
    assert history.undo() == (a_note("first", ""),)


def test_a_new_step_leaves_nothing_to_redo(history: History) -> None:
    history.did((a_mark(FITS, Mark()),))
    history.undo()
    could = history.can_redo
    history.did((a_note("", "x"),))
    assert (could, history.can_redo) == (True, False)
    assert history.redo() == ()


def test_with_nothing_to_take_back_or_do_again_nothing_is_changed(history: History) -> None:
    assert (history.undo(), history.redo()) == ((), ())
    assert (history.can_undo, history.can_redo) == (False, False)


def test_a_change_that_no_person_made_has_no_place_in_the_history(history: History) -> None:
    history.did((SavePlace(Place()),))
    with pytest.raises(BugError):
        history.undo()


@pytest.mark.parametrize(("pause_s", "left"), [(1, ""), (10, "a")])
def test_what_is_typed_into_a_note_after_a_pause_is_a_step_of_its_own(pause_s: int, left: str) -> None:
    times = iter([NOW, NOW, NOW + timedelta(seconds=pause_s)])
    history = History(new_ids("undo"), lambda: next(times))
    history.did((a_note("", "a"),))
    history.did((a_note("a", "ab"),))
    assert history.undo() == (a_note("ab", left),)


def test_a_name_that_was_changed_is_changed_back() -> None:
    history = History(new_ids("undo"), ticking())
    history.did((SetTherapistName("Ibu Sari", before="Sari"),))
    assert history.undo() == (SetTherapistName("Sari", before="Ibu Sari"),)
