"""One statement at the desk: its number, its text, what each voice marked; and, when current, the pickers."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.permission import Action
from app.controllers.room import Room
from app.domain.answer import Statement
from app.domain.client import Voice, VoiceKind
from app.domain.mark import Fit
from app.ui.sentences import reason_sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from app.ui.widgets.fit_look import FIT_KEYS
from app.ui.widgets.label import Hint, Label
from app.ui.widgets.mark_chip import MarkChip
from app.ui.widgets.mark_picker import MarkPicker, MattersToggle
from app.ui.widgets.reading_text import ReadingText
from app.ui.widgets.voice_badge import VoiceBadge

CHIP_COLUMN = 68
NUMBER_COLUMN = 34


def least_row_width(theme: Theme) -> int:
    """Return the pixels that a row needs so that its choices stand side by side, in the language of now."""
    holder = QWidget()
    picker = MarkPicker(theme, VoiceKind.THERAPIST, "", parent=holder)
    matters = MattersToggle(theme, VoiceKind.THERAPIST, parent=holder)
    lead = NUMBER_COLUMN + SPACE_12
    width = picker.sizeHint().width() + matters.sizeHint().width() + theme.px(lead + SPACE_8 + 2 * SPACE_16)
    holder.deleteLater()
    return width


class StatementRow(QFrame):
    """Becomes current by a click or by the keyboard. 1 to 4 and M mark for the therapist while it has the focus.

    Within the picker of another voice the same keys mark for that voice.
    """

    chosen = Signal(str)
    moved = Signal(int)
    """By how many statements an arrow key asks to move."""

    def __init__(self, theme: Theme, room: Room, statement: Statement, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._room = room
        self.statement = statement
        self._pickers: dict[str, tuple[MarkPicker, MattersToggle]] = {}
        self._picker_rows: list[QWidget] = []
        self._is_current = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        number = str(statement.position + 1)
        self.setAccessibleName(self.tr("Statement {number}: {text}").format(number=number, text=text))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(
            *(theme.px(space) for space in (SPACE_16, SPACE_12, SPACE_16, SPACE_12))
        )
        self._column.setSpacing(theme.px(SPACE_12))
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_12))
        label = Label(theme, number, "label", "text2")
        label.setFixedWidth(theme.px(NUMBER_COLUMN))
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, theme.px(4), 0, 0)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(ReadingText(theme, text), 1)
        self.chips: dict[str, MarkChip] = {}
        for voice in room.voices():
            chip = MarkChip(theme, voice.kind, _name(voice))
            cell = QHBoxLayout()
            cell.addWidget(chip, 0, Qt.AlignmentFlag.AlignCenter)
            holder = QWidget()
            holder.setFixedWidth(theme.px(CHIP_COLUMN))
            cell.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(cell)
            row.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
            self.chips[voice.id] = chip
        self._column.addLayout(row)
        self.show_marks()

    @property
    def pickers(self) -> dict[str, tuple[MarkPicker, MattersToggle]]:
        """The open pickers by voice id; empty unless this row is current."""
        return self._pickers

    def set_current(self, current: bool) -> None:
        """Open the pickers, or close them."""
        if current == self._is_current:
            return
        self._is_current = current
        # Tab stops at the current statement alone; arrows go from one to the next.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.setProperty("kind", "current" if current else "")
        self.style().unpolish(self)
        self.style().polish(self)
        if current:
            self._open_pickers()
        else:
            self._close_pickers()
        self.show_marks()

    def show_marks(self) -> None:
        """Show what each voice says of this statement now."""
        record = self._room.record
        if record is None:
            return
        for voice in self._room.voices():
            mark = record.mark(self.statement.id, voice.id)
            self.chips[voice.id].show_mark(mark)
            if voice.id in self._pickers:
                picker, matters = self._pickers[voice.id]
                picker.set_fit(mark.fit)
                matters.set_matters(mark.matters)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become current."""
        super().focusInEvent(event)
        self.chosen.emit(self.statement.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Become current."""
        super().mousePressEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, 1 to 4 and M mark. Keys with Ctrl or Alt are the window's."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        may_mark = self._room.gate.permission(Action.MARK).given
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in FIT_KEYS and may_mark:
            self._mark(FIT_KEYS[key])
        elif key == Qt.Key.Key_M and may_mark:
            self._toggle_matters()
        else:
            super().keyPressEvent(event)

    def _open_pickers(self) -> None:
        closed = self._room.gate.permission(Action.MARK).reason
        if closed is not None:
            words = Hint(self._theme, reason_sentence(closed))
            self._column.addWidget(words)
            self._picker_rows.append(words)
            return
        for voice in reversed(self._room.voices()):
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self._theme.px(SPACE_8))
            # Below the number, so that the choices begin where the text begins.
            row.addSpacing(self._theme.px(NUMBER_COLUMN) - self._theme.px(26))
            row.addWidget(VoiceBadge(self._theme, voice.kind, voice.name, self._theme.px(26)))
            row.addSpacing(self._theme.px(SPACE_4))
            picker = MarkPicker(self._theme, voice.kind, self._question(voice))
            picker.fit_chosen.connect(
                lambda fit, voice_id=voice.id: self._room.set_fit(self.statement.id, voice_id, fit)
            )
            matters = MattersToggle(self._theme, voice.kind)
            matters.matters_changed.connect(
                lambda on, voice_id=voice.id: self._room.set_matters(self.statement.id, voice_id, on)
            )
            row.addWidget(picker)
            row.addWidget(matters)
            row.addStretch(1)
            holder = QWidget()
            holder.setLayout(row)
            self._column.addWidget(holder)
            self._picker_rows.append(holder)
            self._pickers[voice.id] = (picker, matters)
        self._let_tab_pass_through_pickers()

    def _let_tab_pass_through_pickers(self) -> None:
        """From the statement into its pickers: otherwise the next statement comes first, and closes them."""
        before: QWidget = self
        for picker, matters in self._pickers.values():
            for part in (*picker.choices, matters):
                QWidget.setTabOrder(before, part)
                before = part

    def _question(self, voice: Voice) -> str:
        if voice.kind is VoiceKind.THERAPIST:
            return self.tr("How it sits with you")
        return self.tr("How it sits with {name}").format(name=voice.name)

    def _close_pickers(self) -> None:
        for holder in self._picker_rows:
            self._column.removeWidget(holder)
            holder.hide()
            holder.deleteLater()
        self._picker_rows = []
        self._pickers = {}

    def _voice_under_keyboard(self) -> Voice:
        focused = self.focusWidget()
        for voice in self._room.voices():
            parts = self._pickers.get(voice.id, ())
            if any(focused is part or (focused and part.isAncestorOf(focused)) for part in parts):
                return voice
        voices = self._room.voices()
        return next((v for v in voices if v.kind is VoiceKind.THERAPIST), voices[0])

    def _mark(self, fit: Fit) -> None:
        voice = self._voice_under_keyboard()
        record = self._room.record
        if record is not None:
            present = record.mark(self.statement.id, voice.id).fit
            self._room.set_fit(self.statement.id, voice.id, None if present is fit else fit)

    def _toggle_matters(self) -> None:
        voice = self._voice_under_keyboard()
        record = self._room.record
        if record is not None:
            self._room.set_matters(
                self.statement.id, voice.id, not record.mark(self.statement.id, voice.id).matters
            )


def _name(voice: Voice) -> str:
    if voice.kind is VoiceKind.THERAPIST:
        return QCoreApplication.translate("StatementRow", "You")
    return voice.name
