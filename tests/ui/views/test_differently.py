from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.answer import AskedDifferently, PhrasingKind
from app.domain.changes import View
from app.domain.text import QUESTION_MAX_CHARS
from app.engine.messages import DoneReason
from app.ui.views.answer_column import AnswerColumn
from app.ui.views.arriving_round import ArrivingRound
from app.ui.views.differently import Differences, DifferentlyView
from app.ui.views.phrasing_editor import PhrasingEditor
from app.ui.widgets.marked_text import SOLID
from tests.controllers.parts import OpenDesk
from tests.ui.views.furnished import (
    QUESTION,
    Standing,
    answer_all,
    at_foot,
    furnished,
    theme,
    words_on,
)

_AGREES = "Yes, that is so. You cancel because you are tired. Sleep more."
_ALSO = "No, that is not so. You cancel because you are tired. Walk more."


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    with furnished(qtbot, tmp_path) as opened:
        yield opened


@pytest.fixture
def view(qtbot: QtBot, desk: OpenDesk) -> DifferentlyView:
    return new_view(qtbot, desk)


def new_view(qtbot: QtBot, desk: OpenDesk, *, shared: bool = False) -> DifferentlyView:
    looking = desk.shared if shared else desk.looking
    looking.show(View.DIFFERENTLY)
    made = DifferentlyView(theme(shared=shared), looking)
    Standing(made, looking)
    return made


def editor(view: DifferentlyView) -> PhrasingEditor:
    assert isinstance(view.part, PhrasingEditor)
    return view.part


def differences(view: DifferentlyView) -> Differences:
    assert isinstance(view.part, Differences)
    return view.part


def columns(view: DifferentlyView) -> list[AnswerColumn]:
    return list(differences(view).columns.columns.values())


def test_the_wordings_are_prepared_and_three_of_them_are_chosen(view: DifferentlyView) -> None:
    rows = editor(view).rows

    assert list(rows) == list(PhrasingKind)
    assert rows[PhrasingKind.AS_ASKED].area.text() == QUESTION
    assert QUESTION in rows[PhrasingKind.FRIEND].area.text()
    chosen = {kind for kind, row in rows.items() if row.box.isChecked()}
    assert chosen == {PhrasingKind.AS_ASKED, PhrasingKind.OPPOSITE, PhrasingKind.FRIEND}
    assert at_foot(view, "Ask these 3").isEnabled()


def test_what_is_chosen_is_asked_in_the_words_that_stand_there(desk: OpenDesk, view: DifferentlyView) -> None:
    rows = editor(view).rows
    rows[PhrasingKind.OPPOSITE].area.set_text("Is it good to cancel?")
    rows[PhrasingKind.FRIEND].box.click()
    at_foot(view, "Ask these 2").click()

    assert isinstance(view.part, ArrivingRound)
    asked = [answer.request for answer in desk.record.round(desk.looking.spot.round_id or "")]
    assert [
        (request.phrasing, request.question) for request in asked if isinstance(request, AskedDifferently)
    ] == [
        (PhrasingKind.AS_ASKED, QUESTION),
        (PhrasingKind.OPPOSITE, "Is it good to cancel?"),
    ]


def test_what_the_ai_did_not_know_goes_into_its_wording_and_is_then_asked(view: DifferentlyView) -> None:
    row = editor(view).rows[PhrasingKind.CONTEXT]
    assert not row.box.isChecked()
    assert not row.area.isVisible()

    editor(view).added.set_text("I have been ill since March.")

    assert row.box.isChecked()
    assert "I have been ill since March." in row.area.text()
    assert QUESTION in row.area.text()
    at_foot(view, "Ask these 4")

    editor(view).added.set_text("")
    assert not row.box.isChecked()


def test_a_wording_with_context_that_somebody_changed_is_not_written_over(view: DifferentlyView) -> None:
    row = editor(view).rows[PhrasingKind.CONTEXT]
    editor(view).added.set_text("I have been ill")
    row.area.set_text("I have been ill, and nobody knows. Am I pushing them away?")
    editor(view).added.set_text("I have been ill since March.")
    assert row.area.text() == "I have been ill, and nobody knows. Am I pushing them away?"
    assert row.box.isChecked()


def test_wordings_and_choices_outlive_the_view_and_stay_on_their_side(
    qtbot: QtBot, desk: OpenDesk, view: DifferentlyView
) -> None:
    editor(view).rows[PhrasingKind.NEUTRAL].area.set_text("What could lie behind it?")
    editor(view).rows[PhrasingKind.NEUTRAL].box.click()
    editor(view).added.set_text("I have been ill.")
    desk.shared.go(desk.looking.spot)

    later = editor(new_view(qtbot, desk))
    assert later.rows[PhrasingKind.NEUTRAL].area.text() == "What could lie behind it?"
    assert later.rows[PhrasingKind.NEUTRAL].box.isChecked()
    assert later.added.text() == "I have been ill."
    assert later.rows[PhrasingKind.CONTEXT].box.isChecked()

    shared = editor(new_view(qtbot, desk, shared=True))
    assert "behind it" not in shared.rows[PhrasingKind.NEUTRAL].area.text()
    assert shared.added.text() == ""


