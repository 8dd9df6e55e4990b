"""Where the records of a JSON file begin, and what the head of one tells."""

import pytest

from app.bring.json_beginning import Begin, begin_of, fields_at_head
from app.bring.source import BytesSource


@pytest.mark.parametrize(
    ("held", "begin"),
    [
        (b" [1]", Begin(2, in_array=True, in_object=False)),
        (b'{"a": [1], "conversations": [2]}', Begin(29, in_array=True, in_object=True)),
        (b'\n{"a": [1]}', Begin(1, in_array=False, in_object=False)),
        (b"text", None),
    ],
)
def test_the_first_record_is_looked_for_where_the_array_or_the_object_begins(
    held: bytes, begin: Begin | None
) -> None:
    assert begin_of(BytesSource(held)) == begin


@pytest.mark.parametrize("begin", [b'{"a": "', b'{"a": ["', b'{"a": {"b": ["'])
def test_marks_in_a_text_that_is_never_closed_take_no_time(begin: bytes) -> None:
    assert begin_of(BytesSource(begin + b'\\"' * 120_000)) == Begin(0, in_array=False, in_object=False)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b"", {}),
        (b"[1]", {}),
        (
            b'{"a": 1, "b": ["]", {"c": "d"}], "e": "f\\u00e9", "g": "cut o',
            {"a": "", "b": "", "e": "fé", "g": ""},
        ),
        (b'{"a": "\\x", "b": "c"}', {"a": "", "b": "c"}),
    ],
)
def test_the_fields_of_an_object_are_told_as_far_as_its_head_tells_them(
    head: bytes, found: dict[str, str]
) -> None:
    assert fields_at_head(head) == found
