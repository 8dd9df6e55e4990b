"""What is wanted from the model: what for, and what it is shown."""

from dataclasses import dataclass, replace

from app.controllers.prompt_set import PromptSet
from app.domain.answer import Request, ThroughLens
from app.domain.record import SessionRecord
from app.engine.messages import Message, Role
from app.errors import BugError
from app.explore.cutting import Cut
from app.explore.lenses import LEAST_CHARS, LensRequest, lens_messages
from app.explore.statements import readable

_CHARS_PER_TOKEN = 2
"""Fewer than any language of the program has, so that what is counted in letters fits in tokens."""
_FRAME_TOKENS = 700
"""Room for what the model is told around a question and an answer, with a quoted statement."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One answer that is wanted."""

    request: Request
    messages: tuple[Message, ...]
    prompt_version: str


def as_question(prompts: PromptSet, request: Request, question: str) -> Wanted:
    """Return what asks a question."""
    messages = (Message(Role.SYSTEM, prompts.answer.system), Message(Role.USER, question))
    return Wanted(request, messages, prompts.answer.version)


def through_lens(
    prompts: PromptSet, record: SessionRecord, request: ThroughLens, context_tokens: int
) -> Wanted:
    """Return what asks about an answer, or about one statement of it. Raises BugError if it is not here."""
    told = _lens_request(prompts, record, request, context_tokens)
    messages = tuple(Message(Role(turn.speaker.value), turn.text) for turn in told.turns)
    return Wanted(replace(request, shortened=told.shortened), messages, told.prompt_version)


def _lens_request(
    prompts: PromptSet, record: SessionRecord, request: ThroughLens, context_tokens: int
) -> LensRequest:
    """Return what a lens shows to the model, and whether the answer had to be shortened for it.

    Args:
        prompts: in the language that the model is asked in.
        record: the open session.
        request: which lens on what.
        context_tokens: what a request and its answer share. All lenses on an answer show the same part of it.

    Raises:
        BugError: the answer is not here.
    """
    answer = record.answer(request.answer_id)
    if answer is None:
        raise BugError("a lens was put on an answer that is not here")
    statement = None if request.statement_id is None else record.statement(request.statement_id)
    # What a lens says may be shown to the client: it is told no more than the client sees.
    hidden = [(s.start, s.end) for s in record.statements_of(answer.id) if s.hidden]
    longest_tokens = max(lens.max_tokens for lens in prompts.lenses)
    return lens_messages(
        prompts.frame,
        prompts.lens(request.lens),
        record.exploration(answer.exploration_id).question,
        Cut(answer.text, hidden).text,
        max(LEAST_CHARS, (context_tokens - longest_tokens - _FRAME_TOKENS) * _CHARS_PER_TOKEN),
        None if statement is None else readable(answer.text, statement.start, statement.end),
    )
