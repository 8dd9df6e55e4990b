"""Bringing an answer: typed, pasted, dropped, or out of a file. What is typed is kept as a draft until it is read."""

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.bringing import (
    ANSWER_DRAFT,
    BROUGHT_DRAFTS,
    FROM_WHOM_DRAFT,
    MODEL_DRAFT,
    QUESTION_DRAFT,
    SERVICE_DRAFT,
    BroughtAnswer,
)
from app.controllers.importing import pasted
from app.controllers.permission import Action
from app.controllers.practice import Desk
from app.controllers.source import Source
from app.domain.text import NAME_MAX_CHARS
from app.errors import ErrorCode, KnownError
from app.ui.bring_words import fault_sentence
from app.ui.carried import CarriedKind, carried_kind, carried_sources
from app.ui.choosing_files import ask_for_files, files_chosen
from app.ui.clipboard import lying_there
from app.ui.drop_place import DropPlace
from app.ui.sentences import permission_sentence, sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_12, SPACE_16
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.field import TextArea, TextField
from app.ui.widgets.notice import Notice
from app.ui.widgets.plain_paste import text_of

_PAUSE_MS = 300
"""Without a letter for so long, it is looked whether what was typed is a chat."""


class BringWay(QWidget):
    """A place for files, and below it the answer with what is known about it."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._importing = desk.importing
        self._keys = {name: desk.room.draft_of_session(name) for name in BROUGHT_DRAFTS}
        self._dialog: QFileDialog | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(SPACE_12))
        self._closed = permission_sentence(self._importing.permission())
        self.fault = Notice(theme, "warn", "", dismissable=True)
        self.fault.dismissed.connect(self._importing.put_fault_away)
        self._column.addWidget(self.fault)
        self.drop = DropPlace(theme)
        self.drop.open.set_available(not self._closed, self._closed)
        self.drop.open.clicked.connect(self.ask_for_files)
        self._column.addWidget(self.drop)
        self._add_fields()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look_for_turns)
        self.answer.changed.connect(self._pause.start)
        self.answer.input.installEventFilter(self)
        paste = QKeySequence(QKeySequence.StandardKey.Paste)
        QShortcut(paste, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(
            self._paste
        )
        self._importing.changed.connect(self._show_fault)
        self._show_fault()
        self._look_for_turns()

    @property
    def is_begun(self) -> bool:
        """Whether an answer was typed and not read yet."""
        return bool(self._draft(ANSWER_DRAFT))

    @property
    def says_fault(self) -> bool:
        """Whether there is something to say about a file that could not be read."""
        return self._importing.fault is not None

    def focus_entry(self) -> QWidget:
        """Where one types."""
        return self.answer.input

    # What is carried here

    def takes(self, source: QMimeData) -> bool:
        """Whether something that is pasted or dropped can be brought."""
        return not self._closed and carried_kind(source) is not CarriedKind.NOTHING

    def take(self, source: QMimeData) -> None:
        """Bring what was pasted or dropped: files are read, pictures too; text goes into the field."""
        if self._closed:
            return
        match carried_kind(source):
            case CarriedKind.FILES | CarriedKind.PICTURE:
                self._open(carried_sources(source))
            case CarriedKind.TEXT:
                self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
                self.answer.input.insertFromMimeData(source)
            case CarriedKind.NOTHING:
                pass

    def _open(self, sources: tuple[Source, ...]) -> None:
        if sources:
            self._importing.open(sources)
            return
        self.fault.set_sentence(
            self.tr("This picture can’t be pasted. Save it as a file, then open it here.")
        )
        self.fault.show()

    def show_drop(self, above: bool) -> None:
        """Show that what is dragged can be let go here."""
        self.drop.show_drop(above)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is pasted into the answer and is no text is brought; Qt would leave it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            source = lying_there()
            if event.matches(QKeySequence.StandardKey.Paste) and source is not None and not text_of(source):
                self.take(source)
                return True
        return super().eventFilter(watched, event)

    def _paste(self) -> None:
        source = lying_there()
        if source is not None:
            self.take(source)

    def ask_for_files(self) -> None:
        """Have files chosen, and read them."""
        if self._closed:
            return
        dialog = ask_for_files(self)
        dialog.accepted.connect(partial(self._open_files, dialog))
        dialog.open()

    def _open_files(self, dialog: QFileDialog) -> None:
        files = files_chosen(dialog)
        if files:
            self._importing.open(files)

    def _show_fault(self) -> None:
        fault = self._importing.fault
        self.fault.setVisible(fault is not None)
        if fault is not None:
            self.fault.set_sentence(fault_sentence(fault))

    # What is typed

    def _add_fields(self) -> None:
        theme = self._theme
        # Above the answer, which may fill the window.
        self.turns = Notice(theme, "info", "", action=self.tr("Take it apart"))
        self.turns.acted.connect(self._take_apart)
        self.turns.hide()
        self._column.addWidget(self.turns)
        self.answer = self._area(
            ANSWER_DRAFT, self.tr("The answer (AI text)"), self.tr("Paste or type what the AI said"), 7
        )
        self._column.addWidget(self.answer)
        self.brought_question = self._area(QUESTION_DRAFT, self.tr("What was asked, if you know"), "", 2)
        self._column.addWidget(self.brought_question)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_16))
        record = self._desk.room.record
        name = "" if record is None else record.client.pseudonym
        self.from_whom = self._line(FROM_WHOM_DRAFT, self.tr("Who brought it"), name)
        self.service = self._line(
            SERVICE_DRAFT, self.tr("Where it came from"), self.tr("ChatGPT, Gemini, a friend’s phone")
        )
        self.model = self._line(MODEL_DRAFT, self.tr("Which model"), "")
        for line in (self.from_whom, self.service, self.model):
            row.addWidget(line)
        self._column.addLayout(row)
        self.bring = PrimaryButton(theme, self.tr("Read it"), "book-open", "Ctrl+Enter")
        self.bring.clicked.connect(self._bring)
        self.bring.setShortcut("Ctrl+Return")
        closed = permission_sentence(self._desk.room.gate.permission(Action.BRING_ANSWER))
        self.bring.set_available(not closed, closed)
        self._column.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addStretch(1)

    def _area(self, name: str, label: str, placeholder: str, lines: int) -> TextArea:
        area = TextArea(self._theme, label, placeholder=placeholder, lines=lines, most_lines=lines + 6)
        area.set_text(self._draft(name))
        area.changed.connect(lambda: self._keep(name, area.text()))
        area.changed.connect(lambda: area.set_sentence(""))
        return area

    def _line(self, name: str, label: str, placeholder: str) -> TextField:
        line = TextField(self._theme, label, placeholder=placeholder, max_length=NAME_MAX_CHARS)
        line.set_text(self._draft(name))
        line.changed.connect(lambda text: self._keep(name, text))
        return line

    def _draft(self, name: str) -> str:
        return self._desk.room.draft(self._keys[name])

    def _keep(self, name: str, text: str) -> None:
        self._desk.room.set_draft(self._keys[name], text)

    def _look_for_turns(self) -> None:
        """Offer to take a copied chat apart. Nothing is taken apart by itself."""
        conversation = None if self._closed else pasted(self.answer.text())
        turns = 0 if conversation is None else len(conversation.turns)
        self.turns.setVisible(turns > 1)
        if turns > 1:
            words = self.tr("This reads like a chat with {number} turns.").format(number=turns)
            self.turns.set_sentence(words)

    def _take_apart(self) -> None:
        self._importing.open_pasted(self.answer.text())

    def _bring(self) -> None:
        try:
            self._desk.room.bring(
                BroughtAnswer(
                    question=self.brought_question.text(),
                    answer=self.answer.text(),
                    service=self.service.text(),
                    model=self.model.text(),
                    from_whom=self.from_whom.text(),
                )
            )
        except KnownError as fault:
            about_question = fault.code is ErrorCode.QUESTION_TOO_LONG
            field = self.brought_question if about_question else self.answer
            field.set_sentence(sentence(fault.code), "danger")
            field.setFocus()
            return
        for name in BROUGHT_DRAFTS:
            self._keep(name, "")
