"""The room: clients, sessions, answers, marks, notes and drafts, each of them in the vault as it is on screen."""

from collections.abc import Callable

import pytest

from app.controllers.bringing import BroughtAnswer
from app.controllers.permission import Action, Gate, Reason
from app.domain.answer import AnswerState, Brought
from app.domain.changes import Place
from app.domain.client import VoiceKind
from app.domain.mark import Fit, Mark
from app.domain.text import ANSWER_MAX_CHARS, NAME_MAX_CHARS, NOTE_MAX_CHARS, QUESTION_MAX_CHARS
from app.errors import BugError, ErrorCode, KnownError
from app.explore.statements import SPLITTER

from .parts import RAIN, OpenDesk, make_desk


def test_a_client_has_two_voices_and_is_chosen(desk: OpenDesk) -> None:
    client = desk.room.add_client("  Maya \n of the sea ")
    assert client.pseudonym == "Maya of the sea"
    assert [(v.kind, v.name, v.position) for v in client.voices] == [
        (VoiceKind.CLIENT, "Maya of the sea", 0),
        (VoiceKind.THERAPIST, "Dr Rahma", 1),
    ]
    assert desk.room.chosen_client() == client
    desk.settle()
    assert desk.vault.workspace().clients == (client,)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("  \n", ErrorCode.NAME_EMPTY),
        ("x" * (NAME_MAX_CHARS + 1), ErrorCode.NAME_TOO_LONG),
        ("mAYA", ErrorCode.NAME_TAKEN),
        (" Maya\t", ErrorCode.NAME_TAKEN),
    ],
)
def test_a_client_that_cannot_be_added_is_refused_and_nothing_changes(
    desk: OpenDesk, name: str, code: ErrorCode
) -> None:
    desk.room.add_client("Maya")
    with pytest.raises(KnownError) as refused:
        desk.room.add_client(name)
    assert refused.value.code is code
    assert [client.pseudonym for client in desk.room.clients()] == ["Maya"]


def test_clients_stand_in_the_order_of_their_names(desk: OpenDesk) -> None:
    for name in ("maya", "Budi", "adi"):
        desk.room.add_client(name)
    assert [client.pseudonym for client in desk.room.clients()] == ["adi", "Budi", "maya"]


def test_sessions_are_numbered_per_client_and_stand_newest_first(desk: OpenDesk) -> None:
    maya, budi = desk.room.add_client("Maya"), desk.room.add_client("Budi")
    for client in (maya, budi, maya, maya):
        desk.room.start_session(client.id)
    assert [session.number for session in desk.room.sessions_of(maya.id)] == [3, 2, 1]
    assert [session.number for session in desk.room.sessions_of(budi.id)] == [1]


def test_the_number_of_a_session_that_was_taken_back_is_not_given_again(desk: OpenDesk) -> None:
    client = desk.room.add_client("Maya")
    desk.room.start_session(client.id)
    desk.room.undo()
    desk.room.start_session(client.id)
    assert [session.number for session in desk.room.sessions_of(client.id)] == [2]


def test_a_session_that_is_started_is_entered(desk: OpenDesk) -> None:
    session_id = desk.start_session()
    assert desk.room.place == Place("session", desk.record.client.id, session_id)
    assert desk.kept() == desk.record


def test_an_answer_that_was_brought_is_kept_as_it_was_with_where_it_came_from(desk: OpenDesk) -> None:
    desk.start_session()
    answer = desk.room.bring(BroughtAnswer(" What is rain? ", f"\r\n{RAIN}  ", " ChatGPT ", ""))
    assert answer.text == RAIN
    assert answer.state is AnswerState.WHOLE
    assert answer.origin == Brought("Maya", "ChatGPT", "", answer.created_at)
    assert desk.record.exploration(answer.exploration_id).question == "What is rain?"
    assert desk.kept() == desk.record


def test_an_answer_can_be_brought_without_its_question(desk: OpenDesk) -> None:
    desk.start_session()
    answer = desk.room.bring(BroughtAnswer(" \n", RAIN, "", ""))
    assert desk.record.exploration(answer.exploration_id).question == ""
    assert desk.kept() == desk.record


def test_an_answer_is_read_as_spans_of_its_text_and_its_first_statement_has_the_attention(
    desk: OpenDesk,
) -> None:
    desk.start_session()
    answer_id, statement_ids = desk.bring()
    spans = desk.record.statements_of(answer_id)
    assert [RAIN[s.start : s.end] for s in spans] == ["Rain falls.", "It is wet.", "Umbrellas help."]
    assert {s.splitter for s in spans} == {SPLITTER}
    assert [s.position for s in spans] == [0, 1, 2]
    assert (desk.room.place.spot.answer_id, desk.room.place.spot.statement_id) == (
        answer_id,
        statement_ids[0],
    )


@pytest.mark.parametrize(
    ("question", "answer", "service", "code"),
    [
        ("Why?", " \n", "", ErrorCode.ANSWER_EMPTY),
        ("Why?", "x" * (ANSWER_MAX_CHARS + 1), "", ErrorCode.ANSWER_TOO_LONG),
        ("x" * (QUESTION_MAX_CHARS + 1), RAIN, "", ErrorCode.QUESTION_TOO_LONG),
        ("Why?", RAIN, "x" * (NAME_MAX_CHARS + 1), ErrorCode.NAME_TOO_LONG),
    ],
)
def test_what_cannot_be_brought_is_refused_and_nothing_changes(
    desk: OpenDesk, question: str, answer: str, service: str, code: ErrorCode
) -> None:
    desk.start_session()
    before = desk.record
    with pytest.raises(KnownError) as refused:
        desk.room.bring(BroughtAnswer(question, answer, service, ""))
    assert refused.value.code is code
    assert desk.record == before


