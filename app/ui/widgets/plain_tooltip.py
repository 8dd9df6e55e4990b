"""Tooltips that show people's words as they are. Qt takes any tooltip that looks like markup for markup."""

from html import escape

from PySide6.QtGui import Qt


def plain_tooltip(text: str) -> str:
    """Return the text as `setToolTip` shall have it: as it is, or escaped where Qt would read it as a page."""
    if not Qt.mightBeRichText(text):
        return text
    lines = escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"
