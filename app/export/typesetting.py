"""The page as a tagged PDF and as pictures of the same sheets, set by Typst.

Typst reads the template, the icons and the fonts of `resources/` and nothing else: no font of the system, no
network, no package; and it writes no file. What stands on the page reaches it as data. The document names no author,
program, version, machine or time.

Fonts are the bundled ones and, for signs that those lack (Arabic, Hebrew, symbols), the ones that Typst carries in
itself. What none of them can draw (Chinese, Thai, most emoji) is a `MISSING_SIGN` on the page, and `missing_signs`
says what was lost: HTML and plain text keep it.
"""

import json
import re
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Any

import typst

from app.errors import BugError
from app.export.drawable import Drawable
from app.export.page import TakeHomePage, printable

# A program's name in the document's information, and again in its XMP metadata. Typst has no setting for them.
_PROGRAM = re.compile(
    rb"/Creator\s*\([^()]*\)|<xmp:CreatorTool>[^<]*</xmp:CreatorTool>|(?<=<x:xmpmeta xmlns:x=\"adobe:ns:meta/\")"
    rb" x:xmptk=\"[^\"]*\""
)


class Paper(StrEnum):
    """The sheet, by the name that Typst knows it by."""

    A4 = "a4"
    US_LETTER = "us-letter"


class Typesetter:
    """Sets pages with the template, icons and fonts of one `resources` folder."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._fonts = typst.Fonts(include_system_fonts=False, font_paths=[resources / "fonts"])

    def pdf(self, page: TakeHomePage, paper: Paper = Paper.A4) -> bytes:
        """Return the page as PDF/UA-1: tagged, selectable, with its fonts, without a trace of who made it where.

        Raises:
            BugError: Something on the page is not on the allow-list, or the page could not be set.
        """
        (document,) = self._set(page, paper, format="pdf", pdf_standards=["ua-1"])
        # As many spaces, so that every offset in the file's index still holds.
        return _PROGRAM.sub(lambda found: b" " * len(found[0]), document)

    def pictures(
        self, page: TakeHomePage, pixels_per_inch: float, paper: Paper = Paper.A4
    ) -> tuple[bytes, ...]:
        """Return the sheets of `pdf` as PNG files, in order: what is previewed is what is printed.

        Raises:
            BugError: As `pdf`.
        """
        return self._set(page, paper, format="png", ppi=pixels_per_inch)

    def missing_signs(self, page: TakeHomePage) -> tuple[str, ...]:
        """Return the characters of the page that no font here can draw, each once, by their numbers."""
        return Drawable(printable(page), self._fonts, self._resources).missing

    def _set(self, page: TakeHomePage, paper: Paper, **output: Any) -> tuple[bytes, ...]:
        ready = printable(page)
        drawn = Drawable(ready, self._fonts, self._resources).drawn(ready)
        # One compiler for each page: it would hold on to what it was last given.
        compiler = typst.Compiler(
            self._resources / "page" / "page.typ",
            root=self._resources,
            font_paths=self._fonts,
            ignore_system_fonts=True,
        )
        try:
            made = compiler.compile(
                sys_inputs={"page": json.dumps(asdict(drawn)), "paper": paper.value}, **output
            )
        except typst.TypstError:
            # Its text quotes the page.
            raise BugError("the page could not be set") from None
        return tuple(made) if isinstance(made, list) else (made or b"",)
