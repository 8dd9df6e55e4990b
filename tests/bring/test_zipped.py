"""The files in a ZIP archive."""

import stat
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.source import BytesSource
from app.bring.zipped import MOST_FILES, file_named, files_of, is_zip, leads_out, names_of, shown_name
from tests.bring.archives import (
    END,
    archive_of,
    with_field,
    with_flag,
    with_method,
    with_packed_size,
    with_place,
    with_size,
    with_zip64,
)

FILES = {"a.json": b"[1, 2, 3] " * 50, "b/c.txt": b"hello"}


def read(archive: bytes) -> dict[str, bytes | Skipped | Fault | None]:
    """Return what is in the files of an archive, or why it can't be read."""
    found: dict[str, bytes | Skipped | Fault | None] = {}
    for file in files_of(BytesSource(archive)):
        if file.source is None:
            found[file.name] = file.skipped
            continue
        try:
            found[file.name] = file.source.read_at(0, file.source.size)
        except ReadingError as error:
            found[file.name] = error.fault
    return found


def fault_or_files(archive: bytes) -> Fault | dict[str, bytes | Skipped | Fault | None]:
    try:
        return read(archive)
    except ReadingError as error:
        return error.fault


def fault_of(archive: bytes) -> Fault:
    with pytest.raises(ReadingError) as raised:
        list(files_of(BytesSource(archive)))
    return raised.value.fault


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_files_of_an_archive_are_read(method: int) -> None:
    archive = archive_of(FILES, method)
    assert is_zip(BytesSource(archive))
    assert read(archive) == FILES
    assert names_of(BytesSource(archive)) == set(FILES)
    found = file_named(BytesSource(archive), "b/c.txt")
    assert found is not None
    assert found.read_at(1, 3) == b"ell"
    assert file_named(BytesSource(archive), "c.txt") is None


def test_what_stands_before_or_behind_an_archive_is_passed_over() -> None:
    assert read(b"#!/bin/sh\n" + archive_of(FILES) + b"behind") == FILES


def test_files_come_by_the_numbers_in_their_names() -> None:
    names = ["c-10.json", "c-9.json", "c-1.json", "c-009b.json", "b-100.json"]
    wanted = ["b-100.json", "c-1.json", "c-9.json", "c-009b.json", "c-10.json"]
    assert list(read(archive_of(dict.fromkeys(names, b"")))) == wanted
    digits = "9" * 5_000
    assert list(read(archive_of({digits: b"", "1": b""}))) == ["1", shown_name(digits)]


def test_folders_are_no_files() -> None:
    assert read(archive_of({"folder/": b"", "folder/a": b"1"})) == {"folder/a": b"1"}


def test_an_archive_in_the_form_for_large_ones_is_read() -> None:
    assert read(with_zip64(b"a", b"content")) == {"a": b"content"}


@pytest.mark.parametrize("place", [1, 10**6, 2**40, 2**63, 2**64 - 1])
def test_a_place_that_there_is_not_breaks_one_file(place: int) -> None:
    assert read(with_zip64(b"a", b"content", place)) == {"a": Skipped.BROKEN}


@pytest.mark.parametrize("size", [2**40, 2**64 - 1])
def test_a_size_that_is_a_lie_reads_no_more_than_there_is(size: int) -> None:
    assert read(with_zip64(b"a", b"content", size=size)) == {"a": b"content"}


@pytest.mark.parametrize("method", [1, 9, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 93, 99])
def test_a_file_that_is_packed_in_another_way_is_not_read_and_the_others_are(method: int) -> None:
    assert read(with_method(archive_of(FILES), method)) == {**FILES, "a.json": Skipped.BROKEN}


def test_an_encrypted_file_is_not_read_and_the_others_are() -> None:
    archive = with_flag(archive_of(FILES), 1)
    assert read(archive) == {**FILES, "a.json": Skipped.ENCRYPTED}
    with pytest.raises(ReadingError) as raised:
        file_named(BytesSource(archive), "a.json")
    assert raised.value.fault is Fault.ENCRYPTED


def test_a_link_is_not_read_and_the_others_are() -> None:
    archive = with_field(archive_of(FILES), 38, "L", (stat.S_IFLNK | 0o777) << 16)
    assert read(archive) == {**FILES, "a.json": Skipped.UNSAFE_NAME}


