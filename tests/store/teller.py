"""Made-up histories: changes of every kind, in an order that fits."""

from datetime import datetime, timedelta, timezone
from random import Random

from app.domain.answer import AnswerState
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
from app.domain.mark import Fit, Mark, MarkEvent

from .samples import (
    START,
    Folded,
    a_client,
    a_session,
    an_answer,
    an_exploration,
    statements_of,
)

WORDS = (
    "",
    "Why?",
    "😀 family 👨‍👩‍👧",
    "مرحبا بالعالم",
    "line\nline\ttab",
    'it\'s "quoted"; -- DROP',
    "ﬁ",
    "é",
    "\u200f",
)


class Teller:
    """Makes up changes that fit what came before."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._folded = Folded()
        self._count = 0

    def tell(self, length: int) -> list[Change]:
        """Return so many changes."""
        return [self._next() for _ in range(length)]

    def _next(self) -> Change:
        makers = (
            self._client,
            self._session,
            self._exploration,
            self._answer,
            self._answer,
            self._grow,
            self._finish,
            self._mark,
            self._mark,
            self._note,
            self._withdraw,
            self._draft,
            self._place,
            self._name,
        )
        change = self._random.choice(makers)()
        while change is None:
            change = self._random.choice(makers)()
        self._folded.after([change])
        return change

    def _new(self) -> str:
        self._count += 1
        return str(self._count)

    def _words(self) -> str:
        return " ".join(self._random.choices(WORDS, k=3))

    def _records(self) -> list[str]:
        return list(self._folded.records)

    def _client(self) -> Change:
        offset = timezone(timedelta(hours=7))
        return AddClient(a_client(self._new(), at=datetime(2026, 11, 3, 16, 0, 0, self._count, offset)))

    def _session(self) -> Change | None:
        clients = self._folded.workspace.clients
        return AddSession(a_session(self._random.choice(clients), int(self._new()))) if clients else None

    def _exploration(self) -> Change | None:
        sessions = self._folded.workspace.sessions
        if not sessions:
            return None
        return AddExploration(an_exploration(self._random.choice(sessions), int(self._new()), self._words()))

    def _answer(self) -> Change | None:
        explorations = [e for r in self._folded.records.values() for e in r.explorations]
        if not explorations:
            return None
        brought, words = self._random.random() < 0.5, self._words()
        answer = an_answer(self._random.choice(explorations), int(self._new()), words, brought=brought)
        return AddAnswer(answer, statements_of(answer.id, words, 3) if brought else ())

    def _arriving(self) -> str | None:
        answers = [a for r in self._folded.records.values() for a in r.answers]
        ids = [a.id for a in answers if a.state is AnswerState.ARRIVING]
        return self._random.choice(ids) if ids else None

    def _grow(self) -> Change | None:
        answer_id = self._arriving()
        return GrowAnswer(answer_id, self._words()) if answer_id else None

    def _finish(self) -> Change | None:
        answer_id, words = self._arriving(), self._words()
        ends = [state for state in AnswerState if state is not AnswerState.ARRIVING]
        if answer_id is None:
            return None
        return FinishAnswer(answer_id, words, self._random.choice(ends), statements_of(answer_id, words, 4))

    def _mark(self) -> Change | None:
        records = [r for r in self._folded.records.values() if r.statements]
        if not records:
            return None
        record = self._random.choice(records)
        statement, voice = self._random.choice(record.statements), self._random.choice(record.client.voices)
        mark = Mark(self._random.choice([None, *Fit]), self._random.random() < 0.5)
        at = START + timedelta(microseconds=self._random.randrange(10**9))
        event = MarkEvent(self._new(), statement.id, voice.id, mark, at)
        return AppendMark(event, record.mark(statement.id, voice.id))

    def _note(self) -> Change | None:
        return WriteNote(self._random.choice(self._records()), "", self._words()) if self._records() else None

    def _withdraw(self) -> Change | None:
        folded = self._folded
        things = [
            *((Withdrawable.CLIENT, c.id) for c in folded.workspace.clients),
            *((Withdrawable.SESSION, s.id) for s in folded.workspace.sessions),
            *((Withdrawable.EXPLORATION, e.id) for r in folded.records.values() for e in r.explorations),
            *((Withdrawable.ANSWER, a.id) for r in folded.records.values() for a in r.answers),
        ]
        if not things:
            return None
        kind, thing_id = self._random.choice(things)
        return SetWithdrawn(kind, thing_id, self._random.random() < 0.6)

    def _draft(self) -> Change:
        return SaveDraft(self._random.choice(["question", "answer", "note"]), self._words().strip())

    def _place(self) -> Change:
        ids = [self._random.choice([None, self._words()]) for _ in range(5)]
        client_id, session_id, answer_id, statement_id, voice_id = ids
        covered = self._random.random() < 0.5
        return SavePlace(Place("session", client_id, session_id, answer_id, statement_id, voice_id, covered))

    def _name(self) -> Change:
        return SetTherapistName(self._words(), before="")
