"""Settings: what coming back from the shared screen asks for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.returning import Returning
from app.domain.changes import ReturnAsks
from app.errors import ErrorCode, KnownError
from app.ui.choice_row import ChoiceRow
from app.ui.sentences import sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_12, SPACE_16
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.field import PassphraseField


class ReturningSection(QWidget):
    """Nothing, a PIN that is typed twice, or the passphrase. Until a new PIN is kept, what held before holds."""

    def __init__(self, theme: Theme, returning: Returning) -> None:
        super().__init__()
        self._returning = returning
        asks = returning.asks
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_12))
        self.choice = ChoiceRow(
            theme,
            self.tr("Coming back from the shared screen asks for"),
            [
                (self.tr("Nothing"), asks is ReturnAsks.NOTHING, self._choose_nothing),
                (self.tr("A PIN"), asks is ReturnAsks.PIN, self._choose_pin),
                (self.tr("The passphrase"), asks is ReturnAsks.PASSPHRASE, self._choose_passphrase),
            ],
        )
        column.addWidget(self.choice)
        self.fields = QWidget()
        fields = QVBoxLayout(self.fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(theme.px(SPACE_12))
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_16))
        self.pin = PassphraseField(theme, self.tr("PIN, 4 to 12 digits"))
        self.repeated = PassphraseField(theme, self.tr("The same PIN again"))
        for field in (self.pin, self.repeated):
            field.input.setInputMethodHints(field.input.inputMethodHints() | Qt.InputMethodHint.ImhDigitsOnly)
            field.entered.connect(self._keep_pin)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        fields.addLayout(row)
        self.keep = PlainButton(theme, self.tr("Use this PIN"))
        self.keep.clicked.connect(self._keep_pin)
        fields.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.fields)
        self.fields.hide()
        self._say_what_holds()

    def _choose_nothing(self) -> None:
        self._returning.choose_nothing()
        self._put_fields_away()

    def _choose_passphrase(self) -> None:
        self._returning.choose_passphrase()
        self._put_fields_away()

    def _choose_pin(self) -> None:
        self.fields.show()
        self.choice.say(self.tr("It is asked for from the moment on at which you keep it here."))
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_pin(self) -> None:
        try:
            self._returning.choose_pin(self.pin.passphrase(), self.repeated.passphrase())
        except KnownError as fault:
            wrong = self.repeated if fault.code is ErrorCode.PINS_DIFFER else self.pin
            self.pin.set_sentence("")
            self.repeated.set_sentence("")
            wrong.set_sentence(sentence(fault.code), "danger")
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._put_fields_away()
        self.choice.chosen().setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_fields_away(self) -> None:
        for field in (self.pin, self.repeated):
            field.clear()
            field.set_sentence("")
        self.fields.hide()
        self._say_what_holds()

    def _say_what_holds(self) -> None:
        self.choice.say(
            {
                ReturnAsks.NOTHING: self.tr("Whoever sits at the screen can open your desk."),
                ReturnAsks.PIN: self.tr(
                    "Your PIN opens your desk. After five wrong ones your passphrase is asked for."
                ),
                ReturnAsks.PASSPHRASE: self.tr("Your passphrase opens your desk."),
            }[self._returning.asks]
        )
