"""Settings: one column, each choice seen at once."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.controllers.local_model import LocalModel
from app.controllers.practice import Desk
from app.controllers.settings import (
    Distance,
    Language,
    LookSettings,
    Recording,
    Scheme,
    SecondDisplayUse,
)
from app.domain.text import NAME_MAX_CHARS
from app.errors import KnownError
from app.ui.about_section import AboutSection
from app.ui.choice_row import ChoiceRow
from app.ui.distance import Reach, is_believed
from app.ui.dress import shared_sizing
from app.ui.into_view import bring_into_view
from app.ui.lines_section import LinesSection
from app.ui.locking_section import LockingSection
from app.ui.model_section import ModelSection
from app.ui.place_section import PlaceSection
from app.ui.recording_offer import holding_words
from app.ui.region import Region
from app.ui.returning_section import ReturningSection
from app.ui.screen_capture import ScreenCapture
from app.ui.second_display import SecondDisplay
from app.ui.sentences import sentence
from app.ui.system_locks.watch import SystemWatch
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_12, SPACE_24, SPACE_32
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.content import Content
from app.ui.widgets.field import TextField
from app.ui.widgets.label import Caption, Heading, Hint
from app.ui.words import LANGUAGE_NAMES, distance_words, scheme_words

_NAME_DRAFT = "settings.therapist_name"


class SettingsPage(QScrollArea):
    """How it looks, how the shared screen works, when it locks, who and where you are, the crisis lines, the model,
    and what the program is made of."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        settings: LookSettings,
        second_display: SecondDisplay,
        capture: ScreenCapture,
        watch: SystemWatch,
        local_model: LocalModel,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._room = desk.room
        self._settings = settings
        self._second_display = second_display
        self._capture = capture
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = Content()
        content.setMaximumWidth(theme.px(720))
        column = QVBoxLayout(content)
        side = theme.px(SPACE_32)
        column.setContentsMargins(side, theme.px(SPACE_24), side, theme.px(SPACE_24))
        column.setSpacing(theme.px(SPACE_12))
        column.addWidget(Heading(theme, self.tr("Settings")))
        language = ChoiceRow(
            theme,
            self.tr("Language"),
            [
                (LANGUAGE_NAMES[one], one is settings.language, partial(settings.set_language, one))
                for one in Language
            ],
        )
        column.addWidget(language)
        self._first: QWidget = language.chosen()
        column.addWidget(
            ChoiceRow(
                theme,
                self.tr("Colours"),
                [
                    (scheme_words(one), one is settings.scheme, partial(settings.set_scheme, one))
                    for one in Scheme
                ],
            )
        )
        self._size_row(column, settings)
        self.distance = ChoiceRow(
            theme,
            self.tr("Reading distance of the shared screen"),
            [
                (distance_words(one), one is settings.distance, partial(settings.set_distance, one))
                for one in Distance
            ],
        )
        column.addWidget(self.distance)
        self._add_second_display(column)
        self.returning = ReturningSection(theme, desk.returning)
        column.addWidget(self.returning)
        self.locking = LockingSection(theme, settings, watch)
        column.addWidget(self.locking)
        self._add_recording(column)
        self._name_rows(column)
        self.place = PlaceSection(theme, desk.room, desk.place_of_practice)
        column.addWidget(self.place)
        self.lines = LinesSection(theme, desk.room, desk.lines)
        column.addWidget(self.lines)
        self.model = ModelSection(theme, local_model)
        column.addWidget(self.model)
        self.about = AboutSection(theme, desk.parts)
        column.addWidget(self.about)
        column.addStretch(1)
        self.setWidget(content)
        if self.place.has_just_changed:
            self._first = self.place.look
            bring_into_view(self.place)

    def show_lines(self) -> None:
        """Come to the crisis lines, with the keyboard."""
        self.lines.focus_entry().setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self.lines)

    def showEvent(self, event: QShowEvent) -> None:
        """Say what holds on this screen, which is known only now."""
        super().showEvent(event)
        self.distance.say(self._distance_sentence())
        holding = self._capture.holding(self.window())
        self.recording.say(holding_words(self._capture.can_hide, holding))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first choice."""
        super().focusInEvent(event)
        self._first.setFocus()

    def regions(self) -> tuple[Region, ...]:
        """What F6 moves between."""
        return (
            Region(self.place, self.place.entry()),
            Region(self.lines, self.lines.focus_entry()),
            Region(self.about, self.about.focus_entry()),
            Region(self, self.name.input),
        )

    def _distance_sentence(self) -> str:
        screen, size = self._second_display.reading_place()
        if not is_believed(screen.physicalDotsPerInch(), screen.devicePixelRatio()):
            return self.tr("This screen does not say how large it is. Letters are sized for a usual one.")
        reach = shared_sizing(self._settings, screen, size).reach
        return {
            Reach.PREFERRED: self.tr("Letters there are as large as is advised for this distance."),
            Reach.LEAST: self.tr(
                "Letters there can be read from this distance, and smaller than is advised. A larger window makes "
                "them larger."
            ),
            Reach.BELOW: self.tr(
                "The window is too small for this distance. Make it larger, or sit closer to the screen."
            ),
        }[reach]

    def _add_second_display(self, column: QVBoxLayout) -> None:
        settings = self._settings
        words = {
            SecondDisplayUse.USE: self.tr("Show together there"),
            SecondDisplayUse.TURN: self.tr("Turn this one all the same"),
        }
        self.second_display = ChoiceRow(
            self._theme,
            self.tr("When there is a second display"),
            [
                (words[one], one is settings.second_display, partial(settings.set_second_display, one))
                for one in SecondDisplayUse
            ],
        )
        column.addWidget(self.second_display)

    def _add_recording(self, column: QVBoxLayout) -> None:
        hidden = self._settings.recording is Recording.HIDDEN
        choose = self._settings.set_recording
        self.recording = ChoiceRow(
            self._theme,
            self.tr("In screen recordings"),
            [
                (self.tr("Show the desk"), not hidden, partial(choose, Recording.SHOWN)),
                (self.tr("Hide the desk"), hidden, partial(choose, Recording.HIDDEN)),
            ],
        )
        if not self._capture.can_hide:
            for button in self.recording.buttons:
                button.setEnabled(False)
        column.addWidget(self.recording)

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
