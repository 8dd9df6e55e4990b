import math
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.changes import View
from app.domain.shared import SharedAlternative
from app.engine.messages import Chance, DoneReason, Other
from app.ui.views.words import WordsView, likeness_words, weight_words
from tests.controllers.parts import OpenDesk
from tests.ui.views.furnished import Standing, furnished, theme, words_on

_TEXT = "You are lonely now"
_LABEL = "How expected each word was for this model. It is not truth, and not how sure another AI was."


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    with furnished(qtbot, tmp_path) as opened:
        yield opened


def ask(desk: OpenDesk) -> None:
    """An answer of four words: expected, fairly expected, surprising, and less expected."""
    others = (Other(" tired", math.log(0.2)), Other(" alone", math.log(0.004)))
    desk.looking.ask_once_more()
    desk.engine.say(
        _TEXT,
        chances=(
            Chance(3, math.log(0.9), ()),
            Chance(4, math.log(0.3), ()),
            Chance(7, math.log(0.004), others),
            Chance(4, math.log(0.05), ()),
        ),
    )


def look(qtbot: QtBot, desk: OpenDesk) -> WordsView:
    desk.looking.show(View.WORDS)
    view = WordsView(theme(shared=False), desk.looking)
    Standing(view, desk.looking)
    return view


@pytest.fixture
def view(qtbot: QtBot, desk: OpenDesk) -> WordsView:
    ask(desk)
    desk.engine.end(DoneReason.STOP)
    return look(qtbot, desk)


def test_each_word_has_the_weight_of_how_surprising_it_was(view: WordsView) -> None:
    assert [(_TEXT[s.start : s.end], s.weight) for s in view.text.spans] == [
        ("You", 0),
        ("are", 1),
        ("lonely", 3),
        ("now", 2),
    ]
    assert _LABEL in words_on(view)
    assert {"expected", "surprising"} <= set(words_on(view))
    assert not any("%" in words for words in words_on(view))


def test_a_chosen_word_shows_what_it_might_have_begun_with(view: WordsView) -> None:
    view.text.choose(2)

    assert view.word.text() == "“lonely”: surprising"
    assert view.others.text() == (
        "It might also have begun with: “tired” (more likely); “alone” (nearly as likely)."
    )
    assert "surprising" in view.text.accessibleDescription()


def test_a_word_without_alternatives_says_so(view: WordsView) -> None:
    view.text.choose(0)

    assert view.word.text() == "“You”: expected"
    assert view.others.text() == "No other beginning was recorded here."


def test_the_strip_that_tells_of_a_word_never_covers_it(view: WordsView) -> None:
    view.text.choose(3)

    word = view.text.mapTo(view, view.text.word_rect(3).bottomLeft())
    assert word.y() < view.word.mapTo(view, view.word.rect().topLeft()).y()


def test_a_chosen_word_comes_into_view(qtbot: QtBot, desk: OpenDesk) -> None:
    words = ("Rain",) + (" falls",) * 600
    desk.looking.ask_once_more()
    desk.engine.say("".join(words), chances=tuple(Chance(len(word), -0.1, ()) for word in words))
    desk.engine.end(DoneReason.STOP)
    view = look(qtbot, desk)

    for number in (600, 0):
        view.text.choose(number)
        place = view.text.word_rect(number)
        qtbot.waitUntil(partial(in_view, view, place))


def in_view(view: WordsView, place: QRect) -> bool:
    return view.text.visibleRegion().contains(place)


def test_a_word_is_chosen_with_the_mouse_and_with_the_arrow_keys(view: WordsView) -> None:
    QTest.mouseClick(
        view.text,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        view.text.word_rect(1).center(),
    )
    assert view.word.text().startswith("“are”")

    QTest.keyClick(view.text, Qt.Key.Key_Right)
    assert view.word.text().startswith("“lonely”")
    assert view.focus_entry() is view.text


def test_the_choice_stays_while_other_things_change(desk: OpenDesk, view: WordsView) -> None:
    view.text.choose(2)

    desk.room.write_note("A note.")

    assert view.text.chosen == 2
    assert view.word.text() == "“lonely”: surprising"


def test_another_answer_begins_without_a_choice(desk: OpenDesk, view: WordsView) -> None:
    view.text.choose(2)
    desk.looking.ask_once_more()
    desk.engine.say("Rain falls", chances=(Chance(4, -0.1, ()), Chance(6, -0.1, ())))
    desk.engine.end(DoneReason.STOP)
    desk.looking.show(View.WORDS)

    assert view.text.whole_text() == "Rain falls"
    assert view.text.chosen is None
    assert view.word.text() == "Choose a word."


def test_an_answer_that_was_brought_has_nothing_to_show_and_says_why(qtbot: QtBot, desk: OpenDesk) -> None:
    view = look(qtbot, desk)

    assert view.nothing.isVisible()
    assert "brought along" in view.nothing.sentence.text()
    assert _LABEL not in words_on(view)


def test_an_answer_that_is_arriving_is_waited_for(qtbot: QtBot, desk: OpenDesk) -> None:
    ask(desk)
    view = look(qtbot, desk)
    assert "still arriving" in view.nothing.sentence.text()

    desk.engine.end(DoneReason.STOP)

    assert not view.nothing.isVisible()
    assert view.text.whole_text() == _TEXT


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (2.0, "(more likely)"),
        (1.99, "(nearly as likely)"),
        (0.5, "(nearly as likely)"),
        (0.49, "(less likely)"),
        (0.1, "(less likely)"),
        (0.09, "(much less likely)"),
    ],
)
def test_how_likely_another_beginning_was_is_said_in_four_steps(share: float, words: str) -> None:
    assert likeness_words(0.25, SharedAlternative("tired", 0.25 * share)) == words


def test_each_weight_has_words_of_its_own() -> None:
    assert len({weight_words(weight) for weight in range(4)}) == 4
