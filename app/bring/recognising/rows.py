"""The lines of a picture in rows, from top to bottom, with the colours they stand on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from PIL import Image

from app.bring.recognising.components import Box
from app.bring.recognising.reading import Line

Colour = tuple[float, float, float]

CLOCK = r"\d{1,2}[.:]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_STAMP = re.compile(rf"(?:(?:edited|diedit)\s)?{CLOCK}[\s✓✔√/]*")
_TOGETHER = 0.6
_RING = 2
_SAMPLES = 4_000


@dataclass(frozen=True, slots=True)
class Row:
    """What stands beside each other.

    Attributes:
        parts: Its lines from left to right.
        box: What they take.
        ground: The colour that they stand on.
    """

    parts: tuple[str, ...]
    box: Box
    ground: Colour

    @property
    def text(self) -> str:
        """The parts as one line."""
        return " ".join(self.parts)

    @property
    def height(self) -> int:
        """In pixels."""
        return self.box[3] - self.box[1]


class Colours:
    """The colours of a picture."""

    def __init__(self, image: Image.Image) -> None:
        self._image = image

    def around(self, box: Box) -> Colour:
        """Return the colour along the edge of a box: the middle one."""
        pixels = self._pixels(box)
        edge = (pixels[:_RING], pixels[-_RING:], pixels[:, :_RING], pixels[:, -_RING:])
        return _middle(np.concatenate([part.reshape(-1, 3) for part in edge]))

    def within(self, box: Box) -> Colour:
        """Return the middle colour of a box."""
        return _middle(self._pixels(box).reshape(-1, 3))

    def _pixels(self, box: Box) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
        left, top = min(box[0], self._image.width - 1), min(box[1], self._image.height - 1)
        right, bottom = max(box[2], left + 1), max(box[3], top + 1)
        return np.asarray(self._image.crop((left, top, right, bottom)), np.uint8)


def rows_of(lines: Sequence[Line], colours: Colours) -> list[Row]:
    """Return the rows from top to bottom, without the small times that messengers print into their bubbles."""
    if not lines:
        return []
    rows: list[list[Line]] = []
    for line in sorted(_without_stamps(lines), key=_middle_row):
        if rows and _is_beside(line, rows[-1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_row(sorted(row, key=lambda line: line.box[0]), colours) for row in rows]


def _without_stamps(lines: Sequence[Line]) -> list[Line]:
    """Return the lines but for times that are lower and narrower than text: digits of its own size are wider.

    The topmost stays: the clock of the telephone is told by what stands beside it.
    """
    texts = [line for line in lines if not _STAMP.fullmatch(line.text)]
    if not texts:
        return list(lines)
    height, width = median(map(_height, texts)), median(map(_letter_width, texts))
    top = min(line.box[3] for line in lines)
    return [
        line
        for line in lines
        if line.box[1] < top
        or not _STAMP.fullmatch(line.text)
        or _height(line) >= height
        or _letter_width(line) >= width
    ]


def _letter_width(line: Line) -> float:
    return (line.box[2] - line.box[0]) / max(1, len(line.text))


def _is_beside(line: Line, row: Sequence[Line]) -> bool:
    return all(
        _shared(line.box[1], line.box[3], other.box[1], other.box[3])
        >= _TOGETHER * min(_height(line), _height(other))
        and _shared(line.box[0], line.box[2], other.box[0], other.box[2])
        <= min(_height(line), _height(other))
        for other in row
    )


def _shared(begin: int, end: int, other_begin: int, other_end: int) -> int:
    return min(end, other_end) - max(begin, other_begin)


def _row(parts: Sequence[Line], colours: Colours) -> Row:
    box = (
        min(line.box[0] for line in parts),
        min(line.box[1] for line in parts),
        max(line.box[2] for line in parts),
        max(line.box[3] for line in parts),
    )
    return Row(tuple(line.text for line in parts), box, colours.around(parts[0].box))


def _height(line: Line) -> int:
    return line.box[3] - line.box[1]


def _middle_row(line: Line) -> tuple[float, int]:
    return (line.box[1] + line.box[3]) / 2, line.box[0]


def _middle(pixels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> Colour:
    few = pixels[:: max(1, len(pixels) // _SAMPLES)]
    red, green, blue = np.median(few, axis=0).tolist()
    return red, green, blue
