"""Whether a conversation holds all the words that somebody looks for, whatever their case."""

from collections.abc import Iterable, Sequence
from itertools import chain


def wanted_words(typed: str) -> tuple[str, ...]:
    """Return the words that somebody typed, as `holds_all` takes them."""
    return tuple(typed.casefold().split())


def holds_all(title: str, said: Iterable[str], words: Sequence[str]) -> bool:
    """Return whether each of the words is in the title or in something that is said.

    Args:
        title: The conversation's.
        said: What is said in it, one turn after the other. Not gone through further than is needed.
        words: From `wanted_words`.
    """
    missing = list(words)
    for text in chain((title,), said):
        folded = text.casefold()
        missing = [word for word in missing if word not in folded]
        if not missing:
            return True
    return False
