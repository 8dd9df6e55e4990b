"""The steps of the tour, in the order of use. What is typed here is a sample and nobody's words."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from app.compose import Program
from app.controllers.practice import PracticeState
from app.domain.answer import AnswerState
from app.domain.mark import Fit, Mark
from app.errors import ErrorCode
from app.tour.bring import BringSteps
from app.tour.driver import click, expect, part_of, press, settle, shown, type_into, wait_until
from app.tour.exploring import ExploringSteps
from app.tour.privacy import PrivacySteps
from app.tour.safe import SafeSteps
from app.tour.seat import confirm_recovery_key
from app.tour.vault import NOTE, SAMPLE_WORDS, VaultSteps
from app.ui.bring_pane import BringPane
from app.ui.create import CreateScreen
from app.ui.explorations import ExplorationStrip
from app.ui.handover import HandoverScreen
from app.ui.home import HomePage, SessionsCard
from app.ui.notes_panel import NotesPanel
from app.ui.reading_pane import ReadingPane
from app.ui.shared.turn import TurnPage
from app.ui.vault.recovery_key_card import RecoveryKeyCard
from app.ui.view_frame import ViewFrame
from app.ui.widgets.mark_picker import MarkPicker

QUESTION = "I keep cancelling plans with my friends. Am I pushing people away?"
BROUGHT = (
    "Cancelling plans now and then is very common. It doesn't mean something is wrong with you.\n\n"
    "It may be a way of protecting your energy after a hard time. "
    "People who often cancel are usually afraid of being judged. "
    "Your friends probably feel hurt, even if they don't say so.\n\n"
    "- Telling one friend honestly how you are could take some pressure off.\n"
    "- If it has lasted more than two weeks, you should see a professional."
)

Step = Callable[[], None]
OpenProgram = Callable[[], AbstractContextManager[Program]]


@dataclass(slots=True)
class Journey(SafeSteps, ExploringSteps, BringSteps, VaultSteps, PrivacySteps):
    """The whole way, from nothing to a vault that was closed and opened again."""

    def steps(self) -> Iterator[tuple[str, Step]]:
        """Yield each step's name and what it does."""
        for step in (
            self.create_vault,
            self.place,
            self.add_client,
            self.start_session,
            self.ask,
            self.stop,
            self.ask_once_more,
            self.paste,
            self.mark,
            self.together,
            self.reveal,
            self.ask_again,
            self.ask_differently,
            self.lens,
            self.word_view,
            self.take_away,
            self.page,
            self.note,
            self.cue,
            self.held_statement,
            self.crisis_lines,
            self.import_chatgpt,
            self.import_claude,
            self.import_gemini,
            self.import_pdf,
            self.import_picture,
            self.backup,
            self.restore_rehearsal,
            self.privacy_page,
            self.idle_lock,
            self.lock,
            self.unlock,
            self.recovery,
            self.reopen_everything,
        ):
            yield _NAMES.get(step.__name__, step.__name__.replace("_", "-")), step

    def create_vault(self) -> None:
        """Choose a name and a passphrase, twice."""
        screen = shown(self.window, CreateScreen)
        self.picture("welcome")
        click(screen.start)
        type_into(screen.name, "Sari")
        press(self.window, "Return")
        type_into(screen.passphrase, SAMPLE_WORDS)
        type_into(screen.repeated, SAMPLE_WORDS)
        self.picture("passphrase")
        click(screen.passphrase_taken)
        card = shown(self.window, RecoveryKeyCard)
        self.picture("recovery-key")
        self._recovery_key = confirm_recovery_key(card)
        wait_until(lambda: self.program.practice.state is PracticeState.OPEN, "the vault is open")
        wait_until(lambda: self.window.screen_name == "place", "it is asked where this is")

    def add_client(self) -> None:
        """Add a client under a pseudonym."""
        home = shown(self.window, HomePage)
        type_into(home.name, "Maya")
        press(self.window, "Return")
        wait_until(lambda: bool(shown(self.window, SessionsCard).start), "the client's sessions are shown")

    def start_session(self) -> None:
        """Start a session with her."""
        click(shown(self.window, SessionsCard).start)
        shown(self.window, BringPane)

    def ask(self) -> None:
        """Ask the local model; the answer arrives word by word."""
        pane = shown(self.window, BringPane)
        type_into(pane.question, QUESTION)
        wait_until(
            lambda: pane.ask.isEnabled() or self._model_fault() is not None, "the model answers", 240_000
        )
        expect(self._model_fault() is None, f"the model is usable, but it is not: {self._model_fault()}")
        click(pane.ask)
        wait_until(lambda: shown(self.window, ReadingPane).text.whole_text() != "", "words arrive", 120_000)

    def stop(self) -> None:
        """Stop it. What had arrived stays."""
        pane = shown(self.window, ReadingPane)
        answer_id = self.chosen.id
        wait_until(lambda: len(pane.text.whole_text()) > 40, "a sentence has arrived", 120_000)
        click(pane.stop)
        wait_until(lambda: self.chosen.state is not AnswerState.ARRIVING, "the answer has ended")
        expect(self.chosen.id == answer_id, "the same answer is being read")
        expect(self.chosen.state is AnswerState.STOPPED, "it is marked as stopped")
        expect(bool(self.record.statements_of(answer_id)), "what arrived is read as statements")

    def ask_once_more(self) -> None:
        """Ask once more; the earlier answer stays beside the new one."""
        before = self.chosen
        pane = shown(self.window, ReadingPane)
        wait_until(pane.again.isEnabled, "the model is ready again")
        click(pane.again)
        wait_until(lambda: self.chosen.id != before.id, "a second answer arrives")
        wait_until(lambda: self.chosen.state is not AnswerState.ARRIVING, "it has ended", 240_000)
        expect(self.chosen.state in {AnswerState.WHOLE, AnswerState.CUT}, "it ended by itself")
        kept = self.record.answer(before.id)
        expect(kept == before, "the earlier answer is unchanged")

    def paste(self) -> None:
        """Bring an answer that the client has on her phone."""
        click(shown(self.window, ExplorationStrip).new)
        pane = shown(self.window, BringPane)
        click(pane.bring_tab)
        pane.brings.answer.input.insertPlainText(BROUGHT)
        type_into(pane.brings.brought_question, QUESTION)
        type_into(pane.brings.service, "ChatGPT")
        self.picture("form")
        click(pane.brings.bring)
        reading = shown(self.window, ReadingPane)
        wait_until(lambda: len(reading.statement_ids()) == 7, "it is read as seven statements")

    def mark(self) -> None:
        """Mark for oneself, with the keyboard and with the mouse. The client marks on the shared screen."""
        pane = shown(self.window, ReadingPane)
        _, therapist = self.voices()
        pane.focus_entry().setFocus()
        settle()
        press(self.window, "1")
        press(self.window, "M")
        press(self.window, "Down")
        press(self.window, "2")
        press(self.window, "Down")
        press(self.window, "Down")
        click(shown(self.window, MarkPicker).choices[2])
        press(self.window, "Ctrl+Z")
        press(self.window, "Ctrl+Shift+Z")
        ids = [statement.id for statement in self.record.statements_of(self.chosen.id)]
        marks = [self.record.mark(statement_id, therapist) for statement_id in ids]
        expect(marks[0] == Mark(Fit.FITS, matters=True), "the first mark holds")
        expect(marks[1] == Mark(Fit.PARTLY), "the second mark holds")
        expect(marks[3] == Mark(Fit.DOES_NOT_FIT), "the fourth mark holds")
        press(self.window, "Home")

    def together(self) -> None:
        """Turn the screen to the client, mark there, cover it, and come back by way of turning the screen."""
        press(self.window, "Ctrl+Shift+T")
        page = shown(self.window, TurnPage)
        expect(not self.window.findChildren(NotesPanel), "nothing private is in the window")
        press(self.window, "4")
        press(self.window, "M")
        client, _ = self.voices()
        expect(page.picker.fit() is Fit.NOT_SURE, "the client's choice is shown")
        expect(
            any(event.voice_id == client and event.mark.fit is Fit.NOT_SURE for event in self.record.marks),
            "and kept",
        )
        self.picture("shared")
        press(self.window, "F9")
        self.picture("covered")
        press(self.window, "F9")
        press(self.window, "Escape")
        shown(self.window, HandoverScreen)
        self.picture("turn")
        press(self.window, "Return")
        wait_until(lambda: self.window.screen_name == "desk", "the desk is back")

    def note(self) -> None:
        """Back to reading, and write a private note; it saves itself."""
        click(shown(self.window, ViewFrame).back)
        shown(self.window, ReadingPane)
        panel = part_of(self.window, NotesPanel)
        if not panel.isVisible():
            # Where there is no room beside the reading it comes when it is asked for, and lies over it.
            press(self.window, "Ctrl+.")
        type_into(panel.note, NOTE)
        self.wait_saved()
        expect(self.record.note == NOTE, "the note is kept")

    def _model_fault(self) -> ErrorCode | None:
        return self.program.local_model.fault


_NAMES = {"reopen_everything": "reopen"}
