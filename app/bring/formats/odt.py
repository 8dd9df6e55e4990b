"""OpenDocument texts, as free office programs and online editors save them.

Seen as a ZIP with `mimetype` (`application/vnd.oasis.opendocument.text`, or `…-template`) and `content.xml`:

    <office:document-content><office:automatic-styles>
      <style:style style:name="T1"><style:text-properties text:display="none"/></style:style>
      <text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>
    </office:automatic-styles><office:body><office:text>
      <text:tracked-changes>…what was deleted…</text:tracked-changes>
      <text:p>…<text:s text:c="2"/><text:tab/><text:line-break/><text:span text:style-name="T1">…</text:span>
        <text:note><text:note-citation>1</text:note-citation><text:note-body>…</text:note-body></text:note></text:p>
      <text:list text:style-name="L1"><text:list-item><text:p>…</text:p></text:list-item></text:list>
    </office:text></office:body></office:document-content>

`styles.xml` is read for the styles that hide their text; the headers and footers in it are not. With a password,
`META-INF/manifest.xml` says so. The XML is read with the standard library's Expat, as that of Word documents is.
"""

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Rank, Report
from app.bring.odf_text import NAMESPACES, OdfText
from app.bring.one_text import OneText
from app.bring.source import Source, whole
from app.bring.xml_reading import read_xml
from app.bring.zipped import file_named, is_zip, names_of

KIND = "odt"
_MIME = b"application/vnd.oasis.opendocument.text"
_MIMES = frozenset({_MIME, _MIME + b"-template", _MIME + b"-master"})
_MOST_MANIFEST_BYTES = 1024 * 1024


class Odt:
    """One text."""

    kind = KIND
    rank = Rank.SHAPE

    def opened(self, source: Source) -> OneText | None:
        """As `Format`.

        Raises:
            ReadingError: ENCRYPTED.
        """
        if not is_zip(source) or not names_of(source) >= {"mimetype", "content.xml"}:
            return None
        try:
            mime = file_named(source, "mimetype")
            if mime is None or mime.read_at(0, 100).strip() not in _MIMES:
                return None
        except ReadingError:
            return None
        if _is_locked(source):
            raise ReadingError(Fault.ENCRYPTED)
        return OneText(KIND, lambda report: ("", _text(source, report)))


def _is_locked(source: Source) -> bool:
    manifest = file_named(source, "META-INF/manifest.xml")
    if manifest is None or manifest.size > _MOST_MANIFEST_BYTES:
        return False
    return b"encryption-data" in whole(manifest, _MOST_MANIFEST_BYTES)


def _text(source: Source, report: Report) -> str:
    content = file_named(source, "content.xml")
    if content is None:
        raise ReadingError(Fault.BROKEN)
    body = OdfText()
    styles = file_named(source, "styles.xml")
    if styles is not None:
        read_xml(styles, NAMESPACES, body)
    is_whole = read_xml(content, NAMESPACES, body)
    text = body.blocks.text()
    report.leave_out("", Skipped.HIDDEN, body.hidden)
    report.leave_out("", Skipped.NO_TEXT, body.pictures)
    report.leave_out(
        "", Skipped.CUT, int(not is_whole or body.blocks.is_full or body.blocks.has_repeated_less)
    )
    return text


FORMAT = Odt()
