import contextlib
import io
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bring.csv_rows import MOST_ROW_BYTES
from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Listed, Report
from app.bring.formats import chatgpt, claude, copilot
from app.bring.formats.copilot import FORMAT
from app.bring.source import BytesSource
from app.bring.zipped import files_of
from app.domain.conversation import MAX_TURNS, SAID_MAX_CHARS, TITLE_MAX_CHARS, Role
from app.domain.text import unhidden
from tests.bring.formats.copilot_parts import (
    BOM,
    COLUMNS,
    NIGHT,
    NIGHT_SAID,
    fault_of,
    read_all,
    said,
    table,
)
from tests.bring.formats.read_back import assert_within_bounds


@pytest.mark.parametrize("mark", [b"", BOM])
def test_a_conversation_is_read_the_oldest_first_with_who_says_what_and_when(mark: bytes) -> None:
    (conversation,), left_out = read_all(mark + table(NIGHT))
    assert (conversation.title, conversation.time) == ("Sleep", datetime(2026, 7, 26, 23, 21, tzinfo=UTC))
    assert said(conversation) == NIGHT_SAID
    assert [turn.role for turn in conversation.turns] == [Role.USER, Role.ASSISTANT] * 2
    assert conversation.turns[0].shown.time == datetime(2026, 7, 26, 23, 20, 56, tzinfo=UTC)
    assert left_out == {}


def test_rows_that_somebody_turned_round_are_left_as_they_are() -> None:
    (conversation,), _ = read_all(table(NIGHT[::-1]))
    assert said(conversation) == NIGHT_SAID


def test_rows_without_a_time_are_taken_to_be_the_newest_first() -> None:
    (conversation,), _ = read_all(table([(title, "soon", author, text) for title, _, author, text in NIGHT]))
    assert said(conversation) == NIGHT_SAID
    assert conversation.time is None


@pytest.mark.parametrize("columns", [COLUMNS[::-1], ("Message", "Conversation", "Author", "Time")])
def test_the_columns_may_stand_in_any_order(columns: tuple[str, ...]) -> None:
    (conversation,), _ = read_all(table(NIGHT, columns))
    assert said(conversation) == NIGHT_SAID


def test_other_columns_are_passed_over() -> None:
    held = b"Id,Conversation,Time,Author,Kind,Message\n1,Sleep,2026-07-26T23:20:56,Human,text,I lie awake\n"
    (conversation,), _ = read_all(held)
    assert said(conversation) == ["I lie awake"]


def test_rows_between_those_of_another_conversation_are_brought_together() -> None:
    other = [(f"Work {at % 2}", time, author, f"w{at}") for at, (_, time, author, _) in enumerate(NIGHT)]
    mixed = [row for pair in zip(NIGHT, other, strict=True) for row in pair]
    read, left_out = read_all(table(mixed))
    assert [conversation.title for conversation in read] == ["Sleep", "Work 0", "Work 1"]
    assert said(read[0]) == NIGHT_SAID
    assert said(read[1]) == ["w2\n\nw0"]
    assert left_out == {}


def test_conversations_without_a_title_are_one() -> None:
    (conversation,), _ = read_all(table([("", *row[1:]) for row in NIGHT]))
    assert (conversation.title, said(conversation)) == ("", NIGHT_SAID)


def test_a_conversation_without_a_word_is_counted_as_empty() -> None:
    (conversation,), left_out = read_all(table([("Nothing", "", "AI", " \x00 "), *NIGHT]))
    assert conversation.title == "Sleep"
    assert left_out == {Skipped.EMPTY: 1}


def test_a_table_without_rows_is_empty() -> None:
    for end in (b"", b"\r\n", b"\n\n"):
        assert fault_of(BOM + b"Conversation,Time,Author,Message" + end) is Fault.EMPTY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_a_spreadsheet_saved_in_its_own_way_is_read(encoding: str, separator: str) -> None:
    held = table(NIGHT, separator=separator).decode()
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    (conversation,), left_out = read_all((mark + held).encode(encoding))
    assert said(conversation) == NIGHT_SAID
    assert left_out == {}


