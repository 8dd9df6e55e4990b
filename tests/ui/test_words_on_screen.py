"""Walks through the running program and finds every word that does not go through translation."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QGuiApplication,
    QScreen,
)
from PySide6.QtWidgets import QApplication

from app.catalogue.verified import VerifiedModel
from app.compose import SETTINGS, desk, running
from app.controllers.engine_client import EngineClient, Limits
from app.controllers.permission import Action, Gate, Reason
from app.controllers.settings import LookSettings, SystemEvent
from app.controllers.work_queue import WorkQueue
from app.domain.changes import Change
from app.errors import ErrorCode, KnownError
from app.paths import resources_folder
from app.store import system_keyring, tuning
from app.store.recovery_key import RecoveryKey
from app.store.vault import Vault
from app.store.wrapping import KdfCost
from app.ui import main_window
from app.ui.fonts import load_fonts
from app.ui.locking_section import LockingSection
from app.ui.second_display import SecondDisplay
from app.ui.system_locks.watch import SystemWatch
from app.ui.theme import apply
from app.ui.widgets.mark_chip import MarkChip, MattersTag
from tests.store.scripted_keyring import Scripted
from tests.ui import (
    walk_about,
    walk_backups,
    walk_bringing,
    walk_cues,
    walk_deleting,
    walk_desk,
    walk_exploring,
    walk_keys,
    walk_places,
    walk_privacy,
    walk_reading,
    walk_rescue,
    walk_taking_home,
    walk_together,
    walk_vault,
)
from tests.ui.walk import CLIENT, ObedientSystem, Visit, Walk, known_content
from tests.ui.words_on_screen import TRANSLATIONS, Marker, messages

ROOT = Path(__file__).parents[2]
LONGER_THAN_ANYBODY_WAITS = replace(SETTINGS, max_tokens=4_000)
_T = TypeVar("_T")


class LidAlone(SystemWatch):
    """A system that tells of nothing but its lid."""

    def watched(self) -> tuple[SystemEvent, ...]:
        """What this system tells of."""
        return (SystemEvent.LID_CLOSED,)


@pytest.fixture
def walk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walk]:
    """The real program, but for what a test has to have happen.

    An engine that hangs once in the middle of an answer, and otherwise speaks until it is stopped; a disk that can
    be full; a home with nothing in it; a system that hides windows, and a keyring of its; a second display that comes
    and goes, on the one screen there is; passphrases that cost next to nothing; work that stands still for a while.
    """
    marker = Marker()
    home = tmp_path / "σπίτι"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    names_of_folders = frozenset((*tmp_path.parts, str(tmp_path)))
    places = frozenset((*walk_places.from_place_files(), *walk_cues.from_rule_files()))
    walk = Walk(tmp_path / "data", marker, ObedientSystem(), known_content() | names_of_folders | places)
    once = tmp_path / "once"
    once.touch()
    command = (sys.executable, "-m", "tests.engine.scripted_child", "--fault", "silent", "--once", str(once))
    impatient = Limits(cancel_ms=1_000, terminate_ms=100, stop_ms=100)

    def engine(model: VerifiedModel) -> EngineClient:
        return EngineClient(command, model, 8_192, working_folder=ROOT, limits=impatient)

    keep = Vault.apply

    def keep_if_there_is_room(vault: Vault, changes: Sequence[Change]) -> None:
        if walk.disk_is_full:
            raise KnownError(ErrorCode.DISK_FULL)
        keep(vault, changes)

    def free_screen(_display: SecondDisplay) -> QScreen | None:
        return QGuiApplication.primaryScreen() if walk.has_second_display else None

    def keyring() -> Scripted:
        if walk.keyring is None:
            raise KnownError(ErrorCode.KEYRING_UNAVAILABLE)
        return walk.keyring

    submit = WorkQueue.submit

    def submit_for_when_it_may_go_on(
        queue: WorkQueue,
        work: Callable[[], _T],
        done: Callable[[_T], None],
        failed: Callable[[ErrorCode], None],
        *,
        if_bug: ErrorCode = ErrorCode.STORAGE_FAILED,
    ) -> None:
        def work_when_it_may() -> _T:
            walk.at_work.wait()
            return work()

        submit(queue, work_when_it_may, done, failed, if_bug=if_bug)

    tell = QAccessible.updateAccessibility

    def hear_and_tell(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            walk.hear(event.message())
        tell(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear_and_tell)
    monkeypatch.setattr(running, "_engine", engine)
    # Its groups are digits alone then, which are nobody's words.
    monkeypatch.setattr(RecoveryKey, "new", lambda: RecoveryKey(bytes(20)))
    monkeypatch.setattr(desk, "SETTINGS", LONGER_THAN_ANYBODY_WAITS)
    monkeypatch.setattr(Vault, "apply", keep_if_there_is_room)
    monkeypatch.setattr(WorkQueue, "submit", submit_for_when_it_may_go_on)
    monkeypatch.setattr(system_keyring, "first_usable_backend", keyring)
    monkeypatch.setattr(tuning, "tuned", lambda _seconds, _free: KdfCost(64, 1, 1))
    monkeypatch.setattr(main_window, "system_screen_capture", lambda: walk.system)
    monkeypatch.setattr(SecondDisplay, "_free_screen", free_screen)
    qapp.installTranslator(marker)
    yield walk
    qapp.removeTranslator(marker)


def test_every_word_of_the_program_goes_through_translation(
    qapp: QApplication, walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk_desk.no_folder(walk, qapp, monkeypatch)
    backup = walk_rescue.a_backup(tmp_path / "αλλού")
    with walk.program(qapp) as visit:
        walk_rescue.instead_of_a_new_vault(visit, backup)
        walk_desk.create(visit)
        walk_places.choose_place(visit)
    with walk.program(qapp) as visit:
        walk_desk.unlock(visit)
        walk_desk.clients(visit)
        _session(visit, tmp_path, monkeypatch)
        walk_desk.settings(visit)
        walk_about.about(visit)
        walk_privacy.privacy(visit)
        walk_places.settings(visit)
        walk_places.lines(visit)
        walk_places.closed_by_place(visit)
        walk_together.way_back(visit)
        walk_together.second_display(visit)
        walk_desk.faults(visit)
        walk_desk.full_disk(visit)
    for reason in Reason:
        with walk.program(qapp, Gate(dict.fromkeys(Action, reason))) as visit:
            walk_desk.closed_gate(visit)
    with walk.program(qapp) as visit:
        visit.unlock()
        _vault(visit, tmp_path, monkeypatch)
    with walk.program(qapp) as visit:
        walk_rescue.with_keyring(visit)
        walk_keys.other_keys(visit)
        walk_rescue.ways(visit, backup)
    _shared_parts(walk, qapp)
    assert walk.found == {}
    contexts = {context for context, _ in messages(TRANSLATIONS / "id.ts")}
    assert contexts - {context for context, _ in walk.marker.asked} == set(), "no step shows these"


def _session(visit: Visit, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk_reading.bring(visit)
    walk_reading.work_on_statements(visit)
    walk_reading.mark(visit)
    session_id, brought = visit.record.session.id, visit.desk.looking.spot
    walk_reading.ask(visit)
    visit.desk.looking.go(brought)
    walk_together.turns(visit)
    walk_together.reveal(visit)
    walk_exploring.again(visit)
    walk_exploring.differently(visit)
    walk_exploring.words(visit, brought)
    visit.desk.looking.go(brought)
    walk_exploring.cards(visit)
    walk_taking_home.keep(visit)
    walk_taking_home.page(visit, folder, monkeypatch)
    walk_exploring.lenses(visit)
    walk_reading.steps_and_ways(visit)
    walk_cues.cues(visit)
    walk_bringing.bring_files(visit, folder)
    walk_taking_home.last_time(visit)
    walk_taking_home.return_to(visit, session_id, brought)


def _vault(visit: Visit, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk_vault.notices(visit)
    walk_keys.keys(visit, monkeypatch)
    walk_backups.backups(visit, folder / "στικάκι")
    walk_deleting.deleted(visit, folder / "άλλο στικάκι")
    walk_vault.activity(visit)
    walk_vault.condition(visit)
    walk_vault.nobody_there(visit)


def _shared_parts(walk: Walk, app: QApplication) -> None:
    """Marks that stay covered, and a system that tells of little, which no screen of the walk shows."""
    theme = apply(app, resources_folder(), "light", load_fonts(resources_folder() / "fonts").roles())
    chip, tag = MarkChip(theme, "client", CLIENT), MattersTag(theme, "client", shown=True)
    chip.show_covered()
    chip.grab()
    section = LockingSection(theme, LookSettings(walk.folder / "settings.ini", "en"), LidAlone())
    for part in (chip, tag, section):
        walk.look(type(part).__name__, part)
