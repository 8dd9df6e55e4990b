"""Words that nobody expects, typed, pasted and handed to the controllers: told in one sentence or kept as text."""

import socket
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from app.controllers.bringing import BroughtAnswer
from app.controllers.local_model import ModelState
from app.controllers.settings import Language
from app.domain.answer import Answer, AnswerState
from app.domain.text import NOTE_MAX_CHARS, QUESTION_MAX_CHARS
from app.errors import ErrorCode, KnownError
from app.paths import DataFolder
from app.tour.driver import click, press, settle, shown, type_into, wait_until
from app.ui.bring_pane import BringPane
from app.ui.sentences import sentence
from tests.flows.hands import Running, furnish, running

ODD = {
    "controls": ("a\x00b\x07c\x1bd\x7fe\x85f", "abcdef"),
    "emoji": ("Sad 😢 and 👩‍👩‍👧 and 🇮🇩?", "Sad 😢 and 👩‍👩‍👧 and 🇮🇩?"),
    "right-to-left": ("לְמָה אני שותקת? لماذا أصمت؟", "לְמָה אני שותקת? لماذا أصمت؟"),
    "direction-overrides": ("calm \u202edrawkcab\u202c again", "calm \u202edrawkcab\u202c again"),
    "combining": ("Z" + "\u0300\u0301\u0302" * 60, "Z" + "\u0300\u0301\u0302" * 60),
}
SURROGATES = {
    "high": ("lone \ud83d here", "lone \ufffd here"),
    "low": ("lone \ude22 here", "lone \ufffd here"),
    "parted": ("sad \ud83d\ude22 here", "sad 😢 here"),
}


@pytest.fixture(scope="module")
def seat(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Running]:
    """The program with an open session and the real engine."""
    home = tmp_path_factory.mktemp("home")
    furnish(DataFolder(home))
    with running(qapp, home) as opened:
        opened.unlock()
        wait_until(lambda: opened.program.local_model.state is ModelState.READY, "the model is ready")
        # What is pasted here comes from other programs.
        opened.program.window.locking.copies._owns = lambda _mode: False
        yield opened
    # What Python put there must not outlive the application.
    QGuiApplication.clipboard().clear()


@pytest.fixture
def pane(seat: Running) -> BringPane:
    """Where a question is asked or an answer brought, with nothing in it."""
    seat.desk.room.choose_answer(None)
    settle()
    pane = shown(seat.window, BringPane)
    click(pane.ask_tab)
    for field in (pane.question, pane.brings.answer, pane.brings.brought_question, pane.brings.service):
        field.clear()
    wait_until(pane.ask.isEnabled, "the model is ready")
    return pane


def _paste(seat: Running, field: object, text: str = "", html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    type_into(field, "")  # type: ignore[arg-type]
    press(seat.window, "Ctrl+V")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("question", "code"),
    [
        pytest.param("", ErrorCode.QUESTION_EMPTY, id="empty"),
        pytest.param(" \n\t \u3000", ErrorCode.QUESTION_EMPTY, id="blank"),
        pytest.param("why? " * 40_000, ErrorCode.QUESTION_TOO_LONG, id="200,000-characters"),
        pytest.param("w" * (QUESTION_MAX_CHARS + 1), ErrorCode.QUESTION_TOO_LONG, id="one-too-many"),
    ],
)
def test_a_question_that_cannot_be_asked_gets_its_sentence_and_stays_in_its_field(
    seat: Running, pane: BringPane, question: str, code: ErrorCode, language: Language
) -> None:
    seat.program.settings.set_language(language)
    settle()
    pane = shown(seat.window, BringPane)
    if question:
        _paste(seat, pane.question, question)
    wait_until(pane.ask.isEnabled, "the model is ready")
    before = seat.record
    click(pane.ask)
    assert pane.question.sentence.isVisible()
    assert pane.question.sentence.text() == sentence(code)
    assert pane.question.text() == question
    assert seat.record == before
    seat.lock()
    seat.unlock()
    seat.desk.room.choose_answer(None)
    settle()
    assert shown(seat.window, BringPane).question.text() == question
    seat.program.settings.set_language(Language.ENGLISH)
    settle()


