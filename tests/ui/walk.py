"""Somebody who looks at every screen of the program for words that do not go through translation.

What people type is Greek here, so that every Latin letter is the program's.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QLocale, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from app import compose
from app.compose import Program
from app.controllers.local_model import ModelState
from app.controllers.permission import Gate
from app.controllers.practice import Desk, PracticeState
from app.controllers.prompt_set import PromptSet, read_prompts
from app.controllers.settings import Language
from app.controllers.take_home import PageFormat
from app.domain.answer import Answer
from app.domain.changes import Screen, View
from app.domain.record import SessionRecord
from app.paths import DataFolder, resources_folder
from app.store.backup_name import SUFFIX
from app.tour.driver import click, settle, shown, wait_until
from app.ui.handover import HandoverScreen
from app.ui.main_window import MainWindow
from app.ui.screen_capture import Holding
from app.ui.unlock import UnlockScreen
from app.ui.vault_page import VaultPage
from tests.store.scripted_keyring import Scripted
from tests.ui.words_on_screen import Marker, is_untranslated, untranslated

THERAPIST, CLIENT, PASSPHRASE = "Σάρι", "Μάγια", "επτά φανάρια πάνω από ήσυχο νερό"
PASSPHRASES = ("α", "αααααααααααα", "επτά φανάρια", PASSPHRASE)
"""Too short, easy to guess, good, strong."""
QUESTION = "Ακυρώνω συχνά τα σχέδια με τους φίλους μου. Τους διώχνω;"
ANSWER = (
    "Αυτό είναι πολύ συνηθισμένο. Ίσως προστατεύεις την ενέργειά σου μετά από μια δύσκολη μέρα. "
    "Μίλησε με έναν φίλο. Ναι."
)
OWN_WORDS = "Δεν χρειάζεται να εξηγώ κάθε όχι."

_Part = TypeVar("_Part", bound=QWidget)


def from_prompt_files(prompts: PromptSet) -> Iterator[str]:
    """Yield what is shown from prompt files, which are written in each language and not translated."""
    for lens in prompts.lenses:
        yield from (lens.name, lens.purpose)
    for card in prompts.cards:
        yield from (card.name, card.purpose, *card.questions)
    wordings = prompts.phrasings
    for wording in (wordings.neutral, wordings.opposite, wordings.friend, wordings.context):
        yield from (piece.strip() for piece in re.split(r"\{\w+\}|\n", wording) if piece.strip())


def known_content() -> frozenset[str]:
    """Return the words in Latin letters that are not the program's own."""
    said_by_the_scripted_engine = {"Rain", "falls", "softly", "Snow"}
    named_by_the_models_maker = {"SmolLM2 135M Instruct Q4_1"}
    named_by_its_maker = {"ChatGPT"}
    english = QLocale(Language.ENGLISH.value)
    months = {english.monthName(month) for month in range(1, 13)}
    days = {english.dayName(day) for day in range(1, 8)}
    halves_of_days = {english.amText(), english.pmText()}
    endings_of_files = {page_format.value for page_format in PageFormat} | {SUFFIX.removeprefix(".")}
    prompts = read_prompts(resources_folder() / "prompts" / Language.ENGLISH.value)
    return frozenset(
        said_by_the_scripted_engine
        | named_by_the_models_maker
        | named_by_its_maker
        | months
        | days
        | halves_of_days
        | endings_of_files
        | set(from_prompt_files(prompts))
    )


@contextmanager
def hearing(signal: SignalInstance, expectation: str) -> Iterator[None]:
    """Wait in the end until a signal was heard that was not heard before."""
    heard: list[None] = []

    def hear(*_said: object) -> None:
        heard.append(None)

    signal.connect(hear)
    yield
    wait_until(lambda: bool(heard), expectation)
    signal.disconnect(hear)
    settle()


class ObedientSystem:
    """A system that hides windows from recordings where that is wanted, and says what a test has it say."""

    def __init__(self) -> None:
        self.can_hide = True
        self.says = Holding.RECORDED

    def set_hidden(self, window: QWidget, hidden: bool) -> None:
        """Hide it."""

    def holding(self, _window: QWidget) -> Holding:
        """What the system says."""
        return self.says


def _set(event: Event) -> Event:
    event.set()
    return event


