"""How the privacy page finds out what it tells."""

import platform
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QObject, qVersion

from app import __version__, network_wall
from app.children.commands import engine_command, reader_command
from app.children.network_modules import unexplained
from app.children.open_sockets import open_sockets
from app.children.probing import probed
from app.children.walls import memory_walls
from app.controllers.privacy import NewReport, Ways
from app.controllers.wall_checks import Refuser, SocketsSeen, WindowSeen
from app.controllers.wall_report import ENGINE, READER, ChildKind, WallReport
from app.domain.evidence import FileSeen, Lying, Subject
from app.paths import DataFolder, shipped_folder, shipped_models_folder
from app.store.creation import VaultFiles
from app.store.vault import Vault

_PACKAGES = ("sqlcipher3", "llama-cpp-python", "cryptography", "pypdfium2", "onnxruntime", "keyring")


def ways_of(vault: Vault, data: DataFolder) -> Ways:
    """Return the real ways for the program with this open vault, kept in this folder."""

    known = {
        data.settings.name: Lying.OURS,
        data.verified_models.name: Lying.OURS,
        data.models_set_aside.name: Lying.OURS,
        data.models.name: Lying.MODEL,
    }

    def look_at_files() -> tuple[FileSeen, ...]:
        return vault.at_rest(VaultFiles(data.vault), data.root, known)

    return Ways(
        look_at_window=_look_at_window,
        count_sockets=_count_sockets,
        new_reports={
            Subject.ENGINE: _new_report(ENGINE, engine_command()),
            Subject.READER: _new_report(READER, reader_command()),
        },
        harmless=shipped_models_folder() / "manifest.toml",
        look_at_files=look_at_files,
        versions=_versions,
    )


def _look_at_window() -> WindowSeen:
    wall = network_wall.standing()
    no_core_dump, not_traceable = memory_walls()
    return WindowSeen(
        refuser=Refuser.NOBODY if wall is None else Refuser(wall.value),
        probes=probed(only_network=True),
        no_core_dump=no_core_dump,
        not_traceable=not_traceable,
        unexplained_modules=tuple(sorted(unexplained(sys.modules))),
    )


def _count_sockets() -> SocketsSeen | None:
    counted = open_sockets()
    return None if counted is None else SocketsSeen(counted.within, counted.beyond)


def _new_report(kind: ChildKind, command: Sequence[str]) -> NewReport:
    def new_report(parent: QObject) -> WallReport:
        return WallReport(kind, command, shipped_folder(), parent)

    return new_report


def _versions() -> tuple[tuple[str, str], ...]:
    named = [
        ("Trialogue", __version__),
        (platform.system(), f"{platform.release()} {platform.machine()}"),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
    ]
    for package in _PACKAGES:
        with suppress(PackageNotFoundError):
            named.append((package, version(package)))
    return tuple(named)
