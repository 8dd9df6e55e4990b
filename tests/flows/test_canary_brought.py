"""Files, pages that leave, and failures leave no word anywhere but in the vault and where a person saved it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.paths import DataFolder
from app.store.vault import Vault
from tests.flows.canary_brought import CANARIES, NAMES, WORD
from tests.flows.hands import PASSPHRASE
from tests.flows.playing import ROOT

PLACES = {
    "HOME": "user",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_DATA_HOME": "share",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), "temporary"),
}
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")


@dataclass(frozen=True)
class Journey:
    """What a journey left. The program, or the system for it, could leave something anywhere in `watched`."""

    data: DataFolder
    watched: Path
    outside: Path
    ended: subprocess.CompletedProcess[bytes]

    def found(self) -> dict[str, list[str]]:
        """What the journey printed in the end."""
        told: dict[str, list[str]] = json.loads(self.ended.stdout)
        return told


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """The whole journey in a program of its own, all of whose places are watched."""
    watched, outside = tmp_path_factory.mktemp("watched"), tmp_path_factory.mktemp("outside")
    for name in {"data", *PLACES.values()}:
        (watched / name).mkdir(mode=0o700)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.flows.canary_brought", str(watched / "data"), str(outside)],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "QT_QPA_PLATFORM": "offscreen",
            **{name: str(watched / place) for name, place in PLACES.items()},
        },
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert ended.returncode == 0, ended.stderr.decode()
    return Journey(DataFolder(watched / "data"), watched, outside, ended)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _holds_a_canary(content: bytes) -> bool:
    return any(WORD.encode(encoding) in content for encoding in ENCODINGS)


def test_what_was_kept_is_in_the_vault_to_be_found(journey: Journey) -> None:
    with Vault.open(journey.data.vault, PASSPHRASE) as vault:
        workspace = vault.workspace()
        kept = f"{workspace} {vault.session_record(workspace.sessions[0].id)}"
    never_kept = {"title", "searched", "bug", "lost"}
    assert {field for field, words in CANARIES.items() if words not in kept} - never_kept == set()


def test_what_a_person_saved_or_printed_holds_it_and_nothing_else_is_beside_it(journey: Journey) -> None:
    names = {path.name for path in _files(journey.outside)}
    saved = {f"{NAMES['saved']}.{ending}" for ending in ("pdf", "html", "txt")}
    brought = {f"{NAMES['export']}.json", f"{NAMES['broken']}.json", f"{NAMES['picture']}.png"}
    assert names == saved | brought | {f"{NAMES['printed']}.pdf"}
    assert CANARIES["take-away"] in (journey.outside / f"{NAMES['saved']}.txt").read_text(encoding="utf-8")


def test_no_other_file_of_the_person_or_of_the_system_holds_or_is_called_a_canary(journey: Journey) -> None:
    files = _files(journey.watched)
    assert {"vault.db", "vault.slots.json", "settings.ini"} <= {path.name for path in files}
    for path in files:
        assert not _holds_a_canary(path.read_bytes()), path.name
        assert WORD not in str(path.relative_to(journey.watched))


def test_there_is_no_list_of_files_no_thumbnail_no_temporary_file_and_no_settings_of_the_toolkit(
    journey: Journey,
) -> None:
    left = {str(path.relative_to(journey.watched)) for path in _files(journey.watched)}
    of_fonts = {path for path in left if "fontconfig" in path}
    assert {path for path in left - of_fonts if not path.startswith("data/")} == set()


def test_nothing_of_it_is_printed_and_no_process_was_told_of_it(journey: Journey) -> None:
    assert not _holds_a_canary(journey.ended.stdout)
    assert not _holds_a_canary(journey.ended.stderr)
    assert b"Traceback" not in journey.ended.stderr
    assert journey.found()["told"] == []
    assert journey.found()["environments"], "what they were told was looked into"
    assert any("bring" in one for one in journey.found()["looked at"]), "readers were looked at"


def test_no_window_is_called_by_a_file_or_by_words_of_somebody(journey: Journey) -> None:
    titles = journey.found()["titles"]
    assert "Trialogue" in titles
    assert not any(WORD in title for title in titles)


def test_a_page_that_was_saved_or_printed_says_nothing_of_who_made_it_or_from_where(journey: Journey) -> None:
    saved = PdfReader(BytesIO((journey.outside / f"{NAMES['saved']}.pdf").read_bytes()))
    assert set(saved.metadata or {}) == {"/Title"}
    printed = PdfReader(BytesIO((journey.outside / f"{NAMES['printed']}.pdf").read_bytes()))
    metadata = {name: str(value) for name, value in (printed.metadata or {}).items()}
    made = [metadata.pop(name) for name in ("/CreationDate", "/ModDate", "/Producer")]
    assert made[2].startswith("Qt ")
    title = metadata.pop("/Title")
    assert metadata == {"/Creator": "", "/Author": "", "/Trapped": "/False"}
    told = f"{title} {made}"
    assert WORD not in told
    assert str(journey.outside) not in told
    for ending in ("html", "txt", "pdf"):
        content = (journey.outside / f"{NAMES['saved']}.{ending}").read_bytes()
        assert str(journey.outside).encode() not in content
        assert NAMES["saved"].encode() not in content
