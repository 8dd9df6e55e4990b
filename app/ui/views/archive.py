"""The conversations that somebody brought, to choose one from."""

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.controllers.importing import Fault
from app.controllers.looking import Looking
from app.domain.shared import SharedPage
from app.domain.shared_file import SharedArchive
from app.ui.bring_words import fault_sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_12
from app.ui.views.archive_list import ArchiveList
from app.ui.views.left_out import LeftOut
from app.ui.views.view import ExploringView
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.field import TextField
from app.ui.widgets.label import Hint

_PAUSE_MS = 250
"""Without a letter for so long, what was typed is searched for."""
_MOST_LETTERS = 200


class ArchiveView(ExploringView):
    """A field to search with, the list, and what was left out."""

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__(theme, looking)
        self._page: SharedArchive | None = None
        self.notice.dismissed.connect(looking.importing.put_fault_away)
        self.search = TextField(
            theme,
            self.tr("Search titles and texts"),
            placeholder=self.tr("Search titles and texts"),
            max_length=_MOST_LETTERS,
            label_shown=False,
        )
        self.search.input.addAction(
            theme.icons.icon("search", "text2"), self.search.input.ActionPosition.LeadingPosition
        )
        self.search.input.installEventFilter(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.search.changed.connect(lambda _text: self._pause.start())
        self.search.entered.connect(self._search_now)
        self.count = Hint(theme, wraps=False)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_12))
        row.addWidget(self.search, 1)
        row.addWidget(self.count)
        self.column.addLayout(row)
        self.list = ArchiveList(theme, looking, self.tr("Conversations"))
        self.list.opened.connect(looking.show_conversation)
        self.column.addWidget(self.list, 1)
        self.nothing = Hint(theme)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self.nothing, 1)
        self.left_out = LeftOut(theme)
        self.column.addWidget(self.left_out)
        self.open = PrimaryButton(theme, self.tr("Open"), "book-open", "Enter")
        self.open.clicked.connect(self._open)
        QShortcut(QKeySequence("Ctrl+F"), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(
            self._enter_search
        )

    def title(self) -> str:
        """A question."""
        return self.tr("Which conversation?")

    def subtitle(self) -> str:
        """What becomes of the others."""
        return self.tr("Only what you choose is kept. Everything else in the file is forgotten.")

    def foot(self) -> tuple[Button, ...]:
        """The way on."""
        return (self.open,)

    def back_words(self) -> str:
        """It closes the file."""
        return self.tr("Close the file")

    def go_back(self) -> None:
        """Look through it no more."""
        self.looking.importing.back()

    def focus_entry(self) -> QWidget:
        """The list; the field while nothing is listed."""
        return self.search.input if self.list.isHidden() else self.list

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field Esc clears what is typed, and goes back only when nothing is; down goes into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                self._search_now()
                return True
            if event.key() == Qt.Key.Key_Down and not self.list.isHidden():
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _draw(self, page: SharedPage) -> bool:
        if not isinstance(page, SharedArchive):
            return False
        before, self._page = self._page, page
        if page == before:
            return True
        if before is None:
            self.search.set_text(page.words)
            self._pause.stop()
        if before is None or (page.words, page.shown, page.searching) != (
            before.words,
            before.shown,
            before.searching,
        ):
            self.list.show_page(page)
        self.list.setVisible(bool(page.shown))
        self.nothing.setVisible(not page.shown)
        self.nothing.setText(
            self.tr("Searching…")
            if page.searching
            else self.tr("In no conversation do all these words stand.")
        )
        self.count.setText(self._count_words(page))
        self.left_out.show_report(page.left_out, page.unread)
        self.notice.setVisible(bool(page.problem))
        if page.problem:
            self.notice.set_sentence(fault_sentence(Fault(page.problem)))
        self.open.set_available(bool(page.shown), self.tr("Nothing is listed."))
        return True

    def _count_words(self, page: SharedArchive) -> str:
        total, shown = (QLocale().toString(number) for number in (page.total, page.shown))
        if page.words:
            return self.tr("{shown} of {total}").format(shown=shown, total=total)
        return self.tr("{total} conversations").format(total=total)

    def _search(self) -> None:
        self.looking.importing.search(self.search.text())

    def _search_now(self) -> None:
        self._pause.stop()
        self._search()

    def _enter_search(self) -> None:
        self.search.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.input.selectAll()

    def _open(self) -> None:
        row = self.list.current_row()
        if row is not None:
            self.looking.show_conversation(row)
