"""The revisions, each a file. Alembic finds and orders them by what they say of themselves."""
