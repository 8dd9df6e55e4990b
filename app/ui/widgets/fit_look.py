"""How the four fits are named and drawn, wherever they appear: as a choice or as a result. Never a cross."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from app.domain.mark import Fit, Mark
from app.ui.theme import BOLD, Theme

_ICONS = {Fit.FITS: "check", Fit.PARTLY: "equal-approximately", Fit.DOES_NOT_FIT: "equal-not"}


FIT_KEYS = {
    Qt.Key.Key_1: Fit.FITS,
    Qt.Key.Key_2: Fit.PARTLY,
    Qt.Key.Key_3: Fit.DOES_NOT_FIT,
    Qt.Key.Key_4: Fit.NOT_SURE,
}
"""The key for each choice, the same at the desk and on the shared screen."""


def fit_words(fit: Fit) -> str:
    """The fit in the words of the chosen language."""
    words = {
        Fit.FITS: QCoreApplication.translate("Fit", "fits"),
        Fit.PARTLY: QCoreApplication.translate("Fit", "partly"),
        Fit.DOES_NOT_FIT: QCoreApplication.translate("Fit", "doesn’t fit"),
        Fit.NOT_SURE: QCoreApplication.translate("Fit", "not sure"),
    }
    return words[fit]


def mark_words(name: str, mark: Mark) -> str:
    """A whole mark for a screen reader: "Maya: fits, matters". `name` is the voice's, shown as it is."""
    fit = fit_words(mark.fit) if mark.fit else QCoreApplication.translate("Fit", "nothing marked")
    if mark.matters:
        words = QCoreApplication.translate("Fit", "{name}: {fit}, matters")
    else:
        words = QCoreApplication.translate("Fit", "{name}: {fit}")
    return words.format(name=name, fit=fit)


def paint_glyph(painter: QPainter, rect: QRectF, fit: Fit, colour: str, theme: Theme) -> None:
    """Draw a fit's sign into a square, in the colour of a token."""
    if fit in _ICONS:
        theme.icons.paint(painter, rect, _ICONS[fit], colour, stroke=2.6)
        return
    painter.setFont(theme.font(weight=BOLD, size=round(rect.height() * 0.92)))
    painter.setPen(theme.colour(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "?")
