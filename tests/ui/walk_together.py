"""The walk through the shared screen: turns, revealing, the way back, and a second display."""

from app.controllers.practice import PracticeState
from app.controllers.settings import Distance
from app.domain.changes import Screen, View
from app.domain.mark import Fit
from app.tour.driver import click, settle, wait_until
from app.ui.handover import HandoverScreen
from app.ui.shared.arriving import ArrivingPage
from app.ui.shared.covered import CoveredPage
from app.ui.shared.turn import TurnPage
from app.ui.views.revealed import RevealedView
from tests.ui.walk import OWN_WORDS, PASSPHRASE, Visit
from tests.ui.walk_desk import choose_pin


def turns(visit: Visit) -> None:
    """Each voice's turn, own words, covering, and nothing to look at."""
    together = visit.desk.together
    together.show()
    visit.look("together: a turn")
    page = visit.shown(TurnPage)
    page.picker.choose(Fit.PARTLY)
    click(page.remark.opening)
    for words in ("ω" * 3_000, OWN_WORDS):
        page.remark.field.input.setPlainText(words)
        visit.look("together: own words")
    together.looking.step(9)
    visit.look("together: the last statement")
    together.looking.hand_on()
    visit.look("together: the other turn")
    together.set_covered(True)
    settle()
    visit.shown(CoveredPage)
    visit.look("together: covered")
    together.set_covered(False)
    visit.back_to_the_desk()
    answer_id = visit.chosen.id
    visit.desk.room.choose_answer(None)
    together.show()
    settle()
    visit.shown(ArrivingPage)
    visit.look("together: nothing")
    visit.back_to_the_desk()
    visit.desk.room.choose_answer(answer_id)


def reveal(visit: Visit) -> None:
    """All marks side by side, at every distance, and marks that were changed afterwards."""
    room = visit.desk.room
    visit.desk.together.show()
    settle()
    visit.shown(TurnPage).show_revealed()
    visit.look("revealed: just now")
    visit.back_to_the_desk()
    visit.look("revealed")
    first = visit.record.statements_of(visit.chosen.id)[0]
    for voice, fit in zip(room.voices(), (Fit.NOT_SURE, None), strict=True):
        room.set_fit(first.id, voice.id, fit)
    visit.shown(RevealedView)
    visit.look_at_both_sides("revealed: changed since")
    visit.running.settings.set_distance(Distance.ACROSS_THE_ROOM)
    visit.look_at_both_sides("revealed: across the room")
    visit.running.settings.set_distance(Distance.SIDE_BY_SIDE)
    visit.show(View.READ)
    visit.look_at_both_sides("reading: revealed")


def way_back(visit: Visit) -> None:
    """A PIN that is wrong too often, and then the passphrase, wrong and right."""
    choose_pin(visit, "123456")
    visit.desk.room.show_screen(Screen.SESSION)
    visit.desk.together.show()
    visit.desk.together.ask_to_return()
    settle()
    visit.look("turn the screen: a PIN")
    for number in range(5):
        _try(visit, f"{number}000")
        visit.look("turn the screen: a wrong PIN")
    _try(visit, OWN_WORDS)
    visit.look("turn the screen: a wrong passphrase")
    screen = visit.shown(HandoverScreen)
    assert screen.field is not None
    screen.field.input.setText(PASSPHRASE)
    click(screen.open_desk)
    visit.look("turn the screen: checking")
    wait_until(lambda: visit.window.screen_name == "desk", "the desk is back")
    visit.desk.returning.choose_nothing()


def second_display(visit: Visit) -> None:
    """The shared screen in a window of its own: shown, covered, blank, closed."""
    visit.walk.has_second_display = True
    visit.desk.together.show()
    settle()
    assert visit.window.second_display.shows
    visit.look("second display")
    visit.desk.together.set_covered(True)
    visit.look("second display: covered")
    visit.desk.together.set_covered(False)
    visit.running.practice.lock()
    visit.look("second display: blank")
    wait_until(lambda: visit.running.practice.state is PracticeState.LOCKED, "the vault is shut")
    visit.unlock()
    visit.look("second display: nothing is shown")
    visit.window.second_display.close()
    visit.walk.has_second_display = False


def _try(visit: Visit, typed: str) -> None:
    screen = visit.shown(HandoverScreen)
    assert screen.field is not None
    screen.field.input.setText(typed)
    refused: list[object] = []
    visit.desk.returning.refused.connect(refused.append)
    click(screen.open_desk)
    wait_until(lambda: bool(refused), "what was typed is refused")
    visit.desk.returning.refused.disconnect(refused.append)
    settle()
