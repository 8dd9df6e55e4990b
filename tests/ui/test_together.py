"""The shared screen as it is drawn: an answer that arrives is followed, long ones scroll by keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from app.controllers.settings import Distance, Language
from app.domain.changes import View
from app.domain.mark import Fit
from app.domain.shared import SharedArriving, SharedNothing, SharedStatement
from app.domain.text import OWN_WORDS_MAX_CHARS
from app.domain.written import InRemark
from app.errors import BugError
from app.paths import DataFolder, resources_folder
from app.tour.driver import click, press, settle, shown, type_into
from app.ui.shared.arriving import ArrivingPage
from app.ui.shared.covered import CoveredPage
from app.ui.shared.exploring import ViewPage
from app.ui.shared.foot import SharedFoot
from app.ui.shared.frame import SharedFrame, Stage
from app.ui.shared.turn import TurnPage
from app.ui.theme import Theme
from app.ui.tokens import LIGHT, SIDE
from app.ui.views.revealed import RevealedView
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.reading_text import ReadingText
from tests.flows.hands import Running, furnish, running
from tests.flows.played import MODEL_THAT_IS_NOT_THERE


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path) -> Iterator[Running]:
    furnish(DataFolder(tmp_path))
    with running(qapp, tmp_path, MODEL_THAT_IS_NOT_THERE) as seated:
        seated.unlock()
        press(seated.window, "Ctrl+Shift+T")
        yield seated


def arriving(count: int, question: str = "Why?") -> SharedArriving:
    statements = tuple(SharedStatement(str(i), f"Statement {i} is here.", i, 0) for i in range(1, count + 1))
    return SharedArriving(question, statements)


def stage(seat: Running) -> Stage:
    return Stage(Theme(LIGHT, resources_folder(), SIDE), seat.desk.together)


def turn(seat: Running) -> TurnPage:
    return shown(seat.window, TurnPage)


def page_of(seat: Running, count: int) -> ArrivingPage:
    page = ArrivingPage(stage(seat), arriving(count))
    page.setParent(seat.window)
    page.resize(seat.window.size())
    page.show()
    settle()
    return page


def test_new_statements_are_added_and_followed(seat: Running) -> None:
    page = page_of(seat, 3)
    first = page.findChildren(ReadingText)[0]
    for count in range(4, 30):
        assert page.append(arriving(count))
        settle()
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    assert len(page.findChildren(ReadingText)) == 29
    assert page.findChildren(ReadingText)[0] is first
    assert bar.value() == bar.maximum() > 0


def test_somebody_who_has_scrolled_back_is_left_there(seat: Running) -> None:
    page = page_of(seat, 29)
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(0)
    page.append(arriving(30))
    settle()
    assert bar.value() == 0


@pytest.mark.parametrize("other", [arriving(1), arriving(5, "Another question?")], ids=["shorter", "another"])
def test_another_answer_is_not_added_to_this_one(seat: Running, other: SharedArriving) -> None:
    page = page_of(seat, 3)
    assert not page.append(other)
    assert len(page.findChildren(ReadingText)) == 3


def test_an_answer_that_waits_to_be_looked_through_says_no_more_than_one_moment(seat: Running) -> None:
    def said(page: ArrivingPage) -> set[str]:
        labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
        return {words for label in labels for words in (label.text(), label.accessibleName())}

    arrives, waits = {"The AI text is arriving"}, {"AI text", "One moment."}
    page = page_of(seat, 1)
    assert said(page) & (arrives | waits) == arrives
    assert page.append(replace(arriving(2), waiting=True))
    assert said(page) & (arrives | waits) == waits
    assert page.append(arriving(3))
    assert said(page) & (arrives | waits) == arrives


def test_nothing_to_look_at_is_a_calm_page(seat: Running) -> None:
    page = ArrivingPage(stage(seat), SharedNothing())
    assert page.findChildren(ReadingText) == []


def test_space_and_page_keys_scroll_what_is_too_long(seat: Running) -> None:
    seat.window.resize(1024, 640)
    seat.program.settings.enlarge(3)
    settle()
    bar = turn(seat).findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() > 0
    press(seat.window, "Space")
    assert bar.value() > 0
    press(seat.window, "PgUp")
    assert bar.value() == 0


# Own words


def test_own_words_are_kept_while_they_are_typed(seat: Running) -> None:
    click(turn(seat).remark.opening)
    type_into(turn(seat).remark.field, "Like my sister, 1 to 4.")
    assert seat.record.words[InRemark("statement-0", "voice-maya")] == "Like my sister, 1 to 4."
    assert seat.record.mark("statement-0", "voice-maya").fit is None


def test_own_words_are_there_again_with_their_statement(seat: Running) -> None:
    click(turn(seat).remark.opening)
    type_into(turn(seat).remark.field, "mine")
    click(turn(seat).next)
    assert turn(seat).remark.field.isHidden()
    click(turn(seat).back)
    assert turn(seat).remark.field.text() == "mine"
    assert turn(seat).remark.opening.isHidden()


def test_own_words_that_undo_took_back_go_from_the_field(seat: Running) -> None:
    click(turn(seat).remark.opening)
    type_into(turn(seat).remark.field, "mine")
    seat.desk.room.undo()
    settle()
    assert turn(seat).remark.field.text() == ""


def test_too_many_own_words_stay_in_the_field_and_are_not_kept(seat: Running) -> None:
    click(turn(seat).remark.opening)
    field = turn(seat).remark.field
    field.set_text("a" * OWN_WORDS_MAX_CHARS)
    type_into(field, "b")
    assert len(field.text()) == OWN_WORDS_MAX_CHARS + 1
    assert field.sentence.isVisible()
    assert len(seat.record.words[InRemark("statement-0", "voice-maya")]) == OWN_WORDS_MAX_CHARS


def test_the_therapist_writes_nothing_on_the_shared_screen(seat: Running) -> None:
    click(turn(seat).hand_on)
    assert turn(seat).remark.isHidden()
    assert turn(seat).remark.opening.isHidden()


# Reveal


def last(seat: Running) -> TurnPage:
    seat.desk.together.looking.choose_statement("statement-2")
    settle()
    return turn(seat)


def primary_buttons(part: QWidget) -> list[str]:
    found = [one for one in part.findChildren(PrimaryButton) if one.isVisible()]
    return [one.words() for one in found if one.property("kind") == "primary"]


def test_at_the_last_statement_reveal_is_what_goes_on(seat: Running) -> None:
    assert primary_buttons(turn(seat)) == ["Skip this one"]
    assert primary_buttons(last(seat)) == ["What we each marked"]


@pytest.mark.parametrize("keys", ["Ctrl+Return", "Ctrl+Enter"])
def test_ctrl_enter_reveals_and_begins_with_the_first_statement(seat: Running, keys: str) -> None:
    last(seat)
    press(seat.window, keys)
    view = shown(seat.window, RevealedView)
    assert view.rows.shown[0].statement_id == "statement-0"
    assert seat.record.answers[0].revealed_at is not None
    assert primary_buttons(seat.window) == ["Keep something"]


def test_ctrl_enter_reveals_out_of_the_field_for_own_words_too(seat: Running) -> None:
    click(turn(seat).remark.opening)
    type_into(turn(seat).remark.field, "mine")
    press(seat.window, "Ctrl+Return")
    shown(seat.window, RevealedView)


def test_what_is_revealed_already_is_only_looked_at_again(seat: Running) -> None:
    click(turn(seat).reveal)
    revealed_at = seat.record.answers[0].revealed_at
    click(shown(seat.window, RevealedView).mark_again)
    assert "until you reveal" not in turn(seat).hint.text()
    click(turn(seat).next)
    click(turn(seat).reveal)
    assert seat.record.answers[0].revealed_at == revealed_at
    assert seat.desk.together.looking.spot.statement_id == "statement-1"


def test_undoing_the_reveal_covers_the_marks_again(seat: Running) -> None:
    click(turn(seat).reveal)
    seat.desk.room.undo()
    settle()
    assert seat.window.findChildren(RevealedView) == []
    turn(seat)


# The frame


VIEWS = [view for view in View if view not in {View.READ, View.PICK}]
"""What a file holds is looked at before there is an answer."""


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_stands_in_the_frame_and_leads_back_to_reading(seat: Running, view: View) -> None:
    seat.desk.together.looking.reveal()
    seat.desk.together.looking.show(view)
    settle()
    page = shown(seat.window, ViewPage)
    assert page.title.text() == page.view.title()
    assert page.cover.isVisible()
    assert set(page.view.foot()) <= set(page.foot.buttons)
    back = page.view.mark_again if isinstance(page.view, RevealedView) else page.back
    click(back)
    turn(seat)


@pytest.mark.parametrize("view", list(View))
def test_one_key_covers_every_view_and_shows_it_again(seat: Running, view: View) -> None:
    seat.desk.together.looking.reveal()
    seat.desk.together.looking.show(view)
    settle()
    kind = type(shown(seat.window, SharedFrame))
    press(seat.window, "F9")
    shown(seat.window, CoveredPage)
    assert seat.window.findChildren(SharedFrame) == []
    press(seat.window, "F9")
    assert type(shown(seat.window, SharedFrame)) is kind


@pytest.mark.parametrize("view", list(View))
def test_esc_leads_from_every_view_to_turning_the_screen(seat: Running, view: View) -> None:
    seat.desk.together.looking.reveal()
    seat.desk.together.looking.show(view)
    settle()
    press(seat.window, "Escape")
    assert seat.screen == "handover"


def test_cover_is_larger_than_the_buttons_at_the_foot(seat: Running) -> None:
    page = turn(seat)
    assert page.cover.height() > max(button.height() for button in page.foot.buttons)
    assert page.cover.height() >= 44


def test_f6_goes_round_what_is_shown_the_foot_and_cover(seat: Running) -> None:
    seen = []
    for _ in range(4):
        press(seat.window, "F6")
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName() or type(focused).__name__)
    assert seen == ["MarkChoice", "Skip this one", "Cover", "MarkChoice"]


@pytest.mark.parametrize("distance", list(Distance))
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)], ids=str)
def test_the_foot_fits_into_every_window(
    seat: Running, size: tuple[int, int], language: Language, distance: Distance
) -> None:
    seat.window.resize(*size)
    seat.program.settings.set_language(language)
    seat.program.settings.set_distance(distance)
    settle()
    for view in (View.READ, View.REVEALED):
        if view is View.REVEALED:
            turn(seat).show_revealed()
            settle()
        foot = next(one for one in seat.window.findChildren(SharedFoot) if one.isVisible())
        assert foot.width() == seat.window.width() == size[0]
        visible = [button for button in foot.findChildren(Button) if button.isVisible()]
        assert visible
        for button in visible:
            assert foot.rect().contains(button.geometry())
            assert button.width() >= button.minimumSizeHint().width()


def test_a_mark_made_while_own_words_are_open_leaves_them_and_the_keyboard(seat: Running) -> None:
    click(turn(seat).remark.opening)
    type_into(turn(seat).remark.field, "half a")
    seat.desk.together.looking.choose_fit(Fit.PARTLY)
    settle()
    assert turn(seat).remark.field.text() == "half a"
    assert turn(seat).remark.field.input.hasFocus()


def test_cover_covers_also_if_the_page_behind_it_cannot_be_made(
    seat: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise BugError("a page that cannot be made")

    monkeypatch.setattr(seat.desk.together.looking, "page", fails)
    press(seat.window, "F9")
    shown(seat.window, CoveredPage)
    assert seat.window.findChildren(SharedFrame) == []
