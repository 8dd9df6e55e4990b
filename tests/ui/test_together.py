"""The shared screen as it is drawn: an answer that arrives is followed, long ones scroll by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from app.domain.shared import SharedArriving, SharedNothing, SharedStatement
from app.paths import DataFolder
from app.tour.driver import press, settle, shown
from app.ui.together import ArrivingPage, TogetherScreen, TurnPage
from app.ui.widgets.reading_text import ReadingText
from tests.flows.hands import Running, furnish, running
from tests.flows.played import MODEL_THAT_IS_NOT_THERE


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path) -> Iterator[Running]:
    furnish(DataFolder(tmp_path))
    with running(qapp, tmp_path, MODEL_THAT_IS_NOT_THERE) as seated:
        seated.unlock()
        press(seated.window, "Ctrl+Shift+T")
        yield seated


def arriving(count: int, question: str = "Why?") -> SharedArriving:
    statements = tuple(SharedStatement(str(i), f"Statement {i} is here.", i, 0) for i in range(1, count + 1))
    return SharedArriving(question, statements)


def page_of(seat: Running, count: int) -> ArrivingPage:
    screen = shown(seat.window, TogetherScreen)
    page = ArrivingPage(screen._theme, seat.desk.together, arriving(count))
    page.setParent(seat.window)
    page.resize(seat.window.size())
    page.show()
    settle()
    return page


def test_new_statements_are_added_and_followed(seat: Running) -> None:
    page = page_of(seat, 3)
    first = page.findChildren(ReadingText)[0]
    for count in range(4, 30):
        assert page.append(arriving(count))
        settle()
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    assert len(page.findChildren(ReadingText)) == 29
    assert page.findChildren(ReadingText)[0] is first
    assert bar.value() == bar.maximum() > 0


def test_somebody_who_has_scrolled_back_is_left_there(seat: Running) -> None:
    page = page_of(seat, 29)
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(0)
    page.append(arriving(30))
    settle()
    assert bar.value() == 0


@pytest.mark.parametrize("other", [arriving(1), arriving(5, "Another question?")], ids=["shorter", "another"])
def test_another_answer_is_not_added_to_this_one(seat: Running, other: SharedArriving) -> None:
    page = page_of(seat, 3)
    assert not page.append(other)
    assert len(page.findChildren(ReadingText)) == 3


def test_nothing_to_look_at_is_a_calm_page(seat: Running) -> None:
    page = ArrivingPage(shown(seat.window, TogetherScreen)._theme, seat.desk.together, SharedNothing())
    assert page.findChildren(ReadingText) == []


def test_space_and_page_keys_scroll_what_is_too_long(seat: Running) -> None:
    seat.window.resize(1024, 640)
    seat.program.settings.enlarge(3)
    settle()
    bar = shown(seat.window, TurnPage).findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() > 0
    press(seat.window, "Space")
    assert bar.value() > 0
    press(seat.window, "PgUp")
    assert bar.value() == 0
