from app.controllers.comparing import Comparing
from app.domain.answer import Chance

_SAME = (("Rain falls.", "It is wet."), ("Rain falls.", "Umbrellas help."))


def test_statements_that_say_the_same_are_one_group() -> None:
    groups = Comparing().groups(_SAME)

    assert [group.members for group in groups if len(group.members) > 1] == [((0, 0), (1, 0))]


def test_what_not_all_texts_say_is_found() -> None:
    one, other = "Rain falls. It is wet.", "Rain falls. It is dry."

    spans = Comparing().differing([one, other])

    assert [one[start:end] for start, end in spans[0]] == ["wet"]
    assert [other[start:end] for start, end in spans[1]] == ["dry"]


def test_words_are_weighed() -> None:
    words = Comparing().words("Rain falls", (Chance(4, -0.1), Chance(6, -9.0)))

    assert [word.weight for word in words] == [0, 3]


def test_the_same_is_computed_once() -> None:
    compares = Comparing()

    first = compares.differing(["Rain falls.", "Snow falls."])

    assert compares.differing(("Rain falls.", "Snow falls.")) is first
    assert compares.differing(["Rain falls.", "Hail falls."]) is not first
    assert compares.groups(_SAME) is compares.groups([list(statements) for statements in _SAME])


def test_what_was_compared_long_ago_is_forgotten() -> None:
    compares = Comparing()
    first = compares.differing(["Rain falls.", "Snow falls."])

    for number in range(20):
        compares.differing([f"Rain {number}", "Snow"])

    again = compares.differing(["Rain falls.", "Snow falls."])
    assert again == first
    assert again is not first
