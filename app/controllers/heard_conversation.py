"""One conversation as a reader tells it, part for part: put together, and believed only as far as it can be."""

import base64
import binascii
from dataclasses import replace

from app.bring.messages import Part, Picture, at_second
from app.domain.conversation import (
    MAX_ALTERNATIVES,
    MAX_TURNS,
    SAID_MAX_CHARS,
    Conversation,
    Preview,
    Said,
    Turn,
)

_MOST_CHARS = 60_000_000
"""In one conversation."""


class UntrueError(Exception):
    """The child said what cannot be."""


class HeardConversation:
    """Whole turns in their order, each with its wordings in theirs, and perhaps a picture."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._turns: list[Turn] = []
        self._pending = ""
        self._chars = 0
        self._picture: Picture | None = None
        self._pixels = bytearray()

    def take(self, part: Part) -> None:
        """Hear the next part of what is said.

        Raises:
            UntrueError: It is not the next part, or more than can be.
        """
        self._chars += len(part.text)
        if self._chars > _MOST_CHARS or len(self._pending) + len(part.text) > SAID_MAX_CHARS:
            raise UntrueError
        self._pending += part.text
        if not part.is_last:
            if not part.text:
                raise UntrueError
            return
        said = Said(self._pending, at_second(part.time), part.model)
        self._pending = ""
        if part.wording == 0 and part.turn == len(self._turns) < MAX_TURNS:
            self._turns.append(Turn(part.role, said))
            return
        turn = self._turns[-1] if part.turn == len(self._turns) - 1 else None
        if turn is None or part.wording != len(turn.alternatives) + 1 or part.wording > MAX_ALTERNATIVES:
            raise UntrueError
        self._turns[-1] = replace(turn, alternatives=(*turn.alternatives, said))

    def take_picture(self, picture: Picture) -> None:
        """Hear how large the picture is.

        Raises:
            UntrueError: There is one already.
        """
        if self._picture is not None:
            raise UntrueError
        self._picture = picture

    def take_pixels(self, untrusted_base64: str) -> None:
        """Hear the next of its pixels.

        Raises:
            UntrueError: There are none, or more than it has.
        """
        picture = self._picture
        try:
            pixels = base64.b64decode(untrusted_base64, validate=True)
        except (binascii.Error, ValueError):
            raise UntrueError from None
        self._pixels += pixels
        if picture is None or not pixels or len(self._pixels) > _size(picture):
            raise UntrueError

    def whole(self) -> tuple[Conversation, Preview | None]:
        """Return the conversation, and the picture that it was read from or None.

        Raises:
            UntrueError: Something of it is missing.
        """
        picture = self._picture
        if self._pending or (picture is not None and len(self._pixels) != _size(picture)):
            raise UntrueError
        preview = None if picture is None else Preview(picture.width, picture.height, bytes(self._pixels))
        return Conversation(self._title, tuple(self._turns)), preview


def _size(picture: Picture) -> int:
    return picture.width * picture.height * 3
