"""Files in UTF-16 or UTF-32 are read as if they were in UTF-8."""

import pytest

from app.bring import recoding
from app.bring.faults import Fault, ReadingError
from app.bring.recoding import head_in_utf8, in_utf8
from app.bring.source import HEAD_BYTES, BytesSource

TEXT = "é 👋🏽 ש"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_what_a_mark_says_is_read_in_utf_8_and_keeps_its_name(encoding: str) -> None:
    source = BytesSource(("\ufeff" + TEXT).encode(encoding), "a name")
    found = in_utf8(source)
    assert (found.read_at(0, found.size), found.name) == (TEXT.encode(), "a name")
    assert head_in_utf8(source) == TEXT.encode()


@pytest.mark.parametrize("held", [b"", b"text", "\ufefftext".encode(), "text".encode("utf-16-le")])
def test_without_such_a_mark_a_source_stays_as_it_is(held: bytes) -> None:
    source = BytesSource(held)
    assert in_utf8(source) is source
    assert head_in_utf8(source) == held


@pytest.mark.parametrize("bad", [b"\x00", b"\x00\xd8", b"\x00\xd8a\x00", b"\xff\xff\xff\xff\x01"])
def test_bytes_that_are_no_text_do_no_harm(bad: bytes) -> None:
    for mark in (b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"):
        source = BytesSource(mark + bad)
        assert in_utf8(source).size >= 0
        assert isinstance(head_in_utf8(source), bytes)


def test_a_head_may_end_within_a_letter() -> None:
    held = ("\ufeff" + "x" * (HEAD_BYTES // 2 - 2) + "👋").encode("utf-16-le")
    assert head_in_utf8(BytesSource(held)) == b"x" * (HEAD_BYTES // 2 - 2)


def test_what_is_larger_than_is_held_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recoding, "MOST_BYTES", 20)
    with pytest.raises(ReadingError) as raised:
        in_utf8(BytesSource(("x" * 20).encode("utf-16")))
    assert raised.value.fault is Fault.TOO_LARGE
