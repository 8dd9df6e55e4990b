"""What pages of a document repeat at their edges: headers, footers and numbers.

Nothing that might be said is left out for the sake of neatness: where it isn't sure, it stays.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from app.bring.printed_lines import (
    COLUMN,
    FARTHEST_LINES,
    USUAL_DISTANCE,
    PrintedLine,
    is_right_to_left,
    lines_apart,
)

_EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that may be repeated on others."""
_LEAST_REPEATED = 3
_SMALLER = 0.85
"""A font that is not that of the text."""
_DIGITS = re.compile("[0-9]{1,9}")
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(page|p\.|halaman|hal\.?|(?:https?|file)://\S+)?\s*([0-9]{1,4})\s*(?:(?:/|of|dari)\s*([0-9]{1,4}))?[-–—.\s]*"
)
_At = tuple[int, int]
"""The number of a page, from 0, and the place of a line on it."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines on several pages that may be headers, footers or numbers, and on how many there has to be more."""

    places: tuple[_At, ...]
    is_counted: bool = False
    """What differs is a number that grows with that of the page."""
    is_number: bool = False
    """It is nothing but the page's number."""
    least_filled: int = 0


def without_repeated(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    """Return the pages without headers, footers and page numbers; as they are if nothing else is on them.

    What is no page number for sure has to be set apart from the text: each page may begin with the same words because
    somebody said them, or be headed "Step 1", "Step 2".
    """
    edges = [_edges(page) for page in pages]
    sure, bare = _numbered(pages, edges)
    runs = [*_repeated(pages, edges), *bare]
    # What turns out to be text makes what stands close to it text: at most as many times as there are lines at edges.
    for _ in range(2 * _EDGE_LINES):
        left_out = sure.union(*(run.places for run in runs))
        runs = [run for run in runs if _is_set_apart(pages, run, left_out)]
    left_out = sure.union(*(run.places for run in runs))
    kept = [
        [line for place, line in enumerate(page) if (number, place) not in left_out]
        for number, page in enumerate(pages)
    ]
    return kept if any(kept) else [list(page) for page in pages]


def _edges(page: Sequence[PrintedLine]) -> list[int]:
    """Return the places in the page's order of its lowest and highest lines, the outermost of each first."""
    upwards = sorted(range(len(page)), key=lambda place: page[place].baseline)
    low, high = upwards[:_EDGE_LINES], upwards[: -_EDGE_LINES - 1 : -1]
    return [*low, *(place for place in high if place not in low)]


def _mark(line: PrintedLine) -> tuple[str, int]:
    """Return what is the same for a header on all pages: its text but for numbers, and where it stands."""
    return _DIGITS.sub("0", line.text.casefold()), round(line.baseline)


def _repeated(pages: Sequence[Sequence[PrintedLine]], edges: Sequence[Sequence[int]]) -> Iterator[_Run]:
    """Yield what stands at the same place of most pages, the same but for numbers that grow with the page's."""
    filled = sum(map(bool, pages))
    found: dict[tuple[str, int], list[_At]] = defaultdict(list)
    for number, places in enumerate(edges):
        for place in places:
            found[_mark(pages[number][place])].append((number, place))
    # Left and right pages may have two headers. A name with a colon is more likely to be somebody's who speaks.
    often = {
        mark: run
        for mark, run in found.items()
        if (count := len({number for number, _ in run})) >= _LEAST_REPEATED
        and 2 * count >= filled - 1
        and not mark[0].endswith((":", "："))
    }
    inside = Counter(_inside(pages, edges, {text for text, _ in often}))
    for mark, run in often.items():
        if inside[mark[0]] > 1:
            continue
        numbers = zip(*(_numbers(pages[number][place].text, number) for number, place in run), strict=True)
        kinds = [_changes(column) for column in numbers]
        if None not in kinds:
            yield _Run(tuple(run), any(kinds), least_filled=_LEAST_REPEATED)


def _numbers(text: str, page: int) -> list[tuple[int, int]]:
    """Return each number in a line, and how much larger than that of the page it is."""
    return [(int(digits), int(digits) - page) for digits in _DIGITS.findall(text)]


def _changes(column: Sequence[tuple[int, int]]) -> bool | None:
    """Whether a number in lines of several pages grows with that of the page; None if it changes otherwise."""
    if len({number for number, _ in column}) == 1:
        return False
    return True if len({difference for _, difference in column}) == 1 else None


def _inside(
    pages: Sequence[Sequence[PrintedLine]], edges: Sequence[Sequence[int]], wanted: set[str]
) -> Iterator[str]:
    """Yield what is as often between other lines as at the edge: the name before each turn of a chat."""
    for page, places in zip(pages, edges, strict=True):
        for place, line in enumerate(page):
            if place not in places and (text := _mark(line)[0]) in wanted:
                yield text


def _numbered(
    pages: Sequence[Sequence[PrintedLine]], edges: Sequence[Sequence[int]]
) -> tuple[set[_At], list[_Run]]:
    """Return where the pages' own numbers stand for sure, and where they may: also where too few pages are for
    anything to be repeated.
    """
    sure: set[_At] = set()
    maybe: dict[int | None, list[_At]] = defaultdict(list)
    for number, places in enumerate(edges):
        for place in places:
            line = pages[number][place]
            found = _PAGE_NUMBER.fullmatch(line.text.casefold())
            if found is None or int(found[2]) != number + 1:
                continue
            says_all = found[3] is not None and int(found[3]) == len(pages)
            if found[1] and (says_all or "://" not in found[1]):
                sure.add((number, place))
            elif not found[1]:
                maybe[None if says_all else round(line.baseline)].append((number, place))
    filled = sum(map(bool, pages))
    return sure, [
        _Run(tuple(run), is_number=True)
        for height, run in maybe.items()
        if height is None or len({number for number, _ in run}) == filled
    ]


def _is_set_apart(pages: Sequence[Sequence[PrintedLine]], run: _Run, left_out: Set[_At]) -> bool:
    """Whether lines stand apart from the text on each page that has any: far away, or in a smaller font."""
    filled = 0
    for number, place in run.places:
        line = pages[number][place]
        text = [other for at, other in enumerate(pages[number]) if (number, at) not in left_out]
        if not text:
            continue
        filled += 1
        nearest = min(text, key=lambda other: abs(lines_apart(line, other)))
        distance = abs(lines_apart(line, nearest))
        if run.is_counted:
            # The heading of a page is counted, too.
            is_apart = distance > FARTHEST_LINES and line.size <= nearest.size / _SMALLER
        else:
            is_smaller = line.size < _SMALLER * nearest.size
            is_apart = distance > (USUAL_DISTANCE if is_smaller else FARTHEST_LINES)
        if not is_apart and not (run.is_number and _is_aside(line, text)):
            return False
    return filled >= run.least_filled


def _is_aside(line: PrintedLine, text: Sequence[PrintedLine]) -> bool:
    """Whether a line begins farther to the right than any of the text."""
    return not any(is_right_to_left(other.text) or other.left + COLUMN > line.left for other in text)
