"""Files as people bring them, and a desk that opens them with the real reader."""

from collections.abc import Callable, Sequence
from pathlib import Path

from app.controllers.chosen_turns import ChosenTurns
from app.controllers.importing import Importing, ImportState
from app.controllers.source import Source

from .parts import WAIT_MS, OpenDesk

CHAT = "You said:\nIs it me?\n\nChatGPT said:\nIt takes two.\n\nYou said:\nAnd now?\n\nChatGPT said:\nWait a day."


def wait_for(desk: OpenDesk, true: Callable[[], bool]) -> None:
    """Let the reader go on until something is true."""
    desk.qtbot.waitUntil(true, timeout=WAIT_MS)


def open_files(desk: OpenDesk, sources: Sequence[Source], state: ImportState) -> Importing:
    """Open files at the desk, and wait until they are listed or chosen from."""
    importing = desk.desk.importing
    importing.open(sources)
    wait_for(desk, lambda: importing.state is state or importing.fault is not None)
    assert importing.state is state, importing.fault
    return importing


def show_row(desk: OpenDesk, row: int) -> ChosenTurns:
    """Open one of the conversations that are listed."""
    importing = desk.desk.importing
    desk.looking.show_conversation(row)
    wait_for(desk, lambda: importing.state is ImportState.CHOOSING)
    return chosen(desk)


def chosen(desk: OpenDesk) -> ChosenTurns:
    """The conversation that is open."""
    found = desk.desk.importing.chosen
    assert found is not None
    return found


def titles(importing: Importing) -> list[str]:
    """The conversations that are listed."""
    return [importing.found(row).title for row in importing.rows()]


def text_file(folder: Path, text: str, name: str = "said.txt") -> Path:
    """A text in a file."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file
