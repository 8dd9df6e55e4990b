"""What a passage of a text holds that may weigh: words, groups of like words, and pairs of those.

A pair is two words in this order with at most two others between, in one passage. Slang, typing slips and the like
are read as the rules read them; where a word has several readings, each counts.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from app.safety.normalising import Bound, Edge, Reading

LONGEST_PASSAGE_WORDS = 30
MOST_WORDS_AROUND = 60
_REACH_WORDS = 3


class Pair(NamedTuple):
    """Two words of a passage: `later` comes within reach of `earlier`, or `is_next` to it."""

    earlier: str
    later: str
    is_next: bool


class Passage(NamedTuple):
    """A sentence, a line, or a part of a long one: from which to which word as typed."""

    first: int
    last: int

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.last - self.first


def passages(reading: Reading) -> tuple[Passage, ...]:
    """Return the passages of a text in order: each ends with its sentence or line, or when it has grown long."""
    ends = [0]
    for node in range(1, reading.words + 1):
        if reading.bounds[node] & (Bound.SENTENCE | Bound.LINE) or node - ends[-1] == LONGEST_PASSAGE_WORDS:
            ends.append(node)
    return tuple(Passage(first, last) for first, last in pairwise(ends) if last > first)


def around(parts: Sequence[Passage], middle: int, most_words: int) -> range:
    """Return which passages are read together with one: its neighbours, nearest first, as long as they are short.

    Args:
        parts: All passages of a text.
        middle: Which one.
        most_words: How many words they have together at most, unless the one has more.
    """
    first, last = middle, middle + 1
    words = parts[middle].words
    while True:
        sides = []
        if first > 0:
            sides.append((parts[first - 1].words, -1))
        if last < len(parts):
            sides.append((parts[last].words, 1))
        if middle - first > last - 1 - middle:
            sides.reverse()
        fitting = [(more, side) for more, side in sides if words + more <= most_words]
        if not fitting:
            return range(first, last)
        more, side = fitting[0]
        words += more
        first, last = (first - 1, last) if side < 0 else (first, last + 1)


def words_of(reading: Reading, passage: Passage) -> frozenset[str]:
    """Return the words of a passage in all their readings."""
    return frozenset(edge.word for edge in reading.edges(passage.first, passage.last))


def pairs_of(reading: Reading, passage: Passage) -> frozenset[Pair]:
    """Return the pairs of words of a passage, in all readings of the words."""
    return frozenset(
        Pair(edge.word, later.word, step == 0)
        for edge in reading.edges(passage.first, passage.last)
        for step, later in words_after(reading, edge.target, passage.last)
    )


def words_after(reading: Reading, node: int, end: int) -> Iterator[tuple[int, Edge]]:
    """Yield the words within reach of a node, each with how many stand between. `end` is the end of the passage."""
    reached: Sequence[int] = (node,)
    for step in range(_REACH_WORDS):
        later = [one for node in reached if reading.position[node] < end for one in reading.out[node]]
        for one in later:
            yield step, one
        reached = [later[0][1]] if len(later) == 1 else list(dict.fromkeys([one[1] for one in later]))
