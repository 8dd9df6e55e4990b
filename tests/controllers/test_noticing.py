"""What is noticed in the open session: looked for as it comes, held until then, settled and undone."""

import re
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject

from app.controllers.noticed import Noticed, TextKind
from app.controllers.noticing import Noticing
from app.controllers.pages import AnswerPages, Side
from app.controllers.work_queue import WorkQueue
from app.domain.answer import Answer, PhrasingKind, Statement
from app.domain.changes import Spot
from app.domain.notice import Notice, NoticeKind, Settled, Strength
from app.domain.shared import SharedArriving, SharedTurn
from app.engine.messages import DoneReason
from app.errors import BugError
from app.explore.phrasings import Phrasing

from .parts import WAIT_MS, OpenDesk

RULES = {
    "encouragement": (NoticeKind.ENCOURAGEMENT, "quite right to"),
    "sad": (NoticeKind.SUICIDE, "no way on"),
    "number": (NoticeKind.UNVERIFIED_CONTACT, "555 01 02"),
}
HELD = "You are quite right to."
TEXT = f"Rain falls. {HELD} It is wet."
NUMBER = "Call 555 01 02 today. It is wet."


class Look:
    """Looks through texts on the thread of the queue. It may be made to wait or to fail, and tells what it saw."""

    def __init__(self) -> None:
        self.free = threading.Event()
        self.free.set()
        self.fails = False
        self.known = False
        self.seen: list[tuple[str, bool]] = []

    def __call__(self, text: str, is_ai: bool) -> tuple[Notice, ...]:
        assert self.free.wait(WAIT_MS / 1000)
        self.seen.append((text, is_ai))
        if self.fails:
            raise BugError("looking through failed")
        found = [
            Notice(kind, rule, Strength.EXPLICIT, *match.span())
            for rule, (kind, words) in RULES.items()
            for match in re.finditer(words, text)
            if not (self.known and rule == "number")
        ]
        return tuple(sorted(found, key=lambda notice: notice.start))

    @property
    def texts(self) -> set[str]:
        """What was looked through."""
        return {text for text, _ in self.seen}


class Eyes:
    """What is noticed on a desk, and what both sides see of it."""

    def __init__(self, opened: OpenDesk, work: WorkQueue, look: Look, owner: QObject) -> None:
        self.opened = opened
        self.look = look
        self.noticing = Noticing(opened.room, opened.asking, look, work, owner)
        self.shared = AnswerPages(opened.room, opened.asking, self.noticing, Side.SHARED)
        self.desk = AnswerPages(opened.room, opened.asking, self.noticing, Side.DESK)

    def bring(self, text: str = TEXT, question: str = "What is rain?") -> Answer:
        """Bring an answer, and wait until it was looked through."""
        answer_id, _ = self.opened.bring(text, question)
        self.wait_for(answer_id)
        return self.answer(answer_id)

    def answer(self, answer_id: str) -> Answer:
        answer = self.opened.record.answer(answer_id)
        assert answer is not None
        return answer

    def wait_for(self, answer_id: str) -> None:
        self.until(lambda: self.noticing.is_looked_through(self.answer(answer_id)))

    def until(self, holds: Callable[[], bool]) -> None:
        self.opened.qtbot.waitUntil(holds, timeout=WAIT_MS)

    def listed(self) -> list[tuple[str, str]]:
        """Rule and phrase of what is listed."""
        return [(one.notice.rule, one.phrase) for one in self.noticing.noticed()]

    def one(self, rule: str) -> Noticed:
        (found,) = (one for one in self.noticing.noticed() if one.notice.rule == rule)
        return found

    def seen(self, answer: Answer) -> list[str]:
        """The statements that the shared screen shows of an answer."""
        return [statement.text for statement in self.shared.shared_statements(answer)]

    def part(self, answer: Answer, text: str) -> tuple[int, int]:
        """The span of the statement with these words."""
        start = answer.text.index(text)
        (found,) = (s for s in self.statements(answer) if s.start <= start < s.end)
        return found.start, found.end

    def statements(self, answer: Answer) -> tuple[Statement, ...]:
        return self.opened.record.statements_of(answer.id)


