"""PDF documents made by hand, object by object, and by Typst."""

import zlib
from collections.abc import Sequence

import typst

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pdf_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A document of some objects, numbered from 1. The first is its catalogue."""
    written = bytearray(b"%PDF-1.7\n")
    places = []
    for number, held in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, trailer)
    return bytes(written + b"startxref\n%d\n%%%%EOF\n" % table)


def stream(held: bytes, entries: bytes = b"") -> bytes:
    """A stream as it is."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(held), entries, held)


def deflated(held: bytes, times: int = 1) -> bytes:
    """A stream that is packed so many times."""
    for _ in range(times):
        held = zlib.compress(held, 9)
    return stream(held, b"/Filter[%s]" % (b"/FlateDecode" * times))


def drawn(*lines: bytes, top: int = 760, pitch: int = 14, left: int = 72, size: int = 11) -> bytes:
    """What draws lines below each other."""
    rows = b" ".join(b"(%s) Tj 0 -%d Td" % (line, pitch) for line in lines)
    return b"BT /F %d Tf %d %d Td %s ET " % (size, left, top, rows)


def pages_of(
    *contents: bytes, box: bytes = b"0 0 595 842", page: bytes = b"", root: bytes = b""
) -> list[bytes]:
    """The objects of a document with pages of these contents, each a stream."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % root,
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(contents), kids),
        FONT,
    ]
    for number, content in enumerate(contents):
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>%s>>"
            % (box, 5 + 2 * number, page),
            content,
        ]
    return objects


def simple(*pages: Sequence[bytes]) -> bytes:
    """A document with these lines on its pages."""
    return pdf_of(pages_of(*(stream(drawn(*lines)) for lines in pages)))


def typeset(source: str) -> bytes:
    """A document as Typst sets it, on small pages and with its own fonts."""
    paper = '#set page(paper: "a5")\n#set text(font: "Libertinus Serif")\n'
    made = typst.compile((paper + source).encode(), format="pdf", ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made
