"""A chat that was copied as text, taken apart into turns by the names that stand before what each side says.

Seen when the pages of chat services are selected and copied ("You said:", "ChatGPT said:", "Anda mengatakan:"), in
what people forward to each other ("Me: …", "AI: …"), and in Markdown that tools export ("**User**", "## Assistant").
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from app.domain.conversation import MAX_TURNS, Role, Said, Turn

MOST_LABELS = 10 * MAX_TURNS
"""What stands behind the last belongs to it."""

_PERSON = (
    "you", "me", "i", "user", "human", "prompt", "question", "anda", "kamu", "saya", "aku", "gue", "gua",
    "pengguna", "pertanyaan", "klien",
)  # fmt: skip
_SERVICES = (
    "chatgpt", "gpt", "claude", "gemini", "bard", "copilot", "microsoft copilot", "bing", "meta ai", "deepseek",
    "grok", "perplexity", "mistral", "le chat", "character.ai", "replika", "pi", "snapchat ai", "my ai",
)  # fmt: skip
_AI = (
    *_SERVICES,
    "ai",
    "assistant",
    "bot",
    "chatbot",
    "response",
    "answer",
    "model",
    "asisten",
    "jawaban",
    "ai bot",
    "asisten ai",
)
_WEAK = frozenset({"prompt", "question", "pertanyaan", "klien", "response", "answer", "jawaban", "model"})
"""Words that stand before a colon in many texts: lists of questions, glossaries, descriptions of goods."""
_OF_EXPORTS = frozenset({"prompt", "response"})
_BULLETS = frozenset({"-", "•"})
"""Before a name they make a list of anything more likely than a chat."""
_ALONE_WITHOUT_COLON = frozenset({"you", "anda", "user", "me"})
_SAID = "said|says|wrote|asked|replied|bilang|berkata|mengatakan|menulis|bertanya|menjawab|kata"
# Signs that nobody sees stand around names on copied pages, also as U+FFFD, once they are made visible.
_UNSEEN = r"\u00ad\u200b-\u200f\u2060\ufeff\ufffd"
_GAP = rf"[ \t\u00a0{_UNSEEN}]*+"
_FRAME = (
    rf"{_GAP}(?P<frame>#{{1,6}}|>|[-•](?=[ \t]))?+{_GAP}"
    rf"(?:[\U0001f300-\U0001faff\u2600-\u27bf][\u200d\ufe0f]?){{0,4}}+{_GAP}(?P<bold>\*\*|__)?+{_GAP}"
)
_VERSION = (
    r"(?:[ \t-]?[0-9][\w.]{0,8}+|[ \t-]o[0-9]\b"
    r"|[ \t](?:plus|pro|mini|nano|turbo|sonnet|opus|haiku|flash|thinking|instant|auto|preview)\b){0,6}+"
)
_FENCE = re.compile(r"^[ \t]*+(?P<fence>`{3,}+|~{3,}+)(?P<info>[^`\n]*+)$", re.MULTILINE)


def _names(names: tuple[str, ...]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


# Nothing in it is ever given back once it is read, so that long lines take no longer than their length.
_LABEL = re.compile(
    rf"^{_FRAME}(?:(?P<person>{_names(_PERSON)})|(?P<ai>{_names(_AI)}){_VERSION})(?![^\W_])"
    rf"(?:[{_UNSEEN}]*+[ \t\u00a0]{_GAP}(?P<said>{_SAID})(?![^\W_]))?+"
    rf"{_GAP}(?:\*\*|__)?+{_GAP}(?P<colon>[:：])?+{_GAP}(?:\*\*|__)?+(?P<rest>.*+)$",
    re.IGNORECASE | re.MULTILINE,
)


class _Weight(IntEnum):
    """How surely a label is one."""

    WEAK = 0
    """Counts beside one of the other side that is surer."""
    SURE = 1
    """Counts beside one of the other side."""
    PLAIN = 2
    """It says on a line of its own that somebody said something, as the pages of services do."""


@dataclass(frozen=True, slots=True)
class _Label:
    role: Role
    weight: _Weight
    start: int
    end: int
    """Where what is said begins."""
    service: str
    is_quoted: bool
    """It stands in a quotation, or among code."""


def turns_in(text: str) -> tuple[Turn, ...]:
    """Return the turns of a copied chat, with the name of the service as their model; none if it is no chat.

    A text is one if both sides are named in it, or a service says on a line of its own that it said something
    ("ChatGPT said:"). The surest kind of label that both sides have is the one that counts, so that names within an
    answer ("You: I feel hurt.") don't cut it; nor does a chat that is quoted in one. What stands before the first
    name is the person's where only the other side is named. Else nobody knows whose it is: it may be a title, the
    end of an answer, or what somebody writes who forwards the chat.
    """
    labels = _dividing(text)
    if not labels:
        return ()
    parts: list[tuple[Role, list[str], str]] = []
    before = text[: labels[0].start].strip()
    if before:
        is_asked = all(label.role is Role.ASSISTANT for label in labels)
        parts.append((Role.USER if is_asked else Role.UNKNOWN, [before], ""))
    ends = [label.start for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        said = text[label.end : end].strip()
        if not said:
            continue
        if parts and parts[-1][0] is label.role:
            parts[-1][1].append(said)
            parts[-1] = (label.role, parts[-1][1], parts[-1][2] or label.service)
        else:
            parts.append((label.role, [said], label.service))
    turns = tuple(Turn(role, Said("\n\n".join(said), model=service)) for role, said, service in parts)
    return turns if any(turn.role is Role.ASSISTANT for turn in turns) else ()


def _dividing(text: str) -> list[_Label]:
    """Return the labels that divide a text: those that are quoted in it, only if no others do."""
    fences = _fences(text)
    matches = ((match, _is_within(fences, match.start())) for match in _LABEL.finditer(text))
    read = (_read(match, is_fenced=is_fenced) for match, is_fenced in matches)
    labels = list(islice((label for label in read if label is not None), MOST_LABELS))
    return _counting([label for label in labels if not label.is_quoted]) or _counting(labels)


def _fences(text: str) -> list[tuple[int, int]]:
    """Return from where to where lines of a text stand among code. Where no end is marked, nothing does."""
    found: list[tuple[int, int]] = []
    begun: re.Match[str] | None = None
    for line in _FENCE.finditer(text):
        if begun is None:
            begun = line
            continue
        is_as_long = line["fence"].startswith(begun["fence"])
        if is_as_long and not line["info"].strip():
            found.append((begun.start(), line.end()))
            begun = None
        elif is_as_long:
            # What begins here is named: the one before was never ended.
            begun = line
    return found


def _is_within(spans: list[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, (place, place))
    return at > 0 and place < spans[at - 1][1]


def _counting(labels: list[_Label]) -> list[_Label]:
    """Return the labels that divide the text; none if it is no chat."""
    for least in (_Weight.PLAIN, _Weight.SURE):
        counting = [label for label in labels if label.weight >= least]
        if len({label.role for label in counting}) == 2:
            return counting
    sure = [label for label in labels if label.weight >= _Weight.SURE]
    if sure:
        other = [label for label in labels if label.role is not sure[0].role]
        same = len(labels) - len(sure) - len(other)
        # More answers than are the AI's are those of a list of questions.
        if other and same <= len(sure):
            return sorted([*sure, *other], key=lambda label: label.start)
    plain = [label for label in labels if label.weight is _Weight.PLAIN]
    return plain if any(label.service for label in plain) else []


def _read(match: re.Match[str], *, is_fenced: bool) -> _Label | None:
    """Return what a line that may be a label is; None where it is the beginning of an ordinary sentence."""
    name = (match["person"] or match["ai"]).casefold()
    weight = _weight(match, name)
    if weight is None:
        return None
    return _Label(
        Role.USER if match["person"] else Role.ASSISTANT,
        weight,
        match.start(),
        match.start("rest"),
        match["ai"].strip() if name in _SERVICES else "",
        is_fenced or match["frame"] == ">",
    )


def _weight(match: re.Match[str], name: str) -> _Weight | None:
    is_alone = not match["rest"].strip()
    is_framed = match["frame"] is not None or match["bold"] is not None
    if not (is_alone or match["colon"]) or (name == "model" and not is_alone):
        return None
    if is_alone and match["said"]:
        return _Weight.PLAIN
    if match["frame"] in _BULLETS and match["bold"] is None:
        return _Weight.WEAK if match["colon"] else None
    if name in _WEAK and not (name in _OF_EXPORTS and is_alone and is_framed):
        return _Weight.WEAK if match["colon"] else None
    if match["colon"] or is_framed or name in _SERVICES:
        return _Weight.SURE
    return _Weight.WEAK if name in _ALONE_WITHOUT_COLON else None
