"""Icons: bundled line drawings, given a colour of the theme and drawn at the screen's own resolution."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.errors import BugError
from app.ui.tokens import Colours


class _LineEngine(QIconEngine):
    """Draws one icon at whatever size and pixel ratio it is asked for."""

    def __init__(self, drawing: bytes) -> None:
        super().__init__()
        self._drawing = drawing

    def clone(self) -> QIconEngine:
        """Another engine of the same drawing, as Qt asks when an icon is copied and changed."""
        return _LineEngine(self._drawing)

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw into `rect`. A disabled icon keeps its colour: its owner gives it the right one."""
        QSvgRenderer(QByteArray(self._drawing)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The drawing on a transparent ground, `size` in device pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap


class Icons:
    """The bundled icons in the colours of one theme. A colour is the name of a token, as in `tokens.Colours`."""

    def __init__(self, colours: Colours, folder: Path) -> None:
        self._colours = colours
        self._folder = folder
        self._drawings: dict[tuple[str, str, float, bool], bytes] = {}

    def known(self, name: str) -> str:
        """The name itself, when it is bundled. Raises BugError otherwise, before anything is drawn."""
        self._drawing(name, "text", 2.0, False)
        return name

    def icon(self, name: str, colour: str = "text", *, filled: bool = False) -> QIcon:
        """An icon that stays sharp at every size. Raises BugError for a name that is not bundled."""
        return QIcon(_LineEngine(self._drawing(name, colour, 2.0, filled)))

    def pixmap(self, name: str, size: int, colour: str = "text", dpr: float = 1.0) -> QPixmap:
        """A square of `size` logical pixels for a screen of `dpr` device pixels each. Raises BugError."""
        self.known(name)
        pixels = max(1, round(size * dpr))
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(0, 0, pixels, pixels), name, colour)
        painter.end()
        pixmap.setDevicePixelRatio(dpr)
        return pixmap

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        name: str,
        colour: str = "text",
        *,
        stroke: float = 2.0,
        filled: bool = False,
    ) -> None:
        """Draw into `rect` of a painter at work. `stroke` is in units of a 24 by 24 drawing. Raises BugError."""
        drawing = self._drawing(name, colour, stroke, filled)
        QSvgRenderer(QByteArray(drawing)).render(painter, rect)

    def _drawing(self, name: str, colour: str, stroke: float, filled: bool) -> bytes:
        """The drawing's bytes with its stroke in the colour; `filled` paints the inside with it too."""
        key = (name, colour, stroke, filled)
        if key not in self._drawings:
            try:
                drawing = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            except OSError as fault:
                raise BugError(f"no such icon: {name}") from fault
            hex_colour = f"#{getattr(self._colours, colour)}"
            drawing = drawing.replace("currentColor", hex_colour)
            drawing = drawing.replace('stroke-width="2"', f'stroke-width="{stroke:g}"')
            if filled:
                drawing = drawing.replace('fill="none"', f'fill="{hex_colour}"')
            self._drawings[key] = drawing.encode()
        return self._drawings[key]
