"""A vault of the first version opens, reads as it did, and takes what is new; or stays as it was."""

import errno
import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.domain.answer import BY_HAND, Statement
from app.domain.audit import AuditKind
from app.domain.changes import (
    AddStatement,
    Place,
    SetHidden,
    SetRevealed,
    SetWithdrawn,
    Withdrawable,
    WriteWords,
)
from app.domain.record import SessionRecord, Workspace
from app.domain.written import InRemark
from app.errors import ErrorCode, KnownError
from app.store.connection import Database
from app.store.creation import VaultFiles
from app.store.faults import explained
from app.store.migrations import migrate, newest_revision
from app.store.vault import Vault

from .conftest import Forks
from .first_vault import (
    PLACE,
    all_rows,
    expected_record,
    expected_workspace,
    make_first_vault,
    open_database,
)
from .samples import PASSPHRASE, START


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The folder of a closed vault of the first version."""
    folder = tmp_path / "first"
    folder.mkdir()
    make_first_vault(folder)
    return folder


def _read(folder: Path) -> tuple[Workspace, SessionRecord]:
    with Vault.open(folder, PASSPHRASE) as vault:
        return vault.workspace(), vault.session_record("session")


def _has_new_tables(folder: Path) -> bool:
    return "take_away" in all_rows(folder)


def test_a_vault_of_the_first_version_reads_as_before_with_what_is_new_at_its_defaults(first: Path) -> None:
    assert not _has_new_tables(first)
    assert _read(first) == (expected_workspace(), expected_record())
    assert _has_new_tables(first)


def test_it_reads_the_same_each_time_it_is_opened(first: Path) -> None:
    assert [_read(first) for _ in range(2)] == [(expected_workspace(), expected_record())] * 2


def test_it_takes_what_is_new(first: Path) -> None:
    changes = (
        SetRevealed("answer-1", START, before=None),
        AddStatement(Statement("joined", "answer-1", 2, 0, 24, BY_HAND)),
        SetWithdrawn(Withdrawable.STATEMENT, "statement-1", withdrawn=True),
        SetHidden("statement-2", hidden=True),
        WriteWords(InRemark("statement-2", "voice-2"), "", "Is it?"),
    )
    with Vault.open(first, PASSPHRASE) as vault:
        vault.apply(changes)
    expected = expected_record()
    for change in changes:
        expected = expected.applied(change)
    assert _read(first) == (expected_workspace(), expected)


def test_a_vault_without_a_place_opens_at_the_beginning(tmp_path: Path) -> None:
    make_first_vault(tmp_path, place=None)
    workspace, _ = _read(tmp_path)
    assert workspace.place == Place()


def test_a_place_where_nothing_was_chosen_is_one_where_nothing_is(tmp_path: Path) -> None:
    nothing = dict.fromkeys(PLACE, None) | {"screen": "home", "covered": False}
    make_first_vault(tmp_path, json.dumps(nothing))
    workspace, _ = _read(tmp_path)
    assert workspace.place == Place()


@pytest.mark.parametrize(
    "place",
    [
        "",
        "not json",
        "[]",
        "3",
        "null",
        '"home"',
        "{}",
        '{"screen": "home"}',
        json.dumps({key: value for key, value in PLACE.items() if key != "covered"}),
        json.dumps({key: value for key, value in PLACE.items() if key != "turn_voice_id"}),
        json.dumps({**PLACE, "more": 1}),
        json.dumps({**PLACE, "covered": 1}),
        json.dumps({**PLACE, "answer_id": 3}),
        json.dumps({**PLACE, "statement_id": ["a"]}),
        json.dumps({**PLACE, "card": "\ud800"}),
        "[" * 100_000,
    ],
    ids=lambda place: place[:24] + place[-24:],
)
def test_a_place_that_means_nothing_is_damage_and_the_sessions_can_be_read(
    tmp_path: Path, place: str
) -> None:
    make_first_vault(tmp_path, place)
    with Vault.open(tmp_path, PASSPHRASE) as vault:
        with pytest.raises(KnownError) as caught:
            vault.workspace()
        assert vault.session_record("session") == expected_record()
    assert caught.value.code == ErrorCode.VAULT_DAMAGED


@pytest.mark.parametrize(
    "origin", ["", "not json", "[]", "{}", '{"kind": 3}', '{"kind": "dreamt"}', "[" * 100_000]
)
def test_an_origin_that_means_nothing_is_damage_and_the_vault_opens(first: Path, origin: str) -> None:
    _run(first, f"UPDATE answer SET origin = '{origin}' WHERE id = 'answer-1'")
    with Vault.open(first, PASSPHRASE) as vault:
        assert vault.workspace() == expected_workspace()
        with pytest.raises(KnownError) as caught:
            vault.session_record("session")
    assert caught.value.code == ErrorCode.VAULT_DAMAGED


@pytest.mark.parametrize("attack", ["UPDATE mark_event SET matters = 0", "DELETE FROM mark_event"])
def test_its_marks_can_be_neither_changed_nor_deleted_afterwards(first: Path, attack: str) -> None:
    with (
        Vault.open(first, PASSPHRASE) as vault,
        pytest.raises(DBAPIError, match="append-only"),
        vault._database.begin() as connection,
    ):
        connection.execute(text(attack))
    assert _read(first) == (expected_workspace(), expected_record())


@pytest.mark.parametrize("attack", ["hidden", "withdrawn"])
def test_its_statements_are_hidden_or_not_and_nothing_else(first: Path, attack: str) -> None:
    with (
        Vault.open(first, PASSPHRASE) as vault,
        pytest.raises(DBAPIError, match=f"ck_statement_{attack}"),
        vault._database.begin() as connection,
    ):
        connection.execute(text(f"UPDATE statement SET {attack} = 2"))


def test_killed_after_any_statement_of_the_migration_it_is_the_old_vault_to_the_last_row_or_the_new_one(
    first: Path, forks: Forks
) -> None:
    before = all_rows(first)
    whole = {entry.name: entry.read_bytes() for entry in first.iterdir()}
    killed = old = 0
    while True:
        forks.start("open and die", first, statement=killed + 1)
        *said, ended = forks.lines()
        if said == ["opened"]:
            break
        assert ended == "ended -9"
        killed += 1
        if _has_new_tables(first):
            assert _read(first) == (expected_workspace(), expected_record()), (
                f"killed after statement {killed}"
            )
            assert old >= 13
        else:
            assert all_rows(first) == before, f"killed after statement {killed}"
            old += 1
        shutil.rmtree(first)
        first.mkdir()
        for name, content in whole.items():
            (first / name).write_bytes(content)
    # The migration alone has four columns, six tables, an index, the place and its own name to write.
    assert old >= 13
    assert _read(first) == (expected_workspace(), expected_record())


def test_a_migration_that_fails_in_the_middle_leaves_the_old_vault_and_can_be_tried_again(
    first: Path,
) -> None:
    _run(first, "CREATE TABLE page (in_the_way TEXT) STRICT")
    before = all_rows(first)
    with pytest.raises(KnownError) as caught:
        Vault.open(first, PASSPHRASE)
    assert caught.value.code == ErrorCode.STORAGE_FAILED
    assert all_rows(first) == before
    _run(first, "DROP TABLE page")
    assert _read(first) == (expected_workspace(), expected_record())


def test_a_migration_for_which_the_disk_has_no_room_leaves_the_old_vault(first: Path) -> None:
    before = all_rows(first)
    database = open_database(first)
    database.pragma(f"max_page_count = {database.pragma('page_count')}")
    with pytest.raises(KnownError) as caught, explained(), database.begin() as connection:
        migrate(connection)
    database.close()
    assert caught.value.code == ErrorCode.DISK_FULL
    assert all_rows(first) == before
    assert _read(first) == (expected_workspace(), expected_record())


def _run(folder: Path, sql: str) -> None:
    database = open_database(folder)
    with database.begin() as connection:
        connection.execute(text(sql))
    database.close()


def _copy(first: Path) -> Path:
    return VaultFiles(first).before_migration


def test_before_it_is_migrated_a_copy_is_put_aside_that_opens_by_itself(first: Path) -> None:
    before = all_rows(first)
    _read(first)
    assert all_rows(_copy(first)) == before
    # To the program it is a vault like any other: it opens, and is migrated in its own place.
    assert _read(_copy(first)) == (expected_workspace(), expected_record())


@pytest.mark.parametrize("slots", [None, b"{broken"], ids=["missing", "damaged"])
def test_the_copy_opens_by_itself_where_the_second_copy_of_the_slots_stood_in(
    first: Path, slots: bytes | None
) -> None:
    files = VaultFiles(first)
    files.slots.rename(files.previous_slots)
    if slots is not None:
        files.slots.write_bytes(slots)
    assert _read(first) == (expected_workspace(), expected_record())
    assert not VaultFiles(_copy(first)).previous_slots.exists()
    assert _read(_copy(first)) == (expected_workspace(), expected_record())


def test_the_copy_goes_when_the_new_schema_has_opened_a_second_time(first: Path) -> None:
    for is_there in (True, False, False):
        _read(first)
        assert _copy(first).exists() is is_there


def test_a_vault_of_this_schema_is_not_copied(folder: Path) -> None:
    Vault.open(folder, PASSPHRASE).close()
    assert not _copy(folder).exists()


def test_the_audit_trail_tells_from_what_to_what_it_was_migrated(first: Path) -> None:
    with Vault.open(first, PASSPHRASE) as vault:
        told = [entry for entry in vault.audit_entries(None) if entry.kind is AuditKind.MIGRATED]
    assert [entry.detail for entry in told] == [{"from_revision": "0001", "to_revision": newest_revision()}]


def test_a_copy_that_has_no_room_leaves_the_old_vault_and_no_half_of_a_copy(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = all_rows(first)

    def full(_database: Database, _target: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Database, "copy_to", full)
    with pytest.raises(KnownError) as caught:
        Vault.open(first, PASSPHRASE)
    assert caught.value.code == ErrorCode.DISK_FULL
    assert all_rows(first) == before
    assert not [entry for entry in first.iterdir() if entry.is_dir()]
