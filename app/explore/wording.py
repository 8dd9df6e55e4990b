"""A statement as the grouping reads it: its words, the stems that carry its claim, and what bends their meaning."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.explore.english import ENGLISH
from app.explore.indonesian import INDONESIAN
from app.explore.vocabulary import Vocabulary

LONGEST_READ = 600
"""Code points. What is longer is nobody's single claim: it is like nothing but an equal text."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%,;]")
_SIGNS = frozenset("%,;")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: (14, day) for "two weeks". The unit is "" where none is known."""

    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What the grouping knows of one statement.

    Attributes:
        vocabulary: What it was read with.
        words: All words, in order, lower case, with phrases replaced: equal for statements that are literally equal.
        stems: The stem of every word, function words too.
        claim: The stems that carry the claim, synonyms made one.
        denied: The stems of the claim that a negation stands in front of.
        negations: How many negations there are.
        governed: For each pivot ("before"), the stems of the claim after it, up to the clause's end.
        follows: For each stem, the stems of the claim that come next after it, wherever it occurs.
        amounts: Numbers with units.
        several: Those of the amounts that are not one of a unit.
        units: Every unit that is spoken of, with or without a number.
        ends: The numbers of the axes on whose first, and on whose second end a word stands.
        persons: Who is meant by pronouns, in order of their first mention.
        excludes: Whether something else is shut out ("only").
        asks: Whether it is a question.
    """

    vocabulary: Vocabulary
    words: tuple[str, ...]
    stems: frozenset[str]
    claim: frozenset[str]
    denied: frozenset[str]
    negations: int
    governed: dict[str, frozenset[str]]
    follows: dict[str, frozenset[str]]
    amounts: frozenset[Amount]
    several: frozenset[Amount]
    units: frozenset[str]
    ends: tuple[frozenset[int], frozenset[int]]
    persons: tuple[int, ...]
    excludes: bool
    asks: bool


def vocabulary_of(texts: Iterable[str]) -> Vocabulary:
    """Return the vocabulary of the language whose function words occur more often; English if as often."""
    english = indonesian = 0
    for text in texts:
        for word in _tokens(text[:LONGEST_READ]):
            english += word in ENGLISH.function_words
            indonesian += word in INDONESIAN.function_words
    return INDONESIAN if indonesian > english else ENGLISH


def read(text: str, vocabulary: Vocabulary) -> Wording:
    """Return a statement's wording. Text that is too long to be a statement is one word that nothing else holds."""
    if len(text) > LONGEST_READ:
        return _wording((text,), vocabulary, asks=False)
    spaced = f" {' '.join(_tokens(text))} "
    for said, meant in vocabulary.phrases:
        spaced = spaced.replace(said, meant)
    return _wording(tuple(spaced.split()), vocabulary, asks=text.rstrip("\"'”’) ").endswith("?"))


