"""All tables of the first vault, and the triggers that keep marks append-only.

Written out, not taken from `app/store/tables.py`: a revision never changes once a vault bears it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create everything in an empty database."""
    op.create_table(
        "client",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("pseudonym", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.CheckConstraint("withdrawn IN (0, 1)", name=op.f("ck_client_withdrawn")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_client")),
        sa.UniqueConstraint("id", name=op.f("uq_client_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "draft",
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("field", name=op.f("pk_draft")),
        sqlite_strict=True,
    )
    op.create_table(
        "workspace",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_workspace")),
        sqlite_strict=True,
    )
    op.create_table(
        "session",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.CheckConstraint("withdrawn IN (0, 1)", name=op.f("ck_session_withdrawn")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_session_client_id_client")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_session")),
        sa.UniqueConstraint("id", name=op.f("uq_session_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_session_client_id"), "session", ["client_id"], unique=False)
    op.create_table(
        "voice",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_voice_client_id_client")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_voice")),
        sa.UniqueConstraint("id", name=op.f("uq_voice_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_voice_client_id"), "voice", ["client_id"], unique=False)
    op.create_table(
        "exploration",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.CheckConstraint("withdrawn IN (0, 1)", name=op.f("ck_exploration_withdrawn")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_exploration_session_id_session")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_exploration")),
        sa.UniqueConstraint("id", name=op.f("uq_exploration_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_exploration_session_id"), "exploration", ["session_id"], unique=False)
    op.create_table(
        "note",
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_note_session_id_session")),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_note")),
        sqlite_strict=True,
    )
    op.create_table(
        "answer",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("exploration_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.CheckConstraint("withdrawn IN (0, 1)", name=op.f("ck_answer_withdrawn")),
        sa.ForeignKeyConstraint(
            ["exploration_id"], ["exploration.id"], name=op.f("fk_answer_exploration_id_exploration")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_answer")),
        sa.UniqueConstraint("id", name=op.f("uq_answer_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_answer_exploration_id"), "answer", ["exploration_id"], unique=False)
    op.create_table(
        "statement",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("answer_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("splitter", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name=op.f("fk_statement_answer_id_answer")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_statement")),
        sa.UniqueConstraint("id", name=op.f("uq_statement_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_statement_answer_id"), "statement", ["answer_id"], unique=False)
    op.create_table(
        "mark_event",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("statement_id", sa.Text(), nullable=False),
        sa.Column("voice_id", sa.Text(), nullable=False),
        sa.Column("fit", sa.Text(), nullable=True),
        sa.Column("matters", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("matters IN (0, 1)", name=op.f("ck_mark_event_matters")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name=op.f("fk_mark_event_statement_id_statement")
        ),
        sa.ForeignKeyConstraint(["voice_id"], ["voice.id"], name=op.f("fk_mark_event_voice_id_voice")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_mark_event")),
        sa.UniqueConstraint("id", name=op.f("uq_mark_event_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_mark_event_statement_id"), "mark_event", ["statement_id"], unique=False)
    op.create_index(op.f("ix_mark_event_voice_id"), "mark_event", ["voice_id"], unique=False)
    for action in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER mark_event_refuses_{action} BEFORE {action.upper()} ON mark_event "
            f"BEGIN SELECT RAISE(ABORT, 'marks are append-only'); END"
        )
