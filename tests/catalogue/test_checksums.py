"""The memory of checksums saves time, and harms nothing when it is damaged or cannot be written."""

import json
import stat
import sys
from pathlib import Path

import pytest

from app.catalogue.checksums import RememberedChecksums

MODEL = Path("/models/a.gguf")
SHA256 = "ab" * 32


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "state"
    folder.mkdir()
    return folder / "checksums.json"


def test_a_checksum_is_recalled_for_the_very_same_file(path: Path) -> None:
    RememberedChecksums(path).remember(MODEL, 10, 20, SHA256)
    again = RememberedChecksums(path)
    assert again.recall(MODEL, 10, 20) == SHA256
    assert again.recall(MODEL, 11, 20) is None
    assert again.recall(MODEL, 10, 21) is None
    assert again.recall(Path("/models/b.gguf"), 10, 20) is None


def test_a_new_checksum_takes_the_place_of_the_old(path: Path) -> None:
    memory = RememberedChecksums(path)
    memory.remember(MODEL, 10, 20, SHA256)
    memory.remember(MODEL, 10, 30, "cd" * 32)
    assert memory.recall(MODEL, 10, 20) is None
    assert memory.recall(MODEL, 10, 30) == "cd" * 32


def test_the_oldest_are_forgotten(path: Path) -> None:
    memory = RememberedChecksums(path)
    for number in range(70):
        memory.remember(Path(f"/models/{number}"), 1, 1, SHA256)
    assert memory.recall(Path("/models/5"), 1, 1) is None
    assert memory.recall(Path("/models/69"), 1, 1) == SHA256


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b"[" * 100_000,
        b'{"v": 2, "files": {}}',
        b'{"v": 1, "files": []}',
        json.dumps({"v": 1, "files": {str(MODEL): [10, 20]}}).encode(),
        json.dumps({"v": 1, "files": {str(MODEL): [10, 20, "short"]}}).encode(),
        json.dumps({"v": 1, "files": {str(MODEL): [10, 20, 30]}}).encode(),
        json.dumps({"v": 1, "files": {str(MODEL): None}}).encode(),
    ],
)
def test_a_damaged_memory_is_ignored_and_written_anew(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    memory = RememberedChecksums(path)
    assert memory.recall(MODEL, 10, 20) is None
    memory.remember(MODEL, 10, 20, SHA256)
    assert memory.recall(MODEL, 10, 20) == SHA256


def test_a_memory_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_bytes(b"")
    memory = RememberedChecksums(blocked / "checksums.json")
    memory.remember(MODEL, 10, 20, SHA256)
    assert memory.recall(MODEL, 10, 20) is None


def test_its_folder_is_for_others_to_make(tmp_path: Path) -> None:
    memory = RememberedChecksums(tmp_path / "absent" / "checksums.json")
    memory.remember(MODEL, 10, 20, SHA256)
    assert memory.recall(MODEL, 10, 20) is None
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_beside_it_when_its_place_is_taken(path: Path) -> None:
    path.mkdir()
    RememberedChecksums(path).remember(MODEL, 10, 20, SHA256)
    assert list(path.parent.iterdir()) == [path]


def test_only_its_owner_can_read_it(path: Path) -> None:
    RememberedChecksums(path).remember(MODEL, 10, 20, SHA256)
    # Windows keeps the rights of the folder instead.
    expected = 0o600 if sys.platform != "win32" else 0o666
    assert stat.S_IMODE(path.stat().st_mode) == expected
