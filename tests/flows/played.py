"""A real second program for the tests: the whole window, offscreen, with somebody at its keys.

`python -m tests.flows.played SCENE HOME` does one scene on the vault in HOME and tells on its standard output, a
line each, what has come onto the screen. It ends only when it is killed.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.controllers.local_model import ModelState
from app.controllers.saving import SaveState
from app.tour.driver import click, press, settle, shown, type_into, wait_until
from app.ui.bring_pane import BringPane
from app.ui.explorations import ExplorationStrip
from tests.flows.hands import Running, running

MODEL_THAT_IS_NOT_THERE = Path("/nowhere.gguf")
NOTE = " Then she laughed."
DRAFT = "What would it be like to call her back?"
LONG_QUESTION = "Tell me at length how people in ten countries greet each other, one paragraph for each."
_TWO_SECONDS_MS = 2_000
_TYPING_MS = 20


def say(line: str) -> None:
    """Tell the test. One write, so that a kill cannot cut a line."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def _say_two_seconds_later(line: str) -> None:
    QTimer.singleShot(_TWO_SECONDS_MS, lambda: say(f"two seconds later {line}"))


def words(seat: Running) -> None:
    """Write a note, mark a statement, draft a question."""
    note = seat.note()
    type_into(note, "")
    press(seat.window, "Ctrl+End")
    type_into(note, NOTE)
    seat.open_statement(1)
    press(seat.window, "3")
    press(seat.window, "M")
    click(shown(seat.window, ExplorationStrip).new)
    type_into(shown(seat.window, BringPane).question, DRAFT)
    say("shown words")
    _say_two_seconds_later("words")


def typing(seat: Running) -> None:
    """Type number after number into the note, without a pause."""
    note = seat.note()
    note.clear()
    number = 0

    def type_next() -> None:
        nonlocal number
        type_into(note, f"{number} ")
        say(f"shown {number}")
        _say_two_seconds_later(str(number))
        number += 1
        QTimer.singleShot(_TYPING_MS, type_next)

    type_next()


def asking(seat: Running) -> None:
    """Ask the real model, and ask it again whenever an answer ends."""
    asking = seat.desk.asking
    wait_until(lambda: seat.program.local_model.state is ModelState.READY, "the model is ready")
    say(f"engine {seat.engine_pid()}")

    def arrived(answer_id: str, _added: str) -> None:
        settle()
        line = f"{answer_id} {len(asking.arriving_text)}"
        say(f"shown {line}")
        _say_two_seconds_later(line)

    def kept() -> None:
        answer = seat.desk.room.chosen_answer()
        if answer is None or answer.id != asking.arriving_answer_id or not answer.text:
            return
        if seat.desk.saver.state is SaveState.SAVED:
            say(f"kept {answer.id} {len(answer.text)}")

    asking.answer_grew.connect(arrived)
    asking.answer_ended.connect(
        lambda _id: QTimer.singleShot(0, lambda: asking.ask_once_more(seat.chosen().exploration_id))
    )
    seat.desk.saver.state_changed.connect(kept)
    click(shown(seat.window, ExplorationStrip).new)
    pane = shown(seat.window, BringPane)
    type_into(pane.question, LONG_QUESTION)
    click(pane.ask)


def holding(_seat: Running) -> None:
    """Hold the vault open."""
    say("holding")


SCENES = {scene.__name__: scene for scene in (words, typing, asking, holding)}


def main(scene: str, home: str) -> int:
    """Open the program, unlock, play the scene, and stay until killed."""
    app = QApplication(["trialogue"])
    app.setQuitOnLastWindowClosed(False)
    model = None if scene == asking.__name__ else MODEL_THAT_IS_NOT_THERE
    with running(app, Path(home), model) as seat:
        seat.unlock()
        SCENES[scene](seat)
        return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
