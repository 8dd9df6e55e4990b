"""What was taken away from the session before: the first thing that a new session shows."""

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.domain.client import VoiceKind
from app.domain.shared import SharedKeep, SharedNextStep
from app.ui.theme import Theme
from app.ui.tokens import READING_WIDTH, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from app.ui.widgets.buttons import QuietButton
from app.ui.widgets.card import Card
from app.ui.widgets.label import Caption, Heading, Hint
from app.ui.widgets.reading_text import ReadingText

_SHARE_OF_WINDOW = 0.4
_SCROLL_BAR = 12


class LastTime(QWidget):
    """A calm card with the take-aways and the next step. It can be folded away, and scrolls when it is long."""

    def __init__(self, theme: Theme, kept: SharedKeep) -> None:
        super().__init__()
        self._theme = theme
        outer = QHBoxLayout(self)
        side = theme.px(SPACE_24)
        # In line with what scrolls below.
        outer.setContentsMargins(side, theme.px(SPACE_12), side + _SCROLL_BAR, 0)
        card = Card(theme)
        card.setMaximumWidth(theme.px(READING_WIDTH))
        inset = theme.px(SPACE_16)
        card.body.setContentsMargins(inset, theme.px(SPACE_8), inset, theme.px(SPACE_8))
        card.body.setSpacing(theme.px(SPACE_8))
        outer.addWidget(card)
        head = QHBoxLayout()
        head.addWidget(Heading(theme, self.tr("Last time"), "body", wraps=False))
        head.addStretch(1)
        self.fold = QuietButton(theme, self.tr("Fold away"), "chevron-up")
        self.fold.clicked.connect(self._fold)
        head.addWidget(self.fold)
        card.body.addLayout(head)
        self._content = QWidget()
        self._content.setProperty("kind", "content")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_8))
        for take_away in kept.take_aways:
            column.addLayout(self._row("pin", take_away.text))
        if kept.next_step.text.strip():
            column.addWidget(Caption(theme, self.tr("The next step")))
            column.addLayout(self._row("calendar", kept.next_step.text, self._who_and_when(kept.next_step)))
        self.area = _AsHighAsNeeded(self._content)
        card.body.addWidget(self.area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def folded(self) -> bool:
        """Whether only the title is shown."""
        return self.area.isHidden()

    def _row(self, icon: str, words: str, below: str = "") -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_12))
        sign = QLabel()
        sign.setPixmap(theme.icons.pixmap(icon, theme.px(18), "client", self.devicePixelRatioF()))
        sign.setContentsMargins(0, theme.px(4), 0, 0)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(ReadingText(theme, words, reading=False, role="body", balanced=False))
        if below:
            column.addWidget(Hint(theme, below))
        row.addLayout(column, 1)
        return row

    def _who_and_when(self, step: SharedNextStep) -> str:
        who = self.tr("All of us")
        if step.owner is not None:
            who = self.tr("You") if step.owner.kind is VoiceKind.THERAPIST else step.owner.name
        if step.due is None:
            return who
        day = QDate(step.due.year, step.due.month, step.due.day)
        when = QLocale().toString(day, QLocale.FormatType.LongFormat)
        return self.tr("{who}, until {date}").format(who=who, date=when)

    def _fold(self) -> None:
        folded = not self.folded
        self.area.setVisible(not folded)
        self.fold.set_words(self.tr("Show") if folded else self.tr("Fold away"))
        self.fold.set_icon_name("chevron-down" if folded else "chevron-up")


class _AsHighAsNeeded(QScrollArea):
    """Scrolls from a third of the window's height on."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = content
        self.setWidget(content)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """A narrow text is a tall one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as what it holds, within bounds."""
        wanted = max(self._content.heightForWidth(width), self._content.minimumSizeHint().height())
        return min(wanted, round(self.window().height() * _SHARE_OF_WINDOW))

    def sizeHint(self) -> QSize:
        """The same."""
        return QSize(super().sizeHint().width(), self.heightForWidth(max(200, self.width())))

    def showEvent(self, event: QShowEvent) -> None:
        """The window's height is known now."""
        super().showEvent(event)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(0, self.fontMetrics().height())
