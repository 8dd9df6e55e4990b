"""What this machine offers, in plain lines or as JSON. Nothing here opens the vault or makes a file."""

import json
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import sqlcipher3
from PySide6.QtCore import QEventLoop, qVersion
from PySide6.QtGui import QGuiApplication

from app import __version__
from app.catalogue.check import check_model
from app.catalogue.find import find_model
from app.catalogue.manifest import read_manifest
from app.children.commands import engine_command, reader_command
from app.children.probing import probed
from app.children.protocol import Probes
from app.controllers.wall_report import ENGINE, READER, ChildKind, WallReport, Walls
from app.errors import KnownError
from app.paths import DataFolder, resources_folder, shipped_folder, shipped_models_folder
from app.store.keyring_backends import first_usable_backend
from app.ui.fonts import load_fonts


def doctor(home: Path | None, model: Path | None, *, as_json: bool) -> int:
    """Print what this machine offers. Returns 0 if the program can do its main job here, else 1."""
    found = examined(DataFolder.at(home), model)
    if as_json:
        sys.stdout.write(json.dumps(found, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(found))
    usable = not _part(found, "fonts")["refused"] and bool(_part(found, "sqlcipher")["version"])
    return 0 if usable else 1


def examined(data: DataFolder, model: Path | None) -> dict[str, object]:
    """Return what was found, ready for JSON. Sizes in bytes, lengths in pixels."""
    return {
        "trialogue": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "qt": {"version": qVersion(), "platform": QGuiApplication.platformName()},
        "display": _display(),
        "fonts": _fonts(),
        "model": _model(data, model),
        "sqlcipher": {"version": _sqlcipher_version()},
        "cores": os.cpu_count() or 1,
        "memory": {"total_bytes": _memory_bytes()},
        "data_folder": str(data.root),
        "isolation": _isolation(),
        "keyring": _keyring(),
    }


def _display() -> dict[str, object]:
    screen = QGuiApplication.primaryScreen()
    size = screen.size()
    return {
        "width": size.width(),
        "height": size.height(),
        "scale": screen.devicePixelRatio(),
        "dots_per_inch": round(screen.physicalDotsPerInch(), 1),
        "screens": len(QGuiApplication.screens()),
    }


def _fonts() -> dict[str, object]:
    loaded = load_fonts(resources_folder() / "fonts")
    return {"families": list(loaded.families), "refused": list(loaded.refused)}


def _model(data: DataFolder, explicit: Path | None) -> dict[str, object]:
    manifest = read_manifest(shipped_models_folder() / "manifest.toml")
    try:
        model = check_model(find_model(explicit), manifest, data.verified_models, remembers=False)
    except KnownError as fault:
        return {"verified": False, "fault": fault.code.value}
    return {"verified": True, "name": model.name, "sha256": model.sha256, "size_bytes": model.size_bytes}


def _isolation() -> dict[str, object]:
    """What came of trying the ways out of each kind of process. None of them sends anything."""
    return {
        "window": _outcomes(probed(only_network=True)),
        "engine": _outcomes_in(ENGINE, engine_command()),
        "reader": _outcomes_in(READER, reader_command()),
    }


def _outcomes_in(kind: ChildKind, command: Sequence[str]) -> dict[str, object]:
    """Those of a child: nothing if it does not come up behind its walls."""
    heard: list[Walls | None] = []
    loop = QEventLoop()
    report = WallReport(kind, command, shipped_folder(), loop)
    report.told.connect(heard.append)
    report.told.connect(loop.quit)
    report.ask(shipped_models_folder() / "manifest.toml")
    loop.exec()
    report.end_now()
    return {} if heard[0] is None else _outcomes(heard[0].confinement.probes)


def _outcomes(probes: Probes) -> dict[str, object]:
    return {name: outcome.value for name, outcome in asdict(probes).items()}


def _keyring() -> dict[str, object]:
    """Which of the system's keyrings would be used. Nothing is asked of it."""
    try:
        backend = first_usable_backend()
    except KnownError as fault:
        return {"usable": False, "fault": fault.code.value}
    return {"usable": True, "name": f"{type(backend).__module__}.{type(backend).__qualname__}"}


def _sqlcipher_version() -> str:
    with sqlcipher3.connect(":memory:") as connection:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    connection.close()
    return str(row[0]) if row else ""


def _memory_bytes() -> int | None:
    """The machine's memory; None where the system does not say it this way."""
    if "SC_PHYS_PAGES" not in getattr(os, "sysconf_names", {}):
        return None
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _part(found: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = found[name]
    assert isinstance(part, dict)  # noqa: S101 - for the type checker; made in `examined`
    return part


def _lines(found: Mapping[str, object], prefix: str = "") -> list[str]:
    lines: list[str] = []
    for name, value in found.items():
        if isinstance(value, dict):
            lines += _lines(value, f"{prefix}{name} ")
        else:
            lines.append(f"{prefix}{name}: {value}")
    return lines
