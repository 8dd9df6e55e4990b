"""What may stand on the page, and as what."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.client import Voice, VoiceKind
from app.domain.mark import Mark
from app.errors import BugError
from app.export.page import PageCrisisLine, PageMark, PageNextStep, PageStatement, printable

from .pages import an_english_page, an_indonesian_page


@pytest.mark.parametrize("page", [an_english_page(), an_indonesian_page()], ids=["en", "id"])
def test_a_plain_page_is_printed_as_it_is(page: Any) -> None:
    assert printable(page) == page


@pytest.mark.parametrize(
    "stranger", [Mark(), Voice("v", VoiceKind.CLIENT, "Maya", 0), b"bytes", ["list"], {"a": 1}, 1.5]
)
def test_what_is_not_on_the_list_is_refused_without_its_value(stranger: Any) -> None:
    page = replace(an_english_page(), take_aways=("one", stranger))
    with pytest.raises(BugError, match=type(stranger).__name__) as caught:
        printable(page)
    assert "Maya" not in str(caught.value)


def test_a_class_that_pretends_to_be_a_listed_one_is_refused() -> None:
    class Noted(PageNextStep):
        note = "private"

    with pytest.raises(BugError, match="Noted"):
        printable(replace(an_english_page(), next_step=Noted("step")))


@pytest.mark.parametrize("language", ["", "EN", "en-GB", 'en" onload="', "english"])
def test_a_language_that_is_no_code_is_refused(language: str) -> None:
    with pytest.raises(BugError, match="language"):
        printable(replace(an_english_page(), language=language))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("pay \u202edrow\u202c \u2066x\u2069", "pay drow x"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("hid\U000e0041\U000e0042den", "hidden"),
        ("no\ufffe\uffff\U0010ffffthing", "nothing"),
        ("  two \t words\r\nnext\u2028last  ", "two words\nnext\nlast"),
        ("half \ud83d", "half \ufffd"),
        ("می\u200cخواهم 👨\u200d👩\u200d👧", "می\u200cخواهم 👨\u200d👩\u200d👧"),
    ],
)
def test_words_are_printed_without_what_hides_or_reorders(typed: str, printed: str) -> None:
    assert printable(replace(an_english_page(), question=typed)).question == printed


def test_a_name_and_a_date_stay_in_one_line() -> None:
    page = an_english_page()
    mark = PageMark(VoiceKind.CLIENT, "Ma\nya", None, "", "it\nmatters")
    page = replace(page, date="3\nMarch", statements=(PageStatement(1, "x", (mark,)),))
    ready = printable(page)
    assert (ready.date, ready.statements[0].marks[0].voice) == ("3 March", "Ma ya")


def test_empty_parts_are_left_out() -> None:
    silent = PageMark(VoiceKind.CLIENT, "Client", None, "", "")
    ready = printable(
        replace(
            an_english_page(),
            question=" \n ",
            statements=(PageStatement(1, "\u200b"), PageStatement(2, "kept", (silent,))),
            take_aways=("", " \t", "own"),
            next_step=PageNextStep(" ", "me"),
            crisis_lines=(PageCrisisLine("Nowhere", "", ""),),
        )
    )
    assert (ready.question, ready.next_step, ready.crisis_lines) == ("", None, ())
    assert ready.statements == (PageStatement(2, "kept"),)
    assert ready.take_aways == ("own",)
