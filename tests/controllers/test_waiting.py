"""What waits to be looked through: not shown, not held up by others, and not lost by one text that meets a bug."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import pytest

from app.controllers.noticing import Noticing
from app.controllers.work_queue import WorkQueue
from app.domain.changes import Screen, SetHidden, SetWithdrawn, View, Withdrawable
from app.domain.notice import Notice, NoticeKind, Settled, Strength
from app.domain.shared import SharedArriving, SharedKeep, SharedTurn, SharedWords
from app.engine.messages import DoneReason
from app.errors import ErrorCode

from .parts import RAIN, OpenDesk, make_desk

T = TypeVar("T")
HOLDS = "better off without you"
LONG = "Rain falls on the roof. " * 400


class ByHand(WorkQueue):
    """Does nothing until the test says so."""

    def __init__(self) -> None:
        super().__init__("by hand")
        self.close()
        self.jobs: list[tuple[Callable[[], Any], Callable[[Any], None], Callable[[ErrorCode], None]]] = []

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ErrorCode], None],
        *,
        if_bug: ErrorCode = ErrorCode.STORAGE_FAILED,
    ) -> None:
        self.jobs.append((work, done, failed))

    def one(self) -> None:
        """Do the oldest job."""
        work, done, failed = self.jobs.pop(0)
        try:
            result = work()
        except ZeroDivisionError:
            failed(ErrorCode.STORAGE_FAILED)
        else:
            done(result)

    def all(self) -> None:
        """Do what there is, and what follows from it."""
        while self.jobs:
            self.one()


@pytest.fixture
def queue() -> ByHand:
    return ByHand()


@pytest.fixture
def slow(desk: OpenDesk, queue: ByHand) -> OpenDesk:
    """A desk on which texts are looked through when the test says so."""
    made = make_desk(
        desk.vault, desk.vault.workspace(), desk.work, desk.local_model, prefix="slow", notice_work=queue
    )
    return desk.beside(made)


def test_on_the_shared_screen_an_answer_waits_for_a_moment_and_the_desk_does_not(
    slow: OpenDesk, queue: ByHand
) -> None:
    slow.start_session()
    slow.bring()
    slow.together.show()
    waiting = slow.shared.page()
    assert isinstance(waiting, SharedArriving)
    assert (waiting.waiting, waiting.statements) == (True, ())
    assert isinstance(slow.looking.page(), SharedTurn)
    queue.all()
    assert isinstance(slow.shared.page(), SharedTurn)


def test_one_that_arrives_is_not_said_to_wait(slow: OpenDesk, queue: ByHand) -> None:
    slow.start_session()
    slow.ask("What is rain?")
    slow.together.show()
    slow.engine.say("Rain falls. It")
    queue.all()
    arriving = slow.shared.page()
    assert isinstance(arriving, SharedArriving)
    assert not arriving.waiting
    assert [statement.text for statement in arriving.statements] == ["Rain falls."]


def test_what_is_hidden_is_not_shown_while_the_end_waits(slow: OpenDesk, queue: ByHand) -> None:
    slow.start_session()
    slow.ask("What is rain?")
    slow.engine.say("Rain falls. It is wet. Um")
    queue.all()
    slow.engine.say("brellas help.")
    slow.engine.end(DoneReason.STOP)
    first = slow.record.statements_of(slow.record.answers[0].id)[0]
    slow.room.do_together((SetHidden(first.id, hidden=True),))
    slow.together.show()
    page = slow.shared.page()
    assert isinstance(page, SharedArriving)
    assert [statement.text for statement in page.statements] == ["It is wet."]


def test_what_is_on_screen_is_looked_through_first_and_does_not_wait_for_the_rest(
    slow: OpenDesk, queue: ByHand
) -> None:
    slow.start_session()
    for _ in range(3):
        slow.bring(LONG)
    short, _ = slow.bring()
    slow.together.show()
    assert len(queue.jobs) == 1
    queue.one()
    assert isinstance(slow.shared.page(), SharedArriving), "what was begun before goes on"
    queue.one()
    page = slow.shared.page()
    assert isinstance(page, SharedTurn)
    assert slow.shared.spot.answer_id == short
    assert queue.jobs, "others still wait"


def test_a_text_that_meets_a_bug_stays_held_and_holds_up_no_other(slow: OpenDesk, queue: ByHand) -> None:
    def look_through(text: str, is_ai: bool) -> tuple[Notice, ...]:
        return () if "bug" not in text else (Notice(NoticeKind.DOSE, "x", Strength.EXPLICIT, 1 // 0, 1),)

    noticing = Noticing(slow.room, slow.asking, look_through, queue, parent=slow.room)
    slow.start_session()
    bad, _ = slow.bring("There is a bug in it.")
    good, _ = slow.bring()
    queue.all()
    answers = {answer.id: answer for answer in slow.record.answers}
    assert noticing.is_looked_through(answers[good])
    assert not noticing.is_looked_through(answers[bad])
    assert noticing.is_held(answers[bad], (0, 5))
    before = len(queue.jobs)
    slow.room.write_note("something else")
    slow.room.choose_answer(bad)
    assert len(queue.jobs) == before, "it is not tried again and again"


def test_what_no_statement_covers_is_held_too(desk: OpenDesk) -> None:
    desk.start_session()
    answer_id, ids = desk.bring(f"Rain falls. Maybe they would be {HOLDS}. It is wet.")
    desk.room.do_together((SetWithdrawn(Withdrawable.STATEMENT, ids[1], withdrawn=True),))
    desk.room.show_screen(Screen.SESSION)
    desk.together.show()
    desk.shared.show(View.WORDS)
    page = desk.shared.page()
    assert isinstance(page, SharedWords)
    assert HOLDS not in page.text
    assert "It is wet." in page.text
    answer = desk.record.answer(answer_id)
    assert answer is not None
    assert desk.desk.noticing.held_spans(answer)


def test_a_new_page_begins_with_what_matters_though_it_waits(slow: OpenDesk, queue: ByHand) -> None:
    slow.start_session()
    answer_id, ids = slow.bring()
    slow.looking.choose_statement(ids[1])
    slow.looking.choose_matters(True)
    slow.looking.reading.reveal(answer_id)
    spot = replace(slow.looking.spot, view=View.PAGE)
    take_home = slow.desk.take_home
    assert take_home.page(spot).statements == ()
    take_home.set_name(spot, "M.")
    queue.all()
    assert [statement.text for statement in take_home.page(spot).statements] == ["It is wet."]


def test_a_take_away_names_no_statement_that_may_not_be_shown(desk: OpenDesk) -> None:
    desk.start_session()
    desk.ask("What is rain?")
    desk.engine.say(RAIN)
    desk.engine.end(DoneReason.STOP)
    made = desk.record.answers[0].id
    first = desk.record.statements_of(made)[0]
    desk.looking.keeping.add("Quiet.", first.id)
    desk.bring()
    desk.together.show()
    desk.shared.show(View.KEEP)
    shown = desk.shared.page()
    assert isinstance(shown, SharedKeep)
    assert [take_away.statement.text for take_away in shown.take_aways] == ["Rain falls."]
    desk.desk.place_of_practice.choose("documents_only")
    closed = desk.shared.page()
    assert isinstance(closed, SharedKeep)
    assert [take_away.statement.text for take_away in closed.take_aways] == [""]


def test_settling_many_at_once_is_one_step(desk: OpenDesk) -> None:
    desk.start_session()
    desk.bring("Call 020 7946 0001. " * 300)
    noticed = desk.desk.noticing.noticed()
    assert len(noticed) >= 300
    desk.room.show_screen(Screen.SESSION)
    desk.desk.noticing.dismiss(*(one.at for one in noticed))
    assert desk.desk.noticing.noticed() == ()
    assert set(desk.record.settled.values()) == {Settled.DISMISSED}
    desk.room.undo()
    assert len(desk.desk.noticing.noticed()) == len(noticed)
    assert desk.kept() == desk.record
