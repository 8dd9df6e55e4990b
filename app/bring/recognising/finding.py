"""Where text stands in a picture: one box for each line, or for each part of one that stands apart.

The network tells for each pixel how likely text is there, and makes lines a little thinner than they are
(differentiable binarisation: Liao et al., "Real-time Scene Text Detection with Differentiable Binarization", 2020).
All boxes are upright.
"""

import numpy as np
from PIL import Image

from app.bring.recognising.components import Box, component_boxes
from app.bring.recognising.networks import Floats, Network
from app.bring.recognising.tiles import Tile
from app.bring.recognising.tilt import tilt_degrees

MOST_SIDE = 2_000
"""In pixels: a larger picture is made smaller to find where text stands. It is read at its own size."""
SMALL_SIDE = 736
"""Smaller ones are made larger, as long as that takes no more than `MOST_ENLARGED`."""
MOST_ENLARGED = 3.0
TILT_SIDE = 1_000
"""In pixels: enough to see how rows lie."""
MOST_AREAS = 2_400
"""In one piece. A newspaper's page has fewer."""
_CELL = 32
_LIKELY = 0.3
_SURE = 0.5
_WIDENED = 1.6
_LEAST_CELLS = 3


def as_numbers(image: Image.Image) -> Floats:
    """Return a picture as both networks take it: blue, green, red; rows; columns; from -1 to 1."""
    scaled: Floats = np.asarray(image, np.float32)[:, :, ::-1] / np.float32(127.5) - np.float32(1)
    return scaled.transpose(2, 0, 1)


class TextFinder:
    """Finds text.

    Args:
        network: The one that was trained for it.
    """

    def __init__(self, network: Network) -> None:
        self._network = network

    def boxes(self, image: Image.Image, tile: Tile) -> list[Box]:
        """Return the boxes that a piece of a picture answers for, in the whole picture's pixels."""
        piece = image.crop((0, tile.top, image.width, tile.bottom))
        return [
            (left, top + tile.top, right, bottom + tile.top)
            for left, top, right, bottom in self._boxes(piece)
            if tile.first <= (top + bottom) / 2 + tile.top <= tile.last
        ]

    def tilt_degrees(self, image: Image.Image) -> float:
        """Return by how many degrees to turn a picture anticlockwise so that its rows lie level."""
        return tilt_degrees(self._likely(image, min(1.0, TILT_SIDE / max(image.size))) > _LIKELY)

    def _likely(self, piece: Image.Image, scale: float) -> Floats:
        """Return how likely text is at each place of a piece at another size."""
        width, height = (max(_CELL, round(side * scale / _CELL) * _CELL) for side in piece.size)
        small = piece.resize((width, height), Image.Resampling.BILINEAR)
        likely: Floats = self._network.run(as_numbers(small)[None])[0, 0]
        return likely

    def _boxes(self, piece: Image.Image) -> list[Box]:
        likely = self._likely(piece, _scale(piece.size))
        height, width = likely.shape
        is_text = likely > _LIKELY
        # Two cells by two: what is one letter stays one.
        is_text[1:] |= is_text[:-1].copy()
        is_text[:, 1:] |= is_text[:, :-1].copy()
        wide, high = piece.width / width, piece.height / height
        found = sorted(component_boxes(is_text), key=lambda box: (box[1], box[0]))[:MOST_AREAS]
        boxes = []
        for left, top, right, bottom in found:
            columns, rows = right - left, bottom - top
            if min(columns, rows) < _LEAST_CELLS or likely[top:bottom, left:right].mean() < _SURE:
                continue
            around = columns * rows * _WIDENED / (2 * (columns + rows))
            boxes.append(
                (
                    max(0, round((left - around) * wide)),
                    max(0, round((top - around) * high)),
                    min(piece.width, round((right + around) * wide)),
                    min(piece.height, round((bottom + around) * high)),
                )
            )
        return boxes


def without_twins(boxes: list[Box]) -> list[Box]:
    """Return the boxes from top to bottom, of two that are mostly one and the same only the first."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda one: (one[1], one[0])):
        near = (other for other in kept[-_NEIGHBOURS:] if _shared(box, other) > 0.5)
        if next(near, None) is None:
            kept.append(box)
    return kept


_NEIGHBOURS = 40


def _shared(one: Box, other: Box) -> float:
    """Return how much of the smaller of two boxes lies in the other."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return 0.0
    return wide * high / min(_area(one), _area(other))


def _area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def _scale(size: tuple[int, int]) -> float:
    scale = min(1.0, MOST_SIDE / max(size))
    if min(size) < SMALL_SIDE and max(size) * MOST_ENLARGED <= MOST_SIDE * 2:
        scale = max(scale, min(SMALL_SIDE / min(size), MOST_ENLARGED, MOST_SIDE / max(size)))
    return scale
