"""The walk through looking further: again, differently, lenses, cards, words."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.controllers.bringing import BroughtAnswer
from app.domain.answer import AskedDifferently, PhrasingKind
from app.domain.changes import Spot, View
from app.tour.driver import click, settle
from app.ui.views.again import AgainView
from app.ui.views.again_start import AgainStart
from app.ui.views.answer_column import AnswerColumn
from app.ui.views.differently import DifferentlyView
from app.ui.views.lens import LensView
from app.ui.views.lens_choice import LensChoice
from app.ui.views.phrasing_editor import PhrasingEditor
from app.ui.views.words import WordsView
from app.ui.widgets.answer_tiles import AnswerTiles
from tests.ui.walk import OWN_WORDS, Visit


def again(visit: Visit) -> None:
    """Ask several times: before, while it arrives, what stays and what changes, one of them, a second round."""
    visit.show(View.AGAIN)
    visit.look_at_both_sides("again: how often")
    start = visit.shown(AgainStart)
    for button in (start.fewer, start.more):
        while button.isEnabled():
            click(button)
        visit.look("again: no fewer, no more")
    click(visit.shown(AgainView).foot()[-1])
    visit.look("again: the model reads")
    visit.wait_for_words()
    visit.look_at_both_sides("again: arriving")
    visit.stop()
    visit.look_at_both_sides("again: what stays and what changes")
    for tiles in visit.window.findChildren(AnswerTiles):
        QTest.keyClick(tiles, Qt.Key.Key_Right)
    visit.look("again: a tile")
    visit.desk.looking.show_part(1)
    visit.look_at_both_sides("again: one of them")
    visit.desk.looking.show_part(0)
    settle()
    click(visit.shown(AgainView).foot()[0])
    visit.look("again: once more")
    visit.desk.looking.ask_again()
    visit.wait_for_words()
    visit.stop()
    visit.look_at_both_sides("again: two rounds")


def differently(visit: Visit) -> None:
    """Ask in other words: the wordings, none of them, what it did not know, arriving, side by side."""
    visit.show(View.DIFFERENTLY)
    visit.look_at_both_sides("differently: the wordings")
    editor = visit.shown(PhrasingEditor)
    for row in editor.rows.values():
        row.box.setChecked(False)
    visit.look("differently: none")
    for words in ("", "ω" * 9_000, OWN_WORDS):
        row = editor.rows[PhrasingKind.AS_ASKED]
        row.box.setChecked(True)
        row.area.input.setPlainText(words)
        visit.look("differently: one")
    for row in editor.rows.values():
        row.box.setChecked(True)
    editor.added.input.setPlainText(OWN_WORDS)
    visit.look_at_both_sides("differently: all")
    click(visit.shown(DifferentlyView).foot()[-1])
    visit.wait_for_words()
    visit.look_at_both_sides("differently: arriving")
    visit.stop()
    visit.look_at_both_sides("differently: side by side")
    for column in visit.window.findChildren(AnswerColumn):
        column.unfold.click()
    visit.look("differently: a wording in full")
    click(visit.shown(DifferentlyView).foot()[1])
    visit.look("differently: the wordings are changed")
    asked = next(one for one in visit.record.answers if isinstance(one.request, AskedDifferently))
    visit.desk.looking.go(Spot(answer_id=asked.id))
    visit.look("reading: asked in other words")


def lenses(visit: Visit) -> None:
    """Look at the whole answer, at a statement, at one that is there no longer, and at an answer that is too long."""
    looking = visit.desk.looking
    visit.show(View.LENS)
    visit.look_at_both_sides("lens: the choice")
    lens_id, *others = visit.shown(LensChoice).lenses
    click(visit.shown(LensChoice).lenses[lens_id])
    visit.look_at_both_sides("lens: arriving")
    visit.wait_for_the_end()
    visit.look_at_both_sides("lens: what the model says")
    statement = visit.record.statements_of(visit.chosen.id)[0]
    looking.choose_statement(statement.id)
    looking.look_through(others[0], at_statement=True)
    visit.wait_for_words()
    visit.stop()
    visit.look_at_both_sides("lens: on a statement")
    click(visit.shown(LensView).others)
    visit.look_at_both_sides("lens: looked at before")
    looking.reading.join(statement.id)
    visit.look_at_both_sides("lens: looked at before they were joined")
    click(visit.shown(LensChoice).earlier[-1])
    visit.look("lens: on a statement that has been joined")
    visit.desk.room.undo()
    visit.desk.room.choose_answer(None)
    visit.desk.room.bring(BroughtAnswer("", "λέξη " * 3_000, "", ""))
    looking.look_through(lens_id, at_statement=False)
    visit.wait_for_words()
    visit.stop()
    visit.look_at_both_sides("lens: shown the beginning alone")


def cards(visit: Visit) -> None:
    """Every card, with words on it."""
    looking = visit.desk.looking
    visit.show(View.CARDS)
    visit.look_at_both_sides("cards")
    for card in looking.prompts().cards:
        looking.go(replace(looking.spot, card=card.id))
        looking.write_on_card(card.id, 0, OWN_WORDS)
        visit.look(f"cards: {card.id}")


def words(visit: Visit, brought: Spot) -> None:
    """An answer without any, one that is arriving, and one of whose words each is chosen."""
    looking = visit.desk.looking
    before = looking.spot
    looking.go(replace(brought, view=View.WORDS))
    visit.look_at_both_sides("words: none")
    looking.go(brought)
    looking.ask_once_more()
    visit.wait_for_words()
    visit.show(View.WORDS)
    visit.look_at_both_sides("words: still arriving")
    visit.stop()
    visit.show(View.WORDS)
    visit.look_at_both_sides("words")
    visit.shown(WordsView).text.word_chosen.emit(1)
    visit.look("words: a chosen one")
    looking.go(before)
