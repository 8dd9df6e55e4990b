"""Where people write in their own words: each place holds one text, and every change of it can be undone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InNote:
    """The private note of a session. Never drawn on the shared screen."""

    session_id: str


@dataclass(frozen=True, slots=True)
class InRemark:
    """What a voice remarks on a statement. Covered from the others until the marks are revealed."""

    statement_id: str
    voice_id: str


@dataclass(frozen=True, slots=True)
class OnCard:
    """The client's words on one question of a guided card. `card` is the stem of the card's file, and
    `question` counts its questions from 0."""

    exploration_id: str
    card: str
    question: int


Where = InNote | InRemark | OnCard
