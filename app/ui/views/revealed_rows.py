"""As many whole rows as fit: a page of what each voice marked."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.shared import SharedRow
from app.ui.soon import soon
from app.ui.views.revealed_row import RevealedRow

MakeRow = Callable[[SharedRow], RevealedRow]


class RevealedRows(QWidget):
    """Shows the rows from one on, whole ones only, and builds no others.

    Where the last rows leave room, those before them fill it. A single row that is higher than the page stands alone
    and asks for its height, so that whatever is around it scrolls.
    """

    paged = Signal()
    """Other rows are shown."""

    def __init__(self, make: MakeRow, most: int | None = None) -> None:
        """`make` builds a row of the width that it is given afterwards; `most` is how many stand on a page."""
        super().__init__()
        self._make = make
        self._most = most
        self._rows: tuple[SharedRow, ...] = ()
        self._first = 0
        self.shown: list[RevealedRow] = []
        self.start = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @property
    def end(self) -> int:
        """The number of the row after the last that is shown, counted from 0."""
        return self.start + len(self.shown)

    @property
    def is_cut(self) -> bool:
        """Whether a part of what is shown lies outside of what can be seen."""
        return self.visibleRegion().boundingRect().height() < self.minimumHeight()

    def show_rows(self, rows: tuple[SharedRow, ...], first: int) -> None:
        """Show these, from `first` on. What is shown already and reads the same stays."""
        shown_same = (
            bool(self.shown)
            and len(rows) == len(self._rows)
            and rows[self.start : self.end] == self._rows[self.start : self.end]
        )
        moved = first != self._first
        self._rows, self._first = rows, first
        # A row on the page can be meant without the page moving.
        if shown_same and (not moved or (self._most is None and self.start <= first < self.end)):
            return
        if self.minimumHeight():
            # The page before asked for more than its room: give that back first.
            self.setMinimumHeight(0)
            soon(self, self._fill)
        self._fill()

    def build_anew(self) -> None:
        """Build the rows that are shown once more: they are made in another way now."""
        self._fill()

    def start_before(self) -> int:
        """Return where the page before begins, so that it ends where this one begins."""
        start, room = self.start, self.height()
        while start > 0:
            row = self._built(start - 1)
            room -= self._height(row)
            row.deleteLater()
            if (room < 0 and start != self.start) or self.start - start == self._most:
                break
            start -= 1
        return start

    def sizeHint(self) -> QSize:
        """Some rows' room; it takes what it gets."""
        return QSize(400, 300)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new room."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        had_focus = next((i for i, row in enumerate(self.shown) if row.hasFocus()), None)
        for row in self.shown:
            row.hide()
            row.deleteLater()
        self.shown = []
        y, at = 0, min(self._first, max(0, len(self._rows) - 1))
        self.start = at
        while at < len(self._rows) and len(self.shown) != self._most:
            row, height = self._measured(at)
            if self.shown and y + height > self.height():
                row.deleteLater()
                break
            self.shown.append(row)
            y += height
            at += 1
        if at == len(self._rows):
            y = self._fill_before(y)
        self._place()
        self.setMinimumHeight(y if len(self.shown) == 1 else 0)
        if had_focus is not None and self.shown:
            self.shown[min(had_focus, len(self.shown) - 1)].setFocus()
        self.paged.emit()

    def _fill_before(self, y: int) -> int:
        while self.start > 0 and len(self.shown) != self._most:
            row, height = self._measured(self.start - 1)
            if y + height > self.height():
                row.deleteLater()
                break
            self.shown.insert(0, row)
            self.start -= 1
            y += height
        return y

    def _place(self) -> None:
        y = 0
        for row in self.shown:
            height = self._height(row)
            if self._most == 1:
                # Alone by intent: it may spread.
                height = max(height, self.height())
            row.setGeometry(0, y, self.width(), height)
            row.show()
            y += height

    def _measured(self, at: int) -> tuple[RevealedRow, int]:
        row = self._built(at)
        return row, self._height(row)

    def _built(self, at: int) -> RevealedRow:
        row = self._make(self._rows[at])
        row.setParent(self)
        return row

    def _height(self, row: RevealedRow) -> int:
        row.ensurePolished()
        return row.heightForWidth(self.width())
