"""Several answers at once: the same question again, in other words, and what the model says about an answer."""

import pytest

from app.controllers.asking import MOST_TIMES
from app.controllers.engine_client import EngineState
from app.domain.answer import (
    Answer,
    AnswerState,
    AskedAgain,
    AskedDifferently,
    Chance,
    PhrasingKind,
    ThroughLens,
)
from app.domain.changes import Spot, View
from app.domain.text import QUESTION_MAX_CHARS
from app.engine import messages
from app.engine.messages import DoneReason, Role
from app.errors import BugError, ErrorCode, KnownError
from app.explore.phrasings import Phrasing

from .parts import PROMPTS, RAIN, WAIT_MS, OpenDesk


@pytest.fixture
def exploration_id(desk: OpenDesk) -> str:
    """A session with a brought answer to a question."""
    desk.start_session()
    desk.bring()
    return desk.record.explorations[0].id


def round_of(desk: OpenDesk, spot: Spot) -> tuple[Answer, ...]:
    """The answers that were asked for at once."""
    assert spot.round_id is not None
    return desk.record.round(spot.round_id)


def test_the_same_question_goes_out_as_often_as_wanted_in_one_request_with_different_seeds(
    desk: OpenDesk, exploration_id: str
) -> None:
    spot = desk.asking.ask_again(exploration_id, 5)
    (asked,) = desk.engine.asked
    assert len({wanted.messages for wanted in asked.answers}) == 1
    assert asked.answers[0].messages[-1] == messages.Message(Role.USER, "What is rain?")
    assert len({wanted.seed for wanted in asked.answers}) == len(asked.answers) == 5
    answers = round_of(desk, spot)
    assert [answer.request for answer in answers] == [AskedAgain(spot.round_id or "")] * 5
    assert [answer.position for answer in answers] == [1, 2, 3, 4, 5]
    assert (spot.view, spot.answer_id) == (View.AGAIN, answers[0].id)
    assert desk.kept() == desk.record


@pytest.mark.parametrize(("seed", "seeds"), [(7, [7, 8, 9]), (2**32 - 2, [2**32 - 2, 0, 1])])
def test_seeds_differ_even_if_chance_gives_the_same_for_ever(
    desk: OpenDesk, exploration_id: str, seed: int, seeds: list[int]
) -> None:
    desk.asking._new_seed = lambda: seed
    desk.asking.ask_again(exploration_id, 3)
    assert [wanted.seed for wanted in desk.engine.asked[0].answers] == seeds


@pytest.mark.parametrize("times", [0, 2, MOST_TIMES + 1])
def test_too_few_or_too_many_times_is_a_fault_of_ours(
    desk: OpenDesk, exploration_id: str, times: int
) -> None:
    with pytest.raises(BugError):
        desk.asking.ask_again(exploration_id, times)
    assert desk.engine.asked == []


def test_each_answer_grows_and_ends_by_itself_and_the_request_ends_with_the_last(
    desk: OpenDesk, exploration_id: str
) -> None:
    grown: list[tuple[str, str]] = []
    desk.asking.answer_grew.connect(lambda answer_id, added: grown.append((answer_id, added)))
    spot = desk.asking.ask_again(exploration_id, 3)
    first, second, third = (answer.id for answer in round_of(desk, spot))
    desk.engine.say("One. ", answer=0)
    desk.engine.say("Two. ", answer=1)
    assert grown == [(first, "One. "), (second, "Two. ")]
    desk.engine.end(DoneReason.STOP, answer=1)
    assert list(desk.asking.arriving_ids) == [first, third]
    desk.engine.say("More.", answer=0)
    desk.engine.end(DoneReason.LENGTH, answer=0)
    desk.engine.end(DoneReason.CANCELLED, answer=2)
    assert list(desk.asking.arriving_ids) == []
    found = [(a.text, a.state) for a in round_of(desk, spot)]
    assert found == [
        ("One. More.", AnswerState.CUT),
        ("Two.", AnswerState.WHOLE),
        ("", AnswerState.STOPPED),
    ]
    assert len(desk.record.statements_of(first)) == 2
    assert desk.kept() == desk.record


