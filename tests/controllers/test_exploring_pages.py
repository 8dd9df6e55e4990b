import math
from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.controllers.exploring_pages import stays_in
from app.domain.answer import AnswerState, PhrasingKind
from app.domain.changes import Spot, View
from app.domain.shared import (
    SharedAgain,
    SharedCard,
    SharedDifferently,
    SharedGroup,
    SharedLens,
    SharedLenses,
    SharedNothing,
    SharedQuote,
    SharedWords,
    ensure_shareable,
)
from app.engine.messages import Chance, DoneReason, Other
from app.explore.phrasings import Phrasing

from .parts import OpenDesk

ANSWERS = ("Rain falls. It is wet.", "Rain falls. Umbrellas help.", "Rain falls. Puddles form.")


@pytest.fixture(autouse=True)
def in_session(desk: OpenDesk) -> None:
    """Look at a brought answer in a session."""
    desk.start_session()
    desk.bring("Rain falls. It is wet.", "What is rain?")


def say_all(desk: OpenDesk, texts: Sequence[str], reason: DoneReason = DoneReason.STOP) -> None:
    for answer, text in enumerate(texts):
        desk.engine.say(text, answer=answer)
    for answer in range(len(texts)):
        desk.engine.end(reason, answer=answer)


def again(desk: OpenDesk, *, shared: bool = False) -> SharedAgain:
    page = (desk.shared if shared else desk.looking).page()
    assert isinstance(page, SharedAgain)
    ensure_shareable(page)
    return page


def differently(desk: OpenDesk) -> SharedDifferently:
    page = desk.looking.page()
    assert isinstance(page, SharedDifferently)
    ensure_shareable(page)
    return page


def test_without_a_round_there_are_no_texts(desk: OpenDesk) -> None:
    desk.looking.show(View.AGAIN)
    assert again(desk) == SharedAgain("What is rain?", (), (), (), 0, (), 0)

    desk.looking.show(View.DIFFERENTLY)
    assert differently(desk) == SharedDifferently("What is rain?", (), 0, (), 0)


@pytest.mark.parametrize("view", [View.AGAIN, View.DIFFERENTLY, View.LENS, View.CARDS, View.WORDS])
def test_without_an_answer_there_is_nothing(desk: OpenDesk, view: View) -> None:
    desk.looking.go(Spot(view))

    assert desk.looking.page() == SharedNothing()


def test_while_one_answer_is_arriving_nothing_is_compared(desk: OpenDesk) -> None:
    desk.looking.ask_again(3)
    for answer, text in enumerate(ANSWERS):
        desk.engine.say(text, answer=answer)
    desk.engine.end(DoneReason.STOP, answer=0)

    page = again(desk)

    assert [text.state for text in page.texts] == [
        AnswerState.WHOLE,
        AnswerState.ARRIVING,
        AnswerState.ARRIVING,
    ]
    assert [text.text for text in page.texts] == list(ANSWERS)
    assert page.stays == page.changes == ()


def test_what_stays_and_what_changes_are_apart(desk: OpenDesk) -> None:
    desk.looking.ask_again(3)
    say_all(desk, ANSWERS)

    page = again(desk)

    assert page.stays == (SharedGroup("Rain falls.", (True, True, True)),)
    assert page.changes == (
        SharedGroup("It is wet.", (True, False, False)),
        SharedGroup("Umbrellas help.", (False, True, False)),
        SharedGroup("Puddles form.", (False, False, True)),
    )
    assert [text.number for text in page.texts] == [1, 2, 3]


@pytest.mark.parametrize(("answers", "least"), [(3, 3), (4, 3), (5, 4), (6, 5), (7, 6), (8, 6)], ids=str)
def test_what_stays_is_left_out_by_one_answer_in_four_at_most(answers: int, least: int) -> None:
    assert [said for said in range(answers + 1) if stays_in(said, answers)] == list(range(least, answers + 1))


def test_a_stopped_answer_takes_part(desk: OpenDesk) -> None:
    desk.looking.ask_again(3)
    say_all(desk, ANSWERS, DoneReason.CANCELLED)

    page = again(desk)

    assert {text.state for text in page.texts} == {AnswerState.STOPPED}
    assert page.stays


