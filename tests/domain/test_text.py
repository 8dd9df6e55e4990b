"""What text from outside has to pass."""

import pytest

from app.domain.text import (
    QUESTION_MAX_CHARS,
    checked_answer,
    checked_name,
    checked_question,
    plain,
    unhidden,
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


SCOTLAND = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    ("untrusted", "seen"),
    [
        ("\u202egnp.tac\u202c", "\ufffdgnp.tac\ufffd"),
        ("\u2066a\u2069 \u202ab", "\ufffda\ufffd \ufffdb"),
        ("be\u200btween\ufeff \u2060", "be\ufffdtween\ufffd \ufffd"),
        ("👩\u200d👧 שלום\u200f \u200eمى\u200cخ", "👩\u200d👧 שלום\u200f \u200eمى\u200cخ"),
        ("plain", "plain"),
        ("a\u061cb\u034fc\u206ad\u206f", "a\ufffdb\ufffdc\ufffdd\ufffd"),
        ("a\ufff9b\ufffac\ufffbd\u2061\u2064", "a\ufffdb\ufffdc\ufffdd\ufffd\ufffd"),
        ("a\u3164b\u115fc\u1160d\uffa0", "a\ufffdb\ufffdc\ufffdd\ufffd"),
        ("a\U000e0068\U000e0069\U000e007f", "a\ufffd\ufffd\ufffd"),
        (SCOTLAND, SCOTLAND),
        (f"{SCOTLAND}\U000e0068", f"{SCOTLAND}\ufffd"),
        ("🏴\U000e0067\U000e0062", "🏴\ufffd\ufffd"),
        ("🏴" + "\U000e0061" * 7 + "\U000e007f", "🏴" + "\ufffd" * 8),
        ("un\u00adbreak\u00adable", "unbreakable"),
        ("❤\ufe0f 한국 \u2800 ﷽ नि\u200dक", "❤\ufe0f 한국 \u2800 ﷽ नि\u200dक"),
    ],
)
def test_what_turns_letters_around_or_has_no_width_is_seen(untrusted: str, seen: str) -> None:
    assert unhidden(untrusted) == seen
    assert unhidden(seen) == seen


def test_an_exception_carries_the_code_and_never_the_words() -> None:
    with pytest.raises(KnownError) as refused:
        checked_name("secret " * 50)
    assert "secret" not in str(refused.value)
