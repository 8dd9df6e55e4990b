"""From the lines that are printed on pages back to text: paragraphs in one piece.

Where nothing says for sure that two lines are one, the line's end stays: that loses nothing.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

HYPHEN = "\x02"
"""What PDFium puts for a hyphen at the end of a line where a word goes on."""
_HYPHENS = (HYPHEN, "-", "\u00ad", "\u2010")
_GAP = 1.3
"""How many times the usual distance of two lines parts paragraphs."""
USUAL_DISTANCE = 1.3
FARTHEST_LINES = 3.0
"""Distances of lines are in sizes of their font."""
COLUMN = 36.0
"""Points: lines that begin no farther from each other are of one column."""
_LEAST_FULL = 30
"""Letters: what is shorter was ended by somebody, not by the edge of the paper."""
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_BEGINS_NEW = re.compile(
    r"[•◦▪‣●○■*–—-]\s|[0-9]{1,3}[.)]\s|[A-Za-z][.)]\s|[^\s:]{1,20}(?: [^\s:]{1,20}){0,3}:(?!\S)"
)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line, where it stands, in points from the lower left corner of its page, and the size of its font."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


def text_of(pages: Sequence[Sequence[PrintedLine]]) -> str:
    """Return the text of pages, an empty line between paragraphs."""
    lines = [(number, line) for number, page in enumerate(pages) for line in page]
    if not lines:
        return ""
    layout = _Layout(pages)
    gaps = [
        layout.between(above, below, is_same_page=page == other)
        for (page, above), (other, below) in pairwise(lines)
    ]
    said = [line.text for _, line in lines]
    known = _known(said, gaps)
    parts = []
    for text, gap, following in zip(said, [*gaps, ""], [*said[1:], ""], strict=True):
        head, glue = _parted(text, gap, following)
        parts += [head, gap if glue is None else _hyphen(head, glue, following, known)]
    return "".join(parts)


class _Layout:
    """How far apart lines are in a document, and how far its columns reach to the right."""

    def __init__(self, pages: Sequence[Sequence[PrintedLine]]) -> None:
        distances = sorted(
            distance
            for page in pages
            for above, below in pairwise(page)
            if _is_alike(above, below) and 0.5 < (distance := lines_apart(above, below)) < FARTHEST_LINES
        )
        self._usual = distances[len(distances) // 4] if distances else USUAL_DISTANCE
        self._rights: dict[int, float] = {}
        for page in pages:
            for line in page:
                column = int(line.left // COLUMN)
                self._rights[column] = max(line.right, self._rights.get(column, line.right))

    def between(self, above: PrintedLine, below: PrintedLine, *, is_same_page: bool) -> str:
        """Return what stands between two lines: a space, the end of a line, or that of a paragraph."""
        distance = lines_apart(above, below)
        if not is_same_page or distance < -0.5:
            # The next page or column. A paragraph goes on there if it was in the middle of a sentence.
            return " " if below.text[:1].islower() and self._is_full(above, below) else "\n\n"
        if distance <= 0.5:
            return " "
        if not _is_alike(above, below) or distance > _GAP * self._usual:
            return "\n\n"
        if not _BEGINS_NEW.match(below.text) and self._is_full(above, below):
            return " "
        return "\n"

    def _is_full(self, above: PrintedLine, below: PrintedLine) -> bool:
        """Whether the first word of the line below had no room any more. Right to left, nothing is guessed."""
        if len(above.text) < _LEAST_FULL or is_right_to_left(above.text) or is_right_to_left(below.text):
            return False
        column = int(above.left // COLUMN)
        right = max(self._rights.get(near, above.right) for near in (column - 1, column, column + 1))
        # With the space before it, and another one since letters are not equally wide.
        word = len(below.text.split(maxsplit=1)[0]) + 2
        return above.right + word * (below.right - below.left) / len(below.text) >= right


def lines_apart(above: PrintedLine, below: PrintedLine) -> float:
    """Return how far one line stands below another, in sizes of their font."""
    return (above.baseline - below.baseline) / (max(above.size, below.size) or 1.0)


def _is_alike(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether two lines are set in the same size: a heading stands at a distance of its own."""
    return 0.8 < (below.size or 1.0) / (above.size or 1.0) < 1.25


def is_right_to_left(text: str) -> bool:
    """Whether there are letters in a text that are written from right to left."""
    return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)


def _parted(text: str, gap: str, following: str) -> tuple[str, str | None]:
    """Return a line without the hyphen at its end if the next one goes on with the word, and that hyphen."""
    if text.endswith(HYPHEN):
        return text[:-1], HYPHEN
    if text.endswith(_HYPHENS) and gap == " " and text[-2:-1].isalpha() and following[:1].islower():
        return text[:-1], text[-1]
    return text, None


def _hyphen(head: str, hyphen: str, following: str, known: frozenset[str]) -> str:
    """Return what stands between the parts of a word: nothing if the document has the word in one piece, too, or the
    hyphen is one that stands only at ends of lines. "Anak-anak" and "well-known" keep theirs.
    """
    return "" if hyphen == "\u00ad" or _whole(head, following) in known else "-"


def _whole(head: str, following: str) -> str:
    first, second = _LAST_WORD.search(head), _WORDS.match(following)
    return (first.group() + second.group()).casefold() if first and second else ""


def _known(said: Sequence[str], gaps: Sequence[str]) -> frozenset[str]:
    """Return which of the words that are parted by hyphens are elsewhere in one piece."""
    wanted = set()
    for text, gap, following in zip(said, gaps, said[1:], strict=False):
        head, hyphen = _parted(text, gap, following)
        if hyphen is not None:
            wanted.add(_whole(head, following))
    if not wanted:
        return frozenset()
    words = (word.group().casefold() for text in said for word in _WORDS.finditer(text))
    return frozenset(word for word in words if word in wanted)
