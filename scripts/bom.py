"""Write the bill of materials: what Trialogue is made of, in CycloneDX 1.6, as JSON.

    python -m scripts.bom FILE

It is made of the locked requirements and the list of parts alone, so the same two give the same bytes on every
computer: nothing in it tells when or where it was made. The standard library is enough for that; a library for
CycloneDX would bring more packages than it saves lines.
"""

import argparse
import hashlib
import json
import re
import sys
import uuid
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app import __version__
from app.catalogue.parts import Part, PartKind, canonical, read_parts
from scripts.locked import Locked, read_locked

ROOT = Path(__file__).resolve().parent.parent
SPEC_VERSION = "1.6"
_ONE_LICENCE = re.compile(r"[A-Za-z0-9.-]+")
_NAMESPACE = uuid.UUID("5f0c3a52-7a52-5d0e-9a0c-0e6f6a6b7a11")
"""Of our serial numbers, which are made of what the bill says."""
Json = dict[str, Any]


def bill(locked: Sequence[Locked], parts: Sequence[Part], resources: Path) -> Json:
    """Return the bill of materials, ready for JSON.

    Args:
        locked: The packages of requirements.txt.
        parts: What the list of parts says.
        resources: The folder whose files the list names.

    Raises:
        ValueError: A locked package is not among the parts, a part names a package that is not locked, or one
            names files that are not there.
    """
    packages = {part.name: part for part in parts if part.kind is PartKind.PACKAGE}
    names = {one.name for one in locked}
    if unlike := sorted(names ^ set(packages)):
        raise ValueError(f"not both locked and in the list of parts: {', '.join(unlike)}")
    within = [part for part in parts if part.kind in {PartKind.LIBRARY, PartKind.MODEL}]
    if homeless := sorted({part.within for part in within} - names):
        raise ValueError(f"not locked, but said to bring something: {', '.join(homeless)}")
    components = [
        _package(one, packages[one.name], [part for part in within if part.within == one.name])
        for one in locked
    ]
    components += [_resource(part, resources) for part in parts if part.kind is PartKind.RESOURCE]
    ours = {
        "type": "application",
        "bom-ref": f"trialogue@{__version__}",
        "name": "Trialogue",
        "version": __version__,
        "licenses": _licences("Apache-2.0"),
    }
    used = [component["bom-ref"] for component in components if component["scope"] == "required"]
    said: Json = {
        "metadata": {"component": ours},
        "components": components,
        "dependencies": [{"ref": ours["bom-ref"], "dependsOn": used}],
    }
    serial = uuid.uuid5(_NAMESPACE, json.dumps(said, sort_keys=True))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": SPEC_VERSION,
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        **said,
    }


def _package(locked: Locked, part: Part, brought: Iterable[Part]) -> Json:
    link = f"pkg:pypi/{locked.name}@{locked.version}"
    component: Json = {
        "type": "library",
        "bom-ref": link,
        "name": locked.name,
        "version": locked.version,
        "scope": "excluded" if part.for_development else "required",
        "hashes": _sha256(locked.sha256),
        "licenses": _licences(part.licence),
        "purl": link,
    }
    if inner := [_brought(one, link) for one in brought]:
        component["components"] = inner
    if locked.marker:
        component["properties"] = [{"name": "trialogue:marker", "value": locked.marker}]
    return component


def _brought(part: Part, within: str) -> Json:
    """A library or a model in a package."""
    component: Json = {
        "type": "library" if part.kind is PartKind.LIBRARY else "machine-learning-model",
        "bom-ref": f"{within}#{_reference(part.name)}",
        "name": part.name,
    }
    if part.version:
        component["version"] = part.version
    component["licenses"] = _licences(part.licence)
    if part.files:
        component["components"] = [
            _file(name, sha256, component["bom-ref"], part.licence) for name, sha256 in part.files
        ]
    return component


def _resource(part: Part, resources: Path) -> Json:
    files = sorted(file for pattern, _ in part.files for file in resources.glob(pattern))
    if not files:
        raise ValueError(f"no files of {part.name}")
    reference = f"resource:{_reference(part.name)}@{part.version}"
    return {
        "type": "data",
        "bom-ref": reference,
        "name": part.name,
        "version": part.version,
        "scope": "required",
        "licenses": _licences(part.licence),
        "components": [
            _file(
                file.relative_to(resources).as_posix(),
                hashlib.sha256(file.read_bytes()).hexdigest(),
                reference,
                part.licence,
            )
            for file in files
        ],
    }


def _file(name: str, sha256: str, within: str, licence: str) -> Json:
    return {
        "type": "file",
        "bom-ref": f"{within}#{name}",
        "name": name,
        "hashes": _sha256([sha256]),
        "licenses": _licences(licence),
    }


def _sha256(hashes: Iterable[str]) -> list[Json]:
    return [{"alg": "SHA-256", "content": one} for one in hashes]


def _licences(expression: str) -> list[Json]:
    if _ONE_LICENCE.fullmatch(expression):
        return [{"license": {"id": expression}}]
    return [{"expression": expression}]


def _reference(name: str) -> str:
    return canonical(name.replace(" ", "-"))


def every_component(components: Iterable[Json]) -> Iterator[Json]:
    """Yield components and what is within them, at any depth."""
    for component in components:
        yield component
        yield from every_component(component.get("components", ()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the bill to the file that is named. Returns 1 when it cannot be made, with a sentence that says why."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bom", description="Write the bill of materials.")
    parser.add_argument("file", type=Path)
    out: Path = parser.parse_args(arguments).file
    resources = ROOT / "resources"
    try:
        made = bill(read_locked(ROOT / "requirements.txt"), read_parts(resources), resources)
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        sys.stderr.write(f"The bill of materials could not be made: {error}\n")
        return 1
    sys.stdout.write(f"{out}: {sum(1 for _ in every_component(made['components']))} components\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
