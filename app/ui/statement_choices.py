"""How the open statement sits with the therapist: the four choices, and what matters."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.controllers.room import Room
from app.domain.client import Voice
from app.domain.mark import Fit, Mark
from app.ui.statement_delegate import NUMBER_COLUMN
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_12, SPACE_16
from app.ui.widgets.mark_picker import MarkPicker, MattersToggle
from app.ui.widgets.voice_badge import VoiceBadge

_BADGE = 26


class StatementChoices(QWidget):
    """The picker and the bookmark, below each other where they do not fit side by side; in line with the text."""

    def __init__(self, theme: Theme, room: Room, voice: Voice) -> None:
        super().__init__()
        self._room = room
        self._voice = voice
        self._statement_id = ""
        self._lead = theme.px(NUMBER_COLUMN) + theme.px(SPACE_12)
        self.picker = MarkPicker(theme, voice.kind, self.tr("How it sits with you"))
        self.picker.fit_chosen.connect(self._choose)
        self.matters = MattersToggle(theme, voice.kind)
        self.matters.matters_changed.connect(self._set_matters)
        row = QHBoxLayout(self)
        gap = theme.px(SPACE_8)
        row.setContentsMargins(self._lead - theme.px(_BADGE) - gap, 0, 0, 0)
        row.setSpacing(gap)
        row.addWidget(VoiceBadge(theme, voice.kind, voice.name, theme.px(_BADGE)))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(gap)
        self._box.addWidget(self.picker)
        self._box.addWidget(self.matters, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addStretch(1)
        row.addLayout(self._box, 1)

    def show_mark(self, statement_id: str, mark: Mark) -> None:
        """Show what the voice says of a statement."""
        self._statement_id = statement_id
        self.picker.set_fit(mark.fit)
        self.matters.set_matters(mark.matters)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for both."""
        super().resizeEvent(event)
        needed = self.picker.sizeHint().width() + self.matters.sizeHint().width() + self._box.spacing()
        beside = self._lead + needed <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)

    def _choose(self, fit: Fit | None) -> None:
        self._room.set_fit(self._statement_id, self._voice.id, fit)

    def _set_matters(self, matters: bool) -> None:
        self._room.set_matters(self._statement_id, self._voice.id, matters)


def least_choices_width(theme: Theme, holder: QWidget, kind: str) -> int:
    """Return the pixels that a statement needs for its choices side by side, in the language of now."""
    picker = MarkPicker(theme, kind, "", parent=holder)
    matters = MattersToggle(theme, kind, parent=holder)
    lead = NUMBER_COLUMN + SPACE_12 + SPACE_8 + 2 * SPACE_16
    return picker.sizeHint().width() + matters.sizeHint().width() + theme.px(lead)
