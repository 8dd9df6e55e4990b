"""The changes that move a session from one state to the next, as plain data.

The same change is folded into the record on screen (`app/domain/record.py`) and written to the vault
(`app/store/`), so that what a person sees and what is kept cannot drift apart.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from app.domain.answer import Answer, AnswerState, Chance, Exploration, Statement
from app.domain.audit import AddAuditEntry
from app.domain.client import Client, Session
from app.domain.clock import SetClock
from app.domain.crisis import LineChoices
from app.domain.deletion import BringBack, Delete, Purge
from app.domain.keepsakes import NextStep, PagePlan, TakeAway
from app.domain.mark import Mark, MarkEvent
from app.domain.notice import NoticedAt, Settled
from app.domain.written import Where


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
class KeepChances:
    """How predictable each token of an answer that was made here was to the model."""

    answer_id: str
    chances: tuple[Chance, ...]


@dataclass(frozen=True, slots=True)
class SetRevealed:
    """The marks on an answer were shown to all voices at this moment, or covered again (None)."""

    answer_id: str
    at: datetime | None
    before: datetime | None


@dataclass(frozen=True, slots=True)
class AddStatement:
    """A person joined or divided statements; those whose place it takes are withdrawn in the same step."""

    statement: Statement


@dataclass(frozen=True, slots=True)
class SetHidden:
    """A statement was taken from the shared screen, or may be drawn there again."""

    statement_id: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class SetSettled:
    """The therapist decided about something that was noticed in a session, or took that back (None)."""

    session_id: str
    at: NoticedAt
    before: Settled | None
    after: Settled | None


@dataclass(frozen=True, slots=True)
class WriteWords:
    """What is written somewhere changed. An empty text is none."""

    where: Where
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AddTakeAway:
    """Something worth keeping was written down."""

    take_away: TakeAway


@dataclass(frozen=True, slots=True)
class SetTakeAway:
    """A take-away reads differently, was taken back, or was brought again."""

    before: TakeAway
    after: TakeAway


@dataclass(frozen=True, slots=True)
class SetNextStep:
    """What was agreed on until the next session changed."""

    session_id: str
    before: NextStep
    after: NextStep


@dataclass(frozen=True, slots=True)
class SetPage:
    """What belongs on the page to take home changed, or was approved."""

    session_id: str
    before: PagePlan
    after: PagePlan


class Withdrawable(StrEnum):
    """What undo can take back and redo can bring again."""

    CLIENT = "client"
    SESSION = "session"
    EXPLORATION = "exploration"
    ANSWER = "answer"
    STATEMENT = "statement"


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
    """Where the therapist can be: five sections of the desk, the shared screen, and the way back from it."""

    HOME = "home"
    SESSION = "session"
    VAULT = "vault"
    SETTINGS = "settings"
    PRIVACY = "privacy"
    TOGETHER = "together"
    HANDOVER = "handover"


class View(StrEnum):
    """How an answer is looked at, at the desk as well as on the shared screen."""

    READ = "read"
    """Statement by statement, each voice marking for itself."""
    REVEALED = "revealed"
    """What each voice marked, side by side."""
    AGAIN = "again"
    """The same question asked several times: what stays, what changes."""
    DIFFERENTLY = "differently"
    """The question in other words: answers side by side."""
    LENS = "lens"
    """What the model says about the answer."""
    CARDS = "cards"
    """Guided cards for the client's own words."""
    WORDS = "words"
    """How predictable each word was."""
    LINES = "lines"
    """Crisis lines."""
    KEEP = "keep"
    """Take-aways and the next step."""
    PAGE = "page"
    """The page to take home."""
    PICK = "pick"
    """What a file holds that somebody brought, before any of it is kept."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What is looked at within a session. Ids are None where nothing is chosen.

    `round_id` names the round that AGAIN and DIFFERENTLY show, `lens_id` the answer through a lens that LENS
    shows, `card` the guided card, and `part` counts from 0 what does not fit on one screen.
    """

    view: str = View.READ
    answer_id: str | None = None
    statement_id: str | None = None
    turn_voice_id: str | None = None
    round_id: str | None = None
    lens_id: str | None = None
    card: str | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the therapist is, so that unlocking leads back there, and what the shared screen was turned to."""

    screen: str = Screen.HOME
    client_id: str | None = None
    session_id: str | None = None
    spot: Spot = field(default_factory=Spot)
    shared: Spot = field(default_factory=Spot)
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


class ReturnAsks(StrEnum):
    """What coming back from the shared screen asks for."""

    NOTHING = "nothing"
    PIN = "pin"
    PASSPHRASE = "passphrase"


@dataclass(frozen=True, slots=True)
class ReturnCheck:
    """What coming back asks for. `pin_hash` is Argon2's own text form, or empty without a PIN."""

    asks: ReturnAsks = ReturnAsks.NOTHING
    pin_hash: str = ""


@dataclass(frozen=True, slots=True)
class SetReturnCheck:
    """The therapist chose what coming back from the shared screen asks for."""

    check: ReturnCheck


@dataclass(frozen=True, slots=True)
class SetPlaceOfPractice:
    """The therapist said where this is practised: the id of a profile under `resources/places/`."""

    place_id: str


@dataclass(frozen=True, slots=True)
class SetLineChoices:
    """The therapist chose whose crisis lines are shown, and changed some."""

    choices: LineChoices


Change = (
    AddClient
    | AddSession
    | AddExploration
    | AddAnswer
    | GrowAnswer
    | FinishAnswer
    | KeepChances
    | SetRevealed
    | AddStatement
    | SetHidden
    | SetSettled
    | AppendMark
    | WriteWords
    | AddTakeAway
    | SetTakeAway
    | SetNextStep
    | SetPage
    | SetWithdrawn
    | SaveDraft
    | SavePlace
    | SetTherapistName
    | SetReturnCheck
    | SetPlaceOfPractice
    | SetLineChoices
    | Delete
    | BringBack
    | Purge
    | SetClock
    | AddAuditEntry
)


def merged(earlier: Change, later: Change) -> Change | None:
    """Return one change that does what both do, if both typed in the same place and did nothing else; else None.

    What is typed letter by letter becomes one change, for undo as well as for the vault.
    """
    match earlier, later:
        case (WriteWords(), WriteWords()) if earlier.where == later.where:
            return WriteWords(earlier.where, before=earlier.before, after=later.after)
        case (SetTakeAway(), SetTakeAway()) if earlier.after == later.before and (
            earlier.before.withdrawn == later.before.withdrawn == later.after.withdrawn
        ):
            return SetTakeAway(earlier.before, later.after)
        case (SetNextStep(), SetNextStep()) if earlier.session_id == later.session_id and (
            replace(earlier.before, text="")
            == replace(later.before, text="")
            == replace(later.after, text="")
        ):
            return SetNextStep(earlier.session_id, before=earlier.before, after=later.after)
        case (SetPage(), SetPage()) if earlier.session_id == later.session_id and (
            replace(earlier.before, name="")
            == replace(later.before, name="")
            == replace(later.after, name="")
        ):
            return SetPage(earlier.session_id, before=earlier.before, after=later.after)
        case _:
            return None
