"""Chances come back exactly, and what never were chances is damage."""

import pytest

from app.domain.answer import Chance
from app.store.connection import Database
from app.store.repository import Repository

from .damaging import DEEP, assert_session_is_damaged, change
from .samples import chances_of
from .story import STORY_SESSION

LONG = "9" * 10_000


def _set_chances(database: Database, tokens: str) -> str:
    """Set the chances of the one answer that has some, with its length for each LENGTH. Return its id."""
    record = Repository(database).session_record(STORY_SESSION)
    (answer_id,) = record.chances
    length = next(len(answer.text) for answer in record.answers if answer.id == answer_id)
    change(database, "UPDATE chances SET tokens = :tokens", tokens=tokens.replace("LENGTH", str(length)))
    return answer_id


@pytest.mark.parametrize(
    "tokens",
    [
        "",
        "not json",
        "null",
        "{}",
        "[]",
        DEEP,
        "[LENGTH, -1.0]",
        "[[[LENGTH, -1.0]]]",
        "[[LENGTH]]",
        "[[LENGTH, -1.0], []]",
        "[[LENGTH, -1.0], null]",
        '[[LENGTH, -1.0], "a"]',
        '[[LENGTH, -1.0], {"0": 0, "1": -1.0}]',
        "[[LENGTH, -1.0], [1, -1.0]]",
        "[[LENGTH, -1.0], [1, -1.0], [-1, -1.0]]",
        f"[[LENGTH, -1.0], [{LONG}, -1.0]]",
        "[[LENGTH.0, -1.0]]",
        '[["LENGTH", -1.0]]',
        "[[LENGTH, -1.0], [false, -1.0]]",
        "[[LENGTH, -1]]",
        "[[LENGTH, null]]",
        "[[LENGTH, NaN]]",
        "[[LENGTH, -Infinity]]",
        "[[LENGTH, -1e999]]",
        '[[LENGTH, -1.0, "a"]]',
        '[[LENGTH, -1.0, "a", -1.0, "b"]]',
        '[[LENGTH, -1.0, "a", "b"]]',
        '[[LENGTH, -1.0, "a", NaN]]',
        '[[LENGTH, -1.0, "a", Infinity]]',
        "[[LENGTH, -1.0, 3, -1.0]]",
        "[[LENGTH, -1.0, null, -1.0]]",
        '[[LENGTH, -1.0, ["a", -1.0], ["b", -1.0]]]',
    ],
    ids=lambda tokens: tokens[:60],
)
def test_chances_that_mean_nothing_are_damage(story: Database, tokens: str) -> None:
    _set_chances(story, tokens)
    assert_session_is_damaged(story)


def test_chances_as_they_should_be_are_read_as_they_stand(story: Database) -> None:
    answer_id = _set_chances(story, '[[LENGTH, -1.5, "a", -2.0], [0, -0.0]]')
    record = Repository(story).session_record(STORY_SESSION)
    (length,) = (len(answer.text) for answer in record.answers if answer.id == answer_id)
    assert record.chances == {answer_id: (Chance(length, -1.5, (("a", -2.0),)), Chance(0, 0.0))}


def test_chances_come_back_to_the_last_bit(story: Database) -> None:
    record = Repository(story).session_record(STORY_SESSION)
    ((answer_id, chances),) = record.chances.items()
    (whole,) = (answer.text for answer in record.answers if answer.id == answer_id)
    assert chances == chances_of(whole)
    assert chances[0].logprob.hex() == (-1e-9).hex()
