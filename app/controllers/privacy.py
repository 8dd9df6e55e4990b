"""Tries, while somebody looks, what the program promises about where words go, and tells what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.controllers.backups import Backups
from app.controllers.keys import Keys
from app.controllers.source import Source
from app.controllers.wall_checks import SocketsSeen, WindowSeen, child_checks, sockets_check, window_checks
from app.controllers.wall_report import WallReport, Walls
from app.controllers.work_queue import WorkQueue
from app.domain.evidence import Aspect, Check, FileSeen, Lying, Standing, Subject
from app.errors import ErrorCode
from app.export.evidence_page import EvidenceRow, EvidenceSheet, evidence_page
from app.export.writing import write_page

__all__ = ["EvidenceRow", "EvidenceSheet", "Privacy", "Ways"]

FILE_NAME = "trialogue-privacy.html"
NewReport = Callable[[QObject], WallReport]
_CHILDREN = (Subject.ENGINE, Subject.READER)


@dataclass(frozen=True, slots=True)
class Ways:
    """How it is found out."""

    look_at_window: Callable[[], WindowSeen]
    """Tries the ways out of this process, and looks through its modules. Takes some tens of milliseconds, sends
    nothing."""
    count_sockets: Callable[[], SocketsSeen | None]
    """Counts those that this process holds open; None where nobody can."""
    new_reports: Mapping[Subject, NewReport]
    """Makes what starts a child of a kind and hears its walls."""
    harmless: Source
    """The file that such a child is handed. It reads nothing of it."""
    look_at_files: Callable[[], tuple[FileSeen, ...]]
    """Looks into the program's folder. Called on the vault's thread; may raise KnownError."""
    versions: Callable[[], tuple[tuple[str, str], ...]]
    """What the program is made of, with versions."""


class Privacy(QObject):
    """The checks of the privacy page. Nothing is tried before `look`, and nothing is remembered.

    Args:
        ways: how it is found out.
        backups, keys: of the open vault.
        work: the thread of the vault.
        page_work: the thread that writes files.
        now: gives the time, aware.
    """

    changed = Signal()
    """More is known, or something is looked at anew."""
    saved = Signal()
    failed = Signal(object)
    """ErrorCode: EXPORT_DISK_FULL, EXPORT_FOLDER_READ_ONLY or EXPORT_FAILED. Nothing was written."""

    def __init__(
        self,
        ways: Ways,
        backups: Backups,
        keys: Keys,
        work: WorkQueue,
        page_work: WorkQueue,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ways = ways
        self._backups = backups
        self._keys = keys
        self._work = work
        self._page_work = page_work
        self._now = now
        self._is_closed = False
        self._found: dict[tuple[Subject, Aspect], Check] = {}
        self._reports: dict[Subject, WallReport] = {}
        self._reads_files = False
        backups.changed.connect(self.changed)
        keys.changed.connect(self.changed)

    @property
    def busy(self) -> bool:
        """Whether something is being tried."""
        return bool(self._reports) or self._reads_files

    @property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """What the program is made of, with versions."""
        return self._ways.versions()

    def checks(self) -> tuple[Check, ...]:
        """Return what is known by now, one subject after the other."""
        found = [*self._found.values(), self._backup(), self._keyring()]
        order = list(Subject)
        return tuple(sorted(found, key=lambda check: order.index(check.subject)))

    def look(self) -> None:
        """Try everything anew. `changed` follows as more is known."""
        if self.busy or self._is_closed:
            return
        at = self._now()
        self._take(window_checks(self._ways.look_at_window(), self._ways.count_sockets(), at))
        for subject in _CHILDREN:
            report = self._ways.new_reports[subject](self)
            self._reports[subject] = report
            report.told.connect(partial(self._on_told, subject))
            report.ask(self._ways.harmless)
        self._reads_files = True
        self._work.submit(
            self._ways.look_at_files, self._on_files, self._on_files_unread, if_bug=ErrorCode.STORAGE_FAILED
        )
        self.changed.emit()

    def look_at_sockets(self) -> None:
        """Count the open connections anew."""
        if not self._is_closed:
            self._take((sockets_check(self._ways.count_sockets(), self._now()),))
            self.changed.emit()

    def save(self, path: Path, sheet: EvidenceSheet) -> None:
        """Write what is shown as one page. `saved` or `failed` follows."""
        self._page_work.submit(
            lambda: write_page(path, evidence_page(sheet)),
            lambda _none: self.saved.emit(),
            self.failed.emit,
            if_bug=ErrorCode.EXPORT_FAILED,
        )

    def close(self) -> None:
        """End what is under way, for the vault is about to be closed."""
        self._is_closed = True
        for report in self._reports.values():
            report.dispose()
        self._reports.clear()

    def _on_told(self, subject: Subject, walls: Walls | None) -> None:
        if self._is_closed:
            return
        self._take(child_checks(subject, walls, self._now()))
        self._reports.pop(subject).dispose()
        self.changed.emit()

    def _on_files(self, files: tuple[FileSeen, ...]) -> None:
        self._reads_files = False
        if not self._is_closed:
            self._take(_of_files(files, self._now()))
            self.changed.emit()

    def _on_files_unread(self, _code: ErrorCode) -> None:
        self._reads_files = False
        if not self._is_closed:
            aspects = (Aspect.CIPHERTEXT, Aspect.BESIDE)
            self._take(tuple(Check(Subject.STORED, one, Standing.NOT_CHECKED, None) for one in aspects))
            self.changed.emit()

    def _take(self, checks: tuple[Check, ...]) -> None:
        self._found |= {(check.subject, check.aspect): check for check in checks}

    def _backup(self) -> Check:
        # Found whole when it was made, and there when the folder was last looked into: nothing is tried now.
        newest = next((one for one in self._backups.listed() if one.verified_at is not None), None)
        if newest is None:
            return Check(Subject.STORED, Aspect.BACKUP, Standing.FAILS, None)
        standing = Standing.SAID if self._backups.fault is None else Standing.FAILS
        return Check(Subject.STORED, Aspect.BACKUP, standing, None, since=newest.made_at)

    def _keyring(self) -> Check:
        held = self._keys.held
        if held is None:
            return Check(Subject.STORED, Aspect.KEYRING, Standing.NOT_CHECKED, None)
        amounts = (int(held.in_keyring), int(held.keyring_here))
        return Check(Subject.STORED, Aspect.KEYRING, Standing.SAID, None, amounts=amounts)


def _of_files(files: tuple[FileSeen, ...], at: datetime) -> tuple[Check, ...]:
    of_vault = [one for one in files if one.lying in {Lying.ENCRYPTED, Lying.READABLE}]
    readable = sum(one.lying is Lying.READABLE for one in of_vault)
    unknown = sum(one.lying is Lying.UNKNOWN for one in files)
    encrypted = Standing.FAILS if readable or not of_vault else Standing.HOLDS
    beside = Standing.PARTLY if unknown else Standing.HOLDS
    counts = {kind: sum(one.lying is kind for one in files) for kind in Lying}
    return (
        Check(
            *(Subject.STORED, Aspect.CIPHERTEXT, encrypted, at),
            tried=("header", "entropy >= 7.8 bit/byte"),
            amounts=(len(of_vault), sum(one.size_bytes for one in of_vault), readable),
        ),
        Check(
            *(Subject.STORED, Aspect.BESIDE, beside, at),
            tried=tuple(f"{kind.value}: {count}" for kind, count in counts.items() if count),
            amounts=(len(files) - len(of_vault), unknown),
        ),
    )
