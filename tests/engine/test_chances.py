"""How likely words were: measured as a plain computation would, and brought to the right letters."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.chances import LetterChances, Likelihood, Likelihoods
from app.engine.messages import LEAST_LIKELY_OTHER, MAX_OTHERS, Chance, Other, PieceKind
from app.engine.streaming import AnswerText

SPELLINGS = [b"rain", b" snow", b"hail", b"\xf0\x9f", b"", b"x" * 65, b"fog", b"dew", b"ice", b" sun"]


def likelihoods() -> Likelihoods:
    return Likelihoods(len(SPELLINGS), SPELLINGS.__getitem__)


def ratings(*chances: float) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    """Ratings that give these chances, moved by what no chance depends on."""
    rest = (1.0 - sum(chances)) / max(1, len(SPELLINGS) - len(chances))
    whole = [*chances, *[rest] * (len(SPELLINGS) - len(chances))]
    return (np.log(np.maximum(whole, 1e-12)) + 11.0).astype(np.float32)


def test_the_chance_of_a_token_is_its_share_of_all() -> None:
    measured = likelihoods().measure(ratings(0.5, 0.25, 0.25), 1)
    assert measured.logprob == pytest.approx(math.log(0.25), abs=1e-5)
    assert [other.text for other in measured.others] == ["rain", "hail"]
    assert measured.others[0].logprob == pytest.approx(math.log(0.5), abs=1e-5)


def test_others_are_those_above_the_threshold_that_spell_letters_likeliest_first() -> None:
    least = LEAST_LIKELY_OTHER
    logits = ratings(0.3, 0.05, least * 0.9, 0.2, 0.1, 0.1, least * 1.1, 0.06, 0.04)
    measured = likelihoods().measure(logits, 0)
    assert [other.text for other in measured.others] == [" sun", "dew", " snow", "ice", "fog"]


def test_there_are_at_most_five_others() -> None:
    measured = likelihoods().measure(ratings(0.12, 0.12, 0.12, 0.0, 0.0, 0.0, 0.16, 0.16, 0.16), 9)
    assert len(measured.others) == MAX_OTHERS
    assert {other.text for other in measured.others[:3]} == {"fog", "dew", "ice"}


@pytest.mark.parametrize("wrong", [float("-inf"), float("nan"), float("inf")])
def test_ratings_of_a_broken_model_give_a_number_that_can_be_told(wrong: float) -> None:
    logits = ratings(0.5, 0.3)
    logits[0] = wrong
    with np.errstate(invalid="ignore"):
        measured = likelihoods().measure(logits, 0)
    assert -1e6 <= measured.logprob <= 0.0


def test_a_letter_spread_over_tokens_has_the_sum_and_the_others_of_the_first() -> None:
    letters = LetterChances()
    first, last = (Other("a", -1.0),), (Other("b", -2.0),)
    letters.add(3, Likelihood(-0.5, ()))
    letters.add(0, Likelihood(-1.0, first))
    letters.add(0, Likelihood(-0.25, ()))
    letters.add(1, Likelihood(-0.125, last))
    assert letters.take(4) == (Chance(3, -0.5, ()), Chance(1, -1.375, first))


def test_what_was_dropped_in_front_counts_for_nothing() -> None:
    letters = LetterChances()
    letters.add(7, Likelihood(-1.0, ()))
    letters.add(5, Likelihood(-2.0, ()))
    letters.add(2, Likelihood(-3.0, ()))
    assert letters.take(4) == (Chance(2, -2.0, ()), Chance(2, -3.0, ()))
    letters.add(1, Likelihood(-4.0, ()))
    assert letters.take(1) == (Chance(1, -4.0, ()),)


def spoken(tokens: list[bytes], *, in_thought: bool = False) -> tuple[str, list[Chance]]:
    """What is said of these tokens, and the chances of its letters. A token's logarithm is minus its place."""
    text, letters = AnswerText(in_thought=in_thought), LetterChances()
    whole = ""
    chances: list[Chance] = []
    for place, token in enumerate(tokens):
        before = text.letters
        pieces = text.feed(token)
        if token:
            letters.add(text.letters - before, Likelihood(-float(place), ()))
        if place == len(tokens) - 1:
            pieces += text.end()
        for kind, piece in pieces:
            if kind is PieceKind.SAID:
                told = letters.take(len(piece))
                assert sum(chance.chars for chance in told) == len(piece)
                whole, chances = whole + piece, [*chances, *told]
    return whole, chances


def by_letter(said: str, chances: list[Chance]) -> list[tuple[str, float]]:
    values = [chance.logprob for chance in chances for _ in range(chance.chars)]
    return list(zip(said, values, strict=True))


def test_thoughts_and_white_space_before_the_first_letter_shift_nothing() -> None:
    tokens = [b"\n", b"<thi", b"nk>", b"so <", b"/think", b">\n\n Ra", b"in", b" falls"]
    assert by_letter(*spoken(tokens)) == [(c, -5.0) for c in "Ra"] + [(c, -6.0) for c in "in"] + [
        (c, -7.0) for c in " falls"
    ]


def test_what_was_held_back_because_it_looked_like_a_thought_has_its_chances() -> None:
    assert by_letter(*spoken([b" ", b"<th", b"in"])) == [(c, -1.0) for c in "<th"] + [(c, -2.0) for c in "in"]


@given(
    st.lists(
        st.sampled_from(
            [b"rain", b" ", b"\n<think>", b"</think>", b"<", b"\xf0\x9f", b"\x99\x82 x", b"\xff", b""]
        )
    ),
    st.booleans(),
)
def test_chances_are_always_those_of_the_letters_that_are_said(tokens: list[bytes], in_thought: bool) -> None:
    said, chances = spoken(tokens, in_thought=in_thought)
    assert sum(chance.chars for chance in chances) == len(said)
    places = [value for _, value in by_letter(said, chances)]
    assert all(value <= 0 for value in places)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.integers(1, 5))
def test_every_letter_gets_the_chance_of_the_bytes_it_was_spelled_with(words: str, step: int) -> None:
    stream = ("x" + words).encode()
    said, chances = spoken([stream[start : start + step] for start in range(0, len(stream), step)])
    assert said == "x" + words
    assert -sum(chance.logprob for chance in chances) == sum(range(math.ceil(len(stream) / step)))
