"""Measure the ways to tell that two statements say the same: `.venv/bin/python tests/bench/grouping.py`.

For each way a threshold is chosen on the part "tune" of the pairs, with the rule of opposites in force: the one
with the most pairs rightly grouped, a wrong group counting as much as five misses. Everything printed is counted
on the part "held_out", but for the column "tune". It takes a minute on two quiet cores; `--short` leaves out
the ways that ask the model, and takes a second.
"""

import math
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.catalogue.find import find_model
from app.explore.grouping import SAME_FROM, likeness
from app.explore.opposites import are_opposites
from app.explore.wording import read
from tests.bench.sentence_vectors import Vector, sentence_vectors
from tests.explore.sentence_pairs import Pair, sentence_pairs

WRONG_COSTS = 5
SHORT = "--short"
LANGUAGES = ("en", "id")

Score = Callable[[Pair], float]


@dataclass(frozen=True, slots=True)
class Way:
    """How alike two statements are; the time that a sentence takes in milliseconds; a threshold if it is given."""

    name: str
    score: Score
    sentence_ms: float
    threshold: float | None = None


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def in_a_row(items: Sequence[str], length: int) -> list[tuple[str, ...]]:
    return [tuple(items[i : i + length]) for i in range(len(items) - length + 1)]


def after_selfcheckgpt(length: int) -> Score:
    """Mean log-probability of one's n-grams under add-one counts of the other's, both ways.

    Manakul, Liusie and Gales, "SelfCheckGPT" (2023), section 5.4: there the n-grams of an answer under counts of
    samples; here two statements under each other's counts.
    """

    def score(pair: Pair) -> float:
        one, two = (in_a_row(["^", *words(text)], length) for text in (pair.one, pair.two))
        kinds = len({*one, *two}) + 1
        return math.exp((mean_log(one, two, kinds) + mean_log(two, one, kinds)) / 2)

    def mean_log(said: Sequence[tuple[str, ...]], by: Sequence[tuple[str, ...]], kinds: int) -> float:
        counts = Counter(by)
        return sum(math.log((counts[gram] + 1) / (len(by) + kinds)) for gram in said) / max(1, len(said))

    return score


def character_trigrams(pair: Pair) -> float:
    one, two = (set(in_a_row(list(f" {' '.join(words(text))} "), 3)) for text in (pair.one, pair.two))
    return 2 * len(one & two) / (len(one) + len(two))


def claim_dice(pair: Pair) -> float:
    one, two = (read(text, pair.vocabulary).claim for text in (pair.one, pair.two))
    return 2 * len(one & two) / max(1, len(one) + len(two))


def claim_rarity(pairs: Sequence[Pair]) -> Score:
    """Dice's overlap with each stem weighed by how few of the language's statements hold it."""
    holding: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    for pair in pairs:
        for text in (pair.one, pair.two):
            holding[pair.language].update(read(text, pair.vocabulary).claim)

    def score(pair: Pair) -> float:
        one, two = (read(text, pair.vocabulary).claim for text in (pair.one, pair.two))
        weight = {stem: math.log(len(pairs) / holding[pair.language][stem]) for stem in one | two}
        total = sum(weight[stem] for stem in one) + sum(weight[stem] for stem in two)
        return 2 * sum(weight[stem] for stem in one & two) / total if total else 0.0

    return score


def claim_tversky(pair: Pair) -> float:
    return likeness(read(pair.one, pair.vocabulary), read(pair.two, pair.vocabulary))


def opposite(pair: Pair) -> bool:
    return are_opposites(read(pair.one, pair.vocabulary), read(pair.two, pair.vocabulary))


def embedded(vectors: Mapping[str, Vector], pairs: Sequence[Pair]) -> Score:
    """Cosine of the vectors, from which the mean of the language's statements is taken off."""
    centre = {
        language: np.mean(
            [vectors[t] for p in pairs if p.language == language for t in (p.one, p.two)], axis=0
        )
        for language in LANGUAGES
    }

    def score(pair: Pair) -> float:
        one, two = (vectors[text] - centre[pair.language] for text in (pair.one, pair.two))
        return float(one @ two / (np.linalg.norm(one) * np.linalg.norm(two)))

    return score


def timed(score: Callable[[Pair], object], pairs: Sequence[Pair]) -> float:
    """Return the milliseconds a sentence of doing something for every pair."""
    start = time.perf_counter()
    for pair in pairs:
        score(pair)
    return (time.perf_counter() - start) * 500 / len(pairs)


def lexical_ways(pairs: Sequence[Pair]) -> list[Way]:
    """Ways that look at words alone."""
    rarity = claim_rarity(pairs)
    lexical: list[tuple[str, Score, float | None]] = [
        ("word unigrams (SelfCheckGPT)", after_selfcheckgpt(1), None),
        ("word bigrams (SelfCheckGPT)", after_selfcheckgpt(2), None),
        ("character trigrams", character_trigrams, None),
        ("claim's stems, Dice", claim_dice, None),
        ("claim's stems, Dice by rarity", rarity, None),
        ("claim's stems, Tversky (chosen)", claim_tversky, SAME_FROM),
    ]
    return [Way(name, score, timed(score, pairs), threshold) for name, score, threshold in lexical]


