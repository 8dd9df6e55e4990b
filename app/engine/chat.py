"""From messages to tokens, through the template that the model file carries.

The template is code from an untrusted file: it runs in Jinja's sandbox, and it never sees what people typed. It is
rendered with placeholders, and people's text is tokenised apart from it, without control tokens. So `<|im_end|>`
typed by a person stays text.

What a template writes is bounded, and so is the time that it takes: the system ends the process when that is over.
"""

import codecs
import json
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import jinja2
import jinja2.debug
import jinja2.ext
import jinja2.nodes
import jinja2.parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.engine.messages import Message, Role

# Jinja asks for this one when a template has a string, and for `jinja2.debug` when it has a fault: too late behind a
# child's walls.
codecs.lookup("unicode_escape")

MOST_TEMPLATE_CHARS = 500_000
"""The longest templates that are published have some ten thousand."""
MOST_PROMPT_CHARS = 2_000_000
"""What a template may write, and how long the prompt may be with people's text in it."""
MOST_SECONDS = 2.0
"""Processor time for compiling a template, or for rendering it once: published ones take some milliseconds."""

# Private-use letters around the index of a message.
_PLACEHOLDER = re.compile("\ue000([0-9]+)\ue001")


class TemplateError(Exception):
    """The model's template does not render, or loses what people said. Its text is empty."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the prompt. Control tokens are read only in what the template wrote."""

    text: str
    from_people: bool


class _GenerationTag(jinja2.ext.Extension):
    """Passes through `{% generation %}`, which some templates put around what the model says."""

    tags = {"generation"}  # noqa: RUF012 - Jinja's own declaration

    def parse(self, parser: jinja2.parser.Parser) -> list[jinja2.nodes.Node]:
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


class ChatTemplate:
    """The template of one model."""

    def __init__(self, untrusted_source: str, *, bos: str, eos: str) -> None:
        """Compile the template and try it.

        Args:
            untrusted_source: Jinja, as found in the model file.
            bos: Text of the token that begins a sequence, or empty.
            eos: Text of the token that ends one, or empty.

        Raises:
            TemplateError: It does not compile, or not render one question to the end.
        """
        environment = ImmutableSandboxedEnvironment(
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
            extensions=[_GenerationTag, jinja2.ext.loopcontrols],
        )
        environment.filters["tojson"] = _to_json
        if len(untrusted_source) > MOST_TEMPLATE_CHARS:
            raise TemplateError
        try:
            with _bounded_time():
                self._template = environment.from_string(untrusted_source)
        except Exception:  # noqa: BLE001 - it becomes a program of Python's, which has rules and bounds of its own
            raise TemplateError from None
        self._words: dict[str, Any] = {
            "bos_token": bos,
            "eos_token": eos,
            "tools": [],
            "add_generation_prompt": True,
            "raise_exception": _refuse,
            "strftime_now": _now,
        }
        self.segments([Message(Role.SYSTEM, ""), Message(Role.USER, "")])

    def segments(self, messages: Sequence[Message]) -> list[Segment]:
        """Return the prompt for these messages, ending where the model is to go on.

        Some templates refuse a system message: its text then goes in front of the first question.

        Raises:
            TemplateError: The template refuses these messages, or leaves one out.
        """
        try:
            return self._rendered(messages)
        except TemplateError:
            if len(messages) < 2 or messages[0].role is not Role.SYSTEM:
                raise
        first = Message(messages[1].role, f"{messages[0].text}\n\n{messages[1].text}")
        return self._rendered([first, *messages[2:]])

    def _rendered(self, messages: Sequence[Message]) -> list[Segment]:
        shown = [{"role": m.role.value, "content": f"\ue000{i}\ue001"} for i, m in enumerate(messages)]
        try:
            with _bounded_time():
                prompt = self._written(shown)
        except Exception:  # noqa: BLE001 - the template is somebody's program and can raise anything
            raise TemplateError from None
        pieces = _PLACEHOLDER.split(prompt)
        # After a split, what matched the group stands at every odd place.
        told = {int(index) for index in pieces[1::2]}
        if told != set(range(len(messages))):
            raise TemplateError
        segments = [
            Segment(messages[int(piece)].text, from_people=True) if place % 2 else Segment(piece, False)
            for place, piece in enumerate(pieces)
        ]
        # One that shows a text again and again.
        if sum(len(segment.text) for segment in segments) > MOST_PROMPT_CHARS:
            raise TemplateError
        return [segment for segment in segments if segment.text]

    def _written(self, shown: list[dict[str, str]]) -> str:
        """Return what the template writes. One that writes without end is not waited for."""
        parts: list[str] = []
        chars = 0
        for part in self._template.generate(messages=shown, **self._words):
            chars += len(part)
            if chars > MOST_PROMPT_CHARS:
                raise TemplateError
            parts.append(part)
        prompt = "".join(parts)
        # A template can spell half a letter, which no tokeniser takes.
        prompt.encode()
        return prompt


def prompt_tokens(
    segments: Sequence[Segment], tokenize: Callable[[str, bool], list[int]], *, bos: int | None
) -> tuple[list[int], list[int]]:
    """Return the prompt's tokens, and the places among them where people's text begins.

    Args:
        segments: The prompt, of which people's text is read without control tokens.
        tokenize: Text, and whether control tokens are read in it, to tokens.
        bos: The token that a sequence of this model begins with, or None. It is set once, even if the template
            wrote it too.
    """
    tokens: list[int] = []
    begins: list[int] = []
    for segment in segments:
        if segment.from_people:
            begins.append(len(tokens))
        tokens += tokenize(segment.text, not segment.from_people)
    if bos is not None and tokens[:1] != [bos]:
        tokens.insert(0, bos)
        begins = [place + 1 for place in begins]
    return tokens, begins


@contextmanager
def _bounded_time() -> Iterator[None]:
    """Have the system end this process where what is inside takes more processor time than it may.

    A template can be busy in one operation for ever, with a number of a billion digits, and then nothing in Python
    could break in. Windows has no such clock: there the window's patience is the only one.
    """
    if sys.platform == "win32":
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _refuse(_: str) -> None:
    raise TemplateError


def _now(form: str) -> str:
    return datetime.now().astimezone().strftime(form)


def _to_json(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
