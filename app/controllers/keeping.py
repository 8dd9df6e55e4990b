"""Taking something away from a session: words worth keeping, and a next step. The next session opens on them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from app.controllers.pages import AnswerPages, shared_voice
from app.controllers.permission import Action
from app.controllers.room import Room
from app.domain.changes import AddTakeAway, SetNextStep, SetTakeAway, Spot
from app.domain.client import Session
from app.domain.keepsakes import NextStep, TakeAway
from app.domain.record import SessionRecord
from app.domain.shared import SharedKeep, SharedNextStep, SharedQuote, SharedTakeAway
from app.domain.text import OWN_WORDS_MAX_CHARS, checked, plain
from app.errors import BugError, ErrorCode, KnownError


class Keeping:
    """Take-aways and the next step of the open session. Every step can be undone."""

    def __init__(self, room: Room, new_id: Callable[[], str], now: Callable[[], datetime]) -> None:
        self._room = room
        self._new_id = new_id
        self._now = now

    def add(self, untrusted_text: str, statement_id: str | None = None) -> TakeAway:
        """Keep something, with the statement that led to it.

        Raises:
            KnownError: TAKE_AWAY_EMPTY or OWN_WORDS_TOO_LONG.
        """
        self._room.gate.require(Action.KEEP)
        take_away = TakeAway(
            self._new_id(), self._record().session.id, _checked(untrusted_text), statement_id, self._now()
        )
        self._room.do_together((AddTakeAway(take_away),))
        return take_away

    def change(self, take_away_id: str, untrusted_text: str) -> None:
        """Word a take-away differently. Raises KnownError TAKE_AWAY_EMPTY or OWN_WORDS_TOO_LONG."""
        self._set(take_away_id, text=_checked(untrusted_text))

    def take_back(self, take_away_id: str) -> None:
        """Take a take-away back. Undo brings it again, and so does `bring_back`."""
        self._set(take_away_id, withdrawn=True)

    def bring_back(self, take_away_id: str) -> None:
        """Keep again what was taken back."""
        self._set(take_away_id, withdrawn=False)

    def next_step(self) -> NextStep:
        """Return the open session's next step; an empty one if there is none."""
        return self._room.keepsakes.next_step(self._record().session.id)

    def set_next_step(self, untrusted_text: str, owner_id: str | None, due: date | None) -> None:
        """Keep what is agreed on until the next session.

        Raises:
            KnownError: OWN_WORDS_TOO_LONG. What was kept before stays.
        """
        self._room.gate.require(Action.KEEP)
        text = plain(untrusted_text)
        if len(text) > OWN_WORDS_MAX_CHARS:
            raise KnownError(ErrorCode.OWN_WORDS_TOO_LONG)
        before, after = self.next_step(), NextStep(text, owner_id, due)
        if after != before:
            self._room.do_together((SetNextStep(self._record().session.id, before, after),))

    def page(self, seen: AnswerPages, spot: Spot) -> SharedKeep:
        """Return what is taken away, as both may see it."""
        record = self._record()
        answer, statement = seen.answer(spot), seen.statement(spot)
        about = SharedQuote()
        if answer is not None and statement is not None and spot.statement_id == statement.id:
            about = seen.quoted(answer, statement)
        take_aways = self._room.keepsakes.of_session(record.session.id)
        return SharedKeep(
            take_aways=tuple(
                SharedTakeAway(t.id, t.text, _quoted(record, t.statement_id, seen)) for t in take_aways
            ),
            next_step=self._shared_step(self.next_step()),
            voices=tuple(shared_voice(voice) for voice in self._room.voices()),
            about=about,
        )

    def last_time(self) -> SharedKeep | None:
        """Return what was taken away from the session before the open one; None if there is nothing.

        The latest earlier session from which anything was taken away, for this client.
        """
        record = self._record()
        for session in self._room.sessions_of(record.client.id):
            if session.number < record.session.number and (kept := self._kept_of(session)) is not None:
                return kept
        return None

    def _kept_of(self, session: Session) -> SharedKeep | None:
        take_aways = self._room.keepsakes.of_session(session.id)
        step = self._room.keepsakes.next_step(session.id)
        if not take_aways and not step.text.strip():
            return None
        return SharedKeep(
            take_aways=tuple(SharedTakeAway(t.id, t.text, SharedQuote()) for t in take_aways),
            next_step=self._shared_step(step),
            voices=tuple(shared_voice(voice) for voice in self._room.voices()),
            about=SharedQuote(),
        )

    def _shared_step(self, step: NextStep) -> SharedNextStep:
        owner = next((v for v in self._room.voices() if v.id == step.owner_id), None)
        return SharedNextStep(step.text, None if owner is None else shared_voice(owner), step.due)

    def _set(self, take_away_id: str, **values: str | bool) -> None:
        self._room.gate.require(Action.KEEP)
        found = next((t for t in self._room.keepsakes.take_aways if t.id == take_away_id), None)
        if found is None:
            raise BugError("a take-away that is not here was to be changed")
        after = replace(found, **values)  # type: ignore[arg-type]  # `text` or `withdrawn`, each with its kind
        if after != found:
            self._room.do_together((SetTakeAway(found, after),))

    def _record(self) -> SessionRecord:
        if self._room.record is None:
            raise BugError("something was to be kept outside a session")
        return self._room.record


def _checked(untrusted_text: str) -> str:
    return checked(
        untrusted_text,
        max_chars=OWN_WORDS_MAX_CHARS,
        empty=ErrorCode.TAKE_AWAY_EMPTY,
        too_long=ErrorCode.OWN_WORDS_TOO_LONG,
    )


def _quoted(record: SessionRecord, statement_id: str | None, seen: AnswerPages) -> SharedQuote:
    statement = None if statement_id is None else record.statement(statement_id)
    answer = None if statement is None else record.answer(statement.answer_id)
    if statement is None or answer is None or seen.is_out_of_sight(answer, statement):
        return SharedQuote()
    return seen.quoted(answer, statement)
