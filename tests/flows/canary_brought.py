"""A second journey with canaries, as a program of its own: files that were brought, what leaves, and what goes wrong.

`python -m tests.flows.canary_brought HOME OUTSIDE` prints one JSON object in the end: where a process of the program
was told a canary by its arguments or its environment, and the titles of all its windows. OUTSIDE is where the own
files of the person lie: what is brought is taken from there, and what is saved goes there.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from app import bugs
from app.catalogue.verified import VerifiedModel
from app.compose import running as composing
from app.controllers.engine_client import EngineClient
from app.controllers.importing import ImportState
from app.controllers.local_model import ModelState
from app.controllers.take_home import PageFormat
from app.domain.changes import Change, Screen, View
from app.paths import DataFolder
from app.store.vault import Vault
from app.tour.driver import bring_to_front, click, press, settle, shown, type_into, wait_until
from app.ui.bring_pane import BringPane
from app.ui.views.archive import ArchiveView
from app.ui.views.keep import KeepView
from app.ui.views.leaving import LeavingDialogs, PrintCard, SaveCard
from app.ui.views.paper import PaperView
from tests.bring.samples import picture
from tests.bring.test_worker import RAIN
from tests.flows.hands import Running, furnish, running
from tests.flows.playing import ROOT

WORD = "Kanarienvogel"
CANARIES = {
    field: f"{WORD} {field} Zaunkoenig"
    for field in (
        *("title", "asked", "answered", "searched", "pasted-question", "pasted-answer"),
        *("contact", "contact-note", "lost", "bug", "own-question", "half-typed", "take-away"),
    )
}
NAMES = {kind: f"{WORD} {kind}" for kind in ("export", "broken", "picture", "saved", "printed")}
"""Of files."""


class Watch(QObject):
    """Notes the title of every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at it, and leave it alone."""
        shows = event.type() in {QEvent.Type.Show, QEvent.Type.WindowTitleChange}
        if shows and isinstance(watched, QWidget) and watched.isWindow():
            self.titles.add(watched.windowTitle())
        return False


class Told:
    """Looks at what the processes of the program were told when they were started."""

    def __init__(self) -> None:
        self.canaries: list[str] = []
        self.looked_at: set[str] = set()
        self.environments: set[str] = set()
        """Of which processes it was looked into. Children of ours let nobody but the system's own into theirs."""

    def look(self) -> None:
        """Look at this process and at every one that came from it."""
        for pid in _family(os.getpid()):
            for place in ("cmdline", "environ", "comm"):
                try:
                    told = (Path("/proc") / str(pid) / place).read_bytes()
                except OSError:
                    # It ended, or lets nobody look into it.
                    continue
                if place == "cmdline":
                    self.looked_at.add(told.decode(errors="replace").partition("app.")[2].partition("\0")[0])
                if place == "environ":
                    self.environments.add(str(pid))
                if WORD.encode() in told:
                    self.canaries.append(place)


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(one for child in children for one in _family(int(child)))]


class Disk:
    """Keeps changes, or fails with the words of a change in its fault."""

    def __init__(self) -> None:
        self.fails = False
        keep = Vault.apply

        def apply(vault: Vault, changes: Sequence[Change]) -> None:
            if self.fails:
                raise OSError(5, f"{WORD} {changes}", WORD)
            keep(vault, changes)

        Vault.apply = apply  # type: ignore[method-assign,assignment]


