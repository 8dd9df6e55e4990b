"""A number or an address that nobody verified is said to be so in words, wherever it is shown and heard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.domain.answer import PhrasingKind
from app.domain.changes import Spot, View
from app.engine.messages import Chance, DoneReason
from app.explore.phrasings import Phrasing
from app.tour.driver import bring_to_front, settle, wait_until
from app.ui.statement_model import StatementModel
from app.ui.together import TogetherScreen
from app.ui.views.revealed_row import RevealedRow
from app.ui.views.statement_choice import StatementChoice
from app.ui.views.take_away_row import TakeAwayRow
from tests.controllers.parts import OpenDesk
from tests.ui.views.furnished import furnished, theme

NUMBER = "Call +62 812 5550 1234 at any hour."
CALM = "Rain falls."
SAYS_SO = "Number or address not verified"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    with furnished(qtbot, tmp_path) as opened:
        yield opened


@pytest.fixture
def shared(desk: OpenDesk) -> Iterator[QWidget]:
    """The shared screen."""
    window = QWidget()
    window.resize(1280, 720)
    column = QVBoxLayout(window)
    column.addWidget(TogetherScreen(theme(shared=True), desk.together))
    bring_to_front(window)
    yield window
    window.hide()
    delete(window)


def times_said(shared: QWidget) -> int:
    """How often it can be seen."""
    settle()
    return sum(1 for label in shared.findChildren(QLabel) if label.isVisible() and label.text() == SAYS_SO)


def looked_through(desk: OpenDesk) -> None:
    noticing = desk.desk.noticing
    wait_until(lambda: all(map(noticing.is_looked_through, desk.record.answers)), "all was looked through")
    settle()


def bring(desk: OpenDesk, text: str) -> Spot:
    answer_id, _ = desk.bring(text, "Who helps?")
    looked_through(desk)
    return Spot(answer_id=answer_id)


@pytest.mark.parametrize(("text", "said"), [(NUMBER, 1), (CALM, 0)])
def test_it_stands_below_the_statement_of_a_turn(
    desk: OpenDesk, shared: QWidget, text: str, said: int
) -> None:
    desk.shared.go(bring(desk, text))
    assert times_said(shared) == said


def test_it_stands_below_each_statement_that_lies_open_and_is_heard_with_it(
    desk: OpenDesk, shared: QWidget
) -> None:
    spot = bring(desk, f"{CALM} {NUMBER}")
    desk.looking.reading.reveal(spot.answer_id or "")
    desk.shared.go(Spot(View.REVEALED, spot.answer_id))
    assert times_said(shared) == 1
    heard = [row.accessibleName() for row in shared.findChildren(RevealedRow)]
    assert [SAYS_SO in words for words in heard] == [False, True]


def test_it_comes_with_its_statement_while_an_answer_arrives(desk: OpenDesk, shared: QWidget) -> None:
    desk.looking.ask_once_more()
    desk.shared.go(desk.looking.spot)
    desk.engine.say(f"{CALM} {NUMBER} ")
    desk.engine.say("It is wet. And")
    wait_until(lambda: times_said(shared) == 1, "the statement is there")
    desk.engine.end(DoneReason.STOP)


def test_it_stands_in_each_of_several_answers_that_has_one(desk: OpenDesk, shared: QWidget) -> None:
    first = desk.looking.spot.answer_id
    desk.looking.ask_again(3)
    desk.shared.go(desk.looking.spot)
    for number, text in enumerate((NUMBER, CALM, CALM)):
        desk.engine.say(text, answer=number)
        desk.engine.end(DoneReason.STOP, answer=number)
    looked_through(desk)
    assert times_said(shared) == 1, "in the overview, below what one of them says"
    for part, said in ((1, 1), (2, 0)):
        desk.shared.go(Spot(View.AGAIN, first, part=part))
        assert times_said(shared) == said

    desk.looking.go(Spot(answer_id=first))
    desk.looking.ask_differently(
        (Phrasing(PhrasingKind.AS_ASKED, "Who?"), Phrasing(PhrasingKind.FRIEND, "A friend asks who."))
    )
    desk.shared.go(desk.looking.spot)
    for number, text in enumerate((NUMBER, CALM)):
        desk.engine.say(text, answer=number)
        desk.engine.end(DoneReason.STOP, answer=number)
    looked_through(desk)
    assert times_said(shared) == 1


def test_it_stands_below_what_was_said_through_a_lens(desk: OpenDesk, shared: QWidget) -> None:
    desk.looking.look_through("missing", at_statement=False)
    desk.shared.go(desk.looking.spot)
    desk.engine.say(NUMBER)
    desk.engine.end(DoneReason.STOP)
    looked_through(desk)
    assert times_said(shared) == 1


def test_it_stands_below_the_statement_that_a_lens_is_about(desk: OpenDesk, shared: QWidget) -> None:
    spot = bring(desk, f"{CALM} {NUMBER}")
    _, number = desk.record.statements_of(spot.answer_id or "")
    desk.shared.go(Spot(View.LENS, spot.answer_id, number.id))
    assert times_said(shared) == 1, "where the lens is chosen"
    desk.looking.go(Spot(View.LENS, spot.answer_id, number.id))
    desk.looking.look_through("missing", at_statement=True)
    desk.shared.go(desk.looking.spot)
    desk.engine.say(CALM)
    desk.engine.end(DoneReason.STOP)
    looked_through(desk)
    assert times_said(shared) == 1, "above what was said through it"


def test_it_stands_where_a_statement_leads_to_a_take_away(desk: OpenDesk, shared: QWidget) -> None:
    spot = bring(desk, f"{CALM} {NUMBER}")
    calm, number = desk.record.statements_of(spot.answer_id or "")
    for statement in (calm, number):
        desk.shared.go(Spot(View.KEEP, spot.answer_id, statement.id))
        desk.shared.keep(f"What I take from {statement.id}.")
    assert times_said(shared) == 1, "below the statement that is looked at"
    rows = [row.led_to_it.text() for row in shared.findChildren(TakeAwayRow)]
    assert [SAYS_SO in words for words in rows] == [False, True]


def test_it_stands_below_an_answer_word_by_word(desk: OpenDesk, shared: QWidget) -> None:
    desk.looking.ask_once_more()
    spot = desk.looking.spot
    desk.engine.say(NUMBER, chances=(Chance(len(NUMBER), -0.1, ()),))
    desk.engine.end(DoneReason.STOP)
    looked_through(desk)
    desk.shared.go(Spot(View.WORDS, spot.answer_id))
    assert times_said(shared) == 1


def test_it_is_heard_where_a_statement_is_chosen_for_the_page(desk: OpenDesk, shared: QWidget) -> None:
    desk.shared.go(Spot(View.PAGE, bring(desk, f"{CALM} {NUMBER}").answer_id))
    settle()
    (choice,) = shared.findChildren(StatementChoice)
    heard = [str(choice.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(2)]
    assert [SAYS_SO in words for words in heard] == [False, True]


def test_it_is_said_of_the_statement_in_the_list_at_the_desk(desk: OpenDesk) -> None:
    spot = bring(desk, f"{CALM} {NUMBER}")
    model = StatementModel(desk.room, desk.desk.noticing, spot.answer_id or "", desk.room)
    heard = [str(model.index(row).data(Qt.ItemDataRole.AccessibleDescriptionRole)) for row in range(2)]
    assert [SAYS_SO in words for words in heard] == [False, True]
