"""The prompt files that are shipped: whole in both languages, and plain to read."""

import re
import tomllib
from pathlib import Path

import pytest

from app.explore.cards import read_cards
from app.explore.lenses import read_lens_frame, read_lenses
from app.explore.phrasings import read_phrasings
from app.explore.prompts import read_answer_prompt
from app.explore.statements import split
from app.explore.word_rule import words

PROMPTS = Path(__file__).parents[2] / "resources" / "prompts"
LANGUAGES = ("en", "id")
MOST_WORDS = 14

FILES = sorted(PROMPTS.rglob("*.toml"))


def texts(file: Path) -> list[str]:
    values = tomllib.loads(file.read_text(encoding="utf-8")).values()
    return [
        text
        for value in values
        for text in (value if isinstance(value, list) else [value])
        if isinstance(text, str)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lens_card_and_template_is_there(language: str) -> None:
    folder = PROMPTS / language

    assert [lens.id for lens in read_lenses(folder)] == [
        "missing", "assumptions", "plain_words", "another_view", "evidence", "questions_for_us",
    ]  # fmt: skip
    assert [card.id for card in read_cards(folder)] == [
        "welcome", "prompt", "role_and_dose", "privacy", "next_step",
    ]  # fmt: skip
    assert read_phrasings(folder).language == language
    assert read_answer_prompt(folder).system
    assert read_lens_frame(folder).system


def test_both_languages_have_the_same_files_with_the_same_numbers_of_questions() -> None:
    english, indonesian = (
        sorted(file.relative_to(PROMPTS / language) for file in (PROMPTS / language).rglob("*"))
        for language in LANGUAGES
    )
    assert english == indonesian
    questions = [[len(card.questions) for card in read_cards(PROMPTS / language)] for language in LANGUAGES]
    assert questions[0] == questions[1]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PROMPTS)))
def test_a_version_names_its_file_and_its_language(file: Path) -> None:
    version = tomllib.loads(file.read_text(encoding="utf-8"))["version"]

    assert re.fullmatch(rf"{file.stem}-{file.relative_to(PROMPTS).parts[0]}-\d+", version)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PROMPTS)))
def test_no_sentence_is_longer_than_a_screen_shared_by_two_can_bear(file: Path) -> None:
    filled = [re.sub(r"\{\w+\}", "Yes?", text) for text in texts(file)]
    sentences = [text[start:end] for text in filled for start, end in split(text)]

    assert sentences
    assert [sentence for sentence in sentences if len(words(sentence)) > MOST_WORDS] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ("not a therapist, a doctor or a friend", "diagnosis", "medicine", "cannot know", "differently"),
        ),
        (
            "id",
            ("bukan terapis, dokter, atau teman", "diagnosis", "obat", "tidak dapat Anda ketahui", "berbeda"),
        ),
    ],
)
def test_the_model_is_told_what_it_is_not_and_to_invite_another_view(
    language: str, said: tuple[str, ...]
) -> None:
    folder = PROMPTS / language

    for system in (read_lens_frame(folder).system, read_answer_prompt(folder).system):
        assert [part for part in said if part not in system] == []


def test_no_card_asks_what_can_be_answered_with_yes_or_no() -> None:
    closed = re.compile(r"(Do|Did|Are|Is|Was|Have|Can|Will|Apakah|Adakah)\b")
    questions = [
        q for language in LANGUAGES for card in read_cards(PROMPTS / language) for q in card.questions
    ]

    assert len(questions) == 36
    assert [question for question in questions if closed.match(question) or question[-1] != "?"] == []
