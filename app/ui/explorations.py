"""The strip of a session's explorations: one button each, and one for the next question or answer."""

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.controllers.deleting import Deleting
from app.controllers.room import Room
from app.ui.deleted_line import DeletedLine
from app.ui.into_view import bring_into_view
from app.ui.theme import Theme
from app.ui.tokens import SPACE_4, SPACE_8, SPACE_24
from app.ui.widgets.buttons import Button, QuietButton
from app.ui.widgets.shown_margin import ShownMargin
from app.ui.words import shortened

_LONGEST = 28
_HEIGHT = 58


class TabButton(Button):
    """One of several things of which one is looked at."""

    kind = "tab"

    def __init__(self, theme: Theme, text: str, hint: str = "", *, chosen: bool = False) -> None:
        super().__init__(theme, text, hint=hint)
        self.setFont(theme.font("label", self.weight))
        self.setCheckable(True)
        self.setChecked(chosen)
        # Which one is chosen is what the place says, not what was clicked last.
        self.clicked.connect(lambda: self.setChecked(chosen))

    def _least_height(self) -> int:
        return self.theme.px(38)


class ExplorationStrip(QWidget):
    """Scrolls sideways when there are many. Below stands where a question went that was deleted."""

    left = Signal()
    """The button that had the keyboard is gone: something else was chosen with it."""

    def __init__(self, theme: Theme, room: Room, deleting: Deleting) -> None:
        super().__init__()
        self._theme = theme
        self._room = room
        self._deleting = deleting
        column = QVBoxLayout(self)
        side = theme.px(SPACE_24)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(0)
        self.delete = QuietButton(theme, self.tr("Delete this question and its answers"), "trash-2")
        self.delete.set_words_shown(False)
        self.delete.clicked.connect(self._delete_chosen)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, side, 0)
        row.addWidget(self._area, 1)
        row.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        self.deleted = DeletedLine(theme, deleting)
        self.deleted.brought_back.connect(self.left)
        line = ShownMargin(QMargins(side, theme.px(SPACE_8), side, theme.px(SPACE_8)), 0, 1)
        column.addWidget(line)
        line.add(self.deleted)
        room.record_changed.connect(self._show)
        room.place_changed.connect(self._show)
        self._shown: object = None
        self._show()

    def _show(self) -> None:
        record = self._room.record
        if record is None:
            return
        answer = self._room.chosen_answer()
        chosen = None if answer is None else answer.exploration_id
        explorations = record.shown_explorations()
        key = (chosen, explorations, tuple(len(record.shown_answers(e.id)) for e in explorations))
        if key == self._shown:
            return
        self._shown = key
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        content = QWidget()
        content.setProperty("kind", "content")
        row = QHBoxLayout(content)
        side = self._theme.px(SPACE_24)
        row.setContentsMargins(side, self._theme.px(SPACE_8), side, self._theme.px(SPACE_4))
        row.setSpacing(self._theme.px(SPACE_8))
        looked_at: QWidget | None = None
        for number, exploration in enumerate(explorations, start=1):
            answers = record.shown_answers(exploration.id)
            words = exploration.question or self.tr("A brought answer")
            button = TabButton(
                self._theme,
                self.tr("{number}  {words}").format(number=number, words=shortened(words, _LONGEST)),
                chosen=exploration.id == chosen,
            )
            if answers:
                button.clicked.connect(lambda _checked, last=answers[-1].id: self._room.choose_answer(last))
                row.addWidget(button)
                looked_at = button if exploration.id == chosen else looked_at
        self.new = QuietButton(self._theme, self.tr("Ask or bring"), "plus")
        self.new.clicked.connect(lambda: self._room.choose_answer(None))
        row.addWidget(self.new)
        self.new.setVisible(answer is not None)
        row.addStretch(1)
        self.delete.setVisible(answer is not None)
        self._area.setWidget(content)
        self._area.setMaximumHeight(self._theme.px(_HEIGHT) if explorations else 0)
        if looked_at is not None:
            bring_into_view(looked_at)
        if had_focus:
            self.left.emit()

    def _delete_chosen(self) -> None:
        answer = self._room.chosen_answer()
        if answer is not None:
            self._deleting.delete_exploration(answer.exploration_id)
            self.deleted.show_latest()
