"""Cyclic garbage goes on the window's thread, whichever thread makes more of it."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.controllers.garbage import WindowThreadGarbage


class Cycle:
    def __init__(self, died_on: list[int]) -> None:
        self.itself = self
        self.died_on = died_on

    def __del__(self) -> None:
        self.died_on.append(threading.get_ident())


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[WindowThreadGarbage]:
    """A collector in the place of Python's own, which it leaves as it was."""
    gc.enable()
    collector = WindowThreadGarbage()
    assert not gc.isenabled()
    yield collector
    collector.stop()
    assert gc.isenabled()
    gc.disable()


def test_a_busy_thread_collects_nothing_and_the_window_thread_does(garbage: WindowThreadGarbage) -> None:
    died_on: list[int] = []
    Cycle(died_on)
    hoard: list[list[int]] = []
    busy = threading.Thread(target=lambda: hoard.extend([i] for i in range(5_000)))
    busy.start()
    busy.join()
    assert died_on == []
    garbage.collect_what_is_due()
    assert died_on == [threading.get_ident()]


def test_nothing_is_collected_before_it_is_due(garbage: WindowThreadGarbage) -> None:
    gc.collect()
    died_on: list[int] = []
    Cycle(died_on)
    garbage.collect_what_is_due()
    assert died_on == []
