"""One phrase that was noticed, as a card in the private panel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.notice import NoticeKind
from app.domain.record import SessionRecord
from app.ui.cues.gathering import Cue
from app.ui.cues.words import (
    RuleWords,
    counting_words,
    held_words,
    let_through_words,
    phrase_words,
    source_words,
)
from app.ui.statement_actions import SmallQuiet
from app.ui.theme import BOLD, Theme
from app.ui.tokens import SPACE_4, SPACE_8, SPACE_12
from app.ui.unverified import UnverifiedCaption
from app.ui.views.flow import Flow
from app.ui.widgets.label import Hint, Label


class CueCard(QFrame):
    """The phrase as it stands, whose words it is from, why it matched, and what can be done. It weighs nothing."""

    show_asked = Signal(object)
    """The `Cue`; so with the others."""
    dismiss_asked = Signal(object)
    let_through_asked = Signal(object)

    def __init__(self, theme: Theme, words: RuleWords, cue: Cue, record: SessionRecord) -> None:
        super().__init__()
        self.cue = cue
        notice = cue.first.notice
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        side = theme.px(SPACE_12)
        column.setContentsMargins(side, theme.px(SPACE_8), theme.px(SPACE_8), theme.px(SPACE_4))
        column.setSpacing(theme.px(SPACE_4))
        self.phrase = Label(theme, "", "label", weight=BOLD, wraps=True)
        self.source = Hint(theme)
        counting = counting_words(cue.first.words)
        self.why = Hint(theme, " ".join(filter(None, (words.why(notice.rule), counting))))
        self.consider = Hint(theme, words.consider(notice.kind))
        column.addWidget(self.phrase)
        column.addWidget(self.source)
        if cue.holds:
            column.addWidget(_HeldLine(theme))
        if notice.kind is NoticeKind.UNVERIFIED_CONTACT:
            column.addWidget(UnverifiedCaption(theme, unverified=True))
        column.addWidget(self.why)
        column.addWidget(self.consider)
        self.consider.hide()
        self.actions_below = _CueActions(theme, holds=cue.holds)
        acts = self.actions_below
        acts.show_it.clicked.connect(lambda: self.show_asked.emit(self.cue))
        acts.dismiss.clicked.connect(lambda: self.dismiss_asked.emit(self.cue))
        acts.let_through.clicked.connect(lambda: self.let_through_asked.emit(self.cue))
        acts.unfold.clicked.connect(self._on_unfold)
        column.addWidget(acts)
        self.show_cue(cue, record)

    def show_cue(self, cue: Cue, record: SessionRecord) -> None:
        """Show the same cue as it is now."""
        self.cue = cue
        self.phrase.setText(phrase_words(cue.first.phrase))
        self.source.setText(source_words(cue.first.source, record))
        # A phrase that is heard alone says whose words it is from: an AI's are always said to be.
        self.phrase.setAccessibleName(f"{self.phrase.text()}. {self.source.text()}")
        said = (self.phrase.text(), self.source.text(), held_words() if cue.holds else "", self.why.text())
        self.setAccessibleName(". ".join(words.rstrip(".") for words in said if words))

    def _on_unfold(self) -> None:
        self.consider.setVisible(self.consider.isHidden())
        self.actions_below.name_unfolding(unfolded=not self.consider.isHidden())


class _CueActions(Flow):
    """Showing it, putting it away, what one might consider, and letting through what it holds."""

    def __init__(self, theme: Theme, *, holds: bool) -> None:
        super().__init__(theme.px(SPACE_4))
        self.show_it = SmallQuiet(theme, self.tr("Show it"))
        self.dismiss = SmallQuiet(theme, self.tr("Dismiss"))
        self.let_through = SmallQuiet(theme, let_through_words())
        self.unfold = SmallQuiet(theme, "")
        self.let_through.setParent(self)
        self.let_through.setVisible(holds)
        if holds:
            self.dismiss.set_hint(self.tr("The statement stays held."))
        held = (self.let_through,) if holds else ()
        self.buttons = (self.show_it, self.dismiss, *held, self.unfold)
        """What the keyboard reaches, in its order."""
        for button in self.buttons:
            self.add(button)
        self.name_unfolding(unfolded=False)

    def name_unfolding(self, *, unfolded: bool) -> None:
        """Say what the button does now."""
        self.unfold.set_words(self.tr("Show less") if unfolded else self.tr("What you might consider"))
        self.unfold.set_icon_name("chevron-up" if unfolded else "chevron-down")
        self._on_parts_changed()


class _HeldLine(QWidget):
    """That a statement is held, with the sign that stands for what the shared screen does not show."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_8))
        size = round(theme.size("small") * 1.15)
        sign = QLabel()
        sign.setPixmap(theme.icons.pixmap("monitor-off", size, "text2", self.devicePixelRatioF()))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Hint(theme, held_words()), 1)
