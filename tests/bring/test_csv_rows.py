import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bring.csv_rows import MOST_COLUMNS, MOST_ROW_BYTES, STEP_BYTES, CsvRows, Row
from app.bring.source import BytesSource


class Noting(BytesSource):
    """Notes how much is asked for in one go."""

    most = 0

    def read_at(self, offset: int, count: int) -> bytes:
        self.most = max(self.most, count)
        return super().read_at(offset, count)


def rows(held: bytes, separator: str = ",") -> list[Row]:
    return list(CsvRows(BytesSource(held), separator=separator))


def fields(held: bytes, separator: str = ",") -> list[tuple[bytes, ...] | None]:
    return [row.fields for row in rows(held, separator)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_rows_end_as_lines_do_on_any_system(end: bytes) -> None:
    assert fields(b"a,b" + end + b"c,d" + end) == [(b"a", b"b"), (b"c", b"d")]


def test_the_last_row_needs_no_end() -> None:
    assert fields(b"a,b\nc,") == [(b"a", b"b"), (b"c", b"")]


def test_a_field_in_quotation_marks_holds_lines_and_separators_and_marks() -> None:
    assert fields(b'"a,\r\n""b""",c\n') == [(b'a,\r\n"b"', b"c")]


def test_a_mark_that_nothing_ends_a_field_behind_is_a_letter() -> None:
    assert fields(b'"he said "yes" to it",b"c\n') == [(b'he said "yes" to it', b'b"c')]


def test_semicolons_separate_where_they_are_asked_for() -> None:
    assert fields(b'a;"b;c";1,5\n', ";") == [(b"a", b"b;c", b"1,5")]


def test_a_mark_that_is_never_closed_takes_its_own_line_with_it() -> None:
    assert fields(b'a,b\n"c,d\ne,f\n') == [(b"a", b"b"), None, (b"e", b"f")]


def test_a_mark_that_is_never_closed_is_given_up_after_a_bounded_number_of_bytes() -> None:
    line = b"x" * 99 + b"\n"
    source = Noting(b'"' + line * (3 * MOST_ROW_BYTES // 100) + b"a,b\n")
    found = [row.fields for row in CsvRows(source)]
    assert found[0] is None
    assert found[-1] == (b"a", b"b")
    assert source.most <= 2 * MOST_ROW_BYTES


def test_a_row_longer_than_any_is_passed_over() -> None:
    assert fields(b"x" * (3 * MOST_ROW_BYTES) + b"\na,b\n") == [None, (b"a", b"b")]


def test_a_row_as_long_as_may_be_is_read() -> None:
    (found,) = rows(b'"' + b"x" * (MOST_ROW_BYTES - 10) + b'",b\n')
    assert found.fields == (b"x" * (MOST_ROW_BYTES - 10), b"b")


@pytest.mark.parametrize("more", [1, 2, 500])
def test_a_row_with_more_columns_than_any_is_passed_over_alone(more: int) -> None:
    assert fields(b"," * (MOST_COLUMNS - 1 + more) + b"\na,b\n") == [None, (b"a", b"b")]


@pytest.mark.parametrize(
    "held",
    [
        b'"' * 3_000_001,
        b'"a\n' * 1_000_000,
        b'"x\ny,""\n' * 300_000,
        b"," * 5_000_000,
        b'"' + b'a"b' * 1_000_000,
    ],
)
def test_what_is_made_to_be_read_again_and_again_is_not(held: bytes) -> None:
    found = rows(held)
    assert found[-1].end == len(held)


@pytest.mark.parametrize("before", range(STEP_BYTES - 6, STEP_BYTES + 2))
def test_a_row_is_the_same_wherever_a_step_of_reading_ends_in_it(before: int) -> None:
    assert fields(b"x" * before + b'\r\n"a""b",c\r\nd,e') == [(b"x" * before,), (b'a"b', b"c"), (b"d", b"e")]


@given(st.lists(st.lists(st.text(alphabet='a",;\r\n é'), min_size=1, max_size=4), min_size=1, max_size=5))
def test_what_a_program_writes_is_read_as_it_was(table: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(table)
    assert fields(written.getvalue().encode()) == [tuple(one.encode() for one in row) for row in table]


@given(st.lists(st.sampled_from([b'"', b",", b"\r", b"\n", b"a", b"\x00", b"\xff"]), max_size=60))
def test_the_rows_of_any_bytes_lie_end_to_end_and_read_the_same_alone(parts: list[bytes]) -> None:
    held = b"".join(parts)
    place = 0
    for row in rows(held):
        assert row.start == place < row.end
        place = row.end
        if row.fields is not None:
            assert fields(held[row.start : row.end]) == [row.fields]
    assert place == len(held)