@pytest.mark.parametrize("language", list(Language))
def test_a_question_longer_than_the_model_can_hold_gets_its_sentence_and_can_be_shortened(
    seat: Running, pane: BringPane, language: Language
) -> None:
    seat.program.settings.set_language(language)
    settle()
    pane = shown(seat.window, BringPane)
    question = ("why 1 2 3 4 5? " * 600)[:QUESTION_MAX_CHARS].strip()
    _paste(seat, pane.question, question)
    wait_until(pane.ask.isEnabled, "the model is ready")
    click(pane.ask)
    wait_until(lambda: sentence(ErrorCode.QUESTION_OVER_CONTEXT) in seat.words(), "the question is refused")
    seat.desk.room.choose_answer(None)
    settle()
    assert shown(seat.window, BringPane).question.text() == question
    seat.program.settings.set_language(Language.ENGLISH)
    settle()


@pytest.mark.parametrize("odd", ODD)
def test_odd_words_are_brought_noted_and_found_again(seat: Running, pane: BringPane, odd: str) -> None:
    given, kept = ODD[odd]
    # What others wrote may turn the reading round; what people type here is theirs.
    shown_kept = kept.replace("\u202e", "\ufffd").replace("\u202c", "\ufffd")
    click(pane.bring_tab)
    _paste(seat, pane.brings.answer, given)
    _paste(seat, pane.brings.brought_question, given)
    click(pane.brings.bring)
    settle()
    brought = seat.chosen()
    assert brought.text == shown_kept
    assert seat.record.exploration(brought.exploration_id).question == shown_kept
    note = seat.note()
    note.clear()
    _paste(seat, note, given)
    assert seat.record.note == kept
    before = seat.record
    seat.lock()
    seat.unlock()
    assert seat.record == before
    assert seat.note().text() == kept


def test_the_model_takes_odd_words_too(seat: Running, pane: BringPane) -> None:
    _paste(seat, pane.question, "\n".join(given for given, _ in ODD.values()))
    click(pane.ask)
    wait_until(lambda: seat.desk.asking.arriving_text != "", "the model answers")
    click(seat.pane.stop)
    wait_until(lambda: seat.chosen().state is AnswerState.STOPPED, "it ends")
    kept = "\n".join(kept for _, kept in ODD.values())
    assert seat.record.exploration(seat.chosen().exploration_id).question == kept


@pytest.mark.parametrize("kind", SURROGATES)
def test_lone_surrogates_are_kept_as_what_a_screen_and_a_vault_can_hold(seat: Running, kind: str) -> None:
    given, kept = SURROGATES[kind]
    answer = seat.desk.room.bring(BroughtAnswer(given, given, given, given))
    seat.desk.room.write_note(given)
    seat.desk.room.set_draft("session.question", given)
    wait_until(lambda: seat.program.local_model.state is ModelState.READY, "the model is ready")
    seat.desk.asking.ask(given)
    wait_until(lambda: seat.desk.asking.arriving_text != "", "the model answers")
    seat.desk.asking.stop()
    wait_until(lambda: seat.desk.asking.arriving_answer_id is None, "it ends")
    seat.lock()
    seat.unlock()
    assert seat.record.note == kept
    assert seat.desk.room.draft("session.question") == kept
    found = seat.record.answer(answer.id)
    assert found is not None
    assert found == answer
    assert found.text == kept
    assert [e.question for e in seat.record.explorations[-2:]] == [kept, kept]


