"""Where things lie: what ships with the program, and what it keeps for its user."""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

FOLDER_NAME = "Trialogue"


def shipped_folder() -> Path:
    """The folder that holds `resources/` and `models/`: the source tree, or the unpacked bundle when frozen."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def resources_folder() -> Path:
    """Fonts, icons, the style template, translations."""
    return shipped_folder() / "resources"


def shipped_models_folder() -> Path:
    """The folder of `manifest.toml`, the list of known models. Weights may lie beside it."""
    return shipped_folder() / "models"


def default_data_folder() -> Path:
    """The folder of this program in the platform's place for a user's data. It may not exist yet."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(place) / FOLDER_NAME


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The one folder in which the program keeps what belongs to its user. `root` is absolute."""

    root: Path

    @classmethod
    def at(cls, explicit: Path | None = None) -> "DataFolder":
        """The folder that somebody named, made absolute, or the platform's own."""
        return cls((explicit.expanduser() if explicit else default_data_folder()).absolute())

    @property
    def vault(self) -> Path:
        """The folder of the encrypted vault: its database and its slot file."""
        return self.root / "vault"

    @property
    def settings(self) -> Path:
        """The look and the language. Nothing of a client."""
        return self.root / "settings.ini"

    @property
    def verified_models(self) -> Path:
        """Which model files were checked against their checksum, with size and time stamp."""
        return self.root / "verified-models.json"

    @property
    def models(self) -> Path:
        """The folder in which the user may place models."""
        return self.root / "models"

    def create(self) -> None:
        """Make the folder, readable to its owner alone where the platform knows such permissions.

        Raises OSError when it cannot be made. A folder that exists keeps the permissions it has.
        """
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
