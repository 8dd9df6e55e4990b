"""A file that is one text: a document, a page, a picture. It may still be a conversation that somebody copied."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from app.bring.decoding import encoding_of
from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Listed, Report
from app.bring.source import Source
from app.bring.untrusted import bounded
from app.domain.conversation import Conversation, Role, Said, Turn
from app.domain.text import plain, unhidden
from app.explore.pasted import turns_in


class OneText:
    """A recognised file whose text is read in one go.

    Args:
        kind: The format's.
        read: Returns the title, or nothing, and the text; reports what of it is left out.
    """

    is_chat = False

    def __init__(self, kind: str, read: Callable[[Report], tuple[str, str]]) -> None:
        self.kind = kind
        self._read = read

    def conversations(self, report: Report) -> Iterator[Listed]:
        """Yield the one there is.

        Raises:
            ReadingError: NO_TEXT, or what reading raises.
        """
        conversation = self._conversation(report)
        yield Listed(conversation.title, None, conversation.model, len(conversation.turns), 0, conversation)

    def conversation(self, listed: Listed, report: Report) -> Conversation:
        """Return it."""
        if isinstance(listed.place, Conversation):
            return listed.place
        return self._conversation(report)

    def _conversation(self, report: Report) -> Conversation:
        title, text = self._read(report)
        text = unhidden(plain(text)).strip()
        if not text:
            raise ReadingError(Fault.NO_TEXT)
        turns = turns_in(text) or (Turn(Role.UNKNOWN, Said(text)),)
        own = Report()
        conversation = bounded(Conversation(title, turns), own)
        if all(one.why is not Skipped.CUT for one in report.omitted):
            report.omitted += own.omitted
        return conversation


class Beginning(NamedTuple):
    """What a text file begins with, without the mark of its encoding, and whether that is all of it."""

    part: bytes
    encoding: str
    is_whole: bool


def beginning_of(source: Source, most_bytes: int) -> Beginning:
    """Return as much of a text file as is read. What is far behind its head may tell how it is encoded."""
    part = source.read_at(0, most_bytes)
    is_whole = len(part) == source.size
    encoding, mark = encoding_of(part, is_whole=is_whole) or ("utf-8", 0)
    return Beginning(part[mark:], encoding, is_whole)
