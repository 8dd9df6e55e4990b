"""The way of a question with nothing made up: the starter model in its child, a real vault, a real desk."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.catalogue.check import check_model
from app.catalogue.find import find_model
from app.catalogue.manifest import read_manifest
from app.controllers.engine_client import EngineClient
from app.controllers.local_model import LocalModel, ModelState
from app.controllers.practice import Desk
from app.controllers.work_queue import WorkQueue
from app.domain.answer import AnswerState
from app.store.vault import Vault

from .parts import SETTINGS, drop, make_desk

ROOT = Path(__file__).parents[2]
WAIT_MS = 120_000


@pytest.fixture
def local_model(qapp: object, work: WorkQueue, tmp_path: Path) -> Iterator[LocalModel]:
    manifest = read_manifest(ROOT / "models" / "manifest.toml")
    command = (sys.executable, "-m", "app.engine")
    made = LocalModel(
        lambda _progressed: check_model(find_model(None), manifest, tmp_path / "checksums.json"),
        lambda model: EngineClient(command, model, SETTINGS.context_tokens, working_folder=ROOT),
        work,
    )
    yield made
    made.stop()
    delete(made)


@pytest.fixture
def desk(vault: Vault, work: WorkQueue, local_model: LocalModel) -> Iterator[Desk]:
    # Long enough that it is still arriving when it is stopped.
    settings = replace(SETTINGS, max_tokens=200)
    made = make_desk(vault, vault.workspace(), work, local_model, settings=settings)
    yield made
    drop(made)


def test_a_question_is_answered_stopped_and_asked_once_more(
    qtbot: QtBot, vault: Vault, local_model: LocalModel, desk: Desk
) -> None:
    local_model.start()
    assert local_model.state is ModelState.CHECKING
    qtbot.waitUntil(lambda: local_model.state is ModelState.READY, timeout=WAIT_MS)
    assert local_model.is_starter

    desk.room.start_session(desk.room.add_client("Maya").id)
    grown: list[str] = []
    desk.asking.answer_grew.connect(lambda _id, added: grown.append(added))
    with qtbot.waitSignal(desk.asking.answer_grew, timeout=WAIT_MS):
        desk.asking.ask("Tell me a long story about rain.")
    with qtbot.waitSignal(desk.asking.answer_ended, timeout=WAIT_MS):
        desk.asking.stop()
    record = desk.room.record
    assert record is not None
    (exploration,) = record.explorations
    (stopped,) = record.answers
    assert stopped.state is AnswerState.STOPPED
    assert stopped.text.startswith("".join(grown).rstrip())

    with qtbot.waitSignal(desk.asking.answer_ended, timeout=WAIT_MS):
        desk.asking.ask_once_more(exploration.id)
    record = desk.room.record
    assert record is not None
    first, second = record.shown_answers(exploration.id)
    assert first == stopped
    assert second.state in {AnswerState.WHOLE, AnswerState.CUT}
    assert record.statements_of(second.id)

    session_id = record.session.id
    with qtbot.waitCallback(timeout=WAIT_MS) as saved:
        desk.saver.when_saved(saved)
    assert vault.session_record(session_id) == record
