"""Claude: the conversations of its data export.

Seen in `conversations.json` of the ZIP that is sent by mail, in separate ZIPs such as `conversations-000.zip` (since
August 2026), and as one conversation alone:

    [{"uuid": "…", "name": "…", "created_at": "2026-11-23T15:00:00.123456Z", "updated_at": "…", "chat_messages": [
      {"uuid": "…", "sender": "human" | "assistant", "text": "…", "created_at": "…",
       "parent_message_uuid": "…" | null,
       "content": [{"type": "text", "text": "…", "citations": []} | {"type": "thinking", "thinking": "…"} | …],
       "attachments": [{"file_name": "…", "extracted_content": "…"}],
       "files": [{"file_name": "…", "file_uuid": "…"}]}]}]

Older exports call the messages `messages`, and have neither `content` nor links. With links the messages are a tree,
and the way to the newest is what was shown; first messages name one that is not there, or none. `text` has been seen
to hold what is hidden in `content`: thoughts and the words of tools. Thoughts have been seen within the text as well,
between tags.
"""

import re
from typing import Any

from app.bring.branches import Branches, Message
from app.bring.faults import Skipped
from app.bring.format import Report
from app.bring.json_format import JsonFormat
from app.bring.untrusted import fields, iso_time, items, text
from app.domain.conversation import Conversation, Role, Said

_ROLES = {"human": Role.USER, "assistant": Role.ASSISTANT}
_FILE_TYPES = frozenset({"document", "image", "file"})
_SILENT_TYPES = frozenset({"text", "flag", "token_budget"})
"""Of blocks that hide nothing, whether they say anything or not."""
_THOUGHTS = re.compile(r"<antThinking>.*?(?:</antThinking>|\Z)", re.DOTALL)
_BEFORE_ALL = -1
"""What the first messages follow."""


def _recognises(record: dict[str, Any]) -> bool:
    if "mapping" in record:
        return False
    if isinstance(record.get("chat_messages"), list):
        return True
    return any(text(fields(message).get("sender")) in _ROLES for message in items(record.get("messages")))


def _read(record: dict[str, Any], report: Report) -> Conversation:
    said = items(record.get("chat_messages")) or items(record.get("messages"))
    messages = [fields(message) for message in said]
    model = text(record.get("model"))
    follows, current = _links(messages, record.get("current_leaf_message_uuid"))
    branches = Branches(
        {
            number: Message(follows[number], _role(message), _said(message, model))
            for number, message in enumerate(messages)
        },
        current,
    )
    path = [messages[number] for number in branches.path]
    report.leave_out("", Skipped.HIDDEN, sum(map(_hidden, path)))
    report.leave_out("", Skipped.NO_TEXT, sum(_files(message) for message in path if _role(message)))
    time = iso_time(record.get("updated_at")) or iso_time(record.get("created_at"))
    return Conversation(text(record.get("name")), branches.turns(report), time)


def _links(messages: list[dict[str, Any]], current: Any) -> tuple[list[int], int | None]:
    """Return which message each follows, by their numbers, and which one was looked at last, if that is said.

    Without links, each follows the one before it in the list. An answer follows something: where one has no link,
    links are missing, and what has none follows the one before it too. So does what names another missing
    one than the first.
    """
    numbers: dict[str, int] = {}
    for number, message in enumerate(messages):
        numbers.setdefault(text(message.get("uuid")), number)
    numbers.pop("", None)
    names = [text(message.get("parent_message_uuid")) for message in messages]
    without = [number for number, name in enumerate(names) if name not in numbers]
    in_order = len(without) == len(messages) or any(
        _role(messages[number]) is not Role.USER for number in without[1:]
    )
    follows = [numbers.get(name, number - 1) for number, name in enumerate(names)]
    for number in without:
        if not in_order and names[number] == names[without[0]]:
            follows[number] = _BEFORE_ALL
    return follows, numbers.get(text(current))


def _role(message: dict[str, Any]) -> Role | None:
    return _ROLES.get(text(message.get("sender")))


def _said(message: dict[str, Any], model: str) -> Said:
    words = _words(message)
    is_ai = _role(message) is Role.ASSISTANT
    if is_ai:
        words = _THOUGHTS.sub("", words)
    return Said(words, iso_time(message.get("created_at")), model if is_ai else "")


def _words(message: dict[str, Any]) -> str:
    """Return the text of the blocks; where there is none, that of the message unless hidden things may be in it."""
    blocks = _blocks(message)
    written = [block["text"] for block in blocks if _is_text(block)]
    if any(one.strip() for one in written):
        return "\n\n".join(filter(None, written))
    return "" if any(map(_is_hidden, blocks)) else text(message.get("text"))


def _blocks(message: dict[str, Any]) -> list[dict[str, Any]]:
    return [block for block in items(message.get("content")) if isinstance(block, dict)]


def _is_text(block: dict[str, Any]) -> bool:
    return block.get("type") == "text" and isinstance(block.get("text"), str)


def _is_hidden(block: dict[str, Any]) -> bool:
    """Whether a block holds what the service does not show: of a kind unknown here, it does."""
    return text(block.get("type")) not in _SILENT_TYPES | _FILE_TYPES


def _hidden(message: dict[str, Any]) -> int:
    """Return how much of a message is not shown."""
    if _role(message) is None:
        return 1
    blocks = sum(map(_is_hidden, _blocks(message)))
    is_ai = _role(message) is Role.ASSISTANT
    return blocks + (len(_THOUGHTS.findall(_words(message))) if is_ai else 0)


def _files(message: dict[str, Any]) -> int:
    """Return how many files hang on a message. A block may stand for one that is listed too."""
    listed = [*items(message.get("attachments")), *items(message.get("files"))]
    ids = {text(fields(file).get("file_uuid")) for file in listed} - {""}
    others = [block for block in _blocks(message) if text(block.get("type")) in _FILE_TYPES]
    return len(listed) + sum(text(block.get("file_uuid")) not in ids for block in others)


FORMAT = JsonFormat("claude", _recognises, _read, "name", ("chat_messages",))
