"""The look, made from tokens: one palette, one style sheet, and the fonts and icons of one set of colours.

Sizes are not in the style sheet: the desk and the shared screen may stand side by side, so each part takes its
sizes from the theme it was given. What the sheet tells apart, it tells apart by dynamic property.
"""

from dataclasses import fields
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.fonts import Families
from app.ui.icons import Icons
from app.ui.tokens import (
    COLOURS,
    DESK,
    RADIUS_CARD,
    RADIUS_CONTROL,
    Colours,
    Look,
    Preset,
)

REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
BOLD = QFont.Weight.DemiBold


class Theme:
    """What a part needs to look right: colours, sizes for one distance, font families, icons."""

    def __init__(
        self,
        colours: Colours,
        resources: Path,
        preset: Preset = DESK,
        families: Families | None = None,
        scale: float = 1.0,
    ) -> None:
        self.colours = colours
        self.resources = resources
        self.preset = preset
        self.families = families or Families()
        self.scale = scale
        self.icons = Icons(colours, resources / "icons")

    def at(self, preset: Preset, fit: float = 1.0) -> "Theme":
        """The same look for another distance; `fit` below 1 makes it smaller where a window has no room for it."""
        return Theme(self.colours, self.resources, preset, self.families, self.scale * fit)

    def px(self, length: float) -> int:
        """A length of the tokens in logical pixels, enlarged as the user asked (Ctrl + and -)."""
        return round(length * self.scale)

    def size(self, role: str) -> int:
        """The size of a role of the preset (`read`, `title`, `body`, `label`, `small`, `button`), in pixels."""
        return self.px(getattr(self.preset, role))

    def colour(self, token: str) -> QColor:
        """The colour of a token's name, as in `tokens.Colours`."""
        return QColor(f"#{getattr(self.colours, token)}")

    def font(
        self,
        role: str = "body",
        weight: QFont.Weight = REGULAR,
        *,
        reading: bool = False,
        size: int | None = None,
    ) -> QFont:
        """The font for a role's size, or for `size` pixels. `reading` takes the family for reading text."""
        font = QFont(self.families.reading if reading else self.families.ui)
        font.setPixelSize(size if size is not None else self.size(role))
        font.setWeight(weight)
        return font

    def style_sheet(self) -> str:
        """The one style sheet. Raises KeyError when the template names a token that does not exist."""
        template = (self.resources / "style.qss").read_text(encoding="utf-8")
        tokens: dict[str, str] = {
            field.name: f"#{getattr(self.colours, field.name)}"
            for field in fields(self.colours)
            if field.name != "look"
        }
        tokens |= {
            "radius_control": f"{RADIUS_CONTROL}px",
            "radius_card": f"{RADIUS_CARD}px",
        }
        return Template(template).substitute(tokens)

    def palette(self) -> QPalette:
        """The palette for what the style sheet does not reach: selections, menus, tooltips, links."""
        palette = QPalette()
        role = QPalette.ColorRole
        for name, token in (
            (role.Window, "canvas"),
            (role.WindowText, "text"),
            (role.Base, "raised"),
            (role.AlternateBase, "surface"),
            (role.Text, "text"),
            (role.Button, "raised"),
            (role.ButtonText, "text"),
            (role.BrightText, "danger"),
            (role.ToolTipBase, "surface"),
            (role.ToolTipText, "text"),
            (role.PlaceholderText, "text3"),
            (role.Highlight, "ink"),
            (role.HighlightedText, "onink"),
            (role.Link, "focus"),
            (role.LinkVisited, "focus"),
            (role.Light, "surface"),
            (role.Midlight, "line"),
            (role.Mid, "line2"),
            (role.Dark, "line2"),
            (role.Accent, "ink"),
        ):
            palette.setColor(role(name), self.colour(token))
        for name in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, name, self.colour("disabled"))
        return palette


def system_look() -> Look:
    """What the system asks for: more contrast first, else dark or light; light where it says nothing."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Look.CONTRAST
    return Look.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Look.LIGHT


def look_named(scheme: str) -> Look:
    """`system`, `light`, `dark` or `contrast` as a look; anything else, as an old setting may hold, is `system`."""
    return Look(scheme) if scheme in set(Look) else system_look()


def apply(
    app: QApplication,
    resources: Path,
    scheme: str = "system",
    families: Families | None = None,
    scale: float = 1.0,
) -> Theme:
    """Dress the whole program and return the theme for the desk. Windows that exist are to be built anew."""
    theme = Theme(COLOURS[look_named(scheme)], resources, DESK, families, scale)
    app.setStyle("Fusion")
    app.setPalette(theme.palette())
    app.setFont(theme.font("body"))
    app.setStyleSheet(theme.style_sheet())
    return theme
