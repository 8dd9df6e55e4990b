"""One turn of a conversation that somebody brought: who speaks, when, what is said, and whether it is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.looking import Looking
from app.domain.conversation import Role
from app.domain.shared_file import SharedSaid, SharedWording
from app.ui.bring_words import speaker_words
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_12, SPACE_16
from app.ui.vault.time_words import time_words
from app.ui.views.options import Options, Tick
from app.ui.widgets.buttons import QuietButton
from app.ui.widgets.field import TextArea
from app.ui.widgets.label import ElidedLabel
from app.ui.widgets.reading_text import ReadingText
from app.ui.widgets.voice_badge import VoiceLabel

_MOST_SHOWN = 1_500
"""Letters of a turn until somebody wants all of it."""
_FIELD_LINES = 2
_MOST_FIELD_LINES = 14


class _Fold(QuietButton):
    """Small words that open and close what stands below them."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, words, "chevron-down", icon_after=True)
        self.setFont(theme.font("small", self.weight))
        self.setCheckable(True)
        self.toggled.connect(
            lambda unfolded: self.set_icon_name("chevron-up" if unfolded else "chevron-down")
        )


class SaidCard(QFrame):
    """A sheet for an answer, with its tick; the person's words stand on the canvas."""

    chosen = Signal(int, bool)
    """Number of the turn, and whether it is to be brought."""

    def __init__(self, theme: Theme, said: SharedSaid) -> None:
        super().__init__()
        self._theme = theme
        self._number = said.number
        is_person = said.role is Role.USER
        self.setProperty("kind", "plain" if is_person else "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        side = theme.px(SPACE_16)
        self.column.setContentsMargins(
            side, theme.px(SPACE_8 if is_person else SPACE_12), side, theme.px(SPACE_12)
        )
        self.column.setSpacing(theme.px(SPACE_8))
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(SPACE_12))
        self._add_speaker(said)
        told = (("" if said.time is None else time_words(said.time)), said.model)
        self.head.addWidget(ElidedLabel(theme, " · ".join(filter(None, told)), "small", "text2"), 1)
        self.tick = Tick(theme, self.tr("Bring this"))
        self.tick.clicked.connect(lambda wanted: self.chosen.emit(self._number, wanted))
        self.head.addWidget(self.tick)
        self.column.addLayout(self.head)
        self._add_words(said)
        self._add_others(said)
        self.show_said(said)

    def show_said(self, said: SharedSaid) -> None:
        """Show whether it is chosen."""
        self.tick.setVisible(said.answer)
        self.tick.setChecked(said.chosen)

    def _add_speaker(self, said: SharedSaid) -> None:
        kind = "client" if said.role is Role.USER else "ai"
        self.head.addWidget(VoiceLabel(self._theme, kind, "", words=speaker_words(said.role)))

    def _add_words(self, said: SharedSaid) -> None:
        """The beginning of it, and all of it when somebody asks."""
        whole = said.text.strip()
        is_long = len(whole) > _MOST_SHOWN
        begun = whole[:_MOST_SHOWN].rsplit(maxsplit=1)[0].rstrip() + " …" if is_long else whole
        text = ReadingText(
            self._theme, begun, role="body", reading=said.role is not Role.USER, balanced=False
        )
        self.column.addWidget(text)
        if is_long:
            fold = _Fold(self._theme, self.tr("Show all of it"))
            fold.toggled.connect(lambda unfolded: text.set_text(whole if unfolded else begun))
            self.column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_others(self, said: SharedSaid) -> None:
        """What stood in its place, folded."""
        if not said.others:
            return
        number = len(said.others)
        if said.role is Role.USER:
            words = self.tr("Asked in other words as well: {number}").format(number=number)
        elif number == 1:
            words = self.tr("The AI answered this again once")
        else:
            words = self.tr("The AI answered this again {number} times").format(number=number)
        fold = _Fold(self._theme, words)
        self.column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        others = QWidget()
        column = QVBoxLayout(others)
        column.setContentsMargins(self._theme.px(SPACE_16), 0, 0, 0)
        column.setSpacing(self._theme.px(SPACE_8))
        others.hide()
        self.column.addWidget(others)

        def unfold(unfolded: bool) -> None:
            if unfolded and column.count() == 0:
                for other in said.others:
                    self._add_other(column, other, reading=said.role is not Role.USER)
            others.setVisible(unfolded)

        fold.toggled.connect(unfold)

    def _add_other(self, column: QVBoxLayout, other: SharedWording, *, reading: bool) -> None:
        told = (
            self.tr("In its place") if reading else self.tr("In other words"),
            "" if other.time is None else time_words(other.time),
            other.model,
        )
        column.addWidget(ElidedLabel(self._theme, " · ".join(filter(None, told)), "small", "text2"))
        text = ReadingText(self._theme, other.text.strip(), role="body", reading=reading, balanced=False)
        column.addWidget(text)


class CorrectedCard(SaidCard):
    """One turn that was read from a picture: its words can be corrected, and who speaks can be said."""

    def __init__(self, theme: Theme, said: SharedSaid, looking: Looking) -> None:
        self._looking = looking
        super().__init__(theme, said)

    def show_said(self, said: SharedSaid) -> None:
        """Show it as it is now, but for the words in which somebody is typing."""
        super().show_said(said)
        is_person = said.role is Role.USER
        self.speaker.show_chosen((Role.USER if is_person else Role.ASSISTANT).value)
        name = self.tr("The person’s words that were read") if is_person else self.tr("AI text that was read")
        self.words.input.setAccessibleName(name)
        if not self.words.input.hasFocus() and self.words.text() != said.text:
            self.words.set_text(said.text)

    def _add_speaker(self, said: SharedSaid) -> None:
        options = [(role.value, speaker_words(role)) for role in (Role.USER, Role.ASSISTANT)]
        self.speaker = Options(self._theme, self.tr("Who speaks"), options)
        self.speaker.chosen.connect(
            lambda role, number=said.number: self._looking.importing.set_role(number, Role(role))
        )
        self.head.addWidget(self.speaker)

    def _add_words(self, said: SharedSaid) -> None:
        self.words = TextArea(
            self._theme,
            self.tr("AI text that was read"),
            lines=_FIELD_LINES,
            most_lines=_MOST_FIELD_LINES,
            label_shown=False,
        )
        self.words.set_text(said.text)
        self.words.changed.connect(self._write)
        self.column.addWidget(self.words)

    def _write(self) -> None:
        self._looking.importing.write(self._number, self.words.text())
