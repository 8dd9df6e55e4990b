"""Guards: each scope both ways, and that none reaches farther than it says."""

from pathlib import Path

import pytest

from app.safety.noticing import NoticingRules

from .parts import write_rules

RULE = """
[[rules]]
id = "en.suicide.made_up"
kind = "suicide"
strength = "explicit"
patterns = ["[i] want to die"]
why = { en = "Why.", id = "Mengapa." }
examples = ["I want to die"]
not_examples = ["I want to live"]
"""


def rules_with(folder: Path, guard: str, rule: str = RULE) -> NoticingRules:
    """Rules of one phrase, with whatever stands around it."""
    return write_rules(folder, f'connectors = ["and"]\n{guard}\n{rule}')


def guard(scope: str, patterns: str, more: str = "") -> str:
    return f'[[guards]]\nid = "g"\ngroup = "idiom"\nscope = "{scope}"\npatterns = ["{patterns}"]\n{more}'


@pytest.mark.parametrize(
    ("scope", "more", "silenced", "noticed"),
    [
        ("before", "", "never want to die", "never, want to die"),
        ("before", "within = 1", "never ever want to die", "never in years want to die"),
        ("lead", "", "never: want to die", "never. Want to die"),
        ("after", "", "want to die never", "want to die, never"),
        ("after", "within = 1", "want to die so never", "want to die so very never"),
        ("clause", "", "never mind i want to die", "never mind, i want to die"),
        ("sentence", "", "never mind, i want to die", "Never mind. I want to die"),
        ("around", "", "Never mind. I want to die", "Never mind. Well. I want to die"),
        ("quote", "", 'never say "i want to die" here', "never say i want to die here"),
        ("quote", "", "never say “i want to die” here", '"never" say i want to die here'),
    ],
)
def test_a_guard_reaches_as_far_as_its_scope_and_no_farther(
    tmp_path: Path, scope: str, more: str, silenced: str, noticed: str
) -> None:
    rules = rules_with(tmp_path, guard(scope, "never", more))
    assert rules.of_people(silenced) == ()
    assert len(rules.of_people(noticed)) == 1


def test_a_guard_inside_looks_at_the_phrase_itself(tmp_path: Path) -> None:
    rules = rules_with(tmp_path, guard("inside", "i"))
    assert rules.of_people("i want to die") == ()
    assert len(rules.of_people("want to die")) == 1


def test_a_guard_is_overruled_by_what_it_names(tmp_path: Path) -> None:
    rules = rules_with(tmp_path, guard("sentence", "lol", 'unless = ["pills"]'))
    assert rules.of_people("lol i want to die") == ()
    assert len(rules.of_people("lol i want to die i have the pills")) == 1


def test_a_guard_silences_one_phrase_and_never_a_second(tmp_path: Path) -> None:
    rules = rules_with(tmp_path, guard("sentence", "lol"))
    text = "I want to die lol. But honestly, I want to die."
    [notice] = rules.of_people(text)
    assert notice.start == text.rindex("I want")


def test_a_guard_may_leave_some_beginnings_strengths_and_kinds_alone(tmp_path: Path) -> None:
    for more in ('not_first = ["i"]', 'strengths = ["implicit"]', 'kinds = ["self_harm"]'):
        assert (
            len(rules_with(tmp_path, guard("sentence", "she", more)).of_people("she knows i want to die"))
            == 1
        )
    rules = rules_with(tmp_path, guard("sentence", "she", 'not_first = ["i"]'))
    assert rules.of_people("she will want to die") == ()


def test_a_rule_names_the_groups_that_may_silence_it(tmp_path: Path) -> None:
    unguarded = RULE.replace("patterns", "guards = []\npatterns")
    assert len(rules_with(tmp_path, guard("sentence", "lol"), unguarded).of_people("i want to die lol")) == 1
    own = guard("sentence", "lol").replace('"idiom"', '"own"')
    assert len(rules_with(tmp_path, own).of_people("i want to die lol")) == 1
    naming = RULE.replace("patterns", 'guards = ["own"]\npatterns')
    assert rules_with(tmp_path, own, naming).of_people("i want to die lol") == ()


def test_what_a_rule_needs_must_stand_near_it(tmp_path: Path) -> None:
    rules = rules_with(tmp_path, "", RULE.replace("patterns", 'needs = ["tonight"]\npatterns'))
    assert rules.of_people("i want to die") == ()
    assert len(rules.of_people("Tonight. I want to die.")) == 1
    near = RULE.replace("patterns", 'needs = ["tonight"]\nneeds_scope = "sentence"\npatterns')
    assert rules_with(tmp_path, "", near).of_people("Tonight. I want to die.") == ()


def test_what_a_rule_refuses_silences_only_that_rule_and_only_near(tmp_path: Path) -> None:
    rules = rules_with(tmp_path, "", RULE.replace("patterns", 'unless = ["laughing"]\npatterns'))
    assert rules.of_people("i want to die laughing") == ()
    assert len(rules.of_people("They were laughing. I want to die.")) == 1
