"""The rule of opposites: what must never be said to say the same, and what it lets pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.explore.opposites import are_opposites
from app.explore.wording import read, vocabulary_of
from tests.explore.sentence_pairs import sentence_pairs

STATEMENTS = st.sampled_from([text for pair in sentence_pairs() for text in (pair.one, pair.two)]) | st.text()


def opposites(one: str, two: str) -> bool:
    vocabulary = vocabulary_of((one, two))
    first, second = read(one, vocabulary), read(two, vocabulary)
    assert are_opposites(first, second) == are_opposites(second, first)
    return are_opposites(first, second)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Call him today.", "Don’t call him today."),
        ("You have to call him.", "You never have to call him."),
        ("Call him, and do not write to him.", "Do not call him, and write to him."),
        ("Eat with company.", "Eat without company."),
        ("The house is quiet at night.", "The house is loud at night, not quiet."),
        ("Telepon dia hari ini.", "Jangan telepon dia hari ini."),
        ("Dia sudah siap untuk pulang.", "Dia belum siap untuk pulang."),
        ("Makan dengan teman.", "Makan tanpa teman."),
    ],
)
def test_a_negation_on_one_side_makes_opposites(one: str, two: str) -> None:
    assert opposites(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Spend more time with them.", "Spend less time with them."),
        ("More rest and less work will help.", "Less rest and more work will help."),
        ("You must see a doctor.", "You might see a doctor."),
        ("It is healthy to cry.", "It is unhealthy to cry."),
        ("Talk to him about the move.", "Talk to her about the move."),
        ("Lebih banyak kerja akan membantu.", "Lebih sedikit kerja akan membantu."),
        ("Pulang sendirian itu aman.", "Pulang sendirian itu berbahaya."),
    ],
)
def test_words_at_two_ends_of_one_axis_make_opposites(one: str, two: str) -> None:
    assert opposites(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Wait for three days.", "Wait for three weeks."),
        ("Walk for 20 minutes.", "Walk for thirty minutes."),
        ("Put 10% aside.", "Put 15% aside."),
        ("Wait a week.", "Wait two weeks."),
        ("Sleep 7 to 9 hours.", "Sleep 6 to 8 hours."),
        ("Tunggu selama tiga hari.", "Tunggu selama tiga minggu."),
        ("Tunggulah dulu seminggu.", "Tunggulah dulu dua minggu."),
    ],
)
def test_other_amounts_make_opposites(one: str, two: str) -> None:
    assert opposites(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Think before you speak.", "Speak before you think."),
        ("Friends matter more than money.", "Money matters more than friends."),
        ("You owe her an apology.", "She owes you an apology."),
        ("Only you can decide this.", "You can decide this."),
        ("Is it time to leave?", "It is time to leave."),
        ("Makan sebelum berangkat.", "Berangkat sebelum makan."),
    ],
)
def test_places_persons_only_and_questions_make_opposites(one: str, two: str) -> None:
    assert opposites(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Wait for two weeks.", "Wait for 14 days."),
        ("Don't forget to drink water.", "Remember to drink water."),
        ("Do not hesitate to call.", "Call."),
        ("Praise the effort, not only the result.", "Praise the effort and the result."),
        ("You aren't alone.", "You are not alone."),
        ("There will be good days and bad days.", "There will be bad days, and good days too."),
        ("Before you speak, think.", "Think before you speak."),
        ("Walk for an hour.", "Walk for one hour."),
        ("Jangan lupa minum air.", "Ingatlah untuk minum air."),
        ("Jangan ragu untuk menelepon.", "Silakan menelepon."),
        ("Tunggulah dulu seminggu.", "Tunggulah dulu satu minggu."),
    ],
)
def test_ways_of_saying_one_thing_are_no_opposites(one: str, two: str) -> None:
    assert not opposites(one, two)


@given(STATEMENTS)
def test_no_statement_is_its_own_opposite(text: str) -> None:
    assert not opposites(text, text)


@given(STATEMENTS, STATEMENTS)
def test_the_order_of_two_statements_does_not_matter(one: str, two: str) -> None:
    assert opposites(one, two) == opposites(two, one)


@pytest.mark.parametrize(
    ("part", "language", "vetoed"),
    [("tune", "en", 4), ("tune", "id", 4), ("held_out", "en", 5), ("held_out", "id", 4)],
)
def test_the_paraphrases_that_the_rule_takes_for_opposites_are_as_many_as_published(
    part: str, language: str, vetoed: int
) -> None:
    same = [pair for pair in sentence_pairs(part) if (pair.kind, pair.language) == ("same", language)]
    taken = [p for p in same if are_opposites(read(p.one, p.vocabulary), read(p.two, p.vocabulary))]
    assert len(taken) == vetoed


@pytest.mark.parametrize(
    ("part", "language", "seen"),
    [("tune", "en", 14), ("tune", "id", 14), ("held_out", "en", 12), ("held_out", "id", 14)],
)
def test_the_opposites_that_the_rule_sees_by_itself_are_as_many_as_published(
    part: str, language: str, seen: int
) -> None:
    against = [pair for pair in sentence_pairs(part) if (pair.kind, pair.language) == ("opposite", language)]
    taken = [p for p in against if are_opposites(read(p.one, p.vocabulary), read(p.two, p.vocabulary))]
    assert len(taken) == seen
