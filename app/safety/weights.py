"""Weights: what speaks for a notice, what against it, and how much. The one strict reader of the files that say it.

A weight is a whole number. What it is the weight of is a mark: a word, a group of like words, a pair of these, or
what the rules said of a passage. `weights.tsv` has what marks weigh for a notice, `kinds.tsv` what words and groups
weigh for each kind of harm. How they came about stands in `scripts/weigh_words.py`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from sys import intern

from app.domain.notice import NoticeKind
from app.errors import BugError
from app.safety.evidence import Pair, Passage, words_after
from app.safety.normalising import Reading

OF_PEOPLE = (NoticeKind.SUICIDE, NoticeKind.SELF_HARM, NoticeKind.HARM_TO_OTHERS, NoticeKind.BEING_HARMED)
"""What people's words may speak of, in the order of the columns of `kinds.tsv`."""
OF_MODELS = (NoticeKind.METHOD, NoticeKind.ENCOURAGEMENT)
"""What a model's words are held for, in the order of the columns of `ai.kinds.tsv`."""
_LABEL = r"(?:[^\W_]+\*?|#|<[a-z_]+>)"
_MARK = re.compile(rf"{_LABEL}(?: (?:~ )?{_LABEL})?")
_WHOLE = re.compile(r"-?[0-9]{1,5}")


class Said(StrEnum):
    """What is not in the words themselves."""

    ALWAYS = "[always]"
    """In every passage: how much has to be said for a notice."""
    EXPLICIT = "[explicit]"
    """A rule found something said outright."""
    IMPLICIT = "[implicit]"
    EXPLICIT_TAKEN_BACK = "[explicit taken back]"
    """It is there, and a guard took it back."""
    IMPLICIT_TAKEN_BACK = "[implicit taken back]"


_SAID = frozenset(map(str, Said))


class Groups:
    """Words of like meaning under one name, in all languages.

    Args:
        words: Each group's name, without brackets, and its words.
    """

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        names: dict[str, list[str]] = defaultdict(list)
        for group, members in words.items():
            for word in members:
                names[word].append(f"<{group}>")
        self._labels = {word: (word, *groups) for word, groups in names.items()}
        self.words = frozenset(names)

    def labels(self, word: str) -> tuple[str, ...]:
        """Return what a word counts as: itself, and the groups that it is in."""
        return self._labels.get(word, (word,))

    def marks(self, words: Iterable[str], pairs: Iterable[Pair]) -> frozenset[str]:
        """Return all marks of words and pairs, as the file writes them."""
        marks = {label for word in words for label in self.labels(word)}
        for pair in pairs:
            for earlier in self.labels(pair.earlier):
                for later in self.labels(pair.later):
                    marks.add(f"{earlier} ~ {later}")
                    if pair.is_next:
                        marks.add(f"{earlier} {later}")
        return frozenset(marks)


