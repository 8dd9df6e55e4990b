"""Letters come out whole, and thoughts are told apart from what is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.messages import PieceKind
from app.engine.streaming import AnswerText, opens_thought

SAID, THOUGHT = PieceKind.SAID, PieceKind.THOUGHT


def heard(stream: bytes, step: int, *, in_thought: bool = False) -> dict[PieceKind, str]:
    """All that comes out of a stream fed in steps of so many bytes, by kind."""
    text = AnswerText(in_thought=in_thought)
    whole = {SAID: "", THOUGHT: ""}
    for start in range(0, len(stream), step):
        for kind, piece in text.feed(stream[start : start + step]):
            assert piece
            whole[kind] += piece
    for kind, piece in text.end():
        whole[kind] += piece
    return whole


@pytest.mark.parametrize("step", [1, 2, 3, 7, 100])
@pytest.mark.parametrize("words", ["🙂 👩‍👩‍👧 🇮🇩", "مرحبا שלום", "e\u0301 ☕️ 今日"])
def test_letters_spread_over_tokens_come_out_whole(words: str, step: int) -> None:
    assert heard(words.encode(), step) == {SAID: words, THOUGHT: ""}


def test_every_piece_ends_at_a_letter() -> None:
    text = AnswerText(in_thought=False)
    assert [text.feed(bytes([byte])) for byte in "🙂".encode()] == [[], [], [], [(SAID, "🙂")]]


def test_a_letter_that_was_cut_off_by_the_end_is_dropped() -> None:
    assert heard("rain 🙂".encode()[:-1], 1)[SAID] == "rain "


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(1, 9))
def test_any_text_without_a_thought_comes_out_the_same(words: str, step: int) -> None:
    said = "x" + words
    assert heard(said.encode(), step) == {SAID: said, THOUGHT: ""}


@pytest.mark.parametrize("step", [1, 2, 5, 100])
def test_a_thought_at_the_beginning_is_told_apart(step: int) -> None:
    stream = b"\n<think>\nWhat < do </th they mean?</think>\n\nIt rains. <think>no</think>"
    assert heard(stream, step) == {
        THOUGHT: "What < do </th they mean?",
        SAID: "It rains. <think>no</think>",
    }


@pytest.mark.parametrize("step", [1, 4, 100])
def test_a_thought_that_the_template_opened_goes_on_until_it_is_closed(step: int) -> None:
    stream = b" I wonder.</think>Rain."
    assert heard(stream, step, in_thought=True) == {THOUGHT: "I wonder.", SAID: "Rain."}


def test_a_thought_that_never_ends_stays_a_thought() -> None:
    assert heard(b"<think>on and on </thi", 1) == {THOUGHT: "on and on </thi", SAID: ""}


def test_an_empty_thought_leaves_no_piece() -> None:
    assert heard(b"<think>\n\n</think>\n\nRain.", 3) == {THOUGHT: "", SAID: "Rain."}


def test_what_only_looks_like_the_beginning_of_a_thought_is_said() -> None:
    assert heard(b"<thin", 1)[SAID] == "<thin"
    assert heard(b"<thinking> aloud", 1)[SAID] == "<thinking> aloud"


def test_a_prompt_that_ends_in_an_open_thought_is_recognised() -> None:
    assert opens_thought("<|assistant|>\n<think>\n")
    assert not opens_thought("<|assistant|>\n<think>\n\n</think>\n\n")
