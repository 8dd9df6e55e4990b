"""Reading a file that is one text, as the tests of such formats do."""

import io
import zipfile
from collections.abc import Mapping

from app.bring.faults import Fault, ReadingError
from app.bring.format import Format, Report
from app.bring.source import BytesSource
from app.domain.conversation import SAID_MAX_CHARS, TITLE_MAX_CHARS, Conversation


def conversation_in(form: Format, held: bytes) -> tuple[Conversation, Report]:
    """Return the one conversation in a file, and the report on it."""
    report = Report()
    opened = form.opened(BytesSource(held))
    assert opened is not None
    (listed,) = opened.conversations(report)
    conversation = opened.conversation(listed, report)
    assert len(conversation.title) <= TITLE_MAX_CHARS
    assert all(len(turn.shown.text) <= SAID_MAX_CHARS for turn in conversation.turns)
    return conversation, report


def text_in(form: Format, held: bytes) -> str:
    """Return the text of a file that is no chat."""
    conversation, _ = conversation_in(form, held)
    (turn,) = conversation.turns
    return turn.shown.text


def fault_in(form: Format, held: bytes) -> Fault | None:
    """Return what is wrong with a file: nothing if it is read, or is not of this format."""
    try:
        if form.opened(BytesSource(held)) is not None:
            conversation, _ = conversation_in(form, held)
            assert conversation.turns
    except ReadingError as error:
        return error.fault
    return None


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """Return a ZIP archive of some files."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as writing:
        for name, held in files.items():
            writing.writestr(name, held)
    return archive.getvalue()
