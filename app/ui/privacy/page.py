"""Privacy: what was tried on this computer and what came of it, live and in plain words, and what is not promised."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from app.controllers.privacy import FILE_NAME, EvidenceRow, EvidenceSheet, Privacy
from app.domain.evidence import Check, Standing, Subject
from app.errors import ErrorCode
from app.ui.choosing_files import files_chosen, saving_dialog
from app.ui.privacy.recording import recording_check
from app.ui.privacy.row import CheckRow
from app.ui.privacy.words import claim_words, limit_words, sentence_words, standing_words, subject_words
from app.ui.region import Region
from app.ui.screen_capture import ScreenCapture
from app.ui.sentences import sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_12, SPACE_24, SPACE_32
from app.ui.vault.time_words import time_words
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.card import Card
from app.ui.widgets.content import Content
from app.ui.widgets.label import Heading, Hint, Label

_COUNT_EVERY_MS = 5_000
_WIDTH = 860


class PrivacyPage(QScrollArea):
    """A card for each part of the program, a row for each claim. Everything is tried when the page is opened."""

    def __init__(self, theme: Theme, privacy: Privacy, capture: ScreenCapture) -> None:
        super().__init__()
        self._theme = theme
        self._privacy = privacy
        self._capture = capture
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = Content()
        content.setMaximumWidth(theme.px(_WIDTH))
        column = QVBoxLayout(content)
        side = theme.px(SPACE_32)
        column.setContentsMargins(side, theme.px(SPACE_24), side, theme.px(SPACE_24))
        column.setSpacing(theme.px(SPACE_12))
        column.addWidget(Heading(theme, self.tr("Privacy")))
        column.addWidget(Label(theme, self._about(), "body", "text2", wraps=True))
        column.addLayout(self._deeds())
        self.said = Hint(theme)
        self.said.hide()
        column.addWidget(self.said)
        self._cards: dict[Subject, Card] = {}
        self._rows: dict[Subject, tuple[CheckRow, ...]] = {}
        self._shown: dict[Subject, tuple[tuple[Standing, EvidenceRow], ...]] = {}
        self._found: tuple[Check, ...] = ()
        for subject in Subject:
            card = Card(theme)
            card.body.setSpacing(0)
            self._cards[subject] = card
            column.addWidget(card)
        column.addWidget(self._limits())
        column.addStretch(1)
        self.setWidget(content)
        privacy.changed.connect(self._show)
        privacy.saved.connect(self._on_saved)
        privacy.failed.connect(self._on_failed)
        self._count = QTimer(self, interval=_COUNT_EVERY_MS)
        self._count.timeout.connect(privacy.look_at_sockets)

    def regions(self) -> tuple[Region, ...]:
        """What F6 moves between."""
        return (Region(self, self.again),)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at trying it again."""
        super().focusInEvent(event)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Try everything, and count the connections as long as somebody looks."""
        super().showEvent(event)
        self._count.start()
        if not event.spontaneous():
            # Not before: what the system says of the window is asked of the one that the page stands in.
            self._show()
            self._privacy.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self._count.stop()

    def rows(self) -> tuple[CheckRow, ...]:
        """The rows that are shown, from above."""
        return tuple(row for rows in self._rows.values() for row in rows)

    def sheet(self) -> EvidenceSheet:
        """Return what is shown, as it is saved."""
        return EvidenceSheet(
            language=QLocale().bcp47Name(),
            title=self.tr("Trialogue: what leaves this computer"),
            about=f"{_tried_words(self._found)} {self._about()}".strip(),
            columns=(
                self.tr("Claim"),
                self.tr("Outcome"),
                self.tr("In words"),
                self.tr("When"),
                self.tr("What was tried"),
            ),
            groups=tuple(
                (subject_words(subject), tuple(row for _standing, row in rows))
                for subject, rows in self._shown.items()
            ),
            limits_title=self._limits_title(),
            limits=limit_words(),
            versions_title=self.tr("Versions"),
            versions=self._privacy.versions,
        )

    def _about(self) -> str:
        return self.tr(
            "What Trialogue promises, and what came of trying it on this computer. A tick stands only where "
            "something was tried and holds."
        )

    def _deeds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(SPACE_12))
        self.again = PlainButton(self._theme, self.tr("Check again"))
        self.again.clicked.connect(self._privacy.look)
        self.save = PlainButton(self._theme, self.tr("Save as one page…"))
        self.save.clicked.connect(self._choose_where)
        row.addWidget(self.again)
        row.addWidget(self.save)
        self.state = Hint(self._theme, wraps=False)
        row.addWidget(self.state)
        row.addStretch(1)
        return row

    def _limits_title(self) -> str:
        return self.tr("What Trialogue cannot promise")

    def _limits(self) -> Card:
        card = Card(self._theme)
        card.body.addWidget(Heading(self._theme, self._limits_title()))
        for limit in limit_words():
            card.body.addWidget(Label(self._theme, f"– {limit}", "label", "text2", wraps=True))
        return card

    def _show(self) -> None:
        busy = self._privacy.busy
        self.state.setText(self.tr("Trying…") if busy else "")
        self.save.setEnabled(not busy)
        found = [(check, sentence_words(check)) for check in self._privacy.checks()]
        found.append(recording_check(self._capture, self.window()))
        self._found = tuple(check for check, _words in found)
        for subject in Subject:
            of_it = [(check, words) for check, words in found if check.subject is subject]
            rows = tuple((check.standing, _row(check, words)) for check, words in of_it)
            self._show_card(subject, rows, _tried_words([check for check, _words in of_it]))

    def _show_card(
        self, subject: Subject, rows: tuple[tuple[Standing, EvidenceRow], ...], tried: str
    ) -> None:
        card = self._cards[subject]
        card.setVisible(bool(rows))
        if self._shown.get(subject) == rows:
            return
        self._shown[subject] = rows
        while (item := card.body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        card.body.addWidget(Heading(self._theme, subject_words(subject)))
        self._rows[subject] = tuple(CheckRow(self._theme, standing, row) for standing, row in rows)
        for made in self._rows[subject]:
            card.body.addWidget(made)
        if tried:
            card.body.addWidget(Hint(self._theme, tried))

    def _choose_where(self) -> None:
        dialog = saving_dialog(self, self.tr("Save the privacy page"), FILE_NAME, self.tr("Web page"))
        dialog.accepted.connect(lambda: self._save_to(files_chosen(dialog)[0]))
        dialog.open()

    def _save_to(self, path: Path) -> None:
        self._privacy.save(path, self.sheet())

    def _on_saved(self) -> None:
        self._say(self.tr("Saved."))

    def _on_failed(self, code: ErrorCode) -> None:
        self._say(sentence(code))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()


def _tried_words(checks: Sequence[Check]) -> str:
    """Return since when all of it has been tried: the time of what was tried first."""
    times = [check.at for check in checks if check.at is not None]
    if not times:
        return ""
    words = QCoreApplication.translate("Privacy", "Tried: {time}.")
    return words.format(time=time_words(min(times)))


def _row(check: Check, words: str) -> EvidenceRow:
    when = "" if check.at is None else time_words(check.at)
    return EvidenceRow(claim_words(check), standing_words(check.standing), words, when, check.tried)
