"""What is kept of a request saves reading it again and changes nothing, in models of every kind of memory."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.domain.answer import Settings
from app.engine.answering import Job, answer
from app.engine.kept import KeptPrefix
from app.engine.llama import Llama, Row
from app.engine.messages import (
    AnswerRequest,
    Ask,
    Chance,
    Done,
    DoneReason,
    ErrorSaid,
    Message,
    Piece,
    Reading,
    Role,
)

from .small_models import WINDOW, write_hybrid, write_plain, write_sliding

CONTEXT_TOKENS = 1_024
SYSTEM = "Be kind to people."
QUESTION = "What is rain, and why does it fall on us?"
ANSWER = "It is water out of clouds. " * 8

Said = Piece | Reading | Done | ErrorSaid
Told = list[tuple[int, str, tuple[Chance, ...] | None]]


class CountingLlama(Llama):
    """Counts the tokens that it decodes."""

    decoded_tokens = 0

    def decode(self, rows: Sequence[Row]) -> bool:
        self.decoded_tokens += len(rows)
        return super().decode(rows)


@pytest.fixture(
    scope="module", params=[write_plain, write_hybrid, write_sliding], ids=["plain", "hybrid", "sliding"]
)
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> KeptPrefix:
    write: Callable[[Path], Path] = request.param
    path = write(tmp_path_factory.mktemp("models") / "model.gguf")
    return KeptPrefix(CountingLlama(str(path), CONTEXT_TOKENS, 1, lambda _fraction: True))


@pytest.fixture(autouse=True)
def _from_the_beginning(kept: KeptPrefix) -> None:
    kept.drop()


def asked(*texts: str, seed: int = 1) -> AnswerRequest:
    roles = (Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.USER)
    messages = tuple(Message(role, text) for role, text in zip(roles, texts, strict=False))
    return AnswerRequest(messages, seed)


def lens(words: str, seed: int = 1) -> AnswerRequest:
    return asked(SYSTEM, QUESTION, ANSWER, words, seed=seed)


def told(kept: KeptPrefix, *answers: AnswerRequest, max_tokens: int = 24) -> Told:
    """Answer, text and chances of each piece: with these weights they depend on every token that was read."""
    heard = heard_of(kept, Job(_ask(answers, max_tokens)))
    assert all(done.reason is not DoneReason.CANCELLED for done in heard if isinstance(done, Done))
    pieces = [(m.answer, m.text, m.chances) for m in heard if isinstance(m, Piece)]
    assert {place for place, _, _ in pieces} == set(range(len(answers)))
    return pieces


def heard_of(kept: KeptPrefix, job: Job) -> list[Said]:
    heard: list[Said] = []
    answer(kept, job, heard.append)
    return heard


def tokens_read(kept: KeptPrefix, *answers: AnswerRequest) -> int:
    """How many tokens are decoded up to the first of each answer."""
    assert isinstance(kept.llama, CountingLlama)
    before = kept.llama.decoded_tokens
    told(kept, *answers, max_tokens=1)
    return kept.llama.decoded_tokens - before


def _ask(answers: tuple[AnswerRequest, ...], max_tokens: int) -> Ask:
    return Ask("a", answers, Settings(1.5, 40, 0.98, max_tokens, CONTEXT_TOKENS), want_chances=True)


def _length(kept: KeptPrefix, request: AnswerRequest) -> int:
    return len(kept.llama.prompt(request.messages).tokens)


def _cuts(kept: KeptPrefix, request: AnswerRequest) -> tuple[int, ...]:
    return kept.llama.prompt(request.messages).cuts


def test_a_model_is_known_to_go_on_from_any_place_or_not(tmp_path: Path) -> None:
    def rolls_back(path: Path) -> bool:
        return Llama(str(path), 256, 1, lambda _fraction: True).rolls_back

    assert rolls_back(write_plain(tmp_path / "plain.gguf"))
    assert not rolls_back(write_hybrid(tmp_path / "hybrid.gguf"))
    assert not rolls_back(write_sliding(tmp_path / "sliding.gguf"))


def test_a_second_lens_reads_its_own_words_only_and_says_what_it_would_say_alone(kept: KeptPrefix) -> None:
    alone = told(kept, lens("What is missing?"))
    kept.drop()
    other = told(kept, lens("Say it in plain words."))
    assert told(kept, lens("What is missing?")) == alone != other
    *_, last_message = _cuts(kept, lens("Plainly."))
    assert tokens_read(kept, lens("Plainly.")) == _length(kept, lens("Plainly.")) - last_message


def test_several_answers_share_what_was_kept_and_say_what_they_would_say_alone(kept: KeptPrefix) -> None:
    wordings = tuple(lens(words, seed) for seed, words in enumerate(("What?", "What not?", "Is it so?")))
    alone = told(kept, *wordings)
    kept.drop()
    told(kept, lens("Say it in plain words."))
    assert told(kept, *wordings) == alone
    *_, last_message = _cuts(kept, wordings[0])
    own = sum(_length(kept, wording) - last_message for wording in wordings)
    assert tokens_read(kept, *wordings) <= own


@pytest.mark.parametrize("times", [3, 8])
def test_asking_again_gives_the_same_answers_after_the_first_one_and_without_it(
    kept: KeptPrefix, times: int
) -> None:
    again = tuple(asked(SYSTEM, QUESTION, seed=seed) for seed in range(times))
    alone = told(kept, *again)
    kept.drop()
    told(kept, again[0])
    assert told(kept, *again) == alone
    assert told(kept, *again) == alone
    assert len({text for _, text, _ in alone}) > 1


def test_a_lens_on_another_answer_to_the_same_question_sees_nothing_of_the_first(kept: KeptPrefix) -> None:
    other = asked(SYSTEM, QUESTION, ANSWER + "Or snow.", "What is missing?")
    alone = told(kept, other)
    kept.drop()
    told(kept, lens("What is missing?"))
    assert told(kept, other) == alone


def test_an_answer_may_end_what_was_kept_at_its_last_token(kept: KeptPrefix) -> None:
    """The prompt of the second request is the beginning of that of the first."""
    first, second = lens("What is missing?"), asked(SYSTEM, QUESTION)
    alone = told(kept, second)
    kept.drop()
    told(kept, first)
    assert told(kept, second) == alone


def test_what_was_kept_stays_right_over_many_requests_of_all_kinds(kept: KeptPrefix) -> None:
    shuffled = random.Random(3)
    requests = [
        (lens("What is missing?"),),
        (lens("What is not?"), lens("What is missing?", 2)),
        (asked(SYSTEM, QUESTION),),
        tuple(asked(SYSTEM, QUESTION, seed=seed) for seed in range(4)),
        (asked(SYSTEM, "Why?"), asked("Be brief.", "Why?")),
        (asked("Be brief.", QUESTION, ANSWER, "What is missing?"),),
        (asked(SYSTEM, ""),),
        (asked(SYSTEM),),
    ]
    alone = []
    for request in requests:
        kept.drop()
        alone.append(told(kept, *request, max_tokens=6))
    for _ in range(30):
        chosen = shuffled.randrange(len(requests))
        assert told(kept, *requests[chosen], max_tokens=6) == alone[chosen]


def test_answers_share_a_long_question_far_beyond_the_window_with_hardly_any_room_left(
    kept: KeptPrefix,
) -> None:
    answers = tuple(asked(SYSTEM, "x" * (CONTEXT_TOKENS - 260), seed=seed) for seed in range(8))
    assert _length(kept, answers[0]) > 20 * WINDOW
    alone = told(kept, *answers)
    told(kept, asked(SYSTEM, "y" * (CONTEXT_TOKENS - 200)))
    assert told(kept, *answers) == alone


def test_reading_that_was_given_up_leaves_what_was_kept_right(kept: KeptPrefix) -> None:
    alone = told(kept, lens("What is missing?"))
    kept.drop()
    told(kept, asked(SYSTEM, QUESTION))
    job = Job(_ask((lens("What is missing?"),), 5))
    heard: list[Said] = []

    def give_up_at_once(message: Said) -> None:
        heard.append(message)
        job.cancel()

    answer(kept, job, give_up_at_once)
    assert [type(message) for message in heard] == [Reading, Done]
    assert told(kept, lens("What is missing?")) == alone


def test_an_answer_that_was_stopped_leaves_the_others_as_they_were(kept: KeptPrefix) -> None:
    answers = tuple(lens("What is missing?", seed) for seed in range(3))
    alone = [piece for piece in told(kept, *answers) if piece[0] == 2]
    job = Job(_ask(answers, 24))
    heard: list[Said] = []

    def stop_two(message: Said) -> None:
        heard.append(message)
        if isinstance(message, Piece) and message.seq == 3:
            job.cancel(0)
            job.cancel(1)

    answer(kept, job, stop_two)
    said = [(m.answer, m.text) for m in heard if isinstance(m, Piece) and m.answer == 2]
    assert said == [(place, text) for place, text, _ in alone]


def test_how_much_is_read_is_said_of_the_whole_question(kept: KeptPrefix) -> None:
    told(kept, lens("What is missing?"))
    request = lens("Say it in plain words.")
    heard = heard_of(kept, Job(_ask((request,), 1)))
    fractions = [message.fraction for message in heard if isinstance(message, Reading)]
    *_, last_message = _cuts(kept, request)
    assert last_message / _length(kept, request) < fractions[0] <= fractions[-1] == 1.0
