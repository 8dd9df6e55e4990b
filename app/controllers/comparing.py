"""What stays and what differs among answers, and how predictable words were: computed once for each state."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from app.domain.answer import Chance
from app.explore.differences import differing
from app.explore.grouping import Group, group
from app.explore.words import Word, weighed

Span = tuple[int, int]
_MOST_KEPT = 8
_Found = TypeVar("_Found")


class Comparing:
    """Remembers the last few results: a page is drawn more often than what it compares changes.

    Nothing is kept beyond the life of the desk that it belongs to.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, Any] = {}

    def groups(self, answers: Sequence[Sequence[str]]) -> tuple[Group, ...]:
        """Return groups of statements that say the same; see `app/explore/grouping.py`."""
        texts = tuple(tuple(statements) for statements in answers)
        return self._found(("groups", texts), lambda: group(texts))

    def differing(self, texts: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
        """Return what not all texts say; see `app/explore/differences.py`."""
        return self._found(("differing", tuple(texts)), lambda: differing(texts))

    def words(self, text: str, chances: tuple[Chance, ...]) -> tuple[Word, ...]:
        """Return the words of an answer with their chances; see `app/explore/words.py`."""
        return self._found(("words", text, chances), lambda: weighed(text, chances))

    def _found(self, key: Hashable, find: Callable[[], _Found]) -> _Found:
        if key in self._kept:
            kept: _Found = self._kept[key]
            return kept
        found = self._kept[key] = find()
        if len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return found
