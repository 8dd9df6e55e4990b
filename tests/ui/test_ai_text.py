"""Wherever a model's text or a brought answer is seen or heard, words say that it is AI text."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.controllers.chosen_turns import ChosenTurns, Pictured
from app.controllers.importing import ImportState
from app.controllers.settings import Language
from app.controllers.take_home import TakeHomePage
from app.domain.answer import PhrasingKind
from app.domain.changes import Screen, Spot, View
from app.domain.conversation import Conversation, Preview, Role, Said, Turn
from app.domain.shared import (
    SharedAgain,
    SharedArriving,
    SharedDifferently,
    SharedKeep,
    SharedLens,
    SharedLenses,
    SharedPage,
    SharedPaper,
    SharedRevealed,
    SharedTurn,
    SharedWords,
)
from app.domain.shared_file import SharedChat
from app.engine.messages import Chance
from app.explore.phrasings import Phrasing
from app.explore.statements import split
from app.explore.word_rule import words as word_spans
from app.export.html import html
from app.export.page import PageStatement
from app.export.plain_text import plain_text
from app.paths import DataFolder
from app.tour.brought_files import chatgpt_archive, written
from app.tour.driver import bring_to_front, click, settle
from app.ui.bring_pane import BringPane
from app.ui.copying import selected_text
from app.ui.page_words import page_wording
from app.ui.together import TogetherScreen
from app.ui.views.said_card import SaidCard
from app.ui.views.statement_choice import StatementChoice
from app.ui.widgets.answer_tiles import AnswerTiles
from app.ui.widgets.buttons import QuietButton
from tests.controllers.importing import wait_for
from tests.controllers.parts import OpenDesk
from tests.flows.hands import BROUGHT, furnish, running
from tests.flows.played import MODEL_THAT_IS_NOT_THERE
from tests.ui.seated import Seat, seated
from tests.ui.views.furnished import answer_all, furnished, theme
from tests.ui.words_on_screen import TRANSLATIONS

SAYS_SO = {Language.ENGLISH: "ai text", Language.INDONESIAN: "teks ai"}
"""In small letters."""
BROUGHT_HERE = "Plums ripen slowly in deep shade. Herons wait beside quiet water."
MADE_HERE = (
    "Lanterns swing above the narrow bridge. Nobody counts the falling leaves.",
    "Lanterns swing above the narrow bridge. Somebody mends a broken kite.",
    "Lanterns swing above the narrow bridge. Wool dries along the garden wall.",
)
THROUGH_LENS = "Copper kettles whistle before every storm."
OWN_WORDS = "I can wait a little."
DRAWS_AI_TEXT = {
    SharedArriving,
    SharedTurn,
    SharedRevealed,
    SharedAgain,
    SharedDifferently,
    SharedLens,
    SharedLenses,
    SharedWords,
    SharedKeep,
    SharedPaper,
    SharedChat,
}
"""The kinds of page that show some of it, if there is any."""


def telling(texts: tuple[str, ...]) -> frozenset[str]:
    """Every three words on end: less than that is a word that is talked about, and no text."""
    found: set[str] = set()
    for text in texts:
        for start, end in split(text):
            spans = word_spans(text[start:end])
            found |= {
                text[start:end][one[0] : third[1]] for one, third in zip(spans, spans[2:], strict=False)
            }
    return frozenset(found)


@dataclass
class Eye:
    """Looks at all of a window, and listens to it."""

    language: Language
    phrases: frozenset[str]
    unsaid: dict[str, set[str]] = field(default_factory=dict)
    """What was not said to be AI text, by where it stood."""
    seen: set[str] = field(default_factory=set)
    """Where there was AI text."""

    def look(self, where: str, root: QWidget) -> bool:
        """Look; return whether there is AI text."""
        settle()
        heard = [words for part in _visible(root) for words in _heard(part) if self._is_ai(words)]
        unsaid = {words for words in heard if not self.says_so(words)}
        if heard and not any(map(self.says_so, _read(root))):
            unsaid.add("no visible words")
        if unsaid:
            self.unsaid.setdefault(where, set()).update(unsaid)
        if heard:
            self.seen.add(where)
        return bool(heard)

    def says_so(self, words: str) -> bool:
        """Tell whether the words are in it."""
        return SAYS_SO[self.language] in words.casefold()

    def _is_ai(self, words: str) -> bool:
        return any(phrase in words for phrase in self.phrases)


def _visible(root: QWidget) -> list[QWidget]:
    return [part for part in (root, *root.findChildren(QWidget)) if part.isVisible()]


def _read(root: QWidget) -> Iterator[str]:
    """The words of every label of which something can be seen."""
    for part in _visible(root):
        if isinstance(part, QLabel) and not part.visibleRegion().isEmpty():
            yield part.text()


def _heard(part: QWidget) -> Iterator[str]:
    """Everything in one part that somebody can see or hear, each with the name under which it is heard."""
    yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.statusTip())
    if isinstance(part, QLabel | QAbstractButton) and not part.accessibleName():
        yield part.text()
    if isinstance(part, QPlainTextEdit):
        yield f"{part.accessibleName()} {part.toPlainText()}"
    if isinstance(part, QAbstractItemView) and (model := part.model()) is not None:
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            shown = index.data(Qt.ItemDataRole.DisplayRole)
            yield str(index.data(Qt.ItemDataRole.AccessibleTextRole) or shown or "")
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


@contextmanager
def spoken(app: QApplication, language: Language) -> Iterator[None]:
    """The program's words in a language."""
    translator = QTranslator()
    if language is not Language.ENGLISH:
        assert translator.load(f"{language}.qm", str(TRANSLATIONS))
    app.installTranslator(translator)
    yield
    app.removeTranslator(translator)


