"""A conversation is found by words, wherever in it they are."""

from collections.abc import Iterator

import pytest

from app.explore.held_words import holds_all, wanted_words


@pytest.mark.parametrize(
    ("typed", "is_held"),
    [
        ("sleep", True),
        ("  NIGHTS\n sleep  ", True),
        ("STRASSE", True),
        ("awake four", True),
        ("sleep never", False),
        ("sleepat", False),
        ("", True),
    ],
)
def test_all_words_are_looked_for_in_the_title_and_in_all_that_is_said(typed: str, is_held: bool) -> None:
    said = ["Why can I not Sleep?", "at four, in the Straße", "You are awake."]
    assert holds_all("Nights", said, wanted_words(typed)) is is_held


def test_nothing_is_gone_through_once_all_words_are_found() -> None:
    def said() -> Iterator[str]:
        yield "sleep"
        raise AssertionError

    assert holds_all("Nights", said(), wanted_words("nights sleep"))
