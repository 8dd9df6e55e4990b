"""What is pasted or dropped, as plain text. Markup becomes its text; nothing that it names is looked up."""

from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

_BREAKS = frozenset(
    {"p", "div", "br", "li", "tr", "ul", "ol", "table", "blockquote", "pre", "section", "article", "hr"}
    | {f"h{level}" for level in range(1, 7)}
)
_SILENT = frozenset({"script", "style", "head", "title", "template", "noscript"})


class _Words(HTMLParser):
    """Gathers the text of a page; blocks part lines, scripts and styles are passed over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent: list[str] = []
        self._kept = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin a line at a block; fall silent within what is not text."""
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag == "pre":
            self._kept += 1
        if tag in _BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line at a block."""
        if self._silent and tag == self._silent[-1]:
            self._silent.pop()
        if tag == "pre" and self._kept:
            self._kept -= 1
        if tag in _BREAKS and tag not in {"br", "hr"}:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep words; outside of `pre`, a run of white space is one space."""
        if not self._silent:
            self.pieces.append(data if self._kept else " ".join(data.split()).join(_edges(data)))


def _edges(data: str) -> tuple[str, str]:
    return (" " if data[:1].isspace() else "", " " if data[-1:].isspace() and data.strip() else "")


def text_of_html(html: str) -> str:
    """The words of a page, its blocks on lines of their own."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = [line.strip() for line in "".join(words.pieces).split("\n")]
    kept = [line for i, line in enumerate(lines) if line or (i and lines[i - 1])]
    return "\n".join(kept).strip()


def text_of(source: QMimeData) -> str:
    """The text that came along, else the words of the page that did, else nothing. Never the names of files."""
    if source.hasFormat("text/plain") and not source.hasFormat("text/uri-list"):
        return source.text()
    return text_of_html(source.html()) if source.hasHtml() else ""
