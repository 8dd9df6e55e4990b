"""What the tests of the controllers are made of: fresh ids, a clock, a scripted engine, a desk over a real vault."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.catalogue.verified import ModelRole, VerifiedModel
from app.compose import desk_around, upkeep_of
from app.compose.privacy import ways_of
from app.controllers.asking import Asking
from app.controllers.bringing import BroughtAnswer
from app.controllers.engine_client import EngineClient, EngineState, LoadedModel
from app.controllers.file_reader import FileReader
from app.controllers.keys import RekeyMark
from app.controllers.local_model import LocalModel
from app.controllers.looking import Looking
from app.controllers.opened_files import NewReader
from app.controllers.permission import Gate
from app.controllers.practice import Desk
from app.controllers.privacy import Ways
from app.controllers.prompt_set import read_prompts
from app.controllers.room import Room
from app.controllers.saving import Saver, SaveState
from app.controllers.settings import Language
from app.controllers.together import Together
from app.controllers.work_queue import WorkQueue
from app.domain.answer import Settings
from app.domain.changes import Change
from app.domain.record import SessionRecord, Workspace
from app.engine.messages import Ask, Chance, Counts, Done, DoneReason, Piece, PieceKind
from app.errors import ErrorCode, KnownError
from app.paths import DataFolder, resources_folder, shipped_folder
from app.store.locksmith import Locksmith
from app.store.system_keyring import SystemKeyring
from app.store.vault import Vault
from app.store.wrapping import KdfCost
from app.ui.page_words import page_wording

T = TypeVar("T")
PASSPHRASE = "three grey herons at dusk"
CHEAP = KdfCost(memory_kib=64, iterations=1, lanes=1)
WAIT_MS = 20_000
SETTINGS = Settings(temperature=0.8, top_k=40, top_p=0.95, max_tokens=40, context_tokens=512)
PROMPTS = read_prompts(resources_folder() / "prompts" / "en")
MODEL = VerifiedModel(Path("starter.gguf"), "Starter", "ab" * 32, 1, 1, ModelRole.STARTER)
LOADED = LoadedModel("Starter", "ab" * 32, 512, 2)
RAIN = "Rain falls. It is wet. Umbrellas help."


class AtOnce(WorkQueue):
    """Does each job where it is handed in, and tells of it before it returns: for work that no test waits for."""

    def __init__(self) -> None:
        super().__init__("at once")
        self.close()

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ErrorCode], None],
        *,
        if_bug: ErrorCode = ErrorCode.STORAGE_FAILED,
    ) -> None:
        done(work())


def new_ids(prefix: str = "id") -> Callable[[], str]:
    """Ids that can be told apart from those of another source."""
    numbers = count(1)
    return lambda: f"{prefix}-{next(numbers)}"


def ticking() -> Callable[[], datetime]:
    """A clock that moves on by a second each time it is looked at."""
    seconds = count()
    start = datetime(2026, 11, 3, 9, tzinfo=UTC)
    return lambda: start + timedelta(seconds=next(seconds))


class ScriptedEngine(EngineClient):
    """An engine without a child: the test says what it does. It hears questions and cancellations."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), MODEL, SETTINGS.context_tokens, parent)
        self.now = EngineState.OFF
        self.asked: list[Ask] = []
        self.cancelled: list[tuple[str, int | None]] = []
        self.stops = 0
        self._seq: dict[int, int] = {}
        self._open: set[int] = set()

    @property
    def state(self) -> EngineState:
        return self.now

    @property
    def loaded(self) -> LoadedModel | None:
        return LOADED if self.now in {EngineState.READY, EngineState.ANSWERING} else None

    def be(self, state: EngineState) -> None:
        """Come into a state."""
        self.now = state
        self.state_changed.emit(state)

    def start(self) -> None:
        self.be(EngineState.STARTING)

    def stop(self) -> None:
        """Like the real one, end what is under way as cancelled."""
        self.stops += 1
        for answer in sorted(self._open):
            self.end(DoneReason.CANCELLED, answer=answer)
        self.be(EngineState.OFF)

    def ask(self, request: Ask) -> None:
        self.asked.append(request)
        self._seq = {}
        self._open = set(range(len(request.answers)))
        self.be(EngineState.ANSWERING)

    def cancel(self, request_id: str, answer: int | None = None) -> None:
        self.cancelled.append((request_id, answer))

    def say(
        self,
        text: str,
        *,
        request: int = -1,
        answer: int = 0,
        kind: PieceKind = PieceKind.SAID,
        chances: tuple[Chance, ...] | None = None,
    ) -> None:
        """A piece of an answer to the last request, or to another."""
        seq = self._seq.get(answer, 0)
        self._seq[answer] = seq + 1
        self.piece_arrived.emit(Piece(self.asked[request].id, answer, seq, text, kind, chances))

    def end(self, reason: DoneReason, *, request: int = -1, answer: int = 0) -> None:
        """End an answer. With the last one the state comes first, as with the real engine."""
        self._open.discard(answer)
        if not self._open:
            self.be(EngineState.READY)
        self.answer_finished.emit(Done(self.asked[request].id, answer, reason, Counts(0, 0)))

    def die(self) -> None:
        """Die in the middle of an answer."""
        self._open.clear()
        self.be(EngineState.STARTING)
        self.request_failed.emit(self.asked[-1].id, ErrorCode.ENGINE_DIED)


