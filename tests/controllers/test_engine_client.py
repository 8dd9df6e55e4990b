"""The engine's owner, against real child processes: what it makes of good ones, and of every bad one."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from app.catalogue.check import check_model
from app.catalogue.find import find_model
from app.catalogue.manifest import read_manifest
from app.catalogue.verified import VerifiedModel
from app.controllers.engine_client import EngineClient, EngineState, Limits, LoadedModel, without_promise
from app.domain.answer import Settings
from app.engine.messages import AnswerRequest, Ask, Done, DoneReason, Message, Piece, Role
from app.errors import BugError, ErrorCode

ROOT = Path(__file__).parents[2]
SCRIPTED = (sys.executable, "-m", "tests.engine.scripted_child")
REAL = (sys.executable, "-m", "app.engine")
CONTEXT_TOKENS = 512
WAIT_MS = 60_000
PATIENT = Limits()
# A hung child is given up on soon; one that works still has time enough on a busy machine.
IMPATIENT = Limits(start_ms=5_000, load_ms=2_000, request_ms=2_000, cancel_ms=200, terminate_ms=100)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> VerifiedModel:
    manifest = read_manifest(ROOT / "models" / "manifest.toml")
    return check_model(find_model(None), manifest, tmp_path_factory.mktemp("checks") / "checksums.json")


class Ear:
    """Remembers what a client said, in order."""

    def __init__(self, client: EngineClient) -> None:
        self.states: list[EngineState] = []
        self.pieces: list[Piece] = []
        self.done: list[Done] = []
        self.request_faults: list[tuple[str, ErrorCode]] = []
        self.faults: list[ErrorCode] = []
        self.readings: list[float] = []
        self.loadings: list[float] = []
        client.state_changed.connect(self.states.append)
        client.piece_arrived.connect(self.pieces.append)
        client.answer_finished.connect(self.done.append)
        client.request_failed.connect(lambda request_id, code: self.request_faults.append((request_id, code)))
        client.failed.connect(self.faults.append)
        client.prefill_progressed.connect(lambda _id, fraction: self.readings.append(fraction))
        client.load_progressed.connect(self.loadings.append)

    def text(self, request_id: str) -> str:
        return "".join(piece.text for piece in self.pieces if piece.id == request_id)


class Clients:
    """Makes clients, and ends their children when the test is over."""

    def __init__(self, model: VerifiedModel, folder: Path) -> None:
        self._model = model
        self._once = folder / "once"
        self._made: list[EngineClient] = []

    def make(
        self,
        command: tuple[str, ...],
        model: VerifiedModel | None = None,
        limits: Limits = PATIENT,
    ) -> tuple[EngineClient, Ear]:
        client = EngineClient(
            command, model or self._model, CONTEXT_TOKENS, working_folder=ROOT, limits=limits
        )
        self._made.append(client)
        return client, Ear(client)

    def misbehaving_once(self, fault: str, limits: Limits = PATIENT) -> tuple[EngineClient, Ear]:
        """The first child misbehaves, those that follow it do not."""
        self._once.touch()
        return self.make((*SCRIPTED, "--fault", fault, "--once", str(self._once)), limits=limits)

    def misbehaving_always(self, fault: str, limits: Limits = PATIENT) -> tuple[EngineClient, Ear]:
        return self.make((*SCRIPTED, "--fault", fault), limits=limits)

    def end(self) -> None:
        for client in self._made:
            client.stop()


@pytest.fixture
def clients(qapp: object, model: VerifiedModel, tmp_path: Path) -> Iterator[Clients]:
    made = Clients(model, tmp_path)
    yield made
    made.end()


def ask(request_id: str, text: str = "What is rain?", max_tokens: int = 8, answers: int = 1) -> Ask:
    settings = Settings(0.8, 40, 0.95, max_tokens, CONTEXT_TOKENS)
    wanted = tuple(AnswerRequest((Message(Role.USER, text),), seed) for seed in range(answers))
    return Ask(request_id, wanted, settings)


def wait_for(qtbot: QtBot, client: EngineClient, state: EngineState) -> None:
    if client.state is not state:
        with qtbot.waitSignal(
            client.state_changed, timeout=WAIT_MS, check_params_cb=lambda reached: reached is state
        ):
            pass


def ready(qtbot: QtBot, client: EngineClient) -> None:
    client.start()
    wait_for(qtbot, client, EngineState.READY)


def answered(qtbot: QtBot, client: EngineClient, request: Ask) -> None:
    with qtbot.waitSignal(client.answer_finished, timeout=WAIT_MS):
        client.ask(request)


def child_of(client: EngineClient) -> int:
    """The process id of its only child that has not ended. Other tests may have left children of this process."""
    there = [
        one for one in client.findChildren(QProcess) if one.state() is not QProcess.ProcessState.NotRunning
    ]
    (process,) = there
    return process.processId()


@pytest.mark.parametrize("command", [SCRIPTED, REAL], ids=["scripted", "real"])
def test_a_question_is_answered_piece_by_piece(
    qtbot: QtBot, clients: Clients, model: VerifiedModel, command: tuple[str, ...]
) -> None:
    client, ear = clients.make(command)
    ready(qtbot, client)
    assert client.loaded is not None
    assert client.loaded == LoadedModel(model.name, model.sha256, CONTEXT_TOKENS, client.loaded.threads)
    answered(qtbot, client, ask("one"))
    assert len(ear.pieces) > 1
    assert [piece.seq for piece in ear.pieces] == list(range(len(ear.pieces)))
    assert [(done.id, done.reason) for done in ear.done] == [("one", DoneReason.LENGTH)]
    assert ear.readings[-1] == 1.0
    assert ear.loadings
    assert ear.states == [
        EngineState.STARTING,
        EngineState.LOADING,
        EngineState.READY,
        EngineState.ANSWERING,
        EngineState.READY,
    ]


def test_a_question_that_comes_while_the_model_loads_waits_for_it(qtbot: QtBot, clients: Clients) -> None:
    client, ear = clients.make(SCRIPTED)
    client.start()
    answered(qtbot, client, ask("early"))
    assert ear.text("early")


def test_several_answers_arrive_side_by_side(qtbot: QtBot, clients: Clients) -> None:
    client, ear = clients.make(SCRIPTED)
    ready(qtbot, client)
    client.ask(ask("three", answers=3))
    wait_for(qtbot, client, EngineState.READY)
    assert {done.answer for done in ear.done} == {0, 1, 2}
    assert {piece.answer for piece in ear.pieces[:3]} == {0, 1, 2}


@pytest.mark.parametrize("command", [SCRIPTED, REAL], ids=["scripted", "real"])
@pytest.mark.parametrize("death", [signal.SIGKILL, signal.SIGSEGV])
def test_a_child_that_is_killed_in_the_middle_is_replaced_and_what_came_stays(
    qtbot: QtBot, clients: Clients, command: tuple[str, ...], death: signal.Signals
) -> None:
    client, ear = clients.make(command)
    ready(qtbot, client)
    with qtbot.waitSignal(client.piece_arrived, timeout=WAIT_MS):
        client.ask(ask("killed", "Tell me a long story about rain.", max_tokens=300))
    with qtbot.waitSignal(client.request_failed, timeout=WAIT_MS) as failed:
        os.kill(child_of(client), death)
    assert failed.args == ["killed", ErrorCode.ENGINE_DIED]
    assert ear.text("killed")
    assert client.loaded is None
    wait_for(qtbot, client, EngineState.READY)
    answered(qtbot, client, ask("next"))
    assert ear.text("next")
    assert ear.faults == []


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("sigkill", ErrorCode.ENGINE_DIED),
        ("sigsegv", ErrorCode.ENGINE_DIED),
        ("exit", ErrorCode.ENGINE_DIED),
        ("garbage", ErrorCode.ENGINE_GARBLED),
        ("flood", ErrorCode.ENGINE_GARBLED),
        ("huge_answer", ErrorCode.ENGINE_GARBLED),
        ("long_line", ErrorCode.ENGINE_GARBLED),
        ("line_without_end", ErrorCode.ENGINE_GARBLED),
        ("unknown_field", ErrorCode.ENGINE_GARBLED),
        ("unknown_type", ErrorCode.ENGINE_GARBLED),
        ("falling_seq", ErrorCode.ENGINE_GARBLED),
        ("jumping_seq", ErrorCode.ENGINE_GARBLED),
        ("other_id", ErrorCode.ENGINE_GARBLED),
        ("other_answer", ErrorCode.ENGINE_GARBLED),
        ("chances_unasked", ErrorCode.ENGINE_GARBLED),
        ("ready_again", ErrorCode.ENGINE_GARBLED),
        ("error_of_other", ErrorCode.ENGINE_GARBLED),
        ("too_many_tokens", ErrorCode.ENGINE_GARBLED),
        ("silent", ErrorCode.ENGINE_SILENT),
    ],
)
def test_after_a_child_that_misbehaves_in_an_answer_the_next_question_works(
    qtbot: QtBot, clients: Clients, fault: str, code: ErrorCode
) -> None:
    client, ear = clients.misbehaving_once(fault, IMPATIENT)
    ready(qtbot, client)
    with qtbot.waitSignal(client.request_failed, timeout=WAIT_MS) as failed:
        client.ask(ask("bad", max_tokens=100))
    assert failed.args == ["bad", code]
    assert ear.text("bad").startswith("Rain falls ")
    assert ear.done == []
    wait_for(qtbot, client, EngineState.READY)
    answered(qtbot, client, ask("next"))
    assert ear.text("next")
    assert ear.request_faults == [("bad", code)]
    assert ear.faults == []


@pytest.mark.parametrize("fault", ["chances_missing", "chances_of_more_letters", "chances_of_a_thought"])
def test_chances_that_cannot_be_of_these_letters_are_not_believed(
    qtbot: QtBot, clients: Clients, fault: str
) -> None:
    client, ear = clients.misbehaving_once(fault)
    ready(qtbot, client)
    with qtbot.waitSignal(client.request_failed, timeout=WAIT_MS) as failed:
        client.ask(replace(ask("bad", max_tokens=100), want_chances=True))
    assert failed.args == ["bad", ErrorCode.ENGINE_GARBLED]
    assert [piece.chances is not None for piece in ear.pieces] == [True, True]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("dies_at_start", ErrorCode.ENGINE_NOT_STARTED),
        ("wrong_version", ErrorCode.ENGINE_GARBLED),
        ("no_walls", ErrorCode.ENGINE_NOT_WALLED),
        ("loaded_unasked", ErrorCode.ENGINE_GARBLED),
        ("dies_at_load", ErrorCode.ENGINE_DIED),
        ("more_context_than_asked", ErrorCode.ENGINE_GARBLED),
        ("says_load_failed", ErrorCode.MODEL_LOAD_FAILED),
    ],
)
def test_an_engine_that_never_comes_up_is_given_up_until_it_is_restarted(
    qtbot: QtBot, clients: Clients, fault: str, code: ErrorCode
) -> None:
    client, ear = clients.misbehaving_always(fault)
    with qtbot.waitSignal(client.failed, timeout=WAIT_MS) as failed:
        client.start()
        client.ask(ask("waiting"))
    assert failed.args == [code]
    assert client.state is EngineState.FAILED
    assert ear.request_faults == [("waiting", without_promise(code))]
    assert client.killed_twice == (fault in {"dies_at_load", "more_context_than_asked"})
    client.ask(ask("late"))
    assert ear.request_faults[-1] == ("late", ErrorCode.ENGINE_NOT_STARTED)
    with qtbot.waitSignal(client.failed, timeout=WAIT_MS):
        client.restart()
    assert ear.states.count(EngineState.FAILED) == 2


def test_a_child_that_is_still_dying_does_not_disturb_the_one_that_follows_it(
    qtbot: QtBot, clients: Clients
) -> None:
    client, ear = clients.misbehaving_once("says_load_failed")
    with qtbot.waitSignal(client.failed, timeout=WAIT_MS):
        client.start()
    first = child_of(client)
    client.start()
    wait_for(qtbot, client, EngineState.READY)
    qtbot.waitUntil(lambda: not Path(f"/proc/{first}").exists(), timeout=WAIT_MS)
    answered(qtbot, client, ask("next"))
    assert ear.states.count(EngineState.STARTING) == 2
    assert ear.faults == [ErrorCode.MODEL_LOAD_FAILED]


@pytest.mark.parametrize("fault", ["dies_at_start", "dies_at_load", "silent_load", "wrong_version"])
def test_one_failed_start_is_tried_again_unasked(qtbot: QtBot, clients: Clients, fault: str) -> None:
    client, ear = clients.misbehaving_once(fault, IMPATIENT)
    client.start()
    answered(qtbot, client, ask("waiting"))
    assert ear.text("waiting")
    assert ear.faults == []


def test_a_child_that_does_not_even_say_hello_is_ended(qtbot: QtBot, clients: Clients) -> None:
    client, _ = clients.misbehaving_always("silent_start", replace(IMPATIENT, start_ms=300))
    with qtbot.waitSignal(client.failed, timeout=WAIT_MS) as failed:
        client.start()
    assert failed.args == [ErrorCode.ENGINE_SILENT]


def test_a_child_that_loads_a_little_more_for_ever_is_ended(qtbot: QtBot, clients: Clients) -> None:
    client, ear = clients.misbehaving_always("loads_without_end", replace(PATIENT, whole_load_ms=500))
    with qtbot.waitSignal(client.failed, timeout=WAIT_MS) as failed:
        client.start()
    assert failed.args == [ErrorCode.ENGINE_SILENT]
    assert len(ear.loadings) > 10
    assert client.killed_twice


def test_two_children_in_a_row_that_die_of_the_model_are_enough_and_loading_it_does_not_count(
    qtbot: QtBot, clients: Clients
) -> None:
    client, ear = clients.misbehaving_always("sigsegv")
    ready(qtbot, client)
    for request_id, code in (("one", ErrorCode.ENGINE_DIED), ("two", ErrorCode.ENGINE_GAVE_UP)):
        wait_for(qtbot, client, EngineState.READY)
        assert not client.killed_twice
        with qtbot.waitSignal(client.request_failed, timeout=WAIT_MS) as failed:
            client.ask(ask(request_id, max_tokens=100))
        assert failed.args == [request_id, code]
    wait_for(qtbot, client, EngineState.FAILED)
    assert client.killed_twice
    assert ear.faults == [ErrorCode.ENGINE_DIED]


def test_a_child_that_does_not_obey_a_cancel_is_ended(qtbot: QtBot, clients: Clients) -> None:
    client, ear = clients.misbehaving_once("silent", replace(IMPATIENT, request_ms=WAIT_MS))
    ready(qtbot, client)
    client.ask(ask("stubborn", max_tokens=100))
    qtbot.waitUntil(lambda: len(ear.pieces) == 2, timeout=WAIT_MS)
    with qtbot.waitSignal(client.request_failed, timeout=WAIT_MS) as failed:
        client.cancel("stubborn")
    assert failed.args == ["stubborn", ErrorCode.ENGINE_SILENT]
    wait_for(qtbot, client, EngineState.READY)
    answered(qtbot, client, ask("next"))
    assert ear.text("next")


def test_a_cancelled_answer_ends_as_cancelled_and_the_child_stays(qtbot: QtBot, clients: Clients) -> None:
    client, ear = clients.make(SCRIPTED)
    ready(qtbot, client)
    child = child_of(client)
    with qtbot.waitSignal(client.piece_arrived, timeout=WAIT_MS):
        client.ask(ask("stopped", max_tokens=300))
    with qtbot.waitSignal(client.answer_finished, timeout=WAIT_MS):
        client.cancel("stopped")
    assert ear.done[0].reason is DoneReason.CANCELLED
    assert client.state is EngineState.READY
    assert child_of(client) == child


def test_one_answer_of_several_can_be_cancelled(qtbot: QtBot, clients: Clients) -> None:
    client, ear = clients.make(SCRIPTED)
    ready(qtbot, client)
    with qtbot.waitSignal(client.piece_arrived, timeout=WAIT_MS):
        client.ask(ask("two", max_tokens=300, answers=2))
    client.cancel("two", 1)
    wait_for(qtbot, client, EngineState.READY)
    assert {done.answer: done.reason for done in ear.done} == {
        0: DoneReason.LENGTH,
        1: DoneReason.CANCELLED,
    }


def test_a_question_that_waits_for_the_model_can_be_cancelled(qtbot: QtBot, clients: Clients) -> None:
    client, ear = clients.make(SCRIPTED)
    client.start()
    client.ask(ask("early", answers=2))
    client.cancel("early", 0)
    assert ear.done == []
    client.cancel("early", 1)
    assert [done.reason for done in ear.done] == [DoneReason.CANCELLED] * 2
    wait_for(qtbot, client, EngineState.READY)
    answered(qtbot, client, ask("next"))
    assert ear.text("early") == ""


def test_cancelling_what_has_ended_does_nothing(qtbot: QtBot, clients: Clients) -> None:
    client, ear = clients.make(SCRIPTED)
    ready(qtbot, client)
    answered(qtbot, client, ask("one"))
    client.cancel("one")
    client.cancel("never")
    answered(qtbot, client, ask("two"))
    assert [done.reason for done in ear.done] == [DoneReason.LENGTH] * 2


def test_a_question_over_the_context_is_refused_and_the_next_one_answered(
    qtbot: QtBot, clients: Clients
) -> None:
    client, ear = clients.make(SCRIPTED)
    ready(qtbot, client)
    with qtbot.waitSignal(client.request_failed, timeout=WAIT_MS) as failed:
        client.ask(ask("over", "rain " * 2 * CONTEXT_TOKENS))
    assert failed.args == ["over", ErrorCode.QUESTION_OVER_CONTEXT]
    answered(qtbot, client, ask("next"))
    assert ear.text("next")


def test_a_question_beyond_all_bounds_is_refused_without_troubling_the_child(
    qtbot: QtBot, clients: Clients
) -> None:
    client, ear = clients.make(SCRIPTED)
    ready(qtbot, client)
    client.ask(ask("huge", "🙂" * 200_001))
    assert ear.request_faults == [("huge", ErrorCode.QUESTION_TOO_LONG)]
    answered(qtbot, client, ask("next"))
    assert ear.text("next")


def test_two_requests_at_once_are_a_bug(qtbot: QtBot, clients: Clients) -> None:
    client, _ = clients.make(SCRIPTED)
    ready(qtbot, client)
    client.ask(ask("one", max_tokens=300))
    with pytest.raises(BugError):
        client.ask(ask("two"))


def test_a_request_that_may_not_be_asked_is_a_bug_and_does_not_stay(qtbot: QtBot, clients: Clients) -> None:
    client, ear = clients.make(SCRIPTED)
    ready(qtbot, client)
    with pytest.raises(BugError, match="out_of_range"):
        client.ask(ask("none", max_tokens=0))
    answered(qtbot, client, ask("next"))
    assert ear.text("next")


def test_an_engine_that_is_off_answers_nothing(qapp: object, clients: Clients) -> None:
    client, ear = clients.make(SCRIPTED)
    client.ask(ask("off"))
    assert ear.request_faults == [("off", ErrorCode.ENGINE_NOT_STARTED)]


@pytest.mark.parametrize("command", [SCRIPTED, REAL], ids=["scripted", "real"])
def test_stopping_ends_the_child_and_the_request(
    qtbot: QtBot, clients: Clients, command: tuple[str, ...]
) -> None:
    client, ear = clients.make(command)
    ready(qtbot, client)
    child = child_of(client)
    with qtbot.waitSignal(client.piece_arrived, timeout=WAIT_MS):
        client.ask(ask("long", max_tokens=300))
    client.stop()
    assert [(done.id, done.reason) for done in ear.done] == [("long", DoneReason.CANCELLED)]
    assert client.state is EngineState.OFF
    assert client.loaded is None
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_stopping_does_not_wait_for_a_child_that_hears_nothing(qtbot: QtBot, clients: Clients) -> None:
    client, ear = clients.misbehaving_once("silent", replace(PATIENT, stop_ms=100))
    ready(qtbot, client)
    child = child_of(client)
    client.ask(ask("long", max_tokens=300))
    qtbot.waitUntil(lambda: len(ear.pieces) == 2, timeout=WAIT_MS)
    client.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_a_stopped_engine_starts_again(qtbot: QtBot, clients: Clients) -> None:
    client, ear = clients.make(SCRIPTED)
    ready(qtbot, client)
    client.stop()
    ready(qtbot, client)
    answered(qtbot, client, ask("again"))
    assert ear.text("again")


def test_restarting_gives_a_new_child(qtbot: QtBot, clients: Clients) -> None:
    client, _ = clients.make(SCRIPTED)
    ready(qtbot, client)
    before = child_of(client)
    client.restart()
    wait_for(qtbot, client, EngineState.READY)
    assert child_of(client) != before


def test_a_program_that_is_not_there_is_given_up(qtbot: QtBot, clients: Clients, tmp_path: Path) -> None:
    client, _ = clients.make((str(tmp_path / "nothing"),))
    with qtbot.waitSignal(client.failed, timeout=WAIT_MS) as failed:
        client.start()
    assert failed.args == [ErrorCode.ENGINE_NOT_STARTED]


def test_a_model_file_that_changed_since_it_was_checked_is_not_loaded(
    qtbot: QtBot, clients: Clients, model: VerifiedModel
) -> None:
    client, ear = clients.make(SCRIPTED, replace(model, modified_ns=model.modified_ns + 1))
    client.start()
    assert ear.faults == [ErrorCode.MODEL_CHECKSUM]
    assert client.state is EngineState.FAILED


def test_a_model_file_that_went_away_is_missed(
    qtbot: QtBot, clients: Clients, model: VerifiedModel, tmp_path: Path
) -> None:
    client, ear = clients.make(SCRIPTED, replace(model, path=tmp_path / "gone.gguf"))
    client.start()
    assert ear.faults == [ErrorCode.MODEL_MISSING]


def test_a_file_that_is_no_model_fails_to_load(
    qtbot: QtBot, clients: Clients, model: VerifiedModel, tmp_path: Path
) -> None:
    path = tmp_path / "broken.gguf"
    path.write_bytes(b"GGUF" + bytes(1_000))
    status = path.stat()
    broken = replace(model, path=path, size_bytes=status.st_size, modified_ns=status.st_mtime_ns)
    client, _ = clients.make(REAL, broken)
    with qtbot.waitSignal(client.failed, timeout=WAIT_MS) as failed:
        client.start()
    assert failed.args == [ErrorCode.MODEL_LOAD_FAILED]


def test_the_child_gets_no_more_of_the_environment_than_it_needs(
    qtbot: QtBot, clients: Clients, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOMETHING_SECRET", "1")
    seen = tmp_path / "environment"
    script = f"import os; open({str(seen)!r}, 'w').write('\\n'.join(os.environ))"
    client, _ = clients.make((sys.executable, "-c", script))
    with qtbot.waitSignal(client.failed, timeout=WAIT_MS):
        client.start()
    names = set(seen.read_text(encoding="utf-8").split())
    assert {"PATH", "GGML_NO_BACKTRACE"} <= names
    assert "SOMETHING_SECRET" not in names


def test_what_the_child_says_on_standard_error_is_not_shown(qapp: object, model: VerifiedModel) -> None:
    script = f"""
import sys
from PySide6.QtCore import QCoreApplication
from app.controllers.engine_client import EngineClient
from app.catalogue.verified import ModelRole, VerifiedModel
from pathlib import Path
app = QCoreApplication([])
model = VerifiedModel(Path({str(model.path)!r}), "m", "", {model.size_bytes}, {model.modified_ns}, ModelRole.OTHER)
client = EngineClient((sys.executable, "-c", "import sys; sys.stderr.write('said in the room')"), model, 512)
client.failed.connect(lambda code: app.quit())
client.start()
app.exec()
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("", "")
