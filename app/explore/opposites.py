"""The rule of opposites: which statements must never be said to say the same, however alike their words are.

Neither shared words nor a model's embeddings see a contradiction: "tell them" and "do not tell them" are as alike
as two statements can be. So a statement is held against another for signs that bend a claim: a negation, words at
two ends of one axis ("more", "less"), other amounts, "only", another person, and sides that have changed places
around "before" or "than". In doubt two statements count as opposites: that leaves two groups where one would have
done, which misleads nobody.
"""

from app.explore.wording import Wording

_NEGATING_PREFIXES = ("un", "in", "im", "ir", "dis", "non")


def are_opposites(one: Wording, other: Wording) -> bool:
    """Tell whether there is a sign that two statements of one language contradict each other.

    The order of the two does not matter, and no statement is its own opposite.
    """
    return (
        one.asks != other.asks
        or one.excludes != other.excludes
        or _denies(one, other)
        or _has_contraries(one, other)
        or _differs_by_negating_prefix(one.stems, other.stems)
        or _counts_otherwise(one, other)
        or _means_another_person(one, other)
        or _changes_places(one, other)
    )


def _denies(one: Wording, other: Wording) -> bool:
    """One has a negation and the other none, or an odd number more, or what both speak of is denied by one alone."""
    if (one.negations == 0) != (other.negations == 0) or (one.negations - other.negations) % 2:
        return True
    return not (one.denied ^ other.denied).isdisjoint(one.claim & other.claim)


def _has_contraries(one: Wording, other: Wording) -> bool:
    """Each has a word from another end of one axis; with both ends in both, they stand before other words."""
    first, second = one.ends
    other_first, other_second = other.ends
    for axis in (first & other_second) | (second & other_first):
        has_both = axis in first and axis in second
        other_has_both = axis in other_first and axis in other_second
        if not (has_both or other_has_both):
            return True
        end, far_end = one.vocabulary.axes[axis]
        if _swaps(end, far_end, one, other) or _swaps(far_end, end, one, other):
            return True
    return False


def _swaps(end: frozenset[str], other_end: frozenset[str], one: Wording, other: Wording) -> bool:
    """Whether what follows one end here ("more sleep") follows the other end alone there ("less sleep")."""
    return bool((_after(end, one) & _after(other_end, other)) - _after(end, other))


def _after(end: frozenset[str], wording: Wording) -> frozenset[str]:
    return frozenset(key for stem in end for key in wording.follows.get(stem, ()))


def _differs_by_negating_prefix(stems: frozenset[str], other_stems: frozenset[str]) -> bool:
    here, there = stems - other_stems, other_stems - stems
    return any(
        stem.removeprefix(prefix) in against
        for mine, against in ((here, there), (there, here))
        for stem in mine
        if stem.startswith(_NEGATING_PREFIXES)
        for prefix in _NEGATING_PREFIXES
    )


def _counts_otherwise(one: Wording, other: Wording) -> bool:
    """Each has an amount that the other lacks, or one has "two weeks" where the other has a bare "week"."""
    here, there = one.amounts - other.amounts, other.amounts - one.amounts
    if here and there:
        return True
    return any(
        amount.unit in against.units
        for amounts, mine, against in ((here, one, other), (there, other, one))
        for amount in amounts & mine.several
    )


def _means_another_person(one: Wording, other: Wording) -> bool:
    """Pronouns of different persons alone, or the same persons in another order."""
    here, there = set(one.persons), set(other.persons)
    if not (here and there):
        return False
    return here.isdisjoint(there) or (here == there and one.persons != other.persons)


def _changes_places(one: Wording, other: Wording) -> bool:
    """What both speak of stands on another side of the same pivot."""
    shared = one.claim & other.claim
    return any(
        not (one.governed[pivot] ^ other.governed[pivot]).isdisjoint(shared)
        for pivot in one.governed.keys() & other.governed.keys()
    )
