"""Which files are brought: asked for in Qt's own dialog, which looks through no network and remembers nothing."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.carried import in_order
from app.ui.vault.backup_dialogs import opening_dialog


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
