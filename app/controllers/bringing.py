"""Answers that somebody carried into the room, checked and taken apart into what is kept of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.domain.answer import (
    Answer,
    AnswerState,
    AsAsked,
    AskedAgain,
    Brought,
    Exploration,
    Request,
    Statement,
)
from app.domain.changes import AddAnswer, AddExploration
from app.domain.conversation import Said
from app.domain.record import SessionRecord
from app.domain.text import checked_answer, checked_name, checked_question, plain, unhidden
from app.explore.statements import SPLITTER, split

QUESTION_DRAFT, ANSWER_DRAFT = "brought.question", "brought.answer"
SERVICE_DRAFT, MODEL_DRAFT, FROM_WHOM_DRAFT = "brought.service", "brought.model", "brought.from_whom"
BROUGHT_DRAFTS = (QUESTION_DRAFT, ANSWER_DRAFT, SERVICE_DRAFT, MODEL_DRAFT, FROM_WHOM_DRAFT)
"""The fields in which somebody types what was brought, as their drafts are named."""


@dataclass(frozen=True, slots=True)
class BroughtAnswer:
    """What was typed, pasted or read from a file, unchecked. All but `answer` may be empty; then the client brought
    it. `alternatives` are what the AI answered before or afterwards in its place."""

    question: str
    answer: str
    service: str
    model: str
    from_whom: str = ""
    said_at: datetime | None = None
    alternatives: tuple[Said, ...] = ()


def kept_of(
    brought: BroughtAnswer, record: SessionRecord, new_id: Callable[[], str], now: datetime
) -> tuple[AddExploration | AddAnswer, ...]:
    """Return the changes that keep a brought answer in the session, with its statements: an exploration, its answer,
    and with alternatives a round of answers to the same question, of which the first is that answer again.

    Raises:
        KnownError: ANSWER_EMPTY, ANSWER_TOO_LONG, QUESTION_TOO_LONG or NAME_TOO_LONG.
    """
    question = (
        checked_question(unhidden(brought.question)) if unhidden(plain(brought.question)).strip() else ""
    )
    from_whom = _name_or(brought.from_whom, record.client.pseudonym)
    service = _name_or(brought.service, "")
    exploration = Exploration(new_id(), record.session.id, question, now)

    def kept(position: int, said: Said, request: Request) -> AddAnswer:
        text = checked_answer(unhidden(said.text))
        origin = Brought(from_whom, service, _name_or(said.model, ""), now, said.time)
        answer = Answer(
            new_id(), exploration.id, position, text, AnswerState.WHOLE, origin, now, request=request
        )
        return AddAnswer(answer, statements_of(answer.id, text, new_id))

    shown = Said(brought.answer, brought.said_at, brought.model)
    others = tuple(said for said in brought.alternatives if unhidden(plain(said.text)).strip())
    answers = [kept(0, shown, AsAsked())]
    if others:
        again = AskedAgain(new_id())
        answers += [kept(position, said, again) for position, said in enumerate((shown, *others), start=1)]
    return (AddExploration(exploration), *answers)


def _name_or(untrusted_name: str, otherwise: str) -> str:
    return checked_name(untrusted_name) if plain(untrusted_name).strip() else otherwise


def statements_of(answer_id: str, text: str, new_id: Callable[[], str]) -> tuple[Statement, ...]:
    """Return a whole answer read as statements, each with a fresh id."""
    return tuple(
        Statement(new_id(), answer_id, position, start, end, SPLITTER)
        for position, (start, end) in enumerate(split(text))
    )
