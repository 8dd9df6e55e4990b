"""The second display: runs tests/ui/on_two_screens.py in a process that has two."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
GIVE_UP_SECONDS = 300


def _screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    return {
        "name": name,
        "x": x,
        "y": 0,
        "width": width,
        "height": height,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }


def test_everything_that_holds_with_two_displays_holds(tmp_path: Path) -> None:
    displays = tmp_path / "displays.json"
    displays.write_text(
        json.dumps({"screens": [_screen("desk", 0, 1600, 900), _screen("client", 1600, 1920, 1080)]}),
        encoding="utf-8",
    )
    outcome = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/on_two_screens.py"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={displays}"},
        capture_output=True,
        text=True,
        timeout=GIVE_UP_SECONDS,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout
    assert " passed" in outcome.stdout
