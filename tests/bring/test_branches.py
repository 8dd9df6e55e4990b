from datetime import UTC, datetime

import pytest

from app.bring.branches import Branches, Message
from app.bring.faults import Skipped
from app.bring.format import Report
from app.domain.conversation import Role, Said

USER, AI = Role.USER, Role.ASSISTANT


def said(text: str, second: int | None = None) -> Said:
    return Said(text, None if second is None else datetime.fromtimestamp(second, UTC))


def tree(*messages: tuple[str, str | None, Role | None, int | None]) -> dict[str, Message[str]]:
    """What each message says is its key."""
    return {key: Message(follows, role, said(key, at)) for key, follows, role, at in messages}


def shown(branches: Branches[str], left_out: int = 0) -> list[tuple[str, tuple[str, ...]]]:
    report = Report()
    turns = branches.turns(report)
    assert [(one.why, one.count) for one in report.omitted] == (
        [(Skipped.OTHER_BRANCH, left_out)] if left_out else []
    )
    return [(turn.shown.text, tuple(one.text for one in turn.alternatives)) for turn in turns]


def test_the_path_leads_from_the_first_message_to_the_current_one() -> None:
    messages = tree(("q", None, USER, 1), ("a", "q", AI, 2), ("q2", "a", USER, 3), ("other", "q", AI, 9))
    assert Branches(messages, "q2").path == ("q", "a", "q2")


@pytest.mark.parametrize("current", [None, "nowhere"])
def test_without_a_current_message_the_path_leads_to_the_newest_that_nothing_follows(
    current: str | None,
) -> None:
    messages = tree(("q", None, USER, 99), ("new", "q", AI, 5), ("old", "q", AI, 2))
    assert Branches(messages, current).path == ("q", "new")


def test_of_messages_without_a_time_the_last_is_the_newest() -> None:
    messages = tree(("q", None, USER, None), ("first", "q", AI, None), ("last", "q", AI, None))
    assert Branches(messages).path == ("q", "last")


def test_no_messages_have_no_turns() -> None:
    empty: dict[str, Message[str]] = {}
    assert Branches(empty).turns(Report()) == ()


def test_alternatives_are_the_oldest_first_wherever_they_stand() -> None:
    messages = tree(("q", None, USER, 1), ("new", "q", AI, 8), ("old", "q", AI, 3), ("shown", "q", AI, 9))
    assert shown(Branches(messages)) == [("q", ()), ("shown", ("old", "new"))]


def test_first_messages_that_follow_one_which_is_missing_stand_beside_each_other() -> None:
    messages = tree(("q", "gone", USER, 1), ("a", "q", AI, 2), ("q'", "gone", USER, 3), ("a'", "q'", AI, 4))
    assert shown(Branches(messages)) == [("q'", ("q",)), ("a'", ("a",))]


def test_first_messages_that_follow_nothing_do_not() -> None:
    messages = tree(("q", None, USER, 1), ("q'", None, USER, 3))
    assert shown(Branches(messages), left_out=1) == [("q'", ())]


def test_a_branch_is_read_as_far_as_one_side_speaks_in_it() -> None:
    messages = tree(
        ("q", None, USER, 1),
        ("a1", "q", AI, 2),
        ("a2", "a1", AI, 3),
        ("q2", "a2", USER, 4),
        ("shown", "q", AI, 9),
    )
    assert shown(Branches(messages), left_out=1) == [("q", ()), ("shown", ("a1\n\na2",))]


def test_what_another_side_says_in_a_place_is_no_alternative() -> None:
    messages = tree(("q", None, USER, 1), ("more", "q", USER, 2), ("a", "q", AI, 9))
    assert shown(Branches(messages), left_out=1) == [("q", ()), ("a", ())]


def test_a_hidden_message_before_the_answer_keeps_the_answers_beside_it() -> None:
    messages = tree(
        ("q", None, USER, 1), ("thought", "q", None, 2), ("old", "thought", AI, 3),
        ("thought2", "q", None, 4), ("new", "thought2", AI, 5),
    )  # fmt: skip
    assert shown(Branches(messages)) == [("q", ()), ("new", ("old",))]


def test_a_hidden_message_before_the_question_keeps_the_question_beside_it() -> None:
    messages = tree(
        ("root", None, None, 0),
        ("q", "root", USER, 1),
        ("memory", "root", None, 2),
        ("q'", "memory", USER, 3),
    )
    assert shown(Branches(messages)) == [("q'", ("q",))]


