"""The changes that move a session from one state to the next, as plain data.

The same change is folded into the record on screen (`app/domain/record.py`) and written to the vault
(`app/store/`), so that what a person sees and what is kept cannot drift apart.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.answer import Answer, AnswerState, Exploration, Statement
from app.domain.client import Client, Session
from app.domain.mark import Mark, MarkEvent


@dataclass(frozen=True, slots=True)
class AddClient:
    """A client was added."""

    client: Client


@dataclass(frozen=True, slots=True)
class AddSession:
    """A session was started."""

    session: Session


@dataclass(frozen=True, slots=True)
class AddExploration:
    """A question was put, or an answer brought: the exploration and its first answer belong together."""

    exploration: Exploration


@dataclass(frozen=True, slots=True)
class AddAnswer:
    """An answer began to arrive, or was brought; with its statements if it is already whole."""

    answer: Answer
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class GrowAnswer:
    """More of an arriving answer is there: `text` is all of it so far."""

    answer_id: str
    text: str


@dataclass(frozen=True, slots=True)
class FinishAnswer:
    """An arriving answer came to its end and can be read as statements."""

    answer_id: str
    text: str
    state: AnswerState
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class AppendMark:
    """A voice marked a statement. `before` is the mark that held until then, so that it can be undone."""

    event: MarkEvent
    before: Mark


@dataclass(frozen=True, slots=True)
class WriteNote:
    """The private note changed."""

    session_id: str
    before: str
    after: str


class Withdrawable(StrEnum):
    """What undo can take back and redo can bring again. Nothing is deleted."""

    CLIENT = "client"
    SESSION = "session"
    EXPLORATION = "exploration"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class SetWithdrawn:
    """Something that was added was taken back, or brought again."""

    kind: Withdrawable
    id: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class SaveDraft:
    """Words that were typed and not yet sent. `field` names the place; an empty text forgets the draft."""

    field: str
    text: str


class Screen(StrEnum):
    """Where the therapist can be: three sections of the desk, the shared screen, and the way back from it."""

    HOME = "home"
    SESSION = "session"
    SETTINGS = "settings"
    TOGETHER = "together"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the therapist is, so that unlocking leads back there. Ids are None where nothing is chosen."""

    screen: str = Screen.HOME
    client_id: str | None = None
    session_id: str | None = None
    answer_id: str | None = None
    statement_id: str | None = None
    turn_voice_id: str | None = None
    covered: bool = False


@dataclass(frozen=True, slots=True)
class SavePlace:
    """The therapist moved on."""

    place: Place


@dataclass(frozen=True, slots=True)
class SetTherapistName:
    """The therapist chose what to be called on the shared screen: every therapist voice takes the name."""

    name: str
    before: str


Change = (
    AddClient
    | AddSession
    | AddExploration
    | AddAnswer
    | GrowAnswer
    | FinishAnswer
    | AppendMark
    | WriteNote
    | SetWithdrawn
    | SaveDraft
    | SavePlace
    | SetTherapistName
)
