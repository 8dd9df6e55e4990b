import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.mark import Fit
from app.ui.theme import Theme
from app.ui.tokens import ROOM, SIDE
from app.ui.widgets.mark_picker import MarkPicker, MattersToggle


@pytest.fixture(params=[False, True], ids=["compact", "large"])
def picker(qtbot: QtBot, theme: Theme, request: pytest.FixtureRequest) -> MarkPicker:
    made = MarkPicker(theme, "client", "How does this sit with you?", large=request.param)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def told(picker: MarkPicker) -> list[Fit | None]:
    heard: list[Fit | None] = []
    picker.fit_chosen.connect(heard.append)
    return heard


def test_the_four_choices_stand_in_their_order(picker: MarkPicker) -> None:
    assert [choice.fit for choice in picker.choices] == list(Fit)
    assert [choice.x() for choice in picker.choices] == sorted(choice.x() for choice in picker.choices)
    assert picker.fit() is None


@pytest.mark.parametrize("fit", Fit)
def test_a_click_chooses_and_a_second_takes_it_back(
    qtbot: QtBot, picker: MarkPicker, told: list[Fit | None], fit: Fit
) -> None:
    choice = next(c for c in picker.choices if c.fit is fit)

    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert picker.fit() is fit
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert picker.fit() is None

    assert told == [fit, None]
    assert not any(c.isChecked() for c in picker.choices)


def test_choosing_another_lets_go_of_the_first(
    qtbot: QtBot, picker: MarkPicker, told: list[Fit | None]
) -> None:
    for choice in picker.choices[:2]:
        QTest.mouseClick(choice, Qt.MouseButton.LeftButton)

    assert [choice.isChecked() for choice in picker.choices] == [False, True, False, False]
    assert told == [Fit.FITS, Fit.PARTLY]


def test_arrows_move_without_choosing_and_space_chooses(
    qtbot: QtBot, picker: MarkPicker, told: list[Fit | None]
) -> None:
    picker.setFocus()
    QTest.keyClick(picker.choices[0], Qt.Key.Key_Right)
    QTest.keyClick(picker.choices[1], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is picker.choices[2]
    assert told == []

    QTest.keyClick(picker.choices[2], Qt.Key.Key_Space)
    QTest.keyClick(picker.choices[2], Qt.Key.Key_Return)

    assert told == [Fit.DOES_NOT_FIT, None]


def test_arrows_go_round(qtbot: QtBot, picker: MarkPicker) -> None:
    picker.setFocus()

    QTest.keyClick(picker.choices[0], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is picker.choices[3]
    QTest.keyClick(picker.choices[3], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is picker.choices[0]


def test_arrows_are_mirrored_with_the_language(qtbot: QtBot, picker: MarkPicker) -> None:
    picker.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picker.setFocus()

    QTest.keyClick(picker.choices[0], Qt.Key.Key_Left)

    assert QApplication.focusWidget() is picker.choices[1]


def test_tab_reaches_one_choice_the_chosen_one(picker: MarkPicker) -> None:
    picker.set_fit(Fit.NOT_SURE)

    reached = [c.fit for c in picker.choices if c.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert reached == [Fit.NOT_SURE]


def test_the_screens_keys_pass_through(qtbot: QtBot, picker: MarkPicker, told: list[Fit | None]) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_M, Qt.Key.Key_Escape):
        QTest.keyClick(picker.choices[0], key)
    QTest.keyClick(picker.choices[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert told == []


def test_showing_a_fit_tells_nobody_and_choosing_one_does(picker: MarkPicker, told: list[Fit | None]) -> None:
    picker.set_fit(Fit.PARTLY)
    assert told == []

    picker.choose(Fit.PARTLY)
    picker.choose(Fit.FITS)

    assert told == [None, Fit.FITS]


def test_a_screen_reader_hears_radio_buttons_and_which_is_chosen(picker: MarkPicker) -> None:
    picker.set_fit(Fit.DOES_NOT_FIT)
    heard = [QAccessible.queryAccessibleInterface(choice) for choice in picker.choices]

    assert {interface.role() for interface in heard} == {QAccessible.Role.RadioButton}
    assert [i.text(QAccessible.Text.Name) for i in heard] == ["fits", "partly", "doesn’t fit", "not sure"]
    assert [bool(i.state().checked) for i in heard] == [False, False, True, False]
    assert picker.accessibleName() == "How does this sit with you?"


def test_the_chosen_one_looks_different_without_colour(picker: MarkPicker) -> None:
    choice = picker.choices[0]
    free = choice.grab().toImage().convertToFormat(choice.grab().toImage().Format.Format_Grayscale8)

    picker.set_fit(Fit.FITS)
    chosen = choice.grab().toImage().convertToFormat(free.format())

    assert free != chosen


@pytest.mark.parametrize("preset", [SIDE, ROOM], ids=["side", "room"])
@pytest.mark.parametrize("width", [500, 1200, 1900])
def test_large_cells_never_overlap_or_leave_the_picker(
    qtbot: QtBot, theme: Theme, preset: object, width: int
) -> None:
    assert preset in (SIDE, ROOM)
    picker = MarkPicker(theme.at(SIDE if preset is SIDE else ROOM), "client", "How?", large=True)
    qtbot.addWidget(picker)
    wide = max(width, picker.minimumSizeHint().width())
    picker.resize(wide, picker.heightForWidth(wide))
    picker.show()

    places = [choice.geometry() for choice in picker.choices]

    assert all(picker.rect().contains(place) for place in places)
    assert all(place.width() >= c.sizeHint().width() for place, c in zip(places, picker.choices, strict=True))
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])


@pytest.mark.parametrize("large", [False, True], ids=["compact", "large"])
def test_matters_is_told_by_mouse_and_key_and_always_has_words(
    qtbot: QtBot, theme: Theme, large: bool
) -> None:
    toggle = MattersToggle(theme, "therapist", large=large)
    qtbot.addWidget(toggle)
    toggle.show()
    heard: list[bool] = []
    toggle.matters_changed.connect(heard.append)
    off = toggle.grab().toImage()

    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    on = toggle.grab().toImage()
    QTest.keyClick(toggle, Qt.Key.Key_Space)

    assert heard == [True, False]
    assert off != on
    assert toggle.words() == ("This matters to me" if large else "Matters")
    state = QAccessible.queryAccessibleInterface(toggle).state()
    assert state.checkable


def test_showing_that_something_matters_tells_nobody(qtbot: QtBot, theme: Theme) -> None:
    toggle = MattersToggle(theme, "client")
    qtbot.addWidget(toggle)

    with qtbot.assertNotEmitted(toggle.matters_changed):
        toggle.set_matters(True)

    assert toggle.isChecked()
