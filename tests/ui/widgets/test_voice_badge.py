from itertools import combinations

import pytest
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.tokens import INITIAL_FROM, SIDE, SPACE_56
from app.ui.widgets.buttons import QuietButton
from app.ui.widgets.voice_badge import VoiceBadge, VoiceLabel, initial_of
from app.ui.words import shortened


def shape(badge: VoiceBadge) -> list[bool]:
    """Which pixels are drawn, whatever their colour."""
    image = badge.grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)
    ground = image.pixel(0, 0)
    return [image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height())]


@pytest.mark.parametrize("size", [12, 18, 28, 72])
def test_voices_are_told_apart_by_shape_alone(qtbot: QtBot, theme: Theme, size: int) -> None:
    badges = [VoiceBadge(theme, kind, "", size) for kind in ("client", "therapist", "ai")]
    for badge in badges:
        qtbot.addWidget(badge)

    assert all(one != other for one, other in combinations(map(shape, badges), 2))


def test_small_badges_carry_no_initial(qtbot: QtBot, theme: Theme) -> None:
    def same(size: int) -> bool:
        with_name, without = (VoiceBadge(theme, "client", name, size) for name in ("Maya", ""))
        for badge in (with_name, without):
            qtbot.addWidget(badge)
        return with_name.grab().toImage() == without.grab().toImage()

    assert same(INITIAL_FROM - 1)
    assert not same(INITIAL_FROM)


@pytest.mark.parametrize(
    ("name", "initial"),
    [("Maya", "M"), ("  sari", "S"), ("7 o'clock", "7"), ("ß", "S"), ("明", "明"), ("🙂", ""), ("", "")],
)
def test_the_initial_is_the_first_letter_or_digit(name: str, initial: str) -> None:
    assert initial_of(name) == initial


def test_a_label_reads_as_its_words_alone(qtbot: QtBot, theme: Theme) -> None:
    label = VoiceLabel(theme, "client", "Maya", words="Maya's turn")
    qtbot.addWidget(label)

    words = QAccessible.queryAccessibleInterface(label.label)
    badge = QAccessible.queryAccessibleInterface(label.badge)

    assert words.text(QAccessible.Text.Name) == "Maya's turn"
    assert badge.text(QAccessible.Text.Name) == ""


def test_a_turn_made_from_a_shortened_name_is_whole_in_a_small_window(qtbot: QtBot, theme: Theme) -> None:
    side = theme.at(SIDE)
    words = f"{shortened('W' * 60, 14)}’s turn"
    head = QWidget()
    qtbot.addWidget(head)
    row = QHBoxLayout(head)
    row.setContentsMargins(SPACE_56, 0, SPACE_56, 0)
    label = VoiceLabel(side, "client", "W" * 60, words=words, role="title")
    row.addWidget(label)
    row.addStretch(1)
    row.addWidget(QuietButton(side, "Cover", "eye-off", "F9"))
    head.resize(1024, 80)
    with qtbot.waitExposed(head):
        head.show()
    head.grab()

    # A tooltip would hold what was cut.
    assert label.label.toolTip() == ""
    assert label.label.text() == words


def test_a_long_name_gives_way(qtbot: QtBot, theme: Theme) -> None:
    label = VoiceLabel(theme, "client", "Maya " * 40)
    qtbot.addWidget(label)

    assert label.minimumSizeHint().width() < 150
    label.resize(200, 30)
    label.grab()

    assert label.label.toolTip() == "Maya " * 40
