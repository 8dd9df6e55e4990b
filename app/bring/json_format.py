"""A format whose file is JSON, with one record for each conversation."""

from collections.abc import Callable, Iterator
from typing import Any

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Listed, Rank, Report
from app.bring.json_beginning import fields_at_head
from app.bring.json_records import JsonRecords, Record, Span, looks_like_json
from app.bring.source import Source
from app.bring.untrusted import bounded, fields, one_line
from app.domain.conversation import Conversation

RECORDS_LOOKED_AT = 20
"""The first may be broken."""
RECORDS_OF_ITS_KIND_LOOKED_AT = 2_000
"""Where all the first ones tell of the format, and none can be read."""
BYTES_LOOKED_AT = 32 * 1024 * 1024
"""No record that begins behind them is looked at to tell what a file is: each format does."""
_FAULT_FOR = {Skipped.TOO_LARGE: Fault.TOO_LARGE}


class JsonFormat:
    """Recognises a file by its first records and reads each of them.

    Args:
        kind: Its name.
        recognises: Whether a record is one of its conversations, by the fields that it has.
        read: Returns the conversation of a record, and reports what of it is not shown.
        title: Which fields name a conversation, for the report on one that can't be read.
        told_by: Fields that tell of the format, by any of which a record is known that can't be decoded.
    """

    rank = Rank.SHAPE

    def __init__(
        self,
        kind: str,
        recognises: Callable[[dict[str, Any]], bool],
        read: Callable[[dict[str, Any], Report], Conversation],
        title: str,
        told_by: tuple[str, ...] = (),
    ) -> None:
        self.kind = kind
        self.recognises = recognises
        self.read = read
        self.title = title
        self.told_by = told_by

    def opened(self, source: Source) -> "JsonOpened | None":
        """As `Format`."""
        if not looks_like_json(source):
            return None
        records = JsonRecords(source)
        return JsonOpened(self, records) if self._is_its_own(records) else None

    def _is_its_own(self, records: JsonRecords) -> bool:
        """Whether one of the first records is a conversation; or all tell of one, and some can't be decoded.

        What says nothing of itself, as a stray letter, is passed over: it may be of any kind.
        """
        all_tell = True
        some_are_unread = False
        for number, record in enumerate(records, 1):
            if record.span.start >= BYTES_LOOKED_AT:
                break
            if self.recognises(fields(record.value)):
                return True
            names = fields_of(record).keys()
            if names or record.skipped is None:
                all_tell = all_tell and not names.isdisjoint(self.told_by)
                some_are_unread = some_are_unread or record.skipped is not None
            if number >= (RECORDS_OF_ITS_KIND_LOOKED_AT if all_tell else RECORDS_LOOKED_AT):
                break
        return all_tell and some_are_unread


def fields_of(record: Record) -> dict[str, Any]:
    """Return the fields of a record: where it can't be decoded, what its head tells of them."""
    return fields(record.value) if record.skipped is None else fields_at_head(record.head)


def fault_for(skipped: Skipped) -> Fault:
    """Return what is wrong with a file of which nothing else can be said than why a record is not read."""
    return _FAULT_FOR.get(skipped, Fault.BROKEN)


class JsonOpened:
    """A recognised file."""

    is_chat = True

    def __init__(self, of: JsonFormat, records: JsonRecords) -> None:
        self.kind = of.kind
        self._format = of
        self._records = records

    def conversations(self, report: Report) -> Iterator[Listed]:
        """As `Opened`.

        Raises:
            ReadingError: There is none, and some can't be read: TOO_LARGE or BROKEN. Or as the source.
        """
        found = False
        unread: Skipped | None = None
        for number, record in enumerate(self._records, 1):
            value = fields_of(record)
            name = one_line(value.get(self._format.title)) or f"#{number}"
            if record.skipped is not None:
                unread = unread or record.skipped
                report.leave_out(name, record.skipped)
            elif not self._format.recognises(value):
                report.leave_out(name, Skipped.BROKEN)
            elif listed := self._listed(name, value, record.span, report):
                found = True
                yield listed
        if unread and not found:
            raise ReadingError(fault_for(unread))

    def _listed(self, name: str, value: dict[str, Any], span: Span, report: Report) -> Listed | None:
        own = Report()
        conversation = bounded(self._format.read(value, own), own)
        for omitted in own.omitted:
            report.leave_out(name, omitted.why, omitted.count)
        if not conversation.turns:
            report.leave_out(name, Skipped.EMPTY)
            return None
        return Listed(
            conversation.title,
            conversation.time,
            conversation.model,
            len(conversation.turns),
            conversation.alternatives,
            span,
        )

    def conversation(self, listed: Listed, report: Report) -> Conversation:
        """As `Opened`."""
        if not isinstance(listed.place, Span):
            raise ReadingError(Fault.BROKEN)
        try:
            value = fields(self._records.at(listed.place))
        except ValueError:
            raise ReadingError(Fault.CHANGED) from None
        if not self._format.recognises(value):
            raise ReadingError(Fault.CHANGED)
        return bounded(self._format.read(value, report), report)
