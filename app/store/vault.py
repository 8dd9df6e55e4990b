"""The vault: everything that is kept, in one encrypted database beside its slot file.

What it notices on opening: damage to either file, files that do not belong together, a newer program's vault, a
second program. What it does not notice: a whole vault put back to an older state, and a torn end of the
write-ahead log, which SQLite drops; so the log is emptied after each save.

A vault is used from one thread at a time.
"""

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlcipher3 import dbapi2

from app.domain.changes import Change
from app.domain.record import SessionRecord, Workspace
from app.errors import ErrorCode, KnownError
from app.store.connection import PAGE_BYTES, Database
from app.store.creation import VaultFiles, create_files, finish_creation
from app.store.faults import code_of_database_error, explained
from app.store.files import check_writable
from app.store.migrations import has_schema, migrate
from app.store.repository import Repository
from app.store.slots import KdfCost, read_slot_file

_PLAIN_HEADER = b"SQLite format 3\0"


class Vault:
    """An open vault. Owns the database's connection and with it the lock; `close` gives both back."""

    def __init__(self, database: Database) -> None:
        """Take over an open database; use `create` or `open`."""
        self._database = database
        self._repository = Repository(database)

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a vault is in the folder, whole or damaged: then it is opened, otherwise created."""
        return VaultFiles(folder).are_there()

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, therapist_name: str, cost: KdfCost | None = None
    ) -> "Vault":
        """Create a vault and open it. The folder is created, mode 0700, if it is missing.

        Args:
            folder: where `vault.db` and `vault.slots.json` go.
            passphrase: as typed; it is normalised (NFKC), nothing else.
            therapist_name: what the therapist is called on the shared screen; may be empty.
            cost: what Argon2id costs; a second and 256 MiB if not given.

        Raises:
            KnownError: VAULT_ALREADY_THERE, FOLDER_READ_ONLY, DISK_FULL, STORAGE_FAILED or NOT_ENOUGH_MEMORY.
        """
        files = VaultFiles(folder)
        data_key = create_files(files, passphrase, therapist_name, cost or KdfCost())
        return cls(_opened(files, data_key, read_slot_file(files.slots).vault_id))

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> "Vault":
        """Open the vault in the folder, checking all of it. Takes about a second, and more for a large one.

        Raises:
            KnownError: in the order in which they are found. The database's file: VAULT_MISSING,
                VAULT_NOT_A_FILE, VAULT_EMPTY, VAULT_DAMAGED, FOLDER_READ_ONLY. The slot file: SLOTS_MISSING,
                SLOTS_DAMAGED, SLOTS_NEWER, NOT_ENOUGH_MEMORY, WRONG_PASSPHRASE. The two together: VAULT_IN_USE,
                VAULT_NOT_ENCRYPTED, SLOTS_DO_NOT_MATCH, VAULT_DAMAGED, VAULT_NEWER. At any point: DISK_FULL,
                STORAGE_FAILED.
        """
        files = VaultFiles(folder)
        finish_creation(files)
        _check_before_key(files)
        slot_file = read_slot_file(files.slots)
        data_key = slot_file.unlock(passphrase)
        return cls(_opened(files, data_key, slot_file.vault_id))

    @staticmethod
    def check_passphrase(folder: Path, passphrase: str) -> None:
        """Return if the passphrase is the vault's. Takes as long as opening does; the key is dropped at once.

        Raises:
            KnownError: WRONG_PASSPHRASE, SLOTS_MISSING, SLOTS_DAMAGED, SLOTS_NEWER or NOT_ENOUGH_MEMORY.
        """
        read_slot_file(VaultFiles(folder).slots).unlock(passphrase)

    def apply(self, changes: Sequence[Change]) -> None:
        """Keep the changes, all of them or none. When this returns they are on the disk.

        Raises:
            KnownError: DISK_FULL, FOLDER_READ_ONLY, STORAGE_FAILED or VAULT_DAMAGED; nothing was kept, and the
                same changes can be applied again.
            BugError: the changes do not fit what is in the vault; nothing was kept.
        """
        self._repository.apply(changes)
        # The changes are safe in the log: a log that could not be emptied now is emptied by the next save.
        with suppress(dbapi2.Error):
            self._database.checkpoint()

    def workspace(self) -> Workspace:
        """Return clients, sessions, drafts, place and the therapist's name. Raises KnownError VAULT_DAMAGED."""
        return self._repository.workspace()

    def session_record(self, session_id: str) -> SessionRecord:
        """Return one session with all in it. Raises KnownError VAULT_DAMAGED, BugError for an unknown id."""
        return self._repository.session_record(session_id)

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
    # Where the disk was full, half a page may stand at the end, which the log then makes whole.
    torn = status.st_size % PAGE_BYTES != 0 and not files.log.exists()
    if torn or status.st_size < PAGE_BYTES:
        raise KnownError(ErrorCode.VAULT_DAMAGED)
    if not os.access(files.database, os.R_OK | os.W_OK):
        raise KnownError(ErrorCode.FOLDER_READ_ONLY)
    with explained():
        check_writable(files.folder)


def _opened(files: VaultFiles, data_key: bytes, vault_id: bytes) -> Database:
    try:
        database = Database(files.database, data_key, vault_id)
    except dbapi2.Error as error:
        code = code_of_database_error(error)
        raise KnownError(
            _why_unreadable(files, vault_id) if code == ErrorCode.VAULT_DAMAGED else code
        ) from None
    try:
        with explained():
            _verify(database)
    except BaseException:
        database.close()
        raise
    return database


def _why_unreadable(files: VaultFiles, vault_id: bytes) -> ErrorCode:
    # The slot's tag has proved the passphrase, so it is the file that is not what the key belongs to.
    with explained(), files.database.open("rb") as stream:
        header = stream.read(len(_PLAIN_HEADER))
    if header == _PLAIN_HEADER:
        return ErrorCode.VAULT_NOT_ENCRYPTED
    return ErrorCode.VAULT_DAMAGED if header == vault_id else ErrorCode.SLOTS_DO_NOT_MATCH


def _verify(database: Database) -> None:
    # What a killed program left in the log belongs in the file before the file is judged.
    database.checkpoint()
    if database.findings():
        raise KnownError(ErrorCode.VAULT_DAMAGED)
    with database.begin() as connection:
        if not has_schema(connection):
            raise KnownError(ErrorCode.VAULT_DAMAGED)
        migrate(connection)
