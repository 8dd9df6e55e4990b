"""While a file, or a conversation in it, is being read: how far, and the way to stop."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from app.controllers.looking import Looking
from app.domain.shared import SharedPage
from app.domain.shared_file import SharedFileReading
from app.ui.theme import Theme
from app.ui.tokens import SPACE_16
from app.ui.views.view import ExploringView
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.label import ElidedLabel, Hint
from app.ui.words import shortened

_BAR_WIDTH = 520
_LONGEST_NAME = 60


class FileReadingView(ExploringView):
    """What is read, a bar, and one button. The name of the file is told at the desk alone."""

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__(theme, looking)
        self.column.setSpacing(theme.px(SPACE_16))
        self.column.addStretch(1)
        self.what = ElidedLabel(theme, "", "body")
        self.what.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.bar.setAccessibleName(self.tr("Reading"))
        self.bar.setFixedWidth(theme.px(_BAR_WIDTH))
        self.so_far = Hint(theme)
        self.so_far.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.cancel = PlainButton(theme, self.tr("Cancel"), "x", "Esc")
        self.cancel.clicked.connect(self.go_back)
        self.column.addWidget(self.what)
        self.column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self.so_far)
        self.column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(2)

    def title(self) -> str:
        """What goes on."""
        return self.tr("Reading")

    def back_words(self) -> str:
        """It ends the reading."""
        return self.tr("Cancel")

    def go_back(self) -> None:
        """Read on no more."""
        self.looking.importing.back()

    def focus_entry(self) -> QWidget:
        """The one button."""
        return self.cancel

    def _draw(self, page: SharedPage) -> bool:
        if not isinstance(page, SharedFileReading):
            return False
        self.what.setText(self._what(page))
        # Until the first step is told, it is not known how far it is.
        self.bar.setRange(0, 1000 if page.fraction > 0 else 0)
        self.bar.setValue(round(page.fraction * 1000))
        self.so_far.setText(
            self.tr("Conversations so far: {number}").format(number=QLocale().toString(page.found))
            if page.found > 1
            else ""
        )
        return True

    def _what(self, page: SharedFileReading) -> str:
        if page.total > 1:
            words = self.tr("File {number} of {total} is being read.")
            return words.format(number=page.number, total=page.total)
        name = "" if self.is_shared else shortened(self.looking.importing.source_name, _LONGEST_NAME)
        if page.total and name:
            return self.tr("{name} is being read.").format(name=name)
        return self.tr("The conversation is being read.") if not page.total else self.tr("It is being read.")
