"""What was noticed, gathered for the eye: the same phrase of the same rule in one text is one cue."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.controllers.noticed import Noticed

CueKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrase in one text as one rule noticed it, as often as it stands there: at least once."""

    found: tuple[Noticed, ...]

    @property
    def first(self) -> Noticed:
        """Where it stands first."""
        return self.found[0]

    @property
    def key(self) -> CueKey:
        """What makes it the same cue: the text's name, the rule's, and the words in small letters."""
        return _key(self.first)

    @property
    def holds(self) -> bool:
        """Whether it keeps a statement from the shared screen now."""
        return any(one.holds for one in self.found)


def cues_of(noticed: Iterable[Noticed]) -> tuple[Cue, ...]:
    """Return what was noticed as cues, in the order in which each comes first."""
    gathered: dict[CueKey, list[Noticed]] = {}
    for one in noticed:
        gathered.setdefault(_key(one), []).append(one)
    return tuple(Cue(tuple(found)) for found in gathered.values())


def _key(one: Noticed) -> CueKey:
    return one.source.name, one.notice.rule, " ".join(one.phrase.split()).casefold()
