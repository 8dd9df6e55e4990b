"""A backup of an older schema is verified, rehearsed and restored; one of a newer schema is told so."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from app.domain.audit import AuditKind
from app.errors import ErrorCode, KnownError
from app.store.backup_check import revision_of
from app.store.backup_file import About, backup_key, write_container
from app.store.backup_records import lineage_of
from app.store.counts import ContentCounts, table_counts
from app.store.creation import VaultFiles
from app.store.rehearsal import rehearse
from app.store.restoring import replaced_vaults, restore
from app.store.vault import Vault
from app.verify_backup import verify_backup

from .backups import NOON
from .first_vault import (
    DATA_KEY,
    VAULT_ID,
    expected_record,
    expected_workspace,
    make_first_vault,
    migrate_to,
    open_database,
)
from .samples import CHEAP, PASSPHRASE

HELD = ContentCounts(clients=1, sessions=1, explorations=1, answers=2, notes=1, marks=2)


def _backed_up(place: Path, prepare: Callable[[Connection], None]) -> Path:
    """A backup of the first version's vault, after it was prepared: as a program of that schema would write it."""
    folder = place / "older"
    folder.mkdir()
    make_first_vault(folder)
    database = open_database(folder)
    with database.begin() as connection:
        prepare(connection)
    with database.begin() as connection:
        schema, counts = revision_of(connection), table_counts(connection)
        lineage = lineage_of(connection) if schema >= "0003" else ""
    database.checkpoint()
    database.close()
    files, path = VaultFiles(folder), place / "older.trialogue-backup"
    about = About(NOON, "0.1", schema, lineage, 0, counts, "")
    with path.open("wb") as stream:
        write_container(
            stream,
            files.slots.read_bytes(),
            files.database,
            about,
            backup_key(DATA_KEY, VAULT_ID),
            lambda _share: None,
        )
    return path


@pytest.fixture(params=["0001", "0002", "0003", "0004"])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A backup of an older schema."""
    return _backed_up(tmp_path, lambda connection: migrate_to(connection, request.param))


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A backup of a schema that is not known yet."""

    def prepare(connection: Connection) -> None:
        migrate_to(connection, "0005")
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    return _backed_up(tmp_path, prepare)


def test_an_older_one_is_rehearsed_and_tells_what_it_holds(older: Path, tmp_path: Path) -> None:
    assert rehearse(older, PASSPHRASE, tmp_path / "vault").content == HELD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["older", older.name]


def test_an_older_one_is_verified_from_the_command_line(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n"))
    before = older.read_bytes()
    assert verify_backup(older, from_stdin=True) == 0
    assert older.read_bytes() == before


def test_an_older_one_is_restored_in_this_schema_with_all_that_it_held(older: Path, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    Vault.create(folder, "seven slow owls at noon", "Dr Rahma", CHEAP).close()
    restore(older, PASSPHRASE, folder, NOON)
    with Vault.open(folder, PASSPHRASE) as vault:
        assert vault.found_on_opening == ()
        assert vault.workspace() == expected_workspace()
        assert vault.session_record("session") == expected_record()
        assert AuditKind.RESTORED in {entry.kind for entry in vault.audit_entries(None)}


def test_a_newer_one_is_told_so_and_changes_nothing(
    newer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "vault"
    Vault.create(folder, PASSPHRASE, "Dr Rahma", CHEAP).close()
    for look in (
        lambda: rehearse(newer, PASSPHRASE, folder),
        lambda: restore(newer, PASSPHRASE, folder, NOON),
    ):
        with pytest.raises(KnownError) as caught:
            look()
        assert caught.value.code is ErrorCode.BACKUP_NEWER
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n"))
    assert verify_backup(newer, from_stdin=True) == 1
    assert capsys.readouterr().out == ""
    assert replaced_vaults(folder) == ()
    with Vault.open(folder, PASSPHRASE) as vault:
        assert vault.workspace().therapist_name == "Dr Rahma"
