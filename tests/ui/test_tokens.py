"""Contrast as WCAG 2.2 counts it, of every pair that is drawn."""

import ast
import inspect
from collections.abc import Iterable
from dataclasses import fields

import pytest

from app.ui import tokens
from app.ui.tokens import COLOURS, DESK, PRESETS, ROOM, SIDE, Colours, Look

SHARED_GROUNDS = ("canvas", "surface", "raised", "hover")
DESK_GROUNDS = ("sunken", "pressed", "private_bg", "private_field")
VOICES = ("client", "therapist", "ai")

SHARED = [
    *((ink, ground) for ink in ("text", "text2") for ground in ("canvas", "surface", "raised")),
    *(("text", ground) for ground in ("hover", "client_bg", "therapist_bg", "ai_bg", "warn_bg", "danger_bg")),
    *((voice, ground) for voice in VOICES for ground in ("canvas", "surface", "raised", f"{voice}_bg")),
    *(("onink", ground) for ground in ("ink", "ink_hover", *VOICES)),
    ("text2", "ai_bg"),
    ("danger", "danger_bg"),
    ("danger", "canvas"),
    ("warn", "warn_bg"),
    ("warn", "canvas"),
]
AT_THE_DESK = [
    *((ink, ground) for ink in ("text", "text2") for ground in DESK_GROUNDS),
    *(
        (ink, ground)
        for ink in ("text3", "disabled")
        for ground in ("canvas", "surface", "raised", "sunken", "private_bg", "private_field")
    ),
    *((voice, "private_bg") for voice in ("client", "therapist", "private")),
    ("private", "private_field"),
    ("danger", "private_bg"),
    ("onink", "text2"),
]
EDGES = [
    *((edge, ground) for edge in ("line2", "focus") for ground in (*SHARED_GROUNDS, *DESK_GROUNDS)),
    *((edge, ground) for edge in ("focus", "line2") for ground in ("ai_bg", "warn_bg", "danger_bg")),
    *((edge, ground) for edge in ("ink", *VOICES, "danger", "warn") for ground in ("canvas", "surface")),
]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def below(least: float, pairs: Iterable[tuple[str, str]], colours: Colours) -> list[str]:
    weighed = (
        (ink, ground, contrast(getattr(colours, ink), getattr(colours, ground))) for ink, ground in pairs
    )
    return [f"{ink} on {ground}: {ratio:.2f}" for ink, ground, ratio in weighed if ratio < least]


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", COLOURS.values(), ids=list(COLOURS))
def test_text_on_the_shared_screen_reaches_seven(colours: Colours) -> None:
    assert below(7.0, SHARED, colours) == []


@pytest.mark.parametrize("colours", COLOURS.values(), ids=list(COLOURS))
def test_text_at_the_desk_reaches_four_and_a_half(colours: Colours) -> None:
    assert below(4.5, AT_THE_DESK, colours) == []


@pytest.mark.parametrize("colours", COLOURS.values(), ids=list(COLOURS))
def test_edges_of_controls_and_the_focus_ring_reach_three(colours: Colours) -> None:
    assert below(3.0, EDGES, colours) == []


def test_high_contrast_reaches_seven_everywhere() -> None:
    assert below(7.0, [*SHARED, *AT_THE_DESK, *EDGES], COLOURS[Look.CONTRAST]) == []


@pytest.mark.parametrize("colours", COLOURS.values(), ids=list(COLOURS))
def test_colours_are_six_hex_digits(colours: Colours) -> None:
    for field in fields(colours):
        if field.name != "look":
            value = getattr(colours, field.name)
            assert len(value) == 6
            assert int(value, 16) >= 0


def test_the_sets_name_their_own_look() -> None:
    assert {look: colours.look for look, colours in COLOURS.items()} == {look: look for look in Look}


def test_each_distance_is_larger_than_the_one_before() -> None:
    for near, far in ((DESK, SIDE), (SIDE, ROOM)):
        for role in ("read", "title", "body", "label", "small", "button"):
            assert getattr(near, role) < getattr(far, role)
    assert {preset.name: preset for preset in (DESK, SIDE, ROOM)} == PRESETS


def test_tokens_know_no_toolkit() -> None:
    tree = ast.parse(inspect.getsource(tokens))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert modules == {"dataclasses", "enum"}
    assert not any(isinstance(node, ast.Import) for node in ast.walk(tree))
