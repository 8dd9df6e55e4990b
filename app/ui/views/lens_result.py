"""What the model says about an answer, while it arrives and afterwards."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.controllers.looking import Looking
from app.domain.answer import AnswerState
from app.domain.shared import SharedLens
from app.ui.theme import Theme
from app.ui.tokens import SPACE_12, SPACE_16
from app.ui.unverified import UnverifiedCaption
from app.ui.widgets.card import Card
from app.ui.widgets.label import Hint
from app.ui.widgets.reading_text import ReadingText
from app.ui.words import state_words


class LensResult(QWidget):
    """One result: what it is about, its text as it arrives, and how it ended. Whose text it is stands above it."""

    def __init__(self, theme: Theme, looking: Looking, page: SharedLens) -> None:
        super().__init__()
        self.id = page.id
        self._state: AnswerState | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_16))
        self.about = Hint(theme)
        column.addWidget(self.about)
        self.about_text = ReadingText(theme, role="body")
        column.addWidget(self.about_text)
        self.about_unverified = UnverifiedCaption(theme)
        column.addWidget(self.about_unverified)
        card = Card(theme)
        card.body.setSpacing(theme.px(SPACE_12))
        self.reading = Hint(theme, self.tr("The model is reading the answer."))
        card.body.addWidget(self.reading)
        self.progress = QProgressBar(minimum=0, maximum=100, textVisible=False)
        self.progress.setAccessibleName(self.tr("How much of the answer the model has read"))
        card.body.addWidget(self.progress)
        self.text = ReadingText(theme, page.text, balanced=False)
        card.body.addWidget(self.text)
        self.unverified = UnverifiedCaption(theme)
        card.body.addWidget(self.unverified)
        self.ended = Hint(theme)
        card.body.addWidget(self.ended)
        column.addWidget(card)
        column.addStretch(1)
        looking.text_grew.connect(self._on_grew)
        looking.asking.reading_progressed.connect(self._on_reading)

    def show_page(self, page: SharedLens) -> None:
        """Show how far it has come."""
        self._show_about(page)
        if page.text != self.text.whole_text():
            self.text.set_text(page.text)
        elif page.state is not AnswerState.ARRIVING and self._state is AnswerState.ARRIVING:
            # What grew word by word is told to a screen reader once it is whole.
            self.text.set_text(page.text)
        self.unverified.show_whether(page.unverified)
        self._state = page.state
        self._show_reading()
        self.ended.setText(" ".join(filter(None, (*self._remarks(page), state_words(page.state)))))
        self.ended.setVisible(bool(self.ended.text()))

    def _remarks(self, page: SharedLens) -> tuple[str, ...]:
        shortened = self.tr("The model was shown only the beginning of the answer: all of it found no room.")
        nothing = self.tr("Nothing arrived that can be read.")
        ended = page.state is not AnswerState.ARRIVING
        return (shortened if page.shortened else "", nothing if ended and not page.text.strip() else "")

    def _show_about(self, page: SharedLens) -> None:
        if not page.statement_id:
            words = self.tr("About the whole answer")
        elif page.about.text:
            words = self.tr("About this statement of the AI text")
        else:
            words = self.tr("About a statement that has been joined or divided since")
        self.about.setText(words)
        self.about_text.setVisible(bool(page.about.text))
        self.about_unverified.show_whether(page.about.unverified)
        if page.about.text != self.about_text.whole_text():
            self.about_text.set_text(page.about.text)

    def _show_reading(self) -> None:
        waits = self._state is AnswerState.ARRIVING and not self.text.whole_text()
        self.reading.setVisible(waits)
        self.progress.setVisible(waits)

    def _on_grew(self, answer_id: str, added: str) -> None:
        if answer_id == self.id:
            self.text.append(added)
            self._show_reading()

    def _on_reading(self, fraction: float) -> None:
        self.progress.setValue(round(fraction * 100))
