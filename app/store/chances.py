"""How predictable an answer's tokens were, as the JSON that the vault keeps.

A list with one entry for each token: its characters, its logarithm, then text and logarithm of each other token.
"""

import json
from collections.abc import Sequence
from typing import Any

from app.domain.answer import Chance
from app.store.shapes import integer, number, string


def chances_to_text(chances: Sequence[Chance]) -> str:
    """Return the chances as JSON."""
    entries = [
        [c.chars, float(c.logprob), *(part for text, log in c.others for part in (text, float(log)))]
        for c in chances
    ]
    return json.dumps(entries, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def chances_from_text(text: str, answer_chars: int) -> tuple[Chance, ...]:
    """Return the chances that the JSON holds, for an answer of so many characters.

    Raises:
        TypeError, ValueError: it is anything else, or not as long as the answer.
    """
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("not JSON") from None
    if not isinstance(entries, list):
        raise TypeError("not a list")
    chances = tuple(_chance(entry) for entry in entries)
    if sum(chance.chars for chance in chances) != answer_chars:
        raise ValueError("not as long as the answer")
    return chances


def _chance(entry: Any) -> Chance:
    if not isinstance(entry, list) or len(entry) < 2 or len(entry) % 2:
        raise TypeError("not a token")
    chars, logprob, *others = entry
    if integer(chars) < 0:
        raise ValueError("fewer characters than none")
    pairs = zip(others[::2], others[1::2], strict=True)
    return Chance(chars, number(logprob), tuple((string(text), number(log)) for text, log in pairs))
