r"""The text of a Rich Text document: tokens, groups, and what of them is shown.

After the specification of the format, version 1.9.1. Groups nest, and what a control word sets holds until its
group ends.
"""

import re
from dataclasses import dataclass, replace

from app.bring.blocks import Blocks
from app.bring.decoding import loaded

MOST_DEPTH = 1_000
MOST_TOKENS = 2_000_000
MOST_FONTS = 4_000
_MOST_DIGITS = 9
_MOST_SKIPPED = 100
"""Characters that stand in for one of Unicode."""
_TOKENS = re.compile(
    rb"\\(?P<word>[a-zA-Z]++)(?P<number>-?[0-9]++)?+ ?|(?P<bytes>(?:\\'[0-9a-fA-F]{2})++)|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|[\r\n\0]++|(?P<plain>[^\\{}\r\n\0]++)|(?P<stray>\\)",
    re.DOTALL,
)
_PAGES = {
    **{
        page: loaded(f"cp{page}")
        for page in (437, 850, 852, 866, 874, 932, 936, 949, 950, *range(1250, 1259))
    },
    10000: loaded("mac_roman"),
    65001: loaded("utf-8"),
}
_CHARSETS = {
    0: "", 1: "", 2: "", 77: "mac_roman",
    **{
        charset: _PAGES[page]
        for charset, page in {
            128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257,
            204: 1251, 222: 874, 238: 1250,
        }.items()
    },
}  # fmt: skip
"""Of fonts; where it is empty, the document's page holds."""
_SAID = {
    "tab": "\t", "line": "\n", "emdash": "\u2014", "endash": "\u2013", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "bullet": "\u2022", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c",
    "rdblquote": "\u201d", "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "ltrmark": "\u200e",
    "rtlmark": "\u200f", "softline": "\n", "nestcell": " ", "nestrow": "\n",
}  # fmt: skip
_SIGNS = {b"~": "\xa0", b"-": "\xad", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}
_ENDS_OF_PARAGRAPHS = frozenset({"par", "sect", "page", "column"})
_MARKS = frozenset({"pntext", "listtext"})
_PASSED_OVER = frozenset(
    "fonttbl colortbl stylesheet info header headerl headerr headerf footer footerl footerr footerf annotation object"
    " objdata objclass objname pict fldinst filetbl listtable listoverridetable revtbl rsidtbl themedata datastore"
    " colorschememapping latentstyles xe tc txe rxe bkmkstart bkmkend template operator nonesttables atnid atnauthor"
    " atrfstart atrfend ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pgptbl userprops xmlnstbl mmathPr sp".split()
)
_SHOWN_ALTHOUGH_MARKED = frozenset({"shptxt", "shpinst", "shp"})


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group. `place` is what its words are: text, a note, the mark of an item, fonts, or nothing."""

    place: str = "text"
    font: int | None = None
    """None for that of the document."""
    stands_in: int = 1
    """How many characters stand in for one of Unicode."""
    is_hidden: bool = False
    is_deleted: bool = False
    is_in_table: bool = False


class RtfText:
    """Reads a document once, from its first byte to its last.

    Args:
        document: Its bytes.

    Attributes:
        hidden: How many stretches of hidden text there were.
        pictures: How many pictures and other objects.
    """

    def __init__(self, document: bytes) -> None:
        self.blocks = Blocks()
        self.hidden = self.pictures = 0
        self._document = document
        self._state = _State()
        self._groups: list[_State] = []
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._default_font = 0
        self._bytes: list[bytes] = []
        """Characters that wait for their second byte."""
        self._to_skip = 0
        self._is_marked = False
        """A star stands before the next control word."""
        self._mark: list[str] = []
        self._is_row_open = False

    def read(self) -> bool:
        """Read it, and return whether it ends where its groups do."""
        place = tokens = 0
        while place < len(self._document) and not self.blocks.is_full:
            tokens += 1
            match = _TOKENS.match(self._document, place)
            if match is None:
                return False
            self.blocks.is_full |= tokens > MOST_TOKENS
            place = match.end()
            kind = match.lastgroup
            if kind == "plain":
                self._say_bytes(match["plain"])
            elif kind == "bytes":
                self._say_bytes(bytes.fromhex(match["bytes"].replace(b"\\'", b"").decode("ascii")))
            elif kind == "brace":
                self._flush()
                if not (self._begin_group() if match["brace"] == b"{" else self._end_group()):
                    return not self._groups
            elif kind in {"word", "number"}:
                self._flush()
                self._to_skip = 0
                number = _number(match["number"])
                if match["word"] == b"bin":
                    place += max(0, number or 0)
                else:
                    self._take(match["word"][:32].decode("ascii"), number)
            elif kind == "sign":
                self._flush()
                self._to_skip = 0
                self._take_sign(match["sign"])
        self._flush()
        return self.blocks.is_full

    def _begin_group(self) -> bool:
        self._to_skip = 0
        self._groups.append(self._state)
        return len(self._groups) <= MOST_DEPTH

    def _end_group(self) -> bool:
        """Return to what held before; nothing is read behind the last."""
        self._to_skip = 0
        self._is_marked = False
        if not self._groups:
            return False
        ended, self._state = self._state, self._groups.pop()
        if ended.place == "note" and self._state.place != "note":
            self.blocks.add_note(" ".join(self.blocks.end().split()))
        return bool(self._groups)

    def _take_sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._is_marked = True
        elif sign in b"\r\n":
            self._take("par", None)
        elif sign in _SIGNS:
            self._say(_SIGNS[sign])

    def _take(self, word: str, number: int | None) -> None:
        is_marked, self._is_marked = self._is_marked, False
        if self._state.place == "fonts":
            self._take_font(word, number)
        elif self._state.place == "nothing":
            return
        elif word in _PASSED_OVER or (
            is_marked and word not in _SHOWN_ALTHOUGH_MARKED | _MARKS | {"footnote"}
        ):
            self.pictures += word in {"pict", "object"}
            self._state = replace(self._state, place="fonts" if word == "fonttbl" else "nothing")
        elif word == "footnote":
            if self._state.place != "note":
                self.blocks.begin()
                self._state = replace(self._state, place="note")
        elif word in _MARKS:
            self._mark = []
            self._state = replace(self._state, place="mark")
        elif word == "u":
            self._say_unicode(number or 0)
        elif word in _SAID:
            self._say(_SAID[word])
        elif word in _ENDS_OF_PARAGRAPHS:
            if self._state.is_in_table and word == "par":
                self._say("\n")
            else:
                self._end_paragraph()
        elif word in {"cell", "row", "trowd"}:
            self._take_table(word)
        else:
            self._set(word, number)

    def _set(self, word: str, number: int | None) -> None:
        """Take up what holds from here on."""
        if word == "v":
            is_hidden = number != 0
            self.hidden += is_hidden and not self._state.is_hidden
            self._state = replace(self._state, is_hidden=is_hidden)
        elif word == "deleted":
            self._state = replace(self._state, is_deleted=number != 0)
        elif word == "plain":
            self._state = replace(self._state, is_hidden=False, is_deleted=False, font=None)
        elif word == "pard":
            self._state = replace(self._state, is_in_table=False)
        elif word == "intbl":
            self._state = replace(self._state, is_in_table=True)
        elif word == "f":
            self._state = replace(self._state, font=number or 0)
        elif word == "deff":
            self._default_font = number or 0
        elif word == "uc":
            self._state = replace(self._state, stands_in=max(0, min(number or 0, _MOST_SKIPPED)))
        elif word == "ansicpg":
            self._page = _PAGES.get(number or 0, self._page)
        elif word in {"mac", "pc", "pca"}:
            self._page = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]

    def _take_font(self, word: str, number: int | None) -> None:
        if word == "f":
            self._font = number or 0
        elif word == "fcharset" and len(self._fonts) < MOST_FONTS:
            self._fonts[self._font] = _CHARSETS.get(number or 0, "")

    def _take_table(self, word: str) -> None:
        """Cells end where `cell` stands, and begin where nothing else did."""
        if self._state.place != "text":
            return
        if word == "cell":
            if not self._is_row_open:
                self.blocks.end_row()
                self._is_row_open = True
            self.blocks.end_cell()
        elif word == "row":
            self._is_row_open = False
            self.blocks.end_row()
        self._mark = []

    def _end_paragraph(self) -> None:
        if self._state.place not in {"text", "note"}:
            return
        shown = "".join(self._mark).strip()
        self._mark = []
        # A mark is a number, or a sign that its font draws as something else.
        is_number = any(letter.isalnum() for letter in shown)
        self.blocks.end_paragraph(f"{shown[:20]} " if is_number else "- " if shown else "")

    def _say_unicode(self, code: int) -> None:
        if code < 0:
            code += 0x10000
        self._say(chr(code) if 0 <= code < 0x110000 else "\ufffd")
        self._to_skip = self._state.stands_in

    def _say_bytes(self, some: bytes) -> None:
        self._is_marked = False
        if self._to_skip:
            skipped = min(self._to_skip, len(some))
            self._to_skip -= skipped
            some = some[skipped:]
        if some and self._state.place != "nothing":
            self._bytes.append(some)

    def _flush(self) -> None:
        """Say the bytes that were met, in the page of their font."""
        if self._bytes:
            some = b"".join(self._bytes)
            self._bytes = []
            font = self._default_font if self._state.font is None else self._state.font
            self._say(some.decode(self._fonts.get(font) or self._page, "replace"))

    def _say(self, text: str) -> None:
        state = self._state
        if state.is_hidden or state.is_deleted or state.place in {"nothing", "fonts"}:
            return
        if state.place == "mark":
            if len(self._mark) < _MOST_SKIPPED:
                self._mark.append(text[:_MOST_SKIPPED])
        else:
            self.blocks.say(text)


def _number(digits: bytes | None) -> int | None:
    """Return the number behind a control word; what is longer than any that is meant counts as none."""
    if digits is None or len(digits) > _MOST_DIGITS + digits.startswith(b"-"):
        return None
    return int(digits)
