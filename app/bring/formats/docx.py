"""Word documents (Office Open XML), as word processors of many makers save them.

Seen as a ZIP with `[Content_Types].xml`, `word/document.xml` (rarely `word/document2.xml`), `word/styles.xml`,
`word/numbering.xml`, `word/footnotes.xml` and `word/endnotes.xml`:

    <w:document><w:body>
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>…</w:t><w:tab/><w:br/></w:r><w:del><w:r><w:delText>…</w:delText></w:r></w:del></w:p>
      <w:tbl><w:tr><w:tc><w:p>…</w:p></w:tc></w:tr></w:tbl>
    </w:body></w:document>

Read are paragraphs, lists, tables, text boxes, footnotes and endnotes. Left out are headers and footers, comments,
what was deleted with tracking, and hidden text. With a password it is no ZIP but a compound file that has an
`EncryptedPackage`.

It is read with the standard library's Expat: libraries for this format build the whole tree, take ten times the
memory, and leave notes and tracked changes to their users.
"""

import re

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Rank, Report
from app.bring.one_text import OneText
from app.bring.source import Source
from app.bring.word_styles import WordLists, WordStyles
from app.bring.word_text import NAMESPACES, NOTE_PARTS, WordNotes, WordText
from app.bring.xml_reading import read_xml
from app.bring.zipped import file_named, is_zip, names_of

KIND = "docx"
_MAIN = re.compile(r"word/document\d{0,3}\.xml")
_STYLES = re.compile(r"word/styles\d{0,3}\.xml")
_COMPOUND_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_NAMES = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))


class Docx:
    """One text."""

    kind = KIND
    rank = Rank.SHAPE

    def opened(self, source: Source) -> OneText | None:
        """As `Format`.

        Raises:
            ReadingError: ENCRYPTED.
        """
        if _is_locked(source):
            raise ReadingError(Fault.ENCRYPTED)
        main = _main_part(source)
        if main is None:
            return None
        return OneText(KIND, lambda report: ("", _text(source, main, report)))


def _is_locked(source: Source) -> bool:
    """Whether a source is a compound file whose directory names an encrypted document."""
    header = source.read_at(0, 52)
    if not header.startswith(_COMPOUND_MAGIC) or len(header) < 52:
        return False
    sector_bytes = 1 << min(int.from_bytes(header[30:32], "little"), 12)
    directory = (int.from_bytes(header[48:52], "little") + 1) * sector_bytes
    names = source.read_at(directory, 4_096)
    return any(name in names for name in _LOCKED_NAMES)


def _main_part(source: Source) -> str | None:
    if not is_zip(source):
        return None
    if "[Content_Types].xml" not in names_of(source):
        return None
    return _part(source, _MAIN)


def _part(source: Source, name: re.Pattern[str]) -> str | None:
    return min(filter(name.fullmatch, names_of(source)), default=None)


def _text(source: Source, main: str, report: Report) -> str:
    part = file_named(source, main)
    if part is None:
        raise ReadingError(Fault.BROKEN)
    lists, styles = WordLists(), WordStyles()
    for name, reader in (("word/numbering.xml", lists), (_part(source, _STYLES), styles)):
        described = file_named(source, name) if name else None
        if described is not None:
            read_xml(described, NAMESPACES, reader)
    notes = {}
    is_whole = True
    hidden = 0
    for kind, name in NOTE_PARTS.items():
        noted = file_named(source, name)
        if noted is not None:
            found = WordNotes(lists, styles)
            is_whole &= read_xml(noted, NAMESPACES, found)
            hidden += found.hidden
            notes.update({(kind, number): said for number, said in found.notes.items()})
    body = WordText(lists, styles, notes)
    is_whole &= read_xml(part, NAMESPACES, body)
    text = body.blocks.text()
    report.leave_out("", Skipped.HIDDEN, hidden + body.hidden)
    report.leave_out("", Skipped.NO_TEXT, body.pictures)
    report.leave_out("", Skipped.CUT, int(not is_whole or body.blocks.is_full))
    return text


FORMAT = Docx()
