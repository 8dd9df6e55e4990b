"""A conversation that is a tree: what was asked again, edited or answered anew stands beside what was shown last.

So do the answers to a question in other words: beside the answer to the one that was shown. What was said after that
in other branches is counted and left out.

Made of the links to what a message follows alone, since links the other way have been seen to be missing. Links that
lead nowhere, or in a circle, end where they are.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Generic, TypeVar

from app.bring.faults import Skipped
from app.bring.format import Report
from app.bring.untrusted import merged
from app.domain.conversation import Role, Said, Turn

_Key = TypeVar("_Key", bound=Hashable)
_NO_TIME = datetime.min.replace(tzinfo=UTC)
_NOTHING = Said("")


@dataclass(frozen=True, slots=True)
class Message(Generic[_Key]):
    """One message of a tree.

    Attributes:
        follows: The key of the message that it follows; None if it follows none. Messages that follow the same one
            stand beside each other, whether that one is there or not.
        role: Who says it; None for one that the service hides.
        said: What it says. Of a hidden one, the time alone is looked at.
    """

    follows: _Key | None
    role: Role | None
    said: Said


@dataclass(slots=True)
class _Run(Generic[_Key]):
    """Messages of one side in another branch that follow each other.

    Attributes:
        role: Who says them.
        beside: Who speaks where they stand; if that is another one, they answer what stands there.
    """

    role: Role
    beside: Role
    keys: list[_Key] = field(default_factory=list)

    @property
    def is_answer(self) -> bool:
        return self.role is not self.beside


@dataclass(frozen=True, slots=True)
class _Place(Generic[_Key]):
    """What one side says at one point of the path, and what stands there in other branches, or answers that."""

    role: Role
    said: Said
    beside: list[_Run[_Key]]


class Branches(Generic[_Key]):
    """The messages of one conversation by their keys, the oldest first where the times don't tell.

    Args:
        messages: All of them, hidden ones too.
        current: The one that was looked at last, if that is known.
    """

    def __init__(self, messages: Mapping[_Key, Message[_Key]], current: _Key | None = None) -> None:
        self._messages = messages
        self._after: dict[_Key, list[_Key]] = defaultdict(list)
        for key, message in messages.items():
            if message.follows is not None:
                self._after[message.follows].append(key)
        self.path = self._path_to(current)
        """The keys from the first message to the one that was looked at last: else, to the newest."""

    def turns(self, report: Report) -> tuple[Turn, ...]:
        """Return what is shown, with what stands beside it, and report how much is not among them."""
        turns: list[Turn] = []
        kept = set(self.path)
        answers: list[_Run[_Key]] = []
        """To the question that was met last, in other words."""
        before: Role | None = None
        for place in self._places():
            runs = [run for run in place.beside if not run.is_answer]
            if place.role is Role.USER:
                answers = [] if before is Role.ASSISTANT else answers
                answers += [run for run in place.beside if run.is_answer]
            elif _says(place.said) or runs:
                # Never alone: what is shown would seem to answer the words that are shown.
                runs += answers
                answers = []
            runs.sort(key=lambda run: self._time(run.keys[0]))
            kept.update(key for run in runs for key in run.keys)
            turns.append(Turn(place.role, place.said, tuple(map(self._said, runs))))
            before = place.role
        left_out = [
            one for key, one in self._messages.items() if one.role and _says(one.said) and key not in kept
        ]
        report.leave_out("", Skipped.OTHER_BRANCH, len(left_out))
        return merged(turns)

    def _places(self) -> Iterator[_Place[_Key]]:
        """Yield the messages of the path that a side says or that something stands beside, with that."""
        on_path = frozenset(self.path)
        for key, side in zip(self.path, self._sides(), strict=True):
            message = self._messages[key]
            if message.role is not None:
                beside = self._beside(message, on_path, (message.role,))
                yield _Place(message.role, message.said, beside)
                continue
            # What is hidden stands before an answer, and may stand before a question: those beside it are of either.
            roles = (Role.ASSISTANT, Role.USER) if side is Role.USER else (Role.ASSISTANT,)
            beside = self._beside(message, on_path, roles)
            for role in roles:
                its_own = [run for run in beside if run.beside is role]
                if its_own:
                    yield _Place(role, _NOTHING, its_own)

    def _path_to(self, current: _Key | None) -> tuple[_Key, ...]:
        if current is None or current not in self._messages:
            # Where all are in a circle, none is the last.
            leaves = [key for key in self._messages if not self._after.get(key)]
            current = self._newest(leaves or self._messages)
        path: dict[_Key, None] = {}
        key = current
        while key is not None and key in self._messages and key not in path:
            path[key] = None
            key = self._messages[key].follows
        return tuple(reversed(path))

    def _sides(self) -> list[Role | None]:
        """Return for each message of the path who speaks in it, or next after it."""
        sides: list[Role | None] = []
        for key in reversed(self.path):
            sides.append(self._messages[key].role or (sides[-1] if sides else None))
        sides.reverse()
        return sides

    def _beside(
        self, message: Message[_Key], on_path: frozenset[_Key], roles: Collection[Role]
    ) -> list[_Run[_Key]]:
        """Return what stands in the place of a message in other branches, as far as one of some sides speaks there.

        And what answers it, if it is a question. The oldest first.
        """
        place = [] if message.follows is None else self._after[message.follows]
        beside = [key for key in sorted(place, key=self._time) if key not in on_path]
        runs = [run for key in beside for run in self._runs(key, roles)]
        return [run for run in runs if any(_says(self._messages[key].said) for key in run.keys)]

    def _runs(self, top: _Key, roles: Collection[Role]) -> list[_Run[_Key]]:
        """Return what stands in one other branch. Where it parts, each message is in one of its runs alone.

        Each message follows one alone, so none of them is met twice, and none is on the path.
        """
        runs: list[_Run[_Key]] = []
        to_do: list[tuple[_Key, _Run[_Key] | None, bool]] = [(top, None, True)]
        while to_do:
            key, run, goes_on = to_do.pop()
            role = self._messages[key].role
            if role is not None:
                if run is None and role in roles:
                    run = _Run(role, role)
                elif run is None or (role is not run.role and run.role is not Role.USER):
                    # Of another side than may stand here, or said after an answer.
                    continue
                elif role is not run.role or not goes_on:
                    run = _Run(role, run.beside)
                if not run.keys:
                    runs.append(run)
                run.keys.append(key)
                goes_on = True
            after = sorted(self._after.get(key, ()), key=self._time)
            to_do.extend((one, run, goes_on and one is after[-1]) for one in reversed(after))
        return runs

    def _said(self, run: _Run[_Key]) -> Said:
        """Return what the messages of a run say, as one."""
        return merged([Turn(run.role, self._messages[key].said) for key in run.keys])[0].shown

    def _newest(self, keys: Iterable[_Key]) -> _Key | None:
        # Of those of one time, the last.
        return max(enumerate(keys), key=lambda one: (self._time(one[1]), one[0]), default=(0, None))[1]

    def _time(self, key: _Key) -> datetime:
        return self._messages[key].said.time or _NO_TIME


def _says(said: Said) -> bool:
    return bool(said.text.strip())
