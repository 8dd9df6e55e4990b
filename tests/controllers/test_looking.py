"""One side's look: the desk and the shared screen each stand at their own spot and see what they may."""

import pytest

from app.controllers.keeping import Keeping
from app.domain.answer import PhrasingKind
from app.domain.changes import Spot, View
from app.domain.mark import Fit, Relation
from app.domain.shared import (
    SharedAgain,
    SharedArriving,
    SharedCard,
    SharedDifferently,
    SharedKeep,
    SharedLens,
    SharedLenses,
    SharedLines,
    SharedNothing,
    SharedPage,
    SharedPaper,
    SharedRevealed,
    SharedTurn,
    SharedWords,
    ensure_shareable,
)
from app.engine.messages import DoneReason
from app.errors import ErrorCode, KnownError

from .parts import PROMPTS, RAIN, OpenDesk


@pytest.fixture
def answer_id(desk: OpenDesk) -> str:
    """An answer of three statements, shown on both sides."""
    desk.start_session()
    answer_id = desk.bring()[0]
    desk.together.show()
    return answer_id


PAGES: dict[View, type[SharedPage]] = {
    View.READ: SharedTurn,
    View.REVEALED: SharedTurn,
    View.AGAIN: SharedAgain,
    View.DIFFERENTLY: SharedDifferently,
    View.LENS: SharedLenses,
    View.CARDS: SharedCard,
    View.WORDS: SharedWords,
    View.KEEP: SharedKeep,
    View.PAGE: SharedPaper,
    View.LINES: SharedLines,
    View.PICK: SharedNothing,
}


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("is_shared", [True, False])
def test_every_view_of_an_answer_has_its_page_on_both_sides_made_of_shareable_parts(
    desk: OpenDesk, answer_id: str, view: View, is_shared: bool
) -> None:
    looking = desk.shared if is_shared else desk.looking
    looking.show(view)
    page = looking.page()
    ensure_shareable(page)
    assert type(page) is PAGES[view]


@pytest.mark.parametrize("view", [view for view in View if view not in {View.KEEP, View.LINES}])
def test_without_an_answer_there_is_nothing_to_look_at(desk: OpenDesk, view: View) -> None:
    desk.start_session()
    desk.looking.go(Spot(view))
    assert isinstance(desk.looking.page(), SharedNothing | SharedCard)


def test_each_side_moves_by_itself(desk: OpenDesk, answer_id: str) -> None:
    desk.shared.step(1)
    desk.shared.show(View.KEEP)
    first, second, _ = (s.id for s in desk.record.statements_of(answer_id))
    assert desk.room.place.shared.statement_id == second
    assert (desk.looking.spot.view, desk.looking.spot.statement_id) == (View.READ, first)
    assert desk.kept() == desk.record


def test_a_view_that_is_shown_already_changes_nothing(desk: OpenDesk, answer_id: str) -> None:
    moves: list[None] = []
    desk.room.place_changed.connect(lambda: moves.append(None))
    desk.looking.show(View.READ)
    desk.looking.go(desk.looking.spot)
    assert moves == []


def test_the_marks_of_each_voice_are_seen_by_the_others_only_after_the_reveal(
    desk: OpenDesk, answer_id: str
) -> None:
    _client, therapist = desk.room.voices()
    first = desk.record.statements_of(answer_id)[0].id
    desk.room.set_fit(first, therapist.id, Fit.DOES_NOT_FIT)
    desk.looking.reading.write_remark(first, therapist.id, "ask about nights")
    desk.shared.choose_fit(Fit.FITS)
    desk.shared.hand_on()
    page = desk.shared.page()
    assert isinstance(page, SharedTurn)
    assert (page.voice.name, page.mark.fit, page.remark) == (therapist.name, None, "")
    desk.shared.reveal()
    revealed = desk.shared.page()
    assert isinstance(revealed, SharedRevealed)
    row = revealed.rows[0]
    assert [view.mark.fit for view in row.views] == [Fit.FITS, Fit.DOES_NOT_FIT]
    assert [view.remark for view in row.views] == ["", "ask about nights"]
    assert row.relations == (Relation.TWO_VIEWS,)
    assert revealed.rows[1].relations == (None,)


