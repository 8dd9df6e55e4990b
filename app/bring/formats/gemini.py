"""Gemini (once Bard): what was asked and answered, as Google Takeout hands it out in JSON.

Seen as `MyActivity.json` in the folder "Gemini Apps" of "My Activity" (files and folders are named in the person's
language):

    [{"header": "Gemini Apps" | "Bard", "title": "Prompted …", "time": "2026-02-02T07:24:02.806Z",
      "products": ["Gemini Apps"], "activityControls": ["…"], "titleUrl": "…",
      "safeHtmlItem": [{"html": "<p>…</p>"}],
      "subtitles": [{"name": "Attached 1 file."}, {"name": "-  x.png", "url": "…"}], "imageFile": "x.png"}]

Newest first. Answers that were made again stand in one `safeHtmlItem`, the newest last. Some records have no answer.
What was done with other products of Google stands in the same shape under other headers.
"""

from collections.abc import Iterator
from typing import Any

from app.bring.activities import ActivitiesOpened, Activity, activity, service_of
from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Rank
from app.bring.json_format import fields_of
from app.bring.json_records import JsonRecords, Span, looks_like_json
from app.bring.source import Source
from app.bring.untrusted import fields, iso_time, items, text
from app.domain.conversation import MAX_ALTERNATIVES
from app.markup.html_text import text_of_html

KIND = "gemini"
RECORDS_LOOKED_AT = 20
"""In which there has to be an activity."""
ACTIVITIES_LOOKED_AT = 2_000
"""Among which one has to be of Gemini."""


class Gemini:
    """Activities in JSON."""

    kind = KIND
    rank = Rank.SHAPE

    def opened(self, source: Source) -> ActivitiesOpened | None:
        """As `Format`."""
        if not looks_like_json(source):
            return None
        are_activities = False
        records = JsonRecords(source)
        for number, record in enumerate(records, 1):
            value = fields_of(record)
            if _service(value):
                return ActivitiesOpened(KIND, _Log(records))
            are_activities = are_activities or _is_activity(value)
            if number >= (ACTIVITIES_LOOKED_AT if are_activities else RECORDS_LOOKED_AT):
                break
        return None


class _Log:
    """The records as activities."""

    def __init__(self, records: JsonRecords) -> None:
        self._records = records

    def __iter__(self) -> Iterator[Activity | Skipped]:
        for record in self._records:
            yield record.skipped or _read(record.span, record.value)

    def at(self, span: Span) -> Activity | Skipped:
        try:
            return _read(span, self._records.at(span))
        except (ValueError, RecursionError):
            raise ReadingError(Fault.CHANGED) from None


def _is_activity(record: dict[str, Any]) -> bool:
    is_named = isinstance(record.get("header"), str) and isinstance(record.get("title"), str)
    return is_named and not record.keys().isdisjoint({"time", "products", "safeHtmlItem"})


def _service(record: dict[str, Any]) -> str:
    """Return whose activity it is: Gemini's, Bard's, or nobody's that is read."""
    if _is_activity(record):
        products = " ".join(text(product)[:60] for product in items(record.get("products"))[:3])
        return service_of(text(record["header"])) or service_of(products)
    return "Gemini" if "safeHtmlItem" in record and isinstance(record.get("title"), str) else ""


def _read(span: Span, value: Any) -> Activity | Skipped:
    record = fields(value)
    service = _service(record)
    if not service:
        return Skipped.NO_CONVERSATION if _is_activity(record) else Skipped.BROKEN
    held = record.get("safeHtmlItem")
    # One more than there is room for, so that the cut is told.
    some = (items(held) or [held])[-MAX_ALTERNATIVES - 2 :]
    answers = (
        text_of_html(text(fields(one).get("html")) or text(fields(one).get("htmlValue"))) for one in some
    )
    attached = max(len(items(record.get("attachedFiles"))), bool(record.get("imageFile")))
    return activity(
        span, iso_time(record.get("time")), service, text(record["title"]), tuple(answers), attached
    )


FORMAT = Gemini()
