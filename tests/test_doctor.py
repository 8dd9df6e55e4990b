"""What `doctor` says, as somebody runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from app.catalogue.find import find_model

NETWORK = ("tcp", "tcp6", "udp", "raw", "netlink", "packet", "io_uring")
ROOT = Path(__file__).parents[1]


def _doctor(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", "doctor", *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_it_says_what_this_machine_offers(tmp_path: Path) -> None:
    ended = _doctor("--json", "--home", str(tmp_path))
    assert ended.returncode == 0, ended.stderr
    found: dict[str, Any] = json.loads(ended.stdout)
    assert found["qt"]["platform"] == "offscreen"
    assert found["display"]["width"] > 0
    assert found["display"]["screens"] == 1
    assert any("Atkinson" in family for family in found["fonts"]["families"])
    assert any("Literata" in family for family in found["fonts"]["families"])
    assert found["fonts"]["refused"] == []
    assert found["model"]["verified"] is True
    assert found["model"]["size_bytes"] == find_model(None).stat().st_size
    assert len(found["model"]["sha256"]) == 64
    assert found["sqlcipher"]["version"].split(".")[0].isdigit()
    assert found["cores"] == os.cpu_count()
    assert found["memory"]["total_bytes"] > 2**28
    assert found["data_folder"] == str(tmp_path)


def test_it_says_which_ways_out_of_each_process_are_closed(tmp_path: Path) -> None:
    found: dict[str, Any] = json.loads(_doctor("--json", "--home", str(tmp_path)).stdout)
    isolation = found["isolation"]
    assert set(isolation) == {"window", "engine", "reader"}
    assert isolation["window"]["tcp"] == "denied"
    assert set(isolation["window"].values()) == {"denied", "not probed"}
    if sys.platform == "linux":
        assert set(isolation["engine"].values()) == set(isolation["reader"].values()) == {"denied"}
        assert {isolation["window"][way] for way in NETWORK} == {"denied"}
    assert isinstance(found["keyring"]["usable"], bool)


def test_it_says_that_a_model_is_missing_and_still_succeeds(tmp_path: Path) -> None:
    ended = _doctor("--json", "--home", str(tmp_path), "--model", "/nowhere.gguf")
    assert ended.returncode == 0
    assert json.loads(ended.stdout)["model"] == {"verified": False, "fault": "model_missing"}


def test_it_speaks_in_plain_lines_too_and_leaves_no_vault(tmp_path: Path) -> None:
    ended = _doctor("--home", str(tmp_path), "--model", "/nowhere.gguf")
    assert ended.returncode == 0
    lines = ended.stdout.splitlines()
    assert "qt platform: offscreen" in lines
    assert "model fault: model_missing" in lines
    assert not (tmp_path / "vault").exists()


def test_a_machine_on_which_it_looked_is_as_it_was(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    before = there.stat().st_mode
    for home in (there, tmp_path / "not there"):
        ended = _doctor("--json", "--home", str(home))
        assert json.loads(ended.stdout)["model"]["verified"] is True
    assert list(tmp_path.rglob("*")) == [there]
    assert there.stat().st_mode == before
