"""Rich Text: what is shown is read, and what is made to harm takes neither time nor memory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bring.blocks import MOST_CHARS
from app.bring.faults import Fault, Skipped
from app.bring.formats.rtf import FORMAT, MOST_BYTES
from app.bring.source import BytesSource
from app.domain.conversation import Role
from tests.bring.reading import conversation_in, fault_in, text_in

FONTS = rb"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 MS Mincho;}}"


def rtf(body: bytes) -> bytes:
    return rb"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + rb"{\colortbl;\red0;}{\*\generator Any;}" + body + b"}"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"one \b two\b0 \par\pard three", "one two\n\nthree"),
        (b"a\r\nb\\\nc", "ab\n\nc"),
        (rb"a\line b\tab c\~d\_e\{\}\\", "a\nb\tc\xa0d\u2011e{}\\"),
        (rb"\lquote a\rquote\emdash\ldblquote b\rdblquote", "‘a’—“b”"),
        (rb"caf\'e9 \'80", "café €"),
        (rb"{\f1 \'cf\'f0\'e8} \'e9", "При é"),
        (rb"\f2 \'82\'a0\'83\'41", "あア"),
        (rb"\u228?\u8364\'80 \uc2\u-10179??\u-8704?? x\uc0\u233 y", "ä€ 😀 xéy"),
        (rb"{\uc0\u128512}", "😀"),
        (rb"\u228\par b", "ä\n\nb"),
        (rb"\v secret\v0 shown {\v secret}{\deleted gone}\plain", "shown"),
        (rb"a{\v b\plain c}d", "acd"),
        (rb"{\header head}{\footerl foot}{\info{\title t}}{\*\unknown x}{\annotation c}text", "text"),
        (rb'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}}', "link"),
        (rb"a{\footnote \chftn first\par second}b", "a[1]b\n\n[1] first second"),
        (rb"{\pntext\'b7\tab}a\par{\listtext 2.\tab}b\par c", "- a\n2. b\n\nc"),
        (rb"\trowd\intbl a\par b\cell c\cell\row\trowd\intbl d\cell\cell\row\pard e", "a b | c\nd | \n\ne"),
        (rb"a{\pict\bin5 }}}}}}b", "ab"),
        (rb"a\bin3 \{}b", "ab"),
        (rb"{\*\shppict{\pict 00ff}}{\nonshppict{\pict 00ff}}a", "a"),
        (rb"a}behind", "a"),
        (rb"\mac \'8e", "é"),
    ],
)
def test_what_is_shown_is_read(body: bytes, text: str) -> None:
    assert text_in(FORMAT, rtf(body)) == text


def test_a_page_of_letters_is_that_of_the_document() -> None:
    assert text_in(FORMAT, rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8}") == "При"
    assert text_in(FORMAT, rb"{\rtf1\ansi\ansicpg99999 \'e9}") == "é"


def test_letters_without_a_font_are_those_of_the_documents_font() -> None:
    fonts = rb"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}"
    said = rb"\'cf\'f0{\f0 \'e9}\f0\'e9\plain\'cf\'f0"
    assert text_in(FORMAT, rb"{\rtf1\ansi\ansicpg1252\deff1" + fonts + said + b"}") == "ПрééПр"
    assert text_in(FORMAT, rb"{\rtf1\ansi\deff7" + fonts + rb"\'e9}") == "é"


def test_hidden_text_and_pictures_are_counted() -> None:
    _, report = conversation_in(FORMAT, rtf(rb"a{\v b}{\pict 00}{\object{\*\objdata 00}}"))
    assert [(omitted.why, omitted.count) for omitted in report.omitted] == [
        (Skipped.HIDDEN, 1),
        (Skipped.NO_TEXT, 2),
    ]


def test_a_copied_chat_becomes_turns() -> None:
    conversation, _ = conversation_in(FORMAT, rtf(rb"{\b You said:}\par a\par {\b ChatGPT said:}\par b"))
    assert [(turn.role, turn.shown.text) for turn in conversation.turns] == [
        (Role.USER, "a"),
        (Role.ASSISTANT, "b"),
    ]


def test_a_document_that_ends_too_early_is_read_as_far_as_it_goes() -> None:
    conversation, report = conversation_in(FORMAT, rb"{\rtf1 {\b text\'4")
    assert conversation.turns[0].shown.text.startswith("text")
    assert [omitted.why for omitted in report.omitted] == [Skipped.BROKEN]
    assert fault_in(FORMAT, rb"{\rtf1 {\b") is Fault.BROKEN


def test_a_document_without_text_has_none() -> None:
    assert fault_in(FORMAT, rtf(rb"\par \par {\pict 00}")) is Fault.NO_TEXT


def test_other_files_are_not_ours() -> None:
    for held in (b"", b"text", b"{\\rt", b'{"a": 1}', b"x{\\rtf1}"):
        assert FORMAT.opened(BytesSource(held)) is None


def test_too_large_a_document_is_refused() -> None:
    assert fault_in(FORMAT, b"{\\rtf1 a" + bytes(MOST_BYTES)) is Fault.TOO_LARGE


def test_too_long_a_text_is_cut() -> None:
    _, report = conversation_in(FORMAT, rtf(b"a" * (MOST_CHARS + 1)))
    assert {omitted.why for omitted in report.omitted} == {Skipped.CUT}


@pytest.mark.parametrize(
    "body",
    [
        b"{" * 200_000,
        b"{" * 999 + b"}" * 999,
        rb"{\footnote " * 900 + b"x" + b"}" * 900,
        b"\\" + b"a" * 500_000,
        b"\\u" + b"9" * 500_000,
        b"\\bin" + b"9" * 500_000,
        rb"\bin-99999999 ",
        rb"\bin999999999 ",
        rb"\uc999999999\u65 " + b"x" * 100_000,
        rb"\u-999999999 \u999999999 \f-5 \f999999999 \fcharset ",
        rb"{\fonttbl" + b"".join(b"\\f%d\\fcharset1" % n for n in range(20_000)) + b"}",
        rb"\cell" * 50_000 + rb"\row",
        rb"{\listtext " + b"1" * 100_000 + rb"}a\par ",
        b"\\'" * 50_000,
        b"\\",
        b"\0" * 100_000,
        rb"\u-10179? alone",
    ],
)
def test_what_is_made_to_harm_is_read_or_refused(body: bytes) -> None:
    assert fault_in(FORMAT, rb"{\rtf1 start " + body) in {None, Fault.BROKEN}
    assert fault_in(FORMAT, rtf(b"start " + body)) in {None, Fault.BROKEN}


WORDS = st.sampled_from(
    rb"\par|\cell|\row|\trowd|\intbl|\pard|\plain|\v|\v0|\deleted|\footnote|\pict|\bin2|\u-3|\uc7|\f1|\fonttbl|\fcharset128|\*|\'e9"
    rb"|\'|{|}|{\listtext|text| |\ansicpg932|\page|\object|\shptxt|\~|\|;".split(b"|")
)


@given(st.one_of(st.lists(WORDS).map(b"".join), st.binary()))
def test_any_words_and_any_bytes_are_read_or_refused(body: bytes) -> None:
    assert fault_in(FORMAT, rb"{\rtf1" + body) in {None, Fault.BROKEN, Fault.NO_TEXT}
    assert fault_in(FORMAT, rtf(body)) in {None, Fault.BROKEN, Fault.NO_TEXT}
