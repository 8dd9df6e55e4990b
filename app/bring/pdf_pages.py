"""The lines on the pages of a PDF, by PDFium: only what is drawn as text, never its forms, scripts or attached files.

PDFium is native code, and a stranger's file may bring it down: only a reader behind its walls runs it. Where it ends
lines is not enough: it runs some lines of some makers into each other.
"""

import math
import re
from collections.abc import Iterator
from contextlib import closing
from ctypes import c_double, create_string_buffer
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from app.bring.decoding import loaded
from app.bring.faults import Fault, ReadingError
from app.bring.printed_lines import HYPHEN, PrintedLine
from app.bring.source import Source, SourceFile
from app.domain.conversation import SAID_MAX_CHARS

_UTF_16 = loaded("utf-16-le")
MOST_CHARS_ON_PAGE = SAID_MAX_CHARS
_MOST_TITLE_BYTES = 4_096
_LOCKED = frozenset({raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY})
_FARTHEST = 1e6
_LEAST_SIDE = 10.0
_LAST_LETTER = 0x10FFFF
_WORD = re.compile(rf"[^\s\0{HYPHEN}]+{HYPHEN}?|[\r\n]")
_VISIBLE = re.compile(r"[^\s\0]")
_SAME_LINE = 0.5
"""How far the letters of a line may stand above or below each other, in sizes of their font."""
_LIGATURES = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))


@dataclass(frozen=True, slots=True)
class PdfPage:
    """The lines of a page in their order, and whether there were more letters than are read."""

    lines: list[PrintedLine]
    is_cut: bool


