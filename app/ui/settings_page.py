"""Settings: one column, each choice seen at once."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from app.controllers.room import Room
from app.controllers.settings import Distance, Language, LookSettings, Scheme
from app.domain.text import NAME_MAX_CHARS
from app.errors import KnownError
from app.ui.region import Region
from app.ui.sentences import sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_12, SPACE_24, SPACE_32
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.field import TextField
from app.ui.widgets.label import Caption, Heading, Hint
from app.ui.words import LANGUAGE_NAMES, distance_words, scheme_words

_NAME_DRAFT = "settings.therapist_name"


class SettingsPage(QScrollArea):
    """Language, colours, size, the distance of the shared screen, and the therapist's name there."""

    def __init__(self, theme: Theme, room: Room, settings: LookSettings) -> None:
        super().__init__()
        self._theme = theme
        self._room = room
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setProperty("kind", "content")
        content.setMaximumWidth(theme.px(720))
        column = QVBoxLayout(content)
        side = theme.px(SPACE_32)
        column.setContentsMargins(side, theme.px(SPACE_24), side, theme.px(SPACE_24))
        column.setSpacing(theme.px(SPACE_12))
        column.addWidget(Heading(theme, self.tr("Settings")))
        self._first = self._choices(
            column,
            self.tr("Language"),
            [
                (LANGUAGE_NAMES[one], one is settings.language, partial(settings.set_language, one))
                for one in Language
            ],
        )
        self._choices(
            column,
            self.tr("Colours"),
            [
                (scheme_words(one), one is settings.scheme, partial(settings.set_scheme, one))
                for one in Scheme
            ],
        )
        self._choices(
            column,
            self.tr("Reading distance of the shared screen"),
            [
                (distance_words(one), one is settings.distance, partial(settings.set_distance, one))
                for one in Distance
            ],
        )
        self._size_row(column, settings)
        self._name_rows(column)
        column.addStretch(1)
        self.setWidget(content)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first choice."""
        super().focusInEvent(event)
        self._first.setFocus()

    def regions(self) -> tuple[Region, ...]:
        """What F6 moves between."""
        return (Region(self, self.name.input),)

    def _choices(
        self, column: QVBoxLayout, title: str, choices: Sequence[tuple[str, bool, Callable[[], None]]]
    ) -> QRadioButton:
        """Add a group of radio buttons and return the one that is chosen."""
        column.addSpacing(self._theme.px(SPACE_8))
        column.addWidget(Caption(self._theme, title))
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(SPACE_24))
        group = QButtonGroup(self)
        buttons: list[QRadioButton] = []
        for words, chosen, choose in choices:
            button = QRadioButton(words)
            button.setFont(self._theme.font("body"))
            button.setMinimumHeight(self._theme.px(32))
            button.setAccessibleDescription(title)
            button.setChecked(chosen)
            button.clicked.connect(lambda _checked, choose=choose: choose())
            group.addButton(button)
            buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return next(button for button in buttons if button.isChecked())

    def _size_row(self, column: QVBoxLayout, settings: LookSettings) -> None:
        column.addSpacing(self._theme.px(SPACE_8))
        column.addWidget(Caption(self._theme, self.tr("Size of everything")))
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(SPACE_12))
        for words, keys, steps in (
            (self.tr("Smaller"), "Ctrl+-", -1),
            (self.tr("Larger"), "Ctrl++", 1),
            (self.tr("Usual size"), "Ctrl+0", 0),
        ):
            button = PlainButton(self._theme, words, hint=keys)
            button.clicked.connect(lambda _checked, steps=steps: settings.enlarge(steps))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _name_rows(self, column: QVBoxLayout) -> None:
        column.addSpacing(self._theme.px(SPACE_8))
        self.name = TextField(
            self._theme, self.tr("Your name on the shared screen"), max_length=2 * NAME_MAX_CHARS
        )
        self.name.set_text(self._room.draft(_NAME_DRAFT) or self._room.therapist_name)
        self.name.changed.connect(lambda text: self._room.set_draft(_NAME_DRAFT, text))
        self.name.entered.connect(self._keep_name)
        column.addWidget(self.name)
        keep = PlainButton(self._theme, self.tr("Use this name"))
        keep.clicked.connect(self._keep_name)
        column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(
            Hint(self._theme, self.tr("Your name stands beside your marks when you look together."))
        )

    def _keep_name(self) -> None:
        try:
            self._room.set_therapist_name(self.name.text())
        except KnownError as fault:
            self.name.set_sentence(sentence(fault.code), "danger")
            return
        self._room.set_draft(_NAME_DRAFT, "")
        self.name.set_sentence(self.tr("Saved."))
