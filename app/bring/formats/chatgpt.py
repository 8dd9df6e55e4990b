"""ChatGPT: the conversations of its data export.

Seen in `conversations.json` (until early 2026) and `conversations-000.json` and so on (since) of the ZIP that is sent
by mail:

    [{"title": "…", "create_time": 1700000000.1, "update_time": …, "current_node": "id", "default_model_slug": "…",
      "mapping": {"id": {"parent": "id" | null, "children": ["id"], "message": null | {
        "author": {"role": "user" | "assistant" | "system" | "tool"}, "create_time": …, "recipient": "all",
        "channel": null | "analysis" | "commentary" | "final",
        "content": {"content_type": "text", "parts": ["…"]}, "metadata": {"model_slug": "…"}}}}}]

The messages are a tree: what was asked again or edited stands beside what was shown last. `children` has been seen to
lack links, so the tree is made of `parent` alone. In texts, marks of the private use area stand for what the service
puts there: the kind of it, and what belongs to it. Most are sources; a few hold a name that is shown.
"""

import json
import re
from collections.abc import Container
from typing import Any

from app.bring.branches import Branches, Message
from app.bring.faults import Skipped
from app.bring.format import Report
from app.bring.json_format import JsonFormat
from app.bring.untrusted import fields, items, second, text
from app.domain.conversation import Conversation, Role, Said

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT}
_SHOWN_TYPES = frozenset({"text", "multimodal_text", "code"})
_SHOWN_CHANNELS = frozenset({"", "commentary", "final"})
_HIDING = ("is_visually_hidden_from_conversation", "is_user_system_message")
_MARK = re.compile("【[^【】†]{0,80}†[^【】]{0,80}】|\ue200([^\ue200\ue201]*+)\ue201|[\ue200-\ue2ff]")
_WITHIN_MARK = "\ue202"
_NAMING = frozenset({"entity", "product_entity"})


def _recognises(record: dict[str, Any]) -> bool:
    return isinstance(record.get("mapping"), dict) and "chat_messages" not in record


def _read(record: dict[str, Any], report: Report) -> Conversation:
    nodes = {node: fields(value) for node, value in record["mapping"].items()}
    model = text(record.get("default_model_slug"))
    branches = Branches(
        {node: _message(value, nodes, model) for node, value in nodes.items()},
        text(record.get("current_node")) or None,
    )
    path = [fields(nodes[node].get("message")) for node in branches.path]
    shown = [message for message in path if _shown_role(message)]
    hidden = [message for message in path if not _shown_role(message) and _is_hidden(message)]
    report.leave_out("", Skipped.HIDDEN, len(hidden))
    report.leave_out("", Skipped.NO_TEXT, sum(map(_parts_without_text, shown)))
    time = second(record.get("update_time")) or second(record.get("create_time"))
    return Conversation(text(record.get("title")), branches.turns(report), time)


def _message(node: dict[str, Any], nodes: Container[str], model: str) -> Message[str]:
    message = fields(node.get("message"))
    parent = node.get("parent")
    follows = parent if isinstance(parent, str) and parent in nodes else None
    return Message(follows, _shown_role(message), _said(message, model))


def _shown_role(message: dict[str, Any]) -> Role | None:
    """Return who says a message that the service shows; None for one that it hides."""
    role = _ROLES.get(text(fields(message.get("author")).get("role")))
    if message.get("recipient") not in (None, "all"):
        return None
    if text(message.get("channel")) not in _SHOWN_CHANNELS:
        return None
    metadata = fields(message.get("metadata"))
    if any(metadata.get(one) for one in _HIDING):
        return None
    return role if text(fields(message.get("content")).get("content_type")) in _SHOWN_TYPES else None


def _is_hidden(message: dict[str, Any]) -> bool:
    """Whether there is anything in a message that is not shown: the first ones of the system are often empty."""
    content = fields(message.get("content"))
    return any(value for key, value in content.items() if key != "content_type" and value not in ([""], ""))


def _said(message: dict[str, Any], model: str) -> Said:
    words = _MARK.sub(_shown_for, "\n".join(filter(None, map(_words, _parts(message)))))
    is_ai = fields(message.get("author")).get("role") == "assistant"
    slug = text(fields(message.get("metadata")).get("model_slug")) or model
    return Said(words, second(message.get("create_time")), slug if is_ai else "")


def _shown_for(mark: re.Match[str]) -> str:
    """Return what the service shows in the place of a mark: a name, in `["people", "A name", 0]`; or nothing."""
    kind, _, held = (mark[1] or "").partition(_WITHIN_MARK)
    if kind not in _NAMING:
        return ""
    try:
        return "".join(map(text, items(json.loads(held))[1:2]))
    except (ValueError, RecursionError):
        return ""


def _parts(message: dict[str, Any]) -> list[Any]:
    content = fields(message.get("content"))
    return items(content.get("parts")) or [content.get("text")]


def _words(part: Any) -> str:
    """Return what is written in a part of a message, or was spoken in it."""
    spoken = fields(part).get("content_type") == "audio_transcription"
    return text(fields(part).get("text")) if spoken else text(part)


def _parts_without_text(message: dict[str, Any]) -> int:
    return sum(isinstance(part, dict) and not _words(part) for part in _parts(message))


FORMAT = JsonFormat("chatgpt", _recognises, _read, "title", ("mapping",))
