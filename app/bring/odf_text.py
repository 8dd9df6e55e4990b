"""The text of an OpenDocument text as its XML passes by."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.bring.blocks import Blocks, Here

NAMESPACES = {
    f":xmlns:{ours}:1.0": ours for ours in ("office", "style", "text", "table", "drawing", "svg-compatible")
}
"""How they end, and what they are called here."""
MOST_STYLES = 20_000
MOST_SPACES = 100
"""That one element may stand for."""
_DEEPEST_LEVEL = 10
_PASSED_OVER = frozenset(
    "text:tracked-changes text:note-citation text:ruby-text text:sequence-decls "
    "text:variable-decls text:user-field-decls text:index-title-template office:annotation office:forms "
    "office:scripts office:event-listeners svg-compatible:title svg-compatible:desc "
    "text:alphabetical-index-source text:table-of-content-source".split()
)
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_ITEMS = frozenset({"text:list-item", "text:list-header"})
_PICTURES = frozenset({"drawing:image", "drawing:object", "drawing:object-ole", "drawing:plugin"})
_STYLED = frozenset({"text:span", "text:p", "text:h", "text:section", "text:a"})
_MAY_BE_HIDDEN = frozenset({"text:hidden-text", "text:hidden-paragraph"})
_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_PARENTS = 20
"""Styles that a style goes back to."""


@dataclass(slots=True)
class _Level:
    """A list within lists: the name of its style, the number of its last item, and whether that was shown."""

    style: str
    count: int = 0
    is_marked: bool = True


class _Begun(NamedTuple):
    """A paragraph that is open: where it began, and how deep its element lies."""

    here: Here
    depth: int


class OdfText:
    """Reads what stands in the body, and before it which styles hide their text or number their items.

    Styles may come in a document of their own, which is read before.

    Attributes:
        hidden: How many stretches of hidden text there were.
        pictures: How many pictures and other objects.
    """

    def __init__(self) -> None:
        self.blocks = Blocks()
        self.hidden = self.pictures = 0
        self._style = ""
        self._shows: dict[str, bool] = {}
        """Styles that say whether their text is shown."""
        self._parents: dict[str, str] = {}
        self._numbered: set[tuple[str, int]] = set()
        self._in_body = False
        self._passing_over = 0
        """How deep the way leads into what is passed over."""
        self._depth = 0
        self._paragraphs: list[_Begun] = []
        """Those that are open: a note or a text box has its own within another."""
        self._repeats: list[int] = []
        """How often the cells and rows that are open are there."""
        self._ends_with_space = True
        self._lists: list[_Level] = []
        self._around: list[tuple[list[_Level], list[_Begun]]] = []

    @property
    def is_full(self) -> bool:
        """Whether nothing more is wanted."""
        return self.blocks.is_full

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """As `XmlReader`."""
        self._depth += 1
        if self._passing_over:
            self._passing_over += 1
        elif name == "office:text":
            self._in_body = True
        elif not self._in_body:
            self._take_up_style(name, attributes)
        elif self._is_passed_over(name, attributes):
            self._passing_over = 1
            if name == "text:hidden-paragraph" and self._paragraphs:
                self._hide_paragraph()
        elif name in _PARAGRAPHS:
            self._paragraphs.append(_Begun(self.blocks.here(), self._depth))
            self._ends_with_space = True
        elif name == "table:table-row":
            self._repeats.append(_count(attributes.get("table:number-rows-repeated", "1")))
        elif name == "text:list":
            inherited = self._lists[-1].style if self._lists else ""
            self._lists.append(_Level(attributes.get("text:style-name", inherited)))
        elif name in _ITEMS:
            if self._lists:
                self._lists[-1].count += name == "text:list-item"
                self._lists[-1].is_marked = name != "text:list-item"
        elif name in _CELLS or name in {"text:note-body", "drawing:text-box"}:
            if name in _CELLS:
                self._repeats.append(_count(attributes.get("table:number-columns-repeated", "1")))
            self._set_apart()
        elif name in _PICTURES:
            self.pictures += 1
        elif self._paragraphs:
            self._say_element(name, attributes)

    def end(self, name: str) -> None:
        """As `XmlReader`."""
        self._depth -= 1
        if self._passing_over:
            self._passing_over -= 1
        elif not self._in_body:
            return
        elif name == "office:text":
            self._in_body = False
        elif name in _PARAGRAPHS:
            if self._paragraphs:
                self._paragraphs.pop()
            self.blocks.end_paragraph(self._mark())
        elif name == "text:list":
            if self._lists:
                self._lists.pop()
        elif name in _CELLS:
            self.blocks.add_cell(self._rejoin(), self._repeated())
        elif name == "table:table-row":
            self.blocks.end_row(self._repeated())
        elif name == "text:note-body":
            self.blocks.add_note(" ".join(self._rejoin().split()))
        elif name == "drawing:text-box":
            self.blocks.add_block(self._rejoin())

    def text(self, said: str) -> None:
        """As `XmlReader`: white space counts once."""
        if not self._paragraphs or self._passing_over:
            return
        said = _SPACE.sub(" ", said)
        if self._ends_with_space:
            said = said.removeprefix(" ")
        if said:
            self._ends_with_space = said.endswith(" ")
            self.blocks.say(said)

    def _say_element(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "text:s":
            self.blocks.say(" " * min(_count(attributes.get("text:c", "1")), MOST_SPACES))
        elif name == "text:tab":
            self.blocks.say("\t")
        elif name == "text:line-break":
            self.blocks.say("\n")
            self._ends_with_space = True

    def _is_passed_over(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Whether an element is not shown, or not part of the text."""
        if (
            (name in _STYLED and self._is_hiding(attributes.get("text:style-name", "")))
            or (name == "text:section" and attributes.get("text:display", "true") != "true")
            or (name in _MAY_BE_HIDDEN and attributes.get("text:is-hidden") != "false")
        ):
            self.hidden += 1
            return True
        return name in _PASSED_OVER

    def _is_hiding(self, style: str) -> bool:
        """Whether a style hides its text, or else the nearest of those it goes back to that says so or not."""
        for _ in range(_MOST_PARENTS):
            if not style or style in self._shows:
                break
            style = self._parents.get(style, "")
        return not self._shows.get(style, True)

    def _hide_paragraph(self) -> None:
        """Take back the paragraph that an element in it hides, and pass over the rest of it, to its end."""
        begun = self._paragraphs.pop()
        self.blocks.forget_since(begun.here)
        self._passing_over = self._depth - begun.depth + 1

    def _repeated(self) -> int:
        """Return how often the cell or the row is there that ends."""
        return self._repeats.pop() if self._repeats else 1

    def _take_up_style(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in {"style:style", "style:default-style", "text:list-style"}:
            self._style = attributes.get("style:name", "")
            if len(self._parents) < MOST_STYLES and (parent := attributes.get("style:parent-style-name")):
                self._parents[self._style] = parent
        elif len(self._shows) + len(self._numbered) >= MOST_STYLES:
            return
        elif name == "style:text-properties" and "text:display" in attributes:
            self._shows[self._style] = attributes["text:display"] != "none"
        elif name == "text:list-level-style-number":
            level = attributes.get("text:level", "")
            if level in set("123456789"):
                self._numbered.add((self._style, int(level)))

    def _set_apart(self) -> None:
        self.blocks.begin()
        self._around.append((self._lists, self._paragraphs))
        self._lists, self._paragraphs = [], []

    def _rejoin(self) -> str:
        self._lists, self._paragraphs = self._around.pop() if self._around else ([], [])
        self._ends_with_space = False
        return self.blocks.end()

    def _mark(self) -> str:
        """Return what stands before the first paragraph of an item."""
        if not self._lists or self._lists[-1].is_marked:
            return ""
        level, depth = self._lists[-1], min(len(self._lists), _DEEPEST_LEVEL)
        level.is_marked = True
        sign = f"{level.count}." if (level.style, depth) in self._numbered else "-"
        return f"{'  ' * (depth - 1)}{sign} "


def _count(number: str) -> int:
    """Return how often something is there; 1 if that is no number."""
    return int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 1
