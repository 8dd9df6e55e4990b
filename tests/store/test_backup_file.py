"""A backup file that is not exactly what was written is refused, whatever was done to it."""

import os
import random
import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import ErrorCode, KnownError
from app.store import backup_file
from app.store.backup_check import opened_backup
from app.store.backup_file import MEMBERS, reading_container
from app.store.backup_name import backup_name, name_parts
from app.store.rehearsal import Rehearsed, rehearse
from app.store.vault import Vault

from .backups import NOON, back_up, names_in
from .samples import CANARY, CHEAP, PASSPHRASE
from .story import a_story

Members = dict[str, bytes]
_REFUSALS = {
    ErrorCode.BACKUP_DAMAGED,
    ErrorCode.BACKUP_NOT_ONE,
    ErrorCode.BACKUP_WRONG_SECRET,
    ErrorCode.BACKUP_NEWER,
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of a vault that holds the story, and beside it the vault's folder, closed."""
    place = tmp_path_factory.mktemp("made")
    with Vault.create(place / "vault", PASSPHRASE, "Dr Rahma", CHEAP) as vault:
        vault.apply(a_story())
        return back_up(vault, place / "vault", place / "stick")


@pytest.fixture(scope="module")
def another(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of another vault, with the same passphrase."""
    place = tmp_path_factory.mktemp("another")
    with Vault.create(place / "vault", PASSPHRASE, "Dr Budi", CHEAP) as vault:
        return back_up(vault, place / "vault", place / "stick")


def _members(path: Path) -> Members:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _written(path: Path, members: Members, how: int = zipfile.ZIP_STORED, comment: bytes = b"") -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        archive.comment = comment
    return path


def _refusal(path: Path, tmp_path: Path) -> ErrorCode:
    with pytest.raises(KnownError) as caught:
        rehearse(path, PASSPHRASE, tmp_path / "vault")
    assert [name for name in names_in(tmp_path) if name.startswith("vault-")] == []
    return caught.value.code


def _outcome(path: Path, tmp_path: Path) -> ErrorCode | Rehearsed:
    try:
        return rehearse(path, PASSPHRASE, tmp_path / "vault")
    except KnownError as fault:
        return fault.code


def test_a_backup_is_three_members_and_holds_nothing_that_can_be_read(made: Path) -> None:
    members = _members(made)
    assert tuple(members) == MEMBERS
    content = made.read_bytes()
    for canary in (CANARY, "Maya", "Dr Rahma", "SQLite format", "lineage", "client", PASSPHRASE):
        assert canary.encode() not in content
        assert canary.encode("utf-16-le") not in content
    assert made.stat().st_mode & 0o777 == 0o600


def test_it_opens_with_its_passphrase_and_tells_what_it_is(made: Path, tmp_path: Path) -> None:
    found = rehearse(made, PASSPHRASE, tmp_path / "vault")
    assert (found.about.made_at, found.about.schema, found.about.program) == (NOON, "0005", "0.1")
    assert found.about.counts["mark_event"] == found.content.marks == 2
    assert names_in(tmp_path) == []


def test_another_passphrase_does_not_open_it(made: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        rehearse(made, "not the passphrase", tmp_path / "vault")
    assert caught.value.code is ErrorCode.BACKUP_WRONG_SECRET


@pytest.mark.parametrize("seed", range(40))
def test_a_flipped_bit_anywhere_is_noticed_or_does_not_matter(made: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(made.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path = tmp_path / "flipped"
    path.write_bytes(content)
    outcome = _outcome(path, tmp_path)
    if outcome not in _REFUSALS:
        # A date or an attribute in the archive's own bookkeeping, which nobody reads.
        assert outcome == rehearse(made, PASSPHRASE, tmp_path / "vault")


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_refused(made: Path, tmp_path: Path, share: float) -> None:
    content = made.read_bytes()
    path = tmp_path / "cut"
    path.write_bytes(content[: int(len(content) * share)])
    assert _refusal(path, tmp_path) in {ErrorCode.BACKUP_DAMAGED, ErrorCode.BACKUP_NOT_ONE}


@pytest.mark.parametrize("member", MEMBERS)
def test_a_member_of_another_vaults_backup_is_noticed(
    made: Path, another: Path, tmp_path: Path, member: str
) -> None:
    members = _members(made) | {member: _members(another)[member]}
    assert _refusal(_written(tmp_path / "mixed", members), tmp_path) is ErrorCode.BACKUP_DAMAGED


def test_the_database_of_another_day_of_the_same_vault_is_noticed(folder: Path, tmp_path: Path) -> None:
    with Vault.open(folder, PASSPHRASE) as vault:
        first = back_up(vault, folder, tmp_path / "stick")
        vault.apply(a_story())
        second = back_up(vault, folder, tmp_path / "stick", NOON.replace(day=24))
    members = _members(second) | {"vault.db": _members(first)["vault.db"]}
    with pytest.raises(KnownError) as caught:
        rehearse(_written(tmp_path / "mixed", members), PASSPHRASE, folder)
    assert caught.value.code is ErrorCode.BACKUP_DAMAGED


def _renamed(members: Members) -> Members:
    return {name.replace("vault.db", "../vault.db"): content for name, content in members.items()}


def _absolute(members: Members) -> Members:
    return {name.replace("slots.json", "/etc/slots.json"): content for name, content in members.items()}


def _in_another_order(members: Members) -> Members:
    return dict(reversed(members.items()))


def _without_one(members: Members) -> Members:
    return {name: content for name, content in members.items() if name != "about.json"}


def _with_one_more(members: Members) -> Members:
    return {**members, "more": b""}


@pytest.mark.parametrize("changed", [_renamed, _absolute, _in_another_order, _without_one, _with_one_more])
def test_other_members_than_the_three_are_refused(
    made: Path, tmp_path: Path, changed: Callable[[Members], Members]
) -> None:
    code = _refusal(_written(tmp_path / "changed", changed(_members(made))), tmp_path)
    assert code in {ErrorCode.BACKUP_NOT_ONE, ErrorCode.BACKUP_DAMAGED}
    assert names_in(tmp_path) == ["changed"]


def test_compressed_members_are_refused_whatever_they_would_grow_to(made: Path, tmp_path: Path) -> None:
    bomb = _members(made) | {"vault.db": bytes(64 * 1024 * 1024)}
    path = _written(tmp_path / "bomb", bomb, zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 1024 * 1024
    assert _refusal(path, tmp_path) is ErrorCode.BACKUP_DAMAGED


@pytest.mark.parametrize("member", ["slots.json", "about.json"])
def test_a_long_small_member_is_refused(made: Path, tmp_path: Path, member: str) -> None:
    long = _members(made) | {member: b" " * (backup_file._MAX_ABOUT_BYTES + 1)}
    assert _refusal(_written(tmp_path / "long", long), tmp_path) is ErrorCode.BACKUP_DAMAGED


def test_an_archive_with_a_comment_or_a_long_list_is_refused_before_the_list_is_read(
    made: Path, tmp_path: Path
) -> None:
    commented = _written(tmp_path / "commented", _members(made), comment=b"x" * 30)
    assert _refusal(commented, tmp_path) in {ErrorCode.BACKUP_DAMAGED, ErrorCode.BACKUP_NOT_ONE}
    content = bytearray(made.read_bytes())
    content[-22 + 12 : -22 + 16] = struct.pack("<L", 2**31)
    (tmp_path / "list").write_bytes(content)
    assert _refusal(tmp_path / "list", tmp_path) is ErrorCode.BACKUP_DAMAGED


def test_a_folder_a_pipe_and_nothing_are_told_apart_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert _refusal(tmp_path / "pipe", tmp_path) is ErrorCode.BACKUP_NOT_ONE
    assert _refusal(tmp_path, tmp_path) is ErrorCode.BACKUP_NOT_ONE
    assert _refusal(tmp_path / "nothing", tmp_path) is ErrorCode.BACKUP_FILE_MISSING


def test_a_backup_of_a_newer_program_is_told_apart_from_damage(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_file, "VERSION", 0)
    assert _refusal(made, tmp_path) is ErrorCode.BACKUP_NEWER


def test_a_backup_with_a_newer_schema_is_told_apart_from_damage(folder: Path, tmp_path: Path) -> None:
    with Vault.open(folder, PASSPHRASE) as vault:
        with vault._database.begin() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        # What reads it back is this program, which knows no such schema.
        with pytest.raises(KnownError) as caught:
            back_up(vault, folder, tmp_path / "stick")
    assert caught.value.code is ErrorCode.BACKUP_NEWER
    assert names_in(tmp_path / "stick") == []


def test_reading_is_bounded_in_memory(made: Path, tmp_path: Path) -> None:
    class Counting:
        longest = 0

        def write(self, chunk: bytes) -> int:
            self.longest = max(self.longest, len(chunk))
            return len(chunk)

    target = Counting()
    with reading_container(made) as container:
        container.copy_database(target, lambda _done: None)  # type: ignore[arg-type]  # it is written to alone
    assert 0 < target.longest <= backup_file.CHUNK_BYTES


def test_what_is_unpacked_is_for_its_owner_alone_and_encrypted(made: Path, tmp_path: Path) -> None:
    with opened_backup(made, lambda slots: slots.unlock(PASSPHRASE), tmp_path / "vault") as backup:
        assert backup.files.folder.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in backup.files.folder.iterdir()} == {0o600}
        assert all(CANARY.encode() not in path.read_bytes() for path in backup.files.folder.iterdir())
    assert names_in(tmp_path) == []


def test_a_disk_that_is_full_beside_the_vault_is_said_so(made: Path, tmp_path: Path) -> None:
    shutil.copy(made, tmp_path / "file")
    (tmp_path / "no folder").touch()
    with pytest.raises(KnownError) as caught:
        rehearse(tmp_path / "file", PASSPHRASE, tmp_path / "no folder" / "vault")
    assert caught.value.code is ErrorCode.BACKUP_FAILED


def test_a_name_is_read_as_it_was_written_and_no_other_is() -> None:
    name = backup_name("0123456789abcdef", NOON)
    assert name == "Trialogue-01234567-20261123T120000Z.trialogue-backup"
    assert name_parts(name) == ("01234567", NOON)
    for other in (
        f"{name}.new",
        f".{name}",
        name.replace("20261123", "20261323"),
        name.replace("0123", "012G"),
        "Trialogue-01234567-２０２６1123T120000Z.trialogue-backup",
    ):
        assert name_parts(other) is None
