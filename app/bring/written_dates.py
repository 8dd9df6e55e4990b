"""A day and a time of day as a service writes them for people, in the person's language.

As in activity pages: "Jul 11, 2026, 12:00:47 PM MDT", "17 de fev. de 2026, 14:51:53 BRT", "12.04.2026, 15:34:31
MESZ", "12 Apr 2026, 15.34.31 WIB", "2026/04/12 15:34:31 JST", "2026. 7. 11. 오후 3:00:47 KST", "11 ก.ค. 2569
15:00:47 ICT".
"""

import re
import unicodedata
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

from app.bring.untrusted import second

LONGEST_CHARS = 60
MOST_WORDS = 5

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar januari janvier janv janeiro enero ene gen gennaio ιαν ιανουαρίου",
            "feb february februar februari février févr fév febrero fev fevereiro febbraio φεβ φεβρουαρίου",
            "mar march märz mär mars marzo março mrt maart maret μαρ μαρτίου",
            "apr april avril avr abril abr aprile απρ απριλίου",
            "may mai mayo mei maj maio mag maggio μαΐ μαΐου",
            "jun june juni juin junio junho giu giugno ιουν ιουνίου",
            "jul july juli juillet juill juil julio julho lug luglio ιουλ ιουλίου",
            "aug august augustus augusti août agosto ago agustus agu agt αυγ αυγούστου",
            "sep sept september septembre septiembre setembro set settembre σεπ σεπτεμβρίου",
            "oct october oktober okt octobre octubre outubro out ottobre ott οκτ οκτωβρίου",
            "nov november novembre noviembre novembro νοε νοεμβρίου",
            "dec december dez dezember déc décembre dic diciembre dezembro dicembre des desember δεκ δεκεμβρίου",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
"""As they are written in English, German, French, Spanish, Portuguese, Italian, Dutch, Indonesian, the languages of
Scandinavia, and Greek: no name means another month in any of them."""
_HOURS_EAST = {
    "utc": 0, "gmt": 0, "wib": 7, "wita": 8, "wit": 9, "sgt": 8, "myt": 8, "jst": 9, "kst": 9,
    "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "eet": 2, "eest": 3, "brt": -3,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
}  # fmt: skip
_CHINA_HOURS_EAST = 8
_IDLE = frozenset("de del at um om à às alle kl klo klokken pukul jam uhr u h hs ore г".split())
"""Words beside a clock that say nothing of morning or afternoon."""
_LAST_HOUR_OF_HALF_A_DAY = 12
_CLOCK = re.compile(
    r"(?<![0-9.:])([0-9]{1,2})([:.])([0-9]{2})\2([0-9]{2})(?![0-9.:])\s?"
    r"(?:(?P<half>[ap]\.?\s?m|[πμ]\.?\s?μ)\b\.?)?",
    re.IGNORECASE,
)
_CLOCK_IN_WORDS = re.compile(r"\b([0-9]{1,2}) h ([0-9]{2}) min ([0-9]{2}) s\b")
_HALF_BEFORE = re.compile(r"(오전|오후|上午|下午|午前|午後)\s?\Z")
_AFTERNOONS = ("p", "μ", "오후", "下午", "午後")
"""How the second half of the day begins."""
_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_YEARS = range(2000, 2100)
"""Of no other calendar."""
_OFFSET = re.compile(r"(?:GMT|UTC)([+\-−])([0-9]{1,2})(?::?([0-9]{2}))?")
_NUMBER = re.compile(r"[0-9]+")
_WORD = re.compile(r"[^\W\d_]+")
_COUNTED = re.compile(r"(?<=[0-9])\s?[年月日년월일]")
_BEFORE = re.compile(r"([^\W\d_]+)[\W_]*\Z")
_AFTER = re.compile(r"[\W_]*([^\W\d_]+)")
_ZONE = re.compile(r"[A-Z]{3,5}")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_IN_SLASHES = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")


class Written(NamedTuple):
    """`time` is None for a date that is not surely understood. Without a known zone it is that of Greenwich."""

    time: datetime | None


def written_date(line: str) -> Written | None:
    """Return the date that a line is, in digits of any script; None if it is none."""
    line = line.strip()
    if len(line) > LONGEST_CHARS:
        return None
    line = _CLOCK_IN_WORDS.sub(r"\1:\2:\3", _with_plain_digits(unicodedata.normalize("NFKC", line)))
    clock = _CLOCK.search(line)
    if clock is None:
        return None
    before, after = line[: clock.start()], line[clock.end() :]
    rest = _OFFSET.sub(" ", f"{before} {after}", count=1)
    if not _YEAR.search(rest) or sum(map(bool, map(_WORD.search, rest.split()))) > MOST_WORDS:
        return None
    hour, day = _hour(clock, before, after), _day(line, rest, clock["half"] or "")
    if hour is None or day is None:
        return Written(None)
    try:
        zone = timezone(_east(f"{before} {after}", is_chinese=bool(_CHINESE.search(line))))
        local = datetime(*day, hour, int(clock[3]), int(clock[4]), tzinfo=zone)
    except ValueError:
        return Written(None)
    # Through `second`, so that no time lies where none can.
    return Written(second(local.timestamp()))


def _with_plain_digits(line: str) -> str:
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in line)


def _hour(clock: re.Match[str], before: str, after: str) -> int | None:
    """Return the hour of the day; None where a word beside it that nobody knows may say which half of the day."""
    hour = int(clock[1])
    found = _HALF_BEFORE.search(before)
    half = (clock["half"] or (found[1] if found else "")).lower()
    if hour > _LAST_HOUR_OF_HALF_A_DAY:
        return hour
    if half:
        return hour % 12 + 12 * half.startswith(_AFTERNOONS)
    beside = (_BEFORE.search(_COUNTED.sub(" ", before)), _AFTER.match(after))
    return hour if all(one is None or _is_idle(one[1]) for one in beside) else None


def _is_idle(word: str) -> bool:
    name = word.lower()
    return bool(_ZONE.fullmatch(word)) or name in _IDLE or name in _MONTHS or name in _HOURS_EAST


def _day(line: str, rest: str, half: str) -> tuple[int, int, int] | None:
    """Return year, month and day; None if the month is not known, or it isn't sure which number is the month's."""
    years = _YEAR.findall(rest)
    begin, end = next(match.span() for match in _YEAR.finditer(rest))
    numbers = [int(one) for one in _NUMBER.findall(f"{rest[:begin]} {rest[end:]}")]
    months = {_MONTHS[word] for word in _WORD.findall(rest.lower()) if word in _MONTHS}
    if len(years) > 1 or int(years[0]) not in _YEARS or len(months) > 1:
        return None
    if months and len(numbers) == 1:
        return int(years[0]), months.pop(), numbers[0]
    if months or len(numbers) != 2:
        return None
    is_month_first = not _NUMBER.search(rest[:begin])
    if half and not is_month_first and _IN_SLASHES.search(line):
        # In America the month comes first. Elsewhere, where the day does, this is in small letters, or in Greek.
        is_month_first = half[0] in "AP" or numbers[1] > 12
        if half[0] in "ap" and max(numbers) <= 12:
            return None
    month, day = numbers if is_month_first else numbers[::-1]
    return int(years[0]), month, day


def _east(rest: str, *, is_chinese: bool) -> timedelta:
    if offset := _OFFSET.search(rest):
        distance = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return distance if offset[1] == "+" else -distance
    zone = next((word for word in _WORD.findall(rest.lower()) if word in _HOURS_EAST), "utc")
    return timedelta(hours=_CHINA_HOURS_EAST if zone == "cst" and is_chinese else _HOURS_EAST[zone])
