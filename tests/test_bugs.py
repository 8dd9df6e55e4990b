"""What is kept of a bug: where it happened, and not a word of what it was about."""

import sys
from types import TracebackType

import pytest

from app import bugs
from app.errors import BugError

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


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Bugs are reported here during the test, and as before after it."""
    seen: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    bugs.report_to(lambda: seen.append("shown"))
    return seen


def report(bug: BaseException) -> None:
    sys.excepthook(type(bug), bug, bug.__traceback__)


def test_a_bug_is_described_by_its_kind_and_places_and_without_content() -> None:
    words = bugs.described(a_bug())
    kind, *places = words.splitlines()
    assert kind == "ValueError"
    assert [__file__ in place and place.endswith(" in a_bug") for place in places] == [True]
    assert CANARY not in words


def test_a_bug_of_our_own_names_its_rule_and_one_that_never_was_raised_has_no_places() -> None:
    assert bugs.described(BugError("one request at a time")) == "BugError: one request at a time"


def test_a_bug_that_nobody_catches_is_written_without_content_and_shown(
    shown: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    bug = a_bug()
    report(bug)
    written = capsys.readouterr()
    assert written.err == bugs.described(bug) + "\n"
    assert written.out == ""
    assert shown == ["shown"]


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


def test_bugs_are_reported_to_somebody_for_a_while_and_as_before_after_it(
    shown: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    bug = a_bug()
    with bugs.reported_to(lambda: shown.append("shown elsewhere")):
        report(bug)
    report(bug)
    assert shown == ["shown elsewhere", "shown"]
    assert capsys.readouterr().err == 2 * (bugs.described(bug) + "\n")
