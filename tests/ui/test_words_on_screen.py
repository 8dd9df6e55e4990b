"""Walks through the running program and finds every word that does not go through translation."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app import compose
from app.catalogue.verified import VerifiedModel
from app.compose import Program
from app.controllers.engine_client import EngineClient, Limits
from app.controllers.local_model import ModelState
from app.controllers.practice import Desk, PracticeState
from app.controllers.saving import SaveState
from app.controllers.settings import Language
from app.domain.changes import Change
from app.domain.mark import Fit
from app.errors import ErrorCode, KnownError
from app.paths import DataFolder, resources_folder
from app.store.slots import KdfCost
from app.store.vault import Vault
from app.tour.driver import click, settle, shown, wait_until
from app.ui.bring_pane import BringPane
from app.ui.create import CreateScreen
from app.ui.fonts import load_fonts
from app.ui.handover import HandoverScreen
from app.ui.home import HomePage, SessionsCard
from app.ui.notes_panel import NotesPanel
from app.ui.reading_pane import ReadingPane
from app.ui.settings_page import SettingsPage
from app.ui.theme import apply
from app.ui.together import ArrivingPage, CoveredPage, TurnPage
from app.ui.unlock import UnlockScreen
from app.ui.widgets.mark_chip import MarkChip, MattersTag
from tests.ui.words_on_screen import TRANSLATIONS, Marker, messages, untranslated

ROOT = Path(__file__).parents[2]

# What people type is Greek here, so that every Latin letter is the program's.
THERAPIST, CLIENT, PASSPHRASE = "Σάρι", "Μάγια", "επτά φανάρια πάνω από ήσυχο νερό"
QUESTION = "Ακυρώνω συχνά τα σχέδια με τους φίλους μου. Τους διώχνω;"
ANSWER = "Αυτό είναι πολύ συνηθισμένο. Ίσως προστατεύεις την ενέργειά σου. Μίλησε με έναν φίλο."
# What the scripted engine says, and the name that the model's maker gave it.
CONTENT = frozenset({"Rain", "falls", "softly", "SmolLM2 135M Instruct Q4_1"})


@dataclass
class Walk:
    """Somebody who looks at every screen. `found` holds the words without translation, by where they stood."""

    folder: Path
    marker: Marker
    disk_is_full: bool = False
    found: dict[str, set[str]] = field(default_factory=dict)

    def look(self, where: str, root: QWidget) -> None:
        settle()
        if words := untranslated(root, CONTENT):
            self.found[where] = words

    @contextmanager
    def program(self, app: QApplication) -> Iterator[Program]:
        with compose.program(app, DataFolder(self.folder)) as running:
            running.settings.set_language(Language.ENGLISH)
            running.window.show()
            settle()
            yield running
            closed: list[bool] = []
            running.practice.close(lambda: closed.append(True))
            wait_until(lambda: bool(closed), "the program closes")
            running.window.hide()
        settle()


@pytest.fixture
def walk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walk]:
    """The real program, but for an engine that hangs once in the middle of an answer and a disk that can be full."""
    marker = Marker()
    walk = Walk(tmp_path / "data", marker)
    once = tmp_path / "once"
    once.touch()
    command = (sys.executable, "-m", "tests.engine.scripted_child", "--fault", "silent", "--once", str(once))
    impatient = Limits(cancel_ms=200, terminate_ms=100, stop_ms=100)

    def engine(model: VerifiedModel) -> EngineClient:
        return EngineClient(command, model, 2_048, working_folder=ROOT, limits=impatient)

    keep = Vault.apply

    def keep_if_there_is_room(vault: Vault, changes: Sequence[Change]) -> None:
        if walk.disk_is_full:
            raise KnownError(ErrorCode.DISK_FULL)
        keep(vault, changes)

    monkeypatch.setattr(compose, "_engine", engine)
    monkeypatch.setattr(Vault, "apply", keep_if_there_is_room)
    qapp.installTranslator(marker)
    yield walk
    qapp.removeTranslator(marker)


def test_every_word_of_the_program_goes_through_translation(qapp: QApplication, walk: Walk) -> None:
    with walk.program(qapp) as running:
        _create(walk, running)
    Vault.create(DataFolder(walk.folder).vault, PASSPHRASE, THERAPIST, KdfCost(64, 1, 1)).close()
    with walk.program(qapp) as running:
        desk = _unlock(walk, running)
        _clients(walk, running)
        _bring_and_mark(walk, running, desk)
        _ask(walk, running, desk)
        _together(walk, running, desk)
        _settings(walk, running, desk)
        _full_disk(walk, running, desk)
    _shared_parts(walk, qapp)
    assert walk.found == {}
    contexts = {context for context, _ in messages(TRANSLATIONS / "id.ts")}
    assert contexts - {context for context, _ in walk.marker.asked} == set(), "no step shows these"


def _create(walk: Walk, running: Program) -> None:
    screen = shown(running.window, CreateScreen)
    walk.look("create: welcome", running.window)
    click(screen.start)
    click(screen.name_taken)
    walk.look("create: no name", running.window)
    screen.name.set_text(THERAPIST)
    click(screen.name_taken)
    for words in ("α", "αααααααααααα", PASSPHRASE):
        screen.passphrase.input.setText(words)
        walk.look("create: passphrase", running.window)
    click(screen.passphrase.eye)
    click(screen.button)
    walk.look("create: passphrases differ", running.window)


def _unlock(walk: Walk, running: Program) -> Desk:
    screen = shown(running.window, UnlockScreen)
    walk.look("unlock", running.window)
    screen.passphrase.input.setText(THERAPIST)
    click(screen.button)
    walk.look("unlock: opening", running.window)
    wait_until(screen.passphrase.sentence.isVisible, "the wrong passphrase is refused")
    walk.look("unlock: refused", running.window)
    screen.passphrase.input.setText(PASSPHRASE)
    click(screen.button)
    wait_until(lambda: running.practice.state is PracticeState.OPEN, "the vault is open")
    settle()
    assert running.practice.desk is not None
    return running.practice.desk


def _clients(walk: Walk, running: Program) -> None:
    home = shown(running.window, HomePage)
    walk.look("clients: none", running.window)
    click(home.add)
    walk.look("clients: no name", running.window)
    for _ in range(2):
        home.name.set_text(CLIENT)
        click(home.add)
    walk.look("clients: name taken", running.window)
    click(shown(running.window, SessionsCard).start)


def _bring_and_mark(walk: Walk, running: Program, desk: Desk) -> None:
    pane = shown(running.window, BringPane)
    walk.look("bring: the model is being checked", running.window)
    click(pane.bring_tab)
    click(pane.bring)
    walk.look("bring: no answer", running.window)
    pane.answer.set_text(ANSWER)
    click(pane.bring)
    reading = shown(running.window, ReadingPane)
    walk.look("reading: nothing marked, nothing asked", running.window)
    assert desk.room.record is not None
    for voice in desk.room.voices():
        for statement_id, fit in zip(reading.rows, Fit, strict=False):
            desk.room.set_fit(statement_id, voice.id, fit)
            desk.room.set_matters(statement_id, voice.id, True)
    walk.look("reading: marked", running.window)


def _ask(walk: Walk, running: Program, desk: Desk) -> None:
    desk.room.choose_answer(None)
    settle()
    pane = shown(running.window, BringPane)
    wait_until(lambda: running.local_model.state is ModelState.READY, "the model is ready")
    click(pane.ask)
    walk.look("ask: no question", running.window)
    pane.question.set_text(QUESTION)
    click(pane.ask)
    walk.look("ask: the model reads", running.window)
    wait_until(lambda: desk.asking.arriving_text != "", "words arrive")
    walk.look("ask: the answer arrives", running.window)
    desk.together.show()
    settle()
    shown(running.window, ArrivingPage)
    walk.look("together: the answer arrives", running.window)
    _back_to_the_desk(walk, running, desk)
    click(shown(running.window, ReadingPane).stop)
    wait_until(lambda: desk.asking.arriving_answer_id is None, "the answer has ended")
    walk.look("ask: the engine hung", running.window)
    wait_until(lambda: running.local_model.state is ModelState.READY, "the model is ready again")
    click(shown(running.window, ReadingPane).again)
    desk.asking.stop()
    wait_until(lambda: desk.asking.arriving_answer_id is None, "the second answer has ended")
    walk.look("reading: two answers", running.window)


def _together(walk: Walk, running: Program, desk: Desk) -> None:
    assert desk.room.record is not None
    desk.room.choose_answer(desk.room.record.answers[0].id)
    desk.together.show()
    settle()
    walk.look("together: a turn", running.window)
    shown(running.window, TurnPage).picker.choose(Fit.PARTLY)
    desk.together.hand_on()
    walk.look("together: the other turn", running.window)
    desk.together.set_covered(True)
    settle()
    shown(running.window, CoveredPage)
    walk.look("together: covered", running.window)
    desk.together.set_covered(False)
    desk.room.choose_answer(None)
    settle()
    shown(running.window, ArrivingPage)
    walk.look("together: nothing", running.window)
    _back_to_the_desk(walk, running, desk)


def _back_to_the_desk(walk: Walk, running: Program, desk: Desk) -> None:
    desk.together.ask_to_return()
    settle()
    shown(running.window, HandoverScreen)
    walk.look("turn the screen", running.window)
    desk.together.return_to_desk()
    settle()


def _settings(walk: Walk, running: Program, desk: Desk) -> None:
    desk.room.show_screen("settings")
    settle()
    page = shown(running.window, SettingsPage)
    for name in ("", THERAPIST):
        page.name.set_text(name)
        page.name.entered.emit()
        walk.look("settings", running.window)
    running.window.show_bug()
    desk.room.show_screen("home")
    walk.look("clients: a session, and a notice", running.window)


def _full_disk(walk: Walk, running: Program, desk: Desk) -> None:
    desk.room.show_screen("session")
    settle()
    wait_until(lambda: desk.saver.state is SaveState.SAVED, "everything is saved")
    walk.look("notes: saved", running.window)
    walk.disk_is_full = True
    shown(running.window, NotesPanel).note.set_text(QUESTION)
    walk.look("notes: saving", running.window)
    wait_until(lambda: desk.saver.state is SaveState.FAILING, "the disk is full")
    walk.look("notes: not saved", running.window)
    running.practice.lock()
    walk.look("locked: not saved", running.window)
    click(shown(running.window, UnlockScreen).give_up)
    wait_until(lambda: running.practice.state is PracticeState.LOCKED, "the vault is shut")
    walk.look("locked", running.window)


def _shared_parts(walk: Walk, app: QApplication) -> None:
    """Marks that stay covered, which no screen of the walk shows."""
    theme = apply(app, resources_folder(), "light", load_fonts(resources_folder() / "fonts").roles())
    chip, tag = MarkChip(theme, "client", CLIENT), MattersTag(theme, "client", shown=True)
    chip.show_covered()
    chip.grab()
    for part in (chip, tag):
        walk.look(type(part).__name__, part)
