"""The bar at the foot of an answer: ways to look further, what the view itself offers, and revealing."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from app.controllers.looking import Looking
from app.domain.answer import Answer, AskedAgain, AskedDifferently, MadeHere
from app.domain.changes import View
from app.domain.record import SessionRecord
from app.ui.sentences import reason_sentence
from app.ui.theme import Theme
from app.ui.widgets.buttons import Button, PlainButton, QuietButton
from app.ui.widgets.card import Bar

WORDS_KEY = "F7"
REVEAL_KEY = "Ctrl+Return"


class LookBar(Bar):
    """Words where there is room, then icons, and where even those have none, one menu."""

    asked = Signal(str)
    """A view to go to."""
    reveal_asked = Signal()

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__(theme, at_foot=True)
        self._looking = looking
        self._of_view: tuple[Button, ...] = ()
        self._taken: list[Button] = []
        self._has_ways = True
        self.row.setSpacing(theme.px(6))
        self.buttons: dict[View, QuietButton] = {}
        for view, icon, words, key in (
            (View.LENS, "glasses", self.tr("Lenses"), ""),
            (View.AGAIN, "repeat", self.tr("Ask again"), ""),
            (View.DIFFERENTLY, "shuffle", self.tr("Ask differently"), ""),
            (View.WORDS, "whole-word", self.tr("Words"), WORDS_KEY),
            (View.CARDS, "pen-line", self.tr("Cards"), ""),
            (View.KEEP, "pin", self.tr("Keep something"), ""),
            (View.PAGE, "file-text", self.tr("The page"), ""),
        ):
            button = QuietButton(theme, words, icon, key)
            button.setCheckable(False)
            button.clicked.connect(lambda _checked, view=view: self.asked.emit(view))
            self.row.addWidget(button)
            self.buttons[view] = button
        self.further = QuietButton(theme, self.tr("Look further"), "compass")
        self.menu = QMenu(self)
        self._actions: dict[View, QAction] = {}
        for view, button in self.buttons.items():
            action = QAction(button.words().replace("&", "&&"), self.menu)
            action.triggered.connect(lambda _checked, view=view: self.asked.emit(view))
            self.menu.addAction(action)
            self._actions[view] = action
        self.menu.setToolTipsVisible(True)
        self.further.clicked.connect(self._open_menu)
        self.further.hide()
        self.row.addWidget(self.further)
        self.row.addStretch(1)
        self.reveal = PlainButton(theme, self.tr("Reveal"), "eye", "Ctrl+Enter")
        self.reveal.clicked.connect(self.reveal_asked)
        self.row.addWidget(self.reveal)
        self._reveal_keys = [QShortcut(QKeySequence(keys), self) for keys in (REVEAL_KEY, "Ctrl+Enter")]
        for shortcut in self._reveal_keys:
            shortcut.activated.connect(self.reveal.click)
        QShortcut(QKeySequence(WORDS_KEY), self).activated.connect(self._toggle_words)

    def focus_entry(self) -> QWidget:
        """Where the keyboard enters this bar."""
        ways = self.buttons.values() if self._has_ways else self._of_view
        first = next((b for b in ways if b.isVisibleTo(self) and b.isEnabled()), None)
        return first or (self.further if self._has_ways else self)

    def show_answer(self, record: SessionRecord, answer: Answer, of_view: Sequence[Button]) -> None:
        """Show what can be done with an answer, and the buttons of the view that is open."""
        view = self._looking.spot.view
        self._has_ways = True
        reasons = self._reasons(record, answer)
        for name, button in self.buttons.items():
            reason = reasons.get(name, "")
            button.set_available(not reason, reason)
            # The style sheet marks it as it marks a section of the rail.
            current = name == view
            if button.property("current") != current:
                button.setProperty("current", current)
                button.style().unpolish(button)
                button.style().polish(button)
            self._actions[name].setEnabled(not reason)
            self._actions[name].setToolTip(reason)
        self._show_reveal(record, answer)
        self._put(tuple(of_view))
        self._fit()

    def show_buttons(self, of_view: Sequence[Button]) -> None:
        """Show nothing but the buttons of a view that is about no answer."""
        self._has_ways = False
        self.reveal.hide()
        for shortcut in self._reveal_keys:
            shortcut.setEnabled(False)
        self._put(tuple(of_view))
        self._fit()

    def _show_reveal(self, record: SessionRecord, answer: Answer) -> None:
        view = self._looking.spot.view
        revealed = answer.revealed_at is not None
        # Everywhere else the view's own buttons stand here; the step above leads to revealing too.
        self.reveal.setVisible(view == View.READ)
        self.reveal.set_words(self.tr("What we each marked") if revealed else self.tr("Reveal"))
        closed = self._looking.marking_permission().reason
        reason = ""
        if not record.statements_of(answer.id):
            reason = self.tr("There are no statements to mark yet.")
        elif not revealed and closed is not None:
            reason = reason_sentence(closed)
        self.reveal.set_available(not reason, reason)
        for shortcut in self._reveal_keys:
            shortcut.setEnabled(view == View.READ)

    def _reasons(self, record: SessionRecord, answer: Answer) -> dict[View, str]:
        reasons: dict[View, str] = {}
        exploration = record.exploration(answer.exploration_id)
        if not exploration.question.strip():
            unknown = self.tr("It is not known what was asked.")
            if not record.rounds(exploration.id, AskedAgain):
                reasons[View.AGAIN] = unknown
            if not record.rounds(exploration.id, AskedDifferently):
                reasons[View.DIFFERENTLY] = unknown
        if not isinstance(answer.origin, MadeHere):
            reasons[View.WORDS] = self.tr("Only for answers that were made on this computer.")
        if not answer.text.strip():
            reasons[View.LENS] = self.tr("There are no words to look at yet.")
        return reasons

    def _toggle_words(self) -> None:
        if not self._has_ways:
            return
        if self._looking.spot.view == View.WORDS:
            self.asked.emit(View.READ)
        elif self.buttons[View.WORDS].isEnabled():
            self.asked.emit(View.WORDS)

    def _open_menu(self) -> None:
        # Above the button. Before it was shown once the menu has no size but its hint.
        self.menu.popup(self.further.mapToGlobal(QPoint(0, -self.menu.sizeHint().height())))

    # The buttons of the view

    def _put(self, buttons: tuple[Button, ...]) -> None:
        """The view keeps its buttons: it may offer one again that it took away."""
        if buttons == self._of_view:
            return
        for button in self._of_view:
            self.row.removeWidget(button)
            if button not in buttons:
                button.hide()
        self._of_view = buttons
        for button in buttons:
            if button not in self._taken:
                self._taken.append(button)
            self.row.addWidget(button)
            button.show()

    def forget_view(self) -> None:
        """The view goes, and its buttons with it."""
        for button in self._taken:
            self.row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._of_view = ()
        self._taken = []

    # Room

    def minimumSizeHint(self) -> QSize:
        """Narrow: what has no room becomes an icon, or goes into the menu."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self.row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        if not self._has_ways:
            for part in (self.further, *self.buttons.values()):
                part.hide()
            for button in self._of_view:
                button.set_words_shown(True)
            return
        self._show_ways(in_menu=False)
        shown = [self.reveal] if not self.reveal.isHidden() else []
        right = [*self._of_view, *shown]
        for button in right:
            button.set_words_shown(True)
        ways = list(self.buttons.values())
        # The first ways keep their words longest: the last two are steps of their own as well.
        for worded in range(len(ways), -1, -1):
            for place, button in enumerate(ways):
                button.set_words_shown(place < worded)
            if self._needed([*ways, *right]) <= room:
                return
        self._show_ways(in_menu=True)
        for words in (True, False):
            self.further.set_words_shown(words)
            if self._needed([self.further, *right]) <= room:
                return
        for button in right:
            button.set_words_shown(False)
            if self._needed([self.further, *right]) <= room:
                return

    def _show_ways(self, *, in_menu: bool) -> None:
        self.further.setVisible(in_menu)
        for button in self.buttons.values():
            button.setVisible(not in_menu)

    def _needed(self, buttons: Sequence[Button]) -> int:
        # One space more than there are gaps: the stretch in between has one too.
        return sum(button.sizeHint().width() + self.row.spacing() for button in buttons)
