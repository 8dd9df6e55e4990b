"""How a text is read: every odd spelling as the plain words, each word knowing where it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.safety.letters import folded
from app.safety.normalising import Bound, Reading
from app.safety.vocabulary import Vocabulary

KNOWN = Vocabulary(
    words=[
        "want",
        "to",
        "die",
        "kill",
        "myself",
        "i",
        "life",
        "end",
        "my",
        "suicide",
        "going",
        "do",
        "not",
        "barang",
    ],
    beginnings=["suicid"],
    slang={"wanna": (("want", "to"),), "dont": (("do", "not"),), "ill": (("ill",), ("i", "will"))},
    typos=["suicide", "myself"],
    never=["himself"],
    short=["i", "to", "my", "end", "die", "do", "not"],
)


def paths(reading: Reading) -> set[tuple[str, ...]]:
    """Every way to read a short text from its beginning to its end."""
    begin = reading.across[0]
    found: set[tuple[str, ...]] = set()
    waiting: list[tuple[int, tuple[str, ...]]] = [(begin, ())]
    while waiting:
        node, words = waiting.pop()
        if node == reading.words:
            found.add(words)
        waiting += [(edge.target, (*words, edge.word)) for edge in reading.out[node]]
    return found


def spelled(text: str) -> set[str]:
    return {" ".join(words) for words in paths(Reading(text, KNOWN))}


@pytest.mark.parametrize(
    "text",
    [
        "kill myself",
        "KILL MySelf",
        "k1ll mys3lf",
        "k!ll my$elf",
        "k*ll myself",
        "killlll myseeelf",
        "k i l l myself",
        "k.i.l.l myself",
        "k-i-l-l m-y-s-e-l-f",
        "killmyself",
        "#killmyself",
        "kill_myself",
        "kill mysef",
        "kill myslef",
        "ki\u200bll my\u00adself",
        "ki\ufffdll my\ufffdself",
        "k\u0301i\u0336l\u0336l myself",
        "ｋｉｌｌ ｍｙｓｅｌｆ",
        "𝓴𝓲𝓵𝓵 𝓶𝔂𝓼𝓮𝓵𝓯",
        "ⓚⓘⓛⓛ myself",
        "🅺🅸🅻🅻 myself",
        "🇰🇮🇱🇱 myself",
        "kіll mуsеlf",
        "ᴋɪʟʟ ᴍʏꜱᴇʟꜰ",
    ],
)
def test_an_odd_spelling_is_read_as_the_plain_words(text: str) -> None:
    assert "kill myself" in spelled(text)


@pytest.mark.parametrize("text", ["don't", "don’t", "dont", "don´t", "DON'T"])
def test_an_apostrophe_makes_no_difference(text: str) -> None:
    assert spelled(text) == {"do not"}


def test_slang_with_several_meanings_keeps_each() -> None:
    assert spelled("ill") == {"ill", "i will"}


def test_slang_is_read_within_a_run_without_spaces() -> None:
    assert "i want to die" in spelled("iwannadie")


def test_what_a_word_is_also_counts_as_stands_beside_it() -> None:
    assert spelled("suicidal") == {"suicidal", "suicid*"}
    assert spelled("15") == {"15", "#"}


@pytest.mark.parametrize("text", ["himself", "friend", "endive", "15", "1.", "2024"])
def test_another_word_is_left_as_it_is(text: str) -> None:
    known = {"kill", "myself", "end", "die", "i", "suicide", "to", "my"}
    assert not any(set(reading.split()) & known for reading in spelled(text))


def test_a_word_said_twice_is_read_as_two_and_as_one() -> None:
    assert spelled("barang2ku") == {"barang2ku", "barang barangku", "barangku"}


def test_a_word_split_in_two_is_read_as_one() -> None:
    assert "suicide" in spelled("sui cide")


def test_every_word_knows_where_it_stands_in_the_text() -> None:
    text = "Ⓘ  wаnnа… k i l l my\u200bself!"
    reading = Reading(text, KNOWN)
    [kill] = [edge for edge in reading.by_word["kill"] if edge.target - edge.source > 1]
    [myself] = reading.by_word["myself"]
    [to] = reading.by_word["to"]
    first, last = reading.span(kill.source, myself.target)
    assert text[first:last] == "k i l l my\u200bself"
    assert text[slice(*reading.span(to.source, to.target))] == "wаnnа"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("a b", Bound.NOTHING),
        ("a, b", Bound.CLAUSE),
        ("a\nb", Bound.CLAUSE | Bound.LINE),
        ("a... b", Bound.CLAUSE),
        ("a. b", Bound.CLAUSE | Bound.SENTENCE),
        ("a? b", Bound.CLAUSE | Bound.SENTENCE | Bound.QUESTION),
        ("a 🙂 b", Bound.CLAUSE),
        ("a - b", Bound.CLAUSE),
    ],
)
def test_what_stands_between_words_bounds_clauses_and_sentences(text: str, bound: int) -> None:
    assert Reading(text, KNOWN).bounds[1] == bound


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_each_folded_letter_comes_from_a_place_in_the_text_and_in_order(text: str) -> None:
    letters, places = folded(text)
    if places is None:
        assert len(letters) == len(text)
    else:
        assert len(places) == len(letters)
        assert places == sorted(places)
        assert all(0 <= place < len(text) for place in places)


@settings(max_examples=200)
@given(st.text(alphabet="kill mysef.!*1' \n?\u0301😂ⓚ2", max_size=60))
def test_every_edge_leads_onwards_and_stands_within_the_text(text: str) -> None:
    reading = Reading(text, KNOWN)
    for edges in reading.by_word.values():
        for edge in edges:
            assert reading.position[edge.source] < reading.position[edge.target]
            first, last = reading.span(edge.source, edge.target)
            assert 0 <= first < last <= len(text)


@pytest.mark.parametrize(
    "unit", ["a", "kill", "k ", "a!", "é\u0301", "die.", "1", "x*", "i w ", "\n", "$", "2"]
)
def test_a_reading_grows_with_the_text_and_no_faster(unit: str) -> None:
    sizes = [len(Reading(unit * (length // len(unit)), KNOWN).position) for length in (2_000, 4_000)]
    assert sizes[1] <= 2 * sizes[0] + 16
