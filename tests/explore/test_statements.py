"""Statements found in answers, in both languages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.explore.statements import readable, split, whole_so_far


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rest helps. It takes time!", ["Rest helps.", "It takes time!"]),
        (
            "Istirahat membantu. Itu perlu waktu, dll. Anda tidak sendiri.",
            ["Istirahat membantu.", "Itu perlu waktu, dll.", "Anda tidak sendiri."],
        ),
        ("Talk to Dr. Hartono about it.", ["Talk to Dr. Hartono about it."]),
        ("Temui Bpk. Surya di Jl. Mawar No. 5.", ["Temui Bpk. Surya di Jl. Mawar No. 5."]),
        ("Sleep 7.5 hours. Drink 2.000 ml.", ["Sleep 7.5 hours.", "Drink 2.000 ml."]),
        ("Some cancel, e.g. Friends do.", ["Some cancel, e.g. Friends do."]),
        ("J. K. Rowling wrote it. We read it.", ["J. K. Rowling wrote it.", "We read it."]),
        ("No. That is wrong. See No. 5.", ["No.", "That is wrong.", "See No. 5."]),
        ("So do I. You can too.", ["So do I.", "You can too."]),
        ("Is it me? Perhaps… Perhaps not.", ["Is it me?", "Perhaps…", "Perhaps not."]),
        ("Wait... then go on.", ["Wait... then go on."]),
        ("She said “Stop.” Then she left.", ["She said “Stop.”", "Then she left."]),
        ("Well done! 😊 Keep going. 🌱", ["Well done! 😊", "Keep going. 🌱"]),
        (
            "- Rest more\n- Call a friend\n  1. Ask Ibu. Really.",
            ["Rest more", "Call a friend", "Ask Ibu.", "Really."],
        ),
        ("# What helps\n\nTalking does.", ["What helps", "Talking does."]),
        ("> You are tired.\n> You are not alone.", ["You are tired.", "You are not alone."]),
        (
            "Look:\n```\nprint('a. B')\nx = 1\n```\nDone.",
            ["Look:", "```\nprint('a. B')\nx = 1\n```", "Done."],
        ),
        (
            "This line was wrapped by hand and\ngoes on here. Next one.",
            ["This line was wrapped by hand and\ngoes on here.", "Next one."],
        ),
        ("---\n***\n…", []),
        ("", []),
        ("مرحبا بك. كيف حالك؟ أنا بخير.", ["مرحبا بك.", "كيف حالك؟", "أنا بخير."]),
        ("你好。今天怎么样？很好", ["你好。", "今天怎么样？", "很好"]),
    ],
)
def test_a_text_is_read_as_these_statements(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.text(alphabet=st.sampled_from("aB .!?…\n-*#>`1)“”“😊عд。\t"), max_size=200))
def test_spans_are_ordered_inside_and_never_blank(text: str) -> None:
    last_end = 0
    for start, end in split(text):
        assert last_end <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last_end = end


@given(st.text(alphabet=st.sampled_from("éB .!?\n-1|:>`<br/*"), max_size=200))
def test_no_letter_is_left_out(text: str) -> None:
    covered = "".join(text[start:end] for start, end in split(text))
    assert covered.count("é") == text.count("é")
    assert covered.count("B") == text.count("B")


LONG = "Sleep and rest help " * 300


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "漢" * 5_000,
        LONG,
        "```\n" + "x = 1\n" * 2_000 + "```",
        "short " + "b" * 4_001 + " short",
        "a" + " " * 3_000 + "b",
    ],
)
def test_no_statement_is_longer_than_anybody_reads(text: str) -> None:
    spans = split(text)

    assert len(spans) > 1
    assert all(1 <= end - start <= 2_000 for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join("".join(pieces(text)).split()) == "".join(text.split())


def test_what_is_too_long_is_cut_between_words_where_there_are_any() -> None:
    assert all(piece.startswith("Sleep") or piece[0] in "arh" for piece in pieces(LONG))
    assert {word for piece in pieces(LONG) for word in piece.split()} == set(LONG.split())


def test_code_that_is_too_long_is_cut_at_the_ends_of_lines() -> None:
    code = "```\n" + "y = f(x) + 1\n" * 1_000 + "```"

    lines = [line for piece in pieces(code) for line in piece.split("\n")]

    assert set(lines) <= {"```", "y = f(x) + 1"}
    assert lines.count("y = f(x) + 1") == 1_000


def test_a_statement_of_the_greatest_length_stays_whole() -> None:
    assert pieces("a" * 2_000) == ["a" * 2_000]
    assert pieces("a" * 2_001) == ["a" * 2_000, "a"]


def test_portions_of_an_arriving_text_stay_where_they_are() -> None:
    whole = split(LONG)

    for length in range(0, len(LONG), 97):
        so_far = whole_so_far(LONG[:length])
        assert so_far == whole[: len(so_far)]


@pytest.mark.parametrize("stop", [".", "…", "?", "۔"])
def test_a_row_of_stops_is_read_in_one_go(stop: str) -> None:
    assert pieces("Well" + stop * 100_000 + "a")[0][:5] == f"Well{stop}"
    assert pieces(f"Well{stop * 5} Yes.") == [f"Well{stop * 5}", "Yes."]


def test_an_arriving_text_shows_only_what_can_no_longer_grow() -> None:
    text = "Rest helps. It takes ti"
    assert [text[s:e] for s, e in whole_so_far(text)] == ["Rest helps."]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("**Rest** helps", "Rest helps"),
        ("It is *your* choice, __really__.", "It is your choice, really."),
        ("Type `ls`\nhere", "Type ls here"),
        ("**Rest helps.", "Rest helps."),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("You are tired and\n> > need rest", "You are tired and need rest"),
    ],
)
def test_a_statement_is_shown_without_the_signs_for_bold_and_code(raw: str, shown: str) -> None:
    assert readable(raw, 0, len(raw)) == shown
