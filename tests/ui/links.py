"""Finds what would make a link of words on a screen."""

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextBrowser, QTextEdit, QWidget

_FOLLOWS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


def opening_links(root: QWidget) -> list[str]:
    """Return the kinds of the parts, of a widget and within, that would follow a link or read text as a page."""
    return [type(part).__name__ for part in (root, *root.findChildren(QWidget)) if _opens(part)]


def _opens(part: QWidget) -> bool:
    if isinstance(part, QLabel):
        # Qt lets every label follow links; one of plain text has none.
        is_page = part.textFormat() is not Qt.TextFormat.PlainText and Qt.mightBeRichText(part.text())
        return part.openExternalLinks() or is_page
    if isinstance(part, QTextEdit | QPlainTextEdit):
        return isinstance(part, QTextBrowser) or bool(part.textInteractionFlags() & _FOLLOWS)
    return False
