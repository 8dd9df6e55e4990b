"""What each voice marked, side by side."""

from dataclasses import replace

from PySide6.QtCore import QPropertyAnimation, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QStyle, QWidget

from app.controllers.looking import Looking
from app.domain.changes import View
from app.domain.shared import SharedPage, SharedRevealed, SharedRow
from app.ui.theme import Theme
from app.ui.tokens import REVEAL_MS, SPACE_8, SPACE_24, PresetName
from app.ui.views.revealed_row import (
    Form,
    RevealedRow,
    form_for,
    link_width,
    number_width,
    voice_width,
)
from app.ui.views.revealed_rows import RevealedRows
from app.ui.views.view import ExploringView
from app.ui.widgets.buttons import Button, PlainButton, PrimaryButton, QuietButton
from app.ui.widgets.label import Hint
from app.ui.widgets.voice_badge import VoiceLabel

_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class RevealedView(ExploringView):
    """Rows of a statement and every voice's mark, with the relation of neighbours between them. Never a sum.

    Whole rows only, a page at a time; across the room one statement a page.
    """

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__(theme, looking)
        self._page: SharedRevealed | None = None
        self._form = Form.BESIDE
        self._chosen_id = ""
        self._across = theme.preset.name is PresetName.ROOM
        self.count = Hint(theme, "", wraps=False)
        self._head = QWidget()
        self._names = QHBoxLayout(self._head)
        self._names.setContentsMargins(0, 0, theme.px(SPACE_8), theme.px(SPACE_8))
        self._names.setSpacing(0)
        self.column.setSpacing(theme.px(SPACE_8))
        self.column.addWidget(self._head)
        self.rows = RevealedRows(self._new_row, 1 if self._across else None)
        self.rows.paged.connect(self._show_paging)
        self.column.addWidget(self.rows, 1)
        self.back = PlainButton(theme, self.tr("Back"), "chevron-left")
        self.back.clicked.connect(lambda: self._turn_page(-1))
        self.next = PlainButton(theme, self.tr("Next"), "chevron-right", icon_after=True)
        self.next.clicked.connect(lambda: self._turn_page(1))
        self.again = PlainButton(theme, self.tr("Ask again"), "repeat-2")
        self.again.clicked.connect(lambda: looking.show(View.AGAIN))
        self.mark_again = QuietButton(theme, self.tr("Mark again"), "pencil-line")
        self.mark_again.clicked.connect(lambda: self._go(View.READ))
        self.keep = PrimaryButton(theme, self.tr("Keep something"), "bookmark")
        self.keep.clicked.connect(lambda: self._go(View.KEEP))

    def title(self) -> str:
        """The view's name."""
        return self.tr("What we each marked")

    def subtitle(self) -> str:
        """How to begin."""
        return self.tr("Read one aloud. What do you notice?")

    def foot(self) -> tuple[Button, ...]:
        """The pages, and what can follow."""
        return self.back, self.next, self.mark_again, self.again, self.keep

    def focus_entry(self) -> QWidget:
        """The row that is meant; across the room, where there is but one, nothing of its own."""
        if self._across:
            return self
        return next((row for row in self.rows.shown if row.statement_id == self._chosen_id), self)

    def scroll_by(self, pages: int) -> None:
        """Go on to the next page, unless the statement on this one is longer than the screen."""
        if not self.rows.is_cut:
            self._turn_page(pages)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Up and Down go from row to row, Left and Right from page to page."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _PAGES or (key in _ROWS and self._across):
            self._turn_page({**_PAGES, **_ROWS}[key])
        elif key in _ROWS:
            self._step(_ROWS[key])
        else:
            return False
        return True

    def appear(self) -> None:
        """The marks lie open now: let them come into view, and say so once to whoever listens."""
        words = self.tr("The marks lie open now, side by side.")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        if not self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self):
            return
        effect = QGraphicsOpacityEffect(self.rows)
        self.rows.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self.rows)
        fade.setDuration(REVEAL_MS)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.finished.connect(self._stop_fading)
        fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the voices beside the statements where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _draw(self, page: SharedPage) -> bool:
        if not isinstance(page, SharedRevealed):
            return False
        before, self._page = self._page, page
        if before is None or before.voices != page.voices:
            self._form = form_for(self.theme, self.width(), len(page.voices))
            self._show_head(page)
        if before is None or before.first != page.first or not self._chosen_id:
            self._chosen_id = page.rows[page.first].statement.id if page.rows else ""
        self.rows.show_rows(page.rows, page.first)
        self._mark_out()
        return True

    def _arrange(self) -> None:
        page = self._page
        if page is not None and form_for(self.theme, self.width(), len(page.voices)) is not self._form:
            self._form = form_for(self.theme, self.width(), len(page.voices))
            self._show_head(page)
            self.rows.build_anew()

    def _new_row(self, row: SharedRow) -> RevealedRow:
        made = RevealedRow(self.theme, row, self._form)
        made.chosen.connect(self._choose)
        if self._across:
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            made.mark_out(row.statement.id == self._chosen_id)
        return made

    def _choose(self, statement_id: str) -> None:
        self._chosen_id = statement_id
        self._mark_out()

    def _mark_out(self) -> None:
        for row in self.rows.shown:
            if not self._across:
                row.mark_out(row.statement_id == self._chosen_id)

    def _go(self, view: View) -> None:
        chosen = self._chosen_id or None
        self.looking.go(replace(self.looking.spot, view=view, statement_id=chosen, part=0))

    def _step(self, by: int) -> None:
        shown = [row.statement_id for row in self.rows.shown]
        at = shown.index(self._chosen_id) + by if self._chosen_id in shown else 0
        if 0 <= at < len(shown):
            self._choose(shown[at])
            self.rows.shown[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._turn_page(by)

    def _turn_page(self, by: int) -> None:
        page = self._page
        if page is None:
            return
        to = self.rows.end if by > 0 else self.rows.start_before()
        if to < len(page.rows) and to != self.rows.start:
            self.looking.choose_statement(page.rows[to].statement.id)

    def _stop_fading(self) -> None:
        # The stubs do not know that no effect is an effect.
        self.rows.setGraphicsEffect(None)  # type: ignore[arg-type]

    # Names above, pages at the foot

    def _show_head(self, page: SharedRevealed) -> None:
        while (item := self._names.takeAt(0)) is not None:
            part = item.widget()
            if part is not None and part is not self.count:
                part.hide()
                part.deleteLater()
        beside = self._form is Form.BESIDE
        if not self._across:
            self._names.addSpacing(number_width(self.theme))
        says = VoiceLabel(self.theme, "ai", "", words=self.tr("The AI text says"), role="label")
        self._names.addWidget(says)
        self._names.addSpacing(self.theme.px(SPACE_24))
        if not beside:
            self._names.addStretch(1)
        self._names.addWidget(self.count)
        if beside:
            self._names.addStretch(1)
            for place, voice in enumerate(page.voices):
                if place:
                    self._names.addSpacing(link_width(self.theme))
                name = VoiceLabel(self.theme, voice.kind, voice.name)
                name.setFixedWidth(voice_width(self.theme))
                self._names.addWidget(name)

    def _show_paging(self) -> None:
        total = 0 if self._page is None else len(self._page.rows)
        start, end = self.rows.start, self.rows.end
        if end - start > 1:
            words = self.tr("{first}–{last} of {total}").format(first=start + 1, last=end, total=total)
        else:
            words = self.tr("{number} of {total}").format(number=start + 1, total=total)
        self.count.setText(words if total else "")
        self.back.set_available(start > 0, self.tr("This is the first one."))
        self.next.set_available(end < total, self.tr("This is the last one."))
        shown = [row.statement_id for row in self.rows.shown]
        if shown and self._chosen_id not in shown:
            self._choose(shown[0])
