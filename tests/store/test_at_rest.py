"""What lies in the folder, and whether it looks encrypted: on a real vault, and on what should not be there."""

import secrets
import sqlite3
import zlib
from collections import Counter
from pathlib import Path

import pytest

from app.domain.evidence import FileSeen, Lying
from app.errors import KnownError
from app.store.at_rest import MOST_FILES, looks_encrypted
from app.store.creation import VaultFiles
from app.store.pages_on_disk import PAGE_BYTES
from app.store.vault import Vault
from tests.store.conftest import Forks
from tests.store.story import a_story

KNOWN = {"settings.ini": Lying.OURS, "models": Lying.MODEL}


def seen(vault: Vault, folder: Path, root: Path | None = None) -> tuple[FileSeen, ...]:
    """What lies in the vault's folder, and in the program's around it."""
    return vault.at_rest(VaultFiles(folder), root or folder.parent, KNOWN)


def kinds(files: tuple[FileSeen, ...]) -> Counter[Lying]:
    """How many there are of each."""
    return Counter(one.lying for one in files)


def test_every_file_of_a_vault_in_use_is_known_and_the_database_looks_like_chance(
    vault: Vault, folder: Path
) -> None:
    vault.apply(a_story())
    found = seen(vault, folder)
    assert kinds(found) == {Lying.ENCRYPTED: 2, Lying.KEYS: 3}
    assert sum(one.size_bytes for one in found) == sum(path.stat().st_size for path in folder.iterdir())


def test_looking_keeps_the_lock(vault: Vault, folder: Path, forks: Forks) -> None:
    seen(vault, folder)
    assert forks.all_lines("open", folder) == ["error vault_in_use"]


def test_what_the_program_keeps_beside_it_is_told_apart_from_what_is_not_its_own(
    vault: Vault, folder: Path
) -> None:
    root = folder.parent
    (root / "settings.ini").write_text("[look]")
    (root / "models").mkdir()
    (root / "models" / "one.gguf").write_bytes(b"GGUF")
    (root / "a letter.txt").write_text("x" * 10)
    (folder / "another.txt").write_text("x")
    found = kinds(seen(vault, folder))
    assert (found[Lying.OURS], found[Lying.MODEL], found[Lying.UNKNOWN]) == (1, 1, 2)


def test_a_copy_of_a_database_that_is_not_encrypted_is_found(vault: Vault, folder: Path) -> None:
    plain = folder.parent / "vault-2026" / "vault.db"
    plain.parent.mkdir()
    with sqlite3.connect(plain) as connection:
        connection.execute("CREATE TABLE note (words TEXT)")
        connection.executemany("INSERT INTO note VALUES (?)", [("She said it again. " * 40,)] * 500)
    connection.close()
    assert kinds(seen(vault, folder))[Lying.READABLE] == 1


def test_one_readable_page_among_encrypted_ones_is_found(vault: Vault, folder: Path) -> None:
    words = ("Nobody may read this. " * 400).encode()[:PAGE_BYTES]
    mixed = folder / "vault.db.of-before"
    mixed.write_bytes(secrets.token_bytes(9 * PAGE_BYTES) + words)
    assert kinds(seen(vault, folder))[Lying.READABLE] == 1


def test_the_log_of_a_copy_is_read_without_the_headers_of_its_frames(vault: Vault, folder: Path) -> None:
    frame = bytes(24) + secrets.token_bytes(PAGE_BYTES)
    (folder / "before-migration").mkdir()
    log = folder / "before-migration" / "vault.db-wal"
    log.write_bytes(bytes(32) + 5 * frame)
    assert kinds(seen(vault, folder))[Lying.READABLE] == 0
    log.write_bytes(bytes(32) + 5 * (bytes(24) + b"letters " * (PAGE_BYTES // 8)))
    assert kinds(seen(vault, folder))[Lying.READABLE] == 1


def test_a_link_is_not_followed_and_not_known(vault: Vault, folder: Path) -> None:
    (folder.parent / "a-link").symlink_to("/etc/hostname")
    (folder.parent / "a-folder").symlink_to("/etc")
    assert kinds(seen(vault, folder))[Lying.UNKNOWN] == 2


def test_what_lies_beyond_the_bound_is_not_known(vault: Vault, folder: Path) -> None:
    models = folder.parent / "models"
    models.mkdir()
    for number in range(MOST_FILES + 20):
        (models / f"{number}.gguf").touch()
    found = kinds(seen(vault, folder))
    assert found[Lying.UNKNOWN] > 0
    assert found[Lying.ENCRYPTED] > 0


def test_a_folder_that_cannot_be_listed_is_a_fault_and_not_an_empty_one(vault: Vault, folder: Path) -> None:
    with pytest.raises(KnownError):
        seen(vault, folder, folder.parent / "gone")


@pytest.mark.parametrize(
    ("page", "looks_so"),
    [
        (secrets.token_bytes(PAGE_BYTES), True),
        (bytes(PAGE_BYTES), True),
        (("Ordinary words of a note. " * 200).encode()[:PAGE_BYTES], False),
        (bytes(range(128)) * 32, False),
        (b"SQLite format 3\0" + bytes(PAGE_BYTES - 16), False),
        (secrets.token_bytes(PAGE_BYTES // 2) + bytes(PAGE_BYTES // 2), False),
    ],
    ids=["chance", "never written", "words", "half of all bytes", "header", "half of a page"],
)
def test_what_looks_encrypted(page: bytes, looks_so: bool) -> None:
    assert looks_encrypted(iter([secrets.token_bytes(PAGE_BYTES), page])) is looks_so


def test_what_is_compressed_looks_so_too_as_the_module_says() -> None:
    words = zlib.compress(secrets.token_hex(40_000).encode(), 9)[:PAGE_BYTES]
    assert looks_encrypted(iter([words]))
