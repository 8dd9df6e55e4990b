"""The pairs of statements that the grouping was chosen with and is measured on."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from app.explore.english import ENGLISH
from app.explore.indonesian import INDONESIAN
from app.explore.vocabulary import Vocabulary

FILE = Path(__file__).with_name("sentence_pairs.toml")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, and what a person says of them: see the file."""

    language: str
    kind: str
    hard: bool
    part: str
    one: str
    two: str

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary of its language, as a whole run of answers would be read."""
        return INDONESIAN if self.language == "id" else ENGLISH


def sentence_pairs(part: str | None = None) -> tuple[Pair, ...]:
    """Return the pairs of a part ("tune", "held_out"), or all."""
    groups = tomllib.loads(FILE.read_text(encoding="utf-8"))["group"]
    return tuple(
        Pair(group["language"], group["kind"], group["hard"], group["part"], one, two)
        for group in groups
        for one, two in group["pairs"]
        if part in (None, group["part"])
    )
