import json
from datetime import UTC, datetime
from typing import Any

import pytest

from app.bring.faults import Skipped
from app.bring.formats import chatgpt
from app.bring.formats.claude import FORMAT
from app.bring.source import BytesSource
from app.domain.conversation import (
    MAX_TURNS,
    SAID_MAX_CHARS,
    Role,
)
from app.domain.text import unhidden
from tests.bring.formats.claude_parts import ROOT, block, chat, flat, linked, message, read, read_all, written
from tests.bring.formats.read_back import shown


def words(*messages: dict[str, Any]) -> list[str]:
    return [turn.shown.text for turn in read(chat(*messages))[0].turns]


def test_a_conversation_is_read_with_who_says_what_and_when() -> None:
    conversation, left_out = read(
        chat(
            linked("1", ROOT, "human", "I lie awake", 1),
            linked("2", "1", "assistant", "Since when?", 2),
            created_at="2026-11-23T15:00:00Z",
            updated_at="2026-11-23T18:00:00+02:00",
        )
    )
    assert (conversation.title, conversation.time) == ("On sleep", datetime(2026, 11, 23, 16, tzinfo=UTC))
    assert [(turn.role, turn.shown.text) for turn in conversation.turns] == [
        (Role.USER, "I lie awake"), (Role.ASSISTANT, "Since when?"),
    ]  # fmt: skip
    assert conversation.turns[0].shown.time == datetime(2026, 11, 23, 15, 0, 1, 500_000, UTC)
    assert left_out == {}


def test_the_model_is_read_where_the_conversation_names_it() -> None:
    conversation, _ = read(chat(flat("human", "a"), flat("assistant", "b"), model="claude-opus"))
    assert [turn.shown.model for turn in conversation.turns] == ["", "claude-opus"]


@pytest.mark.parametrize("wrap", [lambda one: [one], lambda one: one, lambda one: {"conversations": [one]}])
def test_an_array_an_object_around_it_and_one_conversation_alone_are_read(wrap: Any) -> None:
    (conversation,), _ = read_all(wrap(chat(flat("human", "a"), flat("assistant", "b"))))
    assert shown(conversation.turns) == [("a", ()), ("b", ())]


def test_an_older_export_is_read_in_the_order_of_its_list() -> None:
    record = {"name": "Old", "messages": [flat("human", "a"), flat("assistant", "b"), flat("human", "c")]}
    assert shown(read(record)[0].turns) == [("a", ()), ("b", ()), ("c", ())]


def test_the_way_to_the_newest_is_shown_and_the_others_stand_beside() -> None:
    record = chat(
        linked("q", ROOT, "human", "question", 1),
        linked("a1", "q", "assistant", "first answer", 2),
        linked("a2", "q", "assistant", "second answer", 3),
        linked("t1", "a1", "human", "thanks", 9),
        linked("t2", "a1", "human", "thanks!", 8),
    )
    assert shown(read(record)[0].turns) == [
        ("question", ()), ("first answer", ("second answer",)), ("thanks", ("thanks!",)),
    ]  # fmt: skip


def test_where_the_message_that_was_looked_at_last_is_named_the_way_to_it_is_shown() -> None:
    messages = [linked("q", ROOT, "human", "q", 1)]
    messages += [linked("a", "q", "assistant", "a", 2), linked("b", "q", "assistant", "b", 3)]
    conversation, _ = read(chat(*messages, current_leaf_message_uuid="a"))
    assert shown(conversation.turns) == [("q", ()), ("a", ("b",))]


@pytest.mark.parametrize("root", [ROOT, None, ""])
def test_an_edited_first_question_stands_beside_the_one_that_was_shown(root: Any) -> None:
    record = chat(
        linked("q", root, "human", "as it was", 1),
        linked("a", "q", "assistant", "old", 2),
        linked("q'", root, "human", "edited", 3),
        linked("a'", "q'", "assistant", "new", 4),
    )
    assert shown(read(record)[0].turns) == [("edited", ("as it was",)), ("new", ("old",))]


@pytest.mark.parametrize("nowhere", [None, "", ROOT, 3, [], {}])
def test_where_no_link_leads_anywhere_the_order_of_the_list_holds(nowhere: Any) -> None:
    record = chat(
        *(linked(f"{at}", nowhere, ("human", "assistant")[at % 2], f"{at}", 9 - at) for at in range(4))
    )
    assert shown(read(record)[0].turns) == [("0", ()), ("1", ()), ("2", ()), ("3", ())]


