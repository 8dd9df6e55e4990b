"""Python's cyclic garbage, collected on the window's thread and nowhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1_000


class WindowThreadGarbage(QObject):
    """Collects when Python would have, but on the thread of the one who made it.

    Left to itself Python collects on whichever thread happens to allocate. A Qt object with timers that is
    destroyed on the vault's thread ends the program.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.collect_what_is_due)
        self._timer.start()

    def stop(self) -> None:
        """Leave collecting to whoever did it before."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    def collect_what_is_due(self) -> None:
        """Collect each generation that has passed its threshold, the oldest of them alone: it includes the rest."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
