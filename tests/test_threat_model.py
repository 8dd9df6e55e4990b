"""What the threat model promises, it promises with a test: each one that it names is there."""

import re
from pathlib import Path

import pytest

from app.domain.evidence import Aspect, Check, Standing, Subject
from app.ui.privacy.words import claim_words, limit_words

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "threat-model.md"
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", PAGE.read_text(encoding="utf-8"))


def test_every_claim_names_a_test() -> None:
    promised = (
        PAGE.read_text(encoding="utf-8").split("## What is promised")[1].split("## What is shown of it")[0]
    )
    claims = [line for line in promised.splitlines() if line.startswith("| ")][1:]
    assert len(claims) == len(NAMED) > 20
    assert all(re.search(r"`tests/[\w/]+\.py::test_\w+` \|$", claim) for claim in claims)


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_the_test_is_there(file: str, name: str) -> None:
    assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_the_page_and_the_privacy_page_say_the_same() -> None:
    shown = (
        PAGE.read_text(encoding="utf-8")
        .split("## What is shown of it")[1]
        .split("## What is not promised")[0]
    )
    claims = {line.split(" | ")[1] for line in shown.splitlines() if line.startswith("| ")} - {"claim"}
    subjects = (Subject.WINDOW, Subject.ENGINE)
    said = {
        claim_words(Check(subject, aspect, Standing.HOLDS, None)) for subject in subjects for aspect in Aspect
    }
    assert claims == said
    assert tuple(re.findall(r"^- (.*)$", shown, re.MULTILINE)) == limit_words()
