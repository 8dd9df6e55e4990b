"""ZIP archives in which chat services hand out their exports."""

import json
import random
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Listed, Report
from app.bring.formats import zip_archive
from app.bring.formats.zip_archive import FORMAT, ZipOpened
from app.bring.source import BytesSource
from tests.bring.archives import archive_of, with_flag, with_size


def conversation(title: str, said: str = "Hello") -> dict[str, object]:
    content = {"content_type": "text", "parts": [said]}
    message = {"author": {"role": "user"}, "recipient": "all", "content": content}
    return {
        "title": title,
        "mapping": {"a": {"parent": None, "children": [], "message": message}},
        "current_node": "a",
    }


def export(*titles: str) -> bytes:
    return json.dumps([conversation(title) for title in titles]).encode()


def opened(archive: bytes) -> ZipOpened:
    found = FORMAT.opened(BytesSource(archive))
    assert found is not None
    return found


def listed(archive: bytes) -> tuple[list[str], list[tuple[str, Skipped, int]]]:
    """Return the titles of the conversations in an archive, and what is left out of it."""
    report = Report()
    titles = [one.title for one in opened(archive).conversations(report)]
    return titles, [(one.what, one.why, one.count) for one in report.omitted]


def titles_as_far_as_can_be_read(file: ZipOpened) -> list[str]:
    try:
        return [file.conversation(one, Report()).title for one in file.conversations(Report())]
    except ReadingError:
        return []


def fault_of(archive: bytes) -> Fault:
    with pytest.raises(ReadingError) as raised:
        list(opened(archive).conversations(Report()))
    return raised.value.fault


@pytest.mark.parametrize("held", [b"", b"PK", b"[]", b"not an archive PK\x03\x04", export("a")])
def test_what_is_no_archive_is_left_to_others(held: bytes) -> None:
    assert FORMAT.opened(BytesSource(held)) is None


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_conversations_of_all_files_are_listed_by_the_numbers_of_the_files_and_read(method: int) -> None:
    files = {
        "conversations-10.json": export("e"),
        "conversations-2.json": export("c", "d"),
        "conversations-1.json": export("a", "b"),
        "user.json": b'{"id": "u"}',
        "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    }
    file = opened(archive_of(files, method))
    report = Report()
    found = list(file.conversations(report))
    assert [one.title for one in found] == ["a", "b", "c", "d", "e"]
    assert file.kind == "chatgpt"
    for one in reversed(found):
        read = file.conversation(one, Report())
        assert (read.title, read.turns[0].shown.text) == (one.title, "Hello")
    assert [(one.why, one.count) for one in report.omitted] == [(Skipped.NO_CONVERSATION, 2)]


def test_an_archive_in_an_archive_is_read_and_one_in_that_is_told() -> None:
    inner = archive_of({"conversations.json": export("inner")})
    outer = archive_of({"b.zip": inner, "a.json": export("outer")})
    assert listed(outer) == (["outer", "inner"], [])
    file = opened(outer)
    assert [file.conversation(one, Report()).title for one in file.conversations(Report())] == [
        "outer",
        "inner",
    ]
    titles, omitted = listed(archive_of({"c.zip": outer}))
    assert titles == ["outer"]
    assert ("b.zip", Skipped.TOO_DEEP, 1) in omitted


def test_what_leads_out_or_is_a_link_is_told_by_its_name() -> None:
    archive = archive_of({"../a.json": export("a"), "good.json": export("b")})
    assert listed(archive) == (["b"], [("../a.json", Skipped.UNSAFE_NAME, 1)])


def test_an_encrypted_file_is_told_and_an_archive_of_nothing_else_asks_for_its_password() -> None:
    archive = with_flag(archive_of({"a.json": export("a"), "b.json": export("b")}), 1)
    assert listed(archive) == (["b"], [("a.json", Skipped.ENCRYPTED, 1)])
    locked = with_flag(archive_of({"a.json": export("a")}), 1)
    assert fault_of(locked) is Fault.ENCRYPTED
    assert fault_of(archive_of({"inner.zip": locked})) is Fault.ENCRYPTED


def test_an_archive_without_conversations_is_unknown() -> None:
    assert fault_of(archive_of({})) is Fault.UNKNOWN_ARCHIVE
    assert (
        fault_of(archive_of({"a.txt": b"Dear diary,\nyou were away.", "b.json": b'{"a": 1}'}))
        is Fault.UNKNOWN_ARCHIVE
    )
    assert fault_of(archive_of({"a.zip": archive_of({})})) is Fault.UNKNOWN_ARCHIVE


def test_an_archive_of_empty_conversations_is_empty() -> None:
    silent = json.dumps([conversation("a", "")]).encode()
    assert fault_of(archive_of({"a.json": silent})) is Fault.EMPTY


def test_a_file_that_ends_too_early_gives_what_comes_before_and_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = random.Random(1)
    long = json.dumps([conversation(str(n), drawn.randbytes(20_000).hex()) for n in range(40)]).encode()
    whole = zlib.compress(long)[2:-4]
    archive = archive_of({"a.json": long, "b.json": export("b")})
    place = archive.index(whole[:100]) + len(whole) // 2
    broken = archive[:place] + b"\xff" * 2_000 + archive[place + 2_000 :]
    titles, omitted = listed(broken)
    assert titles[:5] == ["0", "1", "2", "3", "4"]
    assert titles[-1] == "b"
    assert len(titles) < 41
    assert omitted[-1][1:] == (Skipped.BROKEN, 1)


def test_a_file_of_which_nothing_can_be_read_breaks_an_archive_of_nothing_else() -> None:
    archive = with_size(archive_of({"a.json": export("a")}), 100_000)
    assert fault_of(archive) is Fault.BROKEN


@pytest.mark.parametrize("depth", [1, 2])
def test_what_is_made_to_fill_the_memory_is_refused(depth: int) -> None:
    bomb = b'[{"mapping": {}, "title": "' + b" " * 40_000_000
    archive = archive_of({"a.json": bomb})
    if depth == 2:
        archive = archive_of({"a.zip": archive})
    assert fault_of(archive) is Fault.EXPANDS


def test_an_archive_full_of_archives_has_room_for_so_many_files_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zip_archive._Room.__init__, "__defaults__", (10, 10_000_000))
    inner = archive_of({str(number): b"" for number in range(4)})
    assert fault_of(archive_of({str(number): inner for number in range(2)})) is Fault.UNKNOWN_ARCHIVE
    assert fault_of(archive_of({str(number): inner for number in range(3)})) is Fault.TOO_MANY


