"""Connected areas, compared with filling them one by one."""

import numpy as np
import numpy.typing as npt
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bring.recognising.components import Box, component_boxes


def filled(is_set: npt.NDArray[np.bool_]) -> set[Box]:
    """The boxes, found the slow way."""
    left = {(int(y), int(x)) for y, x in np.argwhere(is_set)}
    boxes = set()
    while left:
        area = [left.pop()]
        for y, x in area:
            near = {(y + down, x + right) for down in (-1, 0, 1) for right in (-1, 0, 1)} & left
            left -= near
            area += near
        rows, columns = [y for y, _ in area], [x for _, x in area]
        boxes.add((min(columns), min(rows), max(columns) + 1, max(rows) + 1))
    return boxes


@settings(max_examples=200)
@given(st.integers(1, 14), st.lists(st.booleans(), min_size=1, max_size=160))
def test_areas_are_those_that_filling_finds(width: int, cells: list[bool]) -> None:
    height = -(-len(cells) // width)
    is_set = np.zeros(width * height, np.bool_)
    is_set[: len(cells)] = cells
    found = component_boxes(is_set.reshape(height, width))
    assert set(found) == filled(is_set.reshape(height, width))


def test_two_areas_may_have_the_same_box() -> None:
    rows = ["#####", "#...#", "#.#.#", "#...#", "#####"]
    is_set = np.array([[cell == "#" for cell in row] for row in rows])
    assert sorted(component_boxes(is_set)) == [(0, 0, 5, 5), (2, 2, 3, 3)]


def test_an_empty_map_has_none() -> None:
    assert component_boxes(np.zeros((4, 5), np.bool_)) == []
