"""A real keeper with a real window for the tests, and somebody at its keys who does as the test says.

`python -m tests.flows.kept HOME HEARS SAYS` is the keeper. The windows that it starts hear what to do through the
named pipe HEARS, a word a line, and tell through the named pipe SAYS, a line each, what came of it.
"""

import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.compose import program
from app.controllers.local_model import ModelState
from app.controllers.practice import PracticeState
from app.domain.answer import AnswerState, Brought, PhrasingKind
from app.domain.changes import View
from app.paths import DataFolder
from app.succession.keeper import keep
from app.succession.line import KeeperLine
from app.tour.driver import click, press, settle, shown, wait_until
from app.ui.bring_pane import BringPane
from app.ui.desk import DeskScreen
from app.ui.explorations import ExplorationStrip
from app.ui.home import HomePage
from app.ui.posture import posture_of
from app.ui.shared.remark import RemarkField
from app.ui.unlock import UnlockScreen
from app.ui.views.card import CardView
from app.ui.views.differently import DifferentlyView
from app.ui.views.keep import KeepView
from app.ui.views.paper import PaperView
from app.ui.views.phrasing_editor import PhrasingEditor
from app.ui.widgets.field import TextArea, TextField
from tests.flows.hands import Running
from tests.flows.playing import ROOT

MODEL_THAT_IS_NOT_THERE = Path("/nowhere.gguf")
ASKING = "asking"
"""The argument that has the real model asked as well."""
FAILED = 70
STILL = "still"
"""The argument that has a successor come up and never tell that it is seen."""


def canaries() -> list[str]:
    """Fifty sentences. Made when they are typed: a process that merely reads this file must not hold them."""
    return [f"Zaunkönig {number:02} im Geäst." for number in range(50)]


class Seat:
    """The hands in one process with a window."""

    def __init__(self, seat: Running, say: Callable[[str], None], more: tuple[str, ...]) -> None:
        self._seat = seat
        self._more = more
        self._say = say
        self._left: list[str] = []

    def write(self) -> None:
        """Write canaries into every kind of field, copy one, undo one, have the page drawn; stand in the note."""
        seat = self._seat
        self._left = canaries()
        seat.unlock()
        press(seat.window, "Ctrl+1")
        _put(shown(seat.window, HomePage).name, self._next())
        press(seat.window, "Ctrl+2")
        self._bring()
        self._look_further()
        self._together()
        click(shown(seat.window, ExplorationStrip).new)
        pane = shown(seat.window, BringPane)
        _put(pane.question, self._next())
        if ASKING in self._more:
            self._ask(pane)
        brought = [one for one in seat.record.answers if isinstance(one.origin, Brought)][-1]
        seat.desk.room.choose_answer(brought.id)
        settle()
        seat.open_statement(18)
        note = seat.note()
        note.input.appendPlainText("\n\n".join(self._left))
        settle()
        copied = note.input.textCursor()
        copied.movePosition(QTextCursor.MoveOperation.End)
        copied.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        note.setFocus()
        note.input.setTextCursor(copied)
        press(seat.window, "Ctrl+C")
        assert QGuiApplication.clipboard().text() == self._left[-1]
        self.look()

    def look(self) -> None:
        """Tell how everything stands."""
        seat = self._seat
        settle()
        screen = shown(seat.window, DeskScreen)
        texts = [one.text() for one in seat.window.findChildren(QLineEdit) if one.isVisible()]
        texts += [one.toPlainText() for one in seat.window.findChildren(QPlainTextEdit) if one.isVisible()]
        stands = {
            "posture": json.loads(posture_of(screen)),
            "texts": texts,
            "drafts": {
                key: text for key, text in seat.desk.room._drafts.items() if text and key != "posture"
            },
            "place": asdict(seat.desk.room.place),
        }
        self._say(f"stands {json.dumps(stands)}")

    def lock(self) -> None:
        """Press the key that locks."""
        begun = time.perf_counter()
        press(self._seat.window, "Ctrl+L")
        shown(self._seat.window, UnlockScreen)
        self._say(f"locked {1000 * (time.perf_counter() - begun):.0f}")

    def unlock(self) -> None:
        """Unlock, and tell how everything stands."""
        self._seat.unlock()
        # What opens by and by: rows are measured, and scrolled to, when they are drawn.
        wait_until(lambda: not self._seat.desk.room.draft("posture"), "the posture is taken up")
        self.look()

    def maximise(self) -> None:
        """Let the window take the whole screen."""
        self._seat.window.showMaximized()
        self.tell_state()

    def fill_screen(self) -> None:
        """Let the window take the whole screen and all bars."""
        self._seat.window.showFullScreen()
        self.tell_state()

    def tell_state(self) -> None:
        """Tell where the window stands, and how."""
        settle()
        self._say(f"state {_state(self._seat.window)}")

    def fill(self) -> None:
        """Fill the disk, and write what has no room."""
        vault = self._seat.program.practice._vault
        assert vault is not None
        database = vault._database
        database.pragma(f"max_page_count = {database.pragma('page_count')}")
        self._seat.note().input.insertPlainText("The river was higher than last week. " * 5_000)
        wait_until(lambda: self._seat.desk.saver.fault is not None, "saving fails")
        self._say("full")

    def lock_and_make_room(self) -> None:
        """Lock while the disk is full, see that it waits, and make room."""
        seat = self._seat
        vault = seat.program.practice._vault
        assert vault is not None
        press(seat.window, "Ctrl+L")
        screen = shown(seat.window, UnlockScreen)
        wait_until(screen.unsaved.isVisible, "the locked screen says that words are not saved")
        self._say("waiting")
        vault._database.pragma("max_page_count = 1000000")
        click(screen.unsaved.action)

    def close(self) -> None:
        """Close the window as a person does."""
        self._seat.window.close()

    def lock_and_close(self) -> None:
        """Lock, and close the locked window while the last words are being saved or the fresh process comes."""
        self.lock()
        wait_until(lambda: self._seat.program.practice.state is PracticeState.REPLACING, "it is replaced")
        self.close()

    def _next(self) -> str:
        return self._left.pop(0)

    def _bring(self) -> None:
        seat = self._seat
        click(shown(seat.window, ExplorationStrip).new)
        pane = shown(seat.window, BringPane)
        click(pane.bring_tab)
        for field in (
            pane.brings.brought_question,
            pane.brings.service,
            pane.brings.model,
            pane.brings.from_whom,
        ):
            _put(field, self._next())
        pane.brings.answer.input.insertPlainText("\n\n".join(self._next() for _ in range(20)))
        click(pane.brings.bring)
        settle()
        for number in (0, 1, 2):
            editor = seat.open_statement(number)
            press(seat.window, "1")
            click(editor.actions_below.add_words)
            assert editor.remark is not None
            _put(editor.remark, self._next())
        press(seat.window, "Ctrl+Z")
        press(seat.window, "Ctrl+Shift+Z")

    def _ask(self, pane: BringPane) -> None:
        seat = self._seat
        wait_until(lambda: seat.program.local_model.state is ModelState.READY, "the model is ready")
        click(pane.ask)
        wait_until(lambda: bool(seat.desk.asking.arriving_text), "words arrive")
        self._say(f"engine {seat.engine_pid()}")
        click(seat.pane.stop)
        wait_until(lambda: seat.chosen().state is not AnswerState.ARRIVING, "the answer ends")

    def _look_further(self) -> None:
        seat = self._seat
        seat.look_at(View.DIFFERENTLY)
        shown(seat.window, DifferentlyView)
        area = shown(seat.window, PhrasingEditor).rows[PhrasingKind.AS_ASKED].area
        _put(area, self._next())
        seat.look_at(View.CARDS)
        _put(shown(seat.window, CardView).fields[0], self._next())
        seat.look_at(View.KEEP)
        keeping = shown(seat.window, KeepView)
        _put(keeping.words, self._next())
        click(keeping.keep)
        _put(keeping.words, self._next())
        _put(keeping.step.words, self._next())
        seat.look_at(View.PAGE)
        paper = shown(seat.window, PaperView)
        _put(paper.choice.name, self._next())
        wait_until(
            lambda: bool(paper.preview.sheets.images) and not paper.preview.is_outdated, "the page is drawn"
        )
        seat.desk.looking.show(View.READ)
        settle()

    def _together(self) -> None:
        seat = self._seat
        press(seat.window, "Ctrl+Shift+T")
        remark = shown(seat.window, RemarkField)
        click(remark.opening)
        _put(remark.field, self._next())
        press(seat.window, "Escape")
        press(seat.window, "Return")
        wait_until(lambda: seat.screen == "desk", "the desk is back")


