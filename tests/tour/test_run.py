"""A step holds only if its expectations come true and nothing of ours breaks meanwhile."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.tour.driver import StepFailedError, settle
from app.tour.run import TourOptions, run_tour, tour
from app.tour.steps import Journey, Step

CANARY = "Kanarienvogel"
NO_MODEL = Path("/nowhere.gguf")


def break_down() -> None:
    raise ValueError(CANARY)


def break_a_slot() -> None:
    timer = QTimer(singleShot=True, interval=0)
    timer.timeout.connect(break_down)
    timer.start()
    settle()
    settle()


def break_a_slot_afterwards() -> None:
    QTimer.singleShot(0, break_down)


def expect_too_much() -> None:
    raise StepFailedError("pigs fly")


def hold() -> None:
    """Nothing stands against it."""


Play = Callable[..., None]


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Play:
    """Have the tour make other steps."""

    def put(*steps: Step) -> None:
        def journey(_self: Journey) -> Iterator[tuple[str, Step]]:
            yield from ((f"step-{number}", step) for number, step in enumerate(steps))

        monkeypatch.setattr(Journey, "steps", journey)

    return put


def test_steps_that_nothing_stands_against_hold(
    qapp: QApplication, tmp_path: Path, play: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    play(hold, hold)
    before = sys.excepthook
    assert tour(qapp, TourOptions(tmp_path, NO_MODEL), as_json=True) == 0
    assert sys.excepthook is before
    written = capsys.readouterr()
    assert json.loads(written.out)["held"] is True
    assert written.err == ""


@pytest.mark.parametrize("breaks", [break_a_slot, break_a_slot_afterwards, break_down])
def test_a_step_in_which_something_breaks_fails_and_says_where_without_content(
    qapp: QApplication, tmp_path: Path, play: Play, capsys: pytest.CaptureFixture[str], breaks: Step
) -> None:
    play(hold, breaks, hold)
    results = run_tour(qapp, TourOptions(tmp_path, NO_MODEL))
    assert [result.held for result in results] == [True, False, False]
    # A picture of the step that failed shows where; the rest were not tried.
    assert [bool(result.picture) for result in results] == [True, True, False]
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "in break_down" in said
    assert "step-1: " in said
    assert CANARY not in said


def test_an_expectation_that_does_not_come_true_fails_its_step(
    qapp: QApplication, tmp_path: Path, play: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    play(expect_too_much, hold)
    results = run_tour(qapp, TourOptions(tmp_path, NO_MODEL))
    assert [result.held for result in results] == [False, False]
    assert capsys.readouterr().err == "step-0: it was expected that pigs fly\n"


def test_pictures_that_cannot_be_written_fail_the_step(
    qapp: QApplication, tmp_path: Path, play: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    play(hold)
    results = run_tour(qapp, TourOptions(tmp_path / "not there", NO_MODEL))
    assert [(result.held, result.picture) for result in results] == [(False, "")]
    assert capsys.readouterr().err == "step-0: it was expected that the picture can be written\n"
