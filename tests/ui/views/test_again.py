from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.controllers.engine_client import EngineState
from app.controllers.permission import Action, Gate, Reason
from app.domain.changes import Spot, View
from app.engine.messages import DoneReason
from app.ui.sentences import reason_sentence
from app.ui.views.again import AgainView
from app.ui.views.again_overview import AgainOverview
from app.ui.views.again_start import AgainStart
from app.ui.views.arriving_round import ArrivingRound
from app.ui.views.whole_answer import WholeAnswer
from app.ui.widgets.reading_text import ReadingText
from tests.controllers.parts import OpenDesk
from tests.ui.views.furnished import ANSWERS, Standing, answer_all, at_foot, furnished, theme, words_on


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    with furnished(qtbot, tmp_path) as opened:
        yield opened


@pytest.fixture
def view(qtbot: QtBot, desk: OpenDesk) -> AgainView:
    desk.looking.show(View.AGAIN)
    made = AgainView(theme(shared=False), desk.looking)
    Standing(made, desk.looking)
    return made


def overview(view: AgainView) -> AgainOverview:
    assert isinstance(view.part, AgainOverview)
    return view.part


def whole(view: AgainView) -> WholeAnswer:
    assert isinstance(view.part, WholeAnswer)
    return view.part


def arriving(view: AgainView) -> ArrivingRound:
    assert isinstance(view.part, ArrivingRound)
    return view.part


def start(view: AgainView) -> AgainStart:
    assert isinstance(view.part, AgainStart)
    return view.part


def test_before_a_round_the_question_is_asked_as_often_as_chosen(desk: OpenDesk, view: AgainView) -> None:
    at_foot(view, "Ask 4 times")

    start(view).more.click()
    start(view).more.click()
    at_foot(view, "Ask 6 times").click()

    assert len(desk.engine.asked[-1].answers) == 6
    assert isinstance(view.part, ArrivingRound)


def test_the_choice_ends_at_three_and_at_eight_and_says_why(desk: OpenDesk, view: AgainView) -> None:
    start(view).fewer.click()
    assert not start(view).fewer.isEnabled()
    assert "fewest" in start(view).fewer.accessibleDescription()

    while start(view).more.isEnabled():
        start(view).more.click()

    assert start(view).times == 8
    assert "most" in start(view).more.accessibleDescription()


def test_what_stands_against_asking_is_said(desk: OpenDesk, view: AgainView) -> None:
    desk.engine.be(EngineState.LOADING)

    button = at_foot(view, "Ask 4 times")
    assert not button.isEnabled()
    assert "The model is getting ready. This takes a moment." in words_on(view)

    desk.engine.be(EngineState.READY)
    assert button.isEnabled()
    assert "The model is getting ready. This takes a moment." not in words_on(view)


def test_a_closed_gate_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with furnished(qtbot, tmp_path, Gate({Action.ASK_MODEL: Reason.NOT_AGREED})) as desk:
        desk.looking.show(View.AGAIN)
        view = AgainView(theme(shared=False), desk.looking)
        Standing(view, desk.looking)

        assert not at_foot(view, "Ask 4 times").isEnabled()
        assert reason_sentence(Reason.NOT_AGREED) in words_on(view)


