"""A whole journey with a canary in every field, as a program of its own.

`python -m tests.flows.canary HOME` prints one JSON object in the end: the titles that the window bore, and the
windows that were shown beside it.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.controllers.local_model import ModelState
from app.controllers.practice import PracticeState
from app.domain.answer import AnswerState, PhrasingKind
from app.domain.changes import View
from app.tour.driver import click, press, settle, shown, type_into, wait_until
from app.tour.seat import confirm_recovery_key
from app.ui.bring_pane import BringPane
from app.ui.create import CreateScreen
from app.ui.explorations import ExplorationStrip
from app.ui.home import HomePage, SessionsCard
from app.ui.main_window import MainWindow
from app.ui.place_screen import PlaceScreen
from app.ui.settings_page import SettingsPage
from app.ui.shared.remark import RemarkField
from app.ui.unlock import UnlockScreen
from app.ui.vault.recovery_key_card import RecoveryKeyCard
from app.ui.views.card import CardView
from app.ui.views.differently import DifferentlyView
from app.ui.views.keep import KeepView
from app.ui.views.lens_choice import LensChoice
from app.ui.views.paper import PaperView
from app.ui.views.phrasing_editor import PhrasingEditor
from tests.flows.hands import Running, running

CANARIES = {
    field: f"Kanarienvogel {field} Zaunkoenig"
    for field in (
        "therapist",
        "passphrase",
        "wrong-passphrase",
        "renamed",
        "pseudonym",
        "half-typed",
        "question",
        "draft",
        "brought-answer",
        "brought-question",
        "service",
        "model",
        "note",
        "remark",
        "client-remark",
        "card",
        "wording",
        "take-away",
        "next-step",
        "page-name",
    )
}
SAID_CHARS = 24
"""The model is stopped once it has said so many: enough to be looked for."""
_ANSWERS_MS = 180_000


class Watch(QObject):
    """Sees every window that is shown, and every title."""

    def __init__(self) -> None:
        super().__init__()
        self.strays: list[str] = []
        self.titles: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note windows of their own that are not the window, and not a menu."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            if isinstance(watched, MainWindow):
                self.titles.add(watched.windowTitle())
            elif not isinstance(watched, QMenu):
                self.strays.append(type(watched).__name__)
        if event.type() is QEvent.Type.WindowTitleChange and isinstance(watched, MainWindow):
            self.titles.add(watched.windowTitle())
        return False


def _begin(seat: Running) -> None:
    screen = shown(seat.window, CreateScreen)
    click(screen.start)
    type_into(screen.name, CANARIES["therapist"])
    click(screen.name_taken)
    type_into(screen.passphrase, CANARIES["passphrase"])
    type_into(screen.repeated, CANARIES["passphrase"])
    click(screen.passphrase_taken)
    confirm_recovery_key(shown(seat.window, RecoveryKeyCard))
    wait_until(lambda: seat.screen == "place", "it is asked where this is")
    place = shown(seat.window, PlaceScreen)
    click(place.choice.rows["general"].button)
    click(place.go_on)
    wait_until(lambda: seat.screen == "desk", "the desk is shown")
    home = shown(seat.window, HomePage)
    type_into(home.name, CANARIES["pseudonym"])
    click(home.add)
    type_into(home.name, CANARIES["half-typed"])
    click(shown(seat.window, SessionsCard).start)


def _explore(seat: Running) -> None:
    pane = shown(seat.window, BringPane)
    type_into(pane.question, CANARIES["question"])
    wait_until(lambda: seat.program.local_model.state is ModelState.READY, "the model is ready")
    click(pane.ask)
    wait_until(lambda: len(seat.desk.asking.arriving_text) >= SAID_CHARS, "words arrive")
    click(seat.pane.stop)
    wait_until(lambda: seat.chosen().state is not AnswerState.ARRIVING, "the answer ends")
    click(shown(seat.window, ExplorationStrip).new)
    pane = shown(seat.window, BringPane)
    type_into(pane.question, CANARIES["draft"])
    click(pane.bring_tab)
    type_into(pane.brings.answer, CANARIES["brought-answer"])
    type_into(pane.brings.brought_question, CANARIES["brought-question"])
    type_into(pane.brings.service, CANARIES["service"])
    type_into(pane.brings.model, CANARIES["model"])
    click(pane.brings.bring)
    settle()
    editor = seat.open_statement(0)
    press(seat.window, "1")
    click(editor.actions_below.add_words)
    assert editor.remark is not None
    type_into(editor.remark, CANARIES["remark"])
    type_into(seat.note(), CANARIES["note"])


def _look_further(seat: Running) -> None:
    """A lens, another wording, a card, something to keep, and the page. The client writes on the shared screen."""
    seat.look_at(View.LENS)
    lens = next(iter(shown(seat.window, LensChoice).lenses.values()))
    wait_until(lens.isEnabled, "the model is ready")
    click(lens)
    _hear_and_stop(seat)
    seat.look_at(View.DIFFERENTLY)
    view = shown(seat.window, DifferentlyView)
    editor = shown(seat.window, PhrasingEditor)
    for row in editor.rows.values():
        row.box.setChecked(row.kind is PhrasingKind.AS_ASKED)
    as_asked = editor.rows[PhrasingKind.AS_ASKED].area
    as_asked.clear()
    type_into(as_asked, CANARIES["wording"])
    wait_until(view.foot()[-1].isEnabled, "the model is ready again")
    click(view.foot()[-1])
    _hear_and_stop(seat)
    seat.look_at(View.CARDS)
    type_into(shown(seat.window, CardView).fields[0], CANARIES["card"])
    seat.look_at(View.KEEP)
    keep = shown(seat.window, KeepView)
    type_into(keep.words, CANARIES["take-away"])
    click(keep.keep)
    type_into(keep.step.words, CANARIES["next-step"])
    seat.look_at(View.PAGE)
    paper = shown(seat.window, PaperView)
    type_into(paper.choice.name, CANARIES["page-name"])
    wait_until(
        lambda: bool(paper.preview.sheets.images) and not paper.preview.is_outdated, "the page is drawn"
    )
    seat.desk.looking.show(View.READ)
    settle()
    press(seat.window, "Ctrl+Shift+T")
    remark = shown(seat.window, RemarkField)
    click(remark.opening)
    type_into(remark.field, CANARIES["client-remark"])
    press(seat.window, "Escape")
    press(seat.window, "Return")
    wait_until(lambda: seat.screen == "desk", "the desk is back")


def _hear_and_stop(seat: Running) -> None:
    asking = seat.desk.asking
    (answer_id,) = asking.arriving_ids
    wait_until(
        lambda: not asking.arriving_ids or len(asking.text_of(answer_id)) >= SAID_CHARS,
        "words arrive",
        _ANSWERS_MS,
    )
    asking.stop()
    wait_until(lambda: not asking.arriving_ids, "the answer ends")
    settle()


def _turn_lock_and_return(seat: Running) -> None:
    for key in ("Ctrl+Shift+T", "2", "F9", "F9", "Escape", "Return", "Ctrl+4"):
        press(seat.window, key)
    name = shown(seat.window, SettingsPage).name
    name.clear()
    type_into(name, CANARIES["renamed"])
    press(seat.window, "Return")
    press(seat.window, "Ctrl++")
    press(seat.window, "Ctrl+0")
    press(seat.window, "Ctrl+2")
    press(seat.window, "Ctrl+L")
    wait_until(lambda: seat.program.practice.state is PracticeState.LOCKED, "the vault is shut")
    settle()
    screen = shown(seat.window, UnlockScreen)
    type_into(screen.passphrase, CANARIES["wrong-passphrase"])
    click(screen.button)
    wait_until(screen.passphrase.sentence.isVisible, "it is refused")
    seat.unlock(CANARIES["passphrase"])
    assert seat.record.note == CANARIES["note"]
    seat.save()


def main(home: str) -> int:
    """Play the journey."""
    app = QApplication(["trialogue"])
    app.setQuitOnLastWindowClosed(False)
    watch = Watch()
    app.installEventFilter(watch)
    with running(app, Path(home)) as seat:
        _begin(seat)
        _explore(seat)
        _look_further(seat)
        _turn_lock_and_return(seat)
    sys.stdout.write(json.dumps({"strays": watch.strays, "titles": sorted(watch.titles)}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
