"""Statements joined and divided by hand: which spans that gives."""

import unicodedata

from app.errors import BugError

Span = tuple[int, int]

LONGEST_JOINED_CHARS = 4_000
"""The longest statement that joining gives: more than a page, and no more than `readable` takes the signs out of."""

_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_LATER_JAMO = range(0x1160, 0x1200)
_ZERO_WIDTH_JOINER = "\u200d"
_STOPS_WITHOUT_SPACE = "。！？、，；："


def may_join(first: Span, second: Span) -> bool:
    """Tell whether `first` stands before `second` and the two together are short enough to be one statement."""
    return first[1] <= second[0] and second[1] - first[0] <= LONGEST_JOINED_CHARS


def joined(text: str, first: Span, second: Span) -> Span:
    """Return the one span of two statements that follow each other, with what stands between them.

    Raises:
        BugError: A span is no part of the text, or the two may not be joined.
    """
    _ensure_within(text, *first)
    _ensure_within(text, *second)
    if not may_join(first, second):
        raise BugError("these two statements cannot be joined")
    return first[0], second[1]


def divisions(text: str, start: int, end: int) -> tuple[int, ...]:
    """Return where the statement `text[start:end]` can sensibly be divided, in order.

    Each place is where something begins after white space, or after a stop of scripts that write no spaces; both
    parts then have a letter or a digit. Empty for a statement of one word.

    Raises:
        BugError: The span is no part of the text.
    """
    _ensure_within(text, start, end)
    worded = [at for at in range(start, end) if text[at].isalnum()]
    if not worded:
        return ()
    return tuple(
        at
        for at in range(worded[0] + 1, worded[-1] + 1)
        if not text[at].isspace()
        and (text[at - 1].isspace() or (text[at - 1] in _STOPS_WITHOUT_SPACE and text[at] not in "”’」』）"))
        and _begins_cluster(text, at)
    )


def divided(text: str, start: int, end: int, at: int) -> tuple[Span, Span]:
    """Return the two spans that `text[start:end]` gives when it is divided before `at`, without outer white space.

    Within what people see as one letter (an emoji of several parts, a letter with its marks) the division moves to
    before that letter.

    Raises:
        BugError: The span is no part of the text, `at` is not inside it, or a part would have no letter or digit.
    """
    _ensure_within(text, start, end)
    while start < at < end and not _begins_cluster(text, at):
        at -= 1
    if not start < at < end:
        raise BugError("a statement is divided outside itself")
    parts = _stripped(text, start, at), _stripped(text, at, end)
    if not all(any(letter.isalnum() for letter in text[one:other]) for one, other in parts):
        raise BugError("a statement is divided into one and nothing")
    return parts


def _ensure_within(text: str, start: int, end: int) -> None:
    if not 0 <= start < end <= len(text):
        raise BugError("a span is no part of its text")


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _begins_cluster(text: str, at: int) -> bool:
    """Whether a letter as people see it begins at `at`: a plain part of Unicode Standard Annex 29's clusters."""
    letter, before = text[at], text[at - 1]
    code = ord(letter)
    if unicodedata.category(letter).startswith("M") or letter == _ZERO_WIDTH_JOINER or code in _TAGS:
        return False
    if code in _SKIN or code in _LATER_JAMO:
        return False
    if before == _ZERO_WIDTH_JOINER:
        return unicodedata.category(letter)[0] != "S"
    if code in _REGIONAL:
        flags = at
        while flags and ord(text[flags - 1]) in _REGIONAL:
            flags -= 1
        return (at - flags) % 2 == 0
    return True
