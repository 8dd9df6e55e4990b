"""The whole main job with the keyboard alone: every key goes to whatever has the focus, and nothing is clicked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from app.controllers.practice import PracticeState
from app.domain.answer import AnswerState, AskedAgain
from app.domain.changes import View
from app.domain.mark import Fit, Mark
from app.domain.shared import SharedPaper
from app.domain.written import InRemark
from app.tour.driver import part_of, press, settle, shown, wait_until
from app.ui.notes_panel import NotesPanel
from app.ui.vault.recovery_key_card import RecoveryKeyCard
from app.ui.views.again_overview import AgainOverview
from app.ui.views.choice_card import ChoiceCard
from app.ui.views.lens_choice import LensChoice
from app.ui.views.paper import PaperView
from app.ui.widgets.buttons import Button
from app.ui.widgets.mark_choice import MarkChoice
from tests.flows.hands import BROUGHT, PASSPHRASE, QUESTION, Running, running

MOST_STOPS = 80
_ANSWERS_MS = 180_000


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
    card = shown(seat.window, RecoveryKeyCard)
    groups = [label.text() for label in card.groups]
    keyboard.press("Return")
    first_group, second_group = (groups[number] for number in card.asked)
    keyboard.type(first_group)
    keyboard.press("Tab")
    keyboard.type(second_group)
    keyboard.press("Return")

    # Where this is practised
    wait_until(lambda: seat.screen == "place", "it is asked where this is practised")
    settle()
    keyboard.press("Space")
    keyboard.tab_to(button("Continue"))
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
    wait_until(lambda: _can(seat, "Ask"), "the model is ready")
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
    keyboard.tab_to(called("What was asked, if you know"))
    keyboard.type(QUESTION)
    keyboard.tab_to(called("Where it came from"))
    keyboard.type("ChatGPT")
    keyboard.press("Ctrl+Return")
    wait_until(lambda: seat.desk.room.chosen_answer() is not None, "it is read as statements")
    settle()
    assert seat.chosen().text == BROUGHT

    # Mark for oneself: with the keys of the statement, and with the choices inside it
    client, therapist = (voice.id for voice in seat.desk.room.voices())
    ids = [statement.id for statement in seat.record.statements_of(seat.chosen().id)]
    keyboard.press("1", "M", "Down")
    keyboard.tab_to(lambda widget: isinstance(widget, MarkChoice))
    keyboard.press("Right", "Return", "Escape")
    keyboard.tab_to(button("Add your own words"))
    keyboard.press("Space")
    keyboard.type("Said twice.")
    keyboard.press("Escape")
    assert seat.record.mark(ids[0], therapist) == Mark(Fit.FITS, matters=True)
    assert seat.record.mark(ids[1], therapist) == Mark(Fit.PARTLY)
    assert seat.record.words[InRemark(ids[1], therapist)] == "Said twice."

    # Look together: the client marks, both are revealed, and the screen is covered and turned
    keyboard.press("Ctrl+Shift+T", "4", "M", "Right", "3", "F9", "F9")
    assert seat.chosen().revealed_at is None
    keyboard.press("Ctrl+Return")
    settle()
    assert seat.chosen().revealed_at is not None
    keyboard.press("Escape")
    assert seat.screen == "handover"
    keyboard.press("Return")
    wait_until(lambda: seat.screen == "desk", "the desk is back")
    settle()
    assert seat.record.mark(ids[1], client) == Mark(Fit.NOT_SURE, matters=True)
    assert seat.record.mark(ids[2], client) == Mark(Fit.DOES_NOT_FIT)
    assert seat.desk.looking.spot.view == View.REVEALED

    _ask_again(keyboard)
    _look_through_a_lens(keyboard)
    _keep_something(keyboard)
    _approve_the_page(keyboard)

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


def _can(seat: Running, words: str) -> bool:
    return any(part.isEnabled() for part in seat.window.findChildren(Button) if part.words() == words)


def _ask_again(keyboard: Keyboard) -> None:
    """The same question three times at once, stopped once each answer has begun; then what stays and what changes."""
    seat = keyboard.seat
    asking, marked = seat.desk.asking, seat.chosen()
    keyboard.tab_to(button("Ask again"))
    keyboard.press("Space")
    assert seat.desk.looking.spot.view == View.AGAIN
    keyboard.tab_to(button("Fewer times"))
    keyboard.press("Space")
    wait_until(lambda: _can(seat, "Ask 3 times"), "the model is ready")
    keyboard.tab_to(button("Ask 3 times"))
    keyboard.press("Space")
    asked = seat.record.round(seat.record.rounds(seat.chosen().exploration_id, AskedAgain)[-1])
    assert len(asked) == 3
    wait_until(
        lambda: all(len(asking.text_of(one.id)) > 60 for one in asked), "three answers arrive", _ANSWERS_MS
    )
    keyboard.press("Escape")
    wait_until(lambda: not asking.arriving_ids, "all of them are stopped")
    settle()
    assert all(_ended(seat, one.id) is AnswerState.STOPPED for one in asked)
    shown(seat.window, AgainOverview)

    # Back to the answer that was marked
    keyboard.press("Escape")
    keyboard.tab_to(button("Answer 1"))
    keyboard.press("Space")
    assert seat.chosen() == marked


def _look_through_a_lens(keyboard: Keyboard) -> None:
    """The first lens, on the whole answer; stopped once something is said."""
    seat = keyboard.seat
    asking = seat.desk.asking
    keyboard.tab_to(button("Lenses"))
    keyboard.press("Space")
    assert seat.desk.looking.spot.view == View.LENS
    wait_until(lambda: shown(seat.window, LensChoice).focus_entry().isEnabled(), "the model is ready")
    keyboard.tab_to(lambda widget: isinstance(widget, ChoiceCard))
    keyboard.press("Space")
    said = seat.record.through_lenses(seat.chosen().id)
    assert len(said) == 1
    wait_until(lambda: len(asking.text_of(said[0].id)) > 10, "the model says something", _ANSWERS_MS)
    keyboard.press("Escape")
    wait_until(lambda: not asking.arriving_ids, "it is stopped")
    settle()
    assert _ended(seat, said[0].id) is AnswerState.STOPPED


def _keep_something(keyboard: Keyboard) -> None:
    """A take-away in own words, and the next step."""
    seat = keyboard.seat
    keyboard.tab_to(button("Keep something"))
    keyboard.press("Space")
    assert seat.desk.looking.spot.view == View.KEEP
    keyboard.type("I may rest.")
    keyboard.tab_to(button("Keep it"))
    keyboard.press("Space")
    keyboard.tab_to(called("What happens next"))
    keyboard.type("Call her on Sunday.")
    kept, session_id = seat.desk.room.keepsakes, seat.record.session.id
    assert [one.text for one in kept.of_session(session_id)] == ["I may rest."]
    assert kept.next_step(session_id).text == "Call her on Sunday."


def _approve_the_page(keyboard: Keyboard) -> None:
    """A statement is chosen for the page, the page is read large and approved; then back to reading."""
    seat = keyboard.seat
    keyboard.tab_to(button("The page to take home"))
    keyboard.press("Space")
    assert seat.desk.looking.spot.view == View.PAGE
    keyboard.tab_to(called("Statements that belong on the page"))
    keyboard.press("Down", "Down", "Space")
    paper = seat.desk.looking.page()
    assert isinstance(paper, SharedPaper)
    # The second one matters to the client, and stood there from the beginning.
    assert [choice.chosen for choice in paper.choices] == [False, True, True]
    preview = shown(seat.window, PaperView).preview
    # Drawn as it reads now: nobody approves what they have not seen.
    wait_until(lambda: bool(preview.sheets.images) and not preview.is_outdated, "the page is drawn")
    keyboard.tab_to(button("This page is right for me"))
    keyboard.press("Space")
    assert seat.desk.take_home.is_approved(seat.desk.looking.spot)
    keyboard.press("Escape")
    assert seat.desk.looking.spot.view == View.READ


def _ended(seat: Running, answer_id: str) -> AnswerState:
    answer = seat.record.answer(answer_id)
    assert answer is not None
    return answer.state
