"""One spelling for letters that look or mean the same: small, plain, without accents.

Compatibility forms are taken apart by Unicode's NFKD; marks that combine, zero-width and other format characters
vanish; letters of other scripts that look like Latin ones (after Unicode Technical Standard 39, the common ones) are
read as those; a laughing face as the word. Each character is read by itself, so that every letter of the result
knows where it came from.
"""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = frozenset("'’‘ʼʹ′´`＇‛ꞌ")
_LOOK_ALIKES = {
    "a": "аαɑᴀ", "b": "вьβʙƀ", "c": "сᴄƈ", "d": "ԁᴅđɖ", "e": "еєεᴇəɛ", "f": "ꜰƒ", "g": "ɡɢց", "h": "һнʜħ",
    "i": "іιıɩɪї", "j": "јᴊ", "k": "кκᴋĸ", "l": "ӏʟłɭ", "m": "мᴍ", "n": "пηɴռ", "o": "оοᴏøօσ", "p": "рρᴘ",
    "q": "ԛ", "r": "гʀɾ", "s": "ѕꜱʂ", "t": "тτᴛ", "u": "υᴜʋս", "v": "νᴠѵ", "w": "ԝωᴡѡ", "x": "хχ", "y": "уγʏү",
    "z": "ᴢʐ",
}  # fmt: skip
_AS_LATIN = str.maketrans({other: latin for latin, others in _LOOK_ALIKES.items() for other in others})
_LAUGHING = frozenset("😂🤣😹😆")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BADGES = ((0x1F150, 26), (0x1F170, 26), (0x1F1E6, 26))
"""Where letters in filled circles, in filled squares and of flags begin: these have no compatibility form."""


def folded(text: str) -> tuple[str, list[int] | None]:
    """Return the text in one spelling, and for each of its characters the place in `text` that it came from.

    None instead of the places where every character stayed where it was.
    """
    if text.isascii() and not _CONTROLS.search(text):
        return text.lower(), None
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        plain = _plain(char)
        letters.append(plain)
        if len(plain) == 1:
            places.append(place)
        elif plain:
            places.extend([place] * len(plain))
    return "".join(letters), places


@lru_cache(maxsize=4_096)
def _plain(char: str) -> str:
    """Return what one character is read as: mostly one letter, none for a mark, several for a ligature."""
    if char in APOSTROPHES:
        return "'"
    if char in _LAUGHING:
        return " haha "
    if char.isascii():
        return "" if _vanishes(char) else char.lower()
    for first, count in _BADGES:
        if first <= ord(char) < first + count:
            return chr(ord("a") + ord(char) - first)
    apart = unicodedata.normalize("NFKD", char).casefold()
    kept = "".join(one for one in apart if not _vanishes(one))
    return kept.translate(_AS_LATIN)


def _vanishes(char: str) -> bool:
    # What nobody sees stands as U+FFFD in what was brought (`app/domain/text.py`).
    if char == "\ufffd":
        return True
    return unicodedata.category(char) in {"Mn", "Me", "Mc", "Cf", "Cc"} and char not in "\t\n\r\x0b\x0c"
