"""What is noticed in a text: phrases of people, and phrases of a model, in all languages at once.

In people's words, what stands around a phrase is weighed as well, and words that together say what none says alone.

People mix languages, so all rules of all languages are asked of every text. Nothing here is kept between two texts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from app.domain.notice import HOLDING, Notice, NoticeKind, Strength
from app.errors import BugError
from app.safety.contacts import unverified_contacts
from app.safety.contexts import Contexts
from app.safety.doses import doses
from app.safety.evidence import MOST_WORDS_AROUND, pairs_of, passages, words_of
from app.safety.grammar import Grammar, Phrase
from app.safety.normalising import Reading
from app.safety.phrases import Language
from app.safety.rule_files import (
    LANGUAGES,
    Guard,
    Rule,
    RuleFile,
    read_considerations,
    read_groups,
    read_rule_file,
    read_slang,
)
from app.safety.searching import Search
from app.safety.vocabulary import NUMBER, Vocabulary, Words
from app.safety.weighing import Weighed
from app.safety.weights import OF_MODELS, OF_PEOPLE, Said, Weights, read_weights

_TOGETHER = {kind: f"words-together-{kind.replace('_', '-')}" for kind in (*OF_PEOPLE, *OF_MODELS)}
"""The rules whose phrases are found by weighing."""


class _FoundByRule(NamedTuple):
    """A phrase that a rule found at a word, by its number. A guard or an exception may take it back."""

    notice: Notice
    word: int
    is_taken_back: bool

    @property
    def said(self) -> Said:
        """What it weighs as."""
        if self.notice.strength is Strength.EXPLICIT:
            return Said.EXPLICIT_TAKEN_BACK if self.is_taken_back else Said.EXPLICIT
        return Said.IMPLICIT_TAKEN_BACK if self.is_taken_back else Said.IMPLICIT


class _Rules:
    """Rules and guards that belong together: those on people's words, or those on a model's."""

    def __init__(self, files: Sequence[tuple[RuleFile, Language]]) -> None:
        rules = [(rule, language) for file, language in files for rule in file.rules]
        guards: list[tuple[Guard, Language]] = [
            (one, language) for file, language in files for one in file.guards
        ]
        self._by_id = {rule.id: rule for rule, _ in rules}
        self.outright = frozenset(rule.id for rule, _ in rules if rule.strength is Strength.EXPLICIT)
        self.contexts = Contexts(rules, guards)
        self.grammar = Grammar(
            Phrase(rule.id, pattern, language) for rule, language in rules for pattern in rule.patterns
        )

    def words(self) -> frozenset[str]:
        return self.grammar.words() | self.contexts.grammar.words()

    def found(
        self,
        text: str,
        reading: Reading,
        within: Sequence[tuple[int, int]] | None = None,
        owners: Set[str] | None = None,
    ) -> list[_FoundByRule]:
        """Return the phrases that are in a text: those that stand, and those that are taken back.

        Args:
            text: The text.
            reading: The text as it is read.
            within: From which to which word to look; everywhere where it is missing.
            owners: The rules to ask; all where they are missing.
        """
        found = Search(self.grammar, reading, owners).widest(within)
        if not found:
            return []
        around = self.contexts.around(text, reading, found)
        phrases = []
        for one in found:
            rule = self._by_id[one.owner]
            if around.complete(rule, one):
                notice = Notice(rule.kind, rule.id, rule.strength, *reading.span(one.first, one.last))
                phrases.append(
                    _FoundByRule(notice, int(reading.position[one.first]), around.take_back(rule, one))
                )
        return phrases

    def noticed(self, text: str, reading: Reading, owners: Set[str] | None = None) -> list[Notice]:
        """Return what stands."""
        return [one.notice for one in self.found(text, reading, owners=owners) if not one.is_taken_back]


Slang = Mapping[str, tuple[Words, ...]]


class _Compiled:
    """All rules, ready to be looked for, and what words weigh.

    Raises:
        ValueError: A pattern is none, or two classes have one name.
        BugError: A file of groups or of weights is wrong.
    """

    def __init__(
        self,
        people: Sequence[RuleFile],
        models: Sequence[RuleFile],
        slang: Mapping[str, Slang],
        folder: Path,
    ) -> None:
        self.common = frozenset[str]().union(*(file.common for file in people))
        self.groups = read_groups(folder / f"groups.{language}.toml" for language in LANGUAGES)
        self.weights = read_weights(folder, "", OF_PEOPLE, self.groups)
        self.models_weights = read_weights(folder, "ai.", OF_MODELS, self.groups)
        files = (*people, *models)
        languages = {language: _language(language, files, slang[language]) for language in LANGUAGES}
        self.people = _Rules([(file, languages[file.language]) for file in people])
        self.models = _Rules([(file, languages[file.language]) for file in models])
        words = self.people.words() | self.models.words()
        self.vocabulary = Vocabulary(
            (word for word in words if not word.endswith("*") and word != NUMBER),
            (word[:-1] for word in words if word.endswith("*")),
            _merged(slang, words),
            frozenset[str]().union(*(file.typos for file in files)),
            frozenset[str]().union(*(file.never_typos for file in files)),
            frozenset[str]().union(*(file.short for file in files)),
        )


class NoticingRules:
    """All rules. `read_noticing_rules` reads them.

    Patterns and weights are read at the first text, or by `prepare`.
    """

    def __init__(
        self,
        people: Sequence[RuleFile],
        models: Sequence[RuleFile],
        slang: Mapping[str, Slang],
        considerations: Mapping[NoticeKind, Mapping[str, str]],
        folder: Path,
    ) -> None:
        self.rules: Mapping[str, Rule] = {rule.id: rule for file in (*people, *models) for rule in file.rules}
        self._people = people
        self._models = models
        self._slang = slang
        self._considerations = considerations
        self._folder = folder

    def prepare(self) -> None:
        """Read all patterns and weights, so that the first text does not wait. Raises BugError: one is none."""
        _ = self._compiled

    def of_people(self, text: str) -> tuple[Notice, ...]:
        """Return what is noticed in what people wrote, in reading order.

        That is phrases, and passages without any whose words together are worth a look.
        """
        reading = self.read(text)
        compiled = self._compiled
        weighed = Weighed(reading, compiled.weights, compiled.common, MOST_WORDS_AROUND)
        found = compiled.people.found(text, reading, weighed.reached())
        weighed.hear(_said(found))
        standing = [one for one in found if not one.is_taken_back and weighed.is_worth(one.word)]
        return _plainest([*(one.notice for one in standing), *_together(reading, weighed, standing)])

    def said(self, text: str) -> frozenset[Said]:
        """Return what the rules on people's words say of a text."""
        return _plainest_said(self._compiled.people.found(text, self.read(text)))

    def said_of_ai(self, text: str) -> frozenset[Said]:
        """Return what the rules say of a model's text for which it may be held."""
        found = self._compiled.models.found(text, self.read(text))
        return _plainest_said(one for one in found if one.notice.kind in HOLDING)

    def marks(self, text: str) -> frozenset[str]:
        """Return all that may weigh in a text, but for what the rules say of it. Weights are found with it."""
        reading = self.read(text)
        return frozenset[str]().union(
            *(
                self._compiled.groups.marks(words_of(reading, passage), pairs_of(reading, passage))
                for passage in passages(reading)
            )
        )

    def of_ai(self, text: str, known_contacts: Iterable[str]) -> tuple[Notice, ...]:
        """Return what is noticed in a model's words, in reading order: of people's rules only what is said outright.

        Args:
            text: What the model said.
            known_contacts: Telephone numbers and addresses that somebody has verified.
        """
        reading = self.read(text)
        compiled = self._compiled
        found = compiled.models.found(text, reading)
        standing = [one for one in found if not one.is_taken_back]
        weighed = Weighed(reading, compiled.models_weights, compiled.common, 0)
        weighed.hear(_said(one for one in found if one.notice.kind in HOLDING))
        holding = [one for one in standing if one.notice.kind in HOLDING]
        return _plainest(
            [
                *compiled.people.noticed(text, reading, compiled.people.outright),
                *(one.notice for one in standing),
                *_together(reading, weighed, holding),
                *unverified_contacts(text, frozenset(known_contacts)),
                *doses(text),
            ]
        )

    def by_rule(self, rule_id: str, text: str) -> tuple[Notice, ...]:
        """Return what one rule notices in a text, whatever others say."""
        reading = self.read(text)
        both = (self._compiled.people, self._compiled.models)
        return tuple(one for rules in both for one in rules.noticed(text, reading, {rule_id}))

    @property
    def weights(self) -> Weights:
        """What words weigh in people's texts."""
        return self._compiled.weights

    def read(self, text: str) -> Reading:
        """Return a text as the rules read it."""
        return Reading(text, self._compiled.vocabulary)

    @cached_property
    def _compiled(self) -> _Compiled:
        try:
            return _Compiled(self._people, self._models, self._slang, self._folder)
        except ValueError as error:
            raise BugError(f"a rule is wrong: {error}") from error

    def why(self, rule_id: str, language: str) -> str:
        """Return one sentence on why a rule matched. Raises KeyError if there is no such rule or language."""
        return self.rules[rule_id].why[language]

    def consider(self, kind: NoticeKind, language: str) -> str:
        """Return what one might consider. Raises KeyError if there is no such language."""
        return self._considerations[kind][language]


