"""The models are used only if they are those that were tried, and nothing of it speaks to anybody."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.bring.faults import Fault, ReadingError
from app.bring.recognising.networks import Model, checked_model

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("model", list(Model))
def test_a_model_lies_in_the_installed_package_that_is_never_imported(model: Model) -> None:
    assert len(checked_model(model)) > 1_000_000
    assert "rapidocr" not in sys.modules


def test_a_model_that_was_changed_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models = tmp_path / "changed_models" / "models"
    models.mkdir(parents=True)
    (tmp_path / "changed_models" / "__init__.py").touch()
    changed = bytearray(checked_model(Model.FINDING))
    changed[-1] ^= 1
    (models / Model.FINDING.value[0]).write_bytes(changed)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ReadingError) as caught:
        checked_model(Model.FINDING, "changed_models")
    assert caught.value.fault is Fault.NO_RECOGNITION


def test_a_package_that_is_not_installed_is_told() -> None:
    with pytest.raises(ReadingError) as caught:
        checked_model(Model.READING, "no_such_package_anywhere")
    assert caught.value.fault is Fault.NO_RECOGNITION


_LOADS = """
import json, os, sys
tried = []
sys.addaudithook(lambda event, given: tried.append(event) if event.startswith("socket.") else None)
from app.bring.recognising.recognition import Recogniser
Recogniser()
print(json.dumps({
    "told": os.environ["ORT_DISABLE_TELEMETRY"],
    "sockets": tried,
    "modules": sorted(name for name in ("rapidocr", "cv2", "requests", "urllib.request") if name in sys.modules),
}))
"""


def test_loading_it_opens_no_socket_and_leaves_nothing_behind(tmp_path: Path) -> None:
    # Where it runs in a build service, the library would be silent of itself.
    quiet = {
        "CI",
        "GITHUB_ACTIONS",
        "TF_BUILD",
        "GITLAB_CI",
        "JENKINS_URL",
        "BUILD_BUILDID",
        "ORT_DISABLE_TELEMETRY",
    }
    around = {name: said for name, said in os.environ.items() if name not in quiet}
    homes = {
        name: str(tmp_path) for name in ("HOME", "USERPROFILE", "XDG_CACHE_HOME", "TMPDIR", "TEMP", "TMP")
    }
    ran = subprocess.run(
        [sys.executable, "-c", _LOADS],
        env={**around, **homes, "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert json.loads(ran.stdout) == {"told": "1", "sockets": [], "modules": []}
    assert list(tmp_path.iterdir()) == []
