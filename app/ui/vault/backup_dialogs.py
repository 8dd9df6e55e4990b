"""Asks for a folder for backups, or for a backup file."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.choosing_files import opening_dialog


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
