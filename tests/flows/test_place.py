"""Where this is practised, in the whole program: asked once, closing what it closes everywhere, and changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.controllers.practice import PracticeState
from app.domain.answer import Answer, AnswerState, MadeHere, Settings, Statement
from app.domain.changes import AddAnswer, Change, Screen, SetPlaceOfPractice, View
from app.explore.statements import SPLITTER, split
from app.paths import DataFolder
from app.store.vault import Vault
from app.tour.driver import click, press, settle, shown, type_into, wait_until
from app.ui.answer_head import AnswerHead
from app.ui.bring_pane import BringPane
from app.ui.place_screen import PlaceScreen
from app.ui.session_bar import SessionBar
from app.ui.session_centre import SessionCentre
from app.ui.settings_page import SettingsPage
from app.ui.shared.arriving import ArrivingPage
from app.ui.shared.covered import CoveredPage
from app.ui.shared.exploring import ViewPage
from app.ui.shared.turn import TurnPage
from app.ui.stepper import StepName
from app.ui.unlock import UnlockScreen
from app.ui.view_frame import ViewFrame
from app.ui.views.again import AgainView
from app.ui.views.differently import DifferentlyView
from app.ui.views.lens import LensView
from app.ui.views.lens_choice import LensChoice
from app.ui.views.lines import LinesView
from tests.flows.hands import CHEAP, PASSPHRASE, START, Running, running, story
from tests.flows.played import MODEL_THAT_IS_NOT_THERE

MADE = "Made here. It is one of two."
CLOSED = (
    "Closed where you practise: Documents only (Illinois, Nevada, Maine). Reading, marking and notes stay open. "
    "Settings has the way to change the place."
)


def made_here() -> AddAnswer:
    """A second answer to the question, which a model on this computer gave."""
    settings = Settings(0.7, 40, 0.9, 100, 2048)
    origin = MadeHere("Small", "0" * 64, settings, seed=1, prompt_version="1", threads=2)
    answer = Answer("made", "exploration", 1, MADE, AnswerState.WHOLE, origin, START)
    spans = enumerate(split(MADE))
    return AddAnswer(answer, tuple(Statement(f"made-{i}", "made", i, *s, SPLITTER) for i, s in spans))


@contextmanager
def seated(qapp: QApplication, folder: Path, place: str) -> Iterator[Running]:
    """The program over a vault that is practised in there, or in no place yet; not unlocked."""
    changes: list[Change] = [*story(), made_here()]
    changes = [change for change in changes if not isinstance(change, SetPlaceOfPractice)]
    data = DataFolder(folder)
    data.create()
    with Vault.create(data.vault, PASSPHRASE, "Dr Rahma", CHEAP) as vault:
        vault.apply([*changes, SetPlaceOfPractice(place)])
    with running(qapp, folder, MODEL_THAT_IS_NOT_THERE) as seat:
        yield seat


@pytest.fixture
def closed(qapp: QApplication, tmp_path: Path) -> Iterator[Running]:
    with seated(qapp, tmp_path, "documents_only") as seat:
        seat.unlock()
        yield seat


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path) -> Iterator[Running]:
    with seated(qapp, tmp_path, "indonesia") as opened:
        opened.unlock()
        yield opened


def test_it_is_asked_once_before_the_desk_and_not_again(qapp: QApplication, tmp_path: Path) -> None:
    with seated(qapp, tmp_path, "") as seat:
        door = shown(seat.window, UnlockScreen)
        type_into(door.passphrase, PASSPHRASE)
        click(door.button)
        wait_until(lambda: seat.program.practice.state is PracticeState.OPEN, "the vault is open")
        settle()
        assert seat.screen == "place"
        for keys in ("Ctrl+Shift+T", "F9", "F8", "Escape"):
            press(seat.window, keys)
            assert seat.screen == "place"
        screen = shown(seat.window, PlaceScreen)
        click(screen.choice.rows["indonesia"].button)
        click(screen.go_on)
        assert seat.screen == "desk"
        seat.lock()
        seat.unlock()
        assert seat.screen == "desk"
        assert seat.desk.lines.place_id == "indonesia"


def test_where_the_model_may_not_be_asked_what_was_brought_is_the_open_way(closed: Running) -> None:
    closed.desk.room.choose_answer(None)
    settle()
    pane = shown(closed.window, BringPane)
    assert pane.ways.currentIndex() == 1
    assert pane.brings.bring.isEnabled()
    pane.show_way(0)
    pane.question.set_text("Why?")
    settle()
    assert not pane.ask.isEnabled()
    assert CLOSED in closed.words()
    before = closed.record
    press(closed.window, "Ctrl+Return")
    assert closed.record == before


def test_every_way_to_ask_about_an_answer_is_closed_with_the_place_in_words(closed: Running) -> None:
    before = closed.record
    assert closed.pane.again.toolTip().endswith(CLOSED)
    for view, kind in ((View.AGAIN, AgainView), (View.DIFFERENTLY, DifferentlyView), (View.LENS, LensView)):
        closed.look_at(view)
        shown(closed.window, kind)
        assert CLOSED in closed.words()
        asking = [
            button for button in shown(closed.window, ViewFrame).foot() if button.toolTip().endswith(CLOSED)
        ]
        assert asking or view == View.LENS
        assert not any(button.isEnabled() for button in asking)
        press(closed.window, "Ctrl+Return")
    lenses = shown(closed.window, LensChoice).lenses.values()
    assert lenses
    assert not any(card.isEnabled() for card in lenses)
    assert closed.record == before


def test_what_was_made_here_stays_at_the_desk_and_says_so(closed: Running) -> None:
    bar = shown(closed.window, SessionBar)
    assert bar.together.isEnabled()
    assert CLOSED not in closed.words()
    closed.desk.room.choose_answer("made")
    settle()
    assert not bar.together.isEnabled()
    assert bar.together.toolTip().endswith(CLOSED)
    assert shown(closed.window, AnswerHead).not_shown.isVisible()
    assert CLOSED in closed.words()
    press(closed.window, "Ctrl+Shift+T")
    assert closed.screen == "desk"
    closed.look_at(View.WORDS)
    press(closed.window, "F9")
    press(closed.window, "F9")
    assert closed.screen == "together"
    assert MADE.split(".", maxsplit=1)[0] not in " ".join(closed.words())
    shown(closed.window, ArrivingPage)


def test_what_the_client_brought_is_marked_and_shown_as_everywhere(closed: Running) -> None:
    press(closed.window, "Ctrl+Shift+T")
    shown(closed.window, TurnPage)
    press(closed.window, "1")
    assert closed.record.mark("statement-0", "voice-maya").fit is not None


def test_another_place_in_the_settings_opens_and_closes_at_once(closed: Running) -> None:
    closed.desk.room.show_screen(Screen.SETTINGS)
    settle()
    place = shown(closed.window, SettingsPage).place
    click(place.look)
    click(place.choice.rows["uk"].button)
    click(place.take)
    page = shown(closed.window, SettingsPage)
    assert page.place.said.isVisible()
    assert page.place.look.hasFocus()
    seen = page.place.visibleRegion().boundingRect()
    assert seen.contains(page.place.said.geometry())
    closed.desk.room.show_screen(Screen.SESSION)
    closed.desk.room.choose_answer("made")
    settle()
    assert shown(closed.window, SessionBar).together.isEnabled()
    press(closed.window, "Ctrl+Shift+T")
    assert closed.screen == "together"
    shown(closed.window, TurnPage)


@pytest.mark.parametrize("begun", [True, False])
def test_the_lines_are_one_key_away_at_the_desk_and_the_key_leads_back(seat: Running, begun: bool) -> None:
    if not begun:
        seat.desk.room.choose_answer(None)
        settle()
    before = type(shown(seat.window, SessionCentre).pane)
    bar = shown(seat.window, SessionBar)
    for lead_back in ("F8", "Escape"):
        press(seat.window, "F8")
        view = shown(seat.window, LinesView)
        assert view.isAncestorOf(seat.window.focusWidget()) or view.hasFocus()
        steps = shown(seat.window, SessionCentre).stepper.buttons
        assert set(steps) == set(StepName)
        assert not any(step.isChecked() for step in steps.values())
        press(seat.window, lead_back)
        assert type(shown(seat.window, SessionCentre).pane) is before
    click(bar.lines)
    click(shown(seat.window, ViewFrame).back)
    assert type(shown(seat.window, SessionCentre).pane) is before


def test_on_the_shared_screen_the_key_brings_the_lines_and_a_button_leads_back(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    names = [line.name for line in seat.desk.lines.page().lines]
    press(seat.window, "F8")
    page = shown(seat.window, ViewPage)
    cards = shown(seat.window, LinesView).cards
    assert all(card.accessibleName().startswith(name) for card, name in zip(cards, names, strict=True))
    click(page.back)
    shown(seat.window, TurnPage)
    press(seat.window, "F9")
    press(seat.window, "F8")
    shown(seat.window, CoveredPage)
    press(seat.window, "F9")
    shown(seat.window, TurnPage)


@pytest.mark.parametrize("screen", [Screen.HOME, Screen.VAULT, Screen.SETTINGS])
def test_elsewhere_at_the_desk_the_key_leads_to_where_the_lines_are_kept(
    seat: Running, screen: Screen
) -> None:
    seat.desk.room.show_screen(screen)
    settle()
    press(seat.window, "F8")
    page = shown(seat.window, SettingsPage)
    assert page.lines.isAncestorOf(seat.window.focusWidget())
    assert not page.lines.places.visibleRegion().isEmpty()


def test_half_a_contact_is_there_again_after_locking(seat: Running) -> None:
    press(seat.window, "Ctrl+4")
    lines = shown(seat.window, SettingsPage).lines
    click(lines.add)
    assert lines.editor is not None
    type_into(lines.editor.name, "Dr Yus")
    seat.lock()
    seat.unlock()
    editor = shown(seat.window, SettingsPage).lines.editor
    assert editor is not None
    assert editor.name.text() == "Dr Yus"
