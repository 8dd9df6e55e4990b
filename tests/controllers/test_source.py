"""What a reader is given: an ordinary file, or bytes that never lay on a disk."""

import os
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.controllers.source import Opening, open_source, takes_bytes


def test_a_file_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "said.txt"
    file.write_bytes(b"Rest.")
    descriptor = open_source(file)
    assert descriptor is not None
    assert os.read(descriptor, 9) == b"Rest."
    assert not os.get_inheritable(descriptor)
    os.close(descriptor)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has files that lie in memory")
def test_bytes_are_a_file_in_memory() -> None:
    assert takes_bytes()
    descriptor = open_source(b"Rest." * 1_000)
    assert descriptor is not None
    assert os.pread(descriptor, 5, 0) == b"Rest."
    assert os.fstat(descriptor).st_size == 5_000
    assert "memfd" in str(Path(f"/proc/self/fd/{descriptor}").readlink())
    os.close(descriptor)


def test_what_is_no_ordinary_file_is_not_opened_and_left_open_nowhere(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    before = os.open(os.devnull, os.O_RDONLY)
    os.close(before)
    for path in (tmp_path, pipe, tmp_path / "nothing", Path("with\0zero")):
        assert open_source(path) is None
    after = os.open(os.devnull, os.O_RDONLY)
    os.close(after)
    assert after == before


def test_a_file_is_opened_on_another_thread_and_told_on_this_one(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "said.txt"
    file.write_bytes(b"Rest.")
    opening = Opening()
    heard: list[tuple[int | None, int]] = []
    opening.opened.connect(lambda descriptor: heard.append((descriptor, threading.get_ident())))
    opening.begin(file)
    qtbot.waitUntil(lambda: bool(heard), timeout=10_000)
    descriptor, thread = heard[0]
    assert thread == threading.get_ident()
    assert descriptor is not None
    os.close(descriptor)
