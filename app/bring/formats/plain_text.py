"""Plain text and Markdown: notes, and chats that somebody copied into a file.

Seen as UTF-8 with or without a byte-order mark, as UTF-16 with one, and as Windows-1252 from old editors. Markdown
stays as it is written. What begins as JSON does is no text: JSON of no known shape is refused as such.
"""

import json
import re

from app.bring.decoding import decoded, encoding_of
from app.bring.faults import Skipped
from app.bring.format import Rank, Report
from app.bring.one_text import OneText, beginning_of
from app.bring.source import HEAD_BYTES, Source

KIND = "plain_text"
MOST_BYTES = 4 * 1024 * 1024
"""What is beyond is left out: ten times as much as one turn may hold."""
_JSON_RECORDS = re.compile(r"\s*(?:\[\s*(?:\{|\"|\]\s*\Z)|\{\s*[\"}])")
_BRACKET = re.compile(r"\s*[\[{]")


class PlainText:
    """One text."""

    kind = KIND
    rank = Rank.ANY_TEXT

    def opened(self, source: Source) -> OneText | None:
        """As `Format`."""
        head = source.read_at(0, HEAD_BYTES)
        is_whole = len(head) == source.size
        found = encoding_of(head, is_whole=is_whole)
        if found is None or _is_json(decoded(head[found[1] :], found[0]), is_whole=is_whole):
            return None
        return OneText(KIND, lambda report: ("", _text(source, report)))


def _is_json(text: str, *, is_whole: bool) -> bool:
    """Whether a text begins as JSON with records does, or is JSON. Brackets begin notes, too: "[10:32] Me: …"."""
    if _JSON_RECORDS.match(text):
        return True
    if not is_whole or not _BRACKET.match(text):
        return False
    try:
        json.loads(text)
    except ValueError:
        return False
    except RecursionError:
        return True
    return True


def _text(source: Source, report: Report) -> str:
    part, encoding, is_whole = beginning_of(source, MOST_BYTES)
    report.leave_out("", Skipped.CUT, int(not is_whole))
    return decoded(part, encoding)


FORMAT = PlainText()
