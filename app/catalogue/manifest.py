"""The models that the program knows, from `models/manifest.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import BugError

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A model in the manifest. `size_bytes` is None where it was not published; `sha256` is hex in lower case."""

    name: str
    file: str
    sha256: str
    size_bytes: int | None
    licence: str
    upstream: str
    is_starter: bool


@dataclass(frozen=True, slots=True)
class Manifest:
    """All known models, in the order of the file."""

    models: tuple[KnownModel, ...]

    def named(self, file: str) -> KnownModel | None:
        """Return the model whose file has this name, or None."""
        return next((model for model in self.models if model.file == file), None)

    def with_checksum(self, sha256: str) -> KnownModel | None:
        """Return the model whose file has this checksum, or None."""
        return next((model for model in self.models if model.sha256 == sha256), None)


def read_manifest(path: Path) -> Manifest:
    """Read the manifest.

    Raises:
        BugError: It is missing or not what its header says; it is part of the program.
    """
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["model"]
        manifest = Manifest(tuple(_known_model(entry) for entry in entries))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BugError(f"the manifest of known models cannot be read: {type(error).__name__}") from error
    if sum(model.is_starter for model in manifest.models) != 1:
        raise BugError("the manifest of known models names not exactly one starter")
    return manifest


def _known_model(entry: Mapping[str, Any]) -> KnownModel:
    sha256, size_bytes = entry["sha256"], entry.get("size_bytes")
    if not _SHA256.fullmatch(sha256):
        raise ValueError("sha256")
    if size_bytes is not None and type(size_bytes) is not int:
        raise ValueError("size_bytes")
    return KnownModel(
        name=entry["name"],
        file=entry["file"],
        sha256=sha256,
        size_bytes=size_bytes,
        licence=entry["licence"],
        upstream=entry["upstream"],
        is_starter=entry.get("starter", False) is True,
    )
