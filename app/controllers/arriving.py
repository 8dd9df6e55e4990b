"""Answers on their way from the engine: announced at the pace of the screen, kept as they come, whole at the end."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from app.controllers.engine_client import EngineClient
from app.controllers.room import Room
from app.domain.answer import Answer, AnswerState, Chance, ThroughLens
from app.domain.changes import FinishAnswer, GrowAnswer, KeepChances
from app.domain.text import plain, unhidden
from app.engine.messages import Ask, Done, DoneReason, Piece, PieceKind
from app.errors import ErrorCode

PAINT_MS = 33
KEEP_MS = 500
_DIGITS = 3
"""Digits that are kept of a logarithm."""

_ENDS = {
    DoneReason.STOP: AnswerState.WHOLE,
    DoneReason.LENGTH: AnswerState.CUT,
    DoneReason.CANCELLED: AnswerState.STOPPED,
}


@dataclass(slots=True)
class _Arriving:
    """One answer on its way: `text` is all that has come, of which `shown` characters have been announced."""

    answer: Answer
    text: str = ""
    shown: int = 0
    kept: int = 0
    chances: list[Chance] = field(default_factory=list)


class Arriving(QObject):
    """The answers of one request, from the first piece to the last.

    The first piece of each is announced at once and later ones about every 33 ms, so that a fast model never
    floods the window. What has come is kept in the vault about twice a second.
    """

    answer_grew = Signal(str, str)
    """Answer id, and the text that was added."""
    answer_ended = Signal(str)
    """Answer id. Its statements are in the record."""
    reading_progressed = Signal(float)
    """How much of the question the model has read, 0 to 1."""
    request_ended = Signal()
    """Nothing is on its way any more."""
    request_failed = Signal(object, object)
    """ErrorCode, and the ids of the answers that were still on their way. What had come is kept and marked."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._engine: EngineClient | None = None
        self._request_id = ""
        self._by_index: dict[int, _Arriving] = {}
        self._paint = QTimer(self, singleShot=True, interval=PAINT_MS)
        self._paint.timeout.connect(self._announce)
        self._keep = QTimer(self, interval=KEEP_MS)
        self._keep.timeout.connect(self._keep_so_far)

    @property
    def ids(self) -> tuple[str, ...]:
        """The answers that are on their way, in the order in which they were asked for."""
        return tuple(each.answer.id for each in self._by_index.values())

    def text_of(self, answer_id: str) -> str:
        """What has come of an answer that is on its way; empty for any other."""
        return next((each.text for each in self._by_index.values() if each.answer.id == answer_id), "")

    def begin(self, engine: EngineClient, ask: Ask, answers: tuple[Answer, ...]) -> None:
        """Send the request. Its answers are in the record already, in the same order."""
        self._listen_to(engine)
        self._request_id = ask.id
        self._by_index = {index: _Arriving(answer) for index, answer in enumerate(answers)}
        self._keep.start()
        engine.ask(ask)

    def stop(self, answer_id: str | None = None) -> None:
        """Stop one answer, or all. What has come is kept and marked as stopped."""
        if self._engine is None:
            return
        for index, each in tuple(self._by_index.items()):
            if answer_id in (None, each.answer.id):
                self._engine.cancel(self._request_id, index)

    def abandon(self) -> None:
        """End all at once, without waiting for the engine. What has come is kept."""
        for index in tuple(self._by_index):
            self._finish(index, AnswerState.STOPPED)

    def _listen_to(self, engine: EngineClient) -> None:
        if engine is self._engine:
            return
        self._engine = engine
        engine.piece_arrived.connect(self._on_piece)
        engine.answer_finished.connect(self._on_done)
        engine.request_failed.connect(self._on_request_failed)
        engine.prefill_progressed.connect(self._on_reading)

    def _on_reading(self, request_id: str, fraction: float) -> None:
        if self._is_ours(request_id):
            self.reading_progressed.emit(fraction)

    def _on_piece(self, piece: Piece) -> None:
        each = self._by_index.get(piece.answer) if self._is_ours(piece.id) else None
        if each is None or piece.kind is not PieceKind.SAID:
            return
        if piece.chances is None:
            each.text += unhidden(plain(piece.text))
        else:
            self._take_with_chances(each, piece)
        if each.shown == 0:
            self._announce()
        elif not self._paint.isActive():
            self._paint.start()

    def _take_with_chances(self, each: _Arriving, piece: Piece) -> None:
        """Each token's letters are made plain by themselves, so that the counts stay true to the text."""
        start = 0
        for told in piece.chances or ():
            letters = unhidden(plain(piece.text[start : start + told.chars]))
            start += told.chars
            each.text += letters
            others = tuple(
                (unhidden(plain(other.text)), round(other.logprob, _DIGITS)) for other in told.others
            )
            each.chances.append(Chance(len(letters), round(told.logprob, _DIGITS), others))

    def _on_done(self, done: Done) -> None:
        if self._is_ours(done.id):
            self._finish(done.answer, _ENDS[done.reason])

    def _on_request_failed(self, request_id: str, code: ErrorCode) -> None:
        if self._by_index and self._is_ours(request_id):
            ids = self.ids
            for index in tuple(self._by_index):
                self._finish(index, AnswerState.INTERRUPTED)
            self.request_failed.emit(code, ids)

    def _announce(self) -> None:
        grown = [each for each in self._by_index.values() if each.shown < len(each.text)]
        for each in grown:
            added = each.text[each.shown :]
            each.shown = len(each.text)
            self._paint.start()
            self.answer_grew.emit(each.answer.id, added)

    def _keep_so_far(self) -> None:
        for each in tuple(self._by_index.values()):
            if each.kept < len(each.text):
                each.kept = len(each.text)
                self._room.record_progress(GrowAnswer(each.answer.id, each.text))

    def _finish(self, index: int, state: AnswerState) -> None:
        each = self._by_index.pop(index, None)
        if each is None:
            return
        if not self._by_index:
            self._paint.stop()
            self._keep.stop()
        answer_id, text = each.answer.id, each.text.rstrip()
        is_read = not isinstance(each.answer.request, ThroughLens)
        statements = self._room.statements_for(answer_id, text) if is_read else ()
        self._room.record_progress(FinishAnswer(answer_id, text, state, statements))
        if each.chances:
            self._room.record_progress(KeepChances(answer_id, _cut(each.chances, len(text))))
        self.answer_ended.emit(answer_id)
        if not self._by_index:
            self.request_ended.emit()

    def _is_ours(self, request_id: str) -> bool:
        return bool(self._by_index) and self._request_id == request_id


def _cut(chances: list[Chance], chars: int) -> tuple[Chance, ...]:
    """Return the chances of a text's first `chars` characters: what was white space at its end is gone."""
    kept = []
    left = chars
    for chance in chances:
        if left == 0:
            break
        kept.append(Chance(min(chance.chars, left), chance.logprob, chance.others))
        left -= kept[-1].chars
    return tuple(kept)
