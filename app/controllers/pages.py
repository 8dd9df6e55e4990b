"""What is seen of an answer, in every view of it, made of nothing but shareable parts.

The same pages are drawn at the desk and on the shared screen. For the shared screen, hidden and held statements are
left out, and so is everything of the therapist's that was not shown there yet.
"""

from enum import Enum
from itertools import pairwise

from app.controllers.asking import Asking
from app.controllers.noticing import Noticing
from app.controllers.permission import Action
from app.controllers.room import Room
from app.domain.answer import Answer, MadeHere, Statement
from app.domain.changes import Spot
from app.domain.client import Voice, VoiceKind
from app.domain.mark import Mark, relation
from app.domain.record import SessionRecord
from app.domain.shared import (
    SharedArriving,
    SharedMark,
    SharedNothing,
    SharedPage,
    SharedQuote,
    SharedRevealed,
    SharedRow,
    SharedStatement,
    SharedTurn,
    SharedView,
    SharedVoice,
)
from app.domain.written import InRemark
from app.explore.cutting import Cut, merged
from app.explore.statements import readable


class Side(Enum):
    """Who a page is for."""

    DESK = "desk"
    SHARED = "shared"


class AnswerPages:
    """What of the open session one side sees, and the pages of reading and marking.

    Args:
        room: the open session.
        asking: what is on its way.
        noticing: what holds a statement from the shared screen.
        side: the desk or the shared screen.
    """

    def __init__(self, room: Room, asking: Asking, noticing: Noticing, side: Side) -> None:
        self._room = room
        self._asking = asking
        self._noticing = noticing
        self.side = side
        self._marked_here: dict[tuple[str, str], Mark] = {}

    @property
    def record(self) -> SessionRecord | None:
        """The open session."""
        return self._room.record

    def statements(self, answer: Answer) -> tuple[Statement, ...]:
        """Return the statements of an answer that this side shows, in reading order."""
        record = self._room.record
        found = () if record is None else record.statements_of(answer.id)
        if self.side is Side.DESK:
            return found
        return tuple(s for s in found if not self.is_out_of_sight(answer, s))

    def is_out_of_sight(self, answer: Answer, statement: Statement) -> bool:
        """Tell whether this side leaves the statement out: on the shared screen what is hidden, or held."""
        if self.side is Side.DESK:
            return False
        if not self.may_show(answer):
            return True
        return statement.hidden or self._noticing.is_held(answer, (statement.start, statement.end))

    def statement(self, spot: Spot) -> Statement | None:
        """Return the statement that has the attention: the chosen one, or the first."""
        answer = self.answer(spot)
        statements = () if answer is None else self.statements(answer)
        chosen = next((s for s in statements if s.id == spot.statement_id), None)
        return chosen or next(iter(statements), None)

    def answer(self, spot: Spot) -> Answer | None:
        """Return the answer that is looked at, or None; on the shared screen only one that may be shown there."""
        record = self._room.record
        answer = None if record is None or spot.answer_id is None else record.answer(spot.answer_id)
        return answer if answer is not None and self.may_show(answer) else None

    def may_show(self, answer: Answer) -> bool:
        """Tell whether this side may show the answer: the place of practice may keep what was made here away."""
        if self.side is Side.DESK or not isinstance(answer.origin, MadeHere):
            return True
        return self._room.gate.permission(Action.SHOW_GENERATED).given

    def voice_on_turn(self, spot: Spot) -> Voice:
        """Return the voice whose turn it is: the chosen one, or the client."""
        voices = self._room.voices()
        chosen = next((v for v in voices if v.id == spot.turn_voice_id), None)
        return chosen or next((v for v in voices if v.kind is VoiceKind.CLIENT), voices[0])

    def voice_after(self, voice: Voice) -> Voice:
        """Return the voice that takes over."""
        voices = self._room.voices()
        return voices[(voices.index(voice) + 1) % len(voices)]

    # What may be seen

    def shown_text(self, answer: Answer) -> Cut:
        """Return an answer's text as this side shows it: without hidden and held statements on the shared screen.

        Of one that is arriving, the statements that are whole and were looked through.
        """
        text = self.text_of(answer)
        record = self._room.record
        if record is None or self.side is Side.DESK:
            return Cut(text, ())
        hidden = [(s.start, s.end) for s in record.statements_of(answer.id) if s.hidden]
        parts = self._noticing.parts(answer)
        if self.is_arriving(answer):
            text = text[: max((end for _, end in parts), default=0)]
        held = [part for part in parts if self._noticing.is_held(answer, part)]
        # Also what no statement covers: nothing may slip through between two of them.
        gone = merged((*hidden, *held, *self._noticing.held_spans(answer)))
        return Cut(text, [(start, min(end, len(text))) for start, end in gone if start < len(text)])

    def text_of(self, answer: Answer) -> str:
        """Return all of an answer, or what has come of it."""
        return self._asking.text_of(answer.id) if self.is_arriving(answer) else answer.text

    def is_unverified(self, answer: Answer) -> bool:
        """Tell whether a number or an address that nobody verified stands in what this side shows of an answer."""
        return any(self._noticing.unverified(answer, part) for part in self._shown_parts(answer))

    def quoted(self, answer: Answer, statement: Statement) -> SharedQuote:
        """Return the words of a statement where something is about it."""
        span = (statement.start, statement.end)
        return SharedQuote(readable(answer.text, *span), self._noticing.unverified(answer, span))

    def _shown_parts(self, answer: Answer) -> tuple[tuple[int, int], ...]:
        """The parts of an answer that this side shows: on the shared screen neither hidden nor held."""
        record, parts = self._room.record, self._noticing.parts(answer)
        if record is None or self.side is Side.DESK:
            return parts
        hidden = [(s.start, s.end) for s in record.statements_of(answer.id) if s.hidden]
        return tuple(
            part
            for part in parts
            if not self._noticing.is_held(answer, part)
            and not any(start < part[1] and part[0] < end for start, end in hidden)
        )

    def _waits(self, answer: Answer) -> bool:
        """Whether an answer that has come to its end waits to be looked through before this side shows it."""
        return (
            self.side is Side.SHARED
            and not self.is_arriving(answer)
            and not self._noticing.is_looked_through(answer)
        )

    def is_arriving(self, answer: Answer) -> bool:
        """Tell whether an answer is on its way."""
        return answer.id in self._asking.arriving_ids

    def shared_statement(self, answer: Answer, statement: Statement) -> SharedStatement:
        """Return one statement with its number among those that this side shows."""
        statements = self.statements(answer)
        return self._shared(answer, statement, statements.index(statement) + 1, len(statements))

    def shared_statements(self, answer: Answer) -> tuple[SharedStatement, ...]:
        """Return the statements that this side shows, with their numbers."""
        statements = self.statements(answer)
        return tuple(
            self._shared(answer, statement, number, len(statements))
            for number, statement in enumerate(statements, start=1)
        )

    def shown_mark(self, answer: Answer, statement_id: str, voice: Voice) -> Mark:
        """What this side may see of a voice's mark while that voice is on turn.

        What the therapist marked at the desk stays there until it is revealed, or marked on the shared screen.
        """
        record = self._room.record
        mark = Mark() if record is None else record.mark(statement_id, voice.id)
        covered = (
            self.side is Side.SHARED and voice.kind is VoiceKind.THERAPIST and answer.revealed_at is None
        )
        # One that was marked here and then otherwise at the desk is the desk's again.
        unseen = covered and self._marked_here.get((statement_id, voice.id)) != mark
        return Mark() if unseen else mark

    def marked_here(self, statement_id: str, voice_id: str, mark: Mark) -> None:
        """Remember what a voice marked on this side, so that it may see its mark here."""
        self._marked_here[statement_id, voice_id] = mark

    def forget_marked_here(self) -> None:
        """The screen was turned: what was marked before stays unseen."""
        self._marked_here.clear()

    # Pages

    def reading(self, spot: Spot) -> SharedPage:
        """Return the answer as it arrives, or one statement in front of one voice."""
        record, answer = self._room.record, self.answer(spot)
        if record is None or answer is None:
            return SharedNothing()
        if self._waits(answer) or self.is_arriving(answer):
            return self._arriving(record, answer)
        current = self.statement(spot)
        if current is None:
            return SharedNothing()
        voice = self.voice_on_turn(spot)
        mark = self.shown_mark(answer, current.id, voice)
        return SharedTurn(
            voice=shared_voice(voice),
            next_voice=shared_voice(self.voice_after(voice)),
            statement=self.shared_statement(answer, current),
            mark=SharedMark(mark.fit, mark.matters),
            remark=self._shown_remark(record, answer, current.id, voice),
            revealed=answer.revealed_at is not None,
        )

    def revealed(self, spot: Spot) -> SharedPage:
        """Return what each voice marked, side by side; a page of reading while that is covered."""
        record, answer = self._room.record, self.answer(spot)
        if record is None or answer is None or answer.revealed_at is None or self._waits(answer):
            return self.reading(spot)
        statements = self.statements(answer)
        current = self.statement(spot)
        return SharedRevealed(
            voices=tuple(shared_voice(voice) for voice in self._room.voices()),
            rows=tuple(self._row(record, statement) for statement in self.shared_statements(answer)),
            first=0 if current is None else statements.index(current),
        )

    def _shared(self, answer: Answer, statement: Statement, number: int, total: int) -> SharedStatement:
        said = self.quoted(answer, statement)
        return SharedStatement(statement.id, said.text, number, total, said.unverified)

    def _arriving(self, record: SessionRecord, answer: Answer) -> SharedPage:
        text = self.text_of(answer)
        shown = self._shown_parts(answer)
        statements = (
            SharedStatement(
                str(number), readable(text, *part), number, 0, self._noticing.unverified(answer, part)
            )
            for number, part in enumerate(shown, start=1)
        )
        question = record.exploration(answer.exploration_id).question
        return SharedArriving(question, tuple(statements), waiting=self._waits(answer))

    def _row(self, record: SessionRecord, statement: SharedStatement) -> SharedRow:
        views = tuple(self._view(record, statement.id, voice) for voice in self._room.voices())
        neighbours = pairwise(views)
        return SharedRow(
            statement, views, tuple(relation(one.mark.fit, other.mark.fit) for one, other in neighbours)
        )

    def _view(self, record: SessionRecord, statement_id: str, voice: Voice) -> SharedView:
        mark = record.mark(statement_id, voice.id)
        was = record.mark_when_revealed(statement_id, voice.id).fit
        return SharedView(
            voice=shared_voice(voice),
            mark=SharedMark(mark.fit, mark.matters),
            was=None if was is mark.fit else was,
            remark=record.words.get(InRemark(statement_id, voice.id), ""),
        )

    def _shown_remark(self, record: SessionRecord, answer: Answer, statement_id: str, voice: Voice) -> str:
        unseen = self.side is Side.SHARED and voice.kind is VoiceKind.THERAPIST and answer.revealed_at is None
        return "" if unseen else record.words.get(InRemark(statement_id, voice.id), "")


def shared_voice(voice: Voice) -> SharedVoice:
    """Return a voice as the shared screen names it."""
    return SharedVoice(voice.id, voice.kind, voice.name)
