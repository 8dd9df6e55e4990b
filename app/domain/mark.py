"""Marks: what a voice says of a statement. Append-only events; the present mark is their last."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Fit(StrEnum):
    """How a statement sits with a voice."""

    FITS = "fits"
    PARTLY = "partly"
    DOES_NOT_FIT = "does_not_fit"
    NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a voice says of a statement now. `fit` is None while nothing has been chosen, or it was taken back."""

    fit: Fit | None = None
    matters: bool = False


@dataclass(frozen=True, slots=True)
class MarkEvent:
    """One moment in which a voice marked a statement: the whole mark that holds from `at` (UTC) on."""

    id: str
    statement_id: str
    voice_id: str
    mark: Mark
    at: datetime


class Relation(StrEnum):
    """How two voices' marks of one statement stand to each other. It is never counted or summed up."""

    SAME = "same"
    CLOSE = "close"
    TWO_VIEWS = "two_views"
    OPEN = "open"
    """One of them, or both, are not sure."""


_SCALE = (Fit.FITS, Fit.PARTLY, Fit.DOES_NOT_FIT)


def relation(one: Fit | None, other: Fit | None) -> Relation | None:
    """Return how two marks stand to each other; None while one of them is missing."""
    if one is None or other is None:
        return None
    if Fit.NOT_SURE in {one, other}:
        return Relation.OPEN
    apart = abs(_SCALE.index(one) - _SCALE.index(other))
    return (Relation.SAME, Relation.CLOSE, Relation.TWO_VIEWS)[apart]
