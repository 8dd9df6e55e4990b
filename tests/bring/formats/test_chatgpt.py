import json
from datetime import UTC, datetime
from typing import Any

import pytest

from app.bring.faults import Skipped
from app.domain.conversation import (
    MAX_ALTERNATIVES,
    MAX_TURNS,
    SAID_MAX_CHARS,
    Role,
)
from app.domain.text import unhidden
from tests.bring.formats.chatgpt_parts import line, message, node, read, read_all
from tests.bring.formats.read_back import shown


def words(*messages: dict[str, Any]) -> list[str]:
    return [turn.shown.text for turn in read(line(*messages))[0].turns]


def test_a_conversation_is_read_with_who_says_what_when_and_by_which_model() -> None:
    record = line(
        message("user", "I lie awake", at=1_700_000_000.5),
        message("assistant", "Since when?", at=1_700_000_060, metadata={"model_slug": "gpt-5"}),
        update_time=1_700_000_100,
        create_time=1_600_000_000,
        default_model_slug="auto",
    )
    conversation, left_out = read(record)
    assert conversation.title == "On sleep"
    assert conversation.time == datetime.fromtimestamp(1_700_000_100, UTC)
    user, ai = conversation.turns
    assert (user.role, user.shown.text, user.shown.model) == (Role.USER, "I lie awake", "")
    assert user.shown.time == datetime.fromtimestamp(1_700_000_000.5, UTC)
    assert (ai.role, ai.shown.text, ai.shown.model) == (Role.ASSISTANT, "Since when?", "gpt-5")
    assert left_out == {}


def test_the_conversation_names_the_model_where_the_message_does_not_and_its_start_where_it_has_no_end() -> (
    None
):
    record = line(message("assistant", "Hello"), default_model_slug="gpt-4o", create_time=1_600_000_000)
    conversation, _ = read(record)
    assert conversation.model == "gpt-4o"
    assert conversation.time == datetime.fromtimestamp(1_600_000_000, UTC)


@pytest.mark.parametrize("wrap", [lambda one: [one], lambda one: one, lambda one: {"conversations": [one]}])
def test_an_array_an_object_around_it_and_one_conversation_alone_are_read(wrap: Any) -> None:
    (conversation,), _ = read_all(wrap(line(message("user", "a"), message("assistant", "b"))))
    assert shown(conversation.turns) == [("a", ()), ("b", ())]


def tree() -> dict[str, Any]:
    return {
        "mapping": {
            "root": node(None, None, children=["q"]),
            "q": node("root", message("user", "question", at=1), children=["a1", "a2", "a3"]),
            "a1": node("q", message("assistant", "first answer", at=2)),
            "a2": node("q", message("assistant", "second answer", at=3)),
            "q2": node("a2", message("user", "thanks", at=4)),
            "a3": node("q", message("assistant", "third answer", at=5)),
        },
        "current_node": "q2",
    }


def test_the_branch_that_was_looked_at_last_is_shown_and_other_answers_stand_beside() -> None:
    assert shown(read(tree())[0].turns) == [
        ("question", ()), ("second answer", ("first answer", "third answer")), ("thanks", ()),
    ]  # fmt: skip


@pytest.mark.parametrize("current", [None, "nowhere", 7, {}, ["q2"]])
def test_without_a_current_message_the_newest_is_taken(current: Any) -> None:
    assert shown(read(tree() | {"current_node": current})[0].turns) == [
        ("question", ()), ("third answer", ("first answer", "second answer")),
    ]  # fmt: skip


@pytest.mark.parametrize("children", [None, [], ["nowhere"], "q", {"q": 1}, [["q"], 3]])
def test_links_to_children_are_not_needed(children: Any) -> None:
    record = tree()
    for one in record["mapping"].values():
        one["children"] = children
    assert read(record)[0] == read(tree())[0]


def test_an_edited_question_stands_beside_the_one_that_was_shown() -> None:
    record = tree()
    record["mapping"]["q'"] = node("root", message("user", "the question, as it was", at=0.5))
    assert shown(read(record)[0].turns)[0] == ("question", ("the question, as it was",))


