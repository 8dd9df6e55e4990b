"""The gate on the test parts of our own cue sets. What stands in them is never printed: those who write the rules
do not see it, and so the figures say something of texts that nobody has seen.

What is wanted is reached but for what is said outright in English (`docs/safety.md` has the figures). There the gate
holds what has been reached: the floor only rises, up to what is wanted. Texts in both languages at once are too few
to hold anything by.
"""

from functools import cache
from pathlib import Path

import pytest

from app.safety.evaluating.cue_figures import CueFigures, cue_figures, cue_results
from app.safety.evaluating.page import in_words
from app.safety.evaluating.sets import read_set
from app.safety.noticing import read_noticing_rules

ROOT = Path(__file__).parents[2]
WANTED_EXPLICIT = 0.95
WANTED_FALSE_ALARMS = 0.15
"""Recall of what is said outright, and false alarms on hard negatives: shares that every language is to reach."""
REACHED_EXPLICIT = {"en": 0.94, "id": WANTED_EXPLICIT}
"""The floor of explicit recall. It only rises, until it is `WANTED_EXPLICIT`."""
MOST_FALSE_ALARMS = {"en": WANTED_FALSE_ALARMS, "id": WANTED_FALSE_ALARMS}
"""The ceiling of false alarms."""


@cache
def _measured() -> dict[str, CueFigures]:
    rules = read_noticing_rules(ROOT / "resources" / "cues")
    items = [
        item
        for name in ("en-test", "id-test")
        for item in read_set(ROOT / "tests" / "cues" / f"{name}.jsonl").cues
    ]
    return cue_figures(cue_results(items, rules.of_people))


@pytest.mark.parametrize("language", REACHED_EXPLICIT)
def test_explicit_phrases_are_noticed_no_less_than_before(language: str) -> None:
    share = _measured()[language].explicit_recall
    assert share is not None
    floor = REACHED_EXPLICIT[language]
    told = f"{language}: {in_words(share)}; floor {floor:.0%}, wanted {WANTED_EXPLICIT:.0%}"
    assert share.value >= floor, told


@pytest.mark.parametrize("language", MOST_FALSE_ALARMS)
def test_hard_negatives_give_no_more_false_alarms_than_before(language: str) -> None:
    share = _measured()[language].false_alarms
    assert share is not None
    ceiling = MOST_FALSE_ALARMS[language]
    told = f"{language}: {in_words(share)}; ceiling {ceiling:.0%}, wanted {WANTED_FALSE_ALARMS:.0%}"
    assert share.value <= ceiling, told


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_test_part_is_large_enough_to_say_something(language: str) -> None:
    measured = _measured()[language]
    assert measured.recall is not None
    assert measured.false_alarms is not None
    assert (measured.recall.among >= 120, measured.false_alarms.among >= 120) == (True, True)
