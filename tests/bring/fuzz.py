"""Reads files that were good and are no longer: nothing but a `ReadingError` may come of it.

    python -m tests.bring.fuzz [--inputs N] [--seconds S] [--first K] [FORMAT ...]

changes small good files of each format (`samples.py`) by lot and reads what comes of it: 50,000 of each format, or
for ten minutes, whichever comes first. A failure is any other error, more than five seconds, more than 256 MB, or
something that is read beyond its bounds. Printed are the kind of a failure and the number of its input, never what is
in it: `--first K --inputs 1 FORMAT` makes the same input again. Ends with 1 if there was a failure.
"""

import argparse
import random
import signal
import sys
import time
import types
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from app.bring.faults import ReadingError
from app.bring.format import Listed, Opened, Report
from app.bring.opening import opened
from app.bring.source import BytesSource
from app.domain.conversation import (
    MAX_ALTERNATIVES,
    MAX_TURNS,
    MODEL_MAX_CHARS,
    SAID_MAX_CHARS,
    TITLE_MAX_CHARS,
    Conversation,
)
from tests.bring.archives import archive_of
from tests.bring.samples import SAMPLES

INPUTS = 50_000
SECONDS = 600.0
MOST_SECONDS = 5.0
MOST_SECONDS_WAITED = 60.0
MOST_MB = 256
MOST_BYTES = 2_000_000
MOST_READ = 50
"""Conversations of one file."""
_TOKENS = (
    b"[", b"]", b"{", b"}", b'"', b"'", b"\\", b",", b":", b"null", b"true", b"[]", b"{}", b'""', b"-1",
    b"1e999", b"NaN", b"9" * 5_000, b"0.1", b"\\ud800", b"\\u0000", b"\x00", b"\xff", b"\xfe\xff",
    b"\xef\xbb\xbf", b"\xc3", b"\xf0\x9f", b"\r\n", b"\n", b"\t", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"<",
    b">", b"</p>", b"<p>", b"<!--", b"-->", b"<![CDATA[", b"<script>", b"<table>", b"<td>", b"<li>", b"&",
    b"&#x0;", b"&#99999999;", b"&lt;", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"{\\rtf1", b"\\bin99999 ",
    b"\\u-1?", b"\\'", b"\\par ", b"{\\*", b"\\uc99 ", b"\\v ", b";", b"PK\x01\x02", b"PK\x03\x04",
    b"PK\x05\x06", b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff", b"2026-99-99T99:99:99Z",
    b"0001-01-01T00:00:00+14:00", b"You said:", b"ChatGPT said:", b"AI:", b"**", b"# ", b"> ", b" " * 300,
)  # fmt: skip


class _Hung(BaseException):
    """An input takes so long that nobody knows whether it ends."""


