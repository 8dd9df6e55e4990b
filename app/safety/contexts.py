"""What stands around a phrase: whether it takes the phrase back, and whether the phrase needs it.

Guards (negation, somebody else's life, what is over, fiction and quotation, idiom) are phrases themselves. Each says
from where it works: from just before the phrase, from its clause, its sentence, or those next to it. So a guard
silences the phrases near it and never a text.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from math import ceil, floor

from app.safety.grammar import Grammar, Phrase
from app.safety.normalising import Bound, Reading
from app.safety.phrases import Language
from app.safety.rule_files import Guard, Rule, Scope
from app.safety.searching import Found, Search

_QUOTED = re.compile(
    r"\"[^\"]{1,600}\"|“[^“”]{1,600}”|„[^„“”]{1,600}[“”]|«[^«»]{1,600}»|‘[^‘’]{3,600}’(?!\w)"
)


class Contexts:
    """The guards, and what rules need or refuse around them.

    Raises:
        ValueError: As `Grammar`.
    """

    def __init__(
        self, rules: Sequence[tuple[Rule, Language]], guards: Sequence[tuple[Guard, Language]]
    ) -> None:
        self._guards = tuple(guard for guard, _ in guards)
        self._of_rules = {
            rule.id: frozenset(
                name
                for guard, _ in guards
                if guard.may_take_back(rule)
                for name in (guard.id, _unless(guard.id))
            )
            | {_unless(rule.id), _needed(rule.id)}
            for rule, _ in rules
        }
        phrases: list[Phrase] = []
        for guard, language in guards:
            phrases += [Phrase(guard.id, pattern, language) for pattern in guard.patterns]
            phrases += [Phrase(_unless(guard.id), pattern, language) for pattern in guard.unless]
        for rule, language in rules:
            phrases += [Phrase(_unless(rule.id), pattern, language) for pattern in rule.unless]
            phrases += [Phrase(_needed(rule.id), pattern, language) for pattern in rule.needs]
        self.grammar = Grammar(phrases)

    def around(self, text: str, reading: Reading, phrases: Sequence[Found]) -> "Surroundings":
        """Return what stands around the phrases that rules found in a text."""
        owners = frozenset[str]().union(*(self._of_rules[one.owner] for one in phrases))
        surroundings = Surroundings(text, reading)
        reached = surroundings.reached_from(phrases)
        surroundings.hold(self._guards, Search(self.grammar, reading, owners).found(reached))
        return surroundings


class Surroundings:
    """The guards and conditions that one text holds, and where its clauses and sentences end."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._text = text
        self._reading = reading
        nodes = range(reading.words + 1)
        self._clause_ends = [node for node in nodes if reading.bounds[node] & Bound.CLAUSE]
        self._sentence_ends = [node for node in nodes if reading.bounds[node] & Bound.SENTENCE]
        self._guards: Sequence[Guard] = ()
        self._begins: dict[str, list[float]] = defaultdict(list)
        self._ends: dict[str, list[float]] = defaultdict(list)
        self._quoted: list[tuple[int, int]] = []

    def reached_from(self, phrases: Sequence[Found]) -> list[tuple[int, int]]:
        """Return from which to which word anything is looked for around phrases: in order, and apart."""
        position = self._reading.position
        reached: list[tuple[int, int]] = []
        for first, last in sorted(
            _region(self._sentence_ends, position[one.first], position[one.last], 1) for one in phrases
        ):
            if reached and first <= reached[-1][1]:
                reached[-1] = reached[-1][0], max(reached[-1][1], int(last))
            else:
                reached.append((int(first), int(last)))
        return reached

    def hold(self, guards: Sequence[Guard], found: Sequence[Found]) -> None:
        """Take what was found of guards and conditions."""
        position = self._reading.position
        for one in found:
            self._begins[one.owner].append(position[one.first])
            self._ends[one.owner].append(position[one.last])
        for places in (*self._begins.values(), *self._ends.values()):
            places.sort()
        self._guards = [guard for guard in guards if guard.id in self._begins]
        if any(guard.scope is Scope.QUOTE for guard in self._guards):
            self._quoted = [match.span() for match in _QUOTED.finditer(self._text)]

    def complete(self, rule: Rule, found: Found) -> bool:
        """Whether what the rule needs beside a phrase that it found is there."""
        return not rule.needs or self._stands(_needed(rule.id), rule.needs_scope, 0, found)

    def take_back(self, rule: Rule, found: Found) -> bool:
        """Whether something around a phrase that a rule found takes it back."""
        if rule.unless and self._stands(_unless(rule.id), rule.unless_scope, 0, found):
            return True
        return any(
            guard.may_take_back(rule)
            and not any(edge.word in guard.not_first for edge in self._reading.out[found.first])
            and self._stands(guard.id, guard.scope, guard.within, found)
            and not self._stands(_unless(guard.id), _beyond(guard.scope), 0, found)
            for guard in self._guards
        )

    def _stands(self, owner: str, scope: Scope, within: int, found: Found) -> bool:
        """Whether a phrase of an owner stands in the scope of what was found."""
        if owner not in self._begins:
            return False
        position = self._reading.position
        begins, ends = position[found.first], position[found.last]
        match scope:
            case Scope.BEFORE:
                return self._is_before(owner, begins, within, Bound.CLAUSE)
            case Scope.LEAD:
                return self._is_before(owner, begins, within, Bound.SENTENCE)
            case Scope.AFTER:
                return self._is_after(owner, ends, within)
            case Scope.INSIDE:
                return self._overlaps(owner, (begins, ends))
            case Scope.CLAUSE:
                return self._overlaps(owner, _region(self._clause_ends, begins, ends, 0))
            case Scope.SENTENCE:
                return self._overlaps(owner, _region(self._sentence_ends, begins, ends, 0))
            case Scope.AROUND:
                return self._overlaps(owner, _region(self._sentence_ends, begins, ends, 1))
            case Scope.QUOTE:
                return self._is_quoted(found) and self._overlaps(
                    owner, _region(self._sentence_ends, begins, ends, 0)
                )

    def _is_before(self, owner: str, begins: float, within: int, bound: int) -> bool:
        at = bisect_right(self._ends[owner], begins) - 1
        return at >= 0 and self._is_next(self._ends[owner][at], begins, within, bound)

    def _is_after(self, owner: str, ends: float, within: int) -> bool:
        at = bisect_left(self._begins[owner], ends)
        return at < len(self._begins[owner]) and self._is_next(
            ends, self._begins[owner][at], within, Bound.CLAUSE
        )

    def _is_next(self, earlier: float, later: float, within: int, bound: int) -> bool:
        if later - earlier > within:
            return False
        return not any(self._reading.bounds[node] & bound for node in range(ceil(earlier), floor(later) + 1))

    def _overlaps(self, owner: str, region: tuple[float, float]) -> bool:
        """Whether any begins before the region ends and does not end before it begins."""
        return bisect_left(self._begins[owner], region[1]) > bisect_right(self._ends[owner], region[0])

    def _is_quoted(self, found: Found) -> bool:
        first, last = self._reading.span(found.first, found.last)
        at = bisect_right(self._quoted, first, key=lambda span: span[0]) - 1
        return at >= 0 and self._quoted[at][1] >= last


def _region(ends: Sequence[int], begins: float, stops: float, more: int) -> tuple[float, float]:
    """Return from where to where the clauses or sentences reach that hold a phrase, and `more` on either side."""
    first = bisect_right(ends, begins) - 1
    last = bisect_left(ends, stops)
    return float(ends[max(0, first - more)]), float(ends[min(len(ends) - 1, last + more)])


def _beyond(scope: Scope) -> Scope:
    """Return where a guard is overruled from: its sentence, or as far as the guard itself reaches."""
    return Scope.AROUND if scope is Scope.AROUND else Scope.SENTENCE


def _unless(owner: str) -> str:
    return f"{owner} unless"


def _needed(owner: str) -> str:
    return f"{owner} needs"
