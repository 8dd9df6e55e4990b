"""A choice that says in a sentence what it leads to."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from app.ui.theme import BOLD, MEDIUM, REGULAR, Theme
from app.ui.tokens import SPACE_12, SPACE_16
from app.ui.widgets.buttons import Button

_WRAPPED = Qt.TextFlag.TextWordWrap
_LEAST_LETTERS = 11
_MOST_LETTERS = 22


class ChoiceCard(Button):
    """A button with a name and a purpose below it. Its height follows its width."""

    def __init__(self, theme: Theme, name: str, purpose: str) -> None:
        self._purpose = purpose
        super().__init__(theme, name)
        self._name_font = theme.font("body", BOLD)
        self._purpose_font = theme.font("small", MEDIUM if theme.preset.small > 20 else REGULAR)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """A card of a few words in a line."""
        width = self.theme.size("body") * _MOST_LETTERS
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, and as high as it then has to be at least."""
        return QSize(self.theme.size("body") * _LEAST_LETTERS, self._least_height())

    def hasHeightForWidth(self) -> bool:
        """A narrow card is a tall one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all words within `width` pixels."""
        name, purpose = self._heights(width)
        return max(self._least_height(), name + purpose + 2 * self.theme.px(SPACE_12) + self._space())

    def _space(self) -> int:
        return round(self.theme.size("small") * 0.25)

    def _heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(1, width - 2 * self.theme.px(SPACE_16)), 10_000)
        return (
            QFontMetrics(self._name_font).boundingRect(room, _WRAPPED, self.words()).height(),
            QFontMetrics(self._purpose_font).boundingRect(room, _WRAPPED, self._purpose).height(),
        )

    def _describe(self) -> None:
        super()._describe()
        self.setAccessibleDescription(" ".join(filter(None, (self._purpose, self.accessibleDescription()))))

    def _content_rect(self) -> QRect:
        side, above = self.theme.px(SPACE_16), self.theme.px(SPACE_12)
        return self.rect().adjusted(side, above, -side, -above)

    def _paint_content(self, painter: QPainter, rect: QRect) -> None:
        name, _purpose = self._heights(self.width())
        side = (
            Qt.AlignmentFlag.AlignRight
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            else Qt.AlignmentFlag.AlignLeft
        )
        painter.setFont(self._name_font)
        painter.setPen(self.theme.colour(self._ink_token()))
        painter.drawText(rect, int(_WRAPPED | side), self.words())
        painter.setFont(self._purpose_font)
        painter.setPen(self.theme.colour("text2" if self.isEnabled() else "disabled"))
        below = rect.adjusted(0, name + self._space(), 0, 0)
        painter.drawText(below, int(_WRAPPED | side), self._purpose)
