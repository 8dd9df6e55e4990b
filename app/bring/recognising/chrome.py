"""What is on a screen and belongs to nobody's words: the clock, the name of the service, the field to type into.

Only what is surely that is left out, at the very top and the very bottom, from outside to inside, up to the first row
that may be anything else.
"""

import re
from collections.abc import Sequence

from app.bring.recognising.rows import CLOCK, Row

_TOP, _STATUS, _BOTTOM = 0.32, 0.13, 0.4
"""How far they reach, in widths of the picture."""
_SERVICE = (
    r"(?:chatgpt|claude|gemini|copilot|microsoft copilot|meta ai|deepseek|grok|perplexity|mistral|le chat|replika|"
    r"my ai|google ai|openai|anthropic)"
)
_VERSION = (
    r"(?:[\s\-]?(?:\d[\w.]{0,4}|plus|pro|mini|auto|instant|thinking|turbo|sonnet|opus|haiku|flash|advanced))*"
)
_ARROWS = r"[\s<>‹›〈〉＜＞≡=…·.\-+✓vV∨へ口☰←→]*"
_TITLE = re.compile(rf"{_ARROWS}{_SERVICE}{_VERSION}{_ARROWS}", re.IGNORECASE)
_CLOCK = re.compile(rf"\W*{CLOCK}\W*")
_STATUS_PART_CHARS = 12
_FIELD = re.compile(
    r"\W*(?:"
    rf"(?:message|ask|chat with|reply to|talk to|(?:kirim )?pesan ke|tanya|balas(?: ke)?|tanyakan pada) {_SERVICE}"
    r"|ask (?:me )?anything|ask a follow[\s-]?up|how can i help(?: you)?(?: today)?|type a message|send a message"
    r"|write a message|message|reply|tanyakan (?:apa saja|apa pun|sesuatu)|tanya apa saja|ketik(?:kan)? pesan"
    r"|tulis pesan|kirim pesan|pesan|balas"
    r"|imessage|text message"
    rf")\W*(?:voice|suara|think|search|cari)?\W*",
    re.IGNORECASE,
)
_WARNING = re.compile(
    rf"\W*{_SERVICE}[\w\s]{{0,30}}\b(?:can|may|might|dapat|bisa|mungkin)\b"
    r"[\w\s]{0,30}\b(?:mistakes?|wrong|errors?|salah|kesalahan|keliru)\b.{0,80}",
    re.IGNORECASE,
)


def without_chrome(rows: Sequence[Row], width: int, height: int) -> list[Row]:
    """Return the rows between what surely belongs to the screen."""
    first, last = 0, len(rows)
    while first < last and _is_top(rows[first], width):
        first += 1
    while first < last and _is_bottom(rows[last - 1], width, height):
        last -= 1
    return list(rows[first:last])


def _is_top(row: Row, width: int) -> bool:
    if row.box[3] <= _STATUS * width and any(map(_CLOCK.fullmatch, row.parts)):
        return all(len(part) <= _STATUS_PART_CHARS for part in row.parts)
    if row.box[3] > _TOP * width:
        return False
    return _TITLE.fullmatch(row.text) is not None or all(_is_mark(part) for part in row.parts)


def _is_bottom(row: Row, width: int, height: int) -> bool:
    if row.box[1] < height - _BOTTOM * width:
        return False
    return (
        _FIELD.fullmatch(" ".join(part for part in row.parts if len(part) > 2)) is not None
        or _WARNING.fullmatch(row.text) is not None
        or all(_is_mark(part) for part in row.parts)
    )


def _is_mark(part: str) -> bool:
    """Whether a part of a row is what an icon is taken for."""
    return (
        len(part) <= 2
        and not any(letter.isdigit() for letter in part)
        and part.casefold() not in _SHORT_WORDS
    )


_SHORT_WORDS = frozenset("ok no oh hi ya ga gk yo ha we me i a so".split())
