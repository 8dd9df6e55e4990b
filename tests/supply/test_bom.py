"""The bill of materials: whole, in the form that CycloneDX asks for, and the same whenever it is made."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from packaging.licenses import canonicalize_license_expression

from app.catalogue.manifest import read_manifest
from app.catalogue.parts import PartKind, read_parts
from app.paths import resources_folder, shipped_models_folder
from scripts.bom import bill, every_component, main
from scripts.locked import Locked, read_locked

ROOT = Path(__file__).parents[2]
RESOURCES = resources_folder()
LOCKED = read_locked(ROOT / "requirements.txt")
PARTS = read_parts(RESOURCES)
BILL = bill(LOCKED, PARTS, RESOURCES)
KNOWN_KEYS = {
    "type", "bom-ref", "name", "version", "scope", "hashes", "licenses", "purl", "components", "properties",
}  # fmt: skip
TYPES = {"library", "machine-learning-model", "data", "file"}
"""Of those that CycloneDX knows, the ones that are used."""


def component(name: str, version: str | None = None) -> Any:
    """The one component of the bill of this name, at any depth."""
    found = [
        one
        for one in every_component(BILL["components"])
        if one["name"] == name and version in {None, one.get("version")}
    ]
    assert len(found) == 1
    return found[0]


def contents(of: Any) -> list[str]:
    """The hashes of a component."""
    return [one["content"] for one in of["hashes"]]


def test_it_is_in_the_form_that_cyclonedx_asks_for() -> None:
    assert BILL["bomFormat"] == "CycloneDX"
    assert BILL["specVersion"] == "1.6"
    assert BILL["version"] == 1
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", BILL["serialNumber"])
    assert set(BILL) == {
        "bomFormat", "specVersion", "serialNumber", "version", "metadata", "components", "dependencies",
    }  # fmt: skip
    every = list(every_component(BILL["components"]))
    for one in every:
        assert set(one) <= KNOWN_KEYS
        assert one["type"] in TYPES
        assert one["name"]
        assert one.get("scope") in {None, "required", "excluded"}
        assert all(sha["alg"] == "SHA-256" for sha in one.get("hashes", ()))
        assert all(re.fullmatch("[0-9a-f]{64}", sha["content"]) for sha in one.get("hashes", ()))
    references = [one["bom-ref"] for one in every]
    assert len(references) == len(set(references))
    (root,) = BILL["dependencies"]
    assert root["ref"] == BILL["metadata"]["component"]["bom-ref"]
    assert set(root["dependsOn"]) <= set(references)


def test_every_component_has_a_licence_that_is_a_proper_expression() -> None:
    for one in every_component(BILL["components"]):
        (licence,) = one["licenses"]
        expression = licence["expression"] if "expression" in licence else licence["license"]["id"]
        assert canonicalize_license_expression(expression) == expression
        assert ("expression" in licence) == (" " in expression)


@pytest.mark.parametrize("locked", LOCKED, ids=lambda one: f"{one.name}-{one.version}")
def test_every_locked_package_is_in_it_with_its_hashes(locked: Locked) -> None:
    one = component(locked.name, locked.version)
    assert contents(one) == list(locked.sha256)
    assert one["purl"] == f"pkg:pypi/{locked.name}@{locked.version}"


def test_the_lock_is_read_whole() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert len(LOCKED) == len(re.findall(r"(?m)^\S+==", text)) >= 60
    assert sum(len(one.sha256) for one in LOCKED) == text.count("--hash=sha256:")


def test_what_only_tests_the_program_is_said_to_be_left_out_of_it() -> None:
    scopes = {one["name"]: one["scope"] for one in BILL["components"]}
    assert scopes["pytest"] == scopes["mypy"] == "excluded"
    assert scopes["sqlcipher3"] == scopes["pyside6-essentials"] == "required"
    (root,) = BILL["dependencies"]
    assert not any("pkg:pypi/pytest@" in reference for reference in root["dependsOn"])


def test_what_packages_bring_stands_within_them() -> None:
    brought = {one["name"] for one in component("sqlcipher3")["components"]}
    assert brought == {"SQLCipher", "SQLite", "OpenSSL"}
    assert {one["name"] for one in component("pypdfium2")["components"]} == {"PDFium"}
    assert {"Qt", "ICU"} == {one["name"] for one in component("pyside6-essentials")["components"]}


def test_the_starter_has_the_checksum_of_the_manifest() -> None:
    models = read_manifest(shipped_models_folder() / "manifest.toml").models
    starter = next(model for model in models if model.is_starter)
    assert contents(component(starter.file)) == [starter.sha256]


def test_every_font_and_icon_is_in_it() -> None:
    names = {one["name"] for one in every_component(BILL["components"]) if one["type"] == "file"}
    files = [*(RESOURCES / "fonts").glob("*.ttf"), *(RESOURCES / "icons").glob("*.svg")]
    assert {file.relative_to(RESOURCES).as_posix() for file in files} <= names


def test_the_same_lock_gives_the_same_bytes_and_another_one_another_number(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert main([str(tmp_path / name / "bom.json")]) == 0
    first = (tmp_path / "one" / "bom.json").read_bytes()
    assert first == (tmp_path / "two" / "bom.json").read_bytes()
    assert json.loads(first) == BILL
    assert b"timestamp" not in first
    assert str(ROOT).encode() not in first
    changed = bill((replace(LOCKED[0], version="0.0"), *LOCKED[1:]), PARTS, RESOURCES)
    assert changed["serialNumber"] != BILL["serialNumber"]


def test_a_package_that_is_locked_and_not_listed_keeps_it_from_being_made() -> None:
    with pytest.raises(ValueError, match="new-package"):
        bill((*LOCKED, Locked("new-package", "1.0", "", ("0" * 64,))), PARTS, RESOURCES)
    with pytest.raises(ValueError, match=LOCKED[0].name):
        bill(LOCKED[1:], PARTS, RESOURCES)


def test_a_part_of_nothing_keeps_it_from_being_made() -> None:
    library = next(part for part in PARTS if part.kind is PartKind.LIBRARY)
    with pytest.raises(ValueError, match="no-such-package"):
        bill(LOCKED, (*PARTS, replace(library, within="no-such-package")), RESOURCES)
    font = next(part for part in PARTS if part.kind is PartKind.RESOURCE)
    with pytest.raises(ValueError, match=font.name):
        bill(LOCKED, (*PARTS, replace(font, files=(("fonts/none-*.ttf", ""),))), RESOURCES)


def test_where_it_cannot_be_written_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main([str(tmp_path / "file" / "bom.json")]) == 1
    assert "could not be made" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    ["package>=1.0", "package==1.0", "-e .", "    --hash=sha256:00", "https://example.org/package.whl"],
)
def test_what_is_no_locked_package_is_refused(tmp_path: Path, line: str) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"lock\.txt"):
        read_locked(lock)


def test_a_lock_is_read_with_markers_and_comments(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    one, two = "a" * 64, "b" * 64
    lock.write_text(
        f"# made\nBig.Package==1.0 ; python_full_version < '3.12' \\\n    --hash=sha256:{one} \\\n"
        f"    --hash=sha256:{two}\n",
        encoding="utf-8",
    )
    assert read_locked(lock) == (Locked("big-package", "1.0", "python_full_version < '3.12'", (one, two)),)
