"""Runs the tour in a temporary vault and reports each step."""

import itertools
import json
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.compose import Program, program
from app.controllers.saving import SaveState
from app.controllers.settings import Language, Scheme
from app.paths import DataFolder
from app.tour.driver import StepFailedError, bring_to_front, take_picture, wait_until
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
    results = run_tour(app, options, quiet=as_json)
    held = all(result.held for result in results)
    if as_json:
        steps = [asdict(result) for result in results]
        sys.stdout.write(json.dumps({"held": held, "steps": steps}, indent=2) + "\n")
    else:
        sys.stdout.write(f"{'Every step held' if held else 'A step failed'}. Pictures are in {options.out}\n")
    return 0 if held else 1


def run_tour(app: QApplication, options: TourOptions, *, quiet: bool = True) -> list[StepResult]:
    """Drive the window through every step. After one that fails the rest are not tried, and reported so."""
    options.out.mkdir(parents=True, exist_ok=True)
    results: list[StepResult] = []
    with tempfile.TemporaryDirectory(prefix="trialogue-tour-") as folder, ExitStack() as running:
        data = DataFolder(Path(folder))
        # With chance in them, an answer could be over before it can be stopped.
        seeds = itertools.count(1)

        def opened() -> Program:
            started = running.enter_context(program(app, data, options.model, seeds.__next__))
            started.settings.set_language(options.language)
            started.settings.set_scheme(options.scheme)
            started.window.resize(QSize(options.width, options.height))
            bring_to_front(started.window)
            return started

        def reopened() -> Program:
            closed: list[bool] = []
            journey.program.practice.close(lambda: closed.append(True))
            wait_until(lambda: bool(closed), "the program closes")
            journey.program.window.hide()
            running.close()
            return opened()

        def take(suffix: str) -> str:
            desk = journey.program.practice.desk
            if desk is not None:
                wait_until(lambda: desk.saver.state is SaveState.SAVED, "everything is saved")
            name = f"{len(results) + 1:02d}-{step_name}{suffix and '-' + suffix}.png"
            take_picture(journey.program.window, options.out / name)
            return name

        journey = Journey(opened(), reopened, lambda suffix: (take(suffix), None)[1])
        failed = False
        for step_name, step in journey.steps():
            began = time.monotonic()
            if not failed:
                try:
                    step()
                except StepFailedError as unmet:
                    failed = True
                    sys.stderr.write(f"{step_name}: it was expected that {unmet}\n")
            picture = take("") if not failed or not results or results[-1].held else ""
            results.append(StepResult(step_name, not failed, round(time.monotonic() - began, 2), picture))
            if not quiet:
                sys.stdout.write(f"{'held' if not failed else 'FAILED'}  {step_name}\n")
                sys.stdout.flush()
        closed: list[bool] = []
        journey.program.practice.close(lambda: closed.append(True))
        wait_until(lambda: bool(closed), "the program closes")
        journey.program.window.hide()
    return results
