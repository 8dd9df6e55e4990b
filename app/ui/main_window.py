"""The window: which screen stands in it, and the keys that work everywhere."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QScreen, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from app.controllers.bug_reports import BugReports
from app.controllers.keys import KeyDeed
from app.controllers.local_model import LocalModel
from app.controllers.practice import Practice, PracticeState
from app.controllers.rescue import Rescue
from app.controllers.settings import LookSettings, Recording
from app.domain.changes import Screen
from app.succession.place import WindowPlace
from app.ui.create import CreateScreen, GivenSoFar
from app.ui.desk import DeskScreen
from app.ui.dress import Dress, shared_sizing
from app.ui.handover import HandoverScreen
from app.ui.locking import Locking
from app.ui.once_seen import once_seen
from app.ui.place_screen import PlaceScreen
from app.ui.posture import posture_of, take_posture
from app.ui.screen_capture import system_screen_capture
from app.ui.second_display import SecondDisplay
from app.ui.theme import Theme
from app.ui.together import TogetherScreen
from app.ui.unlock import UnlockScreen
from app.ui.widgets.focus_ring import FocusRing

LEAST_SIZE = QSize(1024, 640)
_POSTURE_DRAFT = "posture"


class MainWindow(QWidget):
    """One window with one screen in it at a time.

    What is private never shares the window with what is shown: changing screens takes the old one down before
    the new one is put up. The title is the program's name and never anything else.
    """

    seen = Signal()
    """After `come_up`: the window is on the screen."""
    close_asked = Signal()
    """The program is to end as if a person closed the window. Any thread may emit it."""

    def __init__(
        self,
        practice: Practice,
        local_model: LocalModel,
        settings: LookSettings,
        dress: Dress,
        rescue: Rescue,
        reports: BugReports,
    ) -> None:
        super().__init__()
        self._practice = practice
        self._local_model = local_model
        self._settings = settings
        self._dress = dress
        self._rescue = rescue
        self._reports = reports
        self._screen: QWidget | None = None
        self._screen_name = ""
        self._shared_factor = 1.0
        self._capture = system_screen_capture()
        self._may_close = False
        self.setWindowTitle("Trialogue")
        self.setMinimumSize(LEAST_SIZE)
        self.resize(1280, 800)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._theme = dress.put_on(settings)
        self._ring = FocusRing(self, self._theme)
        beside_too = (("F9", self._cover), ("F8", self._show_lines_beside), ("Ctrl+L", practice.lock))
        self.second_display = SecondDisplay(self, practice, settings, self._theme_on, beside_too)
        self.locking = Locking(self, practice, settings, self._windows_shown)
        practice.state_changed.connect(self._show_right_screen)
        settings.changed.connect(self._build_anew)
        self.close_asked.connect(self.close)
        practice.locking.connect(_reject_dialogs)
        practice.locking.connect(self._keep_posture)
        self._add_keys()
        self._show_right_screen()

    @property
    def screen_name(self) -> str:
        """Which screen stands in the window: create, unlock, place, desk, together or handover."""
        return self._screen_name

    def place(self) -> WindowPlace:
        """Where the window stands, for the process that follows."""
        normal, here = self.normalGeometry(), self.screen().geometry()
        if not here.contains(normal.center()):
            # It was maximised on another screen than the one on which it stood before.
            normal.moveCenter(here.center())
        return WindowPlace(
            *(normal.x(), normal.y(), normal.width(), normal.height()),
            maximised=self.isMaximized(),
            full_screen=self.isFullScreen(),
            minimised=self.isMinimized(),
            beside=self.second_display.window is not None,
            unkept=self._practice.unkept is not None,
            salvaging=self._practice.salvage_wanted,
        )

    def come_up(self, place: WindowPlace) -> None:
        """Show the window where another stood, or where a first one stands. `seen` follows."""
        if place.width > 0:
            self.setGeometry(place.x, place.y, place.width, place.height)
        for stands_so, state in (
            (place.maximised, Qt.WindowState.WindowMaximized),
            (place.full_screen, Qt.WindowState.WindowFullScreen),
            (place.minimised, Qt.WindowState.WindowMinimized),
        ):
            self.setWindowState(self.windowState() | state if stands_so else self.windowState() & ~state)
        once_seen(self, self.seen.emit)
        self.show()
        if not place.minimised:
            self.activateWindow()
        if place.beside:
            self.second_display.open_blank()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when the last words are saved and the vault is shut; until then show the locked screen."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self._rescue.cancel()
        self._practice.close(self._close_now)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on there is a window of the system's: follow it from screen to screen."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._fit_shared_screen, Qt.ConnectionType.UniqueConnection)
        self._keep_private()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The shared screen's sizes follow the window's; the rest lays itself out."""
        super().resizeEvent(event)
        self._fit_shared_screen()

    def _fit_shared_screen(self) -> None:
        if self._screen_name == Screen.TOGETHER and self._shared_factor != self._factor_here():
            self._screen_name = ""
            self._show_right_screen()

    def _factor_here(self) -> float:
        return shared_sizing(self._settings, self.screen(), self.size()).factor

    def _theme_on(self, screen: QScreen) -> Theme:
        return self._dress.for_shared_screen(self._theme, self._settings, screen, screen.geometry().size())

    def _windows_shown(self) -> list[tuple[QWidget, Theme]]:
        """Each window of the program, with the theme of what stands in it."""
        theme = self._theme
        if self._screen_name == Screen.TOGETHER:
            theme = self._dress.for_shared_screen(theme, self._settings, self.screen(), self.size())
        beside = self.second_display
        if beside.window is None or beside.screen is None:
            return [(self, theme)]
        return [(self, theme), (beside.window, self._theme_on(beside.screen))]

    def _keep_private(self) -> None:
        """Keep the window out of recordings while it is private, if that was chosen."""
        private = self._screen_name not in {Screen.TOGETHER, Screen.HANDOVER}
        self._capture.set_hidden(self, private and self._settings.recording is Recording.HIDDEN)

    def _close_now(self) -> None:
        self._may_close = True
        self.second_display.close()
        self.close()
        QApplication.quit()

    def _add_keys(self) -> None:
        for keys, act in (
            ("Ctrl+L", self._practice.lock),
            ("Ctrl+Shift+T", self._turn),
            ("F9", self._cover),
            ("F8", self._show_lines),
            ("Ctrl++", lambda: self._settings.enlarge(1)),
            ("Ctrl+=", lambda: self._settings.enlarge(1)),
            ("Ctrl+-", lambda: self._settings.enlarge(-1)),
            ("Ctrl+0", lambda: self._settings.enlarge(0)),
        ):
            self._key(keys, act)

    def _key(self, keys: str, act: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(act)

    def _turn(self) -> None:
        desk = self._practice.desk
        if desk is None or self._practice.state is not PracticeState.OPEN:
            return
        if self._screen_name == "desk" and desk.upkeep.keys.under_way is not KeyDeed.REKEYED:
            desk.together.show()
        elif self._screen_name == "together":
            desk.together.ask_to_return()

    def _cover(self) -> None:
        """F9 covers at once, from the desk too: the second display, or else this one in the place of the desk."""
        desk = self._practice.desk
        if desk is None or self._practice.state is not PracticeState.OPEN:
            return
        if self._screen_name == "together" or self.second_display.shows:
            desk.together.set_covered(not desk.together.covered)
        elif self._screen_name == "desk":
            desk.together.cover_desk()

    def _show_lines(self) -> None:
        """F8 shows the crisis lines where one is, and leads back."""
        desk = self._practice.desk
        if desk is None or self._practice.state is not PracticeState.OPEN:
            return
        if self._screen_name == "together" and not desk.together.covered:
            desk.together.looking.toggle_lines()
        elif isinstance(self._screen, DeskScreen):
            self._screen.show_lines()

    def _show_lines_beside(self) -> None:
        desk = self._practice.desk
        if desk is not None and self.second_display.shows and not desk.together.covered:
            desk.together.looking.toggle_lines()

    def _build_anew(self) -> None:
        self._theme = self._dress.put_on(self._settings)
        self._ring.deleteLater()
        self._ring = FocusRing(self, self._theme)
        self._screen_name = ""
        self._show_right_screen()
        self.second_display.build_anew()

    def _keep_posture(self) -> None:
        desk = self._practice.desk
        private = self._screen_name not in {"unlock", "create", "place"}
        if desk is not None and self._screen is not None and private:
            desk.room.set_draft(_POSTURE_DRAFT, posture_of(self._screen))

    def _take_posture(self, screen: QWidget) -> None:
        """Once: later the same places mean something else."""
        desk = self._practice.desk
        if desk is not None and (kept := desk.room.draft(_POSTURE_DRAFT)):
            desk.room.set_draft(_POSTURE_DRAFT, "")
            take_posture(screen, kept)

    def _show_right_screen(self) -> None:
        name = self._right_screen_name()
        if name == self._screen_name:
            return
        if (
            name != "unlock"
            and self._practice.desk is not None
            and self._screen_name in {"unlock", "create", ""}
        ):
            self._practice.desk.room.place_changed.connect(
                self._show_right_screen, Qt.ConnectionType.UniqueConnection
            )
            self._practice.desk.place_of_practice.changed.connect(
                self._build_anew, Qt.ConnectionType.UniqueConnection
            )
            together = self._practice.desk.together
            together.use_second_display(self.second_display.is_there)
            together.shown_beside.connect(self.second_display.open, Qt.ConnectionType.UniqueConnection)
        self._screen_name = name
        old, self._screen = self._screen, None
        given = old.given() if isinstance(old, CreateScreen) else None
        # One that asks for a file or a printer belongs to the old one, and would lie over the new one for a moment.
        _reject_dialogs()
        if old is not None:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        # Between the two screens: what is private is never in a window that may be recorded.
        self._keep_private()
        self._screen = self._new_screen(name, given)
        self._column.addWidget(self._screen)
        self._screen.show()
        self._screen.setFocus()
        if name not in {"unlock", "create", "place"}:
            self._take_posture(self._screen)
        if name == "unlock":
            # At once, not when the events that wait are through: somebody may be looking.
            self.repaint()

    def _right_screen_name(self) -> str:
        practice = self._practice
        if practice.state is PracticeState.ABSENT:
            return "create"
        if practice.state is PracticeState.OPENING:
            return "create" if isinstance(self._screen, CreateScreen) else self._screen_name or "unlock"
        if practice.state is not PracticeState.OPEN or practice.desk is None:
            return "unlock"
        if practice.desk.place_of_practice.place is None:
            return "place"
        screen = practice.desk.room.place.screen
        return screen if screen in {Screen.TOGETHER, Screen.HANDOVER} else "desk"

    def _new_screen(self, name: str, given: GivenSoFar | None) -> QWidget:
        desk = self._practice.desk
        if name == "create":
            return CreateScreen(self._theme, self._practice, self._settings, self._rescue.restoring, given)
        if name == "unlock" or desk is None:
            return UnlockScreen(self._theme, self._practice, self._settings, self._rescue)
        if name == "place":
            return PlaceScreen(self._theme, desk.place_of_practice, desk.lines)
        if name == Screen.TOGETHER:
            self._shared_factor = self._factor_here()
            shared = self._dress.for_shared_screen(self._theme, self._settings, self.screen(), self.size())
            return TogetherScreen(shared, desk.together)
        if name == Screen.HANDOVER:
            return HandoverScreen(self._theme, desk.together, desk.returning)
        return DeskScreen(
            self._theme,
            self._practice,
            desk,
            self._local_model,
            self._settings,
            self.second_display,
            self._capture,
            self.locking.watch,
            self._reports,
            self.locking.copies.put,
        )


def _reject_dialogs() -> None:
    """Put every dialog away: it would lie over the locked screen, and some forget where they were only then."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            window.reject()
