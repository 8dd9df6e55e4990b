"""Between the shared screen and the desk: nothing private comes back before the screen has been turned."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.controllers.together import Together
from app.ui.soon import soon
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from app.ui.widgets.buttons import PlainButton, PrimaryButton
from app.ui.widgets.label import Heading, Hint, Label


class HandoverScreen(QWidget):
    """Asks to turn the screen first. Enter opens the desk, Esc stays together."""

    def __init__(self, theme: Theme, together: Together) -> None:
        super().__init__()
        self._together = together
        self.setProperty("kind", "screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        side = theme.px(SPACE_24)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(SPACE_12))
        column.addStretch(1)
        sign = QLabel()
        sign.setPixmap(theme.icons.pixmap("monitor", theme.px(64), "text2", self.devicePixelRatioF()))
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(SPACE_16))
        title = Heading(theme, self.tr("Turn the screen to you first"), wraps=False)
        title.setFont(theme.font("title", title.font().weight(), size=theme.px(34)))
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        words = self.tr("Your notes come back after this. Nothing private is on the screen yet.")
        column.addWidget(Label(theme, words, "body", "text2"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(SPACE_8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_16))
        row.addStretch(1)
        self.stay = PlainButton(theme, self.tr("Stay together"))
        self.stay.clicked.connect(together.stay)
        row.addWidget(self.stay)
        self.open_desk = PrimaryButton(theme, self.tr("Only I can see the screen"), "lock-open")
        self.open_desk.clicked.connect(together.return_to_desk)
        row.addWidget(self.open_desk)
        row.addStretch(1)
        column.addLayout(row)
        keys = self.tr("Enter opens your desk. Esc stays together.")
        column.addWidget(Hint(theme, keys, wraps=False), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the button that opens the desk."""
        super().showEvent(event)
        soon(self.open_desk, lambda: self.open_desk.setFocus(Qt.FocusReason.TabFocusReason))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on either button is the button's; Esc always stays."""
        if event.key() == Qt.Key.Key_Escape:
            self._together.stay()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            (self.stay if focused is self.stay else self.open_desk).click()
        else:
            super().keyPressEvent(event)
