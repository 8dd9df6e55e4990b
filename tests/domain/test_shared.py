"""The allow-list of the shared screen: nothing private gets through, wherever it is hidden."""

from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from app.domain import answer, changes, client, keepsakes, mark, record, shared, written
from app.domain.client import Client, Session, VoiceKind
from app.domain.record import SessionRecord, Workspace
from app.domain.shared import SharedMark, SharedStatement, SharedVoice, ensure_shareable
from app.domain.written import InNote
from app.errors import BugError

NOW = datetime(2026, 11, 22, tzinfo=UTC)
VOICE = SharedVoice("v", VoiceKind.CLIENT, "Maya")
STATEMENT = SharedStatement("s", "Rest helps.", 1, 1)
SHAREABLE_WORDS = {
    mark.Fit,
    mark.Relation,
    client.VoiceKind,
    answer.AnswerState,
    answer.PhrasingKind,
}
"""Enumerations that the shared screen draws; everything else of the domain is private."""


def sample(kind: Any) -> Any:
    """Something of a type that a page may have as a field."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{part.name: sample(hints[part.name]) for part in fields(kind)})  # type: ignore[operator]
    if get_origin(kind) is tuple:
        inner = [one for one in get_args(kind) if one is not Ellipsis]
        return tuple(sample(one) for one in inner)
    if get_origin(kind) in {Union, UnionType}:
        return sample(next(one for one in get_args(kind) if one is not type(None)))
    if issubclass(kind, Enum):
        return next(iter(kind))
    plain = {
        str: "Rest helps.",
        int: 1,
        float: 0.5,
        bool: True,
        bytes: b"abc",
        date: NOW.date(),
        datetime: NOW,
    }
    return plain[kind]


PAGES = [sample(kind) for kind in get_args(shared.SharedPage)]


def private_types() -> list[type]:
    modules = (answer, changes, client, keepsakes, mark, record, written)
    found = {
        thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type) and thing.__module__.startswith("app.domain.")
    }
    return sorted(found - SHAREABLE_WORDS, key=lambda kind: kind.__name__)


def made(kind: type) -> object:
    """An instance of a private type, without regard to its fields."""
    if issubclass(kind, str):
        return next(iter(kind))  # type: ignore[call-overload]  # an enum's first member
    return object.__new__(kind)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: type(page).__name__)
def test_what_the_shared_screen_draws_is_let_through(page: object) -> None:
    ensure_shareable(page)


@pytest.mark.parametrize("kind", private_types(), ids=lambda kind: kind.__name__)
def test_no_private_type_is_let_through_in_any_field_of_any_page(kind: type) -> None:
    smuggled: Any = made(kind)
    with pytest.raises(BugError):
        ensure_shareable(smuggled)
    pages: list[Any] = [*PAGES, VOICE, STATEMENT, SharedMark(None, matters=False)]
    for page in pages:
        for part in fields(page):
            with pytest.raises(BugError):
                ensure_shareable(replace(page, **{part.name: smuggled}))
            with pytest.raises(BugError):
                ensure_shareable(replace(page, **{part.name: (smuggled,)}))


def test_neither_a_subclass_nor_a_dictionary_is_let_through() -> None:
    @dataclass(frozen=True)
    class Wider(shared.SharedVoice):
        note: str = "private"

    with pytest.raises(BugError):
        ensure_shareable(Wider("v", VoiceKind.CLIENT, "Maya"))
    with pytest.raises(BugError):
        ensure_shareable({"note": "private"})


def test_the_error_names_the_type_and_not_the_value() -> None:
    private = SessionRecord(
        Client("c", "Maya", NOW, ()), Session("s", "c", 1, NOW), words={InNote("s"): "secret words"}
    )
    with pytest.raises(BugError) as refused:
        ensure_shareable(private)
    assert "secret" not in str(refused.value)
    assert "SessionRecord" in str(refused.value)


def test_the_list_of_private_types_is_not_empty() -> None:
    assert {SessionRecord, Workspace, changes.SaveDraft, answer.Answer} <= set(private_types())
