"""Grounds that hold other parts: a card and a bar."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.tokens import DESK, SPACE_12, SPACE_24, SPACE_32, SPACE_56


class Card(QFrame):
    """A sheet on the canvas. Put parts into `body`."""

    def __init__(self, theme: Theme, *, roomy: bool = False, parent: QWidget | None = None) -> None:
        """`roomy` leaves the wide margins of a card that stands alone, as for unlocking."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(self)
        margin = theme.px(SPACE_32 + 8 if roomy else SPACE_24)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(theme.px(SPACE_12))


class Bar(QFrame):
    """A strip across a window: the session's at the top, the actions' at the foot. Put parts into `row`."""

    def __init__(self, theme: Theme, *, at_foot: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot" if at_foot else "head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.row = QHBoxLayout(self)
        side = theme.px(SPACE_24 if theme.preset is DESK else SPACE_56)
        above = max(8, round(theme.size("button") * 0.25))
        self.row.setContentsMargins(side, above, side, above)
        self.row.setSpacing(theme.px(SPACE_12))
