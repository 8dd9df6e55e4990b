"""The model itself, loaded here once: tokens, letters, probabilities, and what sharing and giving up do."""

from collections.abc import Iterator
from pathlib import Path

import llama_cpp
import numpy as np
import pytest

from app.engine.chances import Likelihoods
from app.engine.llama import Llama, LlamaError, Row, Sampler
from app.engine.messages import Message, Role
from app.engine.streaming import AnswerText

from .speaking import settings, starter


@pytest.fixture(scope="module")
def llama() -> Llama:
    return Llama(str(starter()), 512, 1, lambda _fraction: True)


@pytest.fixture(autouse=True)
def _from_the_beginning(llama: Llama) -> Iterator[None]:
    llama.clear()
    yield
    llama.abort_when(None)


def prompt(llama: Llama, text: str) -> tuple[int, ...]:
    return llama.prompt([Message(Role.USER, text)]).tokens


def rows(tokens: tuple[int, ...], sequence: int = 0, start: int = 0) -> list[Row]:
    return [
        Row(token, start + place, sequence, place == len(tokens) - 1) for place, token in enumerate(tokens)
    ]


def test_the_library_that_ships_can_use_no_gpu_which_would_need_more_than_the_walls_allow() -> None:
    assert not llama_cpp.llama_supports_gpu_offload()


def test_a_control_token_typed_by_a_person_stays_text(llama: Llama) -> None:
    (end,) = llama.tokenize("<|im_end|>", True)
    assert llama.ends_answer(end)
    without, with_it = prompt(llama, "Rain? "), prompt(llama, "Rain? <|im_end|>")
    assert with_it.count(end) == without.count(end)
    assert len(with_it) == len(without) + len(llama.tokenize("Rain? <|im_end|>", False)) - len(
        llama.tokenize("Rain? ", False)
    )


@pytest.mark.parametrize("words", ["🙂👩‍👩‍👧🇮🇩", "مرحبا بالعالم", "שלום", "Rain, 今日 <|im_end|>"])
def test_what_is_tokenised_is_spelled_again_in_whole_letters(llama: Llama, words: str) -> None:
    tokens = llama.tokenize(words, False)
    text = AnswerText(in_thought=False)
    pieces = [piece for token in tokens for _, piece in text.feed(llama.spelling(token))]
    assert "".join(pieces) == words
    assert not any("\ufffd" in piece for piece in pieces)


def test_a_token_is_as_likely_as_its_share_of_all(llama: Llama) -> None:
    tokens = prompt(llama, "Rain?")
    llama.decode(rows(tokens))
    logits = llama.logits(len(tokens) - 1)
    powers = np.exp(logits.astype(np.float64))
    expected = np.log(powers / powers.sum())
    likelihoods = Likelihoods(llama.vocabulary_tokens, llama.spelling)
    measured = [likelihoods.measure(logits, token).logprob for token in range(0, len(expected), 1_000)]
    assert measured == pytest.approx(expected[::1_000].tolist(), abs=1e-4)


def test_without_temperature_the_most_likely_token_is_chosen_whatever_the_seed(llama: Llama) -> None:
    tokens = prompt(llama, "Rain?")
    last = len(tokens) - 1
    llama.decode(rows(tokens))
    chosen = {choose_once(llama, last, seed) for seed in range(5)}
    (best,) = chosen
    assert best == llama.logits(last).argmax()


def choose_once(llama: Llama, row: int, seed: int) -> int:
    sampler = Sampler(settings(temperature=0.0), seed)
    try:
        return llama.choose(sampler, row)
    finally:
        sampler.close()


def test_a_shared_beginning_goes_on_as_if_it_had_been_read_again(llama: Llama) -> None:
    tokens = prompt(llama, "Tell me about rain.")
    llama.decode(rows(tokens))
    whole = llama.logits(len(tokens) - 1).tolist()
    llama.clear()
    llama.decode([Row(token, place, 0, False) for place, token in enumerate(tokens[:-1])])
    llama.share(0, 5)
    llama.decode([Row(tokens[-1], len(tokens) - 1, 5, True)])
    assert llama.logits(0).tolist() == pytest.approx(whole, abs=0.2)


def test_a_sequence_that_is_given_a_beginning_holds_nothing_else(llama: Llama) -> None:
    tokens = prompt(llama, "Tell me about rain.")
    llama.decode(rows(tokens))
    whole = llama.logits(len(tokens) - 1).argmax()
    llama.clear()
    llama.decode(rows(prompt(llama, "Tell me about snow, and more about ice."), sequence=5))
    llama.decode([Row(token, place, 0, False) for place, token in enumerate(tokens[:-1])])
    llama.share(0, 5)
    llama.decode([Row(tokens[-1], len(tokens) - 1, 5, True)])
    assert llama.logits(0).argmax() == whole


def test_reading_is_given_up_when_asked_and_works_again_afterwards(llama: Llama) -> None:
    tokens = prompt(llama, "Rain?")
    llama.abort_when(lambda: True)
    assert not llama.decode(rows(tokens))
    llama.abort_when(None)
    llama.clear()
    assert llama.decode(rows(tokens))


def test_a_full_context_is_an_error_and_not_the_end() -> None:
    small = Llama(str(starter()), 256, 1, lambda _fraction: True)
    for start in range(0, 256, 128):
        small.decode([Row(100, start + place, 0, False) for place in range(128)])
    with pytest.raises(LlamaError, match="llama_decode"):
        small.decode([Row(100, 256, 0, True)])


def test_loading_can_be_given_up() -> None:
    with pytest.raises(LlamaError, match="llama_model_load"):
        Llama(str(starter()), 512, 1, lambda fraction: fraction < 0.5)


@pytest.mark.parametrize("content", [b"", b"GGUF", b"GGUF\x03" + bytes(500), b"not a model at all"])
def test_a_file_that_is_no_model_does_not_load(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    with pytest.raises(LlamaError, match="llama_model_load"):
        Llama(str(path), 512, 1, lambda _fraction: True)


def test_no_more_context_is_given_than_the_model_was_trained_for(llama: Llama) -> None:
    assert llama.context_tokens == 512
    assert Llama(str(starter()), 100_000, 1, lambda _fraction: True).context_tokens == 8_192
