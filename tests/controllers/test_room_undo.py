"""Undo and redo in the room: whatever a person did can be taken back and done again, on screen and in the vault."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.changes import Place, Screen
from app.domain.mark import Fit, Mark
from app.domain.record import SessionRecord

from .parts import OpenDesk


def as_it_looks(record: SessionRecord) -> object:
    """What a person sees of a session, apart from what is kept behind it."""
    answers = [
        answer
        for exploration in record.shown_explorations()
        for answer in record.shown_answers(exploration.id)
    ]
    marks = {
        (statement.id, voice.id): record.mark(statement.id, voice.id)
        for answer in answers
        for statement in record.statements_of(answer.id)
        for voice in record.client.voices
    }
    return (answers, {key: mark for key, mark in marks.items() if mark != Mark()}, record.note)


def _bring(desk: OpenDesk, number: int) -> None:
    desk.bring(question=f"Why {number}?")


def _mark(desk: OpenDesk, fit: Fit) -> None:
    statement = desk.room.chosen_statement()
    if statement is not None:
        desk.room.set_fit(statement.id, desk.room.voices()[0].id, fit)


def _matters(desk: OpenDesk, matters: bool) -> None:
    statement = desk.room.chosen_statement()
    if statement is not None:
        desk.room.set_matters(statement.id, desk.room.voices()[1].id, matters)


DEEDS: dict[str, Callable[[OpenDesk, int], None]] = {
    "bring": _bring,
    "note": lambda desk, number: desk.room.write_note(f"note {number}"),
    "fit": lambda desk, number: _mark(desk, list(Fit)[number % 4]),
    "matters": lambda desk, number: _matters(desk, number % 2 == 0),
    "undo": lambda desk, _: desk.room.undo(),
    "redo": lambda desk, _: desk.room.redo(),
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(DEEDS)), max_size=14))
def test_whatever_was_done_undo_leads_back_to_the_beginning_and_redo_to_the_end(
    desk: OpenDesk, deeds: list[str]
) -> None:
    clients = len(desk.room.clients())
    desk.start_session(f"Client {clients}")
    beginning = as_it_looks(desk.record)
    session = desk.record.session.id
    for number, deed in enumerate(deeds):
        DEEDS[deed](desk, number)
        if desk.room.record is None:
            return
    end = as_it_looks(desk.record)
    steps = 0
    while as_it_looks(desk.record) != beginning:
        desk.room.undo()
        steps += 1
    for _ in range(steps):
        desk.room.redo()
    assert as_it_looks(desk.record) == end
    assert desk.kept(session) == desk.record


def test_a_mark_that_is_taken_back_gives_way_to_the_one_before(desk: OpenDesk) -> None:
    desk.start_session()
    _, (first, *_) = desk.bring()
    voice = desk.room.voices()[0].id
    for fit in (Fit.FITS, Fit.PARTLY):
        desk.room.set_fit(first, voice, fit)
    seen = []
    for deed in (desk.room.undo, desk.room.undo, desk.room.redo, desk.room.redo):
        deed()
        seen.append(desk.record.mark(first, voice).fit)
    assert seen == [Fit.FITS, None, Fit.FITS, Fit.PARTLY]
    assert len(desk.record.marks) == 6
    assert desk.kept() == desk.record


def test_a_note_that_was_taken_back_can_be_written_again_and_on(desk: OpenDesk) -> None:
    desk.start_session()
    desk.bring()
    desk.room.write_note("tired")
    desk.room.undo()
    assert desk.record.note == ""
    desk.room.redo()
    assert desk.record.note == "tired"
    desk.room.write_note("tired, then rested")
    desk.room.undo()
    assert desk.record.note == "tired"
    desk.room.redo()
    assert desk.record.note == "tired, then rested"
    assert desk.kept() == desk.record


def test_taking_back_a_brought_answer_leads_to_the_one_before_it(desk: OpenDesk) -> None:
    desk.start_session()
    first, first_statements = desk.bring()
    second, _ = desk.bring("Snow falls.")
    desk.room.undo()
    assert desk.record.answer(second) is None
    assert (desk.room.place.spot.answer_id, desk.room.place.spot.statement_id) == (first, first_statements[0])
    desk.room.redo()
    assert desk.record.answer(second) is not None
    assert desk.kept() == desk.record


def test_taking_back_the_only_answer_leaves_none_to_read(desk: OpenDesk) -> None:
    desk.start_session()
    desk.bring()
    desk.room.undo()
    assert (desk.room.place.spot.answer_id, desk.room.place.spot.statement_id) == (None, None)
    assert desk.room.chosen_answer() is None


def test_taking_back_the_open_session_leads_home_and_doing_it_again_brings_it_back(desk: OpenDesk) -> None:
    session_id = desk.start_session()
    client = desk.record.client.id
    desk.room.undo()
    assert desk.room.record is None
    assert desk.room.place == Place("home", client)
    assert desk.room.sessions_of(client) == ()
    desk.room.redo()
    assert [session.id for session in desk.room.sessions_of(client)] == [session_id]
    desk.open_session(session_id)
    assert desk.kept() == desk.record
    assert not desk.record.session.withdrawn


def test_taking_back_the_open_client_leads_home_without_anybody_chosen(desk: OpenDesk) -> None:
    desk.start_session()
    client = desk.record.client.id
    desk.room.undo()
    desk.room.undo()
    assert desk.room.record is None
    assert desk.room.place.screen == "home"
    assert (desk.room.clients(), desk.room.chosen_client()) == ((), None)
    desk.room.redo()
    assert [c.id for c in desk.room.clients()] == [client]
    desk.room.redo()
    assert len(desk.room.sessions_of(client)) == 1


def test_the_name_of_a_client_that_was_taken_back_is_free_again(desk: OpenDesk) -> None:
    desk.room.add_client("Maya")
    desk.room.undo()
    again = desk.room.add_client("Maya")
    assert desk.room.clients() == (again,)
    assert not desk.room.can_redo


def test_undo_does_not_reach_into_a_session_that_was_left(desk: OpenDesk) -> None:
    first = desk.start_session()
    _, (statement, *_) = desk.bring()
    voice = desk.room.voices()[0].id
    desk.room.set_fit(statement, voice, Fit.FITS)
    client = desk.record.client.id
    desk.room.start_session(client)
    desk.room.undo()
    assert desk.room.record is None
    assert [session.id for session in desk.room.sessions_of(client)] == [first]
    desk.room.undo()
    assert desk.kept(first).mark(statement, voice) == Mark(Fit.FITS)


@pytest.mark.parametrize("deed", ["undo", "redo"])
def test_with_nothing_to_take_back_nothing_is_announced(desk: OpenDesk, deed: str) -> None:
    with desk.qtbot.assertNotEmitted(desk.room.record_changed):
        getattr(desk.room, deed)()


@pytest.mark.parametrize("screen", [Screen.HOME, Screen.SETTINGS, Screen.TOGETHER])
def test_a_mark_is_not_taken_back_where_it_cannot_be_seen(desk: OpenDesk, screen: Screen) -> None:
    desk.start_session()
    _, (statement, *_) = desk.bring()
    voice = desk.room.voices()[0].id
    desk.room.set_fit(statement, voice, Fit.FITS)
    desk.room.show_screen(screen)
    desk.room.undo()
    assert desk.record.mark(statement, voice) == Mark(Fit.FITS)
    desk.room.show_screen(Screen.SESSION)
    desk.room.undo()
    assert desk.record.mark(statement, voice) == Mark()
    desk.room.show_screen(screen)
    desk.room.redo()
    assert desk.record.mark(statement, voice) == Mark()


def test_redo_does_not_bring_back_a_session_while_another_one_is_open(desk: OpenDesk) -> None:
    first = desk.start_session()
    client = desk.record.client.id
    desk.room.start_session(client)
    desk.room.undo()
    desk.open_session(first)
    desk.room.redo()
    assert [session.id for session in desk.room.sessions_of(client)] == [first]
