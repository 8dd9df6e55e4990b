"""PDF documents: what is printed is read as people read it, and what is made to harm stays in the reader."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QPdfWriter, QTextDocument
from pytestqt.qtbot import QtBot

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Opened, Report
from app.bring.formats import pdf as pdf_format
from app.bring.formats.pdf import FORMAT, MOST_PAGES
from app.bring.messages import Cancel, Cancelled, Failed, Found, Listed, Open, Part, Progress, Show, Shown
from app.bring.source import BytesSource
from app.domain.conversation import SAID_MAX_CHARS, Role
from tests.bring.child import ROOT, Child, reader
from tests.bring.making_pdf import FONT, deflated, drawn, pages_of, pdf_of, simple, stream, typeset
from tests.bring.reading import conversation_in, fault_in, text_in, zipped

FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]"
ENGLISH = (
    "It is late and the officially affluent neighbours are still awake, which I find difficult to bear. "
    "They have a well-known habit of moving their furniture in the middle of the night."
)
INDONESIAN = (
    "Anak-anak bermain kupu-kupu di lapangan dan teman-teman mereka bersenang-senang bersama-sama "
    "sepanjang hari itu, sampai orang tua mereka memanggil mereka untuk makan malam di rumah."
)


def omitted(report: Report) -> dict[Skipped, int]:
    return {one.why: one.count for one in report.omitted}


def locked(held: bytes, user: str, owner: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(held))
    writer.encrypt(user, owner, algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def within(form: bytes) -> list[bytes]:
    """A page that draws form 6."""
    objects = pages_of(stream(b"/X Do"))
    objects[3] = objects[3].replace(b"/Font", b"/XObject<</X 6 0 R>>/Font")
    return [*objects, form]


@pytest.mark.parametrize("paragraph", [ENGLISH, INDONESIAN])
def test_paragraphs_come_back_in_one_piece(paragraph: str) -> None:
    text = text_in(FORMAT, typeset(f"= Title\n\n{paragraph}\n\n{paragraph}"))
    assert text == f"Title\n\n{paragraph}\n\n{paragraph}"


def test_a_heading_says_nothing_of_how_far_apart_the_lines_of_a_paragraph_are() -> None:
    said = "It can feel selfish at first. That feeling often passes when nothing bad follows."
    text = text_in(FORMAT, typeset(f"= On saying no\n\nYou may say no.\n\n#block(width: 80%)[{said}]"))
    assert text == f"On saying no\n\nYou may say no.\n\n{said}"


def test_items_of_a_list_and_lines_that_were_ended_stay_lines() -> None:
    said = f"- one\n- two\n- three, and {ENGLISH}\n\nRoses are red \\\nViolets are blue"
    end = f"• one\n• two\n• three, and {ENGLISH}\n\nRoses are red\nViolets are blue"
    assert text_in(FORMAT, typeset(said)) == end


def test_a_hyphen_goes_where_the_document_has_the_word_in_one_piece() -> None:
    text = text_in(
        FORMAT,
        simple(
            [
                b"what is meant by a misunder-",
                b"standing is a misunderstanding",
                b"and the long way of all anak-",
                b"anak",
            ]
        ),
    )
    assert "a misunderstanding is" in text
    assert "anak-anak" in text


def test_ligatures_are_letters() -> None:
    names = b"/Differences[65/f_i]"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Any/Encoding<<%s>>/ToUnicode 6 0 R>>" % names
    table = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <FB03> endbfchar"
    objects = [*pages_of(stream(drawn(b"oAce"))), stream(table)]
    objects[2] = font
    held = pdf_of(objects).replace(b"/FB03", b"")
    assert "ffi" in text_in(FORMAT, held)


def test_what_every_page_repeats_is_left_out() -> None:
    bodies = [b"Apples are red", b"Pears are green", b"Plums are blue", b"Figs are brown"]
    pages = [
        stream(drawn(b"Notes of a session", top=800) + drawn(body) + drawn(b"Page %d of 4" % number, top=30))
        for number, body in enumerate(bodies, 1)
    ]
    assert text_in(FORMAT, pdf_of(pages_of(*pages))) == "\n\n".join(body.decode() for body in bodies)


def test_page_numbers_are_left_out_of_two_pages() -> None:
    pages = [
        stream(drawn(body) + drawn(b"- %d -" % at, top=30)) for at, body in enumerate((b"One", b"Two"), 1)
    ]
    assert text_in(FORMAT, pdf_of(pages_of(*pages))) == "One\n\nTwo"


@pytest.mark.parametrize(("top", "text"), [(30, "One"), (746, "One\n1")])
def test_the_number_of_a_single_page_is_left_out_where_it_stands_apart(top: int, text: str) -> None:
    page = stream(drawn(b"One") + drawn(b"1", top=top))
    assert text_in(FORMAT, pdf_of(pages_of(page))) == text


def test_names_before_turns_are_no_headers() -> None:
    pages = [
        [b"You said:", b"Why %s?" % word, b"ChatGPT said:", b"For %s." % word]
        for word in (b"a", b"b", b"c", b"d")
    ]
    conversation, _ = conversation_in(FORMAT, simple(*pages))
    assert len(conversation.turns) == 8


def test_a_document_that_is_the_same_on_all_pages_is_read() -> None:
    assert text_in(FORMAT, simple([b"Hello"], [b"Hello"], [b"Hello"])) == "Hello\n\nHello\n\nHello"


@pytest.mark.parametrize("turns", [3, 24])
@pytest.mark.parametrize(
    ("person", "service", "question"),
    [
        (
            "You said:",
            "ChatGPT said:",
            "Why can I not sleep although I have tried everything that anybody knows?",
        ),
        (
            "Anda mengatakan:",
            "ChatGPT mengatakan:",
            "Kenapa saya tidak bisa tidur, padahal sudah mencoba semua?",
        ),
    ],
)
def test_a_chat_that_was_printed_has_its_turns(
    person: str, service: str, question: str, turns: int, tmp_path: Path, qtbot: QtBot
) -> None:
    page = QTextDocument()
    answer = f"{ENGLISH}</p><ul><li>First</li><li>Second</li></ul>"
    page.setHtml(f"<p>{person}</p><p>{question}</p><p>{service}</p><p>{answer}" * turns)
    written = tmp_path / "chat"
    printer = QPdfWriter(str(written))
    printer.setTitle("Sleep")
    page.print_(printer)
    del printer
    conversation, report = conversation_in(FORMAT, written.read_bytes())
    assert [turn.role for turn in conversation.turns] == [Role.USER, Role.ASSISTANT] * turns
    assert {turn.shown.text for turn in conversation.turns[::2]} == {question}
    answered = {" ".join(turn.shown.text.split()) for turn in conversation.turns[1::2]}
    assert answered == {f"{ENGLISH} First Second"}
    assert conversation.title == "Sleep"
    assert {one.why for one in report.omitted} == {Skipped.REPEATED}


def test_a_page_that_is_turned_is_read_in_lines() -> None:
    turned = (
        b"BT /F 11 Tf 0 1 -1 0 100 72 Tm (Apples are red) Tj 0 -14 Td (and pears) Tj 0 -30 Td (green) Tj ET"
    )
    assert (
        text_in(FORMAT, pdf_of(pages_of(stream(turned), page=b"/Rotate 90")))
        == "Apples are red\nand pears\n\ngreen"
    )


def test_what_lies_beside_the_page_is_not_read() -> None:
    assert text_in(FORMAT, pdf_of(pages_of(stream(drawn(b"Seen") + drawn(b"Unseen", top=2_000))))) == "Seen"


def test_right_to_left_letters_stay() -> None:
    held = typeset('#set text(lang: "he", font: "DejaVu Sans Mono")\nשלום עולם')
    assert text_in(FORMAT, held) == "שלום עולם"


def test_with_a_password_it_is_encrypted_and_without_a_users_it_is_read() -> None:
    held = simple([b"Secret"])
    assert fault_in(FORMAT, locked(held, "user", "owner")) is Fault.ENCRYPTED
    assert text_in(FORMAT, locked(held, "", "owner")) == "Secret"


def test_a_scan_has_no_text_and_pages_without_text_are_counted() -> None:
    picture = b"q 500 0 0 700 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"
    assert fault_in(FORMAT, pdf_of(pages_of(stream(picture)))) is Fault.NO_TEXT
    _, report = conversation_in(FORMAT, pdf_of(pages_of(*map(stream, (picture, drawn(b"Words"), picture)))))
    assert omitted(report) == {Skipped.NO_TEXT: 2}


def test_a_kilobyte_before_the_beginning_is_passed_over() -> None:
    assert text_in(FORMAT, b"\n" * 900 + simple([b"Words"])) == "Words"
    assert FORMAT.opened(BytesSource(b"\n" * 1_100 + simple([b"Words"]))) is None


def test_what_only_mentions_a_pdf_is_none() -> None:
    assert FORMAT.opened(BytesSource(b"What does %PDF-1.7 mean?")) is None
    assert FORMAT.opened(BytesSource(zipped({"a": simple([b"Words"])}))) is None


def test_pages_and_letters_beyond_the_bounds_are_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    many = pages_of(stream(drawn(b"Words")))
    many[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (MOST_PAGES + 1, b"4 0 R " * (MOST_PAGES + 1))
    conversation, report = conversation_in(FORMAT, pdf_of(many))
    assert conversation.turns[0].shown.text.count("Words") == MOST_PAGES
    assert omitted(report) == {Skipped.CUT: 1}
    monkeypatch.setattr(pdf_format, "MOST_LINES", 3)
    conversation, report = conversation_in(FORMAT, simple([b"a", b"b"], [b"c", b"d"], [b"e"]))
    assert conversation.turns[0].shown.text.split() == ["a", "b", "c"]
    assert omitted(report) == {Skipped.CUT: 1}


def test_a_page_with_more_letters_than_a_turn_may_hold_is_cut() -> None:
    row = b"BT /F 1 Tf 9 %d Td (" + b"ab " * 10_000 + b") Tj ET "
    page = b"".join(row % place for place in range(20, 40))
    conversation, report = conversation_in(FORMAT, pdf_of(pages_of(deflated(page), box=b"0 0 99999 99")))
    assert 0.9 * SAID_MAX_CHARS < len(conversation.turns[0].shown.text) <= SAID_MAX_CHARS
    assert Skipped.CUT in omitted(report)


def test_a_file_that_is_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_format, "MOST_BYTES", 100)
    assert fault_in(FORMAT, simple([b"Words"])) is Fault.TOO_LARGE


def test_whatever_the_source_raises_comes_through_native_code() -> None:
    class Failing(BytesSource):
        reads = 0

        def read_at(self, offset: int, count: int) -> bytes:
            self.reads += 1
            if self.reads > 5:
                raise ReadingError(Fault.CHANGED)
            return super().read_at(offset, count)

    opened = FORMAT.opened(Failing(simple([b"Words"])))
    assert opened is not None
    with pytest.raises(ReadingError, match="changed"):
        list(opened.conversations(Report()))


def nested(depth: int) -> bytes:
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    objects += [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (3 + level) for level in range(depth)]
    page = b"<</Type/Page/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F %d 0 R>>>>>>"
    return pdf_of([*objects, page % (depth + 3, depth + 4), stream(drawn(b"Words")), FONT])


def claiming(count: int) -> bytes:
    objects = pages_of(stream(drawn(b"Words")))
    objects[1] = objects[1].replace(b"/Count 1", b"/Count %d" % count)
    return pdf_of(objects)


def looping() -> bytes:
    held = simple([b"Words"])
    return held.replace(b"trailer<<", b"trailer<</Prev %d" % held.rindex(b"xref\n0"))


HARMFUL = {
    "nested": nested(1_000),
    "nested deeper": nested(20_000),
    "cyclic": pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>"]),
    "claims pages": claiming(200_000),
    "claims more": claiming(2**31 - 1),
    "claims fewer": claiming(-5),
    "box nan": pdf_of(pages_of(stream(drawn(b"Words")), box=b"nan nan nan nan")),
    "box huge": pdf_of(pages_of(stream(drawn(b"Words")), box=b"-1e38 -1e38 1e38 1e38")),
    "box of words": pdf_of(pages_of(stream(drawn(b"Words")), box=b"/A (x) [] <<>>")),
    "place huge": pdf_of(pages_of(stream(b"BT /F 1e30 Tf 1e38 -1e38 Td (Words) Tj ET"))),
    "tables in a loop": looping(),
    "streams in a loop": pdf_of(
        [
            *pages_of(stream(drawn(b"Words"))),
            stream(b"8 0 <</A 1>>", b"/Type/ObjStm/N 1/First 4/Extends 6 0 R"),
        ]
    ),
    "length of itself": pdf_of([*pages_of(b"<</Length 5 0 R>>stream\nx\nendstream")]),
    "bomb": pdf_of(pages_of(deflated(b" " * 50_000_000))),
    "bomb in bomb": pdf_of(pages_of(deflated(b" " * 50_000_000, times=3))),
    "filters": pdf_of(pages_of(stream(b"x" * 99, b"/Filter[%s]" % (b"/FlateDecode" * 10_000)))),
    "arrays": pdf_of(pages_of(stream(b"[" * 500_000))),
    "scripts": pdf_of(
        pages_of(stream(drawn(b"Words")), root=b"/OpenAction<</S/JavaScript/JS(while\\(1\\){})>>")
    ),
    "head": b"%PDF-1.7\n",
}


@pytest.mark.parametrize("name", HARMFUL)
def test_what_is_made_to_harm_is_read_or_refused(name: str) -> None:
    assert fault_in(FORMAT, HARMFUL[name]) in {None, Fault.BROKEN, Fault.NO_TEXT}


def heard(file: Path, held: bytes) -> Iterator[Child]:
    file.write_bytes(held)
    with reader(file) as child:
        yield child


def test_behind_its_walls_a_reader_reads_documents_with_and_without_fonts(tmp_path: Path) -> None:
    for held, words in ((typeset(ENGLISH), ENGLISH), (simple([b"No font in it"]), "No font in it")):
        for child in heard(tmp_path / "file", held):
            child.say(Open(None))
            listed = child.hears_until(Listed, Failed)
            assert listed[-1] == Listed("pdf")
            child.say(Show(0))
            parts = [one for one in child.hears_until(Shown, Failed) if isinstance(one, Part)]
            assert "".join(part.text for part in parts) == words


@pytest.mark.skipif(sys.platform != "linux", reason="nothing bounds a reader's memory elsewhere")
def test_a_document_that_would_fill_the_memory_ends_its_reader_alone(tmp_path: Path) -> None:
    held = pdf_of(
        within(stream(b"/X Do /X Do " + drawn(b"Words"), FORM + b"/Resources<</XObject<</X 6 0 R>>>>"))
    )
    for child in heard(tmp_path / "file", held):
        child.say(Open(None))
        assert child.ends() < 0


def test_a_long_document_tells_where_it_is_and_stops_when_it_is_to(tmp_path: Path) -> None:
    many = pages_of(deflated(drawn(*[b"Words and more words on a line"] * 2_000, pitch=1)))
    many[1] = b"<</Type/Pages/Count 2000/Kids[%s]>>" % (b"4 0 R " * 2_000)
    for child in heard(tmp_path / "file", pdf_of(many)):
        child.say(Open(None))
        first = child.hears()
        assert isinstance(first, Progress)
        child.say(Cancel())
        last = child.hears_until(Cancelled, Failed, Listed)
        assert last[-1] == Cancelled()
        assert not any(isinstance(one, Found) for one in last)


FUZZED = """
import codecs, random, sys
codecs.lookup('utf-16-le')
sys.path.insert(0, "")
from app.bring.formats.pdf import FORMAT
from app.bring.format import Report
from app.bring.faults import ReadingError
from app.bring.source import BytesSource
from app.children.confinement import confine
held = sys.stdin.buffer.read()
confine(memory_bytes=2 * 1024**3, processor_seconds=120)
chance = random.Random(5)
def read(changed):
    try:
        opened = FORMAT.opened(BytesSource(changed))
        for listed in opened.conversations(Report()) if opened else ():
            assert listed.turns
    except ReadingError:
        pass
