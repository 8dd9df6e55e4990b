"""Letters are made of chances, and boxes are read in batches that fit. How well it reads: `test_recognition.py`."""

from collections.abc import Mapping

import numpy as np
import pytest
from PIL import Image

from app.bring.recognising.networks import Floats, Network
from app.bring.recognising.reading import (
    LEAST_WIDTH,
    LINE_HEIGHT,
    MOST_BATCH_WIDTH,
    MOST_WIDTH,
    Line,
    LineReader,
)


class Scripted(Network):
    """Says the same of every box."""

    def __init__(self, letters: list[int], chance: float = 0.9) -> None:
        self.letters = letters
        self.chance = chance
        self.shapes: list[tuple[int, ...]] = []

    def run(self, batch: Floats) -> Floats:
        self.shapes.append(batch.shape)
        chances = np.zeros((len(batch), len(self.letters), 4), np.float32)
        chances[:, range(len(self.letters)), self.letters] = self.chance
        return chances

    def told(self) -> Mapping[str, str]:
        return {"character": "a\nb"}


def lines(network: Network, boxes: list[tuple[int, int, int, int]]) -> list[Line]:
    return LineReader(network).lines(Image.new("RGB", (2_000, 2_000)), boxes, lambda _done: None)


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        ([1, 1, 0, 1, 2, 2], "aab"),
        ([0, 1, 3, 3, 2, 0], "a b"),
        ([3, 1, 3], "a"),
        ([0, 0, 0], ""),
    ],
)
def test_what_repeats_is_one_letter_unless_nothing_stands_between(letters: list[int], text: str) -> None:
    (line,) = lines(Scripted(letters), [(0, 0, 100, 20)])
    assert line.text == text
    assert line.certainty == pytest.approx(0.9 if text else 0.0)


@pytest.mark.parametrize(
    ("letters", "chance", "is_sure"),
    [([1, 0, 1, 0, 1], 0.6, True), ([1, 0, 1, 0, 1], 0.4, False), ([1], 0.6, False), ([1], 0.9, True)],
)
def test_of_a_short_text_more_certainty_is_asked(letters: list[int], chance: float, is_sure: bool) -> None:
    (line,) = lines(Scripted(letters, chance), [(0, 0, 100, 20)])
    assert line.is_sure is is_sure


def test_batches_fit_whatever_boxes_come() -> None:
    network = Scripted([1])
    boxes = [(0, 0, 20 * number + 1, 1 + number % 50) for number in range(100)]
    assert len(lines(network, boxes)) == len(boxes)
    assert sum(count for count, *_ in network.shapes) == len(boxes)
    for count, colours, height, width in network.shapes:
        assert (colours, height) == (3, LINE_HEIGHT)
        assert LEAST_WIDTH <= width <= MOST_WIDTH
        assert count * width <= MOST_BATCH_WIDTH


def test_no_boxes_are_no_lines() -> None:
    assert lines(Scripted([1]), []) == []