def test_words_that_arrive_are_added_once_to_their_column(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(3)
    columns = list(arriving(view).answers.columns.values())

    desk.engine.say("Cancelling ", answer=1)
    desk.engine.say("plans ", answer=1)
    # The page may hold what has not been announced yet.
    view.show_page(desk.looking.page())
    desk.engine.say("is common.", answer=1)
    desk.qtbot.waitUntil(lambda: columns[1].text.whole_text().endswith("common."))

    assert columns[1].text.whole_text() == "Cancelling plans is common."
    assert columns[0].text.whole_text() == ""
    assert list(arriving(view).answers.columns.values()) == columns


def test_one_answer_or_all_can_be_stopped(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(3)
    request = desk.engine.asked[-1].id

    list(arriving(view).answers.columns.values())[1].stop.click()
    assert desk.engine.cancelled == [(request, 1)]

    at_foot(view, "Stop all").click()
    assert desk.engine.cancelled[1:] == [(request, 0), (request, 1), (request, 2)]


def test_how_far_the_question_is_read_is_shown_until_words_come(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(3)
    desk.engine.prefill_progressed.emit(desk.engine.asked[-1].id, 0.4)
    assert arriving(view).progress.isVisible()
    assert arriving(view).progress.value() == 40

    desk.engine.say("Cancelling", answer=2)

    assert not arriving(view).progress.isVisible()


def test_columns_that_have_no_room_are_reached_page_by_page(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(8)
    answers = arriving(view).answers
    room = answers.room_for()
    assert 1 < room < 8
    widths = {column.width() for column in answers.columns.values() if column.isVisible()}
    assert max(widths) - min(widths) <= 1

    seen = set()
    while True:
        seen |= {number for number, c in enumerate(answers.columns.values(), start=1) if c.isVisible()}
        if not answers.later.isEnabled():
            break
        answers.later.click()

    assert seen == set(range(1, 9))


def test_the_overview_shows_what_stays_and_what_changes(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(3)
    answer_all(desk, ANSWERS)

    stays, changes = overview(view).lists
    assert [row.text.whole_text() for row in stays.rows] == ["Cancelling plans is common."]
    assert stays.rows[0].count.text() == "in all 3"
    assert {row.text.whole_text() for row in changes.rows} == {
        "You are protecting your energy.",
        "You are afraid of being judged.",
        "Be kind to yourself about it.",
    }
    assert {row.count.text() for row in changes.rows} == {"in 1 of 3"}
    assert view.title() == "The same question, asked 3 times"
    assert "What stays the same is not always true." in words_on(view)
    assert not any("%" in words for words in words_on(view))


def test_what_was_said_once_is_folded_behind_what_several_say(desk: OpenDesk, view: AgainView) -> None:
    often = "Sleep can help a lot."
    once = ["Walk outside today.", "Write a list first.", "Phone one good friend.", "Rest before dinner."]
    desk.looking.ask_again(4)
    answer_all(desk, [f"{often} {once[0]}", f"{often} {once[1]}", once[2], once[3]])

    (changes,) = overview(view).lists
    assert [row.text.whole_text() for row in changes.rows] == [often]
    assert changes.unfold.words() == "… and 4 more said once"

    changes.unfold.click()

    assert {row.text.whole_text() for row in changes.rows[1:]} == set(once)
    assert not changes.unfold.isVisible()


def test_pressing_a_tile_reads_that_answer_and_leads_back_to_the_same_overview(
    desk: OpenDesk, view: AgainView
) -> None:
    desk.looking.ask_again(3)
    answer_all(desk, ANSWERS)
    shown = overview(view)

    shown.lists[0].rows[0].tiles.answer_pressed.emit(2)
    assert whole(view).text.whole_text() == ANSWERS[1]
    assert whole(view).where.text() == "Answer 2 of 3"

    whole(view).after.click()
    assert whole(view).text.whole_text() == ANSWERS[2]
    assert not whole(view).after.isEnabled()

    at_foot(view, "All answers").click()
    assert overview(view) is shown


def test_the_keyboard_leads_through_the_answers_and_back(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(3)
    answer_all(desk, ANSWERS)
    at_foot(view, "Read one answer").click()

    def press(key: Qt.Key) -> bool:
        return view.takes_key(QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))

    assert press(Qt.Key.Key_Right)
    assert whole(view).where.text() == "Answer 2 of 3"
    assert press(Qt.Key.Key_Left)
    assert whole(view).where.text() == "Answer 1 of 3"
    assert press(Qt.Key.Key_Escape)
    assert isinstance(view.part, AgainOverview)
    assert not press(Qt.Key.Key_Escape)


def test_an_answer_can_be_read_and_marked(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(3)
    answer_all(desk, ANSWERS)
    round_id = desk.looking.spot.round_id or ""
    desk.looking.show_part(2)

    at_foot(view, "Read and mark this one").click()

    assert desk.looking.spot == Spot(answer_id=desk.record.round(round_id)[1].id)


def test_a_stopped_answer_takes_part_with_what_had_arrived_and_says_so(
    desk: OpenDesk, view: AgainView
) -> None:
    desk.looking.ask_again(3)
    answer_all(desk, ANSWERS, {1: DoneReason.CANCELLED})

    assert overview(view).unfinished.text() == "Answer 2 was stopped."
    assert overview(view).lists[0].rows[0].tiles.said_in == (True, True, True)
    desk.looking.show_part(2)
    assert whole(view).state.text() == "Stopped here. What had arrived is kept."


def test_answers_without_words_are_no_statements(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(3)
    for answer in range(3):
        desk.engine.end(DoneReason.CANCELLED, answer=answer)

    assert overview(view).lists == []
    assert "Nothing arrived that can be read." in words_on(view)


def test_a_further_round_leaves_the_earlier_one_in_reach(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(3)
    answer_all(desk, ANSWERS)
    assert not view.rounds.isVisible()

    at_foot(view, "Ask again once more").click()
    start(view).fewer.click()
    at_foot(view, "Ask 3 times").click()
    answer_all(desk, ["Rain falls.", "Rain falls.", "Rain falls."])

    assert [tab.text() for tab in view.rounds.tabs] == ["Round 1", "Round 2"]
    assert overview(view).lists[0].rows[0].text.whole_text() == "Rain falls."
    view.rounds.tabs[0].click()
    assert overview(view).lists[0].rows[0].text.whole_text() == "Cancelling plans is common."


def test_thinking_of_a_further_round_leads_back(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(3)
    answer_all(desk, ANSWERS)

    at_foot(view, "Ask again once more").click()
    at_foot(view, "Back to the answers").click()

    assert isinstance(view.part, AgainOverview)


def test_a_round_that_is_taken_back_leaves_the_view_as_before(desk: OpenDesk, view: AgainView) -> None:
    first = desk.looking.answer()
    assert first is not None
    desk.looking.ask_again(3)
    desk.looking.go(Spot(View.AGAIN, answer_id=first.id))
    answer_all(desk, ANSWERS)

    desk.room.undo()
    assert isinstance(view.part, AgainStart)
    desk.room.redo()
    assert isinstance(view.part, AgainOverview)


def test_the_foot_goes_on_to_other_views(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(3)
    answer_all(desk, ANSWERS)

    at_foot(view, "Ask differently").click()
    assert desk.looking.spot.view == View.DIFFERENTLY
    desk.looking.show(View.AGAIN)
    at_foot(view, "Keep something").click()
    assert desk.looking.spot.view == View.KEEP


def test_the_foot_has_new_buttons_only_where_it_changes(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(3)
    foot = view.foot()
    desk.engine.say("Cancelling", answer=0)
    view.show_page(desk.looking.page())
    assert view.foot() == foot

    answer_all(desk, ANSWERS)
    assert not set(view.foot()) & set(foot)


def test_the_shared_screen_leaves_hidden_statements_out(qtbot: QtBot, desk: OpenDesk) -> None:
    desk.looking.ask_again(3)
    answer_all(desk, ANSWERS)
    record = desk.record
    answers = record.round(desk.looking.spot.round_id or "")
    for answer in answers:
        desk.looking.reading.set_hidden(record.statements_of(answer.id)[0].id, hidden=True)
    desk.shared.go(desk.looking.spot)

    view = AgainView(theme(shared=True), desk.shared)
    Standing(view, desk.shared)

    shown = {text.whole_text() for text in view.findChildren(ReadingText)}
    assert "Cancelling plans is common." not in shown
    assert "You are afraid of being judged." in shown


def test_the_keyboard_enters_at_the_first_tiles_and_presses_them(desk: OpenDesk, view: AgainView) -> None:
    desk.looking.ask_again(3)
    answer_all(desk, ANSWERS)
    tiles = view.focus_entry()

    QTest.keyClick(tiles, Qt.Key.Key_End)
    QTest.keyClick(tiles, Qt.Key.Key_Return)

    assert whole(view).where.text() == "Answer 3 of 3"


def test_the_keyboard_goes_along_from_part_to_part(desk: OpenDesk, view: AgainView) -> None:
    start(view).more.setFocus()
    assert view.focusWidget() is start(view).more

    desk.looking.ask_again(3)
    assert view.focusWidget() is next(iter(arriving(view).answers.columns.values())).stop

    answer_all(desk, ANSWERS)
    rows = [row for each in overview(view).lists for row in each.rows]
    assert view.focusWidget() is rows[0].tiles

    rows[1].tiles.setFocus()
    desk.looking.show_part(1)
    assert whole(view).isAncestorOf(view.focusWidget())

    desk.looking.show_part(0)
    assert view.focusWidget() is rows[1].tiles
