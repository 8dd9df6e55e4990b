"""The shared screen: what it shows, whose turn it is, and the way back to the desk."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.controllers.asking import Asking
from app.controllers.permission import Action, Permission
from app.controllers.room import Room
from app.domain.changes import Screen
from app.domain.client import Voice, VoiceKind
from app.domain.mark import Fit, Mark
from app.domain.record import SessionRecord
from app.domain.shared import (
    SharedArriving,
    SharedMark,
    SharedNothing,
    SharedPage,
    SharedStatement,
    SharedTurn,
    SharedVoice,
)
from app.explore.statements import readable, whole_so_far


class Together(QObject):
    """Turns the screen to the client and back.

    Coming back always passes "Turn the screen to you first": from the shared screen there is no step that leads
    straight to the desk. The covered screen shows nothing at all until somebody uncovers it.
    """

    page_changed = Signal()

    def __init__(self, room: Room, asking: Asking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asking = asking
        room.record_changed.connect(self.page_changed)
        room.place_changed.connect(self.page_changed)
        asking.answer_grew.connect(self._on_answer_grew)
        self._marked_here: set[tuple[str, str]] = set()
        self._shown_whole: tuple[str, int] = ("", 0)

    @property
    def covered(self) -> bool:
        """Whether the shared screen is covered. It stays so through locking and unlocking."""
        return self._room.place.covered

    def permission(self) -> Permission:
        """Whether the screen may be turned to the client."""
        return self._room.gate.permission(Action.SHOW_TOGETHER)

    def marking_permission(self) -> Permission:
        """Whether marks may be made now."""
        return self._room.gate.permission(Action.MARK)

    def show(self) -> None:
        """Turn the screen to the client."""
        if self._room.record is None or not self.permission().given:
            return
        self._marked_here.clear()
        turn = self._voice_on_turn()
        self._room.go(replace(self._room.place, screen=Screen.TOGETHER, turn_voice_id=turn.id, covered=False))

    def cover_desk(self) -> None:
        """Put the covered shared screen in the place of the desk, at once and whatever is open there."""
        self._room.go(replace(self._room.place, screen=Screen.TOGETHER, covered=True))

    def ask_to_return(self) -> None:
        """Leave the shared screen towards the desk: first the screen has to be turned."""
        self._room.show_screen(Screen.HANDOVER)

    def stay(self) -> None:
        """Go on together instead of returning."""
        self._room.show_screen(Screen.TOGETHER)

    def return_to_desk(self) -> None:
        """Open the desk. Only the page that asks to turn the screen first leads here."""
        if self._room.place.screen == Screen.HANDOVER:
            self._room.go(replace(self._room.place, screen=Screen.SESSION, covered=False))

    def set_covered(self, covered: bool) -> None:
        """Cover the shared screen, or uncover it."""
        self._room.go(replace(self._room.place, covered=covered))

    def page(self) -> SharedPage:
        """Return what the shared screen shows now, made of nothing but shareable parts."""
        record = self._room.record
        answer = self._room.chosen_answer()
        if record is None or answer is None:
            return SharedNothing()
        question = record.exploration(answer.exploration_id).question
        if answer.id == self._asking.arriving_answer_id:
            text = self._asking.arriving_text
            spans = whole_so_far(text)
            whole = (
                SharedStatement(str(number), readable(text, *span), number, 0)
                for number, span in enumerate(spans, start=1)
            )
            return SharedArriving(question, tuple(whole))
        statements = record.statements_of(answer.id)
        current = self._room.chosen_statement()
        if current is None:
            return SharedNothing()
        voice = self._voice_on_turn()
        mark = self._shown_mark(record, current.id, voice)
        return SharedTurn(
            voice=_shared(voice),
            next_voice=_shared(self._voice_after(voice)),
            statement=SharedStatement(
                id=current.id,
                text=readable(answer.text, current.start, current.end),
                number=statements.index(current) + 1,
                total=len(statements),
            ),
            mark=SharedMark(mark.fit, mark.matters),
        )

    def step(self, by: int) -> None:
        """Move on by so many statements, forwards or back; stops at the ends."""
        answer = self._room.chosen_answer()
        current = self._room.chosen_statement()
        if self._room.record is None or answer is None or current is None:
            return
        statements = self._room.record.statements_of(answer.id)
        index = max(0, min(len(statements) - 1, statements.index(current) + by))
        self._room.choose_statement(statements[index].id)

    def choose_fit(self, fit: Fit | None) -> None:
        """Mark the statement for the voice whose turn it is."""
        self._mark(lambda shown: replace(shown, fit=fit))

    def choose_matters(self, matters: bool) -> None:
        """Mark that the statement matters to the voice whose turn it is, or no longer does."""
        self._mark(lambda shown: replace(shown, matters=matters))

    def hand_on(self) -> None:
        """Give the turn to the next voice, from the first statement on."""
        answer = self._room.chosen_answer()
        statements = (
            () if self._room.record is None or answer is None else self._room.record.statements_of(answer.id)
        )
        if not statements:
            return
        following = self._voice_after(self._voice_on_turn())
        self._room.go(replace(self._room.place, turn_voice_id=following.id, statement_id=statements[0].id))

    def _mark(self, change: Callable[[Mark], Mark]) -> None:
        """Mark for the voice on turn, starting from what is shown and not from what may lie unseen at the desk."""
        record, current = self._room.record, self._room.chosen_statement()
        if record is None or current is None:
            return
        voice = self._voice_on_turn()
        shown = self._shown_mark(record, current.id, voice)
        self._marked_here.add((current.id, voice.id))
        self._room.set_mark(current.id, voice.id, change(shown))

    def _shown_mark(self, record: SessionRecord, statement_id: str, voice: Voice) -> Mark:
        """What may be seen of a voice's mark. What the therapist marked at the desk stays there until marked here."""
        if voice.kind is VoiceKind.THERAPIST and (statement_id, voice.id) not in self._marked_here:
            return Mark()
        return record.mark(statement_id, voice.id)

    def _on_answer_grew(self, answer_id: str, _added: str) -> None:
        """The shared screen follows whole statements, not words."""
        if self._room.place.answer_id != answer_id:
            return
        whole = (answer_id, len(whole_so_far(self._asking.arriving_text)))
        if whole != self._shown_whole:
            self._shown_whole = whole
            self.page_changed.emit()

    def _voice_on_turn(self) -> Voice:
        voices = self._room.voices()
        chosen = next((v for v in voices if v.id == self._room.place.turn_voice_id), None)
        return chosen or next((v for v in voices if v.kind is VoiceKind.CLIENT), voices[0])

    def _voice_after(self, voice: Voice) -> Voice:
        voices = self._room.voices()
        return voices[(voices.index(voice) + 1) % len(voices)]


def _shared(voice: Voice) -> SharedVoice:
    return SharedVoice(voice.id, voice.kind, voice.name)
