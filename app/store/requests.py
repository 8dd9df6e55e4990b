"""What an answer was asked for, as the JSON that the vault keeps."""

import json
from dataclasses import asdict

from app.domain.answer import (
    AsAsked,
    AskedAgain,
    AskedDifferently,
    PhrasingKind,
    Request,
    ThroughLens,
)
from app.store.shapes import parsed_object, string, string_or_none, with_fields

_KINDS: dict[str, type[Request]] = {
    "as_asked": AsAsked,
    "again": AskedAgain,
    "differently": AskedDifferently,
    "lens": ThroughLens,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def request_to_text(request: Request) -> str:
    """Return the request as one JSON object, named by `kind`."""
    return json.dumps({"kind": _NAMES[type(request)], **asdict(request)}, ensure_ascii=False)


def request_from_text(text: str) -> Request:
    """Return the request that the JSON holds. Raises TypeError or ValueError if it is anything else."""
    fields = parsed_object(text)
    kind = _KINDS.get(string(fields.pop("kind", "")))
    if kind is AsAsked:
        with_fields(fields, set())
        return AsAsked()
    if kind is AskedAgain:
        with_fields(fields, {"round_id"})
        return AskedAgain(string(fields["round_id"]))
    if kind is AskedDifferently:
        with_fields(fields, {"round_id", "phrasing", "question"})
        phrasing = PhrasingKind(string(fields["phrasing"]))
        return AskedDifferently(string(fields["round_id"]), phrasing, string(fields["question"]))
    if kind is ThroughLens:
        with_fields(fields, {"lens", "answer_id", "statement_id", "shortened"})
        if not isinstance(fields["shortened"], bool):
            raise TypeError("neither true nor false")
        return ThroughLens(
            string(fields["lens"]),
            string(fields["answer_id"]),
            string_or_none(fields["statement_id"]),
            fields["shortened"],
        )
    raise ValueError("an unknown request")
