"""Phrases that are looked for together.

Each part of a phrase has a cut: words of which everything that the part can match has one, chosen among those that
few phrases name. A phrase is looked for only in a text that has a word of its cut, and from there outwards. What a
part matches from a place is worked out once for a text, also where many phrases share the part (as packrat parsers
do, Ford 2002). No phrase repeats anything, so each has a longest length, and the steps grow with the text and with
nothing else.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.safety.phrases import Choice, Here, Language, Parser, Part, Sequence, Word

_SHORT_CHARS = 3
_COST_OF_SHORT = 8
_COST_OF_COMMON = 400
"""Words that are short are seldom rare, however few phrases name them; words of every day never are."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of an owner: a rule, a condition of one, or a guard. `pattern` is as the rule files write it."""

    owner: str
    pattern: str
    language: Language


@dataclass(frozen=True, slots=True)
class Cut:
    """Words of which one has to be there. In a sequence, `place` is the part that has them."""

    words: frozenset[str]
    cost: int
    place: int = 0


Entry = tuple[str, Part, tuple[Part, ...]]
"""The owner of a phrase, the phrase, and its parts that need a word besides the one that it is indexed by."""


class Grammar:
    """Phrases by the words that each of them needs.

    Attributes:
        index: The phrases by each word of their cuts: those that end in the sentence in which they begin.
        index_across: The others, that may go on in the next sentence.
        gap_stops: Words that no gap swallows.
        connectors: Words that begin a new clause.

    Raises:
        ValueError: A pattern is none, names a class that is not there, or has no word that it can be found by.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.connectors: frozenset[str] = frozenset()
        self.gap_stops: frozenset[str] = frozenset()
        self._common: frozenset[str] = frozenset()
        self._cuts: dict[Part, Cut | None] = {}
        self._others: dict[Sequence, tuple[Part, ...]] = {}
        self._tables: dict[tuple[Choice, str], tuple[dict[str, list[Part]], list[Part]]] = {}
        self._starters: dict[tuple[Part, str], frozenset[str] | None] = {}
        parsers: dict[int, Parser] = {}
        read: list[tuple[str, Part]] = []
        for phrase in phrases:
            parser = parsers.setdefault(id(phrase.language), Parser(phrase.language))
            try:
                read.append((phrase.owner, parser.parse(phrase.pattern)))
            except ValueError as error:
                raise ValueError(f"{phrase.owner}, “{phrase.pattern}”: {error}") from error
        for parser in parsers.values():
            self.connectors |= parser.language.connectors
            self.gap_stops |= parser.language.gap_stops
            self._common |= parser.language.common
        self._named = Counter(word for part in _all(part for _, part in read) for word in part.words)
        self._across: dict[tuple[Part, bool, bool], bool] = {}
        self.index = self._indexed(one for one in read if not self._goes_across(one[1], False, False))
        self.index_across = self._indexed(one for one in read if self._goes_across(one[1], False, False))

    def words(self) -> frozenset[str]:
        """Return every word that a phrase names, and the connectors and stops of gaps; `word*` as it is written."""
        return frozenset(self._named) | self.connectors | self.gap_stops

    def cut(self, part: Part) -> Cut | None:
        """Return the cheapest cut of a part: None if it matches without a word."""
        if part not in self._cuts:
            self._cuts[part] = self._found_cut(part)
        return self._cuts[part]

    def others(self, sequence: Sequence) -> tuple[Part, ...]:
        """Return the parts of a sequence that need a word as well, besides the one with the cheapest cut."""
        if sequence not in self._others:
            cut = self.cut(sequence)
            self._others[sequence] = tuple(
                one
                for place, one in enumerate(sequence.parts)
                if cut and place != cut.place and self.cut(one) is not None
            )
        return self._others[sequence]

    def by_cut(self, choice: Choice) -> Mapping[str, list[Part]]:
        """Return the alternatives of a choice by each word of their cuts."""
        return self._table(choice, "cut")[0]

    def by_first(self, choice: Choice) -> tuple[Mapping[str, list[Part]], list[Part]]:
        """Return the alternatives by the word that they begin with, and those that may begin in some other way."""
        return self._table(choice, "first")

    def by_last(self, choice: Choice) -> tuple[Mapping[str, list[Part]], list[Part]]:
        """Return the alternatives by the word that they end with, and those that may end in some other way."""
        return self._table(choice, "last")

    def _indexed(self, read: Iterable[tuple[str, Part]]) -> Mapping[str, list[Entry]]:
        index: dict[str, list[Entry]] = defaultdict(list)
        for owner, part in read:
            cut = self.cut(part)
            if cut is None:
                raise ValueError(f"a pattern of {owner} has no word that it can be found by")
            entry = (owner, part, self.others(part) if isinstance(part, Sequence) else ())
            for word in cut.words:
                index[word].append(entry)
        return dict(index)

    def _goes_across(self, part: Part, has_before: bool, has_after: bool) -> bool:
        """Whether a part has a mark between other parts: sentences are left at marks alone."""
        key = (part, has_before, has_after)
        if key not in self._across:
            if isinstance(part, Sequence):
                last = len(part.parts) - 1
                found = any(
                    self._goes_across(one, has_before or place > 0, has_after or place < last)
                    for place, one in enumerate(part.parts)
                )
            elif isinstance(part, Choice):
                found = any(self._goes_across(one, has_before, has_after) for one in part.parts)
            else:
                found = isinstance(part, Here) and has_before and has_after
            self._across[key] = found
        return self._across[key]

    def _found_cut(self, part: Part) -> Cut | None:
        if isinstance(part, Word):
            return Cut(part.words, sum(map(self._cost, part.words)))
        if isinstance(part, Sequence):
            cuts = [(cut, place) for place, one in enumerate(part.parts) if (cut := self.cut(one))]
            if not cuts:
                return None
            cut, place = min(cuts, key=lambda one: one[0].cost)
            return Cut(cut.words, cut.cost, place)
        if isinstance(part, Choice) and not part.is_optional:
            all_cuts = [self.cut(one) for one in part.parts]
            every = [one for one in all_cuts if one]
            if len(every) == len(all_cuts):
                return Cut(
                    frozenset[str]().union(*(one.words for one in every)), sum(one.cost for one in every)
                )
        return None

    def _cost(self, word: str) -> int:
        if word in self._common:
            return _COST_OF_COMMON
        return self._named[word] * (_COST_OF_SHORT if len(word) <= _SHORT_CHARS else 1)

    def _table(self, choice: Choice, side: str) -> tuple[dict[str, list[Part]], list[Part]]:
        key = (choice, side)
        if key not in self._tables:
            table: dict[str, list[Part]] = defaultdict(list)
            others: list[Part] = []
            for part in choice.parts:
                words = self._cut_words(part) if side == "cut" else self._reached(part, side)
                if words is None:
                    others.append(part)
                for word in words or ():
                    table[word].append(part)
            self._tables[key] = dict(table), others
        return self._tables[key]

    def _cut_words(self, part: Part) -> frozenset[str] | None:
        cut = self.cut(part)
        return cut.words if cut else None

    def _reached(self, part: Part, side: str) -> frozenset[str] | None:
        """Return every word that a part can begin (or end) with: None if that may be any, or nothing."""
        key = (part, side)
        if key not in self._starters:
            self._starters[key] = self._found_reached(part, side)
        return self._starters[key]

    def _found_reached(self, part: Part, side: str) -> frozenset[str] | None:
        if isinstance(part, Word):
            return part.words
        found: frozenset[str] = frozenset()
        if isinstance(part, Sequence):
            for one in part.parts if side == "first" else reversed(part.parts):
                skipped = isinstance(one, Choice) and one.is_optional
                words = self._reached(Choice(one.parts, False) if skipped else one, side)  # type: ignore[union-attr]
                if words is None:
                    return None
                found |= words
                if not skipped:
                    return found
            return None
        if isinstance(part, Choice) and not part.is_optional:
            for one in part.parts:
                words = self._reached(one, side)
                if words is None:
                    return None
                found |= words
            return found
        return None


def _all(parts: Iterable[Part]) -> Iterator[Word]:
    """Yield the words within parts, each part once however often it is named."""
    seen: set[Part] = set()
    waiting = list(parts)
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        if isinstance(part, Word):
            yield part
        elif isinstance(part, (Choice, Sequence)):
            waiting += part.parts
