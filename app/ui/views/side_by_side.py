"""Several answers as columns of one width. What does not fit is reached page by page."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.answer import AnswerState
from app.domain.shared import SharedText
from app.ui.theme import Theme
from app.ui.tokens import SPACE_12, SPACE_16, SPACE_24
from app.ui.views.answer_column import AnswerColumn, least_column_width
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.label import Hint

_MOST_COLUMNS = 4


class SideBySide(QWidget):
    """Columns, as many as there is room for. The columns stay while the same answers are shown.

    Args:
        theme: the look.
        title_of: what stands above a column.
    """

    stop_asked = Signal(str)
    """Answer id."""
    first_asked = Signal(int)
    """Another leftmost column, from 0."""

    def __init__(self, theme: Theme, title_of: Callable[[SharedText], str]) -> None:
        super().__init__()
        self._theme = theme
        self._title_of = title_of
        self._texts: dict[str, SharedText] = {}
        self._grown: dict[str, str] = {}
        self.columns: dict[str, AnswerColumn] = {}
        """By answer id, in the order of the answers."""
        self.first = 0
        """The leftmost column that is seen."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_12))
        self.head = QHBoxLayout()
        """Beside the way to further columns there is room for a line about all of them."""
        self.head.setSpacing(theme.px(SPACE_24))
        self.pager = QWidget()
        row = QHBoxLayout(self.pager)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_12))
        self.where = Hint(theme, wraps=False)
        self.earlier = PlainButton(theme, self.tr("The answers before"), "chevron-left")
        self.later = PlainButton(theme, self.tr("The answers after"), "chevron-right")
        for button, by in ((self.earlier, -1), (self.later, 1)):
            button.set_words_shown(False)
            button.clicked.connect(lambda _checked=False, step=by: self._turn(step))
        row.addWidget(self.earlier)
        row.addWidget(self.where)
        row.addWidget(self.later)
        self.head.addWidget(self.pager)
        column.addLayout(self.head)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px(SPACE_16))
        column.addLayout(self._row, 1)

    def show_answers(self, answers: Sequence[SharedText], first: int) -> None:
        """Show these answers, from the leftmost column `first` on."""
        if list(self.columns) != [answer.id for answer in answers]:
            self._build(answers)
        self._texts = {answer.id: answer for answer in answers}
        self._grown.clear()
        self.first = first
        self._place()

    def grow(self, answer_id: str, whole_text: str) -> None:
        """Show what has arrived of one of them by now."""
        column = self.columns.get(answer_id)
        if column is None:
            return
        self._grown[answer_id] = whole_text
        if not column.isHidden():
            column.grow(whole_text)

    def room_for(self) -> int:
        """How many columns can be seen at once."""
        gap = self._row.spacing()
        fitting = (self.width() + gap) // (least_column_width(self._theme) + gap)
        return max(1, min(_MOST_COLUMNS, fitting, len(self.columns)))

    def scroll_by(self, pages: int) -> None:
        """Move all texts that are seen."""
        for column in self.columns.values():
            if not column.isHidden():
                column.scroll_by(pages)

    def entry(self) -> QWidget:
        """Where the keyboard enters."""
        shown = [column for column in self.columns.values() if not column.isHidden()]
        return shown[0].entry() if shown else self

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for now."""
        super().resizeEvent(event)
        self._place()

    def _build(self, answers: Sequence[SharedText]) -> None:
        for old in self.columns.values():
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.columns = {}
        for answer in answers:
            column = AnswerColumn(self._theme, self._title_of(answer))
            column.stop_asked.connect(self.stop_asked)
            self.columns[answer.id] = column
            self._row.addWidget(column, 1)

    def _place(self) -> None:
        room, total = self.room_for(), len(self.columns)
        start = max(0, min(self.first, total - room))
        for index, (answer_id, column) in enumerate(self.columns.items()):
            shown = start <= index < start + room
            column.setVisible(shown)
            if shown:
                answer = self._texts[answer_id]
                column.show_answer(answer)
                if answer.state is AnswerState.ARRIVING and answer_id in self._grown:
                    column.grow(self._grown[answer_id])
        self.pager.setVisible(room < total)
        words = (
            self.tr("Answer {first} of {total}")
            if room == 1
            else self.tr("Answers {first} to {last} of {total}")
        )
        self.where.setText(words.format(first=start + 1, last=start + room, total=total))
        self.earlier.set_available(start > 0, self.tr("These are the first."))
        self.later.set_available(start + room < total, self.tr("These are the last."))

    def _turn(self, by: int) -> None:
        room, total = self.room_for(), len(self.columns)
        start = max(0, min(self.first, total - room))
        self.first_asked.emit(max(0, min(total - room, start + by * room)))
