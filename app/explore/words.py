"""How predictable each word of an answer was to the model that made it, gathered from its tokens.

The chance of a word is the product of the chances of its tokens; the logarithms are added. A token that reaches
into several words gives each a share of its logarithm in proportion to the letters that it has there, so that
nothing is counted twice and nothing is lost. White space and punctuation within a token take no share, and a token
without any letter of a word counts for none. A token of no characters (a part of a letter) belongs to the next that
has some.

This is neither truth nor confidence: it says what this model would as soon have said.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.answer import Chance
from app.domain.text import plain
from app.errors import BugError
from app.explore.word_rule import words

LEAST_CHANCES = (0.5, 0.1, 0.01)
"""From which chance on a word has weight 0 (the model nearly always says it), 1, and 2; 3 below all of them."""
_LEAST_LOGPROBS = tuple(math.log(chance) for chance in LEAST_CHANCES)


@dataclass(frozen=True, slots=True)
class Alternative:
    """What the model might have begun the word with: perhaps not all of a word. `probability` is from 0 to 1."""

    text: str
    probability: float


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `text[start:end]` in code points.

    `logprob` is the natural logarithm of its chance, and `weight` the step of its underline: 0, expected, to 3,
    surprising. `alternatives` are those of the token that the word begins with, likeliest first; none where that
    token began in the word before.
    """

    start: int
    end: int
    logprob: float
    weight: int
    alternatives: tuple[Alternative, ...]


def weighed(text: str, chances: Sequence[Chance]) -> tuple[Word, ...]:
    """Return the words of an answer in reading order.

    Args:
        text: The answer.
        chances: Its tokens in order. They spell the whole text.

    Raises:
        BugError: The tokens do not spell the text in length, or a logarithm is above 0 or no number.
    """
    if sum(chance.chars for chance in chances) != len(text) or any(chance.chars < 0 for chance in chances):
        raise BugError("the tokens of an answer are not as long as its text")
    if not all(chance.logprob <= 0.0 for chance in chances):
        raise BugError("the logarithm of a chance is above nought or no number")
    spans = words(text)
    starts = [start for start, _ in spans]
    shares: list[list[float]] = [[] for _ in spans]
    first: list[Chance | None] = [None] * len(spans)
    at, carried, carried_first = 0, 0.0, None
    for chance in chances:
        opening = carried_first or chance
        if chance.chars == 0:
            carried, carried_first = carried + chance.logprob, opening
            continue
        reached = _reached(spans, starts, at, at + chance.chars)
        letters = sum(count for _, count in reached)
        for word, count in reached:
            shares[word].append((carried + chance.logprob) * (count / letters))
        if reached and at <= starts[reached[0][0]]:
            first[reached[0][0]] = opening
        at, carried, carried_first = at + chance.chars, 0.0, None
    return tuple(
        _word(span, math.fsum(parts), opening)
        for span, parts, opening in zip(spans, shares, first, strict=True)
    )


def _reached(
    spans: Sequence[tuple[int, int]], starts: Sequence[int], start: int, end: int
) -> list[tuple[int, int]]:
    """Return the words that `start` to `end` reaches into, each with how many of its characters lie there."""
    word = max(0, bisect_right(starts, start) - 1)
    reached = []
    while word < len(spans) and spans[word][0] < end:
        count = min(end, spans[word][1]) - max(start, spans[word][0])
        if count > 0:
            reached.append((word, count))
        word += 1
    return reached


def _word(span: tuple[int, int], logprob: float, opening: Chance | None) -> Word:
    weight = sum(logprob < least for least in _LEAST_LOGPROBS)
    return Word(*span, logprob, weight, _alternatives(opening) if opening else ())


def _alternatives(opening: Chance) -> tuple[Alternative, ...]:
    """Return what else the word might have begun with; those that differ in white space alone are one."""
    gathered: dict[str, float] = {}
    for untrusted_text, logprob in opening.others:
        shown = " ".join(plain(untrusted_text).split())
        if shown:
            gathered[shown] = gathered.get(shown, 0.0) + math.exp(min(0.0, logprob))
    ordered = sorted(gathered.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Alternative(text, min(1.0, probability)) for text, probability in ordered)
