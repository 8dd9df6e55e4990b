"""Asks a child of ours which walls stand around it: one is started, greeted, heard and ended. It reads nothing."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.bring import messages as reader_messages
from app.children.protocol import PROTOCOL_VERSION, Confinement, Isolation
from app.controllers.child_process import ChildProcess
from app.controllers.source import Opening, Source
from app.engine import messages as engine_messages

_PATIENCE_MS = 30_000
_END_MS = 1_000


@dataclass(frozen=True, slots=True)
class ChildKind:
    """A kind of child: what it is started with, and how it is spoken with."""

    option: str
    hello: bytes
    shutdown: bytes
    read: Callable[[bytes], object]


ENGINE = ChildKind(
    "--model-fd",
    engine_messages.write_to_engine(engine_messages.Hello(PROTOCOL_VERSION)),
    engine_messages.write_to_engine(engine_messages.Shutdown()),
    engine_messages.read_from_engine,
)
READER = ChildKind(
    "--file-fd",
    reader_messages.write_to_reader(reader_messages.Hello(PROTOCOL_VERSION)),
    reader_messages.write_to_reader(reader_messages.Shutdown()),
    reader_messages.read_from_reader,
)


@dataclass(frozen=True, slots=True)
class Walls:
    """What a child found around itself."""

    isolation: Isolation
    confinement: Confinement


class WallReport(QObject):
    """One question, and one answer."""

    told = Signal(object)
    """Walls, or None if the child did not come up, said something else, or found a wall missing that should stand."""

    def __init__(self, kind: ChildKind, command: Sequence[str], folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._kind = kind
        self._command = tuple(command)
        self._folder = folder
        self._is_over = False
        self._is_opening = False
        self._opening = Opening(self)
        self._process = ChildProcess(self, _END_MS, kind.read)
        self._process.heard.connect(self._on_heard)
        self._process.garbled.connect(lambda: self._tell(None))
        self._process.ended.connect(lambda: self._tell(None))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._tell(None))

    def ask(self, source: Source) -> None:
        """Start a child with this file, of which it reads at most the beginning. `told` follows."""
        self._patience.start()
        self._is_opening = True
        self._opening.opened.connect(self._on_opened)
        self._opening.begin(source)

    def _on_opened(self, descriptor: int | None) -> None:
        self._is_opening = False
        if descriptor is None:
            self._tell(None)
            return
        try:
            if not self._is_over:
                self._process.start(self._command, self._kind.option, descriptor, self._folder)
                self._process.say(self._kind.hello)
        finally:
            os.close(descriptor)

    def _on_heard(self, untrusted_message: object) -> None:
        match untrusted_message:
            case (
                engine_messages.Ready(isolation=isolation, confinement=confinement)
                | reader_messages.Ready(isolation=isolation, confinement=confinement)
            ):
                self._tell(Walls(isolation, confinement))
            case _:
                self._tell(None)

    def _tell(self, walls: Walls | None) -> None:
        if self._is_over:
            return
        self._is_over = True
        self._patience.stop()
        self._process.put_down(gently=False)
        self.told.emit(walls)

    def dispose(self) -> None:
        """Go, and leave the child to end by itself, if it still runs. Nothing more is told."""
        self._is_over = True
        self._patience.stop()
        # It outlives what asked, so that nobody waits for it.
        self._process.setParent(QCoreApplication.instance())
        self._process.dispose()
        if self._is_opening:
            # The file that is on its way is closed by whoever hears of it.
            self.setParent(QCoreApplication.instance())
            self._opening.opened.connect(self.deleteLater)
        else:
            self.deleteLater()

    def end_now(self) -> None:
        """End the child, if it still runs, and wait for it: at most about two seconds."""
        self._is_over = True
        self._patience.stop()
        self._process.end_now(self._kind.shutdown, _END_MS)
