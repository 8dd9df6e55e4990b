"""The composition root: the only place where the program's parts are made and joined."""

import secrets
import sys
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from app.catalogue.check import check_model
from app.catalogue.find import find_model
from app.catalogue.manifest import read_manifest
from app.catalogue.verified import VerifiedModel
from app.controllers.asking import Asking
from app.controllers.cards import Cards
from app.controllers.comparing import Comparing
from app.controllers.engine_client import EngineClient
from app.controllers.exploring_pages import ExploringPages
from app.controllers.garbage import WindowThreadGarbage
from app.controllers.keeping import Keeping
from app.controllers.local_model import LocalModel
from app.controllers.looking import Looking
from app.controllers.pages import AnswerPages, Side
from app.controllers.permission import Gate
from app.controllers.practice import Desk, Practice, PracticeState
from app.controllers.prompt_set import PromptSet, read_prompts
from app.controllers.reading import Reading
from app.controllers.returning import Returning
from app.controllers.room import Room
from app.controllers.saving import Saver
from app.controllers.settings import Language, LookSettings
from app.controllers.take_home import PageWording, TakeHome
from app.controllers.together import Together
from app.controllers.work_queue import WorkQueue
from app.domain.answer import Settings
from app.domain.record import SessionRecord, Workspace
from app.errors import ErrorCode
from app.export.typesetting import Typesetter
from app.paths import DataFolder, resources_folder, shipped_folder, shipped_models_folder
from app.store.vault import Vault
from app.ui.dress import Dress
from app.ui.main_window import MainWindow
from app.ui.page_words import page_wording

CONTEXT_TOKENS = 4_096
"""Room for eight answers side by side, or for a lens on an answer of about 6,000 characters."""
SETTINGS = Settings(temperature=0.8, top_k=40, top_p=0.95, max_tokens=400, context_tokens=CONTEXT_TOKENS)


@dataclass(frozen=True, slots=True)
class Program:
    """The running program, for those who drive it."""

    window: MainWindow
    practice: Practice
    local_model: LocalModel
    settings: LookSettings


@contextmanager
def program(
    app: QApplication,
    data: DataFolder,
    model_file: Path | None = None,
    new_seed: Callable[[], int] = lambda: secrets.randbelow(2**32 - 1),
    gate: Gate | None = None,
) -> Iterator[Program]:
    """Make the program, and end its threads and its child when the block is left.

    Args:
        app: the application.
        data: where everything is kept.
        model_file: a model file to use in the place of the starter.
        new_seed: gives the seed of each answer, from 0 to 2**32 - 2; the tour and the tests choose their own.
        gate: says what may be done; without one everything may.

    Raises:
        OSError: the data folder can't be made.
    """
    data.create()
    garbage = WindowThreadGarbage()
    vault_work = WorkQueue("vault")
    model_work = WorkQueue("model")
    page_work = WorkQueue("page")
    settings = LookSettings(data.settings, QLocale.system().name())
    ending = threading.Event()
    local_model = LocalModel(
        lambda progressed: _checked_model(data, model_file, ending.is_set, progressed), _engine, model_work
    )
    practice = Practice(
        exists=lambda: Vault.exists(data.vault),
        create=lambda passphrase, name: Vault.create(data.vault, passphrase, name),
        unlock=lambda passphrase: Vault.open(data.vault, passphrase),
        make_desk=lambda vault, workspace: _desk(
            vault,
            workspace,
            vault_work,
            page_work,
            local_model,
            settings,
            new_seed,
            gate or Gate(),
            lambda passphrase: Vault.check_passphrase(data.vault, passphrase),
        ),
        work=vault_work,
    )
    practice.state_changed.connect(lambda: _run_engine_while_open(practice, local_model))
    dress = Dress(app, resources_folder(), QTranslator(app))
    window = MainWindow(practice, local_model, settings, dress)
    try:
        yield Program(window, practice, local_model, settings)
    finally:
        ending.set()
        local_model.stop()
        vault_work.close()
        model_work.close()
        page_work.close()
        window.deleteLater()
        dress.take_off()
        garbage.stop()


