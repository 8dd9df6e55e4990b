"""Statements joined and divided by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BugError
from app.explore.division import LONGEST_JOINED_CHARS, divided, divisions, joined, may_join
from app.explore.statements import split

TEXT = "Rest helps. It takes time."
FAMILY = "👩\u200d👩\u200d👧"


def test_two_statements_become_one_with_what_stands_between() -> None:
    text = "- Rest\n- Walk"
    first, second = split(text)

    assert text[slice(*joined(text, first, second))] == "Rest\n- Walk"


@pytest.mark.parametrize(
    ("first", "second"),
    [((12, 26), (0, 11)), ((0, 12), (11, 26)), ((0, 11), (12, 27)), ((0, 0), (12, 26)), ((-1, 11), (12, 26))],
)
def test_spans_that_are_no_neighbours_in_the_text_are_not_joined(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    with pytest.raises(BugError):
        joined(TEXT, first, second)


def test_two_that_are_too_long_together_are_not_joined() -> None:
    text = "a" * (LONGEST_JOINED_CHARS - 2) + " bc"
    first, second = (0, LONGEST_JOINED_CHARS - 2), (LONGEST_JOINED_CHARS - 1, LONGEST_JOINED_CHARS + 1)

    assert not may_join(first, second)
    with pytest.raises(BugError):
        joined(text, first, second)
    assert may_join(first, (LONGEST_JOINED_CHARS - 1, LONGEST_JOINED_CHARS))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (TEXT, ["helps. It takes time.", "It takes time.", "takes time.", "time."]),
        ("Rest  and\n  walk 😊", ["and\n  walk 😊", "walk 😊"]),
        ("Rest", []),
        ("😊 Rest 😊", []),
        ("你好。今天", ["今天"]),
        ("“你好。”今天", []),
        ("a \u0301b", []),
        ("— …", []),
    ],
)
def test_a_statement_can_be_divided_between_words(text: str, after: list[str]) -> None:
    assert [text[at:] for at in divisions(text, 0, len(text))] == after


def test_only_the_statement_itself_is_looked_at() -> None:
    assert divisions(TEXT, 12, 20) == (15,)


@pytest.mark.parametrize(
    ("text", "at", "parts"),
    [
        (TEXT, 5, ("Rest", "helps. It takes time.")),
        (TEXT, 4, ("Rest", "helps. It takes time.")),
        (TEXT, 7, ("Rest he", "lps. It takes time.")),
        (f"Ab{FAMILY}cd", 5, ("Ab", f"{FAMILY}cd")),
        (f"Ab{FAMILY}cd", 7, (f"Ab{FAMILY}", "cd")),
        ("ae\u0301o", 2, ("a", "e\u0301o")),
        ("a👍🏽b", 2, ("a", "👍🏽b")),
        ("a🇮🇩🇬🇧b", 2, ("a", "🇮🇩🇬🇧b")),
        ("a🇮🇩🇬🇧b", 3, ("a🇮🇩", "🇬🇧b")),
        ("a❤\ufe0fb", 2, ("a", "❤\ufe0fb")),
        ("a1\ufe0f\u20e3b", 3, ("a", "1\ufe0f\u20e3b")),
        ("a\u1112\u1161\u11abb", 3, ("a", "\u1112\u1161\u11abb")),
    ],
)
def test_a_statement_is_divided_without_white_space_and_never_within_a_letter(
    text: str, at: int, parts: tuple[str, str]
) -> None:
    one, other = divided(text, 0, len(text), at)

    assert (text[slice(*one)], text[slice(*other)]) == parts


@pytest.mark.parametrize(
    ("text", "at"),
    [("Rest", 0), ("Rest", 4), ("Rest", 9), ("e\u0301a", 1), (" Rest", 1), ("Rest 😊", 5), ("", 0)],
)
def test_a_place_that_would_leave_a_part_without_a_word_is_refused(text: str, at: int) -> None:
    with pytest.raises(BugError):
        divided(text, 0, len(text), at)


@given(
    st.text(alphabet=st.sampled_from("aé1 .\n\t\u0301\u200d😊👧🏽🇮。”"), min_size=1, max_size=60), st.data()
)
def test_every_place_that_is_offered_divides_into_two_with_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    for at in divisions(text, start, end):
        one, other = divided(text, start, end, at)
        assert start <= one[0] < one[1] <= at == other[0] < other[1] <= end
        for first, last in (one, other):
            assert text[first:last] == text[first:last].strip()
            assert any(letter.isalnum() for letter in text[first:last])
        assert joined(text, one, other) == (one[0], other[1])
