"""The practice: its vault, shut or open. Everything that was decrypted lives between unlocking and locking."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal

from app.controllers.asking import Asking
from app.controllers.looking import Looking
from app.controllers.returning import Returning
from app.controllers.room import Room
from app.controllers.saving import Saver
from app.controllers.take_home import TakeHome
from app.controllers.together import Together
from app.controllers.work_queue import WorkQueue
from app.domain.record import Workspace
from app.domain.text import checked_name
from app.errors import ErrorCode, KnownError
from app.store.vault import Vault

PASSPHRASE_MIN_CHARS = 12
PASSPHRASE_MAX_CHARS = 1_000


class PracticeState(Enum):
    """Where the vault stands."""

    ABSENT = "absent"
    """There is no vault yet."""
    LOCKED = "locked"
    OPENING = "opening"
    """Until the session that was on screen is there again: what is private would show for a moment otherwise."""
    OPEN = "open"
    LOCKING = "locking"
    """The screen is locked; the last words are still being saved."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What there is to work with while the vault is open. Dropped whole on locking."""

    room: Room
    asking: Asking
    looking: Looking
    """The desk's look; `together.looking` is the shared screen's."""
    together: Together
    returning: Returning
    take_home: TakeHome
    saver: Saver


class Practice(QObject):
    """Creates, unlocks and locks the vault.

    Args:
        exists: whether there is a vault.
        create: makes the vault; runs off the window's thread; takes passphrase and the therapist's name.
        unlock: opens the vault; runs off the window's thread; takes the passphrase.
        make_desk: makes the desk over an open vault.
        work: the one thread that touches the vault.
    """

    state_changed = Signal()
    refused = Signal(object)
    """ErrorCode: creating or unlocking did not work. The state is as it was before."""

    def __init__(
        self,
        exists: Callable[[], bool],
        create: Callable[[str, str], Vault],
        unlock: Callable[[str], Vault],
        make_desk: Callable[[Vault, Workspace], Desk],
        work: WorkQueue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._create = create
        self._unlock = unlock
        self._make_desk = make_desk
        self._work = work
        self._vault: Vault | None = None
        self._when_locked: list[Callable[[], None]] = []
        self.state = PracticeState.LOCKED if exists() else PracticeState.ABSENT
        self.desk: Desk | None = None
        self.unkept: ErrorCode | None = None
        """CHANGE_NOT_KEPT from when a change was set aside until somebody has put that away, locking or not."""

    @property
    def unsaved_fault(self) -> ErrorCode | None:
        """Why the last words could not be saved yet while locking, or None."""
        if self.state is PracticeState.LOCKING and self.desk is not None:
            return self.desk.saver.fault
        return None

    def create(self, passphrase: str, repeated: str, untrusted_name: str) -> None:
        """Make the vault and open it. `refused` follows if something stands against it."""
        try:
            name = checked_name(untrusted_name)
            if len(passphrase) < PASSPHRASE_MIN_CHARS:
                raise KnownError(ErrorCode.PASSPHRASE_TOO_SHORT)
            if len(passphrase) > PASSPHRASE_MAX_CHARS:
                raise KnownError(ErrorCode.PASSPHRASE_TOO_LONG)
            if passphrase != repeated:
                raise KnownError(ErrorCode.PASSPHRASES_DIFFER)
        except KnownError as fault:
            self.refused.emit(fault.code)
            return
        self._open(lambda: self._create(passphrase, name), PracticeState.ABSENT)

    def unlock(self, passphrase: str) -> None:
        """Open the vault. `refused` follows if the passphrase or the vault does not allow it."""
        self._open(lambda: self._unlock(passphrase), PracticeState.LOCKED)

    def lock(self) -> None:
        """Shut the vault. The state changes at once; the last words are saved behind the locked screen."""
        desk = self.desk
        if self.state is not PracticeState.OPEN or desk is None:
            return
        self._set_state(PracticeState.LOCKING)
        desk.asking.stop()
        desk.asking.abandon()
        desk.saver.state_changed.connect(self._on_saver_state)
        desk.saver.when_saved(self._close)

    def close(self, when_closed: Callable[[], None]) -> None:
        """Shut the vault if it is open, and call when that is done: for the end of the program."""
        if self.state in {PracticeState.OPEN, PracticeState.LOCKING, PracticeState.OPENING}:
            self._when_locked.append(when_closed)
            self.lock()
        else:
            when_closed()

    def close_without_saving(self) -> None:
        """Shut the vault although the last words could not be saved: they are lost."""
        if self.state is PracticeState.LOCKING:
            self._close()

    def put_unkept_away(self) -> None:
        """Somebody has read that a change was not kept."""
        self.unkept = None
        self.state_changed.emit()

    def _open(self, work: Callable[[], Vault], back_to: PracticeState) -> None:
        if self.state is not back_to:
            return
        self._set_state(PracticeState.OPENING)

        def open_and_read() -> tuple[Vault, Workspace]:
            vault = work()
            try:
                return vault, vault.workspace()
            except BaseException:
                vault.close()
                raise

        self._work.submit(open_and_read, self._on_opened, lambda code: self._on_refused(code, back_to))

    def _on_opened(self, opened: tuple[Vault, Workspace]) -> None:
        self._vault, workspace = opened
        self.desk = self._make_desk(self._vault, workspace)
        self.desk.saver.change_set_aside.connect(self._on_change_set_aside)
        self.desk.room.place_changed.connect(self._on_back_in_place, Qt.ConnectionType.SingleShotConnection)
        self.desk.room.return_to_place()

    def _on_back_in_place(self) -> None:
        self._set_state(PracticeState.OPEN)
        if self._when_locked:
            self.lock()

    def _on_refused(self, code: ErrorCode, back_to: PracticeState) -> None:
        self._set_state(back_to)
        self._call_when_locked()
        self.refused.emit(code)

    def _on_change_set_aside(self) -> None:
        self.unkept = ErrorCode.CHANGE_NOT_KEPT
        self.state_changed.emit()

    def _on_saver_state(self) -> None:
        self.state_changed.emit()

    def _close(self) -> None:
        vault, self._vault = self._vault, None
        if vault is not None:
            self._work.submit(vault.close, lambda _: self._on_closed(), lambda _: self._on_closed())

    def _on_closed(self) -> None:
        if self.desk is not None:
            desk = self.desk
            looks = (desk.looking, desk.together.looking)
            for part in (
                *looks,
                desk.together,
                desk.returning,
                desk.take_home,
                desk.asking,
                desk.room,
                desk.saver,
            ):
                part.deleteLater()
        self.desk = None
        self._set_state(PracticeState.LOCKED)
        self._call_when_locked()

    def _call_when_locked(self) -> None:
        calls, self._when_locked = self._when_locked, []
        for call in calls:
            call()

    def _set_state(self, state: PracticeState) -> None:
        self.state = state
        self.state_changed.emit()
