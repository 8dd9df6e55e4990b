"""Where an exploration begins: ask the model on this computer, or bring an answer that the client already has."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.controllers.asking import QUESTION_FIELD
from app.controllers.local_model import LocalModel, ModelState
from app.controllers.practice import Desk
from app.errors import ErrorCode, KnownError
from app.ui.bring_way import BringWay
from app.ui.explorations import TabButton
from app.ui.sentences import permission_sentence, sentence
from app.ui.theme import Theme
from app.ui.tokens import READING_WIDTH, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.field import TextArea
from app.ui.widgets.label import Heading, Hint
from app.ui.widgets.notice import Notice

_NEEDS_A_SHORTER_QUESTION = frozenset({ErrorCode.QUESTION_EMPTY, ErrorCode.QUESTION_TOO_LONG})


class BringPane(QScrollArea):
    """Two ways in, one shown at a time. What is typed is kept as a draft until it is sent."""

    def __init__(self, theme: Theme, desk: Desk, local_model: LocalModel) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._local_model = local_model
        self._draft_key = desk.room.draft_of_session(QUESTION_FIELD)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setProperty("kind", "content")
        outer = QHBoxLayout(content)
        side = theme.px(SPACE_24)
        outer.setContentsMargins(side, side, side, side)
        inner = QWidget()
        inner.setMaximumWidth(theme.px(READING_WIDTH))
        outer.addWidget(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_16))
        column.addWidget(Heading(theme, self.tr("What shall we look at?")))
        tabs = QHBoxLayout()
        tabs.setSpacing(theme.px(SPACE_8))
        self.ask_tab = TabButton(theme, self.tr("Ask the model on this computer"))
        self.bring_tab = TabButton(theme, self.tr("Bring an answer"))
        for index, tab in enumerate((self.ask_tab, self.bring_tab)):
            tab.clicked.connect(lambda _checked, index=index: self.show_way(index))
            tabs.addWidget(tab)
        tabs.addStretch(1)
        column.addLayout(tabs)
        self.ways = QStackedWidget()
        self.ways.addWidget(self._ask_way())
        self.brings = BringWay(theme, desk)
        self.ways.addWidget(self.brings)
        column.addWidget(self.ways, 1)
        self.setWidget(content)
        local_model.state_changed.connect(self._show_model)
        desk.asking.state_changed.connect(self._show_model)
        # Where nothing can be asked, what was brought is the way that is open.
        brings = self.brings.is_begun or not desk.asking.permission().given
        self.show_way(1 if self.brings.says_fault or (brings and not self._draft()) else 0)
        self.setAcceptDrops(True)
        QShortcut(QKeySequence("Ctrl+O"), self).activated.connect(self._ask_for_files)
        self._show_model()

    def focus_entry(self) -> QWidget:
        """Where the keyboard enters this pane."""
        return self.question.input if self.ways.currentIndex() == 0 else self.brings.focus_entry()

    def show_way(self, index: int) -> None:
        """Show one of the two ways: 0 asks, 1 brings."""
        self.ways.setCurrentIndex(index)
        self.ask_tab.setChecked(index == 0)
        self.bring_tab.setChecked(index == 1)
        self.focus_entry().setFocus()

    def posture(self) -> tuple[int, ...]:
        """Which of the two ways is shown; see `app/ui/posture.py`."""
        return (self.ways.currentIndex(),)

    def take_posture(self, numbers: tuple[int, ...]) -> None:
        """Show that way again."""
        if numbers in {(0,), (1,)}:
            self.show_way(numbers[0])

    def _way(self) -> tuple[QWidget, QVBoxLayout]:
        way = QWidget()
        column = QVBoxLayout(way)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(SPACE_12))
        return way, column

    def _ask_way(self) -> QWidget:
        way, column = self._way()
        self.question = TextArea(
            self._theme,
            self.tr("The question"),
            placeholder=self.tr("In the client’s own words, as they would type it"),
            lines=4,
            most_lines=10,
        )
        self.question.set_text(self._draft())
        self.question.changed.connect(lambda: self._keep(self.question.text()))
        self.question.changed.connect(lambda: self.question.set_sentence(""))
        column.addWidget(self.question)
        self.model_notice = Notice(self._theme, "warn", "", action=self.tr("Try again"))
        self.model_notice.acted.connect(self._local_model.try_again)
        column.addWidget(self.model_notice)
        self.starter_notice = Notice(
            self._theme,
            "info",
            self.tr("This small English model shows how Trialogue works. It is not for clinical use."),
        )
        column.addWidget(self.starter_notice)
        self.ask = PrimaryButton(self._theme, self.tr("Ask"), "send", "Ctrl+Enter")
        self.ask.clicked.connect(self._ask)
        self.ask.setShortcut("Ctrl+Return")
        row = QHBoxLayout()
        self.ask_hint = Hint(self._theme, "")
        row.addWidget(self.ask_hint, 1)
        row.addWidget(self.ask)
        column.addLayout(row)
        column.addStretch(1)
        return way

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, pictures and text."""
        if self.brings.takes(event.mimeData()):
            event.acceptProposedAction()
            self.show_way(1)
            self.brings.show_drop(True)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere on the pane."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        super().dragLeaveEvent(event)
        self.brings.show_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was let go."""
        self.brings.show_drop(False)
        event.acceptProposedAction()
        self.brings.take(event.mimeData())

    def _ask_for_files(self) -> None:
        self.show_way(1)
        self.brings.ask_for_files()

    def _draft(self) -> str:
        return self._desk.room.draft(self._draft_key)

    def _keep(self, text: str) -> None:
        self._desk.room.set_draft(self._draft_key, text)

    def _ask(self) -> None:
        question = self.question.text()
        try:
            self._desk.room.go_to_spot(self._desk.asking.ask(question))
        except KnownError as fault:
            tone = "danger" if fault.code in _NEEDS_A_SHORTER_QUESTION else "warn"
            self.question.set_sentence(sentence(fault.code), tone)
            return
        self._keep("")

    def _show_model(self) -> None:
        state = self._local_model.state
        fault = self._local_model.fault
        self.starter_notice.setVisible(self._local_model.is_starter and fault is None)
        self.model_notice.setVisible(fault is not None)
        if fault is not None:
            self.model_notice.set_sentence(sentence(fault))
        closed = permission_sentence(self._desk.asking.permission())
        reason = closed
        if closed:
            # Nothing would be asked with a model that works either.
            self.starter_notice.hide()
            self.model_notice.hide()
        elif self._desk.asking.arriving_answer_id is not None:
            reason = self.tr("An answer is still arriving.")
        elif state is not ModelState.READY:
            reason = self.tr("The model is getting ready. This takes a moment.")
        self.ask.set_available(not reason, reason)
        # Said in the open: nobody looks for a tooltip with a client beside them.
        words = reason or self.tr("The answer is made on this computer, word by word.")
        self.ask_hint.setText(words if fault is None or closed else "")
