"""From the bytes of single tokens to whole letters, and from those to what is said and what is thought."""

import codecs

from app.engine.messages import PieceKind

_OPEN = "<think>"
_CLOSE = "</think>"


def opens_thought(prompt: str) -> bool:
    """Tell whether a prompt ends inside a thought, so that the model goes on thinking."""
    return prompt.rstrip().endswith(_OPEN)


class AnswerText:
    """Turns one answer's tokens into pieces of text.

    A letter whose bytes are spread over several tokens comes out once it is whole; what is still incomplete when
    the answer ends is dropped. A thought is recognised at the very beginning only: later on the same letters are
    part of what is said. White space before the first letter of an answer or a thought is dropped. A piece of
    what is said holds every letter up to the last one spelled: what was dropped, stood in front of it.
    """

    def __init__(self, *, in_thought: bool) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._held = ""
        self._kind = PieceKind.THOUGHT if in_thought else PieceKind.SAID
        self._may_open = not in_thought
        self._at_start = True
        self.letters = 0
        """How many letters the tokens have spelled so far, also those that were dropped or are held back."""

    def feed(self, token_bytes: bytes) -> list[tuple[PieceKind, str]]:
        """Return the pieces that are now certain: none, one, or a thought's end and what follows it."""
        whole = self._decoder.decode(token_bytes)
        self.letters += len(whole)
        self._held += whole
        pieces = []
        while piece := self._next():
            pieces.append(piece)
        return pieces

    def end(self) -> list[tuple[PieceKind, str]]:
        """Return what was held back because it could have been the beginning of a tag."""
        held, self._held = self._held, ""
        if self._at_start:
            held = held.lstrip()
        return [(self._kind, held)] if held else []

    def _next(self) -> tuple[PieceKind, str] | None:
        if self._at_start:
            self._held = self._held.lstrip()
            if self._may_open and self._held.startswith(_OPEN):
                self._kind, self._may_open = PieceKind.THOUGHT, False
                self._held = self._held.removeprefix(_OPEN).lstrip()
        if not self._held or (self._at_start and self._may_open and _OPEN.startswith(self._held)):
            return None
        if self._kind is PieceKind.THOUGHT:
            return self._next_thought()
        text, self._held, self._at_start = self._held, "", False
        return self._kind, text

    def _next_thought(self) -> tuple[PieceKind, str] | None:
        text, close, rest = self._held.partition(_CLOSE)
        if close:
            self._kind, self._held, self._at_start, self._may_open = PieceKind.SAID, rest, True, False
            return (PieceKind.THOUGHT, text) if text else self._next()
        held_chars = next(
            (n for n in range(len(_CLOSE) - 1, 0, -1) if self._held.endswith(_CLOSE[:n])),
            0,
        )
        cut = len(self._held) - held_chars
        text, self._held = self._held[:cut], self._held[cut:]
        if not text:
            return None
        self._at_start = False
        return PieceKind.THOUGHT, text
