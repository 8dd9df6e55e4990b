"""A file that somebody brought, on the shared screen, before somebody there has chosen to look."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.controllers.looking import Looking
from app.domain.shared import SharedPage
from app.domain.shared_file import SharedClosedFile
from app.ui.theme import Theme
from app.ui.tokens import SPACE_24, SPACE_32
from app.ui.views.view import ExploringView
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.label import Heading, Hint


class ClosedFileView(ExploringView):
    """Two sentences and one button. Anybody in the room can press it, or let it be."""

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__(theme, looking)
        self.column.setSpacing(theme.px(SPACE_24))
        self.column.addStretch(1)
        sign = QLabel()
        sign.setPixmap(theme.icons.pixmap("eye-off", theme.px(72), "text2", self.devicePixelRatioF()))
        self.column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (
            Heading(theme, self.tr("Your conversations are here.")),
            Hint(theme, self.tr("Nothing is shown until you choose.")),
        ):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.column.addWidget(words)
        self.column.addSpacing(theme.px(SPACE_32))
        self.look = PrimaryButton(theme, self.tr("Look"), "eye")
        self.look.clicked.connect(looking.importing.look)
        self.column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(2)

    def title(self) -> str:
        """It stands in the middle."""
        return ""

    def back_words(self) -> str:
        """A way to let it be."""
        return self.tr("Not now")

    def go_back(self) -> None:
        """Forget the file."""
        self.looking.importing.leave()

    def focus_entry(self) -> QWidget:
        """The one button."""
        return self.look

    def _draw(self, page: SharedPage) -> bool:
        return isinstance(page, SharedClosedFile)
