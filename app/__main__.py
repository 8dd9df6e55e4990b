"""The command line: the window by default, and the named commands."""

import argparse
import os
import re
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app import bugs
from app.compose import program
from app.controllers.settings import Language, Scheme
from app.doctor import doctor
from app.paths import DataFolder, resources_folder
from app.tour.run import TourOptions, tour
from app.ui.no_folder import tell_no_folder


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    if options.command is None:
        options.command = "window"
    if options.command == "run-or-tour":
        options.command = "window" if _has_display() else "tour"
        if options.command == "tour":
            sys.stdout.write("There is no display here, so the tour does the main job without one.\n")
    if not _has_display():
        # Also where another platform without a window is named: this one draws with the fonts that are bundled.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(["trialogue"])
    app.setApplicationName("Trialogue")
    app.setQuitOnLastWindowClosed(False)
    if options.command == "doctor":
        return doctor(options.home, options.model, as_json=options.json)
    if options.command == "tour":
        return tour(app, _tour_options(options), as_json=options.json)
    return _window(app, options.home, options.model)


def _window(app: QApplication, home: Path | None, model: Path | None) -> int:
    data = DataFolder.at(home)
    try:
        data.create()
    except OSError:
        sys.stderr.write(f"Trialogue can't make its folder, {data.root}. Name another one with --home.\n")
        if _has_display():
            tell_no_folder(app, resources_folder(), data.root, data.settings)
        return 1
    with program(app, data, model) as running:
        bugs.report_to(running.window.show_bug)
        running.window.show()
        return app.exec()


def _tour_options(options: argparse.Namespace) -> TourOptions:
    width, _, height = options.size.partition("x")
    return TourOptions(
        out=options.out,
        model=options.model,
        language=Language(options.language),
        scheme=Scheme(options.scheme),
        width=int(width),
        height=int(height),
    )


def _size(words: str) -> str:
    given = re.fullmatch(r"(\d{3,4})x(\d{3,4})", words)
    if given is None or not (800 <= int(given[1]) <= 7680 and 600 <= int(given[2]) <= 4320):
        raise argparse.ArgumentTypeError("as in 1280x720, from 800x600 to 7680x4320")
    return words


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="trialogue", description="Three voices, one screen.")
    parser.set_defaults(home=None, model=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    window = commands.add_parser("window", help="open the program (the default)")
    guided = commands.add_parser("tour", help="drive the window through the main job, with pictures")
    examined = commands.add_parser("doctor", help="say what this machine offers")
    either = commands.add_parser(
        "run-or-tour", help="open the program, or run the tour where there is no display"
    )
    for one in (window, examined):
        one.add_argument("--home", type=Path, metavar="DIR", help="keep everything in this folder")
    for one in (window, guided, examined, either):
        one.add_argument("--model", type=Path, metavar="FILE", help="use this model file, not the starter")
    for one in (guided, either):
        one.add_argument(
            "--out", type=Path, required=True, metavar="DIR", help="where the tour's pictures go"
        )
        one.add_argument(
            "--language", choices=list(Language), default=Language.ENGLISH, help="of the pictures"
        )
        one.add_argument(
            "--scheme", choices=list(Scheme), default=Scheme.LIGHT, help="colours of the pictures"
        )
        one.add_argument("--size", type=_size, default="1280x720", metavar="WxH", help="of the window")
    for one in (guided, examined, either):
        one.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _has_display() -> bool:
    """Whether a window can be shown: on macOS and Windows, elsewhere if a display server is named.

    Nowhere if Qt is told to draw where nobody looks.
    """
    platform = re.split("[:;]", os.environ.get("QT_QPA_PLATFORM", ""))[0]
    if platform in {"offscreen", "minimal"}:
        return False
    if sys.platform in {"darwin", "win32"} or platform:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
