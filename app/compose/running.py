"""The whole program: its threads, its vault, its model and its window."""

import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QTimer, QTranslator, qVersion
from PySide6.QtWidgets import QApplication

from app import __version__, bugs
from app.catalogue.check import check_model
from app.catalogue.find import find_model
from app.catalogue.manifest import read_manifest
from app.catalogue.test_drive import FOLDER_NAME as TEST_DRIVES
from app.catalogue.test_drive import read_test_drive
from app.catalogue.verified import VerifiedModel
from app.children.commands import engine_command, reader_command
from app.compose.desk import desk_over, noticing_rules
from app.compose.door import door_of
from app.compose.privacy import ways_of
from app.controllers.asking_settings import CONTEXT_TOKENS
from app.controllers.bug_reports import BugReports
from app.controllers.engine_client import EngineClient
from app.controllers.file_reader import FileReader
from app.controllers.garbage import WindowThreadGarbage
from app.controllers.local_model import LocalModel
from app.controllers.permission import Gate
from app.controllers.practice import Desk, Practice, PracticeState
from app.controllers.rescue import Rescue
from app.controllers.restoring import Restoring
from app.controllers.salvaging import Salvaging
from app.controllers.set_aside import SetAside
from app.controllers.settings import LookSettings
from app.controllers.work_queue import WorkQueue
from app.domain.record import Workspace
from app.errors import ErrorCode, KnownError
from app.paths import DataFolder, resources_folder, shipped_folder, shipped_models_folder
from app.store.locksmith import forget_commits
from app.store.restoring import finish_restore
from app.store.vault import Vault
from app.succession.place import WindowPlace
from app.ui.dress import Dress
from app.ui.main_window import MainWindow

_FILES_END_WITHIN_S = 5.0
"""Time enough to leave a backup that was stopped; a disk that does not answer by then keeps nobody waiting."""

_NOTICES_END_WITHIN_S = 0.5


@dataclass(frozen=True, slots=True)
class Program:
    """The running program, for those who drive it."""

    window: MainWindow
    practice: Practice
    local_model: LocalModel
    settings: LookSettings
    reports: BugReports


@contextmanager
def program(
    app: QApplication,
    data: DataFolder,
    model_file: Path | None = None,
    new_seed: Callable[[], int] = lambda: secrets.randbelow(2**32 - 1),
    gate: Gate | None = None,
    *,
    give_way: Callable[[WindowPlace], None] | None = None,
    place: WindowPlace | None = None,
) -> Iterator[Program]:
    """Make the program, and end its threads and its child when the block is left.

    Args:
        app: the application.
        data: where everything is kept.
        model_file: a model file to use in the place of the starter.
        new_seed: gives the seed of each answer, from 0 to 2**32 - 2; the tour and the tests choose their own.
        gate: says what may be done; without one everything may.
        give_way: has a fresh process take this place after locking; returns at once. Without it the vault is locked
            in place.
        place: where the process stood that this one follows.

    Raises:
        OSError: the data folder can't be made.
    """
    data.create()
    is_restored = False
    with suppress(KnownError):
        # A restore that was cut off. What cannot be finished now is met, and told, when the vault is opened.
        is_restored = finish_restore(data.vault, _now())
    garbage = WindowThreadGarbage()
    vault_work = WorkQueue("vault")
    model_work = WorkQueue("model")
    page_work = WorkQueue("page")
    file_work = WorkQueue("files", ends_within_s=_FILES_END_WITHIN_S)
    # What is looked through is kept nowhere: nobody waits for it in the end.
    notice_work = WorkQueue("notices", ends_within_s=_NOTICES_END_WITHIN_S)
    settings = LookSettings(data.settings, QLocale.system().name())
    ending = threading.Event()
    local_model = LocalModel(
        lambda progressed: _checked_model(data, model_file, ending.is_set, progressed),
        _engine,
        model_work,
        lambda sha256: read_test_drive(
            (data.models / TEST_DRIVES, shipped_models_folder() / TEST_DRIVES), sha256
        ),
        SetAside(data.models_set_aside),
    )
    # Read before anything is looked through, and not on the window's thread.
    notice_work.submit(lambda: noticing_rules().prepare(), lambda _none: None, lambda _code: None)

    def make_desk(vault: Vault, workspace: Workspace) -> Desk:
        desk = desk_over(
            vault,
            workspace,
            data.vault,
            vault_work,
            page_work,
            file_work,
            notice_work,
            local_model,
            settings,
            new_seed,
            gate or Gate(),
            _reader,
            ways_of(vault, data),
        )
        desk.place_of_practice.changed.connect(lambda: _run_engine_while_open(practice, local_model))
        return desk

    practice = Practice(
        door=door_of(data, fresh=place is None or place.is_first),
        make_desk=make_desk,
        work=vault_work,
        replace=None if give_way is None else lambda: replace(give_way),
    )
    practice.unkept = ErrorCode.CHANGE_NOT_KEPT if place is not None and place.unkept else None
    practice.salvage_wanted = place is not None and place.salvaging
    practice.state_changed.connect(lambda: _run_engine_while_open(practice, local_model))
    dress = Dress(app, resources_folder(), QTranslator(app))
    rescue = Rescue(Restoring(data.vault, vault_work, _now), Salvaging(data.vault, vault_work, _now))
    for put_in_place in (rescue.restoring.restored, rescue.salvaging.salvaged):
        put_in_place.connect(practice.look_again)

    def forget_commits_of_before() -> None:
        # Queued before the vault can be opened.
        vault_work.submit(lambda: forget_commits(data.vault), lambda _none: None, lambda _code: None)

    rescue.restoring.restored.connect(forget_commits_of_before)
    if is_restored:
        forget_commits_of_before()
    reports = BugReports(_about_this_program, file_work)
    window = MainWindow(practice, local_model, settings, dress, rescue, reports)

    def replace(give_way: Callable[[WindowPlace], None]) -> None:
        local_model.stop()
        give_way(window.place())

    try:
        yield Program(window, practice, local_model, settings, reports)
    finally:
        ending.set()
        rescue.cancel()
        local_model.stop()
        vault_work.close()
        model_work.close()
        page_work.close()
        file_work.close()
        notice_work.close()
        window.deleteLater()
        dress.take_off()
        garbage.stop()


def _run_engine_while_open(practice: Practice, local_model: LocalModel) -> None:
    """Where the model may not be asked, its child does not run."""
    if practice.state is PracticeState.OPEN and practice.desk is not None:
        if practice.desk.asking.permission().given:
            local_model.start()
        else:
            local_model.stop()
    elif practice.state in {PracticeState.LOCKING, PracticeState.LOCKED}:
        # After the locked screen is painted: an engine that hangs takes a second to end.
        QTimer.singleShot(0, local_model.stop)


def _checked_model(
    data: DataFolder,
    explicit: Path | None,
    cancelled: Callable[[], bool],
    progressed: Callable[[float], None],
) -> VerifiedModel:
    manifest = read_manifest(shipped_models_folder() / "manifest.toml")
    file = find_model(explicit)
    return check_model(file, manifest, data.verified_models, cancelled=cancelled, progressed=progressed)


def _engine(model: VerifiedModel) -> EngineClient:
    return EngineClient(engine_command(), model, CONTEXT_TOKENS, working_folder=shipped_folder())


def _reader(parent: QObject) -> FileReader:
    return FileReader(reader_command(), shipped_folder(), parent)


def _about_this_program() -> str:
    return f"Trialogue {__version__}, Qt {qVersion()}, {bugs.system()}"


def _now() -> datetime:
    return datetime.now(UTC)
