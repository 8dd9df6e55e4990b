import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bring.faults import ReadingError, Skipped
from app.bring.format import Report
from app.bring.formats.claude import FORMAT
from app.bring.source import BytesSource
from app.domain.conversation import Conversation
from tests.bring.formats.claude_parts import ROOT, block, chat, flat, linked, read_all
from tests.bring.formats.read_back import assert_within_bounds, shown

WRONG: list[Any] = [
    None,
    True,
    0,
    -1,
    1e300,
    10**30,
    "",
    "text",
    "human",
    [],
    [[]],
    [None],
    {},
    {"a": {}},
    "\ud800",
]


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize(
    "path",
    [
        ("name",), ("created_at",), ("updated_at",), ("model",), ("current_leaf_message_uuid",), ("chat_messages",),
        ("chat_messages", 0), ("chat_messages", 0, "uuid"), ("chat_messages", 0, "sender"),
        ("chat_messages", 0, "text"), ("chat_messages", 0, "created_at"), ("chat_messages", 0, "content"),
        ("chat_messages", 0, "attachments"), ("chat_messages", 0, "files"), ("chat_messages", 0, "content", 0),
        ("chat_messages", 0, "content", 0, "type"), ("chat_messages", 0, "content", 0, "text"),
        ("chat_messages", 0, "content", 1, "file_uuid"), ("chat_messages", 1, "parent_message_uuid"),
    ],
)  # fmt: skip
def test_a_value_of_a_wrong_type_anywhere_leaves_the_next_conversation_as_it_is(
    path: Any, wrong: Any
) -> None:
    record = chat(linked("1", ROOT, "human", "a"), linked("2", "1", "assistant", "b"))
    record["chat_messages"][0]["content"].append(block("image", file_uuid="f"))
    at: Any = record
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = wrong
    found, _ = read_all([chat(flat("human", "whole")), record])
    assert shown(found[0].turns) == [("whole", ())]
    assert len(found) <= 2


def test_what_is_nested_too_deep_leaves_the_next_conversation_as_it_is() -> None:
    deep = b'{"name": "deep", "chat_messages": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    whole = json.dumps(chat(flat("human", "whole"))).encode()
    found, left_out = read_all(b"[" + deep + b"," + whole + b"]")
    assert shown(found[0].turns) == [("whole", ())]
    assert left_out == {Skipped.TOO_DEEP: 1}


def test_of_a_field_that_is_there_twice_the_last_counts() -> None:
    held = b'[{"chat_messages": [], "chat_messages": [{"sender": "tool", "sender": "human", "text": "a"}]}]'
    assert shown(read_all(held)[0][0].turns) == [("a", ())]


KEYS = [
    "chat_messages", "messages", "uuid", "sender", "text", "content", "type", "created_at", "parent_message_uuid",
    "name", "attachments", "files", "file_uuid", "model", "mapping",
]  # fmt: skip
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5),
    st.sampled_from([*KEYS, "human", "assistant", "thinking", "2026-11-23T15:00:00Z", "<antThinking>", "a", "b"]),
)  # fmt: skip
ANY = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=30,
)
IDS = st.sampled_from(["a", "b", "c", "d", "", ROOT])
MESSAGES = st.fixed_dictionaries(
    {"sender": st.sampled_from(["human", "assistant"]) | ANY},
    optional={
        "uuid": IDS | ANY, "parent_message_uuid": IDS | ANY, "text": LEAVES, "files": ANY, "attachments": ANY,
        "content": ANY | st.lists(st.fixed_dictionaries({"type": LEAVES | st.just("text"), "text": LEAVES}) | ANY),
        "created_at": LEAVES,
    },
)  # fmt: skip
RECORDS = st.fixed_dictionaries(
    {"chat_messages": st.lists(MESSAGES | ANY, max_size=8)},
    optional={"name": ANY, "updated_at": ANY, "model": ANY, "current_leaf_message_uuid": IDS | ANY},
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(RECORDS | ANY, max_size=4))
def test_any_values_are_read_within_bounds_or_left_out(records: list[Any]) -> None:
    opened = FORMAT.opened(BytesSource(json.dumps([chat(flat("human", "a")), *records]).encode()))
    assert opened is not None
    report = Report()
    listed = list(opened.conversations(report))
    gone = sum(one.why in {Skipped.BROKEN, Skipped.EMPTY} for one in report.omitted)
    assert len(listed) + gone == len(records) + 1
    for one in listed:
        assert_within_bounds(opened.conversation(one, Report()))


@given(st.binary(max_size=80), st.integers(0, 400))
def test_any_bytes_put_into_a_file_raise_nothing_else_than_a_reading_error(junk: bytes, at: int) -> None:
    held = json.dumps([chat(flat("human", "a"), flat("assistant", "b"))] * 2).encode()
    source = BytesSource(held[:at] + junk + held[at + len(junk) :])
    try:
        opened = FORMAT.opened(source)
        for one in opened.conversations(Report()) if opened else ():
            assert_within_bounds(opened.conversation(one, Report()) if opened else Conversation("", ()))
    except ReadingError:
        assert source.size
