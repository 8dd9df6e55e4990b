"""What is said of where an answer came from."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.answer import Answer, AnswerState, Brought
from app.ui.words import origin_words

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
THEN = datetime(2025, 2, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("service", "model", "begins"),
    [("ChatGPT", "gpt-5", "ChatGPT gpt-5, said "), ("", "", "an AI, said "), ("", "gpt-5", "gpt-5, said ")],
)
def test_when_the_ai_said_it_stands_beside_who_brought_it_and_when(
    qapp: QApplication, service: str, model: str, begins: str
) -> None:
    origin = Brought("Maya", service, model, NOW, THEN)
    words = origin_words(Answer("a", "e", 0, "Yes.", AnswerState.WHOLE, origin, NOW))
    assert words.startswith(begins)
    said, brought = words.split(", brought by Maya, ")
    assert "25" in said
    assert "26" in brought


def test_where_that_is_not_known_nothing_is_said_of_it(qapp: QApplication) -> None:
    origin = Brought("Maya", "ChatGPT", "", NOW)
    words = origin_words(Answer("a", "e", 0, "Yes.", AnswerState.WHOLE, origin, NOW))
    assert words.startswith("ChatGPT, brought by Maya, ")
