"""Cards, bars, notices, the private surface, the rail, the wordmark, boxes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.tokens import HATCH_WIDTH, RAIL_WIDTH, RAIL_WIDTH_COMPACT, SIDE
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.card import Bar, Card
from app.ui.widgets.label import Label
from app.ui.widgets.notice import Empty, Notice
from app.ui.widgets.private_surface import PrivateSurface
from app.ui.widgets.rail import Rail, RailItem
from app.ui.widgets.wordmark import NAME, Wordmark

ITEMS = [RailItem("today", "calendar", "Today", "Ctrl+1"), RailItem("clients", "users", "Clients", "Ctrl+2")]
FOOT = [RailItem("lock", "lock", "Lock", "Ctrl+L")]


def test_a_label_never_reads_markup(qtbot: QtBot, theme: Theme) -> None:
    label = Label(theme, "<b>bold</b>", wraps=True)
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b>"


@pytest.mark.parametrize(("made", "token"), [("card", "surface"), ("head", "canvas"), ("foot", "surface")])
def test_grounds_have_their_colour(qtbot: QtBot, theme: Theme, made: str, token: str) -> None:
    ground = Card(theme) if made == "card" else Bar(theme, at_foot=made == "foot")
    qtbot.addWidget(ground)
    ground.resize(200, 100)

    assert ground.grab().toImage().pixelColor(100, 50) == theme.colour(token)


def test_the_shared_screens_bar_has_wider_margins(qtbot: QtBot, theme: Theme) -> None:
    near, far = Bar(theme), Bar(theme.at(SIDE))
    for bar in (near, far):
        qtbot.addWidget(bar)

    assert far.row.contentsMargins().left() > near.row.contentsMargins().left()


def test_the_private_surface_says_so_in_words_ground_and_hatching(qtbot: QtBot, theme: Theme) -> None:
    surface = PrivateSurface(theme)
    qtbot.addWidget(surface)
    surface.body.addStretch(1)
    surface.resize(348, 400)
    words = [label.text() for label in surface.findChildren(Label)]
    picture = surface.grab().toImage()

    assert words == ["Private to you", "Never on the shared screen"]
    assert surface.accessibleName() == "Private to you"
    assert picture.pixelColor(200, 390) == theme.colour("private_bg")
    edge = {picture.pixelColor(HATCH_WIDTH // 2, y).name() for y in range(100, 300)}
    assert theme.colour("private").name() in edge
    assert len(edge) > 1
    assert {picture.pixelColor(HATCH_WIDTH + 2, y).name() for y in range(200, 300)} == {
        theme.colour("private_bg").name()
    }


def test_hatching_lies_where_reading_begins(qtbot: QtBot, theme: Theme) -> None:
    surface = PrivateSurface(theme)
    qtbot.addWidget(surface)
    surface.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    surface.resize(348, 400)
    picture = surface.grab().toImage()

    edge = {picture.pixelColor(surface.width() - HATCH_WIDTH // 2, y).name() for y in range(100, 300)}

    assert theme.colour("private").name() in edge


@pytest.mark.parametrize("kind", ["info", "warn", "danger"])
def test_a_notice_says_one_sentence_and_can_be_acted_on_and_put_away(
    qtbot: QtBot, theme: Theme, kind: str
) -> None:
    notice = Notice(theme, kind, "The disk is full.", action="Look again", dismissable=True)
    qtbot.addWidget(notice)
    notice.show()
    assert notice.accessibleName() == "The disk is full."

    with qtbot.waitSignal(notice.acted):
        QTest.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert notice.isVisible()
    with qtbot.waitSignal(notice.dismissed):
        QTest.keyClick(notice.dismiss, Qt.Key.Key_Space)

    assert not notice.isVisible()


def test_a_notice_can_say_something_else(qtbot: QtBot, theme: Theme) -> None:
    notice = Notice(theme, "warn", "One.")
    qtbot.addWidget(notice)

    notice.set_sentence("Two.")

    assert notice.sentence.text() == notice.accessibleName() == "Two."


def test_an_empty_place_offers_its_one_action(qtbot: QtBot, theme: Theme) -> None:
    empty = Empty(theme, "book-open", "No notes yet. Start when you're ready.", "Write a note")
    qtbot.addWidget(empty)

    with qtbot.waitSignal(empty.acted):
        QTest.keyClick(empty.action, Qt.Key.Key_Space)


@pytest.mark.parametrize("stacked", [False, True])
def test_the_wordmark_is_the_name_in_the_book_serif(qtbot: QtBot, theme: Theme, stacked: bool) -> None:
    mark = Wordmark(theme, stacked=stacked)
    qtbot.addWidget(mark)

    assert mark.name.text() == mark.accessibleName() == NAME
    assert mark.name.font().family() == theme.families.wordmark


def current(rail: Rail) -> list[str]:
    return [key for key, button in rail.buttons.items() if button.property("current")]


def test_choosing_in_the_rail_tells_the_key_and_leaves_the_mark(qtbot: QtBot, theme: Theme) -> None:
    rail = Rail(theme, ITEMS, FOOT)
    qtbot.addWidget(rail)
    rail.set_current("today")

    with qtbot.waitSignal(rail.chosen, check_params_cb=lambda key: key == "clients"):
        QTest.mouseClick(rail.buttons["clients"], Qt.MouseButton.LeftButton)
    assert current(rail) == ["today"]

    rail.set_current("clients")
    with qtbot.waitSignal(rail.chosen, check_params_cb=lambda key: key == "lock"):
        QTest.keyClick(rail.buttons["lock"], Qt.Key.Key_Space)
    assert current(rail) == ["clients"]


def test_the_current_section_is_marked_for_the_eye_and_for_a_screen_reader(
    qtbot: QtBot, theme: Theme
) -> None:
    rail = Rail(theme, ITEMS, FOOT)
    qtbot.addWidget(rail)
    button = rail.buttons["today"]
    button.resize(button.sizeHint())
    before = button.grab().toImage()

    rail.set_current("today")

    assert button.grab().toImage() != before
    assert button.accessibleDescription() == "Shown now"
    rail.set_current("")
    assert button.accessibleDescription() == "Ctrl+1"
    assert button.grab().toImage() == before


def test_a_compact_rail_keeps_its_names(qtbot: QtBot, theme: Theme) -> None:
    rail = Rail(theme, ITEMS, FOOT)
    qtbot.addWidget(rail)
    assert rail.minimumWidth() == rail.maximumWidth() == RAIL_WIDTH

    rail.set_compact(True)

    assert rail.minimumWidth() == rail.maximumWidth() == RAIL_WIDTH_COMPACT
    assert rail.buttons["today"].accessibleName() == "Today"
    assert rail.buttons["today"].toolTip() == "Today\nCtrl+1"
    assert rail.wordmark.name.isHidden()


def test_tab_reaches_all_of_the_rail(qtbot: QtBot, theme: Theme) -> None:
    rail = Rail(theme, ITEMS, FOOT)
    qtbot.addWidget(rail)
    rail.set_current("today")
    with qtbot.waitExposed(rail):
        rail.show()
    rail.activateWindow()
    rail.buttons["today"].setFocus()
    reached = {QApplication.focusWidget()}

    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        reached.add(QApplication.focusWidget())

    assert reached == set(rail.buttons.values())


def test_a_parts_primary_button_fills_its_card(qtbot: QtBot, theme: Theme) -> None:
    card = Card(theme, roomy=True)
    qtbot.addWidget(card)
    button = PrimaryButton(theme, "Unlock", "lock-open")
    card.body.addWidget(button)
    card.resize(520, 200)
    with qtbot.waitExposed(card):
        card.show()

    margins = card.body.contentsMargins()
    assert button.width() >= card.width() - margins.left() - margins.right() - 2
