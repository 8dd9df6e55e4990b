"""Looking through a lens: the choice, the text as it arrives, and what was said before."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from app.controllers.engine_client import EngineState
from app.controllers.permission import Action, Gate, Reason
from app.domain.changes import Spot, View
from app.domain.shared import SharedLenses, SharedQuote
from app.engine.messages import DoneReason
from app.ui.sentences import reason_sentence
from app.ui.views.lens import LensView
from app.ui.views.lens_choice import LensChoice
from app.ui.views.lens_result import LensResult
from app.ui.words import state_words
from tests.controllers.parts import OpenDesk
from tests.ui.views.furnished import Standing, furnished, theme, words_on

LONG = "Rain falls. It is wet. Umbrellas help."


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    with furnished(qtbot, tmp_path) as opened:
        opened.bring(LONG)
        yield opened


def look(desk: OpenDesk, *, shared: bool = False, statement: bool = True) -> LensView:
    looking = desk.shared if shared else desk.looking
    spot = desk.looking.spot
    looking.go(Spot(View.LENS, spot.answer_id, spot.statement_id if statement else None))
    view = LensView(theme(shared=shared), looking)
    Standing(view, looking)
    return view


def choice(view: LensView) -> LensChoice:
    assert isinstance(view.part, LensChoice)
    return view.part


def result(view: LensView) -> LensResult:
    assert isinstance(view.part, LensResult)
    return view.part


def asked(desk: OpenDesk) -> str:
    """What the model was asked last."""
    return desk.engine.asked[-1].answers[0].messages[-1].text


def say(desk: OpenDesk, view: LensView, lens: str, text: str) -> None:
    choice(view).lenses[lens].click()
    desk.engine.say(text)
    desk.engine.end(DoneReason.STOP)


def test_the_six_lenses_are_offered_by_name_and_purpose(desk: OpenDesk) -> None:
    cards = choice(look(desk)).lenses.values()
    lenses = desk.looking.prompts().lenses
    assert [card.words() for card in cards] == [lens.name for lens in lenses]
    assert [card.accessibleDescription() for card in cards] == [lens.purpose for lens in lenses]
    assert len(lenses) == 6


def test_a_text_arrives_labelled_as_ai_text_and_is_whole_at_the_end(desk: OpenDesk) -> None:
    view = look(desk)
    choice(view).lenses["missing"].click()
    assert view.foot() == (view.others, view.stop)
    assert not result(view).progress.isHidden()
    desk.engine.say("What your ")
    desk.engine.say("sister thinks.")
    desk.qtbot.waitUntil(lambda: result(view).text.whole_text() == "What your sister thinks.")
    assert result(view).progress.isHidden()
    assert "AI text" in words_on(view)
    desk.engine.end(DoneReason.STOP)
    assert result(view).text.whole_text() == "What your sister thinks."
    assert result(view).text.accessibleName() == "AI text: What your sister thinks."
    assert view.foot() == (view.others, view.once_more)
    assert view.title() == desk.looking.prompts().lens("missing").name


def test_how_much_the_model_has_read_is_shown_until_it_speaks(desk: OpenDesk) -> None:
    view = look(desk)
    choice(view).lenses["missing"].click()
    desk.asking.reading_progressed.emit(0.4)
    assert result(view).progress.value() == 40


def test_the_statement_alone_can_be_looked_at(desk: OpenDesk) -> None:
    view = look(desk)
    assert choice(view).about_text.whole_text() == "Rain falls."
    choice(view).what.cells["statement"].click()
    choice(view).lenses["missing"].click()
    assert "“Rain falls.”" in asked(desk)
    assert result(view).about_text.whole_text() == "Rain falls."
    desk.engine.end(DoneReason.STOP)


def test_without_a_chosen_statement_the_whole_answer_is_looked_at(desk: OpenDesk) -> None:
    view = look(desk, statement=False)
    assert choice(view).what.isHidden()
    choice(view).lenses["missing"].click()
    assert "“Rain falls.”" not in asked(desk)
    desk.engine.end(DoneReason.STOP)
    assert result(view).about.text() == "About the whole answer"


def test_stopping_keeps_what_had_arrived_and_says_so(desk: OpenDesk) -> None:
    view = look(desk)
    choice(view).lenses["missing"].click()
    desk.engine.say("What your ")
    view.stop.click()
    assert len(desk.engine.cancelled) == 1
    desk.engine.end(DoneReason.CANCELLED)
    assert result(view).text.whole_text().strip() == "What your"
    page_state = desk.record.answers[-1].state
    assert state_words(page_state) in result(view).ended.text()
    assert state_words(page_state) != ""


@pytest.mark.parametrize("shared", [False, True])
def test_escape_stops_at_the_desk_and_is_left_to_the_shared_screen(desk: OpenDesk, shared: bool) -> None:
    view = look(desk, shared=shared)
    choice(view).lenses["missing"].click()
    key = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert view.takes_key(key) is not shared
    assert len(desk.engine.cancelled) == (0 if shared else 1)
    desk.engine.end(DoneReason.CANCELLED)


def test_asking_once_more_asks_the_same_of_the_same(desk: OpenDesk) -> None:
    view = look(desk)
    choice(view).what.cells["statement"].click()
    say(desk, view, "missing", "One.")
    first = asked(desk)
    view.once_more.click()
    desk.engine.say("Two.")
    desk.engine.end(DoneReason.STOP)
    assert asked(desk) == first
    assert result(view).text.whole_text() == "Two."


def test_what_was_said_before_can_be_looked_at_again(desk: OpenDesk) -> None:
    view = look(desk)
    say(desk, view, "missing", "One.")
    view.others.click()
    choice(view).what.cells["statement"].click()
    say(desk, view, "evidence", "Two.")
    view.others.click()
    names = [button.words() for button in choice(view).earlier]
    assert names == ["What is missing: the whole answer", "Evidence: AI text “Rain falls.”"]
    choice(view).earlier[0].click()
    assert result(view).text.whole_text() == "One."


def test_what_was_said_about_a_hidden_statement_is_not_on_the_shared_screen(desk: OpenDesk) -> None:
    view = look(desk)
    choice(view).what.cells["statement"].click()
    say(desk, view, "missing", "Secret about rain.")
    spot = desk.looking.spot
    desk.together.show()
    desk.looking.reading.set_hidden(spot.statement_id or "", True)
    desk.shared.go(spot)
    page = desk.shared.page()
    assert page == SharedLenses(SharedQuote(), ())
    assert result(view).text.whole_text() == "Secret about rain."


def test_a_statement_that_was_divided_since_is_not_asked_about_again(desk: OpenDesk) -> None:
    view = look(desk)
    choice(view).what.cells["statement"].click()
    say(desk, view, "missing", "One.")
    ids = [s.id for s in desk.record.statements_of(desk.looking.spot.answer_id or "")]
    lens = desk.looking.spot.lens_id
    desk.looking.reading.join(ids[0])
    desk.looking.go(replace(desk.looking.spot, view=View.LENS, lens_id=lens))
    assert result(view).about.text() == "About a statement that has been joined or divided since"
    assert not view.once_more.isEnabled()


def test_a_shortened_answer_is_told(desk: OpenDesk) -> None:
    desk.bring("Rain falls and falls. " * 400)
    view = look(desk)
    say(desk, view, "missing", "One.")
    assert "only the beginning" in result(view).ended.text()


@pytest.mark.parametrize("state", [EngineState.LOADING, EngineState.OFF])
def test_without_a_model_the_choice_says_why_and_offers_cards(desk: OpenDesk, state: EngineState) -> None:
    desk.engine.be(state)
    view = look(desk)
    assert choice(view).why_not.text() != ""
    assert not any(card.isEnabled() for card in choice(view).lenses.values())
    assert view.focus_entry() is choice(view).cards
    choice(view).cards.click()
    assert desk.looking.spot.view == View.CARDS
    desk.engine.be(EngineState.READY)


def test_a_closed_gate_says_its_reason(qtbot: QtBot, tmp_path: Path) -> None:
    gate = Gate({Action.ASK_MODEL: Reason.PLACE_OF_PRACTICE})
    with furnished(qtbot, tmp_path, gate) as desk:
        view = look(desk)
        assert choice(view).why_not.text() == reason_sentence(Reason.PLACE_OF_PRACTICE)
