"""Long pictures of scrolled screens in pieces that overlap, so that no line is lost at a cut."""

from dataclasses import dataclass
from itertools import pairwise

LEAST_HEIGHT = 2_000
HEIGHT_TO_WIDTH = 2.3
"""Phones are at most that long: their screens are looked at in one piece."""
_OVERLAP = 0.1
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Tile:
    """A piece, from row `top` to before `bottom`. It answers for lines whose middle is between `first` and `last`."""

    top: int
    bottom: int
    first: float
    last: float


def tiles(width: int, height: int) -> list[Tile]:
    """Return the pieces of a picture from top to bottom.

    What two neighbours answer for overlaps a little: the middle of a line is not the same to the pixel in both.
    """
    most = max(LEAST_HEIGHT, round(width * HEIGHT_TO_WIDTH))
    if height <= most:
        return [Tile(0, height, 0.0, float(height))]
    overlap = round(most * _OVERLAP)
    count = -(-(height - overlap) // (most - overlap))
    tops = [round(number * (height - most) / (count - 1)) for number in range(count)]
    cuts = [0.0, *((upper + most + lower) / 2 for upper, lower in pairwise(tops)), height]
    slack = most * _SLACK
    return [
        Tile(top, top + most, first - slack, last + slack)
        for top, (first, last) in zip(tops, pairwise(cuts), strict=True)
    ]