def test_an_answer_made_again_after_thoughts_stands_beside_the_one_that_was_shown() -> None:
    mapping = {
        "q": node(None, message("user", "question")),
        "t1": node("q", message("assistant", kind="thoughts", thoughts=[{"content": "hm"}])),
        "a1": node("t1", message("assistant", "old", at=1)),
        "t2": node("q", message("assistant", kind="thoughts")),
        "a2": node("t2", message("assistant", "new", at=2)),
    }
    conversation, _ = read({"mapping": mapping, "current_node": "a2"})
    assert shown(conversation.turns) == [("question", ()), ("new", ("old",))]


def test_a_circle_of_messages_ends() -> None:
    mapping = {
        "a": node("b", message("user", "one", at=1)),
        "b": node("a", message("assistant", "two", at=2)),
    }
    conversation, _ = read({"mapping": mapping, "current_node": "b"})
    assert shown(conversation.turns) == [("one", ()), ("two", ())]
    assert read({"mapping": mapping})[0] == conversation
    alone = {"mapping": {"a": node("a", message("user", "one"))}, "current_node": "a"}
    assert shown(read(alone)[0].turns) == [("one", ())]


def test_a_message_without_a_parent_is_none_of_the_one_without_a_name() -> None:
    mapping = {"": node(None, message("user", "no name")), "a": node(None, message("user", "other", at=5))}
    assert shown(read({"mapping": mapping, "current_node": None})[0].turns) == [("other", ())]


def test_the_answers_to_a_question_that_was_edited_stand_beside_the_answer_to_it() -> None:
    mapping = {
        "root": node(None, None),
        "q": node("root", message("user", "Q1", at=1)),
        "a": node("q", message("assistant", "A1", at=2)),
        "thanks": node("a", message("user", "thanks", at=3)),
        "q2": node("root", message("user", "Q2", at=4)),
        "a2": node("q2", message("assistant", "A2", at=5)),
    }
    conversation, left_out = read({"mapping": mapping, "current_node": "a2"})
    assert shown(conversation.turns) == [("Q2", ("Q1",)), ("A2", ("A1",))]
    assert left_out == {Skipped.OTHER_BRANCH: 1}


def test_an_answer_that_broke_off_does_not_hide_the_one_before() -> None:
    mapping = {
        "q": node(None, message("user", "question", at=1)),
        "a": node("q", message("assistant", "the answer", at=2)),
        "b": node("q", message("assistant", "", at=3)),
    }
    conversation, left_out = read({"mapping": mapping, "current_node": "b"})
    assert shown(conversation.turns) == [("question", ()), ("the answer", ())]
    assert left_out == {}


HIDDEN = [
    message("system", "You are helpful"),
    message("tool", "3 results"),
    message("assistant", "search(sleep)", recipient="browser"),
    message("assistant", "print(1)", recipient="python", kind="code"),
    message("user", "memory", metadata={"is_visually_hidden_from_conversation": True}),
    {
        "author": {"role": "user"},
        "content": {"content_type": "user_editable_context", "user_profile": "I am ill"},
    },
    {"author": {"role": "user"}, "content": {"content_type": "model_editable_context", "text": "She is ill"}},
    {
        "author": {"role": "assistant"},
        "content": {"content_type": "thoughts", "thoughts": [{"content": "hm"}]},
    },
    {
        "author": {"role": "assistant"},
        "content": {"content_type": "reasoning_recap", "content": "Thought for 9s"},
    },
    {"author": {"role": "assistant"}, "content": {"content_type": "execution_output", "text": "1"}},
    {"author": {"role": "assistant"}, "content": {"content_type": "tether_browsing_display", "result": "x"}},
    {"author": {"role": "assistant"}, "content": {"content_type": "not known yet", "text": "secret"}},
    message("assistant", "he seems sad", channel="analysis"),
    message("assistant", "he seems sad", channel="not known yet"),
    message("user", "I am ill", metadata={"is_user_system_message": True}),
    message("assistant", "I am ill", metadata={"is_user_system_message": True}),
]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_the_service_does_not_show_is_counted_and_not_read(hidden: dict[str, Any]) -> None:
    conversation, left_out = read(line(message("user", "question"), hidden, message("assistant", "answer")))
    assert shown(conversation.turns) == [("question", ()), ("answer", ())]
    assert left_out == {Skipped.HIDDEN: 1}


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_the_service_does_not_show_stands_beside_nothing(hidden: dict[str, Any]) -> None:
    record = tree()
    record["mapping"]["hidden"] = node("q", hidden)
    assert read(record)[0] == read(tree())[0]


