"""Files come into the room: by the keyboard alone, together with the client, and without a trace of the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QLineEdit

from app.controllers.file_reader import FileReader
from app.controllers.importing import ImportState
from app.controllers.practice import PracticeState
from app.domain.answer import Brought
from app.domain.changes import View
from app.paths import DataFolder
from app.tour.brought_files import ANSWERED, ASKED, TITLES, chatgpt_archive, written
from app.tour.driver import bring_to_front, press, settle, shown, type_into, wait_until
from app.ui.bring_pane import BringPane
from app.ui.reading_pane import ReadingPane
from app.ui.shared.turn import TurnPage
from app.ui.views.archive import ArchiveView
from app.ui.views.chat import ChatView
from app.ui.views.closed_file import ClosedFileView
from tests.flows.hands import PASSPHRASE, Running, furnish, running
from tests.flows.played import MODEL_THAT_IS_NOT_THERE


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path) -> Iterator[Running]:
    """The program, its session open, at the way of bringing."""
    home = tmp_path / "home"
    furnish(DataFolder(home))
    with running(qapp, home, MODEL_THAT_IS_NOT_THERE) as opened:
        opened.unlock()
        opened.desk.room.choose_answer(None)
        settle()
        shown(opened.window, BringPane).show_way(1)
        settle()
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An export with four conversations."""
    return written(tmp_path, "export.zip", chatgpt_archive())


def open_by_keyboard(seat: Running, file: Path) -> None:
    """Press Ctrl+O and type where the file is."""
    press(seat.window, "Ctrl+O")
    name = QApplication.focusWidget()
    assert isinstance(name, QLineEdit)
    name.insert(str(file))
    press(seat.window, "Return")
    # A system gives the keyboard back by itself.
    bring_to_front(seat.window)
    wait(seat, ImportState.LISTED)


def wait(seat: Running, state: ImportState) -> None:
    """Until the reader has come so far."""
    wait_until(lambda: seat.desk.importing.state is state, f"it is {state.value}")
    settle()


def tab_to(seat: Running, words: str) -> None:
    """Press Tab until the control with these words has the keyboard."""
    for _ in range(60):
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName() == words:
            return
        press(seat.window, "Tab")
    raise AssertionError(f"Tab does not lead to {words}")


def test_an_answer_is_found_chosen_and_brought_by_the_keyboard_alone(seat: Running, file: Path) -> None:
    open_by_keyboard(seat, file)
    press(seat.window, "Ctrl+F")
    type_into(shown(seat.window, ArchiveView).search, "pushing")
    press(seat.window, "Return")
    wait_until(lambda: not seat.desk.importing.is_searching, "it is searched")
    settle()
    press(seat.window, "Down")
    press(seat.window, "Return")
    wait(seat, ImportState.CHOOSING)
    shown(seat.window, ChatView)
    press(seat.window, "Space")
    press(seat.window, "Ctrl+Return")
    shown(seat.window, ReadingPane)
    answer = seat.chosen()
    assert answer.text == ANSWERED
    assert isinstance(answer.origin, Brought)
    assert answer.origin.service == "ChatGPT"
    assert seat.record.exploration_of(answer.id).question == ASKED
    assert seat.desk.importing.state is ImportState.NOTHING


def test_escape_leads_back_step_by_step_and_nothing_is_left(seat: Running, file: Path) -> None:
    open_by_keyboard(seat, file)
    press(seat.window, "Return")
    wait(seat, ImportState.CHOOSING)
    press(seat.window, "Escape")
    shown(seat.window, ArchiveView)
    press(seat.window, "Escape")
    shown(seat.window, BringPane)
    assert seat.desk.importing.state is ImportState.NOTHING
    assert seat.window.findChildren(ArchiveView) == []


def test_together_it_stays_covered_until_somebody_looks_and_is_read_together(
    seat: Running, file: Path
) -> None:
    open_by_keyboard(seat, file)
    press(seat.window, "Ctrl+Shift+T")
    shown(seat.window, ClosedFileView)
    assert not any(title in words for title in TITLES for words in seat.words())
    press(seat.window, "Return")
    shown(seat.window, ArchiveView)
    press(seat.window, "F9")
    assert seat.window.findChildren(ArchiveView) == []
    press(seat.window, "F9")
    shown(seat.window, ArchiveView)
    press(seat.window, "Return")
    wait(seat, ImportState.CHOOSING)
    press(seat.window, "Space")
    tab_to(seat, "Bring 1 answer")
    press(seat.window, "Return")
    shown(seat.window, TurnPage)
    assert seat.desk.together.looking.spot.view == View.READ
    press(seat.window, "Escape")
    press(seat.window, "Return")
    shown(seat.window, ReadingPane)


def test_on_return_from_the_shared_screen_nothing_of_the_file_stays(seat: Running, file: Path) -> None:
    open_by_keyboard(seat, file)
    press(seat.window, "Ctrl+Shift+T")
    press(seat.window, "Return")
    shown(seat.window, ArchiveView)
    press(seat.window, "Escape")
    press(seat.window, "Return")
    wait_until(lambda: seat.screen == "desk", "the desk is back")
    shown(seat.window, BringPane)
    assert seat.desk.importing.state is ImportState.NOTHING


def test_locking_ends_the_reader_and_forgets_the_file(seat: Running, file: Path) -> None:
    open_by_keyboard(seat, file)
    importing = seat.desk.importing
    processes = [
        process
        for reader in importing.findChildren(FileReader)
        for process in reader.findChildren(QProcess)
        if process.state() is QProcess.ProcessState.Running
    ]
    assert len(processes) == 1
    ended: list[int] = []
    processes[0].finished.connect(lambda code, _status: ended.append(code))
    seat.program.practice.lock()
    assert importing.state is ImportState.NOTHING
    assert importing.files is None
    wait_until(lambda: bool(ended), "the reader ends")
    wait_until(lambda: seat.program.practice.state is PracticeState.LOCKED, "it is locked")
    settle()
    seat.unlock(PASSPHRASE)
    shown(seat.window, BringPane)


def test_the_title_of_the_window_never_names_a_file(seat: Running, file: Path) -> None:
    titles = [seat.window.windowTitle()]
    seat.desk.importing.open([file])
    titles.append(seat.window.windowTitle())
    wait(seat, ImportState.LISTED)
    titles.append(seat.window.windowTitle())
    assert titles == ["Trialogue"] * 3