def _tokens(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    text = re.sub(r"\b(?:can't|cannot)\b", "can not", text).replace("won't", "will not")
    text = re.sub(r"n't\b", " not", text)
    text = re.sub(r"'(?:s|re|ve|ll|d|m)\b", "", text)
    return _TOKEN.findall(text)


def _wording(words: tuple[str, ...], vocabulary: Vocabulary, *, asks: bool) -> Wording:
    stems = tuple(vocabulary.stem(word) for word in words)
    keys = tuple(_key(word, stem, vocabulary) for word, stem in zip(words, stems, strict=True))
    nexts = _next_keys(keys)
    follows: dict[str, set[str]] = {}
    for stem, at in zip(stems, nexts, strict=True):
        if at < len(keys):
            follows.setdefault(stem, set()).add(keys[at])
    amounts = list(_amounts(words, stems, vocabulary))
    negated = [i for i, word in enumerate(words) if word in vocabulary.negations]
    persons = [
        vocabulary.persons[word] for word in _with_endings(words, vocabulary) if word in vocabulary.persons
    ]
    return Wording(
        vocabulary=vocabulary,
        words=tuple(word for word in words if word not in _SIGNS or word == "%"),
        stems=frozenset(stems),
        claim=frozenset(filter(None, keys)),
        denied=frozenset(key for i in negated for key in _scope(i, words, keys, nexts)),
        negations=len(negated),
        governed=_governed(words, stems, keys, vocabulary),
        follows={stem: frozenset(found) for stem, found in follows.items()},
        amounts=frozenset(amount for _, amount in amounts),
        several=frozenset(amount for value, amount in amounts if value != "1"),
        units=frozenset(vocabulary.units[stem][0] for stem in stems if stem in vocabulary.units),
        ends=(_on_end(0, stems, vocabulary), _on_end(1, stems, vocabulary)),
        persons=tuple(dict.fromkeys(persons)),
        excludes=not vocabulary.exclusives.isdisjoint(words),
        asks=asks,
    )


def _on_end(end: int, stems: tuple[str, ...], vocabulary: Vocabulary) -> frozenset[int]:
    return frozenset(i for i, axis in enumerate(vocabulary.axes) if not axis[end].isdisjoint(stems))


def _key(word: str, stem: str, vocabulary: Vocabulary) -> str:
    """Return the stem that stands for a word in the claim, or "" for a word that carries none."""
    if word in _SIGNS or word in vocabulary.function_words:
        return ""
    if word in vocabulary.numbers:
        return vocabulary.numbers[word]
    return vocabulary.synonyms.get(stem, stem)


def _next_keys(keys: tuple[str, ...]) -> tuple[int, ...]:
    """Return for each word the place of the first stem of the claim after it, the number of words at the end."""
    nexts: list[int] = []
    coming = len(keys)
    for at in range(len(keys) - 1, -1, -1):
        nexts.append(coming)
        coming = at if keys[at] else coming
    return tuple(reversed(nexts))


def _scope(at: int, words: tuple[str, ...], keys: tuple[str, ...], nexts: tuple[int, ...]) -> Iterator[str]:
    """Yield what a negation denies: the next stem of the claim, and the one that "or" joins to it."""
    place = nexts[at]
    if place < len(keys):
        yield keys[place]
    if place + 2 < len(keys) and words[place + 1] in ("or", "nor", "atau") and keys[place + 2]:
        yield keys[place + 2]


def _governed(
    words: tuple[str, ...], stems: tuple[str, ...], keys: tuple[str, ...], vocabulary: Vocabulary
) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for i, word in enumerate(words):
        if word in vocabulary.pivots and stems[i] not in found:
            end = next(
                (k for k in range(i + 1, len(words)) if _ends_clause(words[k], vocabulary)), len(words)
            )
            found[stems[i]] = frozenset(filter(None, keys[i + 1 : end]))
    return found


def _ends_clause(word: str, vocabulary: Vocabulary) -> bool:
    return word in (",", ";") or word in vocabulary.breaks


def _with_endings(words: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the words, and after each the possessive that Indonesian writes at its end (-mu, -ku)."""
    for word in words:
        yield word
        if vocabulary is INDONESIAN and len(word) > 5 and word.endswith(("mu", "ku")):
            yield word[-2:]


def _amounts(
    words: tuple[str, ...], stems: tuple[str, ...], vocabulary: Vocabulary
) -> Iterator[tuple[str, Amount]]:
    """Yield each number as it was said ("2"), and the amount that it makes with its unit (14 days)."""
    for i, word in enumerate(words):
        value = word if word[0].isdigit() else vocabulary.numbers.get(word)
        if word in vocabulary.with_one:
            yield "1", _amount("1", vocabulary.with_one[word], vocabulary)
        elif value is not None:
            yield value, _amount(value, _unit_after(i, words, stems, vocabulary), vocabulary)
        elif word in vocabulary.ones and i + 1 < len(words) and stems[i + 1] in vocabulary.units:
            yield "1", _amount("1", stems[i + 1], vocabulary)


def _unit_after(at: int, words: tuple[str, ...], stems: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """Return the unit's stem behind a number, also behind a range ("7 to 9 hours"); "" if there is none."""
    for i in range(at + 1, min(at + 4, len(words))):
        if words[i] == "%":
            return "percent" if "percent" in vocabulary.units else "persen"
        if stems[i] in vocabulary.units:
            return stems[i]
        is_range = words[i] in ("to", "and", "or", "sampai", "hingga", "dan", "atau")
        if not (is_range or words[i][0].isdigit() or words[i] in vocabulary.numbers):
            return ""
    return ""


def _amount(value: str, unit: str, vocabulary: Vocabulary) -> Amount:
    name, times = vocabulary.units.get(unit, ("", 1))
    # A number too long for anybody to have meant is kept as it is spelled.
    is_plain = value.isascii() and value.isdigit() and len(value) < 10
    return Amount(str(int(value) * times) if is_plain else value, name)
