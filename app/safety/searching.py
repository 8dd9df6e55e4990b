"""Looking for all phrases of a grammar in one text."""

from collections.abc import Iterable, Mapping, Set
from collections.abc import Sequence as ManyOf
from dataclasses import dataclass

from app.safety.grammar import Entry, Grammar
from app.safety.normalising import Bound, Edge, Reading
from app.safety.phrases import Choice, Gap, Here, Mark, Part, Sequence, Word

Nodes = tuple[int, ...]
STRETCH_WORDS = 200
LONGEST_PHRASE_WORDS = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase of `owner` between two nodes of a reading."""

    owner: str
    first: int
    last: int


class Search:
    """One search, for the phrases of some owners or of all. `steps` counts the edges and alternatives that were
    looked at: what its time is made of.

    A text is looked through sentence for sentence, since in one few phrases have all the words that they need. Only
    phrases that may go on in the next sentence are looked for in more at a time. What is long is cut into stretches,
    each with as many words on either side as a phrase can reach over.
    """

    def __init__(self, grammar: Grammar, reading: Reading, owners: Set[str] | None = None) -> None:
        self.steps = 0
        self._owners = owners
        self._grammar = grammar
        self._reading = reading
        self._ends: dict[tuple[Part, int], Nodes] = {}
        self._begins: dict[tuple[Part, int], Nodes] = {}
        self._by_word: Mapping[str, ManyOf[Edge]] = {}
        self._there: frozenset[str] = frozenset()
        self._possible: dict[Part, bool] = {}
        self._places: dict[Part, list[tuple[int, int]]] = {}

    def found(self, within: ManyOf[tuple[int, int]] | None = None) -> tuple[Found, ...]:
        """Return what is there, in every length that it can have.

        Args:
            within: From which to which word to look, in order and apart; everywhere where it is missing.
        """
        found: dict[Found, None] = {}
        reached = [(0, self._reading.words)] if within is None else within
        sentences = self._reading.sentences(reached)
        for places, index in ((sentences, self._grammar.index), (reached, self._grammar.index_across)):
            for stretch in self._reading.stretches(places, STRETCH_WORDS, LONGEST_PHRASE_WORDS):
                self._by_word = stretch
                self._there = frozenset(stretch)
                self._possible = {}
                self._places = {}
                for owner, part in dict.fromkeys(self._candidates(index)):
                    found.update((Found(owner, first, last), None) for first, last in self._where(part))
        return tuple(found)

    def _candidates(self, index: Mapping[str, ManyOf[Entry]]) -> Iterable[tuple[str, Part]]:
        """Yield the phrases of an index whose every part that needs a word has one in the stretch."""
        for word in self._there & index.keys():
            for owner, part, needed in index[word]:
                if self._owners is not None and owner not in self._owners:
                    continue
                for other in needed:
                    possible = self._possible.get(other)
                    if possible is None:
                        possible = self._is_possible(other)
                    if not possible:
                        break
                else:
                    yield owner, part

    def widest(self, within: ManyOf[tuple[int, int]] | None = None) -> tuple[Found, ...]:
        """Return what is there, and nothing that lies within the same phrase from its beginning or to its end.

        Args:
            within: As in `found`.
        """
        position = self._reading.position
        by_end: dict[tuple[str, int], Found] = {}
        for one in self.found(within):
            longest = by_end.setdefault((one.owner, one.last), one)
            if position[one.first] < position[longest.first]:
                by_end[one.owner, one.last] = one
        by_begin: dict[tuple[str, int], Found] = {}
        for one in by_end.values():
            longest = by_begin.setdefault((one.owner, one.first), one)
            if position[one.last] > position[longest.last]:
                by_begin[one.owner, one.first] = one
        return tuple(by_begin.values())

    def _where(self, part: Part) -> list[tuple[int, int]]:
        """Return all places of a part that has a cut."""
        places = self._places.get(part)
        if places is None:
            places = self._places[part] = list(dict.fromkeys(self._looked_for(part)))
        return places

    def _looked_for(self, part: Part) -> Iterable[tuple[int, int]]:
        by_word = self._by_word
        if isinstance(part, Word):
            for word in part.words & self._there:
                for edge in by_word[word]:
                    self.steps += 1
                    yield edge[0], edge[1]
        elif isinstance(part, Choice):
            table = self._grammar.by_cut(part)
            for one in dict.fromkeys(one for word in self._there & table.keys() for one in table[word]):
                self.steps += 1
                yield from self._where(one)
        elif isinstance(part, Sequence):
            yield from self._where_sequence(part)

    def _is_possible(self, part: Part) -> bool:
        """Whether the text has a word of the cut of a part that has one."""
        possible = self._possible.get(part)
        if possible is None:
            cut = self._grammar.cut(part)
            possible = self._possible[part] = cut is not None and not cut.words.isdisjoint(self._there)
        return possible

    def _where_sequence(self, part: Sequence) -> Iterable[tuple[int, int]]:
        if not all(map(self._is_possible, self._grammar.others(part))):
            return
        cut = self._grammar.cut(part)
        place = cut.place if cut else 0
        before, after = part.parts[:place], part.parts[place + 1 :]
        for first, last in self._where(part.parts[place]):
            self.steps += 1
            lasts = self._onwards(after, (last,))
            if lasts:
                for begin in self._backwards(before, (first,)):
                    for end in lasts:
                        yield begin, end

    def _onwards(self, parts: ManyOf[Part], nodes: Nodes) -> Nodes:
        for part in parts:
            if len(nodes) == 1:
                nodes = self._ends_of(part, nodes[0])
            else:
                nodes = tuple(dict.fromkeys(end for node in nodes for end in self._ends_of(part, node)))
            if not nodes:
                break
        return nodes

    def _backwards(self, parts: ManyOf[Part], nodes: Nodes) -> Nodes:
        for part in reversed(parts):
            nodes = tuple(dict.fromkeys(begin for node in nodes for begin in self._begins_of(part, node)))
            if not nodes:
                break
        return nodes

    def _ends_of(self, part: Part, node: int) -> Nodes:
        """Return where a part ends that begins at a node."""
        self.steps += 1
        if isinstance(part, Word):
            words = part.words
            return tuple(edge[1] for edge in self._reading.out[node] if edge[2] in words)
        key = (part, node)
        known = self._ends.get(key)
        if known is not None:
            return known
        if isinstance(part, Sequence):
            ends = self._onwards(part.parts, (node,))
        elif isinstance(part, Choice):
            table, others = self._grammar.by_first(part)
            begun = [one for edge in self._reading.out[node] for one in table.get(edge[2], ())]
            ends = tuple(dict.fromkeys(end for one in (*begun, *others) for end in self._ends_of(one, node)))
            if part.is_optional and node not in ends:
                ends = (node, *ends)
        elif isinstance(part, Gap):
            ends = self._over(part, node, forwards=True)
        else:
            ends = self._marked(part, node, self._reading.across)
        self._ends[key] = ends
        return ends

    def _begins_of(self, part: Part, node: int) -> Nodes:
        """Return where a part begins that ends at a node."""
        self.steps += 1
        if isinstance(part, Word):
            words = part.words
            return tuple(edge[0] for edge in self._reading.into[node] if edge[2] in words)
        key = (part, node)
        known = self._begins.get(key)
        if known is not None:
            return known
        if isinstance(part, Sequence):
            begins = self._backwards(part.parts, (node,))
        elif isinstance(part, Choice):
            table, others = self._grammar.by_last(part)
            ended = [one for edge in self._reading.into[node] for one in table.get(edge[2], ())]
            begins = tuple(
                dict.fromkeys(begin for one in (*ended, *others) for begin in self._begins_of(one, node))
            )
            if part.is_optional and node not in begins:
                begins = (node, *begins)
        elif isinstance(part, Gap):
            begins = self._over(part, node, forwards=False)
        else:
            begins = self._marked(part, node, self._reading.back)
        self._begins[key] = begins
        return begins

    def _over(self, gap: Gap, node: int, *, forwards: bool) -> Nodes:
        """Return where a gap may end, or, backwards, begin: the nearest first."""
        edges = self._reading.out if forwards else self._reading.into
        bounds = self._reading.bounds
        stops = self._grammar.gap_stops
        reached = {node: None}
        outermost = [node]
        for _ in range(gap.most):
            onwards: list[int] = [
                edge.target if forwards else edge.source
                for one in outermost
                if gap.over_commas or not bounds[one] & Bound.CLAUSE
                for edge in edges[one]
                if edge[2] not in stops
            ]
            self.steps += len(onwards)
            outermost = [one for one in dict.fromkeys(onwards) if one not in reached]
            reached.update(dict.fromkeys(outermost))
        if gap.over_commas:
            return tuple(reached)
        return tuple(one for one in reached if one == node or not bounds[one] & Bound.CLAUSE)

    def _marked(self, here: Here, node: int, across: dict[int, int]) -> Nodes:
        """Return where a phrase goes on from a mark: nowhere if it does not hold, perhaps in the next sentence."""
        bound = self._reading.bounds[node]
        match here.mark:
            case Mark.CLAUSE_BEGINS:
                holds = bound & Bound.CLAUSE or self._any_connector(self._reading.into[node])
                return (node,) if holds else ()
            case Mark.CLAUSE_ENDS:
                holds = bound & Bound.CLAUSE or self._any_connector(self._reading.out[node])
                return (node,) if holds else ()
            case Mark.QUESTION if not bound & Bound.QUESTION:
                return ()
            case Mark.SENTENCE_BEGINS | Mark.SENTENCE_ENDS if not bound & (Bound.SENTENCE | Bound.LINE):
                return ()
            case _:
                return (node, across[node]) if node in across else (node,)

    def _any_connector(self, edges: Iterable[Edge]) -> bool:
        return any(edge.word in self._grammar.connectors for edge in edges)
