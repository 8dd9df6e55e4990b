"""Own words on a statement, in front of everybody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.controllers.looking import Looking
from app.domain.text import plain
from app.errors import KnownError
from app.ui.sentences import sentence
from app.ui.theme import Theme
from app.ui.widgets.buttons import QuietButton
from app.ui.widgets.field import TextArea


class RemarkField(QWidget):
    """A quiet button (`opening`, placed by the page), and the field that it opens. What is typed is kept at once."""

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__()
        self._looking = looking
        self._shown = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.opening = QuietButton(theme, self.tr("Add your own words"), "pencil-line")
        self.opening.clicked.connect(self._open)
        self.field = TextArea(theme, self.tr("In your own words"), lines=2, most_lines=6)
        self.field.changed.connect(self._write)
        self.field.hide()
        column.addWidget(self.field)

    def show_remark(self, remark: str) -> None:
        """Show what is kept. Words that are just being typed stay as they are."""
        if remark != self._shown and remark != plain(self.field.text()):
            self.field.set_text(remark)
        self._shown = remark
        if remark:
            self._show_field()

    def _open(self) -> None:
        self._show_field()
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_field(self) -> None:
        self.field.show()
        self.opening.hide()

    def _write(self) -> None:
        try:
            self._looking.write_remark(self.field.text())
        except KnownError as fault:
            self.field.set_sentence(sentence(fault.code), "danger")
            return
        self.field.set_sentence("")