def ready_model(qtbot: QtBot, engine: EngineClient, work: WorkQueue) -> LocalModel:
    """A checked model whose engine is the given one."""
    local_model = LocalModel(lambda _progressed: MODEL, lambda _model: engine, work)
    local_model.start()
    qtbot.waitUntil(lambda: local_model.engine is engine, timeout=WAIT_MS)
    return local_model


def make_desk(
    vault: Vault,
    workspace: Workspace,
    work: WorkQueue,
    local_model: LocalModel,
    *,
    gate: Gate | None = None,
    write: Callable[[Sequence[Change]], None] | None = None,
    prefix: str = "id",
    settings: Settings = SETTINGS,
    check_passphrase: Callable[[str], None] | None = None,
    folder: Path = Path("nowhere"),
    notice_work: WorkQueue | None = None,
    new_reader: NewReader | None = None,
    ways: Ways | None = None,
) -> Desk:
    """A desk joined as the program joins it, with a saver that waits for next to nothing.

    Texts are looked through at once, unless another thread is given for that.
    """
    saver = Saver(write or vault.apply, work, gather_ms=1, retry_ms=1)
    new_id, now = new_ids(prefix), ticking()

    def read_session(
        session_id: str, done: Callable[[SessionRecord], None], failed: Callable[[ErrorCode], None]
    ) -> None:
        saver.when_saved(lambda: work.submit(lambda: vault.session_record(session_id), done, failed))

    # As if it had been asked at the beginning, where the test says nothing else.
    placed = replace(workspace, place_of_practice=workspace.place_of_practice or "general")
    room = Room(placed, saver, read_session, gate or Gate(), new_id, now)
    seeds = count(7)
    asking = Asking(room, local_model, lambda: PROMPTS, settings, lambda: next(seeds), new_id, now)
    return desk_around(
        room,
        asking,
        saver,
        language=lambda: Language.ENGLISH,
        prompts=lambda: PROMPTS,
        wording=lambda: page_wording(Language.ENGLISH),
        check_passphrase=check_passphrase or only_passphrase,
        upkeep=upkeep_of(
            vault, folder, room, saver, Locksmith(vault, folder, _no_keyring, lambda: CHEAP), work, work, now
        ),
        work=work,
        page_work=work,
        notice_work=notice_work or AtOnce(),
        new_reader=new_reader or real_reader,
        ways=ways or ways_of(vault, DataFolder(folder)),
        new_id=new_id,
        now=now,
    )


