"""What a child that means harm says and does in the middle of an answer, or at its start.

Each takes the channel and the id of the request under way; two pieces of its first answer have been said by then.
`scripted_child` does it when it is asked to by name.
"""

import json
import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.children.entry import Channel
from app.engine.messages import Counts, Done, DoneReason, Piece, PieceKind, write_from_engine

Deed = Callable[[Channel, str], None]
ESCAPES = "\x1b]0;owned\x07\x1b[2J\x1b[31m\x9b31m\x00\x08\x7f\u202eevil\u202c\u200b\u2028<b>\r"
"""What makes a terminal obey, turns letters around, or is not seen."""
SLOW_WORDS = "slowly"
_STDERR_BYTES = 8_000_000
_SLOWLY_S = 0.01


def _wait() -> None:
    threading.Event().wait()


def _message(name: str, /, **fields: Any) -> bytes:
    return json.dumps({"type": name, **fields}).encode()


def _piece(**changes: Any) -> bytes:
    said = {"id": "$ID", "answer": 0, "seq": 2, "text": "x", "kind": "said", "chances": None}
    return _message("piece", **{name: value for name, value in (said | changes).items() if value is not ...})


def _done(**counts: int) -> bytes:
    return _message(
        "done", id="$ID", answer=0, reason="stop", counts={"prompt_tokens": 1, "tokens": 2} | counts
    )


def _raw(*lines: bytes) -> Deed:
    """Say lines that are not what was agreed, then nothing more."""

    def say(channel: Channel, request_id: str) -> None:
        for line in lines:
            channel.say(line.replace(b"$ID", request_id.encode()) + b"\n")
        _wait()

    return say


def _say_slowly_without_end(channel: Channel, _request_id: str) -> None:
    while True:
        channel.say(b" ")
        time.sleep(_SLOWLY_S)


def _say_one_piece_slowly(channel: Channel, request_id: str) -> None:
    line = write_from_engine(Piece(request_id, 0, 2, SLOW_WORDS, PieceKind.SAID, None))
    for number in range(len(line)):
        channel.say(line[number : number + 1])
    _end(channel, request_id, 3)


def _end(channel: Channel, request_id: str, tokens: int) -> None:
    channel.say(write_from_engine(Done(request_id, 0, DoneReason.STOP, Counts(1, tokens))))
    _wait()


def _say_escapes(channel: Channel, request_id: str) -> None:
    channel.say(write_from_engine(Piece(request_id, 0, 2, ESCAPES, PieceKind.SAID, None)))
    _end(channel, request_id, 3)


def _flood_stderr(channel: Channel, request_id: str) -> None:
    written = 0
    while written < _STDERR_BYTES:
        written += os.write(2, ESCAPES.encode() * 1_000)
    channel.say(write_from_engine(Piece(request_id, 0, 2, SLOW_WORDS, PieceKind.SAID, None)))
    _end(channel, request_id, 3)


def _close_stdout(channel: Channel, _request_id: str) -> None:
    os.close(channel.output_descriptor)
    os.close(1)
    _wait()


def _stop_itself(_channel: Channel, _request_id: str) -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def _flood_when_asked_to_end(channel: Channel, _request_id: str) -> None:
    """Be silent; when it is politely asked to end, do not, and talk as fast as a pipe takes it."""
    asked = threading.Event()
    signal.signal(signal.SIGTERM, lambda _number, _frame: asked.set())
    while not asked.wait(_SLOWLY_S):
        pass
    block = b"{}\n" * 100_000
    while True:
        os.write(channel.output_descriptor, block)


def _leave_a_grandchild(channel: Channel, request_id: str) -> None:
    """End, and leave somebody who holds the pipe and goes on talking. Its number is said first."""
    grandchild = os.fork()
    if grandchild:
        channel.say(write_from_engine(Piece(request_id, 0, 2, str(grandchild), PieceKind.SAID, None)))
        os._exit(3)
    try:
        while True:
            os.write(channel.output_descriptor, b" ")
            time.sleep(_SLOWLY_S)
    except OSError:
        os._exit(0)


