"""What the shared screen can draw: an allow-list of types that have no private fields.

The together view takes a `SharedPage` and nothing else. `ensure_shareable` walks what it is given and refuses
every type that is not listed here, so that a private thing cannot reach the shared screen by being put into a
field that happens to accept it.
"""

from dataclasses import dataclass, fields, is_dataclass

from app.domain.client import VoiceKind
from app.domain.mark import Fit
from app.errors import BugError


@dataclass(frozen=True, slots=True)
class SharedVoice:
    """A voice as the shared screen names it."""

    id: str
    kind: VoiceKind
    name: str


@dataclass(frozen=True, slots=True)
class SharedStatement:
    """One statement of an answer. `number` counts from 1 to `total`; `total` is 0 while the answer arrives."""

    id: str
    text: str
    number: int
    total: int


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
    """An answer that is arriving: the statements that are whole already."""

    question: str
    statements: tuple[SharedStatement, ...]


@dataclass(frozen=True, slots=True)
class SharedTurn:
    """One statement in front of one voice. `next_voice` takes over when the turn is handed on."""

    voice: SharedVoice
    next_voice: SharedVoice
    statement: SharedStatement
    mark: SharedMark


SharedPage = SharedNothing | SharedArriving | SharedTurn

_DATA = (SharedVoice, SharedStatement, SharedMark, SharedNothing, SharedArriving, SharedTurn)
_PLAIN = (str, int, bool, type(None), Fit, VoiceKind)


def ensure_shareable(untrusted_page: object) -> None:
    """Return if everything in the page is on the allow-list.

    Raises:
        BugError: Something else is in it. The error names the type, never the value.
    """
    kind = type(untrusted_page)
    if kind in _DATA and is_dataclass(untrusted_page):
        for part in fields(untrusted_page):
            ensure_shareable(getattr(untrusted_page, part.name))
    elif kind is tuple:
        for item in untrusted_page:  # type: ignore[attr-defined]  # mypy does not narrow by `is`
            ensure_shareable(item)
    elif kind not in _PLAIN:
        raise BugError(f"{kind.__name__} may not be drawn on the shared screen")
