"""What stays and what varies: every statement in one group, opposites never together, errors as published."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.explore.grouping import MOST_COMPARED, Group, group, likeness, say_the_same
from app.explore.opposites import are_opposites
from app.explore.wording import read, vocabulary_of
from tests.explore.sentence_pairs import Pair, sentence_pairs

REAL = st.sampled_from([text for pair in sentence_pairs() for text in (pair.one, pair.two)])
ANSWERS = st.lists(st.lists(REAL | st.text(max_size=40), max_size=12), max_size=8)


def grouped(pair: Pair) -> bool:
    """Whether the two are put together, with the language read from its whole part of the set."""
    company = [p.one for p in sentence_pairs() if p.language == pair.language and p.kind == "different"]
    groups = group(([pair.one, *company], [pair.two, *company]))
    return any({(0, 0), (1, 0)} <= set(made.members) for made in groups)


def texts(made: Group, answers: tuple[tuple[str, ...], ...]) -> list[str]:
    return [answers[a][s] for a, s in made.members]


@given(ANSWERS)
def test_every_statement_is_in_exactly_one_group(answers: list[list[str]]) -> None:
    found = [member for made in group(answers) for member in made.members]
    assert sorted(found) == [(a, s) for a, statements in enumerate(answers) for s in range(len(statements))]


@given(ANSWERS)
def test_every_two_members_say_the_same_and_no_opposites_share_a_group(answers: list[list[str]]) -> None:
    vocabulary = vocabulary_of(text for statements in answers for text in statements)
    for made in group(answers):
        for (a, s), (b, t) in combinations(made.members, 2):
            one, other = read(answers[a][s], vocabulary), read(answers[b][t], vocabulary)
            assert say_the_same(one, other)
            assert not are_opposites(one, other)


@given(ANSWERS)
def test_groups_of_most_answers_come_first_then_by_first_appearance(answers: list[list[str]]) -> None:
    order = [(-len(made.answers), made.members[0]) for made in group(answers)]
    assert order == sorted(order)


@given(ANSWERS)
def test_the_representative_is_a_member_and_members_stand_in_reading_order(answers: list[list[str]]) -> None:
    for made in group(answers):
        assert made.representative in made.members
        assert list(made.members) == sorted(set(made.members))


@given(ANSWERS)
def test_the_same_answers_give_the_same_groups(answers: list[list[str]]) -> None:
    assert group(answers) == group(answers)


@given(REAL, REAL)
def test_likeness_lies_between_nothing_and_all_and_has_no_direction(one: str, two: str) -> None:
    vocabulary = vocabulary_of((one, two))
    first, second = read(one, vocabulary), read(two, vocabulary)
    assert 0 <= likeness(first, second) == likeness(second, first) <= 1
    assert likeness(first, first) == 1


def test_nothing_gives_no_groups() -> None:
    assert group(()) == ()
    assert group(((), ())) == ()


def test_what_most_answers_say_comes_first_and_its_plainest_wording_stands_for_it() -> None:
    answers = (
        ("Drink some tea.", "Taking a slow walk outside in the park can help."),
        ("Take a slow walk outside in the park.", "Call your sister."),
        ("Try taking a slow walk outside in the park today.",),
    )
    first, *rest = group(answers)
    assert first == Group(((0, 1), (1, 0), (2, 0)), (0, 1))
    assert [made.members for made in rest] == [((0, 0),), ((1, 1),)]


def test_an_answer_that_repeats_itself_counts_once() -> None:
    made, other = group((("Drink some tea.", "Drink tea.", "DRINK TEA!"), ("Call your sister.",)))
    assert (made.members, made.answers) == (((0, 0), (0, 1), (0, 2)), frozenset({0}))
    assert other.answers == frozenset({1})


def test_a_statement_between_two_opposites_joins_one_of_them_alone() -> None:
    answers = (
        ("Call your sister more often now.",),
        ("Call your sister now.",),
        ("Call your sister less often now.",),
    )
    assert [texts(made, answers) for made in group(answers)] == [
        ["Call your sister more often now.", "Call your sister now."],
        ["Call your sister less often now."],
    ]


def test_a_chain_of_additions_does_not_lead_from_one_claim_to_another() -> None:
    chain = (
        ("Bake bread, soup, rice.",),
        ("Bake bread, soup, rice, cake.",),
        ("Bake bread, soup, rice, cake, pie.",),
        ("Bake bread, soup, rice, cake, pie, jam.",),
        ("Bake bread, soup, rice, cake, pie, jam, beans.",),
    )
    assert max(len(made.members) for made in group(chain)) < len(chain)


def test_statements_without_words_are_like_nothing_but_themselves() -> None:
    assert [made.members for made in group((("🙂", "→"), ("🙂",)))] == [((0, 0), (1, 0)), ((0, 1),)]


def test_statements_past_the_bound_still_join_equal_texts() -> None:
    many = [f"Plant tree number {i}." for i in range(MOST_COMPARED)]
    groups = group(([*many, "Water the garden."], [*many, "Water the garden.", "Water the whole garden."]))
    by_member = {member: made for made in groups for member in made.members}
    assert by_member[0, MOST_COMPARED].members == ((0, MOST_COMPARED), (1, MOST_COMPARED))
    assert by_member[1, MOST_COMPARED + 1].members == ((1, MOST_COMPARED + 1),)


def test_as_many_statements_as_the_largest_answers_hold_are_all_grouped() -> None:
    answers = [[f"Bake bread and soup with {i} and {a}." for i in range(2_000)] for a in range(8)]
    assert sum(len(made.members) for made in group(answers)) == 16_000


@pytest.mark.parametrize("pair", [pair for pair in sentence_pairs() if pair.kind == "opposite"], ids=str)
def test_no_opposite_pair_of_the_set_is_grouped(pair: Pair) -> None:
    assert not grouped(pair)


@pytest.mark.parametrize(
    ("part", "language", "hard", "expected"),
    [
        ("tune", "en", False, {"same": 9, "different": 0, "opposite": 0}),
        ("tune", "en", True, {"same": 0, "different": 0, "opposite": 0}),
        ("tune", "id", False, {"same": 12, "different": 0, "opposite": 0}),
        ("tune", "id", True, {"same": 0, "different": 0, "opposite": 0}),
        ("held_out", "en", False, {"same": 8, "different": 0, "opposite": 0}),
        ("held_out", "en", True, {"same": 0, "different": 0, "opposite": 0}),
        ("held_out", "id", False, {"same": 6, "different": 0, "opposite": 0}),
        ("held_out", "id", True, {"same": 1, "different": 0, "opposite": 0}),
    ],
)
def test_the_pairs_that_are_grouped_are_as_many_as_published(
    part: str, language: str, hard: bool, expected: dict[str, int]
) -> None:
    chosen = [pair for pair in sentence_pairs(part) if (pair.language, pair.hard) == (language, hard)]
    counts = {kind: sum(grouped(pair) for pair in chosen if pair.kind == kind) for kind in expected}
    assert counts == expected


def test_the_set_is_balanced_and_large_enough() -> None:
    pairs = sentence_pairs()
    sizes = {
        (part, language, kind): sum((p.part, p.language, p.kind) == (part, language, kind) for p in pairs)
        for part in ("tune", "held_out")
        for language in ("en", "id")
        for kind in ("same", "different", "opposite")
    }
    assert len(pairs) == sum(sizes.values()) == 208
    assert set(sizes.values()) == {20, 16}
    assert len({(pair.one, pair.two) for pair in pairs}) == len(pairs)
