"""The strip of a session's explorations."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.tour.driver import settle
from app.ui.explorations import ExplorationStrip, TabButton
from tests.controllers.parts import OpenDesk
from tests.ui.views.furnished import furnished, theme


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    with furnished(qtbot, tmp_path) as opened:
        yield opened


def is_in_sight(strip: ExplorationStrip, number: int) -> bool:
    """Whether the button of an exploration can be seen whole."""
    buttons = strip.findChildren(TabButton)
    button = next(one for one in buttons if one.text().startswith(f"{number} ") and one.isVisible())
    left = button.mapTo(strip, QPoint()).x()
    return left >= 0 and left + button.width() <= strip.width()


def test_what_is_chosen_is_in_sight_however_many_there_are(desk: OpenDesk, qtbot: QtBot) -> None:
    strip = ExplorationStrip(theme(shared=False), desk.room, desk.desk.deleting)
    qtbot.addWidget(strip)
    strip.resize(600, 120)
    strip.show()
    first = desk.room.chosen_answer()
    assert first is not None
    for number in range(2, 7):
        desk.bring("It depends.", f"Is this the right question number {number}?")
    settle()
    assert is_in_sight(strip, 6)
    assert not is_in_sight(strip, 1)
    desk.room.choose_answer(first.id)
    settle()
    assert is_in_sight(strip, 1)
