"""What is seen of a file that somebody brought, made of nothing but shareable parts."""

from collections.abc import Sequence

from app.bring.messages import Omitted, Skipped, at_second
from app.controllers.chosen_turns import ChosenTurns
from app.controllers.importing import Importing, ImportState
from app.controllers.opened_files import OpenedFiles
from app.controllers.pages import Side
from app.domain.conversation import Preview, Said
from app.domain.shared import SharedNothing, SharedPage
from app.domain.shared_file import (
    SharedArchive,
    SharedChat,
    SharedClosedFile,
    SharedFileReading,
    SharedLeftOut,
    SharedListed,
    SharedPicture,
    SharedSaid,
    SharedUnread,
    SharedWording,
)

TURNS_AT_ONCE = 20
_TITLES = 5
"""So many are named of what was left out; of the others only how many there are."""


class ImportingPages:
    """Builds the pages for one side. The shared screen sees nothing before somebody there has chosen to look.

    Args:
        importing: what is being brought.
        side: the desk or the shared screen.
    """

    def __init__(self, importing: Importing, side: Side) -> None:
        self._importing = importing
        self._side = side
        self._kept_picture: tuple[Preview, SharedPicture] | None = None

    def page(self, part: int) -> SharedPage:
        """Return what is seen now; `part` counts from 0 what does not fit on one screen."""
        importing = self._importing
        self._forget_picture()
        if importing.state is ImportState.NOTHING:
            return SharedNothing()
        if self._side is Side.SHARED and not importing.is_looked_at:
            return SharedClosedFile()
        match importing.state:
            case ImportState.READING | ImportState.FETCHING:
                return self._reading()
            case ImportState.CHOOSING if importing.chosen is not None:
                return self._chat(importing.chosen, part)
            case _:
                return self._archive()

    def listed(self, row: int) -> SharedListed:
        """Return one conversation of the list."""
        found = self._importing.found(row)
        return SharedListed(
            row, found.title, at_second(found.time), found.model, found.turns, found.alternatives
        )

    def _reading(self) -> SharedPage:
        files = self._importing.files
        if files is None:
            return SharedNothing()
        if self._importing.state is ImportState.FETCHING:
            return SharedFileReading(files.fraction, 0, 0, 0)
        return SharedFileReading(files.fraction, len(files.rows), files.at + 1, files.count)

    def _archive(self) -> SharedPage:
        importing, files = self._importing, self._importing.files
        if files is None:
            return SharedNothing()
        return SharedArchive(
            total=len(files.rows),
            shown=len(importing.rows()),
            words=importing.words,
            searching=importing.is_searching,
            row=importing.row,
            left_out=self._left_out(files.omitted),
            unread=_unread(files),
            problem="" if importing.fault is None else importing.fault.value,
        )

    def _chat(self, chosen: ChosenTurns, part: int) -> SharedPage:
        total = len(chosen.turns)
        firsts = [one.first for one in chosen.pictures] or list(range(0, max(1, total), TURNS_AT_ONCE))
        part = max(0, min(part, len(firsts) - 1))
        end = firsts[part + 1] if part + 1 < len(firsts) else total
        files = self._importing.files
        left_out = (
            ()
            if files is None
            else (*files.omitted_here, *(files.omitted if not self._importing.has_list else ()))
        )
        return SharedChat(
            title=chosen.title,
            turns=tuple(_said(chosen, number) for number in range(firsts[part], end)),
            part=part,
            parts=len(firsts),
            total=total,
            answers=len(chosen.answers()),
            chosen=chosen.count(),
            all_chosen=chosen.has_all,
            listed=self._importing.has_list,
            left_out=self._left_out(left_out),
            unread=() if files is None or self._importing.has_list else _unread(files),
            picture=self._picture(chosen.pictures[part].preview) if chosen.pictures else None,
        )

    def _left_out(self, omitted: Sequence[Omitted]) -> tuple[SharedLeftOut, ...]:
        """By the reason. Titles are told at the desk alone: among them are names of files."""
        found: list[SharedLeftOut] = []
        for why in Skipped:
            those = [one for one in omitted if one.why is why]
            titles = dict.fromkeys(one.what for one in those if one.what) if self._side is Side.DESK else {}
            if those:
                count = sum(one.count for one in those)
                found.append(SharedLeftOut(why.value, count, tuple(titles)[:_TITLES]))
        return tuple(found)

    def _picture(self, preview: Preview) -> SharedPicture:
        if self._kept_picture is None or self._kept_picture[0] is not preview:
            self._kept_picture = (preview, SharedPicture(preview.width, preview.height, preview.pixels))
        return self._kept_picture[1]

    def _forget_picture(self) -> None:
        chosen = self._importing.chosen
        if chosen is None or not chosen.pictures:
            self._kept_picture = None


def _unread(files: OpenedFiles) -> tuple[SharedUnread, ...]:
    return tuple(SharedUnread(number + 1, fault.value) for number, fault in files.faults)


def _said(chosen: ChosenTurns, number: int) -> SharedSaid:
    turn = chosen.turns[number]
    return SharedSaid(
        number=number,
        role=turn.role,
        text=turn.shown.text,
        time=turn.shown.time,
        model=turn.shown.model,
        others=tuple(map(_wording, turn.alternatives)),
        answer=chosen.is_answer(number),
        chosen=chosen.is_chosen(number),
    )


def _wording(said: Said) -> SharedWording:
    return SharedWording(said.text, said.time, said.model)
