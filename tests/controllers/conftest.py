"""What the tests of the controllers share: threads that end, a cheap real vault, and a desk over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.controllers.engine_client import EngineState
from app.controllers.work_queue import WorkQueue
from app.store.vault import Vault

from .parts import CHEAP, PASSPHRASE, OpenDesk, ScriptedEngine, make_desk, ready_model
from .practising import Practising


@pytest.fixture
def work(qapp: object) -> Iterator[WorkQueue]:
    """A thread that ends with the test."""
    queue = WorkQueue("test")
    yield queue
    queue.close()


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    """What is made with this parent is deleted with the test, and on this thread."""
    parent = QObject()
    yield parent
    delete(parent)


@pytest.fixture
def vault_folder(tmp_path: Path) -> Path:
    """A folder with a new, closed vault."""
    folder = tmp_path / "vault"
    Vault.create(folder, PASSPHRASE, "Dr Rahma", CHEAP).close()
    return folder


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[Vault]:
    """That vault, open."""
    with Vault.open(vault_folder, PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def engine(qapp: object) -> ScriptedEngine:
    """An engine that does what the test says."""
    return ScriptedEngine()


@pytest.fixture
def desk(qtbot: QtBot, vault: Vault, work: WorkQueue, engine: ScriptedEngine) -> Iterator[OpenDesk]:
    """A desk over the open vault, with an engine that is ready. At the end everything is in the vault."""
    local_model = ready_model(qtbot, engine, work)
    engine.be(EngineState.READY)
    opened = OpenDesk(
        qtbot, vault, work, engine, local_model, make_desk(vault, vault.workspace(), work, local_model)
    )
    yield opened
    opened.end()
    delete(local_model)


@pytest.fixture
def practising(
    qtbot: QtBot, work: WorkQueue, engine: ScriptedEngine, vault_folder: Path
) -> Iterator[Practising]:
    """A practice with a vault, locked. At the end it is closed, with everything saved."""
    made = Practising(qtbot, work, engine, vault_folder)
    yield made
    made.end()
