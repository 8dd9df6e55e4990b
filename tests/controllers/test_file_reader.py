"""One file read through the real child, and through children that lie, die and say nothing."""

import base64
import json
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.bring.messages import MAX_OMITTED, Fault, Found, Omitted, Skipped
from app.children.protocol import Confinement, Isolation, Probes
from app.controllers import file_reader, source
from app.controllers.file_reader import FileReader, ReaderState
from app.domain.conversation import Conversation, Preview, Role
from app.errors import BugError
from tests.bring.samples import chatgpt, picture
from tests.bring.test_worker import RAIN, SNOW

ROOT = Path(__file__).parents[2]
WAIT_MS = 30_000
REAL = (sys.executable, "-m", "app.bring")
READY = {
    "type": "ready",
    "v": 1,
    "isolation": {wall.name: "held" for wall in fields(Isolation)},
    "confinement": {wall.name: "held" for wall in fields(Confinement)}
    | {"probes": dict.fromkeys((way.name for way in fields(Probes)), "denied")},
}
FOUND = {
    "type": "found",
    "number": 0,
    "kind": "",
    "title": "Rain",
    "time": None,
    "model": "",
    "turns": 1,
    "alternatives": 0,
}
LISTED = {"type": "listed", "kind": "chatgpt"}
PART = {
    "type": "part",
    "turn": 0,
    "wording": 0,
    "role": "user",
    "time": None,
    "model": "",
    "text": "Why?",
    "is_last": True,
}
SHOWN = {"type": "shown", "number": 0}

_SCRIPTED = """
import json, sys
for line, said in zip(sys.stdin, json.loads(sys.argv[1])):
    for one in said:
        for _ in range(one.pop("times", 1) if isinstance(one, dict) else 1):
            sys.stdout.write(one if isinstance(one, str) else json.dumps(one) + chr(10))
    sys.stdout.flush()
    if said == []:
        sys.exit(0)
for line in sys.stdin:
    pass
"""


_STANDING_STILL = """
import sys, time
sys.stdin.readline()
print(sys.argv[1], flush=True)
while True:
    print('{"type":"progress","fraction":0.5}', flush=True)
    time.sleep(0.05)
"""


def scripted(*answers: list[Any]) -> tuple[str, ...]:
    """A child that answers the first thing it is told with the first of these, and so on; with nothing, it ends."""
    return (sys.executable, "-c", _SCRIPTED, json.dumps(answers))


@dataclass
class Heard:
    """What a reader told."""

    found: list[Found] = field(default_factory=list)
    omitted: list[Omitted] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    shown: list[tuple[int, Conversation, Preview | None]] = field(default_factory=list)
    matched: list[int] = field(default_factory=list)
    failed: list[Fault] = field(default_factory=list)


@dataclass
class Reading:
    """A reader, and what it told."""

    qtbot: QtBot
    reader: FileReader
    heard: Heard

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=WAIT_MS)


@pytest.fixture
def start(qtbot: QtBot) -> Any:
    """Return what makes a reader of a file and begins to read it."""
    made: list[FileReader] = []

    def begin(path: Path, command: tuple[str, ...] = REAL) -> Reading:
        reader = FileReader(command, ROOT)
        made.append(reader)
        heard = Heard()
        reader.found.connect(heard.found.append)
        reader.omitted.connect(heard.omitted.append)
        reader.listed.connect(heard.listed.append)
        reader.shown.connect(lambda number, one, preview: heard.shown.append((number, one, preview)))
        reader.matched.connect(heard.matched.append)
        reader.failed.connect(heard.failed.append)
        reader.read(path)
        return Reading(qtbot, reader, heard)

    yield begin
    for reader in made:
        reader.end_now()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "export.json"
    file.write_text(json.dumps([RAIN, {"title": "Lost", "mapping": 1}, SNOW]), encoding="utf-8")
    return file


def test_a_file_is_listed_shown_and_searched(start: Any, export: Path) -> None:
    reading = start(export)
    reading.until(lambda: reading.heard.listed == ["chatgpt"])
    assert [one.title for one in reading.heard.found] == ["Rain", "Snow"]
    assert reading.heard.omitted == [Omitted("Lost", Skipped.BROKEN, 1)]
    reading.reader.show(0)
    reading.until(lambda: len(reading.heard.shown) == 1)
    number, conversation, preview = reading.heard.shown[0]
    assert (number, conversation.title, preview) == (0, "Rain", None)
    assert [(turn.role, turn.shown.text) for turn in conversation.turns] == [
        (Role.USER, "Why does it rain?"),
        (Role.ASSISTANT, "Water falls from clouds."),
    ]
    with reading.qtbot.waitSignal(reading.reader.searched, timeout=WAIT_MS):
        reading.reader.search("colder")
    assert reading.heard.matched == [1]
    assert reading.heard.failed == []


