"""The vault: everything that is kept, in one encrypted database beside its slot file.

What opening notices, and what it leaves to the checks afterwards: `app/store/opening.py`. What the head file beside
the database notices and what it cannot: `app/store/witness.py`.

A vault is used from one thread at a time.
"""

import os
import stat
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Self

from sqlcipher3 import dbapi2

from app.domain.audit import AddAuditEntry, AuditEntry, AuditKind
from app.domain.changes import Change
from app.domain.condition import Condition, Finding
from app.domain.deletion import Purge
from app.domain.evidence import FileSeen, Lying
from app.domain.record import SessionRecord, Workspace
from app.errors import ErrorCode, KnownError
from app.store import audit, deleting
from app.store.at_rest import files_at_rest
from app.store.backing_up import OpenVault
from app.store.checking import Check
from app.store.creation import VaultFiles, create_files, finish_creation, remove_staged
from app.store.faults import explained
from app.store.files import check_writable
from app.store.keys import OpenedKeys, VaultKeys
from app.store.opening import Opened, open_database
from app.store.pages_on_disk import PAGE_BYTES
from app.store.recovery_key import RecoveryKey
from app.store.rekey import rekey
from app.store.repository import Repository
from app.store.slot_file import read_slot_file
from app.store.slots import Secret, SlotFile
from app.store.traces import wipe_if_due
from app.store.tuning import tuned_here
from app.store.wrapping import KdfCost


