"""Dates as they are written for people are told from other lines, and read where the language is known."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bring.written_dates import Written, written_date


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("Jul 11, 2026, 12:00:47\u202fPM MDT", datetime(2026, 7, 11, 18, 0, 47, tzinfo=UTC)),
        ("Jul 11, 2026, 12:00:47 AM GMT", datetime(2026, 7, 11, 0, 0, 47, tzinfo=UTC)),
        ("May 19, 2026, 7:07:02 PM GMT-03:00", datetime(2026, 5, 19, 22, 7, 2, tzinfo=UTC)),
        ("17 de fev. de 2026, 14:51:53 BRT", datetime(2026, 2, 17, 17, 51, 53, tzinfo=UTC)),
        ("12.04.2026, 15:34:31 MESZ", datetime(2026, 4, 12, 13, 34, 31, tzinfo=UTC)),
        ("12 Agu 2026, 15.34.31 WIB", datetime(2026, 8, 12, 8, 34, 31, tzinfo=UTC)),
        ("12 Agu 2026 15.34.31 GMT+7", datetime(2026, 8, 12, 8, 34, 31, tzinfo=UTC)),
        ("3 août 2026, 15:34:31 CEST", datetime(2026, 8, 3, 13, 34, 31, tzinfo=UTC)),
        ("2026/04/12 15:34:31 JST", datetime(2026, 4, 12, 6, 34, 31, tzinfo=UTC)),
        ("2026年4月12日 15:34:31 GMT+9", datetime(2026, 4, 12, 6, 34, 31, tzinfo=UTC)),
        ("12 апр. 2026 г., 15:34:31 XYZ", None),
        ("31.02.2026, 15:34:31", None),
        ("Jul 11, 2026, 99:99:99", None),
        ("Dec 31, 2099, 10:59:47 PM GMT", datetime(2099, 12, 31, 22, 59, 47, tzinfo=UTC)),
        ("Dec 31, 2099, 11:00:47 PM PST", None),
    ],
)
def test_reads_a_date(line: str, time: datetime | None) -> None:
    written = written_date(line)
    assert written is not None
    assert written.time == time


@pytest.mark.parametrize(
    "line",
    [
        "2026. 7. 11. 오후 3:00:47 KST",
        "2026년 7월 11일 오후 3:00:47 KST",
        "2026年7月11日 下午2:00:47 [CST]",
        "2026年7月11日下午2:00:47 [CST]",
        "2026/07/11 14:00:47 CST（中国）",
        "2026/07/11 午後3:00:47 JST",
        "２０２６年７月１１日 １５：００：４７ JST",
        "11/7/2026, 9:00:47 π.μ. EEST",
        "11 Ιουλ 2026, 9:00:47 π.μ. EEST",
        "7/11/2026, 2:00:47 AM EDT",
        "11/7/2026, 09:00:47 EEST",
        "11 juill. 2026, 6 h 00 min 47 s GMT",
        "١١/٧/٢٠٢٦ ٦:٠٠:٤٧ GMT",
    ],
)
def test_the_half_of_the_day_and_the_order_of_numbers_are_those_of_the_language(line: str) -> None:
    written = written_date(line)
    assert written is not None
    assert written.time == datetime(2026, 7, 11, 6, 0, 47, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "hour"),
    [("下午12:00:47", 12), ("오전 12:00:47", 0), ("午後0:00:47", 12), ("下午15:00:47", 15), ("3:00:47", 3)],
)
def test_noon_and_midnight_are_told_apart(line: str, hour: int) -> None:
    written = written_date(f"2026/7/11 {line} UTC")
    assert written is not None
    assert written.time == datetime(2026, 7, 11, hour, 0, 47, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        "2026年7月11日 凌晨3:00:47 [CST]",
        "11/7/2026 3:00:47 CH",
        "11 Jul 2026, 3:00:47 چاشت",
        "11/7/2026, 3:00:47 p. m.",
        "11. marrask. 2026, 15.00.47 EET",
        "11 lis 2026, 15:00:47 CET",
        "11 ก.ค. 2569 15:00:47 ICT",
        "١١ يوليو ٢٠٢٦، ٣:٠٠:٤٧ م غرينتش",
        "Jul 11 Aug 2026, 15:00:47",
    ],
)
def test_what_is_not_surely_understood_is_a_date_without_a_time(line: str) -> None:
    assert written_date(line) == Written(None)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "hello",
        "at 10:30",
        "12:00:47",
        "2026",
        "What will happen on Jul 11, 2026, at 12:00:47 in the town?",
        "Jul 11, 2026, 12:00:47 PM MDT" + " " * 60 + "x",
        "1.2.3.4 2026 10:20",
    ],
)
def test_other_lines_are_no_date(line: str) -> None:
    assert written_date(line) is None


@given(
    st.text()
    | st.from_regex(r"[0-9A-Za-z .:+\-]{0,20}20[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT[+-][0-9]{1,2}.{0,9}")
)
def test_no_line_makes_it_fail(line: str) -> None:
    written = written_date(line)
    assert written is None or written.time is None or written.time.tzinfo is UTC
