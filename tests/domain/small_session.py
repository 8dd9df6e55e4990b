"""A session with one question and one answer, and the changes that make it."""

from datetime import UTC, datetime, timedelta

from app.domain.answer import (
    BY_HAND,
    Answer,
    AnswerState,
    AsAsked,
    Brought,
    Exploration,
    Request,
    Statement,
)
from app.domain.changes import (
    AddAnswer,
    AddExploration,
    AppendMark,
    Change,
    FinishAnswer,
    SetWithdrawn,
    Withdrawable,
)
from app.domain.client import Client, Session, Voice, VoiceKind
from app.domain.mark import Mark, MarkEvent
from app.domain.record import SessionRecord

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
CLIENT = Client("client", "Maya", NOW, (Voice("voice", VoiceKind.CLIENT, "Maya", 0),))
SESSION = Session("session", "client", 1, NOW)
AS_ASKED = AsAsked()
TEXT = "Rain falls. It is wet."


def exploration(number: int = 1, session: str = "session") -> Exploration:
    return Exploration(f"exploration-{number}", session, "What is rain?", NOW)


def answer(
    number: int = 1,
    of: int = 1,
    text: str = "",
    state: AnswerState = AnswerState.ARRIVING,
    request: Request = AS_ASKED,
) -> Answer:
    """An answer, the first of the first exploration if nothing is said."""
    return Answer(
        id=f"answer-{number}",
        exploration_id=f"exploration-{of}",
        position=number - 1,
        text=text,
        state=state,
        origin=Brought("Maya", "", "", NOW),
        created_at=NOW,
        request=request,
    )


def statements(of: int = 1) -> tuple[Statement, ...]:
    spans = ((0, 11), (12, 22))
    return tuple(
        Statement(f"statement-{of}-{position}", f"answer-{of}", position, *span, "rules-1")
        for position, span in enumerate(spans)
    )


def marked(statement: str, mark: Mark, voice: str = "voice", number: int = 1) -> AppendMark:
    at = NOW + timedelta(seconds=number)
    return AppendMark(MarkEvent(f"mark-{number}", statement, voice, mark, at), Mark())


def folded(*changes: Change) -> SessionRecord:
    record = SessionRecord(CLIENT, SESSION)
    for change in changes:
        record = record.applied(change)
    return record


WHOLE: tuple[Change, ...] = (
    AddExploration(exploration()),
    AddAnswer(answer()),
    FinishAnswer("answer-1", TEXT, AnswerState.WHOLE, statements()),
)


def withdrawn(kind: Withdrawable, thing_id: str, is_gone: bool = True) -> SetWithdrawn:
    return SetWithdrawn(kind, thing_id, withdrawn=is_gone)


def by_hand(statement_id: str, start: int, end: int) -> Statement:
    """A statement of the first answer that a person made of others."""
    return Statement(statement_id, "answer-1", 9, start, end, BY_HAND)
