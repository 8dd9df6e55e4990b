"""Starts the second program of the tests, listens to it, and kills it."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
GIVE_UP_SECONDS = 120.0


class Played:
    """A program that plays a scene."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._received = b""

    def hear(self, beginning: str) -> str:
        """Wait for a line with this beginning; return what follows it. Fails if the program ends or is silent."""
        while not (line := self._line()).startswith(beginning):
            pass
        return line.removeprefix(beginning).strip()

    def kill(self) -> None:
        """End it as a power cut does, and wait until it is gone."""
        self.process.kill()
        self.process.wait(GIVE_UP_SECONDS)

    def _line(self) -> str:
        assert self.process.stdout is not None
        while b"\n" not in self._received:
            readable, _, _ = select.select([self.process.stdout], [], [], GIVE_UP_SECONDS)
            assert readable, "the program says nothing"
            received = os.read(self.process.stdout.fileno(), 65_536)
            assert received, "the program ended"
            self._received += received
        line, _, self._received = self._received.partition(b"\n")
        return line.decode()


@contextmanager
def played(scene: str, home: Path) -> Iterator[Played]:
    """A second program that plays a scene on the vault in `home`; killed in the end if it still runs."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.flows.played", scene, str(home)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
    )
    with process:
        program = Played(process)
        try:
            yield program
        finally:
            program.kill()


def ends(pid_descriptor: int) -> bool:
    """Whether the process behind a descriptor of `os.pidfd_open` ends."""
    readable, _, _ = select.select([pid_descriptor], [], [], GIVE_UP_SECONDS)
    return bool(readable)
