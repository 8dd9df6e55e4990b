"""The bytes that a reader is handed."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from app.bring.faults import Fault, ReadingError
from app.bring.source import BytesSource, FileSource, Source, SourceFile, whole


def file_of(folder: Path, held: bytes) -> tuple[Path, int]:
    path = folder / "file"
    path.write_bytes(held)
    return path, os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))


@pytest.fixture(params=["file", "bytes"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Source:
    if request.param == "bytes":
        return BytesSource(b"0123456789")
    descriptor = file_of(tmp_path, b"0123456789")[1]
    request.addfinalizer(lambda: os.close(descriptor))  # noqa: PT021 - only one of the two has one
    return FileSource(descriptor)


def test_bytes_are_read_from_any_place_as_often_as_one_likes(source: Source) -> None:
    assert source.size == 10
    assert source.read_at(7, 2) == source.read_at(7, 2) == b"78"
    assert source.read_at(0, 10) == b"0123456789"
    assert source.read_at(8, 100) == b"89"


@pytest.mark.parametrize("offset", [-1, 10, 2**31, 2**63, 2**70])
def test_nothing_is_read_from_a_place_that_there_is_not(source: Source, offset: int) -> None:
    assert source.read_at(offset, 5) == b""


@pytest.mark.parametrize("count", [0, -1, -(2**70)])
def test_no_bytes_are_none(source: Source, count: int) -> None:
    assert source.read_at(3, count) == b""


def test_a_file_that_shrinks_while_it_is_read_has_changed(tmp_path: Path) -> None:
    path, descriptor = file_of(tmp_path, b"0123456789")
    source = FileSource(descriptor)
    source.ensure_unchanged()
    path.write_bytes(b"01234")
    assert source.read_at(0, 5) == b"01234"
    for refused in (lambda: source.read_at(0, 10), source.ensure_unchanged):
        with pytest.raises(ReadingError) as raised:
            refused()
        assert raised.value.fault is Fault.CHANGED
    os.close(descriptor)


def test_a_file_that_grows_while_it_is_read_is_read_as_it_was_and_has_changed(tmp_path: Path) -> None:
    path, descriptor = file_of(tmp_path, b"0123456789")
    source = FileSource(descriptor)
    with path.open("ab") as file:
        file.write(b"more")
    assert source.read_at(8, 100) == b"89"
    with pytest.raises(ReadingError) as raised:
        source.ensure_unchanged()
    assert raised.value.fault is Fault.CHANGED
    os.close(descriptor)


def test_a_file_that_is_written_anew_with_the_same_length_has_changed(tmp_path: Path) -> None:
    path, descriptor = file_of(tmp_path, b"0123456789")
    source = FileSource(descriptor)
    os.utime(path, (1, 1))
    with pytest.raises(ReadingError) as raised:
        source.ensure_unchanged()
    assert raised.value.fault is Fault.CHANGED
    os.close(descriptor)


def test_what_the_system_refuses_is_unreadable(tmp_path: Path) -> None:
    descriptor = file_of(tmp_path, b"0123456789")[1]
    source = FileSource(descriptor)
    os.close(descriptor)
    for refused in (lambda: source.read_at(0, 1), source.ensure_unchanged, lambda: FileSource(descriptor)):
        with pytest.raises(ReadingError) as raised:
            refused()
        assert raised.value.fault is Fault.UNREADABLE


def test_a_source_is_a_file_for_libraries_that_want_one() -> None:
    file = SourceFile(BytesSource(b"0123456789"))
    assert file.readable()
    assert file.seekable()
    assert file.read(3) == b"012"
    assert file.tell() == 3
    assert file.seek(-2, os.SEEK_END) == 8
    assert file.read() == b"89"
    assert file.seek(-4, os.SEEK_CUR) == 6
    assert file.read(2) == b"67"
    assert file.seek(-100, os.SEEK_CUR) == 0
    assert file.seek(100) == 100
    assert file.read(1) == b""


def test_a_library_reads_an_archive_through_it() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("name", b"within")
    with zipfile.ZipFile(SourceFile(BytesSource(held.getvalue()))) as archive:
        assert archive.read("name") == b"within"


def test_a_source_is_read_whole_up_to_a_bound() -> None:
    assert whole(BytesSource(b"0123456789"), 10) == b"0123456789"
    with pytest.raises(ReadingError) as raised:
        whole(BytesSource(b"0123456789"), 9)
    assert raised.value.fault is Fault.TOO_LARGE
