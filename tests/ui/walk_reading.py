"""The walk through bringing, asking and reading an answer."""

from app.domain.changes import View
from app.domain.mark import Fit
from app.tour.driver import click, settle, wait_until
from app.ui.bring_pane import BringPane
from app.ui.explorations import ExplorationStrip
from app.ui.look_bar import LookBar
from app.ui.main_window import LEAST_SIZE
from app.ui.reading_pane import ReadingPane
from app.ui.statement_editor import StatementEditor
from app.ui.stepper import StepName, Stepper
from tests.ui.walk import ANSWER, OWN_WORDS, QUESTION, Visit


def bring(visit: Visit) -> None:
    """One answer of which nothing is known, and one with its question."""
    pane = visit.shown(BringPane)
    visit.look("bring: the model is being checked")
    click(pane.bring_tab)
    click(pane.brings.bring)
    visit.look("bring: no answer")
    pane.brings.answer.set_text(ANSWER)
    click(pane.brings.bring)
    visit.shown(ReadingPane)
    visit.look("reading: it is not known what was asked")
    click(visit.shown(ExplorationStrip).new)
    pane = visit.shown(BringPane)
    click(pane.bring_tab)
    for field, words in ((pane.brings.answer, ANSWER), (pane.brings.brought_question, QUESTION)):
        field.set_text(words)
    pane.brings.service.set_text("Υπηρεσία")
    visit.look("bring: filled in")
    click(pane.brings.bring)
    visit.look("reading: nothing marked")


def work_on_statements(visit: Visit) -> None:
    """Everything that can be done with the statement that is open."""
    editor = _editor(visit)
    actions = editor.actions_below
    click(actions.add_words)
    assert editor.remark is not None
    for words in ("ω" * 3_000, OWN_WORDS):
        editor.remark.input.setPlainText(words)
        visit.look("statement: own words")
    click(actions.divide)
    assert editor.dividing is not None
    visit.look("statement: being divided")
    click(editor.dividing.leave)
    for where in ("statement: hidden", "statement: shown again"):
        click(actions.hide_or_show)
        visit.look(where)
    click(actions.join)
    visit.look("statement: joined")
    click(actions.divide)
    assert editor.dividing is not None
    click(editor.dividing.here)
    visit.look("statement: divided")
    for _ in ("the division", "the joining"):
        visit.desk.room.undo()
    settle()
    visit.desk.looking.choose_statement(visit.shown(ReadingPane).statement_ids()[-1])
    visit.look("statement: the last, and too short to be divided")


def mark(visit: Visit) -> None:
    """Marks of both, of every kind, and what each wrote."""
    ids = visit.shown(ReadingPane).statement_ids()
    for voice in visit.desk.room.voices():
        for statement_id, fit in zip(ids, Fit, strict=False):
            visit.desk.room.set_fit(statement_id, voice.id, fit)
            visit.desk.room.set_matters(statement_id, voice.id, True)
        visit.desk.looking.reading.write_remark(ids[1], voice.id, OWN_WORDS)
    for statement_id in ids:
        visit.desk.looking.choose_statement(statement_id)
        visit.look("reading: marked")


def steps_and_ways(visit: Visit) -> None:
    """The steps above an answer, and the bar below it with its menu."""
    usual = visit.window.size()
    for name in StepName:
        visit.shown(Stepper).asked.emit(name)
        visit.look(f"step: {name}")
    visit.desk.room.choose_answer(visit.record.latest_answer_id())
    for view in View:
        visit.show(view)
        visit.look(f"without a question: {view}")
    visit.show(View.READ)
    visit.window.resize(LEAST_SIZE)
    settle()
    bar = visit.shown(LookBar)
    visit.look("look further: in the least window")
    visit.walk.look("look further: the menu", bar.menu)
    visit.window.resize(usual)
    settle()


def ask(visit: Visit) -> None:
    """A question, an engine that hangs, and an answer that is stopped before it begins."""
    visit.desk.room.choose_answer(None)
    settle()
    pane = visit.shown(BringPane)
    visit.wait_for_the_model()
    click(pane.ask)
    visit.look("ask: no question")
    pane.question.set_text(QUESTION)
    click(pane.ask)
    visit.look("ask: the model reads")
    visit.wait_for_words()
    visit.look_at_both_sides("ask: the answer arrives")
    click(visit.shown(ReadingPane).stop)
    wait_until(lambda: visit.desk.asking.arriving_answer_id is None, "the answer has ended")
    visit.look("ask: the engine hung")
    visit.wait_for_the_model()
    click(visit.shown(ReadingPane).again)
    visit.desk.asking.stop()
    visit.wait_for_the_end()
    visit.look("reading: two answers")


def _editor(visit: Visit) -> StatementEditor:
    editor = visit.shown(ReadingPane).editor
    assert editor is not None
    return editor
