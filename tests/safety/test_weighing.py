"""Weighing: what counts as a mark, which passages are read together, and what a sum does to what rules found."""

from itertools import pairwise
from pathlib import Path

import pytest

from app.domain.notice import NoticeKind, Strength
from app.safety.evidence import (
    LONGEST_PASSAGE_WORDS,
    MOST_WORDS_AROUND,
    Pair,
    Passage,
    around,
    pairs_of,
    passages,
    words_of,
)
from app.safety.noticing import NoticingRules, read_noticing_rules
from app.safety.weighing import Weighed
from app.safety.weights import Groups, Said, is_mark

from .parts import EVEN, write_rules

ROOT = Path(__file__).parents[2]
RULES = read_noticing_rules(ROOT / "resources" / "cues")
PHRASE = """
common = ["the"]

[[guards]]
id = "g"
group = "idiom"
scope = "clause"
patterns = ["never"]

[[rules]]
id = "en.suicide.outright"
kind = "suicide"
strength = "explicit"
patterns = ["wet leaf"]
why = { en = "Why.", id = "Mengapa." }
examples = ["wet leaf"]
not_examples = ["leaf"]

[[rules]]
id = "en.suicide.around"
kind = "suicide"
strength = "implicit"
patterns = ["dry leaf"]
why = { en = "Why.", id = "Mengapa." }
examples = ["dry leaf"]
not_examples = ["leaf"]

[[rules]]
id = "words-together-suicide"
kind = "suicide"
strength = "implicit"
by_code = true
why = { en = "Why.", id = "Mengapa." }

[[rules]]
id = "words-together-self-harm"
kind = "self_harm"
strength = "implicit"
by_code = true
why = { en = "Why.", id = "Mengapa." }
"""


OF_MODELS = """
[[rules]]
id = "en.ai.method.moss"
kind = "method"
strength = "explicit"
patterns = ["grey moss"]
why = { en = "Why.", id = "Mengapa." }
examples = ["grey moss"]
not_examples = ["moss"]

[[rules]]
id = "words-together-method"
kind = "method"
strength = "implicit"
by_code = true
why = { en = "Why.", id = "Mengapa." }
"""


def test_a_passage_ends_with_its_sentence_its_line_or_when_it_has_grown_long() -> None:
    reading = RULES.read("One two. Three\nfour " + "five " * (LONGEST_PASSAGE_WORDS + 3))
    assert [tuple(one) for one in passages(reading)] == [
        (0, 2),
        (2, 3),
        (3, 3 + LONGEST_PASSAGE_WORDS),
        (3 + LONGEST_PASSAGE_WORDS, reading.words),
    ]
    assert passages(RULES.read("")) == ()


def test_passages_are_read_with_their_neighbours_as_long_as_they_are_short() -> None:
    def of_lengths(*lengths: int) -> list[Passage]:
        ends = [sum(lengths[:count]) for count in range(len(lengths) + 1)]
        return [Passage(first, last) for first, last in pairwise(ends)]

    assert around(of_lengths(5, 5, 5), 1, MOST_WORDS_AROUND) == range(3)
    assert around(of_lengths(20, 20, 20, 20, 20), 2, MOST_WORDS_AROUND) == range(1, 4)
    assert around(of_lengths(30, 30, 25, 30), 1, MOST_WORDS_AROUND) == range(2)
    assert around(of_lengths(5, 30, 30, 5), 0, MOST_WORDS_AROUND) == range(2)
    for middle in range(6):
        near = around(of_lengths(9, 28, 30, 2, 17, 30), middle, MOST_WORDS_AROUND)
        assert middle in near
        assert sum((9, 28, 30, 2, 17, 30)[at] for at in near) <= MOST_WORDS_AROUND


def test_a_pair_is_two_words_within_reach_in_one_passage() -> None:
    reading = RULES.read("stone river cloud maple fern. Gravel")
    first = passages(reading)[0]
    assert words_of(reading, first) == {"stone", "river", "cloud", "maple", "fern"}
    pairs = {pair for pair in pairs_of(reading, first) if pair.earlier == "stone"}
    assert pairs == {
        Pair("stone", "river", is_next=True),
        Pair("stone", "cloud", is_next=False),
        Pair("stone", "maple", is_next=False),
    }
    assert not any("gravel" in pair[:2] for pair in pairs_of(reading, first))


def test_words_count_in_every_reading_and_as_their_groups() -> None:
    groups = Groups({"dying": ["die", "dead"], "self": ["i"]})
    marks = groups.marks(["i"], [Pair("i", "die", is_next=True)])
    assert marks == {
        "i", "<self>",
        "i die", "i <dying>", "<self> die", "<self> <dying>",
        "i ~ die", "i ~ <dying>", "<self> ~ die", "<self> ~ <dying>",
    }  # fmt: skip
    assert {"want to", "dont"} <= RULES.marks("i dont wanna")


@pytest.mark.parametrize("mark", ["die", "suicid*", "#", "<die>", "i die", "<me> ~ <die>"])
def test_what_is_written_as_a_mark(mark: str) -> None:
    assert is_mark(mark)


@pytest.mark.parametrize(
    "mark", ["", "two  blanks", "one two three", "[always]", "<two words>", "d!e", "a ~", "x\n"]
)
def test_what_is_no_mark(mark: str) -> None:
    assert not is_mark(mark)


