"""What the shared screen can draw: an allow-list of types that have no private fields.

The shared screen takes a `SharedPage` and nothing else, and the desk draws the same pages with the same widgets.
`ensure_shareable` walks what it is given and refuses every type that is not listed here, so that a private thing
cannot reach the shared screen by being put into a field that happens to accept it.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime

from app.domain.answer import AnswerState, PhrasingKind
from app.domain.client import VoiceKind
from app.domain.conversation import Role
from app.domain.mark import Fit, Relation
from app.domain.shared_file import (
    SharedArchive,
    SharedChat,
    SharedClosedFile,
    SharedFileReading,
    SharedLeftOut,
    SharedListed,
    SharedPicture,
    SharedSaid,
    SharedUnread,
    SharedWording,
)
from app.errors import BugError


@dataclass(frozen=True, slots=True)
class SharedVoice:
    """A voice as the shared screen names it."""

    id: str
    kind: VoiceKind
    name: str


@dataclass(frozen=True, slots=True)
class SharedStatement:
    """One statement of an answer. `number` counts from 1 to `total`; `total` is 0 while the answer arrives.

    `unverified` tells that a telephone number or an address stands in it that nobody verified.
    """

    id: str
    text: str
    number: int
    total: int
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class SharedQuote:
    """The words of a statement where something is about it; none where it is about none. `unverified` as in
    `SharedStatement`."""

    text: str = ""
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class SharedMark:
    """What the voice whose turn it is has said of the statement in front of it."""

    fit: Fit | None
    matters: bool


@dataclass(frozen=True, slots=True)
class SharedNothing:
    """There is no answer to look at yet."""


@dataclass(frozen=True, slots=True)
class SharedArriving:
    """An answer that is arriving: the statements that are whole already.

    `waiting` tells that it has come long ago and waits for a moment before it is shown.
    """

    question: str
    statements: tuple[SharedStatement, ...]
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class SharedTurn:
    """One statement in front of one voice. `next_voice` takes over when the turn is handed on.

    `remark` is what this voice wrote about the statement. `revealed` tells whether the marks lie open already.
    """

    voice: SharedVoice
    next_voice: SharedVoice
    statement: SharedStatement
    mark: SharedMark
    remark: str = ""
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class SharedView:
    """What one voice says of one statement, now that it lies open. `was` is what it said when it was revealed, if
    that has changed since."""

    voice: SharedVoice
    mark: SharedMark
    was: Fit | None
    remark: str


@dataclass(frozen=True, slots=True)
class SharedRow:
    """One statement with every voice's view, in the order of the voices, and how neighbours stand to each other:
    one relation less than views; None where one of the two has not marked."""

    statement: SharedStatement
    views: tuple[SharedView, ...]
    relations: tuple[Relation | None, ...]


@dataclass(frozen=True, slots=True)
class SharedRevealed:
    """What each voice marked, side by side. `first` is the statement that the page begins with."""

    voices: tuple[SharedVoice, ...]
    rows: tuple[SharedRow, ...]
    first: int


@dataclass(frozen=True, slots=True)
class SharedText:
    """One whole answer among several. `number` counts from 1. `differing` are the spans in code points that the
    other answers do not have; none while one of them is arriving."""

    id: str
    number: int
    text: str
    state: AnswerState
    phrasing: PhrasingKind
    question: str
    differing: tuple[tuple[int, int], ...] = ()
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class SharedGroup:
    """Statements of several answers that say the same, by one of them. `said_in` has one truth for each answer."""

    text: str
    said_in: tuple[bool, ...]
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class SharedAgain:
    """The same question, asked several times: what stays in most answers, what changes, and the whole texts.

    `stays` and `changes` are empty while one of them is arriving. `reading` is the number of the answer that is
    read whole, or 0 for the overview. `rounds` are the ids of all times that it was asked so, oldest first, and
    `round_number` counts which of them this is, from 1; 0 without any.
    """

    question: str
    texts: tuple[SharedText, ...]
    stays: tuple[SharedGroup, ...]
    changes: tuple[SharedGroup, ...]
    reading: int
    rounds: tuple[str, ...] = ()
    round_number: int = 0


@dataclass(frozen=True, slots=True)
class SharedDifferently:
    """Answers to the question in other words, as columns. `first` counts the leftmost column from 0. `rounds` and
    `round_number` as in `SharedAgain`."""

    question: str
    texts: tuple[SharedText, ...]
    first: int
    rounds: tuple[str, ...] = ()
    round_number: int = 0


@dataclass(frozen=True, slots=True)
class SharedLensEntry:
    """Something that the model said before, by the lens's id. `statement_id` and `about` as in `SharedLens`."""

    id: str
    lens: str
    statement_id: str
    about: str


