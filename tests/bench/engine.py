"""What the engine's ways of saving work are worth, on this machine: `python tests/bench/engine.py`, under 90 s.

Ratios are taken within a round, in which what is compared is run one after the other, and the middle one of all
rounds is printed. So a machine that is busy changes them little.
"""

import sys
import time
from collections.abc import Callable
from statistics import median

from app.catalogue.find import find_model
from app.domain.answer import Settings
from app.engine.answering import Job, answer
from app.engine.kept import KeptPrefix
from app.engine.llama import Llama, Row
from app.engine.messages import (
    AnswerRequest,
    Ask,
    Done,
    ErrorSaid,
    Message,
    Piece,
    Reading,
    Role,
    write_from_engine,
)
from app.engine.tuning import threads

CONTEXT_TOKENS = 2_048
ANSWER_TOKENS = 32
SHORT = "--short"
"""As few rounds as there can be: to see that it runs, not for figures."""
SECONDS = {"lens": 8.0, "four": 12.0, "chances": 10.0}
"""How long each part may begin new rounds."""

SYSTEM = "You help two people to read an answer together. Use plain words and short sentences."
QUESTION = "I am often late and people are angry with me. Tell me a long story about somebody like that."
ANSWER = (
    "Being late can have many reasons, and none of them makes you a bad person. Some people think that every way "
    "takes as long as it did on its best day. Others stop in the middle of things only when somebody calls them. "
) * 6
BEFORE = ANSWER[: len(ANSWER) // 3]
LENSES = (
    "What is missing from this answer? Name three things that it does not ask and could have asked. Say nothing new.",
    "Say this answer again in plain words. Keep every thought and leave out every word that is not needed for it.",
)


def main() -> None:
    """Measure, and print a line for each figure."""
    llama = Llama(str(find_model(None)), CONTEXT_TOKENS, threads(), lambda _fraction: True)
    kept = KeptPrefix(llama)
    _print(f"{llama.threads} thread(s), context of {llama.context_tokens} tokens")
    _measure_lens(kept)
    _measure_four(kept)
    for count in (1, 4):
        _measure_chances(kept, count)


def _measure_lens(kept: KeptPrefix) -> None:
    """The first word of the second lens, against the bare decoding of its own new tokens."""
    first, second = (_lens(words) for words in LENSES)
    prompt = kept.llama.prompt(second.messages)
    cut = prompt.cuts[-1]
    rows = [
        Row(prompt.tokens[place], place, 0, place == len(prompt.tokens) - 1)
        for place in range(cut, len(prompt.tokens))
    ]
    kept.drop()
    _first_word_seconds(kept, first)

    def bare() -> float:
        kept.begin(prompt.tokens[:-1], (cut,))
        return _seconds(lambda: kept.llama.decode(rows))

    def lens() -> float:
        kept.begin(prompt.tokens[:-1], (cut,))
        return _first_word_seconds(kept, second)

    pairs = _rounds("lens", bare, lens)
    ratio = median(lens / bare for bare, lens in pairs)
    over_ms = 1_000 * median(lens - 1.3 * bare for bare, lens in pairs)
    _print(f"second lens, {len(rows)} new of {len(prompt.tokens)} tokens ({len(pairs)} rounds):")
    _print(f"  first word over the bare reading of its own tokens: {ratio:.2f}")
    _print(f"  beyond 1.3 times the bare reading: {over_ms:.0f} ms (at most 50 are wanted)")


def _measure_four(kept: KeptPrefix) -> None:
    """Four answers to one question at once, against four cold ones, and four in a row with the question kept."""
    answers = tuple(_question(seed) for seed in range(4))

    def together() -> float:
        kept.drop()
        return _seconds_a_token(kept, [answers])

    def cold() -> float:
        seconds = []
        for each in answers:
            kept.drop()
            seconds.append(_seconds_a_token(kept, [(each,)]))
        return sum(seconds) / len(seconds)

    def in_a_row() -> float:
        kept.drop()
        return _seconds_a_token(kept, [(each,) for each in answers])

    triples = _rounds("four", together, cold, in_a_row)
    tokens = len(kept.llama.prompt(answers[0].messages).tokens)
    _print(
        f"four answers of {ANSWER_TOKENS} tokens to a question of {tokens} ({len(triples)} rounds), times as fast:"
    )
    _print(f"  sharing the reading, over four cold ones: {median(c / t for t, c, _ in triples):.2f}")
    _print(
        f"  sharing the reading, over four in a row that keep it: {median(r / t for t, _, r in triples):.2f}"
    )


def _measure_chances(kept: KeptPrefix, count: int) -> None:
    """Answering with chances, against answering without, from the first word on."""
    answers = tuple(_question(seed) for seed in range(count))
    _seconds_from_first_word(kept, answers, want_chances=False)
    pairs = _rounds(
        "chances",
        lambda: _seconds_from_first_word(kept, answers, want_chances=False),
        lambda: _seconds_from_first_word(kept, answers, want_chances=True),
    )
    speed = median(off / on for off, on in pairs)
    _print(f"chances on, {count} answer(s) ({len(pairs)} rounds): {speed:.3f} of the speed with them off")


def _rounds(part: str, *measures: Callable[[], float]) -> list[tuple[float, ...]]:
    """Run all measures in turn, at least twice, until the time of the part is up."""
    end = time.perf_counter() + (0.0 if SHORT in sys.argv else SECONDS[part])
    rounds: list[tuple[float, ...]] = []
    while len(rounds) < 2 or time.perf_counter() < end:
        rounds.append(tuple(measure() for measure in measures))
    return rounds


def _lens(words: str) -> AnswerRequest:
    texts = (SYSTEM, QUESTION, ANSWER, words)
    roles = (Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.USER)
    return AnswerRequest(tuple(map(Message, roles, texts)), seed=1)


def _question(seed: int) -> AnswerRequest:
    return AnswerRequest((Message(Role.SYSTEM, SYSTEM), Message(Role.USER, BEFORE + QUESTION)), seed)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _first_word_seconds(kept: KeptPrefix, request: AnswerRequest) -> float:
    begun = time.perf_counter()
    at, _ = _run(kept, (request,), max_tokens=4)
    return at[0] - begun


def _seconds_a_token(kept: KeptPrefix, requests: list[tuple[AnswerRequest, ...]]) -> float:
    """How long the requests take one after the other, for each token that is answered."""
    begun = time.perf_counter()
    tokens = sum(_run(kept, answers, max_tokens=ANSWER_TOKENS)[1] for answers in requests)
    return (time.perf_counter() - begun) / tokens


def _seconds_from_first_word(
    kept: KeptPrefix, answers: tuple[AnswerRequest, ...], *, want_chances: bool
) -> float:
    at, tokens = _run(kept, answers, max_tokens=48, want_chances=want_chances)
    return (at[-1] - at[0]) / tokens


def _run(
    kept: KeptPrefix, answers: tuple[AnswerRequest, ...], *, max_tokens: int, want_chances: bool = False
) -> tuple[list[float], int]:
    """Answer as the child does, each message written as a line; return when each piece came, and all tokens."""
    settings = Settings(0.8, 40, 0.95, max_tokens, CONTEXT_TOKENS)
    at: list[float] = []
    tokens = 0

    def say(message: Piece | Reading | Done | ErrorSaid) -> None:
        nonlocal tokens
        write_from_engine(message)
        if isinstance(message, Piece):
            at.append(time.perf_counter())
        elif isinstance(message, Done):
            tokens += message.counts.tokens

    answer(kept, Job(Ask("a", answers, settings, want_chances)), say)
    return at, tokens


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
