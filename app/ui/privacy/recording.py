"""Whether recordings of the screen show the desk, as one more claim of the privacy page."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.evidence import Aspect, Check, Standing, Subject
from app.ui.screen_capture import Holding, ScreenCapture

_STANDINGS = {
    Holding.RECORDED: Standing.FAILS,
    Holding.HIDDEN: Standing.SAID,
    Holding.BLACK: Standing.SAID,
    Holding.ASKED: Standing.PARTLY,
}


def recording_check(capture: ScreenCapture, window: QWidget) -> tuple[Check, str]:
    """Return the claim about recordings, and its sentence."""
    standing = _STANDINGS[capture.holding(window)]
    return Check(Subject.WINDOW, Aspect.RECORDING, standing, None), _sentence(standing, capture.can_hide)


def _sentence(standing: Standing, can_hide: bool) -> str:
    if standing is Standing.SAID:
        return QCoreApplication.translate("Privacy", "The system says that it leaves this window out.")
    if standing is Standing.PARTLY:
        return QCoreApplication.translate(
            "Privacy",
            "The system was asked to leave this window out. Newer versions of it may not heed that.",
        )
    if can_hide:
        return QCoreApplication.translate("Privacy", "They do. You can have it hidden in Settings.")
    return QCoreApplication.translate(
        "Privacy", "They do: this system lets no program keep a window out of recordings."
    )
