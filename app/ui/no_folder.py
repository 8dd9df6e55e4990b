"""What somebody sees who opens the program where its folder can't be made."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

from app.controllers.settings import LookSettings
from app.errors import ErrorCode
from app.ui.dress import Dress
from app.ui.sentences import sentence


def tell_no_folder(app: QApplication, resources: Path, folder: Path, settings_file: Path) -> None:
    """Show a small window that says so and names the folder; return when it is closed.

    `settings_file` is where the look and the language would be kept; without it they take their defaults.
    """
    dress = Dress(app, resources, QTranslator(app))
    dress.put_on(LookSettings(settings_file, QLocale.system().name()))
    box = QMessageBox(QMessageBox.Icon.Critical, "Trialogue", sentence(ErrorCode.FOLDER_NOT_MADE))
    # Plain, since the folder's name is anybody's.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(str(folder))
    box.exec()
    dress.take_off()
