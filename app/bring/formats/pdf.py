"""PDF documents: what programs and browsers print or save, chats among them.

Seen with `%PDF-1.4` to `%PDF-2.0` at the beginning, or behind up to a kilobyte of something else:

    %PDF-1.7 … 5 0 obj <</Type/Page/Contents 6 0 R>> endobj … xref … trailer <</Root 1 0 R/Info 2 0 R>> … %%EOF

A PDF says where letters stand and nothing about lines or paragraphs; these are made again from the places. Left
out are headers, footers and page numbers that stand apart from the text. Forms, scripts, notes, attached files and
pictures are never looked at. With only an owner's password, which forbids printing or copying and lets everybody
read, it is read.
"""

import re

from app.bring.blocks import MOST_CHARS
from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Rank, Report
from app.bring.one_text import OneText
from app.bring.pdf_pages import PdfPages
from app.bring.printed_lines import PrintedLine, text_of
from app.bring.repeated_lines import without_repeated
from app.bring.source import Source
from app.bring.zipped import is_zip

KIND = "pdf"
MOST_BYTES = 512 * 1024 * 1024
"""What is read stays in memory until the end, pictures too."""
MOST_PAGES = 2_000
MOST_LINES = 200_000
_MAGIC = re.compile(rb"(?:\A|[^\t -~])%PDF-[0-9]\.[0-9]")
_HEAD_BYTES = 1_024
_END = b"%%EOF"
_TAIL_BYTES = 2_048


class Pdf:
    """One text."""

    kind = KIND
    rank = Rank.SHAPE

    def opened(self, source: Source) -> OneText | None:
        """As `Format`."""
        # An archive may begin with a document that is not compressed.
        if is_zip(source) or not _MAGIC.search(source.read_at(0, _HEAD_BYTES)):
            return None
        return OneText(KIND, lambda report: _read(source, report))


def _read(source: Source, report: Report) -> tuple[str, str]:
    if source.size > MOST_BYTES:
        raise ReadingError(Fault.TOO_LARGE)
    is_whole = _END in source.read_at(max(0, source.size - _TAIL_BYTES), _TAIL_BYTES)
    with PdfPages(source) as pdf:
        pages = _pages(pdf, report)
        title = pdf.title()
    report.leave_out(title, Skipped.BROKEN, int(not is_whole))
    kept = without_repeated(pages)
    report.leave_out(title, Skipped.REPEATED, sum(map(len, pages)) - sum(map(len, kept)))
    return title, text_of(kept)


def _pages(pdf: PdfPages, report: Report) -> list[list[PrintedLine]]:
    pages: list[list[PrintedLine]] = []
    chars = lines = broken = cut = 0
    for number in range(min(pdf.count, MOST_PAGES)):
        if chars >= MOST_CHARS or lines >= MOST_LINES:
            cut += 1
            break
        page = pdf.page(number)
        if page is None:
            broken += 1
            continue
        found = page.lines[: MOST_LINES - lines]
        cut += page.is_cut or len(found) < len(page.lines)
        lines += len(found)
        chars += sum(len(line.text) for line in found)
        pages.append(found)
    if not pages and broken:
        raise ReadingError(Fault.BROKEN)
    without = sum(not page for page in pages)
    report.leave_out("", Skipped.NO_TEXT, without if without < len(pages) else 0)
    report.leave_out("", Skipped.BROKEN, broken)
    report.leave_out("", Skipped.CUT, int(bool(cut) or pdf.count > MOST_PAGES))
    return pages


FORMAT = Pdf()
