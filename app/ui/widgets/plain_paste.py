"""What is pasted or dropped, as plain text. Markup becomes its text; nothing that it names is looked up.

Qt's own reader of pages is never asked: it takes minutes over a page whose blocks lie 100,000 deep.
"""

from PySide6.QtCore import QMimeData

from app.markup.html_text import text_of_html

MOST_LETTERS = 4_000_000
MOST_TOKENS = 200_000
"""Tags and pieces of text of a page that are read at most. The window waits for them."""


def holds_text(source: QMimeData) -> bool:
    """Whether text or a page came along, without reading either."""
    return _holds_plain_text(source) or source.hasHtml()


def text_of(source: QMimeData) -> str:
    """The text that came along, else the words of the page that did, else nothing. Never the names of files."""
    if _holds_plain_text(source):
        return source.text()
    return text_of_html(source.html()[:MOST_LETTERS], MOST_TOKENS) if source.hasHtml() else ""


def _holds_plain_text(source: QMimeData) -> bool:
    return source.hasFormat("text/plain") and not source.hasFormat("text/uri-list")
