import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bring.faults import ReadingError, Skipped
from app.bring.format import Report
from app.bring.formats.chatgpt import FORMAT
from app.bring.source import BytesSource
from app.domain.conversation import Conversation
from tests.bring.formats.chatgpt_parts import line, message, node, read, read_all
from tests.bring.formats.read_back import assert_within_bounds, shown

WRONG: list[Any] = [
    None,
    True,
    0,
    -1,
    1e300,
    10**30,
    "",
    "all",
    "user",
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
        ("title",), ("create_time",), ("update_time",), ("current_node",), ("default_model_slug",), ("mapping",),
        ("mapping", "0"), ("mapping", "0", "parent"), ("mapping", "0", "message"),
        ("mapping", "0", "message", "author"), ("mapping", "0", "message", "content"),
        ("mapping", "0", "message", "recipient"), ("mapping", "0", "message", "metadata"),
        ("mapping", "0", "message", "create_time"),
        ("mapping", "0", "message", "author", "role"), ("mapping", "0", "message", "metadata", "model_slug"),
        ("mapping", "0", "message", "content", "content_type"), ("mapping", "0", "message", "content", "parts"),
        ("mapping", "0", "message", "content", "text"),
        ("mapping", "0", "message", "metadata", "is_visually_hidden_from_conversation"),
    ],
)  # fmt: skip
def test_a_value_of_a_wrong_type_anywhere_leaves_the_next_conversation_as_it_is(
    path: Any, wrong: Any
) -> None:
    record = line(message("user", "a", metadata={}), message("assistant", "b"), title="broken")
    at: Any = record
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = wrong
    found, _ = read_all([line(message("user", "whole")), record])
    assert shown(found[0].turns) == [("whole", ())]
    assert len(found) <= 2


def test_what_is_nested_too_deep_leaves_the_next_conversation_as_it_is() -> None:
    deep = b'{"title": "deep", "mapping": {"a": ' + b'{"message": ' * 100_000 + b"1" + b"}" * 100_000 + b"}}"
    whole = json.dumps(line(message("user", "whole"))).encode()
    found, left_out = read_all(b"[" + deep + b"," + whole + b"]")
    assert shown(found[0].turns) == [("whole", ())]
    assert left_out == {Skipped.TOO_DEEP: 1}


def test_a_conversation_of_fifty_thousand_messages_beside_each_other_is_read() -> None:
    mapping = {"q": node(None, message("user", "q"))}
    mapping |= {str(at): node("q", message("assistant", "x")) for at in range(50_000)}
    conversation, left_out = read({"mapping": mapping})
    assert (len(conversation.turns), left_out) == (2, {Skipped.CUT: 1})


KEYS = [
    "mapping", "message", "parent", "children", "author", "role", "content", "content_type", "parts", "text",
    "metadata", "recipient", "create_time", "current_node", "title", "model_slug", "default_model_slug", "a", "b",
]  # fmt: skip
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5),
    st.sampled_from([*KEYS, "user", "assistant", "all", "multimodal_text", "audio_transcription", "【1†a】"]),
)  # fmt: skip
ANY = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=30,
)
MESSAGES = st.fixed_dictionaries(
    {"author": ANY | st.just({"role": "user"}) | st.just({"role": "assistant"})},
    optional={
        "content": ANY
        | st.fixed_dictionaries({"content_type": LEAVES | st.just("text"), "parts": ANY | st.lists(LEAVES)}),
        "metadata": ANY, "recipient": ANY, "create_time": ANY,
    },
)  # fmt: skip
IDS = st.sampled_from(["a", "b", "c", "d", ""])
NODES = st.dictionaries(IDS, ANY | st.fixed_dictionaries({"parent": IDS | ANY, "message": MESSAGES | ANY}))
RECORDS = st.fixed_dictionaries(
    {"mapping": NODES}, optional={"current_node": IDS | ANY, "title": ANY, "update_time": ANY}
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(RECORDS | ANY, max_size=4))
def test_any_values_are_read_within_bounds_or_left_out(records: list[Any]) -> None:
    opened = FORMAT.opened(BytesSource(json.dumps(records).encode()))
    if opened is None:
        assert not any(isinstance(one, dict) and isinstance(one.get("mapping"), dict) for one in records)
        return
    report = Report()
    listed = list(opened.conversations(report))
    assert len(listed) + sum(one.why in {Skipped.BROKEN, Skipped.EMPTY} for one in report.omitted) == len(
        records
    )
    for one in listed:
        assert_within_bounds(opened.conversation(one, Report()))


@given(st.binary(max_size=80), st.integers(0, 400))
def test_any_bytes_put_into_a_file_raise_nothing_else_than_a_reading_error(junk: bytes, at: int) -> None:
    held = json.dumps([line(message("user", "a"), message("assistant", "b"))] * 2).encode()
    source = BytesSource(held[:at] + junk + held[at + len(junk) :])
    try:
        opened = FORMAT.opened(source)
        for one in opened.conversations(Report()) if opened else ():
            assert_within_bounds(opened.conversation(one, Report()) if opened else Conversation("", ()))
    except ReadingError:
        assert source.size
