"""One conversation that was brought: what is shown of it, what is chosen, what is corrected."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.controllers.bringing import FROM_WHOM_DRAFT
from app.controllers.chosen_turns import ChosenTurns, Pictured
from app.controllers.permission import Action
from app.domain.conversation import Conversation, Preview, Role, Said, Turn
from app.domain.text import NAME_MAX_CHARS
from app.tour.driver import click, press, settle
from app.ui.views.chat import ChatView
from app.ui.views.said_card import CorrectedCard, SaidCard
from app.ui.widgets.buttons import QuietButton
from app.ui.widgets.reading_text import ReadingText
from tests.controllers.importing import CHAT
from tests.controllers.parts import OpenDesk
from tests.ui.views.furnished import Standing, at_foot, furnished, theme, words_on

WHEN = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
OTHER = Said("Perhaps not.", WHEN, "gpt-4")
LONG = "Rain falls on the roof of the house. " * 100
TURNS = (
    Turn(Role.USER, Said("Is it me?")),
    Turn(Role.ASSISTANT, Said("It takes <b>two</b>.", WHEN, "gpt-5"), (OTHER,)),
    Turn(Role.USER, Said("And now?")),
    Turn(Role.ASSISTANT, Said(LONG)),
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    """A desk."""
    with furnished(qtbot, tmp_path) as opened:
        yield opened


def shown(desk: OpenDesk, chosen: ChosenTurns) -> ChatView:
    """A conversation at the desk."""
    desk.desk.importing.open_pasted(CHAT)
    desk.desk.importing.chosen = chosen
    view = ChatView(theme(shared=False), desk.looking)
    Standing(view, desk.looking)
    return view


def of(*turns: Turn, kind: str = "chatgpt") -> ChosenTurns:
    """A conversation with these turns."""
    return ChosenTurns(Conversation("On rain", turns), kind)


def pictured(*turns: Turn, firsts: tuple[int, ...] = (0,)) -> ChosenTurns:
    """A conversation that was read from pictures."""
    pictures = [Pictured(first, Preview(2, 3, bytes(18))) for first in firsts]
    return ChosenTurns(Conversation("", turns), "picture", pictures)


def texts(view: ChatView) -> list[str]:
    """What is said, as far as it is shown."""
    return [text.whole_text() for text in view.findChildren(ReadingText) if text.isVisible()]


def test_turns_stand_as_they_were_said_with_who_when_and_which_model(desk: OpenDesk) -> None:
    view = shown(desk, of(*TURNS))
    assert texts(view)[:3] == ["Is it me?", "It takes <b>two</b>.", "And now?"]
    assert view.title() == "On rain"
    words = words_on(view)
    assert words.count("The person") == words.count("AI text") == 2
    assert any("1 March 2026" in word and "gpt-5" in word for word in words)


def test_only_answers_can_be_ticked_and_the_button_counts_them(desk: OpenDesk) -> None:
    view = shown(desk, of(*TURNS))
    assert [card.tick.isVisible() for card in view.cards] == [False, True, False, True]
    assert not at_foot(view, "Bring answers").isEnabled()
    click(view.cards[1].tick)
    assert at_foot(view, "Bring 1 answer").isEnabled()
    click(view.all)
    assert at_foot(view, "Bring 2 answers").isEnabled()
    click(view.all)
    assert not view.cards[1].tick.isChecked()
    assert view.all.text() == "Choose all"


def test_with_the_keyboard_alone_an_answer_is_ticked_and_brought(desk: OpenDesk) -> None:
    view = shown(desk, of(*TURNS))
    view.activateWindow()
    QTest.qWaitForWindowActive(view)
    view.focus_entry().setFocus()
    press(view, "Space")
    assert desk.desk.importing.chosen is not None
    assert desk.desk.importing.chosen.count() == 1
    view.bring.click()
    assert [answer.text for answer in desk.record.answers[1:]] == [
        "It takes <b>two</b>.",
        "It takes <b>two</b>.",
        "Perhaps not.",
    ]


def test_what_stood_in_its_place_is_told_and_shown_when_somebody_asks(desk: OpenDesk) -> None:
    view = shown(desk, of(*TURNS))
    fold = next(b for b in view.cards[1].findChildren(QuietButton) if b.words().endswith("again once"))
    assert "Perhaps not." not in texts(view)
    click(fold)
    assert "Perhaps not." in texts(view)
    click(fold)
    assert "Perhaps not." not in texts(view)


def test_a_long_turn_begins_and_goes_on_when_somebody_asks(desk: OpenDesk) -> None:
    view = shown(desk, of(*TURNS))
    assert len(texts(view)[-1]) < 1_600
    click(next(b for b in view.cards[3].findChildren(QuietButton) if b.words() == "Show all of it"))
    assert texts(view)[-1] == LONG.strip()


def test_long_conversations_are_shown_part_by_part_and_choices_hold(desk: OpenDesk) -> None:
    turns = [Turn(role, Said(f"{n}")) for n in range(25) for role in (Role.USER, Role.ASSISTANT)]
    view = shown(desk, of(*turns))
    assert "1 to 20 of 50" in words_on(view)
    assert not view.earlier.isEnabled()
    click(view.cards[1].tick)
    click(view.later)
    assert "21 to 40 of 50" in words_on(view)
    click(view.later)
    assert not view.later.isEnabled()
    click(view.cards[-1].tick)
    at_foot(view, "Bring 2 answers")
    click(view.earlier)
    click(view.earlier)
    assert view.cards[1].tick.isChecked()


def test_what_cannot_be_kept_says_so_and_stays(desk: OpenDesk) -> None:
    before = len(desk.record.answers)
    view = shown(desk, of(Turn(Role.USER, Said("May I?")), Turn(Role.ASSISTANT, Said("Yes."))))
    desk.room.set_draft(desk.room.draft_of_session(FROM_WHOM_DRAFT), "x" * (NAME_MAX_CHARS + 1))
    view.bring.click()
    assert view.notice.isVisible()
    assert len(desk.record.answers) == before
    assert len(view.cards) == 2


def test_where_bringing_was_closed_meanwhile_it_says_why(desk: OpenDesk) -> None:
    view = shown(desk, of(Turn(Role.ASSISTANT, Said("Yes."))))
    desk.room.gate.set_closed_by_place(frozenset({Action.BRING_ANSWER}))
    desk.desk.importing.choose(0, False)
    desk.desk.importing.choose(0, True)
    assert not view.bring.isEnabled()
    assert "place of practice" in view.bring.toolTip()


def test_beside_what_was_read_stands_the_picture_and_words_can_be_corrected(desk: OpenDesk) -> None:
    view = shown(desk, pictured(*TURNS[:2]))
    assert view.picture.isVisible()
    card = view.cards[1]
    assert isinstance(card, CorrectedCard)
    card.words.input.setFocus()
    card.words.set_text("It takes two.")
    settle()
    chosen = desk.desk.importing.chosen
    assert chosen is not None
    assert chosen.turns[1].shown.text == "It takes two."
    assert view.cards[1] is card
    view.bring.click()
    answer = desk.room.chosen_answer()
    assert answer is not None
    assert answer.text == "It takes two."


def test_who_speaks_can_be_said_for_each_bubble(desk: OpenDesk) -> None:
    view = shown(desk, pictured(*TURNS[:2]))
    first, second = view.cards
    assert isinstance(first, CorrectedCard)
    assert isinstance(second, CorrectedCard)
    assert first.words.input.accessibleName() != second.words.input.accessibleName()
    click(first.speaker.cells[Role.ASSISTANT.value])
    assert first.tick.isVisible()
    assert first.tick.isChecked()
    assert first.words.input.accessibleName() == second.words.input.accessibleName()
    click(second.speaker.cells[Role.USER.value])
    assert not second.tick.isVisible()
    at_foot(view, "Bring 1 answer")


def test_several_pictures_stand_one_after_the_other_and_an_answer_goes_on_over_both(desk: OpenDesk) -> None:
    turns = (TURNS[0], Turn(Role.ASSISTANT, Said("It takes")), Turn(Role.ASSISTANT, Said("two.")))
    view = shown(desk, pictured(*turns, firsts=(0, 2)))
    assert "Picture 1 of 2" in words_on(view)
    assert len(view.cards) == 2
    click(view.later)
    assert "Picture 2 of 2" in words_on(view)
    assert len(view.cards) == 1
    at_foot(view, "Bring 1 answer").click()
    answer = desk.room.chosen_answer()
    assert answer is not None
    assert answer.text == "It takes\n\ntwo."


def test_on_the_shared_screen_the_same_stands_in_large_type(desk: OpenDesk) -> None:
    desk.desk.importing.open_pasted(CHAT)
    desk.together.show()
    desk.desk.importing.look()
    view = ChatView(theme(shared=True), desk.shared)
    Standing(view, desk.shared)
    assert [type(card) for card in view.cards] == [SaidCard] * 4
    sizes = {text.font().pixelSize() for text in view.findChildren(ReadingText)}
    assert min(sizes) > theme(shared=False).size("body")
