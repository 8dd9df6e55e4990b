"""What opens within a page that scrolls, or is chosen in a row that does, comes into view."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from app.ui.soon import soon

_MARGIN = 24


def bring_into_view(part: QWidget) -> None:
    """Scroll as little as it takes to show a part, once it has its place; its beginning if it is too large."""
    # What is new is given its place only when the window comes to rest, and what stands around it once more then.
    soon(part, lambda: soon(part, lambda: _scroll_to(part)))


def _scroll_to(part: QWidget) -> None:
    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    content = None if area is None else area.widget()
    if area is None or content is None or not part.isVisible():
        return
    place, room = part.mapTo(content, QPoint()), area.viewport()
    _move(area.verticalScrollBar(), place.y(), part.height(), room.height())
    _move(area.horizontalScrollBar(), place.x(), part.width(), room.width())


def _move(bar: QScrollBar, begins: int, length: int, room: int) -> None:
    before, after = begins - _MARGIN, begins + length + _MARGIN - room
    bar.setValue(min(max(bar.value(), after), before))
