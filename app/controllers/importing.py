"""Bringing files into the room: what was opened, what is found in it, and what of it is kept.

Nothing of a file is kept but what somebody chooses. The rest is forgotten as soon as something is kept, the place is
left where it is looked through, or the vault is locked; and nothing of it stands on the shared screen before somebody
there has chosen to look.
"""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.bring.messages import MAX_SEARCH_CHARS, Fault, Found, Omitted, Skipped
from app.controllers.bringing import (
    ANSWER_DRAFT,
    BROUGHT_DRAFTS,
    FROM_WHOM_DRAFT,
    MODEL_DRAFT,
    QUESTION_DRAFT,
    SERVICE_DRAFT,
)
from app.controllers.chosen_turns import ChosenTurns, joined, pasted
from app.controllers.opened_files import NewReader, OpenedFiles, ReadWhole
from app.controllers.permission import Action, Permission
from app.controllers.room import Room
from app.controllers.source import Source
from app.domain.answer import Answer
from app.domain.changes import Screen, Spot, View
from app.domain.conversation import Role
from app.domain.text import plain
from app.errors import BugError

__all__ = ["Fault", "Found", "ImportState", "Importing", "Omitted", "Skipped", "pasted"]

_GATHER_MS = 100
"""So long is what comes gathered before it is told: a file may hold thousands."""
_LOOKED_AT = frozenset({View.PICK, View.LINES})
_WITH_CLIENT = frozenset({Screen.TOGETHER, Screen.HANDOVER})


class ImportState(Enum):
    """What is going on."""

    NOTHING = "nothing"
    READING = "reading"
    LISTED = "listed"
    """There are several conversations to choose from."""
    FETCHING = "fetching"
    """One of them is being read."""
    CHOOSING = "choosing"
    """What of one conversation is to be brought."""


