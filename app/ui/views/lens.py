"""Looking through a lens: the choice of lenses, or what the model said through one."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.controllers.looking import Looking
from app.domain.answer import AnswerState
from app.domain.shared import SharedLens, SharedLenses, SharedPage
from app.ui.asking_words import why_not_ask
from app.ui.follow_end import FollowEnd
from app.ui.theme import Theme
from app.ui.views.lens_choice import LensChoice, lens_name
from app.ui.views.lens_result import LensResult
from app.ui.views.scrolled import Scrolled
from app.ui.views.view import ExploringView
from app.ui.widgets.buttons import Button, PlainButton, QuietButton
from app.ui.widgets.voice_badge import VoiceLabel


class LensView(ExploringView):
    """One result at a time; the others are one step away, in the choice."""

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__(theme, looking)
        self._page: SharedLens | SharedLenses | None = None
        self.part: LensChoice | LensResult | None = None
        self._scroll: Scrolled | None = None
        # Above what scrolls, since what arrives is followed.
        self.says = VoiceLabel(theme, "ai", "", words=self.tr("AI text"))
        self.column.addWidget(self.says)
        self.others = PlainButton(theme, self.tr("Other lenses"), "chevron-left")
        self.others.clicked.connect(self._show_others)
        self.stop = QuietButton(theme, self.tr("Stop"), "circle-stop", "" if self.is_shared else "Esc")
        self.stop.clicked.connect(self._stop)
        self.once_more = PlainButton(theme, self.tr("Ask once more"), "repeat-2")
        self.once_more.clicked.connect(self._ask_once_more)

    def title(self) -> str:
        """The lens's name, or what there is to choose."""
        if isinstance(self._page, SharedLens):
            return lens_name(self.looking, self._page.lens)
        return self.tr("Look through a lens")

    def subtitle(self) -> str:
        """What the lens is for, or who speaks."""
        page = self._page
        if isinstance(page, SharedLens):
            return next((one.purpose for one in self.looking.prompts().lenses if one.id == page.lens), "")
        return self.tr("The model looks at the answer. What it says is AI text too.")

    def foot(self) -> tuple[Button, ...]:
        """Back to the choice; while it arrives stopping, afterwards asking once more."""
        if not isinstance(self._page, SharedLens):
            return ()
        return (self.others, self.stop if self._is_arriving() else self.once_more)

    def focus_entry(self) -> QWidget:
        """The first lens, or what can be done with the result."""
        if isinstance(self.part, LensChoice):
            return self.part.focus_entry()
        if self._is_arriving():
            return self.stop
        return self.once_more if self.once_more.isEnabled() else self.others

    def scroll_by(self, pages: int) -> None:
        """Move what does not fit."""
        if self._scroll is not None:
            self._scroll.scroll_by(pages)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Esc stops what arrives, at the desk: on the shared screen it leads to the desk."""
        if event.key() == Qt.Key.Key_Escape and self._is_arriving() and not self.is_shared:
            self._stop()
            return True
        return False

    def _draw(self, page: SharedPage) -> bool:
        if not isinstance(page, SharedLens | SharedLenses):
            return False
        before, self._page = self._page, page
        self.says.setVisible(isinstance(page, SharedLens))
        if isinstance(page, SharedLenses):
            if not isinstance(self.part, LensChoice):
                self.part = LensChoice(self.theme, self.looking)
                self.part.asked.connect(self._ask)
                self._put(self.part)
            self.part.show_page(page)
        else:
            if not isinstance(self.part, LensResult) or self.part.id != page.id:
                self.part = LensResult(self.theme, self.looking, page)
                bar = self._put(self.part).verticalScrollBar()
                if page.state is AnswerState.ARRIVING:
                    FollowEnd(bar)
            self.part.show_page(page)
            self._show_once_more(page)
        if _head(before) != _head(page):
            self.head_changed.emit()
        return True

    def _put(self, part: QWidget) -> Scrolled:
        old, self._scroll = self._scroll, Scrolled(self.theme)
        self._scroll.body.addWidget(part)
        if old is not None:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.column.addWidget(self._scroll, 1)
        return self._scroll

    def _is_arriving(self) -> bool:
        return isinstance(self._page, SharedLens) and self._page.state is AnswerState.ARRIVING

    def _show_once_more(self, page: SharedLens) -> None:
        reason = why_not_ask(self.looking.asking, shared=self.is_shared)
        if not reason and page.statement_id and not page.about.text:
            reason = self.tr("That statement is no longer there: it has been joined or divided.")
        if not reason and page.lens not in {lens.id for lens in self.looking.prompts().lenses}:
            reason = self.tr("This lens is no longer offered.")
        self.once_more.set_available(not reason, reason)

    def _ask(self, lens_id: str, at_statement: bool) -> None:
        self.attempt(lambda: self.looking.look_through(lens_id, at_statement=at_statement))

    def _ask_once_more(self) -> None:
        page = self._page
        if not isinstance(page, SharedLens):
            return
        if page.statement_id:
            self.looking.go(replace(self.looking.spot, statement_id=page.statement_id))
        self._ask(page.lens, bool(page.statement_id))

    def _stop(self) -> None:
        if isinstance(self._page, SharedLens):
            self.looking.asking.stop(self._page.id)

    def _show_others(self) -> None:
        self.looking.go(replace(self.looking.spot, lens_id=None))


def _head(page: SharedLens | SharedLenses | None) -> object:
    """What title, subtitle and foot are made of."""
    if isinstance(page, SharedLens):
        return (page.id, page.state is AnswerState.ARRIVING)
    return page is None
