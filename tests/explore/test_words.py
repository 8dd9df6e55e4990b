"""Token chances gathered to words."""

import math
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer import Chance
from app.errors import BugError
from app.explore.word_rule import words
from app.explore.words import LEAST_CHANCES, Alternative, weighed


def chances(*tokens: tuple[str, float]) -> tuple[str, list[Chance]]:
    return "".join(text for text, _ in tokens), [Chance(len(text), logprob) for text, logprob in tokens]


def test_the_logarithms_of_a_words_tokens_are_added() -> None:
    text, tokens = chances(("Rest", -1.0), (" hel", -0.5), ("ps", -0.25), (".", -9.0))

    assert [(text[w.start : w.end], w.logprob) for w in weighed(text, tokens)] == [
        ("Rest", -1.0),
        ("helps", -0.75),
    ]


def test_a_token_in_two_words_gives_each_its_share_by_letters() -> None:
    text, tokens = chances(("a b", -0.5), ("cd", -1.0), (" e.fgh", -4.0))

    assert [(text[w.start : w.end], w.logprob) for w in weighed(text, tokens)] == [
        ("a", -0.25),
        ("bcd", -1.25),
        ("e", -1.0),
        ("fgh", -3.0),
    ]


def test_a_token_of_a_part_of_a_letter_belongs_to_the_next() -> None:
    text, tokens = "né", [Chance(1, -0.5), Chance(0, -1.0, (("x", -2.0),)), Chance(1, -0.25)]

    assert [w.logprob for w in weighed(text, tokens)] == [-1.75]


@pytest.mark.parametrize(
    ("probability", "weight"),
    [(1.0, 0), (0.51, 0), (0.49, 1), (0.11, 1), (0.09, 2), (0.011, 2), (0.009, 3), (1e-9, 3)],
)
def test_weight_grows_in_the_steps_that_are_stated(probability: float, weight: int) -> None:
    assert LEAST_CHANCES == (0.5, 0.1, 0.01)
    assert weighed("word", [Chance(4, math.log(probability))])[0].weight == weight


def test_alternatives_are_those_of_the_token_that_the_word_begins_with() -> None:
    tokens = [
        Chance(
            5,
            -0.1,
            ((" Sleep", math.log(0.2)), (" Walk", math.log(0.3)), ("Walk", math.log(0.1)), (" \n", -1.0)),
        ),
        Chance(3, -0.1, (("less", -1.0),)),
    ]

    (word,) = weighed(" Restful", tokens)

    assert [alternative.text for alternative in word.alternatives] == ["Walk", "Sleep"]
    assert [alternative.probability for alternative in word.alternatives] == pytest.approx([0.4, 0.2])


def test_a_word_that_begins_inside_another_words_token_has_no_alternatives() -> None:
    first, second = weighed("a bc", [Chance(3, -0.1, (("x", -1.0),)), Chance(1, -0.1, (("y", -1.0),))])

    assert [alternative.text for alternative in first.alternatives] == ["x"]
    assert second.alternatives == ()


def test_what_the_model_might_have_said_is_taken_as_untrusted_text() -> None:
    (word,) = weighed("a", [Chance(1, -0.1, (("b\x1b[2J\x00\tc", 0.5),))])

    assert word.alternatives == (Alternative("b[2J c", 1.0),)


@pytest.mark.parametrize(
    "tokens",
    [
        [Chance(1, -0.1)],
        [Chance(3, -0.1)],
        [Chance(3, -0.1), Chance(-1, -0.1)],
        [Chance(2, 0.1)],
        [Chance(2, math.nan)],
    ],
)
def test_tokens_that_cannot_be_of_this_text_are_refused(tokens: list[Chance]) -> None:
    with pytest.raises(BugError):
        weighed("ab", tokens)


@st.composite
def spoken(draw: st.DrawFn) -> tuple[str, list[Chance]]:
    text = draw(st.text(alphabet=st.sampled_from("ab1 .-'\n😊é\u0301_"), max_size=60))
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=30).map(sorted))
    edges = [0, *cuts, len(text)]
    logprobs = draw(st.lists(st.floats(-50, 0), min_size=len(edges) - 1, max_size=len(edges) - 1))
    sizes = [after - before for before, after in pairwise(edges)]
    return text, [Chance(size, logprob) for size, logprob in zip(sizes, logprobs, strict=True)]


@given(spoken())
def test_words_are_those_of_the_text_and_each_weight_follows_from_the_chance(
    said: tuple[str, list[Chance]],
) -> None:
    text, tokens = said
    found = weighed(text, tokens)

    assert tuple((word.start, word.end) for word in found) == words(text)
    assert all(word.logprob <= 0 for word in found)
    assert [word.weight for word in found] == [
        sum(word.logprob < math.log(least) for least in LEAST_CHANCES) for word in found
    ]


@given(spoken())
def test_no_chance_is_counted_twice_or_lost(said: tuple[str, list[Chance]]) -> None:
    text, tokens = said
    tokens = [token for token in tokens if token.chars]
    covered = {at for start, end in words(text) for at in range(start, end)}
    ends = list(accumulate(token.chars for token in tokens))
    with_letters = [
        token.logprob
        for token, end in zip(tokens, ends, strict=True)
        if covered & set(range(end - token.chars, end))
    ]

    assert math.fsum(word.logprob for word in weighed(text, tokens)) == pytest.approx(math.fsum(with_letters))
