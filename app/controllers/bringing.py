"""An answer that somebody carried into the room, checked and taken apart into what is kept of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.domain.answer import Answer, AnswerState, Brought, Exploration, Statement
from app.domain.changes import AddAnswer, AddExploration
from app.domain.record import SessionRecord
from app.domain.text import checked_answer, checked_name, checked_question, plain
from app.explore.statements import SPLITTER, split


@dataclass(frozen=True, slots=True)
class BroughtAnswer:
    """What was typed or pasted, unchecked. All but `answer` may be empty; then the client brought it."""

    question: str
    answer: str
    service: str
    model: str
    from_whom: str = ""


def kept_of(
    brought: BroughtAnswer, record: SessionRecord, new_id: Callable[[], str], now: datetime
) -> tuple[AddExploration, AddAnswer]:
    """Return the changes that keep a brought answer in the session, with its statements.

    Raises:
        KnownError: ANSWER_EMPTY, ANSWER_TOO_LONG, QUESTION_TOO_LONG or NAME_TOO_LONG.
    """
    text = checked_answer(brought.answer)
    question = checked_question(brought.question) if plain(brought.question).strip() else ""
    origin = Brought(
        from_whom=_name_or(brought.from_whom, record.client.pseudonym),
        service=_name_or(brought.service, ""),
        model=_name_or(brought.model, ""),
        brought_at=now,
    )
    exploration = Exploration(new_id(), record.session.id, question, now)
    answer = Answer(new_id(), exploration.id, 0, text, AnswerState.WHOLE, origin, now)
    return AddExploration(exploration), AddAnswer(answer, statements_of(answer.id, text, new_id))


def _name_or(untrusted_name: str, otherwise: str) -> str:
    return checked_name(untrusted_name) if plain(untrusted_name).strip() else otherwise


def statements_of(answer_id: str, text: str, new_id: Callable[[], str]) -> tuple[Statement, ...]:
    """Return a whole answer read as statements, each with a fresh id."""
    return tuple(
        Statement(new_id(), answer_id, position, start, end, SPLITTER)
        for position, (start, end) in enumerate(split(text))
    )
