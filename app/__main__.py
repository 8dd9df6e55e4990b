"""The command line: the window by default, and the named commands.

What the program starts as is light: for the window it is the keeper (`app/succession`), which needs no toolkit. All
else is imported by the process that needs it.
"""

import argparse
import os
import re
import sys
from contextlib import suppress
from pathlib import Path

from app.bugs import keep_libraries_quiet, report_to, write_to_stderr
from app.children.network_modules import refuse_network_modules
from app.children.walls import become_untraceable, drop_core_dumps
from app.network_wall import close_network
from app.succession.keeper import keep

LANGUAGES = ("en", "id")
SCHEMES = ("system", "light", "dark", "contrast")
SET_FORMATS = (
    *(
        "cues",
        "behaviour",
        "ugm-aicare",
        "ugm-aicare-coaching",
        "simple-safety-tests",
        "xstest",
        "interjections",
    ),
    *("syco-bench-pickside", "syco-bench-mirror", "syco-bench-whosaid", "syco-bench-delusion"),
)
MOST_SEEDS = 16


def start() -> int:
    """Close this process off from the network, and have no memory of it written to a disk or read by another program,
    for good; then run the command that was given.
    """
    close_network()
    refuse_network_modules()
    with suppress(ImportError, OSError):
        drop_core_dumps()
    with suppress(AttributeError, OSError):
        # Systems that hand a crashed program's memory to another one do not heed the limit above.
        become_untraceable()
    keep_libraries_quiet()
    # Python would print an exception's own words. Once there is a window, it tells of bugs.
    report_to(write_to_stderr)
    return main()


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command == "evaluate":
        _check_evaluate(parser, options)
    if options.command is None:
        options.command = "window"
    if options.command == "run-or-tour":
        options.command = "window" if _has_display() else "tour"
        if options.command == "tour":
            sys.stdout.write("There is no display here, so the tour does the main job without one.\n")
    if options.command == "window" and not options.kept:
        return keep(window_command(options.home, options.model), source_folder())
    if options.command == "verify-backup":
        from app.verify_backup import verify_backup  # noqa: PLC0415 - the keeper does without all that it brings

        return verify_backup(options.file, from_stdin=options.from_stdin)
    if options.command == "read":
        from app.read import ReadOptions, read  # noqa: PLC0415 - as above

        return read(ReadOptions(options.file, as_json=options.json, with_text=options.with_text))
    if options.command == "evaluate":
        from app.evaluate import EvaluateOptions, evaluate  # noqa: PLC0415 - as above

        return evaluate(
            EvaluateOptions(
                sets=tuple(options.set),
                set_format=options.format,
                model=options.model,
                seeds=options.seeds,
                page=options.page,
                as_json=options.json,
                keep=options.keep,
                home=options.home,
                short=options.short,
            )
        )
    if not _has_display():
        # Also where another platform without a window is named: this one draws with the fonts that are bundled.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.commands import run  # noqa: PLC0415 - the keeper does without all that it brings

    return run(options, has_display=_has_display())


def window_command(home: Path | None, model: Path | None) -> list[str]:
    """Return what starts a process with the window, kept by another.

    Args:
        home: where everything is kept, or None for the platform's own place.
        model: a model file to use in the place of the starter, or None.
    """
    named = (("--home", home), ("--model", model))
    given = [word for name, path in named if path for word in (name, str(path.expanduser().absolute()))]
    module = () if _is_frozen() else ("-m", "app")
    return [sys.executable, *module, "window", "--kept", *given]


def source_folder() -> Path | None:
    """The folder in which `python -m app` is this program and no other's package of that name; None when frozen."""
    return None if _is_frozen() else Path(__file__).resolve().parent.parent


def _is_frozen() -> bool:
    return bool(getattr(sys, "frozen", False))


def _size(words: str) -> str:
    given = re.fullmatch(r"(\d{3,4})x(\d{3,4})", words)
    if given is None or not (800 <= int(given[1]) <= 7680 and 600 <= int(given[2]) <= 4320):
        raise argparse.ArgumentTypeError("as in 1280x720, from 800x600 to 7680x4320")
    return words


def _seeds(words: str) -> int:
    if not re.fullmatch(r"\d{1,2}", words) or not 1 <= int(words) <= MOST_SEEDS:
        raise argparse.ArgumentTypeError(f"a number from 1 to {MOST_SEEDS}")
    return int(words)


def _check_evaluate(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    if bool(options.set) == options.test_drive:
        parser.error("evaluate: name a set with --set, or take --test-drive")
    if options.keep and (options.short or not options.test_drive):
        parser.error("evaluate: --keep is for the counts of a whole --test-drive")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="trialogue", description="Three voices, one screen.")
    parser.set_defaults(home=None, model=None, kept=False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    window = commands.add_parser("window", help="open the program (the default)")
    window.add_argument("--kept", action="store_true", help=argparse.SUPPRESS)
    guided = commands.add_parser("tour", help="drive the window through the main job, with pictures")
    examined = commands.add_parser("doctor", help="say what this machine offers")
    verified = commands.add_parser("verify-backup", help="check a backup file; asks for its passphrase")
    verified.add_argument("file", type=Path, metavar="FILE", help="a file that ends in .trialogue-backup")
    verified.add_argument(
        "--from-stdin", action="store_true", help="take the first line of standard input for the passphrase"
    )
    seen = commands.add_parser("read", help="say what would be read of a file that somebody brings")
    seen.add_argument("file", type=Path, metavar="FILE", help="an export of chats, a document, or a picture")
    seen.add_argument("--with-text", action="store_true", help="print what was said, too")
    _add_evaluate(commands.add_parser("evaluate", help="measure the phrase rules, or what a model answers"))
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
        one.add_argument("--language", choices=LANGUAGES, default="en", help="of the pictures")
        one.add_argument("--scheme", choices=SCHEMES, default="light", help="colours of the pictures")
        one.add_argument("--size", type=_size, default="1280x720", metavar="WxH", help="of the window")
    for one in (guided, examined, either, seen):
        one.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _add_evaluate(measured: argparse.ArgumentParser) -> None:
    add = measured.add_argument
    add(
        "--set",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a set to measure on; repeatable",
    )
    add("--format", choices=SET_FORMATS, help="of the sets; told from each file if it is left out")
    add(
        "--test-drive",
        action="store_true",
        help="ask what comes with the program; counts for the model's card",
    )
    add("--model", type=Path, metavar="FILE", help="ask this model; the starter where a set only asks")
    add("--seeds", type=_seeds, default=3, metavar="N", help="answers to each question (3)")
    add("--page", type=Path, metavar="FILE", help="write an HTML page with every answer")
    add("--keep", action="store_true", help="keep the counts of the test drive for the model's card")
    add("--home", type=Path, metavar="DIR", help="keep them in this folder")
    add("--short", action="store_true", help="two questions a set, one short answer: to see that it runs")
    add("--json", action="store_true", help="print JSON")


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
    sys.exit(start())
