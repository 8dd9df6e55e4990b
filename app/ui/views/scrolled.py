"""What a view scrolls in: one column that is as wide as its place and as high as it needs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_16

_SHARE = 0.85
"""What Space moves by, of what is in view: a little of it stays."""


class Scrolled(QScrollArea):
    """Put parts into `body`. The keyboard goes to the parts, which come into view as they get it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setProperty("kind", "content")
        self.body = QVBoxLayout(content)
        # Room for the focus ring, which lies outside of what has the focus.
        edge = theme.px(SPACE_8)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(theme.px(SPACE_16))
        self.setWidget(content)

    def scroll_by(self, pages: int) -> None:
        """Move by so many screens."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * _SHARE * bar.pageStep()))
