"""The whole report of what went wrong in the program, shown before anything of it is written or copied."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.bug_reports import FILE_NAME, BugReports
from app.ui.choosing_files import files_chosen, saving_dialog
from app.ui.escape import escape_presses
from app.ui.region import Region
from app.ui.theme import Theme
from app.ui.tokens import SPACE_12, SPACE_32
from app.ui.widgets.buttons import PlainButton, QuietButton
from app.ui.widgets.card import Card
from app.ui.widgets.field import TextArea
from app.ui.widgets.label import Heading, Label


class BugReport(QWidget):
    """Stands at the desk in the place of the section. What is shown stays as it is while it is shown.

    Args:
        theme: of the desk.
        reports: what was met.
        copy: puts a text on the clipboard, marked as every copy is.
    """

    closed = Signal()

    def __init__(self, theme: Theme, reports: BugReports, copy: Callable[[str], None]) -> None:
        super().__init__()
        self._reports = reports
        self._copy = copy
        self._path = Path()
        column = QVBoxLayout(self)
        side = theme.px(SPACE_32)
        column.setContentsMargins(side, side, side, side)
        card = Card(theme)
        column.addWidget(card)
        heading = self.tr("What is known about it")
        card.body.addWidget(Heading(theme, heading))
        about = self.tr(
            "This is all of it: where in the program it happened, and what it runs on. Nothing that was said or "
            "written is in it, and no name. It is kept nowhere unless you save it."
        )
        card.body.addWidget(Label(theme, about, "label", "text2", wraps=True))
        self.report = TextArea(theme, heading, lines=4, label_shown=False)
        self.report.input.setReadOnly(True)
        self.report.set_text(reports.text())
        self.report.input.moveCursor(QTextCursor.MoveOperation.Start)
        card.body.addWidget(self.report, 1)
        self.said = Label(theme, "", "label", "text2", wraps=True)
        self.said.hide()
        card.body.addWidget(self.said)
        self.save = PlainButton(theme, self.tr("Save…"))
        self.copy = PlainButton(theme, self.tr("Copy"))
        self.close_report = QuietButton(theme, self.tr("Close the report"), "x", "Esc")
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_12))
        for button in (self.save, self.copy):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_report)
        card.body.addLayout(row)
        self.save.clicked.connect(self._choose_where)
        self.copy.clicked.connect(self._copy_report)
        self.close_report.clicked.connect(self.closed)
        reports.saved.connect(self._on_saved)
        reports.failed.connect(self._on_failed)

    def regions(self) -> tuple[Region, ...]:
        """What F6 moves between."""
        return (Region(self, self.report.input),)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the text, so that a screen reader reads it."""
        super().focusInEvent(event)
        self.report.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        escape_presses(self.close_report, event)

    def _choose_where(self) -> None:
        dialog = saving_dialog(self, self.tr("Save the report"), FILE_NAME, self.tr("Plain text"))
        dialog.accepted.connect(lambda: self._save(files_chosen(dialog)))
        dialog.open()

    def _save(self, paths: tuple[Path, ...]) -> None:
        for path in paths:
            self._path = path
            self._reports.save(path, self.report.text())

    def _copy_report(self) -> None:
        self._copy(self.report.text())
        self._say(self.tr("The report is copied."))

    def _on_saved(self) -> None:
        place = QDir.toNativeSeparators(str(self._path))
        self._say(self.tr("The report is saved: {place}").format(place=place))

    def _on_failed(self) -> None:
        self._say(
            self.tr("The report could not be saved there. Choose another folder or name, then try again.")
        )

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
