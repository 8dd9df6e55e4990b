"""What the second display shows now, small, on the desk."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.controllers.together import Together
from app.ui.second_display import SecondDisplay
from app.ui.theme import Theme
from app.ui.tokens import RAIL_WIDTH, RAIL_WIDTH_COMPACT, SPACE_8, SPACE_12
from app.ui.widgets.buttons import PlainButton, QuietButton
from app.ui.widgets.label import Hint
from app.ui.widgets.plain_tooltip import plain_tooltip

_LOOK_MS = 500


class BesidePanel(QFrame):
    """A picture of the second display, which one it is, Cover and Close. Hidden while there is none.

    The picture is taken anew when that window has drawn something, and at most twice a second.
    """

    def __init__(self, theme: Theme, together: Together, second: SecondDisplay, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._together = together
        self._second = second
        self._watched: QWidget | None = None
        self._compact = False
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("The second display"))
        side = theme.px(SPACE_12)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, theme.px(SPACE_8), side, side)
        column.setSpacing(theme.px(SPACE_8))
        self.words = Hint(theme)
        self.picture = QLabel()
        self.cover = PlainButton(theme, "", "eye-off", "F9")
        self.cover.clicked.connect(lambda: together.set_covered(not together.covered))
        self.shut = QuietButton(theme, self.tr("Close it"), "x")
        self.shut.clicked.connect(second.close)
        for part in (self.words, self.picture, self.cover, self.shut):
            column.addWidget(part)
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self._take_picture)
        second.changed.connect(self._show_state)
        together.looking.page_changed.connect(self._show_state)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """As wide as the rail that it stands below."""
        self._compact = compact
        self.setFixedWidth(self._theme.px(RAIL_WIDTH_COMPACT if compact else RAIL_WIDTH))
        for button in (self.cover, self.shut):
            button.set_words_shown(not compact)
        self._show_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The other window draws something new: look soon."""
        if (
            watched is self._watched
            and event.type() == QEvent.Type.UpdateRequest
            and not self._look.isActive()
        ):
            self._look.start()
        return super().eventFilter(watched, event)

    def _show_state(self) -> None:
        window, screen = self._second.window, self._second.screen
        self.setVisible(window is not None)
        if self._watched is not None and self._watched is not window:
            self._watched.removeEventFilter(self)
        if window is None or screen is None:
            self._watched = None
            return
        if self._watched is not window:
            self._watched = window
            window.installEventFilter(self)
        name = screen.model().strip() or screen.name()
        words = self.tr("Shown on {screen}").format(screen=name)
        if not self._second.shows:
            words = self.tr("Nothing is shown on {screen}").format(screen=name)
        elif self._together.covered:
            words = self.tr("Covered on {screen}").format(screen=name)
        self.words.setText(words)
        self.words.setVisible(not self._compact)
        self.picture.setAccessibleName(words)
        self.picture.setToolTip(plain_tooltip(words))
        covered = self._together.covered
        self.cover.set_words(self.tr("Show again") if covered else self.tr("Cover"))
        self.cover.set_icon_name("eye" if covered else "eye-off")
        self.cover.setVisible(self._second.shows)
        if not self._look.isActive():
            self._look.start()

    def _take_picture(self) -> None:
        window = self._second.window
        if window is None:
            return
        margins = self.contentsMargins()
        width = self.width() - 2 * self._theme.px(SPACE_12) - margins.left() - margins.right()
        ratio = self.devicePixelRatioF()
        picture: QPixmap = window.grab().scaled(
            QSize(round(width * ratio), window.height()),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        picture.setDevicePixelRatio(ratio)
        self.picture.setPixmap(picture)