@pytest.mark.parametrize(("part", "reading"), [(0, 0), (1, 1), (3, 3), (4, 0), (99, 0)])
def test_the_part_names_the_answer_that_is_read(desk: OpenDesk, part: int, reading: int) -> None:
    desk.looking.ask_again(3)
    say_all(desk, ANSWERS)

    desk.looking.show_part(part)

    assert again(desk).reading == reading


def test_rounds_are_counted_and_the_spot_names_one(desk: OpenDesk) -> None:
    desk.looking.ask_again(3)
    say_all(desk, ANSWERS)
    first = desk.looking.spot
    desk.looking.ask_again(4)
    say_all(desk, ["Snow falls."] * 4)
    second = desk.looking.spot

    assert again(desk).rounds == (first.round_id, second.round_id)
    assert (again(desk).round_number, len(again(desk).texts)) == (2, 4)
    desk.looking.go(first)
    assert (again(desk).round_number, len(again(desk).texts)) == (1, 3)
    desk.looking.go(replace(first, round_id="gone"))
    assert again(desk).round_number == 2


def test_hidden_statements_are_neither_compared_nor_read_on_the_shared_screen(desk: OpenDesk) -> None:
    desk.looking.ask_again(3)
    say_all(desk, ANSWERS)
    spot = desk.looking.spot
    for answer in desk.record.round(spot.round_id or ""):
        desk.looking.reading.set_hidden(desk.record.statements_of(answer.id)[0].id, hidden=True)
    desk.shared.go(spot)

    shared, at_desk = again(desk, shared=True), again(desk)

    assert shared.stays == ()
    assert not any("Rain falls" in text.text for text in shared.texts)
    assert at_desk.stays
    assert all("Rain falls" in text.text for text in at_desk.texts)


def ask_differently(desk: OpenDesk) -> None:
    desk.looking.ask_differently(
        (
            Phrasing(PhrasingKind.AS_ASKED, "What is rain?"),
            Phrasing(PhrasingKind.OPPOSITE, "Is rain not wet?"),
        )
    )


def test_columns_bear_their_wordings_and_what_differs(desk: OpenDesk) -> None:
    ask_differently(desk)
    say_all(desk, ["Rain falls. It is wet.", "Rain falls. It is dry."])

    page = differently(desk)

    assert [(text.phrasing, text.question) for text in page.texts] == [
        (PhrasingKind.AS_ASKED, "What is rain?"),
        (PhrasingKind.OPPOSITE, "Is rain not wet?"),
    ]
    assert [[t.text[start:end] for start, end in t.differing] for t in page.texts] == [["wet"], ["dry"]]
    assert page.round_number == len(page.rounds) == 1


def test_nothing_differs_while_an_answer_is_arriving(desk: OpenDesk) -> None:
    ask_differently(desk)
    desk.engine.say("Rain falls.", answer=0)
    desk.engine.say("Snow.", answer=1)
    desk.engine.end(DoneReason.STOP, answer=0)

    assert [text.differing for text in differently(desk).texts] == [(), ()]


@pytest.mark.parametrize(("part", "first"), [(0, 0), (1, 1), (7, 1)])
def test_the_part_names_the_leftmost_column(desk: OpenDesk, part: int, first: int) -> None:
    ask_differently(desk)
    say_all(desk, ["Rain.", "Snow."])

    desk.looking.show_part(part)

    assert differently(desk).first == first


def test_a_round_of_one_kind_is_none_of_the_other(desk: OpenDesk) -> None:
    desk.looking.ask_again(3)
    say_all(desk, ANSWERS)

    desk.looking.show(View.DIFFERENTLY)

    assert differently(desk).texts == ()


def test_a_lens_shows_what_was_said_through_it_and_about_what(desk: OpenDesk) -> None:
    lens = desk.looking.prompts().lenses[0].id
    statement = desk.looking.statement()
    assert statement is not None
    desk.looking.show(View.LENS)
    assert desk.looking.page() == SharedLenses(SharedQuote("Rain falls."))

    desk.looking.look_through(lens, at_statement=True)
    desk.engine.say("Something is missing.")
    desk.engine.end(DoneReason.STOP)

    page = desk.looking.page()
    assert isinstance(page, SharedLens)
    assert (page.lens, page.about.text, page.text, page.state) == (
        lens,
        "Rain falls.",
        "Something is missing.",
        AnswerState.WHOLE,
    )
    ensure_shareable(page)


