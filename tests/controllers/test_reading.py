"""Joining, dividing and hiding statements, remarks, and revealing: each a step that can be undone."""

from collections.abc import Callable
from datetime import datetime

import pytest

from app.controllers.permission import Action, Gate, Reason
from app.controllers.reading import Reading
from app.domain.answer import BY_HAND
from app.domain.mark import Fit, Mark
from app.domain.text import OWN_WORDS_MAX_CHARS
from app.errors import BugError, ErrorCode, KnownError

from .parts import OpenDesk, make_desk


@pytest.fixture
def answer_id(desk: OpenDesk) -> str:
    """An answer of three statements."""
    desk.start_session()
    return desk.bring()[0]


@pytest.fixture
def reading(desk: OpenDesk) -> Reading:
    return desk.looking.reading


def texts(desk: OpenDesk, answer_id: str) -> list[str]:
    """The statements as they stand."""
    answer = desk.record.answer(answer_id)
    assert answer is not None
    return [answer.text[s.start : s.end] for s in desk.record.statements_of(answer_id)]


def ids(desk: OpenDesk, answer_id: str) -> list[str]:
    return [s.id for s in desk.record.statements_of(answer_id)]


def test_two_statements_become_one_that_bears_no_marks_and_undo_brings_both_back_with_theirs(
    desk: OpenDesk, answer_id: str, reading: Reading
) -> None:
    first, second, _ = ids(desk, answer_id)
    voice = desk.room.voices()[0].id
    desk.room.set_fit(first, voice, Fit.FITS)
    desk.room.choose_statement(second)
    reading.join(first)
    assert texts(desk, answer_id) == ["Rain falls. It is wet.", "Umbrellas help."]
    joined = desk.record.statements_of(answer_id)[0]
    assert (joined.splitter, desk.record.mark(joined.id, voice)) == (BY_HAND, Mark())
    assert desk.room.place.spot.statement_id == joined.id
    assert desk.kept() == desk.record
    desk.room.undo()
    assert ids(desk, answer_id)[:2] == [first, second]
    assert desk.record.mark(first, voice) == Mark(Fit.FITS)
    assert desk.kept() == desk.record
    desk.room.redo()
    assert ids(desk, answer_id)[0] == joined.id


def test_the_last_statement_has_none_to_be_joined_with(
    desk: OpenDesk, answer_id: str, reading: Reading
) -> None:
    last = ids(desk, answer_id)[-1]
    assert reading.follower(last) is None
    with pytest.raises(BugError):
        reading.join(last)


def test_two_statements_that_are_too_long_together_are_not_joined(desk: OpenDesk, reading: Reading) -> None:
    desk.start_session()
    _, (first, *_) = desk.bring("a" * 2_000 + "\n\n" + "b" * 2_000 + "\n\n" + "c" * 2_000)
    assert reading.follower(first) is None


def test_a_statement_can_be_divided_at_each_place_that_is_offered(
    desk: OpenDesk, answer_id: str, reading: Reading
) -> None:
    second = ids(desk, answer_id)[1]
    places = reading.divisions(second)
    answer = desk.record.answer(answer_id)
    assert answer is not None
    assert [answer.text[at:].split()[0] for at in places] == ["is", "wet."]
    for at in places:
        reading.divide(second, at)
        assert len(texts(desk, answer_id)) == 4
        assert " ".join(texts(desk, answer_id)) == "Rain falls. It is wet. Umbrellas help."
        assert desk.kept() == desk.record
        desk.room.undo()
    assert texts(desk, answer_id) == ["Rain falls.", "It is wet.", "Umbrellas help."]


def test_what_was_divided_can_be_joined_and_divided_again(
    desk: OpenDesk, answer_id: str, reading: Reading
) -> None:
    first = ids(desk, answer_id)[0]
    reading.divide(first, reading.divisions(first)[0])
    reading.join(ids(desk, answer_id)[0])
    reading.join(ids(desk, answer_id)[0])
    assert texts(desk, answer_id) == ["Rain falls. It is wet.", "Umbrellas help."]
    for _ in range(3):
        desk.room.undo()
    assert ids(desk, answer_id)[0] == first
    assert desk.kept() == desk.record


def test_attention_follows_on_the_shared_screen_too(desk: OpenDesk, answer_id: str, reading: Reading) -> None:
    second = ids(desk, answer_id)[1]
    desk.room.choose_statement(second)
    desk.together.show()
    reading.divide(second, reading.divisions(second)[0])
    now = ids(desk, answer_id)[1]
    assert (desk.room.place.spot.statement_id, desk.room.place.shared.statement_id) == (now, now)


