"""A model file that was checked."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class ModelRole(StrEnum):
    """What a model file is to the program."""

    STARTER = "starter"
    """Small, English, shows how the product works; not for clinical use."""
    KNOWN = "known"
    """In the manifest, and its checksum agrees."""
    OTHER = "other"
    """Not in the manifest: somebody chose the file. Its checksum is recorded, not vouched for."""


@dataclass(frozen=True, slots=True)
class VerifiedModel:
    """A model file that passed the checks of `app/catalogue/check.py`.

    `sha256` is hex in lower case. `size_bytes` and `modified_ns` (nanoseconds since 1970) are those of the file
    that was checked, so that whoever opens it can tell that it still is the same.
    """

    path: Path
    name: str
    sha256: str
    size_bytes: int
    modified_ns: int
    role: ModelRole
