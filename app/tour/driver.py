"""Hands and eyes for driving the window: keys, clicks, waiting, pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_Widget = TypeVar("_Widget", bound=QWidget)
_LOOK_EVERY_MS = 20


class StepFailedError(Exception):
    """What a step expects did not come true. The text names the expectation, never content."""


def wait_until(true: Callable[[], bool], expectation: str, timeout_ms: int = 60_000) -> None:
    """Let the program run until something is true.

    Raises:
        StepFailedError: It did not come true in time.
    """
    if true():
        return
    loop = QEventLoop()
    look = QTimer(interval=_LOOK_EVERY_MS)
    look.timeout.connect(lambda: loop.quit() if true() else None)
    limit = QTimer(singleShot=True, interval=timeout_ms)
    limit.timeout.connect(loop.quit)
    look.start()
    limit.start()
    loop.exec()
    look.stop()
    if not true():
        raise StepFailedError(expectation)


def expect(true: bool, expectation: str) -> None:
    """Go on only if it is so.

    Raises:
        StepFailedError: It is not.
    """
    if not true:
        raise StepFailedError(expectation)


def shown(window: QWidget, kind: type[_Widget]) -> _Widget:
    """Return the one visible part of a kind.

    Raises:
        StepFailedError: It is not on the screen.
    """
    found = next((part for part in window.findChildren(kind) if part.isVisible()), None)
    if found is None:
        raise StepFailedError(f"{kind.__name__} is on the screen")
    return found


def part_of(window: QWidget, kind: type[_Widget]) -> _Widget:
    """Return the one part of a kind, visible or not.

    Raises:
        StepFailedError: There is none.
    """
    found = window.findChild(kind)
    if found is None:
        raise StepFailedError(f"{kind.__name__} is in the window")
    return found


def bring_to_front(window: QWidget) -> None:
    """Show a window and give it the keyboard.

    Raises:
        StepFailedError: The display server does not give it the keyboard.
    """
    window.show()
    window.activateWindow()
    expect(QTest.qWaitForWindowActive(window), "the window gets the keyboard")
    settle()


def settle() -> None:
    """Let layouts, focus and what was scheduled for at once come to rest."""
    for _ in range(4):
        QApplication.processEvents()
        # Processing events alone leaves what was marked for deletion alive.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def type_into(part: QWidget, words: str) -> None:
    """Put the keyboard into a field and type."""
    part.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    QTest.keyClicks(part.focusProxy() or part, words)
    settle()


def press(window: QWidget, keys: str) -> None:
    """Press a key, or keys together, where the keyboard is now."""
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs leave it out
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
    settle()


def click(button: QAbstractButton) -> None:
    """Click in the middle of a button that can be clicked.

    Raises:
        StepFailedError: It is hidden or disabled.
    """
    expect(button.isVisible() and button.isEnabled(), "the button can be clicked")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def take_picture(window: QWidget, file: Path) -> None:
    """Save what the window shows.

    Raises:
        StepFailedError: The picture could not be written.
    """
    settle()
    expect(window.grab().save(str(file)), "the picture can be written")
