"""One answer at the desk: what was asked, where the answer came from, its statements, and asking once more."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from app.controllers.local_model import LocalModel, ModelState
from app.controllers.practice import Desk
from app.domain.answer import Answer, MadeHere
from app.domain.changes import AppendMark, Change
from app.domain.client import VoiceKind
from app.errors import KnownError
from app.explore.statements import readable
from app.ui.explorations import TabButton
from app.ui.follow_end import FollowEnd
from app.ui.sentences import reason_sentence, sentence
from app.ui.statement_row import CHIP_COLUMN, StatementRow, least_row_width
from app.ui.theme import MEDIUM, Theme
from app.ui.tokens import READING_WIDTH, SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from app.ui.widgets.buttons import PlainButton, QuietButton
from app.ui.widgets.card import Bar
from app.ui.widgets.label import ElidedLabel, Hint
from app.ui.widgets.reading_text import ReadingText
from app.ui.widgets.voice_badge import VoiceLabel
from app.ui.words import origin_words, state_words

STATEMENTS_PER_PAGE = 40


def least_reading_width(theme: Theme) -> int:
    """Return the pixels that a statement needs so that its choices stand in one row, in the language of now."""
    return least_row_width(theme) + 2 * theme.px(SPACE_24) + theme.px(SPACE_12)


class ReadingPane(QWidget):
    """Shows an answer as it arrives, word by word, and then as statements, forty to a page."""

    def __init__(self, theme: Theme, desk: Desk, local_model: LocalModel, answer: Answer) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._local_model = local_model
        self._answer = answer
        self._arriving = desk.asking.arriving_answer_id == answer.id
        self.rows: dict[str, StatementRow] = {}
        self._page = -1
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._foot())
        self._content = QWidget()
        self._content.setProperty("kind", "content")
        sides = QHBoxLayout(self._content)
        side = theme.px(SPACE_24)
        sides.setContentsMargins(side, theme.px(SPACE_12), side, side)
        inner = QWidget()
        inner.setMaximumWidth(theme.px(READING_WIDTH))
        sides.addWidget(inner)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(SPACE_4))
        self._add_question()
        self._add_answer_head()
        self._statements = QVBoxLayout()
        self._statements.setSpacing(theme.px(SPACE_4))
        self._column.addLayout(self._statements)
        self._add_body()
        self._column.addStretch(1)
        self._scroll.setWidget(self._content)
        # A timer of its own: a single shot whose context goes first would keep this pane, and the record, for ever.
        self._reveal = QTimer(self, singleShot=True, interval=0)
        self._reveal.timeout.connect(self._reveal_current)
        desk.room.place_changed.connect(self._show_current)
        desk.room.record_changed.connect(self._on_record_changed)
        local_model.state_changed.connect(self._show_actions)
        desk.asking.state_changed.connect(self._show_actions)
        self._show_actions()
        self._show_current()

    def focus_entry(self) -> QWidget:
        """Where the keyboard enters this pane: the current statement, or the button that stops."""
        current = self.rows.get(self._desk.room.place.statement_id or "")
        if current is not None:
            return current
        return self.stop if self._arriving else self.again

    # Building

    def _add_question(self) -> None:
        record = self._desk.room.record
        if record is None:
            return
        question = record.exploration(self._answer.exploration_id).question
        if not question:
            return
        name = record.client.pseudonym
        self._column.addWidget(
            VoiceLabel(self._theme, "client", name, words=self.tr("{name} asked").format(name=name))
        )
        self._column.addWidget(
            ReadingText(self._theme, question, reading=False, weight=MEDIUM, balanced=False)
        )
        self._column.addSpacing(self._theme.px(SPACE_12))

    def _add_answer_head(self) -> None:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_12))
        row.addWidget(VoiceLabel(theme, "ai", "", words=self.tr("AI text")))
        row.addWidget(ElidedLabel(theme, origin_words(self._answer), "small", "text2"), 1)
        if not self._arriving:
            for voice in self._desk.room.voices():
                words = self.tr("You") if voice.kind is VoiceKind.THERAPIST else voice.name
                label = VoiceLabel(theme, voice.kind, "", words=words, role="small", badge=theme.px(16))
                label.setMinimumWidth(theme.px(CHIP_COLUMN))
                row.addWidget(label)
            row.addSpacing(theme.px(SPACE_16))
        self._column.addLayout(row)
        self._add_answer_tabs()
        self._column.addSpacing(theme.px(SPACE_8))

    def _add_answer_tabs(self) -> None:
        record = self._desk.room.record
        answers = () if record is None else record.shown_answers(self._answer.exploration_id)
        if len(answers) < 2:
            return
        self._column.addSpacing(self._theme.px(SPACE_8))
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(SPACE_8))
        for number, answer in enumerate(answers, start=1):
            tab = TabButton(
                self._theme,
                self.tr("Answer {number}").format(number=number),
                chosen=answer.id == self._answer.id,
            )
            tab.clicked.connect(lambda _checked, one=answer.id: self._desk.room.choose_answer(one))
            row.addWidget(tab)
        row.addStretch(1)
        self._column.addLayout(row)

    def _add_body(self) -> None:
        theme = self._theme
        if self._arriving:
            self.text = ReadingText(theme, self._desk.asking.arriving_text, balanced=False)
            self._statements.addSpacing(theme.px(SPACE_12))
            self._statements.addWidget(self.text)
            self._desk.asking.answer_grew.connect(self._on_grew)
            FollowEnd(self._scroll.verticalScrollBar())
            return
        self.pages = QWidget()
        page_row = QHBoxLayout(self.pages)
        page_row.setContentsMargins(0, 0, 0, 0)
        page_row.setSpacing(theme.px(SPACE_12))
        self.earlier = PlainButton(theme, self.tr("Earlier statements"), "chevron-left")
        self.earlier.clicked.connect(lambda: self._move_page(-1))
        self.where = Hint(theme, "", wraps=False)
        self.more = PlainButton(theme, self.tr("More statements"), "chevron-right", icon_after=True)
        self.more.clicked.connect(lambda: self._move_page(1))
        for part in (self.earlier, self.where, self.more):
            page_row.addWidget(part)
        page_row.addStretch(1)
        self._column.addWidget(self.pages)
        words = state_words(self._answer.state)
        if not self._all_statements():
            words = " ".join((self.tr("Nothing arrived that can be read."), words)).strip()
        if words:
            self._column.addSpacing(theme.px(SPACE_8))
            self._column.addWidget(Hint(theme, words))

    def _foot(self) -> Bar:
        theme = self._theme
        bar = Bar(theme, at_foot=True)
        self.again = PlainButton(theme, self.tr("Ask once more"), "repeat-2")
        self.again.clicked.connect(self._ask_once_more)
        bar.row.addWidget(self.again)
        self.said = Hint(theme, "")
        bar.row.addWidget(self.said, 1)
        self.progress = QProgressBar(minimum=0, maximum=100, textVisible=False)
        self.progress.setAccessibleName(self.tr("How much of the question the model has read"))
        self.progress.setFixedWidth(theme.px(160))
        bar.row.addWidget(self.progress)
        self.stop = QuietButton(theme, self.tr("Stop"), "circle-stop", "Esc")
        self.stop.setShortcut("Esc")
        self.stop.clicked.connect(self._desk.asking.stop)
        bar.row.addWidget(self.stop)
        self.stop.setVisible(self._arriving)
        self.progress.setVisible(self._arriving and not self._desk.asking.arriving_text)
        self.again.setVisible(not self._arriving)
        if self._arriving:
            self.said.setText(self.tr("The model is reading the question."))
            self._desk.asking.reading_progressed.connect(self._on_reading)
        return bar

    # While it arrives

    def _on_reading(self, fraction: float) -> None:
        self.progress.setValue(round(fraction * 100))

    def _on_grew(self, answer_id: str, added: str) -> None:
        if answer_id != self._answer.id:
            return
        self.progress.hide()
        self.said.setText(self.tr("The answer is arriving."))
        self.text.append(added)

    # Statements

    def _all_statements(self) -> tuple[str, ...]:
        record = self._desk.room.record
        return () if record is None else tuple(s.id for s in record.statements_of(self._answer.id))

    def _show_current(self) -> None:
        if self._arriving or self._desk.room.record is None:
            return
        ids = self._all_statements()
        current = self._desk.room.place.statement_id
        index = ids.index(current) if current in ids else 0
        self._show_page(index // STATEMENTS_PER_PAGE)
        for statement_id, row in self.rows.items():
            row.set_current(statement_id == current)
        self._reveal.start()

    def _reveal_current(self) -> None:
        row_now = self.rows.get(self._desk.room.place.statement_id or "")
        if row_now is not None:
            self._bring_into_view(row_now)

    def _bring_into_view(self, row: StatementRow) -> None:
        """Scroll as little as it takes to show the row, and so that no line above it is cut in two."""
        bar = self._scroll.verticalScrollBar()
        top = self._top_of(row)
        least = max(0, top + row.height() + self._theme.px(SPACE_24) - self._scroll.viewport().height())
        if least <= bar.value() <= top:
            return
        starts = [0, *(self._top_of(other) for other in self.rows.values())]
        bar.setValue(next((start for start in starts if least <= start <= top), top))

    def _top_of(self, row: StatementRow) -> int:
        return row.mapTo(self._content, QPoint(0, 0)).y()

    def _show_page(self, page: int) -> None:
        if page == self._page:
            return
        self._page = page
        for row in self.rows.values():
            self._statements.removeWidget(row)
            row.hide()
            row.deleteLater()
        record = self._desk.room.record
        statements = () if record is None else record.statements_of(self._answer.id)
        first = page * STATEMENTS_PER_PAGE
        self.rows = {}
        for statement in statements[first : first + STATEMENTS_PER_PAGE]:
            text = readable(self._answer.text, statement.start, statement.end)
            row = StatementRow(self._theme, self._desk.room, statement, text)
            row.chosen.connect(self._desk.room.choose_statement)
            row.moved.connect(self._move)
            self._statements.addWidget(row)
            self.rows[statement.id] = row
        last = first + len(self.rows)
        self.pages.setVisible(len(statements) > STATEMENTS_PER_PAGE)
        self.earlier.set_available(first > 0, self.tr("These are the first."))
        self.more.set_available(last < len(statements), self.tr("These are the last."))
        where = self.tr("{first} to {last} of {total}")
        self.where.setText(where.format(first=first + 1, last=last, total=len(statements)))

    def _move_page(self, by: int) -> None:
        ids = self._all_statements()
        index = min(len(ids) - 1, max(0, (self._page + by) * STATEMENTS_PER_PAGE))
        self._desk.room.choose_statement(ids[index])
        self.rows[ids[index]].setFocus()

    def _move(self, by: int) -> None:
        ids = self._all_statements()
        current = self._desk.room.place.statement_id
        index = (ids.index(current) if current in ids else 0) + by
        if 0 <= index < len(ids):
            self._desk.room.choose_statement(ids[index])
            self.rows[ids[index]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_record_changed(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            if isinstance(change, AppendMark) and change.event.statement_id in self.rows:
                self.rows[change.event.statement_id].show_marks()

    # Asking once more

    def _ask_once_more(self) -> None:
        try:
            self._desk.asking.ask_once_more(self._answer.exploration_id)
        except KnownError as fault:
            self.said.setText(sentence(fault.code))

    def _show_actions(self) -> None:
        record = self._desk.room.record
        if record is None or self._arriving:
            return
        permission = self._desk.asking.permission()
        if not record.exploration(self._answer.exploration_id).question:
            self.again.set_available(False, self.tr("It is not known what was asked."))
        elif permission.reason is not None:
            self.again.set_available(False, reason_sentence(permission.reason))
        elif self._desk.asking.arriving_answer_id is not None:
            self.again.set_available(False, self.tr("An answer is still arriving."))
        else:
            ready = self._local_model.state is ModelState.READY
            self.again.set_available(ready, self.tr("The model is not ready yet."))
        made_by_starter = self._local_model.is_starter and isinstance(self._answer.origin, MadeHere)
        self.said.setText(
            self.tr("This small English model shows how Trialogue works. It is not for clinical use.")
            if made_by_starter
            else ""
        )
