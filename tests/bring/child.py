"""A real reader child, spoken to line by line."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.bring.messages import FromReader, Hello, ToReader, read_from_reader, write_to_reader
from app.children.protocol import PROTOCOL_VERSION

ROOT = Path(__file__).parents[2]


class Child:
    """One reader that was handed one file."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.process = process

    def say(self, message: ToReader) -> None:
        self.say_line(write_to_reader(message))

    def say_line(self, line: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def hears(self) -> FromReader:
        """The next message."""
        assert self.process.stdout is not None
        return read_from_reader(self.process.stdout.readline())

    def hears_until(self, *kinds: type[FromReader]) -> list[FromReader]:
        """All messages up to the first of these kinds."""
        heard = [self.hears()]
        while not isinstance(heard[-1], kinds):
            heard.append(self.hears())
        return heard

    def ends(self) -> int:
        """Its exit status, once what it says has come to an end."""
        assert self.process.stdout is not None
        self.process.stdout.read()
        return self.process.wait()


@contextmanager
def reader(file: Path, *, greet: bool = True) -> Iterator[Child]:
    """A reader of a file, behind its walls. Greeted, and its greeting heard."""
    with file.open("rb") as opened:
        os.set_inheritable(opened.fileno(), True)
        process = subprocess.Popen(
            [
                sys.executable,
                *("-m", "app.bring", "--file-fd", str(opened.fileno()), "--parent-pid", str(os.getpid())),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=(opened.fileno(),),
            cwd=ROOT,
        )
    child = Child(process)
    try:
        if greet:
            child.say(Hello(PROTOCOL_VERSION))
            child.hears()
        yield child
    finally:
        process.kill()
        process.communicate()
