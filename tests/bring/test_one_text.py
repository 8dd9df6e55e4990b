"""A file that is one text."""

import pytest

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Report
from app.bring.one_text import OneText
from app.domain.conversation import MAX_TURNS, SAID_MAX_CHARS, Conversation, Role, Said, Turn


def read(text: str, title: str = "") -> tuple[Conversation, list[Skipped]]:
    file = OneText("made", lambda report: (title, text))
    report = Report()
    (listed,) = file.conversations(report)
    found = file.conversation(listed, Report())
    assert (listed.title, listed.turns, listed.model) == (found.title, len(found.turns), found.model)
    return found, [omitted.why for omitted in report.omitted]


def test_a_text_is_one_turn_of_nobody() -> None:
    found, omitted = read("\r\nDear diary,\r\nall is well.\0 ", " A \n title ")
    assert found == Conversation("A title", (Turn(Role.UNKNOWN, Said("Dear diary,\nall is well.")),))
    assert omitted == []


def test_a_chat_that_somebody_copied_is_taken_apart() -> None:
    found, omitted = read("You said:\nHello\nChatGPT said:\nGood day")
    assert [(turn.role, turn.shown.text) for turn in found.turns] == [
        (Role.USER, "Hello"),
        (Role.ASSISTANT, "Good day"),
    ]
    assert omitted == []


@pytest.mark.parametrize("text", ["", " \n\t ", "\0\x07", "\u00ad"])
def test_without_text_there_is_nothing_to_read(text: str) -> None:
    with pytest.raises(ReadingError) as raised:
        list(OneText("made", lambda report: ("title", text)).conversations(Report()))
    assert raised.value.fault is Fault.NO_TEXT


def test_what_there_is_no_room_for_is_cut_and_told() -> None:
    found, omitted = read("x" * (SAID_MAX_CHARS + 1))
    assert len(found.turns[0].shown.text) == SAID_MAX_CHARS
    assert omitted == [Skipped.CUT]


def test_more_turns_than_there_is_room_for_are_cut_and_told() -> None:
    found, omitted = read("You said:\nHello\nChatGPT said:\nGood day\n" * MAX_TURNS)
    assert len(found.turns) == MAX_TURNS
    assert omitted == [Skipped.CUT]


def test_what_is_left_out_while_reading_is_told() -> None:
    def reading(report: Report) -> tuple[str, str]:
        report.leave_out("", Skipped.NO_TEXT, 3)
        return "", "text"

    report = Report()
    list(OneText("made", reading).conversations(report))
    assert [(omitted.why, omitted.count) for omitted in report.omitted] == [(Skipped.NO_TEXT, 3)]
