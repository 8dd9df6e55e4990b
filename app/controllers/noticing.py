"""Phrases noticed in the open session: looked for off the window's thread, kept nowhere, settled by the therapist.

What is looked through is the client's words, what was brought and what a model said; never the therapist's note or
remarks. A model's statement is drawn on the shared screen only once it was looked through and nothing in it holds it:
where looking takes a moment, the statement waits for that moment.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.controllers.asking import Asking
from app.controllers.noticed import Noticed, Source, TextKind, place_of, sources_of
from app.controllers.room import Room
from app.controllers.work_queue import WorkQueue
from app.domain.answer import Answer
from app.domain.changes import Change, SetSettled, WriteWords
from app.domain.notice import (
    HOLDING,
    Notice,
    NoticedAt,
    NoticeKind,
    Settled,
    source_of_answer,
)
from app.domain.written import InNote
from app.errors import ErrorCode
from app.explore.cutting import merged
from app.explore.statements import split, whole_so_far

Span = tuple[int, int]
_ANSWERS = source_of_answer("")
_CHARS_AT_ONCE = 6_000


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was found in a text as it was then."""

    text: str
    notices: tuple[Notice, ...]


class _Spans:
    """Spans that may overlap, asked which others they meet: quickly, for a hostile text may have thousands."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.merged = merged(spans)
        """What they cover, in reading order."""
        self._starts = [start for start, _ in self.merged]
        self._ends = [end for _, end in self.merged]

    def meet(self, span: Span) -> bool:
        """Tell whether any of them shares a letter with this one."""
        before_end = bisect_left(self._starts, span[1])
        return before_end > 0 and self._ends[before_end - 1] > span[0]


class Noticing(QObject):
    """Looks through the open session's texts as they come.

    Args:
        room: the open session.
        asking: what is on its way.
        look_through: finds phrases in a text; the second argument tells whether a model wrote it. It is called on
            the thread of `work`.
        work: a thread of its own.
    """

    changed = Signal()
    """Something was looked through, or settled."""

    def __init__(
        self,
        room: Room,
        asking: Asking,
        look_through: Callable[[str, bool], tuple[Notice, ...]],
        work: WorkQueue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._asking = asking
        self._look_through = look_through
        self._work = work
        self._looked: dict[str, _Looked] = {}
        # Reckoned once for each answer, from what was looked through and settled.
        self._held: dict[str, _Spans] = {}
        self._unverified: dict[str, _Spans] = {}
        self._stale: set[str] = set()
        self._session_id: str | None = None
        self._in_flight: set[str] = set()
        self._suspected: set[str] = set()
        """Texts of which one met a bug when they were looked through together."""
        self._failed: dict[str, str] = {}
        """By source, the text that met a bug by itself."""
        room.record_changed.connect(self._on_record_changed)
        room.place_changed.connect(self._look)
        asking.answer_grew.connect(self._look)
        self._look()

    def look_anew(self) -> None:
        """What counts as known has changed: look through what a model wrote once more. What was found stands until
        then, so that nothing flickers or slips through."""
        self._stale |= {name for name in {*self._looked, *self._in_flight} if name.startswith(_ANSWERS)}
        self._look()

    # What was noticed

    def noticed(self) -> tuple[Noticed, ...]:
        """Return what was noticed in the open session and not dismissed, what holds a statement first."""
        found = tuple(self._all())
        asked = {(one.notice.rule, one.phrase) for one in found if one.source.kind is TextKind.QUESTION}
        listed = [one for one in found if one.settled is None and not _is_asked_already(one, asked)]
        return tuple(sorted(listed, key=lambda one: not one.holds))

    def in_answer(self, answer: Answer) -> tuple[Noticed, ...]:
        """Return what was noticed in an answer, settled or not, in the order of the text."""
        name = source_of_answer(answer.id)
        return tuple(one for one in self._all() if one.source.name == name)

    def is_looked_through(self, answer: Answer) -> bool:
        """Tell whether all of an answer that has come to its end was looked through."""
        looked = self._looked_at(answer)
        return not answer.text or (looked is not None and len(looked.text) == len(answer.text))

    def is_held(self, answer: Answer, span: Span) -> bool:
        """Tell whether a part of an answer is kept from the shared screen: also until it was looked through."""
        looked = self._looked_at(answer)
        return looked is None or span[1] > len(looked.text) or self._holding(answer).meet(span)

    def holds(self, answer: Answer, span: Span) -> bool:
        """Tell whether something noticed holds a part of an answer, which the therapist may let through."""
        return self._holding(answer).meet(span)

    def is_let_through(self, answer: Answer, span: Span) -> bool:
        """Tell whether the therapist let something in this part of an answer through."""
        return any(
            _meet(span, notice) and self._settled(answer, notice) is Settled.LET_THROUGH
            for notice in self._notices(answer)
        )

    def unverified(self, answer: Answer, span: Span) -> bool:
        """Tell whether a number or an address that nobody verified stands in this part of an answer."""
        name = source_of_answer(answer.id)
        if name not in self._unverified:
            found = self._notices(answer)
            self._unverified[name] = _Spans(
                (n.start, n.end) for n in found if n.kind is NoticeKind.UNVERIFIED_CONTACT
            )
        return self._unverified[name].meet(span)

    def held_spans(self, answer: Answer) -> tuple[Span, ...]:
        """Return what is kept from the shared screen of an answer's text, wherever it stands: the phrases that hold,
        and all that was not looked through."""
        looked = self._looked_at(answer)
        seen = 0 if looked is None else len(looked.text)
        rest = (seen, max(len(answer.text), len(self._asking.text_of(answer.id))))
        return (*self._holding(answer).merged, *((rest,) if rest[0] < rest[1] else ()))

    def parts(self, answer: Answer) -> tuple[Span, ...]:
        """Return the spans as which an answer is read or held: its statements, or those that are whole so far."""
        record = self._room.record
        if answer.id in self._asking.arriving_ids:
            return whole_so_far(self._asking.text_of(answer.id))
        statements = () if record is None else record.statements_of(answer.id)
        return tuple((s.start, s.end) for s in statements) or split(answer.text)

    # What the therapist decides

    def dismiss(self, *noticed: NoticedAt) -> None:
        """List these no longer. A statement that one of them holds stays held."""
        self._settle(dict.fromkeys(noticed, Settled.DISMISSED))

    def let_through(self, answer: Answer, *parts: Span) -> None:
        """Let these parts of an answer be drawn on the shared screen."""
        self._settle_parts(answer, parts, Settled.LET_THROUGH)

    def hold_again(self, answer: Answer, *parts: Span) -> None:
        """Hold these parts of an answer again."""
        self._settle_parts(answer, parts, None)

    # Inside

    def _all(self) -> Iterator[Noticed]:
        record = self._room.record
        if record is None:
            return
        for source in sources_of(record, self._room.keepsakes, self._arriving()):
            looked = self._looked.get(source.name)
            if looked is None or not source.text.startswith(looked.text):
                continue
            for notice in looked.notices:
                yield Noticed(source, notice, record.settled.get(place_of(source.name, notice)))

    def _looked_at(self, answer: Answer) -> _Looked | None:
        return self._looked.get(source_of_answer(answer.id))

    def _notices(self, answer: Answer) -> tuple[Notice, ...]:
        looked = self._looked_at(answer)
        return () if looked is None else looked.notices

    def _holding(self, answer: Answer) -> _Spans:
        name = source_of_answer(answer.id)
        if name not in self._held:
            self._held[name] = _Spans(
                (notice.start, notice.end)
                for notice in self._notices(answer)
                if notice.kind in HOLDING and self._settled(answer, notice) is not Settled.LET_THROUGH
            )
        return self._held[name]

    def _forget_spans(self) -> None:
        self._held.clear()
        self._unverified.clear()

    def _settled(self, answer: Answer, notice: Notice) -> Settled | None:
        record = self._room.record
        return None if record is None else record.settled.get(place_of(source_of_answer(answer.id), notice))

    def _settle_parts(self, answer: Answer, parts: tuple[Span, ...], how: Settled | None) -> None:
        name = source_of_answer(answer.id)
        found = (one for one in self._notices(answer) if one.kind in HOLDING)
        self._settle({place_of(name, one): how for one in found if any(_meet(part, one) for part in parts)})

    def _settle(self, wanted: Mapping[NoticedAt, Settled | None]) -> None:
        record = self._room.record
        if record is None:
            return
        changes = tuple(
            SetSettled(record.session.id, at, record.settled.get(at), how)
            for at, how in wanted.items()
            if record.settled.get(at) is not how
        )
        if changes:
            self._room.do_together(changes)

    # Looking

    def _on_record_changed(self, changes: tuple[Change, ...]) -> None:
        if all(isinstance(change, WriteWords) and isinstance(change.where, InNote) for change in changes):
            # The therapist's own typing is looked through by nobody.
            return
        self._look()
        if any(isinstance(change, SetSettled) for change in changes):
            self._forget_spans()
            self.changed.emit()

    def _look(self, *_heard: object) -> None:
        """Have looked through what was not, or reads differently since; one batch at a time."""
        record = self._room.record
        session_id = None if record is None else record.session.id
        if session_id != self._session_id:
            self._session_id = session_id
            self._looked = {}
            self._forget_spans()
            self._failed.clear()
        if record is None or self._in_flight:
            return
        sources = tuple(sources_of(record, self._room.keepsakes, self._arriving()))
        there = {source.name for source in sources}
        kept = {name: looked for name, looked in self._looked.items() if name in there}
        is_less, self._looked = len(kept) < len(self._looked), kept
        if is_less:
            self._forget_spans()
            self.changed.emit()
        batch = self._batch([s for s in sources if self._is_missing(s)])
        if not batch:
            return
        self._in_flight = {source.name for source in batch}
        self._stale -= self._in_flight
        look_through = self._look_through

        def looked_through() -> dict[str, _Looked]:
            return {s.name: _Looked(s.text, look_through(s.text, s.is_ai)) for s in batch}

        def on_done(found: dict[str, _Looked]) -> None:
            self._in_flight = set()
            if session_id == self._session_id:
                self._looked |= found
                self._forget_spans()
                self.changed.emit()
            self._look()

        def on_failed(_code: ErrorCode) -> None:
            # A bug, which is told of elsewhere. The text that met it is found by looking through each by itself; it
            # stays held, and is not tried again before it reads differently.
            self._in_flight = set()
            if len(batch) == 1:
                self._failed[batch[0].name] = batch[0].text
            else:
                self._suspected |= {source.name for source in batch}
            self._look()

        self._work.submit(looked_through, on_done, on_failed)

    def _arriving(self) -> dict[str, str]:
        """What has come of the answers that are on their way, as far as it is whole."""
        texts = {answer_id: self._asking.text_of(answer_id) for answer_id in self._asking.arriving_ids}
        return {
            key: text[: max((end for _, end in whole_so_far(text)), default=0)] for key, text in texts.items()
        }

    def _is_missing(self, source: Source) -> bool:
        was = self._looked.get(source.name)
        if self._failed.get(source.name) == source.text:
            return False
        return was is None or was.text != source.text or source.name in self._stale

    def _batch(self, missing: list[Source]) -> list[Source]:
        """Return what is looked through next: what is on screen first, and little at once, so that nothing waits
        long for something else."""
        place = self._room.place
        on_screen = {place.spot.answer_id, place.spot.lens_id, place.shared.answer_id, place.shared.lens_id}
        missing.sort(key=lambda source: source.answer_id is None or source.answer_id not in on_screen)
        batch: list[Source] = []
        for source in missing:
            full = sum(len(each.text) for each in batch) + len(source.text) > _CHARS_AT_ONCE
            if batch and (full or source.name in self._suspected or batch[0].name in self._suspected):
                break
            batch.append(source)
        return batch


def _meet(span: Span, notice: Notice) -> bool:
    return notice.start < span[1] and span[0] < notice.end


def _is_asked_already(one: Noticed, asked: set[tuple[str, str]]) -> bool:
    """Whether it is a phrase of the question, met once more in the question in other words."""
    return one.source.kind is TextKind.WORDING and (one.notice.rule, one.phrase) in asked