class PdfPages:
    """An open document.

    Attributes:
        count: How many pages it says that it has.
    """

    def __init__(self, source: Source) -> None:
        """Open it.

        Raises:
            ReadingError: ENCRYPTED, BROKEN, or as the source.
        """
        # Fonts that a document names and lacks are not looked for in the system's folders.
        raw.FPDF_SetSystemFontInfo(None)
        self._source = source
        self._file = _File(source)
        try:
            self._document = pypdfium2.PdfDocument(self._file)
        except pypdfium2.PdfiumError as error:
            self._file.ensure_read()
            raise ReadingError(Fault.ENCRYPTED if error.err_code in _LOCKED else Fault.BROKEN) from None
        self.count = len(self._document)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Not left to the collector of garbage, which may run in another thread.
        self._document.close()

    def title(self) -> str:
        """Return what the document calls itself; empty if it does not."""
        count = raw.FPDF_GetMetaText(self._document.raw, b"Title", None, 0)
        if not 2 < count <= _MOST_TITLE_BYTES:
            return ""
        written = create_string_buffer(count)
        raw.FPDF_GetMetaText(self._document.raw, b"Title", written, count)
        return written.raw[: count - 2].decode(_UTF_16, "replace")

    def page(self, number: int) -> PdfPage | None:
        """Return a page; None if it is broken.

        Raises:
            ReadingError: As the source.
        """
        # Says how far it is read, and hears whether it is still wanted.
        self._source.read_at(self._source.size * number // self.count, 0)
        try:
            with closing(self._document[number]) as page, closing(page.get_textpage()) as text:
                found = _page(text.raw, _Box.of(page.raw))
        except pypdfium2.PdfiumError:
            found = None
        self._file.ensure_read()
        return found


class _File(SourceFile):
    """The source as PDFium reads it. Nothing may be raised through native code: it waits until that has returned."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._failed: Exception | None = None

    def readinto(self, buffer: object) -> int:
        """Fill a buffer; nothing from the first time on that this fails."""
        if self._failed is not None:
            return 0
        try:
            return super().readinto(buffer)
        except Exception as error:  # noqa: BLE001 - whatever it is: it is raised again
            self._failed = error
            return 0

    def ensure_read(self) -> None:
        """Return if all could be read. Raises what the source raised."""
        if self._failed is not None:
            raise self._failed


@dataclass(frozen=True, slots=True)
class _Box:
    """What of a page is seen."""

    left: float
    low: float
    right: float
    high: float

    @classmethod
    def of(cls, page: Any) -> "_Box":
        """Return that of a page; a box around everything if what the page says of it is no box."""
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, box)
        left, low = _bounded(box.left), _bounded(box.bottom)
        right, high = _bounded(box.right), _bounded(box.top)
        if right - left < _LEAST_SIDE or high - low < _LEAST_SIDE:
            return cls(-_FARTHEST, -_FARTHEST, _FARTHEST, _FARTHEST)
        return cls(left, low, right, high)

    def holds(self, x: float, y: float) -> bool:
        """Whether a letter that stands there can be seen."""
        return self.left <= x <= self.right and self.low <= y <= self.high


def _page(text: Any, box: _Box) -> PdfPage:
    count = raw.FPDFText_CountChars(text)
    codes = [raw.FPDFText_GetUnicode(text, place) for place in range(min(count, MOST_CHARS_ON_PAGE))]
    letters = "".join(chr(code) if code <= _LAST_LETTER else "�" for code in codes)
    places = _Places(text, box, _quarter_turns(text, letters))
    lines: list[_Line] = []
    begins = True
    for match in _WORD.finditer(letters):
        if match.group() in "\r\n":
            begins = True
            continue
        for first, end in places.pieces(match.start(), match.end()):
            word = letters[first:end]
            place = places.of(first, end - 1 - (word.endswith(HYPHEN) and end > first + 1))
            if place is None:
                continue
            if begins or not lines or not lines[-1].goes_on(place):
                lines.append(_Line(place))
            lines[-1].say(word, place)
            begins = False
    return PdfPage([line.printed() for line in lines], count > MOST_CHARS_ON_PAGE)


def _quarter_turns(text: Any, letters: str) -> int:
    """Return how often a page is turned clockwise, by the first letter that can be seen on it."""
    first = _VISIBLE.search(letters)
    if first is None:
        return 0
    return round(_bounded(raw.FPDFText_GetCharAngle(text, first.start())) / (math.pi / 2)) % 4


@dataclass(slots=True)
class _Place:
    """Where a word stands, in points from the lower left corner of a page that is turned as the word is read."""

    left: float
    right: float
    baseline: float
    size: float


class _Places:
    """Where the words of a page stand."""

    def __init__(self, text: Any, box: _Box, turns: int) -> None:
        self._text = text
        self._seen = box
        self._turns = turns
        self._x, self._y = c_double(), c_double()
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()

    def pieces(self, first: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield what of a word stands on one line, from where to before where.

        Where a line has one letter, the next may have become part of its word.
        """
        if self._is_level(first, end - 1):
            yield first, end
            return
        begin = first
        for place in range(first + 1, end):
            if not self._is_level(place - 1, place):
                yield begin, place
                begin = place
        yield begin, end

    def of(self, first: int, last: int) -> _Place | None:
        """Return the place of a word from its first and its last letter; None if it is beside the page.

        Some makers write a line at the end of a page once more, out of sight, above the next.
        """
        x, y = self._origin(first)
        if not self._seen.holds(x, y):
            return None
        _, baseline = self._turned(x, y)
        left, right = self._sides(first)
        last_left, last_right = self._sides(last)
        return _Place(min(left, last_left), max(right, last_right), baseline, self._size(first))

    def _is_level(self, first: int, last: int) -> bool:
        if first == last:
            return True
        _, baseline = self._turned(*self._origin(first))
        _, other = self._turned(*self._origin(last))
        return abs(baseline - other) <= _SAME_LINE * self._size(last)

    def _origin(self, place: int) -> tuple[float, float]:
        if not raw.FPDFText_GetCharOrigin(self._text, place, self._x, self._y):
            return 0.0, 0.0
        return _bounded(self._x.value), _bounded(self._y.value)

    def _sides(self, place: int) -> tuple[float, float]:
        if not raw.FPDFText_GetLooseCharBox(self._text, place, self._box):
            return 0.0, 0.0
        box = self._box
        x0, _ = self._turned(_bounded(box.left), _bounded(box.bottom))
        x1, _ = self._turned(_bounded(box.right), _bounded(box.top))
        return min(x0, x1), max(x0, x1)

    def _size(self, place: int) -> float:
        """Return the size of a letter's font as it is seen: many makers write all with size 1, and enlarge it."""
        size = abs(_bounded(raw.FPDFText_GetFontSize(self._text, place)))
        if not raw.FPDFText_GetMatrix(self._text, place, self._matrix):
            return size
        return _bounded(size * math.hypot(_bounded(self._matrix.c), _bounded(self._matrix.d)))

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        return ((x, y), (-y, x), (-x, -y), (y, -x))[self._turns]


class _Line:
    """A line while it is read."""

    def __init__(self, place: _Place) -> None:
        self._words: list[str] = []
        self._left, self._right = place.left, place.right
        self._baseline, self._size = place.baseline, place.size
        self._longest = 0

    def goes_on(self, place: _Place) -> bool:
        """Whether a word stands on this line. Small letters may stand a little higher or lower."""
        return abs(place.baseline - self._baseline) <= _SAME_LINE * max(self._size, place.size)

    def say(self, word: str, place: _Place) -> None:
        """Add a word."""
        if self._words and self._words[-1].endswith(HYPHEN):
            word = f"{self._words.pop()[:-1]}-{word}"
        self._words.append(word)
        self._left, self._right = min(self._left, place.left), max(self._right, place.right)
        # A sign from another font is higher, and makes no other line of it.
        if len(word) > self._longest:
            self._longest, self._size = len(word), place.size

    def printed(self) -> PrintedLine:
        """Return it as it was read."""
        said = " ".join(self._words).translate(_LIGATURES)
        return PrintedLine(said, self._left, self._right, self._baseline, self._size)


def _bounded(value: float) -> float:
    """Return a number of a stranger's; 0 if it is none that any page has."""
    return float(value) if -_FARTHEST < value < _FARTHEST else 0.0
