"""What is pasted or dropped, as plain text. Markup becomes its text; nothing that it names is looked up.

Qt's own reader of pages takes minutes over a page whose blocks lie 100,000 deep, and Python's over one whose tags
never end. This one goes through a page once, whatever is in it.
"""

import re
from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QMimeData

MOST_LETTERS = 20_000_000
MOST_TAGS = 500_000

_BREAKS = frozenset(
    {"p", "div", "br", "li", "tr", "ul", "ol", "table", "blockquote", "pre", "section", "article", "hr"}
    | {f"h{level}" for level in range(1, 7)}
)
_SILENT = frozenset({"script", "style", "title", "template", "noscript"})
_TAG = re.compile(r"</?([a-zA-Z][^\s/>]{0,40})")
_TAG_END_OR_QUOTE = re.compile(r">|=\s{0,8}([\"'])")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


def text_of_html(html: str) -> str:
    """The words of a page, its blocks on lines of their own. Reads 20 million letters and 500,000 tags at most."""
    pieces: list[str] = []
    kept = 0
    for sign, raw in _signs_and_words(html[:MOST_LETTERS]):
        if sign in {"pre", "/pre"}:
            kept = max(0, kept + (1 if sign == "pre" else -1))
        if sign.removeprefix("/") in _BREAKS and sign not in {"/br", "/hr"}:
            pieces.append("\n")
        words = _ENTITY.sub(lambda match: unescape(match[0]), raw)
        if not kept:
            words = _in_one_line(words, bool(pieces) and pieces[-1].endswith(" "))
        if words:
            pieces.append(words)
    lines = [line.strip() for line in "".join(pieces).split("\n")]
    shown = [line for i, line in enumerate(lines) if line or (i and lines[i - 1])]
    return "\n".join(shown).strip()


def _in_one_line(words: str, spaced: bool) -> str:
    """Return words with one space for each run of white space. `spaced` says that a space comes before them."""
    before = " " if words[:1].isspace() and not spaced else ""
    after = " " if words[-1:].isspace() and words.strip() else ""
    return before + " ".join(words.split()) + after


def _signs_and_words(html: str) -> Iterator[tuple[str, str]]:
    """Yield each tag's name, as `p` or `/p`, with the words up to the next. Scripts and styles have no words."""
    sign, words_from, at = "", 0, 0
    for _ in range(MOST_TAGS):
        at = html.find("<", at)
        if at < 0:
            break
        tag = _TAG.match(html, at)
        if tag is None and html[at + 1 : at + 2] not in {"!", "?", "/"}:
            # A sign for "less than".
            at += 1
            continue
        yield sign, html[words_from:at]
        if tag is None:
            sign, at = "", _end_of_declaration(html, at)
        else:
            name = tag[1].lower()
            opens = html[at + 1] != "/"
            sign = name if opens else f"/{name}"
            at = _end_of_tag(html, tag.end())
            if opens and name in _SILENT:
                close = re.compile(rf"</{name}", re.IGNORECASE).search(html, at)
                at = close.start() if close else len(html)
        words_from = at
    else:
        return
    yield sign, html[words_from:]


def _end_of_declaration(html: str, at: int) -> int:
    comment = html.startswith("<!--", at)
    # "<!-->" is a whole comment.
    end = html.find("-->", at + 2) if comment else html.find(">", at)
    return len(html) if end < 0 else end + (3 if comment else 1)


def _end_of_tag(html: str, at: int) -> int:
    """Return where a tag ends; a sign for its end within quotes is none. What never ends takes the rest."""
    while (found := _TAG_END_OR_QUOTE.search(html, at)) is not None:
        if found[0] == ">":
            return found.end()
        at = html.find(found[1], found.end()) + 1
        if at == 0:
            break
    return len(html)


def holds_text(source: QMimeData) -> bool:
    """Whether text or a page came along, without reading either."""
    return _holds_plain_text(source) or source.hasHtml()


def text_of(source: QMimeData) -> str:
    """The text that came along, else the words of the page that did, else nothing. Never the names of files."""
    if _holds_plain_text(source):
        return source.text()
    return text_of_html(source.html()) if source.hasHtml() else ""


def _holds_plain_text(source: QMimeData) -> bool:
    return source.hasFormat("text/plain") and not source.hasFormat("text/uri-list")
