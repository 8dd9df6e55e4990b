"""A format whose file is JSON, with one record for each conversation."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bring import json_format
from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Listed, Report
from app.bring.json_format import (
    RECORDS_LOOKED_AT,
    RECORDS_OF_ITS_KIND_LOOKED_AT,
    JsonFormat,
    JsonOpened,
)
from app.bring.json_records import MOST_RECORD_BYTES
from app.bring.source import BytesSource
from app.bring.untrusted import items, text
from app.domain.conversation import SAID_MAX_CHARS, Conversation, Role, Said, Turn


def _read(record: dict[str, Any], report: Report) -> Conversation:
    report.leave_out("", Skipped.HIDDEN, len(items(record.get("hidden"))))
    said = items(record.get("said"))
    return Conversation(text(record.get("name")), tuple(Turn(Role.USER, Said(text(one))) for one in said))


FORMAT = JsonFormat("made", lambda record: isinstance(record.get("said"), list), _read, "name", ("said",))
LARGE = {"name": "large", "said": ["x" * MOST_RECORD_BYTES]}
DEEP = b'{"name": "deep", "said": ' + b"[" * 5_000 + b"]" * 5_000 + b"}"


def one(name: object, *said: str, **more: object) -> dict[str, object]:
    return {"name": name, "said": list(said), **more}


def opened(*records: object) -> JsonOpened:
    found = FORMAT.opened(BytesSource(json.dumps(records).encode()))
    assert found is not None
    return found


def test_conversations_are_listed_and_read() -> None:
    file = opened(one("a", "x", "y"), one("b", "z"))
    report = Report()
    first, second = file.conversations(report)
    assert (first.title, first.turns, second.title, second.turns) == ("a", 2, "b", 1)
    assert file.conversation(second, Report()).turns == (Turn(Role.USER, Said("z")),)
    assert report.omitted == []
    assert file.kind == "made"


@pytest.mark.parametrize("held", [b"", b"text", b"[]", b'[{"other": 1}]', b"[1, 2]", b'{"said"'])
def test_what_is_of_another_shape_is_left_to_others(held: bytes) -> None:
    assert FORMAT.opened(BytesSource(held)) is None


def test_a_file_is_known_if_its_first_records_are_broken() -> None:
    wanted = [one("a", "x")]
    for before, is_known in ((RECORDS_LOOKED_AT - 1, True), (RECORDS_LOOKED_AT, False)):
        held = json.dumps([None] * before + wanted).encode()
        assert (FORMAT.opened(BytesSource(held)) is not None) == is_known


def test_a_file_is_not_looked_at_further_than_it_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    held = json.dumps(["x" * 100, one("a", "x")]).encode()
    assert FORMAT.opened(BytesSource(held)) is not None
    monkeypatch.setattr(json_format, "BYTES_LOOKED_AT", 50)
    assert FORMAT.opened(BytesSource(held)) is None


@pytest.mark.parametrize(
    ("held", "fault", "told"),
    [
        (json.dumps([LARGE]).encode(), Fault.TOO_LARGE, [("large", Skipped.TOO_LARGE)]),
        (json.dumps(LARGE).encode(), Fault.TOO_LARGE, [("large", Skipped.TOO_LARGE)]),
        (json.dumps([one("cut", "x")]).encode()[:-6], Fault.BROKEN, [("cut", Skipped.BROKEN)]),
        (json.dumps(one("cut", "x")).encode()[:-1], Fault.BROKEN, [("cut", Skipped.BROKEN)]),
        (b"[" + DEEP + b"]", Fault.BROKEN, [("deep", Skipped.TOO_DEEP)]),
        (b"[" + DEEP + b"] x", Fault.BROKEN, [("deep", Skipped.TOO_DEEP), ("#2", Skipped.BROKEN)]),
        (b'[{"said": []}, {"name": "b", "said": ]}]', Fault.BROKEN, [("#1", Skipped.EMPTY), ("b", Skipped.BROKEN)]),
    ],
)  # fmt: skip
def test_a_file_in_which_nothing_can_be_read_is_known_by_the_fields_at_its_head(
    held: bytes, fault: Fault, told: list[tuple[str, Skipped]]
) -> None:
    file = FORMAT.opened(BytesSource(held))
    assert file is not None
    report = Report()
    with pytest.raises(ReadingError) as raised:
        list(file.conversations(report))
    assert raised.value.fault is fault
    assert [(omitted.what, omitted.why) for omitted in report.omitted] == told


@pytest.mark.parametrize(
    "held", [b'[{"other": {"said": 1}, }]', b'[{"said": }, {"other": 1}]', b'[{"said": 1}]', b"[x"]
)
def test_broken_records_of_another_shape_or_beside_one_are_left_to_others(held: bytes) -> None:
    assert FORMAT.opened(BytesSource(held)) is None


def test_a_file_is_known_behind_many_records_of_its_kind_that_can_not_be_read() -> None:
    for before, is_known in (
        (RECORDS_OF_ITS_KIND_LOOKED_AT - 1, True),
        (RECORDS_OF_ITS_KIND_LOOKED_AT, False),
    ):
        held = json.dumps([{"said": None}] * before + [one("a", "x")]).encode()
        assert (FORMAT.opened(BytesSource(held)) is not None) == is_known


def test_what_is_left_out_is_told_by_its_title_or_its_number() -> None:
    file = opened(one("a", "x", hidden=[1, 2]), 5, {"name": "other"}, one(7), one("d", "\x00"), one("e", "x"))
    report = Report()
    assert [listed.title for listed in file.conversations(report)] == ["a", "e"]
    assert [(omitted.what, omitted.why, omitted.count) for omitted in report.omitted] == [
        ("a", Skipped.HIDDEN, 2),
        ("#2", Skipped.BROKEN, 1),
        ("other", Skipped.BROKEN, 1),
        ("#4", Skipped.EMPTY, 1),
        ("d", Skipped.EMPTY, 1),
    ]


def test_a_record_that_can_not_be_decoded_is_told_by_its_number() -> None:
    held = b'[{"name": "a", "said": ["x"]}, {broken}, ' + b"[" * 5_000 + b"]" * 5_000 + b"]"
    file = FORMAT.opened(BytesSource(held))
    assert file is not None
    report = Report()
    assert len(list(file.conversations(report))) == 1
    assert [(omitted.what, omitted.why) for omitted in report.omitted] == [
        ("#2", Skipped.BROKEN),
        ("#3", Skipped.TOO_DEEP),
    ]


def test_what_is_cut_is_told() -> None:
    file = opened(one("a", "x" * (SAID_MAX_CHARS + 1)))
    report = Report()
    (listed,) = file.conversations(report)
    assert [(omitted.what, omitted.why) for omitted in report.omitted] == [("a", Skipped.CUT)]
    assert len(file.conversation(listed, Report()).turns[0].shown.text) == SAID_MAX_CHARS


@pytest.mark.parametrize("now", [b'{"other": 1, "more": 22}', b"[" * 30, b"", b"12", b"[" * 100_000])
def test_a_record_that_is_no_longer_what_it_was_has_changed(now: bytes) -> None:
    held = json.dumps([one("a", "x" * 200_000)]).encode()

    class Changing(BytesSource):
        changed = False

        def read_at(self, offset: int, count: int) -> bytes:
            return now[:count] if self.changed else super().read_at(offset, count)

    source = Changing(held)
    file = FORMAT.opened(source)
    assert file is not None
    (listed,) = file.conversations(Report())
    source.changed = True
    with pytest.raises(ReadingError) as raised:
        file.conversation(listed, Report())
    assert raised.value.fault is Fault.CHANGED


def test_a_place_of_another_file_is_refused() -> None:
    with pytest.raises(ReadingError) as raised:
        opened(one("a", "x")).conversation(Listed("", None, "", 1, 0, "elsewhere"), Report())
    assert raised.value.fault is Fault.BROKEN


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "said", "hidden"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_values, max_size=5))
def test_whatever_the_values_are_what_is_listed_can_be_read(values: list[Any]) -> None:
    file = FORMAT.opened(BytesSource(json.dumps(values).encode()))
    assert (file is not None) == any(
        isinstance(value, dict) and isinstance(value.get("said"), list) for value in values
    )
    for listed in file.conversations(Report()) if file else ():
        read = file.conversation(listed, Report()) if file else None
        assert read is not None
        assert (read.title, len(read.turns)) == (listed.title, listed.turns)
        assert all(turn.shown.text for turn in read.turns)
