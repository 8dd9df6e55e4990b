"""The whole main job with the keyboard alone: every key goes to whatever has the focus, and nothing is clicked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget, QWidget

from app.controllers.practice import PracticeState
from app.domain.answer import AnswerState
from app.domain.client import VoiceKind
from app.domain.mark import Fit, Mark
from app.tour.driver import part_of, press, settle, wait_until
from app.ui.notes_panel import NotesPanel
from app.ui.widgets.buttons import Button
from app.ui.widgets.mark_choice import MarkChoice
from tests.flows.hands import BROUGHT, PASSPHRASE, QUESTION, Running, running

MOST_STOPS = 40


class Keyboard:
    """Presses keys, and knows where they go."""

    def __init__(self, seat: Running) -> None:
        self.seat = seat

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "the keyboard leads nowhere"
        assert self.seat.window.isAncestorOf(widget) or widget is self.seat.window
        return widget

    def press(self, *keys: str) -> None:
        for key in keys:
            assert self.focused.isVisible()
            press(self.seat.window, key)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focused, words)
        settle()

    def tab_to(self, wanted: Callable[[QWidget], bool], key: str = "Tab") -> int:
        """Press Tab until something has the keyboard; return how often. Fails if it is never reached."""
        for stops in range(MOST_STOPS):
            if wanted(self.focused):
                return stops
            self.press(key)
        raise AssertionError("Tab never comes there")


def called(words: str) -> Callable[[QWidget], bool]:
    """Whether a control has this name, as a screen reader says it."""
    return lambda widget: widget.accessibleName() == words


def button(words: str) -> Callable[[QWidget], bool]:
    """Whether it is the button with these words."""
    return lambda widget: isinstance(widget, Button) and widget.words() == words


@pytest.fixture
def keyboard(tmp_path: Path, qapp: QApplication) -> Iterator[Keyboard]:
    """A new program with no vault, the real engine, and a keyboard."""
    with running(qapp, tmp_path) as seat:
        seat.window.activateWindow()
        settle()
        yield Keyboard(seat)


def test_the_whole_main_job_needs_nothing_but_the_keyboard(keyboard: Keyboard) -> None:
    seat = keyboard.seat

    # A vault
    keyboard.press("Return")
    keyboard.type("Sari")
    keyboard.press("Return")
    keyboard.type(PASSPHRASE)
    keyboard.press("Return")
    keyboard.type(PASSPHRASE)
    keyboard.press("Return")
    wait_until(lambda: seat.screen == "desk", "the desk is shown")
    settle()

    # A client, and a session
    keyboard.type("Maya")
    keyboard.press("Return")
    settle()
    keyboard.tab_to(button("Start a session"))
    keyboard.press("Space")
    settle()

    # Ask, stop, ask once more
    keyboard.type(QUESTION)
    wait_until(lambda: seat.program.local_model.engine is not None, "the model is found")
    wait_until(lambda: _can_ask(seat), "the model is ready")
    keyboard.press("Ctrl+Return")
    wait_until(lambda: len(seat.desk.asking.arriving_text) > 60, "words arrive")
    first = seat.chosen()
    keyboard.press("Escape")
    wait_until(lambda: seat.chosen().state is AnswerState.STOPPED, "the answer is stopped")
    settle()
    wait_until(seat.pane.again.isEnabled, "the model is ready again")
    keyboard.tab_to(button("Ask once more"))
    keyboard.press("Space")
    wait_until(lambda: len(seat.desk.asking.arriving_text) > 60, "words arrive again")
    keyboard.press("Escape")
    wait_until(lambda: seat.chosen().state is AnswerState.STOPPED, "the second answer is stopped")
    settle()
    assert seat.chosen().id != first.id

    # Bring an answer
    keyboard.tab_to(button("Ask or bring"))
    keyboard.press("Space")
    keyboard.tab_to(button("Bring an answer"), "Shift+Tab")
    keyboard.press("Space")
    keyboard.type(BROUGHT)
    keyboard.tab_to(called("Where it came from"))
    keyboard.type("ChatGPT")
    keyboard.press("Ctrl+Return")
    wait_until(lambda: seat.desk.room.chosen_answer() is not None, "it is read as statements")
    settle()
    assert seat.chosen().text == BROUGHT

    # Mark for both
    keyboard.press("1", "M", "Down", "2")
    keyboard.tab_to(lambda widget: isinstance(widget, MarkChoice) and _voice_of(widget) is VoiceKind.CLIENT)
    keyboard.press("Right", "Right", "Return")
    client, therapist = (voice.id for voice in seat.desk.room.voices())
    ids = [statement.id for statement in seat.record.statements_of(seat.chosen().id)]
    assert seat.record.mark(ids[0], therapist) == Mark(Fit.FITS, matters=True)
    assert seat.record.mark(ids[1], therapist) == Mark(Fit.PARTLY)
    assert seat.record.mark(ids[1], client) == Mark(Fit.DOES_NOT_FIT)

    # Look together, and come back
    keyboard.press("Ctrl+Shift+T", "4", "M", "Right", "F9", "F9", "Escape")
    assert seat.screen == "handover"
    keyboard.press("Return")
    wait_until(lambda: seat.screen == "desk", "the desk is back")
    settle()
    assert seat.record.mark(ids[1], client) == Mark(Fit.NOT_SURE, matters=True)

    # A note
    if not part_of(seat.window, NotesPanel).isVisible():
        keyboard.press("Ctrl+.")
    for _ in range(6):
        if called("Note on this session")(keyboard.focused):
            break
        keyboard.press("F6")
    keyboard.type("Wants to come back to the second one.")
    assert seat.record.note == "Wants to come back to the second one."

    # Lock and unlock
    before = seat.record
    keyboard.press("Ctrl+L")
    wait_until(lambda: seat.program.practice.state is PracticeState.LOCKED, "the vault is shut")
    settle()
    keyboard.type("not this one at all")
    keyboard.press("Return")
    wait_until(lambda: seat.program.practice.state is PracticeState.LOCKED, "it is refused")
    settle()
    keyboard.type(PASSPHRASE)
    keyboard.press("Return")
    wait_until(lambda: seat.program.practice.state is PracticeState.OPEN, "the vault is open")
    wait_until(lambda: seat.desk.room.record is not None, "the session is open again")
    settle()
    assert seat.record == before

    # And on: another session, found among the clients
    keyboard.press("Ctrl+1")
    keyboard.tab_to(lambda widget: isinstance(widget, QListWidget) and called("Sessions")(widget))
    keyboard.press("Return")
    wait_until(lambda: seat.desk.room.place.screen == "session", "the session is open")


def _can_ask(seat: Running) -> bool:
    return any(part.isEnabled() for part in seat.window.findChildren(Button) if part.words() == "Ask")


def _voice_of(choice: QAbstractButton) -> VoiceKind | None:
    kind = getattr(choice, "_kind", None)
    return None if kind is None else VoiceKind(kind)
