"""What the program found when it tried whether anything leaves this computer: each claim, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Standing(StrEnum):
    """What came of a check."""

    HOLDS = "holds"
    PARTLY = "partly"
    """It holds for some of what it is about, and can be passed by."""
    SAID = "said"
    """Somebody else says so, the system or this vault, and nothing was tried."""
    FAILS = "fails"
    NOT_CHECKED = "not checked"


class Subject(StrEnum):
    """What a check is of."""

    WINDOW = "window"
    ENGINE = "engine"
    READER = "reader"
    STORED = "stored"


class Aspect(StrEnum):
    """What is checked of it."""

    NETWORK = "network"
    """No connection leaves it."""
    SOCKETS = "sockets"
    """No connection is open now."""
    MODULES = "modules"
    """Nothing is loaded that could open one and has no reason to be there."""
    FILES = "files"
    """It opens no file by its name."""
    PROCESSES = "processes"
    """It starts, signals and reads no other process."""
    MEMORY = "memory"
    """Its memory is neither written to a disk nor read by another program."""
    INHERITED = "inherited"
    """It has nothing but the one file, and ends with the window."""
    BOUNDS = "bounds"
    """What it may use is bounded."""
    CIPHERTEXT = "ciphertext"
    """What the vault wrote is encrypted."""
    BESIDE = "beside"
    """Beside the vault lies nothing of a client."""
    BACKUP = "backup"
    KEYRING = "keyring"
    RECORDING = "recording"


@dataclass(frozen=True, slots=True)
class Check:
    """One claim, and what came of checking it.

    `at` is when it was checked, aware; None if it was not, or is only told. `tried` has what was tried and what came
    of it, in the terms of the field, for those who want to repeat it; never a path. `amounts` has the numbers that
    its words need.
    """

    subject: Subject
    aspect: Aspect
    standing: Standing
    at: datetime | None
    tried: tuple[str, ...] = ()
    amounts: tuple[int, ...] = ()
    since: datetime | None = None
    """Of a backup: when the last one was made."""


class Lying(StrEnum):
    """What a file in the program's folder is."""

    ENCRYPTED = "encrypted"
    """Of the vault, and it looks like ciphertext."""
    READABLE = "readable"
    """Of the vault, and it should look like ciphertext and does not."""
    KEYS = "keys"
    """The vault's keys, wrapped, and what proves that the files belong together."""
    OURS = "ours"
    """How the program looks, and which model files were checked."""
    MODEL = "model"
    UNKNOWN = "unknown"
    """Nothing of the program's."""


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file in the program's folder, by its kind alone: a name may be somebody's."""

    lying: Lying
    size_bytes: int
