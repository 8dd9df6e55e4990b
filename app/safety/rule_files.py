"""The one strict reader of the shipped rules under `resources/cues/`.

Every field is there, is of its kind and within its bounds, and there is no other. What breaks this is a fault of
ours: BugError, which names the file and the rule.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn, TypeVar

from app.domain.notice import NoticeKind, Strength
from app.errors import BugError
from app.safety.vocabulary import LEAST_TYPO_CHARS, Words
from app.safety.weights import Groups

LANGUAGES = ("en", "id")
"""The languages of the rules, and those in which every rule says why."""
LONGEST_TEXT_CHARS = 3_000
MOST_WITHIN_WORDS = 8
_ID = re.compile(r"[a-z][a-z0-9_]*(?:[.-][a-z0-9_]+)*")
_GROUP = re.compile(r"[a-z]+(?:_[a-z]+)*")
_PLAIN_WORDS = re.compile(r"[^\W_]+(?: [^\W_]+)*")
_One = TypeVar("_One", bound=StrEnum)


class Scope(StrEnum):
    """Where, seen from a noticed phrase, something has to stand."""

    BEFORE = "before"
    LEAD = "lead"
    AFTER = "after"
    INSIDE = "inside"
    CLAUSE = "clause"
    SENTENCE = "sentence"
    AROUND = "around"
    QUOTE = "quote"


EVERYDAY_GROUPS = frozenset({"negation", "third_person", "past", "fiction", "idiom"})
"""The groups of guards that work on every rule that names none. Guards of other groups wait to be named."""


@dataclass(frozen=True, slots=True)
class Guard:
    """What takes a phrase back: `patterns` standing in `scope` of it, unless one of `unless` is in its sentence.

    Phrases that begin with a word of `not_first` are left alone.
    """

    id: str
    group: str
    scope: Scope
    within: int
    patterns: tuple[str, ...]
    unless: tuple[str, ...]
    strengths: frozenset[Strength]
    kinds: frozenset[NoticeKind]
    not_first: frozenset[str]

    def may_take_back(self, rule: "Rule") -> bool:
        """Whether it is a guard on what a rule finds."""
        return self.group in rule.guards and rule.kind in self.kinds and rule.strength in self.strengths


@dataclass(frozen=True, slots=True)
class Rule:
    """What is noticed. `patterns` are empty for what plain code finds; `guards` are groups that may silence it."""

    id: str
    kind: NoticeKind
    strength: Strength
    patterns: tuple[str, ...]
    needs: tuple[str, ...]
    needs_scope: Scope
    unless: tuple[str, ...]
    unless_scope: Scope
    guards: frozenset[str]
    why: Mapping[str, str]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One file of rules in one language.

    What its words are for stands with `Language` and `Vocabulary`.
    """

    name: str
    language: str
    connectors: frozenset[str]
    gap_stops: frozenset[str]
    common: frozenset[str]
    short: frozenset[str]
    typos: frozenset[str]
    never_typos: frozenset[str]
    classes: Mapping[str, tuple[str, ...]]
    guards: tuple[Guard, ...]
    rules: tuple[Rule, ...]


def read_rule_file(file: Path) -> RuleFile:
    """Read one file of rules. Raises BugError."""
    fields = _read(file)
    typos = _Fields(fields.where, fields.table("typos"))
    guards = tuple(_guard(one) for one in fields.tables("guards"))
    rules = tuple(_rule(one) for one in fields.tables("rules"))
    classes = _Fields(fields.where, fields.table("classes"))
    read = RuleFile(
        name=file.name,
        language=fields.one_of("language", LANGUAGES),
        connectors=frozenset(fields.words("connectors")),
        gap_stops=frozenset(fields.words("gap_stops")),
        common=frozenset(fields.words("common")),
        short=frozenset(fields.words("short")),
        typos=frozenset(typos.words("words")),
        never_typos=frozenset(typos.words("never")),
        classes=MappingProxyType({name: classes.lines(name, least=1) for name in classes.names()}),
        guards=guards,
        rules=rules,
    )
    for one in (fields, typos):
        one.ensure_none_left()
    if any(len(word) < LEAST_TYPO_CHARS for word in read.typos):
        raise BugError(f"a word under typos in {file.name} is too short to be told from others")
    ids = [guard.id for guard in guards] + [rule.id for rule in rules]
    if len(set(ids)) < len(ids):
        raise BugError(f"two rules or guards of {file.name} have one id")
    return read


def read_slang(file: Path) -> dict[str, tuple[Words, ...]]:
    """Read a file of slang: each word, and what it may stand for. Raises BugError."""
    fields = _read(file)
    words = _Fields(fields.where, fields.table("words"))
    fields.ensure_none_left()
    slang: dict[str, tuple[Words, ...]] = {}
    for name in words.names():
        meant = words.words_of(name)
        if not _PLAIN_WORDS.fullmatch(name) or " " in name:
            raise BugError(f"{words.where}: “{name}” is no word")
        slang[name] = tuple(tuple(one.split()) for one in meant)
    return slang


def read_considerations(file: Path) -> dict[NoticeKind, dict[str, str]]:
    """Read what one might consider, for every kind in every language. Raises BugError."""
    fields = _read(file)
    considered = {}
    for kind in NoticeKind:
        texts = _Fields(f"{fields.where}, {kind}", fields.table(kind))
        considered[kind] = {language: texts.text(language) for language in LANGUAGES}
        texts.ensure_none_left()
    fields.ensure_none_left()
    return considered


