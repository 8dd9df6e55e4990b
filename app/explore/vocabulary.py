"""What the grouping knows of a language: which words carry no claim, which mean the same, which deny.

The lists stand in english.py and indonesian.py. They are general: nothing in them belongs to one question.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.explore.contraries import Axis


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known of one language.

    Attributes:
        stem: Gives the stem of a lower-case word.
        phrases: Several words read as others, longest first; "" leaves them out.
        function_words: Carry no claim by themselves: articles, prepositions, and the frames of advice ("try to").
        synonyms: The stem that stands for others of the same meaning.
        negations: Deny what follows.
        exclusives: Shut out everything else ("only").
        axes: Words at two ends of one axis.
        persons: Who is meant by a pronoun: 1, 2 or 3. Words for "we" are left out, as they take in everybody.
        pivots: Words with another meaning if what stands on either side changes place ("before", "than").
        breaks: Words that end what a pivot governs, besides a comma ("is").
        numbers: Words for numbers.
        ones: Words that mean one in front of a unit ("a week", "each week").
        units: Stems of units: the unit counted in, and how many of it. Other stems stand for themselves.
        with_one: Words that hold a one and a unit ("daily", "seminggu"): the unit.
    """

    stem: Callable[[str], str]
    phrases: tuple[tuple[str, str], ...]
    function_words: frozenset[str]
    synonyms: Mapping[str, str]
    negations: frozenset[str]
    exclusives: frozenset[str]
    axes: tuple[Axis, ...]
    persons: Mapping[str, int]
    pivots: frozenset[str]
    breaks: frozenset[str]
    numbers: Mapping[str, str]
    ones: frozenset[str]
    units: Mapping[str, tuple[str, int]]
    with_one: Mapping[str, str]


def synonyms_of(stem: Callable[[str], str], lines: str) -> Mapping[str, str]:
    """Return the stem that stands for each word of a line: that of the first in it."""
    rows = (line.split() for line in lines.strip().splitlines())
    return {stem(word): stem(row[0]) for row in rows for word in row}


def phrases_of(lines: str) -> tuple[tuple[str, str], ...]:
    """Read lines of "what is said = what it is read as", longest first, with a space at either end."""
    rows = (line.partition("=") for line in lines.strip().splitlines())
    pairs = ((f" {said.strip()} ", f" {meant.strip()} ".replace("  ", " ")) for said, _, meant in rows)
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def words_of(lines: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(lines.split())


def persons_of(first: str, second: str, third: str) -> Mapping[str, int]:
    """Return the person of each pronoun."""
    return {word: person for person, words in enumerate((first, second, third), 1) for word in words.split()}
