"""What people do while they read an answer together, besides marking: join, divide, hide, remark, reveal."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.controllers.permission import Action
from app.controllers.room import Room
from app.domain.answer import BY_HAND, Answer, Statement
from app.domain.changes import (
    AddStatement,
    SetHidden,
    SetRevealed,
    SetWithdrawn,
    Withdrawable,
    WriteWords,
)
from app.domain.record import SessionRecord
from app.domain.text import OWN_WORDS_MAX_CHARS, plain
from app.domain.written import InRemark
from app.errors import BugError, ErrorCode, KnownError
from app.explore.division import divided, divisions, joined, may_join


class Reading:
    """Changes how an answer lies on the table. Every step can be undone.

    Joined and divided statements begin without marks: a mark on the whole does not hold for its parts. Undoing
    brings the earlier statements back with theirs. What was hidden stays so: what it was joined with is hidden too.
    """

    def __init__(self, room: Room, new_id: Callable[[], str], now: Callable[[], datetime]) -> None:
        self._room = room
        self._new_id = new_id
        self._now = now

    def follower(self, statement_id: str) -> Statement | None:
        """Return the statement after this one, which it can be joined with.

        None if it is the last, or if the two together are too long for one statement.
        """
        statement, answer = self._found(statement_id)
        following = self._record().statements_of(answer.id)
        place = following.index(statement) + 1
        if place == len(following):
            return None
        after = following[place]
        fits = may_join((statement.start, statement.end), (after.start, after.end))
        return after if fits else None

    def join(self, statement_id: str) -> None:
        """Join a statement with the one after it, and give the new one the attention."""
        self._room.gate.require(Action.MARK)
        following = self.follower(statement_id)
        statement, answer = self._found(statement_id)
        if following is None:
            raise BugError("a statement was to be joined that has none to be joined with")
        span = joined(answer.text, (statement.start, statement.end), (following.start, following.end))
        self._replace((statement, following), (span,))

    def divisions(self, statement_id: str) -> tuple[int, ...]:
        """Return where a statement can be divided: places between its words, in code points of the answer."""
        statement, answer = self._found(statement_id)
        return divisions(answer.text, statement.start, statement.end)

    def divide(self, statement_id: str, at: int) -> None:
        """Divide a statement at one of its `divisions`, and give the first part the attention."""
        self._room.gate.require(Action.MARK)
        statement, answer = self._found(statement_id)
        self._replace((statement,), divided(answer.text, statement.start, statement.end, at))

    def set_hidden(self, statement_id: str, hidden: bool) -> None:
        """Keep a statement from the shared screen, or let it be drawn there again."""
        statement, _answer = self._found(statement_id)
        if statement.hidden != hidden:
            self._room.do_together((SetHidden(statement_id, hidden),))

    def remark(self, statement_id: str, voice_id: str) -> str:
        """Return what a voice wrote about a statement."""
        return self._record().words.get(InRemark(statement_id, voice_id), "")

    def write_remark(self, statement_id: str, voice_id: str, untrusted_text: str) -> None:
        """Keep what a voice writes about a statement.

        Raises:
            KnownError: OWN_WORDS_TOO_LONG. What was kept before stays.
        """
        self._room.gate.require(Action.MARK)
        text = plain(untrusted_text)
        if len(text) > OWN_WORDS_MAX_CHARS:
            raise KnownError(ErrorCode.OWN_WORDS_TOO_LONG)
        before = self.remark(statement_id, voice_id)
        if text != before:
            self._room.do_together((WriteWords(InRemark(statement_id, voice_id), before, text),))

    def reveal(self, answer_id: str) -> None:
        """Lay the marks of all voices on an answer open. Nothing happens if they are."""
        self._room.gate.require(Action.MARK)
        answer = self._record().answer(answer_id)
        if answer is None:
            raise BugError("the marks of an answer that is not here were to be revealed")
        if answer.revealed_at is None:
            self._room.do_together((SetRevealed(answer_id, self._now(), before=None),))

    def _replace(self, old: tuple[Statement, ...], spans: tuple[tuple[int, int], ...]) -> None:
        first, hidden = old[0], any(one.hidden for one in old)
        new = tuple(
            replace(first, id=self._new_id(), start=start, end=end, splitter=BY_HAND, hidden=hidden)
            for start, end in spans
        )
        self._room.do_together(
            (
                *(SetWithdrawn(Withdrawable.STATEMENT, one.id, withdrawn=True) for one in old),
                *(AddStatement(one) for one in new),
            )
        )
        self._room.move_attention({one.id for one in old}, new[0].id)

    def _found(self, statement_id: str) -> tuple[Statement, Answer]:
        record = self._record()
        statement = record.statement(statement_id)
        answer = None if statement is None else record.answer(statement.answer_id)
        if statement is None or answer is None:
            raise BugError("a statement that is not here was to be changed")
        return statement, answer

    def _record(self) -> SessionRecord:
        if self._room.record is None:
            raise BugError("statements were to be changed outside a session")
        return self._room.record
