"""Everything that can stand in a file's way, or be left out of it, has its words in both languages."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from app.bring.faults import Fault, Skipped
from app.domain.conversation import Role
from app.domain.shared_file import SharedLeftOut, SharedListed, SharedUnread
from app.ui.bring_words import (
    fault_sentence,
    left_out_words,
    listed_words,
    speaker_words,
    title_words,
    unread_words,
)
from tests.ui.words_on_screen import TRANSLATIONS


@pytest.mark.parametrize("fault", list(Fault))
def test_each_fault_is_told_with_what_to_do_next(qapp: QApplication, fault: Fault) -> None:
    sentences = [one for one in fault_sentence(fault).split(". ") if one]
    assert len(sentences) >= 2
    assert sentences[-1].endswith(".")


def test_no_two_faults_and_no_two_reasons_read_the_same(qapp: QApplication) -> None:
    assert len({fault_sentence(fault) for fault in Fault}) == len(Fault)
    assert len({left_out_words(SharedLeftOut(why.value, 1)) for why in Skipped}) == len(Skipped)


def test_all_of_them_are_said_in_indonesian(qapp: QApplication) -> None:
    english = {fault: fault_sentence(fault) for fault in Fault}
    reasons = {why: left_out_words(SharedLeftOut(why.value, 1)) for why in Skipped}
    translator = QTranslator()
    assert translator.load("id.qm", str(TRANSLATIONS))
    qapp.installTranslator(translator)
    try:
        assert all(fault_sentence(fault) != said for fault, said in english.items())
        assert all(left_out_words(SharedLeftOut(why.value, 1)) != said for why, said in reasons.items())
    finally:
        qapp.removeTranslator(translator)


def test_what_was_left_out_is_counted_and_named_as_far_as_it_is_told(qapp: QApplication) -> None:
    assert "3" in left_out_words(SharedLeftOut("hidden", 3))
    assert left_out_words(SharedLeftOut("hidden", 3, ("On sleep", "On work"))).endswith("(On sleep, On work)")
    assert unread_words(SharedUnread(2, "encrypted")).startswith("File 2: ")


def test_a_conversation_is_listed_with_what_is_known_of_it(qapp: QApplication) -> None:
    assert listed_words(SharedListed(0, "", None, "", 1, 0)) == "1 turn"
    assert listed_words(SharedListed(0, "", None, "gpt-5", 12, 2)) == "gpt-5 · 12 turns · answered again: 2"
    assert title_words("  ") == "Untitled"
    assert title_words(" On sleep ") == "On sleep"


def test_whoever_speaks_is_told_apart_and_what_may_be_an_ais_says_so(qapp: QApplication) -> None:
    words = {role: speaker_words(role) for role in Role}
    assert len(set(words.values())) == len(Role)
    assert all("AI text" in words[role] for role in (Role.ASSISTANT, Role.UNKNOWN))
