"""Exports of Copilot, made by hand, and what is read in them."""

import csv
import io

import pytest

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.formats.copilot import FORMAT
from app.bring.source import BytesSource, Source
from app.domain.conversation import Conversation
from tests.bring.formats.read_back import read_back

BOM = b"\xef\xbb\xbf"
COLUMNS = ("Conversation", "Time", "Author", "Message")
NIGHT = [
    ("Sleep", "2026-07-26T23:21:00", "AI", "Then get up,\nand read."),
    ("Sleep", "2026-07-26T23:21:00", "Human", "An hour"),
    ("Sleep", "2026-07-26T23:20:56", "AI", 'How "long"?'),
    ("Sleep", "2026-07-26T23:20:56", "Human", "I lie awake"),
]
NIGHT_SAID = ["I lie awake", 'How "long"?', "An hour", "Then get up,\nand read."]
Rows = list[tuple[str, str, str, str]]


def table(rows: Rows, columns: tuple[str, ...] = COLUMNS, separator: str = ",") -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=separator)
    writer.writerow(columns)
    writer.writerows(tuple(row[COLUMNS.index(name)] for name in columns) for row in rows)
    return written.getvalue().encode()


def read_all(held: bytes | Source) -> tuple[list[Conversation], dict[Skipped, int]]:
    return read_back(FORMAT, BytesSource(held) if isinstance(held, bytes) else held)


def said(conversation: Conversation) -> list[str]:
    return [turn.shown.text for turn in conversation.turns]


def fault_of(held: bytes) -> Fault:
    with pytest.raises(ReadingError) as caught:
        read_all(held)
    return caught.value.fault
