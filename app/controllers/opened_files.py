"""The files that somebody brought at once, each behind its own walls, as one list of conversations."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.bring.messages import Fault, Found, Omitted
from app.controllers.file_reader import FileReader, ReaderState
from app.controllers.source import Source
from app.domain.conversation import Conversation, Preview
from app.explore.held_words import holds_all, wanted_words

MOST_FILES = 40

NewReader = Callable[[QObject], FileReader]


@dataclass(frozen=True, slots=True)
class ReadWhole:
    """A conversation that was read, and the picture that it was read from, if it was one."""

    conversation: Conversation
    preview: Preview | None = None


@dataclass(slots=True, eq=False)
class _File:
    """One file: its reader while it is needed, and what was read of it whole."""

    source: Source
    reader: FileReader | None = None
    kind: str = ""
    found: list[Found] = field(default_factory=list)
    whole: ReadWhole | None = None
    fault: Fault | None = None


class OpenedFiles(QObject):
    """Lists what is in one file after the other, then shows and searches. Every method returns at once.

    A file with one conversation is read whole straight away, and its reader ends. What can't be read is told and
    spoils nothing else.
    """

    progressed = Signal()
    listed = Signal()
    """All files were gone through, and there is something in them."""
    shown = Signal(object)
    """ReadWhole: the conversation that was asked for."""
    matched = Signal(int)
    """Row of a conversation that holds the words that were searched for."""
    searched = Signal()
    """All that could be searched was."""
    failed = Signal(object)
    """Fault: while files are listed, nothing can be read of any of them; afterwards, what was asked last can't be
    done. Of a search that is told in place of `searched`, when all other files were searched."""

    def __init__(self, sources: Sequence[Source], new_reader: NewReader, parent: QObject) -> None:
        """Take what to read; `read` begins. `new_reader` makes a reader with this parent."""
        super().__init__(parent)
        self._files = [_File(source) for source in sources]
        self._new_reader = new_reader
        self._at = 0
        self.fraction = 0.0
        """Of what is being done, 0 to 1."""
        self.is_listed = False
        self.rows: list[tuple[int, Found]] = []
        """Each conversation with the number of its file, in the order of the files."""
        self.omitted: list[Omitted] = []
        self.omitted_here: list[Omitted] = []
        """Of the conversation that was read last."""
        self._wish: Callable[[], None] | None = None
        self._asked: _File | None = None
        """Of whose reader something was asked and not answered yet."""
        self._searches = False
        self._search_in: list[_File] = []
        self._search_fault: Fault | None = None
        self._words = ""

    @property
    def count(self) -> int:
        """How many files there are."""
        return len(self._files)

    @property
    def at(self) -> int:
        """Which file is being read, from 0."""
        return self._at

    @property
    def source(self) -> Source:
        """The file that is being read."""
        return self._files[min(self._at, len(self._files) - 1)].source

    @property
    def faults(self) -> tuple[tuple[int, Fault], ...]:
        """The numbers of files that can't be read, from 0, and why."""
        return tuple(
            (number, file.fault) for number, file in enumerate(self._files) if file.fault is not None
        )

    def kind_of(self, row: int) -> str:
        """The kind of the file that a conversation is in, be it within an archive."""
        number, found = self.rows[row]
        return found.kind or self._files[number].kind

    def wholes(self) -> tuple[ReadWhole, ...] | None:
        """What was read, if each file that can be read holds one conversation; None otherwise."""
        wholes = tuple(file.whole for file in self._files if file.fault is None)
        return tuple(one for one in wholes if one is not None) if None not in wholes else None

    def read(self) -> None:
        """Begin with the first file."""
        if len(self._files) > MOST_FILES:
            self._files.clear()
            self.failed.emit(Fault.TOO_MANY)
            return
        self._read_this()

    def show(self, row: int) -> None:
        """Read one conversation: `shown` follows, or `failed`. What was being done is given up."""
        self._do(lambda: self._show(row))

    def search(self, words: str) -> None:
        """Look for words in all conversations: `matched` for each, then `searched`. Gives up what is being done."""
        self._do(lambda: self._search(words))

    def stop(self) -> None:
        """Give up what is being done. Nothing follows."""
        self._do(lambda: None)

    def close(self) -> None:
        """End all readers, and forget everything."""
        for file in self._files:
            self._end(file)
        self._files = [_File(b"")]
        self.rows, self.omitted, self.omitted_here = [], [], []
        self._wish, self._asked, self._words = None, None, ""
        self._search_in, self._searches = [], False

    # Listing

    def _read_this(self) -> None:
        file = self._files[self._at]
        reader = self._new_reader(self)
        file.reader = reader
        reader.progressed.connect(self._on_progressed)
        reader.found.connect(self._on_found)
        reader.omitted.connect(self._on_omitted)
        reader.listed.connect(self._on_listed)
        reader.shown.connect(self._on_shown)
        reader.matched.connect(self._on_matched)
        reader.searched.connect(self._on_rested)
        reader.cancelled.connect(self._on_rested)
        reader.failed.connect(partial(self._on_failed, file))
        reader.read(file.source)

    def _on_progressed(self, fraction: float) -> None:
        self.fraction = fraction
        self.progressed.emit()

    def _on_found(self, found: Found) -> None:
        self._files[self._at].found.append(found)
        self.rows.append((self._at, found))
        self.progressed.emit()

    def _on_omitted(self, omitted: Omitted) -> None:
        (self.omitted_here if self.is_listed else self.omitted).append(omitted)

    def _on_listed(self, kind: str) -> None:
        file = self._files[self._at]
        file.kind = kind
        if len(file.found) == 1 and file.reader is not None:
            file.reader.show(0)
        else:
            self._go_on()

    def _go_on(self) -> None:
        if self._at + 1 < len(self._files):
            self._at += 1
            self.fraction = 0.0
            self.progressed.emit()
            self._read_this()
            return
        self.is_listed = True
        if self.rows:
            self.listed.emit()
        else:
            first = next(file.fault for file in self._files if file.fault is not None)
            self.failed.emit(first)

    # Afterwards

    def _do(self, wish: Callable[[], None]) -> None:
        """Do it when no reader does anything else. Of several wishes the last one counts."""
        self._search_in, self._searches = [], False
        busy = self._busy()
        if busy is None:
            wish()
        else:
            self._wish = wish
            busy.cancel()

    def _busy(self) -> FileReader | None:
        at_work = {ReaderState.SHOWING, ReaderState.SEARCHING}
        readers = (file.reader for file in self._files)
        return next((one for one in readers if one is not None and one.state in at_work), None)

    def _show(self, row: int) -> None:
        number, found = self.rows[row]
        file = self._files[number]
        self.omitted_here = []
        self.fraction = 0.0
        if file.whole is not None:
            self.shown.emit(file.whole)
        elif file.reader is not None and file.reader.state is ReaderState.READY:
            self._asked = file
            file.reader.show(found.number)
        else:
            self.failed.emit(Fault.CRASHED)

    def _search(self, words: str) -> None:
        self._words = words
        wanted = wanted_words(words)
        for row, (number, _found) in enumerate(self.rows):
            whole = self._files[number].whole
            if whole is not None and _holds(whole.conversation, wanted):
                self.matched.emit(row)
        self._search_in = [file for file in self._files if file.reader is not None]
        self._search_fault = None
        self._searches = True
        self._search_next()

    def _search_next(self) -> None:
        while self._search_in:
            file = self._search_in.pop(0)
            if file.reader is not None and file.reader.state is ReaderState.READY:
                self._asked = file
                file.reader.search(self._words)
                return
            self._search_fault = self._search_fault or Fault.CRASHED
        self._searches = False
        if self._search_fault is None:
            self.searched.emit()
        else:
            self.failed.emit(self._search_fault)

    def _on_matched(self, number: int) -> None:
        asked = self._asked
        if self._wish is None and asked is not None:
            first = next(row for row, (at, _found) in enumerate(self.rows) if self._files[at] is asked)
            self.matched.emit(first + number)

    def _on_shown(self, _number: int, conversation: Conversation, preview: Preview | None) -> None:
        whole = ReadWhole(conversation, preview)
        if not self.is_listed:
            file = self._files[self._at]
            file.whole = whole
            self._end(file)
            self._go_on()
            return
        self._asked = None
        if not self._granted():
            self.shown.emit(whole)

    def _on_rested(self) -> None:
        self._asked = None
        if not self._granted() and self._searches:
            self._search_next()

    def _on_failed(self, file: _File, fault: Fault) -> None:
        if not self.is_listed:
            self._on_unlisted(file, fault)
        elif file is self._asked:
            self._asked = None
            if self._granted():
                return
            if self._searches:
                self._search_fault = self._search_fault or fault
                self._search_next()
            else:
                self.failed.emit(fault)
        elif self._asked is None:
            self.failed.emit(fault)
        # While another file is waited for, it is told when something is asked of this one.

    def _on_unlisted(self, file: _File, fault: Fault) -> None:
        """Nothing of this file can be read: it is the one being listed, or one whose reader should have waited."""
        number = self._files.index(file)
        file.fault = fault
        self.rows = [(at, found) for at, found in self.rows if at != number]
        self._end(file)
        if number == self._at:
            self._go_on()

    def _granted(self) -> bool:
        """Whether something else was wished for meanwhile, which is begun then."""
        wish, self._wish = self._wish, None
        if wish is None:
            return False
        wish()
        return True

    def _end(self, file: _File) -> None:
        if file.reader is not None:
            file.reader.disconnect(self)
            file.reader.close()
            file.reader.deleteLater()
            file.reader = None


def _holds(conversation: Conversation, wanted: Sequence[str]) -> bool:
    return holds_all(conversation.title, (turn.shown.text for turn in conversation.turns), wanted)
