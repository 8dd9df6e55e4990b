"""What stands against opening the vault, each told in one sentence at the door, with nothing changed by the try."""

import ctypes
import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.controllers.settings import Language
from app.errors import ErrorCode
from app.paths import DataFolder
from app.store.vault import Vault
from app.tour.driver import click, press, settle, shown, type_into, wait_until
from app.ui.create import CreateScreen
from app.ui.sentences import sentence
from tests.flows.hands import CHEAP, NOTE, PASSPHRASE, Running, furnish, running
from tests.flows.played import MODEL_THAT_IS_NOT_THERE
from tests.flows.playing import ROOT, played

# Taken before any translation is installed.
_ENGLISH = {code: sentence(code) for code in ErrorCode}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """A data folder with a vault, as it should be."""
    data = DataFolder(tmp_path_factory.mktemp("sound"))
    furnish(data)
    return data


@pytest.fixture(scope="module")
def seat(
    tmp_path_factory: pytest.TempPathFactory, qapp: QApplication, sound: DataFolder
) -> Iterator[Running]:
    """The program before its locked door. What stands behind the door is put there by each test."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(sound.vault, DataFolder(home).vault)
    with running(qapp, home, MODEL_THAT_IS_NOT_THERE) as opened:
        yield opened


@pytest.fixture
def folder(seat: Running, sound: DataFolder) -> Iterator[Path]:
    """The folder of the vault behind the door, with a sound copy in it before and after."""
    vault = DataFolder(seat.home).vault
    _put_back(sound, vault)
    yield vault
    _put_back(sound, vault)


def _put_back(sound: DataFolder, vault: Path) -> None:
    shutil.rmtree(vault)
    shutil.copytree(sound.vault, vault)


def _truncate(folder: Path) -> None:
    database = folder / "vault.db"
    with database.open("r+b") as stream:
        stream.truncate(database.stat().st_size // 2 // 4096 * 4096)


def _flip(name: str, at: int) -> Callable[[Path], None]:
    def flip(folder: Path) -> None:
        content = bytearray((folder / name).read_bytes())
        content[at] ^= 0x10
        (folder / name).write_bytes(content)

    return flip


def _empty(folder: Path) -> None:
    (folder / "vault.db").write_bytes(b"")


def _plain(folder: Path) -> None:
    (folder / "vault.db").unlink()
    with sqlite3.connect(folder / "vault.db") as connection:
        connection.execute("CREATE TABLE client (id TEXT)")
    connection.close()


def _noise(folder: Path) -> None:
    (folder / "vault.db").write_bytes(secrets.token_bytes(8 * 4096))


def _directory(folder: Path) -> None:
    (folder / "vault.db").unlink()
    (folder / "vault.db").mkdir()


def _gone(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def _foreign_slots(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as elsewhere:
        Vault.create(Path(elsewhere) / "vault", PASSPHRASE, "Dr Rahma", CHEAP).close()
        shutil.copy(Path(elsewhere) / "vault" / "vault.slots.json", folder)


FAULTS: dict[str, tuple[Callable[[Path], None], ErrorCode]] = {
    "truncated": (_truncate, ErrorCode.VAULT_DAMAGED),
    "bit-flipped": (_flip("vault.db", 9 * 4096 + 77), ErrorCode.VAULT_DAMAGED),
    "bit-flipped-at-its-end": (_flip("vault.db", -1), ErrorCode.VAULT_DAMAGED),
    "empty": (_empty, ErrorCode.VAULT_EMPTY),
    "plain": (_plain, ErrorCode.VAULT_NOT_ENCRYPTED),
    "random": (_noise, ErrorCode.SLOTS_DO_NOT_MATCH),
    "directory": (_directory, ErrorCode.VAULT_NOT_A_FILE),
    "gone": (_gone("vault.db"), ErrorCode.VAULT_MISSING),
    "slots-gone": (_gone("vault.slots.json"), ErrorCode.SLOTS_MISSING),
    "slots-damaged": (_flip("vault.slots.json", 60), ErrorCode.SLOTS_DAMAGED),
    "slots-of-another-vault": (_foreign_slots, ErrorCode.SLOTS_DO_NOT_MATCH),
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("fault", FAULTS)
def test_a_vault_that_cannot_be_opened_gets_its_sentence_and_is_left_as_it_is(
    seat: Running, folder: Path, fault: str, language: Language
) -> None:
    damage, code = FAULTS[fault]
    damage(folder)
    before = _contents(folder)
    with _speaking(seat, language):
        said = seat.refused()
        assert said == sentence(code)
        assert (said == _ENGLISH[code]) is (language is Language.ENGLISH)
    assert _contents(folder) == before
    assert seat.screen == "unlock"


@pytest.mark.parametrize("language", list(Language))
def test_a_wrong_passphrase_is_told_apart_and_the_right_one_opens(
    seat: Running, folder: Path, language: Language
) -> None:
    with _speaking(seat, language):
        said = seat.refused("three grey herons at dawn")
        assert said == sentence(ErrorCode.WRONG_PASSPHRASE)
        assert (said == _ENGLISH[ErrorCode.WRONG_PASSPHRASE]) is (language is Language.ENGLISH)
        seat.unlock()
        assert seat.note().text() == NOTE
        seat.lock()


def test_after_any_fault_the_sound_copy_put_back_opens_without_starting_the_program_again(
    seat: Running, folder: Path, sound: DataFolder
) -> None:
    for damage, code in FAULTS.values():
        damage(folder)
        assert seat.refused() == sentence(code)
        _put_back(sound, folder)
        seat.unlock()
        assert seat.note().text() == NOTE
        seat.lock()


def test_a_vault_that_another_program_has_open_is_told_and_opens_when_that_one_is_gone(
    seat: Running, folder: Path
) -> None:
    with played("holding", folder.parent) as other:
        other.hear("holding")
        assert seat.refused() == sentence(ErrorCode.VAULT_IN_USE)
        other.kill()
    seat.unlock()
    assert seat.note().text() == NOTE
    seat.lock()


@pytest.fixture
def shut_home(sound: DataFolder) -> Iterator[Path]:
    """A data folder whose vault cannot be written by whoever is bound by file modes."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "home"
        vault = DataFolder(home).vault
        shutil.copytree(sound.vault, vault)
        vault.chmod(0o500)
        yield home
        vault.chmod(0o700)


