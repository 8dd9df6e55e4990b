import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme
from app.ui.tokens import FOCUS_GAP, FOCUS_WIDTH
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.focus_ring import FocusRing

REACH = FOCUS_GAP + FOCUS_WIDTH


class Window(QWidget):
    """Two buttons, a field, and a scrolled column of buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(16)
        self.first, self.second = PlainButton(theme, "First"), PlainButton(theme, "Second")
        self.line = QLineEdit()
        self.area = QScrollArea()
        inner = QWidget()
        rows = QVBoxLayout(inner)
        self.rows = [PlainButton(theme, str(number)) for number in range(12)]
        for row in self.rows:
            rows.addWidget(row)
        self.area.setWidget(inner)
        self.area.setFixedHeight(160)
        for part in (self.first, self.second, self.line, self.area):
            column.addWidget(part)
        self.ring = FocusRing(self, theme)
        self.resize(420, 400)

    def place_of(self, part: QWidget) -> QRect:
        return QRect(part.mapTo(self, QPoint(0, 0)), part.size())


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Window:
    made = Window(theme)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_the_ring_lies_outside_the_control_that_has_the_focus(window: Window) -> None:
    window.first.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.ring.target() is window.first
    assert window.ring.geometry() == window.place_of(window.first).adjusted(-REACH, -REACH, REACH, REACH)

    QTest.keyClick(window.first, Qt.Key.Key_Tab)

    assert window.ring.target() is window.second
    assert window.ring.geometry().contains(window.place_of(window.second))


def test_the_ring_leaves_the_control_and_its_gap_free(window: Window, theme: Theme) -> None:
    window.first.setFocus(Qt.FocusReason.TabFocusReason)
    picture = window.grab().toImage()
    place = window.place_of(window.first)
    y = place.center().y()

    assert picture.pixelColor(place.left() - FOCUS_GAP - 2, y) == theme.colour("focus")
    assert picture.pixelColor(place.left() - 1, y) != theme.colour("focus")
    assert picture.pixelColor(place.left() + 3, y) != theme.colour("focus")


def click(window: Window, part: QWidget) -> None:
    """A click as the platform tells it, so that Qt knows which buttons are down."""
    QTest.mouseClick(
        window.windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        window.place_of(part).center(),
    )


def test_a_click_shows_no_ring_until_a_key_is_pressed(window: Window) -> None:
    click(window, window.second)
    assert window.second.hasFocus()
    assert window.ring.target() is None

    QTest.keyClick(window.second, Qt.Key.Key_Space)

    assert window.ring.target() is window.second


def test_a_field_for_text_is_ringed_after_a_click_too(window: Window) -> None:
    click(window, window.line)

    assert window.ring.target() is window.line


def test_the_ring_goes_along(window: Window) -> None:
    window.second.setFocus(Qt.FocusReason.TabFocusReason)

    for place in (QRect(60, 70, 120, 42), QRect(60, 70, 90, 50)):
        window.second.setGeometry(place)
        assert window.ring.geometry() == place.adjusted(-REACH, -REACH, REACH, REACH)


def test_in_a_scrolled_area_only_what_is_in_view_is_ringed(window: Window) -> None:
    row = window.rows[1]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    bar = window.area.verticalScrollBar()
    view = QRect(window.area.viewport().mapTo(window, QPoint(0, 0)), window.area.viewport().size())

    bar.setValue(row.y() + row.height() // 2)
    assert view.contains(window.ring.geometry())
    assert window.ring.geometry().height() < row.height()
    bar.setValue(bar.maximum())
    assert window.ring.target() is None
    bar.setValue(0)

    assert window.ring.geometry() == window.place_of(row).adjusted(-REACH, -REACH, REACH, REACH)


def test_a_hidden_control_has_no_ring(window: Window) -> None:
    window.line.setFocus(Qt.FocusReason.TabFocusReason)

    window.line.hide()

    assert window.ring.target() is not window.line


def test_the_ring_goes_with_its_control(qtbot: QtBot, window: Window) -> None:
    window.first.setFocus(Qt.FocusReason.TabFocusReason)

    with qtbot.waitSignal(window.first.destroyed):
        window.first.deleteLater()
    window.second.setFocus(Qt.FocusReason.TabFocusReason)

    assert window.ring.target() is window.second


def test_the_ring_survives_the_end_of_everything_around_its_control(qtbot: QtBot, window: Window) -> None:
    window.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert window.ring.target() is window.rows[0]

    with qtbot.waitSignal(window.area.destroyed):
        window.area.deleteLater()
    window.second.setFocus(Qt.FocusReason.TabFocusReason)

    assert window.ring.target() is window.second


def test_the_ring_takes_no_click_and_no_focus(window: Window) -> None:
    window.first.setFocus(Qt.FocusReason.TabFocusReason)

    assert window.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert window.ring.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert window.childAt(window.ring.geometry().center()) is window.first


def test_a_window_that_ends_takes_its_ring_along(qtbot: QtBot, theme: Theme) -> None:
    gone, kept = Window(theme), Window(theme)
    qtbot.addWidget(kept)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    with qtbot.waitExposed(kept):
        kept.show()
    kept.activateWindow()

    kept.first.setFocus(Qt.FocusReason.TabFocusReason)

    assert kept.ring.target() is kept.first
