"""Every fault and every closed gate has its sentence."""

import pytest
from pytestqt.qtbot import QtBot

from app.controllers.permission import Reason
from app.errors import ErrorCode
from app.ui.sentences import reason_sentence, sentence


@pytest.mark.parametrize("code", ErrorCode)
def test_every_fault_has_a_sentence_that_says_what_to_do(code: ErrorCode, qtbot: QtBot) -> None:
    words = sentence(code)
    assert words.endswith(".")
    assert code.value not in words


@pytest.mark.parametrize("reason", Reason)
def test_every_closed_gate_has_a_reason(reason: Reason, qtbot: QtBot) -> None:
    assert reason_sentence(reason).endswith(".")
