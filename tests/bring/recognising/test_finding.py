"""Boxes that two pieces answer for are one. How well text is found is tested in `test_recognition.py`."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.bring.recognising.components import Box
from app.bring.recognising.finding import as_numbers, without_twins

LINE: Box = (40, 100, 400, 140)


def test_a_box_that_two_pieces_found_is_kept_once() -> None:
    assert without_twins([LINE, (41, 102, 399, 141)]) == [LINE]


def test_boxes_that_stand_under_or_beside_each_other_are_all_kept() -> None:
    boxes = [LINE, (40, 135, 400, 175), (410, 100, 700, 140)]
    assert sorted(without_twins(boxes)) == sorted(boxes)


@given(
    st.lists(
        st.tuples(*[st.integers(0, 500)] * 2, *[st.integers(501, 900)] * 2),
        max_size=30,
    )
)
def test_of_any_boxes_some_are_kept_and_none_is_made_up(boxes: list[Box]) -> None:
    kept = without_twins(boxes)
    assert set(kept) <= set(boxes)
    assert bool(kept) == bool(boxes)


def test_colours_reach_the_networks_from_blue_to_red_and_from_minus_one_to_one() -> None:
    numbers = as_numbers(Image.new("RGB", (3, 2), (255, 0, 0)))
    assert numbers.shape == (3, 2, 3)
    assert np.allclose(numbers[:, 0, 0], [-1, -1, 1])