@pytest.fixture
def own_work(qapp: object) -> Iterator[WorkQueue]:
    queue = WorkQueue("noticing")
    yield queue
    queue.close()


@pytest.fixture
def look() -> Iterator[Look]:
    made = Look()
    yield made
    made.free.set()


@pytest.fixture
def eyes(desk: OpenDesk, own_work: WorkQueue, look: Look, owner: QObject) -> Eyes:
    desk.start_session()
    return Eyes(desk, own_work, look, owner)


# Fail-closed


def test_nothing_of_an_answer_is_on_the_shared_screen_before_it_was_looked_through(eyes: Eyes) -> None:
    eyes.look.free.clear()
    answer_id, ids = eyes.opened.bring(TEXT)
    answer = eyes.answer(answer_id)
    spot = Spot(answer_id=answer_id)

    assert eyes.seen(answer) == []
    assert eyes.shared.shown_text(answer).text.strip() == ""
    page = eyes.shared.reading(spot)
    assert isinstance(page, SharedArriving)
    assert page.statements == ()
    assert len(eyes.desk.statements(answer)) == len(ids), "the desk is not kept waiting"

    eyes.look.free.set()
    eyes.wait_for(answer_id)
    assert eyes.seen(answer) == ["Rain falls.", "It is wet."]
    assert isinstance(eyes.shared.reading(spot), SharedTurn)


def test_what_could_not_be_looked_through_stays_held(eyes: Eyes) -> None:
    eyes.look.fails = True
    with eyes.opened.qtbot.capture_exceptions() as bugs:
        answer_id, _ = eyes.opened.bring(TEXT)
        eyes.until(lambda: bool(bugs))
    answer = eyes.answer(answer_id)

    assert isinstance(bugs[0][1], BugError)
    assert not eyes.noticing.is_looked_through(answer)
    assert eyes.seen(answer) == []
    assert eyes.shared.shown_text(answer).text.strip() == ""


def test_a_held_statement_is_left_out_and_the_numbers_have_no_gap(eyes: Eyes) -> None:
    answer = eyes.bring()
    shown = eyes.shared.shared_statements(answer)

    assert [(s.number, s.total, s.text) for s in shown] == [(1, 2, "Rain falls."), (2, 2, "It is wet.")]
    assert HELD not in eyes.shared.shown_text(answer).text
    assert [s.number for s in eyes.desk.shared_statements(answer)] == [1, 2, 3]


def test_a_statement_is_held_also_when_only_a_piece_of_the_phrase_stands_in_it(eyes: Eyes) -> None:
    answer = eyes.bring()
    found = eyes.one("encouragement").notice

    assert eyes.noticing.is_held(answer, (found.end - 1, found.end + 5))
    assert not eyes.noticing.is_held(answer, (found.end, found.end + 5))
    assert not eyes.noticing.is_held(answer, (found.start - 3, found.start))


# Arriving


def test_while_an_answer_arrives_only_whole_statements_that_nothing_holds_are_shown(eyes: Eyes) -> None:
    eyes.opened.ask("What is rain?")
    answer_id = eyes.opened.looking.spot.answer_id or ""
    eyes.opened.engine.say(f"Rain falls. {HELD} It is w")
    eyes.until(lambda: eyes.listed() == [("encouragement", "quite right to")])

    page = eyes.shared.reading(Spot(answer_id=answer_id))
    assert isinstance(page, SharedArriving)
    assert [s.text for s in page.statements] == ["Rain falls."]
    assert eyes.shared.shown_text(eyes.answer(answer_id)).text.strip() == "Rain falls."


