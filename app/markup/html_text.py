"""The text that people see in a page of HTML, as plain text: paragraphs, lists, code and tables as lines.

Nothing is run, nothing is loaded. What a page does not show (scripts, styles, comments, what is marked as hidden) and
pictures are not in the text. What a style sheet hides is not known.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from app.markup.html_tokens import Start, Token, Words, tokens
from app.markup.text_lines import TextLines

MOST_HTML_CHARS = 32_000_000
MOST_TOKENS = 2_000_000
MOST_TEXT_CHARS = 4_000_000
_LARGEST_NUMBER = 1_000_000

_HIDING = re.compile(
    r"(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE
)
_PARAGRAPHS = frozenset(
    ["blockquote", "dl", "fieldset", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "p", "pre", "table"]
)
_LINES = frozenset(
    "address article aside body caption center dd details dialog dir div dt figcaption footer form header hgroup"
    " html legend li main menu nav search section summary tbody tfoot thead tr".split()
)
_LISTS = frozenset(["ul", "ol", "menu", "dir"])
_CELLS = frozenset(["td", "th"])
_UNSEEN = frozenset(
    "annotation annotation-xml audio canvas datalist object select svg template title video".split()
)
_MAY_BE_HIDDEN = _LISTS | frozenset(
    "a abbr address article aside b blockquote center cite code del details div dl em fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup i ins kbd label main mark nav p pre q s samp search section small"
    " span strong sub summary sup table u".split()
)
"""Elements whose end is always written, so that it is known what is in them; and paragraphs."""
_BLOCKS = _PARAGRAPHS | _LINES | _LISTS | _CELLS
"""Elements that end a paragraph where they begin, and, around it, where they end: its own end need not be written."""


class HtmlText(NamedTuple):
    """What a page says. `is_cut`: there was more than is read."""

    title: str
    text: str
    is_cut: bool


def text_of_html(html: str, most_tokens: int | None = None) -> str:
    """Return the plain text of a page, or of a part of one: of its first `most_tokens` tags and pieces of text."""
    return read_html(html, most_tokens).text


def read_html(html: str, most_tokens: int | None = None) -> HtmlText:
    """Return the title and the plain text of a page. Takes linear time, and never raises."""
    read = text_of_tokens(tokens(html[:MOST_HTML_CHARS]), most_tokens)
    return read._replace(is_cut=read.is_cut or len(html) > MOST_HTML_CHARS)


def text_of_tokens(some: Iterable[Token], most_tokens: int | None = None) -> HtmlText:
    """As `read_html`, of a part of a page that was taken apart already."""
    most_tokens = MOST_TOKENS if most_tokens is None else most_tokens
    page = _Page()
    is_cut = False
    for count, token in enumerate(some):
        if count >= most_tokens or page.lines.length > MOST_TEXT_CHARS:
            is_cut = True
            break
        page.take(token)
    return HtmlText(page.title, page.lines.text()[:MOST_TEXT_CHARS], is_cut)


class _Page:
    """What is open at one place of a page. End tags that close nothing are passed over."""

    def __init__(self) -> None:
        self.lines = TextLines()
        self.title = ""
        self._unseen = ""
        self._unseen_depth = 0
        self._formula_at = -1
        """What was written when a formula began."""
        self._has_formula = False
        """A formula was written just before: a picture of it follows, made of letters."""
        self._kept = 0
        self._kept_begins = False
        self._lists: list[tuple[bool, int]] = []
        """Whether each is numbered, and the number of its last item."""
        self._list_begins = False
        self._rows: list[tuple[int, int]] = []
        """Of each table: how many cells its row has, and what was written when the row began."""

    def take(self, token: Token) -> None:
        if self._unseen == "p" and _ends_paragraph(token):
            self._unseen, self._unseen_depth = "", 0
        if self._unseen:
            self._pass_over(token)
        elif isinstance(token, Words):
            self._say(token.text)
        elif isinstance(token, Start):
            self._open(token)
        else:
            self._close(token.name)

    def _pass_over(self, token: Token) -> None:
        if isinstance(token, Words):
            if self._unseen == "title" and not self.title:
                self.title = " ".join(token.text[:2_000].split())
        elif token.name == self._unseen:
            if not isinstance(token, Start):
                self._unseen_depth -= 1
            elif not token.is_closed:
                self._unseen_depth += 1
            if not self._unseen_depth:
                self._unseen = ""

    def _say(self, text: str) -> None:
        self._has_formula = self._has_formula and not text.strip()
        if not self._kept:
            self.lines.words(text)
            return
        # The break right after the tag is none of the code's.
        self.lines.kept(re.sub(r"\A\r?\n", "", text) if self._kept_begins else text)
        self._kept_begins = False

    def _open(self, tag: Start) -> None:
        name = tag.name
        is_twin = self._has_formula and name == "span" and tag.attributes.get("aria-hidden") == "true"
        self._has_formula = False
        if name == "math":
            self._formula_at = self.lines.written
        if is_twin or _is_unseen(tag):
            if not tag.is_closed:
                self._unseen, self._unseen_depth = name, 1
            return
        if name == "br":
            self.lines.line_break()
        elif name in _LISTS:
            self.lines.at_least(1 if self._lists else 2)
            self._lists.append((name == "ol", _first_number(tag) - 1))
            self.lines.depth += 1
            self._list_begins = True
        elif name == "li":
            self._item()
        elif name in _CELLS:
            self._cell()
        else:
            self._break(name)
        if name == "table":
            self._rows.append((0, self.lines.written))
        elif name == "tr" and self._rows:
            if self._rows[-1][0]:
                self.lines.unmark()
                self.lines.at_least(1)
            self._rows[-1] = (0, self.lines.written)
        elif name == "pre":
            self._kept += 1
            self._kept_begins = True

    def _close(self, name: str) -> None:
        if name == "math":
            self._has_formula = 0 <= self._formula_at < self.lines.written
            self._formula_at = -1
        elif name != "span":
            self._has_formula = False
        if name in {"li", "tr", "table"} or name in _LISTS:
            self.lines.unmark()
        if name in _LISTS:
            if self._lists:
                self._lists.pop()
                self.lines.depth -= 1
            self._list_begins = False
            self.lines.at_least(1 if self._lists else 2)
        elif name == "pre":
            self._kept = max(0, self._kept - 1)
            self._kept_begins = False
            self._break(name)
        elif name not in {"br", "hr"}:
            self._break(name)
        if name == "table" and self._rows:
            self._rows.pop()

    def _break(self, name: str) -> None:
        if name in _PARAGRAPHS:
            self.lines.at_least(2)
        elif name in _LINES:
            self.lines.at_least(1)

    def _item(self) -> None:
        is_numbered, number = self._lists[-1] if self._lists else (False, 0)
        number = min(number + 1, _LARGEST_NUMBER)
        if self._lists:
            self._lists[-1] = (is_numbered, number)
        self.lines.unmark()
        self.lines.mark(f"{number}. " if is_numbered else "- ", is_tight=not self._list_begins)
        self._list_begins = False

    def _cell(self) -> None:
        if not self._rows:
            self.lines.at_least(1)
            return
        cells, written = self._rows[-1]
        self._rows[-1] = (cells + 1, written)
        if cells:
            self.lines.separate(in_line=self.lines.written > written)
        else:
            self.lines.hold()


def _ends_paragraph(token: Token) -> bool:
    """Whether a paragraph whose end is not written ends before this."""
    if isinstance(token, Words) or token.name not in _BLOCKS:
        return False
    return isinstance(token, Start) or token.name != "p"


def _is_unseen(tag: Start) -> bool:
    if tag.name in _UNSEEN:
        return True
    if tag.name not in _MAY_BE_HIDDEN or tag.is_closed:
        return False
    return "hidden" in tag.attributes or _HIDING.search(tag.attributes.get("style", "")) is not None


def _first_number(tag: Start) -> int:
    start = tag.attributes.get("start", "")
    return int(start) if re.fullmatch(r"[0-9]{1,6}", start, re.ASCII) else 1
