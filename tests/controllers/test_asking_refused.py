"""Asking when it cannot be: refused with the reason, and nothing changed."""

from collections.abc import Callable

import pytest

from app.controllers.engine_client import EngineState
from app.controllers.permission import Action, Gate, Reason
from app.domain.text import QUESTION_MAX_CHARS
from app.errors import BugError, ErrorCode, KnownError

from .parts import WAIT_MS, OpenDesk, make_desk


@pytest.fixture(autouse=True)
def session(desk: OpenDesk) -> None:
    """A session is open."""
    desk.start_session()


def _hold_up(desk: OpenDesk) -> None:
    desk.asking.ask("What is rain?")


@pytest.mark.parametrize(
    ("hinder", "code"),
    [
        (lambda desk: desk.engine.be(EngineState.STARTING), ErrorCode.MODEL_LOADING),
        (lambda desk: desk.engine.be(EngineState.LOADING), ErrorCode.MODEL_LOADING),
        (lambda desk: desk.engine.be(EngineState.OFF), ErrorCode.ENGINE_NOT_STARTED),
        (lambda desk: desk.engine.be(EngineState.STOPPING), ErrorCode.ENGINE_NOT_STARTED),
        (lambda desk: desk.engine.failed.emit(ErrorCode.MODEL_LOAD_FAILED), ErrorCode.MODEL_LOAD_FAILED),
        (_hold_up, ErrorCode.ENGINE_BUSY),
    ],
)
def test_while_the_model_cannot_answer_asking_is_refused_with_the_reason_and_nothing_changes(
    desk: OpenDesk, hinder: Callable[[OpenDesk], None], code: ErrorCode
) -> None:
    hinder(desk)
    before, asked = desk.record, len(desk.engine.asked)
    with pytest.raises(KnownError) as refused:
        desk.asking.ask("What is snow?")
    assert refused.value.code is code
    assert desk.record == before
    assert len(desk.engine.asked) == asked


def test_between_the_engines_rest_and_the_end_of_the_answer_asking_is_refused_too(desk: OpenDesk) -> None:
    """Whoever hears first that the engine is ready must not lose a question."""
    desk.asking.ask("What is rain?")
    desk.engine.be(EngineState.READY)
    with pytest.raises(KnownError) as refused:
        desk.asking.ask("What is snow?")
    assert refused.value.code is ErrorCode.ENGINE_BUSY


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (" \n", ErrorCode.QUESTION_EMPTY),
        ("x" * (QUESTION_MAX_CHARS + 1), ErrorCode.QUESTION_TOO_LONG),
        ("x" * 200_000, ErrorCode.QUESTION_TOO_LONG),
    ],
)
def test_a_question_that_is_none_is_refused(desk: OpenDesk, question: str, code: ErrorCode) -> None:
    with pytest.raises(KnownError) as refused:
        desk.asking.ask(question)
    assert refused.value.code is code
    assert desk.record.explorations == ()


def test_behind_a_closed_gate_nothing_happens_even_if_a_view_forgets_to_ask(desk: OpenDesk) -> None:
    desk.bring()
    desk.settle()
    gate = Gate({Action.ASK_MODEL: Reason.PLACE_OF_PRACTICE})
    workspace = desk.vault.workspace()
    shut = desk.beside(
        make_desk(desk.vault, workspace, desk.work, desk.local_model, gate=gate, prefix="shut")
    )
    with shut.qtbot.waitSignal(shut.room.place_changed, timeout=WAIT_MS):
        shut.room.return_to_place()
    before = shut.record
    with pytest.raises(BugError):
        shut.asking.ask("What is snow?")
    with pytest.raises(BugError):
        shut.asking.ask_once_more(before.explorations[0].id)
    assert shut.record == before
    assert desk.engine.asked == []
    assert shut.asking.permission().reason is Reason.PLACE_OF_PRACTICE
