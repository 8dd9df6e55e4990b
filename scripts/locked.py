"""What a file of locked requirements says: each package with its version, its hashes and where it is wanted."""

import re
from dataclasses import dataclass
from pathlib import Path

from app.catalogue.parts import canonical

_PACKAGE = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)(?:\s*;\s*([^\\]+?))?\s*\\?")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})\s*\\?")


@dataclass(frozen=True, slots=True)
class Locked:
    """One package at one version.

    Attributes:
        name: As names of packages are compared.
        version: The only one that is installed.
        marker: On which systems and Pythons; empty for all.
        sha256: Of every file that may be installed, in the order of the lock.
    """

    name: str
    version: str
    marker: str
    sha256: tuple[str, ...]


def read_locked(file: Path) -> tuple[Locked, ...]:
    """Read a file of locked requirements, in its order.

    Raises:
        ValueError: A line is neither a package, nor a hash, nor a comment, or a package has no hash.
        OSError: It can't be read.
    """
    found: list[tuple[str, str, str, list[str]]] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        if package := _PACKAGE.fullmatch(words):
            name, version, marker = package.groups()
            found.append((canonical(name), version, marker or "", []))
        elif found and (one := _HASH.fullmatch(words)):
            found[-1][3].append(one.group(1))
        else:
            raise ValueError(f"{file.name}, line {number} is no locked package")
    if unhashed := [name for name, _, _, hashes in found if not hashes]:
        raise ValueError(f"{file.name} has no hash of {', '.join(unhashed)}")
    return tuple(Locked(name, version, marker, tuple(hashes)) for name, version, marker, hashes in found)