def read_noticing_rules(folder: Path) -> NoticingRules:
    """Read the rules of all languages. Raises BugError, which names the file and the rule."""
    slang = {language: read_slang(folder / f"slang.{language}.toml") for language in LANGUAGES}
    people = [
        read_rule_file(file)
        for language in LANGUAGES
        for file in (folder / f"{language}.toml", *sorted(folder.glob(f"{language}.*.toml")))
    ]
    models = [
        read_rule_file(file)
        for language in LANGUAGES
        for file in (folder / f"ai.{language}.toml", *sorted(folder.glob(f"ai.{language}.*.toml")))
    ]
    files = (*people, *models)
    ids = [rule.id for file in files for rule in file.rules] + [
        one.id for file in files for one in file.guards
    ]
    if len(set(ids)) < len(ids):
        raise BugError(f"two rules or guards in {folder.name} have one id")
    considerations = read_considerations(folder / "consider.toml")
    return NoticingRules(people, models, slang, considerations, folder)


def _language(language: str, files: Sequence[RuleFile], slang: Slang) -> Language:
    own = [file for file in files if file.language == language]
    names = [name for file in own for name in file.classes]
    if len(set(names)) < len(names):
        raise ValueError(f"two classes of {language} have one name")
    return Language(
        classes={name: patterns for file in own for name, patterns in file.classes.items()},
        connectors=frozenset[str]().union(*(file.connectors for file in own)),
        gap_stops=frozenset[str]().union(*(file.gap_stops for file in own)),
        common=frozenset[str]().union(*(file.common for file in files)),
        slang=slang,
    )


