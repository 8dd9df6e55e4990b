"""A PDF as a screen reader meets it: its structure tree with the text of each element, read by pypdf.

Shares nothing with the program that set the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ByteStringObject, ContentStream, TextStringObject


@dataclass(frozen=True)
class Element:
    """One element of the structure tree. `text` is that of the element and all below it, in the tree's order."""

    tag: str
    text: str
    children: tuple["Element", ...]

    def all(self, *tags: str) -> list["Element"]:
        """Every element with one of these tags, this one included, in reading order."""
        found = [self] if self.tag in tags else []
        return found + [element for child in self.children for element in child.all(*tags)]


def read_tree(pdf: bytes) -> Element:
    """Return the document's element. Fails if the tree points at text that is not there."""
    reader = PdfReader(BytesIO(pdf), strict=True)
    text_of = {
        (page.indirect_reference.idnum, number): run
        for page in reader.pages
        if page.indirect_reference is not None
        for number, run in _marked_runs(page)
    }
    root = _resolved(_resolved(reader.trailer["/Root"])["/StructTreeRoot"])
    (document,) = _as_list(root["/K"])
    return _element(_resolved(document), 0, text_of)


@dataclass
class _Run:
    """A piece of tagged text in one line. `height` is that of the line on its sheet, in points."""

    height: float
    text: str = ""


def _element(node: Any, page: int, run_of: dict[tuple[int, int], _Run]) -> Element:
    page = node.raw_get("/Pg").idnum if "/Pg" in node else page
    text = ""
    height: float | None = None
    children: list[Element] = []
    for raw in _as_list(node.get("/K", [])):
        kid = _resolved(raw)
        is_number = isinstance(kid, int)
        if not is_number and "/S" in kid:
            children.append(_element(kid, page, run_of))
            text += f" {children[-1].text} "
            continue
        number = kid if is_number else kid["/MCID"]
        sheet = page if is_number or "/Pg" not in kid else kid.raw_get("/Pg").idnum
        run = run_of[sheet, number]
        text += run.text if run.height == height else f" {run.text}"
        height = run.height
    return Element(node["/S"].removeprefix("/"), " ".join(text.split()), tuple(children))


def _marked_runs(page: PageObject) -> Iterator[tuple[int, _Run]]:
    """Yield each piece of tagged text of a sheet with its number there."""
    fonts: dict[str, dict[int, str]] = {
        name: _letters(_resolved(font))
        for name, font in _resolved(page["/Resources"]).get("/Font", {}).items()
    }
    letters: dict[int, str] = {}
    # For each open mark: its number, and whether the text in it was told already, as the text to read instead.
    open_marks: list[tuple[int | None, bool]] = []
    runs: dict[int, _Run] = {}
    height = 0.0
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        number, is_told = open_marks[-1] if open_marks else (None, False)
        said = ""
        if operator in (b"BDC", b"BMC"):
            about = operands[1] if operator == b"BDC" else {}
            number = about.get("/MCID", number)
            said = "" if is_told else about.get("/ActualText", "")
            open_marks.append((number, is_told or bool(said)))
        elif operator == b"EMC":
            open_marks.pop()
        elif operator == b"cm":
            height = operands[5]
        elif operator == b"Tf":
            letters = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ") and not is_told:
            shown = operands[0] if operator == b"TJ" else operands
            said = "".join(_decoded(part, letters) for part in shown if not isinstance(part, (int, float)))
        if number is not None and said:
            runs.setdefault(number, _Run(height)).text += said
    yield from runs.items()


def _decoded(shown: TextStringObject | ByteStringObject, letters: dict[int, str]) -> str:
    codes = shown.original_bytes
    pairs = (int.from_bytes(codes[i : i + 2], "big") for i in range(0, len(codes), 2))
    return "".join(letters[pair] for pair in pairs)


def _letters(font: Any) -> dict[int, str]:
    """Return what each glyph of a font stands for, from its ToUnicode table."""
    table = font["/ToUnicode"].get_data().decode("ascii")
    letters: dict[int, str] = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", part):
            letters[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            for step in range(int(last, 16) - int(first, 16) + 1):
                letters[int(first, 16) + step] = chr(int(text, 16) + step)
    return letters


def _resolved(reference: Any) -> Any:
    return reference.get_object() if hasattr(reference, "get_object") else reference


def _as_list(kids: Any) -> list[Any]:
    kids = _resolved(kids)
    return list(kids) if isinstance(kids, list) else [kids]
