"""Keeping a window out of recordings: what is asked of each system, and what is made of its answer.

The systems themselves are stood in for: neither is here.
"""

import ctypes
from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.recording_offer import RecordingOffer, holding_words
from app.ui.screen_capture import (
    Holding,
    MacScreenCapture,
    NoScreenCapture,
    WindowsScreenCapture,
    system_screen_capture,
)
from tests.ui.views.furnished import theme


class Call:
    """A function of a library, which takes the types that ctypes is told."""

    def __init__(self, act: Callable[..., Any]) -> None:
        self._act = act

    def __call__(self, *arguments: Any) -> Any:
        return self._act(*arguments)


class StandInUser32:
    """Windows as it answers: `takes` are the affinities that it does not refuse."""

    def __init__(self, *takes: int) -> None:
        self.affinity: dict[int, int] = {}
        self.SetWindowDisplayAffinity = Call(self._set)
        self.GetWindowDisplayAffinity = Call(self._get)
        self._takes = takes

    def _set(self, handle: int, affinity: int) -> int:
        if affinity in self._takes:
            self.affinity[handle] = affinity
        return int(affinity in self._takes)

    def _get(self, handle: int, into: Any) -> int:
        into._obj.value = self.affinity.get(handle, 0)
        return 1


def windows(*takes: int) -> tuple[WindowsScreenCapture, StandInUser32]:
    user32 = StandInUser32(*takes)
    return WindowsScreenCapture(cast(ctypes.CDLL, user32)), user32


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_windows_hides_the_window_and_says_so(window: QWidget) -> None:
    capture, user32 = windows(0x00, 0x01, 0x11)
    assert capture.holding(window) is Holding.RECORDED
    capture.set_hidden(window, True)
    assert user32.affinity == {int(window.winId()): 0x11}
    assert capture.holding(window) is Holding.HIDDEN
    capture.set_hidden(window, False)
    assert capture.holding(window) is Holding.RECORDED


def test_older_windows_shows_it_black(window: QWidget) -> None:
    capture, _ = windows(0x00, 0x01)
    capture.set_hidden(window, True)
    assert capture.holding(window) is Holding.BLACK


def test_a_windows_that_refuses_is_not_said_to_hide_anything(window: QWidget) -> None:
    capture, _ = windows()
    capture.set_hidden(window, True)
    assert capture.holding(window) is Holding.RECORDED


NATIVE_WINDOW = 0x5EED


class StandInObjC:
    """The Objective-C runtime as it answers: one NSView, in one NSWindow or in none."""

    def __init__(self, native_window: int = NATIVE_WINDOW) -> None:
        self.sharing_type = 1
        self._names: dict[int, bytes] = {}
        self._native_window = native_window
        self.sel_registerName = Call(self._register)
        kind = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
        self.objc_msgSend = kind(self._send)

    def _register(self, name: bytes) -> int:
        self._names[len(self._names) + 1] = name
        return len(self._names)

    def _send(self, receiver: int, selector: int, argument: int) -> int:
        name = self._names[selector]
        if name == b"window":
            return self._native_window
        assert receiver == NATIVE_WINDOW
        if name == b"setSharingType:":
            self.sharing_type = argument
            return 0
        assert name == b"sharingType"
        return self.sharing_type


def test_macos_is_asked_and_is_not_said_to_obey(window: QWidget) -> None:
    objc = StandInObjC()
    capture = MacScreenCapture(cast(ctypes.CDLL, objc))
    assert capture.holding(window) is Holding.RECORDED
    capture.set_hidden(window, True)
    assert objc.sharing_type == 0
    assert capture.holding(window) is Holding.ASKED
    capture.set_hidden(window, False)
    assert (objc.sharing_type, capture.holding(window)) == (1, Holding.RECORDED)


def test_on_macos_a_view_without_a_window_is_left_alone(window: QWidget) -> None:
    objc = StandInObjC(native_window=0)
    capture = MacScreenCapture(cast(ctypes.CDLL, objc))
    capture.set_hidden(window, True)
    assert objc.sharing_type == 1
    assert capture.holding(window) is Holding.RECORDED


def test_without_a_display_nothing_can_be_hidden(window: QWidget) -> None:
    capture = system_screen_capture()
    assert isinstance(capture, NoScreenCapture)
    capture.set_hidden(window, True)
    assert (capture.can_hide, capture.holding(window)) == (False, Holding.RECORDED)


def test_each_thing_that_may_hold_has_a_sentence_of_its_own(qtbot: QtBot) -> None:
    told = {holding_words(True, holding) for holding in Holding} | {holding_words(False, Holding.RECORDED)}
    assert len(told) == len(Holding) + 1
    assert holding_words(False, Holding.RECORDED) == "This system cannot hide windows from screen recording."


def test_the_offer_can_be_taken_and_refused(qtbot: QtBot) -> None:
    offer = RecordingOffer(theme(shared=False))
    qtbot.addWidget(offer)
    heard: list[bool] = []
    offer.decided.connect(heard.append)
    offer.action.click()
    offer.refuse.click()
    assert heard == [True, False]