def test_a_statement_can_be_let_through_while_the_answer_arrives_and_stays_so_when_it_has_ended(
    eyes: Eyes,
) -> None:
    eyes.opened.ask("What is rain?")
    answer_id = eyes.opened.looking.spot.answer_id or ""
    eyes.opened.engine.say(f"Rain falls. {HELD} It is wet. ")
    eyes.until(lambda: bool(eyes.listed()))
    part = next(p for p in eyes.noticing.parts(eyes.answer(answer_id)) if p[0] == len("Rain falls. "))
    eyes.noticing.let_through(eyes.answer(answer_id), part)
    page = eyes.shared.reading(Spot(answer_id=answer_id))
    assert isinstance(page, SharedArriving)
    assert [s.text for s in page.statements][:2] == ["Rain falls.", HELD]

    eyes.opened.engine.say("More.")
    eyes.opened.engine.end(DoneReason.STOP)
    eyes.wait_for(answer_id)
    assert HELD in eyes.seen(eyes.answer(answer_id))


# What the therapist decides


def test_letting_through_shows_the_statement_and_holding_it_again_takes_it_away(eyes: Eyes) -> None:
    answer = eyes.bring()
    part = eyes.part(answer, HELD)
    eyes.noticing.let_through(answer, part)
    assert eyes.seen(answer) == ["Rain falls.", HELD, "It is wet."]
    assert eyes.noticing.is_let_through(answer, part)
    assert eyes.listed() == []

    eyes.noticing.hold_again(answer, part)
    assert HELD not in eyes.seen(answer)
    assert not eyes.noticing.is_let_through(answer, part)
    assert eyes.listed() == [("encouragement", "quite right to")]


def test_letting_through_is_undone_and_done_again(eyes: Eyes) -> None:
    answer = eyes.bring()
    eyes.noticing.let_through(answer, eyes.part(answer, HELD))
    eyes.opened.room.undo()
    assert HELD not in eyes.seen(answer)
    eyes.opened.room.redo()
    assert HELD in eyes.seen(answer)


def test_letting_one_statement_through_leaves_the_others_held(eyes: Eyes) -> None:
    answer = eyes.bring(f"{HELD} Rain falls. He was quite right to stay.")
    eyes.noticing.let_through(answer, eyes.part(answer, HELD))
    assert eyes.seen(answer) == [HELD, "Rain falls."]


def test_several_statements_are_let_through_in_one_step(eyes: Eyes) -> None:
    answer = eyes.bring(f"{HELD} Rain falls. He was quite right to stay.")
    eyes.noticing.let_through(answer, eyes.part(answer, HELD), eyes.part(answer, "He was"))
    assert len(eyes.seen(answer)) == 3
    eyes.opened.room.undo()
    assert eyes.seen(answer) == ["Rain falls."]


def test_what_is_dismissed_is_listed_no_longer_and_undo_brings_it_back(eyes: Eyes) -> None:
    eyes.bring(question="There is no way on.")
    eyes.until(lambda: len(eyes.listed()) == 2)
    eyes.noticing.dismiss(eyes.one("sad").at)
    assert eyes.listed() == [("encouragement", "quite right to")]
    eyes.opened.room.undo()
    assert sorted(eyes.listed()) == [("encouragement", "quite right to"), ("sad", "no way on")]


def test_a_statement_stays_held_when_what_holds_it_is_dismissed(eyes: Eyes) -> None:
    answer = eyes.bring()
    eyes.noticing.dismiss(eyes.one("encouragement").at)
    assert eyes.listed() == []
    assert HELD not in eyes.seen(answer)
    (found,) = eyes.noticing.in_answer(answer)
    assert found.settled is Settled.DISMISSED
    assert found.holds


def test_several_are_dismissed_in_one_step(eyes: Eyes) -> None:
    eyes.bring("There is no way on. Rain falls. There is no way on.")
    eyes.noticing.dismiss(*(one.at for one in eyes.noticing.noticed()))
    assert eyes.listed() == []
    eyes.opened.room.undo()
    assert len(eyes.listed()) == 2


