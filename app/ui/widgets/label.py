"""Words on the screen, at a role's size and in a colour of the theme. Always plain text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import BOLD, MEDIUM, REGULAR, Theme
from app.ui.widgets.plain_tooltip import plain_tooltip


class Label(QLabel):
    """A line or a paragraph of the interface. `role` is a size of the preset, `tone` a colour of the tokens."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        *,
        weight: QFont.Weight | None = None,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setText(text)
        self.setFont(theme.font(role, BOLD if role == "title" and weight is None else weight or REGULAR))
        self.setProperty("tone", tone)
        if wraps:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)


class ElidedLabel(Label):
    """One line for a name that somebody chose: it gives way, with dots, instead of pushing others aside."""

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        full = super().sizeHint()
        return QSize(min(full.width(), self.font().pixelSize() * 4), full.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as has room; the tooltip has the rest."""
        painter = QPainter(self)
        painter.setPen(self._theme.colour(str(self.property("tone"))))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment()), shown)
        self.setToolTip("" if shown == self.text() else plain_tooltip(self.text()))


class Heading(Label):
    """The title of a screen or a card."""

    def __init__(self, theme: Theme, text: str = "", role: str = "title", *, wraps: bool = True) -> None:
        super().__init__(theme, text, role, "text", weight=BOLD, wraps=wraps)


class Caption(Label):
    """The name of a field or a group."""

    def __init__(self, theme: Theme, text: str = "", tone: str = "text") -> None:
        super().__init__(theme, text, "label", tone, weight=BOLD)


class Hint(Label):
    """Small words that help. `text2`, since it may stand on the shared screen too."""

    def __init__(self, theme: Theme, text: str = "", tone: str = "text2", *, wraps: bool = True) -> None:
        super().__init__(
            theme, text, "small", tone, weight=MEDIUM if theme.preset.small > 20 else REGULAR, wraps=wraps
        )