def test_the_shared_screen_does_not_show_what_a_lens_said_about_a_hidden_statement(desk: OpenDesk) -> None:
    statement = desk.looking.statement()
    assert statement is not None
    desk.looking.look_through(desk.looking.prompts().lenses[0].id, at_statement=True)
    desk.engine.end(DoneReason.STOP)
    desk.looking.reading.set_hidden(statement.id, hidden=True)
    desk.shared.go(desk.looking.spot)

    page = desk.shared.page()

    assert page == SharedLenses(SharedQuote(), ())
    assert isinstance(desk.looking.page(), SharedLens)


def test_a_card_shows_the_words_on_it(desk: OpenDesk) -> None:
    desk.looking.show(View.CARDS)
    page = desk.looking.page()
    assert isinstance(page, SharedCard)

    desk.looking.write_on_card(page.card, 1, "To sleep.")

    after = desk.looking.page()
    assert isinstance(after, SharedCard)
    assert (after.words[0], after.words[1]) == ("", "To sleep.")
    ensure_shareable(after)


def test_a_brought_answer_has_a_text_and_no_chances(desk: OpenDesk) -> None:
    desk.looking.show(View.WORDS)

    assert desk.looking.page() == SharedWords("Rain falls. It is wet.", None)


def test_words_bear_their_weight_and_their_alternatives(desk: OpenDesk) -> None:
    desk.looking.ask_once_more()
    others = (Other(" drops", math.log(0.25)),)
    desk.engine.say("Rain falls", chances=(Chance(4, math.log(0.9), ()), Chance(6, math.log(0.02), others)))
    desk.engine.end(DoneReason.STOP)
    desk.looking.show(View.WORDS)

    page = desk.looking.page()

    assert isinstance(page, SharedWords)
    assert page.words is not None
    ensure_shareable(page)
    assert [(page.text[w.start : w.end], w.weight) for w in page.words] == [("Rain", 0), ("falls", 2)]
    assert page.words[1].probability == pytest.approx(0.02, rel=1e-2)
    (other,) = page.words[1].alternatives
    assert other.text == "drops"
    assert other.probability == pytest.approx(0.25, rel=1e-2)


def test_words_of_hidden_statements_are_not_on_the_shared_screen(desk: OpenDesk) -> None:
    desk.looking.ask_once_more()
    chances = tuple(Chance(len(part), -0.1, ()) for part in ("Rain", " falls.", " It", " is", " wet."))
    desk.engine.say("Rain falls. It is wet.", chances=chances)
    desk.engine.end(DoneReason.STOP)
    desk.looking.show(View.WORDS)
    answer = desk.looking.answer()
    assert answer is not None
    desk.looking.reading.set_hidden(desk.record.statements_of(answer.id)[0].id, hidden=True)
    desk.shared.go(desk.looking.spot)

    page = desk.shared.page()

    assert isinstance(page, SharedWords)
    assert page.words is not None
    assert [page.text[word.start : word.end] for word in page.words] == ["It", "is", "wet"]


def test_drafts_of_wordings_belong_to_their_question_and_their_side(desk: OpenDesk) -> None:
    desk.shared.go(desk.looking.spot)
    desk.looking.set_draft("phrasing.opposite", "Is it not so?")

    assert desk.looking.draft("phrasing.opposite") == "Is it not so?"
    assert desk.shared.draft("phrasing.opposite") == ""
    desk.bring("Snow falls.", "What is snow?")
    assert desk.looking.draft("phrasing.opposite") == ""


def test_what_was_said_of_words_that_were_joined_and_hidden_since_is_not_on_the_shared_screen(
    desk: OpenDesk,
) -> None:
    answer_id, (_, second, _) = desk.bring()
    desk.looking.choose_statement(second)
    desk.looking.look_through("missing", at_statement=True)
    desk.engine.say("Whether it rains in summer.")
    desk.engine.end(DoneReason.STOP)
    desk.looking.reading.join(second)
    joined = desk.record.statements_of(answer_id)[1].id
    desk.together.show()
    assert isinstance(desk.shared.page(), SharedLens)
    desk.looking.reading.set_hidden(joined, hidden=True)
    assert desk.shared.page() == SharedLenses(SharedQuote(), ())
    assert isinstance(desk.looking.page(), SharedLens)
    desk.looking.reading.set_hidden(joined, hidden=False)
    assert isinstance(desk.shared.page(), SharedLens)
