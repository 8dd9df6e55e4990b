"""What lies in the program's folder, and whether what should be encrypted looks so.

The eye sees no difference between ciphertext and chance, and that is what is checked: no header of SQLite, and bytes
that are spread as evenly as those of chance. A page of 4,096 bytes of chance has 7.95 bits a byte, with hardly any
below 7.93; text has four to five, SQLite's pages of text less. Something compressed comes close to chance too: the
check tells that nothing can be read off the disk by looking, and not by which cipher.
"""

import math
import os
import stat
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.domain.evidence import FileSeen, Lying
from app.store.connection import Database
from app.store.creation import VaultFiles
from app.store.pages_on_disk import PAGE_BYTES

MOST_FILES = 500
"""More are not looked at, and so are not known: such a folder holds other things than the program's."""

_PAGES = 64
_LEAST_BITS = 7.8
_SQLITE_HEADER = b"SQLite format 3\0"
_LOG_HEADER_BYTES, _FRAME_HEADER_BYTES = 32, 24
_FRAME_BYTES = _FRAME_HEADER_BYTES + PAGE_BYTES
_DATABASES = ("vault.db", "vault.backup.")
"""How the database, its log, its copies of before a change of schema and the copy for a backup are called."""
_KEY_FILES = ("vault.slots.", "vault.head", "vault.attempts.")


def files_at_rest(
    database: Database, files: VaultFiles, root: Path, known: Mapping[str, Lying]
) -> tuple[FileSeen, ...]:
    """Return what lies in the folders of the vault and of the program.

    Args:
        database: the open one: its file is read by the handle that is open, since to close another one would drop its
            locks.
        files: of the vault.
        root: the program's folder. The vault's may lie elsewhere.
        known: what else the program keeps there, by the first part of its path.

    Raises:
        OSError: a folder can't be listed, or a file not be read. One that goes in the meantime, as temporary ones do,
            is left out.
    """
    paths = dict.fromkeys([*_files_below(files.folder), *_files_below(root)])
    seen = []
    for path in list(paths)[:MOST_FILES]:
        try:
            status = path.lstat()
        except FileNotFoundError:
            continue
        if stat.S_ISREG(status.st_mode):
            seen.append(FileSeen(_lying(database, files, root, known, path, status.st_size), status.st_size))
        else:
            seen.append(FileSeen(Lying.UNKNOWN, 0))
    # What was not looked at is not known.
    return (*seen, *[FileSeen(Lying.UNKNOWN, 0)] * (len(paths) - MOST_FILES))


def looks_encrypted(pages: Iterator[bytes]) -> bool:
    """Whether every page looks like chance. Pages of nothing but zeros were never written."""
    return all(_bits_a_byte(page) >= _LEAST_BITS for page in pages if page.strip(b"\0"))


def _lying(
    database: Database, files: VaultFiles, root: Path, known: Mapping[str, Lying], path: Path, size: int
) -> Lying:
    if path == files.database:
        return _judged(database.some_pages(_PAGES))
    if path.name.startswith(_DATABASES):
        begins = _LOG_HEADER_BYTES + _FRAME_HEADER_BYTES if path.name.endswith("-wal") else 0
        return _judged(_some_pages(path, size, begins))
    if path.name.startswith(_KEY_FILES):
        return Lying.KEYS
    return (
        known.get(path.relative_to(root).parts[0], Lying.UNKNOWN)
        if path.is_relative_to(root)
        else Lying.UNKNOWN
    )


def _judged(pages: Iterator[bytes]) -> Lying:
    sampled = list(pages)
    if any(page.startswith(_SQLITE_HEADER) for page in sampled) or not looks_encrypted(iter(sampled)):
        return Lying.READABLE
    return Lying.ENCRYPTED


def _some_pages(path: Path, size: int, begins: int) -> Iterator[bytes]:
    """Yield pages of a copy of the database, or of its log, evenly spread. One that goes meanwhile has none."""
    step = _FRAME_BYTES if begins else PAGE_BYTES
    count = max(0, (size - begins + step - PAGE_BYTES) // step)
    try:
        with path.open("rb") as stream:
            for index in range(0, count, max(1, count // _PAGES)):
                stream.seek(begins + index * step)
                page = stream.read(PAGE_BYTES)
                if len(page) == PAGE_BYTES:
                    yield page
    except FileNotFoundError:
        return


def _bits_a_byte(page: bytes) -> float:
    """Shannon's entropy of how often each byte comes."""
    return -sum(count / len(page) * math.log2(count / len(page)) for count in Counter(page).values())


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield what is no folder, one more than is looked at. Raises OSError if any of the folders can't be listed."""
    count = 0
    for where, folders, names in os.walk(folder, onerror=_raise):
        folders.sort()
        links = [name for name in folders if (Path(where) / name).is_symlink()]
        for name in sorted((*names, *links)):
            yield Path(where) / name
            count += 1
            if count > MOST_FILES:
                return


def _raise(error: OSError) -> None:
    raise error
