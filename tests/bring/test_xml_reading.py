"""XML that is made to harm is refused before it takes time or memory."""

from collections.abc import Mapping

import pytest

from app.bring.faults import Fault, ReadingError
from app.bring.source import BytesSource
from app.bring.xml_reading import MOST_BYTES, MOST_DEPTH, MOST_NAMES, MOST_TOKEN_BYTES, read_xml

SPACES = {"/known": "k"}


class Seen:
    def __init__(self, most: int = 1_000_000) -> None:
        self.names: list[str] = []
        self.attributes: list[Mapping[str, str]] = []
        self.parts: list[str] = []
        self._most = most

    @property
    def is_full(self) -> bool:
        return len(self.names) >= self._most

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        self.names.append(name)
        self.attributes.append(attributes)

    def end(self, name: str) -> None:
        self.names.append(f"/{name}")

    def text(self, said: str) -> None:
        self.parts.append(said)


def fault_of(held: str) -> Fault:
    with pytest.raises(ReadingError) as raised:
        read_xml(BytesSource(held.encode()), SPACES, Seen())
    return raised.value.fault


def test_names_have_the_prefixes_that_were_asked_for() -> None:
    seen = Seen()
    held = b'<x:a xmlns:x="http://any.invalid/known" x:b="1"><a xmlns="urn:/known" x:b="2"/><y/>'
    held += b'<x:c xmlns:x="no"/><x:c/>t&amp;</x:a>'
    assert read_xml(BytesSource(held), SPACES, seen)
    assert seen.names == ["k:a", "k:a", "/k:a", "", "/", "", "/", "k:c", "/k:c", "/k:a"]
    assert [attributes.get("k:b") for attributes in seen.attributes] == ["1", "2", None, None, None]
    assert "".join(seen.parts) == "t&"


def test_a_reader_that_wants_no_more_gets_no_more() -> None:
    seen = Seen(most=3)
    assert not read_xml(BytesSource(b"<a>" + b"<b/>" * 100 + b"</a>"), SPACES, seen)
    assert len(seen.names) <= 4


def test_too_long_a_document_is_read_as_far_as_it_may_be() -> None:
    assert not read_xml(BytesSource(b"<a>" + b" " * (MOST_BYTES + 1) + b"</a>"), SPACES, Seen())


def test_large_tags_are_read_and_too_large_ones_refused() -> None:
    assert read_xml(BytesSource(b"<a b='" + b"x" * (MOST_TOKEN_BYTES // 2) + b"'/>"), SPACES, Seen())
    for begin in ("<a b='", "<!--", "<?a ", "<"):
        assert fault_of(f"<r>{begin}{'x' * 4 * MOST_TOKEN_BYTES}") is Fault.BROKEN


def test_too_many_names_or_prefixes_and_too_deep_ones_are_refused() -> None:
    assert fault_of("<r>" + "".join(f"<a{number}/>" for number in range(MOST_NAMES + 1))) is Fault.BROKEN
    assert (
        fault_of("<r " + " ".join(f"a{number}=''" for number in range(MOST_NAMES + 1)) + "/>") is Fault.BROKEN
    )
    assert (
        fault_of("<r " + " ".join(f"xmlns:a{number}='/known'" for number in range(200)) + "/>")
        is Fault.BROKEN
    )
    assert fault_of("<a>" * (MOST_DEPTH + 1)) is Fault.BROKEN


def test_a_long_namespace_is_not_copied_for_each_element() -> None:
    seen = Seen()
    held = f"<a xmlns='{'x' * 1_000_000}'>{'<b/>' * 50_000}</a>"
    assert read_xml(BytesSource(held.encode()), SPACES, seen)
    assert seen.names.count("") == 50_001


@pytest.mark.parametrize(
    "held",
    [
        "",
        " ",
        "<a>",
        "<a/><b/>",
        "text",
        "<a>&b;</a>",
        "<!DOCTYPE a><a/>",
        "<?xml version='1.0' encoding='none'?><a>\x00</a>",
    ],
)
def test_what_is_no_xml_is_broken(held: str) -> None:
    assert fault_of(held) is Fault.BROKEN
