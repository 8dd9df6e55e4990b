"""Bringing files into the room, with the real reader behind its walls: what is found, kept, and forgotten."""

from pathlib import Path

import pytest
from PySide6.QtCore import QProcess

from app.controllers.bringing import BROUGHT_DRAFTS, FROM_WHOM_DRAFT
from app.controllers.child_process import ChildProcess
from app.controllers.chosen_turns import MORE
from app.controllers.importing import Fault, Importing, ImportState
from app.controllers.permission import Action, Gate, Reason
from app.domain.answer import AskedAgain, Brought
from app.domain.changes import Screen, Spot, View
from app.domain.conversation import Role
from app.domain.shared import SharedNothing, ensure_shareable
from app.domain.shared_file import (
    SharedArchive,
    SharedChat,
    SharedClosedFile,
    SharedFileReading,
    SharedLeftOut,
)
from app.domain.text import NAME_MAX_CHARS, QUESTION_MAX_CHARS
from app.errors import BugError, ErrorCode, KnownError
from app.tour.brought_files import (
    AGAIN,
    ANSWERED,
    ASKED,
    TITLES,
    chatgpt_archive,
    claude_archive,
    gemini_activity,
    written,
)

from .importing import CHAT, chosen, open_files, show_row, text_file, titles, wait_for
from .parts import OpenDesk

READING = {ImportState.READING, ImportState.FETCHING}


@pytest.fixture
def session(desk: OpenDesk) -> OpenDesk:
    """The desk with a session in which nothing is yet."""
    desk.start_session()
    return desk


@pytest.fixture
def archive(session: OpenDesk, tmp_path: Path) -> Importing:
    """The four conversations of a ChatGPT export, listed."""
    return open_files(session, [written(tmp_path, "export.zip", chatgpt_archive())], ImportState.LISTED)


def _is_forgotten(importing: Importing) -> bool:
    return (
        importing.state is ImportState.NOTHING
        and importing.files is None
        and importing.chosen is None
        and list(importing.rows()) == []
        and importing.words == importing.source_name == ""
    )


def test_an_archive_is_listed_with_what_was_left_out(session: OpenDesk, archive: Importing) -> None:
    assert titles(archive) == list(TITLES)
    page = session.looking.page()
    assert page == SharedArchive(
        total=4,
        shown=4,
        words="",
        searching=False,
        row=0,
        left_out=(SharedLeftOut("no_conversation", 2),),
    )
    first = session.looking.listed(0)
    ensure_shareable(first)
    assert (first.title, first.model, first.turns, first.alternatives) == (TITLES[0], "gpt-5", 4, 2)
    assert first.time is not None


def test_while_it_is_read_the_page_says_how_far_and_names_no_file(session: OpenDesk, tmp_path: Path) -> None:
    importing = session.desk.importing
    importing.open([written(tmp_path, "export.zip", chatgpt_archive())])
    page = session.looking.page()
    assert page == SharedFileReading(0.0, 0, 1, 1)
    assert importing.source_name == "export.zip"
    assert session.looking.spot.view == View.PICK
    importing.close()


def test_a_conversation_is_shown_as_it_was_said_with_what_stood_in_the_place_of_an_answer(
    session: OpenDesk, archive: Importing
) -> None:
    show_row(session, 0)
    page = session.looking.page()
    assert isinstance(page, SharedChat)
    ensure_shareable(page)
    assert [(turn.role, turn.answer, turn.chosen) for turn in page.turns] == [
        (Role.USER, False, False),
        (Role.ASSISTANT, True, False),
    ] * 2
    assert (page.turns[0].text, page.turns[1].text) == (ASKED, ANSWERED)
    assert tuple(other.text for other in page.turns[1].others) == AGAIN
    assert (page.title, page.answers, page.chosen, page.listed, page.parts) == (TITLES[0], 2, 0, True, 1)


def test_chosen_answers_are_kept_in_one_step_and_everything_else_is_forgotten(
    session: OpenDesk, archive: Importing
) -> None:
    show_row(session, 0)
    archive.choose_all(True)
    session.looking.keep_chosen()
    assert _is_forgotten(archive)
    kept = session.kept()
    first, second = kept.shown_explorations()
    assert (first.question, second.question) == (ASKED, "And what could I try?")
    shown, *again = kept.shown_answers(first.id)
    assert isinstance(shown.origin, Brought)
    assert (shown.text, shown.origin.service, shown.origin.model, shown.origin.from_whom) == (
        ANSWERED,
        "ChatGPT",
        "gpt-5",
        "Maya",
    )
    assert shown.origin.said_at is not None
    assert [answer.text for answer in again] == [ANSWERED, *AGAIN]
    assert len({r.request.round_id for r in again if isinstance(r.request, AskedAgain)}) == 1
    assert session.looking.spot == Spot(answer_id=shown.id, statement_id=kept.statements_of(shown.id)[0].id)
    session.room.undo()
    assert session.record.shown_explorations() == ()
    assert not session.room.can_undo or session.record.shown_answers(first.id) == ()
    session.room.redo()
    assert [e.id for e in session.record.shown_explorations()] == [first.id, second.id]


