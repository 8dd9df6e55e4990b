"""Hostile models in the real engine, as the program runs it: the child may die, the program goes on and says so."""

import hashlib
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.catalogue.verified import ModelRole, VerifiedModel
from app.children.commands import engine_command
from app.controllers.engine_client import EngineClient, EngineState, Limits
from app.controllers.local_model import LocalModel, ModelState
from app.controllers.set_aside import SetAside
from app.controllers.work_queue import WorkQueue
from app.domain.answer import Settings
from app.engine.messages import AnswerRequest, Ask, Message, Role
from app.errors import ErrorCode
from tests.engine.small_models import write_hybrid, write_plain
from tests.escape.gguf import TEXT, U32, File, taken_apart, text, u32
from tests.escape.hostile import HOSTILE, spelled
from tests.escape.templates import LOOPS_LATER

ROOT = Path(__file__).parents[2]
CONTEXT_TOKENS = 256
WAIT_MS = 120_000
# Long for a file of some hundred kilobytes, on a busy machine too. What loops is ended by its own clock before that.
LIMITS = Limits(start_ms=60_000, load_ms=60_000, request_ms=60_000)
REFUSED, AGAIN_AND_AGAIN = ErrorCode.MODEL_LOAD_FAILED, ErrorCode.MODEL_SET_ASIDE
BY_HAND = {
    # One of each kind; `python -m tests.escape.by_hand --real` tries them all.
    "nothing at all": REFUSED,
    "a tensor count of 2^60": REFUSED,
    "arrays nested 10,000 deep": REFUSED,
    "lengths that overflow to what is right": REFUSED,
    "cut in its weights": REFUSED,
    "llama.block_count of 100000": AGAIN_AND_AGAIN,
    "llama.context_length of 1": REFUSED,
    "llama.expert_count of 100000": AGAIN_AND_AGAIN,
    "a template: reaches for cycler.__init__.__globals__.os.system('id')": REFUSED,
    "a template: raises to a power that is not known before": AGAIN_AND_AGAIN,
    "a template: says a word without end": REFUSED,
    "a template: has half a letter": REFUSED,
}


class Seat:
    """The model on this computer, whose file is exchanged; its engine is the real one."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.path = folder / "model.gguf"
        self.good = taken_apart(write_plain(self.path))
        self.limits = LIMITS
        self._aside = folder / "models-set-aside.json"
        self._numbers = count(1)
        self._start_program()

    def take(self, held: bytes) -> None:
        """Put a file in the place of the one before, without the checks that would refuse most, and try it."""
        self.path.write_bytes(held)
        self.try_again()

    def try_again(self) -> None:
        self.local_model.try_again()
        self.settle()

    def settle(self) -> None:
        """Wait until it is ready, or will not be."""
        self.wait_for(ModelState.READY, ModelState.FAULTY)

    def wait_for(self, *states: ModelState) -> None:
        self._qtbot.waitUntil(lambda: self.local_model.state in states, timeout=WAIT_MS)

    def ask(self, *turns: str, tokens: int = 4) -> list[ErrorCode]:
        """Ask, and wait for the answer or the fault; return what went wrong."""
        faults = self.begin_to_ask(*turns, tokens=tokens)
        self._qtbot.waitUntil(
            lambda: self.engine.state is not EngineState.ANSWERING or bool(faults), timeout=WAIT_MS
        )
        return faults

    def begin_to_ask(self, *turns: str, tokens: int) -> list[ErrorCode]:
        """Ask; what is returned is filled as faults come."""
        roles = (Role.SYSTEM, *(Role.USER, Role.ASSISTANT) * len(turns))
        messages = tuple(
            Message(role, words) for role, words in zip(roles, ("Be kind.", *turns), strict=False)
        )
        faults: list[ErrorCode] = []
        self.engine.request_failed.connect(lambda _id, code: faults.append(code))
        settings = Settings(0.8, 40, 0.95, tokens, CONTEXT_TOKENS)
        self.engine.ask(Ask(f"hostile-{next(self._numbers)}", (AnswerRequest(messages, 1),), settings))
        return faults

    def kill_child(self) -> None:
        """Kill the engine's child and wait until that was noticed."""
        with self._qtbot.waitSignal(self.local_model.state_changed, timeout=WAIT_MS):
            os.kill(self.child.processId(), signal.SIGKILL)
        self.settle()

    def told(self) -> tuple[ModelState, ErrorCode | None]:
        """What the window says of the model."""
        return self.local_model.state, self.local_model.fault

    @property
    def engine(self) -> EngineClient:
        assert self.local_model.engine is not None
        return self.local_model.engine

    @property
    def child(self) -> QProcess:
        (child,) = self._children()
        return child

    @property
    def has_child(self) -> bool:
        return bool(self._children())

    def start_anew(self) -> None:
        """End the program and start it again, as after locking."""
        self.end()
        self._start_program()
        self.local_model.start()
        self.settle()

    def lock_and_unlock(self) -> None:
        """As in place, without a new process."""
        self.local_model.stop()
        self.local_model.start()
        self._qtbot.waitUntil(lambda: self.local_model.engine is None or self.has_child, timeout=WAIT_MS)
        self.settle()

    def end(self) -> None:
        self.local_model.stop()
        self._work.close()
        delete(self.local_model)

    def _children(self) -> list[QProcess]:
        processes = self.local_model.findChildren(QProcess)
        return [process for process in processes if process.state() is QProcess.ProcessState.Running]

    def _start_program(self) -> None:
        self._work = WorkQueue("models")
        self.local_model = LocalModel(
            lambda _progressed: self._found(), self._engine, self._work, set_aside=SetAside(self._aside)
        )

    def _found(self) -> VerifiedModel:
        held, status = self.path.read_bytes(), self.path.stat()
        sha256 = hashlib.sha256(held).hexdigest()
        return VerifiedModel(
            self.path, "Hostile", sha256, status.st_size, status.st_mtime_ns, ModelRole.OTHER
        )

    def _engine(self, model: VerifiedModel) -> EngineClient:
        return EngineClient(engine_command(), model, CONTEXT_TOKENS, working_folder=ROOT, limits=self.limits)


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    made = Seat(qtbot, tmp_path)
    yield made
    made.end()