def test_messages_from_before_there_were_links_are_not_lost() -> None:
    record = chat(
        linked("1", None, "human", "1"),
        linked("2", None, "assistant", "2"),
        linked("3", None, "human", "3"),
        linked("4", "3", "assistant", "4"),
    )
    assert [turn.shown.text for turn in read(record)[0].turns] == ["1", "2", "3", "4"]


def test_a_message_whose_forerunner_is_missing_follows_the_one_before_it() -> None:
    record = chat(
        linked("1", ROOT, "human", "1", 1),
        linked("2", "1", "assistant", "2", 2),
        linked("4", "3", "human", "4", 4),
        linked("5", "4", "assistant", "5", 5),
    )
    assert [turn.shown.text for turn in read(record)[0].turns] == ["1", "2", "4", "5"]


def test_a_circle_of_links_ends() -> None:
    assert shown(read(chat(linked("1", "2", "human", "a", 1), linked("2", "1", "assistant", "b", 2)))[0].turns) == [
        ("a", ()), ("b", ()),
    ]  # fmt: skip
    assert words(linked("1", "1", "human", "a", 1)) == ["a"]


def test_two_messages_of_one_name_are_both_read() -> None:
    assert words(linked("1", ROOT, "human", "a"), linked("1", "1", "assistant", "b")) == ["a", "b"]


def test_blocks_of_text_win_over_the_text_of_the_message() -> None:
    assert words(message("assistant", written("one"), written("two"), text="all of it")) == ["one\n\ntwo"]


SILENT: list[Any] = [
    [],
    None,
    "x",
    [None, 3, "x"],
    [{"type": "text", "text": None}],
    [written("")],
    [written(" \n")],
    [block("flag", flag="self_harm"), block("token_budget")],
    [block("flag"), written("")],
]


@pytest.mark.parametrize("content", SILENT)
def test_where_no_block_says_or_hides_anything_the_text_of_the_message_is_read(content: Any) -> None:
    conversation, left_out = read(chat(flat("human", "said", content=content)))
    assert shown(conversation.turns) == [("said", ())]
    assert left_out == {}


def test_blocks_that_hide_nothing_are_not_counted() -> None:
    conversation, left_out = read(
        chat(message("human", block("flag"), written("said"), block("token_budget")))
    )
    assert shown(conversation.turns) == [("said", ())]
    assert left_out == {}


def test_what_was_said_after_an_answer_that_was_made_again_is_counted() -> None:
    record = chat(
        linked("q", ROOT, "human", "question", 1),
        linked("a", "q", "assistant", "first", 2),
        linked("t", "a", "human", "thanks", 3),
        linked("w", "t", "assistant", "welcome", 4),
        linked("b", "q", "assistant", "second", 5),
    )
    conversation, left_out = read(record)
    assert shown(conversation.turns) == [("question", ()), ("second", ("first",))]
    assert left_out == {Skipped.OTHER_BRANCH: 2}


HIDDEN = [
    block("thinking", thinking="he seems sad", text="he seems sad"),
    block("redacted_thinking", data="x"),
    block("injected_prompt_block", prompt="be kind", injection_source="memory"),
    block("tool_use", name="artifacts", input={"content": "x"}),
    block("tool_result", content=[{"type": "text", "text": "found"}]),
    block("not known yet", text="secret"),
    {"text": "no kind"},
    block(["text"], text="no kind"),
]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_hidden_blocks_are_counted_and_not_read(hidden: dict[str, Any]) -> None:
    conversation, left_out = read(chat(message("assistant", hidden, written("answer"), hidden)))
    assert shown(conversation.turns) == [("answer", ())]
    assert left_out == {Skipped.HIDDEN: 2}


@pytest.mark.parametrize("hidden", HIDDEN)
def test_the_text_of_a_message_is_not_read_where_hidden_blocks_may_be_in_it(hidden: dict[str, Any]) -> None:
    found, left_out = read_all([chat(flat("human", "a"), message("assistant", hidden, text="he seems sad"))])
    assert shown(found[0].turns) == [("a", ())]
    assert left_out == {Skipped.HIDDEN: 1}


@pytest.mark.parametrize("sender", ["system", "tool", "", None, 3, ["human"], {}])
def test_what_neither_side_says_is_counted_and_not_read(sender: Any) -> None:
    conversation, left_out = read(chat(flat("human", "a"), flat(sender, "hidden"), flat("assistant", "b")))
    assert shown(conversation.turns) == [("a", ()), ("b", ())]
    assert left_out == {Skipped.HIDDEN: 1}