class PrintsToFile(LeavingDialogs):
    """A printer that is a file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def printer(self, parent: QWidget) -> tuple[QPrintDialog, QPrinter]:
        """Return it with its dialog."""
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        return QPrintDialog(printer, parent), printer


def write_files(outside: Path) -> None:
    """Make what the person brings."""
    record = json.loads(json.dumps(RAIN).replace("Why does it rain?", CANARIES["asked"]))
    record = json.loads(json.dumps(record).replace("Water falls from clouds.", CANARIES["answered"]))
    record["title"] = CANARIES["title"]
    other = {**record, "title": "Another"}
    (outside / f"{NAMES['export']}.json").write_text(json.dumps([record, other]), encoding="utf-8")
    (outside / f"{NAMES['broken']}.json").write_text(f'[{{"mapping": "{WORD}', encoding="utf-8")
    (outside / f"{NAMES['picture']}.png").write_bytes(picture())


def _open(seat: Running, file: Path) -> None:
    """Press Ctrl+O and type where the file is."""
    seat.desk.room.show_screen(Screen.SESSION)
    seat.desk.room.choose_answer(None)
    settle()
    shown(seat.window, BringPane).show_way(1)
    settle()
    press(seat.window, "Ctrl+O")
    name = QApplication.focusWidget()
    assert isinstance(name, QLineEdit)
    name.insert(str(file))
    press(seat.window, "Return")
    bring_to_front(seat.window)


def _bring(seat: Running, outside: Path, told: Told) -> None:
    importing = seat.desk.importing
    _open(seat, outside / f"{NAMES['broken']}.json")
    wait_until(lambda: importing.fault is not None, "the broken file is told")
    _open(seat, outside / f"{NAMES['picture']}.png")
    wait_until(lambda: importing.state is ImportState.CHOOSING, "the picture is read")
    told.look()
    importing.leave()
    _open(seat, outside / f"{NAMES['export']}.json")
    wait_until(lambda: importing.state is ImportState.LISTED, "the file is listed")
    settle()
    press(seat.window, "Ctrl+F")
    type_into(shown(seat.window, ArchiveView).search, CANARIES["searched"])
    press(seat.window, "Return")
    wait_until(lambda: not importing.is_searching, "it is searched")
    importing.search("")
    wait_until(lambda: not importing.is_searching and len(importing.rows()) == 2, "all is listed again")
    told.look()
    importing.show(0)
    wait_until(lambda: importing.state is ImportState.CHOOSING, "the conversation is shown")
    importing.choose_all(chosen=True)
    assert importing.keep()
    settle()
    importing.open_pasted(f"You: {CANARIES['pasted-question']}\n\nChatGPT: {CANARIES['pasted-answer']}")
    wait_until(lambda: importing.state is ImportState.CHOOSING, "the chat is taken apart")
    importing.choose_all(chosen=True)
    assert importing.keep()
    settle()


def _save_and_print(seat: Running, outside: Path) -> None:
    seat.desk.room.choose_answer(seat.record.latest_answer_id())
    settle()
    seat.look_at(View.KEEP)
    keep = shown(seat.window, KeepView)
    type_into(keep.words, CANARIES["take-away"])
    click(keep.keep)
    seat.look_at(View.PAGE)
    view = shown(seat.window, PaperView)
    wait_until(lambda: bool(view.preview.sheets.images) and not view.preview.is_outdated, "it is drawn")
    click(view.approve)
    for page_format in PageFormat:
        click(view.save)
        card = shown(view, SaveCard)
        card.formats.show_chosen(page_format.value)
        click(card.where)
        (dialog,) = view.findChildren(QFileDialog)
        dialog.setDirectory(str(outside))
        file = outside / f"{NAMES['saved']}.{page_format.value}"
        name = dialog.findChild(QLineEdit)
        assert isinstance(name, QLineEdit)
        name.setText(str(file))
        QTest.keyClick(name, Qt.Key.Key_Return)
        wait_until(file.exists, "the page is saved")
        settle()
    click(view.print)
    click(shown(view, PrintCard).where)
    (asked,) = [one for one in view.findChildren(QDialog) if isinstance(one, QPrintDialog)]
    asked.accept()
    wait_until((outside / f"{NAMES['printed']}.pdf").exists, "the page is printed")
    wait_until(view.said.isVisible, "it is told")


def _go_wrong(seat: Running, told: Told, disk: Disk) -> None:
    """An engine that says what cannot be, a disk that fails with words in its fault, and a bug about words."""
    seat.desk.room.choose_answer(None)
    settle()
    pane = shown(seat.window, BringPane)
    pane.show_way(0)
    type_into(pane.question, CANARIES["own-question"])
    wait_until(lambda: seat.program.local_model.state is ModelState.READY, "the model is ready")
    click(pane.ask)
    told.look()
    wait_until(lambda: seat.desk.asking.fault is not None, "the engine is garbled")
    disk.fails = True
    type_into(seat.note(), CANARIES["lost"])
    wait_until(lambda: seat.program.reports.wants_telling, "the failure is told as a bug")
    disk.fails = False
    try:
        int(CANARIES["bug"])
    except ValueError as bug:
        sys.excepthook(type(bug), bug, bug.__traceback__)
    settle()
    assert WORD not in seat.program.reports.text()
    assert "ValueError" in seat.program.reports.text()


def main(home: str, outside: str) -> int:
    """Play the journey."""
    app = QApplication(["trialogue"])
    app.setQuitOnLastWindowClosed(False)
    watch, told, disk = Watch(), Told(), Disk()
    app.installEventFilter(watch)
    engine = (sys.executable, "-m", "tests.engine.scripted_child", "--fault", "half a line of JSON")

    def start_engine(model: VerifiedModel) -> EngineClient:
        return EngineClient(engine, model, 8_192, working_folder=ROOT)

    composing._engine = start_engine
    printer = PrintsToFile(Path(outside) / f"{NAMES['printed']}.pdf")
    LeavingDialogs.printer = (  # type: ignore[method-assign]
        lambda _dialogs, parent: printer.printer(parent)  # type: ignore[assignment]
    )
    furnish(DataFolder(Path(home)))
    write_files(Path(outside))
    with running(app, Path(home)) as seat, bugs.reported_to(seat.program.reports.add):
        seat.unlock()
        seat.desk.lines.add(CANARIES["contact"], "+44 20 7946 0001", CANARIES["contact-note"])
        _bring(seat, Path(outside), told)
        _save_and_print(seat, Path(outside))
        _go_wrong(seat, told, disk)
        seat.save()
        seat.desk.room.choose_answer(None)
        settle()
        type_into(shown(seat.window, BringPane).question, CANARIES["half-typed"])
        seat.lock()
        told.look()
        seat.unlock()
        seat.save()
    found = {
        "told": told.canaries,
        "environments": sorted(told.environments),
        "looked at": sorted(told.looked_at),
        "titles": sorted(watch.titles),
    }
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