@dataclass
class Room:
    """The session room and the shared screen, side by side over one desk, both looked at through one eye."""

    seat: Seat
    together: TogetherScreen
    eye: Eye
    kinds: set[type] = field(default_factory=set)
    """The kinds of page that were seen."""
    with_ai_text: set[type] = field(default_factory=set)

    @property
    def desk(self) -> OpenDesk:
        return self.seat.desk

    def look(self) -> None:
        """Look at both sides, each in its own view."""
        for looking, window in ((self.desk.looking, self.seat.window), (self.desk.shared, self.together)):
            kind = type(looking.page())
            self.kinds.add(kind)
            if self.eye.look(f"{kind.__name__}, {looking.side.name}", window):
                self.with_ai_text.add(kind)

    def look_at(self, spot: Spot) -> None:
        """Look at something, on both sides."""
        self.desk.looking.go(spot)
        self.desk.shared.go(spot)
        self.look()

    def look_at_every_view(self, spot: Spot) -> None:
        """Look at an answer in every view that there is of one."""
        for view in (view for view in View if view is not View.PICK):
            self.look_at(Spot(answer_id=spot.answer_id, statement_id=spot.statement_id, view=view))


@contextmanager
def room(app: QApplication, qtbot: QtBot, folder: Path, language: Language) -> Iterator[Room]:
    """Somebody who has brought an answer into the session."""
    eye = Eye(language, telling((BROUGHT_HERE, *MADE_HERE, THROUGH_LENS)))
    with (
        spoken(app, language),
        furnished(qtbot, folder) as desk,
        seated(desk, folder, text=BROUGHT_HERE) as seat,
    ):
        window = QWidget()
        window.resize(1280, 720)
        column = QVBoxLayout(window)
        desk.together.show()
        screen = TogetherScreen(theme(shared=True), desk.together)
        column.addWidget(screen)
        bring_to_front(window)
        yield Room(seat, screen, eye)
        window.hide()
        delete(window)


