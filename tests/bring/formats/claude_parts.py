"""Exports of Claude, made by hand, and what is read in them."""

import json
from typing import Any

from app.bring.faults import Skipped
from app.bring.formats.claude import FORMAT
from app.bring.source import BytesSource
from app.domain.conversation import Conversation
from tests.bring.formats.read_back import read_back

ROOT = "00000000-0000-4000-8000-000000000000"


def block(kind: Any, **more: Any) -> dict[str, Any]:
    return {"type": kind, **more}


def written(text: Any) -> dict[str, Any]:
    return block("text", text=text, citations=[])


def message(sender: Any, *blocks: Any, **more: Any) -> dict[str, Any]:
    return {"sender": sender, "text": "", "content": list(blocks), "attachments": [], "files": [], **more}


def flat(sender: Any, text: Any, **more: Any) -> dict[str, Any]:
    return {"sender": sender, "text": text, **more}


def linked(
    uuid: Any, parent: Any, sender: Any, text: Any, at: int | None = None, **more: Any
) -> dict[str, Any]:
    time = None if at is None else f"2026-11-23T15:00:{at:02}.5Z"
    links = {"uuid": uuid, "parent_message_uuid": parent, "created_at": time}
    return message(sender, written(text), **links, **more)


def chat(*messages: Any, **more: Any) -> dict[str, Any]:
    return {"uuid": "c", "name": "On sleep", "chat_messages": list(messages), **more}


def read_all(value: Any) -> tuple[list[Conversation], dict[Skipped, int]]:
    """Return the conversations of JSON or of bytes, and how much was left out of them."""
    return read_back(FORMAT, BytesSource(value if isinstance(value, bytes) else json.dumps(value).encode()))


def read(record: dict[str, Any]) -> tuple[Conversation, dict[Skipped, int]]:
    (conversation,), left_out = read_all([record])
    return conversation, left_out
