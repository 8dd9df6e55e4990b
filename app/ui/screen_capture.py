"""Keeping private windows out of screen recordings, where the system can.

- **Windows**: `SetWindowDisplayAffinity` with WDA_EXCLUDEFROMCAPTURE; before Windows 10 version 2004 the system takes
  that for WDA_MONITOR, which leaves a black window in the recording. What holds is read back with
  `GetWindowDisplayAffinity`.
- **macOS**: `NSWindow.sharingType` = none, read back from the window. From macOS 15 on, programs that record through
  ScreenCaptureKit do not heed it, and Apple calls the value a legacy one: so the window can say that the system was
  asked, and not that it holds.
- **Elsewhere** there is no such thing.

It is no protection against somebody who means harm, or a camera. It can black out screen magnifiers, so it is off
until somebody chooses it. Neither Windows nor macOS was at hand when this was written: the calls follow the systems'
documentation and have not run there.
"""

import ctypes
import sys
from enum import Enum
from typing import Protocol

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_WDA_NONE, _WDA_MONITOR, _WDA_EXCLUDEFROMCAPTURE = 0x00, 0x01, 0x11
_SHARING_NONE, _SHARING_READ_ONLY = 0, 1


class Holding(Enum):
    """What is known of a window."""

    RECORDED = "recorded"
    """Recordings show it."""
    HIDDEN = "hidden"
    """The system says that recordings do not show it."""
    BLACK = "black"
    """The system says that recordings show it as a black area."""
    ASKED = "asked"
    """The system was asked to hide it, and newer versions of it may not heed that."""


class ScreenCapture(Protocol):
    """What a system can do about recordings."""

    can_hide: bool
    """Whether there is anything it can do."""

    def set_hidden(self, window: QWidget, hidden: bool) -> None:
        """Keep a window out of recordings, or let it be recorded. A system that refuses changes nothing."""

    def holding(self, window: QWidget) -> Holding:
        """Return what the system says of the window now."""


class NoScreenCapture:
    """A system that can't hide windows from recordings."""

    can_hide = False

    def set_hidden(self, window: QWidget, hidden: bool) -> None:
        """Do nothing."""

    def holding(self, _window: QWidget) -> Holding:
        """Recordings show every window here."""
        return Holding.RECORDED


class WindowsScreenCapture:
    """Windows: `user32` is the library of that name, or what stands in for it."""

    can_hide = True

    def __init__(self, user32: ctypes.CDLL) -> None:
        self._set = user32.SetWindowDisplayAffinity
        self._set.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
        self._set.restype = ctypes.c_int
        self._get = user32.GetWindowDisplayAffinity
        self._get.argtypes = (ctypes.c_void_p, ctypes.POINTER(ctypes.c_uint32))
        self._get.restype = ctypes.c_int

    def set_hidden(self, window: QWidget, hidden: bool) -> None:
        """Set the window's affinity. If the better one is refused, the older one is asked for."""
        handle = int(window.winId())
        if not self._set(handle, _WDA_EXCLUDEFROMCAPTURE if hidden else _WDA_NONE) and hidden:
            self._set(handle, _WDA_MONITOR)

    def holding(self, window: QWidget) -> Holding:
        """Read the affinity back."""
        affinity = ctypes.c_uint32(_WDA_NONE)
        if not self._get(int(window.winId()), ctypes.byref(affinity)):
            return Holding.RECORDED
        known = {_WDA_EXCLUDEFROMCAPTURE: Holding.HIDDEN, _WDA_MONITOR: Holding.BLACK}
        return known.get(affinity.value, Holding.RECORDED)


class MacScreenCapture:
    """macOS: `objc` is the Objective-C runtime's library, or what stands in for it. Messages are sent by hand."""

    can_hide = True

    def __init__(self, objc: ctypes.CDLL) -> None:
        objc.sel_registerName.argtypes = (ctypes.c_char_p,)
        objc.sel_registerName.restype = ctypes.c_void_p
        address = ctypes.cast(objc.objc_msgSend, ctypes.c_void_p).value or 0
        # One function serves all messages: each shape of call needs a type of its own.
        self._get_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(address)
        self._get_number = ctypes.CFUNCTYPE(ctypes.c_ulong, ctypes.c_void_p, ctypes.c_void_p)(address)
        self._set_number = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(address)
        self._window = objc.sel_registerName(b"window")
        self._sharing_type = objc.sel_registerName(b"sharingType")
        self._set_sharing_type = objc.sel_registerName(b"setSharingType:")

    def set_hidden(self, window: QWidget, hidden: bool) -> None:
        """Set the sharing type of the window that Qt's view stands in."""
        native = self._native(window)
        if native:
            self._set_number(native, self._set_sharing_type, _SHARING_NONE if hidden else _SHARING_READ_ONLY)

    def holding(self, window: QWidget) -> Holding:
        """Read the sharing type back."""
        native = self._native(window)
        hidden = bool(native) and self._get_number(native, self._sharing_type) == _SHARING_NONE
        return Holding.ASKED if hidden else Holding.RECORDED

    def _native(self, window: QWidget) -> int | None:
        """Return the NSWindow: Qt's handle is the NSView in it."""
        found: int | None = self._get_object(int(window.winId()), self._window)
        return found


def system_screen_capture() -> ScreenCapture:
    """Return what this system can do. Needs a QGuiApplication."""
    platform = QGuiApplication.platformName()
    if sys.platform == "win32" and platform == "windows":
        return WindowsScreenCapture(ctypes.WinDLL("user32"))
    if sys.platform == "darwin" and platform == "cocoa":
        return MacScreenCapture(ctypes.CDLL("/usr/lib/libobjc.dylib"))
    return NoScreenCapture()
