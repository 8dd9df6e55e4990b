"""Guided cards: open questions, and the person's own words on them. They need no model."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.looking import Looking
from app.domain.shared import SharedCard, SharedPage
from app.ui.sentences import reason_sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_24
from app.ui.views.own_words import OwnWords
from app.ui.views.scrolled import Scrolled
from app.ui.views.view import ExploringView
from app.ui.widgets.buttons import Button
from app.ui.widgets.label import Hint


class _CardName(Button):
    """One card in the list. Which one is chosen is what the page says, not what was clicked last."""

    kind = "tab"

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """Wait for the page."""

    def _paint_content(self, painter: QPainter, _rect: object) -> None:
        side = self._padding()
        painter.setPen(self.theme.colour(self._ink_token()))
        painter.setFont(self.font())
        start = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start = Qt.AlignmentFlag.AlignRight
        painter.drawText(
            self.rect().adjusted(side, 0, -side, 0), int(start | Qt.AlignmentFlag.AlignVCenter), self.words()
        )


class CardView(ExploringView):
    """The names of the cards, and the chosen one with its questions."""

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__(theme, looking)
        self._shown: tuple[str, str] | None = None
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_24))
        self._list = Scrolled(theme)
        self._list.body.setSpacing(theme.px(SPACE_8))
        self.names: dict[str, _CardName] = {}
        for card in looking.prompts().cards:
            name = _CardName(theme, card.name)
            name.clicked.connect(partial(self._choose, card.id))
            self._list.body.addWidget(name)
            self.names[card.id] = name
        self._list.body.addStretch(1)
        self._list.setFixedWidth(
            max(name.sizeHint().width() for name in self.names.values())
            + theme.px(SPACE_24)
            + theme.px(SPACE_8)
        )
        row.addWidget(self._list)
        self._scroll = Scrolled(theme)
        self.purpose = Hint(theme)
        self._scroll.body.addWidget(self.purpose)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(theme.px(SPACE_24))
        self._scroll.body.addLayout(self._questions)
        self._scroll.body.addStretch(1)
        self.fields: list[OwnWords] = []
        row.addWidget(self._scroll, 1)
        self.column.addLayout(row, 1)

    def title(self) -> str:
        """The view's name."""
        return self.tr("In your own words")

    def subtitle(self) -> str:
        """What cards are."""
        return self.tr("Questions to talk about. What you write here saves itself.")

    def focus_entry(self) -> QWidget:
        """The first question."""
        return self.fields[0].input if self.fields else self

    def scroll_by(self, pages: int) -> None:
        """Move the questions."""
        self._scroll.scroll_by(pages)

    def _draw(self, page: SharedPage) -> bool:
        if not isinstance(page, SharedCard):
            return False
        answer = self.looking.answer()
        shown = ("" if answer is None else answer.exploration_id, page.card)
        if shown != self._shown:
            self._shown = shown
            self._build(page.card)
        for field, words in zip(self.fields, page.words, strict=False):
            field.show_kept(words)
        return True

    def _choose(self, card_id: str) -> None:
        self.looking.go(replace(self.looking.spot, card=card_id))

    def _build(self, card_id: str) -> None:
        card = self.looking.prompts().card(card_id)
        for name_id, name in self.names.items():
            name.setChecked(name_id == card_id)
        self.purpose.setText(card.purpose)
        for old in self.fields:
            self._questions.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.fields = []
        closed = self.looking.keeping_permission().reason
        for number, question in enumerate(card.questions):
            field = OwnWords(
                self.theme,
                question,
                self.looking,
                f"card.{card_id}.{number}",
                partial(self.looking.write_on_card, card_id, number),
            )
            field.caption.setWordWrap(True)
            if closed is not None:
                field.close_because(reason_sentence(closed))
            self._questions.addWidget(field)
            self.fields.append(field)
        self._scroll.verticalScrollBar().setValue(0)
