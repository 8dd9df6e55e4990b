"""What is kept of a bug: where it happened, and not a word of what it was about."""

import logging
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import pytest
import sqlalchemy

from app import bugs
from app.errors import BugError

ROOT = Path(__file__).parents[1]
CANARY = "Kanarienvogel"
EMPTY: dict[str, str] = {}


def a_bug() -> BaseException:
    """A bug whose text, cause and surroundings hold content."""
    note = f"{CANARY} note"
    try:
        try:
            _ = EMPTY[note]
        except KeyError as first:
            raise ValueError(f"{CANARY} in the text") from first
    except ValueError as bug:
        found = bug
    return found


def caught(act: Callable[[], object]) -> BaseException:
    """The bug that something ends in."""
    try:
        act()
    except BaseException as bug:  # noqa: BLE001 - whatever it is
        return bug
    raise AssertionError("there was no bug")


def _raise(bug: BaseException) -> None:
    raise bug


def _with_notes() -> None:
    bug = RuntimeError("an odd one")
    bug.add_note(f"{CANARY} in a note")
    raise bug


def _while_another_was_handled() -> None:
    try:
        raise ValueError(CANARY)
    except ValueError:
        _ = EMPTY[CANARY]


def _in_a_group() -> None:
    raise ExceptionGroup(
        f"{CANARY} of a group", [ValueError(CANARY), ExceptionGroup(CANARY, [KeyError(CANARY)])]
    )


def _in_source() -> None:
    compile(f"{CANARY} is no Python", f"/home/{CANARY}/{CANARY}.py", "exec")


def _in_the_database() -> None:
    with sqlalchemy.create_engine("sqlite://").connect() as connection:
        connection.execute(sqlalchemy.text(f"SELECT * FROM {CANARY} WHERE words = :words"), {"words": CANARY})


def _in_local_variables() -> None:
    said = {CANARY: [CANARY]}
    _ = said[CANARY][len(CANARY)]


def _deep() -> None:
    said = CANARY

    def down(words: str) -> str:
        return down(words + said)

    down("")


def _of_a_class_that_shows_itself() -> None:
    class Said:
        def __repr__(self) -> str:
            return CANARY

    raise RuntimeError(Said())