@pytest.mark.parametrize("kind", SURROGATES)
def test_lone_surrogates_that_reach_the_fields_hurt_nobody(seat: Running, pane: BringPane, kind: str) -> None:
    given, kept = SURROGATES[kind]
    # On its way into a field Qt may leave such a half out.
    either = {kept, kept.replace("\ufffd", "")}
    click(pane.bring_tab)
    _paste(seat, pane.brings.answer, given)
    note = seat.note()
    note.clear()
    _paste(seat, note, given)
    assert seat.record.note in either
    click(pane.brings.bring)
    settle()
    assert seat.chosen().text in either
    before = seat.record
    seat.lock()
    seat.unlock()
    assert seat.record == before


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param("", ErrorCode.ANSWER_EMPTY, id="empty"),
        pytest.param("word. " * 40_000, ErrorCode.ANSWER_TOO_LONG, id="240,000-characters"),
    ],
)
def test_an_answer_that_cannot_be_brought_gets_its_sentence_and_stays_in_its_field(
    seat: Running, pane: BringPane, answer: str, code: ErrorCode, language: Language
) -> None:
    seat.program.settings.set_language(language)
    settle()
    pane = shown(seat.window, BringPane)
    click(pane.bring_tab)
    if answer:
        _paste(seat, pane.brings.answer, answer)
    click(pane.brings.bring)
    assert pane.brings.answer.sentence.text() == sentence(code)
    assert pane.brings.answer.text() == answer
    pane.brings.answer.clear()
    seat.program.settings.set_language(Language.ENGLISH)
    settle()


def test_a_note_too_long_to_be_kept_stays_in_its_field_whatever_is_done_beside_it(seat: Running) -> None:
    press(seat.window, "Ctrl+2")
    seat.desk.room.choose_answer("answer")
    settle()
    note = seat.note()
    note.set_text("x" * 10)
    long_note = "too long " * (NOTE_MAX_CHARS // 9 + 1)
    note.set_text(long_note)
    assert note.sentence.text() == sentence(ErrorCode.NOTE_TOO_LONG)
    seat.open_statement(0)
    press(seat.window, "4")
    assert note.text() == long_note
    assert seat.record.note == "x" * 10
    note.clear()


def test_a_page_pasted_as_html_is_shown_as_its_text_and_nothing_is_loaded(
    seat: Running, pane: BringPane
) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.setblocking(False)
        place = f"http://127.0.0.1:{listener.getsockname()[1]}"
        page = (
            f'<html><head><link rel="stylesheet" href="{place}/s.css"><title>No</title></head><body>'
            f'<h1>Rest</h1><img src="{place}/p.png"><p>You may <b>rest</b> &amp; wait.</p>'
            f'<iframe src="{place}/f"></iframe><script>fetch("{place}")</script>'
            f'<ul><li style="background:url({place}/b.png)">One call is enough.</li></ul></body></html>'
        )
        click(pane.bring_tab)
        _paste(seat, pane.brings.answer, html=page)
        assert pane.brings.answer.text() == "Rest\n\nYou may rest & wait.\n\n- One call is enough."
        click(pane.brings.bring)
        settle()
        assert _texts(seat) == ["Rest", "You may rest & wait.", "One call is enough."]
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_markup_in_plain_text_is_shown_letter_by_letter(seat: Running, pane: BringPane) -> None:
    markup = '<b>You</b> may <img src="file:///etc/passwd"> rest.'
    click(pane.bring_tab)
    _paste(seat, pane.brings.answer, markup)
    click(pane.brings.bring)
    settle()
    assert _texts(seat) == [markup]
    labels = [label for label in seat.window.findChildren(QLabel) if markup in label.accessibleName()]
    assert labels
    press(seat.window, "Ctrl+Shift+T")
    assert f"AI text: {markup}" in [label.accessibleName() for label in seat.window.findChildren(QLabel)]
    press(seat.window, "Escape")
    press(seat.window, "Return")
    wait_until(lambda: seat.screen == "desk", "the desk is back")


def _texts(seat: Running) -> list[str]:
    answer: Answer = seat.chosen()
    spans = seat.record.statements_of(answer.id)
    return [answer.text[span.start : span.end] for span in spans]


def test_controllers_refuse_what_the_fields_refuse(seat: Running) -> None:
    for question, code in (
        ("", ErrorCode.QUESTION_EMPTY),
        ("\x00\x01", ErrorCode.QUESTION_EMPTY),
        ("x" * 200_000, ErrorCode.QUESTION_TOO_LONG),
    ):
        before = seat.record
        with pytest.raises(KnownError) as refused:
            seat.desk.asking.ask(question)
        assert refused.value.code is code
        assert seat.record == before
