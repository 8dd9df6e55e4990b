"""What is agreed on until the next session: what, who, and by when."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from app.controllers.looking import Looking
from app.domain.shared import SharedNextStep, SharedVoice
from app.ui.sentences import reason_sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8
from app.ui.views.date_choice import DateChoice
from app.ui.views.options import Options
from app.ui.views.own_words import OwnWords
from app.ui.widgets.card import Card
from app.ui.widgets.label import Caption, Heading

_EVERYBODY = "everybody"


class NextStepCard(Card):
    """Everything on it saves itself."""

    def __init__(self, theme: Theme, looking: Looking) -> None:
        super().__init__(theme)
        self._looking = looking
        self._theme = theme
        self._step = SharedNextStep("", None, None)
        self._voices: tuple[SharedVoice, ...] = ()
        self.body.addWidget(Heading(theme, self.tr("The next step"), "body"))
        self.words = OwnWords(
            theme, self.tr("What happens next"), looking, "next_step", self._keep_words, most_lines=6
        )
        self.body.addWidget(self.words)
        self._owner_place = QVBoxLayout()
        self._owner_place.setSpacing(theme.px(SPACE_8))
        self._owner_place.addWidget(Caption(theme, self.tr("Who does it")))
        self.body.addLayout(self._owner_place)
        self.owner: Options | None = None
        self.due = DateChoice(theme)
        self.due.chosen.connect(self._keep_due)
        self.body.addWidget(self.due)
        reason = looking.keeping_permission().reason
        self._open = reason is None
        if reason is not None:
            self.words.close_because(reason_sentence(reason))
            self.due.set_available(False)

    def show_step(self, step: SharedNextStep, voices: tuple[SharedVoice, ...]) -> None:
        """Show what is kept."""
        self._step = step
        if voices != self._voices or self.owner is None:
            self._voices = voices
            self._ask_who(voices)
        self.words.show_kept(step.text)
        if self.owner is not None:
            self.owner.show_chosen(_EVERYBODY if step.owner is None else step.owner.id)
        self.due.show_due(step.due)

    def _ask_who(self, voices: tuple[SharedVoice, ...]) -> None:
        if self.owner is not None:
            self._owner_place.removeWidget(self.owner)
            self.owner.hide()
            self.owner.deleteLater()
        names = [(voice.id, voice.name) for voice in voices]
        self.owner = Options(
            self._theme, self.tr("Who does it"), (*names, (_EVERYBODY, self.tr("Everybody")))
        )
        self.owner.chosen.connect(self._keep_owner)
        self.owner.set_available(self._open)
        self._owner_place.addWidget(self.owner)

    def _keep_words(self, text: str) -> None:
        self._looking.set_next_step(text, self._owner_id(), self._step.due)

    def _keep_owner(self, key: str) -> None:
        owner_id = None if key == _EVERYBODY else key
        self._looking.set_next_step(self._step.text, owner_id, self._step.due)

    def _keep_due(self, due: date | None) -> None:
        self._looking.set_next_step(self._step.text, self._owner_id(), due)

    def _owner_id(self) -> str | None:
        return None if self._step.owner is None else self._step.owner.id
