"""What all tests stand on: no display is needed, and garbage is collected between tests on this thread alone.

Left to itself Python collects on whichever thread happens to allocate, and a widget that is destroyed on a worker's
thread ends the run (`app/controllers/garbage.py`). And each file finds the program undressed, as it starts: which
files ran before it, in which of several processes, is nobody's to know.
"""

import gc
import os
from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_TESTS = count(1)
_ALL_EVERY = 40
"""Tests between two collections of everything: each takes a tenth of a second."""


@pytest.fixture(scope="module", autouse=True)
def _undressed() -> Iterator[None]:
    """Take off what a file's tests have put on: style sheet, colours and type belong to the whole process."""
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyleSheet("")
        app.setStyle("Fusion")
        app.setPalette(QPalette())
        app.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))


def pytest_sessionstart() -> None:
    gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    yield
    gc.collect(2 if next(_TESTS) % _ALL_EVERY == 0 else 1)
