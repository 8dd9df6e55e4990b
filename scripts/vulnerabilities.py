"""Compare the locked packages with a database of known vulnerabilities.

    python -m scripts.vulnerabilities DATABASE

The database is a file in the OSV format (`scripts/advisories.py`); nothing is fetched. Packages that only build or
test are compared too. What the files of a package bring besides its own code is not: advisories name packages.

Returns 0 when nothing was found, 1 when something was, 2 when the database or the lock could not be read.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.utils import NormalizedName, canonicalize_name
from packaging.version import Version

from scripts.advisories import Advisory, NoAdvisoriesError, advisories
from scripts.locked import read_locked

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-build.txt", "requirements-weights.txt")
MOST_LETTERS = 120
"""Of what an advisory says of itself in a line."""
Versions = Mapping[NormalizedName, frozenset[Version]]
"""Which versions of each package are locked."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A locked version that an advisory is about; `fixed` holds the versions above it in which that is mended."""

    id: str
    package: str
    version: Version
    fixed: tuple[Version, ...]
    summary: str

    def line(self) -> str:
        """What is printed of it: one line, whatever the advisory holds."""
        mended = (
            f"fixed in {', '.join(map(str, self.fixed))}"
            if self.fixed
            else "no version that fixes it is named"
        )
        said = f": {one_line(self.summary)}" if self.summary.strip() else ""
        return f"{one_line(self.id)}  {self.package} {self.version}, {mended}{said}"


def locked_versions(files: Iterable[Path]) -> Versions:
    """Read which versions are locked in any of the files.

    Raises:
        ValueError: One is no lock, or holds what is no version.
        OSError: One can't be read.
    """
    found: dict[NormalizedName, frozenset[Version]] = {}
    for file in files:
        for one in read_locked(file):
            name = canonicalize_name(one.name)
            found[name] = found.get(name, frozenset()) | {Version(one.version)}
    return found


def findings(advisory: Advisory, locked: Versions) -> Iterator[Finding]:
    """Yield what an advisory says of locked versions."""
    for affected in advisory.affected:
        for version in sorted(locked.get(affected.package, ())):
            if affected.holds(version):
                fixed = affected.fixed_after(version)
                yield Finding(advisory.id, affected.package, version, fixed, advisory.summary)


def one_line(words: str) -> str:
    """Return a stranger's words on one line, of bounded length, without what controls a terminal."""
    line = " ".join(
        "".join(sign if sign.isprintable() else " " for sign in words[: 10 * MOST_LETTERS]).split()
    )
    return line if len(line) <= MOST_LETTERS else line[: MOST_LETTERS - 1].rstrip() + "…"


def compare(database: Path, locked: Versions) -> int:
    """Print what the database says of the locked versions, and return the exit status."""
    read, unreadable, newest = 0, 0, ""
    found: list[Finding] = []
    try:
        for advisory in advisories(database):
            if advisory is None:
                unreadable += 1
                continue
            read += 1
            newest = max(newest, advisory.day)
            found += findings(advisory, locked)
    except NoAdvisoriesError as error:
        sys.stderr.write(f"The database could not be read: {error}.\n")
        return 2
    if not read:
        sys.stderr.write("The database could not be read: it holds no advisory in the OSV format.\n")
        return 2
    for finding in sorted(set(found), key=lambda one: (one.package, one.version, one.id)):
        sys.stdout.write(f"{finding.line()}\n")
    passed_over = f", {unreadable} entries that are no advisory passed over" if unreadable else ""
    sys.stdout.write(
        f"{read} advisories read, {len(locked)} packages checked, dated newest {newest or 'unknown'}{passed_over}. "
        f"{len(set(found)) or 'None'} found.\n"
    )
    return 1 if found else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it from the command line, and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.vulnerabilities",
        description="Compare the locked packages with a database of known vulnerabilities in the OSV format.",
    )
    parser.add_argument("database", type=Path)
    database: Path = parser.parse_args(arguments).database
    try:
        locked = locked_versions(ROOT / name for name in LOCKS)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"The locked requirements could not be read: {error}.\n")
        return 2
    return compare(database, locked)


if __name__ == "__main__":
    sys.exit(main())
