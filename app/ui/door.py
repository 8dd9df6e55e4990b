"""The ground of the screens before the desk: wordmark, one card in the middle, and what the program promises."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.controllers.settings import LookSettings
from app.ui.corner import Corner
from app.ui.theme import Theme
from app.ui.tokens import CARD_WIDTH, SPACE_8, SPACE_16, SPACE_24, SPACE_32
from app.ui.widgets.card import Card
from app.ui.widgets.label import Hint
from app.ui.widgets.wordmark import Wordmark

_LOW = 800


class DoorScreen(QWidget):
    """Wordmark above, `card` in the middle, the promise below. Scrolls where the window is too low for it."""

    def __init__(self, theme: Theme, settings: LookSettings) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card = Card(theme, roomy=True)
        self.card.setFixedWidth(theme.px(CARD_WIDTH))
        content = QWidget()
        content.setProperty("kind", "content")
        column = QVBoxLayout(content)
        side = theme.px(SPACE_24)
        column.setContentsMargins(side, 0, side, side)
        column.setSpacing(0)
        column.addStretch(2)
        self._banner = QWidget()
        banner = QVBoxLayout(self._banner)
        banner.setContentsMargins(0, 0, 0, theme.px(SPACE_32))
        banner.setSpacing(theme.px(SPACE_8))
        banner.addWidget(Wordmark(theme, stacked=True), 0, Qt.AlignmentFlag.AlignHCenter)
        motto = Hint(theme, self.tr("Three voices, one screen"), wraps=False)
        banner.addWidget(motto, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._banner)
        # Not by alignment: then the layout would take the height that the card has at the screen's full width.
        card_row = QHBoxLayout()
        card_row.addStretch(1)
        card_row.addWidget(self.card)
        card_row.addStretch(1)
        column.addLayout(card_row)
        column.addSpacing(theme.px(SPACE_24))
        column.addLayout(self._promise(theme))
        column.addStretch(3)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.px(SPACE_16), 0, 0)
        outer.setSpacing(0)
        corner_row = QHBoxLayout()
        corner_row.setContentsMargins(side, 0, side, 0)
        self._small_mark = Wordmark(theme)
        corner_row.addWidget(self._small_mark)
        corner_row.addWidget(Corner(theme, settings), 1)
        outer.addLayout(corner_row)
        outer.addWidget(scroll, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the card comes first: the name moves to the corner."""
        super().resizeEvent(event)
        low = self.height() < self._theme.px(_LOW)
        self._banner.setVisible(not low)
        self._small_mark.setVisible(low)

    def _promise(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_8))
        row.addStretch(1)
        sign = QLabel()
        sign.setPixmap(theme.icons.pixmap("unplug", theme.px(18), "text2", self.devicePixelRatioF()))
        row.addWidget(sign)
        words = self.tr("Works without the internet. Nothing you write here leaves this computer.")
        row.addWidget(Hint(theme, words, wraps=False))
        row.addStretch(1)
        return row
