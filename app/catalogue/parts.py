"""What Trialogue is made of besides its own code, and under which licences.

`resources/licences/parts.toml` lists the parts. The version of a package and the words of its licence are read from
what was installed with it; what no package carries lies beside the list.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePath
from typing import Any

from app.errors import BugError

LIST = "licences/parts.toml"
"""In the folder of resources."""
MOST_BYTES = 1_000_000
"""Of one text. The longest that is known, of ONNX Runtime, has a third of that."""
_LICENCE_FILE = re.compile(r"(?i)(?:licen[cs]e|copying|notice|authors|thirdpartynotices)(?:[-_.].*)?")
_MAY_BE_LICENCE = re.compile(
    r"(?i)/licenses/|/sboms/|/(?:licen[cs]e|copying|notice|authors|thirdpartynotices)"
)
_CODE = {".py", ".pyi", ".pyc", ".so", ".h"}
_NOT_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What controls a terminal or the direction of letters, such as the ends of pages in old licences."""


class PartKind(StrEnum):
    """What a part is; as the list calls it."""

    PACKAGE = "package"
    LIBRARY = "library"
    MODEL = "model"
    RESOURCE = "resource"


@dataclass(frozen=True, slots=True)
class Part:
    """One part.

    Attributes:
        kind: What it is.
        name: As it is shown; of a package as the locked requirements call it.
        licence: An SPDX licence expression.
        version: Empty where it has none of its own; of a package until `installed` has looked.
        within: The package that brings it; empty for a package and for a resource.
        texts: Files with the words of its licence, from the folder of resources.
        files: Of a model: each file's name with its SHA-256. Of a resource: a pattern, from the folder of resources,
            with nothing.
        for_development: Whether only writing and testing Trialogue needs it.
    """

    kind: PartKind
    name: str
    licence: str
    version: str = ""
    within: str = ""
    texts: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    for_development: bool = False


def canonical(name: str) -> str:
    """Return the name of a package as all its spellings are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_parts(resources: Path) -> tuple[Part, ...]:
    """Read the list, in its order.

    Raises:
        BugError: It is missing or not what its header says; it is part of the program.
    """
    try:
        tables = tomllib.loads((resources / LIST).read_text(encoding="utf-8"))
        return tuple(_part(kind, entry) for kind in PartKind for entry in tables[kind.value])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BugError(f"the list of parts cannot be read: {type(error).__name__}") from error


def _part(kind: PartKind, entry: Mapping[str, Any]) -> Part:
    files = entry.get("files", {})
    return Part(
        kind=kind,
        name=entry["name"],
        licence=entry["licence"],
        version=entry.get("version", ""),
        within=entry["within"] if kind in {PartKind.LIBRARY, PartKind.MODEL} else "",
        texts=tuple(entry.get("texts", ())),
        files=((files, ""),) if isinstance(files, str) else tuple(sorted(files.items())),
        for_development=entry.get("development", False) is True,
    )


def installed(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts that the program runs with here, packages with their version, by name."""
    found = {}
    for part in parts:
        if part.kind is PartKind.PACKAGE and not part.for_development:
            try:
                found[part.name] = replace(part, version=distribution(part.name).version)
            except PackageNotFoundError:
                continue
    others = (part for part in parts if part.kind is not PartKind.PACKAGE)
    here = [*found.values(), *(part for part in others if not part.within or part.within in found)]
    return tuple(sorted(here, key=lambda part: (part.name.lower(), part.within)))


def licence_text(part: Part, resources: Path) -> str:
    """Return the words of its licence, one text after the other; empty if none is here.

    Where there are several, each begins with its file's name.
    """
    texts: list[tuple[str, str]] = []
    if part.kind is PartKind.PACKAGE or not part.texts:
        texts += _carried(part.within or part.name)
    texts += [(PurePath(name).name, _text(resources / name)) for name in part.texts]
    texts = [(name, text) for name, text in texts if text]
    if len(texts) == 1:
        return texts[0][1]
    return "\n\n\n".join(f"{name}\n\n{text}" for name, text in texts)


def _carried(package: str) -> Iterator[tuple[str, str]]:
    """The texts that came with a package; what it says to be built from, if it does, comes last."""
    try:
        of = distribution(package)
    except PackageNotFoundError:
        return
    # Its list of files is read as it stands: made into paths, that of Qt takes a tenth of a second.
    lines = (of.read_text("RECORD") or "").splitlines()
    files = [PurePath(line.rsplit(",", 2)[0]) for line in lines if _MAY_BE_LICENCE.search(line)]
    beside = [file for file in files if file.parts[0].endswith(".dist-info")]
    # One that has none there may have put it among its modules.
    for file in [one for one in beside if _is_licence(one)] or [one for one in files if _is_licence(one)]:
        yield file.name, _text(Path(str(of.locate_file(file))))
    for file in beside:
        if file.parts[1] == "sboms" and (listed := _built_from(_text(Path(str(of.locate_file(file)))))):
            yield file.name, listed


def _is_licence(file: PurePath) -> bool:
    named_so = len(file.parts) == 2 and file.suffix not in _CODE and _LICENCE_FILE.fullmatch(file.name)
    return bool(named_so) or file.parts[1] == "licenses"


def _built_from(bill: str) -> str:
    """Return what a package's own bill of materials lists, a line each; empty if it can't be read."""
    try:
        components = json.loads(bill)["components"]
        return "\n".join(
            " ".join(filter(None, (one["name"], one.get("version"), *_licences(one)))) for one in components
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ""


def _licences(component: Mapping[str, Any]) -> Iterator[str]:
    for one in component.get("licenses", ()):
        of = one.get("license", {})
        yield f"({one.get('expression') or of.get('id') or of.get('name') or ''})"


def _text(file: Path) -> str:
    """Return a text, without signs that only control; empty if it can't be read or is far too long."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return ""
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return _NOT_SHOWN.sub("", text).strip("\n")
