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
