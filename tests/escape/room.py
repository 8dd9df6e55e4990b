"""Where hostile children start, and what they may not touch."""

import os
import signal
import types
from pathlib import Path

from tests.escape.forked import BREACH, SIGNALS, Ended, lived


class Room:
    """The folder in which the children start. What lies in it is not theirs to change."""

    def __init__(self, folder: Path) -> None:
        """Make the folder, and go there."""
        folder.mkdir()
        os.chdir(folder)
        self._folder = folder
        self.model = folder / "model.gguf"
        self._probe = folder / "probe"
        self._probe.write_bytes(b"as it was")
        self._before = self._seen()
        self._signals: list[int] = []
        for number in SIGNALS:
            signal.signal(number, self._on_signal)

    def lived(self, held: bytes, *, for_real: bool = False) -> Ended:
        """What came of a child with this file."""
        self.model.write_bytes(held)
        ended = lived(self.model, for_real=for_real)
        if self._signals:
            return Ended(BREACH, f"a signal came: {self._signals}")
        if self.model.read_bytes() != held:
            return Ended(BREACH, "the model's file changed")
        self.model.unlink()
        if self._seen() != self._before:
            return Ended(BREACH, "a file appeared or changed")
        return ended

    def _seen(self) -> list[tuple[str, int, bytes]]:
        return [
            (file.name, file.stat().st_mtime_ns, file.read_bytes()) for file in sorted(self._folder.iterdir())
        ]

    def _on_signal(self, number: int, _frame: types.FrameType | None) -> None:
        self._signals.append(number)
