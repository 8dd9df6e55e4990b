"""The conversations of a file as a list: quick for thousands, since only what is in view is asked for and drawn."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.controllers.looking import Looking
from app.domain.shared import ensure_shareable
from app.domain.shared_file import SharedArchive
from app.ui.bring_words import listed_words, title_words
from app.ui.theme import BOLD, Theme
from app.ui.tokens import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_12
from app.ui.widgets.paragraphs import drawable
from app.ui.widgets.plain_tooltip import plain_tooltip

BELOW_ROLE = Qt.ItemDataRole.UserRole
"""What stands below the title: when, with which model, how much."""
_LEAST_ROWS = 3
_MOST_LETTERS_SHOWN = 200
_Index = QModelIndex | QPersistentModelIndex


class Conversations(QAbstractListModel):
    """What is listed now. Each row is asked for when it is drawn, and passes the allow-list then."""

    def __init__(self, looking: Looking) -> None:
        super().__init__()
        self._looking = looking
        self._rows: list[int] | range = []

    def take_rows(self) -> None:
        """Take over what is listed."""
        found = self._looking.importing.rows()
        self.beginResetModel()
        self._rows = found if isinstance(found, range) else list(found)
        self.endResetModel()

    def row_of(self, index: _Index) -> int:
        """Which conversation a place in the list is."""
        return self._rows[index.row()]

    def place_of(self, row: int) -> QModelIndex:
        """Where a conversation stands; the first place if it is not listed."""
        at = self._rows.index(row) if row in self._rows else 0
        return self.index(at) if self._rows else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt declares it
        """How many are listed."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, what stands below it, and both as they are heard."""
        roles = {
            Qt.ItemDataRole.DisplayRole,
            BELOW_ROLE,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }
        # Somebody may still ask about the list while the file is forgotten.
        if role not in roles or self._looking.importing.files is None:
            return None
        listed = self._looking.listed(self._rows[index.row()])
        ensure_shareable(listed)
        title, below = drawable(title_words(listed.title)), drawable(listed_words(listed))
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == BELOW_ROLE:
            return below
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(title)
        return f"{title}, {below}"


class ArchiveList(QListView):
    """Arrows go from one to the next, Enter or a double click opens one."""

    opened = Signal(int)
    """Row of a conversation."""

    def __init__(self, theme: Theme, looking: Looking, name: str) -> None:
        super().__init__()
        self.conversations = Conversations(looking)
        self._delegate = _Drawing(theme, self)
        self._least = _LEAST_ROWS * self._delegate.height()
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setModel(self.conversations)
        self.doubleClicked.connect(self._open)

    def show_page(self, page: SharedArchive) -> None:
        """Show what is listed now, and keep the place."""
        current = self.current_row()
        self.conversations.take_rows()
        self.setCurrentIndex(self.conversations.place_of(page.row if current is None else current))

    def current_row(self) -> int | None:
        """The conversation that has the attention."""
        index = self.currentIndex()
        return self.conversations.row_of(index) if index.isValid() else None

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(0, self._least)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens. Letters are not typed here: they would jump to titles that nobody sees coming."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:  # noqa: N802 - Qt calls it by name
        """The field above searches."""

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.conversations.row_of(index))


class _Drawing(QStyledItemDelegate):
    """The title in bold, and one line below it."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts = (theme.font("body", BOLD), theme.font("small"))
        self._gap = theme.px(SPACE_4)

    def height(self) -> int:
        """How high each row is."""
        words = sum(QFontMetrics(font).height() for font in self._fonts)
        return words + self._gap + 2 * self._theme.px(SPACE_8)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are of one size."""
        return QSize(0, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, title, and the line below."""
        theme, rect = self._theme, option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(rect).adjusted(1, 1, -1, -1)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.colour("line2"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(ground, RADIUS_CONTROL, RADIUS_CONTROL)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(ground, RADIUS_CONTROL, RADIUS_CONTROL)
        side = theme.px(SPACE_12)
        inside = rect.adjusted(side, theme.px(SPACE_8), -side, -theme.px(SPACE_8))
        lines = ((Qt.ItemDataRole.DisplayRole, "text"), (BELOW_ROLE, "text2"))
        top = inside.top()
        for font, (role, colour) in zip(self._fonts, lines, strict=True):
            height = QFontMetrics(font).height()
            place = QRect(inside.left(), top, inside.width(), height)
            self._draw(painter, font, theme.colour(colour).name(), place, str(index.data(role)))
            top += height + self._gap
        painter.restore()

    @staticmethod
    def _draw(painter: QPainter, font: QFont, colour: str, place: QRect, words: str) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(
            words[:_MOST_LETTERS_SHOWN], Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, shown)
