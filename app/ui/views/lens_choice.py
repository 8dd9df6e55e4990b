"""The lenses that can be looked through, and what was said before."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.looking import Looking
from app.controllers.pages import Side
from app.domain.changes import View
from app.domain.shared import SharedLensEntry, SharedLenses
from app.ui.asking_words import why_not_ask
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_12
from app.ui.unverified import UnverifiedCaption
from app.ui.views.choice_card import ChoiceCard
from app.ui.views.options import Options
from app.ui.widgets.buttons import Button, PlainButton, QuietButton
from app.ui.widgets.card import Card
from app.ui.widgets.label import Caption, Hint
from app.ui.widgets.reading_text import ReadingText
from app.ui.widgets.voice_badge import VoiceLabel
from app.ui.words import shortened

_WHOLE, _STATEMENT = "whole", "statement"
_LONGEST_ABOUT = 60
_TWO_COLUMNS_FROM = 30
"""Letters' heights of width from which two cards stand side by side."""


class LensChoice(QWidget):
    """What to look at, and through which lens."""

    asked = Signal(str, bool)
    """A lens's id, and whether the statement alone is to be looked at."""

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__()
        self._theme = theme
        self._looking = looking
        self._columns = 0
        self._earlier: tuple[SharedLensEntry, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_12))
        self._add_what(column)
        self.why_not = Hint(theme)
        column.addWidget(self.why_not)
        self.cards = PlainButton(theme, self.tr("Guided cards"), "book-open")
        self.cards.clicked.connect(lambda: looking.show(View.CARDS))
        self.without_model = QWidget()
        row = QHBoxLayout(self.without_model)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_12))
        row.addWidget(self.cards)
        row.addWidget(Hint(theme, self.tr("Cards need no model: they are for your own words.")), 1)
        column.addWidget(self.without_model)
        self.lenses: dict[str, ChoiceCard] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(SPACE_12))
        for lens in looking.prompts().lenses:
            card = ChoiceCard(theme, lens.name, lens.purpose)
            card.clicked.connect(lambda _checked, lens_id=lens.id: self._ask(lens_id))
            self.lenses[lens.id] = card
        self._place(1)
        column.addLayout(self._grid)
        self.earlier_title = Caption(theme, self.tr("Looked at before"))
        column.addWidget(self.earlier_title)
        self.earlier: list[Button] = []
        self._earlier_column = QVBoxLayout()
        self._earlier_column.setSpacing(theme.px(SPACE_8))
        column.addLayout(self._earlier_column)
        column.addStretch(1)

    def show_page(self, page: SharedLenses) -> None:
        """Show what can be looked at now."""
        self.what.setVisible(bool(page.about.text))
        self.about.setVisible(bool(page.about.text))
        self.unverified.show_whether(page.about.unverified)
        if page.about.text != self.about_text.whole_text():
            self.about_text.set_text(page.about.text)
        reason = why_not_ask(self._looking.asking, shared=self._looking.side is Side.SHARED)
        self.why_not.setText(reason)
        self.why_not.setVisible(bool(reason))
        self.without_model.setVisible(bool(reason))
        for card in self.lenses.values():
            card.set_available(not reason, reason)
        if page.earlier != self._earlier:
            self._earlier = page.earlier
            self._list_earlier(page.earlier)

    def focus_entry(self) -> QWidget:
        """The first lens; the cards where no lens can be used."""
        first = next(iter(self.lenses.values()))
        return first if first.isEnabled() else self.cards

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two cards side by side where their words have room."""
        super().resizeEvent(event)
        self._place(2 if self.width() >= self._theme.size("body") * _TWO_COLUMNS_FROM else 1)

    def _add_what(self, column: QVBoxLayout) -> None:
        theme = self._theme
        self.what = Options(
            theme,
            self.tr("What to look at"),
            ((_WHOLE, self.tr("The whole answer")), (_STATEMENT, self.tr("This statement alone"))),
        )
        self.what.show_chosen(_WHOLE)
        column.addWidget(self.what)
        self.about = Card(theme)
        self.about.body.addWidget(VoiceLabel(theme, "ai", "", words=self.tr("AI text")))
        self.about_text = ReadingText(theme)
        self.about.body.addWidget(self.about_text)
        self.unverified = UnverifiedCaption(theme)
        self.about.body.addWidget(self.unverified)
        column.addWidget(self.about)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for index, card in enumerate(self.lenses.values()):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, index // columns, index % columns)
        for index in range(2):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)

    def _ask(self, lens_id: str) -> None:
        self.asked.emit(lens_id, not self.what.isHidden() and self.what.key() == _STATEMENT)

    def _list_earlier(self, entries: tuple[SharedLensEntry, ...]) -> None:
        for button in self.earlier:
            self._earlier_column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.earlier = []
        self.earlier_title.setVisible(bool(entries))
        for entry in entries:
            button = QuietButton(self._theme, self._entry_words(entry), "chevron-right", icon_after=True)
            button.clicked.connect(lambda _checked, entry=entry: self._look_at(entry))
            self._earlier_column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.earlier.append(button)

    def _look_at(self, entry: SharedLensEntry) -> None:
        spot = self._looking.spot
        self._looking.go(
            replace(spot, lens_id=entry.id, statement_id=entry.statement_id or spot.statement_id)
        )

    def _entry_words(self, entry: SharedLensEntry) -> str:
        name = lens_name(self._looking, entry.lens)
        if not entry.statement_id:
            return self.tr("{lens}: the whole answer").format(lens=name)
        if not entry.about:
            return self.tr("{lens}: an earlier statement").format(lens=name)
        about = shortened(entry.about, _LONGEST_ABOUT)
        return self.tr("{lens}: AI text “{statement}”").format(lens=name, statement=about)


def lens_name(looking: Looking, lens_id: str) -> str:
    """Return a lens's name in the language on screen; its id for one that the program no longer has."""
    return next((lens.name for lens in looking.prompts().lenses if lens.id == lens_id), lens_id)
