"""An answer as it arrives, in front of everybody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.shared import SharedArriving, SharedNothing
from app.ui.follow_end import FollowEnd
from app.ui.shared.frame import SharedFrame, Stage
from app.ui.tokens import SPACE_12
from app.ui.widgets.label import Heading, Hint
from app.ui.widgets.reading_text import ReadingText
from app.ui.widgets.voice_badge import VoiceLabel


class ArrivingPage(SharedFrame):
    """Whole statements only; or a calm page while there is nothing to look at."""

    def __init__(self, stage: Stage, page: SharedArriving | SharedNothing) -> None:
        question = page.question if isinstance(page, SharedArriving) else ""
        theme = stage.theme
        super().__init__(stage, Heading(theme, question, "body") if question else QWidget())
        self._question = question
        self._count = 0
        self._statements = QVBoxLayout()
        self._statements.setSpacing(SPACE_12)
        if isinstance(page, SharedArriving):
            words = self.tr("The AI text is arriving")
            self.body.addWidget(VoiceLabel(theme, "ai", "", words=words, role="body"))
            self.body.addLayout(self._statements)
            self.append(page)
            FollowEnd(self.area.verticalScrollBar())
        else:
            self.body.addStretch(1)
            hint = Hint(theme, self.tr("Nothing to look at yet."), wraps=False)
            self.body.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self.foot.fill((self.to_desk,), ())

    def append(self, page: SharedArriving) -> bool:
        """Add the statements that are new and follow them, unless somebody has scrolled back.

        Returns whether it is the same answer going on; if not, nothing was added.
        """
        if page.question != self._question or len(page.statements) < self._count:
            return False
        for statement in page.statements[self._count :]:
            self._statements.addWidget(ReadingText(self.stage.theme, statement.text))
        self._count = len(page.statements)
        return True
