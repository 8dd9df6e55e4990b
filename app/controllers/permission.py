"""The one gate through which every action passes that consent or the place of practice may close."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.errors import BugError


class Action(StrEnum):
    """What needs permission."""

    ASK_MODEL = "ask_model"
    BRING_ANSWER = "bring_answer"
    SHOW_TOGETHER = "show_together"
    MARK = "mark"
    WRITE_NOTE = "write_note"
    KEEP = "keep"
    """Write down take-aways, the next step, and words on cards."""
    TAKE_HOME = "take_home"
    """Save or print the page to take home: it leaves the vault."""


class Reason(StrEnum):
    """Why an action is closed. Each reason has a sentence in `app/ui/sentences.py`."""

    NOT_AGREED = "not_agreed"
    PLACE_OF_PRACTICE = "place_of_practice"


@dataclass(frozen=True, slots=True)
class Permission:
    """The gate's answer. `reason` is None exactly if the action is open."""

    reason: Reason | None = None

    @property
    def given(self) -> bool:
        """Whether the action may go ahead."""
        return self.reason is None


class Gate:
    """Answers what may be done now. Actions that are not in `closed` are open."""

    def __init__(self, closed: Mapping[Action, Reason] | None = None) -> None:
        self._closed = dict(closed or {})

    def permission(self, action: Action) -> Permission:
        """Return whether the action is open, with the reason if it is not."""
        return Permission(self._closed.get(action))

    def require(self, action: Action) -> None:
        """Return if the action is open. Views ask first, so nobody meets a closed gate by surprise.

        Raises:
            BugError: It is closed.
        """
        if not self.permission(action).given:
            raise BugError("a closed action was reached; the view has to ask the gate first")
