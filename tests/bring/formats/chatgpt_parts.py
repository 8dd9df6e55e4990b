"""Exports of ChatGPT, made by hand, and what is read in them."""

import json
from typing import Any

from app.bring.faults import Skipped
from app.bring.formats.chatgpt import FORMAT
from app.bring.source import BytesSource
from app.domain.conversation import Conversation
from tests.bring.formats.read_back import read_back


def message(role: Any, *parts: Any, kind: Any = "text", at: Any = None, **more: Any) -> dict[str, Any]:
    content = {"content_type": kind, "parts": list(parts)}
    return {"author": {"role": role}, "create_time": at, "content": content, "recipient": "all", **more}


def node(parent: Any, says: Any, **more: Any) -> dict[str, Any]:
    return {"parent": parent, "message": says, **more}


def line(*messages: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A conversation whose messages follow each other."""
    mapping = {"root": node(None, None)}
    for number, says in enumerate(messages):
        mapping[str(number)] = node(str(number - 1) if number else "root", says)
    return {"title": "On sleep", "mapping": mapping, "current_node": str(len(messages) - 1), **more}


def read_all(value: Any) -> tuple[list[Conversation], dict[Skipped, int]]:
    """Return the conversations of JSON or of bytes, and how much was left out of them."""
    return read_back(FORMAT, BytesSource(value if isinstance(value, bytes) else json.dumps(value).encode()))


def read(record: dict[str, Any]) -> tuple[Conversation, dict[Skipped, int]]:
    (conversation,), left_out = read_all([record])
    return conversation, left_out
