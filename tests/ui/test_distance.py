"""Type sizes from a screen's physical dots: what ISO 9241-3 asks, at the distances of the two presets."""

from math import inf, nan

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from app.paths import resources_folder
from app.ui.distance import (
    CAPITAL_SHARE,
    LEAST_ARC_MINUTES,
    PREFERRED_ARC_MINUTES,
    Reach,
    is_believed,
    pixels_for,
    pixels_per_inch,
    sizing,
    wanted,
)
from app.ui.fonts import READING_FAMILY, UI_FAMILY, load_fonts
from app.ui.tokens import ROOM, SIDE, Preset

FULL_HD_24_INCH = 1920 / 20.92
"""Pixels on an inch of a 24-inch screen of 1920 by 1080."""
ROOMY = (10_000, 10_000)


@pytest.mark.parametrize(
    ("minutes", "metres", "points"),
    [(20, 0.7, 17.3), (16, 0.7, 13.8), (20, 1.0, 24.7), (16, 1.0, 19.7), (20, 2.0, 49.4), (16, 2.0, 39.5)],
)
def test_sizes_in_points_are_those_of_the_standard(minutes: float, metres: float, points: float) -> None:
    """The angle of 1 minute at 1 metre is 0.2909 mm; a point is 1/72 inch."""
    pixels = pixels_for(minutes, metres, per_inch=72)
    assert pixels == pytest.approx(points, abs=0.1)


def test_the_size_follows_the_dots_of_the_screen() -> None:
    assert pixels_for(20, 2.0, 180) == pytest.approx(2 * pixels_for(20, 2.0, 90))


@pytest.mark.parametrize(
    ("dots", "ratio", "per_inch"),
    [
        (91.8, 1.0, 91.8),
        (157.0, 1.0, 157.0),
        (91.8, 2.0, 91.8),  # the same glass with four times as many dots, which Qt counts in logical pixels
        (40.0, 1.5, 40.0),
        (50.0, 1.0, 50.0),
        (600.0, 1.0, 600.0),
        (0.0, 1.0, 96.0),
        (49.9, 1.0, 96.0),
        (600.1, 1.0, 96.0),
        (-96.0, 1.0, 96.0),
        (nan, 1.0, 96.0),
        (inf, 1.0, 96.0),
        (0.0, 2.0, 96.0),  # 192 of its own dots: 96 times the device pixel ratio
        (400.0, 2.0, 96.0),
    ],
)
def test_a_screen_that_cannot_be_of_that_size_is_taken_for_a_usual_one(
    dots: float, ratio: float, per_inch: float
) -> None:
    assert pixels_per_inch(dots, ratio) == pytest.approx(per_inch)
    assert is_believed(dots, ratio) is (per_inch == dots)


@pytest.mark.parametrize("preset", [SIDE, ROOM], ids=["side", "room"])
@pytest.mark.parametrize("per_inch", [50.0, FULL_HD_24_INCH, 96.0, 110.0, 157.0, 220.0, 400.0])
def test_where_there_is_room_statements_reach_what_is_preferred_and_nothing_is_below_the_least(
    preset: Preset, per_inch: float
) -> None:
    metres = {SIDE: 1.0, ROOM: 2.0}[preset]
    sized = sizing(preset, per_inch, *ROOMY)
    assert sized.factor == wanted(preset, per_inch) >= 1
    assert sized.reach is Reach.PREFERRED
    # A hundredth of a pixel is a matter of arithmetic.
    assert preset.read * sized.factor >= pixels_for(PREFERRED_ARC_MINUTES, metres, per_inch) - 0.01
    assert preset.small * sized.factor >= pixels_for(LEAST_ARC_MINUTES, metres, per_inch) - 0.01


@pytest.mark.parametrize(
    ("preset", "per_inch", "window", "factor", "reach"),
    [
        # Windows on a 24-inch full-HD screen.
        (SIDE, FULL_HD_24_INCH, (1920, 1080), 1.0, Reach.PREFERRED),
        (SIDE, FULL_HD_24_INCH, (1024, 640), 1.0, Reach.PREFERRED),
        (ROOM, FULL_HD_24_INCH, (1920, 1080), 1.0, Reach.PREFERRED),
        (ROOM, FULL_HD_24_INCH, (1600, 900), 0.833, Reach.LEAST),
        (ROOM, FULL_HD_24_INCH, (1024, 640), 0.593, Reach.BELOW),
        # A 14-inch notebook that does not scale: many dots, and only so much room.
        (SIDE, 157.0, (1920, 1080), 1.657, Reach.PREFERRED),
        (SIDE, 157.0, (1600, 900), 1.406, Reach.LEAST),
        (SIDE, 157.0, (1280, 720), 1.125, Reach.BELOW),
        (ROOM, 157.0, (1920, 1080), 1.0, Reach.BELOW),
        # However small the window, side by side is the floor.
        (ROOM, 96.0, (300, 200), 33 / 65, Reach.BELOW),
        (SIDE, 220.0, (300, 200), 1.0, Reach.BELOW),
    ],
)
def test_a_window_gets_the_largest_size_that_it_has_room_for(
    preset: Preset, per_inch: float, window: tuple[int, int], factor: float, reach: Reach
) -> None:
    sized = sizing(preset, per_inch, *window)
    assert sized.factor == pytest.approx(factor, abs=0.005)
    assert sized.reach is reach


def test_what_somebody_enlarged_counts_for_what_is_reached_and_not_for_the_size() -> None:
    plain = sizing(ROOM, FULL_HD_24_INCH, 1600, 900)
    enlarged = sizing(ROOM, FULL_HD_24_INCH, 1600, 900, enlarged=1.3)
    assert enlarged.factor == plain.factor
    assert (plain.reach, enlarged.reach) == (Reach.LEAST, Reach.PREFERRED)


@pytest.mark.parametrize("family", [UI_FAMILY, READING_FAMILY])
def test_capitals_of_the_bundled_fonts_are_as_high_as_is_reckoned_with(
    qapp: QApplication, family: str
) -> None:
    load_fonts(resources_folder() / "fonts")
    font = QFont(family)
    font.setPixelSize(1000)
    assert QFontMetricsF(font).capHeight() / 1000 >= CAPITAL_SHARE
