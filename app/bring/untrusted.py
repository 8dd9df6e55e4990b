"""Taking values out of what a stranger's file holds: whatever is not what it should be counts as missing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, groupby
from typing import Any

from app.bring.faults import Skipped
from app.bring.format import Report
from app.domain.conversation import (
    MAX_ALTERNATIVES,
    MAX_TURNS,
    MODEL_MAX_CHARS,
    SAID_MAX_CHARS,
    TITLE_MAX_CHARS,
    Conversation,
    Said,
    Turn,
)
from app.domain.text import one_line as shown_line
from app.domain.text import plain, unhidden

_LATEST_SECOND = 4_102_444_800.0
"""The year 2100: what lies beyond is no time of a chat."""
_NO_TIME = datetime.min.replace(tzinfo=UTC)


def fields(value: Any) -> dict[str, Any]:
    """Return an object's fields; none if it is no object."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """Return a list's items; none if it is no list."""
    return value if isinstance(value, list) else []


def text(value: Any) -> str:
    """Return a text; empty if it is none."""
    return value if isinstance(value, str) else ""


def second(value: Any) -> datetime | None:
    """Return the time that a number of seconds since 1970 means."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < _LATEST_SECOND:
        return None
    return datetime.fromtimestamp(value, UTC)


def iso_time(value: Any) -> datetime | None:
    """Return the time that a text such as `2026-11-23T15:00:00Z` means; without a zone, that of Greenwich."""
    try:
        time = datetime.fromisoformat(text(value).strip())
        # Through `second`, so that no time lies where none can.
        return second((time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None


def one_line(value: Any, max_chars: int = TITLE_MAX_CHARS) -> str:
    """Return a text as one line of bounded length."""
    return shown_line(text(value), max_chars)


def bounded(conversation: Conversation, report: Report) -> Conversation:
    """Return a conversation in plain text as far as there is room, without what is empty, and report what is cut.

    Of more turns or wordings than there is room for, the newest are kept.
    """
    title = one_line(conversation.title)
    turns = conversation.turns[-MAX_TURNS:]
    said = [one for turn in turns for one in (turn.shown, *turn.alternatives)]
    if (
        len(turns) < len(conversation.turns)
        or any(len(turn.alternatives) > MAX_ALTERNATIVES for turn in turns)
        or any(len(one.text) > SAID_MAX_CHARS for one in said)
    ):
        report.leave_out(title, Skipped.CUT)
    kept = tuple(turn for turn in map(_bounded_turn, turns) if _says(turn.shown))
    return replace(conversation, title=title, turns=kept, time=_bounded_time(conversation.time))


def _bounded_turn(turn: Turn) -> Turn:
    """Return a turn as far as there is room. Where nothing is shown, the newest that stands beside it is."""
    shown = _bounded(turn.shown)
    beside = list(filter(_says, map(_bounded, turn.alternatives[-MAX_ALTERNATIVES:])))
    if beside and not _says(shown):
        # An answer that was asked for once more and broke off hides the one before.
        newest = max(range(len(beside)), key=lambda number: (beside[number].time or _NO_TIME, number))
        shown = beside.pop(newest)
    return replace(turn, shown=shown, alternatives=tuple(beside))


def _bounded(said: Said) -> Said:
    text = unhidden(plain(said.text[:SAID_MAX_CHARS])).strip()
    return Said(text, _bounded_time(said.time), one_line(said.model, MODEL_MAX_CHARS))


def _bounded_time(time: datetime | None) -> datetime | None:
    return time if time and second(time.timestamp()) else None


def _says(said: Said) -> bool:
    return said.text != ""


def merged(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Return the turns without empty ones, what one side says in several messages as one."""
    kept = (turn for turn in turns if turn.shown.text.strip() or turn.alternatives)
    return tuple(_as_one(list(run)) for _, run in groupby(kept, key=lambda turn: turn.role))


def _as_one(run: list[Turn]) -> Turn:
    if len(run) == 1:
        return run[0]
    # All at once: hundreds of thousands of messages one after the other would be copied as often.
    said = "\n\n".join(turn.shown.text for turn in run if turn.shown.text.strip()).strip()
    time = next((turn.shown.time for turn in reversed(run) if turn.shown.time), None)
    model = next((turn.shown.model for turn in reversed(run) if turn.shown.model), "")
    return Turn(run[0].role, Said(said, time, model), tuple(chain(*(turn.alternatives for turn in run))))
