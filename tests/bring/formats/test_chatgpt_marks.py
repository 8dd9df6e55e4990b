"""Marks in the texts of ChatGPT: sources go, names stay."""

from typing import Any

import pytest

from tests.bring.formats.chatgpt_parts import line, message, read


def words(*messages: dict[str, Any]) -> list[str]:
    return [turn.shown.text for turn in read(line(*messages))[0].turns]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Sleep helps【12†source】.", "Sleep helps."),
        ("Sleep helps \ue200cite\ue202turn0search1\ue201today", "Sleep helps today"),
        ("Sleep\ue204 helps", "Sleep helps"),
        (
            "Sleep \ue200navlist\ue202Titles\ue202turn0news1\ue201\ue200filecite\ue202"
            + "turn0file1, " * 90
            + "\ue201helps",
            "Sleep helps",
        ),
        (
            'The review by \ue200entity\ue202["people", "Nathaniel Satullo", 0]\ue201 notes it.',
            "The review by Nathaniel Satullo notes it.",
        ),
        ('Or \ue200product_entity\ue202["turn0product1","Caf\\u00e9 \\"X\\""]\ue201.', 'Or Café "X".'),
        ('No \ue200entity\ue202["people"]\ue201\ue200entity\ue202["people", 3]\ue201name', "No name"),
        ("No \ue200entity\ue202[oops\ue201name", "No name"),
        ('No \ue200entity\ue201\ue200entity\ue202{"a": "b"}\ue201name', "No name"),
        ('It ends in \ue200entity\ue202["people", "Nathaniel', 'It ends in entity["people", "Nathaniel'),
        ("「quoted」 and 【kept】", "「quoted」 and 【kept】"),
    ],
)
def test_marks_of_citations_are_taken_out_and_names_in_marks_read(written: str, left: str) -> None:
    assert words(message("assistant", written)) == [left]


@pytest.mark.parametrize(
    "mark", ["【", "【†", "\ue200", "【" + "†" * 79, "\ue200entity\ue202[", "\ue200\ue202\ue201"]
)
def test_marks_of_citations_that_never_end_take_no_time(mark: str) -> None:
    many = 300_000 // len(mark)
    assert read(line(message("assistant", "x" + mark * many)))[0].turns[0].shown.text.startswith("x")


def test_a_name_that_is_nested_deeper_than_any_is_no_name() -> None:
    assert words(message("assistant", "No \ue200entity\ue202" + "[" * 100_000 + "\ue201name")) == ["No name"]