def _tell_descriptors(channel: Channel, request_id: str) -> None:
    """Say what every open descriptor leads to."""
    held = [str(one.readlink()) for one in sorted(Path("/proc/self/fd").iterdir()) if one.is_symlink()]
    channel.say(write_from_engine(Piece(request_id, 0, 2, json.dumps(held), PieceKind.SAID, None)))
    _end(channel, request_id, 3)


def _say_more_after_the_end(channel: Channel, request_id: str) -> None:
    for line in (_done(), _piece(seq=3)):
        channel.say(line.replace(b"$ID", request_id.encode()) + b"\n")
    _wait()


LEFT_BEHIND = "a grandchild with the pipe"
FLOODS_AT_THE_END = "a flood in the place of an end"
GARBLED: dict[str, Deed] = {
    "a key twice": _raw(_piece().replace(b'"seq": 2', b'"seq": 2, "seq": 2')),
    "half a line of JSON": _raw(_piece()[:20]),
    "no number": _raw(_piece(seq=float("nan"))),
    "a number without end": _raw(_message("reading", id="$ID", fraction=0.5).replace(b"0.5", b"1e999")),
    "a number below zero": _raw(_piece(seq=-1)),
    "a number of a thousand digits": _raw(_piece().replace(b'"seq": 2', b'"seq": ' + b"9" * 1_000)),
    "a number of a hundred thousand digits": _raw(_piece().replace(b'"seq": 2', b'"seq": ' + b"9" * 100_000)),
    "a number as text": _raw(_piece(seq="2")),
    "a truth as a number": _raw(_piece(answer=False)),
    "a field left out": _raw(_piece(kind=...)),
    "a list for a message": _raw(b"[" + _piece() + b"]"),
    "a text for a message": _raw(b'"piece"'),
    "lists within lists": _raw(b"[" * 100_000),
    "objects within objects": _raw(b'{"type":' * 30_000),
    "two messages in a line": _raw(_piece() + _piece(seq=3)),
    "a line with nothing in it": _raw(b""),
    "nothing but zeros": _raw(bytes(1_000)),
    "another encoding": _raw(_piece().decode().encode("utf-16")),
    "a mark before the text": _raw(b"\xef\xbb\xbf" + _piece()),
    "half a pair of letters": _raw(_piece(text="\ud800")),
    "a control letter as it is": _raw(_piece().replace(b'"x"', b'"\x1b[31m"')),
    "a text longer than any": _raw(_piece(text="x" * 4_097)),
    "a kind that there is not": _raw(_piece(kind="shell")),
    "a class of ours": _raw(_message("engineclient", id="$ID")),
    "a message of the other side": _raw(_message("load", path="/etc/passwd", context_tokens=256)),
    "an answer that there is not": _raw(_piece(answer=7)),
    "fewer tokens than none": _raw(_done(tokens=-1)),
    "counts that nobody asked for": _raw(_message("counted", id="$ID", tokens=1)),
    "a greeting again": _raw(_message("errorsaid", id=None, code="no_walls")),
    "reading that goes back": _raw(
        _message("reading", id="$ID", fraction=0.9), _message("reading", id="$ID", fraction=0.1)
    ),
    "reading without end": _raw(*[_message("reading", id="$ID", fraction=1.0)] * 10_001),
}
SILENT: dict[str, Deed] = {
    "a line without end, byte by byte": _say_slowly_without_end,
    "an output that is closed": _close_stdout,
    "a process that stands still": _stop_itself,
    FLOODS_AT_THE_END: _flood_when_asked_to_end,
}
HARMLESS: dict[str, Deed] = {
    "a piece byte by byte": _say_one_piece_slowly,
    "escapes in a piece": _say_escapes,
    "a flood on standard error": _flood_stderr,
    "its descriptors": _tell_descriptors,
    "more after the end": _say_more_after_the_end,
}
IN_ANSWER: dict[str, Deed] = {**GARBLED, **SILENT, **HARMLESS, LEFT_BEHIND: _leave_a_grandchild}
