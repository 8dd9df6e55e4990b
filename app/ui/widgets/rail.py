"""The program's sections, at the side."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.theme import MEDIUM, Theme
from app.ui.tokens import RAIL_WIDTH, RAIL_WIDTH_COMPACT, SPACE_4, SPACE_12
from app.ui.widgets.buttons import Button
from app.ui.widgets.wordmark import Wordmark


@dataclass(frozen=True, slots=True)
class RailItem:
    """A place to go to: `key` for the program, an icon, translated words, and keys or a sentence as a hint."""

    key: str
    icon: str
    words: str
    hint: str = ""


class RailButton(Button):
    """One item. Its words begin at the same place in every row."""

    kind = "rail"

    def __init__(self, theme: Theme, item: RailItem, parent: QWidget | None = None) -> None:
        super().__init__(theme, item.words, item.icon, item.hint, parent=parent)
        self.setFont(theme.font("label", MEDIUM))

    def set_current(self, current: bool) -> None:
        """Mark it as the section that is shown, for the eye and for a screen reader."""
        self.setProperty("current", current)
        self.style().unpolish(self)
        self.style().polish(self)
        self._describe()

    def _describe(self) -> None:
        super()._describe()
        if self.property("current"):
            self.setAccessibleDescription(self.tr("Shown now"))

    def _content_rect(self) -> QRect:
        if not self._words_shown:
            return super()._content_rect()
        side = self.theme.px(SPACE_12)
        rect = QRect(side, 0, self._content_width(), self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveRight(self.width() - side - 1)
        return rect

    def _icon_size(self) -> int:
        return self.theme.px(20)

    def _gap(self) -> int:
        return self.theme.px(SPACE_12)

    def _padding(self) -> int:
        return self.theme.px(SPACE_12)

    def _least_height(self) -> int:
        return self.theme.px(44)


class Rail(QFrame):
    """Sections from the top, other things at the foot. The current section is marked."""

    chosen = Signal(str)
    """The key of the item that somebody chose. The mark moves only with `set_current`."""

    def __init__(
        self,
        theme: Theme,
        items: Sequence[RailItem],
        foot: Sequence[RailItem] = (),
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`compact` shows the icons alone; the words move to the tooltip and stay the accessible name."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Sections"))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(SPACE_4))
        self.wordmark = Wordmark(theme)
        self._column.addWidget(self.wordmark)
        self._column.addSpacing(theme.px(SPACE_12))
        self.buttons: dict[str, RailButton] = {}
        for item in items:
            self._add(item)
        self._column.addStretch(1)
        for item in foot:
            self._add(item)
        self.set_compact(compact)

    def _add(self, item: RailItem) -> None:
        button = RailButton(self._theme, item)
        button.clicked.connect(lambda _checked, key=item.key: self.chosen.emit(key))
        self.buttons[item.key] = button
        self._column.addWidget(button)

    def set_current(self, key: str) -> None:
        """Mark the section that is shown; an unknown key marks none."""
        for name, button in self.buttons.items():
            button.set_current(name == key)

    def set_compact(self, compact: bool) -> None:
        """Words and icons, or icons alone."""
        px = self._theme.px
        self.setFixedWidth(px(RAIL_WIDTH_COMPACT if compact else RAIL_WIDTH))
        side = px(SPACE_12)
        self._column.setContentsMargins(side, px(18), side, px(SPACE_12))
        self.wordmark.name.setVisible(not compact)
        for button in self.buttons.values():
            button.set_words_shown(not compact)