def test_a_mark_that_was_changed_after_the_reveal_says_what_it_was(desk: OpenDesk, answer_id: str) -> None:
    desk.shared.choose_fit(Fit.PARTLY)
    desk.shared.reveal()
    desk.shared.show(View.READ)
    desk.shared.choose_fit(Fit.FITS)
    desk.shared.show(View.REVEALED)
    page = desk.shared.page()
    assert isinstance(page, SharedRevealed)
    assert [(view.mark.fit, view.was) for view in page.rows[0].views] == [
        (Fit.FITS, Fit.PARTLY),
        (None, None),
    ]


def test_a_hidden_statement_is_in_no_page_of_the_shared_screen(desk: OpenDesk, answer_id: str) -> None:
    hidden = desk.record.statements_of(answer_id)[1]
    desk.room.choose_statement(hidden.id)
    desk.together.show()
    desk.shared.keep("I stay dry")
    desk.looking.reading.set_hidden(hidden.id, hidden=True)
    desk.shared.reveal()
    for view in View:
        desk.shared.show(view)
        assert "wet" not in repr(desk.shared.page())
        desk.looking.show(view)
    desk.looking.show(View.REVEALED)
    assert "wet" in repr(desk.looking.page())


def test_an_arriving_answer_is_followed_by_whole_statements_and_its_words_are_told_to_the_desk_alone(
    desk: OpenDesk,
) -> None:
    desk.start_session()
    desk.ask("What is rain?")
    desk.together.show()
    pages: list[SharedPage] = []
    grown: list[str] = []
    shared_grown: list[str] = []
    desk.looking.text_grew.connect(lambda _id, added: grown.append(added))
    desk.shared.text_grew.connect(lambda _id, added: shared_grown.append(added))
    desk.engine.say("Rain falls. It")
    desk.shared.page_changed.connect(lambda: pages.append(desk.shared.page()))
    page = desk.shared.page()
    assert isinstance(page, SharedArriving)
    assert [s.text for s in page.statements] == ["Rain falls."]
    assert (grown, shared_grown) == (["Rain falls. It"], [])
    desk.engine.end(DoneReason.STOP)
    ended = desk.shared.page()
    assert isinstance(ended, SharedTurn)
    assert (ended.statement.number, ended.statement.total) == (1, 2)


def test_a_round_is_shown_as_it_arrives_and_then_by_what_stays(desk: OpenDesk, answer_id: str) -> None:
    desk.shared.ask_again(4)
    page = desk.shared.page()
    assert isinstance(page, SharedAgain)
    assert [text.number for text in page.texts] == [1, 2, 3, 4]
    for answer in range(4):
        desk.engine.say(RAIN if answer else "Rain falls. Snow melts slowly.", answer=answer)
    arriving = desk.shared.page()
    assert isinstance(arriving, SharedAgain)
    assert (arriving.stays, arriving.changes) == ((), ())
    # The last statement may still go on: it is shown when it is whole and was looked through.
    assert [text.text for text in arriving.texts][1:] == ["Rain falls. It is wet."] * 3
    for answer in range(4):
        desk.engine.end(DoneReason.STOP, answer=answer)
    ended = desk.shared.page()
    assert isinstance(ended, SharedAgain)
    assert {group.text: sum(group.said_in) for group in ended.stays} == {
        "Rain falls.": 4,
        "It is wet.": 3,
        "Umbrellas help.": 3,
    }
    assert {group.text: group.said_in for group in ended.changes} == {
        "Snow melts slowly.": (True, False, False, False)
    }
    desk.shared.show_part(2)
    reading = desk.shared.page()
    assert isinstance(reading, SharedAgain)
    assert reading.reading == 2


