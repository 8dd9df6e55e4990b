"""What was asked of Gemini is read from Google's JSON, and no file can do harm."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bring.activities import GAP, MOST_TOGETHER
from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import Listed, Omitted, Report
from app.bring.formats.gemini import ACTIVITIES_LOOKED_AT, FORMAT
from app.bring.json_records import MOST_RECORD_BYTES
from app.bring.source import BytesSource
from app.domain.conversation import (
    MAX_ALTERNATIVES,
    MAX_TURNS,
    SAID_MAX_CHARS,
    TITLE_MAX_CHARS,
    Conversation,
    Role,
    Said,
    Turn,
)

NOON = datetime(2026, 2, 2, 12, tzinfo=UTC)


def at(minutes: float) -> str:
    return (NOON + timedelta(minutes=minutes)).isoformat().replace("+00:00", "Z")


def record(title: str, minutes: float, *answers: str, **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "header": "Gemini Apps",
        "title": title,
        "time": at(minutes),
        "products": ["Gemini Apps"],
    }
    if answers:
        made["safeHtmlItem"] = [{"html": answer} for answer in answers]
    return {**made, **more}


def read(value: Any) -> tuple[list[Listed], list[Conversation], Report]:
    held = value if isinstance(value, bytes) else json.dumps(value).encode()
    opened = FORMAT.opened(BytesSource(held))
    assert opened is not None
    report = Report()
    listed = list(opened.conversations(report))
    return listed, [opened.conversation(one, Report()) for one in listed], report


def test_lists_conversations_newest_first_and_each_oldest_first() -> None:
    listed, conversations, report = read(
        [
            record("Prompted later", 100, "<p>L</p>"),
            record("Prompted second", 29, "<p>2</p><ul><li>x</li></ul>"),
            record("Prompted first", 0, "<p>1</p>"),
        ]
    )
    assert [one.title for one in listed] == ["later", "first"]
    assert conversations[1] == Conversation(
        "first",
        (
            Turn(Role.USER, Said("first", NOON)),
            Turn(Role.ASSISTANT, Said("1", NOON, "Gemini")),
            Turn(Role.USER, Said("second", NOON + timedelta(minutes=29))),
            Turn(Role.ASSISTANT, Said("2\n\n- x", NOON + timedelta(minutes=29), "Gemini")),
        ),
        NOON + timedelta(minutes=29),
    )
    assert (listed[1].turns, listed[1].alternatives, listed[1].model) == (4, 0, "Gemini")
    assert listed[1].time == conversations[1].time
    assert report.omitted == []


def test_a_gap_ends_a_conversation_and_less_does_not() -> None:
    minutes = GAP.total_seconds() / 60
    assert len(read([record("Prompted b", minutes), record("Prompted a", 0)])[0]) == 2
    assert len(read([record("Prompted b", minutes - 0.01), record("Prompted a", 0)])[0]) == 1


def test_a_file_that_begins_with_the_oldest_reads_the_same_way() -> None:
    conversations = read([record("Prompted a", 0, "1"), record("Prompted b", 5, "2")])[1]
    assert [turn.shown.text for turn in conversations[0].turns] == ["a", "1", "b", "2"]


@pytest.mark.parametrize(
    ("title", "prompt"),
    [
        ("Prompted hello", "hello"),
        ("Prompted\xa0hello", "hello"),
        ("Prompted with: hello", "hello"),
        ("Asked Bard: hello", "hello"),
        ("Memberikan perintah: halo", "halo"),
        ("Du hast hallo eingegeben", "Du hast hallo eingegeben"),
        ("Promptedly hello", "Promptedly hello"),
        ("Prompted look at this Attached 2 files.", "look at this"),
        ("Prompted a\n\nb", "a\n\nb"),
    ],
)
def test_takes_away_a_known_verb_and_leaves_other_titles_as_they_are(title: str, prompt: str) -> None:
    assert read([record(title, 0, "x")])[1][0].turns[0].shown.text == prompt


def test_answers_made_again_stand_beside_the_newest() -> None:
    listed, conversations, _ = read([record("Prompted q", 0, "<p>old</p>", "", "<p>new</p>")])
    answer = conversations[0].turns[1]
    assert (answer.shown.text, [one.text for one in answer.alternatives]) == ("new", ["old"])
    assert listed[0].alternatives == 1


def test_prompts_without_answers_are_kept() -> None:
    conversations = read([record("Prompted b", 1), record("Prompted a", 0)])[1]
    assert [turn.shown.text for turn in conversations[0].turns] == ["a\n\nb"]


def test_counts_what_is_no_conversation() -> None:
    listed, _, report = read(
        [
            record("Searched for x", 3, header="Search", products=["Search"]),
            record("Gave feedback: Good response", 2),
            record("Selected preferred draft", 1),
            record("Created a canvas", 1, "<p>the canvas</p>"),
            "no record",
            record("Prompted q", 0, "a", imageFile="x.png", attachedFiles=["x.png", "y.png"]),
        ]
    )
    assert listed[0].turns == 2
    assert report.omitted == [
        Omitted("q", Skipped.NO_TEXT, 2),
        Omitted("", Skipped.NO_CONVERSATION, 3),
        Omitted("", Skipped.BROKEN),
    ]


def test_is_told_by_shape_in_any_language() -> None:
    assert read([record("x", 0, "a", header="Geminiアプリ", products=[])])[0][0].model == "Gemini"
    assert read([record("x", 0, "a", header="Bard")])[0][0].model == "Bard"
    assert read([{"title": "x", "safeHtmlItem": {"htmlValue": "<p>a</p>"}}])[0][0].turns == 2
    others = [record("Watched", 0, header="YouTube", products=["YouTube"])] * 50
    assert len(read([*others, record("Prompted q", 0)])[0]) == 1


@pytest.mark.parametrize(
    "value",
    [
        [],
        {},
        [{"mapping": {}}],
        [{"header": "Gemini", "title": "x"}],
        [{"header": ["Gemini Apps"], "title": "x", "time": "y"}],
        [record("Prompted", 0, header="Geminix", products=["bardic"])],
        [record("Watched", 0, header="YouTube", products=[])] * (ACTIVITIES_LOOKED_AT + 1)
        + [record("Prompted q", 0)],
        [1] * 50 + [record("Prompted q", 0)],
    ],
)
def test_other_json_is_none_of_its_own(value: Any) -> None:
    assert FORMAT.opened(BytesSource(json.dumps(value).encode())) is None


def test_text_that_is_no_json_is_none_of_its_own() -> None:
    assert FORMAT.opened(BytesSource(b"Gemini Apps")) is None


def test_a_broken_record_leaves_the_others() -> None:
    held = json.dumps(record("Prompted q", 0, "a")).encode()
    deep = b'{"header": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    listed, _, report = read(b"[" + held + b', {"title": nope}, ' + deep + b", " + held[:-40])
    assert len(listed) == 1
    assert {one.why for one in report.omitted} == {Skipped.BROKEN, Skipped.TOO_DEEP}


@pytest.mark.parametrize(
    ("held", "fault"),
    [
        (json.dumps([record("Prompted a", 0, "<p>x</p>")]).encode()[:-9], Fault.BROKEN),
        (json.dumps([record("Prompted a", 0, "x" * MOST_RECORD_BYTES)]).encode(), Fault.TOO_LARGE),
    ],
)
def test_a_file_in_which_nothing_can_be_read_is_known_by_the_fields_at_its_head(
    held: bytes, fault: Fault
) -> None:
    with pytest.raises(ReadingError) as raised:
        read(held)
    assert raised.value.fault is fault


def test_wrong_types_count_as_missing() -> None:
    odd = record("Prompted q", 0)
    for field in ("time", "products", "safeHtmlItem", "attachedFiles", "subtitles"):
        values: tuple[Any, ...] = (
            None,
            1,
            True,
            "x",
            [],
            {},
            [None, 1, "x", {"html": 1}],
            {"html": []},
            10**400,
        )
        for value in values:
            listed, _, _ = read([{**odd, field: value}])
            assert listed[0].turns == 1


def test_times_that_are_none_stand_alone() -> None:
    listed, _, _ = read(
        [record(f"Prompted {n}", 0, time=t) for n, t in enumerate(["", "0001-01-01T00:00:00Z", "x"])]
    )
    assert [(one.title, one.time) for one in listed] == [("0", None), ("1", None), ("2", None)]


def test_nothing_of_an_answer_is_run_and_every_letter_stays() -> None:
    answer = "<script>x</script><img src=x onerror=y><p>\u200fשלום\u200b &lt;b&gt;</p>"
    turns = read([record("Prompted \u202e\x00\ud800q", 0, answer)])[1][0].turns
    assert [turn.shown.text for turn in turns] == ["\ufffd\ufffdq", "\u200fשלום\ufffd <b>"]


def test_bytes_that_are_no_utf8_leave_the_rest() -> None:
    held = json.dumps([record("Prompted QQ", 0, "a")]).encode().replace(b"QQ", b"\xff\xfeq")
    assert read(held)[1][0].turns[0].shown.text.endswith("q")


def test_of_more_answers_than_there_is_room_for_the_newest_are_kept() -> None:
    (conversation,) = read([record("Prompted a", 0, *map(str, range(MAX_ALTERNATIVES + 9)))])[1]
    assert conversation.turns[1].shown.text == f"{MAX_ALTERNATIVES + 8}"
    assert conversation.turns[1].alternatives[-1].text == f"{MAX_ALTERNATIVES + 7}"


def test_bounds_what_is_said_and_tells_it() -> None:
    answers = ["x"] * (MAX_ALTERNATIVES + 20)
    _, conversations, report = read([record("Prompted " + "q " * SAID_MAX_CHARS, 0, *answers)])
    assert len(conversations[0].turns[0].shown.text) <= SAID_MAX_CHARS
    assert len(conversations[0].turns[1].alternatives) == MAX_ALTERNATIVES
    assert len(conversations[0].title) <= 81
    assert Skipped.CUT in {one.why for one in report.omitted}


def test_a_conversation_without_end_is_gone_on_with_in_another() -> None:
    listed, conversations, _ = read([record("Prompted q", 0, "a")] * (MOST_TOGETHER + 1))
    assert [one.turns for one in listed] == [2 * MOST_TOGETHER, 2]
    assert len(conversations[0].turns) <= MAX_TURNS


def test_a_place_that_is_none_of_its_own_is_refused() -> None:
    opened = FORMAT.opened(BytesSource(json.dumps([record("Prompted q", 0)]).encode()))
    assert opened is not None
    with pytest.raises(ReadingError) as error:
        opened.conversation(Listed("", None, "", 1, 0, "elsewhere"), Report())
    assert error.value.fault is Fault.BROKEN


_KEYS = st.sampled_from(
    ["header", "title", "time", "products", "safeHtmlItem", "html", "subtitles", "imageFile"]
)
_WORDS = st.sampled_from(
    ["Gemini Apps", "Bard", "Prompted x", "<p>a", at(0), at(10), "2026-02-02T12:00:00+14:00"]
)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | _WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=8),
    max_leaves=30,
)
_RECORDS = st.builds(
    lambda base, over: {**base, **over},
    st.just(record("Prompted q", 0, "<p>a")),
    st.dictionaries(_KEYS, _VALUES),
)


@given(
    st.binary() | (st.lists(_VALUES | _RECORDS) | _VALUES).map(lambda value: json.dumps(value).encode()),
    st.data(),
)
def test_no_file_makes_it_fail(held: bytes, data: st.DataObject) -> None:
    if data.draw(st.booleans()):
        held = held[: data.draw(st.integers(0, len(held)))]
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
