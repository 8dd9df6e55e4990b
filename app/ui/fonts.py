"""The bundled fonts: one for the interface, one for reading. No font of the system is asked for by name."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFontDatabase

UI_FAMILY = "Atkinson Hyperlegible Next"
READING_FAMILY = "Literata"


@dataclass(frozen=True, slots=True)
class Families:
    """The family for each role. Both are the interface's when the user asked for one font everywhere."""

    ui: str = UI_FAMILY
    reading: str = READING_FAMILY
    wordmark: str = READING_FAMILY


@dataclass(frozen=True, slots=True)
class LoadedFonts:
    """What loading gave: the families that are there now, and the names of files that could not be used."""

    families: tuple[str, ...]
    refused: tuple[str, ...]

    def roles(self, ui_everywhere: bool = False) -> Families:
        """The family for each role. `ui_everywhere` sets reading text in the interface's font too."""
        return Families(reading=UI_FAMILY) if ui_everywhere else Families()


def load_fonts(folder: Path) -> LoadedFonts:
    """Load every TrueType font of `folder` into the program. Needs a QGuiApplication.

    A file that Qt refuses is named in `refused`; text then falls back to the platform's own font.
    """
    families: list[str] = []
    refused: list[str] = []
    for file in sorted(folder.glob("*.ttf")):
        font_id = QFontDatabase.addApplicationFont(str(file))
        found = QFontDatabase.applicationFontFamilies(font_id) if font_id >= 0 else []
        families.extend(family for family in found if family not in families)
        if not found:
            refused.append(file.name)
    return LoadedFonts(tuple(families), tuple(refused))
