"""The centre of the session: the steps, the look bar, the views, last time, and an answer that arrives."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.answer import AnswerState
from app.domain.changes import Spot, View
from app.domain.mark import Fit
from app.engine.messages import DoneReason
from app.tour.driver import click, press, settle, wait_until
from app.ui.bring_pane import BringPane
from app.ui.look_bar import LookBar
from app.ui.reading_pane import ReadingPane
from app.ui.stepper import StepName
from app.ui.view_frame import ViewFrame
from app.ui.widgets.buttons import Button, PrimaryButton
from tests.controllers.parts import OpenDesk
from tests.ui.seated import TEXT, Seat, seated
from tests.ui.views.furnished import ANSWERS, answer_all, furnished


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    with furnished(qtbot, tmp_path) as opened:
        yield opened


@pytest.fixture
def seat(desk: OpenDesk, tmp_path: Path) -> Iterator[Seat]:
    with seated(desk, tmp_path) as made:
        made.sit_down()
        yield made


@pytest.fixture
def empty_seat(desk: OpenDesk, tmp_path: Path) -> Iterator[Seat]:
    """In a new session with nothing in it."""
    client_id = desk.record.client.id
    desk.room.start_session(client_id)
    with seated(desk, tmp_path, text="") as made:
        yield made


def look(seat: Seat) -> LookBar:
    return seat.page.centre.look


def step(seat: Seat, name: StepName) -> Button:
    return seat.page.centre.stepper.buttons[name]


def current_steps(seat: Seat) -> list[StepName]:
    return [name for name, button in seat.page.centre.stepper.buttons.items() if button.isChecked()]


# Steps


@pytest.mark.parametrize(
    ("name", "view"),
    [(StepName.REVEAL, View.REVEALED), (StepName.FURTHER, View.LENS), (StepName.TAKE, View.KEEP)],
)
def test_a_step_leads_to_its_view_and_shows_where_one_is(seat: Seat, name: StepName, view: View) -> None:
    assert current_steps(seat) == [StepName.READ]
    click(step(seat, name))
    assert seat.desk.looking.spot.view == view
    assert current_steps(seat) == [name]
    click(step(seat, StepName.READ))
    assert isinstance(seat.page.pane, ReadingPane)
    assert current_steps(seat) == [StepName.READ]


def test_looking_further_leads_to_what_was_used_last(seat: Seat) -> None:
    click(look(seat).buttons[View.CARDS])
    click(step(seat, StepName.READ))
    click(step(seat, StepName.FURTHER))
    assert seat.desk.looking.spot.view == View.CARDS


def test_bringing_leads_to_a_new_question_and_reading_back_to_the_last_answer(seat: Seat) -> None:
    answer_id = seat.desk.looking.spot.answer_id
    click(step(seat, StepName.BRING))
    assert isinstance(seat.page.pane, BringPane)
    assert current_steps(seat) == [StepName.BRING]
    assert look(seat).isHidden()
    click(step(seat, StepName.READ))
    assert seat.desk.looking.spot.answer_id == answer_id


def test_without_an_answer_every_other_step_says_why(empty_seat: Seat) -> None:
    others = [name for name in StepName if name is not StepName.BRING]
    assert not any(step(empty_seat, name).isEnabled() for name in others)
    reasons = {step(empty_seat, name).accessibleDescription() for name in others}
    assert reasons == {"First ask something, or bring an answer."}


# Revealing


def test_a_key_reveals_and_leads_to_what_each_marked(seat: Seat) -> None:
    press(seat.window, "Ctrl+Return")
    answer = seat.desk.looking.answer()
    assert answer is not None
    assert answer.revealed_at is not None
    assert isinstance(seat.page.pane, ViewFrame)
    press(seat.window, "Escape")
    assert isinstance(seat.page.pane, ReadingPane)
    assert look(seat).reveal.words() == "What we each marked"
    click(look(seat).reveal)
    assert seat.desk.looking.spot.view == View.REVEALED


def test_undoing_the_reveal_leads_back_to_reading(seat: Seat) -> None:
    click(look(seat).reveal)
    seat.desk.room.undo()
    settle()
    assert isinstance(seat.page.pane, ReadingPane)
    assert seat.editor.chips


# The look bar


@pytest.mark.parametrize("view", [View.LENS, View.AGAIN, View.DIFFERENTLY, View.CARDS, View.KEEP, View.PAGE])
def test_every_way_to_look_leads_to_its_view_and_esc_back(seat: Seat, view: View) -> None:
    click(look(seat).buttons[view])
    assert seat.desk.looking.spot.view == view
    assert seat.frame.title.text() == seat.frame.view.title()
    seat.frame.back.setFocus()
    press(seat.window, "Escape")
    assert isinstance(seat.page.pane, ReadingPane)
    assert seat.editor.hasFocus()


def test_words_are_for_answers_made_here_and_behind_one_key(seat: Seat) -> None:
    assert not look(seat).buttons[View.WORDS].isEnabled()
    press(seat.window, "F7")
    assert seat.desk.looking.spot.view == View.READ
    seat.desk.ask("What is rain?")
    seat.desk.engine.say("Rain falls.")
    seat.desk.engine.end(DoneReason.STOP)
    settle()
    press(seat.window, "F7")
    assert seat.desk.looking.spot.view == View.WORDS
    press(seat.window, "F7")
    assert seat.desk.looking.spot.view == View.READ


def test_without_a_known_question_asking_again_says_why(desk: OpenDesk, tmp_path: Path) -> None:
    with seated(desk, tmp_path) as seat:
        desk.bring(TEXT, "")
        settle()
        for view in (View.AGAIN, View.DIFFERENTLY):
            button = look(seat).buttons[view]
            assert (button.isEnabled(), button.accessibleDescription()) == (
                False,
                "It is not known what was asked.",
            )


def test_the_buttons_of_a_view_stand_in_the_look_bar_while_it_is_open(seat: Seat) -> None:
    click(look(seat).buttons[View.KEEP])
    foot = seat.frame.view.foot()
    assert foot
    assert all(button.isVisible() and look(seat).isAncestorOf(button) for button in foot)
    assert look(seat).reveal.isHidden()
    seat.desk.looking.show(View.READ)
    settle()
    assert look(seat).reveal.isVisible()
    shown = {button.words() for button in look(seat).findChildren(Button) if button.isVisible()}
    assert shown == {button.words() for button in (*look(seat).buttons.values(), look(seat).reveal)}


@pytest.mark.parametrize("view", [View.READ, View.LENS, View.KEEP, View.REVEALED])
def test_there_is_one_primary_button_at_most(seat: Seat, view: View) -> None:
    answer = seat.desk.looking.answer()
    assert answer is not None
    seat.desk.looking.reading.reveal(answer.id)
    seat.desk.looking.show(view)
    settle()
    primary = [
        b
        for b in seat.window.findChildren(PrimaryButton)
        if b.isVisible() and b.property("kind") == "primary"
    ]
    assert len(primary) <= 1


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("view", [View.READ, View.KEEP, View.REVEALED])
def test_no_button_around_the_centre_is_cut_in_the_least_window(
    desk: OpenDesk, tmp_path: Path, scale: float, view: View
) -> None:
    with seated(desk, tmp_path, size=(948, 640), scale=scale) as seat:
        answer = desk.looking.answer()
        assert answer is not None
        desk.looking.reading.reveal(answer.id)
        desk.looking.show(view)
        settle()
        for bar in (look(seat), seat.page.centre.stepper, seat.page.bar):
            buttons = [button for button in bar.findChildren(Button) if button.isVisible()]
            assert buttons
            assert all(button.width() >= button.sizeHint().width() for button in buttons)
            assert max(button.geometry().right() for button in buttons) < bar.width()


def test_where_nothing_has_room_one_menu_leads_everywhere(seat: Seat) -> None:
    look(seat).setParent(seat.window)
    look(seat).resize(260, 60)
    look(seat).show()
    settle()
    assert look(seat).further.isVisible()
    assert not any(button.isVisible() for button in look(seat).buttons.values())
    actions = {action.text(): action for action in look(seat).menu.actions()}
    assert list(actions) == [button.words() for button in look(seat).buttons.values()]
    assert not actions["Words"].isEnabled()
    actions["Cards"].trigger()
    assert seat.desk.looking.spot.view == View.CARDS


# Last time


def test_a_new_session_begins_with_what_was_taken_away_last_time(desk: OpenDesk, tmp_path: Path) -> None:
    client, _therapist = desk.room.voices()
    desk.looking.keeping.add("I can answer one message a day.")
    desk.looking.keeping.set_next_step("Write to Dian.", client.id, date(2026, 12, 1))
    desk.room.start_session(desk.record.client.id)
    with seated(desk, tmp_path, text="") as seat:
        card = seat.page.centre.last_time
        assert card is not None
        shown = " ".join(part.accessibleName() or part.text() for part in card.findChildren(QLabel))
        for words in ("I can answer one message a day.", "Write to Dian.", "Maya, until", "December", "2026"):
            assert words in shown
        click(card.fold)
        assert (card.folded, card.fold.words()) == (True, "Show")
        click(card.fold)
        assert not card.folded
        desk.bring(TEXT)
        settle()
        assert seat.page.centre.last_time is None


def test_without_anything_kept_there_is_no_last_time(empty_seat: Seat) -> None:
    assert empty_seat.page.centre.last_time is None


# Arriving


def test_an_answer_that_arrives_grows_can_be_stopped_and_is_read_as_statements(seat: Seat) -> None:
    seat.desk.ask("What is rain?")
    settle()
    pane = seat.pane
    assert look(seat).isHidden()
    assert pane.focus_entry() is pane.stop
    seat.desk.engine.say("Rain falls. It is")
    assert pane.text.whole_text() == "Rain falls. It is"
    press(seat.window, "Escape")
    # A button that is pressed by its key is let go a moment later.
    wait_until(lambda: bool(seat.desk.engine.cancelled), "stopping is asked for")
    assert seat.desk.engine.cancelled == [(seat.desk.engine.asked[-1].id, 0)]
    seat.desk.engine.end(DoneReason.CANCELLED)
    settle()
    assert seat.pane is not pane
    assert len(seat.pane.statement_ids()) == 2
    assert look(seat).isVisible()
    assert any("Stopped here" in words for words in seat.words())


def test_one_of_several_answers_that_arrive_can_be_read_as_it_comes(seat: Seat) -> None:
    seat.desk.looking.ask_again(3)
    second = seat.desk.asking.arriving_ids[1]
    seat.desk.looking.go(Spot(answer_id=second))
    settle()
    seat.desk.engine.say("The first.", answer=0)
    seat.desk.engine.say("The second one.", answer=1)
    assert seat.pane.text.whole_text() == "The second one."
    seat.pane.stop.click()
    assert seat.desk.engine.cancelled == [(seat.desk.engine.asked[-1].id, 1)]
    answer_all(seat.desk, ANSWERS)
    settle()
    answer = seat.desk.record.answer(second)
    assert answer is not None
    assert answer.state is AnswerState.WHOLE
    assert seat.pane.statement_ids() == seat.ids


def test_asking_once_more_shows_both_answers_as_tabs(seat: Seat) -> None:
    first = seat.desk.looking.spot.answer_id
    seat.desk.room.set_fit(seat.ids[0], seat.voices()[1], Fit.FITS)
    click(seat.pane.again)
    seat.desk.engine.say("Rain falls.")
    seat.desk.engine.end(DoneReason.STOP)
    settle()
    assert seat.desk.looking.spot.answer_id != first
    tabs = {button.words(): button for button in seat.pane.head.findChildren(Button)}
    click(tabs["Answer 1"])
    assert seat.desk.looking.spot.answer_id == first
