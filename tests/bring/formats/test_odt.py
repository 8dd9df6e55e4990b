"""OpenDocument texts: what is shown is read, and what is made to harm is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bring.blocks import MOST_REPEATED
from app.bring.faults import Fault, Skipped
from app.bring.formats.odt import FORMAT
from app.bring.source import BytesSource
from app.domain.conversation import Role
from tests.bring.reading import conversation_in, fault_in, text_in, zipped

MIME = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{ours}="urn:oasis:names:tc:opendocument:xmlns:{theirs}:1.0"'
    for ours, theirs in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
    }.items()
)
STYLES = (
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1"/>'
    '<text:list-level-style-bullet text:level="2"/></text:list-style>'
)


def content(body: str) -> str:
    return (
        f'<?xml version="1.0"?><office:document-content {SPACES}><office:automatic-styles>{STYLES}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def odt(body: str, manifest: str = "<manifest/>", styles: str = "") -> bytes:
    described = f"<office:document-styles {SPACES}>{styles}</office:document-styles>"
    parts = {"content.xml": content(body), "styles.xml": described, "META-INF/manifest.xml": manifest}
    return zipped({"mimetype": MIME, **parts})


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def item(*inner: str) -> str:
    return f"<text:list-item>{''.join(inner)}</text:list-item>"


def test_paragraphs_and_headings_stand_apart() -> None:
    assert text_in(FORMAT, odt(f"<text:h>title</text:h>{p('one')}{p('')}{p('two')}")) == "title\n\none\n\ntwo"


def test_white_space_counts_once_and_elements_stand_for_more() -> None:
    body = p("\n  a \n <text:span> b</text:span><text:s text:c='3'/>c<text:tab/>d<text:line-break/> e")
    assert text_in(FORMAT, odt(body)) == "a b   c\td\ne"


@pytest.mark.parametrize("count", ["99999999", "9" * 5_000, "-1", "x", "٣"])
def test_spaces_are_bounded(count: str) -> None:
    assert len(text_in(FORMAT, odt(p(f'a<text:s text:c="{count}"/>b')))) <= 102


def test_lists_have_signs_and_numbers() -> None:
    inner = f"<text:list>{item(p('b'))}</text:list>"
    numbered = f'<text:list text:style-name="N">{item(p("a"), p("more"), inner)}{item(p("c"))}</text:list>'
    plain = f"<text:list><text:list-header>{p('head')}</text:list-header>{item(p('d'))}</text:list>"
    expected = "1. a\n\nmore\n\n  - b\n2. c\n\ntext\n\nhead\n\n- d"
    assert text_in(FORMAT, odt(numbered + p("text") + plain)) == expected


def test_tables_are_rows() -> None:
    cells = "".join(f"<table:table-cell>{held}</table:table-cell>" for held in (p("a") + p("b"), "", p("c")))
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    assert text_in(FORMAT, odt(p("before") + table + p("after"))) == "before\n\na b |  | c\n\nafter"


def test_what_was_deleted_and_comments_are_left_out() -> None:
    deleted = (
        f"<text:tracked-changes><text:changed-region>{p('gone')}</text:changed-region></text:tracked-changes>"
    )
    body = deleted + p(
        f"a<office:annotation>{p('comment')}</office:annotation><text:change-start/>b<text:change-end/>"
    )
    assert text_in(FORMAT, odt(body)) == "ab"


def test_hidden_text_is_left_out_and_counted() -> None:
    field = '<text:hidden-text text:is-hidden="true">x</text:hidden-text>'
    body = (
        p(f'a<text:span text:style-name="H">secret</text:span>b{field}')
        + f'<text:section text:display="none">{p("secret")}</text:section><text:p text:style-name="H">secret</text:p>'
    )
    conversation, report = conversation_in(FORMAT, odt(body))
    assert conversation.turns[0].shown.text == "ab"
    assert [(omitted.why, omitted.count) for omitted in report.omitted] == [(Skipped.HIDDEN, 4)]


def test_a_paragraph_that_hides_itself_is_left_out_with_all_that_is_in_it() -> None:
    hiding = '<text:hidden-paragraph text:condition="ooow:1" text:is-hidden="true"/>'
    note = f"<text:note><text:note-body>{p('secret')}</text:note-body></text:note>"
    box = f"<draw:text-box>{p('secret')}</draw:text-box>"
    hidden = p(f"secret{note}{box}<text:span>secret{hiding}secret</text:span>secret{note}{box}")
    shown = p(f"b{hiding.replace('true', 'false')}{note.replace('secret', 'note')}")
    cell = f"<table:table-row><table:table-cell>{hidden}{p('c')}</table:table-cell></table:table-row>"
    conversation, report = conversation_in(FORMAT, odt(p("a") + hidden + shown + cell + p("d")))
    assert conversation.turns[0].shown.text == "a\n\nb[1]\n\nc\n\nd\n\n[1] note"
    assert [(omitted.why, omitted.count) for omitted in report.omitted] == [(Skipped.HIDDEN, 2)]


def test_styles_of_the_whole_document_hide_too() -> None:
    styles = (
        '<style:style style:name="S"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="T" style:parent-style-name="S"/>'
        '<style:style style:name="U" style:parent-style-name="T"><style:text-properties text:display="true"/>'
        '</style:style><style:style style:name="R" style:parent-style-name="R"/>'
    )
    body = "".join(f'<text:p text:style-name="{name}">{name}</text:p>' for name in "STUR")
    assert text_in(FORMAT, odt(body, styles=styles)) == "U\n\nR"


def test_repeated_cells_and_rows_stand_as_often_up_to_a_bound() -> None:
    def row(times: int, *cells: tuple[str, int]) -> str:
        held = "".join(
            f'<table:table-cell table:number-columns-repeated="{count}">{said}</table:table-cell>'
            for said, count in cells
        )
        return f'<table:table-row table:number-rows-repeated="{times}">{held}</table:table-row>'

    conversation, report = conversation_in(FORMAT, odt(row(2, (p("a"), 2), ("", 900), (p("b"), 1))))
    assert conversation.turns[0].shown.text == "a | a |  | b\na | a |  | b"
    assert report.omitted == []
    conversation, report = conversation_in(FORMAT, odt(row(1, (p("a"), 99_999_999))))
    assert conversation.turns[0].shown.text == " | ".join("a" * MOST_REPEATED)
    assert [omitted.why for omitted in report.omitted] == [Skipped.CUT]


def test_notes_stand_at_the_end() -> None:
    said = f"<text:note-body>{p('note')}</text:note-body>"
    note = f"<text:note><text:note-citation>i</text:note-citation>{said}</text:note>"
    assert text_in(FORMAT, odt(p(f"a{note} b"))) == "a[1] b\n\n[1] note"


def test_text_boxes_are_read_and_pictures_counted() -> None:
    frame = f"<draw:frame><draw:text-box>{p('boxed')}</draw:text-box><draw:image/></draw:frame>"
    conversation, report = conversation_in(FORMAT, odt(p(f"text{frame}")))
    assert conversation.turns[0].shown.text == "boxed\n\ntext"
    assert [omitted.why for omitted in report.omitted] == [Skipped.NO_TEXT]


def test_a_copied_chat_becomes_turns() -> None:
    conversation, _ = conversation_in(FORMAT, odt(p("Aku: halo") + p("AI: hai")))
    assert [(turn.role, turn.shown.text) for turn in conversation.turns] == [
        (Role.USER, "halo"),
        (Role.ASSISTANT, "hai"),
    ]


def test_letters_of_all_scripts_stay_as_they_are() -> None:
    assert text_in(FORMAT, odt(p("שלום \u200f\u200bمرحبا 🧑‍💻"))) == "שלום \u200f\ufffdمرحبا 🧑‍💻"


def test_other_archives_are_not_ours() -> None:
    spreadsheet = zipped(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content(p("a"))}
    )
    for held in (
        spreadsheet,
        zipped({"content.xml": "x"}),
        zipped({"mimetype": MIME}),
        b"PK\x03\x04",
        b"",
        b"text",
    ):
        assert FORMAT.opened(BytesSource(held)) is None


def test_a_document_with_a_password_says_so() -> None:
    assert fault_in(FORMAT, odt("", "<file-entry><encryption-data/></file-entry>")) is Fault.ENCRYPTED


@pytest.mark.parametrize(
    "before", ['<!DOCTYPE a [<!ENTITY a "a">]>', '<!DOCTYPE a SYSTEM "file:///etc/hostname">', "<!DOCTYPE a>"]
)
def test_document_types_are_refused(before: str) -> None:
    held = content(p("text")).replace('<?xml version="1.0"?>', before)
    assert fault_in(FORMAT, zipped({"mimetype": MIME, "content.xml": held})) is Fault.BROKEN


def test_broken_and_deep_and_empty_documents_are_refused() -> None:
    assert fault_in(FORMAT, odt("<text:p>")) is Fault.BROKEN
    assert fault_in(FORMAT, odt("<text:span>" * 1_000 + "</text:span>" * 1_000)) is Fault.BROKEN
    assert fault_in(FORMAT, odt(p("\n \t"))) is Fault.NO_TEXT


NAMES = (
    "text:p text:h text:span text:list text:list-item text:list-header text:note text:note-body text:note-citation "
    "table:table table:table-row table:table-cell draw:text-box draw:image text:tracked-changes "
    "text:s text:tab text:hidden-paragraph office:text other"
).split()
ELEMENTS = st.recursive(
    st.sampled_from(["a", " ", "\n", "<text:s text:c='7'/>"]),
    lambda inner: st.builds(
        lambda name, held: f"<{name}>{''.join(held)}</{name}>",
        st.sampled_from(NAMES),
        st.lists(inner, max_size=4),
    ),
)
PIECES = st.sampled_from([f"<{end}{name}>" for name in NAMES for end in ("", "/")] + ["a", "&", "\0"])


@given(st.one_of(st.lists(ELEMENTS).map("".join), st.lists(PIECES).map("".join)))
def test_any_elements_are_read_or_refused(body: str) -> None:
    assert fault_in(FORMAT, odt(body)) in {None, Fault.BROKEN, Fault.NO_TEXT}


@given(st.binary(max_size=300), st.integers(0, 2_000), st.binary(min_size=1, max_size=8))
def test_any_bytes_are_read_or_refused(held: bytes, at: int, patch: bytes) -> None:
    whole = odt(p("text"))
    for some in (b"PK\x03\x04" + held, whole[:at] + patch + whole[at + len(patch) :]):
        assert fault_in(FORMAT, some) in {None, Fault.BROKEN, Fault.NO_TEXT, Fault.ENCRYPTED, Fault.EXPANDS}
