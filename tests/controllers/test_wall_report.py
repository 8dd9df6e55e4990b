"""What children say of their walls, asked of real ones and of such as lie, die or say nothing."""

import json
import sys
from dataclasses import astuple
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.children.commands import engine_command, reader_command
from app.children.protocol import Outcome
from app.controllers import wall_report
from app.controllers.wall_report import ENGINE, READER, ChildKind, WallReport, Walls
from app.paths import shipped_folder, shipped_models_folder

FILE = shipped_models_folder() / "manifest.toml"
WAIT_MS = 30_000
BOTH = pytest.mark.parametrize(
    ("kind", "command"), [(ENGINE, engine_command()), (READER, reader_command())], ids=["engine", "reader"]
)


def asked(qtbot: QtBot, kind: ChildKind, command: tuple[str, ...], file: Path = FILE) -> Walls | None:
    """Ask, and return what was told, once."""
    parent = QObject()
    report = WallReport(kind, command, shipped_folder(), parent)
    told: list[Walls | None] = []
    report.told.connect(told.append)
    report.ask(file)
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    report.end_now()
    assert len(told) == 1
    parent.deleteLater()
    return told[0]


@BOTH
def test_a_child_says_which_ways_out_are_closed(
    qtbot: QtBot, kind: ChildKind, command: tuple[str, ...]
) -> None:
    walls = asked(qtbot, kind, command)
    assert walls is not None
    if sys.platform == "linux":
        assert set(astuple(walls.confinement.probes)) == {Outcome.DENIED}


@BOTH
@pytest.mark.parametrize(
    "said",
    ["", "no protocol", json.dumps({"type": "failed", "fault": "no_walls"})],
    ids=["end", "other", "fault"],
)
def test_a_child_that_says_anything_else_tells_nothing(
    qtbot: QtBot, kind: ChildKind, command: tuple[str, ...], said: str
) -> None:
    child = (sys.executable, "-c", f"import sys; sys.stdin.readline(); print({said!r}, flush=True)")
    assert asked(qtbot, kind, child) is None


@BOTH
def test_a_child_that_says_nothing_is_given_up(
    qtbot: QtBot, kind: ChildKind, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wall_report, "_PATIENCE_MS", 100)
    assert asked(qtbot, kind, (sys.executable, "-c", "import sys; sys.stdin.read()")) is None


def test_a_file_that_is_not_there_tells_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    assert asked(qtbot, READER, reader_command(), tmp_path / "none") is None
