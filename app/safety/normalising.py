"""A text as the rules read it: words in one spelling, each knowing where it stands in the text.

What was typed is never changed: only the comparing is. Where a word may be read in several ways (slang, a digit for
a letter, letters set apart, missing spaces), each way is a path of its own from where the word begins to where it
ends. So a text is a lattice: nodes between the words, and edges that carry one word each. Its size and the time to
make it grow with the length of the text and with nothing else.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from app.safety.letters import folded
from app.safety.vocabulary import Vocabulary, Words

_WORD = re.compile(r"[$@€]?[^\W_](?:[^\W_]|['!|*+@$#€]++(?=[^\W_]))*+")
_INNER_SYMBOLS = re.compile(r"[!|*+@$#€]+")
_LEAST_LETTERS_APART = 3
_MOST_LETTERS_APART = 120
_LONGEST_GAP_BETWEEN_LETTERS = 3
_BETWEEN_LETTERS = frozenset(" .-_*~/\t'+")
_ENDS = re.compile(r"[.!?。！？]|\n\s*\n|\r\n\s*\r\n")
_DOTS = re.compile(r"\.{2,}|…")
_BREAK = re.compile(r"[^\s\w'\-/_*~&+%$@#.]|\s-+\s|--|\n")


class Bound:
    """What stands between two words: the sum of what holds of it."""

    NOTHING = 0
    CLAUSE = 1
    SENTENCE = 2
    LINE = 4
    QUESTION = 8


class Edge(NamedTuple):
    """One word from one node to another."""

    source: int
    target: int
    word: str


class Reading:
    """The lattice of a text.

    The nodes 0 to `words` stand between the words as typed, in order. Where a sentence ends there, the next begins at
    a node of its own: `across` leads from the end to the beginning, `back` from the beginning to the end. Other nodes
    are within a word that is read as several.

    Attributes:
        words: How many words the text has as typed.
        bounds: What stands at a node.
        into: The edges that lead to a node.
        out: The edges that leave it.
        by_word: All edges by their word.
        position: Orders the nodes: whole numbers for those between words.
    """

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        folded_text, places = folded(text)
        self._vocabulary = vocabulary
        self._typed: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self.bounds: list[int] = []
        self._separators: list[str] = []
        before = 0
        for match in _WORD.finditer(folded_text):
            for start, typed in self._pieces(match):
                self._separators.append(folded_text[before:start])
                before = start + len(typed)
                self._typed.append(typed.replace("'", ""))
                self._spans.append(
                    (start, before) if places is None else (places[start], places[before - 1] + 1)
                )
        self._separators.append(folded_text[before:])
        self.words = len(self._typed)
        self._add_bounds()
        nodes = self.words + 1
        self.position: list[float] = [float(node) for node in range(nodes)]
        self.out: list[list[Edge]] = [[] for _ in range(nodes)]
        self.into: list[list[Edge]] = [[] for _ in range(nodes)]
        self.across: dict[int, int] = {}
        for node in range(nodes):
            if self.bounds[node] & Bound.SENTENCE:
                self.across[node] = self._node(float(node), self.bounds[node])
        self.back = {begin: end for end, begin in self.across.items()}
        self.by_word: dict[str, list[Edge]] = {}
        self._edges_from: list[list[Edge]] = [[] for _ in range(self.words)]
        self._add_words()
        self._add_letters_apart()
        self._add_split_words()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words from one node to a later one stand: code points of the text."""
        end = self.position[last]
        begins = self._spans[int(self.position[first])][0]
        return begins, self._spans[int(end) - 1 if end == int(end) else int(end)][1]

    def edges(self, first: int, last: int) -> Iterable[Edge]:
        """Return the edges of the words as typed from one place to a later one."""
        return chain.from_iterable(self._edges_from[first:last])

    def sentences(self, within: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
        """Yield from which to which word as typed each sentence reaches, as far as it lies within places in order."""
        for first, last in within:
            ends = [node for node in range(first + 1, last) if self.bounds[node] & Bound.SENTENCE]
            yield from pairwise((first, *ends, last))

    def stretches(
        self, within: Iterable[tuple[int, int]], words: int, beyond: int
    ) -> Iterable[Mapping[str, Sequence[Edge]]]:
        """Yield the edges by their word, stretch for stretch.

        Args:
            within: From which to which word as typed, in order and apart.
            words: How many words a stretch has at most.
            beyond: How many more it has where it is cut from the next, so that nothing is cut in two.
        """
        for first, last in within:
            for begin in range(first, last, words):
                stretch: dict[str, list[Edge]] = {}
                for edges in self._edges_from[max(first, begin - beyond) : min(last, begin + words + beyond)]:
                    for edge in edges:
                        stretch.setdefault(edge.word, []).append(edge)
                yield stretch

    def _pieces(self, match: re.Match[str]) -> Iterable[tuple[int, str]]:
        """Yield what a run of letters and symbols is: one word if its symbols make a known one, or those between."""
        typed = match.group()
        if not _INNER_SYMBOLS.search(typed) or len(self._vocabulary.readings(typed.replace("'", ""))) > 1:
            yield match.start(), typed
            return
        at = 0
        for inner in _INNER_SYMBOLS.finditer(typed):
            if typed[at : inner.start()]:
                yield match.start() + at, typed[at : inner.start()]
            at = inner.end()
        yield match.start() + at, typed[at:]

    def _add_bounds(self) -> None:
        self.bounds = [_bound(separator) for separator in self._separators]
        self._join_words_said_one_by_one()
        self.bounds[0] |= Bound.CLAUSE | Bound.SENTENCE | Bound.LINE
        self.bounds[-1] |= Bound.CLAUSE | Bound.SENTENCE | Bound.LINE

    def _join_words_said_one_by_one(self) -> None:
        """Take "Need. To. Cut." for one sentence: three words or more, each a sentence by itself."""
        ends = [0, *(node for node in range(1, self.words) if self.bounds[node] & Bound.SENTENCE), self.words]
        alone = {first for first, last in pairwise(ends) if last == first + 1}
        for first in sorted(alone):
            if first + 1 in alone and (first - 1 in alone or first + 2 in alone):
                self.bounds[first + 1] &= ~Bound.SENTENCE

    def _add_words(self) -> None:
        seen: dict[str, tuple[Words, ...]] = {}
        for place, typed in enumerate(self._typed):
            readings = seen.get(typed)
            if readings is None:
                readings = seen[typed] = self._vocabulary.readings(typed)
            for words in readings:
                self._add(place, place + 1, words)

    def _add_letters_apart(self) -> None:
        place = 0
        while place < self.words:
            end = place
            while end < self.words and len(self._typed[end]) == 1 and (end == place or self._is_close(end)):
                end += 1
                if end - place == _MOST_LETTERS_APART:
                    break
            if end - place >= _LEAST_LETTERS_APART:
                for words in self._vocabulary.readings("".join(self._typed[place:end])):
                    self._add(place, end, words)
            place = max(end, place + 1)

    def _is_close(self, node: int) -> bool:
        between = self._separators[node]
        return len(between) <= _LONGEST_GAP_BETWEEN_LETTERS and set(between) <= _BETWEEN_LETTERS

    def _add_split_words(self) -> None:
        for place in range(self.words - 1):
            if not self.bounds[place + 1]:
                whole = self._vocabulary.joined(self._typed[place], self._typed[place + 1])
                if whole is not None:
                    self._add(place, place + 2, (whole,))

    def _node(self, position: float, bound: int) -> int:
        self.position.append(position)
        self.bounds.append(bound)
        self.out.append([])
        self.into.append([])
        return len(self.position) - 1

    def _add(self, source: int, target: int, words: Words) -> None:
        """Add a reading of the words from one place to another as a path."""
        at = self.across.get(source, source)
        for count, word in enumerate(words, 1):
            after = target
            if count < len(words):
                after = self._node(source + (target - source) * count / len(words), Bound.NOTHING)
            for form in (word, *self._vocabulary.also(word)):
                edge = Edge(at, after, form)
                self.by_word.setdefault(form, []).append(edge)
                self._edges_from[source].append(edge)
                self.out[at].append(edge)
                self.into[after].append(edge)
            at = after


def _bound(separator: str) -> int:
    if separator in {" ", ""}:
        return Bound.NOTHING
    bound = Bound.NOTHING
    if _BREAK.search(separator) or _DOTS.search(separator):
        bound |= Bound.CLAUSE
    if "\n" in separator:
        bound |= Bound.LINE | Bound.CLAUSE
    ends = _ENDS.search(_DOTS.sub("", separator))
    if ends:
        bound |= Bound.SENTENCE | Bound.CLAUSE
    if "?" in separator:
        bound |= Bound.QUESTION
    return bound