def test_the_round_of_what_was_answered_again_shows_what_stays_and_what_varies(
    session: OpenDesk, archive: Importing
) -> None:
    show_row(session, 0)
    archive.choose(1, True)
    session.looking.keep_chosen()
    session.looking.show(View.AGAIN)
    page = session.looking.page()
    assert [text.text for text in getattr(page, "texts", ())] == [ANSWERED, *AGAIN]


def test_what_is_not_chosen_leaves_no_trace_in_the_vault(session: OpenDesk, archive: Importing) -> None:
    show_row(session, 0)
    archive.choose(3, True)
    session.looking.keep_chosen()
    kept = session.kept()
    (exploration,) = kept.explorations
    assert exploration.question == "And what could I try?"
    assert [answer.text for answer in kept.answers] == ["Tell one friend how you are."]
    drafts = session.vault.workspace().drafts
    assert not any(word in text for text in drafts.values() for word in (*TITLES, ASKED, ANSWERED, "export"))


def test_an_only_answer_is_chosen_at_once(session: OpenDesk, tmp_path: Path) -> None:
    open_files(session, [written(tmp_path, "c.zip", claude_archive())], ImportState.LISTED)
    show_row(session, 0)
    page = session.looking.page()
    assert isinstance(page, SharedChat)
    assert (page.chosen, page.answers) == (1, 1)
    session.looking.keep_chosen()
    (answer,) = session.record.answers
    assert isinstance(answer.origin, Brought)
    assert (answer.origin.service, answer.origin.model) == ("Claude", "")


def test_gemini_is_named_once(session: OpenDesk, tmp_path: Path) -> None:
    open_files(session, [written(tmp_path, "g.json", gemini_activity())], ImportState.LISTED)
    show_row(session, 1)
    session.looking.keep_chosen()
    (answer,) = session.record.answers
    assert isinstance(answer.origin, Brought)
    assert (answer.origin.service, answer.origin.model) == ("Gemini", "")


def test_a_text_that_does_not_say_who_speaks_is_the_ais(session: OpenDesk, tmp_path: Path) -> None:
    importing = open_files(session, [text_file(tmp_path, "Rest helps.")], ImportState.CHOOSING)
    page = session.looking.page()
    assert isinstance(page, SharedChat)
    assert (page.chosen, page.listed, page.turns[0].role) == (1, False, Role.UNKNOWN)
    room = session.room
    room.set_draft(room.draft_of_session("brought.service"), "a friend’s phone")
    room.set_draft(room.draft_of_session("brought.from_whom"), "her sister")
    session.looking.keep_chosen()
    (answer,) = session.record.answers
    assert isinstance(answer.origin, Brought)
    assert (answer.origin.service, answer.origin.from_whom) == ("a friend’s phone", "her sister")
    assert _is_forgotten(importing)


def test_a_search_lists_what_holds_all_words_in_title_or_text_and_nothing_shows_all_again(
    session: OpenDesk, archive: Importing
) -> None:
    archive.search("  PUSHING   friends ")
    wait_for(session, lambda: not archive.is_searching)
    assert titles(archive) == [TITLES[0]]
    page = session.looking.page()
    assert isinstance(page, SharedArchive)
    assert (page.shown, page.total, page.words) == (1, 4, "PUSHING friends")
    archive.search("nothing of the kind")
    wait_for(session, lambda: not archive.is_searching)
    assert titles(archive) == []
    archive.search(" ")
    assert titles(archive) == list(TITLES)


def test_of_several_searches_the_last_counts_and_opening_ends_them(
    session: OpenDesk, archive: Importing
) -> None:
    for words in ("hard", "sleeping", "sister"):
        archive.search(words)
    wait_for(session, lambda: not archive.is_searching)
    assert titles(archive) == [TITLES[3]]
    archive.search("week")
    show_row(session, 1)
    archive.back()
    assert archive.state is ImportState.LISTED
    assert archive.words == "week"


def test_back_leads_from_a_conversation_to_the_list_and_from_the_list_out(
    session: OpenDesk, archive: Importing
) -> None:
    show_row(session, 2)
    archive.back()
    page = session.looking.page()
    assert isinstance(page, SharedArchive)
    assert page.row == 2
    archive.back()
    assert _is_forgotten(archive)
    assert session.looking.spot == Spot()


