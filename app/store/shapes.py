"""Strict reading of JSON that a file or a row holds: the shapes that belong there, or an error.

Every function raises TypeError or ValueError without content; the caller knows what the fault means.
"""

import json
from typing import Any


def parsed_object(untrusted_text: str) -> dict[str, Any]:
    """Return the one JSON object that the text is. A name that stands twice is refused."""
    try:
        value = json.loads(untrusted_text, object_pairs_hook=_without_repetition)
    except (ValueError, RecursionError):
        raise ValueError("not JSON") from None
    if not isinstance(value, dict):
        raise TypeError("not a JSON object")
    return value


def with_fields(value: object, names: set[str]) -> dict[str, Any]:
    """Return the value if it is an object with exactly these fields."""
    if not isinstance(value, dict):
        raise TypeError("not an object")
    if value.keys() != names:
        raise ValueError("not the fields that belong here")
    return value


def string(value: object) -> str:
    """Return the value if it is a text."""
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def string_or_none(value: object) -> str | None:
    """Return the value if it is a text or nothing."""
    return None if value is None else string(value)


def integer(value: object) -> int:
    """Return the value if it is a whole number; true and false are none."""
    if type(value) is not int:
        raise TypeError("not a whole number")
    return value


def number(value: object) -> float:
    """Return the value if it is a number with a fraction, and finite."""
    if type(value) is not float or value - value != 0:
        raise TypeError("not a finite number")
    return value


def boolean(value: object) -> bool:
    """Return the value if it is 0 or 1, which is how the database keeps truth."""
    if integer(value) not in {0, 1}:
        raise ValueError("neither 0 nor 1")
    return bool(value)


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a name stands twice")
    return fields
