"""Gemini (once Bard): what was asked and answered, as Google Takeout hands it out in HTML, unless JSON is asked for.

Seen as `MyActivity.html` in the folder "Gemini Apps" of "My Activity" (files and folders are named in the person's
language), with a style sheet before and this for each activity, newest first:

    <div class="outer-cell …"><div class="mdl-grid">
      <div class="header-cell …"><p class="mdl-typography--title">Gemini Apps<br></p></div>
      <div class="content-cell … mdl-typography--body-1">Prompted&nbsp;…<br>Attached 1 file.<br>
        -&nbsp;<a href="…">x.png</a><br>Jul 11, 2026, 12:00:47&#8239;PM MDT<br><p>…</p></div>
      <div class="content-cell … mdl-typography--text-right"></div>
      <div class="content-cell … mdl-typography--caption"><b>Products:</b><br>&emsp;Gemini Apps</div></div></div>

All words of it are in the person's language: what was asked ends with the first line that is a date.
"""

import re
from collections.abc import Iterator
from itertools import islice

from app.bring.activities import ActivitiesOpened, Activity, activity, service_of
from app.bring.faults import Skipped
from app.bring.format import Rank
from app.bring.json_records import Span
from app.bring.source import HEAD_BYTES, Source
from app.bring.written_dates import Written, written_date
from app.markup.html_text import MOST_TOKENS, text_of_tokens
from app.markup.html_tokens import End, Start, Token, Words, tokens

KIND = "gemini_html"
STEP_BYTES = 1024 * 1024
MOST_CELL_BYTES = 16 * 1024 * 1024
MOST_BYTES_BEFORE = 4 * 1024 * 1024
"""How far into a file the first activity of Gemini has to begin."""

_MARK = re.compile(rb"<div[^<>]{0,60}outer-cell", re.IGNORECASE)
_MARK_BYTES = 80
_ATTACHED = re.compile(r"Attached ([0-9]{1,3}) files?\.?")
_FILE = re.compile(r"\s*-\s")
_BLOCKS = frozenset("p div ul ol pre table blockquote h1 h2 h3 h4 h5 h6 hr".split())


class GeminiHtml:
    """Activities in HTML."""

    kind = KIND
    rank = Rank.SHAPE

    def opened(self, source: Source) -> ActivitiesOpened | None:
        """As `Format`."""
        head = source.read_at(0, HEAD_BYTES).removeprefix(b"\xef\xbb\xbf").lstrip()
        if not head.startswith(b"<"):
            return None
        first = _cells(source, MOST_BYTES_BEFORE)
        if any(held is not None and service_of(_Cell(held).header) for _, held in first):
            return ActivitiesOpened(KIND, _Log(source))
        return None


class _Log:
    """The cells as activities."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def __iter__(self) -> Iterator[Activity | Skipped]:
        for span, held in _cells(self._source, self._source.size):
            yield Skipped.TOO_LARGE if held is None else _read(span, held)

    def at(self, span: Span) -> Activity | Skipped:
        return _read(span, self._source.read_at(span.start, span.end - span.start))


def _cells(source: Source, until: int) -> Iterator[tuple[Span, bytes | None]]:
    """Yield the cell of each activity that begins before a place, from its mark to the next; None for one too large.

    Everything is read once and in order: a file in an archive is slow to go back in.
    """
    held = b""
    base = 0
    """Where `held` begins."""
    begin: int | None = None
    is_too_large = False
    look = 0
    while True:
        while mark := _MARK.search(held, look):
            here = base + mark.start()
            if begin is not None:
                yield Span(begin, here), None if is_too_large else held[begin - base : mark.start()]
            begin, is_too_large, look = here, False, mark.end()
        read_to = base + len(held)
        is_too_large = is_too_large or (begin is not None and read_to - begin > MOST_CELL_BYTES)
        look = max(look, len(held) - _MARK_BYTES)
        keep = look if begin is None or is_too_large else min(look, begin - base)
        part = source.read_at(read_to, STEP_BYTES) if read_to < until else b""
        if not part:
            break
        held = held[keep:] + part
        base, look = base + keep, look - keep
    if begin is not None:
        yield Span(begin, read_to), None if is_too_large else held[begin - base :]


class _Cell:
    """The header and the first content of one activity."""

    def __init__(self, held: bytes) -> None:
        header: list[Token] = []
        self.body: list[Token] = []
        into: list[Token] | None = None
        has_body = False
        depth = 0
        for token in islice(tokens(held.decode("utf-8", "replace")), MOST_TOKENS):
            if isinstance(token, Start) and token.name == "div":
                kinds = token.attributes.get("class", "").split()
                if "header-cell" in kinds:
                    into, depth = header, 0
                elif "content-cell" in kinds:
                    into, depth = (None if has_body else self.body), 0
                    has_body = True
                depth += 1
                if depth == 1:
                    continue
            elif isinstance(token, End) and token.name == "div":
                depth -= 1
                if depth <= 0:
                    into = None
            if into is not None:
                into.append(token)
        self.header = text_of_tokens(header).text


def _read(span: Span, held: bytes) -> Activity | Skipped:
    cell = _Cell(held)
    service = service_of(cell.header)
    if not service:
        return Skipped.NO_CONVERSATION if cell.header else Skipped.BROKEN
    lines, answer_at = _lines(cell.body)
    number, date = _date([line for line, _ in lines])
    if number < len(lines):
        answer_at = lines[number][1]
    prompt, attached = _without_files([line for line, _ in lines[:number]])
    answer = text_of_tokens(cell.body[answer_at:]).text
    return activity(span, date.time, service, prompt, (answer,), attached)


def _date(lines: list[str]) -> tuple[int, Written]:
    """Return which line is the date, and the date; behind the last line if none is.

    Answers hold dates, too, so it is the first. The first line has the verb, and names of files may be dates.
    """
    for number, line in enumerate(lines):
        if number and not _FILE.match(line) and (date := written_date(line)) is not None:
            return number, date
    return len(lines), Written(None)


def _lines(body: list[Token]) -> tuple[list[tuple[str, int]], int]:
    """Return the lines before the first block, each with the place behind it, and where that block begins."""
    lines: list[tuple[str, int]] = []
    parts: list[str] = []
    for place, token in enumerate(body):
        if isinstance(token, Words):
            parts.append(token.text)
        elif isinstance(token, Start) and (token.name == "br" or token.name in _BLOCKS):
            is_break = token.name == "br"
            lines.append(("".join(parts), place + is_break))
            parts = []
            if not is_break:
                return lines, place
    lines.append(("".join(parts), len(body)))
    return lines, len(body)


def _without_files(lines: list[str]) -> tuple[str, int]:
    """Return what was asked, and how many files were attached: they are listed after it."""
    for number, line in enumerate(lines):
        if number and (files := _ATTACHED.fullmatch(line.strip())):
            return "\n".join(lines[:number]), int(files[1])
    return "\n".join(lines), 0


FORMAT = GeminiHtml()
