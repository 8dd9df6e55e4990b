"""The running program locks by itself: over the desk, the shared screen and the covered one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from app.controllers.practice import PracticeState
from app.controllers.settings import SystemEvent
from app.domain.changes import Screen
from app.paths import DataFolder
from app.tour.driver import click, press, settle, shown, type_into, wait_until
from app.ui.idle_countdown import IdleCountdown
from app.ui.locking import Locking
from app.ui.main_window import MainWindow
from app.ui.unlock import UnlockScreen
from app.ui.vault.backups import BackupsPart
from app.ui.vault_page import VaultPage
from tests.flows.hands import PASSPHRASE, Running, furnish, running
from tests.flows.played import MODEL_THAT_IS_NOT_THERE
from tests.ui.onlooker import formats


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path) -> Iterator[Running]:
    furnish(DataFolder(tmp_path))
    with running(qapp, tmp_path, MODEL_THAT_IS_NOT_THERE) as seated:
        seated.unlock()
        yield seated


def locking(seat: Running) -> Locking:
    assert isinstance(seat.window, MainWindow)
    return seat.window.locking


def show(seat: Running, what: str) -> None:
    """Come to the desk, the shared screen, the covered one, or the one between."""
    if what != "desk":
        seat.desk.together.show()
    if what == "covered":
        seat.desk.together.set_covered(True)
    if what == "handover":
        seat.desk.together.ask_to_return()
    settle()


@pytest.mark.parametrize("what", ["desk", "together", "covered", "handover"])
def test_it_warns_over_each_screen_and_then_locks(seat: Running, what: str) -> None:
    show(seat, what)
    locking(seat).idle.let_pass(10 * 60 - 20)
    warning = seat.window.findChild(IdleCountdown)
    assert isinstance(warning, IdleCountdown)
    settle()
    assert warning.isVisible()
    assert warning.geometry() == seat.window.rect()
    locking(seat).idle.let_pass(20)
    assert isinstance(seat.window.findChild(UnlockScreen), UnlockScreen)
    wait_until(lambda: seat.program.practice.state is PracticeState.LOCKED, "the vault is shut")
    settle()
    assert seat.window.findChild(IdleCountdown) is None


def test_the_key_that_stays_leaves_the_screen_as_it_is(seat: Running) -> None:
    show(seat, "together")
    before, record = seat.desk.together.looking.spot, seat.record
    locking(seat).idle.let_pass(10 * 60 - 20)
    for key in (Qt.Key.Key_2, Qt.Key.Key_F9, Qt.Key.Key_Escape):
        QTest.keyClick(QApplication.focusWidget() or seat.window, key)
        assert not locking(seat).idle.warns
        locking(seat).idle.let_pass(10 * 60 - 20)
    settle()
    assert seat.desk.together.looking.spot == before
    assert not seat.desk.together.covered
    assert (seat.desk.room.place.screen, seat.record) == (Screen.TOGETHER, record)


def test_locking_takes_what_was_copied_off_the_clipboard(seat: Running) -> None:
    locking(seat).copies.put("He was quiet.")
    seat.lock()
    assert formats() == []


def test_the_system_locks_it(seat: Running) -> None:
    locking(seat).watch.happened.emit(SystemEvent.SCREEN_LOCKED)
    wait_until(lambda: seat.program.practice.state is PracticeState.LOCKED, "the vault is shut")


@pytest.mark.parametrize("by", ["key", "system", "idle"])
def test_locking_while_the_vault_opens_never_shows_the_desk(seat: Running, by: str) -> None:
    seat.lock()
    states: list[tuple[PracticeState, str]] = []
    practice, window = seat.program.practice, seat.window
    assert isinstance(window, MainWindow)
    practice.state_changed.connect(lambda: states.append((practice.state, window.screen_name)))
    screen = shown(window, UnlockScreen)
    type_into(screen.passphrase, PASSPHRASE)
    click(screen.button)
    assert practice.state is PracticeState.OPENING
    if by == "key":
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    elif by == "system":
        window.locking.watch.happened.emit(SystemEvent.LID_CLOSED)
    else:
        window.locking.idle.let_pass(11 * 60)
    wait_until(lambda: practice.state is PracticeState.LOCKED, "the vault is shut again")
    assert list(dict.fromkeys(states)) == [
        (PracticeState.OPENING, "unlock"),
        (PracticeState.LOCKING, "unlock"),
        (PracticeState.LOCKED, "unlock"),
    ]
    seat.unlock()


def test_a_folder_that_was_looked_into_when_it_locked_is_kept_nowhere(seat: Running, tmp_path: Path) -> None:
    settings = tmp_path / "toolkit"
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(settings))
    folder = tmp_path / "sessions with Maya"
    folder.mkdir()
    press(seat.window, "Ctrl+3")
    page = shown(seat.window, VaultPage)
    page.show_part("backups")
    settle()
    assert isinstance(page.part, BackupsPart)
    click(page.part.choose)
    (dialog,) = page.part.findChildren(QFileDialog)
    dialog.setDirectory(str(folder))
    settle()
    assert dialog.isVisible()
    seat.program.practice.lock()
    assert [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()
    ] == []
    wait_until(lambda: seat.program.practice.state is PracticeState.LOCKED, "the vault is shut")
    settle()
    assert list(settings.rglob("*")) == []