def test_other_wordings_come_with_their_turn(start: Any, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(chatgpt())
    reading = start(file)
    reading.until(lambda: bool(reading.heard.listed))
    reading.reader.show(0)
    reading.until(lambda: bool(reading.heard.shown))
    turns = reading.heard.shown[0][1].turns
    assert [len(turn.alternatives) for turn in turns] == [0, 0, 1, 0]
    assert turns[2].alternatives[0].text == "Said again"


def test_a_picture_comes_with_what_was_read_from_it(start: Any, tmp_path: Path) -> None:
    file = tmp_path / "screen"
    file.write_bytes(picture())
    reading = start(file)
    reading.until(lambda: bool(reading.heard.listed))
    reading.reader.show(0)
    reading.until(lambda: bool(reading.heard.shown))
    _, conversation, preview = reading.heard.shown[0]
    assert preview is not None
    image = QImage(
        preview.pixels, preview.width, preview.height, preview.width * 3, QImage.Format.Format_RGB888
    )
    assert not image.isNull()
    assert [turn.shown.text for turn in conversation.turns] == ["Why at four?", "Many people do."]


def test_what_is_no_ordinary_file_is_unreadable(start: Any, tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere", Path("/dev/null")):
        reading = start(place)
        reading.until(lambda reading=reading: bool(reading.heard.failed))
        assert reading.heard.failed == [Fault.UNREADABLE]


def test_listing_can_be_stopped(start: Any, tmp_path: Path) -> None:
    file = tmp_path / "large"
    file.write_text(json.dumps([SNOW] * 1_500), encoding="utf-8")
    reading = start(file)
    reading.until(lambda: bool(reading.heard.found))
    with reading.qtbot.waitSignal(reading.reader.cancelled, timeout=WAIT_MS):
        reading.reader.cancel()
    assert reading.reader.state is ReaderState.READY
    assert reading.heard.listed == []


def test_after_it_is_closed_nothing_is_heard_of_it(start: Any, export: Path) -> None:
    reading = start(export)
    reading.until(lambda: bool(reading.heard.found))
    reading.reader.close()
    told = len(reading.heard.found)
    with reading.qtbot.assertNotEmitted(reading.reader.failed, wait=300):
        pass
    assert (len(reading.heard.found), reading.reader.state) == (told, ReaderState.CLOSED)


def test_two_things_at_once_are_a_bug(start: Any, export: Path) -> None:
    reading = start(export)
    with pytest.raises(BugError):
        reading.reader.show(0)
    with pytest.raises(BugError):
        reading.reader.read(export)


LIES: dict[str, list[list[Any]]] = {
    "another version": [[{**READY, "v": 2}]],
    "no greeting": [[LISTED]],
    "a number left out": [[READY], [{**FOUND, "number": 1}]],
    "a list of nothing": [[READY], [LISTED]],
    "more after the list": [[READY], [FOUND, LISTED, {**FOUND, "number": 1}]],
    "what was not asked for": [[READY], [FOUND, LISTED, PART]],
    "no protocol": [[READY], ["the words of somebody\n"]],
    "a line without an end": [[READY], ["x" * 300_000]],
    "what was left out without end": [
        [READY],
        [{"type": "omitted", "what": "", "why": "hidden", "count": 1, "times": MAX_OMITTED + 1}],
    ],
    "a title of a megabyte": [[READY], [{**FOUND, "title": "x" * 1_000_000}]],
}
LIES_WHEN_SHOWN: dict[str, list[Any]] = {
    "another conversation": [PART, {**SHOWN, "number": 1}],
    "a turn left out": [{**PART, "turn": 1}],
    "another wording first": [{**PART, "wording": 1}],
    "half a turn": [{**PART, "is_last": False}, SHOWN],
    "pixels of no picture": [{"type": "pixels", "base64": "AAAA"}],
    "too many pixels": [
        {"type": "picture", "width": 1, "height": 1},
        {"type": "pixels", "base64": base64.b64encode(b"12345").decode()},
    ],
    "too few pixels": [
        {"type": "picture", "width": 2, "height": 2},
        {"type": "pixels", "base64": "AAAA"},
        PART,
        SHOWN,
    ],
    "no base64": [{"type": "picture", "width": 1, "height": 1}, {"type": "pixels", "base64": "!!!"}],
    "pixels of nothing": [
        {"type": "picture", "width": 1, "height": 1},
        {"type": "pixels", "base64": ""},
    ],
    "parts of nothing": [{**PART, "text": "", "is_last": False}],
    "a turn longer than any": [{**PART, "text": "x" * 30_000, "is_last": False, "times": 7}],
}


@pytest.mark.parametrize("lie", LIES)
def test_a_child_that_says_what_can_not_be_is_put_down(start: Any, export: Path, lie: str) -> None:
    reading = start(export, scripted(*LIES[lie]))
    reading.until(lambda: bool(reading.heard.failed))
    assert reading.heard.failed == [Fault.CRASHED]
    assert reading.reader.state is ReaderState.FAILED


@pytest.mark.parametrize("lie", LIES_WHEN_SHOWN)
def test_a_child_that_shows_what_can_not_be_is_put_down(start: Any, export: Path, lie: str) -> None:
    reading = start(export, scripted([READY], [FOUND, LISTED], LIES_WHEN_SHOWN[lie]))
    reading.until(lambda: bool(reading.heard.listed))
    reading.reader.show(0)
    reading.until(lambda: bool(reading.heard.failed))
    assert (reading.heard.failed, reading.heard.shown) == ([Fault.CRASHED], [])


@pytest.mark.parametrize("numbers", [(0, 0), (1, 0), (2,)])
def test_a_child_that_finds_what_it_has_found_before_is_put_down(
    start: Any, export: Path, numbers: tuple[int, ...]
) -> None:
    found = [FOUND, {**FOUND, "number": 1}, LISTED]
    matches = [{"type": "match", "id": 1, "number": number} for number in numbers]
    reading = start(export, scripted([READY], found, matches))
    reading.until(lambda: bool(reading.heard.listed))
    reading.reader.search("rain")
    reading.until(lambda: bool(reading.heard.failed))
    assert reading.heard.failed == [Fault.CRASHED]


def test_a_child_that_stands_still_and_says_so_for_ever_is_given_up(
    start: Any, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_reader, "_SILENCE_MS", 300)
    reading = start(export, (sys.executable, "-c", _STANDING_STILL, json.dumps(READY)))
    reading.until(lambda: bool(reading.heard.failed))
    assert reading.heard.failed == [Fault.TOO_SLOW]


def test_a_reader_without_its_walls_says_so_and_nothing_is_asked_of_it(start: Any, export: Path) -> None:
    reading = start(export, scripted([{"type": "failed", "fault": "no_walls"}]))
    reading.until(lambda: bool(reading.heard.failed))
    assert reading.heard.failed == [Fault.NO_WALLS]


def test_a_file_that_takes_for_ever_to_open_keeps_nobody_waiting(
    start: Any, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    opened: list[int] = []

    def open_late(path: Path) -> int:
        answers.wait()
        opened.append(os.open(path, os.O_RDONLY))
        return opened[0]

    monkeypatch.setattr(source, "open_source", open_late)
    monkeypatch.setattr(file_reader, "_START_MS", 50)
    reading = start(export)
    reading.until(lambda: bool(reading.heard.failed))
    assert reading.heard.failed == [Fault.TOO_SLOW]
    answers.set()
    reading.until(lambda: bool(opened) and _is_closed(opened[0]))
    assert reading.reader.state is ReaderState.FAILED


def _is_closed(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return True
    return False


def test_a_child_that_ends_is_told_as_one_that_broke_off(start: Any, export: Path) -> None:
    reading = start(export, scripted([READY], []))
    reading.until(lambda: bool(reading.heard.failed))
    assert reading.heard.failed == [Fault.CRASHED]


def test_a_child_that_says_nothing_is_given_up(
    start: Any, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_reader, "_SILENCE_MS", 50)
    reading = start(export, scripted([READY]))
    reading.until(lambda: bool(reading.heard.failed))
    assert reading.heard.failed == [Fault.TOO_SLOW]
