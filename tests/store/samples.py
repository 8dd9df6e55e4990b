"""A small made-up history, told with every kind of change, and what folding it gives."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from app.domain.answer import Answer, AnswerState, Brought, Exploration, MadeHere, Settings, Statement
from app.domain.changes import (
    AddAnswer,
    AddClient,
    AddExploration,
    AddSession,
    AppendMark,
    Change,
    FinishAnswer,
    GrowAnswer,
    Place,
    SaveDraft,
    SavePlace,
    SetTherapistName,
    SetWithdrawn,
    Withdrawable,
    WriteNote,
)
from app.domain.client import Client, Session, Voice, VoiceKind
from app.domain.mark import Fit, Mark, MarkEvent
from app.domain.record import SessionRecord, Workspace
from app.store.slots import KdfCost

_Withdrawable = TypeVar("_Withdrawable", Client, Session)

CHEAP = KdfCost(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "three grey herons at dusk"
CANARY = "Kanarienvogel, the sentence that nobody may find"
START = datetime(2026, 11, 3, 9, 0, 0, 123456, tzinfo=UTC)

MADE_HERE = MadeHere(
    model="SmolLM2-135M-Instruct",
    model_sha256="ab" * 32,
    settings=Settings(temperature=0.7, top_k=40, top_p=0.95, max_tokens=512, context_tokens=4096),
    seed=2**63 + 11,
    prompt_version="1",
    threads=2,
)
BROUGHT = Brought(from_whom="Maya", service="a chat", model="", brought_at=START)


def a_client(name: str = "maya", *, at: datetime = START) -> Client:
    """A client with two voices."""
    return Client(
        id=f"client-{name}",
        pseudonym=name.title(),
        created_at=at,
        voices=(
            Voice(f"voice-{name}", VoiceKind.CLIENT, name.title(), 0),
            Voice(f"voice-{name}-therapist", VoiceKind.THERAPIST, "Dr Rahma", 1),
        ),
    )


def a_session(client: Client, number: int = 1) -> Session:
    """A session of a client."""
    return Session(f"session-{client.id}-{number}", client.id, number, START + timedelta(days=number))


def an_exploration(
    session: Session, number: int = 0, question: str = "Why do I wake at four? 🌒"
) -> Exploration:
    """An exploration within a session."""
    return Exploration(f"exploration-{session.id}-{number}", session.id, question, session.started_at)


def an_answer(exploration: Exploration, position: int, text: str, *, brought: bool = False) -> Answer:
    """An answer: brought and whole, or made here and arriving."""
    return Answer(
        id=f"answer-{exploration.id}-{position}",
        exploration_id=exploration.id,
        position=position,
        text=text,
        state=AnswerState.WHOLE if brought else AnswerState.ARRIVING,
        origin=BROUGHT if brought else MADE_HERE,
        created_at=exploration.created_at,
    )


def statements_of(answer_id: str, text: str, count: int = 2) -> tuple[Statement, ...]:
    """Statements that cut a text into equal parts; as many as it has room for."""
    count = min(count, len(text))
    edges = [len(text) * part // count for part in range(count + 1)] if count else [0]
    return tuple(
        Statement(f"statement-{answer_id}-{part}", answer_id, part, edges[part], edges[part + 1], "1")
        for part in range(len(edges) - 1)
    )


def a_story() -> tuple[Change, ...]:
    """One client and session, told with every kind of change; the canary is in it several times."""
    client = a_client()
    session = a_session(client)
    exploration = an_exploration(session, question=f"{CANARY} 0")
    brought_text = f"You may be worried. {CANARY} 1. Light sleep is common. مرحبا"
    brought = an_answer(exploration, 0, brought_text, brought=True)
    brought_statements = statements_of(brought.id, brought_text)
    asked = an_answer(exploration, 1, "")
    whole = f"Bodies keep time. {CANARY} 2."
    first = brought_statements[0]
    event = MarkEvent("mark-1", first.id, client.voices[0].id, Mark(Fit.PARTLY, matters=True), START)
    taken_back = MarkEvent("mark-2", first.id, client.voices[0].id, Mark(), START + timedelta(seconds=1))
    return (
        AddClient(client),
        AddSession(session),
        AddExploration(exploration),
        AddAnswer(brought, brought_statements),
        AddAnswer(asked),
        GrowAnswer(asked.id, "Bodies keep"),
        FinishAnswer(asked.id, whole, AnswerState.STOPPED, statements_of(asked.id, whole)),
        AppendMark(event, Mark()),
        AppendMark(taken_back, event.mark),
        WriteNote(session.id, "", f"{CANARY} 3"),
        WriteNote(session.id, f"{CANARY} 3", f"{CANARY} 4\n😀"),
        SetWithdrawn(Withdrawable.ANSWER, asked.id, withdrawn=True),
        SetWithdrawn(Withdrawable.EXPLORATION, exploration.id, withdrawn=True),
        SetWithdrawn(Withdrawable.EXPLORATION, exploration.id, withdrawn=False),
        SetWithdrawn(Withdrawable.SESSION, session.id, withdrawn=True),
        SetWithdrawn(Withdrawable.CLIENT, client.id, withdrawn=True),
        SaveDraft("question", f"{CANARY} 5"),
        SaveDraft("answer", "soon gone"),
        SaveDraft("answer", ""),
        SetTherapistName("Ibu Sari", before="Sari"),
        SavePlace(Place("session", client.id, session.id, brought.id, first.id, client.voices[0].id)),
    )


STORY_SESSION = a_session(a_client()).id


class Folded:
    """What a vault ought to hold after some changes: computed from the domain, without a database."""

    def __init__(self, therapist_name: str = "") -> None:
        self.workspace = Workspace(therapist_name=therapist_name)
        self.records: dict[str, SessionRecord] = {}
        self._session_of: dict[str, str] = {}

    def after(self, changes: Iterable[Change]) -> "Folded":
        """Take changes, in their order."""
        for change in changes:
            self._take(change)
        return self

    def _take(self, change: Change) -> None:
        match change:
            case AddClient(client):
                self._set(clients=(*self.workspace.clients, client))
            case AddSession(session):
                self._set(sessions=(*self.workspace.sessions, session))
                client = next(c for c in self.workspace.clients if c.id == session.client_id)
                self.records[session.id] = SessionRecord(client, session)
            case AddExploration(exploration):
                self._fold(exploration.session_id, exploration.id, change)
            case AddAnswer(answer):
                self._fold(self._session_of[answer.exploration_id], answer.id, change)
            case GrowAnswer(answer_id) | FinishAnswer(answer_id):
                self._fold(self._session_of[answer_id], answer_id, change)
            case AppendMark(event):
                answer_id = next(
                    s.answer_id
                    for r in self.records.values()
                    for s in r.statements
                    if s.id == event.statement_id
                )
                self._fold(self._session_of[answer_id], event.id, change)
            case SaveDraft(field, text):
                others = {name: words for name, words in self.workspace.drafts.items() if name != field}
                self._set(drafts={**others, field: text} if text else others)
            case SavePlace(place):
                self._set(place=place)
            case SetTherapistName(name, _):
                self._set(
                    therapist_name=name, clients=tuple(_renamed(c, name) for c in self.workspace.clients)
                )
                for key, record in self.records.items():
                    self.records[key] = replace(record, client=_renamed(record.client, name))
            case WriteNote() | SetWithdrawn():
                self.records = {key: record.applied(change) for key, record in self.records.items()}
                if isinstance(change, SetWithdrawn):
                    self._set(
                        clients=_withdrawn(self.workspace.clients, change),
                        sessions=_withdrawn(self.workspace.sessions, change),
                    )

    def _fold(self, session_id: str, thing_id: str, change: Change) -> None:
        self._session_of[thing_id] = session_id
        self.records[session_id] = self.records[session_id].applied(change)

    def _set(self, **values: object) -> None:
        self.workspace = replace(self.workspace, **values)  # type: ignore[arg-type]


def _renamed(client: Client, name: str) -> Client:
    voices = tuple(replace(v, name=name) if v.kind is VoiceKind.THERAPIST else v for v in client.voices)
    return replace(client, voices=voices)


def _withdrawn(things: Sequence[_Withdrawable], change: SetWithdrawn) -> tuple[_Withdrawable, ...]:
    return tuple(replace(t, withdrawn=change.withdrawn) if t.id == change.id else t for t in things)