def test_files_beyond_the_room_for_all_together_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    one = export("a")
    monkeypatch.setattr(zip_archive._Room.__init__, "__defaults__", (10, 2 * len(one)))
    archive = archive_of({"a.json": one, "b.json": one, "c.json": one, "d.mp4": b"\0" * 10_000})
    assert listed(archive) == (
        ["a", "a"],
        [("c.json", Skipped.TOO_LARGE, 1), ("", Skipped.NO_CONVERSATION, 1)],
    )


def test_a_place_of_another_file_is_refused() -> None:
    with pytest.raises(ReadingError) as raised:
        opened(archive_of({})).conversation(Listed("", None, "", 1, 0, "elsewhere"), Report())
    assert raised.value.fault is Fault.BROKEN


def test_what_the_system_refuses_within_ends_the_reading() -> None:
    class Refusing(BytesSource):
        def read_at(self, offset: int, count: int) -> bytes:
            if 0 < offset < 200 and count > 100:
                raise ReadingError(Fault.CHANGED)
            return super().read_at(offset, count)

    archive = archive_of({"a.json": export(*"abcdefgh" * 40)}, zipfile.ZIP_STORED)
    with pytest.raises(ReadingError) as raised:
        list(ZipOpened(Refusing(archive)).conversations(Report()))
    assert raised.value.fault is Fault.CHANGED


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5_000), st.binary(min_size=1, max_size=6)), max_size=5))
def test_whatever_is_changed_only_reading_errors_are_raised(changes: list[tuple[int, bytes]]) -> None:
    inner = archive_of({"a.json": export("a", "b")}, zipfile.ZIP_STORED)
    archive = bytearray(archive_of({"b.zip": inner, "c.json": export("c")}))
    for place, changed in changes:
        at = 4 + place % (len(archive) - 4)
        archive[at : at + len(changed)] = changed
    file = opened(bytes(archive))
    assert len(titles_as_far_as_can_be_read(file)) <= 3
