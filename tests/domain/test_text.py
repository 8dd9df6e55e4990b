"""What text from outside has to pass."""

import pytest

from app.domain.text import (
    QUESTION_MAX_CHARS,
    checked_answer,
    checked_name,
    checked_question,
    plain,
)
from app.errors import ErrorCode, KnownError


@pytest.mark.parametrize(
    ("untrusted", "kept"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\x00\x07\x1b[31mb\x7f\x85c", "a[31mbc"),
        ("tab\tstays", "tab\tstays"),
        ("half \ud83d of a pair", "half � of a pair"),
        ("whole 😊 pair", "whole 😊 pair"),
        ("مرحبا، كيف حالك؟", "مرحبا، كيف حالك؟"),
        ("<b>bold</b> &amp; <img src=x>", "<b>bold</b> &amp; <img src=x>"),
    ],
)
def test_text_is_kept_but_for_what_no_screen_can_hold(untrusted: str, kept: str) -> None:
    assert plain(untrusted) == kept
    assert plain(kept) == kept


@pytest.mark.parametrize("blank", ["", "   ", "\n\t", "\x00\x01", "\u2028"])
def test_an_empty_question_is_refused(blank: str) -> None:
    with pytest.raises(KnownError) as refused:
        checked_question(blank)
    assert refused.value.code is ErrorCode.QUESTION_EMPTY


def test_a_question_of_200_000_characters_is_refused_and_one_at_the_limit_is_taken() -> None:
    with pytest.raises(KnownError) as refused:
        checked_question("a" * 200_000)
    assert refused.value.code is ErrorCode.QUESTION_TOO_LONG
    assert checked_question("a" * QUESTION_MAX_CHARS) == "a" * QUESTION_MAX_CHARS


def test_an_answer_has_its_own_sentences() -> None:
    with pytest.raises(KnownError) as empty:
        checked_answer(" ")
    with pytest.raises(KnownError) as long:
        checked_answer("a" * 200_001)
    assert (empty.value.code, long.value.code) == (ErrorCode.ANSWER_EMPTY, ErrorCode.ANSWER_TOO_LONG)


def test_a_name_is_one_line() -> None:
    assert checked_name("  Maya\n  Dewi ") == "Maya Dewi"


def test_an_exception_carries_the_code_and_never_the_words() -> None:
    with pytest.raises(KnownError) as refused:
        checked_name("secret " * 50)
    assert "secret" not in str(refused.value)