def with_template(good: File, source: bytes) -> bytes:
    return good.with_entry("tokenizer.chat_template", TEXT, text(source)).spelled()


@pytest.mark.parametrize("name", BY_HAND)
def test_a_hostile_model_is_told_in_a_sentence_and_the_next_one_works(seat: Seat, name: str) -> None:
    seat.take(spelled(HOSTILE[name], seat.good))
    assert seat.told() == (ModelState.FAULTY, BY_HAND[name])
    seat.take(seat.good.spelled())
    assert seat.local_model.state is ModelState.READY
    assert seat.ask("Why?") == []


def test_a_template_that_loops_only_once_somebody_asks_costs_two_answers_and_is_set_aside(seat: Seat) -> None:
    seat.take(with_template(seat.good, LOOPS_LATER))
    assert seat.ask("Why?") == []
    assert seat.ask("Why?", "So.", "And then?") == [ErrorCode.ENGINE_DIED]
    seat.settle()
    assert seat.local_model.state is ModelState.READY
    faults = seat.begin_to_ask("Why?", "So.", "And then?", tokens=4)
    seat.wait_for(ModelState.FAULTY)
    assert faults == [ErrorCode.ENGINE_GAVE_UP]
    assert seat.local_model.fault is ErrorCode.MODEL_SET_ASIDE


def test_a_model_that_computes_without_end_is_ended_when_its_time_is_over(seat: Seat) -> None:
    # The library never comes back from turning numbers by positions in no dimensions.
    turning = taken_apart(write_hybrid(seat.path)).with_entry("lfm2.rope.dimension_count", U32, u32(0))
    seat.limits = replace(LIMITS, request_ms=3_000)
    seat.take(turning.spelled())
    for code in (ErrorCode.ENGINE_SILENT, ErrorCode.ENGINE_GAVE_UP):
        assert seat.local_model.state is ModelState.READY
        faults = seat.begin_to_ask("Why?", tokens=4)
        seat.wait_for(ModelState.LOADING, ModelState.FAULTY)
        seat.settle()
        assert faults == [code]
    assert seat.local_model.fault is ErrorCode.MODEL_SET_ASIDE
    seat.limits = LIMITS
    seat.take(seat.good.spelled())
    assert seat.ask("Why?") == []


def test_a_model_whose_child_died_twice_is_not_started_again_by_itself_after_the_program_starts_anew(
    seat: Seat,
) -> None:
    seat.try_again()
    seat.kill_child()
    assert seat.told() == (ModelState.READY, None)
    seat.kill_child()
    assert seat.told() == (ModelState.FAULTY, ErrorCode.MODEL_SET_ASIDE)
    seat.lock_and_unlock()
    assert (seat.local_model.fault, seat.has_child) == (ErrorCode.MODEL_SET_ASIDE, False)
    seat.start_anew()
    assert (seat.local_model.fault, seat.has_child) == (ErrorCode.MODEL_SET_ASIDE, False)
    assert seat.local_model.model is not None


def test_one_that_was_set_aside_can_be_tried_and_with_an_answer_it_is_a_model_like_any_other(
    seat: Seat,
) -> None:
    seat.try_again()
    seat.kill_child()
    seat.kill_child()
    seat.start_anew()
    seat.try_again()
    assert seat.local_model.state is ModelState.READY
    seat.lock_and_unlock()
    assert seat.local_model.fault is ErrorCode.MODEL_SET_ASIDE
    seat.try_again()
    assert seat.ask("Why?") == []
    seat.start_anew()
    assert seat.told() == (ModelState.READY, None)


def test_another_file_in_its_place_is_started_and_the_first_one_stays_set_aside(seat: Seat) -> None:
    held = seat.good.spelled()
    seat.try_again()
    seat.kill_child()
    seat.kill_child()
    seat.take(held + bytes(32))
    assert seat.local_model.state is ModelState.READY
    assert seat.ask("Why?") == []
    seat.take(held)
    assert seat.local_model.fault is ErrorCode.MODEL_SET_ASIDE


@pytest.mark.skipif(sys.platform != "linux", reason="the order in which processes go is Linux's")
def test_when_memory_runs_out_the_child_goes_before_the_program(seat: Seat) -> None:
    seat.try_again()
    scores = [
        int(Path(f"/proc/{process}/oom_score_adj").read_text(encoding="ascii"))
        for process in (seat.child.processId(), os.getpid())
    ]
    assert scores[0] == 1000 >= scores[1]


def test_an_answer_that_came_to_its_end_between_two_deaths_keeps_the_model(seat: Seat) -> None:
    seat.try_again()
    for _ in range(3):
        seat.kill_child()
        assert seat.local_model.state is ModelState.READY
        assert seat.ask("Why?") == []
