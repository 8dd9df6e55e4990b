"""What the commands of the command line do."""

import argparse
import sys
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app import bugs
from app.__main__ import source_folder, window_command
from app.compose import program
from app.controllers.bug_reports import BugReports
from app.controllers.settings import Language, Scheme
from app.doctor import doctor
from app.paths import DataFolder, resources_folder
from app.succession.line import KeeperLine
from app.tour.run import TourOptions, tour
from app.ui.no_folder import tell_no_folder
from app.ui.toolkit_messages import keep_toolkit_quiet


def run(options: argparse.Namespace, *, has_display: bool) -> int:
    """Run the command that the options name, and return its exit status."""
    # Before anything of Qt's: what is printed by accident must not reach the keeper.
    line = KeeperLine.of_this_process() if options.command == "window" else None
    app = QApplication(["trialogue"])
    app.setApplicationName("Trialogue")
    app.setQuitOnLastWindowClosed(False)
    if options.command == "doctor":
        return doctor(options.home, options.model, as_json=options.json)
    if options.command == "tour" or line is None:
        return tour(app, tour_options(options), as_json=options.json)
    return show_window(app, line, options.home, options.model, has_display=has_display)


def show_window(
    app: QApplication, line: KeeperLine, home: Path | None, model: Path | None, *, has_display: bool
) -> int:
    """Show the window until it is closed or gives way to a fresh process, and return the exit status."""
    keep_toolkit_quiet()
    data = DataFolder.at(home)
    place = line.begin()
    try:
        data.create()
    except OSError:
        sys.stderr.write(f"Trialogue can't make its folder, {data.root}. Name another one with --home.\n")
        if has_display:
            tell_no_folder(app, resources_folder(), data.root, data.settings)
        return 1
    command, folder = window_command(home, model), source_folder()
    with program(
        app, data, model, give_way=lambda stood: line.give_way(stood, command, folder), place=place
    ) as running:
        bugs.report_to(partial(_on_bug, running.reports))
        line.listen(running.window.close_asked.emit)
        running.window.seen.connect(line.shown)
        running.window.come_up(place)
        return app.exec()


def _on_bug(reports: BugReports, described: str) -> None:
    bugs.write_to_terminal(described)
    reports.add(described)


def tour_options(options: argparse.Namespace) -> TourOptions:
    """Return what the options say of the tour."""
    width, _, height = options.size.partition("x")
    return TourOptions(
        out=options.out,
        model=options.model,
        language=Language(options.language),
        scheme=Scheme(options.scheme),
        width=int(width),
        height=int(height),
    )
