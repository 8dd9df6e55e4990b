"""A desk over a real vault, with an engine that says what a test tells it, and a theme for each side."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.controllers.engine_client import EngineState
from app.controllers.looking import Looking
from app.controllers.permission import Gate
from app.controllers.work_queue import WorkQueue
from app.engine.messages import DoneReason
from app.paths import resources_folder
from app.store.vault import Vault
from app.ui.theme import Theme
from app.ui.tokens import DESK, LIGHT, SIDE
from app.ui.views.view import ExploringView
from app.ui.widgets.buttons import Button
from tests.controllers.parts import CHEAP, PASSPHRASE, OpenDesk, ScriptedEngine, make_desk, ready_model

QUESTION = "Why do I cancel plans?"
ANSWERS = (
    "Cancelling plans is common. You are protecting your energy.",
    "Cancelling plans is common. You are afraid of being judged.",
    "Cancelling plans is common. Be kind to yourself about it.",
)


@contextmanager
def furnished(qtbot: QtBot, folder: Path, gate: Gate | None = None) -> Iterator[OpenDesk]:
    """A desk with one session in which a question with its answer is looked at. The engine is ready."""
    work = WorkQueue("test")
    engine = ScriptedEngine()
    with Vault.create(folder / "vault", PASSPHRASE, "Dr Rahma", CHEAP) as vault:
        local_model = ready_model(qtbot, engine, work)
        engine.be(EngineState.READY)
        desk = make_desk(vault, vault.workspace(), work, local_model, gate=gate)
        opened = OpenDesk(qtbot, vault, work, engine, local_model, desk)
        opened.start_session()
        opened.bring("Rain falls.", QUESTION)
        yield opened
        _delete_views()
        opened.end()
        work.close()
    delete(local_model)


def _delete_views() -> None:
    """Here and now, as the window does it: the garbage collector would take them apart in no order."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, ExploringView):
            delete(widget)


def theme(*, shared: bool) -> Theme:
    """The theme of the shared screen, or of the desk."""
    return Theme(LIGHT, resources_folder(), SIDE if shared else DESK)


class Standing(QObject):
    """What a frame does for its view: shows it, draws its page whenever that has changed, asks for its foot."""

    def __init__(self, view: ExploringView, looking: Looking) -> None:
        super().__init__(view)
        self._view = view
        self._looking = looking
        self.draw()
        looking.page_changed.connect(self.draw)
        view.resize(1168, 700)
        view.show()
        QApplication.processEvents()

    def draw(self) -> None:
        """Draw the page as it is now."""
        self._view.show_page(self._looking.page())


def at_foot(view: ExploringView, words: str) -> Button:
    """The button at the view's foot with these words."""
    return next(button for button in view.foot() if button.words() == words)


def words_on(part: QWidget) -> list[str]:
    """Every label that can be seen in a part."""
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible() and label.text()]


def answer_all(desk: OpenDesk, texts: Sequence[str], reasons: dict[int, DoneReason] | None = None) -> None:
    """Have the engine say each answer of the request, and end it."""
    for answer, text in enumerate(texts):
        desk.engine.say(text, answer=answer)
    for answer in range(len(texts)):
        desk.engine.end((reasons or {}).get(answer, DoneReason.STOP), answer=answer)
