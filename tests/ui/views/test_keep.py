"""Keeping something: typed, kept, worded differently, taken back; and the next step with its owner and date."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.controllers.permission import Action, Gate, Reason
from app.domain.changes import Screen, View
from app.domain.keepsakes import NextStep
from app.domain.text import OWN_WORDS_MAX_CHARS
from app.errors import ErrorCode
from app.ui.sentences import reason_sentence, sentence
from app.ui.views.date_choice import DateChoice
from app.ui.views.keep import KeepView
from tests.controllers.parts import OpenDesk
from tests.ui.views.furnished import Standing, furnished, theme

TODAY = date(2026, 11, 3)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    with furnished(qtbot, tmp_path) as opened:
        opened.room.show_screen(Screen.SESSION)
        yield opened


def look(desk: OpenDesk) -> KeepView:
    desk.looking.show(View.KEEP)
    view = KeepView(theme(shared=False), desk.looking)
    Standing(view, desk.looking)
    return view


def kept(desk: OpenDesk) -> list[str]:
    return [t.text for t in desk.room.keepsakes.of_session(desk.record.session.id)]


def step(desk: OpenDesk) -> NextStep:
    return desk.looking.keeping.next_step()


def keep(view: KeepView, words: str) -> None:
    view.words.input.setPlainText(words)
    view.keep.click()


def test_what_led_to_it_is_quoted_as_ai_text(desk: OpenDesk) -> None:
    view = look(desk)
    assert view.about_text.whole_text() == "“Rain falls.”"


def test_what_is_kept_is_listed_and_the_field_is_free_again(desk: OpenDesk) -> None:
    view = look(desk)
    keep(view, "Take an umbrella.")
    assert kept(desk) == ["Take an umbrella."]
    assert [row.words.text() for row in view.rows.values()] == ["Take an umbrella."]
    assert view.words.text() == ""
    assert look(desk).words.text() == ""


@pytest.mark.parametrize(
    ("typed", "code"),
    [(" ", ErrorCode.TAKE_AWAY_EMPTY), ("x" * (OWN_WORDS_MAX_CHARS + 1), ErrorCode.OWN_WORDS_TOO_LONG)],
)
def test_what_cannot_be_kept_stays_in_the_field(desk: OpenDesk, typed: str, code: ErrorCode) -> None:
    view = look(desk)
    keep(view, typed)
    assert view.words.text() == typed
    assert view.words.sentence.text() == sentence(code)
    assert kept(desk) == []


def test_half_a_sentence_outlives_the_view(desk: OpenDesk) -> None:
    QTest.keyClicks(look(desk).words.input, "I want to")
    assert look(desk).words.text() == "I want to"


def test_a_take_away_is_worded_differently_in_its_place(desk: OpenDesk) -> None:
    view = look(desk)
    keep(view, "Take an umbrella.")
    (row,) = view.rows.values()
    row.words.input.setPlainText("Take a coat. ")
    assert kept(desk) == ["Take a coat."]
    assert row.words.text() == "Take a coat. "
    row.words.input.setPlainText("")
    assert row.words.sentence.text() == sentence(ErrorCode.TAKE_AWAY_EMPTY)
    assert kept(desk) == ["Take a coat."]


def test_what_is_taken_back_can_be_brought_back_where_it_was(desk: OpenDesk) -> None:
    view = look(desk)
    for words in ("One.", "Two.", "Three."):
        keep(view, words)
    list(view.rows.values())[1].back.click()
    assert kept(desk) == ["One.", "Three."]
    view.brought_back.action.click()
    assert kept(desk) == ["One.", "Two.", "Three."]
    places = [view._list.indexOf(view.rows[t.id]) for t in desk.room.keepsakes.take_aways]
    assert places == [0, 1, 2]
    assert view.brought_back.isHidden()


def test_undo_brings_it_back_too_and_the_notice_goes(desk: OpenDesk) -> None:
    view = look(desk)
    keep(view, "One.")
    next(iter(view.rows.values())).back.click()
    assert not view.brought_back.isHidden()
    desk.room.undo()
    assert [row.words.text() for row in view.rows.values()] == ["One."]
    assert view.brought_back.isHidden()


def test_a_next_step_saves_itself_with_owner_and_date(desk: OpenDesk) -> None:
    view = look(desk)
    client = desk.room.voices()[0]
    QTest.keyClicks(view.step.words.input, "Buy one.")
    assert view.step.owner is not None
    view.step.owner.cells[client.id].click()
    view.step.due.days.cells["tomorrow"].click()
    due = step(desk).due
    assert due is not None
    assert step(desk) == NextStep("Buy one.", client.id, due)
    view.step.owner.cells["everybody"].click()
    view.step.due.days.cells["none"].click()
    assert step(desk) == NextStep("Buy one.")


def test_undo_is_seen_in_the_next_step(desk: OpenDesk) -> None:
    view = look(desk)
    desk.looking.set_next_step("Buy one.", desk.room.voices()[1].id, date(2027, 1, 4))
    assert view.step.owner is not None
    assert (view.step.words.text(), view.step.owner.key()) == ("Buy one.", desk.room.voices()[1].id)
    assert view.step.due.day.date() == QDate(2027, 1, 4)
    desk.room.undo()
    assert (view.step.words.text(), view.step.owner.key(), view.step.due.days.key()) == (
        "",
        "everybody",
        "none",
    )


@pytest.fixture
def choice(qapp: QApplication) -> Iterator[DateChoice]:
    made = DateChoice(theme(shared=False), lambda: TODAY)
    yield made
    # Here and now: the garbage collector might take it apart on the vault's thread.
    delete(made)


@pytest.mark.parametrize(("key", "days"), [("tomorrow", 1), ("week", 7), ("fortnight", 14)])
def test_usual_days_are_one_press_and_are_shown_in_the_field(choice: DateChoice, key: str, days: int) -> None:
    told: list[object] = []
    choice.chosen.connect(told.append)
    choice.days.cells[key].click()
    due = TODAY + timedelta(days=days)
    assert told == [due]
    assert choice.day.date() == QDate(due.year, due.month, due.day)
    choice.show_due(None)
    choice.show_due(due)
    assert choice.days.key() == key


def test_another_day_is_chosen_in_the_field_or_day_by_day(choice: DateChoice) -> None:
    told: list[object] = []
    choice.chosen.connect(told.append)
    choice.days.cells["other"].click()
    choice.day.setDate(QDate(2026, 12, 24))
    assert told[-1] == date(2026, 12, 24)
    choice.later.click()
    assert told[-1] == date(2026, 12, 25)
    choice.earlier.click()
    assert told[-1] == date(2026, 12, 24)
    assert choice.days.key() == "other"
    choice.show_due(None)
    assert choice.by_day.isHidden()


def test_the_page_is_one_step_away(desk: OpenDesk) -> None:
    view = look(desk)
    assert view.foot() == (view.to_page,)
    view.to_page.click()
    assert desk.looking.spot.view == View.PAGE


def test_behind_a_closed_gate_everything_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    with furnished(qtbot, tmp_path, Gate({Action.KEEP: Reason.NOT_AGREED})) as desk:
        view = look(desk)
        assert view.closed.text() == reason_sentence(Reason.NOT_AGREED)
        assert not view.keep.isEnabled()
        assert view.words.input.isReadOnly()
        assert view.step.words.input.isReadOnly()
        assert not view.step.due.day.isEnabled()