@pytest.mark.parametrize(
    "name", ["../a", "a/../../b", "..\\a", "/etc/a", "\\a", "C:\\a", "c:a", "\\\\server\\a"]
)
def test_a_name_that_leads_out_is_not_read_and_the_others_are(name: str) -> None:
    assert leads_out(name)
    found = read(archive_of({"good": b"1", name: b"2"}))
    assert found.pop("good") == b"1"
    assert list(found.values()) == [Skipped.UNSAFE_NAME]


@pytest.mark.parametrize("name", ["a..b", "...", "a/b", "12:30 chat.txt", "Chat: mine.json", "~a"])
def test_other_names_lead_nowhere(name: str) -> None:
    assert not leads_out(name)


def test_a_name_without_letters_or_with_odd_ones_is_read() -> None:
    assert read(archive_of({"": b"1", "\u202egpj\u200b": b"2", "a\nb": b"3"})) == {
        "": b"1",
        "\ufffdgpj\ufffd": b"2",
        "a b": b"3",
    }
    assert len(shown_name("x" * 1_000)) == 200


def test_files_that_share_their_bytes_are_not_read() -> None:
    archive = archive_of(FILES, zipfile.ZIP_STORED)
    reaching = with_packed_size(archive, len(FILES["a.json"]) + 1)
    assert read(reaching) == {**FILES, "a.json": Skipped.BROKEN}
    on_each_other = with_place(archive, 0, number=1)
    assert list(read(on_each_other).values()).count(Skipped.BROKEN) == 1


@pytest.mark.parametrize(("size", "wanted"), [(10, FILES["a.json"][:10]), (0, b""), (100_000, Fault.BROKEN)])
def test_a_directory_that_lies_about_what_comes_out(size: int, wanted: bytes | Fault) -> None:
    assert read(with_size(archive_of(FILES), size)) == {**FILES, "a.json": wanted}


@pytest.mark.parametrize("size", [0, 1, 10, 2**31])
def test_a_directory_that_lies_about_what_goes_in_breaks_one_file(size: int) -> None:
    found = read(with_packed_size(archive_of(FILES), size))
    assert found.pop("a.json") in {Skipped.BROKEN, Fault.BROKEN}
    assert found == {"b/c.txt": FILES["b/c.txt"]}


@pytest.mark.parametrize("place", [1, 7, 2**31, 2**32 - 2])
def test_a_directory_that_lies_about_where_a_file_begins_breaks_it(place: int) -> None:
    assert read(with_place(archive_of(FILES), place))["a.json"] is Skipped.BROKEN


def test_a_directory_that_lies_about_where_it_begins_raises_nothing_else() -> None:
    archive = archive_of(FILES)
    for place in (0, 1, 2**31, 2**32 - 2):
        changed = with_field(archive, 16, "L", place, magic=END)
        assert fault_or_files(changed) in (Fault.BROKEN, dict.fromkeys(FILES, Skipped.BROKEN))


def test_an_archive_with_nothing_in_it_has_no_files() -> None:
    archive = archive_of({})
    assert is_zip(BytesSource(archive))
    assert read(archive) == {}


def test_an_archive_that_is_cut_is_broken() -> None:
    archive = archive_of(FILES)
    for end in range(4, len(archive)):
        assert fault_of(archive[:end]) is Fault.BROKEN
        assert names_of(BytesSource(archive[:end])) == set()


def test_more_files_than_are_read_are_too_many() -> None:
    assert len(read(archive_of({str(number): b"" for number in range(MOST_FILES)}))) == MOST_FILES
    assert fault_of(archive_of({str(number): b"" for number in range(MOST_FILES + 1)})) is Fault.TOO_MANY


def test_a_directory_longer_than_one_of_so_many_files_is_not_even_read() -> None:
    archive = archive_of({"x" * 60_000 + str(number): b"" for number in range(100)})
    assert fault_of(archive) is Fault.TOO_MANY


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 2_000), st.binary(min_size=1, max_size=8)), max_size=6), st.booleans()
)
def test_whatever_is_changed_in_an_archive_only_what_can_be_wrong_with_a_file_is_raised(
    changes: list[tuple[int, bytes]], is_large: bool
) -> None:
    archive = bytearray(with_zip64(b"a", b"content") if is_large else archive_of(FILES))
    for place, changed in changes:
        at = place % len(archive)
        archive[at : at + len(changed)] = changed
    found = fault_or_files(bytes(archive))
    assert isinstance(found, dict) or found in {Fault.BROKEN, Fault.TOO_MANY}
    assert isinstance(names_of(BytesSource(bytes(archive))), frozenset)
