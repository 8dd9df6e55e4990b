"""The covered screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.controllers.together import Together
from app.ui.theme import Theme
from app.ui.tokens import SPACE_24, SPACE_32
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.label import Heading, Hint
from app.ui.widgets.wordmark import Wordmark


class CoveredPage(QWidget):
    """Opaque, nothing behind. Anybody in the room can cover and uncover it."""

    def __init__(self, theme: Theme, together: Together) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_24)
        column.addStretch(1)
        sign = QLabel()
        sign.setPixmap(theme.icons.pixmap("eye-off", theme.px(72), "text2", self.devicePixelRatioF()))
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        title = Heading(theme, self.tr("Covered"), wraps=False)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        words = Hint(theme, self.tr("Take the time you need. Nothing is shown."))
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addSpacing(SPACE_32)
        self.uncover = PrimaryButton(theme, self.tr("Show again"), "eye", "F9")
        self.uncover.clicked.connect(lambda: together.set_covered(False))
        column.addWidget(self.uncover, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)


class BlankPage(QWidget):
    """What stands on a second display while the vault is shut: the program's name, and nothing that can be done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(Wordmark(theme, stacked=True), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
