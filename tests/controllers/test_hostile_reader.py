"""A reader's child that means harm, a real process each time: its file is lost, and nothing else happens.

What is merely untrue, and what was left out without end, is in `test_file_reader.py`.
"""

import json
import os
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from app.bring.messages import Fault, Ready, write_from_reader
from app.children.protocol import PROTOCOL_VERSION, Isolation, WallState
from app.controllers import file_reader
from app.controllers.file_reader import ReaderState
from tests.controllers.test_file_reader import (
    FOUND,
    LISTED,
    PART,
    SHOWN,
    export,
    scripted,
    start,
)
from tests.engine.hostile import ESCAPES
from tests.engine.scripted_child import UNCONFINED

__all__ = ["export", "start"]
_WALLS = Isolation(*[WallState.HELD for _ in fields(Isolation)])
READY = json.loads(write_from_reader(Ready(PROTOCOL_VERSION, _WALLS, UNCONFINED)))
_FOUND = json.dumps(FOUND)
GARBLED: dict[str, Any] = {
    "a key twice": _FOUND.replace('"number": 0', '"number": 0, "number": 0'),
    "half a line of JSON": _FOUND[:20],
    "no number": _FOUND.replace('"number": 0', '"number": NaN'),
    "a time without end": _FOUND.replace('"time": null', '"time": 1e999'),
    "a time after all times": {**FOUND, "time": 1e18},
    "a number below zero": {**FOUND, "number": -1},
    "a number of a hundred thousand digits": _FOUND.replace('"number": 0', '"number": ' + "9" * 100_000),
    "a number as text": {**FOUND, "number": "0"},
    "a truth as a number": {**FOUND, "number": False},
    "a field left out": {name: value for name, value in FOUND.items() if name != "title"},
    "a field too many": {**FOUND, "path": "/etc/passwd"},
    "a list for a message": [FOUND],
    "lists within lists": "[" * 100_000,
    "two messages in a line": _FOUND + _FOUND,
    "a line with nothing in it": "",
    "nothing but zeros": "\x00" * 1_000,
    "half a pair of letters": {**FOUND, "title": "\ud800"},
    "a control letter as it is": _FOUND.replace("Rain", "\x1b[31m"),
    "a mark before the text": "\ufeff" + _FOUND,
    "a type that there is not": {"type": "run", "program": "sh"},
    "a message of the other side": {"type": "open", "path": "/etc/passwd"},
    "a greeting again": READY,
    "a search that nobody asked for": {"type": "match", "id": 0, "number": 0},
    "progress beyond the end": {"type": "progress", "fraction": 1.5},
    "nothing left out at all": {"type": "omitted", "what": "", "why": "hidden", "count": 0},
    "a reason that there is not": {"type": "omitted", "what": "", "why": "bored", "count": 1},
}
TRICKS = (
    "../../../../tmp/owned",
    "..\\..\\owned",
    "C:\\Windows\\owned.exe",
    "\\\\server\\share\\owned",
    "/etc/passwd",
    "~/.bashrc",
    "owned\x00.txt",
    "con",
    "$(touch owned)",
    "`touch owned`",
    "%s%s%n",
    "file:///etc/passwd",
    "." * 200,
    ESCAPES,
)
_ACTING = """
import json, os, signal, sys, time
said = json.loads(sys.argv[1])
def say(one):
    os.write(1, (json.dumps(one) + chr(10)).encode())
os.read(0, 1000)
say(said[0])
os.read(0, 1000)
"""
_SLOWLY_WITHOUT_END = _ACTING + "while True:\n    os.write(1, b' ')\n    time.sleep(0.01)\n"
_CLOSED = _ACTING + "os.close(1)\ntime.sleep(600)\n"
_STANDS_STILL = _ACTING + "os.kill(os.getpid(), signal.SIGSTOP)\n"
_SLOWLY = f"""{_ACTING}
for byte in json.dumps(said[1]).encode() + b"\\n":
    os.write(1, bytes([byte]))
say(said[2])
time.sleep(600)
"""
_STDERR = f"""{_ACTING}
for _ in range(1000):
    os.write(2, b"\\x1b[2Jsaid in the room" * 500)
say(said[1])
say(said[2])
time.sleep(600)
"""
_GRANDCHILD = f"""{_ACTING}
if os.fork():
    say(said[1])
    os._exit(3)
try:
    while True:
        os.write(1, b" ")
        time.sleep(0.01)
except OSError:
    os._exit(0)
"""
_DESCRIPTORS = """
import json, os, sys, time
from app.children.entry import enter
said = json.loads(sys.argv[1])
file = int(sys.argv[sys.argv.index("--file-fd") + 1])
channel = enter(kept=(file,))
links = ["/proc/self/fd/" + one for one in os.listdir("/proc/self/fd")]
held = {os.path.basename(os.readlink(one)).partition(":")[0] for one in links if os.path.lexists(one)}
said[1]["title"] = " ".join(sorted(held))
for number, one in enumerate(said):
    if number < 2:
        os.read(0, 1000)
    channel.say((json.dumps(one) + chr(10)).encode())
time.sleep(600)
"""


