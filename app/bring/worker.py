"""Obeys one command after the other, and says what comes of it. Two threads: one listens while the other reads."""

import base64
import os
import queue
import threading
from collections.abc import Callable, Iterator, Sequence

from app.bring.faults import Fault, ReadingError
from app.bring.format import Listed as ListedInFile
from app.bring.format import NeedsPreparing, Opened, Pictured, Report
from app.bring.formats import all_formats
from app.bring.messages import (
    MAX_CONVERSATIONS,
    MAX_PART_CHARS,
    MAX_PIXELS_CHARS,
    Cancel,
    Cancelled,
    Failed,
    Found,
    FromReader,
    Hello,
    Listed,
    Match,
    Omitted,
    Open,
    Part,
    Picture,
    Pixels,
    Progress,
    Ready,
    Search,
    Searched,
    Show,
    Shown,
    Shutdown,
    ToReader,
    read_to_reader,
    seconds,
    write_from_reader,
)
from app.bring.opening import opened
from app.bring.source import HEAD_BYTES, FileSource, Source
from app.children.confinement import is_breached
from app.children.entry import Channel
from app.children.protocol import PROTOCOL_VERSION, Confinement, ProtocolError
from app.domain.conversation import Conversation, Role, Said
from app.explore.held_words import holds_all, wanted_words

_PROGRESS_STEP = 0.01
_PIXELS_BYTES = MAX_PIXELS_CHARS // 4 * 3


def prepare(descriptor: int | None) -> None:
    """Import all formats and what they need. Behind the walls nothing can be imported any more.

    Args:
        descriptor: The file's, if the program passed one: some formats take long to load, and are told by it.
    """
    head = _head(descriptor)
    for one in all_formats():
        if isinstance(one, NeedsPreparing):
            one.prepare(head)


def _head(descriptor: int | None) -> bytes:
    if descriptor is None:
        return b""
    try:
        return FileSource(descriptor).read_at(0, HEAD_BYTES)
    except ReadingError:
        # That is said when the file is opened.
        return b""


class _Stopped(Exception):  # noqa: N818 - no error: somebody asked for it
    """What was being done was to be stopped."""


