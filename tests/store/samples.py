"""Made-up people, sessions and answers, and what the tests of the vault share."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.domain.answer import (
    Answer,
    AnswerState,
    AsAsked,
    Brought,
    Chance,
    Exploration,
    MadeHere,
    Request,
    Settings,
    Statement,
)
from app.domain.client import Client, Session, Voice, VoiceKind
from app.store.wrapping import KdfCost

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
AS_ASKED = AsAsked()
BROUGHT = Brought(from_whom="Maya", service="a chat", model="", brought_at=START)
BROUGHT_IN_A_FILE = replace(BROUGHT, said_at=START - timedelta(days=200, microseconds=1))


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


def an_answer(
    exploration: Exploration, position: int, text: str, *, brought: bool = False, request: Request = AS_ASKED
) -> Answer:
    """An answer: brought and whole, or made here and arriving."""
    return Answer(
        id=f"answer-{exploration.id}-{position}",
        exploration_id=exploration.id,
        position=position,
        text=text,
        state=AnswerState.WHOLE if brought else AnswerState.ARRIVING,
        origin=MADE_HERE if not brought else BROUGHT_IN_A_FILE if position % 2 else BROUGHT,
        created_at=exploration.created_at,
        request=request,
    )


def statements_of(answer_id: str, text: str, count: int = 2) -> tuple[Statement, ...]:
    """Statements that cut a text into equal parts; as many as it has room for."""
    count = min(count, len(text))
    edges = [len(text) * part // count for part in range(count + 1)] if count else [0]
    return tuple(
        Statement(f"statement-{answer_id}-{part}", answer_id, part, edges[part], edges[part + 1], "1")
        for part in range(len(edges) - 1)
    )


def chances_of(text: str) -> tuple[Chance, ...]:
    """Chances of tokens that spell a text: each letter in two tokens, the first of which ends within it."""
    others = ((" \u200f😀", -2.5), ('"', -3.0625))
    return tuple(
        chance for _ in text for chance in (Chance(0, -1e-9, others), Chance(1, -0.1 - 0.2, others[:1]))
    )