def test_a_conversation_that_is_being_read_can_be_given_up(session: OpenDesk, archive: Importing) -> None:
    archive.show(0)
    archive.back()
    assert archive.state is ImportState.LISTED
    show_row(session, 1)
    assert chosen(session).title == TITLES[1]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY),
        (b"\x00\x01\x02\x03" * 40, Fault.UNKNOWN),
        (b'{"some": ["thing", "else"]}', Fault.UNKNOWN_JSON),
    ],
    ids=["empty", "unknown", "json"],
)
def test_what_cannot_be_read_is_told_and_leads_back(
    session: OpenDesk, tmp_path: Path, content: bytes, fault: Fault
) -> None:
    importing = session.desk.importing
    importing.open([written(tmp_path, "x", content)])
    wait_for(session, lambda: importing.fault is not None)
    assert importing.fault is fault
    assert _is_forgotten(importing)
    assert session.looking.spot == Spot()
    importing.put_fault_away()
    assert importing.fault is None


def test_a_file_that_is_not_there_is_told(session: OpenDesk, tmp_path: Path) -> None:
    importing = session.desk.importing
    importing.open([tmp_path / "nothing"])
    wait_for(session, lambda: importing.fault is Fault.UNREADABLE)
    assert _is_forgotten(importing)


def test_of_several_files_one_that_cannot_be_read_spoils_nothing(session: OpenDesk, tmp_path: Path) -> None:
    files = [
        written(tmp_path, "a.zip", chatgpt_archive()),
        written(tmp_path, "b", b"\x00\x01" * 9),
        text_file(tmp_path, "Rest helps."),
    ]
    importing = open_files(session, files, ImportState.LISTED)
    assert titles(importing) == [*TITLES, ""]
    page = session.looking.page()
    assert isinstance(page, SharedArchive)
    assert [(one.number, one.why) for one in page.unread] == [(2, Fault.UNKNOWN.value)]
    assert chosen_texts(session, 4) == ["Rest helps."]
    importing.back()
    importing.search("helps")
    wait_for(session, lambda: not importing.is_searching)
    assert list(importing.rows()) == [4]


def chosen_texts(desk: OpenDesk, row: int) -> list[str]:
    """What is said in a conversation."""
    return [turn.shown.text for turn in show_row(desk, row).turns]


def test_more_files_than_anybody_looks_through_are_refused(session: OpenDesk, tmp_path: Path) -> None:
    importing = session.desk.importing
    importing.open([text_file(tmp_path, "a")] * 41)
    assert importing.fault is Fault.TOO_MANY
    assert _is_forgotten(importing)


@pytest.mark.parametrize(
    "leave",
    [
        lambda desk: desk.room.choose_answer(None),
        lambda desk: desk.room.show_screen(Screen.HOME),
        lambda desk: desk.room.show_screen(Screen.SETTINGS),
        lambda desk: desk.start_session("Budi"),
        lambda desk: desk.desk.importing.close(),
    ],
    ids=["pane", "home", "settings", "session", "closed"],
)
def test_when_it_is_left_everything_is_forgotten_and_the_reader_ends(
    session: OpenDesk, archive: Importing, leave: object
) -> None:
    assert callable(leave)
    running = [
        process
        for child in archive.findChildren(ChildProcess)
        for process in child.findChildren(QProcess)
        if process.state() is QProcess.ProcessState.Running
    ]
    assert len(running) == 1
    ended: list[int] = []
    running[0].finished.connect(lambda code, _status: ended.append(code))
    leave(session)
    assert _is_forgotten(archive)
    wait_for(session, lambda: bool(ended))


def test_a_reader_that_ends_by_itself_is_told_above_what_was_listed(
    session: OpenDesk, archive: Importing
) -> None:
    (process,) = (
        process for child in archive.findChildren(ChildProcess) for process in child.findChildren(QProcess)
    )
    process.kill()
    wait_for(session, lambda: archive.fault is Fault.CRASHED)
    page = session.looking.page()
    assert isinstance(page, SharedArchive)
    assert (page.problem, page.total) == (Fault.CRASHED.value, 4)
    session.looking.show_conversation(0)
    assert archive.state is ImportState.LISTED
    archive.back()
    assert _is_forgotten(archive)


def test_what_went_wrong_in_one_session_is_not_told_in_another(session: OpenDesk, tmp_path: Path) -> None:
    importing = session.desk.importing
    importing.open([written(tmp_path, "x", b"")])
    wait_for(session, lambda: importing.fault is Fault.EMPTY)
    session.start_session("Budi")
    assert importing.fault is None


def test_the_crisis_lines_lead_back_to_it(session: OpenDesk, archive: Importing) -> None:
    session.looking.toggle_lines()
    session.looking.toggle_lines()
    assert isinstance(session.looking.page(), SharedArchive)