for part in range(50):
    read(held[: len(held) * part // 50])
for _ in range(300):
    changed = bytearray(held)
    for _ in range(chance.choice((1, 4, 30))):
        changed[chance.randrange(len(changed))] = chance.choice((0, 255, 40, 47, 60, 91, chance.randrange(256)))
    read(bytes(changed))
    print(flush=True)
"""


def test_whatever_is_cut_or_changed_in_a_document_nothing_but_the_reader_can_end() -> None:
    held = typeset(f"= Title\n\n{ENGLISH}\n\n- one\n- two")
    done = subprocess.run(
        [sys.executable, "-c", FUZZED],
        input=held,
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    # Native code may come down. Python must not: its status would be 1.
    assert done.returncode <= 0, done.stderr[-2_000:].decode()
    assert done.stdout or done.returncode < 0


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(st.binary(max_size=40), st.sampled_from([b"/Kids[2 0 R]", b"stream\n", b"BT (", b"<<"]))
    )
)
def test_any_bytes_give_a_text_or_a_fault(parts: list[bytes]) -> None:
    held = b"%PDF-1.7\n" + b"\n".join(chain.from_iterable(zip(repeat(b"1 0 obj"), parts, strict=False)))
    assert isinstance(fault_in(FORMAT, held + simple([b"Words"])), Fault | None)


def test_an_opened_document_is_no_chat_to_archives() -> None:
    opened: Opened | None = FORMAT.opened(BytesSource(simple([b"Words"])))
    assert opened is not None
    assert not opened.is_chat