def noticed(rules: NoticingRules, text: str) -> list[tuple[str, str]]:
    return [(one.rule, text[one.start : one.end]) for one in rules.of_people(text)]


def test_a_phrase_is_silent_where_the_words_around_it_weigh_against_it(tmp_path: Path) -> None:
    rules = write_rules(tmp_path, PHRASE, weights=EVEN + "-50\tgarden\n")
    assert noticed(rules, "A wet leaf.") == [("en.suicide.outright", "wet leaf")]
    assert noticed(rules, "A wet leaf in the garden.") == []
    assert noticed(rules, "My garden. A wet leaf.") == []
    far = "My garden. " + "Something else here entirely. " * 20 + "A wet leaf."
    assert noticed(rules, far) == [("en.suicide.outright", "wet leaf")]


def test_words_that_weigh_enough_together_are_noticed_as_their_passage(tmp_path: Path) -> None:
    rules = write_rules(
        tmp_path,
        PHRASE,
        weights=EVEN + "60\tbox\n40\tbox ~ key\n5\tthe\n",
        kinds="9\t0\t0\t0\tbox\n0\t5\t0\t0\tkey\n",
    )
    text = "It rains. The box has a key. We left."
    (found,) = rules.of_people(text)
    assert (found.kind, found.rule, found.strength) == (
        NoticeKind.SUICIDE,
        "words-together-suicide",
        Strength.IMPLICIT,
    )
    assert text[found.start : found.end] == "The box has a key"
    assert [text[start:end] for start, end in found.words] == ["box", "key"]
    assert noticed(rules, "The key has a box. We left.") == []
    assert noticed(rules, "The box is here. The key is there.") == []


def test_what_words_speak_of_is_told_by_their_kinds(tmp_path: Path) -> None:
    groups = 'thing = ["box"]'
    rules = write_rules(
        tmp_path, PHRASE, weights=EVEN + "200\t<thing>\n", kinds="0\t7\t0\t0\t<thing>\n", groups=groups
    )
    assert [one.kind for one in rules.of_people("A box.")] == [NoticeKind.SELF_HARM]


def test_nothing_more_is_noticed_around_a_phrase(tmp_path: Path) -> None:
    rules = write_rules(tmp_path, PHRASE, weights=EVEN + "200\tbox\n")
    assert noticed(rules, "A wet leaf. A box.") == [("en.suicide.outright", "wet leaf")]


def test_of_neighbours_one_is_noticed(tmp_path: Path) -> None:
    rules = write_rules(tmp_path, PHRASE, weights=EVEN + "200\tbox\n10\tred\n")
    assert noticed(rules, "A box. A red box. A box.") == [("words-together-suicide", "A red box")]
    far = "A box. " + "Something else here entirely. " * 40 + "A box."
    assert [text for _, text in noticed(rules, far)] == ["A box", "A box"]


def test_what_is_taken_back_weighs_against_a_notice_unless_something_is_said_outright(tmp_path: Path) -> None:
    rules = write_rules(tmp_path, PHRASE, weights=EVEN + "150\tbox\n")
    assert rules.said("never a wet leaf, a dry leaf") == {Said.EXPLICIT_TAKEN_BACK, Said.IMPLICIT}
    assert noticed(rules, "A box.") != []
    assert noticed(rules, "A box. Never a wet leaf.") == []
    assert noticed(rules, "A dry leaf. Never a wet leaf.") == []
    assert noticed(rules, "A wet leaf. Never a wet leaf.") == [("en.suicide.outright", "wet leaf")]


def test_rules_are_asked_only_where_they_can_lead_to_a_notice(tmp_path: Path) -> None:
    rules = write_rules(tmp_path, PHRASE, weights=EVEN + "-150\tgarden\n")
    reading = rules.read("My garden. " + "Something else here entirely. " * 20)
    weighed = Weighed(reading, rules.weights, frozenset(), MOST_WORDS_AROUND)
    assert weighed.reached() == [(2, reading.words)]
    weighed.hear({0: [Said.EXPLICIT]})
    assert not weighed.is_worth(0)


def test_a_models_statements_are_weighed_each_by_itself_and_with_weights_of_their_own(tmp_path: Path) -> None:
    rules = write_rules(
        tmp_path, PHRASE, models=OF_MODELS, weights=EVEN + "500\tbox\n", models_weights=EVEN + "100\tstone\n"
    )
    text = "A box. A stone. A box."
    (found,) = rules.of_ai(text, ())
    assert (found.kind, found.rule, text[found.start : found.end]) == (
        NoticeKind.METHOD,
        "words-together-method",
        "A stone",
    )
    assert [text[start:end] for start, end in found.words] == ["stone"]


def test_what_a_rule_holds_is_held_whatever_stands_around_it(tmp_path: Path) -> None:
    rules = write_rules(tmp_path, PHRASE, models=OF_MODELS, models_weights=EVEN + "-900\tgarden\n")
    assert [one.rule for one in rules.of_ai("Grey moss in the garden.", ())] == ["en.ai.method.moss"]
    assert rules.said_of_ai("Grey moss in the garden.") == {Said.EXPLICIT}
    assert [one.rule for one in rules.of_ai("A wet leaf in the garden.", ())] == ["en.suicide.outright"]


def test_an_empty_text_and_one_without_words_hold_nothing() -> None:
    assert RULES.of_people("") == ()
    assert RULES.of_people("… !? \n\n 😀") == ()
