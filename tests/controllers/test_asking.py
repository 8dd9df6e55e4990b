"""Asking: one question at a time, painted and kept as its answer arrives, and ended once however it ends."""

import pytest

from app.domain.answer import AnswerState, MadeHere
from app.domain.changes import FinishAnswer, GrowAnswer
from app.engine.messages import DoneReason, Message, PieceKind, Role
from app.errors import ErrorCode, KnownError

from .parts import LOADED, PROMPTS, RAIN, SETTINGS, WAIT_MS, OpenDesk


class Heard:
    """What the window was told, in order."""

    def __init__(self, desk: OpenDesk) -> None:
        self.grown: list[tuple[str, str]] = []
        self.ended: list[str] = []
        self.finishes: list[FinishAnswer] = []
        self.faults: list[ErrorCode] = []
        desk.asking.answer_grew.connect(lambda answer_id, added: self.grown.append((answer_id, added)))
        desk.asking.answer_ended.connect(self.ended.append)
        desk.asking.went_wrong.connect(self.faults.append)
        desk.room.record_changed.connect(
            lambda changes: self.finishes.extend(c for c in changes if isinstance(c, FinishAnswer))
        )


@pytest.fixture
def heard(desk: OpenDesk) -> Heard:
    desk.start_session()
    return Heard(desk)


def ask(desk: OpenDesk, question: str = "What is rain?") -> str:
    """Ask; return the answer's id."""
    desk.ask(question)
    answer_id = desk.asking.arriving_answer_id
    assert answer_id is not None
    return answer_id


def test_a_question_goes_out_with_the_prompt_and_its_answer_keeps_how_it_was_asked(
    desk: OpenDesk, heard: Heard
) -> None:
    answer_id = ask(desk, " What is rain?\r\n")
    (asked,) = desk.engine.asked
    (wanted,) = asked.answers
    assert wanted.messages == (
        Message(Role.SYSTEM, PROMPTS.answer.system),
        Message(Role.USER, "What is rain?"),
    )
    assert asked.settings == SETTINGS
    answer = desk.record.answer(answer_id)
    assert answer is not None
    assert answer.origin == MadeHere(
        LOADED.name, LOADED.sha256, SETTINGS, wanted.seed, PROMPTS.answer.version, 2
    )
    assert answer.state is AnswerState.ARRIVING
    assert desk.room.place.spot.answer_id == answer_id
    assert desk.kept() == desk.record


def test_the_first_piece_is_announced_at_once_and_later_ones_are_gathered(
    desk: OpenDesk, heard: Heard
) -> None:
    answer_id = ask(desk)
    desk.engine.say("Rain ")
    assert heard.grown == [(answer_id, "Rain ")]
    for piece in ("falls. ", "It ", "is "):
        desk.engine.say(piece)
    assert len(heard.grown) == 1
    desk.qtbot.waitUntil(lambda: len(heard.grown) > 1, timeout=WAIT_MS)
    assert heard.grown[1:] == [(answer_id, "falls. It is ")]
    assert desk.asking.arriving_text == "Rain falls. It is "


def test_what_has_come_is_in_the_vault_while_more_is_on_its_way(desk: OpenDesk, heard: Heard) -> None:
    answer_id = ask(desk)
    desk.engine.say("Rain falls. It")
    with desk.qtbot.waitSignal(
        desk.room.record_changed,
        timeout=WAIT_MS,
        check_params_cb=lambda changes: isinstance(changes[0], GrowAnswer),
    ):
        pass
    (answer,) = desk.kept().answers
    assert (answer.id, answer.text, answer.state) == (answer_id, "Rain falls. It", AnswerState.ARRIVING)


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        (DoneReason.STOP, AnswerState.WHOLE),
        (DoneReason.LENGTH, AnswerState.CUT),
        (DoneReason.CANCELLED, AnswerState.STOPPED),
    ],
)
def test_an_answer_that_ends_is_read_as_statements_and_marked_with_how_it_ended(
    desk: OpenDesk, heard: Heard, reason: DoneReason, state: AnswerState
) -> None:
    answer_id = ask(desk)
    desk.engine.say(f"{RAIN} \n")
    desk.engine.end(reason)
    answer = desk.record.answer(answer_id)
    assert answer is not None
    assert (answer.text, answer.state) == (RAIN, state)
    statements = desk.record.statements_of(answer_id)
    assert len(statements) == 3
    assert desk.room.place.spot.statement_id == statements[0].id
    assert heard.ended == [answer_id]
    assert desk.asking.arriving_answer_id is None
    assert desk.kept() == desk.record


def test_when_the_engine_dies_what_had_come_is_kept_and_marked(desk: OpenDesk, heard: Heard) -> None:
    answer_id = ask(desk)
    desk.engine.say("Rain falls. It ")
    desk.engine.die()
    answer = desk.record.answer(answer_id)
    assert answer is not None
    assert (answer.text, answer.state) == ("Rain falls. It", AnswerState.INTERRUPTED)
    assert len(desk.record.statements_of(answer_id)) == 2
    assert heard.faults == [ErrorCode.ENGINE_DIED]
    assert desk.kept() == desk.record


