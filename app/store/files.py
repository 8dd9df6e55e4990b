"""Writing files so that they are whole or not there, and readable by their owner alone."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

_OWNER_ONLY = 0o600
_NEW_ONLY = os.O_CREAT | os.O_EXCL | os.O_WRONLY


def create_empty(path: Path) -> None:
    """Create an empty file, mode 0600. Raises OSError, also when something has that name already."""
    os.close(os.open(path, _NEW_ONLY, _OWNER_ONLY))


def write_atomically(path: Path, content: bytes) -> None:
    """Put the content at the path: after a crash the path holds either what it held before, or all of this.

    Mode 0600. Raises OSError; the half-written file beside it is then gone again.
    """
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(8)}.new")
    try:
        with os.fdopen(os.open(temporary, _NEW_ONLY, _OWNER_ONLY), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        move_durably(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def move_durably(source: Path, target: Path) -> None:
    """Rename a file within its folder, replacing the target, and have the folder remember it. Raises OSError."""
    source.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk. Windows offers no way; its file system keeps a journal."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def check_writable(folder: Path) -> None:
    """Find out whether files can be created in a folder, by creating one. Raises OSError."""
    probe = folder / f"vault.{secrets.token_hex(8)}.new"
    create_empty(probe)
    probe.unlink()