def test_the_shared_screen_shows_nothing_of_it_until_somebody_there_looks(
    session: OpenDesk, archive: Importing
) -> None:
    session.together.show()
    assert session.shared.page() == SharedClosedFile()
    archive.look()
    page = session.shared.page()
    assert isinstance(page, SharedArchive)
    # Names of files are among what was left out.
    assert [one.titles for one in page.left_out] == [()]
    session.together.set_covered(True)
    session.together.set_covered(False)
    assert isinstance(session.shared.page(), SharedArchive)


def test_what_is_chosen_together_is_kept_and_read_together(session: OpenDesk, archive: Importing) -> None:
    session.together.show()
    archive.look()
    session.shared.show_conversation(1)
    wait_for(session, lambda: archive.state is ImportState.CHOOSING)
    archive.choose(1, True)
    session.shared.keep_chosen()
    (answer,) = session.record.answers
    assert session.room.place.screen == Screen.TOGETHER
    assert (session.shared.spot.answer_id, session.shared.spot.view) == (answer.id, View.READ)
    assert session.looking.spot.answer_id == answer.id
    assert session.together.can_undo


def test_on_return_nothing_of_it_stays(session: OpenDesk, archive: Importing) -> None:
    session.together.show()
    archive.look()
    session.together.ask_to_return()
    session.together.stay()
    assert isinstance(session.shared.page(), SharedArchive)
    session.together.ask_to_return()
    session.together.return_to_desk()
    assert _is_forgotten(archive)
    assert session.looking.page() == SharedNothing()


def test_what_is_shown_anew_is_covered_again(session: OpenDesk, archive: Importing) -> None:
    session.together.use_second_display(lambda: True)
    session.together.show()
    archive.look()
    assert isinstance(session.shared.page(), SharedArchive)
    session.together.show()
    assert session.shared.page() == SharedClosedFile()
    assert isinstance(session.looking.page(), SharedArchive)


def test_a_copied_chat_is_taken_apart_and_its_drafts_go_once_it_is_kept(session: OpenDesk) -> None:
    room, importing = session.room, session.desk.importing
    room.set_draft(room.draft_of_session("brought.answer"), CHAT)
    importing.open_pasted(CHAT)
    assert [turn.shown.text for turn in chosen(session).turns] == [
        "Is it me?",
        "It takes two.",
        "And now?",
        "Wait a day.",
    ]
    importing.back()
    assert room.draft(room.draft_of_session("brought.answer")) == CHAT
    importing.open_pasted(CHAT)
    importing.choose_all(True)
    session.looking.keep_chosen()
    assert [e.question for e in session.record.shown_explorations()] == ["Is it me?", "And now?"]
    origins = [a.origin for a in session.record.answers]
    assert {o.service for o in origins if isinstance(o, Brought)} == {"ChatGPT"}
    assert not any(room.draft(room.draft_of_session(name)) for name in BROUGHT_DRAFTS)


def test_a_text_that_is_no_chat_is_not_taken_apart(session: OpenDesk) -> None:
    session.desk.importing.open_pasted("It takes two.")
    assert session.desk.importing.state is ImportState.NOTHING


def test_if_one_answer_cannot_be_kept_none_is_and_everything_stays(session: OpenDesk, tmp_path: Path) -> None:
    importing = open_files(session, [text_file(tmp_path, CHAT)], ImportState.CHOOSING)
    importing.choose_all(True)
    session.room.set_draft(session.room.draft_of_session(FROM_WHOM_DRAFT), "x" * (NAME_MAX_CHARS + 1))
    with pytest.raises(KnownError) as refused:
        session.looking.keep_chosen()
    assert refused.value.code is ErrorCode.NAME_TOO_LONG
    assert (session.record.explorations, session.record.answers) == ((), ())
    assert importing.state is ImportState.CHOOSING


def test_of_a_question_longer_than_any_the_beginning_is_kept_and_the_answer_whole(
    session: OpenDesk, tmp_path: Path
) -> None:
    question, answer = "Why does it rain? " * 600, "Water falls. " * 2_000
    said = f"You said:\n{question}\n\nChatGPT said:\n{answer}"
    importing = open_files(session, [text_file(tmp_path, said)], ImportState.CHOOSING)
    importing.choose_all(True)
    session.looking.keep_chosen()
    (kept,) = session.record.answers
    assert kept.text == answer.strip()
    asked = session.record.exploration(kept.exploration_id).question
    assert len(asked) == QUESTION_MAX_CHARS
    assert asked.endswith(MORE)
    assert question.startswith(asked.removesuffix(MORE))


def test_where_bringing_is_closed_nothing_is_opened(session: OpenDesk, tmp_path: Path) -> None:
    gate: Gate = session.room.gate
    gate.set_closed_by_place(frozenset({Action.BRING_ANSWER}))
    importing = session.desk.importing
    assert importing.permission().reason is Reason.PLACE_OF_PRACTICE
    with pytest.raises(BugError):
        importing.open([text_file(tmp_path, "a")])
    assert importing.state is ImportState.NOTHING
