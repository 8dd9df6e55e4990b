"""The words of a held statement are nowhere on the shared screen, in whatever view, until they are let through."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.domain.answer import Answer, PhrasingKind
from app.domain.changes import Spot, View
from app.engine.messages import Chance, DoneReason
from app.explore.phrasings import Phrasing
from app.tour.driver import bring_to_front, settle, wait_until
from app.ui.together import TogetherScreen
from app.ui.widgets.marked_text import MarkedText
from app.ui.widgets.reading_text import ReadingText
from tests.controllers.parts import OpenDesk
from tests.ui.seated import Seat, seated
from tests.ui.views.furnished import furnished, theme

HELD = "You should kill yourself."
BEFORE = "Lanterns swing above the bridge."
AFTER = "Wool dries along the wall."
TEXT = f"{BEFORE} {HELD} {AFTER}"
TIMES = 3
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.ToolTipRole,
)


def words_in(root: QWidget) -> Iterator[str]:
    """Everything that any part of a window holds, seen or not."""
    for part in (root, *root.findChildren(QWidget)):
        yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.windowTitle())
        if isinstance(part, QLabel):
            yield part.text()
        if isinstance(part, ReadingText | MarkedText):
            yield part.whole_text()
        if isinstance(part, QPlainTextEdit):
            yield part.toPlainText()
        if isinstance(part, QAbstractItemView) and (model := part.model()) is not None:
            for row in range(model.rowCount()):
                yield from (str(model.index(row, 0).data(role) or "") for role in _ROLES)
    for document in root.findChildren(QTextDocument):
        yield document.toPlainText()


def holds_words(root: QWidget, words: str) -> bool:
    """Tell whether these words, or their beginning, stand anywhere in a window."""
    return any(words.rstrip(".") in " ".join(said.split()) for said in words_in(root))


@dataclass
class Room:
    """The desk, and the shared screen as it stands on a second display, over one session."""

    seat: Seat
    shared: TogetherScreen

    @property
    def desk(self) -> OpenDesk:
        return self.seat.desk

    def answer(self) -> Answer:
        answer = self.desk.looking.answer()
        assert answer is not None
        return answer

    def wait_until_looked_through(self) -> None:
        answers = self.desk.record.answers
        noticing = self.desk.desk.noticing
        wait_until(lambda: all(map(noticing.is_looked_through, answers)), "all was looked through")
        settle()

    def views_with(self, words: str, spot: Spot) -> set[View]:
        """Look at this in every view on the shared screen; return those in which the words stand."""
        found = set()
        for view in View:
            self.desk.shared.go(Spot(view, spot.answer_id, None, lens_id=spot.lens_id))
            settle()
            if holds_words(self.shared, words):
                found.add(view)
        return found

    def let_through(self, answer_id: str) -> None:
        """Let the held statement of an answer through, which may be arriving."""
        answer = self.desk.record.answer(answer_id)
        assert answer is not None
        noticing, asking = self.desk.desk.noticing, self.desk.asking
        arriving = answer_id in asking.arriving_ids
        start = (asking.text_of(answer_id) if arriving else answer.text).index(HELD)
        noticing.let_through(answer, *(p for p in noticing.parts(answer) if p[0] <= start < p[1]))
        settle()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with furnished(qtbot, tmp_path) as desk, seated(desk, tmp_path, text="Snow falls.") as seat:
        window = QWidget()
        window.resize(1280, 720)
        column = QVBoxLayout(window)
        screen = TogetherScreen(theme(shared=True), desk.together, window.hide)
        column.addWidget(screen)
        bring_to_front(window)
        yield Room(seat, screen)
        window.hide()
        delete(window)


def ask(room: Room) -> Spot:
    """Ask, and look at the answer on both sides while it arrives, piece by piece."""
    room.desk.looking.ask_once_more()
    spot = room.desk.looking.spot
    room.desk.shared.go(spot)
    return spot


def say(room: Room, text: str, answer: int = 0) -> None:
    """The engine says a text in small pieces, with what there is to know of its words."""
    for start in range(0, len(text), 7):
        piece = text[start : start + 7]
        room.desk.engine.say(piece, answer=answer, chances=(Chance(len(piece), -0.1, ()),))


def test_a_held_statement_is_nowhere_while_it_arrives_nor_afterwards_until_it_is_let_through(
    room: Room,
) -> None:
    spot = ask(room)
    for start in range(0, len(TEXT), 5):
        room.desk.engine.say(
            TEXT[start : start + 5], chances=(Chance(len(TEXT[start : start + 5]), -0.1, ()),)
        )
        QApplication.processEvents()
        assert not holds_words(room.shared, HELD)
    wait_until(lambda: holds_words(room.shared, BEFORE), "the first statement is there")
    assert room.views_with(HELD, spot) == set()
    room.desk.engine.end(DoneReason.STOP)
    assert room.views_with(HELD, spot) == set(), "before it was looked through to its end"

    room.wait_until_looked_through()
    assert room.views_with(HELD, spot) == set()
    assert {View.READ, View.WORDS, View.PAGE} <= room.views_with(BEFORE, spot)
    room.desk.shared.go(Spot(answer_id=spot.answer_id))
    room.desk.looking.go(spot)
    room.desk.looking.reading.reveal(spot.answer_id or "")
    assert room.views_with(HELD, spot) == set()
    assert View.REVEALED in room.views_with(BEFORE, spot)

    room.let_through(room.answer().id)
    assert {View.REVEALED, View.WORDS, View.PAGE} <= room.views_with(HELD, spot)
    second = room.desk.record.statements_of(spot.answer_id or "")[1]
    room.desk.shared.go(Spot(answer_id=spot.answer_id, statement_id=second.id))
    settle()
    assert holds_words(room.shared, HELD)

    room.desk.room.undo()
    settle()
    assert not holds_words(room.shared, HELD)
    assert room.views_with(HELD, spot) == set()


def test_what_is_let_through_while_it_arrives_comes_where_it_belongs(room: Room) -> None:
    spot = ask(room)
    say(room, f"{TEXT} Kites")
    wait_until(lambda: holds_words(room.shared, AFTER), "the statement after it is there")
    room.let_through(spot.answer_id or "")
    said = [part.whole_text() for part in room.shared.findChildren(ReadingText) if part.isVisible()]
    assert said == [BEFORE, HELD, AFTER]
    room.desk.engine.end(DoneReason.STOP)


def _ask_again(room: Room) -> None:
    room.desk.looking.ask_again(TIMES)


def _ask_differently(room: Room) -> None:
    kinds = (PhrasingKind.AS_ASKED, PhrasingKind.FRIEND, PhrasingKind.CONTEXT)
    room.desk.looking.ask_differently(tuple(Phrasing(kind, f"Why, {kind}?") for kind in kinds))


@pytest.mark.parametrize(
    ("view", "begin"),
    [(View.AGAIN, _ask_again), (View.DIFFERENTLY, _ask_differently)],
    ids=["again", "differently"],
)
def test_a_held_statement_is_in_none_of_several_answers(
    room: Room, view: View, begin: Callable[[Room], None]
) -> None:
    first = room.answer()
    begin(room)
    room.desk.shared.go(room.desk.looking.spot)
    for number in range(TIMES):
        say(room, f"{TEXT} {number}", number)
        settle()
        assert not holds_words(room.shared, HELD)
    for number in range(TIMES):
        room.desk.engine.end(DoneReason.STOP, answer=number)
    room.wait_until_looked_through()
    for part in range(TIMES + 1):
        room.desk.shared.go(Spot(view=view, answer_id=first.id, part=part))
        settle()
        assert holds_words(room.shared, BEFORE), part
        assert not holds_words(room.shared, HELD), part
    for answer in room.desk.record.answers[-TIMES:]:
        room.let_through(answer.id)
    for part in range(TIMES + 1):
        room.desk.shared.go(Spot(view=view, answer_id=first.id, part=part))
        settle()
        assert holds_words(room.shared, HELD), part


def test_a_held_statement_is_in_nothing_that_was_said_about_it_or_kept_because_of_it(room: Room) -> None:
    room.desk.bring(TEXT, "Why?")
    room.wait_until_looked_through()
    answer = room.answer()
    held = room.desk.record.statements_of(answer.id)[1]
    desk_spot = Spot(answer_id=answer.id, statement_id=held.id)
    room.desk.looking.go(desk_spot)
    room.desk.looking.look_through("missing", at_statement=True)
    about_it = room.desk.looking.spot.lens_id
    room.desk.engine.say("Kites are missing.")
    room.desk.engine.end(DoneReason.STOP)
    room.desk.looking.go(desk_spot)
    room.desk.looking.look_through("missing", at_statement=False)
    about_all = room.desk.looking.spot.lens_id
    room.desk.engine.say(f"Kites are missing. {HELD} Wool too.")
    room.desk.engine.end(DoneReason.STOP)
    room.wait_until_looked_through()
    room.desk.looking.go(Spot(view=View.KEEP, answer_id=answer.id, statement_id=held.id))
    room.desk.looking.keep("I can wait.")

    for lens_id in (about_it, about_all, None):
        spot = Spot(answer_id=answer.id, lens_id=lens_id)
        assert room.views_with(HELD, spot) == set()
    assert View.LENS in room.views_with("Wool too.", Spot(answer_id=answer.id, lens_id=about_all))
    room.desk.shared.go(Spot(view=View.KEEP, answer_id=answer.id, statement_id=held.id))
    settle()
    assert not holds_words(room.shared, HELD)

    room.let_through(answer.id)
    assert View.LENS in room.views_with(HELD, Spot(answer_id=answer.id, lens_id=about_it))
