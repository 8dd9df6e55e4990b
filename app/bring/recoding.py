"""Tables and JSON in UTF-16 or UTF-32 as their formats read them: in UTF-8.

Seen where a spreadsheet or an editor of Windows saved an export again. They are held whole, so they have a bound.
"""

import codecs

from app.bring.decoding import decoded, loaded
from app.bring.source import HEAD_BYTES, BytesSource, Source, whole

MOST_BYTES = 64 * 1024 * 1024
_MARK_BYTES = 4
_MARKS = (
    # The longer ones first: the mark of UTF-32 begins as that of UTF-16 does.
    (codecs.BOM_UTF32_LE, loaded("utf-32-le")),
    (codecs.BOM_UTF32_BE, loaded("utf-32-be")),
    (codecs.BOM_UTF16_LE, loaded("utf-16-le")),
    (codecs.BOM_UTF16_BE, loaded("utf-16-be")),
)


def head_in_utf8(source: Source) -> bytes:
    """Return what a source begins with."""
    head = source.read_at(0, HEAD_BYTES)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return decoded(head[len(mark) :], encoding).encode()
    return head


def in_utf8(source: Source) -> Source:
    """Return a source as it is unless a mark at its beginning says that it is in another encoding.

    Raises:
        ReadingError: TOO_LARGE if it is and holds more than MOST_BYTES, or as the source.
    """
    head = source.read_at(0, _MARK_BYTES)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            held = whole(source, MOST_BYTES)[len(mark) :]
            return BytesSource(held.decode(encoding, "replace").encode(), source.name)
    return source
