"""The rows of a CSV file, one after the other: files of gigabytes are never held whole.

As RFC 4180 has it, and lenient where programs err: a quotation mark that nothing ends a field behind is a letter, and
one that is never closed takes no more with it than the line it stands in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.bring.source import Source

STEP_BYTES = 256 * 1024
MOST_ROW_BYTES = 2 * 1024 * 1024
MOST_COLUMNS = 64
MOST_BYTES_AGAIN = 8 * MOST_ROW_BYTES
"""Lines behind quotation marks that are never closed are read again as rows. After this many bytes, they are not."""


def _field(separator: str) -> re.Pattern[bytes]:
    ends = rf"[{separator}\r\n]"
    quoted = rf'"((?:[^"]++|""|"(?!{ends}|\Z))*+)"'
    return re.compile(rf'(?:{quoted}|((?!")[^{separator}\r\n]*+))({separator}|\r\n?|\n|\Z)'.encode())


_FIELDS = {separator: _field(separator) for separator in (",", ";", "\t")}
SEPARATORS = tuple(_FIELDS)
"""Of columns. Spreadsheets write semicolons where numbers have a comma in them, and tabs in UTF-16."""
_LINE_END = re.compile(rb"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Row:
    """One row, and from which byte to which it stands. `fields` is None for one that can't be read."""

    start: int
    end: int
    fields: tuple[bytes, ...] | None


class CsvRows:
    """The rows of a source. Bytes are not decoded.

    Args:
        source: The file.
        start: Where the first row begins.
        separator: One of SEPARATORS.
    """

    def __init__(self, source: Source, start: int = 0, separator: str = ",") -> None:
        self._source = source
        self._start = start
        self._separator = separator

    def __iter__(self) -> Iterator[Row]:
        """Yield every row, in order.

        Raises:
            ReadingError: As the source.
        """
        reading = _Reading(self._source, self._start, self._separator)
        while not reading.at_end():
            yield reading.row()


class _Reading:
    """A source, read on as it is needed."""

    def __init__(self, source: Source, start: int, separator: str) -> None:
        self._source = source
        self._field = _FIELDS[separator]
        self._separator = separator.encode()
        self._held = b""
        self._place = 0
        self._read_to = start
        self._left_to_read_again = MOST_BYTES_AGAIN

    def at_end(self) -> bool:
        return self._place >= len(self._held) and not self._read_on()

    def row(self) -> Row:
        """Return the row that begins here, and go behind it."""
        start = self._offset()
        while True:
            fields, end, is_whole = self._fields()
            if is_whole or not self._read_on():
                break
        if is_whole:
            self._place = end
        elif end < 0:
            held = len(self._held) - self._place
            self._go_behind_line(self._place if held <= self._left_to_read_again else len(self._held))
            self._left_to_read_again = max(0, self._left_to_read_again - held)
        elif self._read_to < self._source.size:
            # Longer than a row may be.
            fields = None
            self._go_behind_line(end)
        else:
            self._place = end
        if len(fields or ()) > MOST_COLUMNS:
            fields = None
            # The last letter of what was read may be the end of the line.
            self._go_behind_line(self._place - 1)
        return Row(start, self._offset(), fields)

    def _fields(self) -> tuple[tuple[bytes, ...] | None, int, bool]:
        """Return the fields of the row that begins here, where they end, and whether they end there whatever follows.

        Of a quotation mark that is not closed in what is held, nothing and -1.
        """
        fields: list[bytes] = []
        end = self._place
        while len(fields) <= MOST_COLUMNS:
            match = self._field.match(self._held, end)
            if match is None:
                return None, -1, False
            fields.append(match[2] if match[1] is None else match[1].replace(b'""', b'"'))
            end = match.end()
            if end == len(self._held):
                if match[3] == self._separator:
                    fields.append(b"")
                return tuple(fields), end, False
            if match[3] != self._separator:
                break
        return tuple(fields), end, True

    def _go_behind_line(self, place: int) -> None:
        self._place = place
        while True:
            match = _LINE_END.search(self._held, self._place)
            if match is not None:
                self._place = match.end()
                return
            self._place = len(self._held)
            if not self._read_on():
                return

    def _read_on(self) -> bool:
        """Add what follows, and forget what lies behind. Whether there was anything, and room for it."""
        held = len(self._held) - self._place
        if held > MOST_ROW_BYTES or self._read_to >= self._source.size:
            return False
        # What is looked at anew each time doubles.
        part = self._source.read_at(self._read_to, max(STEP_BYTES, held))
        self._read_to += len(part)
        self._held = self._held[self._place :] + part
        self._place = 0
        return bool(part)

    def _offset(self) -> int:
        return self._read_to - len(self._held) + self._place
