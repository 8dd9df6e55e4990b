"""Reading a file as it is read when somebody brings it: listed first, then one conversation after the other."""

from app.bring.faults import Skipped
from app.bring.format import Format, Report
from app.bring.source import Source
from app.domain.conversation import (
    MAX_ALTERNATIVES,
    MAX_TURNS,
    MODEL_MAX_CHARS,
    SAID_MAX_CHARS,
    TITLE_MAX_CHARS,
    Conversation,
    Turn,
)
from app.domain.text import plain


def read_back(of: Format, source: Source) -> tuple[list[Conversation], dict[Skipped, int]]:
    """Return the conversations, and how much was left out of them: no more is said when each is read."""
    opened = of.opened(source)
    assert opened is not None
    report, own = Report(), Report()
    listed = list(opened.conversations(report))
    read = [opened.conversation(one, own) for one in listed]
    for one, conversation in zip(listed, read, strict=True):
        assert (one.title, one.time, one.model) == (conversation.title, conversation.time, conversation.model)
        assert (one.turns, one.alternatives) == (len(conversation.turns), conversation.alternatives)
    assert sum(one.count for one in own.omitted) <= sum(one.count for one in report.omitted)
    left_out: dict[Skipped, int] = {}
    for omitted in report.omitted:
        left_out[omitted.why] = left_out.get(omitted.why, 0) + omitted.count
    return read, left_out


def shown(turns: tuple[Turn, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(turn.shown.text, tuple(one.text for one in turn.alternatives)) for turn in turns]


def assert_within_bounds(conversation: Conversation) -> None:
    assert len(conversation.title) <= TITLE_MAX_CHARS
    assert 0 < len(conversation.turns) <= MAX_TURNS
    for turn in conversation.turns:
        assert len(turn.alternatives) <= MAX_ALTERNATIVES
        for one in (turn.shown, *turn.alternatives):
            assert len(one.text) <= SAID_MAX_CHARS
            assert len(one.model) <= MODEL_MAX_CHARS
            assert plain(one.text) == one.text
