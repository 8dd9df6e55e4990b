"""What is copied out of the program: marked so that histories of copies pass over it, and cleared after a while.

Every copy goes through here: by key or menu it is taken from the control before Qt copies it (`copying.py`), and what
gets to the clipboard another way, as by selecting with the mouse under X11, is marked in the same moment, before the
system can hand it to anybody. Only Windows tells of such a change a little later.

A mark asks; no system makes other programs heed it:

- Linux: `x-kde-passwordManagerHint`, heeded by Klipper and its kin; GNOME's history extensions mostly heed it.
- Windows: the three formats that Microsoft names for its history, its cloud and for monitors.
- macOS: see `pasteboard.py`.

What was copied is cleared half a minute later, on locking and at the end of the program, unless another program has
put something else there since. Nothing here keeps the text.
"""

import ctypes
import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QAction, QClipboard, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.controllers.practice import Practice, PracticeState
from app.ui.copying import (
    holds_text,
    is_private,
    line_of,
    remove_selected,
    selected_text,
    wipe_line,
    wipes_a_line,
)
from app.ui.pasteboard import MacPasteboard

CLEAR_AFTER_MS = 30_000
Mode = QClipboard.Mode
_MODES = (Mode.Clipboard, Mode.Selection)
_OURS = "application/x-trialogue-copy"
_KDE_HINT = "x-kde-passwordManagerHint"
_WINDOWS_FORMAT = 'application/x-qt-windows-mime;value="{}"'
_NO = bytes(4)
"""A DWORD of zero."""
_MENU_COPIES = frozenset({"edit-copy", "edit-cut"})
"""What Qt calls these entries of its own menus."""


def marks(platform: str) -> dict[str, bytes]:
    """The formats that ask others to leave a copy alone, and their content. `platform` as in `sys.platform`."""
    if platform == "win32":
        return {
            _WINDOWS_FORMAT.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
            _WINDOWS_FORMAT.format("CanIncludeInClipboardHistory"): _NO,
            _WINDOWS_FORMAT.format("CanUploadToCloudClipboard"): _NO,
        }
    return {_KDE_HINT: b"secret"}


def marked(text: str, platform: str = sys.platform) -> QMimeData:
    """Return text as it may lie on the clipboard: plain, and marked."""
    data = QMimeData()
    data.setText(text)
    data.setData(_OURS, b"1")
    for name, content in marks(platform).items():
        data.setData(name, content)
    return data


def lying_there() -> QMimeData:
    """Return what can be pasted. It may be from anybody, and of any kind."""
    return QGuiApplication.clipboard().mimeData()


def owns_clipboard(mode: QClipboard.Mode) -> bool:
    """Whether what lies there is this program's. Where Qt draws for nobody, no other program can reach it."""
    if QGuiApplication.platformName() in {"offscreen", "minimal"}:
        return True
    clipboard = QGuiApplication.clipboard()
    return clipboard.ownsSelection() if mode == Mode.Selection else clipboard.ownsClipboard()


class ClipboardGuard(QObject):
    """Marks and clears what is copied in any window of the program, as long as it lives.

    Args:
        app: the application, whose events it looks through.
        practice: locking clears.
        parent: owns it.
        clear_after_ms: how long a copy stays.
        owns: says whether what lies on a clipboard is ours.
        conceal: what is left to do after a copy where marks in the data do not suffice; see `pasteboard.py`.
    """

    def __init__(
        self,
        app: QApplication,
        practice: Practice,
        parent: QObject,
        clear_after_ms: int = CLEAR_AFTER_MS,
        owns: Callable[[QClipboard.Mode], bool] = owns_clipboard,
        conceal: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._practice = practice
        self._owns = owns
        self._conceal = conceal or _system_conceal()
        self._clipboard = QGuiApplication.clipboard()
        self.timer = QTimer(self, singleShot=True, interval=clear_after_ms)
        """Runs while a copy of ours waits to be cleared."""
        self.timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._on_clipboard_changed)
        self._clipboard.selectionChanged.connect(self._on_selection_changed)
        practice.state_changed.connect(self._on_practice_changed)
        app.aboutToQuit.connect(self.clear)
        app.installEventFilter(self)

    def put(self, text: str, mode: QClipboard.Mode = Mode.Clipboard) -> None:
        """Copy text: marked, and for a while."""
        self._clipboard.setMimeData(marked(text), mode)
        if mode == Mode.Clipboard:
            self._conceal()
        self.timer.start()

    def clear(self) -> None:
        """Take away what is ours, and only that."""
        self.timer.stop()
        for mode in _MODES:
            if (mode == Mode.Selection and not self._clipboard.supportsSelection()) or not self._owns(mode):
                continue
            # Empty first: a clipboard that somebody keeps for programs that end is kept empty, not with the words.
            self._clipboard.setMimeData(marked(""), mode)
            self._clipboard.clear(mode)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Copy and cut in Qt's place, by key and from its menus."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            return (
                isinstance(watched, QWidget) and isinstance(event, QKeyEvent) and self._on_key(watched, event)
            )
        if kind == QEvent.Type.Show and isinstance(watched, QMenu):
            self._guard_menu(watched)
        return False

    def _on_key(self, control: QWidget, event: QKeyEvent) -> bool:
        line = line_of(control)
        if line is not None and wipes_a_line(event):
            wipe_line(line, event)
            return True
        cuts = event.matches(QKeySequence.StandardKey.Cut)
        if not holds_text(control) or not (cuts or event.matches(QKeySequence.StandardKey.Copy)):
            return False
        self._copy(control, cuts=cuts)
        return True

    def _copy(self, control: QWidget, *, cuts: bool) -> None:
        text = selected_text(control)
        if text:
            self.put(text)
            if cuts:
                remove_selected(control)

    def _guard_menu(self, menu: QMenu) -> None:
        control = menu.parentWidget()
        if control is None or not holds_text(control):
            return
        for theirs in menu.actions():
            if theirs.objectName() not in _MENU_COPIES:
                continue
            ours = QAction(theirs.icon(), theirs.text(), menu)
            ours.setEnabled(theirs.isEnabled() and not is_private(control))
            ours.triggered.connect(partial(self._copy, control, cuts=theirs.objectName() == "edit-cut"))
            menu.insertAction(theirs, ours)
            menu.removeAction(theirs)

    def _on_clipboard_changed(self) -> None:
        self._mark(Mode.Clipboard)

    def _on_selection_changed(self) -> None:
        self._mark(Mode.Selection)

    def _mark(self, mode: QClipboard.Mode) -> None:
        """Mark what got there unmarked; of a passphrase nothing stays."""
        if not self._owns(mode):
            return
        data = self._clipboard.mimeData(mode)
        if data is None or not data.formats() or data.hasFormat(_OURS):
            return
        if is_private(QApplication.focusWidget()):
            self._clipboard.clear(mode)
        else:
            self.put(data.text(), mode)

    def _on_practice_changed(self) -> None:
        if self._practice.state is not PracticeState.OPEN:
            self.clear()


def _system_conceal() -> Callable[[], None]:
    if sys.platform == "darwin" and QGuiApplication.platformName() == "cocoa":
        return MacPasteboard(ctypes.CDLL("/usr/lib/libobjc.dylib")).conceal
    return lambda: None
