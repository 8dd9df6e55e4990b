"""A real process that writes a page and is killed at each of its lines in turn, in a folder of its own each time.

Arguments: a folder, and "nameless" or "named". Says one JSON list for each kill: what the target then holds, and
for each other file its mode and whether it is whole.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from app.export import writing

OLD = b"old page"
NEW = b"new page " * 4_000


def _write_and_die(target: Path, line: int) -> None:
    left = line

    def trace(frame: FrameType, kind: str, _argument: object) -> Callable[..., Any] | None:
        nonlocal left
        if frame.f_code.co_filename != writing.__file__:
            return None
        if kind == "line":
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    writing.write_page(target, NEW)


def main(folder: Path, way: str) -> None:
    """Kill at the first line, the second, and so on, until a write ends by itself."""
    if way == "named":
        del os.O_TMPFILE
    for line in range(1, 200):
        place = folder / str(line)
        place.mkdir()
        target = place / "page.txt"
        target.write_bytes(OLD)
        child = os.fork()
        if child == 0:
            _write_and_die(target, line)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        others = [path for path in place.iterdir() if path != target]
        held = {OLD: "old", NEW: "new"}.get(target.read_bytes(), "half")
        left_over = [[path.stat().st_mode & 0o777, path.read_bytes() == NEW] for path in others]
        print(json.dumps([held, left_over]))  # noqa: T201  # this is how it tells
        if os.waitstatus_to_exitcode(status) == 0:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
