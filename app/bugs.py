"""What is kept of a bug of ours: where it happened, and never what it was about.

Python itself would print an exception's words, and words of a person may be among them. Here a bug becomes its kind
and its places, and whoever watches gets that and nothing else. Nothing is written to a disk: `app/ui/bug_report.py`
shows the whole text first.
"""

import logging
import platform
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from types import TracebackType

from app.errors import BugError

MOST_BUGS = 8
"""So many of a chain are told: what a bug was raised from, and what a group of bugs holds."""
MOST_PLACES = 40
"""So many places are told at either end of a longer way."""


def described(bug: BaseException) -> str:
    """Return the kind of the bug and the places that it passed through, innermost last; then what it came from.

    A place is a module, a line and a function. An exception's own words and notes are left out, as are lines of code,
    values and the names of files: any of them may hold what was said in the room, or who is at the computer. A
    `BugError` names the broken rule and is known to carry no content.
    """
    told = [_one(bug)]
    told += [f"came from {_one(other)}" for other in islice(_others(bug), MOST_BUGS)]
    return "\n".join(told)


def system() -> str:
    """Return what the program runs on: Python and the system, and nothing that names the computer or its owner."""
    return (
        f"Python {platform.python_version()}, {platform.system()} {platform.release()} {platform.machine()}"
    )


def write_to_stderr(report: str) -> None:
    """Say what is known of a bug on standard error, if there is one."""
    if sys.stderr is not None:
        sys.stderr.write(report + "\n")


def write_to_terminal(report: str) -> None:
    """Say it where somebody looks: what goes to standard error elsewhere ends in a log of the system."""
    if sys.stderr is not None and sys.stderr.isatty():
        write_to_stderr(report)


def report_to(show: Callable[[str], None]) -> None:
    """Have `show` get the description of every bug that nobody catches, and nothing printed.

    That holds for bugs of the main thread, of others, and for those that Python could only ignore, as when something
    is taken apart. `show` runs on the thread of the bug.
    """

    def on_bug(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        show(described(bug))

    def on_bug_of_thread(met: threading.ExceptHookArgs) -> None:
        if met.exc_value is not None and not issubclass(met.exc_type, SystemExit):
            show(described(met.exc_value))

    def on_ignored_bug(met: "sys.UnraisableHookArgs") -> None:
        if met.exc_value is not None and not sys.is_finalizing():
            show(described(met.exc_value))

    sys.excepthook = on_bug
    threading.excepthook = on_bug_of_thread
    sys.unraisablehook = on_ignored_bug


@contextmanager
def reported_to(show: Callable[[str], None]) -> Iterator[None]:
    """Report bugs as `report_to` does while the block lasts, and as before after it."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    report_to(show)
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def keep_libraries_quiet() -> None:
    """Have no library write warnings or a log to standard error: what they are about may stand in them."""
    warnings.simplefilter("ignore")
    logging.lastResort = None
    logging.raiseExceptions = False


def _one(bug: BaseException) -> str:
    rule = f": {bug}" if isinstance(bug, BugError) else ""
    places = [
        f"  {frame.f_globals.get('__name__', '?')}:{line} in {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(bug.__traceback__)
    ]
    if len(places) > 2 * MOST_PLACES:
        left_out = len(places) - 2 * MOST_PLACES
        places[MOST_PLACES:-MOST_PLACES] = [f"  ({left_out} places more)"]
    return "\n".join([type(bug).__name__ + rule, *places])


def _others(bug: BaseException) -> Iterator[BaseException]:
    """What a bug holds if it is a group, and what it was raised from; of those again, each once."""
    seen = {id(bug)}
    waiting = [bug]
    while waiting:
        one = waiting.pop(0)
        came_from = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        held = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        for other in (*held, *(() if came_from is None else (came_from,))):
            if id(other) not in seen:
                seen.add(id(other))
                waiting.append(other)
                yield other
