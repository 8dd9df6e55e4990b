"""A session as it stands: the fold of its changes."""

from dataclasses import dataclass, field, replace

from app.domain.answer import Answer, AnswerState, Exploration, Statement
from app.domain.changes import (
    AddAnswer,
    AddExploration,
    AppendMark,
    Change,
    FinishAnswer,
    GrowAnswer,
    Place,
    SetTherapistName,
    SetWithdrawn,
    Withdrawable,
    WriteNote,
)
from app.domain.client import Client, Session
from app.domain.mark import Mark, MarkEvent


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session with all that was asked, said, marked and noted in it.

    Tuples are in the order in which things were added. Withdrawn parts are in it, flagged; `shown_…` leave
    them out.
    """

    client: Client
    session: Session
    explorations: tuple[Exploration, ...] = ()
    answers: tuple[Answer, ...] = ()
    statements: tuple[Statement, ...] = ()
    marks: tuple[MarkEvent, ...] = ()
    note: str = ""
    _explorations_by_id: dict[str, Exploration] = field(init=False, repr=False, compare=False)
    _answers_by_id: dict[str, Answer] = field(init=False, repr=False, compare=False)
    _statements_by_answer: dict[str, tuple[Statement, ...]] = field(init=False, repr=False, compare=False)
    _present_marks: dict[tuple[str, str], Mark] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_explorations_by_id", {e.id: e for e in self.explorations})
        object.__setattr__(self, "_answers_by_id", {answer.id: answer for answer in self.answers})
        present = {(event.statement_id, event.voice_id): event.mark for event in self.marks}
        object.__setattr__(self, "_present_marks", present)
        grouped: dict[str, list[Statement]] = {}
        for statement in self.statements:
            grouped.setdefault(statement.answer_id, []).append(statement)
        by_answer = {key: tuple(sorted(group, key=lambda s: s.position)) for key, group in grouped.items()}
        object.__setattr__(self, "_statements_by_answer", by_answer)

    def applied(self, change: Change) -> "SessionRecord":
        """Return the record after the change; unchanged if the change is about something else."""
        match change:
            case AddExploration(exploration) if exploration.session_id == self.session.id:
                return replace(self, explorations=(*self.explorations, exploration))
            case AddAnswer(answer, statements) if answer.exploration_id in self._explorations_by_id:
                return replace(
                    self, answers=(*self.answers, answer), statements=(*self.statements, *statements)
                )
            case GrowAnswer(answer_id, text) if answer_id in self._answers_by_id:
                return self._with_answer(answer_id, text=text)
            case FinishAnswer(answer_id, text, state, statements) if answer_id in self._answers_by_id:
                grown = self._with_answer(answer_id, text=text, state=state)
                return replace(grown, statements=(*grown.statements, *statements))
            case AppendMark(event, _) if any(s.id == event.statement_id for s in self.statements):
                return replace(self, marks=(*self.marks, event))
            case WriteNote(session_id, _, after) if session_id == self.session.id:
                return replace(self, note=after)
            case SetTherapistName(name, _):
                return replace(self, client=self.client.with_therapist(name))
            case SetWithdrawn(kind, thing_id, withdrawn):
                return self._with_withdrawn(kind, thing_id, withdrawn)
            case _:
                return self

    def exploration(self, exploration_id: str) -> Exploration:
        """Return an exploration by its id. Raises KeyError."""
        return self._explorations_by_id[exploration_id]

    def answer(self, answer_id: str) -> Answer | None:
        """Return an answer that is not withdrawn, or None."""
        answer = self._answers_by_id.get(answer_id)
        if answer is None or answer.withdrawn or self.exploration(answer.exploration_id).withdrawn:
            return None
        return answer

    def shown_explorations(self) -> tuple[Exploration, ...]:
        """Explorations that are not withdrawn, oldest first."""
        return tuple(e for e in self.explorations if not e.withdrawn)

    def shown_answers(self, exploration_id: str) -> tuple[Answer, ...]:
        """Answers of an exploration that are not withdrawn, oldest first."""
        return tuple(a for a in self.answers if a.exploration_id == exploration_id and not a.withdrawn)

    def latest_answer_id(self) -> str | None:
        """The last answer to the last question that has one, or None while there is no answer."""
        for exploration in reversed(self.shown_explorations()):
            answers = self.shown_answers(exploration.id)
            if answers:
                return answers[-1].id
        return None

    def statements_of(self, answer_id: str) -> tuple[Statement, ...]:
        """Statements of an answer in reading order; empty while it is arriving."""
        return self._statements_by_answer.get(answer_id, ())

    def mark(self, statement_id: str, voice_id: str) -> Mark:
        """Return what this voice says of this statement now."""
        return self._present_marks.get((statement_id, voice_id), Mark())

    def _with_answer(self, answer_id: str, *, text: str, state: AnswerState | None = None) -> "SessionRecord":
        answers = tuple(
            replace(a, text=text, state=state or a.state) if a.id == answer_id else a for a in self.answers
        )
        return replace(self, answers=answers)

    def _with_withdrawn(self, kind: Withdrawable, thing_id: str, withdrawn: bool) -> "SessionRecord":
        match kind:
            case Withdrawable.EXPLORATION:
                explorations = tuple(
                    replace(e, withdrawn=withdrawn) if e.id == thing_id else e for e in self.explorations
                )
                return replace(self, explorations=explorations)
            case Withdrawable.ANSWER:
                answers = tuple(
                    replace(a, withdrawn=withdrawn) if a.id == thing_id else a for a in self.answers
                )
                return replace(self, answers=answers)
            case Withdrawable.SESSION if thing_id == self.session.id:
                return replace(self, session=replace(self.session, withdrawn=withdrawn))
            case Withdrawable.CLIENT if thing_id == self.client.id:
                return replace(self, client=replace(self.client, withdrawn=withdrawn))
            case _:
                return self


@dataclass(frozen=True, slots=True)
class Workspace:
    """What stands before any session is open: clients, their sessions, drafts, and where the therapist was."""

    clients: tuple[Client, ...] = ()
    sessions: tuple[Session, ...] = ()
    drafts: dict[str, str] = field(default_factory=dict)
    place: Place = field(default_factory=Place)
    therapist_name: str = ""
