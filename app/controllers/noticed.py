"""What a phrase may be noticed in, and one that was: the texts of a session, whose they are, and where they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from app.domain.answer import AskedDifferently, ThroughLens
from app.domain.client import VoiceKind
from app.domain.keepsakes import Keepsakes
from app.domain.notice import (
    HOLDING,
    Notice,
    NoticedAt,
    Settled,
    source_of_answer,
    source_of_card,
    source_of_next_step,
    source_of_question,
    source_of_remark,
    source_of_take_away,
    source_of_wording,
)
from app.domain.record import SessionRecord
from app.domain.written import InRemark, OnCard


class TextKind(Enum):
    """What kind of text something was noticed in."""

    QUESTION = "question"
    WORDING = "wording"
    """The question in other words."""
    ANSWER = "answer"
    LENS = "lens"
    """What the model said about an answer."""
    REMARK = "remark"
    CARD = "card"
    TAKE_AWAY = "take_away"
    NEXT_STEP = "next_step"


@dataclass(frozen=True, slots=True)
class Source:
    """One text that is looked through. `answer_id` is the answer it is, belongs to or is about, if there is one."""

    name: str
    kind: TextKind
    text: str
    answer_id: str | None = None
    statement_id: str | None = None

    @property
    def is_ai(self) -> bool:
        """Whether a model wrote it."""
        return self.kind in {TextKind.ANSWER, TextKind.LENS}


@dataclass(frozen=True, slots=True)
class Noticed:
    """One phrase that was noticed, and what the therapist decided about it, if anything."""

    source: Source
    notice: Notice
    settled: Settled | None

    @property
    def at(self) -> NoticedAt:
        """Where it was noticed."""
        return place_of(self.source.name, self.notice)

    @property
    def phrase(self) -> str:
        """The words that matched, as they stand in the text."""
        return self.source.text[self.notice.start : self.notice.end]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that count most, where several together were noticed and no single phrase."""
        return tuple(self.source.text[start:end] for start, end in self.notice.words)

    @property
    def holds(self) -> bool:
        """Whether it keeps a statement from the shared screen now."""
        return self.source.is_ai and self.notice.kind in HOLDING and self.settled is not Settled.LET_THROUGH


def place_of(source: str, notice: Notice) -> NoticedAt:
    """Return where something was noticed in the text of this name."""
    return NoticedAt(source, notice.rule, notice.start, notice.end)


def sources_of(record: SessionRecord, keepsakes: Keepsakes, arriving: Mapping[str, str]) -> Iterator[Source]:
    """Yield each text of a session that is looked through: the client's, what was brought, and what a model said.

    The therapist's note and remarks are none.

    Args:
        record: the session.
        keepsakes: where its take-aways and its next step are found.
        arriving: what has come of answers that are on their way, by their ids.
    """
    for exploration in record.shown_explorations():
        if exploration.question.strip():
            yield Source(source_of_question(exploration.id), TextKind.QUESTION, exploration.question)
    for answer in record.answers:
        if record.answer(answer.id) is None:
            continue
        # A wording was prepared and then edited: it may hold what the question does not.
        if isinstance(answer.request, AskedDifferently):
            yield Source(source_of_wording(answer.id), TextKind.WORDING, answer.request.question, answer.id)
        text = arriving.get(answer.id, answer.text)
        kind = TextKind.LENS if isinstance(answer.request, ThroughLens) else TextKind.ANSWER
        if text:
            yield Source(source_of_answer(answer.id), kind, text, answer.id)
    yield from _written(record)
    for take_away in keepsakes.of_session(record.session.id):
        yield Source(source_of_take_away(take_away.id), TextKind.TAKE_AWAY, take_away.text)
    step = keepsakes.next_step(record.session.id).text
    if step:
        yield Source(source_of_next_step(record.session.id), TextKind.NEXT_STEP, step)


def _written(record: SessionRecord) -> Iterator[Source]:
    """Remarks of every voice but the therapist's, and words on cards."""
    therapists = {voice.id for voice in record.client.voices if voice.kind is VoiceKind.THERAPIST}
    for where, text in record.words.items():
        match where:
            case InRemark(statement_id, voice_id) if voice_id not in therapists:
                statement = record.statement(statement_id)
                if statement is not None and record.answer(statement.answer_id) is not None:
                    name = source_of_remark(statement_id, voice_id)
                    yield Source(name, TextKind.REMARK, text, statement.answer_id, statement_id)
            case OnCard(exploration_id, card, question):
                if not record.exploration(exploration_id).withdrawn:
                    yield Source(source_of_card(exploration_id, card, question), TextKind.CARD, text)
