"""The shipped list of models is sound, and an unsound one is a bug."""

from pathlib import Path

import pytest

from app.catalogue.manifest import read_manifest
from app.errors import BugError

SHIPPED = Path(__file__).parents[2] / "models" / "manifest.toml"
ENTRY = f"""
[[model]]
name = "A"
file = "a.gguf"
sha256 = "{"ab" * 32}"
licence = "Apache-2.0"
upstream = "here"
"""


def test_the_shipped_manifest_names_one_starter_and_no_file_twice() -> None:
    manifest = read_manifest(SHIPPED)
    (starter,) = [model for model in manifest.models if model.is_starter]
    assert starter.size_bytes == 98_362_432
    assert len({model.file for model in manifest.models}) == len(manifest.models) > 1
    assert len({model.sha256 for model in manifest.models}) == len(manifest.models)


def test_models_are_found_by_file_name_and_by_checksum() -> None:
    manifest = read_manifest(SHIPPED)
    last = manifest.models[-1]
    assert manifest.named(last.file) is last
    assert manifest.with_checksum(last.sha256) is last
    assert manifest.named("nothing") is None
    assert manifest.with_checksum("00") is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[[model",
        "model = 3",
        ENTRY,
        (ENTRY + "starter = true") * 2,
        ENTRY.replace("abab", "ABAB") + "starter = true",
        ENTRY + 'starter = true\nsize_bytes = "large"',
        ENTRY.replace('licence = "Apache-2.0"', "") + "starter = true",
    ],
)
def test_an_unsound_manifest_is_a_bug(tmp_path: Path, content: str) -> None:
    path = tmp_path / "manifest.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BugError):
        read_manifest(path)


def test_a_missing_manifest_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(BugError):
        read_manifest(tmp_path / "nothing.toml")
