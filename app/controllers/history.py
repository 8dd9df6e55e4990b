"""Undo and redo: every change that a person makes can be taken back, by another change.

Nothing is ever deleted from the record. Taking back a mark appends the mark that held before; taking back
something that was added withdraws it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.changes import (
    AddAnswer,
    AddClient,
    AddExploration,
    AddSession,
    AppendMark,
    Change,
    SetTherapistName,
    SetWithdrawn,
    Withdrawable,
    WriteNote,
)
from app.errors import BugError

Step = tuple[Change, ...]
_PAUSE = timedelta(seconds=3)


class History:
    """Two stacks of steps. A step is what one deed of a person changed; it is undone and redone as one.

    What is typed into a note without a pause of three seconds is one deed.

    Args:
        new_id: gives a fresh id for the mark that an undo appends.
        now: gives the time, aware, in UTC.
    """

    def __init__(self, new_id: Callable[[], str], now: Callable[[], datetime]) -> None:
        self._new_id = new_id
        self._now = now
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._last_at = now()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._redo)

    @property
    def next_undo(self) -> Step:
        """The step that would be taken back next; empty if there is none."""
        return self._undo[-1] if self._undo else ()

    @property
    def next_redo(self) -> Step:
        """What would be done again next; empty if there is nothing."""
        return self._redo[-1] if self._redo else ()

    def did(self, step: Step) -> None:
        """Remember a step that was done."""
        self._redo.clear()
        now_at = self._now()
        went_on = now_at - self._last_at < _PAUSE
        self._last_at = now_at
        last = self._undo[-1] if self._undo else ()
        match last, step:
            case ((WriteNote() as earlier,), (WriteNote() as now,)) if (
                went_on and earlier.session_id == now.session_id
            ):
                self._undo[-1] = (replace(now, before=earlier.before),)
            case _:
                self._undo.append(step)

    def undo(self) -> Step:
        """Return the changes that take the last step back, and move it to the steps to redo.

        Empty if there is nothing to take back.
        """
        if not self._undo:
            return ()
        inverse = tuple(self._inverse(change) for change in reversed(self._undo.pop()))
        self._redo.append(inverse)
        return inverse

    def redo(self) -> Step:
        """Return the changes that do the last undone step again. Empty if there is none."""
        if not self._redo:
            return ()
        again = tuple(self._inverse(change) for change in reversed(self._redo.pop()))
        self._undo.append(again)
        return again

    def _inverse(self, change: Change) -> Change:
        match change:
            case AddClient(client):
                return SetWithdrawn(Withdrawable.CLIENT, client.id, withdrawn=True)
            case AddSession(session):
                return SetWithdrawn(Withdrawable.SESSION, session.id, withdrawn=True)
            case AddExploration(exploration):
                return SetWithdrawn(Withdrawable.EXPLORATION, exploration.id, withdrawn=True)
            case AddAnswer(answer, _):
                return SetWithdrawn(Withdrawable.ANSWER, answer.id, withdrawn=True)
            case SetWithdrawn(kind, thing_id, withdrawn):
                return SetWithdrawn(kind, thing_id, withdrawn=not withdrawn)
            case AppendMark(event, before):
                event_back = replace(event, id=self._new_id(), mark=before, at=self._now())
                return AppendMark(event_back, before=event.mark)
            case SetTherapistName(name, before):
                return SetTherapistName(before, before=name)
            case WriteNote(session_id, before, after):
                return WriteNote(session_id, before=after, after=before)
            case _:
                raise BugError("a change without an inverse was put into the history")
