"""Every model that was made by hand to do harm, given to a child one after the other.

    python -m tests.escape.by_hand [--real] [--quick]

`--real` starts each child as the program does; without it they are forked, which takes seconds. `--quick` leaves out
most of those that only the clock ends. Prints what came of
each. Ends with 1 at a breach (see `models.py`), at a child that does not come to its end within its time, and where
the good model before or after them does not answer.
"""

import sys
import tempfile
from pathlib import Path

from tests.engine.small_models import write_plain
from tests.escape.forked import OVER_TIME
from tests.escape.gguf import taken_apart
from tests.escape.hostile import HOSTILE, spelled
from tests.escape.room import Room
from tests.escape.templates import ENDED_BY_THE_CLOCK


def main(arguments: list[str]) -> int:
    """Run. Return how the process is to end."""
    for_real = "--real" in arguments
    left_out = (
        {f"a template: {name}" for name in sorted(ENDED_BY_THE_CLOCK)[:-1]}
        if "--quick" in arguments
        else set()
    )
    hostile = {name: change for name, change in HOSTILE.items() if name not in left_out}
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        good = taken_apart(write_plain(Path(folder) / "good.gguf"))
        room = Room(Path(folder) / "room")
        for name, change in {
            "the good one": lambda file: file,
            **hostile,
            "the good one again": lambda file: file,
        }.items():
            ended = room.lived(spelled(change, good), for_real=for_real)
            is_wrong = (
                ended.breach or ended.outcome == OVER_TIME or ("good" in name and ended.outcome != "answered")
            )
            failures += bool(is_wrong)
            sys.stdout.write(
                f"{'WRONG: ' * bool(is_wrong)}{ended.outcome}{ended.breach and ': '}{ended.breach} | {name}\n"
            )
            sys.stdout.flush()
    sys.stdout.write(f"by hand: {len(hostile)} models, {failures} failures\n")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