def test_a_hidden_statement_is_kept_from_the_shared_screen_alone(
    desk: OpenDesk, answer_id: str, reading: Reading
) -> None:
    desk.together.show()
    reading.set_hidden(ids(desk, answer_id)[1], hidden=True)
    assert len(desk.record.statements_of(answer_id)) == 3
    shown = []
    for _ in range(4):
        statement = desk.shared.statement()
        assert statement is not None
        shown.append(statement.id)
        desk.shared.step(1)
    first, _, third = ids(desk, answer_id)
    assert shown == [first, third, third, third]
    desk.together.ask_to_return()
    desk.together.return_to_desk()
    desk.room.undo()
    assert not any(s.hidden for s in desk.record.statements_of(answer_id))


def test_remarks_are_kept_for_each_voice(desk: OpenDesk, answer_id: str, reading: Reading) -> None:
    first = ids(desk, answer_id)[0]
    client, therapist = (voice.id for voice in desk.room.voices())
    reading.write_remark(first, client, "not at night")
    reading.write_remark(first, therapist, "ask about nights\x07")
    assert reading.remark(first, client) == "not at night"
    assert reading.remark(first, therapist) == "ask about nights"
    assert desk.kept() == desk.record
    desk.room.undo()
    assert reading.remark(first, therapist) == ""


def test_a_remark_that_is_too_long_leaves_the_one_that_was_kept(
    desk: OpenDesk, answer_id: str, reading: Reading
) -> None:
    first = ids(desk, answer_id)[0]
    voice = desk.room.voices()[0].id
    reading.write_remark(first, voice, "short")
    with pytest.raises(KnownError) as refused:
        reading.write_remark(first, voice, "x" * (OWN_WORDS_MAX_CHARS + 1))
    assert refused.value.code is ErrorCode.OWN_WORDS_TOO_LONG
    assert reading.remark(first, voice) == "short"


def test_revealing_happens_once_and_can_be_taken_back(
    desk: OpenDesk, answer_id: str, reading: Reading
) -> None:
    def revealed_at() -> datetime | None:
        answer = desk.record.answer(answer_id)
        assert answer is not None
        return answer.revealed_at

    reading.reveal(answer_id)
    at = revealed_at()
    reading.reveal(answer_id)
    assert at is not None
    assert revealed_at() == at
    desk.room.undo()
    assert revealed_at() is None
    desk.room.redo()
    assert revealed_at() == at
    assert desk.kept() == desk.record


def test_what_a_voice_said_at_the_reveal_stays_known_when_it_marks_anew(
    desk: OpenDesk, answer_id: str, reading: Reading
) -> None:
    first = ids(desk, answer_id)[0]
    voice = desk.room.voices()[0].id
    desk.room.set_fit(first, voice, Fit.PARTLY)
    reading.reveal(answer_id)
    desk.room.set_fit(first, voice, Fit.FITS)
    assert desk.record.mark_when_revealed(first, voice) == Mark(Fit.PARTLY)
    assert desk.record.mark(first, voice) == Mark(Fit.FITS)


def test_behind_a_closed_gate_nothing_of_it_is_done(desk: OpenDesk, answer_id: str) -> None:
    desk.settle()
    shut = desk.beside(
        make_desk(
            desk.vault,
            desk.vault.workspace(),
            desk.work,
            desk.local_model,
            gate=Gate({Action.MARK: Reason.NOT_AGREED}),
            prefix="shut",
        )
    )
    shut.open_session(desk.record.session.id)
    first = ids(shut, answer_id)[0]
    reading, before = shut.looking.reading, shut.record
    voice = shut.room.voices()[0].id
    at = reading.divisions(first)[0]
    acts: list[Callable[[], None]] = [
        lambda: reading.join(first),
        lambda: reading.divide(first, at),
        lambda: reading.write_remark(first, voice, "x"),
        lambda: reading.reveal(answer_id),
    ]
    for act in acts:
        with pytest.raises(BugError):
            act()
    assert shut.record == before


@pytest.mark.parametrize("hidden", [0, 1])
def test_what_is_hidden_stays_hidden_when_it_is_joined_or_divided(
    desk: OpenDesk, answer_id: str, reading: Reading, hidden: int
) -> None:
    first = ids(desk, answer_id)[0]
    reading.set_hidden(ids(desk, answer_id)[hidden], hidden=True)
    reading.join(first)
    assert [s.hidden for s in desk.record.statements_of(answer_id)] == [True, False]
    whole = ids(desk, answer_id)[0]
    reading.divide(whole, reading.divisions(whole)[0])
    assert [s.hidden for s in desk.record.statements_of(answer_id)] == [True, True, False]
    assert desk.kept() == desk.record
