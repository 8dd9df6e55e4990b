"""Telling what a file is."""

import codecs
import json

import pytest

from app.bring.faults import Fault, ReadingError
from app.bring.opening import opened
from app.bring.source import BytesSource
from tests.bring.samples import SAMPLES


@pytest.mark.parametrize(
    ("held", "fault"),
    [
        (b"", Fault.EMPTY),
        (b"[]", Fault.EMPTY),
        (codecs.BOM_UTF8 + b" [ ]\n", Fault.EMPTY),
        (b'{"conversations": []}', Fault.EMPTY),
        (b'[{"neither": 1}]', Fault.UNKNOWN_JSON),
        (b'{"neither": 1}', Fault.UNKNOWN_JSON),
        (b"[1, 2, 3]", Fault.UNKNOWN_JSON),
        (json.dumps([{"neither": 1}]).encode("utf-16"), Fault.UNKNOWN_JSON),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)), Fault.UNKNOWN),
        (b"\x00" * 100, Fault.UNKNOWN),
    ],
)
def test_what_no_format_knows_is_refused_with_what_can_be_said_of_it(held: bytes, fault: Fault) -> None:
    with pytest.raises(ReadingError) as raised:
        opened(BytesSource(held))
    assert raised.value.fault is fault
    assert str(raised.value) == fault.value


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_a_good_file_is_opened_by_the_format_that_it_is_of(kind: str) -> None:
    assert opened(BytesSource(SAMPLES[kind]())).kind == kind