def changed(sample: bytes, drawn: random.Random) -> bytes:
    """Return a file that was good, changed in a few places; of an archive, at times within its files."""
    if sample.startswith(b"PK") and drawn.random() < 0.7:
        with zipfile.ZipFile(BytesIO(sample)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        name = drawn.choice(sorted(files))
        files[name] = changed(files[name], drawn)
        return archive_of(files, drawn.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
    held = sample
    for _ in range(drawn.choice((1, 1, 2, 3, 5, 9))):
        held = _changed_once(held, drawn)[:MOST_BYTES]
    return held


def _changed_once(held: bytes, drawn: random.Random) -> bytes:
    begin = drawn.randint(0, len(held))
    end = min(len(held), begin + int(drawn.expovariate(1 / 20)))
    other = drawn.randint(0, len(held))
    before, part, after = held[:begin], held[begin:end], held[end:]
    match drawn.randrange(9):
        case 0:
            return before + bytes([drawn.randrange(256)]) + held[begin + 1 :]
        case 1:
            return before + drawn.choice(_TOKENS) + held[begin:]
        case 2:
            return before + drawn.choice(_TOKENS) + after
        case 3:
            return before + after
        case 4:
            return before + part * drawn.choice((2, 3, 50, 1_500)) + after
        case 5:
            return before
        case 6:
            return held[:other] + part + held[other:]
        case 7:
            return before + drawn.choice(_TOKENS) * drawn.choice((2, 100, 1_500, 20_000)) + held[begin:]
        case _:
            return before + bytes(1 << drawn.randrange(8) ^ byte for byte in part[:1]) + held[begin + 1 :]


def read(held: bytes) -> bool:
    """Read all that is in a file. Whether anything was; raises ValueError if it is beyond its bounds."""
    report = Report()
    found = False
    try:
        file = opened(BytesSource(held))
        for number, listed in enumerate(file.conversations(report)):
            found = True
            _ensure_listed(listed)
            if number < MOST_READ:
                _ensure_read(_again(file, listed))
    except ReadingError:
        return False
    return found


def _again(file: Opened, listed: Listed) -> Conversation:
    return file.conversation(listed, Report())


def _ensure_listed(listed: Listed) -> None:
    if not 0 < listed.turns <= MAX_TURNS or not 0 <= listed.alternatives <= MAX_TURNS * MAX_ALTERNATIVES:
        raise ValueError
    _ensure_line(listed.title, TITLE_MAX_CHARS)
    _ensure_line(listed.model, MODEL_MAX_CHARS)
    if listed.time is not None and not 0 < listed.time.timestamp() <= 4_102_444_800:
        raise ValueError


def _ensure_read(conversation: Conversation) -> None:
    if not 0 < len(conversation.turns) <= MAX_TURNS:
        raise ValueError
    for turn in conversation.turns:
        if len(turn.alternatives) > MAX_ALTERNATIVES:
            raise ValueError
        for said in (turn.shown, *turn.alternatives):
            said.text.encode()
            _ensure_line(said.model, MODEL_MAX_CHARS)
            if len(said.text) > SAID_MAX_CHARS:
                raise ValueError


def _ensure_line(text: str, most: int) -> None:
    text.encode()
    if len(text) > most or "\n" in text:
        raise ValueError


@contextmanager
def _watched() -> Iterator[None]:
    """End what hangs, where the system can."""

    def stop(_signal: int, _frame: types.FrameType | None) -> None:
        raise _Hung

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS_WAITED)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def peak_mb() -> int:
    """Return how much memory this process has ever held; nothing where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)


def fault_of(held: bytes) -> tuple[str, bool]:
    """Return what is wrong with how a file is read, nothing if all is well; and whether anything was read."""
    found = False
    wrong = ""
    begun, held_before = time.process_time(), peak_mb()
    try:
        with _watched():
            found = read(held)
    except (Exception, _Hung) as error:  # noqa: BLE001 - any other kind of error is what is looked for
        wrong = type(error).__name__
    if not wrong and time.process_time() - begun > MOST_SECONDS:
        wrong = "too slow"
    if not wrong and peak_mb() - held_before > MOST_MB:
        wrong = "too much memory"
    return wrong, found


def campaign(kind: str, inputs: int, seconds: float, first: int = 0) -> int:
    """Read changed files of one format, print what comes of it, and return how many failures there were."""
    sample = SAMPLES[kind]()
    ends = time.monotonic() + seconds
    wrong: Counter[str] = Counter()
    counted = found = 0
    for number in range(first, first + inputs):
        if time.monotonic() > ends:
            break
        fault, anything = fault_of(changed(sample, random.Random(f"{kind} {number}")))
        counted += 1
        found += anything
        if fault:
            wrong[fault] += 1
            sys.stdout.write(f"{kind}: {fault}, input {number}\n")
    sys.stdout.write(f"{kind}: {counted} inputs, something read of {found}, {wrong.total()} failures\n")
    return wrong.total()


def main(arguments: list[str]) -> int:
    """Run. Return how the process is to end."""
    parser = argparse.ArgumentParser(prog="python -m tests.bring.fuzz")
    parser.add_argument("--inputs", type=int, default=INPUTS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("formats", nargs="*", metavar="FORMAT", choices=[*SAMPLES, []])
    given = parser.parse_args(arguments)
    kinds = given.formats or list(SAMPLES)
    return int(sum(campaign(kind, given.inputs, given.seconds, given.first) for kind in kinds) > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
