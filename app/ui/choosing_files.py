"""Which files and folders are meant: every dialog of the program that asks for one is made here.

They are the toolkit's own. Dialogs of a system browse networks, keep lists of the files that were named in them, and
are shown by other programs. These show this computer and its sticks, and remember nothing: what was looked into, and
what was chosen, is kept in no file (`keep_nothing`), and a dialog that is done forgets it, too.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.carried import in_order


def ask_for_files(parent: QWidget) -> QFileDialog:
    """Return a dialog that asks for one file or several. The caller opens it; it goes when it is closed."""
    dialog = opening_dialog(
        parent, QCoreApplication.translate("ChoosingFiles", "Open a conversation, a document or pictures")
    )
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return dialog


def files_chosen(dialog: QFileDialog) -> tuple[Path, ...]:
    """Return what was chosen."""
    return in_order([Path(path) for path in dialog.selectedFiles()])


def opening_dialog(parent: QWidget, title: str) -> QFileDialog:
    """Return a dialog for what is opened, beginning at home. It goes when it is closed."""
    dialog = _dialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setSidebarUrls(_side_places())
    dialog.setDirectory(QDir.homePath())
    return dialog


def saving_dialog(parent: QWidget, title: str, file_name: str, kind: str) -> QFileDialog:
    """Return a dialog that asks where to save a file, beginning at the documents, or at home.

    Args:
        parent: what it belongs to.
        title: its own.
        file_name: the name that is offered.
        kind: what such a file is called. It ends as `file_name` does.
    """
    suffix = Path(file_name).suffix
    dialog = _dialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{kind} (*{suffix})")
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    places = (
        QStandardPaths.StandardLocation.DocumentsLocation,
        QStandardPaths.StandardLocation.DesktopLocation,
    )
    folders = [*map(QStandardPaths.writableLocation, places), QDir.homePath()]
    there = [folder for folder in dict.fromkeys(folders) if QDir(folder).exists()]
    dialog.setSidebarUrls([QUrl.fromLocalFile(folder) for folder in there])
    dialog.setDirectory(next(iter(there), QDir.homePath()))
    dialog.selectFile(file_name)
    return dialog


def keep_nothing() -> None:
    """Have the toolkit keep no settings of its own: its dialogs write there which folder was looked into, and which
    ones before, also when they are taken away without being closed. The program's own settings have a file of theirs.

    For Linux and its kin: macOS and Windows keep such settings elsewhere, where only `_forget_where` reaches them.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    keep_nothing()
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setSupportedSchemes(["file"])
    dialog.setHistory([])
    dialog.finished.connect(lambda _result: _forget_where(dialog))
    return dialog


def _forget_where(dialog: QFileDialog) -> None:
    """Have a dialog that is done remember nothing but the home folder."""
    dialog.setDirectory(QDir.homePath())
    dialog.setHistory([])


def _side_places() -> list[QUrl]:
    """Home, documents, and where sticks appear, if they are there. What lies in them is not looked at."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    user = Path(QDir.homePath()).name
    places = [QDir.homePath(), documents, f"/run/media/{user}", f"/media/{user}", "/Volumes"]
    drives = [QUrl("file:")] if sys.platform == "win32" else []
    return [QUrl.fromLocalFile(place) for place in dict.fromkeys(places) if QDir(place).exists()] + drives