def _merged(slang: Mapping[str, Slang], named: frozenset[str]) -> Slang:
    """Return what slang may stand for in any language: the word itself too, if a rule of another names it."""
    merged: dict[str, tuple[Words, ...]] = {}
    for one in slang.values():
        for word, readings in one.items():
            itself = ((word,),) if word in named or word in merged else ()
            merged[word] = tuple(dict.fromkeys((*merged.get(word, ()), *readings, *itself)))
    return merged


def _said(found: Iterable[_FoundByRule]) -> Mapping[int, Sequence[Said]]:
    said: dict[int, list[Said]] = defaultdict(list)
    for one in found:
        said[one.word].append(one.said)
    return said


def _plainest_said(found: Iterable[_FoundByRule]) -> frozenset[Said]:
    said = frozenset(one.said for one in found)
    return frozenset({Said.EXPLICIT}) if Said.EXPLICIT in said else said


def _together(reading: Reading, weighed: Weighed, noticed: Iterable[_FoundByRule]) -> list[Notice]:
    """Return notices of passages in which nothing was noticed and words together are worth one."""
    return [
        Notice(
            one.kind,
            _TOGETHER[one.kind],
            Strength.IMPLICIT,
            *reading.span(*one.passage),
            tuple(reading.span(word, word + 1) for word in one.words),
        )
        for one in weighed.together([one.word for one in noticed])
    ]


def _plainest(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Return the notices without those that others of their kind say better at the same place, in reading order."""
    kept: list[Notice] = []
    by_kind: dict[NoticeKind, list[Notice]] = {}
    for notice in sorted(set(notices), key=lambda one: (one.start, one.end, one.rule)):
        same = by_kind.setdefault(notice.kind, [])
        if same and notice.start < same[-1].end:
            if _weight(notice) > _weight(same[-1]):
                same[-1] = notice
        else:
            same.append(notice)
    for same in by_kind.values():
        kept += same
    return tuple(sorted(kept, key=lambda one: (one.start, one.end, one.kind)))


def _weight(notice: Notice) -> tuple[bool, int]:
    return notice.strength is Strength.EXPLICIT, notice.end - notice.start
