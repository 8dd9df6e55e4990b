"""A log of what somebody did with an AI, one activity after the other, with nothing that says which belong together.

Google hands out what was asked of Gemini in this way: newest first, each with the answer. What follows within half an
hour is taken for one conversation.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Listed, Report
from app.bring.json_format import fault_for
from app.bring.json_records import Span
from app.bring.untrusted import bounded, merged, one_line
from app.domain.conversation import SAID_MAX_CHARS, Conversation, Role, Said, Turn
from app.domain.text import plain, unhidden

GAP = timedelta(minutes=30)
"""What comes this much later begins a conversation of its own."""
MOST_TOGETHER = 500
MOST_BYTES_TOGETHER = 4 * 1024 * 1024
"""Beyond either, a conversation is gone on with in another one."""
TITLE_CHARS = 80
_UNREAD = frozenset({Skipped.BROKEN, Skipped.TOO_DEEP, Skipped.TOO_LARGE})

_SERVICE = re.compile(r"(?<![a-z])(gemini|bard)(?![a-z])", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:Prompted(?: with)?|Asked(?: Gemini| Bard)?|Said|Answered|Branched|Added chat from link"
    r"|(?:Memberi(?:kan)?|Memasukkan|Mengirim(?:kan)?|Menulis|Mengajukan|Mengetik) (?:perintah|prompt|pertanyaan)"
    r"|Bertanya (?:ke|kepada|pada) (?:Gemini|Bard))(?::[\s\xa0]*|[\s\xa0]+|$)"
)
_DID = re.compile(
    r"(?:Created|Used|Added|Gave|Selected|Shared|Deleted|Viewed|Visited|Edited|Pinned|Renamed|Exported|Updated"
    r"|Liked|Disliked|Memberi(?:kan)? masukan)\b"
)
_ATTACHED = re.compile(r"(?:^|\s)Attached ([0-9]{1,3}) files?\.?$")
_ATTACHED_CHARS = 30


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that was asked, and the answers to it, the one that was made last at the end.

    `without_text` counts what was attached to it.
    """

    span: Span
    time: datetime | None
    service: str
    prompt: str
    answers: tuple[str, ...]
    without_text: int


class ActivityLog(Protocol):
    """A file with activities in it."""

    def __iter__(self) -> Iterator[Activity | Skipped]:
        """Yield them as they stand there, or why one is none.

        Raises:
            ReadingError: Nothing more can be read.
        """
        ...

    def at(self, span: Span) -> Activity | Skipped:
        """Return one of them again.

        Raises:
            ReadingError: It can't be read.
        """
        ...


def service_of(label: str) -> str:
    """Return the name of the service that a label names in any language; empty if it is another one."""
    match = _SERVICE.search(label[:200])
    return match[1].capitalize() if match else ""


def activity(
    span: Span, time: datetime | None, service: str, title: str, answers: tuple[str, ...], attached: int
) -> Activity | Skipped:
    """Return what was asked and answered, or why it is none: somebody chose, shared or rated something.

    The verb before what was asked ("Prompted …") goes if it is known: it is there in all languages.
    """
    prompt = title.strip()
    asked = _ASKED.match(prompt)
    if asked:
        prompt = prompt[asked.end() :]
    elif _DID.match(prompt):
        if not any(answers):
            return Skipped.NO_CONVERSATION
        prompt = ""
    if files := _ATTACHED.search(prompt[-_ATTACHED_CHARS:]):
        prompt = prompt[: len(prompt) - len(files[0])]
        attached = max(attached, int(files[1]))
    # One letter more than there is room for, so that the cut is told.
    prompt = unhidden(plain(prompt[: SAID_MAX_CHARS + 1])).strip()
    said = tuple(
        one for one in (unhidden(plain(answer[: SAID_MAX_CHARS + 1])).strip() for answer in answers) if one
    )
    return Activity(span, time, service, prompt, said, attached) if prompt or said else Skipped.EMPTY


class ActivitiesOpened:
    """A recognised log.

    Args:
        kind: The format's.
        log: The file.
    """

    is_chat = True

    def __init__(self, kind: str, log: ActivityLog) -> None:
        self.kind = kind
        self._log = log

    def conversations(self, report: Report) -> Iterator[Listed]:
        """As `Opened`.

        Raises:
            ReadingError: There is none, and some can't be read: TOO_LARGE or BROKEN. Or as the log.
        """
        skipped: Counter[Skipped] = Counter()
        together: list[Activity] = []
        taken = 0
        for one in self._log:
            if isinstance(one, Skipped):
                skipped[one] += 1
                continue
            taken += one.span.end - one.span.start
            if together and (taken > MOST_BYTES_TOGETHER or not _belongs(one, together)):
                yield _listed(together, report)
                together, taken = [], one.span.end - one.span.start
            together.append(one)
        if together:
            yield _listed(together, report)
        for why, count in skipped.items():
            report.leave_out("", why, count)
        unread = next((why for why in skipped if why in _UNREAD), None)
        if unread and not together:
            raise ReadingError(fault_for(unread))

    def conversation(self, listed: Listed, report: Report) -> Conversation:
        """As `Opened`."""
        spans: Any = listed.place
        if not isinstance(spans, tuple):
            raise ReadingError(Fault.BROKEN)
        together = []
        for span in spans:
            one = self._log.at(span)
            if isinstance(one, Skipped):
                raise ReadingError(Fault.CHANGED)
            together.append(one)
        return _conversation(together, report)


def _belongs(one: Activity, together: list[Activity]) -> bool:
    last = together[-1].time
    if one.time is None or last is None or len(together) >= MOST_TOGETHER:
        return False
    return abs(last - one.time) < GAP


def _listed(together: list[Activity], report: Report) -> Listed:
    own = Report()
    conversation = _conversation(together, own)
    for omitted in own.omitted:
        report.leave_out(conversation.title, omitted.why, omitted.count)
    return Listed(
        conversation.title,
        conversation.time,
        conversation.model,
        len(conversation.turns),
        conversation.alternatives,
        tuple(one.span for one in together),
    )


def _conversation(together: list[Activity], report: Report) -> Conversation:
    oldest_first = together[::-1]
    oldest_first.sort(key=lambda one: one.time.timestamp() if one.time else 0.0)
    turns = []
    for one in oldest_first:
        turns.append(Turn(Role.USER, Said(one.prompt, one.time)))
        if one.answers:
            *before, shown = (Said(answer, one.time, one.service) for answer in one.answers)
            turns.append(Turn(Role.ASSISTANT, shown, tuple(before)))
    title = next((_shortened(one.prompt) for one in oldest_first if one.prompt), "")
    report.leave_out(title, Skipped.NO_TEXT, sum(one.without_text for one in together))
    return bounded(Conversation(title, merged(turns), oldest_first[-1].time), report)


def _shortened(prompt: str) -> str:
    line = one_line(prompt)
    if len(line) <= TITLE_CHARS:
        return line
    words, space, _ = line[:TITLE_CHARS].rpartition(" ")
    return f"{words if space else line[: TITLE_CHARS - 1]}…"
