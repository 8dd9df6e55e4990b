"""The starter is found inside its package, whose code never runs."""

import sys
from pathlib import Path

import pytest

from app.catalogue.find import STARTER_PACKAGE, find_model
from app.errors import ErrorCode, KnownError


def test_the_starter_is_found_without_importing_its_package() -> None:
    found = find_model(None)
    assert found.is_file()
    assert found.suffix == ".gguf"
    assert STARTER_PACKAGE not in sys.modules


def test_a_file_that_somebody_chose_goes_first() -> None:
    assert find_model(Path("/models/mine.gguf")) == Path("/models/mine.gguf")


def test_a_package_that_is_not_installed_is_missed() -> None:
    with pytest.raises(KnownError) as caught:
        find_model(None, "a_package_that_nobody_installed")
    assert caught.value.code is ErrorCode.MODEL_MISSING


def test_a_package_without_a_model_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "package_without_model"
    package.mkdir()
    (package / "__init__.py").write_text("raise SystemExit('this ran')", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(KnownError) as caught:
        find_model(None, "package_without_model")
    assert caught.value.code is ErrorCode.MODEL_MISSING
