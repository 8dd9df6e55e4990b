"""What went wrong in the program itself: held in memory until somebody looks, and kept only if they want that."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.controllers.work_queue import WorkQueue
from app.errors import ErrorCode
from app.export.writing import write_page

FILE_NAME = "trialogue-report.txt"
MOST_REPORTS = 20
"""So many different ones are held. One that comes again is counted."""


class BugReports(QObject):
    """The bugs that were met since the program started or locked, without content (`app/bugs.py`).

    Args:
        about: the program and the system, as the first line of the report.
        work: the thread that writes files.
    """

    changed = Signal()
    saved = Signal()
    failed = Signal(object)
    """ErrorCode: EXPORT_DISK_FULL, EXPORT_FOLDER_READ_ONLY or EXPORT_FAILED. Nothing was written."""
    _met = Signal(str)

    def __init__(self, about: Callable[[], str], work: WorkQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._about = about
        self._work = work
        self._counts: dict[str, int] = {}
        self._wants_telling = False
        # On the window's thread, whichever it is met on, and later: what shows it may be what has the bug.
        self._met.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def wants_telling(self) -> bool:
        """Whether something was met that nobody has put away."""
        return self._wants_telling

    def add(self, described: str) -> None:
        """Take a bug, as `app.bugs.described` tells it. Any thread may."""
        self._met.emit(described)

    def text(self) -> str:
        """Return the whole report: what is shown, copied and saved is this and nothing else."""
        bugs = (one if count == 1 else f"{one}\n(met {count} times)" for one, count in self._counts.items())
        return "\n\n".join((self._about(), *bugs)) + "\n"

    def put_away(self) -> None:
        """Somebody has read it: nothing of it is held any longer."""
        self._counts.clear()
        self._wants_telling = False
        self.changed.emit()

    def save(self, path: Path, text: str) -> None:
        """Write the report, as it was shown, to where somebody chose. `saved` or `failed` follows."""
        self._work.submit(
            lambda: write_page(path, text.encode()),
            lambda _none: self.saved.emit(),
            self.failed.emit,
            if_bug=ErrorCode.EXPORT_FAILED,
        )

    @Slot(str)
    def _take(self, described: str) -> None:
        is_new = described not in self._counts
        if not is_new or len(self._counts) < MOST_REPORTS:
            self._counts[described] = self._counts.get(described, 0) + 1
            self._wants_telling = True
            if is_new:
                self.changed.emit()
