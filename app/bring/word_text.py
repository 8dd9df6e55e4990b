"""The text of a Word document, and of its notes, as its XML passes by."""

from collections.abc import Mapping

from app.bring.blocks import Blocks
from app.bring.word_styles import MOST_LEVELS, OFF, WordLists, WordStyles

NAMESPACES = {
    "/wordprocessingml/2006/main": "w",
    "/wordprocessingml/main": "w",
    "/markup-compatibility/2006": "mc",
    "/officeDocument/2006/math": "m",
    "/officeDocument/math": "m",
}
"""How they end, and what they are called here."""
NOTE_PARTS = {"w:footnoteReference": "word/footnotes.xml", "w:endnoteReference": "word/endnotes.xml"}
MOST_NOTES = 20_000
_DEEPEST_LEVEL = 8
_PASSED_OVER = frozenset(
    "w:del w:moveFrom w:pPrChange w:rPrChange w:sectPr w:sectPrChange w:numberingChange mc:Fallback".split()
)
"""Among them what a paragraph was before it was changed, and the older twin of a drawing."""
_LETTERS = {
    "w:tab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_PICTURES = frozenset({"w:drawing", "w:pict", "w:object"})
_RUNS = frozenset({"w:r", "m:r"})
_FORMULA_SIGNS = {
    "m:num": ("(", ")"),
    "m:den": ("/(", ")"),
    "m:sup": ("^(", ")"),
    "m:sub": ("_(", ")"),
    "m:rad": ("√(", ")"),
    "m:deg": ("[", "]"),
}
"""What stands before and behind a part of a formula that is said in one line."""


class WordText:
    """The text of a body as it passes by.

    Attributes:
        hidden: How many runs of hidden text there were.
        pictures: How many pictures and other objects.
    """

    def __init__(self, lists: WordLists, styles: WordStyles, notes: Mapping[tuple[str, str], str]) -> None:
        self.blocks = Blocks()
        self.hidden = self.pictures = 0
        self._lists = lists
        self._styles = styles
        self._notes = notes
        self._path: list[str] = []
        self._passing_over = 0
        """How deep the way leads into what is passed over."""
        self._is_text = self._was_hidden = False
        self._paragraph = _Paragraph()
        self._run = _Run()
        self._unsaid: list[str] = []
        """What stands before the parts of a formula that nothing is said in so far."""
        self._around: list[tuple[_Paragraph, _Run]] = []
        self._counts: dict[tuple[str, int], int] = {}

    @property
    def is_full(self) -> bool:
        """Whether nothing more is wanted."""
        return self.blocks.is_full

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """As `XmlReader`."""
        self._path.append(name)
        if self._passing_over or name in _PASSED_OVER:
            self._passing_over += 1
        elif name == "w:p":
            self._paragraph = _Paragraph()
        elif name in _RUNS:
            self._run = _Run()
            self._was_hidden = False
        elif name in {"w:t", "m:t"}:
            self._is_text = True
        elif name in _FORMULA_SIGNS:
            self._unsaid.append(_FORMULA_SIGNS[name][0])
        elif name in _LETTERS:
            # In the properties of a paragraph a tab is a place on its ruler.
            if self._path[-2:-1] == ["w:r"]:
                self._say(_LETTERS[name])
        elif name in NOTE_PARTS:
            noted = self._notes.get((name, attributes.get("w:id", "")), "")
            if noted and not self._is_hidden():
                self.blocks.add_note(noted)
        elif name in _PICTURES:
            self.pictures += 1
        elif name == "w:txbxContent":
            self._around.append((self._paragraph, self._run))
            self._run = _Run()
            self.blocks.begin()
            # A text box is a picture only to the program that drew it.
            self.pictures -= self.pictures > 0
        elif name == "w:tc":
            self.blocks.begin()
        else:
            self._take_up(name, attributes.get("w:val", ""))

    def end(self, name: str) -> None:
        """As `XmlReader`."""
        self._path.pop()
        if self._passing_over:
            self._passing_over -= 1
        elif name == "w:p":
            self.blocks.end_paragraph(self._mark())
        elif name in {"w:t", "m:t"}:
            self._is_text = False
        elif name in _FORMULA_SIGNS:
            if self._unsaid:
                self._unsaid.pop()
            else:
                self.blocks.say(_FORMULA_SIGNS[name][1])
        elif name == "w:tc":
            self.blocks.add_cell(self.blocks.end())
        elif name == "w:tr":
            self.blocks.end_row()
        elif name == "w:txbxContent" and self._around:
            said = self.blocks.end()
            self._paragraph, self._run = self._around.pop()
            if not self._is_hidden():
                self.blocks.add_block(said)

    def text(self, said: str) -> None:
        """As `XmlReader`."""
        if self._is_text and not self._passing_over:
            self._say(said)

    def _say(self, said: str) -> None:
        if not self._is_hidden():
            self.blocks.say("".join(self._unsaid) + said)
            self._unsaid.clear()
        elif not self._was_hidden:
            self._was_hidden = True
            self.hidden += 1

    def _is_hidden(self) -> bool:
        """Whether the run is hidden: by what it says itself, else by its style or its paragraph's."""
        if self._run.hides is not None:
            return self._run.hides
        if self._run.style and self._styles.hides(self._run.style):
            return True
        return self._styles.paragraph_hides(self._paragraph.style)

    def _take_up(self, name: str, value: str) -> None:
        """Take up a property of the paragraph or of the run."""
        if name == "w:vanish":
            if self._is_of_run():
                self._run.hides = value not in OFF
        elif name == "w:rStyle":
            if self._is_of_run():
                self._run.style = value
        elif name == "w:numId":
            self._paragraph.number = value
        elif name == "w:ilvl":
            self._paragraph.level = value
        elif name == "w:pStyle":
            self._paragraph.style = value

    def _is_of_run(self) -> bool:
        """Whether a property is the run's, and not that of the mark at the paragraph's end."""
        return self._path[-2:-1] == ["w:rPr"] and not _RUNS.isdisjoint(self._path[-3:-2])

    def _mark(self) -> str:
        """Return what stands before the paragraph: a sign or a number if it is an item of a list."""
        paragraph, self._paragraph = self._paragraph, _Paragraph()
        level = int(paragraph.level) if paragraph.level in set("012345678") else 0
        if paragraph.number not in {"", "0"}:
            is_numbered = self._lists.is_numbered(paragraph.number, paragraph.level or "0")
        elif paragraph.style.startswith(("ListBullet", "ListNumber")) and not paragraph.number:
            is_numbered = paragraph.style.startswith("ListNumber")
        else:
            return ""
        if not is_numbered:
            return f"{'  ' * level}- "
        key = paragraph.number or paragraph.style
        if len(self._counts) > MOST_LEVELS:
            self._counts.clear()
        count = self._counts[key, level] = self._counts.get((key, level), 0) + 1
        for deeper in range(level + 1, _DEEPEST_LEVEL + 1):
            self._counts.pop((key, deeper), None)
        return f"{'  ' * level}{count}. "


class _Paragraph:
    """What is said of a paragraph before its text."""

    __slots__ = ("level", "number", "style")

    def __init__(self) -> None:
        self.number = self.level = self.style = ""


class _Run:
    """What is said of a run before its text. `hides` is None where it says nothing of that."""

    __slots__ = ("hides", "style")

    def __init__(self) -> None:
        self.hides: bool | None = None
        self.style = ""


class WordNotes(WordText):
    """The text of each note, by its number."""

    def __init__(self, lists: WordLists, styles: WordStyles) -> None:
        super().__init__(lists, styles, {})
        self.notes: dict[str, str] = {}
        self._number = ""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """As `XmlReader`."""
        if name in {"w:footnote", "w:endnote"}:
            # Lines that separate notes from the text are notes, too.
            self._number = (
                attributes.get("w:id", "") if attributes.get("w:type", "normal") == "normal" else ""
            )
            self.blocks.begin()
        super().begin(name, attributes)

    def end(self, name: str) -> None:
        """As `XmlReader`."""
        super().end(name)
        if name in {"w:footnote", "w:endnote"}:
            said = " ".join(self.blocks.end().split())
            if self._number and said and len(self.notes) < MOST_NOTES:
                self.notes[self._number] = said