@dataclass
class Walk:
    """The whole walk. `found` holds the words without translation, by where they stood.

    `keyring` is the system's keyring, if it has one. Nothing goes on off the window's thread while `at_work` is not
    set.
    """

    folder: Path
    marker: Marker
    system: ObedientSystem
    content: frozenset[str]
    disk_is_full: bool = False
    has_second_display: bool = False
    keyring: Scripted | None = None
    at_work: Event = field(default_factory=lambda: _set(Event()))
    found: dict[str, set[str]] = field(default_factory=dict)

    def look(self, where: str, root: QWidget) -> None:
        """Look at everything in a window."""
        settle()
        if words := untranslated(root, self.content):
            self.found[where] = words

    def hear(self, words: str, where: str = "what a screen reader is told") -> None:
        """Listen to what a screen reader is told when nothing else changes, or read what stands on no screen."""
        if is_untranslated(words, self.content):
            self.found.setdefault(where, set()).add(words)

    @contextmanager
    def standstill(self) -> Iterator[None]:
        """Have nothing go on off the window's thread, so that what is under way can be looked at."""
        self.at_work.clear()
        try:
            yield
        finally:
            self.at_work.set()

    @contextmanager
    def program(self, app: QApplication, gate: Gate | None = None) -> Iterator["Visit"]:
        """The program in English, its window shown; closed in the end as a person closes it."""
        with compose.program(app, DataFolder(self.folder), gate=gate) as running:
            running.settings.set_language(Language.ENGLISH)
            running.window.show()
            settle()
            yield Visit(self, running)
            closed: list[bool] = []
            running.practice.close(lambda: closed.append(True))
            wait_until(lambda: bool(closed), "the program closes")
            running.window.hide()
        settle()


@dataclass(frozen=True)
class Visit:
    """Somebody in front of the running program."""

    walk: Walk
    running: Program

    @property
    def window(self) -> MainWindow:
        """The window of the desk."""
        return self.running.window

    @property
    def desk(self) -> Desk:
        """What lies on the desk while the vault is open."""
        assert self.running.practice.desk is not None
        return self.running.practice.desk

    @property
    def record(self) -> SessionRecord:
        """The open session."""
        assert self.desk.room.record is not None
        return self.desk.room.record

    @property
    def chosen(self) -> Answer:
        """The answer that is being read."""
        answer = self.desk.room.chosen_answer()
        assert answer is not None
        return answer

    def look(self, where: str) -> None:
        """Look at everything in the window, and in the one on the second display."""
        self.walk.look(where, self.window)
        beside = self.window.second_display.window
        if beside is not None:
            self.walk.look(f"{where}, second display", beside)

    def look_at_both_sides(self, where: str) -> None:
        """Look at the desk, and at the same on the shared screen."""
        self.look(where)
        self.desk.together.show()
        self.look(f"{where}, together")
        self.back_to_the_desk()

    def back_to_the_desk(self) -> None:
        """By way of turning the screen."""
        self.desk.together.ask_to_return()
        settle()
        click(self.shown(HandoverScreen).open_desk)

    def shown(self, kind: type[_Part]) -> _Part:
        """Return the visible part of a kind."""
        return shown(self.window, kind)

    def show(self, view: View) -> None:
        """Look at the same answer in another view, at the desk."""
        self.desk.looking.show(view)
        settle()

    def part_of_vault(self, key: str, kind: type[_Part]) -> _Part:
        """Open the vault's page at a part, made anew."""
        self.desk.room.show_screen(Screen.VAULT)
        settle()
        page = self.shown(VaultPage)
        for other in (*(one for one in page.tabs if one != key), key):
            page.show_part(other)
            settle()
        return self.shown(kind)

    def unlock(self) -> None:
        """Unlock with the right passphrase."""
        screen = self.shown(UnlockScreen)
        screen.passphrase.input.setText(PASSPHRASE)
        click(screen.button)
        self.wait_for_the_vault()

    def wait_for_the_vault(self) -> None:
        """Wait until it is open."""
        wait_until(lambda: self.running.practice.state is PracticeState.OPEN, "the vault is open")
        settle()

    def lock(self) -> None:
        """Lock, and wait until the vault is shut."""
        self.running.practice.lock()
        wait_until(lambda: self.running.practice.state is PracticeState.LOCKED, "the vault is shut")
        settle()

    def wait_for_the_model(self) -> None:
        """Wait until it can be asked something."""
        wait_until(lambda: self.running.local_model.state is ModelState.READY, "the model is ready")
        settle()

    def wait_for_words(self) -> None:
        """Wait until every answer that is on its way has begun."""
        asking = self.desk.asking
        wait_until(lambda: all(asking.text_of(one) for one in asking.arriving_ids), "words arrive")
        settle()

    def wait_for_the_end(self) -> None:
        """Wait until nothing is on its way any more, and something can be asked again."""
        wait_until(lambda: not self.desk.asking.arriving_ids, "what arrived has ended")
        self.wait_for_the_model()

    def stop(self) -> None:
        """Stop what is on its way."""
        self.desk.asking.stop()
        self.wait_for_the_end()
