"""The text of a document as it is gone through: paragraphs, items of lists, rows of tables, and notes at its end."""

from dataclasses import dataclass, field
from io import StringIO
from typing import NamedTuple

MOST_CHARS = 4_000_000
"""Ten times what one turn may hold: a copied chat has many."""
_BAR = " | "
MOST_REPEATED = 20
"""How often a cell or a row stands where it is said to be repeated."""
MOST_NESTED = 8
"""Cells, text boxes and notes within each other. What is deeper flows into the text around it."""


class Here(NamedTuple):
    """A place in a document, to come back to."""

    depth: int
    written: int
    is_tight: bool
    notes: int


@dataclass(slots=True)
class _Frame:
    """One run of blocks: that of the document, of a cell, of a note."""

    written: StringIO = field(default_factory=StringIO)
    """Many short texts in a list take twenty times their length."""
    line: StringIO = field(default_factory=StringIO)
    cells: list[str] = field(default_factory=list)
    is_tight: bool = False


class Blocks:
    """Puts the blocks of a document together, as far as there is room.

    Between two items of a list or two rows of a table stands a line feed, between other blocks an empty line. Blocks
    without text are left out.

    Attributes:
        is_full: There was more than there is room for; the rest is dropped.
        has_repeated_less: A cell or a row is there less often than it is said to be.
    """

    def __init__(self) -> None:
        self.is_full = self.has_repeated_less = False
        self._room = MOST_CHARS
        self._frames = [_Frame()]
        self._too_deep = 0
        self._notes: list[str] = []

    def say(self, text: str) -> None:
        """Add a text to the paragraph."""
        if len(text) > self._room:
            text = text[: self._room]
            self.is_full = True
        if text:
            self._room -= len(text)
            self._frames[-1].line.write(text)

    def end_paragraph(self, mark: str = "") -> None:
        """End the paragraph; it is an item of a list if there is a mark to stand before it."""
        frame = self._frames[-1]
        said = frame.line.getvalue().strip()
        frame.line = StringIO()
        if said:
            self._write(f"{mark}{said}", is_tight=bool(mark))

    def add_block(self, text: str) -> None:
        """Add what `end` returned as a block of its own; the paragraph goes on behind it."""
        if text:
            self._write(text, is_tight=False)

    def here(self) -> Here:
        """Return where a paragraph begins."""
        frame = self._frames[-1]
        return Here(len(self._frames), frame.written.tell(), frame.is_tight, len(self._notes))

    def forget_since(self, here: Here) -> None:
        """Forget the paragraph that began there, with its notes and text boxes: it turns out not to be shown."""
        frame = self._frames[-1]
        if here.depth != len(self._frames) or here.written > frame.written.tell():
            return
        frame.line = StringIO()
        frame.written.seek(here.written)
        frame.written.truncate()
        frame.is_tight = here.is_tight
        del self._notes[here.notes :]

    def add_cell(self, text: str, times: int = 1) -> None:
        """Add a cell to the row, in one line, as often as it is said to be there; an empty one once."""
        said = " ".join(text.split())
        for _ in range(self._times(said, times)):
            self._take_room(len(_BAR))
            if said or not self.is_full:
                self._frames[-1].cells.append(said)

    def end_cell(self) -> None:
        """Let what was said since the last paragraph or cell be a cell of the row."""
        frame = self._frames[-1]
        line, frame.line = frame.line, StringIO()
        self.add_cell(line.getvalue())

    def end_row(self, times: int = 1) -> None:
        """End the row, which is there as often as it is said to be."""
        frame = self._frames[-1]
        cells, frame.cells = frame.cells, []
        if any(cells):
            row = _BAR.join(cells)
            for _ in range(self._times(row, times)):
                self._write(row, is_tight=True)

    def add_note(self, text: str) -> None:
        """Put the number of a note here, and the note at the end, if there is anything in it."""
        if not text:
            return
        if self._room < len(text):
            self.is_full = True
            return
        self._room -= len(text)
        self._notes.append(text)
        self.say(f"[{len(self._notes)}]")

    def begin(self) -> None:
        """Begin what stands for itself: a cell, a note, a text box."""
        if len(self._frames) > MOST_NESTED:
            self._too_deep += 1
        else:
            self._frames.append(_Frame())

    def end(self) -> str:
        """End it and return its text; empty where it was too deep and flowed into what is around it."""
        self.end_paragraph()
        if self._too_deep:
            self._too_deep -= 1
            return ""
        if len(self._frames) == 1:
            return ""
        if self._frames[-1].cells:
            self.end_row()
        return self._frames.pop().written.getvalue()

    def text(self) -> str:
        """Return all of it, with the notes."""
        self._too_deep = 0
        while len(self._frames) > 1:
            self.add_block(self.end())
        self.end_paragraph()
        self.end_row()
        written = self._frames[0].written.getvalue()
        notes = "\n".join(f"[{number}] {note}" for number, note in enumerate(self._notes, 1))
        return f"{written}\n\n{notes}".strip("\n") if notes else written

    def _write(self, text: str, *, is_tight: bool) -> None:
        frame = self._frames[-1]
        if frame.cells:
            # Their row never ended.
            self.end_row()
        if frame.written.tell():
            gap = "\n" if is_tight and frame.is_tight else "\n\n"
            self._take_room(len(gap))
            frame.written.write(gap)
        frame.written.write(text)
        frame.is_tight = is_tight

    def _times(self, text: str, said: int) -> int:
        """Return how often a text is there, and take the room for that: once it has been said already."""
        if not text:
            return 1
        times = max(1, min(said, MOST_REPEATED, 1 + self._room // len(text)))
        self.has_repeated_less |= said > times
        self._room -= (times - 1) * len(text)
        return times

    def _take_room(self, count: int) -> None:
        """Count what stands between texts like what is said."""
        self.is_full |= count > self._room
        self._room = max(0, self._room - count)
