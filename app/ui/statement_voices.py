"""What the voices say of the statement that is being worked on, in words."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.statement_model import StatementLine, VoiceLine, voice_words
from app.ui.theme import Theme
from app.ui.tokens import SPACE_4, SPACE_8
from app.ui.widgets.fit_look import fit_words
from app.ui.widgets.label import Hint
from app.ui.widgets.reading_text import ReadingText
from app.ui.widgets.voice_badge import VoiceBadge

_BADGE = 20


class StatementVoices(QWidget):
    """Before the marks are revealed, who else has marked; afterwards each mark, what it was, and own words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(SPACE_4))
        self._shown: tuple[tuple[VoiceLine, str], ...] = ()

    def words(self) -> str:
        """All that is shown, for a screen reader."""
        return " ".join(
            " ".join(part for part in (words, _others_words(line)) if part) for line, words in self._shown
        )

    def show_line(self, line: StatementLine) -> None:
        """Show what the voices say of a statement now."""
        shown = tuple(
            (voice, words) for voice in line.voices if (words := self._words_of(voice, line.revealed))
        )
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        for voice, words in shown:
            self._column.addWidget(self._row(voice, words))

    def _words_of(self, line: VoiceLine, revealed: bool) -> str:
        if line.covered:
            words = self.tr("{name} has marked this one. It stays covered until you reveal together.")
            return words.format(name=line.name)
        if not revealed:
            return ""
        # The therapist's own present mark stands in the choices.
        parts = [voice_words(line)] if voice_words(line) and not line.is_own else []
        if line.was is not None:
            words = (
                self.tr("{name}, when you revealed: {fit}")
                if line.is_own
                else self.tr("When you revealed: {fit}")
            )
            parts.append(words.format(name=line.name, fit=fit_words(line.was)))
        if not parts and _others_words(line):
            parts.append(line.name)
        return ". ".join(parts)

    def _row(self, line: VoiceLine, words: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(SPACE_8))
        size = self._theme.px(_BADGE)
        row.addWidget(VoiceBadge(self._theme, line.voice.kind, line.voice.name, size))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Hint(self._theme, words))
        remark = _others_words(line)
        if remark:
            column.addWidget(ReadingText(self._theme, remark, reading=False, role="body", balanced=False))
        row.addLayout(column, 1)
        return holder


def _others_words(line: VoiceLine) -> str:
    """The therapist's own stand in the field where they were typed."""
    return "" if line.is_own else line.remark.strip()