def test_with_nothing_chosen_there_is_nothing_to_ask(view: DifferentlyView) -> None:
    for row in editor(view).rows.values():
        row.box.setChecked(False)

    assert not at_foot(view, "Ask").isEnabled()
    assert at_foot(view, "Ask").accessibleDescription() == "Choose at least one wording."


@pytest.mark.parametrize("words", ["", "a" * (QUESTION_MAX_CHARS + 1)], ids=["empty", "too long"])
def test_a_wording_that_cannot_be_sent_says_so_at_its_place(view: DifferentlyView, words: str) -> None:
    row = editor(view).rows[PhrasingKind.OPPOSITE]
    row.area.set_text(words)

    assert row.area.sentence.isVisible()
    assert not at_foot(view, "Ask these 3").isEnabled()
    row.box.click()
    assert not row.area.sentence.isVisible()
    assert at_foot(view, "Ask these 2").isEnabled()


def test_an_answer_whose_question_is_unknown_has_no_wordings(qtbot: QtBot, desk: OpenDesk) -> None:
    desk.bring("Rain falls.", "")
    view = new_view(qtbot, desk)

    assert editor(view).rows == {}
    assert "It is not known what was asked." in words_on(view)
    assert not at_foot(view, "Ask").isEnabled()


def test_the_answers_stand_under_their_wordings_with_what_differs_underlined(
    desk: OpenDesk, view: DifferentlyView
) -> None:
    at_foot(view, "Ask these 3").click()
    answer_all(desk, [_AGREES, _ALSO, _AGREES])

    first, second, _third = columns(view)
    assert first.caption.text() == "As it was asked"
    assert first.wording.text() == f"Asked: {QUESTION}"
    underlined = [second.text.whole_text()[span.start : span.end] for span in second.text.spans]
    assert "You cancel because you are tired" not in " ".join(underlined)
    assert any("Walk" in words for words in underlined)
    assert {span.weight for span in second.text.spans} == {SOLID}
    assert "Underlined: not in all answers." in words_on(view)


def test_answers_that_are_alike_have_no_underline_and_no_legend(
    desk: OpenDesk, view: DifferentlyView
) -> None:
    at_foot(view, "Ask these 3").click()
    answer_all(desk, [_AGREES, _AGREES, _AGREES])

    assert all(column.text.spans == () for column in columns(view))
    assert "Underlined: not in all answers." not in words_on(view)


def test_a_long_wording_is_shown_in_full_on_request(desk: OpenDesk, view: DifferentlyView) -> None:
    long = "Why do I cancel plans, " + "and again " * 30 + "today?"
    editor(view).rows[PhrasingKind.AS_ASKED].area.set_text(long)
    at_foot(view, "Ask these 3").click()
    answer_all(desk, [_AGREES, _ALSO, _AGREES])
    column = columns(view)[0]
    assert not column.wording.text().endswith("today?")

    column.unfold.click()
    assert column.wording.text() == f"Asked: {long}"
    column.unfold.click()
    assert not column.wording.text().endswith("today?")


def test_a_stopped_answer_keeps_what_had_arrived_and_says_so(desk: OpenDesk, view: DifferentlyView) -> None:
    at_foot(view, "Ask these 3").click()
    answer_all(desk, [_AGREES, "", _ALSO], {1: DoneReason.CANCELLED})

    assert columns(view)[1].state.text() == (
        "Nothing arrived that can be read. Stopped here. What had arrived is kept."
    )
    assert not columns(view)[1].stop.isVisible()


def test_paging_through_the_columns_is_remembered_by_the_place(desk: OpenDesk, view: DifferentlyView) -> None:
    for kind in (PhrasingKind.NEUTRAL, PhrasingKind.CONTEXT):
        editor(view).rows[kind].area.set_text("In still other words?")
        editor(view).rows[kind].box.setChecked(True)
    at_foot(view, "Ask these 5").click()
    answer_all(desk, [_AGREES] * 5)
    shown = differences(view).columns
    room = shown.room_for()
    assert room < 5

    shown.later.click()

    assert desk.looking.spot.part > 0
    assert columns(view)[-1].isVisible()
    assert not columns(view)[0].isVisible()
    assert not shown.later.isEnabled()


def test_the_wordings_can_be_changed_and_asked_once_more(desk: OpenDesk, view: DifferentlyView) -> None:
    at_foot(view, "Ask these 3").click()
    answer_all(desk, [_AGREES, _ALSO, _AGREES])

    at_foot(view, "Change the wordings").click()
    at_foot(view, "Back to the answers").click()
    assert len(columns(view)) == 3

    at_foot(view, "Change the wordings").click()
    editor(view).rows[PhrasingKind.FRIEND].box.click()
    at_foot(view, "Ask these 2").click()
    answer_all(desk, [_AGREES, _ALSO])
    assert len(columns(view)) == 2

    view.rounds.tabs[0].click()
    assert len(columns(view)) == 3


def test_the_foot_goes_on_to_other_views(desk: OpenDesk, view: DifferentlyView) -> None:
    at_foot(view, "Ask these 3").click()
    answer_all(desk, [_AGREES, _ALSO, _AGREES])

    at_foot(view, "Ask again").click()
    assert desk.looking.spot.view == View.AGAIN
    desk.looking.show(View.DIFFERENTLY)
    at_foot(view, "Keep something").click()
    assert desk.looking.spot.view == View.KEEP
