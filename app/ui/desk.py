"""The desk: the rail at the side, and the section that was chosen. Everything here is for the therapist alone."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.local_model import LocalModel
from app.controllers.practice import Desk, Practice
from app.controllers.saving import SaveState
from app.controllers.settings import LookSettings, Recording
from app.domain.changes import Screen
from app.errors import ErrorCode
from app.ui.beside_panel import BesidePanel
from app.ui.home import HomePage
from app.ui.recording_offer import RecordingOffer
from app.ui.region import Region
from app.ui.screen_capture import ScreenCapture
from app.ui.second_display import SecondDisplay
from app.ui.sentences import sentence
from app.ui.session import SessionPage
from app.ui.settings_page import SettingsPage
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_24
from app.ui.widgets.notice import Notice
from app.ui.widgets.rail import Rail, RailItem

LOCK = "lock"

_RAIL_WITH_WORDS_FROM = 1400


class DeskScreen(QWidget):
    """Rail, notices above the section, and the section itself."""

    def __init__(
        self,
        theme: Theme,
        practice: Practice,
        desk: Desk,
        local_model: LocalModel,
        settings: LookSettings,
        second_display: SecondDisplay,
        capture: ScreenCapture,
    ) -> None:
        super().__init__()
        self._second_display = second_display
        self._capture = capture
        self._theme = theme
        self._practice = practice
        self._desk = desk
        self._local_model = local_model
        self._settings = settings
        self._page: HomePage | SessionPage | SettingsPage | None = None
        self._page_key: tuple[str, str | None] = ("", None)
        self.setProperty("kind", "screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rail = Rail(
            theme,
            (
                RailItem(Screen.HOME, "users", self.tr("Clients"), "Ctrl+1"),
                RailItem(Screen.SESSION, "book-open", self.tr("Session"), "Ctrl+2"),
            ),
            (
                RailItem(Screen.SETTINGS, "settings", self.tr("Settings"), "Ctrl+3"),
                RailItem(LOCK, "lock", self.tr("Lock"), "Ctrl+L"),
            ),
        )
        self.rail.chosen.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.beside = BesidePanel(theme, desk.together, second_display, self)
        side_column = QVBoxLayout()
        side_column.setSpacing(0)
        side_column.addWidget(self.rail, 1)
        side_column.addWidget(self.beside)
        row.addLayout(side_column)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._notices = QVBoxLayout()
        side = theme.px(SPACE_24)
        self._notices.setContentsMargins(side, 0, side, 0)
        self._notices.setSpacing(theme.px(SPACE_8))
        self._column.addLayout(self._notices)
        row.addLayout(self._column, 1)
        self._add_notices()
        desk.saver.state_changed.connect(self._show_saving)
        desk.room.went_wrong.connect(self.show_fault)
        desk.asking.went_wrong.connect(self.show_fault)
        desk.asking.state_changed.connect(self._forget_fault)
        self.fault_notice.dismissed.connect(desk.asking.put_fault_away)
        desk.room.place_changed.connect(self._show_page)
        desk.room.workspace_changed.connect(self._show_page)
        self._add_keys()
        self._show_page()
        self._show_saving()
        if desk.asking.fault is not None:
            # It happened while the shared screen stood here, which tells nobody.
            self.show_fault(desk.asking.fault)

    def _add_notices(self) -> None:
        theme, practice, desk = self._theme, self._practice, self._desk
        self.saving_notice = Notice(theme, "danger", "", action=self.tr("Try again"))
        self.saving_notice.acted.connect(desk.saver.try_again)
        self.saving_notice.hide()
        self.fault_notice = Notice(theme, "warn", "", dismissable=True)
        self.fault_notice.hide()
        unkept = sentence(ErrorCode.CHANGE_NOT_KEPT)
        self.unkept_notice = Notice(theme, "danger", unkept, dismissable=True)
        self.unkept_notice.dismissed.connect(practice.put_unkept_away)
        practice.state_changed.connect(self._show_unkept)
        self._show_unkept()
        for notice in (self.saving_notice, self.unkept_notice, self.fault_notice):
            self._notices.addWidget(notice)
        if self._capture.can_hide and self._settings.recording is Recording.UNDECIDED:
            self.recording_offer = RecordingOffer(theme)
            self.recording_offer.decided.connect(self._decide_recording)
            self._notices.addWidget(self.recording_offer)

    @property
    def page(self) -> HomePage | SessionPage | SettingsPage | None:
        """The section that is shown."""
        return self._page

    def show_fault(self, code: ErrorCode) -> None:
        """Say what went wrong, until it is put away."""
        self.fault_notice.set_sentence(sentence(code))
        self.fault_notice.show()

    def _decide_recording(self, hide: bool) -> None:
        self._settings.set_recording(Recording.HIDDEN if hide else Recording.SHOWN)

    def _forget_fault(self) -> None:
        """The next question is under way: what went wrong with the last one is past."""
        if self._desk.asking.arriving_answer_id is not None:
            self.fault_notice.hide()

    def show_bug(self) -> None:
        """Say that something of ours failed, and whether what was written is in the vault."""
        if self._desk.saver.state is SaveState.SAVED and self._practice.unkept is None:
            words = self.tr(
                "Something in Trialogue did not work. What you wrote is saved; lock and unlock to go on safely."
            )
        else:
            words = self.tr(
                "Something in Trialogue did not work. What you wrote last may not be saved: write it down, then "
                "lock and unlock."
            )
        self.fault_notice.set_sentence(words)
        self.fault_notice.show()

    def _show_unkept(self) -> None:
        self.unkept_notice.setVisible(self._practice.unkept is not None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start in the section."""
        super().focusInEvent(event)
        if self._page is not None:
            self._page.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Icons alone where words would take the room that reading needs."""
        super().resizeEvent(event)
        compact = self.width() < self._theme.px(_RAIL_WITH_WORDS_FROM)
        self.rail.set_compact(compact)
        self.beside.set_compact(compact)

    def _add_keys(self) -> None:
        room = self._desk.room
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+1", lambda: self._go(Screen.HOME)),
            ("Ctrl+2", lambda: self._go(Screen.SESSION)),
            ("Ctrl+3", lambda: self._go(Screen.SETTINGS)),
            ("Ctrl+Z", room.undo),
            ("Ctrl+Shift+Z", room.redo),
            ("Ctrl+Y", room.redo),
            ("Ctrl+S", lambda: self._desk.saver.when_saved(lambda: None)),
            ("F6", self._next_region),
        )
        for sequence, act in keys:
            QShortcut(QKeySequence(sequence), self).activated.connect(act)

    def _next_region(self) -> None:
        """Move the keyboard from the rail to the section, through its parts, and round again."""
        if self._page is None:
            return
        current = self.rail.buttons.get(self._desk.room.place.screen) or self.rail.buttons[Screen.HOME]
        regions = [Region(self.rail, current), *self._page.regions()]
        here = next((i for i, region in enumerate(regions) if region.holds(self.focusWidget())), -1)
        regions[(here + 1) % len(regions)].entry.setFocus(Qt.FocusReason.TabFocusReason)

    def _go(self, key: str) -> None:
        room = self._desk.room
        if key == LOCK:
            self._practice.lock()
        elif key == Screen.SESSION and room.record is None:
            room.go(replace(room.place, screen=Screen.HOME))
        else:
            room.show_screen(key)

    def _show_page(self) -> None:
        room = self._desk.room
        screen = room.place.screen
        if screen == Screen.SESSION and room.record is None:
            screen = Screen.HOME
        session_id = room.record.session.id if room.record is not None and screen == Screen.SESSION else None
        session_button = self.rail.buttons[Screen.SESSION]
        session_button.set_available(
            room.record is not None, self.tr("Start or open a session first, under Clients.")
        )
        self.rail.set_current(screen)
        if (screen, session_id) == self._page_key:
            return
        self._page_key = (screen, session_id)
        if self._page is not None:
            self._column.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = self._new_page(screen)
        self._column.addWidget(self._page, 1)
        self._page.show()
        self._page.setFocus()

    def _new_page(self, screen: str) -> HomePage | SessionPage | SettingsPage:
        if screen == Screen.SESSION:
            return SessionPage(self._theme, self._desk, self._local_model, self._settings)
        if screen == Screen.SETTINGS:
            return SettingsPage(self._theme, self._desk, self._settings, self._second_display, self._capture)
        return HomePage(self._theme, self._desk.room)

    def _show_saving(self) -> None:
        fault = self._desk.saver.fault
        self.saving_notice.setVisible(fault is not None)
        if fault is not None:
            self.saving_notice.set_sentence(sentence(fault))