class Vault:
    """An open vault. Owns the database's connection and with it the lock; `close` gives both back."""

    def __init__(self, opened: Opened) -> None:
        """Take over an open database; use `create` or `open`."""
        self._opened = opened
        self._database = opened.database
        self._repository = Repository(opened.database)
        self.found_on_opening = opened.found
        """In what the vault did not fit its head file. It is open all the same."""
        self._may_have_traces = True
        """Of what went for good: until it was looked for, once after opening."""

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a vault is in the folder, whole or damaged: then it is opened, otherwise created."""
        return VaultFiles(folder).are_there()

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        therapist_name: str,
        cost: KdfCost | None = None,
        recovery_key: RecoveryKey | None = None,
    ) -> "Vault":
        """Create a vault and open it. The folder is created, mode 0700, if it is missing.

        Args:
            folder: where `vault.db` and `vault.slots.json` go.
            passphrase: as typed; it is normalised (NFKC), nothing else.
            therapist_name: what the therapist is called on the shared screen; may be empty.
            cost: what Argon2id costs; measured if not given, which takes one to three seconds.
            recovery_key: opens the vault from the start, too, if given.

        Raises:
            KnownError: VAULT_ALREADY_THERE, FOLDER_READ_ONLY, DISK_FULL, STORAGE_FAILED or NOT_ENOUGH_MEMORY.
        """
        files = VaultFiles(folder)
        data_key = create_files(files, passphrase, therapist_name, cost or tuned_here(), recovery_key)
        slot_file = read_slot_file(files.slots)
        vault = cls(open_database(files, data_key, slot_file.vault_id))
        VaultKeys(folder).settle(slot_file)
        return vault

    @classmethod
    def open(cls, folder: Path, secret: Secret, *, known_commits: int | None = None) -> "Vault":
        """Open the vault in the folder. Apart from the keys it takes milliseconds, whatever the vault's size.

        Args:
            folder: where the vault lies.
            secret: a passphrase, the recovery key, or what the system's keyring holds.
            known_commits: `commits` as the keyring remembers it, if it does: a vault that has fewer is older.

        Raises:
            KnownError: in the order in which they are found. The database's file: VAULT_MISSING,
                VAULT_NOT_A_FILE, VAULT_EMPTY, VAULT_DAMAGED, FOLDER_READ_ONLY. The slot file: SLOTS_MISSING,
                SLOTS_DAMAGED, SLOTS_NEWER. The secret: what `VaultKeys.unlock` raises. The two together:
                VAULT_IN_USE, VAULT_NOT_ENCRYPTED, SLOTS_DO_NOT_MATCH, VAULT_DAMAGED, VAULT_NEWER. At any point:
                DISK_FULL, STORAGE_FAILED.
        """
        files = VaultFiles(folder)
        finish_creation(files)
        _check_before_key(files)
        keys = VaultKeys(folder)
        opened = keys.unlock(secret)
        vault = cls(_opened_database(files, opened, known_commits))
        keys.settle(opened.slot_file)
        remove_staged(files)
        with suppress(KnownError):
            vault._tell_of_tries(opened)
            keys.forget(opened.failed)
        return vault

    @classmethod
    def recover(
        cls, folder: Path, recovery_key: RecoveryKey, new_passphrase: str, cost: KdfCost | None = None
    ) -> "Vault":
        """Open the vault with the recovery key, and give it a passphrase in the place of the forgotten one.

        Raises:
            KnownError: as `open` does. What was not opened has its old passphrase still; so has what could not be
                written, which is closed again.
        """
        vault = cls.open(folder, recovery_key)
        try:
            VaultKeys(folder).change_passphrase(recovery_key, new_passphrase, cost)
        except BaseException:
            vault.close()
            raise
        # The new passphrase is in place: that the trail could not be written is no reason to stay outside.
        with suppress(KnownError):
            vault.apply((AddAuditEntry(AuditKind.PASSPHRASE_CHANGED, datetime.now(UTC), {}),))
        return vault

    @staticmethod
    def check_passphrase(folder: Path, passphrase: str) -> None:
        """Return if the passphrase is the vault's. Takes as long as opening does; the key is dropped at once.

        Raises:
            KnownError: what `VaultKeys.unlock` raises. A wrong one is remembered as one at the door is.
        """
        VaultKeys(folder).unlock(passphrase)

    def rekey(
        self,
        files: VaultFiles,
        new_slots: Callable[[bytes, bytes], SlotFile],
        proof: Secret,
        progressed: Callable[[float], None],
        cancelled: Event,
    ) -> None:
        """Encrypt everything anew under a new data key. See `app/store/rekey.py`.

        Raises:
            KnownError: REKEY_UNFINISHED: the vault is closed, and unlocking anew finishes it. With any other code
                everything is as it was.
        """
        opened = rekey(self._database, files, new_slots, proof, datetime.now(UTC), progressed, cancelled)
        self._opened = opened
        self._database = opened.database
        self._repository = Repository(opened.database)

    def source(self, files: VaultFiles, program: str) -> OpenVault:
        """Return what a backup is made of. `program` is this program's version."""
        return OpenVault(self._database, files, program, self._opened.vault_id, self._opened.data_key)

    def at_rest(self, files: VaultFiles, root: Path, known: Mapping[str, Lying]) -> tuple[FileSeen, ...]:
        """Return what lies in the folders of the vault and of the program, as in `files_at_rest`.

        Raises:
            KnownError: STORAGE_FAILED or VAULT_DAMAGED.
        """
        with explained():
            return files_at_rest(self._database, files, root, known)

    def apply(self, changes: Sequence[Change]) -> None:
        """Keep the changes, all of them or none. When this returns they are on the disk.

        Raises:
            KnownError: DISK_FULL, FOLDER_READ_ONLY, STORAGE_FAILED or VAULT_DAMAGED; nothing was kept, and the
                same changes can be applied again.
            BugError: the changes do not fit what is in the vault; nothing was kept.
        """
        self._repository.apply(changes)
        if self._may_have_traces or any(isinstance(change, Purge) for change in changes):
            # Not tried again at each save if it fails: what is due is kept, and comes back at the next opening.
            self._may_have_traces = False
            with suppress(KnownError):
                wipe_if_due(self._database)
        self._empty_log()

    def _tell_of_tries(self, opened: OpenedKeys) -> None:
        with explained(), self._database.begin() as connection:
            for failed in opened.failed:
                audit.append(connection, AuditKind.UNLOCK_FAILED, failed.at, slot=failed.by.value)
            audit.append(connection, AuditKind.UNLOCKED, datetime.now(UTC), slot=opened.by.value)
        self._empty_log()

    def _empty_log(self) -> None:
        # What was committed is safe in the log: one that could not be emptied now is emptied by the next save.
        with suppress(dbapi2.Error, OSError):
            self._database.checkpoint()

    def workspace(self) -> Workspace:
        """Return clients, sessions, drafts, place and the therapist's name.

        Damage to what belongs to neither clients nor sessions is a finding, and that part is left out.

        Raises:
            KnownError: VAULT_DAMAGED or STORAGE_FAILED.
        """
        workspace = self._repository.workspace()
        if self._repository.left_out_damage and Finding.TABLES_DAMAGED not in self.found_on_opening:
            self.found_on_opening = (*self.found_on_opening, Finding.TABLES_DAMAGED)
        return workspace

    def session_record(self, session_id: str) -> SessionRecord:
        """Return one session with all in it. Raises KnownError VAULT_DAMAGED, BugError for an unknown id."""
        return self._repository.session_record(session_id)

    def sweep(self, now: datetime) -> None:
        """Delete, within reach, what undo took back before the vault was opened: see `app/store/deleting.py`.

        Raises:
            KnownError: DISK_FULL, FOLDER_READ_ONLY, STORAGE_FAILED or VAULT_DAMAGED. It is done the next time.
        """
        with explained():
            audit.in_transaction(self._database, lambda connection: deleting.sweep(connection, now))

    def audit_entries(self, before: int | None) -> tuple[AuditEntry, ...]:
        """Return a page of the audit trail, newest first: the entries below this number, or the newest ones.

        Raises:
            KnownError: VAULT_DAMAGED or STORAGE_FAILED.
        """
        return audit.read_entries(self._database, before)

    def audit_broken_at(self) -> int | None:
        """Return the number of the first entry of the audit trail that does not follow from the one before it.

        None if the chain holds. Raises KnownError VAULT_DAMAGED or STORAGE_FAILED.
        """
        return audit.find_break(self._database)

    @property
    def commits(self) -> int:
        """How many transactions were ever committed. To be known elsewhere too, for `known_commits` of `open`."""
        return 0 if self._database.witness is None else self._database.witness.commits

    def condition(self) -> Condition:
        """Return the last checks and what was found. Raises KnownError STORAGE_FAILED."""
        return self._repository.condition().with_findings(self.found_on_opening)

    def check(self, *, full: bool, stop: Event) -> Check:
        """Begin a check, which is done step by step on the vault's thread and ends early if `stop` is set.

        Re-keying ends it early, too: it is overtaken then.
        """
        database = self._database
        return Check(database, full=full, stop=stop, is_replaced=lambda: self._database is not database)

    def put_findings_away(self) -> None:
        """Somebody has seen what was found, and goes on with the vault as it is: later checks start from here.

        Raises:
            KnownError: DISK_FULL, STORAGE_FAILED or VAULT_DAMAGED.
        """
        self._repository.put_findings_away()
        self.found_on_opening = ()

    def close(self) -> None:
        """Close the database and give the lock back. May be called twice."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _opened_database(files: VaultFiles, opened: OpenedKeys, known_commits: int | None) -> Opened:
    try:
        return open_database(
            files,
            opened.data_key,
            opened.vault_id,
            slot_file=opened.slot_file,
            known_commits=known_commits,
        )
    except KnownError as fault:
        if fault.code is ErrorCode.SLOTS_DO_NOT_MATCH and opened.instead_of is not None:
            # The second copy was another vault's: what is to be put right is the slot file.
            raise KnownError(opened.instead_of) from None
        raise


def _check_before_key(files: VaultFiles) -> None:
    """Refuse what no key could open. Looks at the file from outside only.

    To open and close a database's file drops every lock that this process holds on it (POSIX), so the file is
    not read here: another vault object of this process may have it open.
    """
    try:
        status = files.database.stat()
    except FileNotFoundError:
        raise KnownError(ErrorCode.VAULT_MISSING) from None
    except OSError:
        raise KnownError(ErrorCode.STORAGE_FAILED) from None
    if not stat.S_ISREG(status.st_mode):
        raise KnownError(ErrorCode.VAULT_NOT_A_FILE)
    if status.st_size == 0:
        raise KnownError(ErrorCode.VAULT_EMPTY)
    if status.st_size < PAGE_BYTES:
        raise KnownError(ErrorCode.VAULT_DAMAGED)
    if not os.access(files.database, os.R_OK | os.W_OK):
        raise KnownError(ErrorCode.FOLDER_READ_ONLY)
    with explained():
        check_writable(files.folder)
