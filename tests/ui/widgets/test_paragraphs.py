import pytest

from app.ui.theme import Theme
from app.ui.widgets.paragraphs import ENDLESS_FROM, Paragraphs, has_endless_word

SENTENCE = "It may be a way of protecting your energy after a hard time, and it need not stay so."


@pytest.mark.parametrize(
    ("words", "endless"),
    [
        ("a" * ENDLESS_FROM, True),
        (f"before {'a' * ENDLESS_FROM} after", True),
        (("a" * (ENDLESS_FROM - 1) + " ") * 3, False),
        (SENTENCE * 500, False),
        ("", False),
    ],
)
def test_a_word_of_ten_thousand_letters_is_endless(words: str, endless: bool) -> None:
    assert has_endless_word(words) is endless


@pytest.mark.parametrize(("least", "own_line"), [(ENDLESS_FROM // 2, 1), (ENDLESS_FROM, 0)])
def test_beside_an_endless_word_lines_are_filled(theme: Theme, least: int, own_line: int) -> None:
    def lines(words: str) -> int:
        paragraphs = Paragraphs(theme.font("read", reading=True), 33.0, balanced=False)
        paragraphs.set_text(words)
        return paragraphs.extent(600.0).lines

    in_one = next(count for count in range(1, 600) if lines("a" * (count + 1)) > 1)
    word = "a" * (least // in_one * in_one + in_one + in_one // 2)

    assert lines(f"to {word}") - lines(word) == own_line
