"""Models that were good and are no longer: the engine's child may die of one, and nothing else may come of it.

    python -m tests.escape.models [--count M] [--seconds N] [--seed S] [--first K]

changes models of some hundred kilobytes by lot. Each is looked at as the window looks at it, and loaded and asked two
short questions by a child behind its walls, which is forked from this process and `nice`d: 20,000 of them, or for
fifteen minutes, whichever comes first. Printed is what came of them: refused, answered, killed by which signal, over
time.

A breach, and the end with 1, is anything else: words that are no protocol or cannot be true, a wall that does not
stand, a file that appeared or changed, a signal to this process, a file at which the window looks for too long.
`--first K --count 1` makes the same file again.
"""

import argparse
import io
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from app.catalogue.gguf import least_file_bytes
from app.errors import KnownError
from tests.engine.small_models import write_hybrid, write_plain, write_sliding
from tests.escape.forked import OVER_TIME
from tests.escape.gguf import File, taken_apart
from tests.escape.mutations import mutated
from tests.escape.room import Room

COUNT = 20_000
SECONDS = 900.0
MOST_BREACHES = 10
MOST_LOOK_SECONDS = 5.0


def looked_at(held: bytes) -> tuple[str, bool]:
    """What the window makes of the file's header, and whether that is as it may be."""
    begun = time.process_time()
    try:
        least_file_bytes(io.BytesIO(held))
    except KnownError as error:
        told, is_right = error.code.value, True
    except Exception as error:  # noqa: BLE001 - what is looked for
        told, is_right = type(error).__name__, False
    else:
        told, is_right = "looks right", True
    return f"window: {told}", is_right and time.process_time() - begun < MOST_LOOK_SECONDS


class Campaign:
    """Counts what comes of models."""

    def __init__(self, seed: int, folder: Path) -> None:
        self._seed = seed
        self._good = _good_models(folder / "made")
        self._room = Room(folder / "room")
        self._outcomes: Counter[str] = Counter()
        self._begun = time.monotonic()
        self._slowest = 0.0
        self.breaches = 0

    def try_file(self, number: int) -> None:
        """Make a file and see what comes of it."""
        drawn = random.Random(f"{self._seed} {number}")
        held = mutated(drawn.choice(self._good), drawn)
        started = time.monotonic()
        ended = self._room.lived(held)
        self._slowest = max(self._slowest, time.monotonic() - started)
        look, is_right = looked_at(held)
        self._outcomes.update((ended.outcome, look))
        if ended.outcome == OVER_TIME:
            say(f"  {OVER_TIME}: file {number} of seed {self._seed}")
        if ended.breach or not is_right:
            self.breaches += 1
            say(f"  BREACH: {ended.breach or look}, file {number} of seed {self._seed}")

    def tell(self) -> None:
        """Print what came of them."""
        files = self._outcomes.total() // 2
        took = time.monotonic() - self._begun
        say(f"models: {files} files of seed {self._seed} in {took:.0f} s, slowest {self._slowest:.1f} s")
        for told, times in self._outcomes.most_common():
            say(f"  {told}: {times}")
        say(f"  breaches: {self.breaches}")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _good_models(folder: Path) -> list[File]:
    folder.mkdir()
    return [taken_apart(write(folder / "model.gguf")) for write in (write_plain, write_hybrid, write_sliding)]


def main(arguments: list[str]) -> int:
    """Run. Return how the process is to end."""
    parser = argparse.ArgumentParser(prog="python -m tests.escape.models")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    given = parser.parse_args(arguments)
    ends = time.monotonic() + given.seconds
    with tempfile.TemporaryDirectory() as folder:
        campaign = Campaign(given.seed, Path(folder))
        for number in range(given.first, given.first + given.count):
            if time.monotonic() > ends or campaign.breaches >= MOST_BREACHES:
                break
            campaign.try_file(number)
        campaign.tell()
    return int(campaign.breaches > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
