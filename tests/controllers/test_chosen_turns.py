"""What of a conversation becomes answers: which turns, with which question, by whom, joined where pictures end."""

from datetime import UTC, datetime

import pytest

from app.controllers.chosen_turns import ChosenTurns, Pictured, joined, pasted
from app.controllers.opened_files import ReadWhole
from app.domain.conversation import Conversation, Preview, Role, Said, Turn

THEN = datetime(2025, 2, 1, tzinfo=UTC)
PREVIEW = Preview(1, 1, bytes(3))


def person(text: str) -> Turn:
    """What the person says."""
    return Turn(Role.USER, Said(text))


def ai(text: str, model: str = "", *others: str) -> Turn:
    """What the AI says, and what it said before in its place."""
    return Turn(Role.ASSISTANT, Said(text, THEN, model), tuple(Said(other, None, model) for other in others))


def of(*turns: Turn, kind: str = "chatgpt") -> ChosenTurns:
    """A conversation with these turns."""
    return ChosenTurns(Conversation("", turns), kind)


def all_of(chosen: ChosenTurns, **typed: str) -> list[tuple[str, str]]:
    """Question and answer of everything that can be brought."""
    chosen.choose_all(True)
    return [(one.question, one.answer) for one in chosen.brought(**typed)]


def test_each_answer_takes_what_the_person_said_last_before_it() -> None:
    turns = (
        ai("Hello."),
        person("One?"),
        person("Or two?"),
        ai("Both."),
        ai("Or none."),
        person("So?"),
        ai("So."),
    )
    assert all_of(of(*turns)) == [
        ("", "Hello."),
        ("One?\n\nOr two?", "Both."),
        ("One?\n\nOr two?", "Or none."),
        ("So?", "So."),
    ]


def test_what_was_typed_as_the_question_stands_where_none_is_known() -> None:
    assert all_of(of(ai("Hello."), person("One?"), ai("Yes.")), question="What?") == [
        ("What?", "Hello."),
        ("One?", "Yes."),
    ]


def test_only_what_the_ai_or_nobody_in_particular_says_can_be_chosen() -> None:
    chosen = of(person("One?"), ai("  "), Turn(Role.UNKNOWN, Said("A text.")))
    assert chosen.answers() == (2,)
    chosen.choose(0, True)
    chosen.choose(1, True)
    assert chosen.count() == 1
    assert [one.answer for one in chosen.brought()] == ["A text."]


@pytest.mark.parametrize(("answers", "count"), [(1, 1), (2, 0)])
def test_an_only_answer_is_chosen_at_once(answers: int, count: int) -> None:
    assert of(*(ai("Yes.") for _ in range(answers))).count() == count


@pytest.mark.parametrize(
    ("kind", "model", "typed", "named"),
    [
        ("chatgpt", "gpt-5", "a phone", ("ChatGPT", "gpt-5")),
        ("claude", "", "a phone", ("Claude", "")),
        ("gemini", "Gemini", "", ("Gemini", "")),
        ("gemini_html", "Bard", "", ("Gemini", "Bard")),
        ("copilot", "", "", ("Copilot", "")),
        ("pdf", "", "", ("", "")),
        ("pdf", "", "a phone", ("a phone", "")),
        ("plain_text", "ChatGPT", "", ("ChatGPT", "")),
    ],
)
def test_it_is_named_by_its_service_or_as_somebody_typed_it(
    kind: str, model: str, typed: str, named: tuple[str, str]
) -> None:
    (one,) = of(ai("Yes.", model), kind=kind).brought(service=typed)
    assert (one.service, one.model, one.said_at) == (*named, THEN)


def test_what_was_answered_again_goes_along() -> None:
    (one,) = of(ai("Yes.", "gpt-5", "No.", "Perhaps.")).brought(from_whom="her sister")
    assert [said.text for said in one.alternatives] == ["No.", "Perhaps."]
    assert one.from_whom == "her sister"


def test_pictures_are_one_conversation_without_what_stands_on_two_of_them() -> None:
    first = Conversation("", (person("One?"), ai("Yes, and  more.")))
    second = Conversation("On it", (ai("Yes, and more."), person("So?"), ai("So.")))
    conversation, pictures = joined([ReadWhole(first, PREVIEW), ReadWhole(second, PREVIEW)])
    assert [turn.shown.text for turn in conversation.turns] == ["One?", "Yes, and  more.", "So?", "So."]
    assert [picture.first for picture in pictures] == [0, 2]
    assert conversation.title == "On it"


def test_an_answer_that_goes_on_on_the_next_picture_is_one() -> None:
    turns = (person("One?"), ai("It takes"), ai("two."), person("So?"), ai("So."))
    chosen = ChosenTurns(Conversation("", turns), "picture", (Pictured(0, PREVIEW), Pictured(2, PREVIEW)))
    assert chosen.count() == 2
    assert all_of(chosen) == [("One?", "It takes\n\ntwo."), ("So?", "So.")]
    chosen.choose(1, False)
    assert [one.answer for one in chosen.brought()] == ["two.", "So."]


def test_who_speaks_and_what_is_said_can_be_corrected_and_the_question_follows() -> None:
    chosen = ChosenTurns(Conversation("", (ai("0ne?"), ai("Yes."))), "picture", (Pictured(0, PREVIEW),))
    chosen.set_role(0, Role.USER)
    chosen.write(0, "One?")
    assert all_of(chosen) == [("One?", "Yes.")]
    chosen.set_role(1, Role.USER)
    assert chosen.count() == 0
    chosen.set_role(1, Role.ASSISTANT)
    assert chosen.count() == 1


def nobody(text: str) -> Turn:
    """What is said by nobody knows whom."""
    return Turn(Role.UNKNOWN, Said(text))


def test_where_the_ai_is_named_what_nobody_is_named_for_is_chosen_by_hand_alone() -> None:
    chosen = of(nobody("My sister sent me this."), person("One?"), ai("Yes."))
    assert [one.answer for one in chosen.brought()] == ["Yes."]
    assert chosen.has_all
    chosen.choose(0, True)
    assert [one.answer for one in chosen.brought()] == ["My sister sent me this.", "Yes."]
    chosen.choose_all(True)
    assert [one.answer for one in chosen.brought()] == ["Yes."]


def test_where_nobody_is_named_all_of_it_may_be_the_ais() -> None:
    assert all_of(of(nobody("Rest helps."), nobody("So does sleep."))) == [
        ("", "Rest helps."),
        ("", "So does sleep."),
    ]


def test_a_copied_chat_is_known_through_signs_that_nobody_sees_and_shows_them_in_what_is_said() -> None:
    found = pasted(
        "\ufeffYou said:\nh\u202ei\nChatGPT\u200b said:\u200b\nho\nYou said:\n\u00ad\nChatGPT said:\nhm"
    )
    assert found is not None
    assert [(turn.role, turn.shown.text) for turn in found.turns if turn.shown.text.strip("\ufffd")] == [
        (Role.USER, "h\ufffdi"),
        (Role.ASSISTANT, "ho"),
        (Role.ASSISTANT, "hm"),
    ]
    assert pasted("It takes two.") is None