@pytest.mark.parametrize(
    "row", [b"Sleep,x,Human", b"a,b,c,d,e", b'"Sleep,x,Human,a', b"x"]
)  # one is never closed
def test_a_row_that_is_none_of_the_table_is_counted_and_the_next_read(row: bytes) -> None:
    held = b"Conversation,Time,Author,Message\nSleep,,AI,b\n" + row + b"\n\nSleep,,Human,a\n"
    (conversation,), left_out = read_all(held)
    assert said(conversation) == ["a", "b"]
    assert left_out == {Skipped.BROKEN: 1}


def test_a_file_that_ends_within_a_message_loses_that_one_alone() -> None:
    cut = table([*NIGHT, ("Sleep", "2026-07-26T23:20:00", "Human", "one\ntwo\n\nthree, and four")])[:-9]
    (conversation,), left_out = read_all(cut)
    assert said(conversation) == NIGHT_SAID
    assert left_out == {Skipped.BROKEN: 1}


def test_a_message_larger_than_any_is_passed_over_in_steps() -> None:
    class Noting(BytesSource):
        most = 0

        def read_at(self, offset: int, count: int) -> bytes:
            self.most = max(self.most, count)
            return super().read_at(offset, count)

    large = ("Sleep", "2026-07-26T23:22:00", "AI", ("x" * 99 + "\n") * (4 * MOST_ROW_BYTES // 100))
    source = Noting(table([large, *NIGHT]))
    (conversation,), left_out = read_all(source)
    assert said(conversation)[:3] == NIGHT_SAID[:3]
    assert left_out == {Skipped.BROKEN: 1}
    assert source.most <= 2 * MOST_ROW_BYTES


def test_a_turn_longer_than_is_kept_is_cut_and_that_is_told() -> None:
    for parts in (1, 2):
        text = "x" * (SAID_MAX_CHARS // parts + 1)
        (conversation,), left_out = read_all(table([("Sleep", "", "AI", text)] * parts))
        assert len(conversation.turns[0].shown.text) == SAID_MAX_CHARS
        assert left_out == {Skipped.CUT: 1}


def test_a_turn_as_long_as_is_kept_is_whole() -> None:
    half = "x" * (SAID_MAX_CHARS // 2 - 1)
    assert read_all(table([("Sleep", "", "AI", half)] * 2))[1] == {}


def test_more_turns_than_are_kept_are_cut_and_that_is_told() -> None:
    rows = [("Sleep", "", ("AI", "Human")[at % 2], f"{at}") for at in range(MAX_TURNS + 1)]
    (conversation,), left_out = read_all(table(rows))
    assert len(conversation.turns) == MAX_TURNS
    assert (said(conversation)[0], said(conversation)[-1]) == (f"{MAX_TURNS - 1}", "0")
    assert left_out == {Skipped.CUT: 1}


def test_a_conversation_larger_than_there_is_room_for_is_read_as_far_as_there_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(copilot, "MOST_CONVERSATION_BYTES", 100)
    (conversation,), left_out = read_all(table(NIGHT))
    assert said(conversation) == NIGHT_SAID[2:]
    assert left_out == {Skipped.CUT: 1}


def test_rows_scattered_over_more_places_than_are_remembered_are_left_out_and_that_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(copilot, "MOST_SPANS", 2)
    read, left_out = read_all(table([(title, "", "AI", title) for title in ("a", "b", "a", "c")]))
    assert [said(one) for one in read] == [["a"], ["b"]]
    assert left_out == {Skipped.CUT: 2}


def test_more_conversations_than_are_read_are_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copilot, "MOST_CONVERSATIONS", 2)
    opened = FORMAT.opened(BytesSource(table([(title, "", "AI", "x") for title in "abc"])))
    assert opened is not None
    with pytest.raises(ReadingError) as caught:
        list(opened.conversations(Report()))
    assert caught.value.fault is Fault.TOO_MANY


def test_a_title_without_end_is_cut() -> None:
    (conversation,), _ = read_all(table([("é" * 500_000, *NIGHT[0][1:])]))
    assert conversation.title == "é" * TITLE_MAX_CHARS


def test_bytes_that_are_no_text_and_letters_that_no_screen_holds_do_no_harm() -> None:
    kept = "\u202eright to left\u202c zero\u200bwidth \u05e9\u05dc\u05d5\u05dd =HYPERLINK(A1)"
    held = table([("Sleep", "", "AI", kept + "\x00\x1b@")]).replace(b"@", b"\xff\xc3")
    assert said(read_all(held)[0][0]) == [unhidden(kept) + "\ufffd\ufffd"]


def test_a_file_in_an_archive_is_read_in_steps_from_any_place() -> None:
    rows = [
        (f"Chat {at % 7}", "", ("AI", "Human")[at % 2], f"{at} " + "lorem ipsum " * 60) for at in range(6_000)
    ]
    held = BOM + table(rows)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as writing:
        writing.writestr("any name", held)
    (within,) = files_of(BytesSource(archive.getvalue()))
    assert within.source is not None
    assert read_all(within.source) == read_all(held)


def test_a_file_that_changed_since_it_was_listed_is_not_read_as_something_else() -> None:
    opened = FORMAT.opened(BytesSource(table(NIGHT)))
    others = [table([("Other", *row[1:]) for row in NIGHT]), table(NIGHT).replace(b",", b"x")]
    assert opened is not None
    (listed,) = opened.conversations(Report())
    for other in others:
        changed = copilot.CopilotOpened(BytesSource(other), copilot._Header(",", 0, 4, (0, 1, 2, 3)))
        with pytest.raises(ReadingError) as caught:
            changed.conversation(listed, Report())
        assert caught.value.fault is Fault.CHANGED


def test_a_place_of_another_format_is_refused() -> None:
    opened = FORMAT.opened(BytesSource(table(NIGHT)))
    assert opened is not None
    with pytest.raises(ReadingError) as caught:
        opened.conversation(Listed("", None, "", 1, 0, 3), Report())
    assert caught.value.fault is Fault.BROKEN


@pytest.mark.parametrize(
    "held",
    [
        b"", BOM, b"Conversation,Time,Author\na,b,c", b"Time,Author,Message,Title\na,b,c,d", b"PK\x03\x04",
        b'"' * 9_000, b"[]", b"Conversation Time Author Message",
        b'{"Conversation,Time,Author,Message": 1}', b"\xff\xfeC\0o\0n\0",
        b"A diary\nConversation,Time,Author,Message\n", b"," * 9_000,
        b"x" * 9_000 + b",Conversation,Time,Author,Message",
    ],
)  # fmt: skip
def test_other_files_are_not_taken_for_it(held: bytes) -> None:
    assert FORMAT.opened(BytesSource(held)) is None


def test_it_is_taken_for_no_other_export() -> None:
    assert chatgpt.FORMAT.opened(BytesSource(table(NIGHT))) is None
    assert claude.FORMAT.opened(BytesSource(table(NIGHT))) is None


PARTS = st.sampled_from(
    [
        b'"',
        b'""',
        b",",
        b"\r\n",
        b"\n",
        b"Human",
        b"AI",
        b"\x00",
        b"\xff",
        b"a",
        b"2026-07-26",
        b"a,2026-07-26,AI,b\n",
    ]
)


@given(st.lists(PARTS | st.binary(max_size=3), max_size=80))
def test_any_rows_are_read_within_bounds_or_left_out(parts: list[bytes]) -> None:
    held = BOM + b"Conversation,Time,Author,Message\nSleep,,AI,a\n" + b"".join(parts)
    read, _ = read_all(held)
    assert read
    for conversation in read:
        assert_within_bounds(conversation)
        assert all(turn.shown.text for turn in conversation.turns)


@given(st.binary(max_size=60), st.integers(0, 60))
def test_any_bytes_put_into_a_file_are_read_or_the_file_is_not_known(junk: bytes, at: int) -> None:
    held = BOM + table(NIGHT)
    source = BytesSource(held[:at] + junk + held[at:])
    if FORMAT.opened(source) is not None:
        # With a column more in its head no row fits the table, and that is told.
        with contextlib.suppress(ReadingError):
            assert read_all(source)[0]
