"""What several texts do not have in common."""

from itertools import pairwise, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.explore.differences import MOST_UNITS, differing
from app.explore.word_rule import words


def parts(*texts: str) -> list[list[str]]:
    return [
        [text[start:end] for start, end in spans] for text, spans in zip(texts, differing(texts), strict=True)
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("I think I am right.", "I think I am not right."),
            [[], ["not"]],
        ),
        (
            ("Should I stay?", "Should I go?"),
            [["stay"], ["go"]],
        ),
        (
            ("Rest helps. You are tired now.", "You are tired now! Walk a little."),
            [["Rest helps"], ["Walk a little"]],
        ),
        (
            ("It may help to rest today.", "It may help to walk today.", "It may help to rest now."),
            [["rest today"], ["walk today"], ["rest now"]],
        ),
        # "the" and "to" by chance are nothing in common.
        (
            ("Ask the doctor to come.", "Nobody saw the sea near to Rome."),
            [["Ask the doctor to come"], ["Nobody saw the sea near to Rome"]],
        ),
        (("REST HELPS!", "Rest, helps"), [[], []]),
        (("1. Rest well\n2. Walk", "1. Rest well\n2. Walk"), [[], []]),
        (("Sleep\nEat", "Walk"), [["Sleep", "Eat"], ["Walk"]]),
        (("Apakah saya salah?", "Saya tidak salah."), [["Apakah saya"], ["Saya tidak"]]),
        (("Rest.", ""), [["Rest"], []]),
        (("Rest.",), [[]]),
        ((), []),
    ],
)
def test_these_parts_differ(texts: tuple[str, ...], expected: list[list[str]]) -> None:
    assert parts(*texts) == expected


TEXTS = st.lists(st.sampled_from(["I", "am", "not", "tired", "Rest", ".", "?", "\n", "😊"]), max_size=25).map(
    " ".join
)


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_spans_lie_in_the_text_in_order_and_begin_and_end_with_a_word(texts: list[str]) -> None:
    for text, spans in zip(texts, differing(texts), strict=True):
        edges = words(text)
        assert {start for start, _ in spans} <= {start for start, _ in edges}
        assert {end for _, end in spans} <= {end for _, end in edges}
        assert all(start < end for start, end in spans)
        assert all(one[1] < other[0] for one, other in pairwise(spans))
        assert not any("\n" in text[start:end] for start, end in spans)


@given(TEXTS, st.integers(1, 4))
def test_texts_that_are_alike_differ_nowhere(text: str, times: int) -> None:
    assert differing([text] * times) == ((),) * times


@given(st.lists(TEXTS, min_size=2, max_size=3))
def test_the_order_of_the_columns_changes_nothing(texts: list[str]) -> None:
    by_place = differing(texts)

    for order in permutations(range(len(texts))):
        assert differing([texts[place] for place in order]) == tuple(by_place[place] for place in order)


@given(TEXTS, TEXTS)
def test_a_column_that_is_there_twice_changes_nothing(one: str, other: str) -> None:
    first, second = differing([one, other])

    assert differing([one, other, one]) == (first, second, first)


@given(st.lists(st.sampled_from("ab"), max_size=7), st.lists(st.sampled_from("ab"), max_size=7))
def test_what_is_left_out_of_two_texts_makes_them_the_same(one: list[str], other: list[str]) -> None:
    texts = [" ".join(one), " ".join(other)]

    kept = []
    for text, spans in zip(texts, differing(texts), strict=True):
        gone = {at for start, end in spans for at in range(start, end)}
        kept.append([text[start:end] for start, end in words(text) if start not in gone])
    assert kept[0] == kept[1]


def test_common_words_are_a_longest_common_subsequence() -> None:
    # Each word a line, so that each begins a statement of its own and no run is too short to count.
    for one, other in product(product("AB", repeat=4), product("ABC", repeat=3)):
        texts = ["\n".join(one), "\n".join(other)]
        kept = [len(text.split()) - len(spans) for text, spans in zip(texts, differing(texts), strict=True)]
        assert kept == [longest(one, other)] * 2


def longest(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    if not one or not other:
        return 0
    if one[0] == other[0]:
        return 1 + longest(one[1:], other[1:])
    return max(longest(one[1:], other), longest(one, other[1:]))


def test_above_the_bound_whole_statements_are_compared() -> None:
    middle = [f"This is thought {number} of many thoughts." for number in range(MOST_UNITS // 4)]
    changed = [*middle]
    changed[500] = "This is another thought, one of many."
    one, other = " ".join(["First.", *middle, "Last."]), " ".join(["Begin.", *changed, "End."])

    assert parts(one, other) == [
        ["First", "This is thought 500 of many thoughts", "Last"],
        ["Begin", "This is another thought, one of many", "End"],
    ]


def test_beyond_the_bound_on_statements_the_rest_counts_as_different() -> None:
    lines = [f"Word{number}" for number in range(MOST_UNITS + 10)]

    one, other = differing(["\n".join(["A", *lines, "B"]), "\n".join(["C", *lines, "D"])])

    assert len(one) == len(other) == 1 + 11 + 1