def test_pieces_and_ends_that_come_too_late_are_ignored(desk: OpenDesk, heard: Heard) -> None:
    answer_id = ask(desk)
    desk.engine.say(RAIN)
    desk.engine.end(DoneReason.STOP)
    after = desk.record
    desk.engine.say(" More.")
    desk.engine.end(DoneReason.CANCELLED)
    desk.engine.request_failed.emit(desk.engine.asked[0].id, ErrorCode.ENGINE_DIED)
    assert desk.record == after
    assert heard.ended == [answer_id]
    assert heard.faults == []


def test_a_late_piece_of_one_answer_does_not_reach_the_next(desk: OpenDesk, heard: Heard) -> None:
    ask(desk)
    desk.engine.say("Rain")
    desk.engine.end(DoneReason.STOP)
    ask(desk, "What is snow?")
    desk.engine.say("late", request=0)
    desk.engine.say("Snow")
    desk.engine.end(DoneReason.CANCELLED, request=0)
    assert desk.asking.arriving_text == "Snow"
    assert len(heard.ended) == 1


def test_what_the_model_says_to_itself_is_no_part_of_its_answer(desk: OpenDesk, heard: Heard) -> None:
    ask(desk)
    desk.engine.say("hidden", kind=PieceKind.THOUGHT)
    desk.engine.say("Rain\x07 \ud800falls.\r\n")
    assert desk.asking.arriving_text == "Rain \ufffdfalls.\n"


def test_asking_once_more_gives_another_answer_to_the_same_question_and_keeps_the_first(
    desk: OpenDesk, heard: Heard
) -> None:
    first = ask(desk)
    desk.engine.say(RAIN)
    desk.engine.end(DoneReason.STOP)
    (exploration,) = desk.record.explorations
    desk.asking.ask_once_more(exploration.id)
    desk.engine.say("Water.")
    desk.engine.end(DoneReason.STOP)
    answers = desk.record.shown_answers(exploration.id)
    assert [(a.text, a.position) for a in answers] == [(RAIN, 0), ("Water.", 1)]
    assert answers[0].id == first
    seeds = [asked.answers[0].seed for asked in desk.engine.asked]
    assert len(set(seeds)) == 2
    assert desk.engine.asked[0].answers[0].messages == desk.engine.asked[1].answers[0].messages
    assert desk.kept() == desk.record


def test_a_brought_answer_without_a_question_cannot_be_asked_for_once_more(
    desk: OpenDesk, heard: Heard
) -> None:
    desk.bring(question="")
    with pytest.raises(KnownError) as refused:
        desk.asking.ask_once_more(desk.record.explorations[0].id)
    assert refused.value.code is ErrorCode.QUESTION_EMPTY


def test_stopping_asks_the_engine_and_leaves_the_answer_until_it_has_obeyed(
    desk: OpenDesk, heard: Heard
) -> None:
    answer_id = ask(desk)
    desk.engine.say("Rain ")
    desk.asking.stop()
    assert desk.engine.cancelled == [(desk.engine.asked[0].id, 0)]
    desk.engine.say("falls.")
    desk.engine.end(DoneReason.CANCELLED)
    answer = desk.record.answer(answer_id)
    assert answer is not None
    assert (answer.text, answer.state) == ("Rain falls.", AnswerState.STOPPED)


@pytest.mark.parametrize("is_left", [True, False])
def test_an_answer_that_is_taken_back_or_whose_session_is_left_while_it_arrives_ends_once(
    desk: OpenDesk, heard: Heard, is_left: bool
) -> None:
    asked_in = desk.record.session.id
    answer_id = ask(desk)
    desk.engine.say("Rain falls. It is")
    if is_left:
        desk.room.start_session(desk.record.client.id)
        other = desk.record.session.id
        desk.open_session(asked_in)
        desk.open_session(other)
    else:
        desk.room.undo()
    desk.engine.end(DoneReason.CANCELLED)
    assert desk.engine.cancelled == [(desk.engine.asked[0].id, 0)]
    assert heard.ended == [answer_id]
    assert [finish.answer_id for finish in heard.finishes] == [answer_id]
    kept = desk.kept(asked_in)
    assert [(a.text, a.state) for a in kept.answers] == [("Rain falls. It is", AnswerState.STOPPED)]
    assert len(kept.statements_of(answer_id)) == 2


def test_pieces_that_come_while_another_session_is_being_read_belong_to_the_answer(
    desk: OpenDesk, heard: Heard
) -> None:
    first = desk.record.session.id
    desk.room.start_session(desk.record.client.id)
    second = desk.record.session.id
    ask(desk)
    with desk.qtbot.waitSignal(desk.asking.answer_ended, timeout=WAIT_MS):
        desk.room.open_session(first)
        desk.engine.say("Rain falls.")
    assert desk.record.session.id == first
    assert desk.record.answers == ()
    assert [a.text for a in desk.kept(second).answers] == ["Rain falls."]


def test_an_answer_that_was_taken_back_while_it_arrived_comes_again_with_redo(
    desk: OpenDesk, heard: Heard
) -> None:
    answer_id = ask(desk)
    desk.engine.say("Rain falls.")
    desk.room.undo()
    assert desk.room.chosen_answer() is None
    desk.room.redo()
    answer = desk.record.answer(answer_id)
    assert answer is not None
    assert (answer.text, answer.state) == ("Rain falls.", AnswerState.STOPPED)
    assert desk.kept() == desk.record
