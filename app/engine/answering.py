"""Answers one request: reads what its questions have in common once, then goes on with all answers side by side."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile

from app.engine.chances import LetterChances, Likelihoods
from app.engine.kept import KeptPrefix
from app.engine.llama import Prompt, Row, Sampler
from app.engine.messages import (
    Ask,
    Counts,
    Done,
    DoneReason,
    EngineFault,
    ErrorSaid,
    Piece,
    PieceKind,
    Reading,
)
from app.engine.streaming import AnswerText
from app.engine.tuning import PREFILL_BATCH_TOKENS

LEAST_ANSWER_TOKENS = 32
"""A question that leaves less room than this for each answer is refused, unless less was asked for."""


class Job:
    """A request that is being answered. Any thread may cancel it."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self._cancelled = [threading.Event() for _ in ask.answers]

    def cancel(self, answer: int | None = None) -> None:
        """Stop one answer, or all of them. An answer that there is none of is ignored."""
        for index, cancelled in enumerate(self._cancelled):
            if answer in (None, index):
                cancelled.set()

    def is_cancelled(self, answer: int) -> bool:
        """Tell whether this answer is to stop."""
        return self._cancelled[answer].is_set()

    def is_wholly_cancelled(self) -> bool:
        """Tell whether nothing of it is wanted any more."""
        return all(cancelled.is_set() for cancelled in self._cancelled)


@dataclass(slots=True)
class _Answer:
    """One answer under way. `next_token` stands at `position` and is not decoded yet."""

    index: int
    prompt: Prompt
    sampler: Sampler
    text: AnswerText
    next_token: int = -1
    position: int = 0
    tokens: int = 0
    pieces: int = 0
    chances: LetterChances = field(default_factory=LetterChances)
    ended: bool = False


def answer(kept: KeptPrefix, job: Job, say: Callable[[Piece | Reading | Done | ErrorSaid], None]) -> None:
    """Answer a request to the end: every answer of it is `done`, or the request is refused with one error.

    Args:
        kept: The model, with what it still knows of the request before.
        job: The request, which another thread may cancel meanwhile.
        say: Called with each message in order.

    Raises:
        LlamaError: The computation failed; what was said so far is all there is.
        TemplateError: The model's template refuses these messages.
    """
    prompts = [kept.llama.prompt(request.messages) for request in job.ask.answers]
    shared = _shared_tokens(prompts)
    room = _room_each(job.ask, prompts, shared, kept.llama.context_tokens)
    most_tokens = min(job.ask.settings.max_tokens, room)
    if room < min(job.ask.settings.max_tokens, LEAST_ANSWER_TOKENS):
        say(ErrorSaid(job.ask.id, EngineFault.OVER_CONTEXT))
        return
    answers = [
        _Answer(i, prompt, Sampler(job.ask.settings, request.seed), AnswerText(in_thought=prompt.in_thought))
        for i, (prompt, request) in enumerate(zip(prompts, job.ask.answers, strict=True))
    ]
    try:
        _Run(kept, job, say, answers, shared, most_tokens).to_the_end()
    finally:
        for each in answers:
            each.sampler.close()


def _shared_tokens(prompts: list[Prompt]) -> int:
    """Return how many tokens all prompts begin with; at least one of each is left, to go on from."""
    columns = zip(*(prompt.tokens for prompt in prompts), strict=False)
    alike = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))
    return min(alike, min(len(prompt.tokens) for prompt in prompts) - 1)


def _room_each(ask: Ask, prompts: list[Prompt], shared: int, context_tokens: int) -> int:
    used = shared + sum(len(prompt.tokens) - shared for prompt in prompts)
    return (min(ask.settings.context_tokens, context_tokens) - used) // len(prompts)


