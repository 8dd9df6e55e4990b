"""Something that has to wait until the window has come to rest."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def soon(owner: QObject, act: Callable[[], object]) -> None:
    """Call `act` once the events that wait now are through; not at all if `owner` is gone by then.

    A timer that belongs to the owner, since `QTimer.singleShot` with a context keeps `act`, and all that hangs on
    it, for ever when the context goes first (PySide6 6.11.3).
    """
    timer = QTimer(owner, singleShot=True, interval=0)
    timer.timeout.connect(act)
    timer.timeout.connect(timer.deleteLater)
    timer.start()
