"""An engine without a model: a real process that speaks the real protocol, and misbehaves on request.

`--fault NAME --once FILE`: misbehave that way as long as FILE is there; the one that does removes it first, so the
child that is started next behaves.
"""

import argparse
import os
import queue
import signal
import threading
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

from app.children.entry import Channel, enter
from app.children.protocol import PROTOCOL_VERSION, Confinement, Outcome, Probes, ProtocolError, WallState
from app.engine.messages import (
    Ask,
    Cancel,
    Chance,
    Count,
    Counted,
    Counts,
    Done,
    DoneReason,
    EngineFault,
    ErrorSaid,
    FromEngine,
    Hello,
    Load,
    Loaded,
    Loading,
    Other,
    Piece,
    PieceKind,
    Reading,
    Ready,
    Shutdown,
    ToEngine,
    read_to_engine,
    write_from_engine,
)
from tests.engine.hostile import IN_ANSWER

UNCONFINED = Confinement(
    Probes(**dict.fromkeys((field.name for field in fields(Probes)), Outcome.NOT_PROBED)),
    *[WallState.NOT_HERE] * 3,
)
_WORDS = ("Rain ", "falls ", "🙂 ", "مرحبا ", "softly ", "今日 ")
_STEP_SECONDS = 0.002
_STEP_WORDS = 16


