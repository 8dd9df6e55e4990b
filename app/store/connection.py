"""The keyed connection to the vault's database: SQLCipher under SQLAlchemy.

One connection, held exclusively from the first read on: a second program finds the vault in use, and the
system drops the lock when the holder ends, however it ends. The key travels in a pragma alone, never in an
address or a log.
"""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from app.domain.condition import Finding
from app.errors import BugError
from app.store.files import create_empty
from app.store.head import HeadFile
from app.store.pages_on_disk import PAGE_BYTES, PagesOnDisk
from app.store.witness import Witness
from app.store.wrapping import KEY_BYTES, VAULT_ID_BYTES

# A program that is just ending may hold the lock for a moment longer.
_BUSY_TIMEOUT_S = 0.2
_FULL = "database or disk is full"
"""SQLite's words for SQLITE_FULL."""
_OPERATIONS_A_LOOK = 1_000
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
    # The log is moved into the database when the head file knows of it, not before.
    "wal_autocheckpoint = 0",
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
        self.path = path
        self._vault_id = vault_id
        self.witness: Witness | None = None
        """Follows the commits once `follow` was called."""
        self._connect: Callable[[], Any] = lambda: _keyed_connection(path, data_key, vault_id)
        self._met_damage = False
        self._raw = self._connect()
        try:
            # Opened after SQLite: to close it while another connection of this process holds the lock drops that.
            self._pages = PagesOnDisk(path)
        except BaseException:
            self._raw.close()
            raise
        self._engine = _engine_over(self._raw)

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction on a SQLAlchemy connection, rolled back if anything is raised.

        The one place in which a commit is counted and the head brought up to it. One that changed nothing does not
        count. Raises OSError if the head of the commit before could not be written, and still cannot, or the file is
        no longer where it was opened.
        """
        if self._met_damage:
            self._reconnect()
        if self.witness is not None:
            self.witness.before_transaction()
        try:
            with self._engine.begin() as connection:
                before = self._changes()
                yield connection
                if self.witness is not None and self._changes() != before:
                    self._pages.check_place()
                    self.witness.before_commit()
        except DBAPIError as error:
            self._met_damage = is_damage(error.orig)
            raise
        if self.witness is not None:
            self.witness.after_commit()

    def _changes(self) -> tuple[int, int]:
        """How many rows were changed so far, and how often the definitions of tables: those count no rows."""
        return self._raw.total_changes, self.pragma("schema_version")

    def follow(self, head_file: HeadFile) -> tuple[Finding, ...]:
        """Have the head follow the commits from now on. Returns in what it does not fit the database.

        Raises OSError or sqlcipher3.dbapi2.Error.
        """
        log = self.path.with_name(f"{self.path.name}-wal")
        self.witness = Witness(self._raw, self._pages, log, head_file)
        return self.witness.findings

    def checkpoint(self) -> None:
        """Move what was committed from the write-ahead log into the database file, and empty the log.

        Raises:
            OSError: the head could not be brought up to the log first.
            sqlcipher3.dbapi2.Error: it could not be moved. What was committed is safe in the log all the same.
        """
        if self.witness is not None:
            self.witness.after_commit()
            self.witness.settle()
        (busy, _frames, _moved) = self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if self.witness is not None and not busy:
            self.witness.log_was_emptied()

    def mend_header(self) -> bool:
        """Write the vault's id to the file's beginning if something else stands there. Returns whether it did.

        Raises OSError.
        """
        if self._pages.first_bytes(VAULT_ID_BYTES) == self._vault_id:
            return False
        self._pages.write_first_bytes(self._vault_id)
        return True

    def some_pages(self, most: int) -> Iterator[bytes]:
        """Yield at most about so many pages of the file as they lie on the disk. Raises OSError."""
        yield from self._pages.some(most)

    def copy_to(self, target: Path) -> None:
        """Copy the file as it is, still encrypted, into a new file for its owner alone, and flush it.

        The log is empty. Raises OSError.
        """
        create_empty(target)
        with target.open("wb") as stream:
            for part in self._pages.content():
                stream.write(part)
            stream.flush()
            os.fsync(stream.fileno())

    def vacuum_into(self, empty: Path, stops: Callable[[], bool]) -> None:
        """Write a copy without free pages into an empty file, with the same key and the same salt. Not flushed.

        `stops` is asked now and then, and ends the work when it says so.

        Raises:
            sqlcipher3.dbapi2.Error: it could not be written, or it was stopped.
        """
        self._raw.set_progress_handler(stops, 1_000)
        try:
            self._raw.execute("VACUUM INTO ?", (str(empty),))
        finally:
            self._raw.set_progress_handler(None, 0)

    def export_into(self, empty: Path, data_key: bytes, vault_id: bytes, stops: Callable[[], bool]) -> None:
        """Write all of it into an empty file, with another key and another salt. Not flushed.

        `stops` is asked now and then, and ends the work when it says so.

        Raises:
            OSError: the disk is full.
            sqlcipher3.dbapi2.Error: it could not be written otherwise, or it was stopped. The file is of no use then.
        """
        self._raw.execute("ATTACH DATABASE ? AS other KEY ?", (str(empty), _raw_key(data_key, vault_id)))
        try:
            # Without a journal, a full disk would leave the connection of no use. What is new needs no room in it.
            for pragma in ("journal_mode = MEMORY", "synchronous = OFF"):
                self._raw.execute(f"PRAGMA other.{pragma}").fetchall()
            self._raw.set_progress_handler(stops, 20_000)
            self._raw.execute("SELECT sqlcipher_export('other')").fetchall()
        except dbapi2.OperationalError as error:
            # The function hands on what went wrong as words alone.
            if str(error) == _FULL:
                raise OSError(errno.ENOSPC, _FULL) from None
            raise
        finally:
            self._raw.set_progress_handler(None, 0)
            self._raw.execute("DETACH DATABASE other")

    def findings(self) -> list[str]:
        """What both integrity checks find; empty when all is well. Neither finds all that the other does.

        Reads the whole file.
        """
        return [row for check in ("cipher_integrity_check", "quick_check") for row in self.found_by(check)]

    def found_by(self, check: str, stopped: Callable[[], bool] = lambda: False) -> list[str]:
        """What one integrity check finds: `quick_check(note)`, say. Empty when all is well.

        Raises sqlcipher3.dbapi2.Error for another reason than damage; one is that `stopped` said so, which SQLite
        asks every few milliseconds, but for `cipher_integrity_check`.
        """
        if self._met_damage:
            self._reconnect()
        self._raw.set_progress_handler(stopped, _OPERATIONS_A_LOOK)
        try:
            found = [row[0] for row in self._raw.execute(f"PRAGMA {check}") if row[0] != "ok"]
        except dbapi2.Error as error:
            if not is_damage(error):
                raise
            found = ["the check itself met damage"]
        finally:
            self._raw.set_progress_handler(None, 0)
        self._met_damage = bool(found)
        return found

    def _reconnect(self) -> None:
        # A connection of SQLCipher that met a page with a false tag writes nothing any more. A fresh one does, and
        # what is whole can be kept on being saved.
        self._end_connection()
        self._raw = self._connect()
        self._engine = _engine_over(self._raw)
        self._met_damage = False
        if self.witness is not None:
            self.witness.goes_on_with(self._raw)

    def _end_connection(self) -> None:
        if self.witness is not None:
            # SQLite empties the log as it closes.
            with suppress(OSError, dbapi2.Error):
                self.witness.after_commit()
                self.witness.settle()
        self._engine.dispose()
        with suppress(dbapi2.Error):
            self._raw.close()

    @property
    def raw(self) -> Any:
        """The keyed connection itself, for reading where SQLAlchemy stands in the way."""
        return self._raw

    def pragma(self, name: str) -> Any:
        """Return the value of a pragma on this connection, or None if it has none."""
        row = self._raw.execute(f"PRAGMA {name}").fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Close the connection and give the lock back. May be called twice."""
        self._end_connection()
        if self.witness is not None:
            self.witness.close()
        self._pages.close()


def is_damage(error: BaseException | None) -> bool:
    """Whether SQLite reports a page that is not what it should be, or a file that is no database of this key."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(code, int) and code & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _keyed_connection(path: Path, data_key: bytes, vault_id: bytes) -> Any:
    key = _raw_key(data_key, vault_id)
    connection = dbapi2.connect(
        f"{path.resolve().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_BUSY_TIMEOUT_S,
    )
    try:
        _assert_encrypting(connection)
        connection.execute(f'PRAGMA key = "{key}"')
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        with suppress(dbapi2.Error):
            connection.close()
        raise
    return connection


def _raw_key(data_key: bytes, vault_id: bytes) -> str:
    # Any other length SQLCipher would silently take for a passphrase.
    if len(data_key) != KEY_BYTES or len(vault_id) != VAULT_ID_BYTES:
        raise BugError("a key or a vault id of the wrong length")
    return f"x'{data_key.hex()}{vault_id.hex()}'"


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
