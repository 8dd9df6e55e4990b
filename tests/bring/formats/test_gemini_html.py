"""What was asked of Gemini is read from Google's page, and no page can do harm."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Listed, Omitted, Report
from app.bring.formats import gemini_html
from app.bring.formats.gemini_html import FORMAT, MOST_BYTES_BEFORE, STEP_BYTES
from app.bring.source import BytesSource
from app.domain.conversation import MAX_TURNS, SAID_MAX_CHARS, TITLE_MAX_CHARS, Conversation, Role, Said, Turn

BEGIN = '<html><head><title>My Activity</title><style>p{}</style></head><body><div class="mdl-grid">'

LINES = "r\nJul 1, 2026, 1:00:00 PM UTC\n\na"


def cell(body: str, header: str = "Gemini Apps") -> str:
    return (
        '<div class="outer-cell mdl-cell mdl-shadow--2dp"><div class="mdl-grid"><div class="header-cell mdl-cell">'
        f'<p class="mdl-typography--title">{header}<br></p></div>'
        f'<div class="content-cell mdl-cell mdl-typography--body-1">{body}</div>'
        '<div class="content-cell mdl-cell mdl-typography--body-1 mdl-typography--text-right"></div>'
        '<div class="content-cell mdl-cell mdl-typography--caption"><b>Products:</b><br>&emsp;Gemini Apps<br>'
        "<b>Why is this here?</b></div></div></div>"
    )


def page(*cells: str) -> bytes:
    return (BEGIN + "\n".join(cells) + "</div></body></html>").encode()


def read(held: bytes) -> tuple[list[Listed], list[Conversation], Report]:
    opened = FORMAT.opened(BytesSource(held))
    assert opened is not None
    report = Report()
    listed = list(opened.conversations(report))
    return listed, [opened.conversation(one, Report()) for one in listed], report


def said(held: bytes) -> list[str]:
    return [turn.shown.text for turn in read(held)[1][0].turns]


def test_reads_a_page() -> None:
    listed, conversations, report = read(
        page(
            cell("Prompted&nbsp;later<br>Jul 12, 2026, 9:00:00\u202fAM MDT<br><p>L</p>"),
            cell(
                "Prompted second<br>Jul 11, 2026, 12:20:47\u202fPM MDT<br><p>A &amp; B</p>\n<ol><li>x</li></ol>"
            ),
            cell("Prompted first<br>Jul 11, 2026, 12:00:47\u202fPM MDT<br><div><div>1</div></div>more"),
        )
    )
    first, second = (datetime(2026, 7, 11, 18, minute, 47, tzinfo=UTC) for minute in (0, 20))
    assert [one.title for one in listed] == ["later", "first"]
    assert conversations[1] == Conversation(
        "first",
        (
            Turn(Role.USER, Said("first", first)),
            Turn(Role.ASSISTANT, Said("1\nmore", first, "Gemini")),
            Turn(Role.USER, Said("second", second)),
            Turn(Role.ASSISTANT, Said("A & B\n\n1. x", second, "Gemini")),
        ),
        second,
    )
    assert (listed[1].turns, listed[1].time, report.omitted) == (4, second, [])


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("Prompted q<br>12 Agu 2026, 15.34.31 WIB<br>a", ["q", "a"]),
        ("Prompted q<br>12 Agu 2026, 15.34.31 WIB<br>", ["q"]),
        ("Prompted q<br>12 Agu 2026, 15.34.31 WIB<p>a</p>", ["q", "a"]),
        ("Hast q gefragt<br>12.04.2026, 15:34:31 MESZ<br><p>a</p>", ["Hast q gefragt", "a"]),
        (
            "Prompted <a href='x'>q</a> r<br><a href='y'>link</a><br>Jul 1, 2026, 1:00:00 PM UTC<br><p>a",
            ["q r\nlink", "a"],
        ),
        ("Prompted q<br>Jul 1, 2026, 2:00:00 PM<br>r<br>Jul 1, 2026, 1:00:00 PM UTC<br><p>a", ["q", LINES]),
        ("Prompted q<br>11 ก.ค. 2569 15:00:47 ICT<br>a", ["q", "a"]),
        ("Prompted q<br>١١ يوليو ٢٠٢٦، ٣:٠٠:٤٧ م غرينتش<br><p>a</p>", ["q", "a"]),
        ("Prompted q<br>11. marrask. 2026 klo 15.00.47 EET<br><p>a</p>", ["q", "a"]),
        (
            "Prompted q<br>Attached 1 file.<br>- <a>x 2026-07-11 at 3.00.47 PM.png</a><br>Jul 1, 2026, 13:00:00<br>a",
            ["q", "a"],
        ),
        ("Prompted q<p>Jul 1, 2026, 1:00:00 PM UTC</p>", ["q", "Jul 1, 2026, 1:00:00 PM UTC"]),
        ("Prompted q &lt;b&gt;\n r<br>не дата<br><p>a", ["q <b>\n r\nне дата", "a"]),
        (
            "Prompted q<br>Jul 1, 2026, 1:00:00 PM UTC<br><script>x</script><p>a<img src=x onerror=y>",
            ["q", "a"],
        ),
    ],
)
def test_what_was_asked_ends_with_the_first_date(body: str, texts: list[str]) -> None:
    assert said(page(cell(body))) == texts


def test_a_time_beyond_all_bounds_leaves_the_activities_as_they_are() -> None:
    date = "Dec 31, 2099, 11:00:47 PM PST"
    listed, _, _ = read(page(cell(f"Prompted q<br>{date}<br><p>a"), cell("Prompted r<br><p>b")))
    assert [(one.title, one.time) for one in listed] == [("q", None), ("r", None)]


def test_counts_files_and_other_activities() -> None:
    date = "<br>Jul 1, 2026, 1:00:00 PM UTC<br>"
    _, conversations, report = read(
        page(
            cell(f"Searched for x{date}", "Search"),
            cell(f"Gave feedback: Good response{date}"),
            '<div class="outer-cell"></div>',
            cell(""),
            cell(
                f"Prompted q<br>Attached 2 files.<br>-&nbsp;<a href='x.png'>x.png</a><br>- y.png{date}<p>a</p>"
            ),
        )
    )
    assert [turn.shown.text for turn in conversations[0].turns] == ["q", "a"]
    assert report.omitted == [
        Omitted("q", Skipped.NO_TEXT, 2),
        Omitted("", Skipped.NO_CONVERSATION, 2),
        Omitted("", Skipped.BROKEN),
        Omitted("", Skipped.EMPTY),
    ]


@pytest.mark.parametrize(
    "held",
    [
        b"",
        b"Gemini Apps outer-cell",
        b"<html><body><p>Gemini Apps</p></body></html>",
        page(cell("Searched for x", "Search")),
        (BEGIN + " " * (MOST_BYTES_BEFORE + STEP_BYTES)).encode() + page(cell("Prompted q")),
    ],
)
def test_other_files_are_none_of_its_own(held: bytes) -> None:
    assert FORMAT.opened(BytesSource(held)) is None


@pytest.mark.parametrize("before", range(STEP_BYTES - 400, STEP_BYTES + 100, 7))
def test_a_mark_is_found_wherever_a_step_ends(before: int) -> None:
    first = (BEGIN + " " * (before - len(BEGIN))).encode()
    date = "<br>Jul 1, 2026, 1:00:00 PM UTC<br>"
    cells = "".join(cell(f"Prompted {n}{date}{n}") for n in (2, 1))
    assert said(first + cells.encode()) == ["1", "1", "2", "2"]


def test_a_cell_too_large_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gemini_html, "MOST_CELL_BYTES", 1_000)
    monkeypatch.setattr(gemini_html, "STEP_BYTES", 500)
    date = "<br>Jul 1, 2026, 1:00:00 PM UTC<br>"
    held = page(cell(f"Prompted a{date}"), cell("Prompted " + "q" * 5_000), cell(f"Prompted b{date}"))
    listed, conversations, report = read(held)
    assert [turn.shown.text for turn in conversations[0].turns] == ["b\n\na"]
    assert (len(listed), report.omitted) == (1, [Omitted("", Skipped.TOO_LARGE)])


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 100_000,
        "</div>" * 100_000,
        "<br>" * 100_000,
        '<div class="outer-cell">' * 100_000,
        '<div class="content-cell">' * 100_000,
        "<div" * 100_000,
        "<div " + " " * 3_000_000,
        "<!--",
        "<script>",
        '<a x="',
        "\x00\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
    ids=range(11),
)
def test_hostile_cells_leave_the_others(hostile: str) -> None:
    date = "<br>Jul 1, 2026, 1:00:00 PM UTC<br>"
    held = page(cell(f"Prompted b{date}b"), cell(f"Prompted x{date}{hostile}"), cell(f"Prompted a{date}a"))
    texts = said(held)
    assert texts[:2] == ["a", "a"]
    assert texts[-2].endswith("b")
    assert texts[-1] == "b"


def test_bytes_that_are_no_utf8_leave_the_rest() -> None:
    assert said(page(cell("Prompted QQ<br>")).replace(b"QQ", b"\xff q")) == ["\ufffd q"]


def test_a_place_that_is_none_of_its_own_is_refused() -> None:
    opened = FORMAT.opened(BytesSource(page(cell("Prompted q"))))
    assert opened is not None
    with pytest.raises(ReadingError) as error:
        opened.conversation(Listed("", None, "", 1, 0, None), Report())
    assert error.value.fault is Fault.BROKEN


_PIECES = st.sampled_from(
    [
        BEGIN, cell("Prompted q<br>Jul 1, 2026, 1:00:00 PM UTC<br><p>a"), '<div class="outer-cell x">', "</div>",
        '<div class="header-cell">Bard</div>', '<div class="content-cell">', "Prompted ", "<br>",
        "Jul 1, 2026, 1:00:00 PM UTC", "<p>", "<!--", "<script>", "&#0;", '"', "Attached 2 files.",
    ]
)  # fmt: skip


@given(
    st.binary()
    | st.lists(_PIECES | st.text(max_size=4)).map(lambda parts: "<" + "".join(parts)).map(str.encode)
)
def test_no_file_makes_it_fail(held: bytes) -> None:
    try:
        opened = FORMAT.opened(BytesSource(held))
        for one in opened.conversations(Report()) if opened else ():
            conversation = opened.conversation(one, Report()) if opened else None
            assert conversation is not None
            assert (len(conversation.turns), conversation.time) == (one.turns, one.time)
            assert 0 < one.turns <= MAX_TURNS
            assert len(conversation.title) <= TITLE_MAX_CHARS
            assert all(len(turn.shown.text) <= SAID_MAX_CHARS for turn in conversation.turns)
    except ReadingError:
        return
