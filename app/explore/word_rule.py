"""What a word is, in every script: the rule that the word view and the comparing of texts share.

A word is a run of letters and digits with the marks that belong to them. Within it an apostrophe or a hyphen may
stand between letters or digits ("don't", "anak-anak", "Jum'at"), and a full stop or a comma between digits
("1.500.000,00", "08.30"). Everything else is no part of a word, the underscore included. Scripts that write no
spaces have one word from one punctuation mark to the next. (A plain part of the word boundaries of Unicode Standard
Annex 29, without its dictionaries.)
"""

import re
import unicodedata

_LETTERS = re.compile(r"[^\W_]+")
_INSIDE = frozenset("'’ʼ-‐‑")
_INSIDE_NUMBERS = frozenset(".,")
_JOINERS = frozenset("\u200c\u200d\u00ad")


def words(text: str) -> tuple[tuple[int, int], ...]:
    """Return the words' spans in reading order: `(start, end)` in code points; they neither touch nor overlap."""
    found: list[tuple[int, int]] = []
    for match in _LETTERS.finditer(text):
        start, end = match.start(), _after_marks(text, match.end())
        if found and _holds_together(text, found[-1][1], start):
            start = found.pop()[0]
        found.append((start, end))
    return tuple(found)


def _after_marks(text: str, at: int) -> int:
    while at < len(text) and unicodedata.category(text[at]).startswith("M"):
        at += 1
    return at


def _holds_together(text: str, end: int, start: int) -> bool:
    """Whether two runs of letters, one ending where the other begins or shortly before it, are one word."""
    between = text[end : min(start, end + 2)]
    if between == "":
        return True
    if len(between) > 1:
        return False
    if between in _INSIDE_NUMBERS:
        return text[end - 1].isdigit() and text[start].isdigit()
    return between in _INSIDE or between in _JOINERS
