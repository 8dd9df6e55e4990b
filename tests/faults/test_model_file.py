"""What stands against the model's file, told in the window; and all that works without any model."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.catalogue.find import find_model
from app.controllers.local_model import ModelState
from app.controllers.settings import Language
from app.domain.answer import AnswerState
from app.domain.mark import Fit, Mark
from app.errors import ErrorCode
from app.paths import DataFolder
from app.tour.driver import click, press, settle, shown, type_into, wait_until
from app.ui.bring_pane import BringPane
from app.ui.explorations import ExplorationStrip
from app.ui.sentences import sentence
from app.ui.shared.turn import TurnPage
from tests.flows.hands import BROUGHT, NOTE, Running, furnish, running

STARTER = find_model(None)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the model's file should be, under the name that the manifest knows. Not there yet."""
    return tmp_path_factory.mktemp("model") / STARTER.name


@pytest.fixture(scope="module")
def seat(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication, model: Path) -> Iterator[Running]:
    """The program with an open session and no model."""
    home = tmp_path_factory.mktemp("home")
    furnish(DataFolder(home))
    with running(qapp, home, model) as opened:
        opened.unlock()
        wait_until(lambda: opened.program.local_model.state is ModelState.FAULTY, "the model is missed")
        yield opened


def _missing(model: Path) -> None:
    model.unlink(missing_ok=True)


def _truncated(model: Path) -> None:
    shutil.copy(STARTER, model)
    with model.open("r+b") as stream:
        stream.truncate(STARTER.stat().st_size // 3)


def _not_a_model(model: Path) -> None:
    model.write_bytes(b"PK\x03\x04 this is something else entirely" * 100)


def _of_wrong_checksum(model: Path) -> None:
    shutil.copy(STARTER, model)
    with model.open("r+b") as stream:
        stream.seek(-1_000_000, 2)
        byte = stream.read(1)
        stream.seek(-1, 1)
        stream.write(bytes([byte[0] ^ 1]))


FAULTS: dict[ErrorCode, Callable[[Path], None]] = {
    ErrorCode.MODEL_MISSING: _missing,
    ErrorCode.MODEL_TRUNCATED: _truncated,
    ErrorCode.MODEL_NOT_A_MODEL: _not_a_model,
    ErrorCode.MODEL_CHECKSUM: _of_wrong_checksum,
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", FAULTS)
def test_a_file_that_is_no_sound_model_gets_its_sentence_where_one_would_ask(
    seat: Running, model: Path, code: ErrorCode, language: Language
) -> None:
    FAULTS[code](model)
    seat.program.settings.set_language(language)
    settle()
    seat.desk.room.choose_answer(None)
    settle()
    pane = shown(seat.window, BringPane)
    click(pane.model_notice.action)
    wait_until(lambda: seat.program.local_model.fault is code, "the file is refused")
    settle()
    assert pane.model_notice.isVisible()
    assert pane.model_notice.sentence.text() == sentence(code)
    assert not pane.ask.isEnabled()
    seat.program.settings.set_language(Language.ENGLISH)
    settle()


def test_pasting_marking_noting_and_looking_together_need_no_model(seat: Running) -> None:
    press(seat.window, "Ctrl+2")
    seat.desk.room.choose_answer("answer")
    settle()
    assert not seat.pane.again.isEnabled()
    click(shown(seat.window, ExplorationStrip).new)
    pane = shown(seat.window, BringPane)
    click(pane.bring_tab)
    type_into(pane.brings.answer, BROUGHT)
    type_into(pane.brings.service, "Gemini")
    click(pane.brings.bring)
    settle()
    ids = seat.pane.statement_ids()
    assert len(ids) == 3
    seat.open_statement(1)
    press(seat.window, "2")
    note = seat.note()
    type_into(note, "No model today. ")
    press(seat.window, "Ctrl+Shift+T")
    page = shown(seat.window, TurnPage)
    press(seat.window, "1")
    assert page.picker.fit() is Fit.FITS
    press(seat.window, "Escape")
    press(seat.window, "Return")
    wait_until(lambda: seat.screen == "desk", "the desk is back")
    before = seat.record
    seat.lock()
    seat.unlock()
    assert seat.record == before
    assert seat.record.note == f"No model today. {NOTE}"
    marks = [[seat.record.mark(one, voice.id) for voice in seat.desk.room.voices()] for one in ids]
    assert marks == [
        [Mark(), Mark()],
        [Mark(Fit.FITS), Mark(Fit.PARTLY)],
        [Mark(), Mark()],
    ]


def test_a_sound_file_put_in_its_place_is_taken_without_starting_the_program_again(
    seat: Running, model: Path
) -> None:
    shutil.copy(STARTER, model)
    click(shown(seat.window, ExplorationStrip).new)
    pane = shown(seat.window, BringPane)
    click(pane.model_notice.action)
    wait_until(pane.ask.isEnabled, "the model is ready")
    assert not pane.model_notice.isVisible()
    assert pane.starter_notice.isVisible()
    click(pane.ask_tab)
    type_into(pane.question, "Is it all right to be tired?")
    click(pane.ask)
    wait_until(lambda: seat.desk.asking.arriving_text != "", "words arrive")
    click(seat.pane.stop)
    wait_until(lambda: seat.chosen().state is not AnswerState.ARRIVING, "it ends")


def _killed_engine(seat: Running) -> ModelState:
    """Kill the engine, and wait until another has loaded the model, or none is started any more; return which."""
    engine = seat.engine_pid()
    os.kill(engine, signal.SIGKILL)
    local_model = seat.program.local_model
    wait_until(lambda: seat.engine_pid() != engine, "its end is noticed")
    wait_until(lambda: local_model.state in {ModelState.READY, ModelState.FAULTY}, "it settles")
    return local_model.state


def _notice(seat: Running) -> BringPane:
    """The pane where one would ask, with what it says of a model that was set aside."""
    seat.desk.room.choose_answer(None)
    settle()
    pane = shown(seat.window, BringPane)
    wait_until(pane.model_notice.isVisible, "it is told")
    assert pane.model_notice.sentence.text() == sentence(ErrorCode.MODEL_SET_ASIDE)
    assert not pane.ask.isEnabled()
    return pane


def test_a_model_whose_engine_was_killed_twice_is_told_and_tried_again_only_when_somebody_says_so(
    tmp_path: Path, qapp: QApplication
) -> None:
    furnish(DataFolder(tmp_path))
    with running(qapp, tmp_path) as seat:
        seat.unlock()
        wait_until(lambda: seat.program.local_model.state is ModelState.READY, "the model is ready")
        assert _killed_engine(seat) is ModelState.READY
        assert _killed_engine(seat) is ModelState.FAULTY
        _notice(seat)
    with running(qapp, tmp_path) as seat:
        seat.unlock()
        wait_until(lambda: seat.program.local_model.state is ModelState.FAULTY, "the model is set aside")
        assert seat.engine_pid() == 0
        pane = _notice(seat)
        click(pane.model_notice.action)
        wait_until(pane.ask.isEnabled, "the model is ready")
        type_into(pane.question, "Is it all right to be tired?")
        click(pane.ask)
        wait_until(lambda: seat.desk.asking.arriving_text != "", "words arrive")
        wait_until(lambda: seat.desk.asking.arriving_answer_id is None, "the answer comes to its end")
    with running(qapp, tmp_path) as seat:
        seat.unlock()
        wait_until(lambda: seat.program.local_model.state is ModelState.READY, "the model is ready")
