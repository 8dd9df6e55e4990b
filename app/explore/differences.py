"""Which parts of several texts are not common to all of them, for the underline in columns.

Words are compared, without regard to capitals and to what stands between them. What is common is a longest common
subsequence: exact, by Allison and Dix's bit-parallel recurrence (1986, in the form of Crochemore et al. 2001), with
the alignment read back from its rows; of more than two texts, each further one is compared with what the ones before
have in common. Words that agree by chance make a speckled picture: a run of common words counts from three words on,
or if it begins or ends a sentence in every text.

Bounds: what all texts begin and end with is put aside first. If more than 4,000 words then remain in one of them,
whole statements are compared in the place of words, and of more than 4,000 statements only the first 4,000: the rest
counts as different.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from app.explore.statements import split
from app.explore.word_rule import words

Span = tuple[int, int]

MOST_UNITS = 4_000
LEAST_RUN_WORDS = 3


def differing(texts: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
    """Return for each text the spans of what not all of them say: `(start, end)` in code points, in reading order.

    A span begins and ends with a word and lies within one line. The same texts in another order give the same spans,
    in that order. Texts that are alike give none; nor does one text alone.
    """
    # Computed in an order of its own, so that no column is preferred.
    different = sorted(set(texts))
    found = dict(zip(different, _differing(different), strict=True))
    return tuple(found[text] for text in texts)


def _differing(texts: list[str]) -> list[tuple[Span, ...]]:
    if len(texts) < 2:
        return [() for _ in texts]
    read = [_read(text) for text in texts]
    kept = _without_chance(_common_words(read), read)
    return [_joined_up(one, {row[place] for row in kept}) for place, one in enumerate(read)]


@dataclass(frozen=True, slots=True)
class _Read:
    """A text's words, as spans and as compared, and the numbers of each statement's words: first, last + 1.

    Words outside all statements, which are the numbers of lists, are left out.
    """

    text: str
    spans: tuple[Span, ...]
    said: tuple[str, ...]
    statements: tuple[Span, ...]


def _read(text: str) -> _Read:
    waiting = deque(words(text))
    spans: list[Span] = []
    statements = []
    for start, end in split(text):
        first = len(spans)
        while waiting and waiting[0][0] < end:
            word = waiting.popleft()
            if word[0] >= start:
                spans.append(word)
        if len(spans) > first:
            statements.append((first, len(spans)))
    said = tuple(text[start:end].casefold() for start, end in spans)
    return _Read(text, tuple(spans), said, tuple(statements))


def _common_words(read: Sequence[_Read]) -> list[tuple[int, ...]]:
    """Return the words that all have in common, in order: for each, its number in every text."""
    said = [one.said for one in read]
    if max(len(middle) for middle in _without_ends(said)[1]) <= MOST_UNITS:
        return _common(said)
    statements = [[" ".join(one.said[first:last]) for first, last in one.statements] for one in read]
    return [
        tuple(one.statements[number][0] + offset for one, number in zip(read, row, strict=True))
        for row in _common(statements)
        for offset in range(len(statements[0][row[0]].split(" ")))
    ]


def _common(sequences: Sequence[Sequence[str]]) -> list[tuple[int, ...]]:
    """Return a longest common subsequence, each member as its places in all the sequences."""
    begin, middles, tail = _without_ends(sequences)
    rows: list[tuple[int, ...]] = [(place,) for place in range(min(len(middles[0]), MOST_UNITS))]
    for middle in middles[1:]:
        so_far = [middles[0][row[0]] for row in rows]
        rows = [(*rows[one], other) for one, other in _aligned(so_far, middle[:MOST_UNITS])]
    starts = tuple(len(sequence) - tail for sequence in sequences)
    return [
        *((place,) * len(sequences) for place in range(begin)),
        *(tuple(begin + place for place in row) for row in rows),
        *(tuple(start + place for start in starts) for place in range(tail)),
    ]


def _without_ends(sequences: Sequence[Sequence[str]]) -> tuple[int, list[Sequence[str]], int]:
    """Return how many members all begin with, what is left between, and how many of the rest all end with."""
    shortest = min(len(sequence) for sequence in sequences)
    columns = zip(*sequences, strict=False)
    begin = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))
    backwards = zip(*(sequence[::-1] for sequence in sequences), strict=False)
    alike = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, backwards))
    tail = min(alike, shortest - begin)
    return begin, [sequence[begin : len(sequence) - tail] for sequence in sequences], tail


def _aligned(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence of two sequences.

    Bit `i` of a row is 0 where the subsequence of `one[: i + 1]` is longer by one than that of `one[:i]`.
    """
    places: dict[str, int] = {}
    for place, member in enumerate(one):
        places[member] = places.get(member, 0) | 1 << place
    full = (1 << len(one)) - 1
    rows = [full]
    for member in other:
        row, matches = rows[-1], places.get(member, 0)
        held = row & matches
        rows.append(((row + held) | (row - held)) & full)
    aligned = []
    i, j = len(one), len(other)
    while i and j:
        if rows[j] >> (i - 1) & 1:
            i -= 1  # no longer with one[i - 1] than without it
        elif not rows[j - 1] >> (i - 1) & 1:
            j -= 1  # as long without other[j - 1]
        else:
            i, j = i - 1, j - 1
            aligned.append((i, j))
    return aligned[::-1]


def _without_chance(rows: list[tuple[int, ...]], read: Sequence[_Read]) -> list[tuple[int, ...]]:
    """Return the common words without the runs that are too short to mean anything."""
    firsts = [{first for first, _ in one.statements} for one in read]
    lasts = [{last - 1 for _, last in one.statements} for one in read]
    kept: list[tuple[int, ...]] = []
    for run in _runs(rows):
        begins = all(word in first for word, first in zip(run[0], firsts, strict=True))
        ends = all(word in last for word, last in zip(run[-1], lasts, strict=True))
        if len(run) >= LEAST_RUN_WORDS or begins or ends:
            kept += run
    return kept


def _runs(rows: list[tuple[int, ...]]) -> list[list[tuple[int, ...]]]:
    """Return the rows in groups in which the words follow each other in every text."""
    runs = [rows[:1]] if rows else []
    for before, row in pairwise(rows):
        if all(after == word + 1 for word, after in zip(before, row, strict=True)):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _joined_up(one: _Read, common: set[int]) -> tuple[Span, ...]:
    """Return the spans of the words that are not common; those that follow each other in a line are one."""
    joined: list[Span] = []
    last = -2
    for word, (start, end) in enumerate(one.spans):
        if word in common:
            continue
        if word == last + 1 and "\n" not in one.text[joined[-1][1] : start]:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
        last = word
    return tuple(joined)