class Worker:
    """A reader's conversation, from the first `hello` to the end of input."""

    def __init__(self, channel: Channel, confinement: Confinement, descriptor: int | None) -> None:
        """Take the channel, what holds around this process, and the file's descriptor if the program passed one."""
        self._channel = channel
        self._confinement = confinement
        self._descriptor = descriptor
        self._todo: queue.SimpleQueue[Open | Show | Search | None] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._greeted = False
        self._source: FileSource | None = None
        self._file: Opened | None = None
        self._told = 0.0
        self._found: list[ListedInFile] = []

    def run(self) -> None:
        """Work until the program says `shutdown`. The end of input, or a command that was not agreed on, ends the
        process on the spot."""
        threading.Thread(target=self._listen, name="listen", daemon=True).start()
        while (task := self._todo.get()) is not None:
            try:
                self._do(task)
            except _Stopped:
                self._say(Cancelled())
            except ReadingError as error:
                self._say(Failed(error.fault))
            except (MemoryError, RecursionError):
                self._say(Failed(Fault.TOO_LARGE))

    def _listen(self) -> None:
        try:
            for line in self._channel.lines():
                self._obey(read_to_reader(line))
        except ProtocolError:
            os._exit(1)
        os._exit(0)

    def _obey(self, command: ToReader) -> None:
        if self._greeted == isinstance(command, Hello):
            os._exit(1)
        match command:
            case Hello() if is_breached(self._channel.isolation, self._confinement):
                self._say(Failed(Fault.NO_WALLS))
                os._exit(1)
            case Hello():
                self._greeted = True
                self._say(Ready(PROTOCOL_VERSION, self._channel.isolation, self._confinement))
            case Open() | Show() | Search():
                self._stop.clear()
                self._todo.put(command)
            case Cancel():
                self._stop.set()
            case Shutdown():
                os._exit(0)

    def _do(self, task: Open | Show | Search) -> None:
        match task:
            case Open(path):
                self._open(path)
            case Show(number):
                self._show(number)
            case Search(search_id, words):
                self._search(search_id, words)

    def _open(self, path: str | None) -> None:
        descriptor = self._descriptor
        if descriptor is None:
            if path is None:
                os._exit(1)
            try:
                descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            except OSError:
                raise ReadingError(Fault.UNREADABLE) from None
        file = self._source = FileSource(descriptor)
        report = Report(goes_on=self._reads)
        self._file = opened(_Watched(file, self._reads))
        told = 0
        for listed in self._file.conversations(report):
            if len(self._found) == MAX_CONVERSATIONS:
                raise ReadingError(Fault.TOO_MANY)
            self._found.append(listed)
            told = self._tell(report, told)
            self._say(_found(len(self._found) - 1, listed))
        self._tell_all(report, told)
        file.ensure_unchanged()
        if not self._found:
            raise ReadingError(Fault.EMPTY if self._file.is_chat else Fault.NO_TEXT)
        self._say(Listed(self._file.kind))

    def _tell(self, report: Report, told: int) -> int:
        """Say what was left out since the last time, and return how much that is in all."""
        for omitted in report.omitted[told:]:
            self._say(Omitted(omitted.what, omitted.why, omitted.count))
        return len(report.omitted)

    def _tell_all(self, report: Report, told: int) -> None:
        """Say the rest of what was left out, and how much there is that found no room."""
        self._tell(report, told)
        for why, count in report.beyond.items():
            self._say(Omitted("", why, count))

    def _show(self, number: int) -> None:
        report = Report()
        conversation = self._conversation(number, report)
        self._ensure_unchanged()
        self._say_picture(self._file)
        for turn_number, turn in enumerate(conversation.turns):
            for wording, said in enumerate((turn.shown, *turn.alternatives)):
                for part in _parts(turn_number, wording, turn.role, said):
                    self._say(part)
        self._tell_all(report, 0)
        self._say(Shown(number))

    def _say_picture(self, file: object) -> None:
        preview = file.preview() if isinstance(file, Pictured) else None
        if preview is None:
            return
        self._say(Picture(preview.width, preview.height))
        for begin in range(0, len(preview.pixels), _PIXELS_BYTES):
            self._ensure_wanted()
            part = preview.pixels[begin : begin + _PIXELS_BYTES]
            self._say(Pixels(base64.b64encode(part).decode("ascii")))

    def _search(self, search_id: int, words: str) -> None:
        wanted = wanted_words(words)
        for number, listed in enumerate(self._found):
            self._ensure_wanted()
            if holds_all(listed.title, (), wanted) or self._holds(number, wanted):
                self._say(Match(search_id, number))
            if number % 50 == 0:
                self._say(Progress(number / len(self._found)))
        self._ensure_unchanged()
        self._say(Searched(search_id))

    def _holds(self, number: int, wanted: Sequence[str]) -> bool:
        try:
            conversation = self._conversation(number, Report())
        except ReadingError as error:
            if error.fault in {Fault.CHANGED, Fault.UNREADABLE}:
                raise
            return False
        return holds_all(conversation.title, (turn.shown.text for turn in conversation.turns), wanted)

    def _conversation(self, number: int, report: Report) -> Conversation:
        if self._file is None or number >= len(self._found):
            os._exit(1)
        return self._file.conversation(self._found[number], report)

    def _ensure_unchanged(self) -> None:
        if self._source is not None:
            self._source.ensure_unchanged()

    def _reads(self, fraction: float) -> None:
        """Hear how far into the file it is read on."""
        self._ensure_wanted()
        if fraction >= self._told + _PROGRESS_STEP:
            self._told = fraction
            self._say(Progress(fraction))

    def _ensure_wanted(self) -> None:
        if self._stop.is_set():
            raise _Stopped

    def _say(self, message: FromReader) -> None:
        try:
            self._channel.say(write_from_reader(message))
        except OSError:
            os._exit(0)


class _Watched:
    """A source that tells how far into it is read on: not where somebody looks at its end and comes back."""

    def __init__(self, source: Source, reads: Callable[[float], None]) -> None:
        self._source = source
        self._reads = reads
        self._next = 0
        self.size = source.size
        self.name = source.name

    def read_at(self, offset: int, count: int) -> bytes:
        # Who reads nothing tells where they are: formats that go through a file in an order of their own.
        goes_on = not count or offset == self._next
        self._next = offset + count
        self._reads(min(1.0, offset / self.size) if goes_on and self.size else 0.0)
        return self._source.read_at(offset, count)


def _found(number: int, listed: ListedInFile) -> Found:
    return Found(
        number,
        listed.kind,
        listed.title,
        seconds(listed.time),
        listed.model,
        listed.turns,
        listed.alternatives,
    )


def _parts(turn: int, wording: int, role: Role, said: Said) -> Iterator[Part]:
    cuts = range(0, max(1, len(said.text)), MAX_PART_CHARS)
    for begin in cuts:
        text = said.text[begin : begin + MAX_PART_CHARS]
        is_last = begin + MAX_PART_CHARS >= len(said.text)
        yield Part(turn, wording, role, seconds(said.time), said.model, text, is_last)
