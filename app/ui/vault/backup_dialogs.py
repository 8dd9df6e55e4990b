"""Asks for a folder for backups, or for a backup file: the toolkit's own dialogs, for places of this computer alone.

Dialogs of a system browse networks and keep lists of the files that were named in them.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QStandardPaths, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.views.leaving import forget_where


class BackupDialogs:
    """Makes the dialogs. They are shown by whoever asked, and go when they are closed."""

    def folder(self, parent: QWidget) -> QFileDialog:
        """Return a dialog that asks for a folder."""
        dialog = opening_dialog(
            parent, QCoreApplication.translate("BackupDialogs", "Choose a folder for backups")
        )
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return dialog

    def file(self, parent: QWidget) -> QFileDialog:
        """Return a dialog that asks for a backup file."""
        dialog = opening_dialog(parent, QCoreApplication.translate("BackupDialogs", "Choose a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        name = QCoreApplication.translate("BackupDialogs", "Backups of Trialogue")
        dialog.setNameFilter(f"{name} (*.trialogue-backup)")
        return dialog


def chosen(dialog: QFileDialog) -> Path | None:
    """Return what was chosen, or None."""
    return next((Path(path) for path in dialog.selectedFiles()), None)


def opening_dialog(parent: QWidget, title: str) -> QFileDialog:
    """Return Qt's own dialog for what is opened: it shows this computer and sticks, and remembers nothing."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setSupportedSchemes(["file"])
    dialog.setSidebarUrls(_side_places())
    dialog.setHistory([])
    dialog.setDirectory(QDir.homePath())
    dialog.finished.connect(lambda _result: forget_where(dialog))
    return dialog


def _side_places() -> list[QUrl]:
    """Home, documents, and where sticks appear, if they are there. What lies in them is not looked at."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    user = Path(QDir.homePath()).name
    places = [QDir.homePath(), documents, f"/run/media/{user}", f"/media/{user}", "/Volumes"]
    drives = [QUrl("file:")] if sys.platform == "win32" else []
    return [QUrl.fromLocalFile(place) for place in dict.fromkeys(places) if QDir(place).exists()] + drives
