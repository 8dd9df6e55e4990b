r"""Rich Text Format, as word processors and the simple editors of operating systems save it.

Seen beginning `{\rtf1\ansi\ansicpg1252…`, with letters as they are, as `\'e4` in the code page of their font, and as
`\u228?`:

    {\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Calibri;}}{\*\generator …;}
    \pard {\pntext\'B7\tab}first\par {\b bold} \v hidden\v0  {\deleted gone}{\footnote \chftn note}\par
    \trowd\intbl one\cell two\cell\row{\pict\bin5 .....}}

Read are paragraphs, lists, tables and notes. Left out are headers and footers, comments, what was deleted with
tracking, hidden text, pictures, and everything that `\*` marks as not meant for all. Libraries for this format take
quadratic time on what is made to harm, raise on large numbers, and show what is hidden.
"""

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Rank, Report
from app.bring.one_text import OneText
from app.bring.rtf_text import RtfText
from app.bring.source import Source, whole

KIND = "rtf"
MOST_BYTES = 64 * 1024 * 1024
"""Pictures stand in it as letters."""
_MAGIC = b"{\\rtf"


class Rtf:
    """One text."""

    kind = KIND
    rank = Rank.SHAPE

    def opened(self, source: Source) -> OneText | None:
        """As `Format`."""
        if not source.read_at(0, 64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_MAGIC):
            return None
        return OneText(KIND, lambda report: ("", _text(source, report)))


def _text(source: Source, report: Report) -> str:
    read = RtfText(whole(source, MOST_BYTES))
    is_whole = read.read()
    text = read.blocks.text()
    if not is_whole and not text:
        raise ReadingError(Fault.BROKEN)
    report.leave_out("", Skipped.HIDDEN, read.hidden)
    report.leave_out("", Skipped.NO_TEXT, read.pictures)
    report.leave_out("", Skipped.CUT, int(read.blocks.is_full))
    report.leave_out("", Skipped.BROKEN, int(not is_whole and not read.blocks.is_full))
    return text


FORMAT = Rtf()