BUGS: dict[str, Callable[[], object]] = {
    "a cause": lambda: _raise(a_bug()),
    "arguments": lambda: _raise(OSError(2, CANARY, f"/home/{CANARY}/notes")),
    "a context": _while_another_was_handled,
    "a database": _in_the_database,
    "a deep one": _deep,
    "a file": lambda: Path(f"/nowhere/{CANARY}").read_text(encoding="utf-8"),
    "a group": _in_a_group,
    "a key": lambda: EMPTY[CANARY],
    "local variables": _in_local_variables,
    "a name": lambda: getattr(object(), CANARY),
    "notes": _with_notes,
    "an object": _of_a_class_that_shows_itself,
    "source": _in_source,
    "text that cannot be written": f"{CANARY}\ud800".encode,
    "text that is no number": lambda: int(CANARY),
}


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Bugs are reported here during the test, and as before after it."""
    seen: list[str] = []
    for where, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(where, name, getattr(where, name))
    bugs.report_to(seen.append)
    return seen


def report(bug: BaseException) -> None:
    sys.excepthook(type(bug), bug, bug.__traceback__)


def test_a_bug_is_described_by_its_kind_and_places_and_those_of_what_it_came_from() -> None:
    kind, place, first, first_place = bugs.described(a_bug()).splitlines()
    assert (kind, first) == ("ValueError", "came from KeyError")
    for one in (place, first_place):
        assert one.startswith(f"  {__name__}:")
        assert one.endswith(" in a_bug")


@pytest.mark.parametrize("kind", BUGS)
def test_nothing_of_what_a_bug_was_about_is_told(
    kind: str, shown: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    bug = caught(BUGS[kind])
    report(bug)
    (told,) = shown
    written = capfd.readouterr()
    assert told == bugs.described(bug)
    assert told.startswith(type(bug).__name__)
    assert __name__ in told
    assert CANARY not in told
    assert "/" not in told
    assert (written.out, written.err) == ("", "")


def test_a_bug_that_nobody_catches_is_written_without_content_and_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    bug = a_bug()
    with bugs.reported_to(bugs.write_to_stderr):
        report(bug)
    written = capsys.readouterr()
    assert written.err == bugs.described(bug) + "\n"
    assert written.out == ""


def test_what_is_written_for_somebody_who_looks_is_written_to_no_log(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs.write_to_terminal("ValueError")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    bugs.write_to_terminal("ValueError")
    assert capsys.readouterr().err == "ValueError\n"
    monkeypatch.setattr(sys, "stderr", None)
    bugs.write_to_terminal("ValueError")
    bugs.write_to_stderr("ValueError")


def test_a_bug_of_our_own_names_its_rule_and_one_that_never_was_raised_has_no_places() -> None:
    assert bugs.described(BugError("one request at a time")) == "BugError: one request at a time"


def test_a_bug_that_came_from_itself_or_from_very_many_is_told_within_bounds() -> None:
    circle = ValueError()
    circle.__context__ = other = KeyError()
    other.__context__ = circle
    assert bugs.described(circle) == "ValueError\ncame from KeyError"
    many = ExceptionGroup("many", [ValueError() for _ in range(1_000)])
    assert bugs.described(many).count("came from ValueError") == bugs.MOST_BUGS
    deep = bugs.described(caught(BUGS["a deep one"])).splitlines()
    assert len(deep) == 2 * bugs.MOST_PLACES + 2
    assert deep[bugs.MOST_PLACES + 1].endswith(" places more)")


def test_what_was_hidden_on_purpose_is_not_told() -> None:
    def hide() -> None:
        try:
            raise KeyError(CANARY)
        except KeyError:
            raise ValueError from None

    assert "KeyError" not in bugs.described(caught(hide))


def test_a_bug_on_another_thread_is_told_and_nothing_printed(
    shown: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=lambda: int(CANARY))
    thread.start()
    thread.join()
    assert [one.splitlines()[0] for one in shown] == ["ValueError"]
    written = capfd.readouterr()
    assert (written.out, written.err) == ("", "")
    assert CANARY not in shown[0]


def test_a_bug_that_can_only_be_ignored_is_told_and_nothing_printed(
    shown: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    class Said:
        def __del__(self) -> None:
            int(CANARY)

        def __repr__(self) -> str:
            return CANARY

    Said()
    assert [one.splitlines()[0] for one in shown] == ["ValueError"]
    written = capfd.readouterr()
    assert (written.out, written.err) == ("", "")
    assert CANARY not in shown[0]


def test_an_interruption_from_the_keyboard_is_no_bug(
    shown: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    passed_on: list[type[BaseException]] = []

    def hear(kind: type[BaseException], _bug: BaseException, _trace: TracebackType | None) -> None:
        passed_on.append(kind)

    monkeypatch.setattr(sys, "__excepthook__", hear)
    report(KeyboardInterrupt())
    assert passed_on == [KeyboardInterrupt]
    assert shown == []
    assert capsys.readouterr().err == ""


def test_bugs_are_reported_to_somebody_for_a_while_and_as_before_after_it(shown: list[str]) -> None:
    bug = a_bug()
    elsewhere: list[str] = []
    with bugs.reported_to(elsewhere.append):
        report(bug)
    report(bug)
    assert elsewhere == shown == [bugs.described(bug)]


def test_the_system_is_named_without_the_computer_or_its_owner() -> None:
    named = bugs.system()
    assert named.startswith("Python 3.")
    assert not any(name in named for name in (str(Path.home()), Path.home().name + "@") if len(name) > 1)


_PROGRAM = f"""
import gc, logging, sys, threading, warnings
sys.argv = ["trialogue", "doctor"]
from app import __main__ as command_line
def main():
    logging.getLogger("a.library").error("{CANARY}")
    logging.getLogger("a.library").warning("{CANARY} %d", "no number")
    warnings.warn("{CANARY}")
    thread = threading.Thread(target=lambda: int("{CANARY}"))
    thread.start()
    thread.join()
    raise RuntimeError("{CANARY}") from KeyError("{CANARY}")
command_line.main = main
command_line.start()
"""


def test_nothing_of_the_program_prints_what_it_is_about_before_there_is_a_window() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    kinds = [line for line in ended.stderr.splitlines() if not line.startswith("  ")]
    assert kinds == ["ValueError", "RuntimeError", "came from KeyError"]
    assert CANARY not in ended.stderr


def test_libraries_are_kept_quiet(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging, "lastResort", logging.lastResort)
    monkeypatch.setattr(logging, "raiseExceptions", logging.raiseExceptions)
    with warnings.catch_warnings():
        bugs.keep_libraries_quiet()
        warnings.warn(CANARY, stacklevel=1)
    assert capfd.readouterr().err == ""


def test_a_crash_of_native_code_leaves_no_words_and_no_file(tmp_path: Path) -> None:
    program = f"""
import os, signal
from app import __main__ as command_line
def main():
    said = "{CANARY}"
    os.kill(os.getpid(), signal.SIGSEGV)
command_line.main = main
command_line.start()
"""
    ended = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "TMPDIR": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert ended.returncode < 0
    assert (ended.stdout, ended.stderr) == (b"", b"")
    assert list(tmp_path.rglob("*")) == []
