"""When an AI said what somebody brought: every origin of a brought answer has a place for it."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Write the origins of brought answers anew. Of those that are there it is not known when they were said."""
    answer = sa.table("answer", sa.column("sequence"), sa.column("origin"))
    rows = op.get_bind().execute(sa.select(answer.c.sequence, answer.c.origin)).all()
    for sequence, kept in rows:
        try:
            old = json.loads(kept)
            if old["kind"] != "brought":
                continue
            value = json.dumps({**old, "said_at": None})
        except (ValueError, TypeError, KeyError, RecursionError):
            # It means nothing, and reading the session says so.
            continue
        op.execute(sa.update(answer).where(answer.c.sequence == sequence).values(origin=value))
