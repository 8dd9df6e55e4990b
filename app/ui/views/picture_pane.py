"""A picture that somebody brought, beside what was read from it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from app.domain.shared_file import SharedPicture


class PicturePane(QScrollArea):
    """The whole picture as wide as there is room; it scrolls by itself."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._drawn = _Drawn()
        self._drawn.setAccessibleName(name)
        self.setAccessibleName(name)
        self.setWidget(self._drawn)
        self._shown: SharedPicture | None = None

    def show_picture(self, picture: SharedPicture) -> None:
        """Show it, from its top."""
        if picture is not self._shown:
            self._shown = picture
            self._drawn.show_picture(picture)
            self.verticalScrollBar().setValue(0)


class _Drawn(QWidget):
    """The pixels, at the width that there is."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._scaled = QPixmap()

    def show_picture(self, picture: SharedPicture) -> None:
        """Take the bytes. They were checked: there are three for each pixel."""
        line = 3 * picture.width
        image = QImage(picture.pixels, picture.width, picture.height, line, QImage.Format.Format_RGB888)
        self._picture = QPixmap.fromImage(image)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as it is at this width."""
        return self._scaled.deviceIndependentSize().toSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if not self._scaled.isNull():
            painter = QPainter(self)
            left = (self.width() - self.sizeHint().width()) // 2
            painter.drawPixmap(max(0, left), 0, self._scaled)

    def _fit(self) -> None:
        if self._picture.isNull() or self.width() <= 0:
            return
        ratio = self.devicePixelRatioF()
        # Larger than it is it shows nothing more.
        width = min(round(self.width() * ratio), self._picture.width())
        self._scaled = self._picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        self._scaled.setDevicePixelRatio(ratio)
        self.setMinimumHeight(self.sizeHint().height())
        self.update()
