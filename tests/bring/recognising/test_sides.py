"""Who speaks is told by where text stands, and on what."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.bring.recognising.rows import Colours, Row
from app.bring.recognising.sides import sides
from app.domain.conversation import Role
from tests.bring.recognising.laying_out import GREY, HEIGHT, WHITE, WIDTH, row, screen

ANSWER = [
    row("That sounds hard. Many people lie awake at night,", 50, 500),
    row("and nobody tells them why.", 50, 560),
]
QUESTION = [row("Why do I wake up at", 600, 300, GREY), row("four every night?", 600, 360, GREY)]
BUBBLE = (570, 280, 1_050, 430)


def told(rows: list[Row], colours: Colours) -> list[tuple[Role, list[str]]] | None:
    found = sides(rows, colours)
    return None if found is None else [(role, [row.text for row in said]) for role, said in found]


def test_a_bubble_on_the_right_is_the_person_and_what_fills_the_screen_the_ai() -> None:
    assert told([*QUESTION, *ANSWER], Colours(screen({BUBBLE: GREY}))) == [
        (Role.USER, [row.text for row in QUESTION]),
        (Role.ASSISTANT, [row.text for row in ANSWER]),
    ]


def test_a_bubble_on_the_left_is_the_ai() -> None:
    left = (30, 480, 1_000, 640)
    answer = [Row(row.parts, row.box, (220.0, 255.0, 220.0)) for row in ANSWER]
    colours = Colours(screen({BUBBLE: GREY, left: (220.0, 255.0, 220.0)}))
    found = told([*QUESTION, *answer], colours)
    assert found is not None
    assert [role for role, _ in found] == [Role.USER, Role.ASSISTANT]


def test_bubbles_of_one_side_are_one_turn() -> None:
    more = [row("Again.", 900, 440, GREY)]
    colours = Colours(screen({BUBBLE: GREY, (870, 435, 1_050, 500): GREY}))
    assert told([*QUESTION, *more, *ANSWER], colours) == [
        (Role.USER, [row.text for row in [*QUESTION, *more]]),
        (Role.ASSISTANT, [row.text for row in ANSWER]),
    ]


def test_a_date_on_the_right_of_a_letter_is_no_bubble() -> None:
    assert told([row("3 March 2025", 780, 300), *ANSWER], Colours(screen({}))) is None


def test_lines_of_a_program_are_no_bubbles_however_far_they_are_indented() -> None:
    code = [row("def calm():", 60, 700, GREY), row("return sleep(for_hours=8)", 480, 760, GREY)]
    assert told([*ANSWER, *code], Colours(screen({(30, 680, 1_050, 830): GREY}))) is None


def test_what_stands_in_the_middle_on_its_own_colour_is_no_bubble_on_the_right() -> None:
    day = row("Yesterday", 450, 420, GREY)
    assert told([day, *ANSWER], Colours(screen({(430, 410, 650, 480): GREY}))) is None


def test_one_side_alone_says_nothing_about_who_speaks() -> None:
    assert told(QUESTION, Colours(screen({BUBBLE: GREY}))) is None
    assert told(ANSWER, Colours(screen({}))) is None
    assert told([], Colours(screen({}))) is None


@given(
    st.lists(
        st.builds(
            row,
            st.text("abc ", max_size=40),
            st.integers(0, WIDTH),
            st.integers(0, HEIGHT),
            st.sampled_from([WHITE, GREY]),
        ),
        max_size=20,
    )
)
def test_any_rows_are_told_apart_or_not_and_none_is_lost(rows: list[Row]) -> None:
    found = sides(rows, Colours(screen({BUBBLE: GREY})))
    if found is not None:
        assert [row for _, said in found for row in said] == rows
        assert len({role for role, _ in found}) == 2
        assert all(one[0] is not other[0] for one, other in pairwise(found))
