"""Pieces of long pictures."""

from hypothesis import given
from hypothesis import strategies as st

from app.bring.recognising.tiles import HEIGHT_TO_WIDTH, LEAST_HEIGHT, tiles


def test_a_screen_is_one_piece() -> None:
    assert [(tile.top, tile.bottom) for tile in tiles(1_080, 2_340)] == [(0, 2_340)]


def test_a_scrolled_screen_is_several() -> None:
    pieces = tiles(1_080, 9_360)
    assert len(pieces) == 5
    assert max(tile.bottom - tile.top for tile in pieces) <= 1_080 * HEIGHT_TO_WIDTH


@given(st.integers(8, 60_000), st.integers(8, 60_000), st.floats(0, 1))
def test_every_line_lies_whole_in_a_piece_that_answers_for_it(width: int, height: int, share: float) -> None:
    pieces = tiles(width, height)
    assert pieces[0].top == 0
    assert pieces[-1].bottom == height
    assert all(0 <= tile.top < tile.bottom <= height for tile in pieces)
    middle = share * height
    half_a_line = max(LEAST_HEIGHT, width * HEIGHT_TO_WIDTH) * 0.03
    begin, end = max(0.0, middle - half_a_line), min(float(height), middle + half_a_line)
    answering = [tile for tile in pieces if tile.first <= middle <= tile.last]
    assert 1 <= len(answering) <= 2
    assert all(tile.top <= begin and end <= tile.bottom for tile in answering)


@given(st.integers(8, 5_000), st.integers(8, 60_000))
def test_pieces_are_no_more_than_a_picture_needs(width: int, height: int) -> None:
    assert len(tiles(width, height)) <= 1 + height / (0.8 * LEAST_HEIGHT)
