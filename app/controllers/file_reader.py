"""Reads one file that somebody brought, in a child behind walls. Nothing that the child says is believed unseen."""

import os
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.bring.messages import (
    MAX_OMITTED,
    Cancel,
    Cancelled,
    Failed,
    Fault,
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
    read_from_reader,
    write_to_reader,
)
from app.children.protocol import PROTOCOL_VERSION
from app.controllers.child_process import ChildProcess, passes_descriptors
from app.controllers.heard_conversation import HeardConversation, UntrueError
from app.controllers.source import Opening, Source
from app.errors import BugError

_START_MS = 20_000
_SILENCE_MS = 60_000
_END_MS = 1_000


class ReaderState(StrEnum):
    """Where a reader stands."""

    LISTING = "listing"
    READY = "ready"
    SHOWING = "showing"
    SEARCHING = "searching"
    FAILED = "failed"
    CLOSED = "closed"


class FileReader(QObject):
    """One file, from being opened to being forgotten. Every method returns at once."""

    progressed = Signal(float)
    """0 to 1: how much of what is being done is done."""
    found = Signal(object)
    """app.bring.messages.Found: one more conversation."""
    omitted = Signal(object)
    """app.bring.messages.Omitted: something that is left out."""
    listed = Signal(str)
    """All were found; the kind of the file."""
    shown = Signal(int, object, object)
    """Number, Conversation, and the Preview that it was read from or None."""
    matched = Signal(int)
    """A conversation holds the words that were searched for."""
    searched = Signal()
    cancelled = Signal()
    """What was being done was stopped. What was found so far stands."""
    failed = Signal(object)
    """Fault: while the file was listed, nothing can be read of it; later, what was asked last can't be done."""

    def __init__(
        self, command: Sequence[str], working_folder: Path | None, parent: QObject | None = None
    ) -> None:
        """Take what it needs; nothing starts yet.

        Args:
            command: Program and arguments that start the child, such as `(sys.executable, "-m", "app.bring")`.
            working_folder: Where the child starts; from source, the folder that holds `app`.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._command = tuple(command)
        self._working_folder = working_folder
        self._state = ReaderState.LISTING
        self._source: Source = b""
        self._is_greeted = False
        self._count = 0
        self._asked = 0
        self._search_id = 0
        self._fraction = 0.0
        self._omitted = 0
        self._last_match = -1
        self._heard = HeardConversation("")
        self._titles: list[str] = []
        self._opening = Opening(self)
        self._process: ChildProcess | None = None
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(lambda: self._give_up(Fault.TOO_SLOW))

    @property
    def state(self) -> ReaderState:
        """Where it stands."""
        return self._state

    def read(self, source: Source) -> None:
        """Begin to list what is in a file. `failed` comes soon if it can't be opened."""
        if self._process is not None:
            raise BugError("one reader reads one file")
        self._source = source
        process = ChildProcess(self, _END_MS, read_from_reader)
        process.heard.connect(self._on_heard)
        process.garbled.connect(self._on_garbled)
        process.ended.connect(self._on_ended)
        self._process = process
        self._patience.start(_START_MS)
        self._opening.opened.connect(self._on_opened)
        self._opening.begin(source)

    def _on_opened(self, descriptor: int | None) -> None:
        if descriptor is None:
            self._give_up(Fault.UNREADABLE)
            return
        try:
            # Else it was closed, or given up, while the file was opened.
            if self._state is ReaderState.LISTING and self._process is not None:
                self._process.start(self._command, "--file-fd", descriptor, self._working_folder)
                self._patience.start(_START_MS)
                self._say(Hello(PROTOCOL_VERSION))
        finally:
            os.close(descriptor)

    def show(self, number: int) -> None:
        """Read one conversation: `shown` follows, or `failed`. Only when READY."""
        self._begin(ReaderState.SHOWING)
        self._asked = number
        self._heard = HeardConversation(self._titles[number])
        self._say(Show(number))

    def search(self, words: str) -> None:
        """Look for words in all conversations: `matched` for each that holds them, then `searched`. When READY."""
        self._begin(ReaderState.SEARCHING)
        self._search_id += 1
        self._last_match = -1
        self._say(Search(self._search_id, words))

    def cancel(self) -> None:
        """Stop what is being done: `cancelled` follows, or the end of it if that came first."""
        if self._state in {ReaderState.LISTING, ReaderState.SHOWING, ReaderState.SEARCHING}:
            self._say(Cancel())

    def close(self) -> None:
        """End the child and forget the file. No signal follows."""
        self._forget()
        self._state = ReaderState.CLOSED
        if self._process is not None:
            self._process.disconnect(self)
            # It ends in its own time, and this may be gone by then.
            self._process.setParent(QCoreApplication.instance())
            self._process.dispose()
            self._process = None

    def end_now(self) -> None:
        """Close, and wait until the child is gone: at most about two seconds."""
        if self._process is not None:
            self._process.end_now(write_to_reader(Shutdown()), _END_MS)
        self.close()

    def _forget(self) -> None:
        self._patience.stop()
        self._heard = HeardConversation("")

    def _begin(self, state: ReaderState) -> None:
        if self._state is not ReaderState.READY:
            raise BugError("a reader does one thing at a time")
        self._state = state
        self._fraction = 0.0
        self._omitted = 0
        self._patience.start(_SILENCE_MS)

    def _say(self, message: ToReader) -> None:
        if self._process is not None:
            self._process.say(write_to_reader(message))

    def _on_heard(self, untrusted_message: FromReader) -> None:
        try:
            self._believe(untrusted_message)
        except UntrueError:
            self._on_garbled()

    def _believe(self, untrusted: FromReader) -> None:
        if self._is_greeted == isinstance(untrusted, Ready) and not isinstance(untrusted, Failed):
            # It greets first, and once: whoever greets is asked to open the file.
            raise UntrueError
        if not isinstance(untrusted, Progress) or untrusted.fraction > self._fraction:
            # All else that it may say has an end.
            self._patience.start(_SILENCE_MS)
        match self._state, untrusted:
            case ReaderState.LISTING, Ready():
                self._is_greeted = True
                path = None if passes_descriptors() else str(self._source)
                self._say(Open(path))
            case ReaderState.LISTING | ReaderState.SHOWING | ReaderState.SEARCHING, Progress(fraction):
                self._fraction = max(fraction, self._fraction)
                self.progressed.emit(fraction)
            case ReaderState.LISTING, Found() as one if one.number == self._count:
                self._count += 1
                self._titles.append(one.title)
                self.found.emit(one)
            case ReaderState.LISTING | ReaderState.SHOWING, Omitted() as left_out if (
                self._omitted < MAX_OMITTED
            ):
                self._omitted += 1
                self.omitted.emit(left_out)
            case ReaderState.LISTING, Listed(kind) if self._count:
                self._rest()
                self.listed.emit(kind)
            case ReaderState.SHOWING, Part() as part:
                self._heard.take(part)
            case ReaderState.SHOWING, Picture() as picture:
                self._heard.take_picture(picture)
            case ReaderState.SHOWING, Pixels(text):
                self._heard.take_pixels(text)
            case ReaderState.SHOWING, Shown(number) if number == self._asked:
                conversation, preview = self._heard.whole()
                self._rest()
                self.shown.emit(number, conversation, preview)
            case ReaderState.SEARCHING, Match(search_id, number) if self._is_meant(search_id, number):
                self._last_match = number
                self.matched.emit(number)
            case ReaderState.SEARCHING, Searched(search_id) if search_id == self._search_id:
                self._rest()
                self.searched.emit()
            case ReaderState.LISTING | ReaderState.SHOWING | ReaderState.SEARCHING, Cancelled():
                self._rest()
                self.cancelled.emit()
            case ReaderState.LISTING, Failed(fault):
                self._give_up(fault)
            case ReaderState.SHOWING | ReaderState.SEARCHING, Failed(fault):
                self._rest()
                self.failed.emit(fault)
            case _:
                raise UntrueError

    def _is_meant(self, search_id: int, number: int) -> bool:
        return search_id == self._search_id and self._last_match < number < self._count

    def _rest(self) -> None:
        self._patience.stop()
        self._state = ReaderState.READY

    def _on_garbled(self) -> None:
        self._give_up(Fault.CRASHED)

    def _on_ended(self) -> None:
        self._give_up(Fault.CRASHED)

    def _give_up(self, fault: Fault) -> None:
        if self._state in {ReaderState.FAILED, ReaderState.CLOSED}:
            return
        self._forget()
        self._state = ReaderState.FAILED
        if self._process is not None:
            self._process.put_down(gently=False)
        self.failed.emit(fault)
