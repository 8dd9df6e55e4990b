"""What stays and what varies: the statements of several answers to one question, grouped by what they say.

Two statements say the same if the words that carry their claims are nearly the same, above all if the shorter one
says nothing that is missing in the longer one, and if there is no sign that they are opposites. How alike the words
are is measured by the symmetric Tversky index (Jimenez, Becerra and Gelbukh, "SOFTCARDINALITY-CORE", *SEM 2013).
Groups are made by complete linkage: every two members say the same, so no chain leads from one claim to another.

The ways compared, the thresholds' choice and the errors stand in docs/grouping.md. That statements are in one group
says that answers repeat them, and nothing about whether they are true.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.explore.opposites import are_opposites
from app.explore.wording import Wording, read, vocabulary_of

GROUPING = "words-1"
"""The version of the rules, kept with results."""

SAME_FROM = 0.85
"""Statements at least as alike as this say the same."""

MOST_COMPARED = 60
"""Statements of one answer that are compared. Further ones join statements of equal text alone."""

_WEIGHT_OF_REST = 4.0
_SHARE_OF_SHORTER_REST = 0.9

Member: TypeAlias = tuple[int, int]
"""The number of the answer and of the statement in it, from 0."""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that say the same. `members` are in reading order; the representative says the least besides."""

    members: tuple[Member, ...]
    representative: Member

    @property
    def answers(self) -> frozenset[int]:
        """The numbers of the answers that say it, each once however often it does."""
        return frozenset(answer for answer, _ in self.members)


def group(answers: Sequence[Sequence[str]]) -> tuple[Group, ...]:
    """Group the statements of several answers to one question.

    Args:
        answers: For each answer its statements as plain text, in reading order.

    Returns:
        Groups, those of most answers first, then in order of first appearance. Every statement is in exactly one.
        The same answers always give the same groups.
    """
    vocabulary = vocabulary_of(text for statements in answers for text in statements[:MOST_COMPARED])
    members: list[list[Member]] = []
    wordings: dict[int, Wording] = {}
    by_text: dict[str, int] = {}
    by_words: dict[tuple[tuple[str, ...], bool], int] = {}
    for a, statements in enumerate(answers):
        left = MOST_COMPARED
        for s, text in enumerate(statements):
            unit = by_text.get(text)
            if unit is None and left:
                left -= 1
                wording = read(text, vocabulary)
                # Signs and pictures alone have no words: they are like nothing but themselves.
                unit = by_words.setdefault((wording.words or (text,), wording.asks), len(members))
                wordings.setdefault(unit, wording)
            if unit is None or unit == len(members):
                unit = len(members)
                members.append([])
            by_text[text] = unit
            members[unit].append((a, s))
    groups = [_made(cluster, wordings, members) for cluster in _complete_linkage(wordings, len(members))]
    return tuple(sorted(groups, key=lambda made: (-len(made.answers), made.members[0])))


def likeness(one: Wording, other: Wording) -> float:
    """Return how alike the claims' words are: 0 for nothing shared, 1 for the same.

    What is missing on the side that misses less weighs most: a word on each side that the other lacks is the mark
    of another claim in the same frame, where words on one side alone are often mere detail.
    """
    if one.words == other.words:
        return 1.0
    shared = len(one.claim & other.claim)
    if shared == 0:
        return 0.0
    fewer, more = sorted((len(one.claim) - shared, len(other.claim) - shared))
    rest = _SHARE_OF_SHORTER_REST * fewer + (1 - _SHARE_OF_SHORTER_REST) * more
    return shared / (shared + _WEIGHT_OF_REST * rest)


def say_the_same(one: Wording, other: Wording) -> bool:
    """Tell whether two statements of one language may stand in one group."""
    return likeness(one, other) >= SAME_FROM and not are_opposites(one, other)


def _complete_linkage(wordings: Mapping[int, Wording], units: int) -> list[list[int]]:
    """Return clusters of the numbers below `units`: the most alike are joined first, if all in both say the same."""
    pairs: list[tuple[float, int, int]] = []
    # As bits of a number: which units one says the same as, itself too; and which a cluster holds.
    fits = [1 << i for i in range(units)]
    held = list(fits)
    for i, j in _sharing_a_word(wordings):
        if say_the_same(wordings[i], wordings[j]):
            pairs.append((-likeness(wordings[i], wordings[j]), i, j))
            fits[i] |= 1 << j
            fits[j] |= 1 << i
    cluster_of = list(range(units))
    clusters = {i: [i] for i in range(units)}
    for _, i, j in sorted(pairs):
        one, other = sorted((cluster_of[i], cluster_of[j]))
        if one == other or held[other] & ~fits[one]:
            continue
        fits[one] &= fits[other]
        held[one] |= held[other]
        for moved in clusters[other]:
            cluster_of[moved] = one
        clusters[one] += clusters.pop(other)
    return list(clusters.values())


def _sharing_a_word(wordings: Mapping[int, Wording]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a stem of their claims: no others can be alike."""
    holding: dict[str, list[int]] = defaultdict(list)
    for j, wording in wordings.items():
        met: set[int] = set()
        for stem in wording.claim:
            met.update(holding[stem])
            holding[stem].append(j)
        yield from ((i, j) for i in sorted(met))


def _made(
    cluster: Sequence[int], wordings: Mapping[int, Wording], members: Sequence[Sequence[Member]]
) -> Group:
    # Units that were not compared are alone in their clusters.
    plainest = min(cluster, key=lambda i: (len(wordings[i].claim) if i in wordings else 0, members[i][0]))
    return Group(tuple(sorted(place for i in cluster for place in members[i])), members[plainest][0])
