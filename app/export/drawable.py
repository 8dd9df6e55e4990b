"""Which signs the bundled fonts cannot draw, asked of Typst itself, and the page without them.

PDF/UA allows no sign without a picture, and Typst then refuses the whole document. So the texts of a page are tried
in a document of their own first; in those that fail, what cannot be drawn becomes `MISSING_SIGN`.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import typst

MISSING_SIGN = "\u25a1"

_RUN_OF_MISSING = re.compile(f"{MISSING_SIGN}[{MISSING_SIGN}\u200c\u200d\ufe0e\ufe0f]+")
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
_PUNCTUATION = "‘’“”–—…"
# Each sign that fails takes about two trials of some milliseconds. More signs than these: a script of thousands.
_SIGNS_TRIED = 200


class Drawable:
    """What can be drawn of one page with these fonts. `part` is its data: dataclasses, tuples and plain values."""

    def __init__(self, part: Any, fonts: typst.Fonts, resources: Path) -> None:
        self._compiler = typst.Compiler(
            resources / "page" / "trial.typ", root=resources, font_paths=fonts, ignore_system_fonts=True
        )
        self._lost: set[str] = set()
        failing = self._failing(sorted({text for text in _texts(part) if not text.isascii()}))
        lost = self._failing_signs("".join(failing))
        mended = {text: self._without(lost.__contains__, text) for text in failing}
        # What can be drawn by itself may have no font beside its neighbour: a digit in a keycap, accents of one
        # script on letters of another. Then only what the bundled fonts hold for certain stays.
        still_failing = set(self._failing(sorted(set(mended.values()))))
        self._instead = {
            text: self._without(_is_beyond_latin, text) if instead in still_failing else instead
            for text, instead in mended.items()
        }

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters that became `MISSING_SIGN`, each once, by their numbers."""
        return tuple(sorted(self._lost.difference(_JOINERS)))

    def drawn(self, part: Any) -> Any:
        """Return the part with `MISSING_SIGN` for what cannot be drawn; accents are on their letters."""
        if isinstance(part, str):
            return self._instead.get(_composed(part), _composed(part))
        if isinstance(part, tuple):
            return tuple(self.drawn(item) for item in part)
        if is_dataclass(part) and not isinstance(part, type):
            return type(part)(**{field.name: self.drawn(getattr(part, field.name)) for field in fields(part)})
        return part

    def _failing_signs(self, text: str) -> set[str]:
        """Return the characters that cannot be drawn by themselves; all beyond Latin ones where there are many."""
        beyond = sorted({sign for sign in text if _is_beyond_latin(sign)}.difference(_JOINERS))
        return set(self._failing(beyond) if len(beyond) <= _SIGNS_TRIED else beyond)

    def _without(self, is_lost: Callable[[str], bool], text: str) -> str:
        self._lost.update(filter(is_lost, text))
        return _RUN_OF_MISSING.sub(
            MISSING_SIGN, "".join(MISSING_SIGN if is_lost(sign) else sign for sign in text)
        )

    def _failing(self, texts: list[str]) -> list[str]:
        """Return the texts that cannot be drawn, found by halving: few trials where few fail."""
        if not texts or self._can_draw(texts):
            return []
        if len(texts) == 1:
            return texts
        half = len(texts) // 2
        return self._failing(texts[:half]) + self._failing(texts[half:])

    def _can_draw(self, texts: list[str]) -> bool:
        try:
            self._compiler.compile(
                format="pdf", sys_inputs={"texts": json.dumps(texts)}, pdf_standards=["ua-1"]
            )
        except typst.TypstError:
            return False
        return True


def _is_beyond_latin(sign: str) -> bool:
    """Whether a character is neither white space nor one that every bundled font draws, also beside any other."""
    return not (sign.isspace() or sign in _PUNCTUATION or (sign < "\u0100" and sign != "\u00b5"))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _texts(part: Any) -> Iterator[str]:
    """Yield every text in a part, its accents on their letters."""
    if isinstance(part, str):
        yield _composed(part)
    elif isinstance(part, tuple):
        yield from _all_texts(part)
    elif is_dataclass(part):
        yield from _all_texts(getattr(part, field.name) for field in fields(part))


def _all_texts(parts: Iterable[Any]) -> Iterator[str]:
    for part in parts:
        yield from _texts(part)