def test_a_service_of_which_nothing_is_left_is_no_service(desk: OpenDesk) -> None:
    desk.start_session()
    answer = desk.room.bring(BroughtAnswer("", RAIN, "\x00", " \x07"))
    assert answer.origin == Brought("Maya", "", "", answer.created_at)


def test_marks_of_each_voice_fold_to_the_last_word_and_stay_as_events(desk: OpenDesk) -> None:
    desk.start_session()
    _, (first, second, _) = desk.bring()
    client, therapist = (voice.id for voice in desk.room.voices())
    desk.room.set_fit(first, client, Fit.FITS)
    desk.room.set_matters(first, client, True)
    desk.room.set_fit(first, client, Fit.PARTLY)
    desk.room.set_fit(first, therapist, Fit.DOES_NOT_FIT)
    desk.room.set_fit(second, client, Fit.NOT_SURE)
    desk.room.set_fit(second, client, None)
    record = desk.record
    assert record.mark(first, client) == Mark(Fit.PARTLY, matters=True)
    assert record.mark(first, therapist) == Mark(Fit.DOES_NOT_FIT)
    assert record.mark(second, client) == Mark()
    assert len(record.marks) == 6
    assert desk.kept() == record


def test_saying_the_same_once_more_is_no_new_mark(desk: OpenDesk) -> None:
    desk.start_session()
    _, (first, *_) = desk.bring()
    voice = desk.room.voices()[0].id
    desk.room.set_fit(first, voice, Fit.FITS)
    desk.room.set_fit(first, voice, Fit.FITS)
    desk.room.set_matters(first, voice, False)
    assert len(desk.record.marks) == 1


def test_a_note_is_kept_as_it_reads_now(desk: OpenDesk) -> None:
    desk.start_session()
    for text in ("t", "ti", "tired\r\n🌧 مرحبا"):
        desk.room.write_note(text)
    assert desk.record.note == "tired\n🌧 مرحبا"
    assert desk.kept().note == desk.record.note


def test_a_note_beyond_its_bound_is_refused_and_the_one_before_stays(desk: OpenDesk) -> None:
    desk.start_session()
    desk.room.write_note("tired")
    with pytest.raises(KnownError) as refused:
        desk.room.write_note("x" * (NOTE_MAX_CHARS + 1))
    assert refused.value.code is ErrorCode.NOTE_TOO_LONG
    assert desk.record.note == "tired"


def test_drafts_are_there_after_a_crash_until_they_are_emptied(desk: OpenDesk) -> None:
    desk.room.set_draft("question", "Why do")
    desk.room.set_draft("question", "Why do I")
    desk.room.set_draft("answer", "soon gone")
    desk.room.set_draft("answer", "")
    after = desk.again()
    assert (after.room.draft("question"), after.room.draft("answer")) == ("Why do I", "")
    assert after.vault.workspace().drafts == {"question": "Why do I"}


def test_the_therapists_new_name_reaches_every_client_and_the_open_session(desk: OpenDesk) -> None:
    desk.room.add_client("Budi")
    desk.start_session()
    desk.room.set_therapist_name(" Ibu Sari ")
    assert {client.voices[1].name for client in desk.room.clients()} == {"Ibu Sari"}
    assert [voice.name for voice in desk.room.voices()] == ["Maya", "Ibu Sari"]
    assert desk.kept() == desk.record
    assert desk.again().room.therapist_name == "Ibu Sari"
    assert desk.room.add_client("Adi").voices[1].name == "Ibu Sari"


def test_without_a_session_there_is_nothing_to_read_or_mark(desk: OpenDesk) -> None:
    assert (desk.room.chosen_answer(), desk.room.chosen_statement(), desk.room.voices()) == (None, None, ())
    with pytest.raises(BugError):
        desk.room.write_note("tired")


@pytest.mark.parametrize("action", [Action.MARK, Action.BRING_ANSWER, Action.WRITE_NOTE])
def test_a_closed_action_changes_nothing_even_if_a_view_forgets_to_ask(
    desk: OpenDesk, action: Action
) -> None:
    desk.start_session()
    _, (first, *_) = desk.bring()
    voice = desk.room.voices()[0].id
    desk.settle()
    gate = Gate({action: Reason.NOT_AGREED})
    closed = make_desk(
        desk.vault, desk.vault.workspace(), desk.work, desk.local_model, gate=gate, prefix="closed"
    )
    shut = desk.beside(closed)
    with desk.qtbot.waitSignal(shut.room.place_changed):
        shut.room.return_to_place()
    before = shut.record
    deeds: dict[Action, Callable[[], object]] = {
        Action.MARK: lambda: shut.room.set_fit(first, voice, Fit.FITS),
        Action.BRING_ANSWER: lambda: shut.room.bring(BroughtAnswer("", RAIN, "", "")),
        Action.WRITE_NOTE: lambda: shut.room.write_note("tired"),
    }
    with pytest.raises(BugError):
        deeds[action]()
    assert shut.record == before
