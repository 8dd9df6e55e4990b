"""Entering sessions that were started before: where one was, what was interrupted, and who comes first."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from app.domain.answer import Answer, AnswerState, Exploration, MadeHere
from app.domain.changes import AddAnswer, AddExploration, GrowAnswer, Place, Screen, Spot
from app.domain.mark import Fit
from app.errors import ErrorCode, KnownError

from .parts import LOADED, SETTINGS, WAIT_MS, OpenDesk, ticking

HALF = "Rain falls. It is we"


class Arrivals(QObject):
    """Which session was on screen each time the place changed."""

    def __init__(self, desk: OpenDesk) -> None:
        super().__init__()
        self._desk = desk
        self.sessions: list[str | None] = []
        desk.room.place_changed.connect(self._note)

    def _note(self) -> None:
        record = self._desk.room.record
        self.sessions.append(None if record is None else record.session.id)


def leave_arriving(desk: OpenDesk, text: str = HALF) -> str:
    """Have an answer that was arriving when the program was killed; return its id."""
    now = ticking()()
    exploration = Exploration("asked", desk.record.session.id, "What is rain?", now)
    origin = MadeHere(LOADED.name, LOADED.sha256, SETTINGS, 7, "answer-1", 2)
    answer = Answer("arriving", "asked", 0, "", AnswerState.ARRIVING, origin, now)
    desk.room.do_together((AddExploration(exploration), AddAnswer(answer)))
    desk.room.record_progress(GrowAnswer(answer.id, text))
    return answer.id


def returned(desk: OpenDesk) -> OpenDesk:
    """The desk after a restart, back in its place."""
    after = desk.again()
    with after.qtbot.waitSignal(after.room.place_changed, timeout=WAIT_MS):
        after.room.return_to_place()
    after.settle()
    return after


def wait_for_reads(desk: OpenDesk) -> None:
    """Wait until every session that was asked for has been read and delivered."""
    delivered: list[None] = []
    desk.desk.saver.when_saved(
        lambda: desk.work.submit(lambda: None, delivered.append, lambda _: delivered.append(None))
    )
    desk.qtbot.waitUntil(lambda: bool(delivered), timeout=WAIT_MS)


def test_everything_is_found_where_it_was_left(desk: OpenDesk) -> None:
    desk.start_session()
    answer_id, (_, second, _) = desk.bring()
    desk.bring("Snow falls. It is cold.")
    voice = desk.room.voices()[0].id
    desk.room.choose_answer(answer_id)
    desk.room.choose_statement(second)
    desk.room.set_fit(second, voice, Fit.PARTLY)
    desk.room.write_note("tired")
    place = desk.room.place
    desk.room.go(replace(place, screen="together", shared=replace(place.spot, turn_voice_id=voice)))
    after = returned(desk)
    assert after.record == desk.record
    assert after.room.place == desk.room.place
    assert after.room.place == Place(
        "together",
        desk.record.client.id,
        desk.record.session.id,
        Spot(answer_id=answer_id, statement_id=second),
        Spot(answer_id=answer_id, statement_id=second, turn_voice_id=voice),
    )


def test_at_home_one_comes_back_home_with_the_same_client_chosen(desk: OpenDesk) -> None:
    client = desk.room.add_client("Maya")
    after = desk.again()
    after.room.return_to_place()
    assert after.room.place == Place("home", client.id)
    after.settle()


def test_a_place_in_a_session_that_was_taken_back_leads_home(desk: OpenDesk) -> None:
    desk.start_session()
    place = desk.room.place
    desk.room.undo()
    desk.room.go(place)
    after = desk.again()
    after.room.return_to_place()
    assert after.room.place == Place("home", place.client_id)
    assert after.room.record is None
    after.settle()


@pytest.mark.parametrize("chosen", ["answer_id", "statement_id"])
def test_a_place_that_no_longer_holds_leads_to_the_beginning_of_an_answer(
    desk: OpenDesk, chosen: str
) -> None:
    desk.start_session()
    answer_id, (first, *_) = desk.bring()
    place = desk.room.place
    spot = place.spot
    desk.room.go_to_spot(
        replace(spot, answer_id="gone") if chosen == "answer_id" else replace(spot, statement_id="gone")
    )
    after = returned(desk)
    assert (after.room.place.spot.answer_id, after.room.place.spot.statement_id) == (answer_id, first)


def test_an_interrupted_answer_is_read_as_far_as_it_came_once(desk: OpenDesk) -> None:
    desk.start_session()
    answer_id = leave_arriving(desk)
    for after in (returned(desk), returned(desk)):
        answer = after.record.answer(answer_id)
        assert answer is not None
        assert (answer.text, answer.state) == (HALF, AnswerState.INTERRUPTED)
        spans = [(s.start, s.end) for s in after.record.statements_of(answer_id)]
        assert spans == [(0, 11), (12, 20)]


def test_an_interrupted_answer_in_a_session_that_is_asked_for_twice_is_ended_once(desk: OpenDesk) -> None:
    session_id = desk.start_session()
    answer_id = leave_arriving(desk)
    after = desk.again()
    after.room.open_session(session_id)
    after.room.open_session(session_id)
    wait_for_reads(after)
    assert len(after.kept(session_id).statements_of(answer_id)) == 2


def test_an_interrupted_answer_cannot_be_undone_into_arriving(desk: OpenDesk) -> None:
    desk.start_session()
    leave_arriving(desk)
    after = returned(desk)
    assert not after.room.can_undo


def test_of_two_sessions_that_are_asked_for_the_last_is_entered_and_the_first_never(desk: OpenDesk) -> None:
    first = desk.start_session()
    client = desk.record.client.id
    desk.room.start_session(client)
    second = desk.record.session.id
    desk.room.start_session(client)
    third = desk.record.session.id
    arrivals = Arrivals(desk)
    desk.room.open_session(first)
    desk.room.open_session(second)
    wait_for_reads(desk)
    assert desk.record.session.id == second
    assert first not in arrivals.sessions
    desk.room.open_session(third)
    desk.room.open_session(second)
    wait_for_reads(desk)
    assert desk.record.session.id == second


def test_a_session_that_is_started_meanwhile_is_not_left_for_one_that_was_asked_for_before(
    desk: OpenDesk,
) -> None:
    first = desk.start_session()
    client = desk.record.client.id
    desk.room.start_session(client)
    desk.room.open_session(first)
    desk.room.start_session(client)
    started = desk.record.session.id
    wait_for_reads(desk)
    assert desk.record.session.id == started


def test_what_was_written_a_moment_before_leaving_is_there_on_coming_back(desk: OpenDesk) -> None:
    first = desk.start_session()
    desk.room.start_session(desk.record.client.id)
    second = desk.record.session.id
    desk.room.write_note("of the second")
    desk.open_session(first)
    desk.room.write_note("of the first")
    desk.open_session(second)
    assert desk.record.note == "of the second"
    desk.open_session(first)
    assert desk.record.note == "of the first"


def test_opening_the_open_session_goes_to_it_without_reading_it_anew(desk: OpenDesk) -> None:
    session_id = desk.start_session()
    record = desk.record
    desk.room.show_screen("home")
    desk.room.open_session(session_id)
    assert desk.room.place.screen == "session"
    assert desk.room.record is record


@pytest.mark.parametrize("is_return", [True, False])
def test_a_session_that_cannot_be_read_is_said_to_be_so(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, is_return: bool
) -> None:
    session_id = desk.start_session()
    client = desk.record.client.id
    after = desk.again()

    def refuse(_session_id: str) -> None:
        raise KnownError(ErrorCode.VAULT_DAMAGED)

    monkeypatch.setattr(after.vault, "session_record", refuse)
    with after.qtbot.waitSignal(after.room.went_wrong, timeout=WAIT_MS) as wrong:
        if is_return:
            after.room.return_to_place()
        else:
            after.room.open_session(session_id)
    assert wrong.args == [ErrorCode.VAULT_DAMAGED]
    assert after.room.record is None
    if is_return:
        assert after.room.place == Place("home", client)
    after.settle()


def test_a_session_that_comes_after_the_screen_was_turned_does_not_bring_the_desk_back(
    desk: OpenDesk,
) -> None:
    first = desk.start_session("Maya")
    second = desk.start_session("Budi")
    desk.room.open_session(first)
    desk.together.show()
    # The reading that was asked for is through when one that is asked for after it is.
    read: list[str] = []
    desk.desk.saver.when_saved(
        lambda: desk.work.submit(lambda: "through", read.append, lambda code: read.append(code.value))
    )
    desk.qtbot.waitUntil(lambda: read == ["through"], timeout=WAIT_MS)
    assert (desk.room.place.screen, desk.record.session.id) == (Screen.TOGETHER, second)
    desk.together.ask_to_return()
    desk.together.return_to_desk()
    desk.open_session(first)
    assert (desk.room.place.screen, desk.record.session.id) == (Screen.SESSION, first)
