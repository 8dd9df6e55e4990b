"""The centre of a session: the steps through an answer, what is looked at, and what can be done with it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.controllers.local_model import LocalModel
from app.controllers.practice import Desk
from app.domain.answer import Answer
from app.domain.changes import View
from app.domain.record import SessionRecord
from app.ui.bring_pane import BringPane
from app.ui.cues.words import RuleWords
from app.ui.keyboard import keyboard_kept_in
from app.ui.last_time import LastTime
from app.ui.look_bar import LookBar
from app.ui.reading_pane import ReadingPane
from app.ui.region import Region
from app.ui.sentences import permission_sentence, reason_sentence
from app.ui.stepper import STEP_OF_VIEW, StepName, Stepper
from app.ui.theme import Theme
from app.ui.view_frame import LOW, ViewFrame
from app.ui.views.choice import view_of
from app.ui.widgets.buttons import PlainButton

Pane = BringPane | ReadingPane | ViewFrame


_OF_NO_ANSWER = frozenset({View.LINES, View.PICK})


class SessionCentre(QWidget):
    """Follows the desk's look: a pane to bring something, to read, or the frame around another view."""

    def __init__(self, theme: Theme, desk: Desk, local_model: LocalModel, words: RuleWords) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._local_model = local_model
        self._words = words
        self._looking = desk.looking
        self._last_further: View = View.LENS
        self._key: tuple[str, str | None] = ("", None)
        self.pane: Pane | None = None
        self._share_button: PlainButton | None = None
        self.last_time: LastTime | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.stepper = Stepper(theme)
        self.stepper.asked.connect(self._go_to_step)
        self._column.addWidget(self.stepper)
        self.look = LookBar(theme, desk.looking)
        self.look.asked.connect(self._go_to_view)
        self.look.reveal_asked.connect(self._reveal)
        self._column.addWidget(self.look)
        desk.looking.page_changed.connect(self._show)
        desk.asking.answer_ended.connect(self._show)
        self._show()

    def focus_entry(self) -> QWidget:
        """Where the keyboard enters."""
        return self.stepper if self.pane is None else self.pane.focus_entry()

    def regions(self) -> tuple[Region, ...]:
        """What F6 moves between."""
        steps = self.stepper.buttons.values()
        current = next((step for step in steps if step.isChecked()), next(iter(steps)))
        found = [Region(self.stepper, current)]
        if self.pane is not None:
            found.append(Region(self.pane, self.pane.focus_entry()))
        if self.look.isVisibleTo(self):
            found.append(Region(self.look, self.look.focus_entry()))
        return tuple(found)

    def minimumSizeHint(self) -> QSize:
        """Any width: what has no room scrolls or gives way."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Compact where the window is low."""
        super().resizeEvent(event)
        self.stepper.set_low(self.window().height() < self._theme.px(LOW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on the steps or on the look bar, where a view has its buttons, is the view's."""
        if (
            event.key() == Qt.Key.Key_Escape
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and isinstance(self.pane, ViewFrame)
        ):
            self.pane.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    # Showing

    def _show(self) -> None:
        with keyboard_kept_in(self, self.focus_entry):
            self._show_record()

    def _show_record(self) -> None:
        record = self._desk.room.record
        if record is None:
            return
        answer = self._desk.room.chosen_answer()
        view = self._looking.spot.view
        if STEP_OF_VIEW.get(View(view)) is StepName.FURTHER:
            self._last_further = View(view)
        if view in _OF_NO_ANSWER and self._show_view():
            # Also before there is an answer, and while one arrives.
            pass
        elif answer is None:
            self._show_pane(("bring", None), None)
        elif view == View.READ or not self._show_view():
            arriving = answer.id in self._desk.asking.arriving_ids
            self._show_pane(("arriving" if arriving else "reading", answer.id), answer)
        self._show_around(record, answer)

    def _show_view(self) -> bool:
        """Show the page in the view that is there, or in another; False if it is a page of reading."""
        page = self._looking.page()
        if isinstance(self.pane, ViewFrame) and self.pane.show_page(page):
            return True
        view = view_of(page, self._theme, self._looking)
        if view is None:
            return False
        frame = ViewFrame(self._theme, view)
        frame.foot_changed.connect(self._show_foot)
        self._put(frame, ("view", None))
        return True

    def _show_pane(self, key: tuple[str, str | None], answer: Answer | None) -> None:
        if key == self._key:
            return
        ended = self._key == ("arriving", key[1])
        if answer is None:
            self._put(BringPane(self._theme, self._desk, self._local_model), key)
        else:
            self._put(ReadingPane(self._theme, self._desk, self._local_model, answer, self._words), key)
        if ended and self.pane is not None:
            # Once and politely, not word by word.
            words = self.tr("The answer is here.")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.pane, words))

    def _put(self, pane: Pane, key: tuple[str, str | None]) -> None:
        focused = QApplication.focusWidget()
        old, self.pane = self.pane, pane
        # While a dialog is in front, the window remembers what has the keyboard when it comes back.
        here = [one for one in (focused, self.window().focusWidget()) if one is not None]
        had_focus = old is not None and any(old.isAncestorOf(one) or old is one for one in here)
        # A button of the view that had the keyboard goes with the view.
        had_focus = had_focus or (focused is not None and self.isAncestorOf(focused))
        self._key = key
        self.look.forget_view()
        self._share_button = None
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.insertWidget(self._column.count() - 1, pane, 1)
        pane.show()
        if had_focus or focused is None:
            pane.focus_entry().setFocus()

    def _show_foot(self) -> None:
        record, answer = self._desk.room.record, self._desk.room.chosen_answer()
        if record is not None:
            with keyboard_kept_in(self, self.focus_entry):
                self._show_around(record, answer)

    def _show_around(self, record: SessionRecord, answer: Answer | None) -> None:
        """Last time, the steps, and the look bar."""
        self._show_last_time(bool(record.shown_explorations()))
        # The crisis lines are no view of the answer, and need the room.
        view = self._looking.spot.view
        foot = self.pane.foot() if isinstance(self.pane, ViewFrame) else ()
        picks = view == View.PICK and bool(foot)
        is_read = answer is not None and self._key[0] != "arriving" and view != View.LINES
        self.look.setVisible(is_read or picks)
        if picks:
            self.look.show_buttons((self._share(), *foot))
        elif answer is not None:
            self.look.show_answer(record, answer, foot)
        self._show_steps(record, answer)

    def _share(self) -> PlainButton:
        """The button that shows a file together: one for each view of it."""
        if self._share_button is None:
            words = self.tr("Look through it together")
            self._share_button = PlainButton(self._theme, words, "presentation", "Ctrl+Shift+T")
            self._share_button.clicked.connect(self._desk.together.show)
        closed = permission_sentence(self._desk.together.showing_permission())
        self._share_button.set_available(not closed, closed)
        return self._share_button

    def _show_last_time(self, begun: bool) -> None:
        if self.last_time is None and not begun:
            kept = self._looking.keeping.last_time()
            if kept is not None:
                self.last_time = LastTime(self._theme, kept)
                self._column.insertWidget(1, self.last_time)
                self.last_time.show()
        elif self.last_time is not None and begun:
            self._column.removeWidget(self.last_time)
            self.last_time.hide()
            self.last_time.deleteLater()
            self.last_time = None

    def _show_steps(self, record: SessionRecord, answer: Answer | None) -> None:
        latest = record.latest_answer_id()
        done: set[StepName] = set()
        if latest is not None:
            done.add(StepName.BRING)
        if answer is not None and answer.revealed_at is not None:
            done |= {StepName.READ, StepName.REVEAL}
        reasons: dict[StepName, str] = {}
        if latest is None:
            nothing = self.tr("First ask something, or bring an answer.")
            reasons = {name: nothing for name in StepName if name is not StepName.BRING}
        elif answer is not None and not record.statements_of(answer.id):
            reasons[StepName.REVEAL] = self.tr("There are no statements to mark yet.")
        elif answer is not None and answer.revealed_at is None:
            closed = self._looking.marking_permission().reason
            if closed is not None:
                reasons[StepName.REVEAL] = reason_sentence(closed)
        current: StepName | None = StepName.READ
        if isinstance(self.pane, ViewFrame):
            current = STEP_OF_VIEW.get(View(self._looking.spot.view))
        elif answer is None:
            current = StepName.BRING
        self.stepper.show_steps(current, frozenset(done), reasons)

    # Going

    def _go_to_step(self, name: str) -> None:
        step = StepName(name)
        room = self._desk.room
        if step is StepName.BRING:
            room.choose_answer(None)
            return
        if room.chosen_answer() is None and room.record is not None:
            room.choose_answer(room.record.latest_answer_id())
        match step:
            case StepName.READ:
                self._looking.show(View.READ)
            case StepName.REVEAL:
                self._reveal()
            case StepName.FURTHER:
                self._looking.show(self._last_further)
            case _:
                self._looking.show(View.KEEP)

    def _go_to_view(self, view: str) -> None:
        self._looking.show(View(view))

    def _reveal(self) -> None:
        answer = self._looking.answer()
        if answer is None:
            return
        if answer.revealed_at is None:
            self._looking.reveal()
        else:
            self._looking.show(View.REVEALED)
