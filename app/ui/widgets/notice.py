"""One sentence to somebody: what happened and what comes next, or why there is nothing here yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_12, SPACE_16
from app.ui.widgets.buttons import PlainButton, QuietButton
from app.ui.widgets.label import Label

_ICONS = {"info": "info", "warn": "triangle-alert", "danger": "circle-alert"}
_TONES = {"info": "ai", "warn": "warn", "danger": "danger"}


class Notice(QFrame):
    """A sentence on a tinted ground, with its icon; perhaps with one action and a way to put it away."""

    acted = Signal()
    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: str,
        sentence: str,
        *,
        icon: str | None = None,
        action: str = "",
        dismissable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`kind` is `info`, `warn` or `danger`. `action` are the words of its button."""
        super().__init__(parent)
        self.setProperty("kind", f"notice-{kind}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(sentence)
        row = QHBoxLayout(self)
        margin = theme.px(SPACE_16)
        row.setContentsMargins(margin, theme.px(SPACE_12), theme.px(SPACE_12), theme.px(SPACE_12))
        row.setSpacing(theme.px(SPACE_12))
        size = round(theme.size("body") * 1.25)
        sign = QLabel()
        sign.setPixmap(theme.icons.pixmap(icon or _ICONS[kind], size, _TONES[kind], self.devicePixelRatioF()))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self.sentence = Label(theme, sentence, "body", "text", wraps=True)
        row.addWidget(self.sentence, 1)
        if action:
            self.action = PlainButton(theme, action)
            self.action.clicked.connect(self.acted)
            row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        if dismissable:
            self.dismiss = QuietButton(theme, self.tr("Close this message"), "x")
            self.dismiss.set_words_shown(False)
            self.dismiss.clicked.connect(self._on_dismissed)
            row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)

    def _on_dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()


class Empty(QWidget):
    """Where nothing is yet: one icon, one sentence, one action."""

    acted = Signal()

    def __init__(
        self, theme: Theme, icon: str, sentence: str, action: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(SPACE_16))
        column.addStretch(1)
        size = round(theme.size("body") * 2.6)
        sign = QLabel()
        sign.setPixmap(theme.icons.pixmap(icon, size, "text3", self.devicePixelRatioF()))
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        self.sentence = Label(theme, sentence, "body", "text2", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.sentence)
        if action:
            column.addSpacing(theme.px(SPACE_8))
            self.action = PlainButton(theme, action)
            self.action.clicked.connect(self.acted)
            column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
