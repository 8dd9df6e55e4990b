"""Take-aways and the next step: kept, worded differently, taken back, and found again in the next session."""

from datetime import date

import pytest

from app.controllers.keeping import Keeping
from app.controllers.permission import Action, Gate, Reason
from app.domain.changes import Screen, Spot, View
from app.domain.keepsakes import NextStep
from app.domain.shared import SharedKeep, SharedQuote, ensure_shareable
from app.domain.text import OWN_WORDS_MAX_CHARS
from app.errors import BugError, ErrorCode, KnownError

from .parts import OpenDesk

UMBRELLA = "Take an umbrella."


@pytest.fixture
def session(desk: OpenDesk) -> OpenDesk:
    """A session with an answer of three statements, of which the first has the attention."""
    desk.start_session()
    desk.bring()
    return desk


def keeping(session: OpenDesk) -> Keeping:
    return session.looking.keeping


def page(session: OpenDesk, *, shared: bool = False) -> SharedKeep:
    looking = session.shared if shared else session.looking
    looking.show(View.KEEP)
    shown = looking.page()
    ensure_shareable(shown)
    assert isinstance(shown, SharedKeep)
    return shown


def kept(session: OpenDesk) -> list[str]:
    return [one.text for one in page(session).take_aways]


def test_what_is_kept_is_trimmed_and_in_the_vault(session: OpenDesk) -> None:
    session.looking.keep(f"  {UMBRELLA}\n")
    assert kept(session) == [UMBRELLA]
    session.settle()
    assert [t.text for t in session.vault.workspace().keepsakes.take_aways] == [UMBRELLA]


def test_what_led_to_it_is_the_statement_that_was_chosen(session: OpenDesk) -> None:
    assert page(session).about.text == "Rain falls."
    session.looking.keep(UMBRELLA)
    assert page(session).take_aways[0].statement.text == "Rain falls."


def test_with_no_statement_chosen_nothing_led_to_it(session: OpenDesk) -> None:
    session.looking.go(Spot(view=View.KEEP, answer_id=session.looking.spot.answer_id))
    assert page(session).about.text == ""
    session.looking.keep(UMBRELLA)
    assert page(session).take_aways[0].statement.text == ""


def test_a_hidden_statement_is_not_named_on_the_shared_screen_and_not_tied_to_what_is_kept_there(
    session: OpenDesk,
) -> None:
    session.looking.keep(UMBRELLA)
    session.together.show()
    statement_id = session.looking.spot.statement_id or ""
    session.looking.reading.set_hidden(statement_id, True)
    session.shared.go(Spot(View.KEEP, session.looking.spot.answer_id, statement_id))
    shown = page(session, shared=True)
    assert (shown.about, shown.take_aways[0].statement) == (SharedQuote(), SharedQuote())
    session.shared.keep("And boots.")
    assert [t.statement_id for t in session.room.keepsakes.take_aways] == [statement_id, None]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (" \n\t", ErrorCode.TAKE_AWAY_EMPTY),
        ("x" * (OWN_WORDS_MAX_CHARS + 1), ErrorCode.OWN_WORDS_TOO_LONG),
    ],
)
def test_no_words_and_too_many_are_refused_and_what_was_kept_stays(
    session: OpenDesk, typed: str, code: ErrorCode
) -> None:
    first = keeping(session).add(UMBRELLA)
    with pytest.raises(KnownError) as added:
        session.looking.keep(typed)
    with pytest.raises(KnownError) as changed:
        keeping(session).change(first.id, typed)
    assert (added.value.code, changed.value.code) == (code, code)
    assert kept(session) == [UMBRELLA]


def test_the_longest_words_are_kept(session: OpenDesk) -> None:
    session.looking.keep("x" * OWN_WORDS_MAX_CHARS)
    assert kept(session) == ["x" * OWN_WORDS_MAX_CHARS]


def test_a_take_away_can_be_worded_differently_and_undo_has_the_first_words(session: OpenDesk) -> None:
    session.room.show_screen(Screen.SESSION)
    first = keeping(session).add(UMBRELLA)
    keeping(session).change(first.id, "Take a coat.")
    assert kept(session) == ["Take a coat."]
    session.room.undo()
    assert kept(session) == [UMBRELLA]


@pytest.mark.parametrize("by", ["undo", "bring_back"])
def test_what_is_taken_back_can_be_brought_again(session: OpenDesk, by: str) -> None:
    session.room.show_screen(Screen.SESSION)
    first = keeping(session).add(UMBRELLA)
    keeping(session).take_back(first.id)
    assert kept(session) == []
    if by == "undo":
        session.room.undo()
    else:
        keeping(session).bring_back(first.id)
    assert kept(session) == [UMBRELLA]


def test_a_next_step_has_words_an_owner_and_a_date(session: OpenDesk) -> None:
    client = session.room.voices()[0]
    session.looking.set_next_step("Buy one.", client.id, date(2026, 11, 10))
    step = page(session).next_step
    assert step.owner is not None
    assert (step.text, step.owner.name, step.due) == ("Buy one.", "Maya", date(2026, 11, 10))
    session.settle()
    of_vault = session.vault.workspace().keepsakes.next_step(session.record.session.id)
    assert of_vault == NextStep("Buy one.", client.id, date(2026, 11, 10))


def test_a_next_step_that_is_too_long_is_refused_and_the_one_before_stays(session: OpenDesk) -> None:
    session.looking.set_next_step("Buy one.", None, None)
    with pytest.raises(KnownError) as refused:
        session.looking.set_next_step("x" * (OWN_WORDS_MAX_CHARS + 1), None, None)
    assert refused.value.code is ErrorCode.OWN_WORDS_TOO_LONG
    assert keeping(session).next_step() == NextStep("Buy one.")


def test_undo_takes_a_next_step_back(session: OpenDesk) -> None:
    session.room.show_screen(Screen.SESSION)
    session.looking.set_next_step("Buy one.", None, None)
    session.room.undo()
    assert keeping(session).next_step() == NextStep()


def test_the_next_session_opens_on_the_last_one_from_which_anything_was_taken(session: OpenDesk) -> None:
    assert keeping(session).last_time() is None
    session.looking.keep(UMBRELLA)
    session.looking.set_next_step("Buy one.", None, None)
    client_id = session.record.client.id
    session.room.start_session(client_id)
    session.room.start_session(client_id)
    last = keeping(session).last_time()
    ensure_shareable(last)
    assert last is not None
    assert [t.text for t in last.take_aways] == [UMBRELLA]
    assert last.next_step.text == "Buy one."


def test_another_clients_take_aways_are_not_of_last_time(session: OpenDesk) -> None:
    session.looking.keep(UMBRELLA)
    session.start_session("Ida")
    assert keeping(session).last_time() is None


def test_behind_a_closed_gate_nothing_is_kept(session: OpenDesk) -> None:
    first = keeping(session).add(UMBRELLA)
    session.room.gate = Gate({Action.KEEP: Reason.NOT_AGREED})
    for act in (
        lambda: keeping(session).add("x"),
        lambda: keeping(session).change(first.id, "x"),
        lambda: keeping(session).take_back(first.id),
        lambda: keeping(session).set_next_step("x", None, None),
    ):
        with pytest.raises(BugError):
            act()
    assert kept(session) == [UMBRELLA]
