"""Pages of HTML: what people see of them is read, and nothing is run or loaded."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bring.faults import Fault, Skipped
from app.bring.formats.html_page import FORMAT, MOST_BYTES
from app.bring.source import BytesSource
from app.domain.conversation import Role
from tests.bring.reading import conversation_in, fault_in, text_in

PAGE = (
    "<!doctype html><html><head><title>A  talk</title><script>run()</script></head>"
    "<body><p>One 😀</p><p>two</p></body></html>"
)


@pytest.mark.parametrize(
    "held",
    [
        PAGE.encode(),
        codecs.BOM_UTF8 + PAGE.encode(),
        PAGE.encode("utf-16"),
        b"\n <!-- saved --><!-- from -->\n" + PAGE.encode(),
        b'<?xml version="1.0"?>\n' + PAGE.encode(),
        PAGE.replace("<!doctype html>", "").encode(),
        PAGE.upper()
        .replace("RUN()", "")
        .replace("ONE", "One")
        .replace("TWO", "two")
        .replace("A  TALK", "A talk")
        .encode(),
    ],
)
def test_the_title_and_the_text_of_a_page_are_read(held: bytes) -> None:
    conversation, report = conversation_in(FORMAT, held)
    assert (conversation.title, conversation.turns[0].shown.text) == ("A talk", "One 😀\n\ntwo")
    assert report.omitted == []


@pytest.mark.parametrize(
    ("charset", "codec", "said"),
    [
        ("windows-1251", "cp1251", "Привет"),
        ("Shift_JIS", "cp932", "こんにちは"),
        ("nothing", "cp1252", "Café"),
        ("", "cp1252", "é"),
    ],
)
def test_the_charset_that_a_page_names_holds_if_it_is_no_unicode(charset: str, codec: str, said: str) -> None:
    assert text_in(FORMAT, f'<html><meta charset="{charset}"><p>{said}'.encode(codec)) == said


def test_a_copied_chat_becomes_turns() -> None:
    conversation, _ = conversation_in(
        FORMAT, b"<html><body><h5>You said:</h5><p>a</p><h6>ChatGPT said:</h6><p>b</p></body></html>"
    )
    assert [(turn.role, turn.shown.text) for turn in conversation.turns] == [
        (Role.USER, "a"),
        (Role.ASSISTANT, "b"),
    ]


@pytest.mark.parametrize(
    "held",
    [
        b"",
        b"text <html>",
        b"<htmlx>",
        b"<!-- <html>",
        b"<?xml?><svg/>",
        b"<html>\0",
        b"<p> is a tag",
        b"<3 you, and <b>this</b>",
        b"<title> never closed",
        b"<div>a</div>\n\n# Notes\n\n- one\n- two\n",
        b"<think>a</think>",
        b"<p>I wrote this tag, and <b>that</b>",
        b"<divide>a</divide>",
        b"<p" * 30_000,
        b"<!--" * 15_000,
    ],
)
def test_other_files_are_not_ours(held: bytes) -> None:
    assert FORMAT.opened(BytesSource(held)) is None


@pytest.mark.parametrize(
    "held",
    [
        b'<meta charset="utf-8"><div>You said:</div>a<div>ChatGPT said:</div>b',
        b"<title>x</title><p>You said:<p>a<p>ChatGPT said:<p>b",
        b"<!-- x --><div>You said:</div>a<div>ChatGPT said:</div><p>b</p>\n",
        b"<DIV class=x><p>You said:</p><p>a</p><p>ChatGPT said:</p>b</DIV>",
        codecs.BOM_UTF16_LE + "<p>You said:</p>a<p>ChatGPT said:</p><p>b</p>\n".encode("utf-16-le"),
        b"<p>You said:</p>a<p>ChatGPT said:</p>b" + b"<p></p>" * 20_000,
    ],
)
def test_parts_of_pages_are_pages(held: bytes) -> None:
    conversation, _ = conversation_in(FORMAT, held)
    assert [(turn.role, turn.shown.text) for turn in conversation.turns] == [
        (Role.USER, "a"),
        (Role.ASSISTANT, "b"),
    ]


def test_a_page_without_text_has_none() -> None:
    assert fault_in(FORMAT, b"<html><script>a</script><img src=x></html>") is Fault.NO_TEXT


def test_too_long_a_page_is_cut() -> None:
    conversation, report = conversation_in(FORMAT, b"<html><p>a</p>" + b" " * MOST_BYTES)
    assert conversation.turns[0].shown.text == "a"
    assert {omitted.why for omitted in report.omitted} == {Skipped.CUT}


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<title>",
        "<meta charset=",
        "<ul><li>",
        "<table><td>",
        "a",
        "&#x110000;",
        "<",
        "\0",
    ]
)


@given(st.one_of(st.lists(PIECES).map(lambda pieces: "".join(pieces).encode()), st.binary()))
def test_any_page_is_read_or_refused(body: bytes) -> None:
    for held in (body, b"<html>" + body, codecs.BOM_UTF16_LE + b"<\0h\0t\0m\0l\0>\0" + body):
        assert fault_in(FORMAT, held) in {None, Fault.NO_TEXT}
