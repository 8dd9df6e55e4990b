"""What the operating system and the database report, as codes that can be explained to people."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlcipher3 import dbapi2

from app.errors import BugError, ErrorCode, KnownError

_OS_CODES = {
    errno.ENOSPC: ErrorCode.DISK_FULL,
    errno.EDQUOT: ErrorCode.DISK_FULL,
    errno.EACCES: ErrorCode.FOLDER_READ_ONLY,
    errno.EPERM: ErrorCode.FOLDER_READ_ONLY,
    errno.EROFS: ErrorCode.FOLDER_READ_ONLY,
    errno.ENOMEM: ErrorCode.NOT_ENOUGH_MEMORY,
}

# The numbers of SQLite's primary result codes are the same in every build of it.
_DATABASE_CODES = {
    sqlite3.SQLITE_PERM: ErrorCode.FOLDER_READ_ONLY,
    sqlite3.SQLITE_BUSY: ErrorCode.VAULT_IN_USE,
    sqlite3.SQLITE_LOCKED: ErrorCode.VAULT_IN_USE,
    sqlite3.SQLITE_NOMEM: ErrorCode.NOT_ENOUGH_MEMORY,
    sqlite3.SQLITE_READONLY: ErrorCode.FOLDER_READ_ONLY,
    sqlite3.SQLITE_CORRUPT: ErrorCode.VAULT_DAMAGED,
    sqlite3.SQLITE_FULL: ErrorCode.DISK_FULL,
    sqlite3.SQLITE_CANTOPEN: ErrorCode.FOLDER_READ_ONLY,
    sqlite3.SQLITE_NOTADB: ErrorCode.VAULT_DAMAGED,
}


def code_of_os_error(error: OSError) -> ErrorCode:
    """Return the code for a failed file operation; STORAGE_FAILED where nothing more exact is known."""
    return _OS_CODES.get(error.errno or 0, ErrorCode.STORAGE_FAILED)


def code_of_database_error(error: BaseException) -> ErrorCode:
    """Return the code for an error of the SQLCipher library; STORAGE_FAILED where nothing more exact is known."""
    extended = getattr(error, "sqlite_errorcode", None)
    if not isinstance(extended, int):
        return ErrorCode.STORAGE_FAILED
    return _DATABASE_CODES.get(extended & 0xFF, ErrorCode.STORAGE_FAILED)


@contextmanager
def explained() -> Iterator[None]:
    """Turn the faults of files and databases raised inside into errors without content.

    Raises:
        KnownError: the code of an OSError or of a database error.
        BugError: a constraint of the schema was broken, or a text holds what UTF-8 cannot.
    """
    try:
        yield
    except (IntegrityError, dbapi2.IntegrityError):
        raise BugError("a change breaks a constraint of the vault") from None
    except UnicodeError:
        raise BugError("a text that UTF-8 cannot hold reached the vault") from None
    except DBAPIError as error:
        raise KnownError(code_of_database_error(error.orig or error)) from None
    except dbapi2.Error as error:
        raise KnownError(code_of_database_error(error)) from None
    except OSError as error:
        raise KnownError(code_of_os_error(error)) from None
