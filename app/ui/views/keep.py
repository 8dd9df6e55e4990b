"""Take-aways in the client's own words, and a next step. The next session opens on them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.looking import Looking
from app.domain.changes import View
from app.domain.shared import SharedKeep, SharedPage, SharedTakeAway
from app.errors import KnownError
from app.ui.sentences import reason_sentence, sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_12, SPACE_24
from app.ui.unverified import UnverifiedCaption
from app.ui.views.next_step import NextStepCard
from app.ui.views.scrolled import Scrolled
from app.ui.views.take_away_row import TakeAwayRow
from app.ui.views.view import ExploringView
from app.ui.widgets.buttons import Button, PlainButton, PrimaryButton
from app.ui.widgets.card import Card
from app.ui.widgets.field import TextArea
from app.ui.widgets.label import Caption, Hint
from app.ui.widgets.notice import Notice
from app.ui.widgets.reading_text import ReadingText
from app.ui.widgets.voice_badge import VoiceLabel

_DRAFT = "take_away"
_SIDE_BY_SIDE_FROM = 52
"""Letters' heights of width from which the next step stands beside the take-aways."""


class KeepView(ExploringView):
    """A field for something to keep, what is kept already, and the next step."""

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__(theme, looking)
        self._taken_back = ""
        self.rows: dict[str, TakeAwayRow] = {}
        self._scroll = Scrolled(theme)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(theme.px(SPACE_24))
        left = QVBoxLayout()
        left.setSpacing(theme.px(SPACE_12))
        self._add_about(left)
        self._add_field(left)
        self.brought_back = Notice(
            theme, "info", self.tr("That is taken back."), action=self.tr("Bring it back"), dismissable=True
        )
        self.brought_back.acted.connect(self._bring_back)
        self.brought_back.hide()
        left.addWidget(self.brought_back)
        self.kept = Caption(theme, self.tr("What is kept from today"))
        left.addWidget(self.kept)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(SPACE_12))
        left.addLayout(self._list)
        left.addStretch(1)
        self._halves.addLayout(left, 1)
        right = QVBoxLayout()
        self.step = NextStepCard(theme, looking)
        right.addWidget(self.step)
        right.addStretch(1)
        self._halves.addLayout(right, 1)
        self._scroll.body.addLayout(self._halves)
        self._scroll.body.addStretch(1)
        self.column.addWidget(self._scroll, 1)
        self.to_page = PlainButton(theme, self.tr("The page to take home"), "chevron-right", icon_after=True)
        self.to_page.clicked.connect(self._show_paper)

    def title(self) -> str:
        """The view's name."""
        return self.tr("Keep something")

    def subtitle(self) -> str:
        """What becomes of it."""
        return self.tr("The next session opens on what you keep here.")

    def foot(self) -> tuple[Button, ...]:
        """On to the page."""
        return (self.to_page,)

    def focus_entry(self) -> QWidget:
        """The field for something to keep."""
        return self.words.input

    def scroll_by(self, pages: int) -> None:
        """Move what does not fit."""
        self._scroll.scroll_by(pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The next step beside the take-aways where there is room for both."""
        super().resizeEvent(event)
        wide = self.width() >= self.theme.size("body") * _SIDE_BY_SIDE_FROM
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._halves.direction() != direction:
            self._halves.setDirection(direction)

    def _add_about(self, column: QVBoxLayout) -> None:
        self.about = Card(self.theme)
        self.about.body.addWidget(VoiceLabel(self.theme, "ai", "", words=self.tr("AI text that led to it")))
        self.about_text = ReadingText(self.theme, role="body")
        self.about.body.addWidget(self.about_text)
        self.unverified = UnverifiedCaption(self.theme)
        self.about.body.addWidget(self.unverified)
        column.addWidget(self.about)

    def _add_field(self, column: QVBoxLayout) -> None:
        self.words = TextArea(self.theme, self.tr("In your own words"), lines=2, most_lines=8)
        self.words.set_text(self.looking.draft(_DRAFT))
        self.words.changed.connect(self._keep_draft)
        column.addWidget(self.words)
        row = QHBoxLayout()
        self.keep = PrimaryButton(self.theme, self.tr("Keep it"), "bookmark")
        self.keep.clicked.connect(self._keep)
        row.addWidget(self.keep)
        self.closed = Hint(self.theme)
        row.addWidget(self.closed, 1)
        column.addLayout(row)
        reason = self.looking.keeping_permission().reason
        if reason is not None:
            self.words.input.setReadOnly(True)
            self.keep.set_available(False, reason_sentence(reason))
            self.closed.setText(reason_sentence(reason))

    def _draw(self, page: SharedPage) -> bool:
        if not isinstance(page, SharedKeep):
            return False
        said = page.about.text
        self.about.setVisible(bool(said))
        self.unverified.show_whether(page.about.unverified)
        quoted = self.tr("“{statement}”").format(statement=said) if said else ""
        if quoted != self.about_text.whole_text():
            self.about_text.set_text(quoted)
        self._show_rows(page.take_aways)
        self.step.show_step(page.next_step, page.voices)
        return True

    def _show_rows(self, take_aways: tuple[SharedTakeAway, ...]) -> None:
        """Rows stay with their take-aways, so that nobody loses the place in which they write."""
        ids = [one.id for one in take_aways]
        for gone in [key for key in self.rows if key not in ids]:
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index, one in enumerate(take_aways):
            if one.id not in self.rows:
                row = TakeAwayRow(self.theme, self.looking, one)
                row.taken_back.connect(self._take_back)
                self.rows[one.id] = row
                self._list.insertWidget(index, row)
            self.rows[one.id].show_take_away(one)
        self.kept.setVisible(bool(take_aways))
        if self._taken_back in ids:
            # Undo brought it again.
            self._taken_back = ""
            self.brought_back.hide()

    def _keep_draft(self) -> None:
        self.looking.set_draft(_DRAFT, self.words.text())

    def _keep(self) -> None:
        try:
            self.looking.keep(self.words.text())
        except KnownError as fault:
            self.words.set_sentence(sentence(fault.code), "danger")
        else:
            self.words.set_sentence("")
            self.words.clear()
        self.words.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self, take_away_id: str) -> None:
        self._taken_back = take_away_id
        self.looking.keeping.take_back(take_away_id)
        self.brought_back.show()
        self.brought_back.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self) -> None:
        taken_back, self._taken_back = self._taken_back, ""
        self.brought_back.hide()
        self.looking.keeping.bring_back(taken_back)
        self.rows[taken_back].words.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_paper(self) -> None:
        self.looking.show(View.PAGE)