def _run_engine_while_open(practice: Practice, local_model: LocalModel) -> None:
    if practice.state is PracticeState.OPEN:
        local_model.start()
    elif practice.state in {PracticeState.LOCKING, PracticeState.LOCKED}:
        # After the locked screen is painted: an engine that hangs takes a second to end.
        QTimer.singleShot(0, local_model.stop)


def _desk(
    vault: Vault,
    workspace: Workspace,
    work: WorkQueue,
    page_work: WorkQueue,
    local_model: LocalModel,
    settings: LookSettings,
    new_seed: Callable[[], int],
    gate: Gate,
    check_passphrase: Callable[[str], None],
) -> Desk:
    saver = Saver(vault.apply, work)

    def read_session(
        session_id: str, done: Callable[[SessionRecord], None], failed: Callable[[ErrorCode], None]
    ) -> None:
        # What is still on its way to the vault belongs to what is read from it.
        saver.when_saved(lambda: work.submit(lambda: vault.session_record(session_id), done, failed))

    room = Room(workspace, saver, read_session, gate, _new_id, _now)
    prompts = {
        language: read_prompts(resources_folder() / "prompts" / language.value) for language in Language
    }
    asking = Asking(
        room,
        local_model,
        # The starter speaks English alone, and nonsense when it is told about itself in another language.
        lambda: prompts[Language.ENGLISH if local_model.is_starter else settings.language],
        SETTINGS,
        new_seed=new_seed,
        new_id=_new_id,
        now=_now,
    )
    return desk_around(
        room,
        asking,
        saver,
        prompts=lambda: prompts[settings.language],
        wording=lambda: page_wording(settings.language),
        check_passphrase=check_passphrase,
        work=work,
        page_work=page_work,
        new_id=_new_id,
        now=_now,
    )


def desk_around(
    room: Room,
    asking: Asking,
    saver: Saver,
    *,
    prompts: Callable[[], PromptSet],
    wording: Callable[[], PageWording],
    check_passphrase: Callable[[str], None],
    work: WorkQueue,
    page_work: WorkQueue,
    new_id: Callable[[], str],
    now: Callable[[], datetime],
) -> Desk:
    """Return the desk whose parts stand around this room.

    Args:
        room, asking, saver: what the other parts work on.
        prompts: lenses and cards in the language on screen.
        wording: the words of the page to take home.
        check_passphrase: returns if it is the vault's, and raises KnownError otherwise.
        work: the thread of the vault.
        page_work: the thread that draws and writes pages.
        new_id, now: give a fresh id, and the time.
    """
    seen_shared = AnswerPages(room, asking, Side.SHARED)
    comparing = Comparing()
    reading, keeping, cards = Reading(room, new_id, now), Keeping(room, new_id, now), Cards(room)
    take_home = TakeHome(room, seen_shared, wording, _typesetter, page_work)

    def looking(seen: AnswerPages) -> Looking:
        exploring = ExploringPages(seen, comparing)
        return Looking(room, asking, reading, keeping, cards, take_home, seen, exploring, prompts)

    return Desk(
        room=room,
        asking=asking,
        looking=looking(AnswerPages(room, asking, Side.DESK)),
        together=Together(room, seen_shared, looking(seen_shared)),
        returning=Returning(room, check_passphrase, work),
        take_home=take_home,
        saver=saver,
    )


@cache
def _typesetter() -> Typesetter:
    """Made when the first page is drawn: it reads all fonts."""
    return Typesetter(resources_folder())


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
    command = (sys.executable, "-m", "app.engine")
    return EngineClient(command, model, CONTEXT_TOKENS, working_folder=shipped_folder())


def _new_id() -> str:
    return uuid.uuid4().hex


def _now() -> datetime:
    return datetime.now(UTC)
