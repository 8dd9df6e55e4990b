"""The checks of the privacy page where something goes wrong: what was not tried is never told as if it were."""

import sys
from collections.abc import Sequence
from dataclasses import fields, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from app.children.commands import reader_command
from app.children.protocol import Outcome, Probes, WallState
from app.compose.privacy import ways_of
from app.controllers.privacy import Privacy, Ways
from app.controllers.wall_checks import Refuser, SocketsSeen, WindowSeen
from app.controllers.wall_report import READER, WallReport
from app.controllers.work_queue import WorkQueue
from app.domain.evidence import Aspect, Check, FileSeen, Lying, Standing, Subject
from app.errors import ErrorCode, KnownError
from app.paths import DataFolder, shipped_folder, shipped_models_folder
from app.store.vault import Vault

from .parts import WAIT_MS, OpenDesk, ticking

OPEN = Probes(**dict.fromkeys((field.name for field in fields(Probes)), Outcome.ALLOWED))
WINDOW = WindowSeen(Refuser.NOBODY, OPEN, WallState.NOT_HERE, WallState.NOT_HERE, ())
FILES = (FileSeen(Lying.ENCRYPTED, 4_096), FileSeen(Lying.KEYS, 551))
ENDS = (sys.executable, "-c", "")


def ways(reader: Sequence[str] = ENDS, files: Sequence[FileSeen] | ErrorCode = FILES) -> Ways:
    """What finds things out: both children are started with one command."""

    def look_at_files() -> tuple[FileSeen, ...]:
        if isinstance(files, ErrorCode):
            raise KnownError(files)
        return tuple(files)

    report = partial(WallReport, READER, tuple(reader), shipped_folder())
    return Ways(
        look_at_window=lambda: WINDOW,
        count_sockets=lambda: SocketsSeen(2, 0),
        new_reports={Subject.ENGINE: report, Subject.READER: report},
        harmless=shipped_models_folder() / "manifest.toml",
        look_at_files=look_at_files,
        versions=lambda: (("Trialogue", "0"),),
    )


def privacy_over(desk: OpenDesk, work: WorkQueue, found_by: Ways) -> Privacy:
    """The checks of a desk's vault, found in these ways."""
    upkeep = desk.desk.upkeep
    return Privacy(found_by, upkeep.backups, upkeep.keys, work, work, ticking(), desk.room)


def looked(desk: OpenDesk, privacy: Privacy) -> dict[tuple[Subject, Aspect], Check]:
    """What came of each claim, once everything was tried."""
    privacy.look()
    desk.qtbot.waitUntil(lambda: not privacy.busy, timeout=WAIT_MS)
    return {(check.subject, check.aspect): check for check in privacy.checks()}


def test_nothing_is_tried_before_somebody_looks(desk: OpenDesk, work: WorkQueue) -> None:
    privacy = privacy_over(desk, work, ways())
    assert not privacy.busy
    assert {check.aspect for check in privacy.checks()} == {Aspect.BACKUP, Aspect.KEYRING}


def test_a_child_that_does_not_come_up_is_not_checked_and_the_others_are(
    desk: OpenDesk, work: WorkQueue
) -> None:
    found = looked(desk, privacy_over(desk, work, ways()))
    of_children = [one for (subject, _), one in found.items() if subject in {Subject.ENGINE, Subject.READER}]
    assert len(of_children) == 12
    assert {(one.standing, one.at) for one in of_children} == {(Standing.NOT_CHECKED, None)}
    assert found[Subject.STORED, Aspect.CIPHERTEXT].standing is Standing.HOLDS
    assert found[Subject.WINDOW, Aspect.NETWORK].standing is Standing.FAILS


def test_files_that_cannot_be_looked_at_are_not_checked(desk: OpenDesk, work: WorkQueue) -> None:
    found = looked(desk, privacy_over(desk, work, ways(files=ErrorCode.STORAGE_FAILED)))
    for aspect in (Aspect.CIPHERTEXT, Aspect.BESIDE):
        assert (found[Subject.STORED, aspect].standing, found[Subject.STORED, aspect].at) == (
            Standing.NOT_CHECKED,
            None,
        )


@pytest.mark.parametrize(
    ("files", "encrypted", "beside"),
    [
        ((), Standing.FAILS, Standing.HOLDS),
        ((*FILES, FileSeen(Lying.READABLE, 1)), Standing.FAILS, Standing.HOLDS),
        ((*FILES, FileSeen(Lying.UNKNOWN, 1)), Standing.HOLDS, Standing.PARTLY),
        ((*FILES, FileSeen(Lying.OURS, 1), FileSeen(Lying.MODEL, 1)), Standing.HOLDS, Standing.HOLDS),
    ],
    ids=["no vault", "readable", "unknown", "ours"],
)
def test_what_lies_there(
    desk: OpenDesk, work: WorkQueue, files: tuple[FileSeen, ...], encrypted: Standing, beside: Standing
) -> None:
    found = looked(desk, privacy_over(desk, work, ways(files=files)))
    assert found[Subject.STORED, Aspect.CIPHERTEXT].standing is encrypted
    assert found[Subject.STORED, Aspect.BESIDE].standing is beside


def test_looking_again_tries_everything_anew(desk: OpenDesk, work: WorkQueue) -> None:
    privacy = privacy_over(desk, work, ways(reader_command()))
    first, second = looked(desk, privacy), looked(desk, privacy)
    assert first.keys() == second.keys()
    tried = [key for key, check in first.items() if check.at is not None]
    assert tried
    for key in tried:
        before, after = first[key].at, second[key].at
        assert before is not None
        assert after is not None
        assert after > before


def test_looking_while_it_looks_starts_nothing_twice(desk: OpenDesk, work: WorkQueue) -> None:
    started: list[WallReport] = []
    honest = ways()

    def counted(parent: QObject) -> WallReport:
        started.append(WallReport(READER, ENDS, shipped_folder(), parent))
        return started[-1]

    reports = dict.fromkeys(honest.new_reports, counted)
    privacy = privacy_over(desk, work, replace(honest, new_reports=reports))
    privacy.look()
    privacy.look()
    desk.qtbot.waitUntil(lambda: not privacy.busy, timeout=WAIT_MS)
    assert len(started) == 2


def test_nothing_comes_after_it_was_closed(desk: OpenDesk, work: WorkQueue) -> None:
    privacy = privacy_over(desk, work, ways(reader_command()))
    privacy.look()
    before = privacy.checks()
    privacy.close()
    privacy.look()
    privacy.look_at_sockets()
    desk.qtbot.waitUntil(lambda: not privacy.busy, timeout=WAIT_MS)
    assert {check.aspect for check in privacy.checks()} == {check.aspect for check in before}


def test_the_real_ways_name_what_it_is_made_of_and_no_folder(vault: Vault, tmp_path: Path) -> None:
    found_by = ways_of(vault, DataFolder(tmp_path))
    versions = dict(found_by.versions())
    assert {"Trialogue", "Python", "Qt", "sqlcipher3", "llama-cpp-python"} <= set(versions)
    assert str(tmp_path) not in str(versions)
    assert found_by.look_at_window().refuser is Refuser.NOBODY
