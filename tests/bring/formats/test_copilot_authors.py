"""Who speaks in an export of Copilot."""

import pytest

from app.bring.faults import Fault, Skipped
from app.domain.conversation import Role
from tests.bring.formats.copilot_parts import BOM, NIGHT, NIGHT_SAID, Rows, fault_of, read_all, said, table


def test_names_of_columns_and_authors_may_be_written_otherwise() -> None:
    held = b' conversation,"TIME",Author ,message\nSleep,,HUMAN,a\nSleep,, ai ,b\n'
    assert [turn.role for turn in read_all(held)[0][0].turns] == [Role.ASSISTANT, Role.USER]


def test_what_neither_side_says_is_counted_and_not_read() -> None:
    hidden = [("Sleep", "2026-07-26T23:20:59", author, "She is ill") for author in ("System", "", "Human,AI")]
    (conversation,), left_out = read_all(table(NIGHT[:2] + hidden + NIGHT[2:]))
    assert said(conversation) == NIGHT_SAID
    assert left_out == {Skipped.HIDDEN: 3}


def test_a_table_without_a_row_that_a_known_side_says_is_broken() -> None:
    strangers = [(title, time, f"X{at}", text) for at, (title, time, _, text) in enumerate(NIGHT)]
    assert fault_of(table(strangers)) is Fault.BROKEN
    assert fault_of(BOM + b"Conversation,Time,Author,Message\nx\n") is Fault.BROKEN


def called(human: str, ai: str, rows: Rows = NIGHT) -> Rows:
    return [(title, time, {"Human": human, "AI": ai}[author], text) for title, time, author, text in rows]


@pytest.mark.parametrize(
    ("human", "ai"),
    [
        ("User", "Copilot"),
        ("you", "Microsoft Copilot"),
        ("Me", "Assistant"),
        ("Ana Sari", "Copilot"),
        ("ana", "AI"),
    ],
)
def test_the_two_sides_may_be_called_otherwise_or_the_person_by_name(human: str, ai: str) -> None:
    (conversation,), left_out = read_all(table(called(human, ai)))
    assert said(conversation) == NIGHT_SAID
    assert [turn.role for turn in conversation.turns] == [Role.USER, Role.ASSISTANT] * 2
    assert left_out == {}


@pytest.mark.parametrize("others", [("Ana", "Ben"), ("System",), ("",)])
def test_who_is_not_the_only_other_author_is_not_taken_for_the_person(others: tuple[str, ...]) -> None:
    rows = [row for row in NIGHT if row[2] == "AI"] + [("Sleep", "", other, "x") for other in others]
    (conversation,), left_out = read_all(table(rows))
    assert [turn.role for turn in conversation.turns] == [Role.ASSISTANT]
    assert left_out == {Skipped.HIDDEN: len(others)}