@contextmanager
def _bound_by_file_modes(seat: Running) -> Iterator[None]:
    """As root nothing is read-only: let the thread that owns the vault do without that for a while."""
    if os.geteuid() != 0:
        yield
        return
    _on_vault_thread(seat, lambda: _override_file_modes(False))
    try:
        yield
    finally:
        _on_vault_thread(seat, lambda: _override_file_modes(True))


def _on_vault_thread(seat: Running, work: Callable[[], None]) -> None:
    done: list[object] = []
    seat.program.practice._work.submit(work, done.append, done.append)
    wait_until(lambda: bool(done), "the vault's thread has done it")
    assert done == [None]


def _override_file_modes(wanted: bool) -> None:
    """Give this thread of root's the power to ignore file modes, or take it away; see capabilities(7)."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capget(header, sets) == 0
    dac_override_and_read_search = 0b110
    effective, permitted = sets[0], sets[1]
    sets[0] = permitted if wanted else effective & ~dac_override_and_read_search
    assert libc.capset(header, sets) == 0


def test_a_vault_in_a_folder_that_cannot_be_written_is_told_and_opens_when_it_can(
    shut_home: Path, qapp: QApplication
) -> None:
    with running(qapp, shut_home, MODEL_THAT_IS_NOT_THERE) as seat:
        with _bound_by_file_modes(seat):
            assert seat.refused() == sentence(ErrorCode.FOLDER_READ_ONLY)
        DataFolder(shut_home).vault.chmod(0o700)
        seat.unlock()
        assert seat.note().text() == NOTE


def test_a_vault_that_cannot_be_created_is_told_and_is_created_when_it_can(
    shut_home: Path, qapp: QApplication
) -> None:
    vault = DataFolder(shut_home).vault
    for path in vault.iterdir():
        path.unlink()
    with running(qapp, shut_home, MODEL_THAT_IS_NOT_THERE) as seat:
        screen = shown(seat.window, CreateScreen)
        click(screen.start)
        type_into(screen.name, "Sari")
        press(seat.window, "Return")
        type_into(screen.passphrase, PASSPHRASE)
        type_into(screen.repeated, PASSPHRASE)
        with _bound_by_file_modes(seat):
            click(screen.button)
            wait_until(screen.refusal.isVisible, "creating is refused")
        settle()
        assert screen.refusal.sentence.text() == sentence(ErrorCode.FOLDER_READ_ONLY)
        assert screen.passphrase.passphrase() == PASSPHRASE
        assert list(vault.iterdir()) == []
        vault.chmod(0o700)
        click(screen.button)
        wait_until(lambda: seat.screen == "desk", "the desk is shown")


def test_a_data_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    ended = subprocess.run(
        [sys.executable, "-m", "app", "window", "--home", str(tmp_path / "taken" / "home")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert str(tmp_path / "taken" / "home") in ended.stderr
    assert "--home" in ended.stderr


def _contents(folder: Path) -> dict[str, bytes | None]:
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


@contextmanager
def _speaking(seat: Running, language: Language) -> Iterator[None]:
    seat.program.settings.set_language(language)
    settle()
    try:
        yield
    finally:
        seat.program.settings.set_language(Language.ENGLISH)
        settle()
