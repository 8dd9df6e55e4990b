"""The list of model files that are not started by themselves: kept, bounded, believed as far as it is one."""

import json
import stat
import sys
from pathlib import Path

import pytest

from app.controllers.set_aside import SetAside

ONE, OTHER = "ab" * 32, "cd" * 32


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "models-set-aside.json"


def test_what_is_set_aside_stays_so_until_it_is_taken_back(path: Path) -> None:
    SetAside(path).add(ONE)
    SetAside(path).add(ONE)
    kept = SetAside(path)
    assert (kept.has(ONE), kept.has(OTHER)) == (True, False)
    kept.add(OTHER)
    kept.remove(ONE)
    assert [SetAside(path).has(sha256) for sha256 in (ONE, OTHER)] == [False, True]


def test_the_file_holds_checksums_alone_and_is_its_owners(path: Path) -> None:
    SetAside(path).add(ONE)
    assert json.loads(path.read_text(encoding="utf-8")) == {"v": 1, "sha256": [ONE]}
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_written_by_asking(path: Path) -> None:
    assert not SetAside(path).has(ONE)
    assert not path.exists()


def test_of_too_many_the_oldest_go(path: Path) -> None:
    kept = SetAside(path)
    for number in range(70):
        kept.add(f"{number:064x}")
    held = [SetAside(path).has(f"{number:064x}") for number in range(70)]
    assert held == [False] * 6 + [True] * 64


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "[" * 5_000,
        '{"v": 2, "sha256": ["$ONE"]}',
        '{"v": 1, "sha256": "$ONE"}',
        '{"v": 1, "sha256": ["$ONE", 7]}',
        '{"v": 1, "sha256": ["$ONE", "short"]}',
        '{"v": 1, "sha256": ["$ONE"], "more": "' + "x" * 20_000 + '"}',
    ],
)
def test_what_is_no_such_list_counts_as_nothing_and_is_written_anew(path: Path, content: str) -> None:
    path.write_text(content.replace("$ONE", ONE), encoding="utf-8")
    kept = SetAside(path)
    assert not kept.has(ONE)
    kept.add(OTHER)
    assert SetAside(path).has(OTHER)


def test_what_cannot_be_written_is_known_until_the_program_ends(path: Path) -> None:
    path.mkdir()
    kept = SetAside(path)
    kept.add(ONE)
    assert kept.has(ONE)
    assert not SetAside(path).has(ONE)
    nowhere = SetAside(None)
    nowhere.add(ONE)
    assert nowhere.has(ONE)
