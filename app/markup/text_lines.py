"""Plain text as it is written from marked-up text: words, line by line, with items of lists and cells of tables."""

import re

DEEPEST_INDENT = 8
"""How many lists within each other are told apart."""
_MOST_BREAKS = 20
_LEAD_MAX_CHARS = 100
_SPACES = re.compile(r"[ \t\n\r\f]+")


class TextLines:
    """Text as it is written line by line. Breaks, markers and spaces wait until there are words after them."""

    def __init__(self) -> None:
        self.length = 0
        """How many letters were written."""
        self.depth = 0
        """In how many lists what comes next stands."""
        self._parts: list[str] = []
        self._breaks = 0
        self._space = False
        self._lead = ""
        self._is_held = False
        """Blocks don't break the line: an item or a cell has begun, and there is nothing in it yet."""

    @property
    def written(self) -> int:
        """How many parts there are: grows when anything is written."""
        return len(self._parts)

    def text(self) -> str:
        """Return what was written."""
        return "".join(self._parts).strip("\n").rstrip()

    def words(self, text: str) -> None:
        """Write words, white space between them as one space."""
        collapsed = _SPACES.sub(" ", text)
        bare = collapsed.strip(" ")
        if not bare:
            self._space = self._space or bool(collapsed)
            return
        self._space = self._space or collapsed[0] == " "
        self._begin()
        self._write(bare.replace("\xa0", " "))
        self._space = collapsed[-1] == " "

    def kept(self, text: str) -> None:
        """Write text with its own line breaks and spaces."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        bare = text.rstrip("\n")
        if bare:
            self._space = False
            self._begin()
            self._write(bare.replace("\n", "\n" + self._indent(self.depth)))
        self._breaks = min(self._breaks + len(text) - len(bare), _MOST_BREAKS)

    def line_break(self) -> None:
        """Begin a new line, or leave one empty."""
        self._breaks = min(self._breaks + 1, 2)
        self._space = False

    def at_least(self, breaks: int) -> None:
        """Let a block begin or end here."""
        if not self._is_held:
            self._breaks = max(self._breaks, breaks)
            self._space = False

    def mark(self, marker: str, *, is_tight: bool) -> None:
        """Let an item of a list begin."""
        self._breaks = 1 if is_tight else max(self._breaks, 1)
        self._lead = self._indent(self.depth - 1) + marker
        self._is_held = True

    def hold(self) -> None:
        """Let the first cell of a row begin."""
        self._is_held = True

    def separate(self, *, in_line: bool) -> None:
        """Let another cell begin."""
        self._is_held = True
        self._breaks = 0 if in_line else self._breaks
        if len(self._lead) < _LEAD_MAX_CHARS:
            self._lead = f"{self._lead}| " if self._lead or not in_line else " | "

    def unmark(self) -> None:
        """Forget a marker that nothing came after."""
        self._lead, self._is_held = "", False

    def _begin(self) -> None:
        if self._parts and self._breaks:
            self._write("\n" * self._breaks)
        if self._lead:
            self._write(self._lead)
        elif self._breaks:
            self._write(self._indent(self.depth))
        elif self._space and self._parts:
            self._write(" ")
        self._breaks, self._lead, self._space, self._is_held = 0, "", False, False

    def _write(self, part: str) -> None:
        self._parts.append(part)
        self.length += len(part)

    @staticmethod
    def _indent(depth: int) -> str:
        return "  " * max(0, min(depth, DEEPEST_INDENT))