def test_a_circle_ends_where_it_closes() -> None:
    messages = tree(("a", "c", USER, 1), ("b", "a", AI, 2), ("c", "b", USER, 3), ("beside", "c", USER, 4))
    assert shown(Branches(messages, "c")) == [("a", ("beside",)), ("b", ()), ("c", ())]


def test_messages_that_are_all_in_a_circle_are_read_up_to_the_newest() -> None:
    assert Branches(tree(("a", "b", USER, 1), ("b", "a", AI, 2))).path == ("a", "b")


def test_a_message_that_follows_itself_is_read_once() -> None:
    assert shown(Branches(tree(("a", "a", USER, 1)))) == [("a", ())]


def test_a_hundred_thousand_messages_of_one_side_are_one_turn() -> None:
    messages: dict[int, Message[int]] = {
        number: Message(number - 1, AI, Said("x" * 100)) for number in range(100_000)
    }
    (turn,) = Branches(messages).turns(Report())
    assert len(turn.shown.text) == 100_000 * 102 - 2


def test_a_hundred_thousand_alternatives_are_kept_in_their_order() -> None:
    messages: dict[int, Message[int]] = {0: Message(None, USER, Said("q"))}
    messages |= {number: Message(0, AI, Said(str(number))) for number in range(1, 100_001)}
    turns = Branches(messages).turns(Report())
    assert turns[1].shown.text == "100000"
    assert [one.text for one in turns[1].alternatives[:3]] == ["1", "2", "3"]


def test_the_answers_to_a_question_in_other_words_stand_beside_its_answer() -> None:
    messages = tree(
        ("root", None, None, 0),
        ("q", "root", USER, 1), ("a1", "q", AI, 2), ("thought", "q", None, 3), ("a2", "thought", AI, 4),
        ("q'", "root", USER, 5), ("shown", "q'", AI, 6), ("again", "q'", AI, 3),
        ("then", "shown", USER, 7), ("last", "then", AI, 8),
    )  # fmt: skip
    assert shown(Branches(messages, "last")) == [
        ("q'", ("q",)), ("shown", ("a1", "again", "a2")), ("then", ()), ("last", ()),
    ]  # fmt: skip


def test_they_stand_there_too_where_something_hidden_comes_before_each_question() -> None:
    messages = tree(
        ("root", None, None, 0),
        ("memory", "root", None, 1), ("q", "memory", USER, 2), ("a", "q", AI, 3),
        ("memory'", "root", None, 4), ("q'", "memory'", USER, 5), ("a'", "q'", AI, 6),
    )  # fmt: skip
    assert shown(Branches(messages)) == [("q'", ("q",)), ("a'", ("a",))]


def test_they_stand_beside_no_answer_to_a_later_question_and_are_counted() -> None:
    messages = tree(
        ("root", None, None, 0),
        ("q", "root", USER, 1), ("a", "q", AI, 2),
        ("q'", "root", USER, 3), ("", "q'", AI, 4), ("q2", "", USER, 5), ("a2", "q2", AI, 6),
    )  # fmt: skip
    assert shown(Branches(messages), left_out=1) == [("q'\n\nq2", ("q",)), ("a2", ())]
    del messages["q2"], messages["a2"]
    assert shown(Branches(messages), left_out=1) == [("q'", ("q",))]


def test_what_was_said_after_an_answer_in_other_branches_is_counted() -> None:
    messages = tree(
        ("root", None, None, 0),
        ("q", "root", USER, 1), ("a", "q", AI, 2), ("q2", "a", USER, 3), ("a2", "q2", AI, 4), ("tool", "a2", None, 5),
        ("q'", "root", USER, 6), ("old", "q'", AI, 7), ("thanks", "old", USER, 8), ("a'", "q'", AI, 9),
        ("below", "a'", USER, 3),
    )  # fmt: skip
    assert shown(Branches(messages, "a'"), left_out=4) == [("q'", ("q",)), ("a'", ("a", "old"))]


def test_where_an_answer_parts_each_message_is_kept_once() -> None:
    messages = tree(
        ("q", None, USER, 1), ("a", "q", AI, 2), ("b", "a", AI, 3), ("c", "a", AI, 4), ("shown", "q", AI, 9)
    )
    assert shown(Branches(messages)) == [("q", ()), ("shown", ("a\n\nc", "b"))]


def test_branches_as_deep_as_a_file_may_be_are_read() -> None:
    messages: dict[int, Message[int]] = {0: Message(None, USER, Said("q"))}
    messages |= {number: Message(number - 1, AI, Said("x")) for number in range(1, 100_000)}
    messages[100_000] = Message(0, AI, Said("shown"))
    turns = Branches(messages, 100_000).turns(Report())
    assert len(turns[1].alternatives[0].text) == 99_999 * 3 - 2
