"""What counts as a word, in several scripts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.explore.word_rule import words


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't worry, it's fine.", ["Don't", "worry", "it's", "fine"]),
        ("anak-anak bermain - lalu tidur", ["anak-anak", "bermain", "lalu", "tidur"]),
        ("Rp 1.500.000,00 pukul 08.30.", ["Rp", "1.500.000,00", "pukul", "08.30"]),
        ("'quoted' -dash- well--known", ["quoted", "dash", "well", "known"]),
        ("e.g. a,b 3,b", ["e", "g", "a", "b", "3", "b"]),
        ("snake_case **bold**", ["snake", "case", "bold"]),
        ("e\u0301te\u0301 nai\u0308ve", ["e\u0301te\u0301", "nai\u0308ve"]),
        ("नमस्ते दुनिया", ["नमस्ते", "दुनिया"]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("你好。今天", ["你好", "今天"]),
        ("😊 … — !", []),
        ("", []),
    ],
)
def test_a_text_has_these_words(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@given(st.text(max_size=200))
def test_words_are_apart_and_hold_every_letter_and_digit(text: str) -> None:
    spans = words(text)

    assert all(start < end for start, end in spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    covered = {at for start, end in spans for at in range(start, end)}
    assert {at for at, letter in enumerate(text) if letter.isalnum()} <= covered
    assert all(text[start].isalnum() for start, _ in spans)
