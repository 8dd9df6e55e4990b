import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.widgets.answer_tiles import AnswerTiles

_SAID = (False, True, True, False)


@pytest.fixture
def tiles(qtbot: QtBot, theme: Theme) -> AnswerTiles:
    made = AnswerTiles(theme, _SAID)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def centre(tiles: AnswerTiles, number: int) -> QPoint:
    """Within the page of an answer, left of its middle."""
    points = [QPoint(x, tiles.height() // 2) for x in range(tiles.width())]
    own = [point for point in points if tiles.number_at(QPointF(point)) == number]
    return own[len(own) // 6]


def pressed(spy: QSignalSpy) -> list[int]:
    return [spy.at(row)[0] for row in range(spy.count())]


def test_a_page_is_filled_where_its_answer_says_it(tiles: AnswerTiles, theme: Theme) -> None:
    image = tiles.grab().toImage()
    ratio = image.devicePixelRatio()

    def colour(number: int) -> QColor:
        return image.pixelColor((QPointF(centre(tiles, number)) * ratio).toPoint())

    assert [colour(number) == theme.colour("ai") for number in range(1, 5)] == list(_SAID)
    assert colour(1) == theme.colour("raised")


def test_each_page_is_large_enough_to_be_met(tiles: AnswerTiles) -> None:
    assert tiles.width() / len(_SAID) >= 24
    assert tiles.height() >= 24


@pytest.mark.parametrize(
    ("said_in", "words"),
    [
        ((True, False, True, True), "said in answers 1, 3 and 4 of 4"),
        ((False, True, True), "said in answers 2 and 3 of 3"),
        ((False, False, True), "said in answer 3 of 3"),
    ],
)
def test_which_answers_say_it_is_named(
    qtbot: QtBot, theme: Theme, said_in: tuple[bool, ...], words: str
) -> None:
    made = AnswerTiles(theme, said_in)
    qtbot.addWidget(made)

    assert made.accessibleName() == words


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_page_that_is_clicked_is_pressed(tiles: AnswerTiles, number: int) -> None:
    spy = QSignalSpy(tiles.answer_pressed)

    QTest.mouseClick(tiles, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre(tiles, number))

    assert pressed(spy) == [number]


def test_the_keyboard_begins_at_the_first_answer_that_says_it(tiles: AnswerTiles) -> None:
    spy = QSignalSpy(tiles.answer_pressed)

    QTest.keyClick(tiles, Qt.Key.Key_Return)

    assert pressed(spy) == [2]


def test_arrows_move_and_stop_at_the_ends(tiles: AnswerTiles) -> None:
    spy = QSignalSpy(tiles.answer_pressed)

    for key in (Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(tiles, key)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Enter):
        QTest.keyClick(tiles, key)
    QTest.keyClick(tiles, Qt.Key.Key_Right)
    QTest.keyClick(tiles, Qt.Key.Key_Enter)

    assert pressed(spy) == [4, 1, 2]


def test_where_one_reads_from_the_right_the_first_page_is_at_the_right(tiles: AnswerTiles) -> None:
    tiles.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    spy = QSignalSpy(tiles.answer_pressed)

    assert tiles.number_at(QPointF(1, 5)) == 4
    QTest.keyClick(tiles, Qt.Key.Key_Left)
    QTest.keyClick(tiles, Qt.Key.Key_Enter)

    assert pressed(spy) == [3]


def test_keys_with_modifiers_are_the_windows(tiles: AnswerTiles) -> None:
    spy = QSignalSpy(tiles.answer_pressed)

    QTest.keyClick(tiles, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert spy.count() == 0
    assert tiles.current == 2


def test_each_page_says_what_it_means(tiles: AnswerTiles) -> None:
    assert tiles.tile_words(1) == "Answer 1 does not say it."
    assert tiles.tile_words(2) == "Answer 2 says it."
