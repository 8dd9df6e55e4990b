"""The page as it will be printed: its sheets as pictures, drawn anew a moment after it changed."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.controllers.take_home import DrawnPage, TakeHome, TakeHomePage
from app.domain.changes import Spot
from app.errors import ErrorCode
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_16
from app.ui.views.scrolled import Scrolled
from app.ui.widgets.label import Hint

_WAIT_MS = 150
_SHEET_INCHES = 8.27
_LEAST_PPI, _MOST_PPI = 40, 240
_AS_DRAWN = 0.04
"""A sheet whose own width is this near to the place's, as a share of it, is shown in its own pixels."""


class Sheets(QWidget):
    """Sheets of paper below each other, as wide as their place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._gap = theme.px(SPACE_16)
        self.images: tuple[QImage, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_images(self, images: tuple[QImage, ...]) -> None:
        """Show other sheets."""
        self.images = images
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it is, as high as its sheets then are."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, 1)

    def hasHeightForWidth(self) -> bool:
        """A wider sheet is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all sheets within `width` pixels."""
        return round(sum(self._size(image, width)[1] + self._gap for image in self.images))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them, each with an edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = 0.0
        for image in self.images:
            width, height = self._size(image, self.width())
            place = QRectF(float(round((self.width() - width) / 2)), top, width, height)
            painter.drawImage(place, image)
            painter.setPen(QPen(self._theme.colour("line2"), 1))
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
            top += height + self._gap

    def _size(self, image: QImage, width: int) -> tuple[float, float]:
        own = image.width() / self.devicePixelRatioF()
        shown = own if own <= width and width - own <= _AS_DRAWN * width else float(width)
        return shown, float(round(shown * image.height() / max(1, image.width())))


class Preview(QWidget):
    """Draws the page of what is looked at. One drawing at most is on its way; of several wishes the last wins."""

    def __init__(self, theme: Theme, take_home: TakeHome, spot: Callable[[], Spot]) -> None:
        super().__init__()
        self._take_home = take_home
        self._spot = spot
        self._number = 0
        self._asked_for: object = None
        self._page_drawn: TakeHomePage | None = None
        self._seen_page: TakeHomePage | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_8))
        self.said = Hint(theme, self.tr("The page is being drawn."))
        column.addWidget(self.said)
        self.area = Scrolled(theme)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("The page as it will be printed"))
        self.sheets = Sheets(theme)
        self.sheets.setAccessibleName(self.tr("The page as it will be printed"))
        self.area.body.addWidget(self.sheets)
        self.area.body.addStretch(1)
        column.addWidget(self.area, 1)
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self._draw)
        take_home.drawn.connect(self._on_drawn)
        take_home.failed.connect(self._on_failed)

    @property
    def is_outdated(self) -> bool:
        """Whether the sheets that are seen are of another page than the one that stands now."""
        return self._seen_page is not None and self._seen_page != self._take_home.page(self._spot())

    def refresh(self) -> None:
        """Draw the page again if it reads differently than what was asked for last."""
        text = self._take_home.text(self._spot())
        if text != self.area.accessibleDescription():
            self.area.setAccessibleDescription(text)
        if self._wish() != self._asked_for:
            self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sharp again at another width, once the window has come to rest."""
        super().resizeEvent(event)
        self._soon.start()

    def _wish(self) -> object:
        return (self._take_home.page(self._spot()), self._pixels_per_inch())

    def _pixels_per_inch(self) -> int:
        margins = self.area.body.contentsMargins()
        width = self.area.viewport().width() - margins.left() - margins.right()
        pixels = width * self.devicePixelRatioF()
        return max(_LEAST_PPI, min(_MOST_PPI, int(pixels / _SHEET_INCHES)))

    def _draw(self) -> None:
        wish = self._wish()
        if self._number or wish == self._asked_for:
            return
        self._asked_for = wish
        self._page_drawn = self._take_home.page(self._spot())
        self._number = self._take_home.draw(self._spot(), self._pixels_per_inch())

    def _on_drawn(self, number: int, drawn: DrawnPage) -> None:
        if number != self._number:
            return
        self._number = 0
        self._seen_page = self._page_drawn
        self.sheets.show_images(tuple(QImage.fromData(sheet) for sheet in drawn.sheets))
        self.said.setText(
            self.tr("Signs that the PDF cannot draw are boxes here. Web page and plain text keep them.")
        )
        self.said.setVisible(drawn.has_missing_signs)
        self._draw()

    def _on_failed(self, number: int, _code: ErrorCode) -> None:
        if number == self._number:
            self._number = 0
            self.said.setText(
                self.tr("The page cannot be drawn now. Change something on it, and it is tried again.")
            )
            self.said.show()
