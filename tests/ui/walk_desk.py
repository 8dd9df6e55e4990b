"""The walk before the vault is open, and around the session: clients, settings, faults, locking."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from app.controllers.bug_reports import FILE_NAME
from app.controllers.practice import PracticeState
from app.controllers.saving import SaveState
from app.controllers.settings import Distance
from app.domain.changes import Screen, View
from app.errors import ErrorCode
from app.paths import resources_folder
from app.tour.driver import click, settle, wait_until
from app.ui.bug_report import BugReport
from app.ui.create import CreateScreen
from app.ui.desk import DeskScreen
from app.ui.home import HomePage, SessionsCard
from app.ui.no_folder import tell_no_folder
from app.ui.notes_panel import NotesPanel
from app.ui.recording_offer import RecordingOffer
from app.ui.screen_capture import Holding
from app.ui.settings_page import SettingsPage
from app.ui.unlock import UnlockScreen
from app.ui.vault.recovery_key_card import RecoveryKeyCard
from tests.ui.walk import CLIENT, PASSPHRASE, PASSPHRASES, QUESTION, THERAPIST, Visit, Walk, hearing


def create(visit: Visit) -> None:
    """Make a vault, without a recovery key in the end."""
    screen = visit.shown(CreateScreen)
    visit.look("create: welcome")
    click(screen.start)
    click(screen.name_taken)
    visit.look("create: no name")
    screen.name.set_text(THERAPIST)
    click(screen.name_taken)
    for words in PASSPHRASES:
        screen.passphrase.input.setText(words)
        visit.look("create: passphrase")
    click(screen.passphrase.eye)
    click(screen.passphrase_taken)
    visit.look("create: passphrases differ")
    screen.repeated.input.setText(PASSPHRASE)
    click(screen.passphrase_taken)
    visit.look("create: recovery key")
    card = visit.shown(RecoveryKeyCard)
    click(card.go_on)
    click(card.go_on)
    visit.look("create: recovery key not typed back")
    with visit.walk.standstill():
        click(screen.without)
        visit.look("create: the vault is being made")
    visit.wait_for_the_vault()


def unlock(visit: Visit) -> None:
    """With a wrong passphrase first."""
    screen = visit.shown(UnlockScreen)
    visit.look("unlock")
    screen.passphrase.input.setText(THERAPIST)
    click(screen.button)
    visit.look("unlock: opening")
    wait_until(screen.passphrase.sentence.isVisible, "the wrong passphrase is refused")
    visit.look("unlock: refused")
    visit.unlock()


def clients(visit: Visit) -> None:
    """Add a client, answer what is offered about recordings, and start a session."""
    home = visit.shown(HomePage)
    visit.look("clients: none")
    click(home.add)
    visit.look("clients: no name")
    for _ in range(2):
        home.name.set_text(CLIENT)
        click(home.add)
    visit.look("clients: name taken")
    click(visit.shown(RecordingOffer).refuse)
    click(visit.shown(SessionsCard).start)


def settings(visit: Visit) -> None:
    """Every sentence that the settings say."""
    visit.desk.room.show_screen(Screen.SETTINGS)
    settle()
    page = visit.shown(SettingsPage)
    for name in ("", THERAPIST):
        page.name.set_text(name)
        page.name.entered.emit()
        visit.look("settings: name")
    for holding in Holding:
        visit.walk.system.says = holding
        for screen in (Screen.HOME, Screen.SETTINGS):
            visit.desk.room.show_screen(screen)
        visit.look(f"settings: {holding}")
    visit.walk.system.can_hide = False
    for distance in (Distance.ACROSS_THE_ROOM, Distance.SIDE_BY_SIDE):
        visit.running.settings.set_distance(distance)
        visit.look(f"settings: {distance}")


def choose_pin(visit: Visit, pin: str) -> None:
    """Have a PIN asked for on the way back, with two that are refused first."""
    visit.desk.room.show_screen(Screen.SETTINGS)
    settle()
    returning = visit.shown(SettingsPage).returning
    click(returning.choice.buttons[1])
    for first, second in (("1", "1"), (pin, "000000"), (pin, pin)):
        returning.pin.input.setText(first)
        returning.repeated.input.setText(second)
        click(returning.keep)
        visit.look("settings: a PIN")


def faults(visit: Visit) -> None:
    """Every sentence about what can go wrong, and what is said of a fault of the program's own."""
    visit.desk.room.show_screen(Screen.HOME)
    settle()
    desk = visit.shown(DeskScreen)
    for code in ErrorCode:
        desk.notices.show_fault(code)
        visit.walk.look(f"fault: {code}", desk.notices.fault)
    wait_until(lambda: visit.desk.saver.state is SaveState.SAVED, "everything is saved")
    visit.running.reports.add("ValueError")
    visit.look("clients: a session, and a notice")
    _report(visit, desk)


def _report(visit: Visit, desk: DeskScreen) -> None:
    """What is known of the fault, the same in every language: copied, saved, and saved where that cannot be."""
    click(desk.notices.bug.action)
    report = visit.shown(BugReport)
    known = visit.walk.content
    visit.walk.content = known | frozenset(re.findall(r"[A-Za-z][\w-]*", report.report.text()))
    visit.look("the report of a bug")
    click(report.copy)
    visit.look("the report of a bug: copied")
    click(report.save)
    (dialog,) = report.findChildren(QFileDialog)
    visit.walk.content |= {Path(FILE_NAME).stem}
    visit.walk.look("the report of a bug: where to", dialog)
    dialog.reject()
    settle()
    reports = visit.running.reports
    for file, said in ((Path.home() / FILE_NAME, reports.saved), (Path("/dev/null/there"), reports.failed)):
        with hearing(said, "it is saved, or it is told why not"):
            reports.save(file, report.report.text())
        visit.look(f"the report of a bug: {said}")
    visit.walk.content = known
    click(report.close_report)
    reports.put_away()


def full_disk(visit: Visit) -> None:
    """Words that cannot be saved, and the way out."""
    visit.desk.room.show_screen(Screen.SESSION)
    settle()
    saver = visit.desk.saver
    wait_until(lambda: saver.state is SaveState.SAVED, "everything is saved")
    visit.look("notes: saved")
    visit.walk.disk_is_full = True
    visit.shown(NotesPanel).note.set_text(QUESTION)
    visit.look("notes: saving")
    wait_until(lambda: saver.state is SaveState.FAILING, "the disk is full")
    visit.look("notes: not saved")
    visit.running.reports.add("ValueError")
    visit.look("notes: not saved, and a bug")
    visit.running.practice.lock()
    visit.look("locked: not saved")
    click(visit.shown(UnlockScreen).give_up)
    wait_until(lambda: visit.running.practice.state is PracticeState.LOCKED, "the vault is shut")
    visit.look("locked")
    visit.walk.disk_is_full = False


def closed_gate(visit: Visit) -> None:
    """What stands in the place of what may not be done."""
    visit.unlock()
    room = visit.desk.room
    wait_until(lambda: room.record is not None, "the session is open again")
    room.show_screen(Screen.SESSION)
    room.choose_answer(visit.record.latest_answer_id())
    for view in View:
        visit.show(view)
        visit.look(f"closed: {view}")
    room.choose_answer(None)
    visit.look("closed: bring")


def no_folder(walk: Walk, app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one window of a program that cannot make its folder."""
    looked: list[str] = []

    def look(box: QMessageBox) -> int:
        box.show()
        walk.look("no folder", box)
        box.hide()
        looked.append(box.text())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    tell_no_folder(app, resources_folder(), Path("/φάκελος"), walk.folder / "settings.ini")
    assert len(looked) == 1
