"""One life of the engine's child with one file: started as the program does, or forked, so that 20,000 take minutes.

What runs in a forked one is the program's own: `enter`, `confine` and `Worker`, in a process that has imported them.
It differs from the child that the program starts by its memory, which is shared with its parent until it is written
to, and by tighter bounds.
"""

import os
import select
import signal
import time
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import NoReturn

from app.children.commands import engine_command
from app.children.confinement import confine
from app.children.entry import enter
from app.children.protocol import MAX_LINE_FROM_CHILD_BYTES, PROTOCOL_VERSION, Lines, Outcome, ProtocolError
from app.controllers.engine_hearing import Hearing, UntrueError
from app.domain.answer import Settings
from app.engine.messages import (
    AnswerRequest,
    Ask,
    Done,
    ErrorSaid,
    FromEngine,
    Hello,
    Load,
    Loaded,
    Loading,
    Message,
    Piece,
    Reading,
    Ready,
    Role,
    Shutdown,
    ToEngine,
    read_from_engine,
    write_to_engine,
)
from app.engine.worker import Worker

_ROOT = Path(__file__).parents[2]
NICENESS = 10
MEMORY_BYTES = 2 * 1024**3
"""Less than the program gives: many children run one after the other on machines of all sizes."""
PROCESSOR_SECONDS = 8
DEADLINE_SECONDS = 120.0
"""How long a child may take in all, on a machine that does other things too."""
CONTEXT_TOKENS = 256
ASK = Ask(
    "hostile",
    (
        AnswerRequest((Message(Role.SYSTEM, "Be kind."), Message(Role.USER, "Why? <|im_end|>")), 1),
        AnswerRequest((Message(Role.SYSTEM, "Be kind."), Message(Role.USER, "And you?")), 2),
    ),
    Settings(0.8, 40, 0.95, max_tokens=4, context_tokens=CONTEXT_TOKENS),
    want_chances=True,
)
SIGNALS = (
    signal.SIGHUP,
    signal.SIGUSR1,
    signal.SIGUSR2,
    signal.SIGALRM,
    signal.SIGPROF,
    signal.SIGPIPE,
    signal.SIGSEGV,
)
"""Whoever starts children listens to these, which come from nobody."""
OVER_TIME = "over time"
BREACH = "BREACH"


@dataclass(frozen=True)
class Ended:
    """How one child's life went: what it came to, and what went wrong that must not."""

    outcome: str
    breach: str = ""


def lived(file: Path, *, for_real: bool = False) -> Ended:
    """Have a child load a file and answer two short questions; return what came of it.

    Args:
        file: what the child is given.
        for_real: start it as the program does, not forked.
    """
    child = _Child(file, for_real=for_real)
    try:
        outcome = child.asked()
    except (ProtocolError, UntrueError) as error:
        return Ended(BREACH, f"said what is no protocol: {type(error).__name__}")
    except _BreachedError as error:
        return Ended(BREACH, str(error))
    except TimeoutError:
        return Ended(OVER_TIME)
    except EOFError:
        return Ended(_told(child.ended()))
    finally:
        child.kill()
    return Ended(outcome)


class _BreachedError(Exception):
    """Something that must not be. Its text says what."""


class _Child:
    def __init__(self, file: Path, *, for_real: bool) -> None:
        self._lines = Lines(MAX_LINE_FROM_CHILD_BYTES)
        self._heard: list[bytes] = []
        self._ends_at = time.monotonic() + DEADLINE_SECONDS
        self._status: int | None = None
        hears, self._speak = os.pipe()
        self._hear, speaks = os.pipe()
        model = os.open(file, os.O_RDONLY)
        parent = os.getpid()
        self._pid = os.fork()
        if self._pid == 0:
            _become(hears, speaks, model, parent, for_real=for_real)
        for descriptor in (hears, speaks, model):
            os.close(descriptor)

    def asked(self) -> str:
        self._say(Hello(PROTOCOL_VERSION))
        ready = self._next()
        if not isinstance(ready, Ready):
            raise _BreachedError("did not begin with a greeting")
        if set(astuple(ready.confinement.probes)) != {Outcome.DENIED}:
            raise _BreachedError("walls do not stand")
        self._say(Load(None, CONTEXT_TOKENS))
        while isinstance(answer := self._next(), Loading):
            pass
        if isinstance(answer, ErrorSaid):
            return "refused"
        if not isinstance(answer, Loaded):
            raise UntrueError
        self._say(ASK)
        hearing = Hearing(ASK)
        while hearing.open_answers:
            match self._next():
                case ErrorSaid():
                    return "loaded, question refused"
                case Reading() | Piece() | Done() as message:
                    hearing.take(message)
                case _:
                    raise UntrueError
        self._say(Shutdown())
        if self.ended() != 0:
            raise EOFError
        return "answered"

    def ended(self) -> int:
        """Wait for its end and return how it ended: below zero by a signal."""
        while self._status is None:
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > self._ends_at:
                raise TimeoutError
            else:
                select.select([], [], [], 0.002)
        return self._status

    def kill(self) -> None:
        """End it if it still runs."""
        if self._status is None:
            os.kill(self._pid, signal.SIGKILL)
            _, status = os.waitpid(self._pid, 0)
            self._status = os.waitstatus_to_exitcode(status)
        os.close(self._speak)
        os.close(self._hear)

    def _say(self, message: ToEngine) -> None:
        try:
            os.write(self._speak, write_to_engine(message))
        except BrokenPipeError:
            raise EOFError from None

    def _next(self) -> FromEngine:
        while not self._heard:
            readable, _, _ = select.select([self._hear], [], [], max(0.0, self._ends_at - time.monotonic()))
            if not readable:
                raise TimeoutError
            received = os.read(self._hear, 65_536)
            if not received:
                raise EOFError
            self._heard += self._lines.feed(received)
        return read_from_engine(self._heard.pop(0))


def _become(hears: int, speaks: int, model: int, parent: int, *, for_real: bool) -> NoReturn:
    """Be the engine, from the first line of `app/engine/__main__.py` on, or from the first of its program."""
    status = 1
    try:
        for number in (signal.SIGINT, *SIGNALS):
            signal.signal(number, signal.SIG_DFL)
        silence = os.open(os.devnull, os.O_WRONLY)
        for descriptor, place in ((hears, 0), (speaks, 1), (silence, 2)):
            os.dup2(descriptor, place)
        if for_real:
            program, *arguments = engine_command()
            os.set_inheritable(model, True)
            os.chdir(_ROOT)
            os.execv(program, [program, *arguments, "--model-fd", str(model), "--parent-pid", str(parent)])
        channel = enter(kept=(model,), parent_pid=parent)
        os.nice(NICENESS)
        confinement = confine(memory_bytes=MEMORY_BYTES, processor_seconds=PROCESSOR_SECONDS)
        Worker(channel, confinement, model).run()
        status = 0
    finally:
        os._exit(status)


def _told(status: int) -> str:
    if status >= 0:
        return f"ended with {status}"
    return f"killed by {signal.Signals(-status).name}"
