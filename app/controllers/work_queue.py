"""Work off the window's thread, in order, with the outcome delivered back on the window's thread."""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import ErrorCode, KnownError

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[ErrorCode], None]


class WorkQueue(QObject):
    """One thread that does one job after another.

    What is handed in runs there; `done` and `failed` run on the thread that made the queue. A `KnownError`
    reaches `failed` as its code. Any other exception is a bug: it is raised again on the queue's own thread of
    birth, where the program's handler for bugs sees it.
    """

    _finished = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._finished.connect(self._deliver)
        self._thread = threading.Thread(target=self._run, name=name, daemon=False)
        self._thread.start()

    def submit(
        self, work: Callable[[], _T], done: Callable[[_T], None], failed: Callable[[ErrorCode], None]
    ) -> None:
        """Queue `work`. Exactly one of `done` and `failed` is called afterwards, or a bug is raised."""
        self._jobs.put(_Job(work, done, failed))

    def close(self) -> None:
        """Do what is queued, then end the thread and wait for it. Outcomes still on their way are dropped."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                result = job.work()
            except KnownError as fault:
                self._finished.emit(_bound(job.failed, fault.code))
            except Exception as bug:  # noqa: BLE001 - handed on, not swallowed: raised again by _deliver
                self._finished.emit(_raiser(bug))
            else:
                self._finished.emit(_bound(job.done, result))

    @Slot(object)
    def _deliver(self, outcome: Callable[[], None]) -> None:
        outcome()


def _bound(call: Callable[[Any], None], argument: Any) -> Callable[[], None]:
    return lambda: call(argument)


def _raiser(bug: Exception) -> Callable[[], None]:
    def raise_again() -> None:
        raise bug

    return raise_again
