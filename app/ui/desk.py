"""The desk: the rail at the side, and the section that was chosen. Everything here is for the therapist alone."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.controllers.bug_reports import BugReports
from app.controllers.keys import KeyDeed
from app.controllers.local_model import LocalModel
from app.controllers.practice import Desk, Practice
from app.controllers.settings import LookSettings
from app.domain.changes import Screen
from app.ui.beside_panel import BesidePanel
from app.ui.bug_report import BugReport
from app.ui.desk_notices import DeskNotices
from app.ui.home import HomePage
from app.ui.privacy.page import PrivacyPage
from app.ui.region import Region
from app.ui.rekeying_page import RekeyingPage
from app.ui.screen_capture import ScreenCapture
from app.ui.second_display import SecondDisplay
from app.ui.session import SessionPage
from app.ui.settings_page import SettingsPage
from app.ui.system_locks.watch import SystemWatch
from app.ui.theme import Theme
from app.ui.vault.parts import vault_parts
from app.ui.vault_page import VaultPage
from app.ui.widgets.rail import Rail, RailItem

LOCK = "lock"

Section = HomePage | SessionPage | VaultPage | RekeyingPage | SettingsPage | PrivacyPage

_REKEYING = "rekeying"

_RAIL_WITH_WORDS_FROM = 1400
_LOW = 600


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
        watch: SystemWatch,
        reports: BugReports,
        copy: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._reports = reports
        self._copy = copy
        self._report: BugReport | None = None
        self._second_display = second_display
        self._capture = capture
        self._watch = watch
        self._theme = theme
        self._practice = practice
        self._desk = desk
        self._local_model = local_model
        self._settings = settings
        self._page: Section | None = None
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
                RailItem(Screen.VAULT, "shield", self.tr("Vault"), "Ctrl+3"),
                RailItem(Screen.SETTINGS, "settings", self.tr("Settings"), "Ctrl+4"),
                RailItem(Screen.PRIVACY, "unplug", self.tr("Privacy"), "Ctrl+5"),
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
        self.notices = DeskNotices(theme, practice, desk, settings, capture, reports)
        self.notices.part_asked.connect(self._go_to_vault)
        self.notices.report_asked.connect(self._show_report)
        self._column.addWidget(self.notices)
        row.addLayout(self._column, 1)
        desk.room.place_changed.connect(self._show_page)
        desk.room.workspace_changed.connect(self._show_page)
        desk.upkeep.keys.changed.connect(self._show_page)
        self._shortcuts = self._add_keys()
        self._show_page()
        self.notices.begin()

    @property
    def page(self) -> Section | None:
        """The section that is shown."""
        return self._page

    def _show_report(self) -> None:
        """Put the report of what went wrong in the place of the section, until it is closed or another is chosen."""
        self._close_report()
        self._report = BugReport(self._theme, self._reports, self._copy)
        self._report.closed.connect(self._close_report)
        if self._page is not None:
            self._page.hide()
        self._column.addWidget(self._report, 1)
        self._report.show()
        self._report.setFocus()

    def _close_report(self) -> None:
        report, self._report = self._report, None
        if report is None:
            return
        self._column.removeWidget(report)
        report.hide()
        report.deleteLater()
        if self._page is not None:
            self._page.show()
            self._page.setFocus()

    def _go_to_vault(self, part: str) -> None:
        self._go(Screen.VAULT)
        self._show_vault_part(part)

    def _show_vault_part(self, part: str) -> None:
        if isinstance(self._page, VaultPage):
            self._page.show_part(part)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start in the section."""
        super().focusInEvent(event)
        if self._page is not None:
            self._page.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Icons alone, and fewer notices, where they would take the room that reading needs."""
        super().resizeEvent(event)
        compact = self.width() < self._theme.px(_RAIL_WITH_WORDS_FROM)
        self.rail.set_compact(compact)
        self.beside.set_compact(compact)
        is_low = self.height() < self._theme.px(_LOW)
        self.notices.leave_room(is_low)

    def _add_keys(self) -> tuple[QShortcut, ...]:
        room = self._desk.room
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+1", lambda: self._go(Screen.HOME)),
            ("Ctrl+2", lambda: self._go(Screen.SESSION)),
            ("Ctrl+3", lambda: self._go(Screen.VAULT)),
            ("Ctrl+4", lambda: self._go(Screen.SETTINGS)),
            ("Ctrl+5", lambda: self._go(Screen.PRIVACY)),
            ("Ctrl+Z", room.undo),
            ("Ctrl+Shift+Z", room.redo),
            ("Ctrl+Y", room.redo),
            ("Ctrl+S", lambda: self._desk.saver.when_saved(lambda: None)),
            ("F6", self._next_region),
        )
        shortcuts = []
        for sequence, act in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(act)
            shortcuts.append(shortcut)
        return tuple(shortcuts)

    def _next_region(self) -> None:
        """Move the keyboard from the rail to the section, through its parts, and round again."""
        if self._page is None:
            return
        current = self.rail.buttons.get(self._desk.room.place.screen) or self.rail.buttons[Screen.HOME]
        shown = self._page if self._report is None else self._report
        regions = [Region(self.rail, current), *shown.regions()]
        here = next((i for i, region in enumerate(regions) if region.holds(self.focusWidget())), -1)
        regions[(here + 1) % len(regions)].entry.setFocus(Qt.FocusReason.TabFocusReason)

    def _go(self, key: str) -> None:
        room = self._desk.room
        self._close_report()
        if key == LOCK:
            self._practice.lock()
        elif key == Screen.SESSION and room.record is None:
            room.go(replace(room.place, screen=Screen.HOME))
        else:
            room.show_screen(key)

    def _show_page(self) -> None:
        room = self._desk.room
        screen: str = room.place.screen
        if screen == Screen.SESSION and room.record is None:
            screen = Screen.HOME
        if self._is_rekeying():
            screen = _REKEYING
        session_id = room.record.session.id if room.record is not None and screen == Screen.SESSION else None
        session_button = self.rail.buttons[Screen.SESSION]
        session_button.set_available(
            room.record is not None, self.tr("Start or open a session first, under Clients.")
        )
        self._close_while_rekeying()
        self.rail.set_current(Screen.VAULT if screen == _REKEYING else screen)
        if (screen, session_id) == self._page_key:
            return
        self._page_key = (screen, session_id)
        self._close_report()
        if self._page is not None:
            self._column.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = self._new_page(screen)
        self._column.addWidget(self._page, 1)
        self._page.show()
        self._page.setFocus()

    def _is_rekeying(self) -> bool:
        return self._desk.upkeep.keys.under_way is KeyDeed.REKEYED

    def show_lines(self) -> None:
        """Show the crisis lines: in the session, or else among the settings, where they are kept."""
        self._close_report()
        if isinstance(self._page, SessionPage):
            self._desk.looking.toggle_lines()
        elif not self._is_rekeying():
            self._go(Screen.SETTINGS)
            if isinstance(self._page, SettingsPage):
                self._page.show_lines()

    def _close_while_rekeying(self) -> None:
        """Only locking is left then: what is typed or taken back would not be saved until it is done."""
        rekeying = self._is_rekeying()
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not rekeying)
        reason = self.tr("Everything is being encrypted anew. It can be stopped here.")
        for key in (Screen.HOME, Screen.VAULT, Screen.SETTINGS, Screen.PRIVACY):
            self.rail.buttons[key].set_available(not rekeying, reason)
        if rekeying:
            self.rail.buttons[Screen.SESSION].set_available(False, reason)

    def _new_page(self, screen: str) -> Section:
        if screen == _REKEYING:
            return RekeyingPage(self._theme, self._desk.upkeep.keys)
        if screen == Screen.SESSION:
            return SessionPage(
                self._theme, self._desk, self._local_model, self._settings, self._second_display
            )
        if screen == Screen.VAULT:
            parts = vault_parts(
                self._theme, self._desk, self._show_vault_part, self._practice.lock_to_salvage
            )
            return VaultPage(self._theme, self._desk.room, parts)
        if screen == Screen.SETTINGS:
            return SettingsPage(
                self._theme,
                self._desk,
                self._settings,
                self._second_display,
                self._capture,
                self._watch,
                self._local_model,
            )
        if screen == Screen.PRIVACY:
            return PrivacyPage(self._theme, self._desk.privacy, self._capture)
        return HomePage(self._theme, self._desk.room, self._desk.deleting)
