"""The privacy page in the running program: all of it is tried, nothing else has a tick, and it can be saved."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.controllers.listed_backups import ListedBackup
from app.controllers.practice import PracticeState
from app.domain.evidence import Aspect, Standing, Subject
from app.errors import ErrorCode
from app.paths import DataFolder
from app.tour.driver import click, press, shown, wait_until
from app.ui.privacy.page import PrivacyPage
from app.ui.privacy.row import _SIGNS
from app.ui.sentences import sentence
from tests.flows.hands import BROUGHT, NOTE, Running, furnish, running
from tests.flows.played import MODEL_THAT_IS_NOT_THERE

ON_LINUX = sys.platform == "linux"
TRYING_MS = 60_000


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path) -> Iterator[Running]:
    home = tmp_path / "home"
    furnish(DataFolder(home))
    with running(qapp, home, MODEL_THAT_IS_NOT_THERE) as seated:
        seated.unlock()
        yield seated


def tried(seat: Running) -> PrivacyPage:
    """The page, once everything was tried."""
    press(seat.window, "Ctrl+5")
    page = shown(seat.window, PrivacyPage)
    wait_until(lambda: not seat.desk.privacy.busy, "everything is tried", TRYING_MS)
    return page


def standings(seat: Running) -> dict[tuple[Subject, Aspect], Standing]:
    """What came of each claim."""
    return {(check.subject, check.aspect): check.standing for check in seat.desk.privacy.checks()}


def test_everything_is_tried_when_the_page_is_opened_and_what_came_of_it_is_shown(seat: Running) -> None:
    assert not seat.desk.privacy.busy
    page = tried(seat)
    found = standings(seat)
    assert {subject for subject, _aspect in found} == set(Subject)
    assert found[Subject.STORED, Aspect.CIPHERTEXT] is Standing.HOLDS
    assert found[Subject.STORED, Aspect.BESIDE] is Standing.HOLDS
    assert found[Subject.STORED, Aspect.BACKUP] is Standing.FAILS
    # This process is the tests' own, whose wall is open: and the page says so.
    assert found[Subject.WINDOW, Aspect.NETWORK] is Standing.FAILS
    if ON_LINUX:
        of_children = {
            standing
            for (subject, _), standing in found.items()
            if subject in {Subject.ENGINE, Subject.READER}
        }
        assert of_children == {Standing.HOLDS}
    of_recordings = 1
    assert len(page.rows()) == len(found) + of_recordings
    words = {row.row.sentence for row in page.rows()}
    assert words <= set(seat.words())


def test_a_tick_is_for_what_was_tried_and_holds_alone() -> None:
    assert {standing for standing, (icon, _tone) in _SIGNS.items() if icon == "check"} == {Standing.HOLDS}
    assert set(_SIGNS) == set(Standing)


def test_a_file_that_is_not_the_program_s_is_told_and_found_anew(seat: Running) -> None:
    page = tried(seat)
    (seat.home / "Zinnia to Quentin.txt").write_text("Dear Quentin")
    click(page.again)
    wait_until(lambda: not seat.desk.privacy.busy, "everything is tried once more", TRYING_MS)
    assert standings(seat)[Subject.STORED, Aspect.BESIDE] is Standing.PARTLY
    assert not any("Zinnia" in words or "Quentin" in words for words in seat.words())


def test_what_is_saved_is_what_is_shown_and_nothing_of_a_client(seat: Running, tmp_path: Path) -> None:
    page = tried(seat)
    path = tmp_path / "privacy.html"
    page._save_to(path)
    wait_until(lambda: page.said.text() == page.tr("Saved."), "it is saved")
    saved = path.read_text(encoding="utf-8")
    for row in page.rows():
        assert all(words.replace("'", "&#x27;") in saved for words in (row.row.claim, row.row.sentence))
    assert "tcp: allowed" in saved
    assert str(seat.home) not in saved
    names = {client.pseudonym for client in seat.desk.room.clients()}
    assert names
    assert not [words for words in (*names, BROUGHT[:20], NOTE[:20]) if words in saved]


def test_a_page_that_was_left_hears_nothing_more(seat: Running, tmp_path: Path) -> None:
    tried(seat)
    press(seat.window, "Ctrl+1")
    page = tried(seat)
    page._save_to(tmp_path / "privacy.html")
    wait_until(lambda: page.said.text() == page.tr("Saved."), "it is saved")
    assert not [words for words in seat.words() if "did not work" in words]


def test_a_backup_is_told_and_not_ticked(seat: Running, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    backups = seat.desk.upkeep.backups
    backups.choose_folder(tmp_path / "stick")
    wait_until(lambda: bool(backups.listed()) and not backups.busy, "a backup is made", TRYING_MS)
    tried(seat)
    checks = {check.aspect: check for check in seat.desk.privacy.checks()}
    told = checks[Aspect.BACKUP]
    assert (told.standing, told.at) == (Standing.SAID, None)
    assert told.since == backups.listed()[0].made_at


def test_a_backup_that_was_not_found_whole_is_none(seat: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    unread = ListedBackup("a backup", datetime(2026, 11, 3, tzinfo=UTC), None, 4_096)
    monkeypatch.setattr(seat.desk.upkeep.backups, "listed", lambda: (unread,))
    (told,) = [check for check in seat.desk.privacy.checks() if check.aspect is Aspect.BACKUP]
    assert (told.standing, told.since) == (Standing.FAILS, None)


def test_a_page_that_cannot_be_saved_gets_its_sentence(seat: Running, tmp_path: Path) -> None:
    page = tried(seat)
    in_the_way = tmp_path / "in the way"
    in_the_way.touch()
    page._save_to(in_the_way / "privacy.html")
    wait_until(lambda: bool(page.said.text()), "it is told")
    codes = (ErrorCode.EXPORT_FOLDER_READ_ONLY, ErrorCode.EXPORT_FAILED)
    assert page.said.text() in {sentence(code) for code in codes}


def test_locking_in_the_middle_ends_what_tries(seat: Running) -> None:
    press(seat.window, "Ctrl+5")
    privacy = seat.desk.privacy
    assert privacy.busy
    seat.program.practice.lock()
    wait_until(lambda: seat.program.practice.state is PracticeState.LOCKED, "it is locked")
    assert not [check for check in privacy.checks() if check.subject in {Subject.ENGINE, Subject.READER}]


def test_the_page_is_found_again_after_unlocking(seat: Running) -> None:
    tried(seat)
    seat.program.practice.lock()
    wait_until(lambda: seat.program.practice.state is PracticeState.LOCKED, "it is locked")
    seat.unlock()
    shown(seat.window, PrivacyPage)
    wait_until(lambda: not seat.desk.privacy.busy, "everything is tried anew", TRYING_MS)
