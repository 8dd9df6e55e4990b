"""The report of a bug: offered at the desk, shown whole, and written only where and when somebody wants that."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

from app import __version__, bugs
from app.controllers.bug_reports import FILE_NAME, MOST_REPORTS
from app.paths import DataFolder
from app.tour.driver import click, press, settle, shown, wait_until
from app.ui.bug_report import BugReport
from app.ui.desk_notices import DeskNotices
from app.ui.home import HomePage
from tests.flows.hands import Running, furnish, running
from tests.flows.played import MODEL_THAT_IS_NOT_THERE

CANARY = "Kanarienvogel"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person's own files lie."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path, home: Path) -> Iterator[Running]:
    """The desk, and bugs told as the window command has them told."""
    data = tmp_path / "data"
    furnish(DataFolder(data))
    with running(qapp, data, MODEL_THAT_IS_NOT_THERE) as seated:
        seated.unlock()
        with bugs.reported_to(seated.program.reports.add):
            yield seated


def meet_a_bug(words: str = CANARY) -> None:
    """As when a slot of Qt raises something that nobody catches."""
    try:
        int(words)
    except ValueError as bug:
        sys.excepthook(type(bug), bug, bug.__traceback__)
    settle()


def _notices(seat: Running) -> DeskNotices:
    return shown(seat.window, DeskNotices)


def _open_report(seat: Running) -> BugReport:
    meet_a_bug()
    click(_notices(seat).bug.action)
    return shown(seat.window, BugReport)


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_the_whole_report_is_shown_before_anything_is_written(seat: Running, home: Path) -> None:
    assert not _notices(seat).bug.isVisible()
    text = _open_report(seat).report.text()
    first, empty, kind, place = text.splitlines()
    assert first.startswith(f"Trialogue {__version__}, Qt 6.")
    assert bugs.system() in first
    assert (empty, kind) == ("", "ValueError")
    assert place == f"  {__name__}:{place.partition(':')[2].partition(' ')[0]} in meet_a_bug"
    assert CANARY not in text
    assert _files(home) == []


def test_what_is_saved_and_copied_is_what_was_shown(seat: Running, home: Path) -> None:
    report = _open_report(seat)
    text = report.report.text()
    meet_a_bug("\ud800")
    click(report.copy)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == text
    assert copied.hasFormat("x-kde-passwordManagerHint")
    click(report.save)
    (dialog,) = report.findChildren(QFileDialog)
    name = dialog.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    assert name.text() == FILE_NAME
    assert _files(home) == []
    name.setText(str(home / FILE_NAME))
    QTest.keyClick(name, Qt.Key.Key_Return)
    wait_until(lambda: str(home / FILE_NAME) in report.said.text(), "it is saved")
    assert _files(home) == [FILE_NAME]
    assert (home / FILE_NAME).read_text() == text
    assert (home / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_where_it_cannot_be_saved_that_is_said_and_nothing_is_left(seat: Running, home: Path) -> None:
    report = _open_report(seat)
    seat.program.reports.save(home / "nowhere" / FILE_NAME, report.report.text())
    wait_until(report.said.isVisible, "it is told")
    assert "could not be saved" in report.said.text()
    assert _files(home) == []


def test_escape_leads_back_to_where_somebody_was_and_so_does_the_rail(seat: Running) -> None:
    press(seat.window, "Ctrl+1")
    _open_report(seat)
    assert not seat.window.findChild(HomePage).isVisible()  # type: ignore[union-attr]
    press(seat.window, "Escape")
    shown(seat.window, HomePage)
    assert seat.window.findChild(BugReport) is None
    click(_notices(seat).bug.action)
    press(seat.window, "Ctrl+1")
    shown(seat.window, HomePage)
    assert seat.window.findChild(BugReport) is None


def test_keys_reach_everything_of_it(seat: Running) -> None:
    report = _open_report(seat)
    reached = []
    for _ in range(4):
        reached.append(QApplication.focusWidget())
        press(seat.window, "Tab")
    assert reached == [report.report.input, report.save, report.copy, report.close_report]


def test_on_the_shared_screen_nothing_is_told_and_at_the_desk_afterwards(seat: Running) -> None:
    press(seat.window, "Ctrl+Shift+T")
    assert seat.screen == "together"
    before = seat.words()
    meet_a_bug()
    assert seat.words() == before
    press(seat.window, "Escape")
    press(seat.window, "Return")
    assert _notices(seat).bug.isVisible()


def test_a_report_that_is_open_is_gone_before_the_shared_screen_is_there(seat: Running) -> None:
    report = _open_report(seat)
    click(report.save)
    # From the second display: while a dialog is open here, no key of the window is heard.
    seat.desk.together.cover_desk()
    settle()
    assert seat.window.findChild(BugReport) is None
    assert [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()
    ] == []


def test_a_bug_while_the_vault_is_shut_waits_for_the_desk(seat: Running) -> None:
    seat.lock()
    meet_a_bug()
    assert not any("did not work" in words for words in seat.words())
    seat.unlock()
    assert _notices(seat).bug.isVisible()


def test_what_was_put_away_is_forgotten(seat: Running) -> None:
    meet_a_bug()
    click(_notices(seat).bug.dismiss)
    seat.program.settings.enlarge(1)
    settle()
    assert not _notices(seat).bug.isVisible()
    assert "ValueError" not in seat.program.reports.text()


def test_one_that_comes_again_is_counted_and_very_many_are_held_within_bounds(seat: Running) -> None:
    for number in range(2 * MOST_REPORTS):
        for _ in range(3):
            seat.program.reports.add(f"Bug{number}")
    settle()
    text = seat.program.reports.text()
    assert text.count("Bug") == MOST_REPORTS
    assert text.count("(met 3 times)") == MOST_REPORTS


def test_the_next_start_knows_nothing_of_it(seat: Running, qapp: QApplication, home: Path) -> None:
    meet_a_bug()
    seat.lock()
    assert b"ValueError" not in b"".join(
        path.read_bytes() for folder in (seat.home, home) for path in folder.rglob("*") if path.is_file()
    )


def test_it_is_offered_where_files_of_a_person_lie(seat: Running, home: Path) -> None:
    (home / "Documents").mkdir()
    report = _open_report(seat)
    click(report.save)
    (dialog,) = report.findChildren(QFileDialog)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert dialog.directory().absolutePath() == documents == str(home / "Documents")
