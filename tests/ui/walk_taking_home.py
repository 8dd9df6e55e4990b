"""The walk through what is taken away: keeping, the page, and the session after."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QWidget

from app.controllers.take_home import PageFormat
from app.domain.changes import Screen, Spot, View
from app.tour.driver import click, settle, shown, wait_until
from app.ui.home import SessionsCard
from app.ui.last_time import LastTime
from app.ui.views.keep import KeepView
from app.ui.views.leaving import LeavingDialogs, PrintCard, SaveCard
from app.ui.views.paper import PaperView
from tests.ui.walk import CLIENT, OWN_WORDS, Visit


def keep(visit: Visit) -> None:
    """Nothing, too much, something, taken back, brought back, and the next step with everybody and every day."""
    first = visit.record.statements_of(visit.chosen.id)[0]
    visit.desk.looking.choose_statement(first.id)
    visit.show(View.KEEP)
    visit.look_at_both_sides("keep: nothing yet")
    view = visit.shown(KeepView)
    for words in ("", "ω" * 3_000, OWN_WORDS):
        view.words.set_text(words)
        click(view.keep)
        visit.look("keep: something")
    (row,) = view.rows.values()
    click(row.back)
    visit.look("keep: taken back")
    view.brought_back.action.click()
    view.step.words.input.setPlainText(OWN_WORDS)
    visit.look_at_both_sides("keep: the next step")
    step = visit.shown(KeepView).step
    assert step.owner is not None
    for cell in (*step.owner.cells.values(), *step.due.days.cells.values()):
        cell.click()
        visit.look("keep: who, and by when")
    step.owner.cells[visit.desk.room.voices()[-1].id].click()
    step.due.days.cells["week"].click()


def page(visit: Visit, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chosen, drawn, approved, not saved, saved, and no printer to print it."""
    visit.show(View.PAGE)
    visit.look_at_both_sides("page: empty")
    take_home, looking = visit.desk.take_home, visit.desk.looking
    for statement in visit.record.statements_of(visit.chosen.id):
        take_home.choose(looking.spot, statement.id, True)
    for voice in visit.desk.room.voices():
        take_home.agree(looking.spot, voice.id, True)
    take_home.set_name(looking.spot, CLIENT)
    view = visit.shown(PaperView)
    wait_until(lambda: bool(view.preview.sheets.images) and not view.preview.is_outdated, "the page is drawn")
    visit.look_at_both_sides("page: drawn")
    click(visit.shown(PaperView).enlarge)
    visit.look("page: large")
    click(visit.shown(PaperView).enlarge)
    click(visit.shown(PaperView).approve)
    visit.look_at_both_sides("page: approved")
    _save(visit, folder / "φάκελος που λείπει" / "σελίδα.pdf")
    wait_until(visit.shown(PaperView).notice.isVisible, "it is said that the page is not saved")
    visit.look("page: not saved")
    _save(visit, folder / "σελίδα.pdf")
    wait_until(visit.shown(PaperView).said.isVisible, "it is said that the page is saved")
    visit.look("page: saved")
    _save_over(visit, folder / "σελίδα.pdf")
    monkeypatch.setattr(LeavingDialogs, "printer", _no_printer)
    view = visit.shown(PaperView)
    click(view.print)
    visit.look("page: what printing means")
    click(shown(view, PrintCard).where)
    visit.look("page: no printer")


def last_time(visit: Visit) -> None:
    """The next session opens on what was kept."""
    visit.desk.room.show_screen(Screen.HOME)
    settle()
    click(visit.shown(SessionsCard).start)
    card = visit.shown(LastTime)
    for where in ("last time", "last time: folded", "last time: shown again"):
        visit.look(where)
        click(card.fold)


def return_to(visit: Visit, session_id: str, spot: Spot) -> None:
    """Open an earlier session."""
    visit.desk.room.open_session(session_id)
    wait_until(lambda: visit.record.session.id == session_id, "the earlier session is open again")
    visit.desk.looking.go(spot)
    settle()


def _save(visit: Visit, file: Path) -> None:
    click(visit.shown(PaperView).save)
    visit.look("page: what saving means")
    for page_format in PageFormat:
        dialog = _where_to(visit, page_format)
        visit.look("page: where to")
        if page_format is PageFormat.TEXT:
            dialog.fileSelected.emit(str(file))
        else:
            dialog.reject()
        settle()


def _save_over(visit: Visit, file: Path) -> None:
    """The toolkit asks before it replaces a file; the answer is no."""
    click(visit.shown(PaperView).save)
    dialog = _where_to(visit, PageFormat.PDF)
    shown(dialog, QLineEdit).setText(str(file))
    asked: list[str] = []

    def say_no() -> None:
        for box in dialog.findChildren(QMessageBox):
            visit.walk.look("page: a file of that name is there", box)
            asked.append(box.text())
            box.reject()

    QTimer.singleShot(0, say_no)
    dialog.accept()
    assert len(asked) == 1
    dialog.reject()
    click(visit.shown(SaveCard).cancel)


def _where_to(visit: Visit, page_format: PageFormat) -> QFileDialog:
    card = visit.shown(SaveCard)
    card.formats.show_chosen(page_format.value)
    click(card.where)
    (dialog,) = visit.shown(PaperView).findChildren(QFileDialog)
    settle()
    return dialog


def _no_printer(_dialogs: LeavingDialogs, _parent: QWidget) -> None:
    """What a computer without a printer gives."""
