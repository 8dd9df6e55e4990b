"""Creating a vault so that a crash at any point leaves either no vault or one that opens.

1. The database is made whole under a staging name that carries the vault's id: keyed, migrated, named after
   the therapist, flushed to the disk.
2. The slot file is made whole under a staging name.
3. The slot file takes its final name. **This one rename is the moment at which the vault exists.**
4. The database takes its final name.

Killed before 3, the folder holds no vault, and staging files that nothing can open and nothing is blocked by;
the next creation that succeeds clears them away. Killed between 3 and 4, the next `open` does 4: the staging
name says that it is this slot file's database. A slot file alone, without its staged database, is no remnant
of ours but what is left of a vault whose database somebody moved, and is never overwritten.
"""

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.domain.changes import SetTherapistName
from app.errors import BugError, ErrorCode, KnownError
from app.store.connection import Database
from app.store.faults import explained
from app.store.files import check_writable, create_empty, move_durably, sync_folder
from app.store.migrations import migrate
from app.store.repository import Repository
from app.store.slots import (
    KEY_BYTES,
    VAULT_ID_BYTES,
    KdfCost,
    SlotFile,
    new_slot_file,
    read_slot_file,
    write_slot_file,
)

_STAGED = "new"


@dataclass(frozen=True, slots=True)
class VaultFiles:
    """Where the files of a vault lie."""

    folder: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / "vault.db"

    @property
    def log(self) -> Path:
        """The database's write-ahead log: there while the vault is open, or after its holder was killed."""
        return self.folder / "vault.db-wal"

    @property
    def slots(self) -> Path:
        """The slot file."""
        return self.folder / "vault.slots.json"

    def staged(self, final: Path, vault_id: bytes) -> Path:
        """The name under which one of the files is made before it takes its own."""
        return final.with_name(f"{final.name}.{vault_id.hex()}.{_STAGED}")

    def are_there(self) -> bool:
        """Whether a vault is here, whole or damaged, or something bears the name of one of its files."""
        return os.path.lexists(self.database) or os.path.lexists(self.slots)


def create_files(files: VaultFiles, passphrase: str, therapist_name: str, cost: KdfCost) -> bytes:
    """Create the two files of a new vault, and its folder (mode 0700) if it is missing. Return the data key.

    Raises:
        KnownError: VAULT_ALREADY_THERE, FOLDER_READ_ONLY, DISK_FULL, STORAGE_FAILED or NOT_ENOUGH_MEMORY.
            Nothing that blocks another try is left.
    """
    with explained():
        files.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_if_there(files)
        check_writable(files.folder)
    data_key, vault_id = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(VAULT_ID_BYTES)
    slot_file = new_slot_file(passphrase, data_key, vault_id, cost)
    staged_database = files.staged(files.database, vault_id)
    staged_slots = files.staged(files.slots, vault_id)
    with explained():
        try:
            _make_database(staged_database, data_key, vault_id, therapist_name)
            write_slot_file(staged_slots, slot_file)
            _refuse_if_there(files)
            staged_slots.replace(files.slots)
        except Exception:
            _remove(files.folder.glob(f"{files.database.name}.{vault_id.hex()}.{_STAGED}*"))
            _remove([staged_slots])
            raise
        sync_folder(files.folder)
        move_durably(staged_database, files.database)
        _remove(files.folder.glob(f"vault.*.{_STAGED}*"))
    return data_key


def finish_creation(files: VaultFiles) -> None:
    """Give the database its name if a creation was cut off just before that. Does nothing otherwise.

    Raises:
        KnownError: FOLDER_READ_ONLY or STORAGE_FAILED.
    """
    if os.path.lexists(files.database):
        return
    slot_file = _slot_file_if_sound(files)
    if slot_file is None:
        return
    staged = files.staged(files.database, slot_file.vault_id)
    if staged.is_file():
        with explained():
            move_durably(staged, files.database)


def _slot_file_if_sound(files: VaultFiles) -> SlotFile | None:
    with suppress(KnownError):
        return read_slot_file(files.slots)
    return None


def _refuse_if_there(files: VaultFiles) -> None:
    if files.are_there():
        raise KnownError(ErrorCode.VAULT_ALREADY_THERE)


def _make_database(path: Path, data_key: bytes, vault_id: bytes, therapist_name: str) -> None:
    # Created first, so that nobody else can read it, nor the log that takes over its mode.
    create_empty(path)
    database = Database(path, data_key, vault_id)
    try:
        with database.begin() as connection:
            migrate(connection)
        Repository(database).apply([SetTherapistName(therapist_name, before="")])
        database.checkpoint()
    finally:
        database.close()
    with path.open("rb") as stream:
        if stream.read(VAULT_ID_BYTES) != vault_id:
            raise BugError("the new database does not begin with its salt: it may not be encrypted")


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
