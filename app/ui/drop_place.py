"""The place where files are let go, with the button that asks for them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.ui.theme import MEDIUM, Theme
from app.ui.tokens import SPACE_4, SPACE_12, SPACE_16
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.label import Hint, Label


class DropPlace(QFrame):
    """A dashed edge, what can be brought, and one button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "drop")
        self.setProperty("above", False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        side = theme.px(SPACE_16)
        row.setContentsMargins(side, theme.px(SPACE_12), side, theme.px(SPACE_12))
        row.setSpacing(side)
        sign = QLabel()
        sign.setPixmap(theme.icons.pixmap("folder-open", theme.px(28), "text2", self.devicePixelRatioF()))
        row.addWidget(sign)
        words = QVBoxLayout()
        words.setSpacing(theme.px(SPACE_4))
        words.addWidget(
            Label(theme, self.tr("Drop files or pictures here, or open them"), weight=MEDIUM, wraps=True)
        )
        words.addWidget(
            Hint(
                theme,
                self.tr(
                    "The export of ChatGPT, Claude, Gemini or Copilot, pictures of a phone’s screen, PDF, Word and "
                    "text files. They are read on this computer, and only what you choose is kept."
                ),
            )
        )
        row.addLayout(words, 1)
        self.open = PlainButton(theme, self.tr("Open…"), "folder-open", "Ctrl+O")
        row.addWidget(self.open)

    def show_drop(self, above: bool) -> None:
        """Show that what is dragged can be let go."""
        self.setProperty("above", above)
        self.style().unpolish(self)
        self.style().polish(self)
