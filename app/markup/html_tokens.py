"""HTML taken apart into tags and text, as a browser takes it apart, in linear time whatever it holds.

Follows the tokenization of the HTML Living Standard (WHATWG, section 13.2.5) without its parse errors. The parser of
the standard library is not used: in several of the Python versions that this runs on it takes quadratic time on
comments and tags that never end, and some declarations make it raise. Nothing is run and nothing loaded: scripts,
styles and comments never become a token.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

MOST_ATTRIBUTES = 40
VALUE_MAX_CHARS = 1_000
NAME_MAX_CHARS = 40

_TAG = re.compile(r"</?([A-Za-z][^\s/>]*+)", re.ASCII)
_ATTRIBUTE = re.compile(
    r"[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|(?![\"'])([^\s>]*+)))?", re.ASCII
)
_TAG_END = re.compile(r"[\s/]*+>", re.ASCII)
_COMMENT_END = re.compile(r"--!?>")
_CHARACTER = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
"""Longer numbers mean no letter, and would make `unescape` raise."""
_LITERAL = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript")
"""Elements in which nothing but their own end is a tag."""
_LITERAL_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.ASCII | re.IGNORECASE) for name in _LITERAL}


class Start(NamedTuple):
    """A start tag, its name and those of its attributes in small letters, their values as they stand there."""

    name: str
    attributes: dict[str, str]
    is_closed: bool
    """It ends in `/>`."""


class End(NamedTuple):
    """An end tag."""

    name: str


class Words(NamedTuple):
    """Text, with its character references decoded. Text may come in several pieces."""

    text: str


Token = Start | End | Words


def tokens(html: str) -> Iterator[Token]:
    """Yield the tags and the text of a page, or of a part of one, in order.

    Of elements that hold no markup only the title's text is yielded. What never ends (a comment, a tag, a script)
    takes the rest with it.
    """
    place = 0
    while place < len(html):
        if html[place] != "<":
            end = html.find("<", place)
            end = len(html) if end < 0 else end
            yield Words(decoded(html[place:end]))
            place = end
        elif tag := _TAG.match(html, place):
            attributes, place = _attributes(html, tag.end())
            if place < 0:
                return
            name = tag[1][:NAME_MAX_CHARS].lower()
            if html[tag.start() + 1] == "/":
                yield End(name)
                continue
            is_closed = html[place - 2] == "/"
            yield Start(name, attributes, is_closed)
            if name in _LITERAL_END and not is_closed:
                literal_end = _LITERAL_END[name].search(html, place)
                if literal_end is None:
                    return
                if name == "title":
                    yield Words(decoded(html[place : literal_end.start()]))
                place = literal_end.start()
        elif html.startswith("<!--", place):
            comment_end = _COMMENT_END.search(html, place + 2)
            if comment_end is None:
                return
            place = comment_end.end()
        elif html.startswith(("<!", "<?", "</"), place):
            place = html.find(">", place) + 1
            if not place:
                return
        else:
            yield Words("<")
            place += 1


def decoded(text: str) -> str:
    """Return a text with its character references as the letters that they mean."""
    return _CHARACTER.sub(lambda match: unescape(match[0]), text) if "&" in text else text


def _attributes(html: str, place: int) -> tuple[dict[str, str], int]:
    """Return the attributes of a tag and where it ends; -1 if it doesn't.

    A quotation mark without a second one ends nothing, and there can be only one of each kind: so looking for the
    second stays linear.
    """
    found: dict[str, str] = {}
    if html.startswith(">", place):
        return found, place + 1
    while match := _ATTRIBUTE.match(html, place):
        place = match.end()
        if len(found) < MOST_ATTRIBUTES:
            value = match[2] or match[3] or match[4] or ""
            found.setdefault(match[1][:NAME_MAX_CHARS].lower(), value[:VALUE_MAX_CHARS])
    end = _TAG_END.match(html, place)
    return found, end.end() if end else -1
