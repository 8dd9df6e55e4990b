"""A bug of ours makes one change impossible to keep: the rest is saved, and it is told until somebody has read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.changes import SaveDraft
from app.errors import BugError, ErrorCode
from app.paths import DataFolder
from app.tour.driver import click, press, settle, shown, type_into
from app.ui.desk import DeskScreen
from app.ui.sentences import sentence
from tests.flows.hands import NOTE, Running, furnish, running
from tests.flows.played import MODEL_THAT_IS_NOT_THERE

POISON = SaveDraft("question", "no UTF-8 holds \udce9")
UNKEPT = ErrorCode.CHANGE_NOT_KEPT


@pytest.fixture
def seat(tmp_path: Path, qapp: QApplication) -> Iterator[Running]:
    furnish(DataFolder(tmp_path))
    with running(qapp, tmp_path, MODEL_THAT_IS_NOT_THERE) as opened:
        opened.unlock()
        opened.save()
        yield opened


def desk_screen(seat: Running) -> DeskScreen:
    return shown(seat.window, DeskScreen)


def poison(seat: Running, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as bugs:
        seat.desk.saver.save((POISON,))
        seat.save()
        settle()
    assert [kind for kind, _, _ in bugs] == [BugError]


def test_what_comes_after_it_is_saved_and_it_is_told_until_it_is_put_away(
    seat: Running, qtbot: QtBot
) -> None:
    assert not desk_screen(seat).notices.unkept.isVisible()
    poison(seat, qtbot)
    assert desk_screen(seat).notices.unkept.isVisible()
    assert sentence(UNKEPT) in seat.words()
    type_into(seat.note(), "Afterwards. ")
    seat.save()
    assert desk_screen(seat).notices.unkept.isVisible()
    assert not desk_screen(seat).notices.saving.isVisible()
    seat.lock()
    assert sentence(UNKEPT) not in seat.words()
    seat.unlock()
    assert seat.note().text() == "Afterwards. " + NOTE
    assert desk_screen(seat).notices.unkept.isVisible()
    click(desk_screen(seat).notices.unkept.dismiss)
    assert not desk_screen(seat).notices.unkept.isVisible()
    seat.lock()
    seat.unlock()
    assert not desk_screen(seat).notices.unkept.isVisible()


def test_during_the_shared_screen_nobody_is_told_and_at_the_desk_somebody_is(
    seat: Running, qtbot: QtBot
) -> None:
    press(seat.window, "Ctrl+Shift+T")
    poison(seat, qtbot)
    assert sentence(UNKEPT) not in seat.words()
    press(seat.window, "Escape")
    press(seat.window, "Return")
    assert desk_screen(seat).notices.unkept.isVisible()


def test_a_bug_is_told_with_the_truth_about_what_was_written(seat: Running, qtbot: QtBot) -> None:
    def said() -> str:
        seat.program.reports.put_away()
        seat.program.reports.add("ValueError")
        settle()
        assert desk_screen(seat).notices.bug.isVisible()
        return desk_screen(seat).notices.bug.sentence.text()

    saved = said()
    type_into(seat.note(), "Not yet saved. ")
    unsaved = said()
    assert saved != unsaved
    seat.save()
    assert said() == saved
    poison(seat, qtbot)
    assert said() == unsaved
    seat.program.practice.put_unkept_away()
    assert said() == saved
