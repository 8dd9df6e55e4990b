"""The shared screen: large, calm, and made of nothing but what may be shared."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.controllers.together import Together
from app.domain.shared import (
    SharedArriving,
    SharedNothing,
    SharedPage,
    SharedRevealed,
    SharedTurn,
    ensure_shareable,
)
from app.errors import BugError
from app.ui.keyboard import keyboard_kept_in
from app.ui.shared.arriving import ArrivingPage
from app.ui.shared.covered import CoveredPage
from app.ui.shared.exploring import ViewPage
from app.ui.shared.frame import SharedFrame, Stage
from app.ui.shared.turn import TurnPage
from app.ui.soon import soon
from app.ui.theme import Theme
from app.ui.views.choice import view_of
from app.ui.views.revealed import RevealedView

__all__ = ["ArrivingPage", "CoveredPage", "TogetherScreen", "TurnPage"]

_SCROLL_KEYS = {Qt.Key.Key_Space: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class TogetherScreen(QWidget):
    """What the shared screen looks at: a statement in front of a voice, an answer that arrives, or a view of it.

    What it draws it takes from the shared screen's `Looking` alone, and has checked against the allow-list.
    """

    def __init__(self, theme: Theme, together: Together, close: Callable[[], None] | None = None) -> None:
        """`close` closes it where it stands on a second display; None where the screen itself was turned."""
        super().__init__()
        self._stage = Stage(theme, together, close)
        self._together = together
        self._shown: tuple[bool, SharedPage] | None = None
        self._content: QWidget | None = None
        self.setProperty("kind", "screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for keys, act in (
            ("Ctrl+Return", self._reveal),
            ("Ctrl+Enter", self._reveal),
            ("Ctrl+Z", together.undo),
            ("Ctrl+Shift+Z", together.redo),
            ("Ctrl+Y", together.redo),
            ("F6", self._go_on),
        ):
            QShortcut(
                QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            ).activated.connect(act)
        together.looking.page_changed.connect(self._show_page)
        self._show_page()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard: 1 to 4, M and the arrows work at once."""
        super().showEvent(event)
        soon(self, self._take_keyboard)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc asks to turn the screen; while covered only that works. Space and page keys scroll; the rest is the
        page's: see its `takes_key`."""
        key = Qt.Key(event.key())
        page = self._content
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self._stage.close is None:
            self._together.ask_to_return()
        elif isinstance(page, SharedFrame) and page.takes_key(event):
            event.accept()
        elif key in _SCROLL_KEYS and isinstance(page, SharedFrame):
            page.scroll_by(_SCROLL_KEYS[key])
        else:
            super().keyPressEvent(event)

    def _reveal(self) -> None:
        if isinstance(self._content, TurnPage):
            self._content.show_revealed()

    def _go_on(self) -> None:
        """Move the keyboard to the next part of the screen."""
        if isinstance(self._content, SharedFrame):
            regions = self._content.regions()
            here = next((i for i, region in enumerate(regions) if region.holds(self.focusWidget())), -1)
            regions[(here + 1) % len(regions)].entry.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_keyboard(self) -> None:
        entry = self._content.entry() if isinstance(self._content, ViewPage) else None
        (entry or self).setFocus()

    def _show_page(self) -> None:
        covered = self._together.covered
        # Covering must work whatever is in the way of the page.
        page = SharedNothing() if covered else self._together.looking.page()
        ensure_shareable(page)
        if (covered, page) == self._shown:
            return
        before, self._shown = self._shown, (covered, page)
        with keyboard_kept_in(self, lambda: self):
            goes_on = not covered and self._goes_on(page)
        if goes_on:
            return
        old, self._content = self._content, None
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._content = CoveredPage(self._stage.theme, self._together) if covered else self._new_page(page)
        self._column.addWidget(self._content)
        self._content.show()
        self._take_keyboard()
        if before is not None and isinstance(page, SharedRevealed) and isinstance(self._content, ViewPage):
            self._appear(before[1], self._content)

    def _goes_on(self, page: SharedPage) -> bool:
        """Show the page in what stands there already, where that can take it."""
        content = self._content
        if isinstance(content, ViewPage):
            return content.view.show_page(page)
        if (
            isinstance(content, TurnPage)
            and isinstance(page, SharedTurn)
            and content.shows_same_statement(page)
        ):
            content.show_mark(page)
            return True
        if isinstance(content, ArrivingPage) and isinstance(page, SharedArriving):
            return content.append(page)
        return False

    def _new_page(self, page: SharedPage) -> SharedFrame:
        if isinstance(page, SharedTurn):
            return TurnPage(self._stage, page)
        if isinstance(page, SharedArriving | SharedNothing):
            return ArrivingPage(self._stage, page)
        view = view_of(page, self._stage.theme, self._together.looking)
        if view is None:
            raise BugError("a shared page has no view")
        return ViewPage(self._stage, view, page)

    @staticmethod
    def _appear(before: SharedPage, content: ViewPage) -> None:
        """Let the marks come into view slowly where they were covered until now."""
        if isinstance(before, SharedTurn) and not before.revealed and isinstance(content.view, RevealedView):
            content.view.appear()
