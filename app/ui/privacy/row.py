"""One claim of the privacy page: what came of it, in a sign and in words, and what was tried."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.controllers.privacy import EvidenceRow
from app.domain.evidence import Standing
from app.ui.theme import BOLD, Theme
from app.ui.tokens import SPACE_8, SPACE_12
from app.ui.widgets.label import Hint, Label

_SIGNS = {
    Standing.HOLDS: ("check", "ink"),
    Standing.PARTLY: ("equal-approximately", "warn"),
    Standing.SAID: ("info", "text2"),
    Standing.FAILS: ("triangle-alert", "warn"),
    Standing.NOT_CHECKED: ("minus", "text2"),
}
"""A tick is for what was tried and holds, and for nothing else."""


class CheckRow(QWidget):
    """The claim and its outcome in one line, the sentence below, and what was tried in small letters."""

    def __init__(self, theme: Theme, standing: Standing, row: EvidenceRow) -> None:
        super().__init__()
        self.standing = standing
        self.row = row
        self.setAccessibleName(f"{row.claim}: {row.standing}")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, theme.px(SPACE_8), 0, theme.px(SPACE_8))
        across.setSpacing(theme.px(SPACE_12))
        icon, tone = _SIGNS[standing]
        sign = QLabel()
        size = round(theme.size("body") * 1.25)
        sign.setPixmap(theme.icons.pixmap(icon, size, tone, self.devicePixelRatioF()))
        across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_12))
        head.addWidget(Label(theme, row.claim, "body", weight=BOLD, wraps=True), 1)
        outcome = Label(theme, row.standing, "label", "text2" if tone == "ink" else tone, weight=BOLD)
        head.addWidget(outcome, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(Label(theme, row.sentence, "label", "text2", wraps=True))
        if row.tried:
            column.addWidget(Hint(theme, " · ".join(row.tried), "text3"))
        across.addLayout(column, 1)
