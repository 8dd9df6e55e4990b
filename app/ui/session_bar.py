"""The bar above a session: with whom, which session, the model on this computer, and the way to the shared screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.controllers.local_model import LocalModel, ModelState
from app.controllers.practice import Desk
from app.ui.sentences import reason_sentence, sentence
from app.ui.theme import Theme
from app.ui.widgets.buttons import PrimaryButton, QuietButton
from app.ui.widgets.card import Bar
from app.ui.widgets.label import Hint
from app.ui.widgets.voice_badge import VoiceLabel


class SessionBar(Bar):
    """Below a certain width its buttons are icons; their words stay as names and tooltips."""

    panel_toggled = Signal()

    def __init__(self, theme: Theme, desk: Desk, local_model: LocalModel) -> None:
        super().__init__(theme)
        self._desk = desk
        self._local_model = local_model
        record = desk.room.record
        name = "" if record is None else record.client.pseudonym
        number = 0 if record is None else record.session.number
        self.row.addWidget(VoiceLabel(theme, "client", name, role="body"))
        self.row.addWidget(Hint(theme, self.tr("Session {number}").format(number=number), wraps=False))
        self.row.addStretch(1)
        self.model = QuietButton(theme, "", "hard-drive")
        self.model.clicked.connect(self._on_model_clicked)
        self.undo = QuietButton(theme, self.tr("Undo"), "undo-2", "Ctrl+Z")
        self.undo.clicked.connect(desk.room.undo)
        self.redo = QuietButton(theme, self.tr("Redo"), "redo-2", "Ctrl+Shift+Z")
        self.redo.clicked.connect(desk.room.redo)
        self.panel = QuietButton(theme, self.tr("Show the private panel"), "panel-right", "Ctrl+.")
        self.panel.clicked.connect(self.panel_toggled)
        self.together = PrimaryButton(theme, self.tr("Show together"), "presentation", "Ctrl+Shift+T")
        self.together.clicked.connect(desk.together.show)
        permission = desk.together.permission()
        if permission.reason is not None:
            self.together.set_available(False, reason_sentence(permission.reason))
        for button in (self.model, self.undo, self.redo, self.panel, self.together):
            self.row.addWidget(button)
        for button in (self.undo, self.redo, self.panel):
            button.set_words_shown(False)
        local_model.state_changed.connect(self._show_model)
        desk.room.record_changed.connect(self._show_history)
        self._show_model()
        self._show_history()

    def focus_entry(self) -> QWidget:
        """Where the keyboard enters this bar."""
        return self.together if self.together.isEnabled() else self.panel

    def set_compact(self, compact: bool) -> None:
        """Icons alone, but for the way to the shared screen."""
        self.model.set_words_shown(not compact)

    def _on_model_clicked(self) -> None:
        if self._local_model.state is ModelState.FAULTY:
            self._local_model.try_again()

    def _show_model(self) -> None:
        state = self._local_model.state
        words = {
            ModelState.CHECKING: self.tr("Checking the model"),
            ModelState.LOADING: self.tr("Model getting ready"),
            ModelState.READY: self.tr("On this computer"),
            ModelState.FAULTY: self.tr("No model. Try again"),
        }
        self.model.set_words(words[state])
        self.model.set_icon_name("triangle-alert" if state is ModelState.FAULTY else "hard-drive")
        fault = self._local_model.fault
        name = "" if self._local_model.model is None else self._local_model.model.name
        self.model.set_hint(sentence(fault) if fault is not None else name)

    def _show_history(self) -> None:
        self.undo.set_available(self._desk.room.can_undo, self.tr("There is nothing to take back yet."))
        self.redo.set_available(self._desk.room.can_redo, self.tr("There is nothing to do again."))
