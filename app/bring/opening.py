"""Telling what a file is: the first format that knows its shape reads it."""

from app.bring.faults import Fault, ReadingError
from app.bring.format import Opened
from app.bring.formats import all_formats
from app.bring.json_records import is_empty_list, looks_like_json
from app.bring.source import Source


def opened(source: Source) -> Opened:
    """Return a file as its format reads it.

    Raises:
        ReadingError: EMPTY if there is nothing in it, or an empty list; UNKNOWN_JSON
            or UNKNOWN if no format knows it; or what its format says is wrong with it.
    """
    if not source.size:
        raise ReadingError(Fault.EMPTY)
    for one in all_formats():
        found = one.opened(source)
        if found is not None:
            return found
    if not looks_like_json(source):
        raise ReadingError(Fault.UNKNOWN)
    raise ReadingError(Fault.EMPTY if is_empty_list(source) else Fault.UNKNOWN_JSON)
