"""Which files are taken for an export of ChatGPT, and what is said of those that can't be read."""

import json
from typing import Any

import pytest

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Report
from app.bring.formats.chatgpt import FORMAT
from app.bring.json_records import MOST_RECORD_BYTES
from app.bring.opening import opened
from app.bring.source import BytesSource
from tests.bring.archives import archive_of
from tests.bring.formats.chatgpt_parts import line, message, read_all
from tests.bring.formats.read_back import shown


@pytest.mark.parametrize("wrap", [lambda held: held, lambda held: archive_of({"conversations.json": held})])
def test_a_file_with_one_conversation_that_is_cut_off_or_too_large_is_told_as_that(wrap: Any) -> None:
    cut = json.dumps([line(message("user", "a"))]).encode()[:-20]
    large = json.dumps([line(message("user", "".join(map(str, range(MOST_RECORD_BYTES // 6)))))]).encode()
    for held, fault in ((cut, Fault.BROKEN), (large, Fault.TOO_LARGE)):
        with pytest.raises(ReadingError) as raised:
            list(opened(BytesSource(wrap(held))).conversations(Report()))
        assert raised.value.fault is fault


def test_a_good_conversation_behind_many_of_a_wrong_shape_is_read() -> None:
    found, left_out = read_all([{"title": "x", "mapping": []}] * 25 + [line(message("user", "a"))])
    assert [shown(one.turns) for one in found] == [[("a", ())]]
    assert left_out == {Skipped.BROKEN: 25}


def test_one_conversation_of_another_shape_leaves_the_others_as_they_are() -> None:
    found, left_out = read_all([{"title": "other"}, 3, None, line(message("user", "a")), {"mapping": []}])
    assert len(found) == 1
    assert left_out == {Skipped.BROKEN: 4}


def test_other_json_is_not_taken_for_it() -> None:
    claude = {"uuid": "1", "name": "x", "chat_messages": [{"sender": "human", "text": "hi"}]}
    others: list[Any] = [
        [claude], [claude | {"mapping": {}}], [], [{"mapping": "x"}], [[{"mapping": {}}]], {"a": 1},
    ]  # fmt: skip
    for other in others:
        assert FORMAT.opened(BytesSource(json.dumps(other).encode())) is None