class Importing(QObject):
    """What is being brought into the open session.

    Args:
        room: the open session.
        new_reader: makes a reader for one file.
    """

    changed = Signal()

    def __init__(self, room: Room, new_reader: NewReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._new_reader = new_reader
        self._files: OpenedFiles | None = None
        self._matches: list[int] | None = None
        self._session_id: str | None = None
        self._was_with_client = False
        self._has_list = False
        self.state = ImportState.NOTHING
        self.chosen: ChosenTurns | None = None
        self.words = ""
        """What is searched for."""
        self.is_searching = False
        self.is_looked_at = False
        """Whether somebody on the shared screen has chosen to look."""
        self.fault: Fault | None = None
        """What stood in the way last, until it is put away."""
        self.row = 0
        """The conversation that was opened last."""
        self._gathering = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gathering.timeout.connect(self.changed)
        room.place_changed.connect(self._on_place_changed)

    def permission(self) -> Permission:
        """Whether anything may be brought now."""
        return self._room.gate.permission(Action.BRING_ANSWER)

    # Beginning and ending

    def open(self, sources: Sequence[Source]) -> None:
        """Read files, or pictures that were pasted, in their order. `fault` tells what went wrong, if it did."""
        self._begin()
        files = OpenedFiles(sources, self._new_reader, self)
        self._files = files
        files.progressed.connect(self._gather)
        files.listed.connect(self._on_listed)
        files.shown.connect(self._on_shown)
        files.matched.connect(self._on_matched)
        files.searched.connect(self._on_searched)
        files.failed.connect(self._on_failed)
        self._look_at(ImportState.READING)
        files.read()

    def open_pasted(self, untrusted_text: str) -> None:
        """Take a copied chat apart. Nothing happens if it is none."""
        conversation = pasted(untrusted_text)
        if conversation is not None:
            self._begin()
            self.chosen = ChosenTurns(conversation, "")
            self._look_at(ImportState.CHOOSING)

    def close(self) -> None:
        """Forget everything that was read."""
        if self._forget():
            self.changed.emit()

    def put_fault_away(self) -> None:
        """Somebody has read what went wrong."""
        self.fault = None
        self.changed.emit()

    # What is seen

    @property
    def files(self) -> OpenedFiles | None:
        """What was opened; None for pasted text."""
        return self._files

    @property
    def source_name(self) -> str:
        """The name of the file that is being read. For the desk alone."""
        source = None if self._files is None else self._files.source
        return source.name if isinstance(source, Path) else ""

    @property
    def has_list(self) -> bool:
        """Whether there are several conversations to choose from."""
        return self._has_list

    def rows(self) -> Sequence[int]:
        """The conversations that are listed: those that hold the words, if some are searched for."""
        if self._matches is not None:
            return self._matches
        return range(0 if self._files is None else len(self._files.rows))

    def found(self, row: int) -> Found:
        """One of the conversations."""
        if self._files is None:
            raise BugError("nothing is open")
        return self._files.rows[row][1]

    def look(self) -> None:
        """Somebody on the shared screen chose to look."""
        self.is_looked_at = True
        self.changed.emit()

    def cover(self) -> None:
        """From now on it is for somebody on the shared screen to choose whether to look."""
        self.is_looked_at = False

    # Choosing

    def search(self, untrusted_words: str) -> None:
        """List what holds all these words; nothing but spaces lists everything again."""
        words = " ".join(plain(untrusted_words).split())[:MAX_SEARCH_CHARS]
        if self._files is None or self.state is not ImportState.LISTED or words == self.words:
            return
        self.words = words
        self.is_searching = bool(words)
        self._matches = [] if words else None
        if words:
            self._files.search(words)
        else:
            self._files.stop()
        self.changed.emit()

    def show(self, row: int) -> None:
        """Read one of the conversations that are listed."""
        if self._files is None or self.state is not ImportState.LISTED:
            return
        self.row = row
        # It may have been going on; what it had found stays.
        self.is_searching = False
        self.fault = None
        self.state = ImportState.FETCHING
        self._files.show(row)
        self.changed.emit()

    def back(self) -> None:
        """Go back by one: from a conversation to the list, and from the list out."""
        if self._files is None or not self.has_list or self.state is ImportState.LISTED:
            self.leave()
        elif self.state is ImportState.FETCHING:
            self._files.stop()
            self._be_listed()
        else:
            self._be_listed()

    def leave(self) -> None:
        """Forget everything, and go where something can be brought."""
        self._forget()
        self._room.go_to_spot(Spot())

    def choose(self, number: int, chosen: bool) -> None:
        """Bring a turn, or not."""
        self._turns().choose(number, chosen)
        self.changed.emit()

    def choose_all(self, chosen: bool) -> None:
        """Bring every answer, or none."""
        self._turns().choose_all(chosen)
        self.changed.emit()

    def write(self, number: int, untrusted_text: str) -> None:
        """Correct what was read from a picture."""
        self._turns().write(number, plain(untrusted_text))
        self.changed.emit()

    def set_role(self, number: int, role: Role) -> None:
        """Say who speaks."""
        self._turns().set_role(number, role)
        self.changed.emit()

    def keep(self) -> tuple[Answer, ...]:
        """Keep what was chosen, in one step, and forget the rest. What is looked at stays: nothing then.

        Raises:
            KnownError: one of them can't be kept. Then none is, and everything stays as it is.
        """
        drafts = {name: self._room.draft_of_session(name) for name in BROUGHT_DRAFTS}
        typed = {name: self._room.draft(key) for name, key in drafts.items()}
        # An answer that is being typed while a file is opened is something else.
        used = set(BROUGHT_DRAFTS) - (set() if self._files is None else {ANSWER_DRAFT, QUESTION_DRAFT})
        brought = self._turns().brought(
            from_whom=typed[FROM_WHOM_DRAFT],
            service=typed[SERVICE_DRAFT],
            model=typed[MODEL_DRAFT],
            question=typed[QUESTION_DRAFT] if QUESTION_DRAFT in used else "",
        )
        answers = self._room.bring_all(brought)
        for name in used:
            self._room.set_draft(drafts[name], "")
        self._forget()
        return answers

    # Inside

    def _begin(self) -> None:
        self._room.gate.require(Action.BRING_ANSWER)
        self._forget()
        self.fault = None

    def _look_at(self, state: ImportState) -> None:
        self.state = state
        record = self._room.record
        self._session_id = None if record is None else record.session.id
        self._was_with_client = False
        self._room.go_to_spot(Spot(view=View.PICK))

    def _forget(self) -> bool:
        had = self.state is not ImportState.NOTHING
        self.state = ImportState.NOTHING
        if self._files is not None:
            self._files.close()
            self._files.deleteLater()
        self._files, self.chosen, self._matches = None, None, None
        self.words, self.is_searching, self.is_looked_at, self.row = "", False, False, 0
        self._has_list = False
        self._gathering.stop()
        return had

    def _turns(self) -> ChosenTurns:
        if self.chosen is None:
            raise BugError("no conversation is open")
        return self.chosen

    def _be_listed(self) -> None:
        self.chosen = None
        self.state = ImportState.LISTED
        if self._files is not None:
            self._files.omitted_here = []
        self.changed.emit()

    def _gather(self) -> None:
        if not self._gathering.isActive():
            self._gathering.start()

    def _on_listed(self) -> None:
        files = self._files
        wholes = None if files is None else files.wholes()
        if files is None or wholes is None or (len(wholes) > 1 and any(w.preview is None for w in wholes)):
            self._has_list = True
            self._be_listed()
            return
        conversation, pictures = joined(wholes)
        self.chosen = ChosenTurns(conversation, files.kind_of(0), pictures)
        self.state = ImportState.CHOOSING
        self.changed.emit()

    def _on_shown(self, whole: ReadWhole) -> None:
        if self.state is ImportState.FETCHING and self._files is not None:
            conversation, pictures = joined((whole,))
            self.chosen = ChosenTurns(conversation, self._files.kind_of(self.row), pictures)
            self.state = ImportState.CHOOSING
            self.changed.emit()

    def _on_matched(self, row: int) -> None:
        if self._matches is not None:
            self._matches.append(row)
            self._gather()

    def _on_searched(self) -> None:
        if self.is_searching:
            self._end_search()

    def _end_search(self) -> None:
        self.is_searching = False
        if self._matches is not None:
            self._matches.sort()
        self.changed.emit()

    def _on_failed(self, fault: Fault) -> None:
        self.fault = fault
        if self.state is ImportState.READING:
            self.leave()
        elif self.state is ImportState.FETCHING:
            self._be_listed()
        else:
            self._end_search()

    def _on_place_changed(self) -> None:
        """Where it is looked through no more, nothing stays of it."""
        place = self._room.place
        with_client = place.screen in _WITH_CLIENT
        if place.session_id != self._session_id:
            self.fault = None
        came_back = self._was_with_client and not with_client
        self._was_with_client = with_client
        if self.state is ImportState.NOTHING:
            return
        spot = place.shared if with_client else place.spot
        stays = with_client or place.screen == Screen.SESSION
        same = place.session_id == self._session_id
        if came_back or not stays or not same or spot.view not in _LOOKED_AT:
            self.close()
