"""Known vulnerabilities: versions are compared as the format says, and a database may hold anything."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.utils import canonicalize_name
from packaging.version import Version

from scripts import vulnerabilities
from scripts.advisories import NoAdvisoriesError, advisories
from scripts.vulnerabilities import MOST_LETTERS, compare, locked_versions, main, one_line

Json = dict[str, Any]
LOCKED = {
    canonicalize_name("some-package"): frozenset({Version("2.5.1")}),
    canonicalize_name("twice"): frozenset({Version("1.0"), Version("2.0")}),
    canonicalize_name("other"): frozenset({Version("1.0")}),
}


def advisory(*events: Json, name: str = "some-package", **more: Any) -> Json:
    """An advisory with one range."""
    package = {"ecosystem": "PyPI", "name": name}
    affected = {"package": package, "ranges": [{"type": "ECOSYSTEM", "events": list(events)}]}
    return {
        "id": "OSV-1",
        "modified": "2026-10-02T01:02:03Z",
        "affected": [affected],
        "summary": "Bad.",
        **more,
    }


def database(folder: Path, *entries: Any) -> Path:
    """A database that is a list."""
    file = folder / "database.json"
    file.write_text(json.dumps(entries), encoding="utf-8")
    return file


NEVER_FIXED = ({"introduced": "0"},)


@pytest.mark.parametrize(
    "events",
    [
        NEVER_FIXED,
        ({"introduced": "2.0"}, {"fixed": "2.6"}),
        ({"fixed": "2.6"}, {"introduced": "2.0"}),
        ({"introduced": "2.5.1"},),
        ({"introduced": "0"}, {"last_affected": "2.5.1"}),
        ({"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "2.5"}, {"fixed": "2.10"}),
        ({"introduced": "0"}, {"fixed": "2.6rc1"}),
        ({"introduced": "0"}, {"limit": "3"}),
        ({"introduced": "0"}, {"limit": "*"}),
        ({"introduced": "0"}, {"fixed": "no version"}),
        ({"introduced": "0"}, {"fixed": 7}),
        ({"introduced": "0", "fixed": "3"},),
    ],
)
def test_a_version_that_is_affected_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], events: tuple[Json, ...]
) -> None:
    assert compare(database(tmp_path, advisory(*events)), LOCKED) == 1
    assert "OSV-1  some-package 2.5.1, " in capsys.readouterr().out


@pytest.mark.parametrize(
    "events",
    [
        ({"introduced": "0"}, {"fixed": "2.5.1"}),
        ({"introduced": "0"}, {"fixed": "2.5"}),
        ({"introduced": "2.5.2"},),
        ({"introduced": "2.10"},),
        ({"introduced": "0"}, {"last_affected": "2.5.0"}),
        ({"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "3.0"}),
        ({"introduced": "0"}, {"limit": "2"}),
        ({"introduced": "2.5.1"}, {"fixed": "2.5.1"}),
        ({"fixed": "3.0"},),
        (),
    ],
)
def test_a_version_that_is_not_affected_is_not(tmp_path: Path, events: tuple[Json, ...]) -> None:
    assert compare(database(tmp_path, advisory(*events)), LOCKED) == 0


def affecting(**affected: Any) -> Json:
    """An advisory about one package, in words of its own."""
    return {
        "id": "OSV-1",
        "affected": [{"package": {"ecosystem": "PyPI", "name": "some-package"}, **affected}],
    }


@pytest.mark.parametrize(
    ("entry", "status"),
    [
        (affecting(versions=["2.5.1"]), 1),
        (affecting(versions=["2.5.1.0"]), 1),
        (affecting(versions=["2.5", "not a version", "2.5.2", 7]), 0),
        (affecting(versions=["2.5.1"], ranges=[{"type": "ECOSYSTEM", "events": []}]), 1),
        (affecting(ranges=[{"type": "GIT", "events": [{"introduced": "0"}]}]), 0),
        (affecting(versions=None, ranges=None), 0),
        (advisory(*NEVER_FIXED, withdrawn="2026-10-03T00:00:00Z"), 0),
        (advisory(*NEVER_FIXED, affected=None), 0),
        (advisory(*NEVER_FIXED, name="unheard-of"), 0),
        (advisory(*NEVER_FIXED, name="Some_.Package"), 1),
        (affecting(package={"ecosystem": "npm", "name": "some-package"}, versions=["2.5.1"]), 0),
        (affecting(package={"ecosystem": "PyPI:more", "name": "other"}, versions=["1.0"]), 1),
        ({"id": "OSV-1", "affected": [{"ranges": [{"type": "GIT", "events": []}]}]}, 0),
    ],
)  # fmt: skip
def test_what_an_advisory_is_about_decides(tmp_path: Path, entry: Json, status: int) -> None:
    assert compare(database(tmp_path, entry), LOCKED) == status


def test_each_locked_version_is_compared_and_the_counts_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = advisory(
        {"introduced": "0"}, {"fixed": "1.5"}, {"introduced": "1.6"}, {"fixed": "1.9"}, name="twice"
    )
    file = database(tmp_path, older, advisory(name="unheard-of", modified="2026-11-01T00:00:00Z"))
    assert compare(file, LOCKED) == 1
    assert capsys.readouterr().out == (
        "OSV-1  twice 1.0, fixed in 1.5, 1.9: Bad.\n"
        "2 advisories read, 3 packages checked, dated newest 2026-11-01. 1 found.\n"
    )


def test_where_nothing_was_found_the_counts_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(database(tmp_path, advisory(name="unheard-of"), 7), LOCKED) == 0
    assert capsys.readouterr().out == (
        "1 advisories read, 3 packages checked, dated newest 2026-10-02, 1 entries that are no advisory passed over. "
        "None found.\n"
    )


def test_one_without_a_fix_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compare(database(tmp_path, advisory(*NEVER_FIXED)), LOCKED)
    assert "some-package 2.5.1, no version that fixes it is named: Bad.\n" in capsys.readouterr().out


BROKEN: list[Any] = [
    None,
    7,
    "words",
    [],
    [[[]]],
    {},
    {"id": ""},
    {"id": 7},
    {"affected": []},
    {"id": "x", "affected": 7},
    {"id": "x", "affected": [7]},
    {"id": "x", "affected": [{"package": 7}]},
    {"id": "x", "affected": [{"package": {}}]},
    {"id": "x", "affected": [{"package": {"ecosystem": "PyPI"}}]},
    {"id": "x", "affected": [{"package": {"ecosystem": "PyPI", "name": 7}}]},
    {"id": "x", "affected": [{"package": {"ecosystem": 7, "name": "other"}}]},
    affecting(versions=7),
    affecting(ranges=7),
    affecting(ranges=[7]),
    affecting(ranges=[{"type": "ECOSYSTEM"}]),
    affecting(ranges=[{"type": "ECOSYSTEM", "events": 7}]),
    affecting(ranges=[{"type": "ECOSYSTEM", "events": [7]}]),
]


@pytest.mark.parametrize("entry", BROKEN, ids=repr)
def test_an_entry_that_is_broken_is_passed_over_and_the_next_one_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], entry: Any
) -> None:
    assert compare(database(tmp_path, entry, advisory(*NEVER_FIXED)), LOCKED) == 1
    said = capsys.readouterr().out
    assert "1 advisories read" in said
    assert "1 entries that are no advisory passed over. 1 found." in said


def test_a_stranger_s_words_are_bounded_and_control_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = advisory(*NEVER_FIXED, id="\x1b[2JOSV\n1", summary="\x1b]0;title\x07\u202e" + "long " * 1000)
    compare(database(tmp_path, entry), LOCKED)
    first, *others = capsys.readouterr().out.splitlines()
    assert len(others) == 1
    assert len(first) < 3 * MOST_LETTERS
    assert first.isprintable()
    assert len(one_line("x" * 1000)) == MOST_LETTERS


def archive(folder: Path, entries: dict[str, bytes]) -> Path:
    """A database that is an archive, as it is exported."""
    file = folder / "all.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in entries.items():
            opened.writestr(name, content)
    return file


def test_an_archive_is_read_and_what_is_no_advisory_in_it_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = json.dumps(advisory(*NEVER_FIXED)).encode()
    entries = {
        "OSV-1.json": good,
        "words.txt": b"no advisory, and not meant to be one",
        "broken.json": b"{",
        "binary.json": b"\xff\xfe\x00",
        "deep.json": b"[" * 200_000,
        "huge.json": b" " * 8_000_001,
    }
    assert compare(archive(tmp_path, entries), LOCKED) == 1
    assert "1 advisories read" in (said := capsys.readouterr().out)
    assert "4 entries" in said


def test_an_entry_of_an_archive_that_is_damaged_is_passed_over(tmp_path: Path) -> None:
    good = json.dumps(advisory(*NEVER_FIXED)).encode()
    file = archive(tmp_path, {"one.json": good, "two.json": good})
    content = bytearray(file.read_bytes())
    content[60] ^= 0xFF
    file.write_bytes(content)
    read = list(advisories(file))
    assert read[0] is None
    assert read[1] is not None


def test_lines_and_a_single_advisory_are_read_too(tmp_path: Path) -> None:
    one = json.dumps(advisory(*NEVER_FIXED))
    for content, expected in ((one, [True]), (f"{one}\n\n{{\n{one}\n", [True, False, True])):
        (tmp_path / "database.jsonl").write_text(content, encoding="utf-8")
        assert [found is not None for found in advisories(tmp_path / "database.jsonl")] == expected


@pytest.mark.parametrize("content", [b"", b"[]", b"words", b"\xff\xfe", b"PK\x03\x04 and no archive", b"{}"])
def test_a_file_without_advisories_is_no_all_clear(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    (tmp_path / "database").write_bytes(content)
    assert compare(tmp_path / "database", LOCKED) == 2
    assert "could not be read" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_no_all_clear(tmp_path: Path) -> None:
    assert main([str(tmp_path / "nowhere.zip")]) == 2
    assert main([str(tmp_path)]) == 2


def test_one_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scripts.advisories.MOST_BYTES_OF_LIST", 10)
    monkeypatch.setattr("scripts.advisories.MOST_ENTRIES", 1)
    with pytest.raises(NoAdvisoriesError):
        list(advisories(database(tmp_path, advisory())))
    with pytest.raises(NoAdvisoriesError):
        list(advisories(archive(tmp_path, {"a.json": b"{}", "b.json": b"{}"})))


def test_all_that_is_locked_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("pillow", "cmake", "scikit-learn")
    entries = [advisory(*NEVER_FIXED, name=name) for name in names]
    assert main([str(database(tmp_path, *entries))]) == 1
    said = capsys.readouterr().out
    assert all(f"OSV-1  {name} " in said for name in names)


def test_a_lock_that_cannot_be_read_is_no_all_clear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = database(tmp_path, advisory())
    monkeypatch.setattr(vulnerabilities, "ROOT", tmp_path)
    assert main([str(file)]) == 2


def test_a_package_with_two_versions_is_locked_in_both(tmp_path: Path) -> None:
    for name, version in (("a", "1.0"), ("b", "2.0")):
        (tmp_path / name).write_text(
            f"Same.Name=={version} \\\n    --hash=sha256:{'0' * 64}\n", encoding="utf-8"
        )
    assert locked_versions((tmp_path / "a", tmp_path / "b")) == {
        "same-name": frozenset({Version("1.0"), Version("2.0")})
    }