def real_reader(parent: QObject) -> FileReader:
    """A reader with a child of its own, as in the program."""
    return FileReader((sys.executable, "-m", "app.bring"), shipped_folder(), parent)


class MarkInMemory(RekeyMark):
    """Remembers without a vault."""

    def __init__(self) -> None:
        self.name = ""

    def read(self) -> str:
        return self.name

    def write(self, name: str, then: Callable[[], None]) -> None:
        self.name = name
        then()


def _no_keyring() -> SystemKeyring:
    raise KnownError(ErrorCode.KEYRING_UNAVAILABLE)


def only_passphrase(passphrase: str) -> None:
    """Takes `PASSPHRASE` and refuses every other."""
    if passphrase != PASSPHRASE:
        raise KnownError(ErrorCode.WRONG_PASSPHRASE)


def drop(desk: Desk) -> None:
    """Delete a desk here and now: the garbage collector might do it on another thread, where timers may not end."""
    desk.importing.close()
    looks = (desk.looking, desk.together.looking)
    for part in (*looks, desk.together, desk.returning, desk.take_home, desk.asking, desk.room, desk.saver):
        delete(part)


@dataclass(frozen=True)
class OpenDesk:
    """A desk over an open vault, and the ways in which tests use it."""

    qtbot: QtBot
    vault: Vault
    work: WorkQueue
    engine: ScriptedEngine
    local_model: LocalModel
    desk: Desk
    others: list["OpenDesk"] = field(default_factory=list)

    @property
    def room(self) -> Room:
        return self.desk.room

    @property
    def asking(self) -> Asking:
        return self.desk.asking

    @property
    def together(self) -> Together:
        return self.desk.together

    @property
    def record(self) -> SessionRecord:
        """The session on screen."""
        assert self.room.record is not None
        return self.room.record

    @property
    def looking(self) -> Looking:
        """The desk's look."""
        return self.desk.looking

    @property
    def shared(self) -> Looking:
        """The shared screen's look."""
        return self.desk.together.looking

    def ask(self, question: str) -> None:
        """Ask as the desk does, and look at the answer."""
        self.room.go_to_spot(self.asking.ask(question))

    def settle(self) -> None:
        """Wait until everything is in the vault."""
        self.qtbot.waitUntil(lambda: self.desk.saver.state is SaveState.SAVED, timeout=WAIT_MS)

    def kept(self, session_id: str | None = None) -> SessionRecord:
        """What the vault holds of a session: of the open one unless another is named."""
        self.settle()
        return self.vault.session_record(session_id or self.record.session.id)

    def start_session(self, name: str = "Maya") -> str:
        """Add a client and start a session; return the session's id."""
        client = self.room.add_client(name)
        self.room.start_session(client.id)
        return self.record.session.id

    def open_session(self, session_id: str) -> None:
        """Enter a session and wait until it is there."""
        with self.qtbot.waitSignal(self.room.place_changed, timeout=WAIT_MS):
            self.room.open_session(session_id)

    def bring(self, text: str = RAIN, question: str = "What is rain?") -> tuple[str, list[str]]:
        """Bring an answer; return its id and its statements' ids."""
        answer = self.room.bring(BroughtAnswer(question, text, "", ""))
        return answer.id, [s.id for s in self.record.statements_of(answer.id)]

    def again(self, prefix: str = "again") -> "OpenDesk":
        """A new desk over the same vault, as after a crash or an unlocking."""
        self.settle()
        return self.beside(
            make_desk(self.vault, self.vault.workspace(), self.work, self.local_model, prefix=prefix)
        )

    def beside(self, desk: Desk) -> "OpenDesk":
        """Use another desk over the same vault; it ends with this one."""
        other = replace(self, desk=desk)
        self.others.append(other)
        return other

    def end(self) -> None:
        """See that everything can be saved, and let go of it."""
        for opened in (self, *self.others):
            opened.settle()
            drop(opened.desk)