def test_thoughts_between_tags_are_counted_and_not_read() -> None:
    said = "Yes.<antThinking>he seems\nsad</antThinking> No.<antThinking>cut off"
    for one in (flat("assistant", said), message("assistant", written(said))):
        conversation, left_out = read(chat(one))
        assert shown(conversation.turns) == [("Yes. No.", ())]
        assert left_out == {Skipped.HIDDEN: 2}


def test_what_somebody_asks_about_tags_is_theirs() -> None:
    assert words(flat("human", "What is <antThinking>?")) == ["What is <antThinking>?"]


def test_files_are_counted_and_not_read() -> None:
    attachment = {"file_name": "diary.txt", "file_size": 9, "extracted_content": "what I wrote"}
    listed = {"file_name": "a.png", "file_uuid": "f"}
    blocks = [written("see"), block("document", file_uuid="f"), block("image", file_uuid="g"), block("image")]
    said = message("human", *blocks, attachments=[attachment], files=[listed])
    conversation, left_out = read(chat(said))
    assert shown(conversation.turns) == [("see", ())]
    assert left_out == {Skipped.NO_TEXT: 4}


def test_the_text_beside_files_alone_is_read() -> None:
    assert words(message("human", block("image"), text="see")) == ["see"]


def test_custom_instructions_and_memory_are_not_read() -> None:
    record = chat(flat("human", "a"), summary="she is ill", prompt_template="she is ill", memory="she is ill")
    assert "she is ill" not in repr(read(record)[0])


def test_a_conversation_without_a_word_is_counted_as_empty() -> None:
    assert read_all([chat()]) == ([], {Skipped.EMPTY: 1})


@pytest.mark.parametrize(
    "time", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "1969-12-31", "soon", 5, None]
)
def test_a_time_that_can_be_none_is_left_out(time: Any) -> None:
    conversation, _ = read(chat(flat("human", "a", created_at=time), updated_at=time))
    assert (conversation.time, conversation.turns[0].shown.time) == (None, None)


def test_letters_stay_as_they_are_but_for_those_that_no_screen_can_hold() -> None:
    kept = "\u202eright to left\u202c zero\u200bwidth \u05e9\u05dc\u05d5\u05dd <script>a()</script> ![](//x/y.png)"
    assert words(flat("human", kept + "\x00\x1b")) == [unhidden(kept)]


def test_a_turn_longer_than_is_kept_is_cut_and_that_is_told() -> None:
    conversation, left_out = read(chat(flat("human", "x" * (SAID_MAX_CHARS + 1))))
    assert len(conversation.turns[0].shown.text) == SAID_MAX_CHARS
    assert left_out == {Skipped.CUT: 1}


def test_a_hundred_thousand_messages_are_read() -> None:
    messages = [flat(("human", "assistant")[at % 2], "x") for at in range(100_000)]
    conversation, left_out = read(chat(*messages))
    assert (len(conversation.turns), left_out) == (MAX_TURNS, {Skipped.CUT: 1})


def test_thoughts_that_never_end_take_no_time() -> None:
    conversation, left_out = read(chat(flat("assistant", "x" + "<antThinking>" * 200_000)))
    assert (conversation.turns[0].shown.text, left_out) == ("x", {Skipped.HIDDEN: 1})


def test_other_json_is_not_taken_for_it() -> None:
    gpt = {"title": "x", "mapping": {"a": {"parent": None, "message": None}}}
    others: list[Any] = [
        [gpt], [gpt | {"chat_messages": []}], [{"messages": [{"role": "user", "content": "a"}]}], [{"messages": []}],
        [{"uuid": "p", "name": "project", "docs": []}], [{"chat_messages": {}}], [{"messages": {"sender": "human"}}],
        [], [[chat()]], {"a": 1},
    ]  # fmt: skip
    for other in others:
        assert FORMAT.opened(BytesSource(json.dumps(other).encode())) is None


@pytest.mark.parametrize("record", [chat(flat("human", "a")), {"messages": [flat("human", "a")]}, chat()])
def test_it_is_never_taken_for_an_export_of_chatgpt(record: dict[str, Any]) -> None:
    for value in ([record], record, [record | {"mapping": None}]):
        assert chatgpt.FORMAT.opened(BytesSource(json.dumps(value).encode())) is None
