"""Whole screens, painted here and read by the real networks."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from app.bring.recognising.picture_kinds import PictureKind
from app.bring.recognising.recognition import Recognised, Recogniser
from app.domain.conversation import Role
from tests.bring.recognising.painting import (
    DARK,
    DARK_MESSENGER,
    LIGHT,
    MESSENGER,
    SERIF,
    Look,
    painted,
    saved,
)

USER, AI = Role.USER, Role.ASSISTANT
ENGLISH = (
    (USER, "Why do I say yes every time he asks me, and then lie awake all night?"),
    (
        AI,
        (
            "You are not broken. Saying yes and lying awake can both be honest.\n\n"
            "Three things may help:\n1. Write down what you fear\n2. Ask for time\n\nWhich one fits you?"
        ),
    ),
    (USER, "ok, the second"),
)
INDONESIAN = (
    (USER, "Iya, aku capek banget. Kenapa ya susah tidur?"),
    (
        AI,
        (
            "Iya, itu wajar. Banyak orang sulit tidur ketika sedang cemas.\n\n"
            "• Matikan gawai satu jam sebelum tidur\n• Tulis apa yang mengganggu pikiranmu"
        ),
    ),
    (USER, "boleh"),
)
WIDTH, SIZE = 720, 28


def read(recogniser: Recogniser, image: Image.Image, kind: PictureKind = PictureKind.PNG) -> Recognised:
    return recogniser.recognise(saved(image, kind.value), kind, lambda _done: None)


def said(recognised: Recognised) -> tuple[tuple[Role, str], ...]:
    return tuple((turn.role, turn.shown.text) for turn in recognised.turns)


@pytest.mark.parametrize(
    ("turns", "look"),
    [
        pytest.param(
            ENGLISH,
            Look(LIGHT, status=("9:41", "87%"), title="ChatGPT 5", below=("Ask anything",)),
            id="light",
        ),
        pytest.param(
            INDONESIAN,
            Look(
                DARK,
                status=("21.07", "63%"),
                title="ChatGPT",
                below=("Tanya apa saja", "ChatGPT dapat membuat kesalahan."),
            ),
            id="dark",
        ),
        pytest.param(INDONESIAN, Look(MESSENGER, stamps=True, below=("Ketik pesan",)), id="bubbles"),
        pytest.param(ENGLISH, Look(DARK_MESSENGER, font=SERIF), id="dark bubbles, serif"),
    ],
)
def test_a_screen_becomes_what_each_side_said_word_for_word(
    recogniser: Recogniser, turns: tuple[tuple[Role, str], ...], look: Look
) -> None:
    screen = painted(turns, replace(look, width=WIDTH, size=SIZE))
    found = read(recogniser, screen.image)
    assert said(found) == turns
    assert (found.is_whole, found.is_still) == (True, True)


def test_a_small_picture_that_was_sent_around_can_still_be_read(recogniser: Recogniser) -> None:
    screen = painted(ENGLISH, Look(LIGHT, width=420, size=17))
    data = saved(screen.image, "JPEG", quality=60)
    assert said(recogniser.recognise(data, PictureKind.JPEG, lambda _done: None)) == ENGLISH


def test_a_text_without_sides_is_one_turn_of_nobody(recogniser: Recogniser) -> None:
    text = "A letter to myself.\n\nToday I rest, and tomorrow I begin anew, with whatever is left of the old."
    found = read(recogniser, painted(((AI, text),), Look(LIGHT, width=WIDTH, size=SIZE, font=SERIF)).image)
    assert said(found) == ((Role.UNKNOWN, text),)


@pytest.mark.parametrize("degrees", [-4.0, 1.0])
def test_a_tilted_photograph_is_made_level(recogniser: Recogniser, degrees: float) -> None:
    screen = painted(ENGLISH, Look(LIGHT)).image
    tilted = screen.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor="#404040")
    assert said(read(recogniser, tilted, PictureKind.JPEG)) == ENGLISH


def test_lines_that_can_not_be_read_are_counted(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.bring.recognising.reading.SURE_ENOUGH", 1.1)
    text = "This line would be clear enough.\n\nThis one as well, I think."
    found = read(recogniser, painted(((AI, text),), Look(LIGHT, width=WIDTH, size=SIZE)).image)
    assert (found.turns, found.unread) == ((), 2)


def test_a_long_scrolled_screen_is_read_without_a_line_lost_or_doubled(recogniser: Recogniser) -> None:
    turns = tuple(
        (role, text)
        for number in range(1, 21)
        for role, text in ((USER, f"What comes after {number}?"), (AI, f"After that comes {number + 1}."))
    )
    screen = painted(turns, Look(LIGHT, width=420, size=26))
    assert screen.image.height > 2_600
    steps: list[float] = []
    found = recogniser.recognise(saved(screen.image), PictureKind.PNG, steps.append)
    assert said(found) == turns
    assert steps == sorted(steps)
    assert len(steps) > 3
    assert 0 <= steps[0] <= steps[-1] <= 1


def test_an_empty_picture_has_no_turns_and_can_still_be_looked_at(recogniser: Recogniser) -> None:
    found = read(recogniser, Image.new("RGB", (200, 400), "#336699"))
    assert found.turns == ()
    assert (found.preview.width, found.preview.height) == (200, 400)


def test_more_lines_than_are_read_are_told(recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.bring.recognising.recognition.MOST_LINES", 2)
    text = "First line.\n\nSecond line.\n\nThird line."
    found = read(recogniser, painted(((AI, text),), Look(LIGHT, width=400, size=24)).image)
    assert not found.is_whole
    assert said(found) == ((Role.UNKNOWN, "First line.\n\nSecond line."),)


def test_heic_is_read_word_for_word(recogniser: Recogniser) -> None:
    heic = (Path(__file__).parents[1] / "files" / "painted_screen.heic").read_bytes()
    assert said(recogniser.recognise(heic, PictureKind.HEIF, lambda _done: None)) == (
        (USER, "Why do I feel so tired after every meeting?"),
        (AI, "Many people feel like that. It can help to take a short walk before you go back to your desk."),
    )
