"""Offered once: keeping the desk out of screen recordings. And what holds here, in words."""

from PySide6.QtCore import QCoreApplication, Signal

from app.ui.screen_capture import Holding
from app.ui.theme import Theme
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.notice import Notice


class RecordingOffer(Notice):
    """Yes or no, with the one thing that can go wrong."""

    decided = Signal(bool)
    """Whether to hide it."""

    def __init__(self, theme: Theme) -> None:
        words = self.tr(
            "Hide your desk from screen recording? The shared screen stays as it is. Screen magnifiers may show "
            "black then; you can change it under Settings."
        )
        super().__init__(theme, "info", words, action=self.tr("Hide it"))
        self.acted.connect(lambda: self.decided.emit(True))
        self.refuse = PlainButton(theme, self.tr("No, thank you"))
        self.refuse.clicked.connect(lambda: self.decided.emit(False))
        row = self.layout()
        if row is not None:
            row.addWidget(self.refuse)


def holding_words(can_hide: bool, holding: Holding) -> str:
    """Return what holds here now, in one sentence."""
    if not can_hide:
        return QCoreApplication.translate(
            "Recording", "This system cannot hide windows from screen recording."
        )
    return {
        Holding.RECORDED: QCoreApplication.translate("Recording", "Screen recordings show your desk now."),
        Holding.HIDDEN: QCoreApplication.translate(
            "Recording", "The system says that recordings do not show your desk now."
        ),
        Holding.BLACK: QCoreApplication.translate(
            "Recording", "The system says that recordings show your desk as a black area now."
        ),
        Holding.ASKED: QCoreApplication.translate(
            "Recording",
            "The system was asked to hide your desk. Newer versions of it may record it all the same.",
        ),
    }[holding]