def _state(window: QWidget) -> str:
    place, normal = window.geometry(), window.normalGeometry()
    states = sorted(state.name or "" for state in Qt.WindowState if state & window.windowState())
    return f"{place.getRect()} {normal.getRect()} {'+'.join(states)}"


def _put(field: TextField | TextArea, words: str) -> None:
    """Write as an input method does: the test's own keys know no umlauts."""
    field.setFocus()
    if isinstance(field, TextField):
        field.input.insert(words)
    else:
        field.input.insertPlainText(words)
    settle()


def _window(home: Path, hears: str, says: str, *more: str) -> int:
    line = KeeperLine.of_this_process()
    told = os.open(says, os.O_WRONLY)

    def say(words: str) -> None:
        os.write(told, f"{words}\n".encode())

    app = QApplication(["trialogue"])
    app.setQuitOnLastWindowClosed(False)
    place = line.begin()
    is_fresh = place.width > 0
    command = _command(str(home), hears, says, *more)
    with program(
        app,
        DataFolder(home),
        None if ASKING in more else MODEL_THAT_IS_NOT_THERE,
        give_way=lambda stood: line.give_way(stood, command, ROOT),
        place=place,
    ) as started:
        window = started.window
        seat = Seat(Running(started, home), say, more)
        line.listen(window.close_asked.emit)

        def seen() -> None:
            if STILL not in more or not is_fresh:
                line.shown()
            say(f"seen {os.getpid()} {window.screen_name} {_state(window)}")

        window.seen.connect(seen)
        orders = os.open(hears, os.O_RDWR | os.O_NONBLOCK)
        heard = QSocketNotifier(orders, QSocketNotifier.Type.Read)

        def obey() -> None:
            order = os.read(orders, 64).decode().strip()
            if order.startswith("lock"):
                # The next order is for the process that follows.
                heard.setEnabled(False)
            try:
                getattr(seat, order)()
            except BaseException:  # noqa: BLE001 - told, and then the end
                # Nobody waits for what will not come.
                traceback.print_exc()
                os._exit(FAILED)

        heard.activated.connect(obey)
        if not is_fresh:
            window.resize(1180, 700)
        window.come_up(place)
        return app.exec()


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tests.flows.kept", "--window", *arguments]


def main(*arguments: str) -> int:
    """Be the keeper, or the window."""
    if arguments[0] == "--window":
        return _window(Path(arguments[1]), *arguments[2:])
    return keep(_command(*arguments), ROOT, shown_within_s=5 if STILL in arguments else 60)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
