"""A model's child that means harm, a real process each time: whatever it tries is denied or harmless.

What breaks the protocol in the plainest ways, and deaths, are in `test_engine_client.py`.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.catalogue.verified import VerifiedModel
from app.controllers.engine_client import EngineState
from app.domain.answer import AnswerState
from app.engine.messages import DoneReason
from app.errors import ErrorCode
from tests.controllers.parts import OpenDesk
from tests.controllers.test_engine_client import (
    IMPATIENT,
    WAIT_MS,
    Clients,
    Ear,
    answered,
    ask,
    child_of,
    model,
    ready,
    wait_for,
)
from tests.engine.hostile import ESCAPES, FLOODS_AT_THE_END, GARBLED, LEFT_BEHIND, SILENT, SLOW_WORDS

__all__ = ["model"]
BEGUN = "Rain falls "


@pytest.fixture
def clients(qapp: object, model: VerifiedModel, tmp_path: Path) -> Iterator[Clients]:
    made = Clients(model, tmp_path)
    yield made
    made.end()


def _told(qtbot: QtBot, clients: Clients, deed: str) -> Ear:
    """What is heard of a child that does something harmless in the middle of an answer, and then ends it."""
    client, ear = clients.misbehaving_once(deed)
    ready(qtbot, client)
    with qtbot.waitSignal(client.answer_finished, timeout=WAIT_MS):
        client.ask(ask("odd", max_tokens=100))
    assert ear.request_faults == []
    assert [done.reason for done in ear.done] == [DoneReason.STOP]
    assert ear.text("odd").startswith(BEGUN)
    return ear


@pytest.mark.parametrize("deed", [*GARBLED, *SILENT])
def test_a_child_that_says_what_cannot_be_or_nothing_more_is_ended_and_the_next_question_works(
    qtbot: QtBot, clients: Clients, deed: str, capfd: pytest.CaptureFixture[str]
) -> None:
    code = ErrorCode.ENGINE_GARBLED if deed in GARBLED else ErrorCode.ENGINE_SILENT
    client, ear = clients.misbehaving_once(deed, IMPATIENT)
    ready(qtbot, client)
    child = child_of(client)
    with qtbot.waitSignal(client.request_failed, timeout=WAIT_MS) as failed:
        client.ask(ask("bad", max_tokens=100))
    assert failed.args == ["bad", code]
    assert ear.text("bad") == BEGUN
    assert ear.done == []
    wait_for(qtbot, client, EngineState.READY)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    answered(qtbot, client, ask("next"))
    assert ear.text("next")
    assert ear.faults == []
    written = capfd.readouterr()
    assert (written.out, written.err) == ("", "")


def test_a_piece_that_comes_byte_by_byte_is_one_piece(qtbot: QtBot, clients: Clients) -> None:
    ear = _told(qtbot, clients, "a piece byte by byte")
    assert ear.text("odd") == BEGUN + SLOW_WORDS


def test_what_would_make_a_terminal_obey_reaches_none(
    qtbot: QtBot, clients: Clients, capfd: pytest.CaptureFixture[str]
) -> None:
    ear = _told(qtbot, clients, "escapes in a piece")
    written = capfd.readouterr()
    assert ear.text("odd") == BEGUN + ESCAPES
    assert (written.out, written.err) == ("", "")


def test_what_would_make_a_terminal_obey_or_turn_letters_around_is_not_kept_as_such(
    desk: OpenDesk,
) -> None:
    desk.start_session()
    desk.ask("What is rain?")
    answer_id = desk.asking.arriving_answer_id
    assert answer_id is not None
    desk.engine.say(ESCAPES)
    desk.engine.end(DoneReason.STOP)
    answer = desk.record.answer(answer_id)
    assert answer is not None
    assert answer.state is AnswerState.WHOLE
    assert answer.text == "]0;owned[2J[31m31m\ufffdevil\ufffd\ufffd\n<b>"


def test_a_flood_on_standard_error_is_read_by_nobody_and_stops_nothing(
    qtbot: QtBot, clients: Clients, capfd: pytest.CaptureFixture[str]
) -> None:
    ear = _told(qtbot, clients, "a flood on standard error")
    written = capfd.readouterr()
    assert ear.text("odd") == BEGUN + SLOW_WORDS
    assert (written.out, written.err) == ("", "")


def test_a_child_holds_no_descriptor_of_the_window_s_but_the_model_s_file(
    qtbot: QtBot,
    clients: Clients,
    model: VerifiedModel,
    tmp_path: Path,
) -> None:
    secret = tmp_path / "open in the window"
    secret.write_text("said in the room", encoding="utf-8")
    descriptor = os.open(secret, os.O_RDONLY)
    try:
        os.set_inheritable(descriptor, True)
        ear = _told(qtbot, clients, "its descriptors")
    finally:
        os.close(descriptor)
    held = json.loads(ear.text("odd").removeprefix(BEGUN))
    kinds = {"pipe" if one.startswith("pipe:") else one for one in held if not one.startswith("/proc/")}
    assert kinds == {"pipe", os.devnull, str(model.path.resolve())}


def test_what_is_said_after_the_end_changes_nothing_and_its_child_is_replaced(
    qtbot: QtBot, clients: Clients
) -> None:
    client, ear = clients.misbehaving_once("more after the end")
    ready(qtbot, client)
    child = child_of(client)
    answered(qtbot, client, ask("odd", max_tokens=100))
    qtbot.waitUntil(lambda: ear.states.count(EngineState.STARTING) == 2, timeout=WAIT_MS)
    wait_for(qtbot, client, EngineState.READY)
    assert child_of(client) != child
    assert ear.text("odd") == BEGUN
    assert ear.faults == []


def test_somebody_whom_a_child_leaves_behind_with_the_pipe_is_not_heard_and_keeps_nobody_waiting(
    qtbot: QtBot, clients: Clients
) -> None:
    client, ear = clients.misbehaving_once(LEFT_BEHIND)
    ready(qtbot, client)
    with qtbot.waitSignal(client.request_failed, timeout=WAIT_MS) as failed:
        client.ask(ask("bad", max_tokens=100))
    assert failed.args == ["bad", ErrorCode.ENGINE_DIED]
    grandchild = int(ear.text("bad").removeprefix(BEGUN))
    wait_for(qtbot, client, EngineState.READY)
    answered(qtbot, client, ask("next"))
    assert ear.text("next")
    client.stop()
    # Nobody reads the pipe any more: whoever writes to it is ended by that.
    qtbot.waitUntil(lambda: _is_gone(grandchild), timeout=WAIT_MS)


def _is_gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return True
    # Its parent is gone; whoever takes it in may be slow to bury it.
    return state == "Z"


def test_a_child_that_ends_at_once_again_and_again_is_started_twice_and_no_more(
    qtbot: QtBot, clients: Clients, tmp_path: Path
) -> None:
    starts = tmp_path / "starts"
    script = f"open({str(starts)!r}, 'a').write('x')"
    client, ear = clients.make((sys.executable, "-c", script))
    with qtbot.waitSignal(client.failed, timeout=WAIT_MS):
        client.start()
    assert starts.read_text(encoding="utf-8") == "xx"
    assert ear.faults == [ErrorCode.ENGINE_NOT_STARTED]
    assert client.state is EngineState.FAILED


def test_a_child_that_floods_when_it_is_asked_to_end_fills_no_memory(qtbot: QtBot, clients: Clients) -> None:
    client, ear = clients.misbehaving_once(
        FLOODS_AT_THE_END, replace(IMPATIENT, request_ms=500, terminate_ms=1_500)
    )
    ready(qtbot, client)
    before = _resident_kib()
    with qtbot.waitSignal(client.request_failed, timeout=WAIT_MS):
        client.ask(ask("bad", max_tokens=100))
    most = before

    def is_there_again() -> bool:
        nonlocal most
        most = max(most, _resident_kib())
        return client.state is EngineState.READY

    qtbot.waitUntil(is_there_again, timeout=WAIT_MS)
    assert ear.faults == []
    assert most - before < 32 * 1_024


def _resident_kib() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") // 1_024
