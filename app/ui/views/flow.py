"""A part of the screen that puts its own parts side by side, and goes on in the next row where one is full."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """Parts keep the size that they ask for; one that is wider than the place gets the whole row.

    It places them itself: a layout written in Python shares its items with Qt, and neither knows who ends them.
    """

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._spacing = spacing
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Put a part at the end."""
        part.setParent(self)
        self._parts.append(part)
        part.show()
        self._on_parts_changed()

    def clear(self) -> None:
        """Let go of all parts."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        self._on_parts_changed()

    def hasHeightForWidth(self) -> bool:
        """Rows break by width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows within `width` pixels."""
        places = self._places(width)
        return places[-1].y() + max(part.sizeHint().height() for part in self._parts) if places else 0

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [part.sizeHint() for part in self._parts]
        width = sum(size.width() for size in sizes) + self._spacing * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part can get narrow, and a row high."""
        sizes = [part.minimumSizeHint() for part in self._parts]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts into their rows, and keep all rows: a crowded layout may hand out less than they need."""
        super().resizeEvent(event)
        self._place()

    def _on_parts_changed(self) -> None:
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for part, place in zip(self._parts, self._places(self.width()), strict=True):
            if mirrored:
                place.moveLeft(self.width() - place.x() - place.width())
            part.setGeometry(place)
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.setMinimumHeight(self.heightForWidth(self.width()))

    def _places(self, width: int) -> list[QRect]:
        x, y, row_height = 0, 0, 0
        places: list[QRect] = []
        for part in self._parts:
            size = part.sizeHint()
            taken = min(size.width(), max(width, part.minimumSizeHint().width()))
            if x > 0 and x + taken > width:
                x, y, row_height = 0, y + row_height + self._spacing, 0
            places.append(QRect(x, y, taken, size.height()))
            x += taken + self._spacing
            row_height = max(row_height, size.height())
        return places
