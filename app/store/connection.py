"""The keyed connection to the vault's database: SQLCipher under SQLAlchemy.

One connection, held exclusively from the first read on: a second program finds the vault in use, and the
system drops the lock when the holder ends, however it ends. The key travels in a pragma alone, never in an
address or a log.
"""

from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from app.errors import BugError
from app.store.slots import KEY_BYTES, VAULT_ID_BYTES

PAGE_BYTES = 4096

# A program that is just ending may hold the lock for a moment longer.
_BUSY_TIMEOUT_S = 0.2
_PRAGMAS = (
    # Before anything is read: SQLCipher would print to standard error.
    "cipher_log_level = NONE",
    f"cipher_page_size = {PAGE_BYTES}",
    # Before the journal mode: the index of the log then lives in memory, and the lock is held throughout.
    "locking_mode = EXCLUSIVE",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    # In KiB when negative: 64 MiB. Decrypted pages stay at hand; it matters more than the page's size.
    "cache_size = -65536",
)


class Database:
    """An open, keyed database file. Owns its one connection; used from one thread at a time."""

    def __init__(self, path: Path, data_key: bytes, vault_id: bytes) -> None:
        """Open an existing file (an empty one becomes a new database) with a key of 32 and an id of 16 bytes.

        The id is the database's salt. Passed in, it is not read from the file, so that damage to the file's
        first bytes is harmless, and the pair of files is known to belong together.

        Raises:
            sqlcipher3.dbapi2.Error: the file is locked, damaged, keyed otherwise, or cannot be opened.
        """
        self._raw = _keyed_connection(path, data_key, vault_id)
        self._engine = _engine_over(self._raw)

    def begin(self) -> AbstractContextManager[Connection]:
        """A context manager: a SQLAlchemy connection in one transaction, rolled back if anything is raised."""
        return self._engine.begin()

    def checkpoint(self) -> None:
        """Move what was committed from the write-ahead log into the database file, and empty the log.

        Raises:
            sqlcipher3.dbapi2.Error: it could not be moved. What was committed is safe in the log all the same.
        """
        self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def findings(self) -> list[str]:
        """What both integrity checks find; empty when all is well. Neither finds all that the other does.

        Reads the whole file. Raises sqlcipher3.dbapi2.Error where the damage stops the check itself.
        """
        found = [row[0] for row in self._raw.execute("PRAGMA cipher_integrity_check")]
        return found + [row[0] for row in self._raw.execute("PRAGMA quick_check") if row[0] != "ok"]

    def pragma(self, name: str) -> Any:
        """Return the value of a pragma on this connection, or None if it has none."""
        row = self._raw.execute(f"PRAGMA {name}").fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Close the connection and give the lock back. May be called twice."""
        self._engine.dispose()
        self._raw.close()


def _keyed_connection(path: Path, data_key: bytes, vault_id: bytes) -> Any:
    # Any other length SQLCipher would silently take for a passphrase.
    if len(data_key) != KEY_BYTES or len(vault_id) != VAULT_ID_BYTES:
        raise BugError("a key or a vault id of the wrong length")
    connection = dbapi2.connect(
        f"{path.resolve().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_BUSY_TIMEOUT_S,
    )
    try:
        _assert_encrypting(connection)
        connection.execute(f"PRAGMA key = \"x'{data_key.hex()}{vault_id.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        with suppress(dbapi2.Error):
            connection.close()
        raise
    return connection


def _assert_encrypting(connection: Any) -> None:
    # The standard library's SQLite accepts a key, answers nothing, and writes plain text.
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise BugError("the database library does not encrypt")


def _engine_over(raw: Any) -> Engine:
    engine = sqlalchemy.create_engine(
        "sqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin_immediately(connection: Connection) -> None:
        # Without it, definitions of tables would survive a rollback.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
