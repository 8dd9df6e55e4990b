"""Writing a page to where somebody chose: whole or not at all, and readable by its owner alone.

The page leaves the vault here, so this is asked and confirmed each time. On Linux the file has no name until it is
whole: a program that is killed leaves nothing behind. Where the file system knows no nameless files, and on
other systems, it is written under a hidden name beside the target: a failure removes it, a kill can leave it.

Owner-only means mode 0600. Windows has no mode bits: the file inherits the access list of its folder, which inside a
user's own folders is that user, the system and administrators. A memory stick in FAT has no owners at all.
"""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.errors import ErrorCode, KnownError

_OWNER_ONLY = 0o600
_NEW_ONLY = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
_CODES = {
    errno.ENOSPC: ErrorCode.EXPORT_DISK_FULL,
    errno.EDQUOT: ErrorCode.EXPORT_DISK_FULL,
    errno.EACCES: ErrorCode.EXPORT_FOLDER_READ_ONLY,
    errno.EPERM: ErrorCode.EXPORT_FOLDER_READ_ONLY,
    errno.EROFS: ErrorCode.EXPORT_FOLDER_READ_ONLY,
}


def write_page(path: Path, content: bytes) -> None:
    """Put the content at the path, replacing what has that name: afterwards it holds the old or all of the new.

    A link of that name is replaced itself, and what it led to stays as it is. Permissions of a replaced file are
    not taken over.

    Raises:
        KnownError: EXPORT_DISK_FULL, EXPORT_FOLDER_READ_ONLY, or EXPORT_FAILED for any other fault of the disk.
            Nothing is then left beside the path.
    """
    # The hidden name does not repeat the chosen one, which may be as long as the file system takes.
    temporary = path.with_name(f".{secrets.token_hex(8)}.new")
    try:
        try:
            if not _written_nameless(temporary, content):
                _write_named(temporary, content)
            temporary.replace(path)
            _sync_folder(path.parent)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise KnownError(_CODES.get(error.errno or 0, ErrorCode.EXPORT_FAILED)) from None


def _written_nameless(name_when_whole: Path, content: bytes) -> bool:
    """Write a file that gets its name when all of it is on the disk. False if that failed: nothing is then there.

    Linux, open(2): O_TMPFILE.
    """
    if not hasattr(os, "O_TMPFILE"):
        return False
    # Whatever fails here is tried the other way, which reports it if it fails again.
    with suppress(OSError):
        folder = os.open(name_when_whole.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            nameless = os.open(".", os.O_TMPFILE | os.O_WRONLY, _OWNER_ONLY, dir_fd=folder)
            with os.fdopen(nameless, "wb") as stream:
                _write_through(stream, content)
                # With a folder's descriptor, since Python follows the link under /proc only then.
                held = f"/proc/self/fd/{stream.fileno()}"
                os.link(held, name_when_whole.name, src_dir_fd=folder, dst_dir_fd=folder)
        finally:
            os.close(folder)
        return True
    return False


def _write_named(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, _NEW_ONLY, _OWNER_ONLY), "wb") as stream:
        _write_through(stream, content)


def _write_through(stream: BinaryIO, content: bytes) -> None:
    stream.write(content)
    stream.flush()
    os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """Wait until the folder remembers its names. Windows offers no way; its file system keeps a journal."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
