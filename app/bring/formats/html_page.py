"""Pages of HTML that a browser saved, or that a tool made of a chat.

Seen with `<!doctype html>` or `<html …>` at the beginning, at times after a byte-order mark, comments or an XML
declaration; as UTF-8 and UTF-16, and in what `<meta charset="…">` names. Parts of pages begin with `<meta …>`,
`<title>` or a block, and end with a tag: text that only begins with a tag is text. Nothing in them is run or loaded.
"""

import re

from app.bring.decoding import decoded, encoding_of, loaded
from app.bring.faults import Skipped
from app.bring.format import Rank, Report
from app.bring.one_text import OneText, beginning_of
from app.bring.source import HEAD_BYTES, Source
from app.markup.html_text import read_html

KIND = "html_page"
MOST_BYTES = 16 * 1024 * 1024
"""Saved pages carry their pictures in them."""
_BEGIN = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*+<(?:(?P<whole>!doctype\s+html|(?:html|head|body)(?=[\s>]))"
    r"|(?P<first>meta|title|link|style|base)(?=[\s>])|(?P<block>div|p|section|article|main|table|ul|ol|h[1-6]|span)(?=[\s>]))",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING = re.compile(r"</([a-z][a-z0-9]{0,20})\s{0,9}>", re.IGNORECASE)
_TAIL_BYTES = 256
_ENDS_WITH_TAG = re.compile(rb">[\s\0]*\Z")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([a-zA-Z0-9_-]{1,30})", re.IGNORECASE)
_CHARSET_BYTES = 4_096
_LAST_RESORT = "cp1252"
_ENCODINGS = {
    name: loaded(codec)
    for name, codec in {
        "shift_jis": "cp932", "euc-jp": "euc_jp", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030",
        "big5": "cp950", "euc-kr": "cp949", "koi8-r": "koi8_r", "iso-8859-2": "iso8859_2", "iso-8859-5": "iso8859_5",
        "iso-8859-15": "iso8859_15", **{f"windows-{page}": f"cp{page}" for page in range(1250, 1259)},
    }.items()
}  # fmt: skip
"""Other names are of no use: a page that is not UTF-8 and names none of these is read as Windows-1252."""


class HtmlPage:
    """One text."""

    kind = KIND
    rank = Rank.TEXT

    def opened(self, source: Source) -> OneText | None:
        """As `Format`."""
        head = source.read_at(0, HEAD_BYTES)
        found = encoding_of(head, is_whole=len(head) == source.size)
        if found is None or not _is_page(decoded(head[found[1] :], found[0]), source):
            return None
        return OneText(KIND, lambda report: _read(source, report))


def _is_page(head: str, source: Source) -> bool:
    """Whether a text is a page, or a part of one: what begins with a block has to close it, and to end with a tag."""
    begin = _BEGIN.match(head)
    if begin is None or begin["whole"]:
        return begin is not None
    closed = {match[1].lower() for match in _CLOSING.finditer(head, begin.end())}
    if begin["first"]:
        return bool(closed)
    tail = source.read_at(max(0, source.size - _TAIL_BYTES), _TAIL_BYTES)
    return begin["block"].lower() in closed and _ENDS_WITH_TAG.search(tail) is not None


def _read(source: Source, report: Report) -> tuple[str, str]:
    part, encoding, is_whole = beginning_of(source, MOST_BYTES)
    if encoding == _LAST_RESORT:
        named = _CHARSET.search(part[:_CHARSET_BYTES])
        encoding = _ENCODINGS.get(named[1].decode("ascii").lower(), encoding) if named else encoding
    page = read_html(decoded(part, encoding))
    report.leave_out(page.title, Skipped.CUT, int(page.is_cut or not is_whole))
    return page.title, page.text


FORMAT = HtmlPage()
