"""Answers that were asked for at once, while they arrive: what the model reads, and the answers side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.controllers.asking import Asking
from app.domain.shared import SharedText
from app.ui.theme import Theme
from app.ui.views.side_by_side import SideBySide
from app.ui.widgets.label import Hint


class ArrivingRound(QWidget):
    """Each answer can be stopped by itself; what has come of it stays."""

    def __init__(self, theme: Theme, asking: Asking, title_of: Callable[[SharedText], str]) -> None:
        super().__init__()
        self._asking = asking
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.said = Hint(theme, self.tr("The model is reading the question."))
        self.progress = QProgressBar(minimum=0, maximum=100, textVisible=False)
        self.progress.setAccessibleName(self.tr("How much of the question the model has read"))
        self.progress.setFixedWidth(theme.px(160))
        self.answers = SideBySide(theme, title_of)
        self.answers.stop_asked.connect(asking.stop)
        self.answers.first_asked.connect(self._show_from)
        self.answers.head.addWidget(self.said, 1)
        self.answers.head.addWidget(self.progress)
        column.addWidget(self.answers, 1)
        asking.reading_progressed.connect(self._on_reading)
        self._texts: tuple[SharedText, ...] = ()

    def show_answers(self, texts: Sequence[SharedText]) -> None:
        """Show these answers as they are now."""
        self._texts = tuple(texts)
        self._show_from(self.answers.first)
        if any(text.text for text in texts):
            self._show_begun()

    def grow(self, answer_id: str) -> None:
        """Show what has arrived of one of them by now."""
        self.answers.grow(answer_id, self._asking.text_of(answer_id))
        self._show_begun()

    def scroll_by(self, pages: int) -> None:
        """Move the texts that are seen."""
        self.answers.scroll_by(pages)

    def entry(self) -> QWidget:
        """Where the keyboard enters."""
        return self.answers.entry()

    def _show_from(self, first: int) -> None:
        self.answers.show_answers(self._texts, first)

    def _show_begun(self) -> None:
        if not self.progress.isHidden():
            self.progress.hide()
            self.said.setText(self.tr("The answers are arriving."))

    def _on_reading(self, fraction: float) -> None:
        self.progress.setValue(round(fraction * 100))
