import stat
import sys
from pathlib import Path

import pytest

from app.paths import (
    FOLDER_NAME,
    DataFolder,
    default_data_folder,
    resources_folder,
    shipped_models_folder,
)


def test_resources_lie_beside_the_code_when_run_from_source() -> None:
    assert (resources_folder() / "style.qss").is_file()
    assert shipped_models_folder() == resources_folder().parent / "models"


def test_resources_lie_in_the_bundle_when_frozen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert resources_folder() == tmp_path / "resources"
    assert shipped_models_folder() == tmp_path / "models"


def test_without_a_name_the_data_folder_is_the_platforms_own() -> None:
    folder = DataFolder.at()

    assert folder.root == default_data_folder().absolute()
    assert folder.root.name == FOLDER_NAME
    assert folder.root.parent != Path()


def test_a_named_data_folder_becomes_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))

    assert DataFolder.at(Path("here")).root == tmp_path / "here"
    assert DataFolder.at(Path("~/there")).root == Path("~/there").expanduser()


def test_everything_that_is_kept_lies_inside_the_data_folder(tmp_path: Path) -> None:
    folder = DataFolder.at(tmp_path)
    inside = {folder.vault, folder.settings, folder.verified_models, folder.models_set_aside, folder.models}

    assert {place.parent for place in inside} == {tmp_path}
    assert len(inside) == 5


def test_looking_at_paths_makes_no_folder(tmp_path: Path) -> None:
    folder = DataFolder.at(tmp_path / "new")

    assert not folder.vault.exists()
    assert not folder.root.exists()


def test_a_created_data_folder_is_its_owners_alone(tmp_path: Path) -> None:
    folder = DataFolder.at(tmp_path / "above" / "new")

    folder.create()
    folder.create()

    assert folder.root.is_dir()
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "kept", [(), ("vault", "settings.ini", "verified-models.json", "models-set-aside.json", "models")]
)
def test_a_data_folder_that_others_could_read_becomes_its_owners_alone(
    tmp_path: Path, kept: tuple[str, ...]
) -> None:
    folder = DataFolder(tmp_path / "open")
    folder.root.mkdir()
    folder.root.chmod(0o755)
    for name in kept:
        (folder.root / name).touch()

    folder.create()

    assert stat.S_IMODE(folder.root.stat().st_mode) == (0o700 if sys.platform != "win32" else 0o777)


def test_the_platforms_own_data_folder_becomes_its_owners_alone_whatever_else_lies_in_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = DataFolder(tmp_path / "platform")
    monkeypatch.setattr("app.paths.default_data_folder", lambda: folder.root)
    folder.root.mkdir()
    folder.root.chmod(0o755)
    (folder.root / ".DS_Store").touch()

    folder.create()

    assert stat.S_IMODE(folder.root.stat().st_mode) == (0o700 if sys.platform != "win32" else 0o777)


def test_a_folder_that_serves_other_things_too_keeps_its_permissions(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "documents")
    folder.root.mkdir()
    folder.root.chmod(0o755)
    (folder.root / "letter.txt").touch()
    before = folder.root.stat().st_mode

    folder.create()

    assert folder.root.stat().st_mode == before


def test_a_folder_of_somebody_else_keeps_its_permissions(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if sys.platform != "win32":
        somebody_else = tmp_path.stat().st_uid + 1
        monkeypatch.setattr("app.paths.os.geteuid", lambda: somebody_else)
    folder = DataFolder(tmp_path / "theirs")
    folder.root.mkdir()
    folder.root.chmod(0o755)
    before = folder.root.stat().st_mode

    folder.create()

    assert folder.root.stat().st_mode == before


def test_a_data_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()

    with pytest.raises(OSError, match="a file"):
        DataFolder(tmp_path / "a file" / "below").create()
