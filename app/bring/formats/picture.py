"""Pictures of screens: what phones make of a conversation, and what people send each other of it.

Seen as PNG (`89 50 4E 47 0D 0A 1A 0A`), JPEG (`FF D8 FF`), WebP (`RIFF….…WEBP`), and HEIC (`….ftypheic`,
`….ftypmif1`); 1,080 by 2,340 pixels and thereabouts, and many times as high where a screen was scrolled while it was
taken. Photographs of screens are among them.

    09:41                 87 %      the system's, left out
    <  ChatGPT 5                    the service's, left out
              ( Why do I …    )     on the right, on a colour of its own: the person
    That sounds hard. …             on the left, or as wide as the screen: the AI
    ( Ask anything            )     the service's, left out

The text is recognised: letters may be wrong. So the picture itself goes along, for people to compare.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Listed, Rank, Report
from app.bring.recognising.picture_kinds import HEAD_BYTES, PictureKind, picture_kind
from app.bring.source import Source, whole
from app.bring.untrusted import bounded
from app.domain.conversation import Conversation, Preview, Role, Turn
from app.domain.text import plain
from app.explore.pasted import turns_in

if TYPE_CHECKING:
    from app.bring.recognising.recognition import Recogniser

KIND = "picture"
MOST_BYTES = 64 * 1024 * 1024


class Picture:
    """One conversation, or one text."""

    kind = KIND
    rank = Rank.SHAPE

    def __init__(self) -> None:
        self._recogniser: Recogniser | None = None
        self._has_tried = False

    def prepare(self, head: bytes) -> None:
        """As `NeedsPreparing`: load what recognises text, if this is a picture. It takes a second."""
        if picture_kind(head) is not None:
            self._try()

    def opened(self, source: Source) -> "OpenedPicture | None":
        """As `Format`."""
        kind = picture_kind(source.read_at(0, HEAD_BYTES))
        return None if kind is None else OpenedPicture(source, kind, self._ready)

    def _ready(self) -> "Recogniser":
        # Where there are no walls, a file may be named only when it is to be opened.
        self._try()
        if self._recogniser is None:
            raise ReadingError(Fault.NO_RECOGNITION)
        return self._recogniser

    def _try(self) -> None:
        if self._has_tried:
            return
        self._has_tried = True
        try:
            from app.bring.recognising.recognition import Recogniser  # noqa: PLC0415 - of no use for other files

            self._recogniser = Recogniser()
        except (ImportError, OSError, ReadingError):
            # What is wrong is said when the file is opened.
            return


class OpenedPicture:
    """A picture, recognised once.

    Args:
        source: Its bytes.
        kind: Which kind of picture it is.
        recogniser: Returns what recognises text, or raises ReadingError.
    """

    kind = KIND
    is_chat = False

    def __init__(self, source: Source, kind: PictureKind, recogniser: "Callable[[], Recogniser]") -> None:
        self._source = source
        self._kind = kind
        self._recogniser = recogniser
        self._preview: Preview | None = None

    def conversations(self, report: Report) -> Iterator[Listed]:
        """As `Opened`.

        Raises:
            ReadingError: NO_TEXT, or what is wrong with the picture.
        """
        conversation = self._conversation(report)
        yield Listed("", None, conversation.model, len(conversation.turns), 0, conversation)

    def conversation(self, listed: Listed, report: Report) -> Conversation:
        """As `Opened`."""
        if isinstance(listed.place, Conversation):
            return listed.place
        return self._conversation(report)

    def preview(self) -> Preview | None:
        """As `Pictured`."""
        return self._preview

    def _conversation(self, report: Report) -> Conversation:
        recogniser = self._recogniser()
        found = recogniser.recognise(whole(self._source, MOST_BYTES), self._kind, report.goes_on)
        turns = _turns(found.turns)
        if not turns:
            raise ReadingError(Fault.NO_TEXT)
        self._preview = found.preview
        report.leave_out("", Skipped.BROKEN, found.unread)
        report.leave_out("", Skipped.CUT, int(not found.is_whole))
        report.leave_out("", Skipped.NO_TEXT, int(not found.is_still))
        return bounded(Conversation("", turns), report)


def _turns(recognised: Sequence[Turn]) -> tuple[Turn, ...]:
    """Return the turns as plain text. What has no sides may still name who speaks."""
    turns = tuple(
        replace(turn, shown=replace(turn.shown, text=plain(turn.shown.text).strip())) for turn in recognised
    )
    turns = tuple(turn for turn in turns if turn.shown.text)
    if len(turns) == 1 and turns[0].role is Role.UNKNOWN:
        return turns_in(turns[0].shown.text) or turns
    return turns


FORMAT = Picture()
