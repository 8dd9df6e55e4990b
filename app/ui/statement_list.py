"""The statements of an answer, one below the other: long lists are drawn row by row, and only what is in view."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.ui.statement_delegate import StatementDelegate
from app.ui.statement_model import StatementModel
from app.ui.theme import Theme


class RowHeights:
    """The heights of rows below each other in pixels: measured where somebody has looked, estimated elsewhere."""

    def __init__(self, estimates: Sequence[int]) -> None:
        self._heights = list(estimates)
        self._measured = [False] * len(self._heights)
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def top(self, row: int) -> int:
        """Where a row begins."""
        return self._all_tops()[row]

    def height(self, row: int) -> int:
        """How high a row is."""
        return self._heights[row]

    def total(self) -> int:
        """How high all rows are together."""
        return self._all_tops()[-1]

    def is_measured(self, row: int) -> bool:
        """Whether a row's height was measured."""
        return self._measured[row]

    def measured(self, row: int, height: int) -> None:
        """Take over a measured height."""
        self._measured[row] = True
        if self._heights[row] != height:
            self._heights[row] = height
            self._tops = None

    def doubt(self) -> None:
        """Take all heights for estimates from now on."""
        self._measured = [False] * len(self._heights)

    def row_at(self, y: int) -> int:
        """Return the row at a height; the first above all, the last below all."""
        return max(0, min(len(self._heights) - 1, bisect_right(self._all_tops(), y) - 1))

    def rows_between(self, top: int, bottom: int) -> range:
        """Return the rows of which something lies within; none if the list is empty or ends above."""
        if not self._heights or bottom <= 0 or top >= self.total():
            return range(0)
        return range(self.row_at(max(0, top)), self.row_at(bottom - 1) + 1)

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops


class StatementList(QListView):
    """All rows at their full height: whoever scrolls moves the whole list. The keyboard is with the open statement.

    A list view, because Qt gives a list to screen readers for no other view; its own arranging, which would measure
    every row before the first is shown, is not used.
    """

    chosen = Signal(int)
    """A row that was pressed."""

    def __init__(self, theme: Theme, model: StatementModel) -> None:
        super().__init__()
        self.rows = RowHeights(())
        self.open_row: int | None = None
        self._delegate = StatementDelegate(theme, self)
        self._statements = model
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Statements"))
        self.setModel(model)

    def estimate(self, width: int, voices: int) -> None:
        """Begin anew with estimated heights for rows `width` pixels wide."""
        letters = (self._statements.letters(row) for row in range(len(self._statements.statements)))
        self.rows = RowHeights([self._delegate.estimated_height(count, width, voices) for count in letters])

    def measure(self, row: int) -> int:
        """Return how high a row is when it is drawn here."""
        return self._delegate.height(self._statements.line(row), self.viewport().width())

    def text_width(self, voices: int) -> int:
        """The pixels that a row's text gets."""
        return self._delegate.text_width(self.viewport().width(), voices)

    # What Qt asks of a view

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:  # noqa: N802 - Qt calls it by name
        """Where a row is."""
        row = index.row()
        if not index.isValid() or row >= len(self.rows):
            return QRect()
        return QRect(0, self.rows.top(row), self.viewport().width(), self.rows.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt calls it by name
        """The row at a point."""
        inside = len(self.rows) > 0 and 0 <= point.y() < self.rows.total()
        return self._statements.index(self.rows.row_at(point.y())) if inside else QModelIndex()

    def horizontalOffset(self) -> int:  # noqa: N802 - Qt calls it by name
        """It never scrolls by itself."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802 - Qt calls it by name
        """It never scrolls by itself."""
        return 0

    def scrollTo(self, *_where: object) -> None:  # noqa: N802 - Qt calls it by name
        """Whoever holds the list scrolls."""

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt calls it by name
        """Nothing is arranged ahead: see `RowHeights`."""

    def updateGeometries(self) -> None:  # noqa: N802 - Qt calls it by name
        """There are no scroll bars to set."""

    def visualRegionForSelection(self, _selection: object) -> QRegion:  # noqa: N802 - Qt calls it by name
        """Nothing is ever selected."""
        return QRegion()

    def sizeHint(self) -> QSize:
        """Whoever holds the list gives it its size."""
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Any size."""
        return QSize(0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to whoever scrolls."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the row that was pressed."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(index.row())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows of which something is to be drawn."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rect = event.rect()
        for row in self.rows.rows_between(rect.top(), rect.bottom() + 1):
            if row != self.open_row:
                place = self.visualRect(self._statements.index(row))
                self._delegate.draw(painter, place, self._statements.line(row), mirrored=mirrored)


class StatementColumn(QWidget):
    """The list, and over its open row the widget in which that statement is worked on.

    Beside the list and not within it: what lies within a view is hidden from screen readers.
    """

    def __init__(self, theme: Theme, model: StatementModel, editor: QWidget, voices: int) -> None:
        """`voices` is the number of voices: each takes a column."""
        super().__init__()
        self._model = model
        self._voices = voices
        self.list = StatementList(theme, model)
        self.list.setParent(self)
        self.editor = editor
        editor.setParent(self)
        editor.hide()

    @property
    def rows(self) -> RowHeights:
        """Where the rows are."""
        return self.list.rows

    def refresh(self, others: bool) -> None:
        """Take over what the model says now; `others` tells that it has other statements."""
        if others or len(self.rows) != self._model.rowCount():
            self.list.estimate(self.list.viewport().width(), self._voices)
        else:
            self.rows.doubt()
        self.list.viewport().update()

    def open(self, row: int | None) -> None:
        """Put the editor over this row."""
        self.list.open_row = row
        self.editor.setVisible(row is not None)
        self.rows.doubt()
        self.list.viewport().update()

    def settle(self, top: int, bottom: int) -> int:
        """Measure the rows between two heights, and place everything.

        Returns by how many pixels what is in view has moved down within the column, so that it can be scrolled
        after: rows above the view may turn out otherwise than estimated.
        """
        rows = self.rows
        if len(rows) == 0:
            self.setFixedHeight(0)
            return 0
        if self.list.open_row is not None:
            # Its height is known whether it is in view or not.
            self._measure(self.list.open_row)
        seen = rows.rows_between(top, bottom)
        anchor = next((row for row in seen if rows.is_measured(row)), seen.start)
        before = rows.top(anchor)
        while unknown := [row for row in rows.rows_between(top, bottom) if not rows.is_measured(row)]:
            for row in unknown:
                self._measure(row)
        self._place()
        return rows.top(anchor) - before

    def rect_of(self, row: int) -> QRect:
        """Where a row is."""
        return QRect(0, self.rows.top(row), self.width(), self.rows.height(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Estimate anew for another width."""
        super().resizeEvent(event)
        self.list.setGeometry(self.rect())
        if event.size().width() != event.oldSize().width():
            self.list.estimate(event.size().width(), self._voices)
            self._place()

    def _measure(self, row: int) -> None:
        opened = row == self.list.open_row
        self.rows.measured(row, self._editor_height() if opened else self.list.measure(row))

    def _editor_height(self) -> int:
        layout = self.editor.layout()
        return 0 if layout is None else layout.totalHeightForWidth(self.width())

    def _place(self) -> None:
        self.setFixedHeight(self.rows.total())
        row = self.list.open_row
        if row is not None:
            height = self.rows.height(row)
            self.editor.setGeometry(0, self.rows.top(row), self.width(), height)
