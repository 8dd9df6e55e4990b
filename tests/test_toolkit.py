"""That the toolkit in use keeps count of its references.

PySide6 6.12.0 on Python 3.11 gives back one reference to `None` too many on every call that returns nothing. After
a few thousand calls the count reaches zero and the interpreter aborts in the middle of a session. 6.11.3 does
not, which is why the version is held below 6.12 until a newer one passes this test. From Python 3.12 on `None` is
never counted, so that there is nothing to lose.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

CALLS = 1_000
# What the interpreter itself holds and lets go of meanwhile; a lost reference for each call is far beyond it.
BOUND = 200


@pytest.fixture
def calls(qtbot: QtBot) -> list[Callable[[], None]]:
    """A score of the toolkit's methods that return nothing."""
    thing, timer = QObject(), QTimer()
    widget, label, field, button = QWidget(), QLabel(), QLineEdit(), QPushButton()
    for made in (widget, label, field, button):
        qtbot.addWidget(made)
    point, size, rect, colour, font = QPoint(), QSize(), QRect(), QColor("white"), QFont()
    return [
        lambda: thing.setObjectName("thing"),
        lambda: timer.setInterval(10),
        lambda: timer.setSingleShot(True),
        timer.stop,
        lambda: widget.setWindowTitle("title"),
        lambda: widget.setEnabled(True),
        lambda: widget.setToolTip("tip"),
        lambda: widget.setMinimumWidth(10),
        lambda: widget.resize(20, 20),
        lambda: widget.move(1, 1),
        widget.update,
        widget.clearFocus,
        widget.hide,
        lambda: label.setText("words"),
        lambda: label.setWordWrap(True),
        lambda: field.setText("words"),
        field.clear,
        lambda: button.setText("words"),
        lambda: point.setX(1),
        lambda: size.setWidth(1),
        lambda: rect.translate(1, 1),
        lambda: colour.setAlpha(10),
        lambda: font.setPointSize(10),
    ]


def test_calls_that_return_nothing_neither_lose_nor_gather_references(
    calls: list[Callable[[], None]],
) -> None:
    lost = {}
    for index, call in enumerate(calls):
        call()
        before = sys.getrefcount(None)
        for _ in range(CALLS):
            call()
        lost[index] = sys.getrefcount(None) - before
    assert len(calls) >= 20
    assert {index: change for index, change in lost.items() if abs(change) > BOUND} == {}
