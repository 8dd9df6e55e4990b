"""The shared screen: turning to it, covering it, and the way back to the desk."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.controllers.looking import Looking
from app.controllers.pages import AnswerPages
from app.controllers.permission import Action, Permission
from app.controllers.room import Room
from app.domain.changes import Screen, Spot, View


class Together(QObject):
    """Turns the screen to the client and back.

    With one screen, coming back always passes "Turn the screen to you first": from the shared screen there is no
    step that leads straight to the desk. With a second display the shared window stands there while the desk stays
    here, and what it shows changes only when it is shown anew. The covered screen shows nothing at all until
    somebody uncovers it.

    Args:
        room: the open session.
        seen: what the shared screen may see.
        looking: the shared screen's look at the session.
    """

    shown_beside = Signal()
    """What stands on the second display was chosen: its window is to be there."""

    def __init__(
        self, room: Room, seen: AnswerPages, looking: Looking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._seen = seen
        self.looking = looking
        self._second_display: Callable[[], bool] = lambda: False

    def use_second_display(self, is_there: Callable[[], bool]) -> None:
        """From now on ask this, each time something is shown, whether there is a second display to show it on."""
        self._second_display = is_there

    @property
    def covered(self) -> bool:
        """Whether the shared screen is covered. It stays so through locking and unlocking."""
        return self._room.place.covered

    def permission(self) -> Permission:
        """Whether the screen may be turned to the client."""
        return self._room.gate.permission(Action.SHOW_TOGETHER)

    def showing_permission(self) -> Permission:
        """Whether what the desk looks at may be shown: the place of practice may keep away what was made here."""
        spot = self._room.place.spot
        answer = self._room.chosen_answer()
        if spot.view == View.LINES or answer is None or self._seen.may_show(answer):
            return self.permission()
        return self._room.gate.permission(Action.SHOW_GENERATED)

    def show(self) -> None:
        """Show the client what the desk looks at: on the second display, or by turning this screen."""
        if self._second_display():
            self.show_beside()
        elif self._may_show():
            place = self._room.place
            self._room.go(replace(place, screen=Screen.TOGETHER, shared=self._begun(), covered=False))

    def show_beside(self) -> None:
        """Show on the second display what the desk looks at. The desk stays where it is, and so does the cover."""
        if self._may_show():
            self._room.go(replace(self._room.place, shared=self._begun()))
            self.shown_beside.emit()

    def cover_desk(self) -> None:
        """Put the covered shared screen in the place of the desk, at once and whatever is open there.

        Where nothing may be shown together, the page that asks to turn the screen stands there: it shows nothing
        private either, and leads to the desk alone.
        """
        screen = Screen.TOGETHER if self.permission().given else Screen.HANDOVER
        place = replace(self._room.place, screen=screen, covered=screen == Screen.TOGETHER)
        # The way back leads to where the desk was.
        self._room.go(place if self._room.record is None else replace(place, shared=self._begun()))

    def ask_to_return(self) -> None:
        """Leave the shared screen towards the desk: first the screen has to be turned."""
        self._room.show_screen(Screen.HANDOVER)

    def stay(self) -> None:
        """Go on together instead of returning."""
        self._room.show_screen(Screen.TOGETHER)

    def return_to_desk(self) -> None:
        """Open the desk where the shared screen was. Only the page that asks to turn the screen first leads here."""
        place = self._room.place
        if place.screen == Screen.HANDOVER:
            spot = replace(place.shared, turn_voice_id=None)
            screen = Screen.HOME if self._room.record is None else Screen.SESSION
            self._room.go(replace(place, screen=screen, spot=spot, covered=False))

    @property
    def can_undo(self) -> bool:
        """Whether something that was done on the shared screen can be taken back there."""
        return self._is_seen and self._room.can_undo

    def undo(self) -> None:
        """Take back what was done last on the shared screen. What was done at the desk stays."""
        if self._is_seen:
            self._room.undo()

    def redo(self) -> None:
        """Do again what was taken back on the shared screen."""
        if self._is_seen:
            self._room.redo()

    def set_covered(self, covered: bool) -> None:
        """Cover the shared screen, or uncover it."""
        self._room.go(replace(self._room.place, covered=covered))

    @property
    def _is_seen(self) -> bool:
        """While it is covered nothing is taken back: nobody would see what."""
        return self._room.place.screen == Screen.TOGETHER and not self.covered

    def _may_show(self) -> bool:
        return self._room.record is not None and self.showing_permission().given

    def _begun(self) -> Spot:
        """The desk's spot, with the client's turn. What the therapist marked at the desk stays unseen."""
        self._seen.forget_marked_here()
        self.looking.importing.cover()
        spot = self._room.place.spot
        return replace(spot, turn_voice_id=self._seen.voice_on_turn(replace(spot, turn_voice_id=None)).id)
