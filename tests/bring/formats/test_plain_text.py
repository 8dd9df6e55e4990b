"""Plain text: what people write in any editor is read, and what is no text is not."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.formats.plain_text import FORMAT, MOST_BYTES
from app.bring.opening import opened
from app.bring.source import HEAD_BYTES, BytesSource
from app.domain.conversation import Role
from tests.bring.reading import conversation_in, fault_in, text_in

WORDS = "Aku sedih “sekali” 😀 שלום\u200f"


@pytest.mark.parametrize(
    "held",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
    ],
)
def test_encodings_of_unicode_are_told_by_their_marks(held: bytes) -> None:
    assert text_in(FORMAT, held) == WORDS


def test_what_is_no_unicode_is_windows_1252() -> None:
    assert text_in(FORMAT, "“Café” für 5 €".encode("cp1252")) == "“Café” für 5 €"
    assert text_in(FORMAT, b"caf\xe9 \x81") == "café \ufffd"


def test_one_wrong_byte_leaves_the_rest_as_it_is() -> None:
    assert text_in(FORMAT, "für 😀 dich".encode() + b"\xe9!") == "für 😀 dich\ufffd!"


def test_a_character_at_the_border_of_the_head_is_no_fault() -> None:
    for before in range(HEAD_BYTES - 4, HEAD_BYTES):
        assert text_in(FORMAT, b"a" * before + "😀".encode()) == "a" * before + "😀"


def test_markdown_stays_as_it_is_written() -> None:
    written = "---\ntitle: x\n---\n# Title\n\n- **bold** `code`\n\n```py\na = 1\n```\n"
    written += "![x](https://host.invalid/a.png) <b>y</b>"
    assert text_in(FORMAT, written.encode()) == written


def test_line_ends_become_line_feeds() -> None:
    assert text_in(FORMAT, b"a\r\nb\rc") == "a\nb\nc"


def test_a_copied_chat_becomes_turns() -> None:
    conversation, _ = conversation_in(FORMAT, b"You said:\na\nChatGPT said:\nb")
    assert [(turn.role, turn.shown.text) for turn in conversation.turns] == [
        (Role.USER, "a"),
        (Role.ASSISTANT, "b"),
    ]


@pytest.mark.parametrize(
    "held", [b"[10:32] Me: hi", b"[link](x)", b"[ ] todo", b"[[wiki]]", b"{note}", b"[1] a\n[2] b"]
)
def test_brackets_may_begin_a_text(held: bytes) -> None:
    assert text_in(FORMAT, held) == held.decode()


@pytest.mark.parametrize(
    "held",
    [
        b'{"a": 1}',
        b'[{"a": 1}]',
        b" \n[ { ",
        b"{}",
        b"[1, 2]",
        b'["a"',
        b'{"a',
        codecs.BOM_UTF8 + b'{"a": 1}',
        b"[[[]]]",
    ],
)
def test_unknown_json_is_refused_as_such(held: bytes) -> None:
    assert FORMAT.opened(BytesSource(held)) is None
    with pytest.raises(ReadingError) as raised:
        opened(BytesSource(held))
    assert raised.value.fault is Fault.UNKNOWN_JSON


def test_deep_and_long_brackets_are_read_or_refused() -> None:
    assert FORMAT.opened(BytesSource(b"[" * 60_000)) is None or fault_in(FORMAT, b"[" * 60_000) is None
    assert fault_in(FORMAT, b"[" + b"1" * 50_000 + b"]") is None


@pytest.mark.parametrize(
    "held",
    [
        b"a\0b",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "text".encode("utf-16-le"),
        codecs.BOM_UTF32_LE + "text".encode("utf-32-le"),
        codecs.BOM_UTF32_BE + "text".encode("utf-32-be"),
        bytes(range(1, 256)),
        b"a\x01",
        b"PK\x03\x04" + b"\xff" * 40,
        codecs.BOM_UTF16_LE + "a\0".encode("utf-16-le"),
    ],
)
def test_binary_files_are_no_text(held: bytes) -> None:
    assert FORMAT.opened(BytesSource(held)) is None


def test_a_few_control_characters_are_dropped() -> None:
    assert text_in(FORMAT, b"a" * 200 + b"\x0b\x0cb") == "a" * 200 + "b"


def test_white_space_alone_is_no_text() -> None:
    assert fault_in(FORMAT, b" \n\t\r\n") is Fault.NO_TEXT


def test_too_long_a_text_is_cut() -> None:
    conversation, report = conversation_in(FORMAT, b"a" * (MOST_BYTES + 1))
    assert set(conversation.turns[0].shown.text) == {"a"}
    assert {omitted.why for omitted in report.omitted} == {Skipped.CUT}


@given(
    st.one_of(
        st.binary(),
        st.text().map(str.encode),
        st.text().map(lambda text: text.encode("utf-16", "surrogatepass")),
    )
)
def test_any_bytes_are_read_or_refused(held: bytes) -> None:
    for some in (held, codecs.BOM_UTF16_LE + held, codecs.BOM_UTF8 + held):
        assert fault_in(FORMAT, some) in {None, Fault.NO_TEXT}
