"""Words on guided cards: kept with the exploration, undone, and bounded."""

from dataclasses import replace

import pytest

from app.controllers.permission import Action, Gate, Reason
from app.domain.changes import Screen, View
from app.domain.shared import SharedCard, ensure_shareable
from app.domain.text import OWN_WORDS_MAX_CHARS
from app.domain.written import OnCard
from app.errors import BugError, ErrorCode, KnownError

from .parts import OpenDesk


@pytest.fixture
def session(desk: OpenDesk) -> OpenDesk:
    """A session with an answer."""
    desk.start_session()
    desk.bring()
    desk.room.show_screen(Screen.SESSION)
    return desk


def words(session: OpenDesk, card: str = "welcome") -> tuple[str, ...]:
    session.looking.go(replace(session.looking.spot, view=View.CARDS, card=card))
    page = session.looking.page()
    ensure_shareable(page)
    assert isinstance(page, SharedCard)
    assert page.card == card
    return page.words


def test_words_stand_at_their_question_and_are_in_the_vault(session: OpenDesk) -> None:
    session.looking.write_on_card("welcome", 1, "That it helps.")
    assert words(session) == ("", "That it helps.", "", "")
    assert words(session, "privacy") == ("", "", "", "")
    where = OnCard(session.record.explorations[0].id, "welcome", 1)
    assert session.kept().words[where] == "That it helps."


def test_a_card_that_there_is_no_file_of_any_more_shows_the_first(session: OpenDesk) -> None:
    session.looking.go(replace(session.looking.spot, view=View.CARDS, card="gone"))
    page = session.looking.page()
    assert isinstance(page, SharedCard)
    assert page.card == session.looking.prompts().cards[0].id


def test_each_exploration_has_its_own_cards(session: OpenDesk) -> None:
    session.looking.write_on_card("welcome", 0, "That it helps.")
    session.bring("Snow falls.", "What is snow?")
    assert words(session) == ("", "", "", "")


def test_undo_takes_words_back(session: OpenDesk) -> None:
    session.looking.write_on_card("welcome", 0, "That it helps.")
    session.room.undo()
    assert words(session) == ("", "", "", "")


def test_too_many_words_are_refused_and_what_was_kept_stays(session: OpenDesk) -> None:
    longest = "x" * OWN_WORDS_MAX_CHARS
    session.looking.write_on_card("welcome", 0, longest)
    with pytest.raises(KnownError) as refused:
        session.looking.write_on_card("welcome", 0, f"{longest}x")
    assert refused.value.code is ErrorCode.OWN_WORDS_TOO_LONG
    assert words(session)[0] == longest


def test_behind_a_closed_gate_nothing_is_written(session: OpenDesk) -> None:
    session.room.gate = Gate({Action.KEEP: Reason.NOT_AGREED})
    with pytest.raises(BugError):
        session.looking.write_on_card("welcome", 0, "That it helps.")
    assert words(session) == ("", "", "", "")
