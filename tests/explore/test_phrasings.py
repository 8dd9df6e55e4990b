"""Drafts of a question in other words, with the templates that are shipped."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer import PhrasingKind
from app.domain.text import plain
from app.errors import BugError
from app.explore.phrasings import PhrasingTemplates, read_phrasings

PROMPTS = Path(__file__).parents[2] / "resources" / "prompts"
TEMPLATES = {language: read_phrasings(PROMPTS / language) for language in ("en", "id")}


def prepared(question: str, language: str) -> dict[PhrasingKind, str]:
    return {phrasing.kind: phrasing.text for phrasing in TEMPLATES[language].prepared(question)}


def test_a_question_for_yes_or_no_becomes_two_beliefs_that_disagree() -> None:
    assert prepared(" Am I pushing people away? ", "en") == {
        PhrasingKind.AS_ASKED: "Am I pushing people away?",
        PhrasingKind.NEUTRAL: "Please look at this from several sides and take none: “Am I pushing people away?” "
        "What can you not know from here?",
        PhrasingKind.OPPOSITE: "I think I am not pushing people away. Do you agree?",
        PhrasingKind.FRIEND: "A friend of mine thinks I am pushing people away. Do you agree?",
    }


def test_an_indonesian_question_is_worded_in_indonesian() -> None:
    drafts = prepared("Apakah saya terlalu sensitif?", "id")

    assert drafts[PhrasingKind.OPPOSITE] == "Rasanya saya tidak terlalu sensitif. Apakah Anda setuju?"
    assert drafts[PhrasingKind.FRIEND] == "Menurut seorang teman, saya terlalu sensitif. Apakah Anda setuju?"


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize(
    "question", ["My boss hates me. What should I do?", "Kenapa ibu marah?\nSaya lelah."]
)
def test_any_other_question_is_wrapped_as_it_stands(question: str, language: str) -> None:
    drafts = prepared(question, language)

    assert list(drafts) == [
        PhrasingKind.AS_ASKED,
        PhrasingKind.NEUTRAL,
        PhrasingKind.OPPOSITE,
        PhrasingKind.FRIEND,
    ]
    assert len(set(drafts.values())) == 4
    assert all(text.count(question) == 1 for text in drafts.values())


def test_what_the_ai_did_not_know_is_added_to_the_question() -> None:
    draft = TEMPLATES["en"].with_context("Am I lazy?", " I sleep badly. ")

    assert draft.kind is PhrasingKind.CONTEXT
    assert draft.text == "Am I lazy?\n\nWhat you did not know about me: I sleep badly."
    assert TEMPLATES["id"].with_context("Apakah saya malas?", "Saya sulit tidur.").text == (
        "Apakah saya malas?\n\nYang belum Anda ketahui tentang saya: Saya sulit tidur."
    )


def test_while_nothing_is_added_the_question_stands_alone() -> None:
    assert TEMPLATES["en"].with_context("Am I lazy?", " \n ").text == "Am I lazy?"


@given(st.text(max_size=100), st.text(max_size=100))
def test_peoples_text_stays_what_it_is(question: str, added: str) -> None:
    asked, told = "“{added}{question}%s{0}” " + plain(question).strip(), "{question}" + plain(added).strip()

    text = TEMPLATES["en"].with_context(asked, told).text

    assert text == f"{asked.strip()}\n\nWhat you did not know about me: {told}"


@pytest.mark.parametrize("question", ["", " \n"])
def test_without_a_question_there_is_nothing_to_put_in_other_words(question: str) -> None:
    with pytest.raises(BugError):
        TEMPLATES["en"].prepared(question)
    with pytest.raises(BugError):
        TEMPLATES["en"].with_context(question, "I sleep badly.")


RIGHT = (PROMPTS / "en" / "phrasings.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('language = "en"', 'language = "de"'),
        ('"I think {denial}. Do', '"I think {claim}. Do'),
        ("neutral = ", "more = "),
        ("{question}\n\nWhat", "What"),
    ],
)
def test_templates_that_are_not_whole_are_refused(tmp_path: Path, right: str, wrong: str) -> None:
    assert RIGHT.count(right) == 1
    (tmp_path / "phrasings.toml").write_text(RIGHT.replace(right, wrong), encoding="utf-8")

    with pytest.raises(BugError, match=r"phrasings\.toml"):
        read_phrasings(tmp_path)


def test_templates_say_in_which_language_they_are() -> None:
    assert isinstance(TEMPLATES["id"], PhrasingTemplates)
    assert [TEMPLATES[language].language for language in ("en", "id")] == ["en", "id"]