def _acting(script: str, *said: Any) -> tuple[str, ...]:
    return (sys.executable, "-c", script, json.dumps(said))


@pytest.mark.parametrize("lie", GARBLED)
def test_a_reader_that_says_what_cannot_be_is_ended_and_nothing_is_believed(
    start: Any, export: Path, lie: str, capfd: pytest.CaptureFixture[str]
) -> None:
    said = GARBLED[lie]
    line = said + "\n" if isinstance(said, str) else json.dumps(said) + "\n"
    reading = start(export, scripted([READY], [FOUND, line, {**FOUND, "number": 1}, LISTED]))
    reading.until(lambda: bool(reading.heard.failed))
    assert reading.heard.failed == [Fault.CRASHED]
    assert [one.number for one in reading.heard.found] == [0]
    assert reading.heard.omitted == reading.heard.listed == []
    assert reading.reader.state is ReaderState.FAILED
    written = capfd.readouterr()
    assert (written.out, written.err) == ("", "")


def test_a_reader_that_does_not_greet_is_not_believed(start: Any, export: Path) -> None:
    reading = start(export, scripted([FOUND, LISTED]))
    reading.until(lambda: bool(reading.heard.failed))
    assert (reading.heard.failed, reading.heard.found) == ([Fault.CRASHED], [])


@pytest.mark.parametrize(
    "script", [_SLOWLY_WITHOUT_END, _CLOSED, _STANDS_STILL], ids=["slow", "closed", "stopped"]
)
def test_a_reader_of_which_nothing_whole_comes_is_given_up(
    start: Any, export: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr(file_reader, "_SILENCE_MS", 300)
    reading = start(export, _acting(script, READY))
    reading.until(lambda: bool(reading.heard.failed))
    assert reading.heard.failed == [Fault.TOO_SLOW]


@pytest.mark.parametrize("script", [_SLOWLY, _STDERR], ids=["byte by byte", "a flood on standard error"])
def test_what_comes_oddly_but_whole_is_taken_and_nothing_is_printed(
    start: Any, export: Path, script: str, capfd: pytest.CaptureFixture[str]
) -> None:
    reading = start(export, _acting(script, READY, FOUND, LISTED))
    reading.until(lambda: bool(reading.heard.listed))
    assert [one.title for one in reading.heard.found] == ["Rain"]
    written = capfd.readouterr()
    assert (written.out, written.err) == ("", "")


def test_somebody_whom_a_reader_leaves_behind_with_the_pipe_is_not_heard(start: Any, export: Path) -> None:
    reading = start(export, _acting(_GRANDCHILD, READY, FOUND))
    reading.until(lambda: bool(reading.heard.failed))
    assert reading.heard.failed == [Fault.CRASHED]
    assert reading.reader.state is ReaderState.FAILED


@pytest.mark.parametrize("name", TRICKS, ids=range(len(TRICKS)))
def test_a_name_that_tries_to_lead_somewhere_is_words(
    start: Any,
    tmp_path: Path,
    export: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    found = [{**FOUND, "title": name}, {**LISTED, "kind": "chatgpt"}]
    reading = start(export, scripted([READY], found, [{**PART, "text": name, "model": name[:40]}, SHOWN]))
    reading.until(lambda: bool(reading.heard.listed))
    reading.reader.show(0)
    reading.until(lambda: bool(reading.heard.shown))
    _, conversation, _ = reading.heard.shown[0]
    assert conversation.title == name
    assert conversation.turns[0].shown.text == name
    assert sorted(tmp_path.rglob("*")) == before
    written = capfd.readouterr()
    assert (written.out, written.err) == ("", "")


def test_a_reader_holds_no_descriptor_of_the_window_s_but_its_own_file(
    start: Any, export: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("said in the room", encoding="utf-8")
    descriptor = os.open(secret, os.O_RDONLY)
    try:
        os.set_inheritable(descriptor, True)
        reading = start(export, _acting(_DESCRIPTORS, READY, FOUND, LISTED))
        reading.until(lambda: bool(reading.heard.listed))
    finally:
        os.close(descriptor)
    assert reading.heard.found[0].title == f"{export.name} null pipe"
