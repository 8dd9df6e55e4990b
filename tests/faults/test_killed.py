"""The program is killed while somebody works with it: what was on screen two seconds earlier is there again."""

import os
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.controllers.local_model import ModelState
from app.domain.answer import AnswerState
from app.domain.mark import Fit, Mark
from app.paths import DataFolder
from app.store.vault import Vault
from app.tour.driver import click, settle, shown, wait_until
from app.ui.bring_pane import BringPane
from app.ui.words import state_words
from tests.flows import played as scenes
from tests.flows.hands import NOTE, PASSPHRASE, furnish, running
from tests.flows.playing import ends, played


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder with a vault that has one session in it."""
    furnish(DataFolder(tmp_path / "home"))
    return tmp_path / "home"


def test_a_note_a_mark_and_a_drafted_question_are_on_the_screen_again(home: Path, qapp: QApplication) -> None:
    with played("words", home) as first:
        first.hear("two seconds later words")
        first.kill()
    with running(qapp, home, scenes.MODEL_THAT_IS_NOT_THERE) as seat:
        seat.unlock()
        assert seat.note().text() == NOTE + scenes.NOTE
        assert seat.record.mark("statement-1", "voice-rahma") == Mark(Fit.DOES_NOT_FIT, matters=True)
        assert seat.record.mark("statement-0", "voice-rahma") == Mark(Fit.FITS)
        assert shown(seat.window, BringPane).question.text() == scenes.DRAFT


def test_typing_without_a_pause_does_not_put_saving_off(home: Path) -> None:
    with played("typing", home) as first:
        while (number := int(first.hear("two seconds later"))) < 30:
            pass
        first.kill()
    assert len(_note_in(home)) > number


@pytest.mark.parametrize("moment", [0, 1, 13, 40])
def test_a_vault_opens_whatever_the_moment_of_the_kill(home: Path, moment: int) -> None:
    with played("typing", home) as first:
        first.hear(f"shown {moment}")
        first.kill()
    assert _note_in(home) == [str(number) for number in range(len(_note_in(home)))]


def test_an_arriving_answer_is_kept_up_to_two_seconds_ago_and_the_engine_ends_too(home: Path) -> None:
    with played("asking", home) as first:
        engine = os.pidfd_open(int(first.hear("engine")))
        answer_id, chars = first.hear("two seconds later").split()
        first.kill()
    try:
        assert ends(engine)
    finally:
        os.close(engine)
    with closing(Vault.open(DataFolder(home).vault, PASSPHRASE)) as vault:
        answer = vault.session_record("session").answer(answer_id)
    assert answer is not None
    assert len(answer.text) >= int(chars)


def test_an_answer_cut_off_by_a_kill_is_marked_and_read_and_the_next_question_works(
    home: Path, qapp: QApplication
) -> None:
    with played("asking", home) as first:
        answer_id, chars = first.hear("kept").split()
        first.kill()
    with running(qapp, home) as seat:
        seat.unlock()
        answer = seat.record.answer(answer_id)
        assert answer is not None
        assert answer.state is AnswerState.INTERRUPTED
        assert len(answer.text) >= int(chars)
        assert seat.chosen().id == answer_id
        assert list(seat.pane.statement_ids()) == [s.id for s in seat.record.statements_of(answer_id)]
        assert seat.pane.statement_ids()
        assert state_words(AnswerState.INTERRUPTED) in seat.words()
        wait_until(lambda: seat.program.local_model.state is ModelState.READY, "the model is ready")
        click(seat.pane.again)
        wait_until(lambda: seat.chosen().id != answer_id, "another answer begins")
        wait_until(lambda: seat.pane.text.whole_text() != "", "words arrive")
        click(seat.pane.stop)
        wait_until(lambda: seat.chosen().state is not AnswerState.ARRIVING, "it ends")
        settle()
        assert seat.record.answer(answer_id) == answer


def _note_in(home: Path) -> list[str]:
    with closing(Vault.open(DataFolder(home).vault, PASSPHRASE)) as vault:
        note = vault.session_record("session").note
    return [] if note == NOTE else note.split()
