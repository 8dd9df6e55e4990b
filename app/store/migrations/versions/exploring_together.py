"""What exploring an answer together needs: revealing, rounds, hand-made statements, own words, take-aways, the page.

A place that was kept before has one spot where there are two now, so it is written anew.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and tables, and bring the kept place into its new form."""
    op.add_column(
        "answer", sa.Column("request", sa.Text(), server_default='{"kind": "as_asked"}', nullable=False)
    )
    op.add_column("answer", sa.Column("revealed_at", sa.Text(), nullable=True))
    # Written as SQL: Alembic would copy the whole table to add a check.
    for name in ("hidden", "withdrawn"):
        op.execute(
            f"ALTER TABLE statement ADD COLUMN {name} INTEGER DEFAULT '0' NOT NULL "
            f"CONSTRAINT ck_statement_{name} CHECK ({name} IN (0, 1))"
        )
    _create_tables()
    _rewrite_place()


def _create_tables() -> None:
    op.create_table(
        "chances",
        sa.Column("answer_id", sa.Text(), nullable=False),
        sa.Column("tokens", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name=op.f("fk_chances_answer_id_answer")),
        sa.PrimaryKeyConstraint("answer_id", name=op.f("pk_chances")),
        sqlite_strict=True,
    )
    op.create_table(
        "remark",
        sa.Column("statement_id", sa.Text(), nullable=False),
        sa.Column("voice_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name=op.f("fk_remark_statement_id_statement")
        ),
        sa.ForeignKeyConstraint(["voice_id"], ["voice.id"], name=op.f("fk_remark_voice_id_voice")),
        sa.PrimaryKeyConstraint("statement_id", "voice_id", name=op.f("pk_remark")),
        sqlite_strict=True,
    )
    op.create_table(
        "card_words",
        sa.Column("exploration_id", sa.Text(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("question", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exploration_id"], ["exploration.id"], name=op.f("fk_card_words_exploration_id_exploration")
        ),
        sa.PrimaryKeyConstraint("exploration_id", "card", "question", name=op.f("pk_card_words")),
        sqlite_strict=True,
    )
    op.create_table(
        "take_away",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("statement_id", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.CheckConstraint("withdrawn IN (0, 1)", name=op.f("ck_take_away_withdrawn")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_take_away_session_id_session")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name=op.f("fk_take_away_statement_id_statement")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_take_away")),
        sa.UniqueConstraint("id", name=op.f("uq_take_away_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_take_away_session_id"), "take_away", ["session_id"], unique=False)
    op.create_table(
        "next_step",
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_next_step_session_id_session")),
        sa.ForeignKeyConstraint(["owner_id"], ["voice.id"], name=op.f("fk_next_step_owner_id_voice")),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_next_step")),
        sqlite_strict=True,
    )
    op.create_table(
        "page",
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_page_session_id_session")),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_page")),
        sqlite_strict=True,
    )


def _rewrite_place() -> None:
    workspace = sa.table("workspace", sa.column("key"), sa.column("value"))
    kept = op.get_bind().scalar(sa.select(workspace.c.value).where(workspace.c.key == "place"))
    if kept is None:
        return
    try:
        old = json.loads(kept)
        spot = {name: old.pop(name) for name in ("answer_id", "statement_id", "turn_voice_id")}
        spot |= {"view": "read", "round_id": None, "lens_id": None, "card": None, "part": 0}
        value = json.dumps({**old, "spot": spot, "shared": spot})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        # It means nothing, and reading the workspace says so.
        return
    op.execute(sa.update(workspace).where(workspace.c.key == "place").values(value=value))
