"""What stands in a box: one line of text.

The network tells for each column which letter it belongs to, or none; what repeats is one letter (connectionist
temporal classification: Graves et al., 2006).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from app.bring.recognising.components import Box
from app.bring.recognising.finding import as_numbers
from app.bring.recognising.networks import Floats, Network

LINE_HEIGHT = 48
LEAST_WIDTH, MOST_WIDTH = 320, 3_200
MOST_BATCH_WIDTH = 6_400
"""Of all lines that are read at once, side by side."""
SURE_ENOUGH = 0.5
FEW_LETTERS = 3
SURE_OF_FEW = 0.75
LONG = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was read. `certainty` is the mean over its letters, from 0 to 1."""

    text: str
    box: Box
    certainty: float

    @property
    def is_sure(self) -> bool:
        """Whether it says that. What icons are taken for is short, and unsure."""
        return self.certainty >= (SURE_OF_FEW if len(self.text) < FEW_LETTERS else SURE_ENOUGH)

    @property
    def is_long(self) -> bool:
        """Whether its box is too long for an icon."""
        return self.box[2] - self.box[0] > LONG * (self.box[3] - self.box[1])


class LineReader:
    """Reads lines.

    Args:
        network: The one that was trained for it. It names its letters itself.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._letters = ["", *network.told()["character"].splitlines(), " "]

    def lines(self, image: Image.Image, boxes: Sequence[Box], goes_on: Callable[[float], None]) -> list[Line]:
        """Return what stands in the boxes, and tell on the way how many of them are done."""
        lines: list[Line] = []
        for batch in _batches(sorted(boxes, key=_width)):
            goes_on(len(lines) / len(boxes))
            lines += self._read(image, batch)
        return lines

    def _read(self, image: Image.Image, boxes: list[Box]) -> list[Line]:
        widest = max(LEAST_WIDTH, *map(_width, boxes))
        batch: Floats = np.zeros((len(boxes), 3, LINE_HEIGHT, widest), np.float32)
        for number, box in enumerate(boxes):
            width = _width(box)
            small = image.crop(box).resize((width, LINE_HEIGHT), Image.Resampling.BILINEAR)
            batch[number, :, :, :width] = as_numbers(small)
        chances = self._network.run(batch)
        return [self._line(chances[number], box) for number, box in enumerate(boxes)]

    def _line(self, chances: Floats, box: Box) -> Line:
        letters = chances.argmax(axis=1)
        is_letter = letters != 0
        is_letter[1:] &= letters[1:] != letters[:-1]
        text = "".join(self._letters[letter] for letter in letters[is_letter].tolist()).strip()
        certainty = float(chances.max(axis=1)[is_letter].mean()) if text else 0.0
        return Line(text, box, certainty)


def _width(box: Box) -> int:
    """Return how wide a box is once it is as high as the network takes it."""
    return min(MOST_WIDTH, max(16, -(-LINE_HEIGHT * (box[2] - box[0]) // max(1, box[3] - box[1]))))


def _batches(boxes: Sequence[Box]) -> list[list[Box]]:
    """Return boxes in groups. They come in the order of their width, so the last of a group is the widest."""
    batches: list[list[Box]] = []
    for box in boxes:
        if batches and (len(batches[-1]) + 1) * max(LEAST_WIDTH, _width(box)) <= MOST_BATCH_WIDTH:
            batches[-1].append(box)
        else:
            batches.append([box])
    return batches
