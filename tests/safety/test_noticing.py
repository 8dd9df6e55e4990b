"""The rules as a whole: each proves itself, wrong files are refused by name, hostile text stays linear."""

from itertools import pairwise
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.notice import NoticeKind, Strength
from app.errors import BugError
from app.paths import resources_folder
from app.safety.noticing import NoticingRules, read_noticing_rules
from app.safety.rule_files import LANGUAGES, Rule

CUES = resources_folder() / "cues"
RULES = read_noticing_rules(CUES)
EACH_RULE = pytest.mark.parametrize("rule", RULES.rules.values(), ids=RULES.rules)
OF_PEOPLE = frozenset(
    {NoticeKind.SUICIDE, NoticeKind.SELF_HARM, NoticeKind.HARM_TO_OTHERS, NoticeKind.BEING_HARMED}
)


@EACH_RULE
def test_a_rule_notices_its_examples_and_leaves_the_others_alone(rule: Rule) -> None:
    missed = [text for text in rule.examples if not RULES.by_rule(rule.id, text)]
    alarms = [text for text in rule.not_examples if RULES.by_rule(rule.id, text)]
    assert (missed, alarms) == ([], [])


@EACH_RULE
def test_a_rule_says_why_in_one_sentence_in_every_language(rule: Rule) -> None:
    for language in LANGUAGES:
        why = RULES.why(rule.id, language)
        assert why.endswith(".")
        assert why.count(".") == 1
        assert not {"risk", "detected", "risiko", "terdeteksi", "level"} & set(why.lower().strip(".").split())


@EACH_RULE
def test_a_rule_has_examples_both_ways_or_is_found_by_code(rule: Rule) -> None:
    assert bool(rule.examples) == bool(rule.not_examples) == bool(rule.patterns)


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_has_something_to_consider_in_every_language(kind: NoticeKind) -> None:
    texts = {RULES.consider(kind, language) for language in LANGUAGES}
    assert len(texts) == len(LANGUAGES)
    assert all(1 <= text.count(".") <= 2 for text in texts)


def test_a_notice_stands_exactly_where_the_words_are() -> None:
    text = "Well… 🙂 I ｗａnt to k\u200bill  my\u00adself. ok"
    notices = RULES.of_people(text)
    assert [text[one.start : one.end] for one in notices] == ["I ｗａnt to k\u200bill  my\u00adself"]


def test_notices_of_one_kind_do_not_overlap_and_what_is_outright_comes_first() -> None:
    text = (
        "I want to kill myself and never wake up, everyone would be better off without me. I cut my wrists."
    )
    notices = RULES.of_people(text)
    assert list(notices) == sorted(notices, key=lambda one: one.start)
    for kind in NoticeKind:
        same = [one for one in notices if one.kind is kind]
        assert all(one.end <= other.start for one, other in pairwise(same))
    assert notices[0].strength is Strength.EXPLICIT


def test_a_model_is_not_taken_at_peoples_word_for_what_is_only_implied() -> None:
    text = "You have a plan, and that takes courage."
    assert [one for one in RULES.of_ai(text, ()) if one.kind in OF_PEOPLE] == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "🙂", "\u200b", "\x00", "'" * 50, "ok"])
def test_nothing_is_noticed_where_nothing_is_said(text: str) -> None:
    assert RULES.of_people(text) == ()
    assert RULES.of_ai(text, ()) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_every_notice_lies_within_any_text(text: str) -> None:
    for notice in (*RULES.of_people(text), *RULES.of_ai(text, ())):
        assert 0 <= notice.start < notice.end <= len(text)


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from(" .,\n!?🙂ab"), max_size=30))
def test_what_stands_in_another_paragraph_silences_nothing(other: str) -> None:
    text = "I want to kill myself."
    assert RULES.of_people(f"{other}\n\n{text}") != ()


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "killmyself",
        "i want to die ",
        "k i l l ",
        "die lol. ",
        "not ",
        "é\u0301\u0301",
        '"',
        "“",
        "lol ",
        "2",
        "*a",
    ],
)
def test_the_size_of_a_reading_grows_with_hostile_text_and_no_faster(unit: str) -> None:
    sizes = [len(RULES.read(unit * (length // len(unit))).position) for length in (3_000, 6_000)]
    assert sizes[1] <= 2 * sizes[0] + 64


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return copytree(CUES, tmp_path / "cues")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            "en.suicide.toml",
            'kind = "suicide"',
            'kind = "sadness"',
            "en.suicide.toml.*en.suicide.wish_to_die.*kind",
        ),
        (
            "en.suicide.toml",
            'strength = "explicit"',
            'strength = "high"',
            "en.suicide.toml.*en.suicide.wish_to_die.*strength",
        ),
        ("en.suicide.toml", "why = {", "reason = {", "en.suicide.toml.*en.suicide.wish_to_die.*why"),
        ("en.suicide.toml", "examples = [", "exemples = [", "en.suicide.toml.*en.suicide.wish_to_die"),
        ("en.suicide.toml", 'id = "en.suicide.wish_to_die"', 'id = "Wish"', "en.suicide.toml"),
        ("en.toml", 'scope = "before"', 'scope = "beside"', "en.toml.*scope"),
        ("en.toml", 'language = "en"', 'language = "de"', "en.toml.*language"),
        ("en.toml", 'language = "en"', "language = ", "en.toml.*TOML"),
        ("en.toml", "[typos]", "[mistakes]", "en.toml.*mistakes"),
        ("slang.en.toml", "[words]", '[words]\n"two words" = "x"', "slang.en.toml.*two words"),
        ("consider.toml", "[suicide]", "[sadness]", "consider.toml.*suicide"),
    ],
)
def test_a_wrong_file_is_refused_by_its_name(copied: Path, name: str, old: str, new: str, said: str) -> None:
    file = copied / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BugError, match=said):
        read_noticing_rules(copied)


def test_a_missing_file_is_refused_by_its_name(copied: Path) -> None:
    (copied / "id.toml").unlink()
    with pytest.raises(BugError, match=r"id\.toml"):
        read_noticing_rules(copied)


def test_a_wrong_pattern_is_refused_by_the_name_of_its_rule(copied: Path) -> None:
    file = copied / "en.suicide.toml"
    text = file.read_text(encoding="utf-8")
    rule = text.index('id = "en.suicide.wish_to_die"')
    at = text.index("patterns = [", rule) + len("patterns = [")
    file.write_text(f'{text[:at]}"(broken", {text[at:]}', encoding="utf-8")
    rules: NoticingRules = read_noticing_rules(copied)
    with pytest.raises(BugError, match=r"en\.suicide\.wish_to_die"):
        rules.prepare()


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("weights.tsv", "weight\tmark", "mark\tweight", "weights.tsv.*columns"),
        ("weights.tsv", "\n", "\n12\n", "weights.tsv, row 2"),
        ("weights.tsv", "\n", "\n1.5\tdie\n", "weights.tsv, row 2"),
        ("weights.tsv", "\n", "\n12\tthree words here\n", "weights.tsv, row 2"),
        ("weights.tsv", "\n", "\n12\t[nobody]\n", "weights.tsv, row 2"),
        ("weights.tsv", "\n", "\n12\tseldomword\n12\tseldomword\n", "weights.tsv, row 3"),
        ("weights.tsv", "[always]", "seldomword", "weights.tsv.*lacks"),
        ("kinds.tsv", "\n", "\n1\t2\t3\tdie\n", "kinds.tsv, row 2"),
        ("groups.en.toml", "[groups]", '[groups]\n"Two Words" = ["x"]', "groups.en.toml.*Two Words"),
        ("groups.en.toml", "[groups]", '[groups]\ndying = ["x-y"]', "groups.en.toml.*dying"),
        ("groups.en.toml", "[groups]", "[group]", "groups.en.toml.*group"),
    ],
)
def test_wrong_weights_are_refused_by_their_file(
    copied: Path, name: str, old: str, new: str, said: str
) -> None:
    file = copied / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    rules = read_noticing_rules(copied)
    with pytest.raises(BugError, match=said):
        rules.prepare()


@pytest.mark.parametrize("name", ["weights.tsv", "kinds.tsv", "groups.id.toml"])
def test_missing_weights_are_refused_by_their_file(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(BugError, match=name):
        read_noticing_rules(copied).prepare()
