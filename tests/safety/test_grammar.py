"""Phrases: each sign of the pattern language, what is refused, and that looking takes steps in proportion."""

import pytest

from app.safety.grammar import Grammar, Phrase
from app.safety.normalising import Reading
from app.safety.phrases import Language, Parser
from app.safety.searching import Search
from app.safety.vocabulary import Vocabulary

LANGUAGE = Language(
    classes={"me": ("i", "part of me"), "want": ("want{,s,ed}", "would like"), "nested": ("<me> <want>",)},
    connectors=frozenset({"and", "but"}),
    gap_stops=frozenset({"not"}),
    slang={"wanna": (("want", "to"),)},
    common=frozenset({"i", "to"}),
)


def found(pattern: str, text: str) -> set[str]:
    """What a pattern finds in a text, each at its widest."""
    grammar = Grammar([Phrase("rule", pattern, LANGUAGE)])
    words = [word for word in grammar.words() if "*" not in word]
    beginnings = [word[:-1] for word in grammar.words() if word.endswith("*")]
    reading = Reading(text, Vocabulary(words, beginnings, LANGUAGE.slang, (), (), ()))
    return {text[slice(*reading.span(one.first, one.last))] for one in Search(grammar, reading).widest()}


@pytest.mark.parametrize(
    ("pattern", "text", "phrase"),
    [
        ("want to die", "I want to die.", "want to die"),
        ("want to die", "i want, to... die", "want, to... die"),
        ("wanna die", "i want to die", "want to die"),
        ("want to die", "i wanna die", "wanna die"),
        ("kill{,s,ed,ing} me", "it killed me", "killed me"),
        ("suicid* again", "suicidality again", "suicidality again"),
        ("(end|take my) life", "take my life", "take my life"),
        ("want [really|so badly] to go", "want so badly to go", "want so badly to go"),
        ("want [really|so badly] to go", "want to go", "want to go"),
        ("<nested> out", "part of me would like out", "part of me would like out"),
        ("hope ~3 dies", "hope that it soon dies", "hope that it soon dies"),
        ("hope ~~3 dies", "hope, well, it dies", "hope, well, it dies"),
        ("^ done $", "ok, done and gone", "done"),
        ("^^ done", "Yes. Done with it", "Done"),
        ("^^ done", "yes\ndone with it", "done"),
        ("done $$", "I am done\n", "done"),
        ("done ; goodbye", "I am done. Goodbye", "done. Goodbye"),
        ("done [;] goodbye", "I am done. Goodbye", "done. Goodbye"),
        ("done (; goodbye|now)", "I am done. Goodbye", "done. Goodbye"),
        ("are you alive ? yes", "Are you alive? Yes, I am.", "Are you alive? Yes"),
        ("are you alive ?", "are you alive?", "are you alive"),
        ("# days clean", "after 90 days clean", "90 days clean"),
        ("[so] tired", "tired", "tired"),
    ],
)
def test_a_pattern_finds_what_it_says(pattern: str, text: str, phrase: str) -> None:
    assert found(pattern, text) == {phrase}


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("want to die", "I want to. Die is a verb"),
        ("want to die", "to die want"),
        ("hope ~3 dies", "hope that it will very soon dies"),
        ("hope ~3 dies", "hope, it dies"),
        ("hope ~3 dies", "hope it not dies"),
        ("hope ~~3 dies", "hope. It dies"),
        ("^ done", "i am done"),
        ("done $", "done with it"),
        ("^^ done", "ok, done"),
        ("are you alive ?", "are you alive."),
        ("# days", "ninety days"),
        ("suicid* again", "suite again"),
        ("done (tonight|$$)", "done in steps"),
    ],
)
def test_a_pattern_finds_nothing_else(pattern: str, text: str) -> None:
    assert found(pattern, text) == set()


@pytest.mark.parametrize(
    "pattern",
    ["(a", "a)", "[a", "()", "a | ", "<nothing>", "a{b}", "~9x", "su*", "&", "[a]", "~3", "^ $", "a (b|) c"],
)
def test_what_is_no_pattern_is_refused_by_name(pattern: str) -> None:
    with pytest.raises(ValueError, match="rule"):
        Grammar([Phrase("rule", pattern, LANGUAGE)])


def test_classes_that_name_one_another_are_refused() -> None:
    round_and_round = Language({"a": ("<b>",), "b": ("<a>",)}, frozenset(), frozenset(), {}, frozenset())
    with pytest.raises(ValueError, match="one another"):
        Parser(round_and_round).parse("<a> word")


def test_one_word_may_belong_to_two_owners() -> None:
    grammar = Grammar([Phrase("first", "never", LANGUAGE), Phrase("second", "never", LANGUAGE)])
    reading = Reading("never", Vocabulary(grammar.words(), (), {}, (), (), ()))
    assert {one.owner for one in Search(grammar, reading).found()} == {"first", "second"}


def test_only_within_the_places_that_are_named() -> None:
    grammar = Grammar([Phrase("rule", "done", LANGUAGE), Phrase("rule", "done ; now", LANGUAGE)])
    reading = Reading("done. Now done. Done", Vocabulary(grammar.words(), (), {}, (), (), ()))
    everywhere, named = Search(grammar, reading).widest(), Search(grammar, reading).widest([(2, 3), (3, 4)])
    assert len(everywhere) == 3
    assert {reading.span(one.first, one.last) for one in named} == {(10, 14), (16, 20)}


def test_a_phrase_across_two_stretches_of_a_long_text_is_found() -> None:
    grammar = Grammar([Phrase("rule", "hope ~8 dies", LANGUAGE)])
    vocabulary = Vocabulary(grammar.words(), (), {}, (), (), ())
    for before in range(190, 206):
        text = "word " * before + "hope it soon dies" + " word" * 300
        assert [one.owner for one in Search(grammar, Reading(text, vocabulary)).widest()] == ["rule"]


@pytest.mark.parametrize(
    "unit",
    ["want to die ", "hope ", "hope dies ", "part of ", "i ", "want, ", "die. ", "hopewanttodie", "not "],
)
def test_looking_takes_steps_in_proportion_to_the_text(unit: str) -> None:
    patterns = [
        "<nested> to die",
        "hope ~8 dies",
        "<me> ~8 <want> ~8 die",
        "[<me>] [<me>] [<want>] die",
        "part of me",
    ]
    grammar = Grammar([Phrase("rule", pattern, LANGUAGE) for pattern in patterns])
    vocabulary = Vocabulary(grammar.words(), (), LANGUAGE.slang, (), (), ("i", "to"))
    steps = []
    for length in (6_000, 12_000):
        search = Search(grammar, Reading(unit * (length // len(unit)), vocabulary))
        search.found()
        steps.append(search.steps)
    assert steps[1] <= 2.2 * steps[0] + 200
