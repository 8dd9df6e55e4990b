"""Reads advisories in the OSV format, from a file that may be from anybody.

Such a file is a ZIP archive with one advisory a file, as OSV exports them for an ecosystem; or JSON: a list of
advisories, or one; or one a line. What is no advisory is counted, and passed over.
"""

import json
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.utils import NormalizedName, canonicalize_name
from packaging.version import InvalidVersion, Version

ECOSYSTEM = "PyPI"
MOST_BYTES_OF_ONE = 8_000_000
"""Of one advisory. The longest that OSV has for PyPI has a tenth of that."""
MOST_BYTES_OF_LIST = 1_000_000_000
MOST_ENTRIES = 1_000_000
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_EVENTS = ("introduced", "fixed", "last_affected", "limit")


Events = tuple[tuple[str, Version], ...]


class NoAdvisoriesError(Exception):
    """The file can't be read, or holds no advisory at all. The message says which."""


@dataclass(frozen=True, slots=True)
class Affected:
    """One package of an advisory.

    Attributes:
        package: Its name, as names of packages are compared.
        versions: Those that are named one by one.
        ranges: Each a list of events in the order of their versions: what happens, and from which version on. None
            for one whose versions are none: it may hold anything, so it counts as holding all.
    """

    package: NormalizedName
    versions: frozenset[Version]
    ranges: tuple[Events | None, ...]

    def holds(self, version: Version) -> bool:
        """Whether this version is affected."""
        return version in self.versions or any(
            events is None or _is_within(version, events) for events in self.ranges
        )

    def fixed_after(self, version: Version) -> tuple[Version, ...]:
        """The versions in which it is fixed, above this one, from the lowest."""
        fixed = {
            at for events in self.ranges for what, at in events or () if what == "fixed" and at > version
        }
        return tuple(sorted(fixed))


@dataclass(frozen=True, slots=True)
class Advisory:
    """One advisory: what it is called, what it says in a line, and the packages of PyPI that it is about.

    `day` is when it was last changed, as year-month-day, or empty. One that was withdrawn affects nothing.
    """

    id: str
    summary: str
    day: str
    affected: tuple[Affected, ...]


def advisories(file: Path) -> Iterator[Advisory | None]:
    """Yield every advisory of a file, and None for each entry that is none.

    Raises:
        NoAdvisoriesError: The file can't be read as any of the forms.
    """
    try:
        if zipfile.is_zipfile(file):
            yield from map(_advisory, _zipped(file))
        else:
            yield from map(_advisory, _listed(file))
    except (OSError, zipfile.BadZipFile, NotImplementedError) as error:
        raise NoAdvisoriesError(f"it cannot be read ({type(error).__name__})") from error


def _zipped(file: Path) -> Iterator[Any]:
    with zipfile.ZipFile(file) as archive:
        entries = [entry for entry in archive.infolist() if entry.filename.endswith(".json")]
        if len(entries) > MOST_ENTRIES:
            raise NoAdvisoriesError("it has too many entries")
        for entry in entries:
            try:
                with archive.open(entry) as opened:
                    content = opened.read(MOST_BYTES_OF_ONE + 1)
            except (
                OSError,
                RuntimeError,
                ValueError,
                EOFError,
                zipfile.BadZipFile,
                zlib.error,
                lzma.LZMAError,
            ):
                yield None
            else:
                yield _json(content) if len(content) <= MOST_BYTES_OF_ONE else None


def _listed(file: Path) -> Iterator[Any]:
    if file.stat().st_size > MOST_BYTES_OF_LIST:
        raise NoAdvisoriesError("it is too large")
    content = file.read_bytes()
    whole = _json(content)
    if isinstance(whole, list):
        yield from whole
    elif whole is not None:
        yield whole
    else:
        yield from (_json(line) for line in content.splitlines() if line.strip())


def _json(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _advisory(entry: Any) -> Advisory | None:
    """Return an entry as an advisory, or None if it is none: it is whole, or nothing of it is believed."""
    try:
        if entry.get("withdrawn") is not None:
            affected: tuple[Affected, ...] = ()
        else:
            affected = tuple(_affected(one) for one in entry.get("affected") or () if _is_ours(one))
        found = entry["id"]
        if not isinstance(found, str) or not found:
            return None
        return Advisory(found, str(entry.get("summary") or entry.get("details") or ""), _day(entry), affected)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _is_ours(affected: Mapping[str, Any]) -> bool:
    package = affected.get("package")
    # An entry without a package is about a repository; an ecosystem may have a suffix after a colon.
    return package is not None and package["ecosystem"].partition(":")[0] == ECOSYSTEM


def _affected(entry: Mapping[str, Any]) -> Affected:
    return Affected(
        canonicalize_name(entry["package"]["name"]),
        frozenset(filter(None, map(_version_or_none, entry.get("versions") or ()))),
        tuple(_range(one["events"]) for one in entry.get("ranges") or () if one["type"] != "GIT"),
    )


def _version_or_none(version: Any) -> Version | None:
    """A version that is named alone; one from before the rules of today's versions can't be one of ours."""
    try:
        return Version(version)
    except (InvalidVersion, TypeError):
        return None


def _range(events: Any) -> Events | None:
    """Return events in the order of their versions; None where one of these is none."""
    named = [(what, event[what]) for event in events for what in _EVENTS if what in event]
    try:
        found = [(what, Version(at)) for what, at in named if (what, at) != ("limit", "*")]
    except (InvalidVersion, TypeError):
        return None
    # Of two events at one version the one that ends counts: the version that fixes is not affected.
    return tuple(sorted(found, key=lambda event: (event[1], _EVENTS.index(event[0]))))


def _is_within(version: Version, events: Events) -> bool:
    """As the format says: go through the events in order, and see how it stands at the end."""
    limits = [at for what, at in events if what == "limit"]
    if limits and not any(version < limit for limit in limits):
        return False
    affected = False
    for what, at in events:
        if what == "introduced" and version >= at:
            affected = True
        elif (what == "fixed" and version >= at) or (what == "last_affected" and version > at):
            affected = False
    return affected


def _day(entry: Mapping[str, Any]) -> str:
    found = _DAY.match(str(entry.get("modified", "")))
    return found.group() if found else ""
