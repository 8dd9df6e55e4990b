"""What can be wrong with a file as a whole, or with a part. Codes cross to the window, which has the sentences."""

from enum import StrEnum


class Fault(StrEnum):
    """Why nothing of a file can be read."""

    UNKNOWN = "unknown"
    """It is of none of the known kinds."""
    UNKNOWN_JSON = "unknown_json"
    """It is JSON, and of none of the known shapes."""
    UNKNOWN_ARCHIVE = "unknown_archive"
    """It is an archive that holds no conversation of a known shape."""
    EMPTY = "empty"
    """There is nothing in it."""
    NO_TEXT = "no_text"
    """It is what it seems to be, and there is no text in it: a scanned page, a photograph."""
    BROKEN = "broken"
    """It begins as one of the known kinds and can't be read on."""
    ENCRYPTED = "encrypted"
    """It asks for a password."""
    TOO_LARGE = "too_large"
    """It holds more than is read: bytes, letters, pages, pixels."""
    TOO_MANY = "too_many"
    """It holds more files, or more conversations, than are read."""
    EXPANDS = "expands"
    """It is small, and would fill the memory: made to harm."""
    TOO_SLOW = "too_slow"
    """It takes longer to read than it may."""
    CHANGED = "changed"
    """Somebody wrote to it while it was read."""
    UNREADABLE = "unreadable"
    """The system refuses to read it."""
    NO_RECOGNITION = "no_recognition"
    """It is a picture, and what recognises text in pictures is not installed, or not as it was tried."""
    NO_WALLS = "no_walls"
    """What should stand around the reader does not, so it reads nothing."""
    CRASHED = "crashed"
    """The reader came to an end that it did not mean."""


class Skipped(StrEnum):
    """Why a part of a file is not among what was read."""

    BROKEN = "broken"
    """It is not as it should be, or the file ends within it."""
    TOO_DEEP = "too_deep"
    """It is nested deeper than anything that people make."""
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    """Nobody says anything in it that is shown."""
    CUT = "cut"
    """It is read as far as there is room: the rest is left out."""
    NO_CONVERSATION = "no_conversation"
    """A file in an archive that holds no conversation."""
    HIDDEN = "hidden"
    """Messages that the service does not show: of the system, of tools, thoughts, custom instructions, memory."""
    OTHER_BRANCH = "other_branch"
    """Messages of a branch beside the one that is shown, which stand in no place of it."""
    NO_TEXT = "no_text"
    """Pictures, sound, files: not read."""
    REPEATED = "repeated"
    """Headers, footers and numbers of printed pages."""
    ENCRYPTED = "encrypted"
    UNSAFE_NAME = "unsafe_name"
    """A link, or a name that leads out of the archive."""


class ReadingError(Exception):
    """A file can't be read. Its text is the code alone: never anything of the file."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault
