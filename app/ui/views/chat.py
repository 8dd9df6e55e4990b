"""One conversation that somebody brought, to choose what of it is looked at."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.controllers.looking import Looking
from app.domain.shared import SharedPage
from app.domain.shared_file import SharedChat, SharedSaid
from app.ui.bring_words import title_words
from app.ui.sentences import permission_sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_12, SPACE_16
from app.ui.views.left_out import LeftOut
from app.ui.views.options import Tick
from app.ui.views.picture_pane import PicturePane
from app.ui.views.said_card import CorrectedCard, SaidCard
from app.ui.views.scrolled import Scrolled
from app.ui.views.view import ExploringView
from app.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from app.ui.widgets.label import Hint
from app.ui.words import shortened

_LONGEST_TITLE = 60


class ChatView(ExploringView):
    """The turns as they were said, each answer with a tick. Beside what was read from a picture it stands itself."""

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__(theme, looking)
        self._page: SharedChat | None = None
        self.cards: list[SaidCard] = []
        self.all = Tick(theme, self.tr("Choose all"))
        self.all.clicked.connect(looking.importing.choose_all)
        self.where = Hint(theme, wraps=False)
        self.earlier = QuietButton(theme, self.tr("Earlier"), "chevron-left")
        self.earlier.clicked.connect(lambda: self._go(-1))
        self.later = QuietButton(theme, self.tr("Next"), "chevron-right", icon_after=True)
        self.later.clicked.connect(lambda: self._go(1))
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(SPACE_8), 0, theme.px(SPACE_8), 0)
        row.setSpacing(theme.px(SPACE_12))
        row.addWidget(self.all)
        row.addStretch(1)
        for part in (self.earlier, self.where, self.later):
            row.addWidget(part)
        self.column.addLayout(row)
        self.picture = PicturePane(self.tr("The picture that was read"))
        self._scroll = Scrolled(theme)
        self._scroll.body.setSpacing(theme.px(SPACE_8))
        self._scroll.body.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(theme.px(SPACE_16))
        beside.addWidget(self.picture, 2)
        beside.addWidget(self._scroll, 3)
        self.column.addLayout(beside, 1)
        self.left_out = LeftOut(theme)
        self.column.addWidget(self.left_out)
        self.bring = PrimaryButton(theme, "", "plus", "" if self.is_shared else "Ctrl+Enter")
        self.bring.clicked.connect(self._bring)
        # Not the button's own, which would go with each change of its words. The shared screen uses these keys.
        for keys in () if self.is_shared else ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.bring.click)

    def title(self) -> str:
        """The conversation’s, if it has one."""
        page = self._page
        if page is None or page.picture is not None or (not page.title and not page.listed):
            return self.tr("What shall we look at?")
        return shortened(title_words(page.title), _LONGEST_TITLE)

    def subtitle(self) -> str:
        """What to do, and what becomes of the rest."""
        if self._page is not None and self._page.picture is not None:
            return self.tr(
                "Compare the words with the picture and correct them. The picture itself is not kept."
            )
        return self.tr("Tick what you want to look at together. Everything else is forgotten.")

    def foot(self) -> tuple[Button, ...]:
        """The way on."""
        return (self.bring,)

    def back_words(self) -> str:
        """It leads to the list, where there is one."""
        listed = self._page is not None and self._page.listed
        return self.tr("Back to the list") if listed else self.tr("Back")

    def go_back(self) -> None:
        """Keep nothing of this conversation."""
        self.looking.importing.back()

    def focus_entry(self) -> QWidget:
        """The first thing to choose or to correct; else the way back through the conversation."""
        first = next((card for card in self.cards if not card.tick.isHidden()), None)
        return self.all if first is None else first.tick

    def scroll_by(self, pages: int) -> None:
        """Move the turns."""
        self._scroll.scroll_by(pages)

    def _draw(self, page: SharedPage) -> bool:
        if not isinstance(page, SharedChat) or (self._page is not None and page.listed != self._page.listed):
            return False
        before, self._page = self._page, page
        if page == before:
            return True
        if before is None or not _same_turns(before, page):
            self._put(page)
        for card, said in zip(self.cards, page.turns, strict=True):
            card.show_said(said)
        self.all.setVisible(page.answers > 1)
        self.all.setChecked(page.all_chosen)
        self._show_where(page)
        self.left_out.show_report(page.left_out, page.unread)
        self.picture.setVisible(page.picture is not None)
        if page.picture is not None:
            self.picture.show_picture(page.picture)
        self.bring.set_words(self._bring_words(page.chosen))
        closed = permission_sentence(self.looking.importing.permission())
        nothing = "" if page.chosen else self.tr("Tick an answer first.")
        self.bring.set_available(not (closed or nothing), closed or nothing)
        self.head_changed.emit()
        return True

    def _put(self, page: SharedChat) -> None:
        """Make the sheets of these turns, from the top."""
        for card in self.cards:
            self._scroll.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(said, page) for said in page.turns]
        for at, card in enumerate(self.cards):
            card.chosen.connect(self.looking.importing.choose)
            self._scroll.body.insertWidget(at, card)
            card.show()
        self._scroll.verticalScrollBar().setValue(0)

    def _card(self, said: SharedSaid, page: SharedChat) -> SaidCard:
        if page.picture is None:
            return SaidCard(self.theme, said)
        return CorrectedCard(self.theme, said, self.looking)

    def _show_where(self, page: SharedChat) -> None:
        several = page.parts > 1
        for part in (self.earlier, self.where, self.later):
            part.setVisible(several)
        self.earlier.set_available(page.part > 0, self.tr("This is the beginning."))
        self.later.set_available(page.part + 1 < page.parts, self.tr("This is the end."))
        if page.picture is not None:
            words = self.tr("Picture {number} of {total}").format(number=page.part + 1, total=page.parts)
        else:
            first, last = page.turns[0].number + 1, page.turns[-1].number + 1
            words = self.tr("{first} to {last} of {total}").format(
                first=first, last=last, total=QLocale().toString(page.total)
            )
        self.where.setText(words)

    def _bring_words(self, count: int) -> str:
        if count == 0:
            return self.tr("Bring answers")
        if count == 1:
            return self.tr("Bring 1 answer")
        return self.tr("Bring {number} answers").format(number=count)

    def _go(self, by: int) -> None:
        if self._page is not None:
            self.looking.show_part(self._page.part + by)

    def _bring(self) -> None:
        self.attempt(self.looking.keep_chosen)


def _same_turns(one: SharedChat, other: SharedChat) -> bool:
    """Whether the same turns of the same conversation are shown, be their words corrected or not."""
    return (
        (one.title, one.part, one.parts, one.total) == (other.title, other.part, other.parts, other.total)
        and [turn.number for turn in one.turns] == [turn.number for turn in other.turns]
        and (one.picture is not None or [t.text for t in one.turns] == [t.text for t in other.turns])
    )