@dataclass(frozen=True, slots=True)
class SharedLens:
    """What the model said about an answer, or about one statement of it.

    `lens` is the lens's id; `statement_id` and `about` name the statement and its words: both are empty for the
    whole answer, and the words alone for a statement that has been joined or divided since. `shortened` tells that
    the model was shown only the beginning of the answer.
    """

    id: str
    lens: str
    statement_id: str
    about: SharedQuote
    text: str
    state: AnswerState
    shortened: bool
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class SharedLenses:
    """The lenses that can be looked through. `about` is the statement that was chosen; `earlier` is what was
    said before, oldest first."""

    about: SharedQuote
    earlier: tuple[SharedLensEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedCard:
    """One guided card with the client's own words on its questions, in the questions' order."""

    card: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedAlternative:
    """What the model might have begun a word with, and how likely that was: 0 to 1."""

    text: str
    probability: float


@dataclass(frozen=True, slots=True)
class SharedWord:
    """One word `text[start:end]`, its step from 0 (expected) to 3 (surprising), and its alternatives."""

    start: int
    end: int
    weight: int
    probability: float
    alternatives: tuple[SharedAlternative, ...]


@dataclass(frozen=True, slots=True)
class SharedWords:
    """How predictable each word was to the local model. `words` is None for an answer that was not made here, or
    of which nothing was recorded."""

    text: str
    words: tuple[SharedWord, ...] | None
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class SharedTakeAway:
    """Something worth keeping, in the client's words; `statement` is what led to it."""

    id: str
    text: str
    statement: SharedQuote


@dataclass(frozen=True, slots=True)
class SharedNextStep:
    """What is agreed on. `owner` is None for everybody."""

    text: str
    owner: SharedVoice | None
    due: date | None


@dataclass(frozen=True, slots=True)
class SharedKeep:
    """What is taken away from this session. `about` is the statement that a new take-away would name."""

    take_aways: tuple[SharedTakeAway, ...]
    next_step: SharedNextStep
    voices: tuple[SharedVoice, ...]
    about: SharedQuote


@dataclass(frozen=True, slots=True)
class SharedChoice:
    """A statement that may go on the page, and whether it does."""

    statement: SharedStatement
    chosen: bool


@dataclass(frozen=True, slots=True)
class SharedAgreement:
    """Whether a voice chose to have its marks printed."""

    voice: SharedVoice
    agreed: bool


@dataclass(frozen=True, slots=True)
class SharedPaper:
    """The page to take home as it now stands: what can be chosen, and whether the client approved it as it reads."""

    choices: tuple[SharedChoice, ...]
    agreements: tuple[SharedAgreement, ...]
    name: str
    approved: bool
    empty: bool
    lines: bool = False


@dataclass(frozen=True, slots=True)
class SharedLine:
    """A crisis line or a local contact: who it is, each way to reach it in words, and when, where that is known."""

    name: str
    ways: tuple[str, ...]
    hours: str
    note: str


@dataclass(frozen=True, slots=True)
class SharedLines:
    """Who can be reached when it cannot wait. `place` is the name of the country or region."""

    place: str
    lines: tuple[SharedLine, ...]


SharedPage = (
    SharedNothing
    | SharedArriving
    | SharedTurn
    | SharedRevealed
    | SharedAgain
    | SharedDifferently
    | SharedLenses
    | SharedLens
    | SharedCard
    | SharedWords
    | SharedKeep
    | SharedPaper
    | SharedLines
    | SharedClosedFile
    | SharedFileReading
    | SharedArchive
    | SharedChat
)

_DATA = (
    SharedVoice,
    SharedStatement,
    SharedQuote,
    SharedMark,
    SharedNothing,
    SharedArriving,
    SharedTurn,
    SharedView,
    SharedRow,
    SharedRevealed,
    SharedText,
    SharedGroup,
    SharedAgain,
    SharedDifferently,
    SharedLensEntry,
    SharedLens,
    SharedLenses,
    SharedCard,
    SharedAlternative,
    SharedWord,
    SharedWords,
    SharedTakeAway,
    SharedNextStep,
    SharedKeep,
    SharedChoice,
    SharedAgreement,
    SharedPaper,
    SharedLine,
    SharedLines,
    SharedClosedFile,
    SharedFileReading,
    SharedLeftOut,
    SharedUnread,
    SharedListed,
    SharedArchive,
    SharedWording,
    SharedSaid,
    SharedPicture,
    SharedChat,
)
_PARTS = {kind: tuple(part.name for part in fields(kind)) for kind in _DATA}
_PLAIN = frozenset(
    {
        str,
        int,
        float,
        bool,
        bytes,
        type(None),
        date,
        datetime,
        Fit,
        Relation,
        VoiceKind,
        AnswerState,
        PhrasingKind,
        Role,
    }
)


def ensure_shareable(untrusted_page: object) -> None:
    """Return if everything in the page is on the allow-list.

    Raises:
        BugError: Something else is in it. The error names the type, never the value.
    """
    kind = type(untrusted_page)
    if kind in _PLAIN:
        return
    if kind in _PARTS:
        for name in _PARTS[kind]:
            ensure_shareable(getattr(untrusted_page, name))
    elif kind is tuple:
        for item in untrusted_page:  # type: ignore[attr-defined]  # mypy does not narrow by `is`
            ensure_shareable(item)
    else:
        raise BugError(f"{kind.__name__} may not be drawn on the shared screen")
