"""What is kept of a bug of ours: where it happened, and never what it was about."""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from app.errors import BugError


def described(bug: BaseException) -> str:
    """Return the kind of the bug and the places that it passed through, innermost last.

    The exception's own text is left out, as are the lines of code and all values: any of them may hold what was
    said in the room. A `BugError` names the broken rule and is known to carry no content.
    """
    places = [
        f"  {frame.filename}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(bug.__traceback__)
    ]
    rule = f": {bug}" if isinstance(bug, BugError) else ""
    return "\n".join([type(bug).__name__ + rule, *places])


def report_to(show: Callable[[], None]) -> None:
    """Have every bug that nobody catches written to standard error without content, and `show` called."""

    def on_bug(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        sys.stderr.write(described(bug) + "\n")
        show()

    sys.excepthook = on_bug


@contextmanager
def reported_to(show: Callable[[], None]) -> Iterator[None]:
    """Report bugs as `report_to` does while the block lasts, and as before after it."""
    before = sys.excepthook
    report_to(show)
    try:
        yield
    finally:
        sys.excepthook = before
