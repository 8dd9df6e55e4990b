"""What is pasted or dropped: files, a picture, or text. A picture's bytes go to a reader as they came, unread."""

import re
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QMimeData

from app.controllers.source import Source, takes_bytes
from app.ui.widgets.plain_paste import holds_text

_PICTURES = ("image/png", "image/jpeg", "image/webp", "image/heic", "image/heif")


class CarriedKind(Enum):
    """What it is."""

    NOTHING = "nothing"
    FILES = "files"
    PICTURE = "picture"
    TEXT = "text"


def carried_kind(source: QMimeData) -> CarriedKind:
    """Return what came along, without asking for it. Files go before what else is told of them, text before a picture
    of it."""
    if _files(source):
        return CarriedKind.FILES
    if holds_text(source):
        return CarriedKind.TEXT
    return CarriedKind.PICTURE if source.hasImage() else CarriedKind.NOTHING


def carried_sources(source: QMimeData) -> tuple[Source, ...]:
    """Return what a reader is given of files or a picture; nothing if only a file could hand the picture over here.

    What another program copied is not decoded by the window: Qt's own decoders have no walls.
    """
    if files := _files(source):
        return in_order(files)
    if not takes_bytes():
        return ()
    packed = (bytes(source.data(kind).data()) for kind in _PICTURES if source.hasFormat(kind))
    return next(((one,) for one in packed if one), ())


def _files(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]


def in_order(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return files in the order of their names: pictures of a screen are named by the time when they were taken."""
    return tuple(sorted(files, key=_by_numbers))


def _by_numbers(file: Path) -> list[int | str]:
    """The name in parts, so that 10 comes after 9."""
    parts = re.split("([0-9]+)", file.name.casefold())
    return [int(part) if number % 2 else part for number, part in enumerate(parts)]
