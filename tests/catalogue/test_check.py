"""Each fault of a model file has its own code, and a file is read through only once."""

import hashlib
import os
from pathlib import Path

import pytest

from app.catalogue.check import CheckCancelledError, check_model
from app.catalogue.find import find_model
from app.catalogue.manifest import KnownModel, Manifest, read_manifest
from app.catalogue.verified import ModelRole
from app.errors import ErrorCode, KnownError

from .small_gguf import small_model

CONTENT = small_model()
SHA256 = hashlib.sha256(CONTENT).hexdigest()
ROOT = Path(__file__).parents[2]


def known(size_bytes: int | None = len(CONTENT), sha256: str = SHA256, starter: bool = True) -> Manifest:
    return Manifest(
        (KnownModel("A small model", "small.gguf", sha256, size_bytes, "Apache-2.0", "here", starter),)
    )


@pytest.fixture
def remembered(tmp_path: Path) -> Path:
    folder = tmp_path / "state"
    folder.mkdir()
    return folder / "checksums.json"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.gguf"
    path.write_bytes(CONTENT)
    return path


def refusal(path: Path, remembered: Path, manifest: Manifest | None = None) -> ErrorCode:
    with pytest.raises(KnownError) as caught:
        check_model(path, manifest or known(), remembered)
    return caught.value.code


def test_the_installed_starter_passes(remembered: Path) -> None:
    manifest = read_manifest(ROOT / "models" / "manifest.toml")
    fractions: list[float] = []
    checked = check_model(find_model(None), manifest, remembered, progressed=fractions.append)
    (starter,) = [model for model in manifest.models if model.is_starter]
    assert (checked.name, checked.sha256, checked.size_bytes) == (
        starter.name,
        starter.sha256,
        starter.size_bytes,
    )
    assert checked.role is ModelRole.STARTER
    assert len(fractions) > 50
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_a_known_model_gets_the_name_and_the_role_of_the_manifest(file: Path, remembered: Path) -> None:
    checked = check_model(file, known(starter=False), remembered)
    assert (checked.name, checked.role, checked.path) == ("A small model", ModelRole.KNOWN, file)
    assert checked.modified_ns == file.stat().st_mtime_ns


def test_a_renamed_file_is_known_by_its_checksum(file: Path, remembered: Path) -> None:
    renamed = file.rename(file.with_name("mine.gguf"))
    assert check_model(renamed, known(), remembered).name == "A small model"


def test_a_file_that_nobody_knows_goes_by_its_own_name(file: Path, remembered: Path) -> None:
    checked = check_model(file, Manifest(()), remembered)
    assert (checked.name, checked.role, checked.sha256) == ("small.gguf", ModelRole.OTHER, SHA256)


def test_a_name_that_is_no_text_becomes_one(file: Path, remembered: Path) -> None:
    renamed = file.rename(file.with_name(os.fsdecode(b"caf\xe9\x1b.gguf")))
    for _ in range(2):
        assert check_model(renamed, Manifest(()), remembered).name == "caf\ufffd.gguf"


def test_a_check_that_is_to_leave_nothing_behind_leaves_nothing_behind(file: Path, remembered: Path) -> None:
    assert check_model(file, known(), remembered, remembers=False).sha256 == SHA256
    assert not remembered.exists()


def test_a_missing_file_is_missed(tmp_path: Path, file: Path, remembered: Path) -> None:
    assert refusal(tmp_path / "nothing.gguf", remembered) is ErrorCode.MODEL_MISSING
    assert refusal(file / "below.gguf", remembered) is ErrorCode.MODEL_MISSING
    assert refusal(Path("a\0b"), remembered) is ErrorCode.MODEL_MISSING


def test_what_is_not_a_file_is_no_model(tmp_path: Path, remembered: Path) -> None:
    assert refusal(tmp_path, remembered) is ErrorCode.MODEL_NOT_A_MODEL
    assert refusal(Path(os.devnull), remembered) is ErrorCode.MODEL_NOT_A_MODEL


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path, remembered: Path) -> None:
    circle = tmp_path / "circle.gguf"
    circle.symlink_to(circle)
    assert refusal(circle, remembered) is ErrorCode.MODEL_UNREADABLE
    assert refusal(tmp_path / ("x" * 5_000), remembered) is ErrorCode.MODEL_UNREADABLE


def test_another_kind_of_file_is_no_model(file: Path, remembered: Path) -> None:
    file.write_bytes(b"%PDF-1.7 and so on")
    assert refusal(file, remembered) is ErrorCode.MODEL_NOT_A_MODEL


def test_a_file_shorter_than_its_tensors_is_truncated(file: Path, remembered: Path) -> None:
    file.write_bytes(CONTENT[:-1])
    assert refusal(file, remembered, Manifest(())) is ErrorCode.MODEL_TRUNCATED


def test_a_file_shorter_than_the_manifest_says_is_truncated(file: Path, remembered: Path) -> None:
    assert refusal(file, remembered, known(size_bytes=len(CONTENT) + 1)) is ErrorCode.MODEL_TRUNCATED


def test_a_file_with_one_flipped_bit_has_the_wrong_checksum(file: Path, remembered: Path) -> None:
    flipped = bytearray(CONTENT)
    flipped[-1] ^= 1
    file.write_bytes(flipped)
    assert refusal(file, remembered) is ErrorCode.MODEL_CHECKSUM
    assert refusal(file, remembered, known(size_bytes=None)) is ErrorCode.MODEL_CHECKSUM


def test_a_file_is_read_through_once_and_again_only_when_it_changed(file: Path, remembered: Path) -> None:
    readings: list[float] = []
    for _ in range(3):
        check_model(file, known(), remembered, progressed=readings.append)
    assert readings == [1.0]
    os.utime(file, ns=(1, 1))
    check_model(file, known(), remembered, progressed=readings.append)
    assert readings == [1.0, 1.0]


def test_a_check_can_be_cancelled_and_nothing_is_remembered(file: Path, remembered: Path) -> None:
    with pytest.raises(CheckCancelledError):
        check_model(file, known(), remembered, cancelled=lambda: True)
    assert not remembered.exists()
