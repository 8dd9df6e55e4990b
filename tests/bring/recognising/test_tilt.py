"""How far rows are tilted is told by where text is."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from app.bring.recognising.tilt import MOST_DEGREES, tilt_degrees


def rows(degrees: float) -> npt.NDArray[np.bool_]:
    """Twelve rows of text, turned clockwise by so much."""
    page = Image.new("L", (480, 800))
    draw = ImageDraw.Draw(page)
    for number in range(12):
        draw.rectangle((60, 100 + 50 * number, 420 - 20 * (number % 3), 112 + 50 * number), fill=255)
    return np.asarray(page.rotate(-degrees, Image.Resampling.BILINEAR)) > 127


@pytest.mark.parametrize("degrees", [-9.0, -1.0, 0.75, 5.5])
def test_rows_that_lie_aslant_tell_by_how_much(degrees: float) -> None:
    assert tilt_degrees(rows(degrees)) == pytest.approx(degrees, abs=0.25)


def test_level_rows_are_left_as_they_are() -> None:
    assert tilt_degrees(rows(0.0)) == 0.0
    assert tilt_degrees(rows(0.2)) == 0.0


def test_where_there_is_no_text_nothing_is_tilted() -> None:
    assert tilt_degrees(np.zeros((50, 40), np.bool_)) == 0.0


@given(st.integers(1, 20), st.lists(st.booleans(), min_size=1, max_size=300))
def test_any_places_have_a_tilt_within_bounds(width: int, places: list[bool]) -> None:
    height = -(-len(places) // width)
    is_text = np.zeros(width * height, np.bool_)
    is_text[: len(places)] = places
    assert abs(tilt_degrees(is_text.reshape(height, width))) <= MOST_DEGREES
