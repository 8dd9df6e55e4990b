"""The list of conversations: lazy, searched, and opened by the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.controllers.importing import Fault, ImportState
from app.tour.brought_files import TITLES, chatgpt_archive, written
from app.tour.driver import press, settle
from app.ui.views.archive import ArchiveView
from app.ui.views.archive_list import BELOW_ROLE
from tests.controllers.importing import open_files, show_row, wait_for
from tests.controllers.parts import OpenDesk
from tests.ui.views.furnished import Standing, at_foot, furnished, theme, words_on

FURTHER = 2_000


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    """A desk at which an archive is listed."""
    with furnished(qtbot, tmp_path) as opened:
        files = [written(tmp_path, "export.zip", chatgpt_archive(FURTHER))]
        open_files(opened, files, ImportState.LISTED)
        yield opened


@pytest.fixture
def view(desk: OpenDesk) -> ArchiveView:
    """The list at the desk, with the keyboard."""
    made = ArchiveView(theme(shared=False), desk.looking)
    Standing(made, desk.looking)
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    made.focus_entry().setFocus()
    settle()
    return made


def test_thousands_are_listed_and_only_those_in_view_are_asked_for(
    desk: OpenDesk, view: ArchiveView, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert view.list.conversations.rowCount() == FURTHER + len(TITLES)
    asked: set[int] = set()
    listed = desk.looking.listed

    def listen(row: int) -> object:
        asked.add(row)
        return listed(row)

    monkeypatch.setattr(desk.looking, "listed", listen)
    view.list.scrollToBottom()
    view.grab()
    assert asked
    assert len(asked) < 60


def test_each_row_says_its_title_and_below_what_is_known_of_it(view: ArchiveView) -> None:
    index = view.list.conversations.index(0)
    assert index.data() == TITLES[0]
    assert "gpt-5 · 4 turns · answered again: 2" in index.data(BELOW_ROLE)
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert TITLES[0] in heard
    assert "answered again: 2" in heard


def test_arrows_go_from_one_to_the_next_and_enter_opens(desk: OpenDesk, view: ArchiveView) -> None:
    assert view.list.hasFocus()
    press(view, "Down")
    press(view, "Down")
    press(view, "Return")
    importing = desk.desk.importing
    wait_for(desk, lambda: importing.state is ImportState.CHOOSING)
    assert importing.row == 2


def test_ctrl_f_searches_while_it_is_typed_and_escape_clears(desk: OpenDesk, view: ArchiveView) -> None:
    importing = desk.desk.importing
    press(view, "Ctrl+F")
    assert view.search.input.hasFocus()
    QTest.keyClicks(view.search.input, "pushing friends")
    wait_for(desk, lambda: importing.words == "pushing friends" and not importing.is_searching)
    settle()
    assert view.list.conversations.rowCount() == 1
    assert "1 of 2004" in [words.replace(",", "") for words in words_on(view)]
    press(view, "Escape")
    assert view.search.text() == ""
    assert view.list.conversations.rowCount() == FURTHER + len(TITLES)
    assert importing.state is ImportState.LISTED


def test_down_leads_from_the_field_into_what_was_found(desk: OpenDesk, view: ArchiveView) -> None:
    press(view, "Ctrl+F")
    QTest.keyClicks(view.search.input, "pushing")
    press(view, "Return")
    importing = desk.desk.importing
    wait_for(desk, lambda: not importing.is_searching)
    press(view, "Down")
    assert view.list.hasFocus()
    assert view.list.current_row() == 0


def test_where_nothing_is_found_it_is_said_and_nothing_can_be_opened(
    desk: OpenDesk, view: ArchiveView
) -> None:
    desk.desk.importing.search("nothing of the kind")
    wait_for(desk, lambda: not desk.desk.importing.is_searching)
    settle()
    assert view.list.isHidden()
    assert "In no conversation do all these words stand." in words_on(view)
    assert not at_foot(view, "Open").isEnabled()
    assert view.focus_entry() is view.search.input


def test_whoever_comes_back_stands_where_they_were(desk: OpenDesk) -> None:
    show_row(desk, 7)
    desk.desk.importing.back()
    view = ArchiveView(theme(shared=True), desk.looking)
    Standing(view, desk.looking)
    assert view.list.current_row() == 7


def test_what_was_left_out_is_folded_until_somebody_asks(view: ArchiveView) -> None:
    assert view.left_out.lines.isHidden()
    view.left_out.unfold.click()
    assert view.left_out.lines.isVisible()
    assert "hold no conversation: 2" in view.left_out.lines.text()


def test_a_conversation_that_cannot_be_read_is_told_above_the_list(desk: OpenDesk, view: ArchiveView) -> None:
    importing = desk.desk.importing
    importing.fault = Fault.BROKEN
    importing.changed.emit()
    settle()
    assert view.notice.isVisible()
    view.notice.dismiss.click()
    assert view.notice.isHidden()
    assert desk.desk.importing.fault is None
