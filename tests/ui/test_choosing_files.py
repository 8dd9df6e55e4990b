"""Dialogs that ask for files: the toolkit's own, on this computer alone, by the keyboard, and without a memory."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from app.controllers.take_home import PageFormat
from app.tour.driver import settle
from app.ui.choosing_files import ask_for_files, files_chosen, opening_dialog, saving_dialog
from app.ui.vault.backup_dialogs import BackupDialogs
from app.ui.views.leaving import LeavingDialogs
from tests.flows.playing import ROOT

DIALOGS: dict[str, Callable[[QWidget], QFileDialog]] = {
    "what is brought": ask_for_files,
    "a folder for backups": lambda parent: BackupDialogs().folder(parent),
    "a backup": lambda parent: BackupDialogs().file(parent),
    "where the page is saved": lambda parent: LeavingDialogs().where(parent, "page.pdf", PageFormat.PDF),
    "where a report is saved": lambda parent: saving_dialog(parent, "Save", "report.txt", "Text"),
}
_FOLDER = "sessions with Maya"
_PROGRAM = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from app.ui.choosing_files import ask_for_files
app = QApplication([])
parent = QWidget()
dialog = ask_for_files(parent)
dialog.setDirectory(str(Path.home() / "{_FOLDER}"))
dialog.show()
app.processEvents()
if sys.argv[1] == "chosen":
    dialog.selectFile(str(Path.home() / "{_FOLDER}" / "chat.txt"))
    dialog.accept()
elif sys.argv[1] == "closed":
    dialog.reject()
app.processEvents()
del dialog, parent
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""


@pytest.mark.parametrize("which", DIALOGS)
def test_every_dialog_is_the_toolkit_s_and_shows_this_computer_alone(qapp: QApplication, which: str) -> None:
    parent = QWidget()
    dialog = DIALOGS[which](parent)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.testOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    assert dialog.supportedSchemes() == ["file"]
    assert set(dialog.history()) <= {QDir.homePath(), dialog.directory().absolutePath()}
    places = dialog.sidebarUrls()
    assert places
    assert all(place.isLocalFile() and QDir(place.toLocalFile()).exists() for place in places)
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    parent.deleteLater()
    settle()


@pytest.mark.parametrize("end", ["chosen", "closed", "taken away while it is open"])
def test_what_was_looked_into_and_chosen_is_in_no_file(tmp_path: Path, end: str) -> None:
    (tmp_path / _FOLDER).mkdir()
    (tmp_path / _FOLDER / "chat.txt").write_text("a chat", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    subprocess.run(
        [sys.executable, "-c", _PROGRAM, end],
        cwd=ROOT,
        env={"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        timeout=60,
    )
    made = [path for path in tmp_path.rglob("*") if path not in before and "fontconfig" not in str(path)]
    assert [path for path in made if path.name != ".cache"] == []


def test_a_file_is_chosen_by_the_keyboard_alone(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_text("a chat", encoding="utf-8")
    parent = QWidget()
    dialog = opening_dialog(parent, "Open")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    chosen: list[tuple[Path, ...]] = []
    dialog.accepted.connect(lambda: chosen.append(files_chosen(dialog)))
    dialog.open()
    settle()
    name = QApplication.focusWidget()
    assert isinstance(name, QLineEdit)
    name.insert(str(tmp_path / "chat.txt"))
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert chosen == [(tmp_path / "chat.txt",)]
    settle()
    another = opening_dialog(parent, "Open")
    another.open()
    settle()
    assert another.directory().absolutePath() == QDir.homePath()
    QTest.keyClick(another, Qt.Key.Key_Escape)
    assert not another.isVisible()
    parent.deleteLater()
    settle()
