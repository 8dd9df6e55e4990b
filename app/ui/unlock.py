"""The locked screen: one field and one button. Nothing here says whose work it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar

from app.controllers.practice import Practice, PracticeState
from app.controllers.settings import LookSettings
from app.errors import ErrorCode
from app.ui.door import DoorScreen
from app.ui.sentences import sentence
from app.ui.soon import soon
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8
from app.ui.widgets.buttons import PlainButton, PrimaryButton
from app.ui.widgets.field import PassphraseField
from app.ui.widgets.label import Heading, Hint
from app.ui.widgets.notice import Notice


class UnlockScreen(DoorScreen):
    """Asks for the passphrase. Also what stands there while the last words are being saved after locking."""

    def __init__(self, theme: Theme, practice: Practice, settings: LookSettings) -> None:
        super().__init__(theme, settings)
        self._practice = practice
        body = self.card.body
        body.addWidget(Heading(theme, self.tr("Welcome back")))
        body.addWidget(Hint(theme, self.tr("Your work is locked on this computer.")))
        body.addSpacing(theme.px(SPACE_8))
        self.unsaved = Notice(theme, "danger", "", action=self.tr("Try again"))
        self.unsaved.acted.connect(self._try_again)
        body.addWidget(self.unsaved)
        self.give_up = PlainButton(theme, self.tr("Close all the same and lose the last words"))
        self.give_up.clicked.connect(practice.close_without_saving)
        body.addWidget(self.give_up)
        self.passphrase = PassphraseField(theme, self.tr("Passphrase"))
        self.passphrase.entered.connect(self._unlock)
        self.passphrase.changed.connect(lambda: self.passphrase.set_sentence(""))
        body.addWidget(self.passphrase)
        self.button = PrimaryButton(theme, self.tr("Unlock"), "lock-open")
        self.button.clicked.connect(self._unlock)
        body.addWidget(self.button)
        self.progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.progress.setAccessibleName(self.tr("Opening"))
        body.addWidget(self.progress)
        practice.state_changed.connect(self._show_state)
        practice.refused.connect(self._show_refusal)
        self._show_state()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start in the field."""
        super().focusInEvent(event)
        self.passphrase.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Start in the field."""
        super().showEvent(event)
        soon(self.passphrase, self.passphrase.setFocus)

    def _unlock(self) -> None:
        if self._practice.state is PracticeState.LOCKED:
            self._practice.unlock(self.passphrase.passphrase())

    def _try_again(self) -> None:
        if self._practice.desk is not None:
            self._practice.desk.saver.try_again()

    def _show_state(self) -> None:
        busy = self._practice.state in {PracticeState.OPENING, PracticeState.LOCKING}
        fault = self._practice.unsaved_fault
        self.passphrase.setEnabled(not busy)
        self.button.set_available(not busy, self.tr("The vault is being opened or closed."))
        self.progress.setVisible(busy and fault is None)
        self.unsaved.setVisible(fault is not None)
        self.give_up.setVisible(fault is not None)
        # While the last words were being saved the field could not take the keyboard.
        if not busy and self.hasFocus():
            self.passphrase.setFocus()
        if fault is not None:
            self.unsaved.set_sentence(sentence(fault))

    def _show_refusal(self, code: ErrorCode) -> None:
        self._show_state()
        self.passphrase.clear()
        self.passphrase.set_sentence(sentence(code), "danger")
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