def test_what_holds_a_statement_is_listed_first(eyes: Eyes) -> None:
    eyes.bring(question="There is no way on.")
    eyes.until(lambda: len(eyes.listed()) == 2)
    assert [rule for rule, _ in eyes.listed()] == ["encouragement", "sad"]


def test_settling_is_told(eyes: Eyes) -> None:
    answer = eyes.bring()
    with eyes.opened.qtbot.waitSignal(eyes.noticing.changed, timeout=WAIT_MS):
        eyes.noticing.let_through(answer, eyes.part(answer, HELD))


# Numbers and addresses


def test_a_number_that_nobody_verified_is_said_of_its_statement_alone(eyes: Eyes) -> None:
    answer = eyes.bring(NUMBER)
    assert [s.unverified for s in eyes.shared.shared_statements(answer)] == [True, False]
    assert eyes.shared.is_unverified(answer)


def test_a_number_that_has_become_known_is_looked_through_anew(eyes: Eyes) -> None:
    answer = eyes.bring(NUMBER)
    eyes.look.known = True
    eyes.noticing.look_anew()
    assert eyes.listed() == [("number", "555 01 02")], "what was found stands until it is found anew"
    eyes.until(lambda: eyes.listed() == [])
    assert not eyes.shared.is_unverified(answer)


# Staying and going


def test_what_was_decided_is_there_again_after_locking(
    eyes: Eyes, own_work: WorkQueue, look: Look, owner: QObject
) -> None:
    answer = eyes.bring(f"{HELD} Rain falls. He was quite right to stay.", "There is no way on.")
    eyes.until(lambda: len(eyes.listed()) == 3)
    eyes.noticing.dismiss(eyes.one("sad").at)
    eyes.noticing.let_through(answer, eyes.part(answer, HELD))
    session_id = eyes.opened.record.session.id

    later = eyes.opened.again()
    later.open_session(session_id)
    again = Eyes(later, own_work, look, owner)
    assert again.seen(answer) == [], "it is looked through anew"
    again.wait_for(answer.id)
    assert again.listed() == [("encouragement", "quite right to")]
    assert again.seen(again.answer(answer.id)) == [HELD, "Rain falls."]


def test_what_was_decided_goes_for_good_with_its_text(eyes: Eyes) -> None:
    answer = eyes.bring(question="There is no way on.")
    eyes.until(lambda: len(eyes.listed()) == 2)
    eyes.noticing.dismiss(eyes.one("sad").at)
    eyes.noticing.let_through(answer, eyes.part(answer, HELD))
    assert len(eyes.opened.kept().settled) == 2

    deleting = eyes.opened.desk.deleting
    deleting.delete_exploration(answer.exploration_id)
    (standing,) = deleting.standing()
    deleting.delete_for_good(standing.deletion.id)
    assert eyes.listed() == []
    assert eyes.opened.record.settled == {}
    assert eyes.opened.kept().settled == {}


def test_another_session_has_nothing_of_this_one(eyes: Eyes) -> None:
    answer = eyes.bring()
    eyes.opened.start_session("Budi")
    assert eyes.listed() == []
    eyes.bring("Snow falls.")
    assert eyes.listed() == []
    assert not eyes.noticing.holds(answer, (0, len(answer.text)))


def test_what_is_found_after_the_session_was_left_is_dropped(eyes: Eyes) -> None:
    eyes.look.free.clear()
    eyes.opened.bring(TEXT)
    eyes.opened.start_session("Budi")
    eyes.look.free.set()
    eyes.bring("Snow falls.")
    assert eyes.listed() == []


def test_what_is_taken_back_leaves_the_list_and_that_is_told(eyes: Eyes) -> None:
    eyes.bring()
    with eyes.opened.qtbot.waitSignal(eyes.noticing.changed, timeout=WAIT_MS):
        eyes.opened.room.undo()
    assert eyes.listed() == []
    eyes.opened.room.redo()
    eyes.until(lambda: bool(eyes.listed()))


# Whose words


