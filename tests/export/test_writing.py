"""A page is on the disk whole or not at all, for its owner alone, and leaves nothing beside it."""

import errno
import json
import os
import resource
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.errors import ErrorCode, KnownError
from app.export.writing import write_page

ROOT = Path(__file__).parents[2]
NOBODY = 65534


@pytest.fixture(params=["nameless", "named"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to write: with a system that knows files without a name, and with one that does not."""
    if request.param == "named":
        monkeypatch.delattr(os, "O_TMPFILE")
    return str(request.param)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_a_new_page_is_its_owners_alone(way: str, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    write_page(target, b"content")
    assert target.read_bytes() == b"content"
    assert _mode(target) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_page_replaces_one_that_others_could_read_and_is_its_owners_alone(way: str, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_bytes(b"old")
    target.chmod(0o666)
    write_page(target, b"new")
    assert (target.read_bytes(), _mode(target)) == (b"new", 0o600)
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_replaced_and_what_it_led_to_stays(way: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"theirs")
    target = tmp_path / "page.txt"
    target.symlink_to(elsewhere)
    write_page(target, b"page")
    assert elsewhere.read_bytes() == b"theirs"
    assert not target.is_symlink()
    assert (target.read_bytes(), _mode(target)) == (b"page", 0o600)


def test_the_longest_name_that_a_file_may_have_is_no_hindrance(way: str, tmp_path: Path) -> None:
    target = tmp_path / ("n" * 251 + ".pdf")
    write_page(target, b"page")
    assert target.read_bytes() == b"page"


def test_a_page_that_does_not_fit_leaves_the_old_one_and_nothing_else(way: str, tmp_path: Path) -> None:
    target = tmp_path / "page.pdf"
    target.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        with pytest.raises(KnownError) as caught:
            write_page(target, b"x" * 5_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.code is ErrorCode.EXPORT_FAILED
    assert caught.value.__cause__ is None
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, ErrorCode.EXPORT_DISK_FULL),
        (errno.EROFS, ErrorCode.EXPORT_FOLDER_READ_ONLY),
        (errno.EIO, ErrorCode.EXPORT_FAILED),
    ],
)
def test_what_the_disk_reports_becomes_a_code_and_nothing_is_left(
    way: str, number: int, code: ErrorCode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(KnownError) as caught:
        write_page(tmp_path / "page.pdf", b"page")
    assert caught.value.code is code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["missing/page.txt", "file/page.txt", "folder"])
def test_a_place_that_takes_no_file_is_told(way: str, place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder" / "full").mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(KnownError) as caught:
        write_page(tmp_path / place, b"page")
    assert caught.value.code is ErrorCode.EXPORT_FAILED
    assert sorted(tmp_path.rglob("*")) == before


@pytest.fixture
def shut_folder() -> Iterator[Path]:
    """A folder that may be read and not written, owned by a user whom file modes bind."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Path(place) / "shut"
        folder.mkdir()
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        folder.chmod(0o500)
        yield folder
        folder.chmod(0o700)


def test_a_folder_that_may_not_be_written_is_told(way: str, shut_folder: Path) -> None:
    as_root = os.geteuid() == 0
    if as_root:
        os.seteuid(NOBODY)
    try:
        with pytest.raises(KnownError) as caught:
            write_page(shut_folder / "page.txt", b"page")
    finally:
        if as_root:
            os.seteuid(0)
    assert caught.value.code is ErrorCode.EXPORT_FOLDER_READ_ONLY
    assert list(shut_folder.iterdir()) == []


def _kills(folder: Path, way: str) -> list[tuple[str, list[Any]]]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.export.killed_writer", str(folder), way],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    ).stdout
    return [(held, left_over) for held, left_over in map(json.loads, told.splitlines())]


def test_a_kill_at_any_moment_leaves_the_old_page_or_all_of_the_new(tmp_path: Path) -> None:
    for way in ("nameless", "named"):
        (tmp_path / way).mkdir()
        kills = _kills(tmp_path / way, way)
        assert {held for held, _ in kills} == {"old", "new"}
        assert kills[-1] == ("new", [])
        assert all(mode == 0o600 for _, left_over in kills for mode, _ in left_over)


def test_a_kill_leaves_no_half_page_beside_it_where_files_may_be_nameless(tmp_path: Path) -> None:
    kills = _kills(tmp_path, "nameless")
    assert len(kills) > 10
    assert all(is_whole for _, left_over in kills for _, is_whole in left_over)