def read_groups(files: Iterable[Path]) -> Groups:
    """Read the groups of like words, of which one may have words of several languages. Raises BugError."""
    words: dict[str, list[str]] = defaultdict(list)
    for file in files:
        fields = _read(file)
        groups = _Fields(fields.where, fields.table("groups"))
        fields.ensure_none_left()
        for name in groups.names():
            if not _GROUP.fullmatch(name):
                raise BugError(f"{groups.where} has no name for a group: {name}")
            words[name] += groups.words(name)
    return Groups(words)


def _read(file: Path) -> "_Fields":
    try:
        return _Fields(file.name, tomllib.loads(file.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise BugError(f"{file.name} is not TOML: {error}") from error
    except (OSError, ValueError) as error:
        raise BugError(f"{file.name} cannot be read: {type(error).__name__}") from error


def _guard(fields: "_Fields") -> Guard:
    guard = Guard(
        id=fields.id(),
        group=fields.text("group"),
        scope=fields.member("scope", Scope, None),
        within=fields.number("within", MOST_WITHIN_WORDS),
        patterns=fields.lines("patterns", least=1),
        unless=fields.lines("unless"),
        strengths=fields.members("strengths", Strength),
        kinds=fields.members("kinds", NoticeKind),
        not_first=frozenset(fields.words("not_first")),
    )
    fields.ensure_none_left()
    return guard


def _rule(fields: "_Fields") -> Rule:
    identity = fields.id()
    by_code = fields.flag("by_code")
    least = 0 if by_code else 1
    groups = fields.lines("guards", default=tuple(sorted(EVERYDAY_GROUPS)))
    why = _Fields(f"{fields.where}, why", fields.table("why"))
    rule = Rule(
        id=identity,
        kind=fields.member("kind", NoticeKind, None),
        strength=fields.member("strength", Strength, None),
        patterns=fields.lines("patterns", least=least),
        needs=fields.lines("needs"),
        needs_scope=fields.member("needs_scope", Scope, Scope.AROUND),
        unless=fields.lines("unless"),
        unless_scope=fields.member("unless_scope", Scope, Scope.SENTENCE),
        guards=frozenset(groups),
        why=MappingProxyType({language: why.text(language) for language in LANGUAGES}),
        examples=fields.lines("examples", least=least),
        not_examples=fields.lines("not_examples", least=least),
    )
    for one in (fields, why):
        one.ensure_none_left()
    if by_code and (rule.patterns or rule.examples):
        raise BugError(f"{fields.where} is found by code and has patterns")
    return rule


class _Fields:
    """The fields of one table, each taken once. `where` names the table in errors."""

    def __init__(self, where: str, untrusted_fields: dict[str, object]) -> None:
        self.where = where
        self._left = dict(untrusted_fields)

    def names(self) -> tuple[str, ...]:
        return tuple(self._left)

    def id(self) -> str:
        """Take `id`, which names the table in errors from here on."""
        value = self._left.pop("id", None)
        if not isinstance(value, str) or not _ID.fullmatch(value):
            raise BugError(f"{self.where}: an id is missing or is none")
        self.where = f"{self.where}, {value}"
        return value

    def text(self, name: str) -> str:
        value = self._left.pop(name, None)
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_TEXT_CHARS:
            self._wrong(name)
        return value

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        value = self.text(name)
        return value if value in allowed else self._wrong(name)

    def member(self, name: str, kind: type[_One], default: _One | None) -> _One:
        if name not in self._left and default is not None:
            return default
        return kind(self.one_of(name, tuple(kind)))

    def members(self, name: str, kind: type[_One]) -> frozenset[_One]:
        """Take several; all of them where the field is missing."""
        values = self.lines(name, default=tuple(kind))
        if not set(values) <= set(kind):
            self._wrong(name)
        return frozenset(kind(value) for value in values)

    def number(self, name: str, most: int) -> int:
        value = self._left.pop(name, 0)
        return value if type(value) is int and 0 <= value <= most else self._wrong(name)

    def flag(self, name: str) -> bool:
        value = self._left.pop(name, False)
        return value if type(value) is bool else self._wrong(name)

    def lines(self, name: str, least: int = 0, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Take a list of different texts."""
        if name not in self._left and least == 0:
            return default
        values = self._left.pop(name, None)
        if not isinstance(values, list) or len(values) < least:
            self._wrong(name)
        lines = tuple(_Fields(self.where, {name: value}).text(name) for value in values)
        twice = sorted({line for line in lines if lines.count(line) > 1})
        if twice:
            raise BugError(f"{self.where} says something twice in: {name}: {twice[0]}")
        return lines

    def words(self, name: str) -> tuple[str, ...]:
        """Take a list of plain words."""
        words = self.lines(name)
        if not all(_PLAIN_WORDS.fullmatch(word) for word in words):
            raise BugError(f"{self.where} has something other than words in: {name}")
        return words

    def words_of(self, name: str) -> tuple[str, ...]:
        """Take one text of plain words, or a list of them."""
        value = self._left.get(name)
        if isinstance(value, str):
            self._left[name] = [value]
        words = self.words(name)
        if not words:
            self._wrong(name)
        return words

    def table(self, name: str) -> dict[str, object]:
        value = self._left.pop(name, {})
        return value if isinstance(value, dict) else self._wrong(name)

    def tables(self, name: str) -> "tuple[_Fields, ...]":
        value = self._left.pop(name, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self._wrong(name)
        return tuple(_Fields(f"{self.where}", one) for one in value)

    def _wrong(self, name: str) -> NoReturn:
        raise BugError(f"{self.where} is wrong in: {name}")

    def ensure_none_left(self) -> None:
        if self._left:
            raise BugError(f"{self.where} has a field that means nothing: {sorted(self._left)[0]}")
