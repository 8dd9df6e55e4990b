"""What belongs to the screen is left out, and nothing else."""

import pytest

from app.bring.recognising.chrome import without_chrome
from app.bring.recognising.rows import Row
from tests.bring.recognising.laying_out import HEIGHT, WHITE, WIDTH, row

SAID = row("I slept two hours.", 60, 1_000)


def kept(*rows: Row) -> list[str]:
    return [one.text for one in without_chrome(rows, WIDTH, HEIGHT)]


@pytest.mark.parametrize(
    "parts", [("9:41", "87%"), ("21.07", "4G", "63%"), ("09:41",), ("Telkomsel", "21:07", "令"), ("9:41 ➤",)]
)
def test_the_clock_of_the_telephone_and_what_stands_beside_it_are_left_out(parts: tuple[str, ...]) -> None:
    assert kept(Row(parts, (40, 20, 1_040, 70), WHITE), SAID) == [SAID.text]


@pytest.mark.parametrize(
    "title",
    [
        "ChatGPT",
        "ChatGPT 5 >",
        "< Claude",
        "Claude Sonnet 4.5",
        "Gemini",
        "Meta AI",
        "DeepSeek",
        "ChatGPT 4o ›",
    ],
)
def test_the_name_of_the_service_at_the_top_is_left_out(title: str) -> None:
    assert kept(row("9:41", 40, 20), row(title, 300, 130), SAID) == [SAID.text]


@pytest.mark.parametrize(
    "field",
    [
        "Ask anything", "Message ChatGPT", "+ Ask anything", "Reply to Claude", "Reply to Claude...", "Ask Gemini",
        "Message Meta AI", "Tanyakan apa saja", "Tanya apa saja", "Ketik pesan", "Type a message", "Balas ke Claude",
        "ChatGPT can make mistakes. Check important info.",
        "ChatGPT dapat membuat kesalahan. Periksa info penting.",
        "Claude can make mistakes. Please double-check responses.",
        "Gemini can make mistakes, so double-check it",
    ],
)  # fmt: skip
def test_the_field_to_type_into_and_the_warning_below_it_are_left_out(field: str) -> None:
    assert kept(SAID, row(field, 100, 2_200)) == [SAID.text]


def test_what_icons_are_taken_for_hides_no_field() -> None:
    field = Row(("+", "Ask anything", "0"), (60, 2_200, 1_040, 2_250), WHITE)
    assert kept(SAID, row("C", 60, 2_050), field) == [SAID.text]


@pytest.mark.parametrize(
    "text",
    [
        "Message my sister", "Ask anything you like", "Claude is my brother", "ok", "9:41 is when I woke up", "7",
        "I asked ChatGPT", "She can make mistakes.",
    ],
)  # fmt: skip
def test_what_may_be_said_by_somebody_stays_at_the_top_and_at_the_bottom(text: str) -> None:
    top, bottom = row(text, 60, 30), row(text, 60, 2_250)
    assert kept(top, SAID, bottom) == [text, SAID.text, text]


def test_in_the_middle_everything_stays() -> None:
    rows = [
        row(text, 60, 900 + 100 * number)
        for number, text in enumerate(["ChatGPT", "Ask anything", "21:07", "+"])
    ]
    assert kept(SAID, *rows, SAID) == [SAID.text, "ChatGPT", "Ask anything", "21:07", "+", SAID.text]


def test_what_stands_behind_something_else_stays() -> None:
    title = row("Nights", 60, 30)
    assert kept(title, row("ChatGPT", 300, 130), SAID) == ["Nights", "ChatGPT", SAID.text]


def test_a_screen_without_words_has_none() -> None:
    assert kept(row("9:41", 40, 20), row("ChatGPT", 300, 130), row("Ask anything", 100, 2_200)) == []
