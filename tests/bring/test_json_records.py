"""The records of a JSON file."""

import codecs
import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bring import json_records
from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.json_beginning import MOST_BEFORE_BYTES
from app.bring.json_records import JsonRecords, Record, is_empty_list, looks_like_json
from app.bring.source import BytesSource
from app.bring.untrusted import fields
from app.domain.text import plain

GOOD = {"title": "Chat", "mapping": {"a": [1, "two", None]}}
OTHER = {"title": "Other", "mapping": {}}

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"), max_size=12)
    | st.sampled_from(['"', "\\", "}{][", "é", "👋🏽", "ع", "\u200f", "\ufeff", "\u2028", "\x00"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


def records(held: bytes) -> list[Record]:
    return list(JsonRecords(BytesSource(held)))


def read(held: bytes) -> list[Any]:
    """Return what was read, or why not."""
    return [record.value if record.skipped is None else record.skipped for record in records(held)]


def array(*parts: object) -> bytes:
    """Return an array of values and of bytes that stand for themselves."""
    return b"[" + b", ".join(_bytes(part) for part in parts) + b"]"


def _bytes(part: object) -> bytes:
    return part if isinstance(part, bytes) else json.dumps(part).encode()


@pytest.mark.parametrize(
    "held",
    [
        array(GOOD, OTHER),
        codecs.BOM_UTF8 + array(GOOD, OTHER),
        b" \r\n\t" + array(GOOD, OTHER) + b"\n",
        json.dumps([GOOD, OTHER], indent=4).encode(),
        b'{"conversations":' + array(GOOD, OTHER) + b"}",
        codecs.BOM_UTF8 + b' {\n "conversations" :\t' + array(GOOD, OTHER) + b', "more": [1]}',
        b'{"version": 2, "by": {"conversations": [1, "]"]}, "x": ["{", []], "conversations": '
        + array(GOOD, OTHER)
        + b"}",
        array(GOOD, OTHER)[:-1] + b",]",
        array(GOOD, OTHER)[:-1] + b",\n",
        array(GOOD, OTHER)[:-1],
        _bytes(GOOD) + b"\n" + _bytes(OTHER) + b"\n",
        array(GOOD) + array(OTHER),
        array(GOOD) + b"\n[]\n" + array(OTHER),
        array(GOOD) + b"\n" + _bytes(OTHER),
        b'{"conversations": ' + array(GOOD) + b', "more": ["]}", {"a": [2]}]}\n' + array(OTHER),
    ],
)
def test_records_are_found_in_every_shape_that_holds_them(held: bytes) -> None:
    assert looks_like_json(BytesSource(held))
    assert read(held) == [GOOD, OTHER]


def test_one_object_is_one_record() -> None:
    assert read(_bytes(GOOD)) == [GOOD]
    assert read(codecs.BOM_UTF8 + b"\n" + _bytes(GOOD)) == [GOOD]


@pytest.mark.parametrize("held", [b'{"conversations": {"a": 1}}', b'{"a": {"conversations": [1]}, "b": 2}'])
def test_only_an_array_that_is_a_field_of_the_whole_holds_records(held: bytes) -> None:
    assert read(held) == [json.loads(held)]


def test_the_array_is_not_looked_for_further_than_it_may_be() -> None:
    far = {"before": "x" * MOST_BEFORE_BYTES, "conversations": [1]}
    assert read(_bytes(far)) == [far]


@pytest.mark.parametrize("held", [b"[]", b" [ ] ", b'{"conversations": []}', codecs.BOM_UTF8 + b"[\n]"])
def test_an_empty_list_holds_no_record(held: bytes) -> None:
    assert read(held) == []
    assert is_empty_list(BytesSource(held))


@pytest.mark.parametrize(
    "held", [b"", b"   ", b"hello", b'"[]"', b"12", codecs.BOM_UTF8, b"\xff\xfe", b"\x00["]
)
def test_what_does_not_begin_as_json_with_records_is_none(held: bytes) -> None:
    assert not looks_like_json(BytesSource(held))
    assert read(held) == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_json_in_an_encoding_that_a_mark_names_is_read(encoding: str) -> None:
    held = ("\ufeff" + json.dumps([GOOD, {"title": "é 👋🏽"}], ensure_ascii=False)).encode(encoding)
    assert looks_like_json(BytesSource(held))
    assert read(held) == [GOOD, {"title": "é 👋🏽"}]
    again = JsonRecords(BytesSource(held))
    assert [again.at(record.span) for record in records(held)] == read(held)
    assert is_empty_list(BytesSource("\ufeff[ ]".encode(encoding)))


def test_scalars_in_the_array_are_records_too() -> None:
    assert read(b'[1, -2.5e3, "a]b", null, true, {"a": 1}, [2]]') == [
        1,
        -2500.0,
        "a]b",
        None,
        True,
        {"a": 1},
        [2],
    ]


@pytest.mark.parametrize(
    "broken",
    [
        b'{"title": oops, "mapping": {"a": [1, "}"]}}',
        b'{"title": "a", "mapping": {"a": 1,}}',
        b'{"title": "a" "mapping": {}}',
        b'{"title": "a", "mapping": {"a": [1, 2}}',
        b'{"title": "a", "mapping": {"a": {"b": [1, 2}}}',
        b'{"title": "bad \\x escape", "mapping": {}}',
        b"{'title': 'a'}",
        b"nope",
        b"tru",
        b'"\\x"',
    ],
)
def test_a_broken_record_leaves_the_others_as_they_are(broken: bytes) -> None:
    assert read(array(GOOD, broken, OTHER)) == [GOOD, Skipped.BROKEN, OTHER]
    assert read(array(broken, GOOD, OTHER)) == [Skipped.BROKEN, GOOD, OTHER]


@pytest.mark.parametrize(
    "broken",
    [
        b'{"title": "a, "mapping": {}}',
        b'{"title": "a", "mapping": {"a": {"b": 1, "c": 2}',
        b'{"title": "a", "mapping": [[[',
        b'{"title": "a", "mapping": {}, "b": "[{\\"}',
    ],
)
def test_where_brackets_or_quotation_marks_do_not_match_the_next_record_of_the_same_kind_is_found(
    broken: bytes,
) -> None:
    assert read(array(GOOD, broken, OTHER, GOOD)) == [GOOD, Skipped.BROKEN, OTHER, GOOD]


@pytest.mark.parametrize("stray", [b"garbage", b"]", b"}", b"] and more }", b": :"])
def test_what_follows_the_records_and_is_none_is_told(stray: bytes) -> None:
    assert read(array(GOOD) + b"\n" + stray)[:2] == [GOOD, Skipped.BROKEN]
    assert read(array(GOOD) + b"\n" + stray + b" " + array(OTHER))[-1] == OTHER


@pytest.mark.parametrize("step", [7, 256 * 1024])
@pytest.mark.parametrize("stray", [b"}", b": ", b"x,", b"} x"])
def test_stray_letters_one_after_the_other_are_one_broken_record(
    stray: bytes, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_records, "STEP_BYTES", step)
    found = read(array(GOOD, stray * 100 + b",", OTHER))
    assert (found[:2], found[-1]) == ([GOOD, Skipped.BROKEN], OTHER)
    assert step == 7 or len(found) == 3


@pytest.mark.parametrize("word", [b"1", b"-2.5e3", b"true", b"null", b"NaN", b"-Infinity"])
def test_a_value_among_stray_letters_is_read(word: bytes) -> None:
    assert len(read(array(b"}x", word, b"}", OTHER))) == 4


@pytest.mark.parametrize("broken", [b"{x}", b"x,1", b'"\\x"'])
def test_little_lies_before_what_is_decoded_where_many_records_are_broken(
    broken: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = []

    class Noting(json.JSONDecoder):
        def raw_decode(self, s: str, idx: int = 0) -> tuple[Any, int]:
            places.append(idx)
            return super().raw_decode(s, idx)

    monkeypatch.setattr(json_records, "_decoder", Noting)
    found = read(array(*[broken] * 10_000, OTHER))
    assert (found.count(Skipped.BROKEN), found[-1]) == (10_000, OTHER)
    # What tells of a fault counts the lines in all of that.
    assert max(places) < 2_000


@pytest.mark.parametrize("step", [1, 20, 256 * 1024])
def test_what_a_broken_record_begins_with_is_told(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_records, "STEP_BYTES", step)
    broken = '{"title": "é", "mapping": }'.encode()
    (found, other) = records(array(broken, OTHER))
    assert (found.head, other.head) == (broken, b"")
    (cut,) = records(b'[{"title": "a", "mapping": "' + b"x" * 100_000)
    assert cut.head.startswith(b'{"title": "a", "mapping": "x')


def test_a_closing_bracket_too_many_costs_no_other_record() -> None:
    assert read(array(GOOD, b"{}}", OTHER)) == [GOOD, {}, Skipped.BROKEN, OTHER]


def test_a_file_that_ends_within_a_record_gives_the_records_before_it() -> None:
    whole = array(GOOD, OTHER)
    for end in range(whole.index(b"Other"), len(whole) - 1):
        assert read(whole[:end]) == [GOOD, Skipped.BROKEN]


def test_a_record_above_the_bound_is_too_large_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json_records, "MOST_RECORD_BYTES", 2_000)
    monkeypatch.setattr(json_records, "STEP_BYTES", 100)
    large = {"title": "L", "mapping": ["]" * 3_000]}
    assert read(array(GOOD, large, OTHER)) == [GOOD, Skipped.TOO_LARGE, OTHER]
    fits = {"title": "L", "mapping": ["]" * 1_900]}
    assert read(array(GOOD, fits, OTHER)) == [GOOD, fits, OTHER]


def test_a_record_above_the_real_bound_is_too_large() -> None:
    large = b'{"title": "' + b"x" * json_records.MOST_RECORD_BYTES + b'"}'
    assert read(array(GOOD, large, OTHER)) == [GOOD, Skipped.TOO_LARGE, OTHER]


@pytest.mark.parametrize("depth", [1_000, 1_000_000])
@pytest.mark.parametrize(("opens", "closes"), [(b"[", b"]"), (b'{"a":', b"}")])
def test_a_record_that_is_nested_too_deep_leaves_the_others_as_they_are(
    depth: int, opens: bytes, closes: bytes
) -> None:
    deep = opens * depth + b"1" + closes * depth
    assert read(array(GOOD, deep, OTHER)) == [GOOD, Skipped.TOO_DEEP, OTHER]
    unclosed = b'{"title": "a", "mapping": ' + opens * depth
    assert read(array(GOOD, unclosed, OTHER)) == [GOOD, Skipped.TOO_DEEP, OTHER]


def test_a_number_of_too_many_digits_breaks_its_record_alone() -> None:
    giant = b'{"title": ' + b"9" * 100_000 + b"}"
    assert read(array(GOOD, giant, OTHER)) == [GOOD, Skipped.BROKEN, OTHER]
    assert read(array(GOOD, b"9" * 100_000, OTHER)) == [GOOD, Skipped.BROKEN, OTHER]
    assert read(array(b"1e999999", OTHER)) == [math.inf, OTHER]
    assert read(array(b"0." + b"1" * 1_000_000, OTHER))[1:] == [OTHER]


def test_what_is_not_quite_json_is_read_as_python_reads_it() -> None:
    first, second, *rest = read(array(b"NaN", b"-Infinity", b'{"a": 1, "a": 2}', b'{"a": "tab\there\nline"}'))
    assert math.isnan(first)
    assert second == -math.inf
    assert rest == [{"a": 2}, {"a": "tab\there\nline"}]


def test_lone_surrogates_and_bytes_that_are_no_utf_8_become_no_letters() -> None:
    title = b'{"title": "a\xff\xc3b\\ud83d"}'
    held = array(title, OTHER)
    found = records(held)
    assert plain(found[0].value["title"]) == "a\ufffd\ufffdb\ufffd"
    assert held[found[0].span.start : found[0].span.end] == title
    assert found[1].value == OTHER


def test_more_records_than_are_read_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_records, "MOST_RECORDS", 3)
    assert read(b"[1, 2]") == [1, 2]
    with pytest.raises(ReadingError) as raised:
        read(b"[1, 2, 3, 4]")
    assert raised.value.fault is Fault.TOO_MANY


def test_a_record_is_found_again() -> None:
    held = array(GOOD, b"{broken}", OTHER)
    again = JsonRecords(BytesSource(held))
    assert [again.at(record.span) for record in records(held) if record.skipped is None] == [GOOD, OTHER]


def test_a_place_where_no_record_is_any_more_is_refused() -> None:
    for changed, why in ((b"", "Expecting"), (b"[1, 2], 3", "Extra"), (b"[" * 100_000, "deep")):
        with pytest.raises(ValueError, match=why):
            JsonRecords(BytesSource(changed)).at(json_records.Span(0, len(changed)))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(values, max_size=6),
    st.integers(1, 40),
    st.booleans(),
    st.sampled_from([None, 1]),
    st.sampled_from([b"", codecs.BOM_UTF8]),
)
def test_whatever_the_steps_are_all_values_are_read_and_found_again(
    wanted: list[Any], step: int, ascii_only: bool, indent: int | None, mark: bytes
) -> None:
    held = mark + json.dumps(wanted, ensure_ascii=ascii_only, indent=indent).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_records, "STEP_BYTES", step)
        found = records(held)
    assert [record.value for record in found] == wanted
    assert [json.loads(held[record.span.start : record.span.end]) for record in found] == wanted
    again = JsonRecords(BytesSource(held))
    assert [again.at(record.span) for record in found] == wanted


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                b"{",
                b"}",
                b"[",
                b"]",
                b",",
                b":",
                b'"',
                b"\\",
                b'"a"',
                b'{"a": 1, "b": 2}',
                b"1",
                b"true",
                b"\xff",
                b" ",
            ]
        )
        | st.binary(max_size=3),
        max_size=30,
    ),
    st.integers(1, 20),
)
def test_whatever_the_bytes_are_reading_ends_and_goes_through_them_in_order(
    parts: list[bytes], step: int
) -> None:
    held = b"[" + b"".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_records, "STEP_BYTES", step)
        found = records(held)
    ends = [place for record in found for place in record.span]
    assert ends == sorted(ends)
    assert all(record.span.start < record.span.end <= len(held) for record in found)
    assert all((record.skipped is None) or record.value is None for record in found)


@settings(max_examples=100, deadline=None)
@given(st.binary(min_size=0, max_size=6), st.integers(1, 8))
def test_bytes_that_are_no_utf_8_are_the_same_whatever_the_steps_are(bad: bytes, step: int) -> None:
    inside = bad.replace(b'"', b"").replace(b"\\", b"")
    held = b'[{"a": "' + inside + b'"}]'
    whole = read(held)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_records, "STEP_BYTES", step)
        assert read(held) == whole
    assert fields(whole[0])["a"].encode("utf-8", "surrogateescape") == inside
