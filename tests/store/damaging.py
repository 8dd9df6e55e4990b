"""Spoiling rows behind the program's back, and what has to come of it."""

import pytest
from sqlalchemy import text

from app.errors import ErrorCode, KnownError
from app.store.connection import Database
from app.store.repository import Repository

from .story import STORY_SESSION

DEEP = "[" * 100_000
"""JSON nested deeper than can be read."""


def change(database: Database, sql: str, **values: str) -> None:
    """Change rows past the checks of the tables."""
    database.pragma("ignore_check_constraints = ON")
    with database.begin() as connection:
        assert connection.execute(text(sql), values).rowcount > 0


def assert_session_is_damaged(database: Database) -> None:
    """The story's session cannot be read, and the error says so without content."""
    with pytest.raises(KnownError) as caught:
        Repository(database).session_record(STORY_SESSION)
    assert caught.value.code == ErrorCode.VAULT_DAMAGED
    assert caught.value.__cause__ is None


def assert_workspace_is_damaged(database: Database) -> None:
    """The workspace cannot be read, and the error says so without content."""
    with pytest.raises(KnownError) as caught:
        Repository(database).workspace()
    assert caught.value.code == ErrorCode.VAULT_DAMAGED
    assert caught.value.__cause__ is None
