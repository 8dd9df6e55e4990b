"""The benchmarks run, and print figures. What they print is no matter of the gate."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BENCHMARKS = sorted(
    file.name
    for file in Path(__file__).parent.glob("*.py")
    if file.name != "test_bench.py" and "__main__" in file.read_text(encoding="utf-8")
)

OF_QT = "This plugin does not support propagateSizeHints()"
"""What Qt prints of itself where there is no display."""


def test_there_are_benchmarks() -> None:
    assert {"engine.py", "grouping.py", "reading.py"} <= set(BENCHMARKS)


@pytest.mark.parametrize("name", BENCHMARKS)
def test_the_short_form_of_a_benchmark_prints_figures_and_ends(name: str) -> None:
    ran = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "bench" / name), "--short"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert ran.returncode == 0
    assert set(ran.stderr.splitlines()) <= {OF_QT}
    assert len(re.findall(r"\d", ran.stdout)) > 10
