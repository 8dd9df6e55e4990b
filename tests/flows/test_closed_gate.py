"""Whatever consent or the place of practice closes is closed in the window, and the window says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.controllers.permission import Action, Gate, Reason
from app.paths import DataFolder
from app.tour.driver import press, settle, shown, type_into
from app.ui.bring_pane import BringPane
from app.ui.look_bar import LookBar
from app.ui.sentences import reason_sentence
from app.ui.session_bar import SessionBar
from app.ui.shared.turn import TurnPage
from tests.flows.hands import NOTE, Running, furnish, running
from tests.flows.played import MODEL_THAT_IS_NOT_THERE

CLOSED = {
    Action.ASK_MODEL: Reason.PLACE_OF_PRACTICE,
    Action.BRING_ANSWER: Reason.NOT_AGREED,
    Action.MARK: Reason.NOT_AGREED,
    Action.WRITE_NOTE: Reason.NOT_AGREED,
}


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path) -> Iterator[Running]:
    furnish(DataFolder(tmp_path))
    with running(qapp, tmp_path, MODEL_THAT_IS_NOT_THERE, gate=Gate(CLOSED)) as seated:
        seated.unlock()
        yield seated


def test_asking_and_bringing_say_why_they_are_closed(seat: Running) -> None:
    assert seat.pane.again.toolTip().endswith(reason_sentence(Reason.PLACE_OF_PRACTICE))
    seat.desk.room.choose_answer(None)
    settle()
    pane = shown(seat.window, BringPane)
    assert not pane.ask.isEnabled()
    assert reason_sentence(Reason.PLACE_OF_PRACTICE) in pane.ask.toolTip()
    assert not pane.brings.bring.isEnabled()
    assert reason_sentence(Reason.NOT_AGREED) in pane.brings.bring.toolTip()


def test_marking_at_the_desk_says_why_and_the_keys_do_nothing(seat: Running) -> None:
    editor = seat.open_statement(0)
    assert editor.choices is None
    assert reason_sentence(Reason.NOT_AGREED) in seat.words()
    before = seat.record
    press(seat.window, "2")
    press(seat.window, "M")
    assert seat.record == before


def test_what_else_is_done_with_statements_at_the_desk_is_closed_with_marking(seat: Running) -> None:
    actions = seat.open_statement(0).actions_below
    look = shown(seat.window, LookBar)
    for button in (actions.add_words, actions.join, actions.divide, look.reveal):
        assert not button.isEnabled()
        assert reason_sentence(Reason.NOT_AGREED) in button.toolTip()
    before = seat.record
    press(seat.window, "Ctrl+Return")
    assert seat.record == before


def test_marking_on_the_shared_screen_says_why_and_the_keys_do_nothing(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    page = shown(seat.window, TurnPage)
    assert not page.picker.isEnabled()
    assert reason_sentence(Reason.NOT_AGREED) in seat.words()
    assert not page.remark.opening.isEnabled()
    before = seat.record
    press(seat.window, "1")
    press(seat.window, "M")
    press(seat.window, "Ctrl+Return")
    assert seat.record == before


def test_the_note_can_be_read_and_not_written(seat: Running) -> None:
    note = seat.note()
    type_into(note, "more")
    assert note.text() == NOTE
    assert note.sentence.text() == reason_sentence(Reason.NOT_AGREED)


def test_the_way_to_the_shared_screen_can_be_closed(qapp: QApplication, tmp_path: Path) -> None:
    furnish(DataFolder(tmp_path))
    gate = Gate({Action.SHOW_TOGETHER: Reason.NOT_AGREED})
    with running(qapp, tmp_path, MODEL_THAT_IS_NOT_THERE, gate=gate) as seated:
        seated.unlock()
        bar = shown(seated.window, SessionBar)
        assert not bar.together.isEnabled()
        assert reason_sentence(Reason.NOT_AGREED) in bar.together.toolTip()
        press(seated.window, "Ctrl+Shift+T")
        assert seated.screen == "desk"