def test_one_of_several_can_be_stopped_and_the_others_go_on(desk: OpenDesk, exploration_id: str) -> None:
    spot = desk.asking.ask_again(exploration_id, 3)
    second = round_of(desk, spot)[1].id
    request_id = desk.engine.asked[0].id
    desk.asking.stop(second)
    assert desk.engine.cancelled == [(request_id, 1)]
    desk.asking.stop()
    assert desk.engine.cancelled == [(request_id, 1), (request_id, 0), (request_id, 1), (request_id, 2)]


def test_one_undo_takes_the_whole_round_back_and_stops_it(desk: OpenDesk, exploration_id: str) -> None:
    spot = desk.asking.ask_again(exploration_id, 3)
    desk.engine.say("One.", answer=0)
    desk.room.undo()
    assert round_of(desk, spot) == ()
    assert desk.asking.arriving_ids == ()
    assert {index for _, index in desk.engine.cancelled} == {0, 1, 2}
    desk.room.redo()
    assert [a.state for a in round_of(desk, spot)] == [AnswerState.STOPPED] * 3
    assert round_of(desk, spot)[0].text == "One."


def test_when_the_engine_dies_all_that_came_is_kept_and_marked(desk: OpenDesk, exploration_id: str) -> None:
    faults: list[ErrorCode] = []
    desk.asking.went_wrong.connect(faults.append)
    spot = desk.asking.ask_again(exploration_id, 3)
    desk.engine.say("One.", answer=0)
    desk.engine.end(DoneReason.STOP, answer=0)
    desk.engine.say("Tw", answer=1)
    desk.engine.die()
    assert [(a.text, a.state) for a in round_of(desk, spot)] == [
        ("One.", AnswerState.WHOLE),
        ("Tw", AnswerState.INTERRUPTED),
        ("", AnswerState.INTERRUPTED),
    ]
    assert faults == [ErrorCode.ENGINE_DIED]


def test_a_question_too_long_for_so_many_answers_leaves_no_empty_ones_behind(
    desk: OpenDesk, exploration_id: str
) -> None:
    spot = desk.asking.ask_again(exploration_id, 3)
    desk.engine.request_failed.emit(desk.engine.asked[0].id, ErrorCode.QUESTION_OVER_CONTEXT)
    assert round_of(desk, spot) == ()
    assert len(desk.record.shown_answers(exploration_id)) == 1
    assert desk.asking.fault is ErrorCode.QUESTION_OVER_CONTEXT


def test_other_wordings_go_out_together_and_each_answer_keeps_its_own(
    desk: OpenDesk, exploration_id: str
) -> None:
    phrasings = (
        Phrasing(PhrasingKind.AS_ASKED, "What is rain?"),
        Phrasing(PhrasingKind.FRIEND, " A friend says there is no rain.\r\n"),
    )
    spot = desk.asking.ask_differently(exploration_id, phrasings)
    (asked,) = desk.engine.asked
    sent = [wanted.messages[-1].text for wanted in asked.answers]
    assert sent == ["What is rain?", "A friend says there is no rain."]
    assert spot.view == View.DIFFERENTLY
    assert [a.request for a in round_of(desk, spot)] == [
        AskedDifferently(spot.round_id or "", PhrasingKind.AS_ASKED, "What is rain?"),
        AskedDifferently(spot.round_id or "", PhrasingKind.FRIEND, "A friend says there is no rain."),
    ]
    assert desk.kept() == desk.record


@pytest.mark.parametrize(
    ("text", "code"),
    [(" ", ErrorCode.QUESTION_EMPTY), ("x" * (QUESTION_MAX_CHARS + 1), ErrorCode.QUESTION_TOO_LONG)],
)
def test_a_wording_that_is_none_is_refused_and_nothing_is_asked(
    desk: OpenDesk, exploration_id: str, text: str, code: ErrorCode
) -> None:
    before = desk.record
    with pytest.raises(KnownError) as refused:
        desk.asking.ask_differently(exploration_id, (Phrasing(PhrasingKind.NEUTRAL, text),))
    assert refused.value.code is code
    assert (desk.record, desk.engine.asked) == (before, [])


