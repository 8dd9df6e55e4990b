"""Where the keyboard goes when what had it is taken away."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


@contextmanager
def keyboard_kept_in(part: QWidget, entry: Callable[[], QWidget]) -> Iterator[None]:
    """Change what a part of the screen is made of, and leave the keyboard in it if it was there.

    Left to itself Qt moves it on to whatever comes next, which may be at the other end of the window.

    Args:
        part: what changes.
        entry: gives where the keyboard enters the part afterwards, if what had it is gone.
    """
    before = QApplication.focusWidget()
    was_inside = before is not None and (part is before or part.isAncestorOf(before))
    yield
    after = QApplication.focusWidget()
    is_inside = after is not None and (part is after or part.isAncestorOf(after))
    if was_inside and not is_inside:
        entry().setFocus(Qt.FocusReason.OtherFocusReason)
