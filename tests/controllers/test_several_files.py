"""Several files and readers at once, some of which end or change: the others are read on, and it is told."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess

from app.controllers.child_process import ChildProcess
from app.controllers.importing import Fault, Importing, ImportState
from app.tour.brought_files import chatgpt_archive, written
from tests.bring.archives import archive_of
from tests.bring.samples import claude
from tests.bring.test_worker import RAIN

from .importing import chosen, open_files, show_row, titles, wait_for
from .parts import OpenDesk


@pytest.fixture
def session(desk: OpenDesk) -> OpenDesk:
    """The desk with a session in which nothing is yet."""
    desk.start_session()
    return desk


def test_a_reader_that_ends_while_another_file_is_listed_takes_only_its_own_with_it(
    session: OpenDesk, tmp_path: Path
) -> None:
    importing = session.desk.importing
    first = written(tmp_path, "a.zip", chatgpt_archive())
    second = written(tmp_path, "b.json", many_conversations(3_000))
    importing.open([first, second])
    wait_for(session, lambda: importing.files is not None and importing.files.at == 1)
    _process_of(importing, 0).kill()
    wait_for(session, lambda: importing.state is ImportState.LISTED)
    assert importing.files is not None
    assert importing.files.faults == ((0, Fault.CRASHED),)
    assert titles(importing) == [f"Talk {number}" for number in range(3_000)]
    assert show_row(session, 2_999).title == "Talk 2999"


def test_a_search_goes_on_where_one_reader_has_ended_and_says_so(session: OpenDesk, tmp_path: Path) -> None:
    files = [
        written(tmp_path, "a.zip", chatgpt_archive()),
        written(tmp_path, "b.json", many_conversations(3)),
    ]
    importing = open_files(session, files, ImportState.LISTED)
    _process_of(importing, 0).kill()
    wait_for(session, lambda: importing.fault is Fault.CRASHED)
    importing.fault = None
    importing.search("Talk")
    wait_for(session, lambda: not importing.is_searching)
    assert [importing.found(row).title for row in importing.rows()] == ["Talk 0", "Talk 1", "Talk 2"]
    assert importing.fault is Fault.CRASHED


def test_a_file_that_is_written_to_after_it_was_listed_is_not_shown(
    session: OpenDesk, tmp_path: Path
) -> None:
    file = written(tmp_path, "b.json", many_conversations(3))
    importing = open_files(session, [file], ImportState.LISTED)
    os.utime(file, ns=(1, 1))
    session.looking.show_conversation(1)
    wait_for(session, lambda: importing.fault is Fault.CHANGED)
    assert importing.state is ImportState.LISTED
    importing.fault = None
    importing.search("Talk")
    wait_for(session, lambda: importing.fault is Fault.CHANGED)


def test_of_an_archive_with_two_services_each_answer_names_its_own(session: OpenDesk, tmp_path: Path) -> None:
    both = {"a.json": many_conversations(1), "b/conversations.json": claude()}
    importing = open_files(session, [written(tmp_path, "x.zip", archive_of(both))], ImportState.LISTED)
    services = []
    for row in range(len(importing.rows())):
        show_row(session, row).choose_all(True)
        services.append({one.service for one in chosen(session).brought()})
        importing.back()
    assert services == [{"ChatGPT"}, {"Claude"}]


def many_conversations(count: int) -> bytes:
    """An export of ChatGPT with so many conversations of one turn each."""
    return json.dumps([{**RAIN, "title": f"Talk {number}"} for number in range(count)]).encode()


def _process_of(importing: Importing, file: int) -> QProcess:
    """The child that reads one of the files, counted in the order in which they were begun."""
    return [
        process for child in importing.findChildren(ChildProcess) for process in child.findChildren(QProcess)
    ][file]
