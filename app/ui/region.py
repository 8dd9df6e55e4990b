"""Parts of a screen between which F6 moves the keyboard."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the screen, and the control in it where the keyboard enters."""

    part: QWidget
    entry: QWidget

    def holds(self, focused: QWidget | None) -> bool:
        """Whether the keyboard is in this part."""
        return focused is not None and (self.part is focused or self.part.isAncestorOf(focused))
