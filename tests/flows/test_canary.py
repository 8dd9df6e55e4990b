"""Nothing that was typed or said is found in plain: not in the data folder, in temporary files or in the output."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.answer import AsAsked, AskedDifferently, MadeHere, ThroughLens
from app.domain.record import SessionRecord, Workspace
from app.paths import DataFolder
from app.store.vault import Vault
from tests.flows.canary import CANARIES, SAID_CHARS
from tests.flows.playing import ROOT


@dataclass(frozen=True)
class Journey:
    """What a journey left. `places` are the only folders in which the program could leave something."""

    data: DataFolder
    places: tuple[Path, ...]
    ended: subprocess.CompletedProcess[bytes]


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """A whole journey in a program of its own, with a canary in every field."""
    data, user, temporary = (tmp_path_factory.mktemp(name) for name in ("data", "user", "temporary"))
    ended = subprocess.run(
        [sys.executable, "-m", "tests.flows.canary", str(data)],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(user),
            "XDG_RUNTIME_DIR": str(temporary),
            **{name: str(temporary) for name in ("TMPDIR", "TEMP", "TMP")},
        },
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert ended.returncode == 0, ended.stderr.decode()
    return Journey(DataFolder(data), (data, user, temporary), ended)


def _files(journey: Journey) -> list[Path]:
    return [path for place in journey.places for path in place.rglob("*") if path.is_file()]


def _in_the_vault(journey: Journey) -> tuple[Workspace, SessionRecord]:
    with Vault.open(journey.data.vault, CANARIES["passphrase"]) as vault:
        workspace = vault.workspace()
        return workspace, vault.session_record(workspace.sessions[0].id)


def _said(journey: Journey) -> list[str]:
    """The beginning of what the model said to the question, through a lens, and to another wording."""
    _, record = _in_the_vault(journey)
    made_here = [answer for answer in record.answers if isinstance(answer.origin, MadeHere)]
    assert [type(answer.request) for answer in made_here] == [AsAsked, ThroughLens, AskedDifferently]
    said = [answer.text[:SAID_CHARS] for answer in made_here]
    assert all(len(words) == SAID_CHARS for words in said)
    return said


def _forms(canary: str) -> tuple[bytes, ...]:
    return tuple(canary.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"))


def test_the_canaries_are_in_the_vault_to_be_found(journey: Journey) -> None:
    workspace, record = _in_the_vault(journey)
    kept = f"{workspace} {record}"
    never_kept = {"passphrase", "wrong-passphrase", "therapist"}
    assert [name for name, canary in CANARIES.items() if canary not in kept] == [
        name for name in CANARIES if name in never_kept
    ]


def test_no_file_holds_a_canary_in_plain(journey: Journey) -> None:
    files = _files(journey)
    names = {path.name for path in files}
    assert {"vault.db", "vault.slots.json", "settings.ini", "verified-models.json"} <= names
    for path in files:
        content = path.read_bytes()
        for canary in CANARIES.values():
            assert not any(form in content for form in _forms(canary)), path.name
            assert canary not in str(path)
        assert b"Kanarienvogel" not in content, path.name


def test_no_file_holds_in_plain_what_the_model_said(journey: Journey) -> None:
    said = _said(journey)
    for path in _files(journey):
        content = path.read_bytes()
        for words in said:
            assert not any(form in content for form in _forms(words)), path.name


def test_nothing_typed_and_nothing_said_is_printed(journey: Journey) -> None:
    assert journey.ended.stderr == b""
    assert b"Kanarienvogel" not in journey.ended.stdout
    assert not any(words.encode() in journey.ended.stdout for words in _said(journey))
    assert len(journey.ended.stdout.splitlines()) == 1


def test_no_window_is_shown_beside_the_one_and_its_title_never_changes(journey: Journey) -> None:
    assert json.loads(journey.ended.stdout) == {"strays": [], "titles": ["Trialogue"]}
