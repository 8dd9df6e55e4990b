"""How the lists of a Word document are counted, and which of its styles hide their text, as its XML passes by."""

from collections.abc import Mapping

MOST_LEVELS = 20_000
"""Of lists, in all their definitions."""
MOST_STYLES = 20_000
OFF = frozenset({"0", "false", "off"})
_MOST_PARENTS = 20
"""Styles that a style is based on."""


class WordLists:
    """How the levels of lists are counted: with numbers, or with one sign for all."""

    def __init__(self) -> None:
        self.is_full = False
        self._numbered: dict[tuple[str, str], bool] = {}
        self._of: dict[str, str] = {}
        self._abstract = self._level = self._list = ""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """As `XmlReader`."""
        value = attributes.get("w:val", "")
        if name == "w:abstractNum":
            self._abstract = attributes.get("w:abstractNumId", "")
        elif name == "w:lvl":
            self._level = attributes.get("w:ilvl", "")
        elif name == "w:numFmt":
            self._numbered[self._abstract, self._level] = value not in {"bullet", "none"}
        elif name == "w:num":
            self._list = attributes.get("w:numId", "")
        elif name == "w:abstractNumId":
            self._of[self._list] = value
        self.is_full = len(self._numbered) + len(self._of) > MOST_LEVELS

    def end(self, name: str) -> None:
        """Nothing: what counts are the attributes."""

    def text(self, said: str) -> None:
        """Nothing, either."""

    def is_numbered(self, number: str, level: str) -> bool:
        """Whether the items of a list are numbered on a level."""
        return self._numbered.get((self._of.get(number, ""), level), False)


class WordStyles:
    """Which styles hide their text."""

    def __init__(self) -> None:
        self._hides: dict[str, bool] = {}
        self._parents: dict[str, str] = {}
        self._default = ""
        """The style of paragraphs that name none."""
        self._style = ""

    @property
    def is_full(self) -> bool:
        """Whether nothing more is wanted."""
        return len(self._hides) + len(self._parents) > MOST_STYLES

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """As `XmlReader`."""
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._style = attributes.get("w:styleId", "")
            if attributes.get("w:type") == "paragraph" and attributes.get("w:default", "0") not in OFF:
                self._default = self._style
        elif name == "w:basedOn":
            self._parents[self._style] = value
        elif name == "w:vanish":
            # What stands before all styles holds for each of them.
            self._hides[self._style] = value not in OFF

    def end(self, name: str) -> None:
        """Nothing: what counts are the attributes."""

    def text(self, said: str) -> None:
        """Nothing, either."""

    def paragraph_hides(self, style: str) -> bool:
        """Whether the text of paragraphs of a style is hidden; of those that name none, if it is empty."""
        return self.hides(style or self._default)

    def hides(self, style: str) -> bool:
        """Whether a style hides its text, or else the nearest of those it is based on that says so or not."""
        for _ in range(_MOST_PARENTS):
            if not style or style in self._hides:
                break
            style = self._parents.get(style, "")
        return self._hides.get(style, False)
