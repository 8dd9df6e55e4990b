"""Guided cards: words save themselves, and nothing that is typed is lost or taken from under the cursor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.controllers.permission import Action, Gate, Reason
from app.domain.changes import Screen, View
from app.domain.shared import SharedCard
from app.domain.text import OWN_WORDS_MAX_CHARS
from app.errors import ErrorCode
from app.ui.sentences import reason_sentence, sentence
from app.ui.views.card import CardView
from tests.controllers.parts import OpenDesk
from tests.ui.views.furnished import Standing, furnished, theme

TOO_LONG = "x" * (OWN_WORDS_MAX_CHARS + 1)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    with furnished(qtbot, tmp_path) as opened:
        opened.room.show_screen(Screen.SESSION)
        yield opened


def look(desk: OpenDesk, *, shared: bool = False) -> CardView:
    looking = desk.shared if shared else desk.looking
    if shared:
        looking.go(desk.looking.spot)
    looking.show(View.CARDS)
    view = CardView(theme(shared=shared), looking)
    Standing(view, looking)
    return view


def words(desk: OpenDesk) -> tuple[str, ...]:
    page = desk.looking.page()
    assert isinstance(page, SharedCard)
    return page.words


def test_the_cards_stand_by_name_and_the_chosen_one_with_its_questions(desk: OpenDesk) -> None:
    view = look(desk)
    cards = desk.looking.prompts().cards
    assert [name.words() for name in view.names.values()] == [card.name for card in cards]
    view.names[cards[3].id].click()
    assert [field.caption.text() for field in view.fields] == list(cards[3].questions)
    assert view.purpose.text() == cards[3].purpose
    assert [name.isChecked() for name in view.names.values()] == [False, False, False, True, False]


def test_what_is_typed_is_kept_and_the_cursor_stays(desk: OpenDesk) -> None:
    view = look(desk)
    field = view.fields[1].input
    field.setFocus()
    QTest.keyClicks(field, "That it helps")
    field.moveCursor(field.textCursor().MoveOperation.Start)
    QTest.keyClicks(field, "Oh. ")
    assert words(desk)[1] == "Oh. That it helps"
    assert view.fields[1].text() == "Oh. That it helps"
    assert field.textCursor().position() == 4


def test_undo_and_the_other_side_change_what_stands_in_the_field(desk: OpenDesk) -> None:
    view = look(desk)
    desk.looking.write_on_card("welcome", 0, "From elsewhere.")
    assert view.fields[0].text() == "From elsewhere."
    desk.room.undo()
    assert view.fields[0].text() == ""


def test_what_is_too_long_stays_with_its_sentence_and_waits_as_a_draft(desk: OpenDesk) -> None:
    view = look(desk)
    view.fields[0].input.setPlainText("Short.")
    view.fields[0].input.setPlainText(TOO_LONG)
    assert view.fields[0].text() == TOO_LONG
    assert view.fields[0].sentence.text() == sentence(ErrorCode.OWN_WORDS_TOO_LONG)
    assert words(desk)[0] == "Short."
    anew = look(desk)
    assert anew.fields[0].text() == TOO_LONG
    assert anew.fields[0].sentence.text() == sentence(ErrorCode.OWN_WORDS_TOO_LONG)
    anew.fields[0].input.setPlainText("Shorter.")
    assert words(desk)[0] == "Shorter."
    assert anew.fields[0].sentence.text() == ""
    assert look(desk).fields[0].text() == "Shorter."


def test_a_too_long_text_does_not_go_along_to_another_question(desk: OpenDesk) -> None:
    view = look(desk)
    view.fields[0].input.setPlainText(TOO_LONG)
    desk.bring("Snow falls.", "What is snow?")
    desk.looking.show(View.CARDS)
    assert view.fields[0].text() == ""


def test_both_sides_show_the_same_words(desk: OpenDesk) -> None:
    view = look(desk)
    shared = look(desk, shared=True)
    view.fields[0].input.setPlainText("That it helps.")
    assert shared.fields[0].text() == "That it helps."


def test_behind_a_closed_gate_the_fields_say_why(qtbot: QtBot, tmp_path: Path) -> None:
    with furnished(qtbot, tmp_path, Gate({Action.KEEP: Reason.NOT_AGREED})) as desk:
        view = look(desk)
        assert all(field.input.isReadOnly() for field in view.fields)
        assert view.fields[0].sentence.text() == reason_sentence(Reason.NOT_AGREED)
