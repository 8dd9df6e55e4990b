"""Lines become rows."""

from hypothesis import given
from hypothesis import strategies as st

from app.bring.recognising.reading import Line
from app.bring.recognising.rows import Colours, rows_of
from tests.bring.recognising.laying_out import GREY, HEIGHT, WHITE, WIDTH, line, screen

PAPER = Colours(screen({}))


def texts(lines: list[Line]) -> list[str]:
    return [row.text for row in rows_of(lines, PAPER)]


def test_rows_go_from_top_to_bottom_and_their_parts_from_left_to_right() -> None:
    lines = [line("below", 60, 400), line("right", 500, 203), line("left", 60, 200)]
    assert texts(lines) == ["left right", "below"]


def test_lines_that_overlap_a_little_are_rows_of_their_own() -> None:
    assert texts([line("first line", 60, 200), line("second line", 60, 240)]) == ["first line", "second line"]


def test_small_times_in_bubbles_are_left_out() -> None:
    lines = [
        line("Shall we meet on Sunday?", 60, 200),
        line("14:02", 600, 250, 0.7),
        line("10.15 ✓✓", 600, 350, 0.7),
        line("9:05 PM", 600, 450, 0.7),
    ]
    assert texts(lines) == ["Shall we meet on Sunday?"]


def test_times_in_the_size_of_text_are_text() -> None:
    lines = [line("A day that may help:", 60, 200), line("07.00", 60, 260), line("Get up", 260, 260)]
    assert texts(lines) == ["A day that may help:", "07.00 Get up"]


def test_a_row_stands_on_the_colour_around_its_first_part() -> None:
    colours = Colours(screen({(500, 180, 1_040, 300): GREY}))
    rows = rows_of([line("on the page", 60, 100), line("in a bubble", 540, 210)], colours)
    assert [row.ground for row in rows] == [WHITE, GREY]


def test_no_lines_make_no_rows() -> None:
    assert rows_of([], PAPER) == []


@given(
    st.lists(
        st.builds(
            line,
            st.text("abc 14:02.", min_size=1, max_size=30),
            st.integers(0, WIDTH + 50),
            st.integers(0, HEIGHT + 50),
            st.sampled_from([0.5, 1.0, 3.0]),
        ),
        max_size=25,
    )
)
def test_any_lines_become_rows_in_order(lines: list[Line]) -> None:
    rows = rows_of(lines, PAPER)
    parts = [part for row in rows for part in row.parts]
    assert len(parts) <= len(lines)
    assert set(parts) <= {one.text for one in lines}
    assert set(parts) >= {one.text for one in lines if ":" not in one.text and "." not in one.text}