class _Run:
    """The work on one request."""

    def __init__(
        self,
        kept: KeptPrefix,
        job: Job,
        say: Callable[[Piece | Reading | Done | ErrorSaid], None],
        answers: list[_Answer],
        shared: int,
        most_tokens: int,
    ) -> None:
        self._kept = kept
        self._llama = kept.llama
        self._job = job
        self._say = say
        self._answers = answers
        self._shared = shared
        self._most_tokens = most_tokens
        self._likelihoods = Likelihoods(self._llama.vocabulary_tokens, self._llama.spelling)
        self._read_tokens = 0
        self._all_tokens = shared + sum(len(each.prompt.tokens) - shared for each in answers)

    def to_the_end(self) -> None:
        self._llama.abort_when(self._job.is_wholly_cancelled)
        self._read_shared()
        self._read_own()
        self._llama.abort_when(None)
        while live := self._live():
            rows = [Row(each.next_token, each.position, each.index, wants_next=True) for each in live]
            self._llama.decode(rows)
            for place, each in enumerate(live):
                each.position += 1
                self._go_on(each, place)

    def _live(self) -> list[_Answer]:
        for each in self._answers:
            if not each.ended and self._job.is_cancelled(each.index):
                self._end(each, DoneReason.CANCELLED)
        return [each for each in self._answers if not each.ended]

    def _read_shared(self) -> None:
        prompt = self._answers[0].prompt
        tokens = prompt.tokens[: self._shared]
        cuts = sorted({self._shared, *(cut for cut in prompt.cuts if cut <= self._shared)})
        start = self._read_tokens = self._kept.begin(tokens, cuts)
        for cut in cuts:
            if cut <= start:
                continue
            if not self._read_stretch(tokens, start, cut):
                return
            if self._llama.rolls_back or cut in prompt.cuts:
                self._kept.keep(tokens[:cut])
            start = cut
        for each in self._answers[1:]:
            self._llama.share(0, each.index)

    def _read_stretch(self, tokens: tuple[int, ...], start: int, end: int) -> bool:
        """Read on in sequence 0; return False if nothing is wanted any more."""
        for begin in range(start, end, PREFILL_BATCH_TOKENS):
            places = range(begin, min(end, begin + PREFILL_BATCH_TOKENS))
            rows = [Row(tokens[place], place, 0, wants_next=False) for place in places]
            if not self._live() or not self._llama.decode(rows):
                return False
            self._say_reading(len(rows))
        return True

    def _read_own(self) -> None:
        rows = self._own_rows()
        while self._live() and (batch := list(islice(rows, PREFILL_BATCH_TOKENS))):
            if not self._llama.decode(batch):
                continue  # wholly cancelled: nothing is live any more
            self._say_reading(len(batch))
            for place, row in enumerate(batch):
                each = self._answers[row.sequence]
                if row.wants_next and not each.ended:
                    each.position = len(each.prompt.tokens)
                    self._go_on(each, place)

    def _own_rows(self) -> Iterator[Row]:
        """Yield the rows that belong to one answer alone; those of an answer that ended meanwhile are left out."""
        for each in self._answers:
            last = len(each.prompt.tokens) - 1
            for place in range(self._shared, last + 1):
                if each.ended:
                    break
                yield Row(each.prompt.tokens[place], place, each.index, wants_next=place == last)

    def _say_reading(self, tokens: int) -> None:
        self._read_tokens += tokens
        self._say(Reading(self._job.ask.id, min(1.0, self._read_tokens / self._all_tokens)))

    def _go_on(self, each: _Answer, row: int) -> None:
        """Choose the next token of an answer and say what became certain."""
        token = self._llama.choose(each.sampler, row)
        if self._llama.ends_answer(token):
            self._end(each, DoneReason.STOP)
            return
        each.next_token = token
        each.tokens += 1
        self._say_pieces(each, self._spell(each, token, row))
        if each.tokens >= self._most_tokens:
            self._end(each, DoneReason.LENGTH)

    def _spell(self, each: _Answer, token: int, row: int) -> list[tuple[PieceKind, str]]:
        letters = each.text.letters
        spelling = self._llama.spelling(token)
        pieces = each.text.feed(spelling)
        if self._job.ask.want_chances and spelling:
            likelihood = self._likelihoods.measure(self._llama.logits(row), token)
            each.chances.add(each.text.letters - letters, likelihood)
        return pieces

    def _say_pieces(self, each: _Answer, pieces: list[tuple[PieceKind, str]]) -> None:
        for kind, text in pieces:
            is_weighed = self._job.ask.want_chances and kind is PieceKind.SAID
            chances = each.chances.take(len(text)) if is_weighed else None
            self._say(Piece(self._job.ask.id, each.index, each.pieces, text, kind, chances))
            each.pieces += 1

    def _end(self, each: _Answer, reason: DoneReason) -> None:
        self._say_pieces(each, each.text.end())
        each.ended = True
        counts = Counts(len(each.prompt.tokens), each.tokens)
        self._say(Done(self._job.ask.id, each.index, reason, counts))
