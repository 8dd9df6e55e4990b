"""What the tests use to speak with an engine child directly, without the window's client."""

import contextlib
import os
import select
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.catalogue.find import find_model
from app.children.protocol import MAX_LINE_FROM_CHILD_BYTES, PROTOCOL_VERSION, Lines
from app.domain.answer import Settings
from app.engine.messages import (
    AnswerRequest,
    Ask,
    Chance,
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
    ToEngine,
    read_from_engine,
    write_to_engine,
)

ROOT = Path(__file__).parents[2]
REAL = (sys.executable, "-m", "app.engine")
SCRIPTED = (sys.executable, "-m", "tests.engine.scripted_child")
CONTEXT_TOKENS = 640
GIVE_UP_SECONDS = 60.0


def starter() -> Path:
    """The starter model, as installed."""
    return find_model(None)


def settings(max_tokens: int = 12, temperature: float = 0.8) -> Settings:
    return Settings(
        temperature=temperature, top_k=40, top_p=0.95, max_tokens=max_tokens, context_tokens=CONTEXT_TOKENS
    )


def question(text: str, seed: int = 1) -> AnswerRequest:
    return AnswerRequest((Message(Role.SYSTEM, "Be kind."), Message(Role.USER, text)), seed)


def through_lens(words: str, seed: int = 1) -> AnswerRequest:
    """What a lens asks about an answer that is the same for all of them."""
    answer = "Rain is water that falls from clouds. " * 8
    return AnswerRequest(
        (
            Message(Role.SYSTEM, "Be kind."),
            Message(Role.USER, "What is rain?"),
            Message(Role.ASSISTANT, answer),
            Message(Role.USER, words),
        ),
        seed,
    )


@dataclass
class Heard:
    """All that came for one request."""

    pieces: list[Piece] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    done: dict[int, Done] = field(default_factory=dict)
    errors: list[ErrorSaid] = field(default_factory=list)

    def text(self, answer: int = 0) -> str:
        return "".join(piece.text for piece in self.pieces if piece.answer == answer)

    def told(self) -> list[tuple[int, str, tuple[Chance, ...] | None]]:
        """Answer, text and chances of each piece."""
        return [(piece.answer, piece.text, piece.chances) for piece in self.pieces]

    def sequence(self, answer: int = 0) -> list[int]:
        return [piece.seq for piece in self.pieces if piece.answer == answer]


class EngineChild:
    """A child started the way the client starts it, spoken with over plain pipes."""

    def __init__(self, command: Sequence[str], model: Path) -> None:
        self._lines = Lines(MAX_LINE_FROM_CHILD_BYTES)
        self._heard_lines: list[bytes] = []
        with model.open("rb") as file:
            arguments = ["--model-fd", str(file.fileno()), "--parent-pid", str(os.getpid())]
            self.process = subprocess.Popen(
                [*command, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pass_fds=[file.fileno()],
                cwd=ROOT,
            )

    def say(self, message: ToEngine) -> None:
        self.say_raw(write_to_engine(message))

    def say_raw(self, line: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def hear(self) -> FromEngine:
        return read_from_engine(self.hear_raw())

    def hear_raw(self) -> bytes:
        """One line, or nothing at the end. Fails rather than wait for ever."""
        assert self.process.stdout is not None
        while not self._heard_lines:
            received = read_within_limit(self.process.stdout.fileno())
            if not received:
                return b""
            self._heard_lines += self._lines.feed(received)
        return self._heard_lines.pop(0)

    def greet(self) -> Ready:
        self.say(Hello(PROTOCOL_VERSION))
        ready = self.hear()
        assert isinstance(ready, Ready)
        return ready

    def load(self, path: Path | None = None) -> tuple[list[Loading], FromEngine]:
        """Load the model; return the progress and what ended it."""
        self.say(Load(None if path is None else str(path), CONTEXT_TOKENS))
        progress = []
        while isinstance(message := self.hear(), Loading):
            progress.append(message)
        return progress, message

    def hear_answers(self, ask: Ask) -> Iterator[Reading | Piece | Done | ErrorSaid]:
        """What comes for a request that was said, until every answer is done or one error came for it."""
        open_answers = set(range(len(ask.answers)))
        while open_answers:
            message = self.hear()
            assert isinstance(message, Reading | Piece | Done | ErrorSaid)
            yield message
            if isinstance(message, Done):
                open_answers.remove(message.answer)
            if isinstance(message, ErrorSaid) and message.id == ask.id:
                return

    def ask(self, ask: Ask) -> Heard:
        self.say(ask)
        return self.gather(ask)

    def gather(self, ask: Ask, heard: Heard | None = None) -> Heard:
        heard = heard or Heard()
        for message in self.hear_answers(ask):
            match message:
                case Reading():
                    heard.readings.append(message)
                case Piece():
                    heard.pieces.append(message)
                case Done():
                    heard.done[message.answer] = message
                case ErrorSaid():
                    heard.errors.append(message)
        return heard

    def wait(self) -> int:
        """The exit status. Fails if it does not end."""
        return self.process.wait(GIVE_UP_SECONDS)

    def close_input(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()

    def end(self) -> None:
        """Whatever a test left of it."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()
        self.process.wait(GIVE_UP_SECONDS)


@contextlib.contextmanager
def engine_child(command: Sequence[str], model: Path) -> Iterator[EngineChild]:
    child = EngineChild(command, model)
    try:
        yield child
    finally:
        child.end()


@contextlib.contextmanager
def loaded_child(command: Sequence[str], model: Path) -> Iterator[EngineChild]:
    with engine_child(command, model) as child:
        child.greet()
        _, loaded = child.load()
        assert isinstance(loaded, Loaded)
        yield child


def read_within_limit(descriptor: int) -> bytes:
    """What comes next from a pipe; nothing at its end. Fails if nothing comes."""
    readable, _, _ = select.select([descriptor], [], [], GIVE_UP_SECONDS)
    assert readable, "nothing came"
    return os.read(descriptor, 65_536)
