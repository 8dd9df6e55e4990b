"""What a reader says to what it is told: the real process, behind its walls."""

import io
import json
import sys
import zipfile
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest

from app.bring.messages import (
    Cancel,
    Cancelled,
    Failed,
    Fault,
    Found,
    Hello,
    Listed,
    Match,
    Omitted,
    Open,
    Part,
    Progress,
    Ready,
    Search,
    Searched,
    Show,
    Shown,
    Shutdown,
    Skipped,
)
from app.children.protocol import PROTOCOL_VERSION, Outcome, WallState
from app.domain.conversation import Role

from .child import Child, reader


def message(node: str, parent: str | None, role: str, text: str, time: float) -> dict[str, Any]:
    return {
        "id": node,
        "parent": parent,
        "message": {
            "author": {"role": role},
            "create_time": time,
            "content": {"content_type": "text", "parts": [text]},
            "metadata": {"model_slug": "gpt-5"},
            "recipient": "all",
        },
    }


def conversation(title: str, *texts: str) -> dict[str, Any]:
    nodes = [
        message(
            f"n{at}", f"n{at - 1}" if at else None, ("user", "assistant")[at % 2], text, 1_700_000_000.0 + at
        )
        for at, text in enumerate(texts)
    ]
    return {
        "title": title,
        "update_time": 1_700_000_100.0,
        "current_node": f"n{len(texts) - 1}",
        "mapping": {node["id"]: node for node in nodes},
    }


RAIN = conversation("Rain", "Why does it rain?", "Water falls from clouds.")
SNOW = conversation("Snow", "And snow?", "It is colder then. " * 3_000)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A ZIP with two conversations, one that is broken, and a picture."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("conversations.json", json.dumps([RAIN, {"title": "Lost", "mapping": 3}, SNOW]))
        archive.writestr("umbräla.png", b"\x89PNG\r\n\x1a\n")
    file = tmp_path / "export"
    file.write_bytes(inner.getvalue())
    return file


def listed(child: Child) -> list[Found]:
    child.say(Open(None))
    return [one for one in child.hears_until(Listed, Failed) if isinstance(one, Found)]


def test_it_stands_behind_walls_before_it_reads_anything(export: Path) -> None:
    with reader(export, greet=False) as child:
        child.say(Hello(PROTOCOL_VERSION))
        ready = child.hears()
    assert isinstance(ready, Ready)
    assert sys.platform != "linux" or set(astuple(ready.confinement.probes)) == {Outcome.DENIED}
    assert ready.confinement.memory_bounded is WallState.HELD


def test_it_lists_what_is_in_a_file_and_what_is_left_out(export: Path) -> None:
    with reader(export) as child:
        child.say(Open(None))
        heard = [one for one in child.hears_until(Listed, Failed) if not isinstance(one, Progress)]
    assert heard == [
        Found(0, "chatgpt", "Rain", 1_700_000_100.0, "gpt-5", 2, 0),
        Omitted("Lost", Skipped.BROKEN, 1),
        Found(1, "chatgpt", "Snow", 1_700_000_100.0, "gpt-5", 2, 0),
        Omitted("", Skipped.NO_CONVERSATION, 1),
        Listed("chatgpt"),
    ]


def test_it_reads_one_conversation_in_parts_that_fit_a_line(export: Path) -> None:
    with reader(export) as child:
        listed(child)
        child.say(Show(1))
        *parts, end = child.hears_until(Shown, Failed)
    assert end == Shown(1)
    said = [one for one in parts if isinstance(one, Part)]
    assert [(one.turn, one.role, one.is_last) for one in said] == [
        (0, Role.USER, True),
        (1, Role.ASSISTANT, False),
        (1, Role.ASSISTANT, True),
    ]
    assert "".join(one.text for one in said if one.turn == 1) == ("It is colder then. " * 3_000).strip()


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("rain", [0]), ("SNOW", [1]), ("water CLOUDS", [0]), ("water snow", []), ("it", [0, 1])],
)
def test_it_finds_words_in_titles_and_turns(export: Path, words: str, numbers: list[int]) -> None:
    with reader(export) as child:
        listed(child)
        child.say(Search(7, words))
        heard = child.hears_until(Searched, Failed)
    assert [one for one in heard if not isinstance(one, Progress)] == [
        *(Match(7, number) for number in numbers),
        Searched(7),
    ]


def test_it_can_be_stopped_and_goes_on_with_the_next_word(tmp_path: Path) -> None:
    file = tmp_path / "large"
    file.write_text(json.dumps([SNOW] * 800), encoding="utf-8")
    with reader(file) as child:
        child.say(Open(None))
        child.hears_until(Found)
        child.say(Cancel())
        heard = child.hears_until(Cancelled, Listed, Failed)
        assert heard[-1] == Cancelled()
        child.say(Show(0))
        assert child.hears_until(Shown, Failed)[-1] == Shown(0)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY),
        (b'{"recipes": ["soup"]}', Fault.UNKNOWN_JSON),
        (b"\x00\x01\x02" * 100, Fault.UNKNOWN),
        (b"PK\x03\x04 and no archive", Fault.BROKEN),
        (b" \n ", Fault.NO_TEXT),
    ],
)
def test_what_can_not_be_read_is_told_with_its_reason(tmp_path: Path, content: bytes, fault: Fault) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    with reader(file) as child:
        child.say(Open(None))
        assert child.hears_until(Listed, Failed)[-1] == Failed(fault)


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"{}\n",
        b'{"type":"open"}\n',
        b'{"type":"show","number":-1}\n',
        b'{"type":"show","number":5}\n',
        b'{"type":"hello","v":1}\n',
        b'{"type":"search","id":1,"words":""}\n',
    ],
)
def test_a_command_that_was_not_agreed_ends_it(export: Path, line: bytes) -> None:
    with reader(export) as child:
        child.say_line(line)
        assert child.ends() == 1


def test_it_ends_when_told_to_and_when_nobody_speaks_any_more(export: Path) -> None:
    with reader(export) as child:
        child.say(Shutdown())
        assert child.ends() == 0
    with reader(export) as child:
        assert child.process.stdin is not None
        child.process.stdin.close()
        assert child.ends() == 0
        child.process.stdin = None
