"""Rows joined to the text that somebody wrote: a screen breaks lines where it ends, not where they meant to."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from app.bring.recognising.rows import Row

_APART = 1.3
"""From middle to middle, in the usual distance of rows: more of it begins a paragraph."""
_USUAL_MOST = 1.3
"""The usual distance is at most that many heights of a row."""
_LIST_ITEM = re.compile(r"(?:[•·●◦▪*–—-]|\d{1,3}[.)])\s*\S")
_ENDS = (*'.!?:;…"”’)', "。", "！", "？")
_HYPHEN = re.compile(r"\w-$")
_WIDER = 1.15
_FOR_CAPITAL_I = re.compile(r"\blya\b")
"""In sans-serif type they look the same. "Iya" is the Indonesian yes; the other is no word."""


class Paragraphs:
    """How the rows of a picture are joined.

    Args:
        rows: All of them: they tell how far from each other they usually are.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        distances = sorted(
            _distance(one, other) for one, other in pairwise(rows) if _distance(one, other) > 0
        )
        height = median(row.height for row in rows) if rows else 1.0
        self._usual = min(distances[len(distances) // 4] if distances else height, _USUAL_MOST * height)

    def text(self, rows: Sequence[Row]) -> str:
        """Return the text of rows that one side says, one under the other."""
        if not rows:
            return ""
        end = max(row.box[2] for row in rows)
        parts = [rows[0].text]
        for above, row in pairwise(rows):
            parts += [self._between(above, row, end), row.text]
        return _FOR_CAPITAL_I.sub("Iya", "".join(parts))

    def _between(self, above: Row, row: Row, end: int) -> str:
        if _distance(above, row) > _APART * max(self._usual, 1.0):
            return "\n\n"
        if _LIST_ITEM.match(row.text) or (_may_end(above, row) and _would_have_fitted(above, row, end)):
            return "\n"
        return "" if _HYPHEN.search(above.text) else " "


def _distance(above: Row, row: Row) -> float:
    return (row.box[1] + row.box[3] - above.box[1] - above.box[3]) / 2


def _may_end(above: Row, row: Row) -> bool:
    return above.text.endswith(_ENDS) or row.text[:1].isupper()


def _would_have_fitted(above: Row, row: Row, end: int) -> bool:
    """Whether the first word of a row would have had room in the one above: then somebody began a new line."""
    letter = (row.box[2] - row.box[0]) / max(1, len(row.text))
    needed = (len(row.text.split(" ", 1)[0]) + 1) * letter * _WIDER
    return above.box[2] + needed < end