def test_a_round_leads_back_to_the_answer_that_it_was_asked_from(desk: OpenDesk, answer_id: str) -> None:
    desk.looking.step(1)
    before = desk.looking.spot
    desk.looking.ask_again(3)
    desk.engine.end(DoneReason.STOP, answer=0)
    desk.engine.end(DoneReason.STOP, answer=1)
    desk.engine.end(DoneReason.STOP, answer=2)
    desk.looking.ask_differently(desk.looking.phrasings()[:2])
    assert desk.looking.spot.view == View.DIFFERENTLY
    desk.looking.show(View.READ)
    after = desk.looking.spot
    assert (after.answer_id, after.statement_id) == (answer_id, before.statement_id)


def test_other_wordings_are_prepared_and_what_differs_in_the_answers_is_marked(
    desk: OpenDesk, answer_id: str
) -> None:
    assert [p.kind for p in desk.shared.phrasings()] == [
        PhrasingKind.AS_ASKED,
        PhrasingKind.NEUTRAL,
        PhrasingKind.OPPOSITE,
        PhrasingKind.FRIEND,
    ]
    added = desk.shared.phrasings("I live in a desert.")[-1]
    assert (added.kind, "I live in a desert." in added.text) == (PhrasingKind.CONTEXT, True)
    desk.shared.ask_differently(desk.shared.phrasings()[:2])
    desk.engine.say("Rain falls in the night from grey clouds.", answer=0)
    desk.engine.say("Rain falls in the night from a hose.", answer=1)
    for answer in range(2):
        desk.engine.end(DoneReason.STOP, answer=answer)
    page = desk.shared.page()
    assert isinstance(page, SharedDifferently)
    one = page.texts[0]
    assert [one.text[start:end] for start, end in one.differing] == ["grey clouds"]
    assert one.question == "What is rain?"


def test_an_answer_without_a_question_cannot_be_asked_in_other_words(desk: OpenDesk) -> None:
    desk.start_session()
    desk.bring(question="")
    assert desk.looking.phrasings() == ()
    with pytest.raises(KnownError) as refused:
        desk.looking.ask_again()
    assert refused.value.code is ErrorCode.QUESTION_EMPTY


def test_a_lens_is_shown_with_what_it_is_about_until_it_is_taken_back(desk: OpenDesk, answer_id: str) -> None:
    desk.shared.step(1)
    desk.shared.look_through(PROMPTS.lenses[1].id, at_statement=True)
    desk.engine.say("It takes water for granted.")
    desk.engine.end(DoneReason.STOP)
    page = desk.shared.page()
    assert isinstance(page, SharedLens)
    assert (page.lens, page.about.text, page.text) == (
        PROMPTS.lenses[1].id,
        "It is wet.",
        "It takes water for granted.",
    )
    desk.room.undo()
    assert isinstance(desk.shared.page(), SharedLenses)


def test_words_on_cards_are_kept_with_the_exploration(desk: OpenDesk, answer_id: str) -> None:
    card = PROMPTS.cards[0]
    desk.shared.show(View.CARDS)
    desk.shared.write_on_card(card.id, 1, "that somebody listens")
    page = desk.shared.page()
    assert isinstance(page, SharedCard)
    assert (page.card, page.words[:2]) == (card.id, ("", "that somebody listens"))
    assert desk.kept() == desk.record


def test_the_next_session_opens_on_what_was_taken_away_from_this_one(desk: OpenDesk, answer_id: str) -> None:
    keeping: Keeping = desk.looking.keeping
    assert keeping.last_time() is None
    desk.shared.keep("I rest first")
    desk.shared.set_next_step("Call my sister", desk.room.voices()[0].id, None)
    desk.room.start_session(desk.record.client.id)
    last = keeping.last_time()
    assert last is not None
    assert [t.text for t in last.take_aways] == ["I rest first"]
    assert last.next_step.text == "Call my sister"
    assert last.next_step.owner is not None
    assert last.next_step.owner.name == "Maya"
    desk.room.start_session(desk.record.client.id)
    assert keeping.last_time() == last
    again = desk.again()
    again.open_session(desk.record.session.id)
    assert again.looking.keeping.last_time() == last
