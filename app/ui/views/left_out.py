"""What of a file is not among what can be chosen, folded until somebody wants to know."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.shared_file import SharedLeftOut, SharedUnread
from app.ui.bring_words import left_out_words, unread_words
from app.ui.theme import Theme
from app.ui.tokens import SPACE_4
from app.ui.widgets.buttons import QuietButton
from app.ui.widgets.label import Label


class LeftOut(QWidget):
    """A button, and below it one line for each reason."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_4))
        self.unfold = QuietButton(theme, self.tr("What was left out"), "chevron-down", icon_after=True)
        self.unfold.setFont(theme.font("small", self.unfold.weight))
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._on_toggled)
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        self.lines = Label(theme, "", "small", "text2", wraps=True)
        self.lines.hide()
        column.addWidget(self.lines)
        self.hide()

    def show_report(self, left_out: tuple[SharedLeftOut, ...], unread: tuple[SharedUnread, ...]) -> None:
        """Show this, or nothing at all. What could not be read is told without being asked."""
        if (left_out, unread) == self._shown:
            return
        self._shown = (left_out, unread)
        self.lines.setText("\n".join([*map(unread_words, unread), *map(left_out_words, left_out)]))
        self.setVisible(bool(left_out or unread))
        if unread:
            self.unfold.setChecked(True)

    def _on_toggled(self, unfolded: bool) -> None:
        self.lines.setVisible(unfolded)
        self.unfold.set_icon_name("chevron-up" if unfolded else "chevron-down")
