"""Phrases that were noticed in a text, by rules that can be read.

A notice says that a phrase is there, and nothing about a person: no score, no level, no feeling. It is private to
the therapist. In a model's words, two kinds hold the statement from the shared screen until the therapist lets it
through.
"""

from dataclasses import dataclass
from enum import StrEnum


class NoticeKind(StrEnum):
    """What a noticed phrase speaks of."""

    SUICIDE = "suicide"
    SELF_HARM = "self_harm"
    HARM_TO_OTHERS = "harm_to_others"
    BEING_HARMED = "being_harmed"
    METHOD = "method"
    """A model's words: how harm is done."""
    ENCOURAGEMENT = "encouragement"
    """A model's words: harm is called good, right, or a way out."""
    DOSE = "dose"
    """A model's words: how much of a medicine."""
    DIAGNOSIS = "diagnosis"
    """A model's words: "you have …", addressed to the reader."""
    CLAIMS_HUMAN = "claims_human"
    """A model's words: that it is a person, feels, or has lived."""
    CLAIMS_MEMORY = "claims_memory"
    """A model's words: that it remembers, or will."""
    UNVERIFIED_CONTACT = "unverified_contact"
    """A telephone number or an address in a model's words that is not among the known ones."""


HOLDING = frozenset({NoticeKind.METHOD, NoticeKind.ENCOURAGEMENT})
"""A model's statement with one of these is held from the shared screen."""


class Strength(StrEnum):
    """How a phrase says what it says. It is how rules are counted, and never shown as a level."""

    EXPLICIT = "explicit"
    """Outright, also in slang or spelled oddly."""
    IMPLICIT = "implicit"
    """Around it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One phrase that was noticed: `text[start:end]` in code points of the text that was looked at.

    `rule` is the id of the rule that matched; what it says of itself stands in the rule's file. `words` are the
    places of the words that count most, where several together were noticed and no single phrase.
    """

    kind: NoticeKind
    rule: str
    strength: Strength
    start: int
    end: int
    words: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class NoticedAt:
    """Where a phrase was noticed: what a decision of the therapist is about. It holds no words of anybody's.

    `source` names the text, parts with points between them (see `source_of_question` and its kin). Where the text
    has been changed since, another place is noticed, and is looked at anew.
    """

    source: str
    rule: str
    start: int
    end: int


class Settled(StrEnum):
    """What the therapist decided about something noticed."""

    DISMISSED = "dismissed"
    """It is not listed any more."""
    LET_THROUGH = "let_through"
    """The statement with it may be drawn on the shared screen."""


def source_of_question(exploration_id: str) -> str:
    """Name the question of an exploration."""
    return f"question.{exploration_id}"


def source_of_wording(answer_id: str) -> str:
    """Name the wording in which this answer was asked for."""
    return f"wording.{answer_id}"


def source_of_answer(answer_id: str) -> str:
    """Name the text of an answer."""
    return f"answer.{answer_id}"


def source_of_remark(statement_id: str, voice_id: str) -> str:
    """Name what a voice wrote about a statement."""
    return f"remark.{statement_id}.{voice_id}"


def source_of_card(exploration_id: str, card: str, question: int) -> str:
    """Name what was written on one question of a card."""
    return f"card.{exploration_id}.{card}.{question}"


def source_of_take_away(take_away_id: str) -> str:
    """Name a take-away."""
    return f"take_away.{take_away_id}"


def source_of_next_step(session_id: str) -> str:
    """Name the next step of a session."""
    return f"next_step.{session_id}"
