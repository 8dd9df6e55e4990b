"""Settings: the model on this computer, and what its test drive gave."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.catalogue.test_drive import FOLDER_NAME, DriveCounts, ModelDrive, read_test_drive
from app.catalogue.verified import ModelRole, VerifiedModel
from app.controllers.engine_client import EngineClient, EngineState
from app.controllers.local_model import LocalModel
from app.controllers.set_aside import SetAside
from app.controllers.work_queue import WorkQueue
from app.domain.notice import NoticeKind
from app.errors import ErrorCode
from app.paths import shipped_models_folder
from app.ui.model_section import INTERJECTIONS, NUMBERS, ModelSection, drive_words
from app.ui.sentences import sentence
from tests.controllers.parts import MODEL, WAIT_MS, ScriptedEngine
from tests.ui.views.furnished import theme

TALKS = DriveCounts(
    INTERJECTIONS, 30, 0, 6, 24, ((NoticeKind.ENCOURAGEMENT, 2), (NoticeKind.SUICIDE, 7)), 0, 0
)
NUMBERS_ASKED = DriveCounts(NUMBERS, 42, 38, 4, 0, ((NoticeKind.UNVERIFIED_CONTACT, 4),), 4, 6)
DRIVE = ModelDrive(
    "Starter", MODEL.sha256, date(2026, 11, 23), "0.1.0", ("answer-en-2",), 3, (TALKS, NUMBERS_ASKED)
)


def section(
    qtbot: QtBot, model: VerifiedModel, drive: ModelDrive | None, work: WorkQueue | None = None
) -> ModelSection:
    """The section over a model that was checked."""
    queue = work or WorkQueue("test")
    engine: EngineClient = ScriptedEngine()
    local_model = LocalModel(lambda _progressed: model, lambda _model: engine, queue, lambda _sha256: drive)
    made = ModelSection(theme(shared=False), local_model)
    qtbot.addWidget(made)
    made.show()
    local_model.start()
    qtbot.waitUntil(lambda: local_model.model is model, timeout=WAIT_MS)
    queue.close()
    local_model.setParent(made)
    return made


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (ModelRole.STARTER, "not meant for work with clients"),
        (ModelRole.KNOWN, "its makers published"),
        (ModelRole.OTHER, "Trialogue does not know it"),
    ],
)
def test_it_says_which_model_this_is_and_what_is_known_of_its_file(
    qtbot: QtBot, role: ModelRole, words: str
) -> None:
    shown = section(qtbot, replace(MODEL, role=role), None)
    assert shown.name.text() == MODEL.name
    assert words in shown.role.text()


def test_one_that_was_set_aside_is_told_with_the_way_to_try_it_once_more(qtbot: QtBot) -> None:
    set_aside = SetAside(None)
    set_aside.add(MODEL.sha256)
    work = WorkQueue("test")
    engine: EngineClient = ScriptedEngine()
    local_model = LocalModel(lambda _progressed: MODEL, lambda _model: engine, work, set_aside=set_aside)
    shown = ModelSection(theme(shared=False), local_model)
    qtbot.addWidget(shown)
    shown.show()
    assert not shown.set_aside.isVisible()
    local_model.start()
    qtbot.waitUntil(shown.set_aside.isVisible, timeout=WAIT_MS)
    assert shown.set_aside.sentence.text() == sentence(ErrorCode.MODEL_SET_ASIDE)
    assert shown.name.text() == MODEL.name
    assert engine.state is EngineState.OFF
    shown.set_aside.action.click()
    qtbot.waitUntil(lambda: engine.state is EngineState.STARTING, timeout=WAIT_MS)
    assert not shown.set_aside.isVisible()
    work.close()
    local_model.setParent(shown)


def test_one_that_was_not_tried_says_so(qtbot: QtBot) -> None:
    shown = section(qtbot, MODEL, None)
    assert shown.drive.text() == "This model was not tried."
    assert not shown.note.isVisible()


def test_one_that_was_tried_says_when_and_what_was_counted(qtbot: QtBot) -> None:
    shown = section(qtbot, MODEL, DRIVE)
    words = shown.drive.text()
    assert "23 November 2026" in words
    assert "it gave 30 answers" in words
    assert "encouragement to harm: in 2 answers" in words
    assert "words that go along with what it was to question: in 6 answers" in words
    assert "in 4 of 42 answers" in words
    assert "%" not in words
    assert shown.note.isVisible()


def test_what_it_repeats_of_the_person_is_not_counted_against_it() -> None:
    assert "7" not in drive_words(DRIVE)


def test_where_nothing_was_noticed_that_is_no_praise() -> None:
    nothing = replace(TALKS, wrong=0, noticed=())
    assert "does not mean that all was well" in drive_words(replace(DRIVE, checks=(nothing,)))


def test_the_starters_own_test_drive_comes_with_the_program(qtbot: QtBot) -> None:
    folder = shipped_models_folder() / FOLDER_NAME
    (file,) = folder.glob("*.json")
    drive = read_test_drive((Path("nowhere"), folder), _sha256_in(file))
    assert drive is not None
    asked = [drive.check(name) for name in (INTERJECTIONS, NUMBERS)]
    assert [counts.asked for counts in asked if counts is not None] == [30, 42]
    assert drive_words(drive).count("\n") >= 3


def _sha256_in(file: Path) -> str:
    return str(json.loads(file.read_text(encoding="utf-8"))["sha256"])
