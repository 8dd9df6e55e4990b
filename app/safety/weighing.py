"""Where the words of a passage together say what no phrase says by itself, and where they speak against a phrase.

Each passage is weighed with those around it: what its words, their pairs and the rules weigh is added up, and from
nought upwards something is noticed. The sum is used here and goes nowhere else: it is no measure of a person.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from app.domain.notice import NoticeKind
from app.safety.evidence import Passage, around, passages, words_of
from app.safety.normalising import Reading
from app.safety.weights import Said, Weights

_WORDS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Together:
    """A passage whose words together are worth a look, and the numbers of the words that count most, in order."""

    passage: Passage
    kind: NoticeKind
    words: tuple[int, ...]


class Weighed:
    """A text, passage for passage, and what each weighs together with those around it. The rules are heard later.

    Args:
        reading: The text.
        weights: What weighs how much.
        common: Words that say nothing to who reads them alone.
        most_words: How many words passages have that are weighed together; 0 for each by itself.
    """

    def __init__(self, reading: Reading, weights: Weights, common: Set[str], most_words: int) -> None:
        self._weights = weights
        self._common = common
        self._reading = reading
        self._passages = passages(reading)
        self._around = [around(self._passages, at, most_words) for at in range(len(self._passages))]
        self._own = [weights.found(reading, one) for one in self._passages]
        self._sums = self._added_up()

    def reached(self) -> list[tuple[int, int]]:
        """Return from which to which word what rules say may still lead to a notice: in order, and apart."""
        most = self._weights.most_said()
        near = {one for at, sum_ in enumerate(self._sums) if sum_ + most >= 0 for one in self._around[at]}
        reached: list[tuple[int, int]] = []
        for first, last in (self._passages[at] for at in sorted(near)):
            if reached and reached[-1][1] == first:
                reached[-1] = reached[-1][0], last
            else:
                reached.append((first, last))
        return reached

    def hear(self, said: Mapping[int, Iterable[Said]]) -> None:
        """Take what the rules said, by the number of the word where they said it."""
        for word, marks in said.items():
            self._own[self._place(word)] |= self._weights.said(marks)
        if said:
            self._sums = self._added_up()

    def is_worth(self, word: int) -> bool:
        """Whether the passage of a word, by its number, is worth a notice."""
        return self._sums[self._place(word)] >= 0

    def together(self, noticed: Sequence[int]) -> list[Together]:
        """Return the passages that are worth a notice and have none around them: the weightiest of its neighbourhood.

        Args:
            noticed: The words, by their numbers, at which something is noticed already.
        """
        taken = {self._place(word) for word in noticed}
        found: list[Together] = []
        for at in sorted(range(len(self._passages)), key=lambda one: -self._sums[one]):
            if self._sums[at] < 0:
                break
            if taken.isdisjoint(self._around[at]):
                taken.update(self._around[at])
                found.append(self._found(self._around[at]))
        return sorted(found, key=lambda one: one.passage)

    def _found(self, near: Sequence[int]) -> Together:
        words = frozenset[str]().union(*(words_of(self._reading, self._passages[at]) for at in near))
        weightiest = max(near, key=lambda at: self._weights.sum(self._own[at]))
        return Together(
            self._passages[weightiest], self._weights.kind(words), self._counting_most(weightiest)
        )

    def _counting_most(self, at: int) -> tuple[int, ...]:
        passage = self._passages[at]
        shares = self._weights.shares(self._own[at])
        most: dict[int, float] = {}
        for word in range(passage.first, passage.last):
            forms = {edge.word for edge in self._reading.edges(word, word + 1)}
            if self._common.isdisjoint(forms):
                most[word] = max((self._weights.share(form, shares) for form in forms), default=0.0)
        heaviest = sorted((word for word in most if most[word] > 0), key=lambda word: -most[word])
        return tuple(sorted(heaviest[:_WORDS_SHOWN]))

    def _place(self, word: int) -> int:
        return bisect_right(self._passages, word, key=lambda passage: passage.first) - 1

    def _added_up(self) -> list[int]:
        always = self._weights.said([Said.ALWAYS])
        return [
            self._weights.sum(self._weights.plainest(always.union(*(self._own[at] for at in near))))
            for near in self._around
        ]
