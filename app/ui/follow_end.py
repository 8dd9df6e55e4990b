"""Staying at the end of a text that grows, for somebody who is at its end."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollBar

_NEAR = 40
"""Pixels from the end that still count as being there."""


class FollowEnd(QObject):
    """Keeps a scroll bar at its end while the range grows. Whoever scrolls back is left where they are."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._at_end = True
        bar.rangeChanged.connect(self._on_range_changed)
        bar.valueChanged.connect(self._on_moved)

    def _on_range_changed(self, _least: int, most: int) -> None:
        if self._at_end:
            self._bar.setValue(most)

    def _on_moved(self, value: int) -> None:
        self._at_end = value >= self._bar.maximum() - _NEAR
