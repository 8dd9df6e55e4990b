"""Word documents: what is shown is read, and what is made to harm is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bring.blocks import MOST_CHARS
from app.bring.faults import Fault, Skipped
from app.bring.formats.docx import FORMAT
from app.bring.source import BytesSource
from app.domain.conversation import Role
from tests.bring.reading import conversation_in, fault_in, text_in, zipped

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OTHERS = f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:vml" xmlns:m="{MATHS}"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def document(body: str, space: str = SPACE) -> str:
    return f'<?xml version="1.0"?><w:document xmlns:w="{space}" {OTHERS}><w:body>{body}</w:body></w:document>'


def docx(body: str, **parts: str) -> bytes:
    others = {f"word/{name}.xml": held for name, held in parts.items()}
    return zipped({"[Content_Types].xml": TYPES, "word/document.xml": document(body), **others})


def p(*runs: str, props: str = "") -> str:
    return f"<w:p><w:pPr>{props}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, props: str = "") -> str:
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text: str, number: int, level: int = 0) -> str:
    return p(r(text), props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


NUMBERING = (
    f'<w:numbering xmlns:w="{SPACE}">'
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>'
)


def test_paragraphs_stand_apart() -> None:
    assert text_in(FORMAT, docx(p(r("one "), r("two", "<w:b/>")) + p() + p(r("three")))) == "one two\n\nthree"


def test_breaks_tabs_and_hyphens_are_kept() -> None:
    run = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:noBreakHyphen/><w:t>d</w:t></w:r>"
    )
    assert text_in(FORMAT, docx(p(run, props='<w:tabs><w:tab w:val="left"/></w:tabs>'))) == "a\tb\nc\n\u2011d"


def test_lists_have_signs_and_numbers() -> None:
    body = item("a", 1) + item("b", 1, 1) + item("c", 1) + p(r("text")) + item("d", 2) + item("e", 0)
    assert text_in(FORMAT, docx(body, numbering=NUMBERING)) == "1. a\n  - b\n2. c\n\ntext\n\n- d\n\ne"


def test_lists_by_style_have_signs_and_numbers() -> None:
    styled = [p(r(s), props=f'<w:pStyle w:val="{s}"/>') for s in ("ListBullet", "ListNumber", "ListNumber2")]
    assert text_in(FORMAT, docx("".join(styled))) == "- ListBullet\n1. ListNumber\n1. ListNumber2"


def test_tables_are_rows() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p(r('x'))}</w:tc><w:tc>{p(r('y'))}</w:tc></w:tr></w:tbl>"
    cells = f"<w:tc>{p(r('a'))}{p(r('b'))}</w:tc><w:tc>{p()}</w:tc><w:tc>{inner}{p()}</w:tc>"
    table = f"<w:tbl><w:tr>{cells}</w:tr><w:tr><w:tc>{p(r('c'))}</w:tc></w:tr></w:tbl>"
    assert (
        text_in(FORMAT, docx(p(r("before")) + table + p(r("after"))))
        == "before\n\na b |  | x | y\nc\n\nafter"
    )


def test_what_was_deleted_is_left_out_and_what_was_inserted_is_not() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>'
    moved = f"<w:moveFrom>{r('gone')}</w:moveFrom><w:moveTo>{r('here')}</w:moveTo>"
    changed = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    body = p(deleted, f"<w:ins>{r('new ')}</w:ins>", moved, r(" shown", changed))
    assert text_in(FORMAT, docx(body)) == "new here shown"


def test_hidden_text_is_left_out_and_counted() -> None:
    body = p(
        r("a"),
        r("secret", "<w:vanish/>"),
        r("b", '<w:vanish w:val="0"/>'),
        props="<w:rPr><w:vanish/></w:rPr>",
    )
    conversation, report = conversation_in(FORMAT, docx(body))
    assert conversation.turns[0].shown.text == "ab"
    assert [(omitted.why, omitted.count) for omitted in report.omitted] == [(Skipped.HIDDEN, 1)]


STYLES = (
    f'<w:styles xmlns:w="{SPACE}"><w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Child"><w:basedOn w:val="Gone"/></w:style>'
    '<w:style w:type="character" w:styleId="Back"><w:basedOn w:val="Gone"/><w:rPr><w:vanish w:val="0"/></w:rPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="Para"><w:basedOn w:val="Child"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style></w:styles>'
)


@pytest.mark.parametrize("name", ["styles", "styles2"])
def test_text_that_its_style_hides_is_left_out_and_counted(name: str) -> None:
    runs = [r(style, f'<w:rStyle w:val="{style}"/>') for style in ("Gone", "Child", "Back", "Unknown")]
    shown = r("shown", '<w:vanish w:val="0"/><w:rStyle w:val="Gone"/>')
    styled = p(r("secret"), shown, props='<w:pStyle w:val="Para"/>') + p(
        r("ring"), props='<w:pStyle w:val="Ring"/>'
    )
    conversation, report = conversation_in(FORMAT, docx(p(*runs) + styled, **{name: STYLES}))
    assert conversation.turns[0].shown.text == "BackUnknown\n\nshown\n\nring"
    assert [(omitted.why, omitted.count) for omitted in report.omitted] == [(Skipped.HIDDEN, 3)]


@pytest.mark.parametrize(
    "styles",
    [
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style>',
    ],
)
def test_what_all_paragraphs_hide_is_left_out(styles: str) -> None:
    held = docx(p(r("a"), r("b", '<w:vanish w:val="off"/>')), styles=f'<w:s xmlns:w="{SPACE}">{styles}</w:s>')
    assert text_in(FORMAT, held) == "b"


def test_hidden_text_in_notes_is_counted() -> None:
    note = f'<w:footnote w:id="2">{p(r("a"), r("secret", "<w:vanish/>"))}</w:footnote>'
    notes = f'<w:footnotes xmlns:w="{SPACE}">{note}</w:footnotes>'
    refer = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    conversation, report = conversation_in(FORMAT, docx(p(r("text"), refer), footnotes=notes))
    assert conversation.turns[0].shown.text == "text[1]\n\n[1] a"
    assert [(omitted.why, omitted.count) for omitted in report.omitted] == [(Skipped.HIDDEN, 1)]


def test_formulas_are_said_in_one_line() -> None:
    def m(text: str, props: str = "") -> str:
        return f"<m:r><w:rPr>{props}</w:rPr><m:t>{text}</m:t></m:r>"

    half = f"<m:f><m:num>{m('a+b')}</m:num><m:den>{m('2')}</m:den></m:f>"
    square = f"<m:sSup><m:e>{m('x')}</m:e><m:sup>{m('2')}</m:sup></m:sSup>"
    root = f"<m:rad><m:deg/><m:e>{m('y')}</m:e></m:rad>{m('secret', '<w:vanish/>')}"
    body = p(r("Let "), f"<m:oMath>{half}{m('=')}{square}{root}</m:oMath>", r("."))
    assert text_in(FORMAT, docx(body)) == "Let (a+b)/(2)=x^(2)√(y)."


def test_fields_show_what_they_result_in() -> None:
    field = "<w:r><w:instrText>HYPERLINK secret</w:instrText></w:r>" + r("shown")
    assert text_in(FORMAT, docx(p(field))) == "shown"


def test_notes_stand_at_the_end() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{SPACE}"><w:footnote w:type="separator" w:id="0">{p(r("line"))}</w:footnote>'
        f'<w:footnote w:id="2">{p(r("first"))}{p(r("part"))}</w:footnote></w:footnotes>'
    )
    ends = f'<w:endnotes xmlns:w="{SPACE}"><w:endnote w:id="2">{p(r("last"))}</w:endnote></w:endnotes>'
    refer = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
    nowhere = '<w:r><w:footnoteReference w:id="9"/></w:r>'
    held = docx(p(r("text"), refer, nowhere), footnotes=notes, endnotes=ends)
    assert text_in(FORMAT, held) == "text[1][2]\n\n[1] first part\n[2] last"


def test_headers_footers_and_comments_are_left_out() -> None:
    other = document(p(r("other")))
    assert text_in(FORMAT, docx(p(r("text")), header1=other, footer1=other, comments=other)) == "text"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p(r('boxed'))}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    conversation, report = conversation_in(FORMAT, docx(p(r("text"), both)))
    assert conversation.turns[0].shown.text == "boxed\n\ntext"
    assert report.omitted == []


def test_pictures_are_counted() -> None:
    _, report = conversation_in(FORMAT, docx(p(r("text"), "<w:r><w:drawing/></w:r>")))
    assert [(omitted.why, omitted.count) for omitted in report.omitted] == [(Skipped.NO_TEXT, 1)]


def test_a_copied_chat_becomes_turns() -> None:
    conversation, _ = conversation_in(
        FORMAT, docx("".join(map(p, map(r, ("You said:", "a", "ChatGPT said:", "b")))))
    )
    assert [(turn.role, turn.shown.text) for turn in conversation.turns] == [
        (Role.USER, "a"),
        (Role.ASSISTANT, "b"),
    ]


def test_letters_of_all_scripts_stay_as_they_are() -> None:
    said = "שלום \u200fمرحبا 🧑‍💻 𝒳"
    assert text_in(FORMAT, docx(p(r(said)))) == said


def test_strict_documents_other_prefixes_utf16_and_other_names_are_read() -> None:
    for main in (
        document(p(r("text")), STRICT),
        document(p(r("text"))).replace("w:", "any:").replace("xmlns:w=", "xmlns:any="),
        document(p(r("text"))).replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16"),
    ):
        assert text_in(FORMAT, zipped({"[Content_Types].xml": TYPES, "word/document2.xml": main})) == "text"


def test_prefixes_hold_as_far_as_their_element() -> None:
    foreign = '<w:x xmlns:w="urn:other"><w:t>foreign</w:t></w:x>'
    assert text_in(FORMAT, docx(p(f"<w:r>{foreign}<w:t>text</w:t></w:r>"))) == "text"


def test_other_archives_are_not_ours() -> None:
    for held in (
        zipped({"word/document.xml": "x"}),
        zipped({"[Content_Types].xml": TYPES}),
        b"PK\x03\x04",
        b"",
        b"text",
    ):
        assert FORMAT.opened(BytesSource(held)) is None


def test_a_document_with_a_password_says_so() -> None:
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    header[30:32] = (9).to_bytes(2, "little")
    header[48:52] = (1).to_bytes(4, "little")
    directory = "EncryptedPackage".encode("utf-16-le").ljust(512, b"\0")
    assert fault_in(FORMAT, bytes(header) + bytes(512) + directory) is Fault.ENCRYPTED
    assert FORMAT.opened(BytesSource(bytes(header) + bytes(1024))) is None
    assert FORMAT.opened(BytesSource(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 60)) is None


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("before", [ENTITIES, EXTERNAL, '<!DOCTYPE w SYSTEM "http://host.invalid/a.dtd">'])
def test_document_types_are_refused(before: str) -> None:
    main = document(p(r("text"))).replace('<?xml version="1.0"?>', before)
    assert fault_in(FORMAT, zipped({"[Content_Types].xml": TYPES, "word/document.xml": main})) is Fault.BROKEN


@pytest.mark.parametrize(
    "body",
    ["<w:p>", "&nothing;", "<w:p></w:q>", "\x00", "<x:p/>" * 3 + "<", "<w:p>" * 1_000 + "</w:p>" * 1_000],
)
def test_broken_xml_is_broken(body: str) -> None:
    assert fault_in(FORMAT, docx(body)) is Fault.BROKEN


def test_a_document_without_text_has_none() -> None:
    assert fault_in(FORMAT, docx(p(r(" ")) + p())) is Fault.NO_TEXT


def test_too_long_a_text_is_cut() -> None:
    conversation, report = conversation_in(FORMAT, docx(p(r("0123456789abcdef" * (MOST_CHARS // 12)))))
    assert conversation.turns[0].shown.text.startswith("0123456789abcdef")
    assert Skipped.CUT in {omitted.why for omitted in report.omitted}


def test_a_document_that_fills_the_memory_is_refused() -> None:
    assert fault_in(FORMAT, docx(p(r("a" * 30_000_000)))) is Fault.EXPANDS


PIECES = st.sampled_from(
    [
        "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "a", " ", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>",
        "<w:tc>", "</w:tc>", "<w:del>", "</w:del>", "<w:txbxContent>", "</w:txbxContent>", "<w:vanish/>", "<w:tab/>",
        "<m:t>", "</m:t>",
        "<m:num>", "</m:num>",
        '<w:numId w:val="9999999999999999999999"/>', '<w:ilvl w:val="-1"/>', '<w:numId w:val="1"/>', "<w:pict/>",
        '<w:footnoteReference w:id="1"/>', "<mc:Fallback>", "</mc:Fallback>", "&#xD7FF;", "<![CDATA[x]]>", "<?pi x?>",
    ]
)  # fmt: skip
ELEMENTS = st.recursive(
    PIECES.filter(lambda piece: not piece.startswith("</") and (piece.endswith("/>") or piece[0] != "<")),
    lambda inner: st.builds(
        lambda name, held: f"<{name}>{''.join(held)}</{name}>",
        st.sampled_from(
            [
                "w:p",
                "w:r",
                "w:t",
                "w:tbl",
                "w:tr",
                "w:tc",
                "w:del",
                "w:txbxContent",
                "w:rPr",
                "w:pPr",
                "m:t",
                "m:sup",
            ]
        ),
        st.lists(inner, max_size=4),
    ),
)


@given(st.one_of(st.lists(PIECES).map("".join), st.lists(ELEMENTS).map("".join)))
def test_any_elements_are_read_or_refused(body: str) -> None:
    notes = f'<w:footnotes xmlns:w="{SPACE}"><w:footnote w:id="1">{p(r("n"))}</w:footnote></w:footnotes>'
    held = docx(body, footnotes=notes, numbering=NUMBERING)
    assert fault_in(FORMAT, held) in {None, Fault.BROKEN, Fault.NO_TEXT}


@given(st.binary(max_size=300), st.integers(0, 2_000), st.binary(min_size=1, max_size=8))
def test_any_bytes_are_read_or_refused(held: bytes, at: int, patch: bytes) -> None:
    whole = docx(p(r("text")))
    for some in (held, b"PK\x03\x04" + held, whole[:at] + patch + whole[at + len(patch) :]):
        assert fault_in(FORMAT, some) in {None, Fault.BROKEN, Fault.NO_TEXT, Fault.ENCRYPTED, Fault.EXPANDS}