class Weights:
    """What every mark weighs. Marks that are not named weigh nothing.

    Args:
        weights: What each mark weighs for a notice, or against one.
        kinds: What words may speak of.
        of_kinds: What a word or a group weighs for each of `kinds`.
        groups: Which words are in which group.
    """

    def __init__(
        self,
        weights: Mapping[str, int],
        kinds: Sequence[NoticeKind],
        of_kinds: Mapping[str, tuple[int, ...]],
        groups: Groups,
    ) -> None:
        self._groups = groups
        self._kinds = kinds
        self._of_kinds = of_kinds
        self._all = tuple(weights.values())
        self._said: dict[Said, int] = {}
        self._alone: dict[str, int] = {}
        self._near: dict[str, dict[str, int]] = defaultdict(dict)
        self._next: dict[str, dict[str, int]] = defaultdict(dict)
        self._labels: list[tuple[str, ...]] = []
        for place, mark in enumerate(weights):
            labels = () if mark in _SAID else tuple(intern(part) for part in mark.split(" ") if part != "~")
            self._labels.append(labels)
            if not labels:
                self._said[Said(mark)] = place
            elif len(labels) == 1:
                self._alone[labels[0]] = place
            else:
                pairs = self._near if " ~ " in mark else self._next
                pairs[labels[0]][labels[1]] = place
        self._outweighed = {
            place for mark, place in self._said.items() if mark not in {Said.EXPLICIT, Said.ALWAYS}
        }
        self._pairing = {
            label: (self._near.get(label, {}), self._next.get(label, {}))
            for label in self._near.keys() | self._next.keys()
        }

    def said(self, marks: Iterable[Said]) -> set[int]:
        """Return the numbers of what the rules said."""
        return {self._said[mark] for mark in marks if mark in self._said}

    def most_said(self) -> int:
        """Return the most that anything which rules say may add."""
        others = (self._all[number] for number in self._outweighed)
        return max(self._all[self._said[Said.EXPLICIT]], sum(weight for weight in others if weight > 0))

    def plainest(self, numbers: set[int]) -> set[int]:
        """Return the numbers without what else the rules said where they found something said outright."""
        return numbers - self._outweighed if self._said[Said.EXPLICIT] in numbers else numbers

    def found(self, reading: Reading, passage: Passage) -> set[int]:
        """Return the numbers of the marks that a passage holds."""
        found: set[int] = set()
        reached: dict[int, tuple[list[str], list[str]]] = {}
        for _, target, word in reading.edges(passage.first, passage.last):
            labels = self._groups.labels(word)
            found.update([self._alone[label] for label in labels if label in self._alone])
            for label in labels:
                if label in self._pairing:
                    if target not in reached:
                        reached[target] = self._labels_after(reading, target, passage.last)
                    within_reach, is_next = reached[target]
                    near, after = self._pairing[label]
                    found.update([near[second] for second in within_reach if second in near])
                    found.update([after[second] for second in is_next if second in after])
        return found

    def _labels_after(self, reading: Reading, node: int, end: int) -> tuple[list[str], list[str]]:
        """Return what the words within reach of a node count as, and what those count as that are next to it."""
        within_reach: list[str] = []
        is_next: list[str] = []
        for between, later in words_after(reading, node, end):
            labels = self._groups.labels(later.word)
            within_reach += labels
            if between == 0:
                is_next += labels
        return within_reach, is_next

    def shares(self, numbers: Iterable[int]) -> Mapping[str, float]:
        """Return what each word or group adds to marks, by itself and in pairs: what a pair weighs, its two share."""
        shares: dict[str, float] = defaultdict(float)
        for number in numbers:
            for label in self._labels[number]:
                shares[label] += self._all[number] / len(self._labels[number])
        return shares

    def share(self, word: str, shares: Mapping[str, float]) -> float:
        """Return what a word adds with the groups that it is in."""
        return sum(shares.get(label, 0.0) for label in self._groups.labels(word))

    def sum(self, numbers: Iterable[int]) -> int:
        """Return what marks weigh together: a notice is due from nought upwards."""
        return sum(map(self._all.__getitem__, numbers))

    def kind(self, words: Iterable[str]) -> NoticeKind:
        """Return what words speak of the most."""
        labels = {label for word in words for label in self._groups.labels(word)} & self._of_kinds.keys()
        sums = [sum(self._of_kinds[label][column] for label in labels) for column in range(len(self._kinds))]
        return self._kinds[sums.index(max(sums))]


def read_weights(folder: Path, prefix: str, kinds: Sequence[NoticeKind], groups: Groups) -> Weights:
    """Read the weights in the files whose names begin so.

    Raises:
        BugError: A file is missing, or a row of it is wrong.
    """
    file = folder / f"{prefix}weights.tsv"
    weights = {mark: of_row[0] for mark, of_row in _rows(file, ("weight",))}
    if set(map(str, Said)) - weights.keys():
        raise BugError(f"{file.name} lacks what the rules say")
    return Weights(weights, kinds, dict(_rows(folder / f"{prefix}kinds.tsv", kinds)), groups)


def _rows(file: Path, columns: Sequence[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each mark of a file once, and the numbers before it."""
    try:
        head, *rows = file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise BugError(f"{file.name} cannot be read: {type(error).__name__}") from error
    if head.split("\t") != [*columns, "mark"]:
        raise BugError(f"{file.name} does not begin with its columns")
    seen = set()
    for number, row in enumerate(rows, 2):
        *cells, mark = row.split("\t")
        if len(cells) != len(columns) or not all(map(_WHOLE.fullmatch, cells)):
            raise BugError(f"{file.name}, row {number}, is no row of whole numbers")
        if mark in seen or not (mark in _SAID or is_mark(mark)):
            raise BugError(f"{file.name}, row {number}, weighs nothing, or something twice")
        seen.add(mark)
        yield mark, tuple(map(int, cells))


def is_mark(text: str) -> bool:
    """Whether something is written as the mark of a word, a group or a pair is."""
    return _MARK.fullmatch(text) is not None
