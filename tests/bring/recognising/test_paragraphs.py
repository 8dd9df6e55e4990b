"""Rows become text."""

from hypothesis import given
from hypothesis import strategies as st

from app.bring.recognising.paragraphs import Paragraphs
from app.bring.recognising.rows import Row
from tests.bring.recognising.laying_out import HEIGHT, PITCH, WIDTH, row


def text(*said: str, gap_before: int | None = None) -> str:
    """The text of rows of the usual distance, more of it before one of them."""
    rows = []
    top = 100
    for number, one in enumerate(said):
        top += PITCH * 2 if number == gap_before else PITCH
        rows.append(row(one, 60, top))
    return Paragraphs(rows).text(rows)


def test_rows_that_the_screen_broke_are_joined_by_a_space() -> None:
    assert text("Many people wake up at night and", "cannot tell why, and that is") == (
        "Many people wake up at night and cannot tell why, and that is"
    )


def test_a_full_stop_at_the_end_of_a_full_row_begins_no_new_line() -> None:
    assert text("Many people wake up at night.", "Nobody knows why they do that.") == (
        "Many people wake up at night. Nobody knows why they do that."
    )


def test_a_row_after_which_there_was_room_ends_a_line() -> None:
    assert text("I see.", "Many people wake up at night and do not know why") == (
        "I see.\nMany people wake up at night and do not know why"
    )


def test_a_clear_gap_begins_a_paragraph() -> None:
    assert text("Many people wake up at night", "and that is all.", "What helps", "them?", gap_before=2) == (
        "Many people wake up at night and that is all.\n\nWhat helps them?"
    )


def test_items_of_a_list_have_lines_of_their_own() -> None:
    said = (
        "Try one of these tonight, if you like:",
        "1. dim the lights in your room",
        "2) rest",
        "• breathe slowly",
    )
    assert text(*said) == "\n".join(said)


def test_a_word_with_a_hyphen_stays_one() -> None:
    assert text("Talk about your well-", "being and rest") == "Talk about your well-being and rest"


def test_the_indonesian_yes_is_spelled_with_a_capital_i() -> None:
    assert text("lya, benar. Kata lyala bukan itu, lya?") == "Iya, benar. Kata lyala bukan itu, Iya?"


def test_rows_of_one_picture_share_what_is_usual() -> None:
    rows = [row("one two three four", 60, 100 + PITCH * number) for number in range(4)]
    apart = [row("five", 60, 600), row("six", 60, 600 + 2 * PITCH)]
    assert Paragraphs([*rows, *apart]).text(apart) == "five\n\nsix"


def test_no_rows_have_no_text() -> None:
    assert Paragraphs([]).text([]) == ""


@given(
    st.lists(
        st.builds(row, st.text("abC .-1•", max_size=40), st.integers(0, WIDTH), st.integers(0, HEIGHT)),
        max_size=20,
    )
)
def test_any_rows_are_joined_with_all_their_letters(rows: list[Row]) -> None:
    joined = Paragraphs(rows).text(rows)
    assert "".join(joined.split()) == "".join("".join(row.text for row in rows).split())