def test_all_lenses_on_an_answer_show_the_same_beginning_to_the_model(
    desk: OpenDesk, exploration_id: str
) -> None:
    (answer,) = desk.record.shown_answers(exploration_id)
    statement = desk.record.statements_of(answer.id)[1]
    for lens in PROMPTS.lenses:
        for statement_id in (None, statement.id):
            desk.asking.look_through(lens.id, answer.id, statement_id)
            desk.engine.end(DoneReason.STOP)
    asked = [request.answers[0].messages for request in desk.engine.asked]
    assert {turns[:-1] for turns in asked} == {asked[0][:-1]}
    assert [turn.role for turn in asked[0]] == [Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.USER]
    assert len({turns[-1] for turns in asked}) == 2 * len(PROMPTS.lenses)
    assert [r.settings.max_tokens for r in desk.engine.asked[::2]] == [x.max_tokens for x in PROMPTS.lenses]
    assert "It is wet." in asked[1][-1].text


def test_what_a_lens_shows_stays_with_the_answer_and_is_no_answer_to_the_question(
    desk: OpenDesk, exploration_id: str
) -> None:
    (answer,) = desk.record.shown_answers(exploration_id)
    lens = PROMPTS.lenses[0]
    spot = desk.asking.look_through(lens.id, answer.id)
    assert (spot.view, spot.answer_id, spot.statement_id) == (View.LENS, answer.id, None)
    desk.engine.say("It does not say where the rain falls.")
    desk.engine.end(DoneReason.STOP)
    (through,) = desk.record.through_lenses(answer.id)
    assert through.id == spot.lens_id
    assert through.request == ThroughLens(lens.id, answer.id, None)
    assert desk.record.statements_of(through.id) == ()
    assert desk.record.shown_answers(exploration_id) == (answer,)
    assert through.id not in desk.record.chances
    assert desk.kept() == desk.record


def test_a_lens_on_a_very_long_answer_says_that_it_saw_only_the_beginning(desk: OpenDesk) -> None:
    desk.start_session()
    answer_id, _ = desk.bring("It rains again today. " * 900)
    desk.asking.look_through(PROMPTS.lenses[0].id, answer_id)
    (through,) = desk.record.through_lenses(answer_id)
    assert isinstance(through.request, ThroughLens)
    assert through.request.shortened
    assert len(desk.engine.asked[0].answers[0].messages[2].text) < 10_000


def test_chances_are_kept_for_the_text_as_it_is_kept(desk: OpenDesk, exploration_id: str) -> None:
    spot = desk.asking.ask_once_more(exploration_id)
    other = messages.Other("Wind\x07", -1.23456)
    desk.engine.say(
        "Rain\r",
        chances=(messages.Chance(4, -0.123456, (other,)), messages.Chance(1, -2.0, ())),
    )
    desk.engine.say("falls. \n", chances=(messages.Chance(6, -0.5, ()), messages.Chance(2, -0.25, ())))
    desk.engine.end(DoneReason.STOP)
    answer_id = spot.answer_id or ""
    answer = desk.record.answer(answer_id)
    assert answer is not None
    assert answer.text == "Rain\nfalls."
    assert desk.record.chances[answer_id] == (
        Chance(4, -0.123, (("Wind", -1.235),)),
        Chance(1, -2.0),
        Chance(6, -0.5),
    )
    assert desk.kept() == desk.record


def test_leaving_the_session_ends_all_that_arrives_in_it(desk: OpenDesk, exploration_id: str) -> None:
    asked_in = desk.record.session.id
    desk.asking.ask_again(exploration_id, 3)
    desk.engine.say("One.", answer=2)
    desk.room.undo()
    desk.room.redo()
    with desk.qtbot.waitSignal(desk.room.place_changed, timeout=WAIT_MS):
        desk.room.start_session(desk.record.client.id)
    assert desk.asking.arriving_ids == ()
    kept = desk.kept(asked_in)
    assert [a.text for a in kept.answers] == [RAIN, "", "", "One."]
    assert all(a.state is not AnswerState.ARRIVING for a in kept.answers)


def test_an_answer_too_long_for_a_lens_stays_and_only_the_empty_lens_goes(desk: OpenDesk) -> None:
    desk.start_session()
    answer_id, _ = desk.bring()
    lens = PROMPTS.lenses[0].id
    desk.looking.look_through(lens, at_statement=False)
    desk.engine.be(EngineState.READY)
    desk.engine.request_failed.emit(desk.engine.asked[-1].id, ErrorCode.QUESTION_OVER_CONTEXT)
    assert desk.record.answer(answer_id) is not None
    assert desk.record.through_lenses(answer_id) == ()
    assert desk.looking.spot.answer_id == answer_id
    assert desk.kept() == desk.record
