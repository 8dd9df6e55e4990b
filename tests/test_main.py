"""The command line: whether there is a display, which sizes are taken, and a folder that can't be made."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from app import __main__ as command_line
from app.controllers.settings import Language
from app.paths import resources_folder
from app.tour.driver import wait_until
from app.ui.no_folder import tell_no_folder

ELSEWHERE = sys.platform in {"darwin", "win32"}


@pytest.mark.parametrize(
    ("platform", "display", "wayland", "there_is_one"),
    [
        ("", "", "", ELSEWHERE),
        ("", ":0", "", True),
        ("", "", "wayland-0", True),
        ("xcb", "", "", True),
        ("wayland;xcb", "", "", True),
        ("vnc:size=1280x720", "", "", True),
        ("offscreen", "", "", False),
        ("offscreen", ":0", "wayland-0", False),
        ("offscreen:size=1280x720", "", "", False),
        ("minimal", ":0", "", False),
        ("minimal:enable_fonts", "", "", False),
    ],
)
def test_what_draws_where_nobody_looks_is_no_display(
    monkeypatch: pytest.MonkeyPatch, platform: str, display: str, wayland: str, there_is_one: bool
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    assert command_line._has_display() is there_is_one


@pytest.mark.parametrize("size", ["800x600", "1280x720", "7680x4320"])
def test_a_size_that_a_window_can_have_is_taken(size: str) -> None:
    options = command_line._tour_options(
        command_line._parser().parse_args(["tour", "--out", "x", "--size", size])
    )
    assert f"{options.width}x{options.height}" == size


@pytest.mark.parametrize("size", ["0000x0000", "799x600", "800x599", "7681x4320", "7680x4321", "1280", "axb"])
def test_a_size_that_no_window_can_have_is_refused(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line._parser().parse_args(["tour", "--out", "x", "--size", size])
    assert ended.value.code == 2
    assert "from 800x600 to 7680x4320" in capsys.readouterr().err


@pytest.fixture
def no_folder(tmp_path: Path) -> Path:
    """A folder that can't be made, since a file stands in its way."""
    (tmp_path / "in the way").touch()
    return tmp_path / "in the way" / "<b>home</b>"


def box() -> QMessageBox | None:
    return next((top for top in QApplication.topLevelWidgets() if isinstance(top, QMessageBox)), None)


def read_and_close(said: list[str]) -> None:
    wait_until(lambda: (found := box()) is not None and found.isVisible(), "a small window is shown")
    found = box()
    assert found is not None
    said += [found.text(), found.informativeText()]
    found.accept()


def test_a_folder_that_cannot_be_made_is_told_in_a_small_window_and_on_standard_error(
    qapp: QApplication, no_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command_line, "_has_display", lambda: True)
    said: list[str] = []
    QTimer.singleShot(0, qapp, lambda: read_and_close(said))
    assert command_line._window(qapp, no_folder, None) == 1
    words, folder = said
    assert words
    assert folder == str(no_folder)
    assert capsys.readouterr().err.count("\n") == 1


def test_without_a_display_a_folder_that_cannot_be_made_is_told_on_standard_error_alone(
    qapp: QApplication, no_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command_line, "_has_display", lambda: False)
    assert command_line._window(qapp, no_folder, None) == 1
    assert str(no_folder) in capsys.readouterr().err
    assert box() is None


def test_the_small_window_speaks_the_language_that_was_chosen(
    qapp: QApplication, no_folder: Path, tmp_path: Path
) -> None:
    said: list[str] = []
    for language in Language:
        settings = tmp_path / f"{language.value}.ini"
        settings.write_text(f"[General]\nlanguage={language.value}\n", encoding="utf-8")
        QTimer.singleShot(0, qapp, lambda: read_and_close(said))
        tell_no_folder(qapp, resources_folder(), no_folder, settings)
    words = said[::2]
    assert len(set(words)) == len(Language)