def test_the_therapists_own_words_are_never_looked_through(eyes: Eyes) -> None:
    answer = eyes.bring("Rain falls. It is wet.")
    client, therapist = eyes.opened.room.voices()
    first, second = (s.id for s in eyes.statements(answer))
    eyes.opened.room.write_note("There is no way on, she says.")
    eyes.opened.looking.reading.write_remark(first, therapist.id, "There is no way on, I hear.")
    eyes.opened.looking.reading.write_remark(second, client.id, "There is no way on.")
    eyes.until(lambda: bool(eyes.listed()))

    assert [(one.source.kind, one.source.text) for one in eyes.noticing.noticed()] == [
        (TextKind.REMARK, "There is no way on.")
    ]
    assert not any("she says" in text or "I hear" in text for text in eyes.look.texts)


def test_everything_of_the_clients_and_of_a_models_is_looked_through_as_what_it_is(eyes: Eyes) -> None:
    answer = eyes.bring("Rain falls. It is wet.", "Why rain?")
    looking, client = eyes.opened.looking, eyes.opened.room.voices()[0]
    looking.go(Spot(answer_id=answer.id))
    looking.reading.write_remark(eyes.statements(answer)[0].id, client.id, "A remark.")
    looking.write_on_card("welcome", 0, "On a card.")
    looking.keep("A take-away.")
    looking.set_next_step("A next step.", None, None)
    looking.ask_differently(
        (
            Phrasing(PhrasingKind.AS_ASKED, "Why rain?"),
            Phrasing(PhrasingKind.CONTEXT, "Why rain, in winter?"),
        )
    )
    for number in range(2):
        eyes.opened.engine.say(f"Winter answer {number}.", answer=number)
        eyes.opened.engine.end(DoneReason.STOP, answer=number)
    looking.go(Spot(answer_id=answer.id))
    looking.look_through("missing", at_statement=False)
    eyes.opened.engine.say("Through a lens.")
    eyes.opened.engine.end(DoneReason.STOP)

    people = {"Why rain?", "A remark.", "On a card.", "A take-away.", "A next step.", "Why rain, in winter?"}
    model = {"Rain falls. It is wet.", "Winter answer 0.", "Winter answer 1.", "Through a lens."}
    eyes.until(lambda: people | model <= eyes.look.texts)
    assert {text for text, is_ai in eyes.look.seen if is_ai and text in people} == set()
    assert {text for text, is_ai in eyes.look.seen if not is_ai and text in model} == set()


def test_an_edited_wording_is_looked_through_and_what_the_question_says_is_listed_once(eyes: Eyes) -> None:
    eyes.bring("Rain falls.", "Is there no way on?")
    eyes.opened.looking.ask_differently(
        (
            Phrasing(PhrasingKind.NEUTRAL, "A person asks: is there no way on?"),
            Phrasing(PhrasingKind.FRIEND, "No way in, and no way on, and no way on."),
        )
    )
    for number in range(2):
        eyes.opened.engine.say(f"Answer {number}.", answer=number)
        eyes.opened.engine.end(DoneReason.STOP, answer=number)
    eyes.until(lambda: {"Answer 0.", "Answer 1."} <= eyes.look.texts)

    assert [(one.source.kind, one.phrase) for one in eyes.noticing.noticed()] == [
        (TextKind.QUESTION, "no way on")
    ]


def test_what_only_an_edited_wording_says_is_listed(eyes: Eyes) -> None:
    eyes.bring("Rain falls.", "Why rain?")
    eyes.opened.looking.ask_differently((Phrasing(PhrasingKind.FRIEND, "A friend sees no way on."),))
    eyes.opened.engine.say("An answer.")
    eyes.opened.engine.end(DoneReason.STOP)
    eyes.until(lambda: "An answer." in eyes.look.texts)

    assert [(one.source.kind, one.phrase) for one in eyes.noticing.noticed()] == [
        (TextKind.WORDING, "no way on")
    ]
