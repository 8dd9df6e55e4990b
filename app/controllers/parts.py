"""What Trialogue is made of, read when somebody asks."""

from functools import cached_property
from pathlib import Path

from app.catalogue.parts import Part, installed, licence_text, read_parts

__all__ = ["Part", "Parts"]


class Parts:
    """The version, the parts that the program runs with here, and the words of their licences.

    Args:
        version: Trialogue's own.
        resources: the folder of resources.
    """

    def __init__(self, version: str, resources: Path) -> None:
        self.version = version
        self._resources = resources

    @cached_property
    def listed(self) -> tuple[Part, ...]:
        """All parts by name. The first time takes a few hundredths of a second.

        Raises BugError if the list that comes with the program can't be read.
        """
        return installed(read_parts(self._resources))

    def licence_text(self, part: Part) -> str:
        """Return the words of a part's licence; empty if they are not on this computer."""
        return licence_text(part, self._resources)
