"""The practice: its vault, shut or open. Everything that was decrypted lives between unlocking and locking."""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal

from app.controllers.asking import Asking
from app.controllers.deleting import Deleting
from app.controllers.door import Door
from app.controllers.importing import Importing
from app.controllers.lines import Lines
from app.controllers.looking import Looking
from app.controllers.noticing import Noticing
from app.controllers.parts import Parts
from app.controllers.passphrase import passphrase_fault
from app.controllers.place_of_practice import PlaceOfPractice
from app.controllers.privacy import Privacy
from app.controllers.returning import Returning
from app.controllers.room import Room
from app.controllers.saving import Saver
from app.controllers.take_home import TakeHome
from app.controllers.together import Together
from app.controllers.upkeep import Upkeep
from app.controllers.work_queue import WorkQueue
from app.domain.audit import AddAuditEntry, AuditKind
from app.domain.record import Workspace
from app.domain.text import checked_name
from app.errors import BugError, ErrorCode, KnownError
from app.safety.noticing import NoticingRules
from app.store.recovery_key import RecoveryKey
from app.store.vault import Vault


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
    REPLACING = "replacing"
    """The vault is shut, and a fresh process is on its way that takes the place of this one."""


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
    deleting: Deleting
    place_of_practice: PlaceOfPractice
    lines: Lines
    noticing: Noticing
    importing: Importing
    rules: NoticingRules
    """What can be noticed, and what each rule says of itself."""
    parts: Parts
    """What the program is made of."""
    upkeep: Upkeep
    privacy: Privacy
    saver: Saver


class Practice(QObject):
    """Creates, unlocks and locks the vault.

    Args:
        door: the ways into the vault.
        make_desk: makes the desk over an open vault.
        work: the one thread that touches the vault.
        replace: has a fresh process take the place of this one, which ends then; returns at once. Without it the
            vault is locked in place, and what was decrypted may stay in the memory of this process.
    """

    state_changed = Signal()
    locking = Signal()
    """The screen is about to be locked: the last moment to keep how it stands."""
    refused = Signal(object)
    """ErrorCode: creating or unlocking did not work. The state is as it was before."""

    def __init__(
        self,
        door: Door,
        make_desk: Callable[[Vault, Workspace], Desk],
        work: WorkQueue,
        replace: Callable[[], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.replace = replace
        """Replaces this process after locking, or None where the vault is locked in place."""
        self._door = door
        self._make_desk = make_desk
        self._work = work
        self._vault: Vault | None = None
        self._was_open = False
        self._lock_once_open = False
        self._when_locked: list[Callable[[], None]] = []
        self.state = PracticeState.LOCKED if door.exists() else PracticeState.ABSENT
        self.desk: Desk | None = None
        self.salvage_wanted = False
        """Whether the locked screen begins with saving what can be read."""
        self.unkept: ErrorCode | None = None
        """CHANGE_NOT_KEPT from when a change was set aside until somebody has put that away, locking or not."""

    @property
    def unsaved_fault(self) -> ErrorCode | None:
        """Why the last words could not be saved yet while locking, or None."""
        if self.state is PracticeState.LOCKING and self.desk is not None:
            return self.desk.saver.fault
        return None

    def create(
        self, passphrase: str, repeated: str, untrusted_name: str, recovery_key: RecoveryKey | None = None
    ) -> None:
        """Make the vault, with a recovery key that was confirmed, and open it. `refused` follows if that fails."""
        fault = passphrase_fault(passphrase, repeated)
        try:
            name = checked_name(untrusted_name)
        except KnownError as unnamed:
            fault = unnamed.code
        if fault is not None:
            self.refused.emit(fault)
            return
        self._open(lambda: self._door.create(passphrase, name, recovery_key), PracticeState.ABSENT)

    def unlock(self, passphrase: str) -> None:
        """Open the vault. `refused` follows if the passphrase or the vault does not allow it."""
        self._open(lambda: self._door.unlock(passphrase), PracticeState.LOCKED)

    def recover(self, untrusted_key: str, passphrase: str, repeated: str) -> None:
        """Open the vault with its recovery key, which gives it this new passphrase. `refused` follows if not."""
        fault = passphrase_fault(passphrase, repeated)
        try:
            key = RecoveryKey.from_typed(untrusted_key)
        except KnownError as mistyped:
            fault = mistyped.code
        if fault is not None:
            self.refused.emit(fault)
            return
        self._open(lambda: self._door.recover(key, passphrase), PracticeState.LOCKED)

    def unlock_with_keyring(self) -> None:
        """Open the vault with what the system's keyring holds. `refused` follows if that is not enough."""
        self._open(self._door.unlock_with_keyring, PracticeState.LOCKED)

    def look_again(self) -> None:
        """See whether there is a vault: one was restored, say, where there was none."""
        if self.state in {PracticeState.ABSENT, PracticeState.LOCKED}:
            self._set_state(PracticeState.LOCKED if self._door.exists() else PracticeState.ABSENT)

    @property
    def seconds_to_wait(self) -> float:
        """How long until the next passphrase is tried, after several wrong ones; 0 at other times."""
        return self._door.seconds_to_wait()

    @property
    def offers_keyring(self) -> bool:
        """Whether the system's keyring may open the vault now: not once it was locked, which was for a reason."""
        return not self._was_open and self._door.offers_keyring()

    def lock(self) -> None:
        """Shut the vault. The state changes at once; the last words are saved behind the locked screen.

        A vault that is being opened is shut as soon as that is done, and its desk never shows. Where this process can
        be replaced, LOCKED never follows but REPLACING, and then this process ends.
        """
        if self.state is PracticeState.OPENING:
            self._lock_once_open = True
        elif self.state is PracticeState.OPEN:
            self.locking.emit()
            self._begin_locking()

    def _begin_locking(self) -> None:
        desk = self.desk
        if desk is None:
            raise BugError("an open vault has no desk")
        self._set_state(PracticeState.LOCKING)
        desk.importing.close()
        desk.privacy.close()
        desk.upkeep.stop()
        desk.asking.stop()
        desk.asking.abandon()
        desk.saver.state_changed.connect(self._on_saver_state)
        desk.saver.when_saved(self._close)

    def lock_to_salvage(self) -> None:
        """Shut the vault to save what can be read of it: the locked screen begins there."""
        self.salvage_wanted = self.state is PracticeState.OPEN
        self.lock()

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
        self._lock_once_open = False
        self._set_state(PracticeState.OPENING)

        def open_and_read() -> tuple[Vault, Workspace, Exception | None]:
            vault = work()
            try:
                bug = _swept(vault)
                return vault, vault.workspace(), bug
            except BaseException:
                vault.close()
                raise

        self._work.submit(open_and_read, self._on_opened, lambda code: self._on_refused(code, back_to))

    def _on_opened(self, opened: tuple[Vault, Workspace, Exception | None]) -> None:
        vault, workspace, bug = opened
        self._vault = vault
        self._was_open = True
        self.salvage_wanted = False
        try:
            self.desk = self._make_desk(vault, workspace)
            self.desk.saver.change_set_aside.connect(self._on_change_set_aside)
            self.desk.room.place_changed.connect(
                self._on_back_in_place, Qt.ConnectionType.SingleShotConnection
            )
            self.desk.room.return_to_place()
        except Exception:
            self._shut_without_desk(vault)
            raise
        if bug is not None:
            sys.excepthook(type(bug), bug, bug.__traceback__)

    def _shut_without_desk(self, vault: Vault) -> None:
        self._vault = None
        self._drop_desk()

        def refuse(_outcome: object) -> None:
            self._on_refused(ErrorCode.STORAGE_FAILED, PracticeState.LOCKED)

        self._work.submit(lambda: self._door.shut(vault), refuse, refuse)

    def _on_back_in_place(self) -> None:
        if self._lock_once_open:
            self._begin_locking()
            return
        self._set_state(PracticeState.OPEN)
        # Whoever hears of that may lock at once.
        if self.desk is not None and self.state is PracticeState.OPEN:
            self.desk.deleting.begin()
            self.desk.upkeep.begin()

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
        if self.desk is not None:
            self.desk.saver.stop()
        if vault is not None:
            self._work.submit(
                lambda: self._tell_and_shut(vault), lambda _: self._on_closed(), lambda _: self._on_closed()
            )

    def _tell_and_shut(self, vault: Vault) -> None:
        # That the trail cannot be written is no reason to stay open.
        try:
            with suppress(KnownError):
                vault.apply((AddAuditEntry(AuditKind.LOCKED, datetime.now(UTC), {}),))
        finally:
            self._door.shut(vault)

    def _on_closed(self) -> None:
        self._drop_desk()
        if self.replace is not None and not self._when_locked:
            self._set_state(PracticeState.REPLACING)
            self.replace()
            return
        self._set_state(PracticeState.LOCKED)
        self._call_when_locked()

    def _drop_desk(self) -> None:
        if self.desk is not None:
            desk = self.desk
            looks = (desk.looking, desk.together.looking)
            for part in (
                *looks,
                desk.together,
                desk.returning,
                desk.take_home,
                *desk.upkeep.parts(),
                desk.asking,
                desk.room,
                desk.saver,
            ):
                part.deleteLater()
        self.desk = None

    def _call_when_locked(self) -> None:
        calls, self._when_locked = self._when_locked, []
        for call in calls:
            call()

    def _set_state(self, state: PracticeState) -> None:
        self.state = state
        self.state_changed.emit()


def _swept(vault: Vault) -> Exception | None:
    """Do the housekeeping, which never keeps a vault shut; return the bug that it met, to be reported."""
    try:
        with suppress(KnownError):
            vault.sweep(datetime.now(UTC))
    except Exception as bug:  # noqa: BLE001 - handed on, not swallowed: reported when the vault is open
        return bug
    return None
