"""What holds with two displays. Run by tests/ui/test_second_display.py, in a process that has two."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QGuiApplication,
    QScreen,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.controllers.settings import Distance, Language, SecondDisplayUse
from app.domain.changes import Screen, View
from app.paths import DataFolder
from app.tour.driver import bring_to_front, click, press, settle, shown, wait_until
from app.ui.beside_panel import BesidePanel
from app.ui.idle_countdown import IdleCountdown
from app.ui.main_window import MainWindow
from app.ui.second_display import SecondDisplay, SharedWindow
from app.ui.session_bar import SessionBar
from app.ui.shared.covered import BlankPage
from app.ui.together import CoveredPage, TogetherScreen, TurnPage
from app.ui.widgets.private_surface import PrivateSurface
from app.ui.widgets.rail import Rail
from tests.flows.hands import Running, furnish, running
from tests.flows.played import MODEL_THAT_IS_NOT_THERE

PRIVATE = (PrivateSurface, Rail, QLineEdit)


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path) -> Iterator[Running]:
    """The desk with an open session, on the screen that is called so."""
    furnish(DataFolder(tmp_path))
    with running(qapp, tmp_path, MODEL_THAT_IS_NOT_THERE) as seated:
        seated.window.move(0, 0)
        settle()
        bring_to_front(seated.window)
        seated.unlock()
        assert seated.window.screen() is screen("desk")
        yield seated
        second(seated).close()


def screen(name: str) -> QScreen:
    return next(one for one in QGuiApplication.screens() if one.name() == name)


def second(seat: Running) -> SecondDisplay:
    assert isinstance(seat.window, MainWindow)
    return seat.window.second_display


def beside(seat: Running) -> SharedWindow:
    window = second(seat).window
    assert window is not None
    return window


def panel(seat: Running) -> BesidePanel:
    return shown(seat.window, BesidePanel)


def private_parts(window: QWidget) -> list[str]:
    return [type(part).__name__ for part in window.findChildren(QWidget) if isinstance(part, PRIVATE)]


def test_showing_together_fills_the_other_display_and_the_desk_stays(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    assert seat.screen == "desk"
    window = beside(seat)
    assert (window.screen(), window.isFullScreen()) == (screen("client"), True)
    assert window.geometry() == screen("client").geometry()
    assert seat.window.screen() is screen("desk")
    wait_until(lambda: window.findChild(TurnPage) is not None, "the page is built there")
    shown(window, TurnPage)
    assert private_parts(window) == []
    assert private_parts(seat.window) != []
    assert seat.desk.room.place.screen == Screen.SESSION


def test_the_keyboard_stays_at_the_desk(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.window() is seat.window


def test_it_goes_on_there_while_the_desk_does_something_else(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    seat.desk.looking.step(1)
    click(shown(beside(seat), TurnPage).next)
    click(shown(beside(seat), TurnPage).next)
    assert seat.desk.together.looking.spot.statement_id == "statement-2"
    assert seat.desk.looking.spot.statement_id == "statement-1"
    seat.desk.looking.show(View.KEEP)
    shown(beside(seat), TurnPage)


def test_the_process_that_follows_puts_the_calm_page_where_one_stood(
    seat: Running, qapp: QApplication
) -> None:
    press(seat.window, "Ctrl+Shift+T")
    assert isinstance(seat.window, MainWindow)
    seat.lock()
    stood = seat.window.place()
    assert stood.beside
    second(seat).close()
    fresh = MainWindow(
        seat.program.practice,
        seat.program.local_model,
        seat.program.settings,
        seat.window._dress,
        seat.window._rescue,
        seat.window._reports,
    )
    fresh.come_up(stood)
    settle()
    try:
        window = fresh.second_display.window
        assert window is not None
        assert (window.screen(), window.isFullScreen()) == (screen("client"), True)
        shown(window, BlankPage)
        assert fresh.geometry() == seat.window.geometry()
        assert not fresh.second_display.shows
    finally:
        fresh.second_display.close()
        fresh.hide()
        fresh.deleteLater()
        settle()


@pytest.mark.parametrize("where", ["desk", "other"])
def test_one_key_covers_it_and_uncovers_it_from_either_window(seat: Running, where: str) -> None:
    press(seat.window, "Ctrl+Shift+T")
    window = seat.window if where == "desk" else beside(seat)
    bring_to_front(window)
    press(window, "F9")
    shown(beside(seat), CoveredPage)
    assert seat.screen == "desk"
    press(window, "F9")
    shown(beside(seat), TurnPage)


def test_the_desk_shows_a_picture_of_it_says_which_screen_and_offers_cover_and_close(seat: Running) -> None:
    seat.window.resize(1500, 800)
    press(seat.window, "Ctrl+Shift+T")
    assert panel(seat).words.text() == "Shown on client"
    wait_until(lambda: not panel(seat).picture.pixmap().isNull(), "the picture is there")
    open_picture = panel(seat).picture.pixmap().toImage()
    click(panel(seat).cover)
    shown(beside(seat), CoveredPage)
    assert panel(seat).words.text() == "Covered on client"
    wait_until(lambda: panel(seat).picture.pixmap().toImage() != open_picture, "the picture is another")
    click(panel(seat).cover)
    shown(beside(seat), TurnPage)
    click(panel(seat).shut)
    assert second(seat).window is None
    assert seat.window.findChildren(BesidePanel)[0].isHidden()
    assert seat.screen == "desk"


def test_closing_it_there_leads_nowhere_else(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    leave = shown(beside(seat), TurnPage).to_desk
    assert leave.words() == "Close this screen"
    bring_to_front(beside(seat))
    press(beside(seat), "Escape")
    assert (second(seat).shows, seat.screen) == (True, "desk")
    click(leave)
    assert (second(seat).window, seat.screen) == (None, "desk")


def test_locking_blanks_it_at_once_and_unlocking_shows_nothing_there(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    seat.program.practice.lock()
    assert [type(part) for part in _direct_parts(beside(seat))] == [BlankPage]
    seat.lock()
    seat.unlock()
    shown(beside(seat), BlankPage)
    assert beside(seat).findChildren(TogetherScreen) == []
    press(seat.window, "Ctrl+Shift+T")
    shown(beside(seat), TurnPage)


def test_locking_by_key_works_there_too(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    bring_to_front(beside(seat))
    press(beside(seat), "Ctrl+L")
    assert seat.screen == "unlock"
    shown(beside(seat), BlankPage)
    seat.lock()


def test_a_display_that_is_gone_takes_its_window_with_it(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    _app().screenRemoved.emit(screen("client"))
    assert (second(seat).window, seat.screen) == (None, "desk")
    assert seat.window.screen() is screen("desk")


def test_when_the_desks_own_display_is_gone_the_desk_is_covered(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    _app().screenRemoved.emit(screen("desk"))
    settle()
    assert second(seat).window is None
    assert seat.screen == "together"
    shown(seat.window, CoveredPage)
    assert private_parts(seat.window) == []


def test_a_desk_that_is_moved_to_the_clients_display_is_covered(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    seat.window.move(screen("client").geometry().topLeft() + QPoint(40, 40))
    settle()
    assert second(seat).window is None
    shown(seat.window, CoveredPage)
    assert private_parts(seat.window) == []


def test_the_shared_window_closes_when_something_puts_it_over_the_desk(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    window = beside(seat)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(screen("desk").geometry())
    settle()
    assert (second(seat).window, seat.screen) == (None, "desk")


def test_a_new_display_changes_nothing_by_itself(seat: Running) -> None:
    _app().screenAdded.emit(screen("client"))
    settle()
    assert (second(seat).window, seat.screen) == (None, "desk")


def test_from_the_other_display_the_shared_window_opens_on_the_first(seat: Running) -> None:
    seat.window.move(screen("client").geometry().topLeft() + QPoint(40, 40))
    bring_to_front(seat.window)
    press(seat.window, "Ctrl+Shift+T")
    assert beside(seat).screen() is screen("desk")
    assert seat.window.screen() is screen("client")


def test_a_second_display_that_is_not_to_be_used_is_left_alone(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    seat.program.settings.set_second_display(SecondDisplayUse.TURN)
    settle()
    assert second(seat).window is None
    press(seat.window, "Ctrl+Shift+T")
    assert (second(seat).window, seat.screen) == (None, "together")


@pytest.mark.parametrize("language", list(Language))
def test_other_words_and_sizes_are_taken_there_too(seat: Running, language: Language) -> None:
    press(seat.window, "Ctrl+Shift+T")
    before = shown(beside(seat), TurnPage)
    seat.program.settings.set_language(language)
    seat.program.settings.set_distance(Distance.ACROSS_THE_ROOM)
    settle()
    after = shown(beside(seat), TurnPage)
    assert after is not before
    assert after.next.font().pixelSize() > 40


def _direct_parts(window: QWidget) -> list[QWidget]:
    layout = window.layout()
    assert layout is not None
    items = (layout.itemAt(i) for i in range(layout.count()))
    parts = (None if item is None else item.widget() for item in items)
    return [part for part in parts if part is not None]


def _app() -> QGuiApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    return app


def test_what_is_noticed_while_it_shows_is_not_said_aloud_and_in_words_only_once_it_is_closed(
    seat: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    def notice(phrase: str) -> None:
        listed = len(seat.desk.noticing.noticed())
        seat.desk.looking.keep(phrase)
        wait_until(lambda: len(seat.desk.noticing.noticed()) > listed, "it was looked through")
        settle()

    button = shown(seat.window, SessionBar).panel
    before = button.accessibleName()
    press(seat.window, "Ctrl+Shift+T")
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    notice("I want to kill myself.")
    assert told == []
    assert button.accessibleName() == before
    assert "oticed" not in button.toolTip()
    second(seat).close()
    assert "a phrase was noticed" in button.accessibleName()
    notice("Sometimes I want to die.")
    assert told == ["A phrase was noticed."]


@pytest.mark.parametrize("where", ["desk", "other"])
def test_the_last_seconds_before_locking_are_counted_on_both_and_ended_from_either(
    seat: Running, where: str
) -> None:
    press(seat.window, "Ctrl+Shift+T")
    assert isinstance(seat.window, MainWindow)
    idle = seat.window.locking.idle
    idle.let_pass(10 * 60 - 20)
    for window in (seat.window, beside(seat)):
        assert shown(window, IdleCountdown).geometry() == window.rect()
    at_desk, there = shown(seat.window, IdleCountdown), shown(beside(seat), IdleCountdown)
    assert there.title.font().pixelSize() > at_desk.hint.font().pixelSize()
    window = seat.window if where == "desk" else beside(seat)
    bring_to_front(window)
    press(window, "F9")
    assert not idle.warns
    shown(beside(seat), TurnPage)
