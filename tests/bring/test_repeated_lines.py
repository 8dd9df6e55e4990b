"""What pages repeat at their edges is left out where it is no part of the text, and nothing that may be said is."""

import pytest

from app.bring.printed_lines import PrintedLine, text_of
from app.bring.repeated_lines import without_repeated

Placed = tuple[str, float]
TOP, BOTTOM = 800.0, 30.0


def line(text: str, baseline: float, size: float = 11.0, left: float = 72.0) -> PrintedLine:
    return PrintedLine(text, left, left + 5 * len(text), baseline, size)


def body(number: int) -> list[PrintedLine]:
    words = ("Apples are red", "Pears are green", "Plums are blue", "Figs are brown", "Limes are sour")
    return [line(words[number], 740), line(f"and sweet {words[number][:2]}", 726)]


def kept(*pages: list[PrintedLine]) -> list[str]:
    return [one.text for page in without_repeated(pages) for one in page]


def with_edges(*edges: list[PrintedLine]) -> list[str]:
    """Return what of the edges of some pages is kept."""
    pages = [[*edge, *body(number)] for number, edge in enumerate(edges)]
    said = {one.text for number in range(len(edges)) for one in body(number)}
    texts = kept(*pages)
    assert said <= set(texts)
    return [text for text in texts if text not in said]


@pytest.mark.parametrize(
    "text",
    [
        "Notes of a session",
        "Notes of 2026, page {number}",
        "My diary | {number}",
        "Chapter 2 | {later}",
        "https://chat.example/c/12-ab {number}/4",
        "Page {number} of 4",
    ],
)
@pytest.mark.parametrize("baseline", [TOP, BOTTOM])
def test_what_stands_apart_on_all_pages_is_left_out(text: str, baseline: float) -> None:
    edges = [[line(text.format(number=n, later=n + 16), baseline)] for n in range(1, 5)]
    assert with_edges(*edges) == []


def test_headers_of_two_lines_and_of_left_and_right_pages_are_left_out() -> None:
    two = [line("Notes", TOP), line("for nobody else", TOP - 14)]
    assert with_edges(two, two, two) == []
    left, right = [line("Notes", TOP)], [line("for nobody else", TOP)]
    assert with_edges(left, right, left, right, left) == ["for nobody else", "for nobody else"]


def test_a_header_in_a_smaller_font_may_be_near() -> None:
    assert with_edges(*[[line("Saved on Monday", 760, size=8)]] * 3) == []
    assert with_edges(*[[line("Saved on Monday", 760)]] * 3) == ["Saved on Monday"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Step {number}",
        "Day {number}: rest and drink",
        "{number}",
        "{number}/4",
        "I felt well",
        "{square} steps",
    ],
)
@pytest.mark.parametrize("baseline", [754.0, 712.0])
def test_what_stands_with_the_text_is_kept(text: str, baseline: float) -> None:
    texts = [text.format(number=n, square=n * n) for n in range(1, 5)]
    assert with_edges(*([line(one, baseline)] for one in texts)) == texts


def test_headings_that_are_counted_are_kept() -> None:
    headings = [[line(f"Step {number}", 790, size=15)] for number in range(1, 5)]
    assert with_edges(*headings) == [f"Step {number}" for number in range(1, 5)]


def test_numbers_that_are_not_those_of_the_pages_are_kept() -> None:
    weights = [[line(f"{number} kilos", TOP)] for number in (81, 80, 80, 78)]
    assert with_edges(*weights) == ["81 kilos", "80 kilos", "80 kilos", "78 kilos"]


def test_pages_with_a_turn_each_keep_all_of_them() -> None:
    pages = [
        [
            line("You said:", 760),
            line(f"q{number}", 746),
            line("ChatGPT said:", 732),
            line(f"a{number}", 718),
        ]
        for number in range(4)
    ]
    assert kept(*pages) == [one.text for page in pages for one in page]


def test_pages_of_counted_lines_alone_keep_them() -> None:
    pages = [[line(f"Step {number}", 760), line(f"Rest {number}", 200)] for number in range(1, 6)]
    assert kept(*pages) == [one.text for page in pages for one in page]


def test_a_page_number_aside_of_the_text_is_left_out() -> None:
    edges = [[line(str(number), 712, left=520)] for number in range(1, 5)]
    assert with_edges(*edges) == []


def test_numbers_longer_than_any_are_kept() -> None:
    digits = ["9" * 5_000, "8" * 5_000, "7" * 5_000]
    assert with_edges(*([line(one, TOP)] for one in digits)) == digits


def test_a_document_of_what_is_repeated_alone_is_kept() -> None:
    page = [line("Hello", 760)]
    assert text_of(without_repeated([page] * 3)) == "Hello\n\nHello\n\nHello"
