"""Texts of documents are put together as far as there is room."""

from hypothesis import given
from hypothesis import strategies as st

from app.bring.blocks import MOST_CHARS, MOST_NESTED, MOST_REPEATED, Blocks


def test_blocks_stand_apart_and_items_and_rows_do_not() -> None:
    blocks = Blocks()
    for mark, said in (("", "a"), ("- ", "b"), ("- ", "c"), ("- ", ""), ("", "d")):
        blocks.say(said)
        blocks.end_paragraph(mark)
    blocks.add_cell("e\n f")
    blocks.add_cell("")
    blocks.end_row()
    blocks.add_cell("")
    blocks.end_row()
    assert blocks.text() == "a\n\n- b\n- c\n\nd\n\ne f | "


def test_what_is_said_in_a_cell_that_fills_the_room_is_kept() -> None:
    blocks = Blocks()
    blocks.begin()
    blocks.say("a" * (MOST_CHARS + 1))
    blocks.add_cell(blocks.end())
    blocks.end_row()
    assert blocks.is_full
    assert blocks.text() == "a" * MOST_CHARS


def test_what_is_repeated_takes_room() -> None:
    blocks = Blocks()
    blocks.say("a" * (MOST_CHARS // 3))
    blocks.end_cell()
    blocks.end_row(MOST_REPEATED)
    assert blocks.has_repeated_less
    assert blocks.text().count("a") == MOST_CHARS // 3 * 2


def test_what_was_said_since_a_place_can_be_forgotten() -> None:
    blocks = Blocks()
    blocks.say("a")
    blocks.end_paragraph("- ")
    here = blocks.here()
    blocks.say("b")
    blocks.add_note("n")
    blocks.add_block("c")
    blocks.forget_since(here)
    blocks.say("d")
    blocks.end_paragraph("- ")
    assert blocks.text() == "- a\n- d"


def test_cells_of_a_row_that_never_ends_stand_before_what_follows() -> None:
    blocks = Blocks()
    blocks.add_cell("a")
    blocks.say("b")
    blocks.end_paragraph()
    assert blocks.text() == "a\n\nb"


def test_what_is_too_deep_flows_into_what_is_around_it() -> None:
    blocks = Blocks()
    for _ in range(3 * MOST_NESTED):
        blocks.begin()
    blocks.say("a")
    for _ in range(3 * MOST_NESTED):
        blocks.add_block(blocks.end())
    assert blocks.text() == "a"


def test_notes_that_stand_alone_and_empty_ones_are_told_apart() -> None:
    blocks = Blocks()
    blocks.add_note("")
    assert blocks.text() == ""
    blocks.add_note("a")
    assert blocks.text() == "[1]\n\n[1] a"


@given(st.lists(st.sampled_from(["say", "end_paragraph", "begin", "end", "end_cell", "end_row", "note"])))
def test_any_order_loses_nothing(steps: list[str]) -> None:
    blocks = Blocks()
    for step in steps:
        if step == "say":
            blocks.say("x")
        elif step == "end":
            blocks.add_block(blocks.end())
        elif step == "note":
            blocks.add_note("x")
        else:
            getattr(blocks, step)()
    assert blocks.text().count("x") == steps.count("say") + steps.count("note")
