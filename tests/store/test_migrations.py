"""A migrated vault has the schema that the tables describe, down to the triggers."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.errors import ErrorCode, KnownError
from app.store import migrations, tables
from app.store.connection import Database
from app.store.repository import Repository
from app.store.vault import Vault

from .samples import PASSPHRASE
from .story import a_story


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty database."""
    (tmp_path / "empty.db").touch()
    opened = Database(tmp_path / "empty.db", bytes(32), bytes(16))
    yield opened
    opened.close()


@pytest.fixture
def migrated(database: Database) -> Database:
    with database.begin() as connection:
        migrations.migrate(connection)
    return database


def _schema(database: Database) -> dict[str, list[str]]:
    """Every table, index and trigger by name, as the parts of its definition in alphabetical order.

    A constraint may stand at the end of its column or of its table: it means the same.
    """
    with database.begin() as connection:
        found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        return {
            name: sorted(filter(None, re.split(r"\s*[(),]\s*|\s+(?=CONSTRAINT )", " ".join(sql.split()))))
            for name, sql in found
            if name != "alembic_version"
        }


def test_alembic_finds_no_difference_between_the_migrated_schema_and_the_tables(migrated: Database) -> None:
    with migrated.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_the_migrated_schema_has_every_column_and_constraint_that_the_tables_have(
    migrated: Database, tmp_path: Path
) -> None:
    (tmp_path / "other.db").touch()
    created = Database(tmp_path / "other.db", bytes(32), bytes(16))
    with created.begin() as connection:
        tables.metadata.create_all(connection)
    schema = _schema(created)
    created.close()
    assert _schema(migrated) == schema
    assert set(tables.TRIGGERS) < set(schema)


def test_every_table_is_strict(migrated: Database) -> None:
    with migrated.begin() as connection:
        strict = {
            row.name: row.strict
            for row in connection.execute(text("SELECT name, strict FROM pragma_table_list"))
            if row.name in tables.metadata.tables
        }
    assert strict == dict.fromkeys(tables.metadata.tables, 1)


def test_a_migrated_database_bears_a_revision_and_an_empty_one_does_not(database: Database) -> None:
    with database.begin() as connection:
        assert not migrations.has_schema(connection)
        migrations.migrate(connection)
        assert migrations.has_schema(connection)


def test_migrating_twice_changes_nothing(migrated: Database) -> None:
    before = _schema(migrated)
    with migrated.begin() as connection:
        migrations.migrate(connection)
    assert _schema(migrated) == before


def test_a_migration_that_fails_leaves_nothing_behind(database: Database) -> None:
    with database.begin() as connection:
        connection.execute(text("CREATE TABLE workspace (in_the_way TEXT) STRICT"))
    before = _schema(database)
    with pytest.raises(DBAPIError), database.begin() as connection:
        migrations.migrate(connection)
    assert _schema(database) == before


def test_a_vault_of_a_newer_program_is_refused_and_left_alone(folder: Path) -> None:
    with Vault.open(folder, PASSPHRASE) as vault, vault._database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(KnownError) as caught:
        Vault.open(folder, PASSPHRASE)
    assert caught.value.code == ErrorCode.VAULT_NEWER
    assert (folder / "vault.db").read_bytes() == before


@pytest.mark.parametrize("attack", ["UPDATE mark_event SET matters = 0", "DELETE FROM mark_event"])
def test_marks_can_be_neither_changed_nor_deleted(migrated: Database, attack: str) -> None:
    Repository(migrated).apply(a_story())
    with pytest.raises(DBAPIError, match="append-only"), migrated.begin() as connection:
        connection.execute(text(attack))