def all_ways(pairs: Sequence[Pair]) -> list[Way]:
    """The same, and ways that ask the starter model."""
    made = lexical_ways(pairs)
    texts = list(dict.fromkeys(text for pair in pairs for text in (pair.one, pair.two)))
    with sentence_vectors(find_model(None)) as model:
        start = time.perf_counter()
        vectors = {text: model.both(text) for text in texts}
        taken = (time.perf_counter() - start) * 1000 / len(texts)
    for i, name in enumerate(("embedding, mean-pooled", "embedding, prompted")):
        made.append(Way(name, embedded({text: both[i] for text, both in vectors.items()}, pairs), taken))
    prompted = made[-1]
    made.append(
        Way(
            "Tversky + prompted embedding",
            lambda pair: claim_tversky(pair) + prompted.score(pair),
            made[-3].sentence_ms + prompted.sentence_ms,
        )
    )
    return made


def area_under_curve(high: Sequence[float], low: Sequence[float]) -> float:
    """Return how often a score of `high` is above one of `low`, a tie counting half."""
    return sum((h > low_one) + (h == low_one) / 2 for h in high for low_one in low) / (len(high) * len(low))


def chosen_threshold(way: Way, pairs: Sequence[Pair]) -> float:
    if way.threshold is not None:
        return way.threshold
    scored = [(way.score(pair), pair.kind == "same") for pair in pairs if not opposite(pair)]

    def worth(threshold: float) -> int:
        return sum(1 if same else -WRONG_COSTS for score, same in scored if score >= threshold)

    # Above every score: a way may be best that groups nothing.
    return max(
        [math.inf, *(score for score, _ in scored)], key=lambda threshold: (worth(threshold), threshold)
    )


def report(way: Way, tune: Sequence[Pair], held: Sequence[Pair]) -> str:
    threshold = chosen_threshold(way, tune)

    def grouped(pairs: Sequence[Pair], kind: str, *, ruled: bool = True, language: str = "") -> int:
        return sum(
            way.score(pair) >= threshold and not (ruled and opposite(pair))
            for pair in pairs
            if pair.kind == kind and language in ("", pair.language)
        )

    def scores(kind: str, language: str) -> list[float]:
        return [way.score(pair) for pair in held if pair.kind == kind and pair.language == language]

    def of(language: str) -> str:
        same = scores("same", language)
        against = [area_under_curve(same, scores(kind, language)) for kind in ("different", "opposite")]
        kinds = "/".join(
            str(grouped(held, kind, language=language)) for kind in ("same", "different", "opposite")
        )
        return f"{against[0]:6.2f}{against[1]:6.2f}{kinds:>9}"

    right = grouped(held, "same")
    wrong = grouped(held, "different") + grouped(held, "opposite")
    precision = f"{right / (right + wrong):.2f}" if right + wrong else "none"
    tuned = "/".join(str(grouped(tune, kind)) for kind in ("same", "different", "opposite"))
    return (
        f"{way.name:<33}{threshold:6.2f}{tuned:>9} |{of('en')} |{of('id')} |"
        f"{precision:>6}{right / sum(pair.kind == 'same' for pair in held):6.2f}"
        f"{grouped(held, 'opposite', ruled=False):6d}{way.sentence_ms:9.2f}"
    )


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print the table, and what the chosen way gets wrong."""
    pairs = sentence_pairs()
    tune, held = ([pair for pair in pairs if pair.part == part] for part in ("tune", "held_out"))
    for part, chosen in (("tune", tune), ("held out", held)):
        kinds = Counter((pair.language, pair.kind) for pair in chosen)
        say(
            f"{part}: "
            + ", ".join(f"{language} {kind} {count}" for (language, kind), count in sorted(kinds.items()))
        )
    say(
        "\ns/d/o: pairs grouped of same, different and opposite, the rule in force. AUC: same against different, "
        "against opposite.\nunruled: opposite pairs grouped if the rule were off.\n"
    )
    say(f"{'':39}{'tune':>9} |{'English':>21} |{'Indonesian':>21} |{'both':>21}")
    per_language = f"{'AUC d':>6}{'AUC o':>6}{'s/d/o':>9} |"
    say(
        f"{'way':<33}{'from':>6}{'s/d/o':>9} |{per_language}{per_language}"
        f"{'prec.':>6}{'rec.':>6}{'unrul.':>6}{'ms/sent.':>9}"
    )
    for way in lexical_ways(pairs) if SHORT in sys.argv else all_ways(pairs):
        say(report(way, tune, held))
    say("\nErrors of the chosen way, held out:")
    for pair in held:
        joins = claim_tversky(pair) >= SAME_FROM and not opposite(pair)
        if joins != (pair.kind == "same"):
            by_rule = " (by the rule of opposites)" if claim_tversky(pair) >= SAME_FROM else ""
            say(f"  {'wrong' if joins else 'missed'}{by_rule}: {pair.one} / {pair.two}")


if __name__ == "__main__":
    main()
