from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from app.domain.mark import Fit, Mark
from app.ui.theme import Theme
from app.ui.tokens import MARK_AT_DESK, SIDE
from app.ui.widgets.fit_look import fit_words
from app.ui.widgets.mark_chip import MarkChip, MattersTag


def grey(chip: MarkChip) -> QImage:
    return chip.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("compact", [True, False], ids=["compact", "worded"])
def test_every_state_is_told_apart_without_colour(qtbot: QtBot, theme: Theme, compact: bool) -> None:
    chip = MarkChip(theme.at(SIDE), "client", "Maya", compact=compact)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    pictures = {"nothing": grey(chip)}
    for fit in Fit:
        chip.show_mark(Mark(fit))
        pictures[fit] = grey(chip)
    chip.show_covered()
    pictures["covered"] = grey(chip)

    assert all(one != other for one, other in combinations(pictures.values(), 2))


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (Mark(Fit.FITS, matters=True), "Maya: fits, matters"),
        (Mark(Fit.DOES_NOT_FIT), "Maya: doesn’t fit"),
        (Mark(None, matters=True), "Maya: nothing marked, matters"),
        (Mark(), "Maya: nothing marked"),
    ],
)
def test_a_screen_reader_hears_whose_mark_it_is(qtbot: QtBot, theme: Theme, mark: Mark, words: str) -> None:
    chip = MarkChip(theme, "client", "Maya")
    qtbot.addWidget(chip)

    chip.show_mark(mark)

    interface = QAccessible.queryAccessibleInterface(chip)
    assert interface.text(QAccessible.Text.Name) == words
    assert interface.role() == QAccessible.Role.StaticText


def test_a_covered_mark_gives_nothing_away(qtbot: QtBot, theme: Theme) -> None:
    one, other = (MarkChip(theme, "client", "Maya") for _ in range(2))
    for chip, mark in ((one, Mark(Fit.FITS, matters=True)), (other, Mark(Fit.NOT_SURE))):
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
        chip.show_mark(mark)
        chip.show_covered()

    assert one.accessibleName() == "Maya: marked, covered"
    assert one.toolTip() == other.toolTip() == "Maya: marked, covered"
    assert one.grab().toImage() == other.grab().toImage()


def test_a_name_with_braces_is_shown_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    chip = MarkChip(theme, "client", "{fit}")
    qtbot.addWidget(chip)

    chip.show_mark(Mark(Fit.FITS))

    assert chip.accessibleName() == "{fit}: fits"


def test_at_the_desk_the_square_keeps_its_place_when_something_matters(qtbot: QtBot, theme: Theme) -> None:
    chip = MarkChip(theme, "client", "Maya")
    qtbot.addWidget(chip)
    before = chip.sizeHint()

    chip.show_mark(Mark(Fit.FITS, matters=True))

    assert chip.sizeHint() == before
    assert before.height() == MARK_AT_DESK


def test_a_worded_chip_has_room_for_every_fit(qtbot: QtBot, theme: Theme) -> None:
    chip = MarkChip(theme.at(SIDE), "client", "Maya", compact=False)
    qtbot.addWidget(chip)

    longest = max(chip.fontMetrics().horizontalAdvance(fit_words(fit)) for fit in Fit)

    assert chip.sizeHint().width() > longest + chip.sizeHint().height()


@pytest.mark.parametrize("kind", ["client", "therapist"])
def test_what_matters_has_words_and_keeps_its_line_when_it_does_not(
    qtbot: QtBot, theme: Theme, kind: str
) -> None:
    shown, empty = MattersTag(theme, kind, shown=True), MattersTag(theme, kind, shown=False)
    for tag in (shown, empty):
        qtbot.addWidget(tag)

    assert shown.text() == "matters to me"
    assert empty.text() == ""
    assert shown.sizeHint().height() == empty.sizeHint().height()


def test_a_mirrored_chip_has_its_sign_on_the_right(qtbot: QtBot, theme: Theme) -> None:
    chip = MarkChip(theme.at(SIDE), "therapist", "Sari", compact=False)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show_mark(Mark(Fit.PARTLY))
    y = chip.height() // 5
    inset = chip.height() // 2

    chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picture = chip.grab().toImage()

    assert picture.pixelColor(chip.width() - inset, y) == theme.colour("therapist")
    assert picture.pixelColor(inset, y) == theme.colour("therapist_bg")
