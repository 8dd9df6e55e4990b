"""The model on this computer: checked off the window's thread, ready on request, and honest about faults."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.catalogue.check import CheckCancelledError, check_model
from app.catalogue.find import find_model
from app.catalogue.manifest import read_manifest
from app.catalogue.verified import ModelRole, VerifiedModel
from app.controllers.engine_client import EngineState
from app.controllers.local_model import LocalModel, ModelState
from app.controllers.work_queue import WorkQueue
from app.errors import ErrorCode, KnownError

from .parts import MODEL, WAIT_MS, ScriptedEngine

Find = Callable[[Callable[[float], None]], VerifiedModel]


class Models:
    """Makes local models over scripted engines, and remembers the engines."""

    def __init__(self, work: WorkQueue) -> None:
        self._work = work
        self._made: list[LocalModel] = []
        self.engines: list[ScriptedEngine] = []

    def make(self, find: Find) -> LocalModel:
        model = LocalModel(find, self._engine, self._work)
        self._made.append(model)
        return model

    def end(self) -> None:
        for model in self._made:
            delete(model)

    def _engine(self, _model: VerifiedModel) -> ScriptedEngine:
        self.engines.append(ScriptedEngine())
        return self.engines[-1]


@pytest.fixture
def models(work: WorkQueue) -> Iterator[Models]:
    made = Models(work)
    yield made
    made.end()


def wait_for(qtbot: QtBot, model: LocalModel, state: ModelState) -> None:
    qtbot.waitUntil(lambda: model.state is state, timeout=WAIT_MS)


def missing() -> VerifiedModel:
    raise KnownError(ErrorCode.MODEL_MISSING)


def test_a_model_is_checked_then_loaded_then_ready(qtbot: QtBot, models: Models) -> None:
    threads: list[int] = []
    model = models.make(lambda _progressed: threads.append(threading.get_ident()) or MODEL)  # type: ignore[func-returns-value]
    model.start()
    wait_for(qtbot, model, ModelState.LOADING)
    assert threads != [threading.get_ident()]
    (engine,) = models.engines
    states: list[ModelState] = []
    model.state_changed.connect(lambda: states.append(model.state))
    for state in (EngineState.LOADING, EngineState.READY, EngineState.ANSWERING, EngineState.STOPPING):
        engine.be(state)
    assert states == [ModelState.LOADING, ModelState.READY, ModelState.READY, ModelState.LOADING]


def test_starting_twice_checks_and_makes_one_engine_only(qtbot: QtBot, models: Models) -> None:
    checks: list[None] = []
    model = models.make(lambda _progressed: checks.append(None) or MODEL)  # type: ignore[func-returns-value]
    model.start()
    model.start()
    wait_for(qtbot, model, ModelState.LOADING)
    model.stop()
    model.start()
    assert (len(checks), len(models.engines)) == (1, 1)


def test_a_model_that_is_stopped_while_it_is_checked_does_not_start(qtbot: QtBot, models: Models) -> None:
    model = models.make(lambda _progressed: MODEL)
    model.start()
    model.stop()
    qtbot.waitUntil(lambda: bool(models.engines), timeout=WAIT_MS)
    states = [models.engines[0].state]
    model.start()
    states.append(models.engines[0].state)
    assert states == [EngineState.OFF, EngineState.STARTING]


def test_a_missing_file_is_a_fault_until_it_is_there_and_tried_again(
    qtbot: QtBot, models: Models, tmp_path: Path
) -> None:
    file = tmp_path / "model.gguf"
    model = models.make(lambda _progressed: MODEL if file.exists() else missing())
    model.start()
    wait_for(qtbot, model, ModelState.FAULTY)
    assert model.fault is ErrorCode.MODEL_MISSING
    model.try_again()
    assert model.state is ModelState.CHECKING
    wait_for(qtbot, model, ModelState.FAULTY)
    file.touch()
    model.try_again()
    wait_for(qtbot, model, ModelState.LOADING)
    assert model.fault is None


def test_a_file_that_was_exchanged_is_checked_anew_when_it_is_tried_again(
    qtbot: QtBot, models: Models
) -> None:
    found = [MODEL, replace(MODEL, name="Another", role=ModelRole.OTHER)]
    model = models.make(lambda _progressed: found.pop(0))
    model.start()
    wait_for(qtbot, model, ModelState.LOADING)
    models.engines[0].failed.emit(ErrorCode.MODEL_CHECKSUM)
    assert (model.state, model.fault) == (ModelState.FAULTY, ErrorCode.MODEL_CHECKSUM)
    model.try_again()
    wait_for(qtbot, model, ModelState.LOADING)
    assert model.model is not None
    assert model.model.name == "Another"
    assert not model.is_starter
    assert models.engines[0].stops == 1
    assert model.engine is models.engines[1]


def test_a_bug_in_checking_ends_as_a_fault_that_can_be_tried_again(qtbot: QtBot, models: Models) -> None:
    found: list[VerifiedModel] = []
    model = models.make(lambda _progressed: found[0])
    with qtbot.captureExceptions() as bugs:
        model.start()
        wait_for(qtbot, model, ModelState.FAULTY)
    assert [kind for kind, _, _ in bugs] == [IndexError]
    assert model.fault is ErrorCode.MODEL_UNREADABLE
    found.append(MODEL)
    model.try_again()
    wait_for(qtbot, model, ModelState.LOADING)


def test_an_engine_that_is_ready_after_all_clears_its_fault(qtbot: QtBot, models: Models) -> None:
    model = models.make(lambda _progressed: MODEL)
    model.start()
    wait_for(qtbot, model, ModelState.LOADING)
    models.engines[0].failed.emit(ErrorCode.ENGINE_DIED)
    models.engines[0].be(EngineState.READY)
    assert (model.state, model.fault) == (ModelState.READY, None)


def test_the_starter_is_known_by_its_checksum(qtbot: QtBot, models: Models, tmp_path: Path) -> None:
    manifest = read_manifest(Path(__file__).parents[2] / "models" / "manifest.toml")
    model = models.make(
        lambda _progressed: check_model(find_model(None), manifest, tmp_path / "checksums.json")
    )
    assert not model.is_starter
    model.start()
    wait_for(qtbot, model, ModelState.LOADING)
    assert model.is_starter


def test_how_far_the_check_has_come_is_told_on_the_windows_thread_and_percent_by_percent(
    qtbot: QtBot, models: Models
) -> None:
    def find(progressed: Callable[[float], None]) -> VerifiedModel:
        for part in range(1, 1_001):
            progressed(part / 1_000)
        return MODEL

    model = models.make(find)
    heard: list[float] = []
    threads: set[int] = set()
    model.progressed.connect(lambda: heard.append(model.checked_fraction))
    model.progressed.connect(lambda: threads.add(threading.get_ident()))
    assert model.checked_fraction == 0
    model.start()
    wait_for(qtbot, model, ModelState.LOADING)
    assert heard == [percent / 100 for percent in range(1, 101)]
    assert threads == {threading.get_ident()}


def test_a_check_that_was_cancelled_is_no_fault_and_begins_anew_when_it_is_wanted(
    qtbot: QtBot, models: Models
) -> None:
    checks: list[None] = []

    def find(_progressed: Callable[[float], None]) -> VerifiedModel:
        checks.append(None)
        if len(checks) == 1:
            raise CheckCancelledError
        return MODEL

    model = models.make(find)
    model.start()

    def begins_anew() -> bool:
        model.start()
        return len(checks) == 2

    qtbot.waitUntil(begins_anew, timeout=WAIT_MS)
    wait_for(qtbot, model, ModelState.LOADING)
    assert model.fault is None
