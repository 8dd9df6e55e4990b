"""Clients, and the voices that speak in a session."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class VoiceKind(StrEnum):
    """Who a voice is in the room. The AI is not a voice that marks: it is what is being read."""

    CLIENT = "client"
    THERAPIST = "therapist"


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who reads and marks.

    `name` may be drawn on the shared screen: a pseudonym, or what the therapist chose to be called there.
    Voices are a list, ordered by `position`; nothing assumes that there are two.
    """

    id: str
    kind: VoiceKind
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody in therapy, under a pseudonym. `created_at` is aware, in UTC."""

    id: str
    pseudonym: str
    created_at: datetime
    voices: tuple[Voice, ...]
    withdrawn: bool = False

    def with_therapist(self, name: str) -> "Client":
        """Return the client with every therapist's voice under this name."""
        voices = tuple(
            replace(voice, name=name) if voice.kind is VoiceKind.THERAPIST else voice for voice in self.voices
        )
        return replace(self, voices=voices)


@dataclass(frozen=True, slots=True)
class Session:
    """One therapy session of one client. `number` counts from 1 in the order in which they were started."""

    id: str
    client_id: str
    number: int
    started_at: datetime
    withdrawn: bool = False
