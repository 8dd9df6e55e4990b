"""ZIP archives in which chat services hand out their exports.

Seen with one file of conversations, with several numbered ones, with another ZIP inside, and among pictures, sound
and lists of settings. Each file in it is looked at as if it had come alone; what holds no conversation is counted and
left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Listed, Opened, Rank, Report
from app.bring.inflating import Awake
from app.bring.opening import opened
from app.bring.source import Source
from app.bring.zipped import MOST_FILES, ZippedFile, files_of, is_zip
from app.domain.conversation import Conversation

KIND = "zip"
_SEVERAL = "several"
MOST_BYTES_TOGETHER = 8 * 1024**3
"""Of the files that are read, in all archives within one another. Pictures and sound are not among them."""
_DEEPEST = 2
_SKIPPED_FOR = {
    Fault.ENCRYPTED: Skipped.ENCRYPTED,
    Fault.EXPANDS: Skipped.TOO_LARGE,
    Fault.TOO_MANY: Skipped.TOO_LARGE,
    Fault.TOO_LARGE: Skipped.TOO_LARGE,
    Fault.BROKEN: Skipped.BROKEN,
}
"""How a file that can't be read is noted. If nothing else is found, the first of these is told of the archive."""
_FAULT_FOR = {Skipped.ENCRYPTED: Fault.ENCRYPTED, Skipped.BROKEN: Fault.BROKEN}
_NOTHING_IN_IT = frozenset(
    {Fault.UNKNOWN, Fault.UNKNOWN_JSON, Fault.UNKNOWN_ARCHIVE, Fault.EMPTY, Fault.NO_TEXT}
)


@dataclass(frozen=True, slots=True)
class _Within:
    """Where a conversation is: in which file of the archive, and where in that."""

    file: Opened
    listed: Listed


@dataclass(slots=True)
class _Room:
    """What may be looked at, and read, in an archive and those in it together."""

    files: int = MOST_FILES
    bytes: int = MOST_BYTES_TOGETHER


class ZipArchive:
    """The conversations of all files in it."""

    kind = KIND
    rank = Rank.CONTAINER

    def opened(self, source: Source) -> "ZipOpened | None":
        """As `Format`."""
        return ZipOpened(source) if is_zip(source) else None


class ZipOpened:
    """An archive. Its kind is that of the conversations in it once they are listed, if they are of one.

    Args:
        source: The archive.
        depth: In how many archives it lies, itself among them.
        awake: The deflated parts that are read beside those of the archive.
    """

    is_chat = True

    def __init__(self, source: Source, depth: int = 1, awake: Awake | None = None) -> None:
        self.kind = KIND
        self._source = source
        self._depth = depth
        self._awake = awake or Awake()
        self._is_known = False

    def conversations(self, report: Report) -> Iterator[Listed]:
        """As `Opened`.

        Raises:
            ReadingError: There is none: UNKNOWN_ARCHIVE if no file in it is known, EMPTY if there is no conversation
                in those that are, or why some can't be read. Or what is wrong with the archive.
        """
        yield from self._listed(report, _Room())

    def conversation(self, listed: Listed, report: Report) -> Conversation:
        """As `Opened`."""
        if not isinstance(listed.place, _Within):
            raise ReadingError(Fault.BROKEN)
        return listed.place.file.conversation(listed.place.listed, report)

    def _listed(self, report: Report, room: _Room) -> Iterator[Listed]:
        found = False
        others = 0
        faults: set[Fault] = set()
        self._is_known = False
        for file in files_of(self._source, self._awake):
            room.files -= 1
            if room.files < 0:
                raise ReadingError(Fault.TOO_MANY)
            try:
                for listed in self._listed_in(file, report, room):
                    found = True
                    kind = listed.listed.kind or listed.file.kind
                    self.kind = kind if self.kind in {KIND, kind} else _SEVERAL
                    yield replace(listed.listed, place=listed, kind=kind)
            except ReadingError as error:
                if error.fault in _NOTHING_IN_IT:
                    others += 1
                elif error.fault in _SKIPPED_FOR:
                    report.leave_out(file.name, _SKIPPED_FOR[error.fault])
                    faults.add(error.fault)
                else:
                    raise
        report.leave_out("", Skipped.NO_CONVERSATION, others)
        if not found:
            nothing = Fault.EMPTY if self._is_known else Fault.UNKNOWN_ARCHIVE
            raise ReadingError(next((fault for fault in _SKIPPED_FOR if fault in faults), nothing))

    def _listed_in(self, file: ZippedFile, report: Report, room: _Room) -> "Iterator[_Within]":
        """Yield the conversations of one file.

        Raises:
            ReadingError: There is none in it, or it can't be read.
        """
        source = file.source
        if source is None:
            skipped = file.skipped or Skipped.BROKEN
            if skipped in _FAULT_FOR:
                raise ReadingError(_FAULT_FOR[skipped])
            report.leave_out(file.name, skipped)
            return
        within: Opened
        if not is_zip(source):
            within = opened(source)
        elif self._depth < _DEEPEST:
            within = ZipOpened(source, self._depth + 1, self._awake)
        else:
            report.leave_out(file.name, Skipped.TOO_DEEP)
            return
        if not within.is_chat:
            raise ReadingError(Fault.UNKNOWN)
        if source.size > room.bytes:
            raise ReadingError(Fault.TOO_LARGE)
        room.bytes -= source.size
        if isinstance(within, ZipOpened):
            all_listed = within._listed(report, room)
        else:
            self._is_known = True
            all_listed = within.conversations(report)
        for listed in all_listed:
            yield _Within(within, listed)


FORMAT = ZipArchive()
