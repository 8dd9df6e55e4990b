"""Where things lie: what ships with the program, and what it keeps for its user."""

import os
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

FOLDER_NAME = "Trialogue"

_OWNER_ONLY = 0o700


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
    def models_set_aside(self) -> Path:
        """Which model files are not started by themselves any more, by their checksum."""
        return self.root / "models-set-aside.json"

    @property
    def models(self) -> Path:
        """The folder in which the user may place models."""
        return self.root / "models"

    def create(self) -> None:
        """Make the folder, readable to its owner alone where the platform knows such permissions.

        Nothing else makes it. One that exists becomes its owner's alone too if it is ours: if it belongs to who
        runs the program, and is the platform's own place for it or holds nothing but what the program keeps. A
        folder that somebody uses for other things keeps the permissions it has.

        Raises OSError when it cannot be made.
        """
        self.root.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
        if os.name != "posix":
            return
        # A file system that knows no permissions refuses to change them, and a folder may not be listed.
        with suppress(OSError):
            status = self.root.stat()
            if stat.S_IMODE(status.st_mode) != _OWNER_ONLY and self._is_ours(status.st_uid):
                self.root.chmod(_OWNER_ONLY)

    def _is_ours(self, owner: int) -> bool:
        if owner != os.geteuid():
            return False
        if self.root == default_data_folder().absolute():
            return True
        models = {self.verified_models.name, self.models_set_aside.name, self.models.name}
        kept = {self.vault.name, self.settings.name, *models}
        # Beside the vault stand those that a backup took the place of, and what is being restored.
        beside = f"{self.vault.name}-"
        return all(entry.name in kept or entry.name.startswith(beside) for entry in self.root.iterdir())