class ScriptedEngine:
    """Answers with words from a short list, begun at the seed. A word is a token."""

    def __init__(self, channel: Channel, fault: str | None) -> None:
        self._channel = channel
        self._fault = fault
        self._todo: queue.SimpleQueue[Ask | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._cancelled: set[int] = set()
        self._changed = threading.Event()
        self._busy_with: str | None = None
        self._context_tokens = 0

    def run(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()
        while (ask := self._todo.get()) is not None:
            self._answer(ask)

    def _listen(self) -> None:
        greeted = False
        try:
            for line in self._channel.lines():
                command = read_to_engine(line)
                if greeted == isinstance(command, Hello):
                    self._say(ErrorSaid(None, EngineFault.BAD_COMMAND))
                    os._exit(1)
                greeted = True
                self._obey(command)
        except ProtocolError:
            self._say(ErrorSaid(None, EngineFault.BAD_COMMAND))
            os._exit(1)
        os._exit(0)

    def _obey(self, command: ToEngine) -> None:
        match command:
            case Hello():
                self._misbehave("at_hello")
                self._say(Ready(PROTOCOL_VERSION, self._channel.isolation, UNCONFINED))
            case Load(_, context_tokens):
                self._misbehave("at_load")
                self._say(Loading(0.5))
                self._context_tokens = context_tokens
                self._say(Loaded(context_tokens, 1))
            case Ask():
                self._take(command)
            case Cancel(request_id, answer):
                with self._lock:
                    if request_id == self._busy_with:
                        self._cancelled |= set(range(8)) if answer is None else {answer}
            case Count(request_id, text):
                self._say(Counted(request_id, len(text.split())))
            case Shutdown():
                self._todo.put(None)
                self._cancelled |= set(range(8))

    def _take(self, ask: Ask) -> None:
        with self._lock:
            if self._busy_with is not None:
                self._say(ErrorSaid(ask.id, EngineFault.BUSY))
                return
            self._busy_with = ask.id
            self._cancelled.clear()
        self._todo.put(ask)

    def _answer(self, ask: Ask) -> None:
        if not self._context_tokens:
            self._end_request()
            self._say(ErrorSaid(ask.id, EngineFault.NOT_LOADED))
            return
        prompts = [sum(len(m.text.split()) for m in answer.messages) for answer in ask.answers]
        if sum(prompts) + len(prompts) > min(self._context_tokens, ask.settings.context_tokens):
            self._end_request()
            self._say(ErrorSaid(ask.id, EngineFault.OVER_CONTEXT))
            return
        self._read(ask, max(1, sum(prompts)))
        counts = [0 for _ in ask.answers]
        open_answers = set(range(len(ask.answers)))
        while open_answers:
            for answer in sorted(open_answers):
                if answer in self._cancelled:
                    self._finish(ask, open_answers, answer, DoneReason.CANCELLED, prompts, counts)
                elif counts[answer] == ask.settings.max_tokens:
                    self._finish(ask, open_answers, answer, DoneReason.LENGTH, prompts, counts)
                else:
                    self._say_piece(ask, answer, counts)
            self._pause()

    def _read(self, ask: Ask, tokens: int) -> None:
        for read in range(_STEP_WORDS, tokens + _STEP_WORDS, _STEP_WORDS):
            if self._cancelled >= set(range(len(ask.answers))):
                return
            self._say(Reading(ask.id, min(1.0, read / tokens)))
            self._pause()

    def _say_piece(self, ask: Ask, answer: int, counts: list[int]) -> None:
        text = _WORDS[(ask.answers[answer].seed + counts[answer]) % len(_WORDS)]
        chances = (Chance(len(text), -0.5, (Other("Snow ", -1.0),)),) if ask.want_chances else None
        self._say(Piece(ask.id, answer, counts[answer], text, PieceKind.SAID, chances))
        counts[answer] += 1
        if counts[answer] == 2:
            self._misbehave("in_answer", ask)

    def _finish(
        self,
        ask: Ask,
        open_answers: set[int],
        answer: int,
        reason: DoneReason,
        prompts: list[int],
        counts: list[int],
    ) -> None:
        open_answers.remove(answer)
        if not open_answers:
            self._end_request()
        self._say(Done(ask.id, answer, reason, Counts(prompts[answer], counts[answer])))

    def _end_request(self) -> None:
        with self._lock:
            self._busy_with = None

    def _pause(self) -> None:
        self._changed.wait(_STEP_SECONDS)

    def _misbehave(self, moment: str, ask: Ask | None = None) -> None:
        if self._fault is not None and self._fault in _FAULTS[moment]:
            _FAULTS[moment][self._fault](self._channel, "" if ask is None else ask.id)

    def _say(self, message: FromEngine) -> None:
        self._channel.say(write_from_engine(message))


def _die_by(number: int) -> Callable[[Channel, str], None]:
    return lambda _channel, _request_id: os.kill(os.getpid(), number)


def _exit(_channel: Channel, _request_id: str) -> None:
    os._exit(3)


def _hang(_channel: Channel, _request_id: str) -> None:
    """Hear nothing, not even a polite request to end."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    threading.Event().wait()


def _say_raw(line: bytes) -> Callable[[Channel, str], None]:
    def say(channel: Channel, request_id: str) -> None:
        channel.say(line.replace(b"$ID", request_id.encode()) + b"\n")
        threading.Event().wait()

    return say


def _load_without_end(channel: Channel, _request_id: str) -> None:
    fraction = 0.0
    while fraction < 1.0:
        fraction += 1e-6
        channel.say(write_from_engine(Loading(fraction)))
        threading.Event().wait(_STEP_SECONDS)


def _say_no_line_end(channel: Channel, _request_id: str) -> None:
    channel.say(b"a" * 300_000)
    threading.Event().wait()


def _flood(channel: Channel, request_id: str) -> None:
    for seq in range(2, 100_000):
        channel.say(write_from_engine(Piece(request_id, 0, seq, "more ", PieceKind.SAID, None)))


def _one_huge_answer(channel: Channel, request_id: str) -> None:
    for seq in range(2, 100):
        channel.say(write_from_engine(Piece(request_id, 0, seq, "x" * 4_096, PieceKind.SAID, None)))


_PIECE = b'{"type":"piece","id":"$ID","answer":0,"seq":2,"text":"x","kind":"said","chances":null}'
_CHANCES = b'[{"chars":1,"logprob":-1.0,"others":[]}]'
_FAULTS: dict[str, dict[str, Callable[[Channel, str], None]]] = {
    "at_hello": {
        "silent_start": _hang,
        "dies_at_start": _exit,
        "wrong_version": _say_raw(b'{"type":"ready","v":2,"isolation":{}}'),
        "no_walls": _say_raw(b'{"type":"errorsaid","id":null,"code":"no_walls"}'),
        "loaded_unasked": _say_raw(b'{"type":"loaded","context_tokens":256,"threads":1}'),
    },
    "at_load": {
        "silent_load": _hang,
        "loads_without_end": _load_without_end,
        "dies_at_load": _die_by(signal.SIGKILL),
        "says_load_failed": _say_raw(b'{"type":"errorsaid","id":null,"code":"load_failed"}'),
        "more_context_than_asked": _say_raw(b'{"type":"loaded","context_tokens":100000,"threads":1}'),
    },
    "in_answer": {
        **IN_ANSWER,
        "sigkill": _die_by(signal.SIGKILL),
        "sigsegv": _die_by(signal.SIGSEGV),
        "exit": _exit,
        "silent": _hang,
        "garbage": _say_raw(b"\x00\xff\xfe garbage"),
        "flood": _flood,
        "huge_answer": _one_huge_answer,
        "long_line": _say_raw(b'{"type":"piece","text":"' + b"x" * 300_000 + b'"}'),
        "line_without_end": _say_no_line_end,
        "unknown_field": _say_raw(_PIECE.replace(b"}", b',"more":1}')),
        "unknown_type": _say_raw(b'{"type":"please","run":"this"}'),
        "falling_seq": _say_raw(_PIECE.replace(b'"seq":2', b'"seq":0')),
        "jumping_seq": _say_raw(_PIECE.replace(b'"seq":2', b'"seq":4')),
        "other_id": _say_raw(_PIECE.replace(b"$ID", b"somebody")),
        "other_answer": _say_raw(_PIECE.replace(b'"answer":0', b'"answer":5')),
        "chances_unasked": _say_raw(_PIECE.replace(b"null", _CHANCES)),
        "chances_missing": _say_raw(_PIECE),
        "chances_of_more_letters": _say_raw(_PIECE.replace(b"null", _CHANCES.replace(b"1,", b"2,", 1))),
        "chances_of_a_thought": _say_raw(_PIECE.replace(b"null", _CHANCES).replace(b"said", b"thought")),
        "ready_again": _say_raw(b'{"type":"loading","fraction":0.5}'),
        "error_of_other": _say_raw(b'{"type":"errorsaid","id":"somebody","code":"over_context"}'),
        "too_many_tokens": _say_raw(
            b'{"type":"done","id":"$ID","answer":0,"reason":"stop",'
            b'"counts":{"prompt_tokens":1,"tokens":32000}}'
        ),
    },
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--fault")
    parser.add_argument("--once", type=Path)
    parser.add_argument("--model-fd", type=int)
    parser.add_argument("--parent-pid", type=int)
    options = parser.parse_args()
    fault = options.fault
    if options.once is not None:
        try:
            options.once.unlink()
        except FileNotFoundError:
            fault = None
    kept = () if options.model_fd is None else (options.model_fd,)
    ScriptedEngine(enter(kept=kept, parent_pid=options.parent_pid), fault).run()


if __name__ == "__main__":
    main()