@pytest.mark.parametrize("language", list(Language))
def test_every_view_of_ai_text_says_that_it_is_in_words_that_are_seen_and_heard(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    with room(qapp, qtbot, tmp_path, language) as here:
        brought = here.desk.looking.spot
        _nothing(here)
        _read_and_divide(here, brought)
        here.look_at_every_view(brought)
        _reveal_and_keep(here, brought)
        here.look_at_every_view(brought)
        _ask(here, brought)
        _ask_again(here, brought)
        _ask_differently(here, brought)
        _through_lenses(here, brought)
        _bring_files(here, tmp_path)

    assert here.eye.unsaid == {}
    assert here.kinds == set(get_args(SharedPage)), "each kind of page is to be looked at here"
    assert here.with_ai_text == DRAWS_AI_TEXT


def _nothing(here: Room) -> None:
    here.look_at(Spot())


def _read_and_divide(here: Room, brought: Spot) -> None:
    here.look_at(brought)
    click(here.seat.editor.actions_below.divide)
    here.look()
    assert here.seat.editor.dividing is not None
    click(here.seat.editor.dividing.leave)


def _reveal_and_keep(here: Room, brought: Spot) -> None:
    first, *_ = here.seat.ids
    here.desk.looking.go(brought)
    here.desk.looking.reveal()
    here.desk.looking.go(Spot(answer_id=brought.answer_id, statement_id=first, view=View.KEEP))
    here.desk.looking.keep(OWN_WORDS)


def _ask(here: Room, brought: Spot) -> None:
    """An answer with what there is to know of its words, looked at while it arrives and afterwards."""
    here.desk.looking.go(brought)
    here.desk.looking.ask_once_more()
    asked = here.desk.looking.spot
    here.desk.engine.say(MADE_HERE[0], chances=(Chance(len(MADE_HERE[0]), -0.1, ()),))
    here.look_at(asked)
    answer_all(here.desk, ("",))
    here.look_at_every_view(asked)


def _ask_again(here: Room, brought: Spot) -> None:
    here.desk.looking.go(brought)
    here.desk.looking.ask_again(len(MADE_HERE))
    here.look()
    for number, text in enumerate(MADE_HERE):
        here.desk.engine.say(text, answer=number)
    here.look_at(here.desk.looking.spot)
    answer_all(here.desk, [""] * len(MADE_HERE))
    here.look_at(here.desk.looking.spot)
    for tiles in here.seat.window.findChildren(AnswerTiles):
        tiles.answer_pressed.emit(1)
        break
    here.look_at(here.desk.looking.spot)


def _ask_differently(here: Room, brought: Spot) -> None:
    here.desk.looking.go(brought)
    wordings = (Phrasing(PhrasingKind.AS_ASKED, "Why?"), Phrasing(PhrasingKind.FRIEND, "A friend asks why."))
    here.desk.looking.ask_differently(wordings)
    for number, text in enumerate(MADE_HERE[: len(wordings)]):
        here.desk.engine.say(text, answer=number)
    here.look_at(here.desk.looking.spot)
    answer_all(here.desk, [""] * len(wordings))
    here.look_at(here.desk.looking.spot)


def _through_lenses(here: Room, brought: Spot) -> None:
    here.desk.looking.go(brought)
    for at_statement in (False, True):
        here.desk.looking.look_through("missing", at_statement=at_statement)
        here.desk.engine.say(THROUGH_LENS)
        here.look_at(here.desk.looking.spot)
        answer_all(here.desk, ("",))
        here.look_at(here.desk.looking.spot)
    here.look_at(Spot(answer_id=brought.answer_id, statement_id=brought.statement_id, view=View.LENS))


def _bring_files(here: Room, folder: Path) -> None:
    """A file on its way from being closed to the shared screen to a conversation in it, and a picture."""
    importing = here.desk.desk.importing
    here.desk.room.go(replace(here.desk.room.place, screen=Screen.SESSION))
    importing.open([written(folder, "export.zip", chatgpt_archive())])
    here.desk.shared.go(Spot(view=View.PICK))
    here.look()
    wait_for(here.desk, lambda: importing.state is ImportState.LISTED)
    importing.look()
    here.look()
    importing.open_pasted(f"You said:\n{OWN_WORDS}\n\nChatGPT said:\n{BROUGHT_HERE}")
    importing.look()
    pictured = Pictured(0, Preview(2, 2, bytes(12)))
    turns = (
        Turn(Role.ASSISTANT, Said(BROUGHT_HERE), (Said(THROUGH_LENS),)),
        Turn(Role.UNKNOWN, Said(THROUGH_LENS)),
    )
    conversation = Conversation("", turns)
    for chosen in (ChosenTurns(conversation, ""), ChosenTurns(conversation, "picture", (pictured,))):
        importing.chosen = chosen
        importing.changed.emit()
        for window in (here.seat.window, here.together):
            for card in window.findChildren(SaidCard):
                for fold in card.findChildren(QuietButton):
                    fold.setChecked(True)
        here.look()
    importing.leave()


@pytest.mark.parametrize("language", list(Language))
def test_no_screen_of_the_program_shows_ai_text_without_saying_so(
    qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    furnish(DataFolder(tmp_path))
    eye = Eye(language, telling((BROUGHT,)))
    with running(qapp, tmp_path, MODEL_THAT_IS_NOT_THERE, language=language) as seat:
        seat.unlock()
        eye.look("the session", seat.window)
        for screen in Screen:
            seat.desk.room.show_screen(screen)
            eye.look(str(screen), seat.window)
        seat.desk.room.show_screen(Screen.SESSION)
        seat.desk.room.choose_answer(None)
        settle()
        pane = next(iter(seat.window.findChildren(BringPane)))
        click(pane.bring_tab)
        pane.brings.answer.set_text(BROUGHT)
        eye.look("what is brought", seat.window)

    assert eye.unsaid == {}
    assert {"the session", "what is brought"} <= eye.seen


@pytest.mark.parametrize("language", list(Language))
def test_what_is_copied_from_a_list_of_statements_says_so(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    with room(qapp, qtbot, tmp_path, language) as here:
        here.desk.looking.show(View.PAGE)
        settle()
        (choice,) = here.seat.window.findChildren(StatementChoice)
        copied = selected_text(choice)

    assert BROUGHT_HERE.startswith(copied.rpartition(": ")[2])
    assert here.eye.says_so(copied)


@pytest.mark.parametrize("language", list(Language))
def test_every_statement_on_the_page_to_take_home_says_so(qapp: QApplication, language: Language) -> None:
    with spoken(qapp, language):
        wording = page_wording(language)
        statements = tuple(PageStatement(number, text) for number, text in enumerate(MADE_HERE, start=1))
        page = TakeHomePage(wording.language, wording.words, statements=statements)

    says_so = SAYS_SO[language]
    assert plain_text(page).casefold().count(f"[{says_so}]") == len(MADE_HERE)
    assert html(page).casefold().count(f"{says_so}</p>") == len(MADE_HERE)
    assert says_so in wording.words.ai_notice.casefold()