@pytest.mark.parametrize("channel", [None, "", "final", "commentary", 3, []])
def test_what_is_said_in_a_channel_that_is_shown_is_read(channel: Any) -> None:
    assert words(message("assistant", "answer", channel=channel)) == ["answer"]


def test_a_message_of_the_system_without_a_word_is_not_counted() -> None:
    assert read(line(message("system", ""), message("user", "question")))[1] == {}


def test_a_conversation_of_which_nothing_is_shown_is_counted_as_empty() -> None:
    found, left_out = read_all([line(message("system", "You are helpful")), line(message("user", "a"))])
    assert len(found) == 1
    assert left_out == {Skipped.HIDDEN: 1, Skipped.EMPTY: 1}


def test_pictures_are_counted_and_the_words_beside_them_read() -> None:
    picture = {"content_type": "image_asset_pointer", "asset_pointer": "sediment://file_1"}
    conversation, left_out = read(line(message("user", picture, "What is this?", kind="multimodal_text")))
    assert shown(conversation.turns) == [("What is this?", ())]
    assert left_out == {Skipped.NO_TEXT: 1}


def test_what_was_spoken_is_read_and_its_sound_counted() -> None:
    parts = (
        {"content_type": "audio_transcription", "text": "I am tired"},
        {"content_type": "real_time_user_audio_video_asset_pointer", "audio_asset_pointer": {}},
    )
    conversation, left_out = read(line(message("user", *parts, kind="multimodal_text")))
    assert shown(conversation.turns) == [("I am tired", ())]
    assert left_out == {Skipped.NO_TEXT: 1}


def test_code_is_read_from_either_field() -> None:
    alone = {
        "author": {"role": "assistant"},
        "content": {"content_type": "code", "language": "x", "text": "a = 1"},
    }
    assert words(alone) == ["a = 1"]
    assert words(message("assistant", "a = 1", kind="code")) == ["a = 1"]


def test_messages_of_one_side_are_one_turn() -> None:
    assert words(message("user", "a"), message("assistant", "b"), message("assistant", "c")) == [
        "a",
        "b\n\nc",
    ]


def test_letters_stay_as_they_are_but_for_those_that_no_screen_can_hold() -> None:
    kept = "\u202eright to left\u202c zero\u200bwidth \u05e9\u05dc\u05d5\u05dd 👩‍👩‍👧"
    assert words(message("user", kept + "\x00\x1b")) == [unhidden(kept)]


def test_bytes_that_are_no_text_become_one_mark_each() -> None:
    held = json.dumps([line(message("user", "a@b"))]).encode().replace(b"@", b"\xff")
    (conversation,), _ = read_all(held)
    assert conversation.turns[0].shown.text == "a\ufffdb"


def test_a_turn_longer_than_is_kept_is_cut_and_that_is_told() -> None:
    conversation, left_out = read(line(message("user", "x" * (SAID_MAX_CHARS + 1))))
    assert len(conversation.turns[0].shown.text) == SAID_MAX_CHARS
    assert left_out == {Skipped.CUT: 1}


def test_more_turns_and_alternatives_than_are_kept_are_cut_and_that_is_told() -> None:
    sides = ("user", "assistant")
    conversation, left_out = read(line(*(message(sides[at % 2], "x") for at in range(MAX_TURNS + 1))))
    assert (len(conversation.turns), left_out) == (MAX_TURNS, {Skipped.CUT: 1})
    record = tree()
    record["mapping"] |= {
        f"b{at}": node("q", message("assistant", f"{at}")) for at in range(MAX_ALTERNATIVES)
    }
    conversation, left_out = read(record)
    assert (len(conversation.turns[1].alternatives), left_out) == (MAX_ALTERNATIVES, {Skipped.CUT: 1})
