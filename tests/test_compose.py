"""How the program ends while something is under way."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.compose import program
from app.paths import DataFolder
from tests.catalogue.small_gguf import small_model

# Read through, this would take long; on the disk it takes next to nothing.
HUGE_BYTES = 3 * 1024**3
WAIT_MS = 20_000


def test_a_model_that_is_still_being_read_does_not_hold_up_the_end(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    data = DataFolder(tmp_path / "home")
    file = tmp_path / "huge.gguf"
    file.write_bytes(small_model())
    with file.open("r+b") as stream:
        stream.truncate(HUGE_BYTES)
    with program(qapp, data, file) as running:
        with qtbot.waitSignal(running.local_model.progressed, timeout=WAIT_MS):
            running.local_model.start()
        assert 0 < running.local_model.checked_fraction < 1
    # Had it been read to its end, its checksum would be remembered.
    assert not data.verified_models.exists()
