"""Rows of the vault as what they mean. Whatever does not mean anything is damage.

The database's own checks find bytes that changed; these find rows that were never right.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from app.domain.answer import Answer, AnswerState, Exploration, Statement
from app.domain.changes import Place
from app.domain.client import Client, Session, Voice, VoiceKind
from app.domain.mark import Fit, Mark, MarkEvent
from app.errors import ErrorCode, KnownError
from app.store.origin import origin_from_text
from app.store.shapes import boolean, parsed_object, string, string_or_none, with_fields
from app.store.times import time_from_text

_PLACE_FIELDS = set(asdict(Place()))


@contextmanager
def trusted_rows() -> Iterator[None]:
    """Turn what the functions of this module raise into one error.

    Raises:
        KnownError: VAULT_DAMAGED.
    """
    try:
        yield
    except (TypeError, ValueError):
        raise KnownError(ErrorCode.VAULT_DAMAGED) from None


def client_from(row: Any, voices: Sequence[Voice]) -> Client:
    """Return a client with these voices, ordered by their positions. Raises TypeError or ValueError."""
    ordered = tuple(sorted(voices, key=lambda voice: voice.position))
    created_at, withdrawn = time_from_text(row.created_at), boolean(row.withdrawn)
    return Client(row.id, row.pseudonym, created_at, ordered, withdrawn)


def voice_from(row: Any) -> Voice:
    """Return a voice. Raises TypeError or ValueError."""
    return Voice(row.id, VoiceKind(row.kind), row.name, row.position)


def session_from(row: Any) -> Session:
    """Return a session. Raises TypeError or ValueError."""
    started_at, withdrawn = time_from_text(row.started_at), boolean(row.withdrawn)
    return Session(row.id, row.client_id, row.number, started_at, withdrawn)


def exploration_from(row: Any) -> Exploration:
    """Return an exploration. Raises TypeError or ValueError."""
    created_at, withdrawn = time_from_text(row.created_at), boolean(row.withdrawn)
    return Exploration(row.id, row.session_id, row.question, created_at, withdrawn)


def answer_from(row: Any) -> Answer:
    """Return an answer. Raises TypeError or ValueError."""
    return Answer(
        id=row.id,
        exploration_id=row.exploration_id,
        position=row.position,
        text=row.text,
        state=AnswerState(row.state),
        origin=origin_from_text(row.origin),
        created_at=time_from_text(row.created_at),
        withdrawn=boolean(row.withdrawn),
    )


def statement_from(row: Any, answer_chars: int) -> Statement:
    """Return a statement of an answer that is so many characters long. Raises TypeError or ValueError."""
    if not 0 <= row.start < row.end <= answer_chars:
        raise ValueError("a span outside its text")
    return Statement(row.id, row.answer_id, row.position, row.start, row.end, row.splitter)


def mark_event_from(row: Any) -> MarkEvent:
    """Return a mark event. Raises TypeError or ValueError."""
    mark = Mark(None if row.fit is None else Fit(row.fit), boolean(row.matters))
    return MarkEvent(row.id, row.statement_id, row.voice_id, mark, time_from_text(row.at))


def place_to_text(place: Place) -> str:
    """Return the place as JSON."""
    return json.dumps(asdict(place), ensure_ascii=False)


def place_from(text: str) -> Place:
    """Return the place that the JSON holds. Raises TypeError or ValueError if it is anything else."""
    fields = with_fields(parsed_object(text), _PLACE_FIELDS)
    screen = string(fields.pop("screen"))
    covered = fields.pop("covered")
    if not isinstance(covered, bool):
        raise TypeError
    return Place(
        screen=screen, covered=covered, **{name: string_or_none(value) for name, value in fields.items()}
    )
