"""Questions turned to sentences where that is safe, and left alone where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.explore.claims import Claim, claim_in


@pytest.mark.parametrize(
    ("question", "claim", "denial"),
    [
        ("Am I pushing people away?", "I am pushing people away", "I am not pushing people away"),
        ("should i leave my job?", "I should leave my job", "I should not leave my job"),
        ("Is it normal to cry at work?", "it is normal to cry at work", "it is not normal to cry at work"),
        ("Was it my fault ?", "it was my fault", "it was not my fault"),
        ("Does she\nlove me?", "she does love me", "she does not love me"),
        ("Have they forgotten me?", "they have forgotten me", "they have not forgotten me"),
    ],
)
def test_a_plain_english_question_gives_a_claim_and_its_denial(
    question: str, claim: str, denial: str
) -> None:
    assert claim_in(question, "en") == Claim(claim, denial)


@pytest.mark.parametrize(
    ("question", "claim", "denial"),
    [
        ("Apakah saya terlalu sensitif?", "saya terlalu sensitif", "saya tidak terlalu sensitif"),
        ("Apakah aku orang yang egois?", "aku orang yang egois", "aku bukan orang yang egois"),
        ("Apakah dia masih mencintai saya?", "dia masih mencintai saya", "dia tidak lagi mencintai saya"),
        ("apakah saya sudah terlambat?", "saya sudah terlambat", "saya belum terlambat"),
        ("Apakah saya salah?", "saya salah", "saya tidak salah"),
        (
            "Haruskah saya berhenti bekerja?",
            "saya harus berhenti bekerja",
            "saya tidak perlu berhenti bekerja",
        ),
        ("Bisakah kami berbaikan?", "kami bisa berbaikan", "kami tidak bisa berbaikan"),
        ("Salahkah saya?", "saya salah", "saya tidak salah"),
    ],
)
def test_a_plain_indonesian_question_gives_a_claim_and_its_denial(
    question: str, claim: str, denial: str
) -> None:
    assert claim_in(question, "id") == Claim(claim, denial)


@pytest.mark.parametrize(
    "question",
    [
        "My boss hates me. What should I do?",
        "Why am I like this?",
        "Am I lazy or just tired?",
        "Am I lazy, or is it my work?",
        "Am I not good enough?",
        "Shouldn't I be happy?",
        "Isn't it my fault?",
        "Have I ever been loved?",
        "Is there something wrong with me?",
        "Is that man dangerous?",
        "Is my boss wrong?",
        "Can you help me?",
        "Do you think I am lazy?",
        "Am I lazy",
        "Am I lazy??",
        "Am I?",
        "Am I “difficult”?",
        "Should I stay? Should I go?",
        "Am I " + "very " * 60 + "lazy?",
        "Should I kill myself?",
        "Am I a burden to them?",
        "Would they be better off without me?",
        "Should I stop my medication?",
        "Is he abusing me?",
    ],
)
def test_an_english_question_that_no_rule_is_sure_of_gives_none(question: str) -> None:
    assert claim_in(question, "en") is None


@pytest.mark.parametrize(
    "question",
    [
        "Kenapa ibu saya marah?",
        "Apakah ini salah saya?",
        "Apakah saya salah satu penyebabnya?",
        "Apakah saya egois atau dia?",
        "Apakah saya tidak cukup baik?",
        "Apakah saya terlalu sensitif ya?",
        "Apakah Anda bisa membantu saya?",
        "Apakah kamu mengerti?",
        "Apakah saya menantu yang buruk?",
        "Apakah saya?",
        "Apakah saya sudah?",
        "Apakah saya sebaiknya mati?",
        "Bolehkah saya berhenti minum obat?",
        "Apakah saya beban bagi mereka?",
        "Apakah dia melakukan kekerasan?",
    ],
)
def test_an_indonesian_question_that_no_rule_is_sure_of_gives_none(question: str) -> None:
    assert claim_in(question, "id") is None


def test_a_question_in_another_language_than_the_rules_gives_none() -> None:
    assert claim_in("Am I too late?", "id") is None
    assert claim_in("Apakah saya terlambat?", "en") is None
    assert claim_in("Am I too late?", "fr") is None


@given(st.text(max_size=250), st.sampled_from(["en", "id"]))
def test_any_text_gives_none_or_two_different_sentences(text: str, language: str) -> None:
    claim = claim_in(text, language)

    assert claim is None or (claim.claim != claim.denial and "?" not in claim.claim + claim.denial)
