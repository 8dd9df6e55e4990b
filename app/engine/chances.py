"""How likely what was said was to the model, from its ratings before any sampling, letter by letter."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.engine.messages import LEAST_LIKELY_OTHER, MAX_OTHER_CHARS, MAX_OTHERS, Chance, Other

_LEAST_LOGPROB = -1e6


@dataclass(frozen=True, slots=True)
class Likelihood:
    """The natural logarithm of a token's probability, and what else could have stood there, likeliest first."""

    logprob: float
    others: tuple[Other, ...]


class Likelihoods:
    """Measures tokens. One pass over the vocabulary each for the highest rating, the powers, their sum and the
    threshold, in single precision and without a copy."""

    def __init__(self, vocabulary_tokens: int, spelling: Callable[[int], bytes]) -> None:
        """Take the size of the vocabulary, and what each token spells."""
        self._spelling = spelling
        # Probabilities in proportion to the highest one.
        self._ratios = np.empty(vocabulary_tokens, np.float32)

    def measure(self, logits: npt.NDArray[np.float32], token: int) -> Likelihood:
        """Return how likely a token was.

        Args:
            logits: One rating for each token of the vocabulary.
            token: The token that was chosen.
        """
        highest = logits.max()
        np.subtract(logits, highest, out=self._ratios)
        np.exp(self._ratios, out=self._ratios)
        total = self._ratios.sum()
        to_logprob = float(highest) + float(np.log(total))
        likely = np.flatnonzero(self._ratios >= LEAST_LIKELY_OTHER * total).tolist()
        rated = sorted(((float(logits[other]), other) for other in likely if other != token), reverse=True)
        others: list[Other] = []
        for rating, other in rated:
            text = self._text(other)
            if text is not None and len(others) < MAX_OTHERS:
                others.append(Other(text, _bounded(rating - to_logprob)))
        return Likelihood(_bounded(float(logits[token]) - to_logprob), tuple(others))

    def _text(self, token: int) -> str | None:
        try:
            text = self._spelling(token).decode("utf-8")
        except UnicodeDecodeError:
            return None
        return text if 0 < len(text) <= MAX_OTHER_CHARS else None


class LetterChances:
    """Brings the likelihoods of one answer's tokens to the letters that came of them."""

    def __init__(self) -> None:
        self._chances: list[Chance] = []
        self._unfinished: Likelihood | None = None

    def add(self, letters: int, likelihood: Likelihood) -> None:
        """Note a token that spelled something, and how many letters became whole with it, also none."""
        if self._unfinished is not None:
            logprob = _bounded(self._unfinished.logprob + likelihood.logprob)
            likelihood = Likelihood(logprob, self._unfinished.others)
        self._unfinished = None if letters else likelihood
        if letters:
            self._chances.append(Chance(letters, likelihood.logprob, likelihood.others))

    def take(self, letters: int) -> tuple[Chance, ...]:
        """Return the chances of the last `letters` letters, and forget all: what stood before them was dropped."""
        taken: list[Chance] = []
        while letters and self._chances:
            last = self._chances.pop()
            taken.append(Chance(min(letters, last.chars), last.logprob, last.others))
            letters -= taken[-1].chars
        self._chances.clear()
        return tuple(reversed(taken))


def _bounded(logprob: float) -> float:
    return max(_LEAST_LOGPROB, min(0.0, logprob))
