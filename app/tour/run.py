"""Runs the tour in a temporary vault and reports each step."""

import itertools
import json
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.bugs import described, reported_to, write_to_stderr
from app.compose import Program, program
from app.controllers.saving import SaveState
from app.controllers.settings import Language, Scheme
from app.paths import DataFolder
from app.tour.driver import StepFailedError, bring_to_front, settle, take_picture, wait_until
from app.tour.steps import Journey


@dataclass(frozen=True, slots=True)
class TourOptions:
    """How the tour looks: where its pictures go, and the language, colours and window size of the pictures."""

    out: Path
    model: Path | None = None
    language: Language = Language.ENGLISH
    scheme: Scheme = Scheme.LIGHT
    width: int = 1280
    height: int = 720


@dataclass(frozen=True, slots=True)
class StepResult:
    """How one step went. `seconds` of wall time; `picture` is the name of its file in the folder of the tour."""

    name: str
    held: bool
    seconds: float
    picture: str


def tour(app: QApplication, options: TourOptions, *, as_json: bool) -> int:
    """Run the tour and print how it went. Returns 0 if every step held, else 1."""
    results: list[StepResult] = []
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError:
        sys.stderr.write(f"The tour can't make the folder {options.out}. Name another one with --out.\n")
    else:
        results = run_tour(app, options, quiet=as_json)
    held = bool(results) and all(result.held for result in results)
    if as_json:
        steps = [asdict(result) for result in results]
        sys.stdout.write(json.dumps({"held": held, "steps": steps}, indent=2) + "\n")
    elif results:
        sys.stdout.write(f"{'Every step held' if held else 'A step failed'}. Pictures are in {options.out}\n")
    return 0 if held else 1


def run_tour(app: QApplication, options: TourOptions, *, quiet: bool = True) -> list[StepResult]:
    """Drive the window through every step, with its pictures in `options.out`, which is there.

    After a step that fails the rest are not tried, and reported so. Nothing is returned if the window doesn't
    open.
    """
    results: list[StepResult] = []
    watch = _Watch()
    with (
        reported_to(watch.note_bug),
        tempfile.TemporaryDirectory(prefix="trialogue-tour-") as folder,
        ExitStack() as running,
    ):
        data, stick = DataFolder(Path(folder) / "data"), Path(folder) / "stick"
        stick.mkdir()
        # With chance in them, an answer could be over before it can be stopped.
        seeds = itertools.count(1)
        programs: list[Program] = []

        def open_program() -> None:
            started = running.enter_context(program(app, data, options.model, seeds.__next__))
            programs.append(started)
            started.settings.set_language(options.language)
            started.settings.set_scheme(options.scheme)
            started.window.resize(QSize(options.width, options.height))
            bring_to_front(started.window)

        def close_program() -> None:
            closed: list[bool] = []
            programs[-1].practice.close(lambda: closed.append(True))
            wait_until(lambda: bool(closed), "the program closes")
            programs[-1].window.hide()

        def reopened() -> Program:
            close_program()
            running.close()
            open_program()
            return programs[-1]

        def take(suffix: str) -> str:
            desk = programs[-1].practice.desk
            if desk is not None:
                wait_until(lambda: desk.saver.state is SaveState.SAVED, "everything is saved")
            name = f"{len(results) + 1:02d}-{step_name}{suffix and '-' + suffix}.png"
            take_picture(programs[-1].window, options.out / name)
            return name

        if not watch.holds("open", open_program):
            return []
        journey = Journey(programs[-1], stick, reopened, take)
        failed = False
        for step_name, step in journey.steps():
            began = time.monotonic()
            pictures: list[str] = []
            if not failed:
                failed = not watch.holds(step_name, step)
                # Of a step that failed too: it shows where.
                failed |= not watch.holds(step_name, partial(_add_picture, pictures, take))
            seconds = round(time.monotonic() - began, 2)
            results.append(StepResult(step_name, not failed, seconds, "".join(pictures)))
            if not quiet:
                sys.stdout.write(f"{'held' if not failed else 'FAILED'}  {step_name}\n")
                sys.stdout.flush()
        if not watch.holds("close", close_program):
            results[-1] = replace(results[-1], held=False)
    return results


def _add_picture(pictures: list[str], take: Callable[[str], str]) -> None:
    pictures.append(take(""))


class _Watch:
    """Tells whether something held: whether its expectations came true, and no bug of ours was met meanwhile."""

    def __init__(self) -> None:
        self._met_bug = False

    def note_bug(self, report: str) -> None:
        """A bug was met. It goes to standard error, without content."""
        write_to_stderr(report)
        self._met_bug = True

    def holds(self, name: str, act: Callable[[], None]) -> bool:
        """Do it. What stands against it goes to standard error, without content."""
        try:
            act()
            settle()
        except StepFailedError as unmet:
            sys.stderr.write(f"{name}: it was expected that {unmet}\n")
            return False
        except Exception as bug:  # noqa: BLE001 - reported: a step that breaks off has failed
            sys.stderr.write(f"{name}: {described(bug)}\n")
            return False
        if self._met_bug:
            sys.stderr.write(f"{name}: it was expected that nothing breaks\n")
            self._met_bug = False
            return False
        return True
