"""Guided cards: open questions, and the client's own words on them. They need no model."""

from app.controllers.permission import Action
from app.controllers.room import Room
from app.domain.changes import WriteWords
from app.domain.text import OWN_WORDS_MAX_CHARS, plain
from app.domain.written import OnCard
from app.errors import BugError, ErrorCode, KnownError


class Cards:
    """Keeps what is written on cards. Every step can be undone."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def write(self, exploration_id: str, card_id: str, question: int, untrusted_text: str) -> None:
        """Keep the client's words on one question of a card, which counts from 0.

        Raises:
            KnownError: OWN_WORDS_TOO_LONG. What was kept before stays.
        """
        self._room.gate.require(Action.KEEP)
        if self._room.record is None:
            raise BugError("words were put on a card outside a session")
        text = plain(untrusted_text)
        if len(text) > OWN_WORDS_MAX_CHARS:
            raise KnownError(ErrorCode.OWN_WORDS_TOO_LONG)
        where = OnCard(exploration_id, card_id, question)
        before = self._room.record.words.get(where, "")
        if text != before:
            self._room.do_together((WriteWords(where, before, text),))
